/** How many drawn cases to try. MOST_RUNS=100 keeps it short, for when all tests are run again and again. */
export function runs(usual: number): number {
  return Math.min(usual, Number(process.env['MOST_RUNS'] ?? usual));
}
