/** How many drawn cases to try. MOST_RUNS=50 keeps it short, for when all tests are run again and again. */
export function runs(usual: number): number {
  const most = process.env['MOST_RUNS'] ?? String(usual);
  if (!/^[1-9]\d*$/.test(most)) throw new Error(`MOST_RUNS is "${most}": expected is a whole number above 0`);
  return Math.min(usual, Number(most));
}
