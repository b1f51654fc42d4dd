// Every count of drawn cases is read here, and nowhere else:
// - RANDOM_RUNS=5% draws that share of the usual number in every test that draws any, RANDOM_RUNS=100 that number
// - FAULT_SEED=17 replays one world of faults
// - FAULT_FROM=1000000 begins with that seed instead of the first

/** How many cases a test draws: the usual number, or what RANDOM_RUNS says. */
export function runs(usual: number): number {
  const share = /^([1-9]\d{0,3})%$/.exec(process.env['RANDOM_RUNS'] ?? '')?.[1];
  return share === undefined ? readCount('RANDOM_RUNS', usual) : Math.max(1, Math.round((usual * Number(share)) / 100));
}

/** The seeds of the worlds of faults to try: so many in a row, or the one to replay. */
export function faultSeeds(usual: number): readonly number[] {
  const replayed = readCount('FAULT_SEED', 0);
  if (replayed > 0) return [replayed];
  const first = readCount('FAULT_FROM', 1);
  return Array.from({ length: runs(usual) }, (_, index) => first + index);
}

function readCount(name: string, usual: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return usual;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Error(`${name} is "${text}": expected a whole number above 0`);
  return Number(text);
}
