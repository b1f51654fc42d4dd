/** Random choices that a seed repeats. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A whole number from `min` to `max`, every order of magnitude as likely as any other. */
  magnitude(min: number, max: number): number;
  /** The items in random order. */
  shuffle<T>(items: readonly T[]): T[];
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const char of text) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return state >>> 0;
}

/** Mulberry32, which is small, quick and even enough for drawing worlds. Streams of one seed do not disturb each other. */
export function createRandom(seed: number, stream: string): Random {
  let state = hash(`${stream}:${seed}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const at = int(0, items.length - 1);
    for (const item of items.slice(at, at + 1)) {
      return item;
    }
    throw new Error('Nothing to pick from');
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (weights) => {
      const entries = Object.keys(weights).map((key) => key as keyof typeof weights);
      let left = next() * entries.reduce((sum, key) => sum + weights[key], 0);
      const found = entries.find((key) => {
        left -= weights[key];
        return left < 0;
      });
      return found ?? pick(entries);
    },
    magnitude: (min, max) => Math.min(max, Math.floor(min * ((max + 1) / min) ** next())),
    shuffle: (items) =>
      items
        .map((item) => [next(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item),
  };
}
