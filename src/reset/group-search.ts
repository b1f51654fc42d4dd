import { MAX_SMALL_GROUP, type RefusalShare, type SmallGroups, SmallGroupTables } from './small-groups.ts';

export type { RefusalShare } from './small-groups.ts';

/**
 * Finds the people Slack refuses among many, in few calls: adaptive group testing with an unknown number of defectives.
 *
 * Method: the nested procedure of Sobel & Groll, "Group testing to eliminate efficiently all defectives in a binomial
 * sample" (1959), with the share of defectives estimated on the way; Hwang's generalised binary splitting, "A method for
 * detecting all defective members in a population by group testing" (1972), is its kin for a known number. See also Du &
 * Hwang, "Combinatorial Group Testing and Its Applications". At most one group is known to be contaminated, and every
 * test is a prefix: of that group, else of all who wait. An accepted prefix leaves the remainder contaminated, untested;
 * a refused one is the new contaminated group, and what came after it goes back untested. Unlike there, a person deduced
 * to be refused is still sent once alone, so that the code is that person's own; the sizes below count that call.
 *
 * Bound: n + ⌈log2 n⌉ + 2 calls for n people, whoever is refused. For n = 1,000 and d of them refused in random places
 * the mean stays below 1.2 times ⌈log2 C(n, d)⌉ + 1 for every d from 1 to 500. Lists of up to 64 people are searched
 * by a table instead, which is within 1.5 % of the best that can be done without knowing the share of refusals.
 */

/** What one call showed about the group that was sent. */
export type GroupAnswer<T> =
  | { readonly kind: 'accepted' }
  /** `named` are the people in the group that the answer names; naming nobody and naming everybody mean the same. */
  | { readonly kind: 'refused'; readonly named: ReadonlySet<T> }
  /** Accepted except for `named`, which is part of the group. */
  | { readonly kind: 'split'; readonly named: ReadonlySet<T> }
  /** Nothing is known: the group is given up. */
  | { readonly kind: 'unclear' };

/** The state of one batch between two calls. */
export interface Search<T> {
  /** Everybody in the batch, in sending order; those before `done` are not sent again. */
  readonly people: readonly T[];
  readonly done: number;
  /** How many of the first people waiting were named by an answer: each is sent alone. */
  readonly named: number;
  /** How many of the first people waiting are known to include a refused person; 0 when nothing is known. */
  readonly contaminated: number;
  /** How many groups of two or more may still be refused on balance before only single people are sent. */
  readonly spare: number;
  /** People accepted in a row, just now; below zero: people refused in a row. */
  readonly streak: number;
  readonly share: RefusalShare;
  /** The table for a short list, from its first refusal on. */
  readonly table: SmallGroups | undefined;
  /** Tables made so far, for lists that begin alike. */
  readonly tables: SmallGroupTables;
  /** How many people the next call sends. */
  readonly size: number;
}

type State<T> = Omit<Search<T>, 'size'>;

/** From this share of refusals on, single people cost less than any group. */
const SINGLES_SHARE = 0.3;
/** A streak that chance explains with less than e^-4, 2 %, says more about the neighbors than the share does. */
const SURPRISE = 4;
/** A remainder up to this many times the group size is not worth two calls. */
const WHOLE_REMAINDER = 1.5;

/** Begins the search of one batch; `share` comes from the batches before it. */
export function startSearch<T>(people: readonly T[], share: RefusalShare, tables = new SmallGroupTables()): Search<T> {
  const spare = allowance(people.length);
  return toSearch({ people, done: 0, named: 0, contaminated: 0, spare, streak: 0, share, table: undefined, tables });
}

/** The same search, but everybody waiting is sent alone. */
export function eachAlone<T>(search: Search<T>): Search<T> {
  return toSearch({ ...search, named: search.people.length - search.done, contaminated: 0 });
}

/** The people to send in the next call; empty when nobody is left. */
export function nextGroup<T>(search: Search<T>): readonly T[] {
  return search.people.slice(search.done, search.done + search.size);
}

/** The search after the answer to `nextGroup(search)`. A single person who was refused is done. */
export function learn<T>(search: Search<T>, answer: GroupAnswer<T>): Search<T> {
  // An unclear answer says nothing, and a person named by an answer is not a sample of the share.
  if (answer.kind === 'unclear' || search.named > 0) {
    return toSearch({ ...afterSent(search), contaminated: 0 });
  }
  if (answer.kind === 'accepted') {
    return toSearch(afterAccepted(search));
  }
  if (answer.kind === 'split') {
    return toSearch(afterSplit(search, answer.named));
  }
  return toSearch(search.size === 1 ? afterRefusedPerson(search) : afterRefusedGroup(search, answer.named));
}

/** People accepted and refused up to now, to carry to the next batch. */
export function shareOf<T>(search: Search<T>): RefusalShare {
  return search.share;
}

/** The same search with the share of refusals learned from other batches. */
export function withShare<T>(search: Search<T>, share: RefusalShare): Search<T> {
  return toSearch({ ...search, share });
}

/** The people still waiting, in sending order. */
export function waitingPeople<T>(search: Search<T>): readonly T[] {
  return search.people.slice(search.done);
}

function allowance(people: number): number {
  return people === 0 ? 0 : Math.ceil(Math.log2(people)) + 2;
}

function toSearch<T>(state: State<T>): Search<T> {
  const table = tableFor(state);
  return { ...state, table, size: Math.min(nextSize({ ...state, table }), state.people.length - state.done) };
}

/** A short list is searched by a table of its own, made when the list as a whole was refused. */
function tableFor<T>({
  people,
  done,
  named,
  contaminated,
  spare,
  share,
  table,
  tables,
}: State<T>): SmallGroups | undefined {
  const free = people.length - done - contaminated;
  const isWhole = done === 0 && contaminated === 0;
  if (people.length > MAX_SMALL_GROUP || named > 0 || isWhole || free + contaminated === 0) {
    return undefined;
  }
  return table?.fits({ free, contaminated, spare, share }) === true ? table : tables.get(free + contaminated, share);
}

function afterSent<T>(search: Search<T>): State<T> {
  return { ...search, done: search.done + search.size, named: Math.max(0, search.named - 1) };
}

function afterAccepted<T>(search: Search<T>): State<T> {
  return {
    ...afterSent(search),
    contaminated: Math.max(0, search.contaminated - search.size),
    spare: search.spare + search.size - 1,
    streak: Math.max(0, search.streak) + search.size,
    share: { ...search.share, accepted: search.share.accepted + search.size },
  };
}

function afterSplit<T>(search: Search<T>, names: ReadonlySet<T>): State<T> {
  const { people, done, size, share } = search;
  const group = nextGroup(search);
  const named = group.filter((person) => names.has(person));
  const others = group.filter((person) => !names.has(person));
  return {
    ...search,
    people: [...people.slice(0, done), ...others, ...named, ...people.slice(done + size)],
    done: done + others.length,
    named: named.length,
    contaminated: 0,
    spare: search.spare + Math.max(0, others.length) - 1,
    share: { ...share, accepted: share.accepted + others.length },
  };
}

function afterRefusedPerson<T>(search: Search<T>): State<T> {
  const share = { ...search.share, refused: search.share.refused + 1 };
  return { ...afterSent(search), contaminated: 0, streak: Math.min(0, search.streak) - 1, share };
}

function afterRefusedGroup<T>(search: Search<T>, names: ReadonlySet<T>): State<T> {
  const { people, done, size } = search;
  const refused = { ...search, spare: search.spare - 1, streak: Math.min(0, search.streak) };
  const group = nextGroup(search);
  const named = group.filter((person) => names.has(person));
  if (named.length === 0 || named.length === size) {
    return { ...refused, contaminated: size };
  }
  const others = group.filter((person) => !names.has(person));
  const reordered = [...people.slice(0, done), ...named, ...others, ...people.slice(done + size)];
  return { ...refused, people: reordered, named: named.length, contaminated: 0 };
}

/**
 * Counting calls shows the bound: an accepted group of m is m people for one call, a refused person is one for one, and
 * a refused group is a call for nobody. So calls = n + refused groups − Σ (m − 1), and while a group is only sent with
 * `spare` above zero, the excess over n cannot pass the allowance.
 */
function nextSize<T>(state: State<T>): number {
  if (state.named > 0 || state.contaminated === 1 || state.spare <= 0) {
    return 1;
  }
  if (state.table !== undefined) {
    const { people, done, contaminated, spare, share } = state;
    return state.table.nextSize({ free: people.length - done - contaminated, contaminated, spare, share });
  }
  return state.contaminated > 1 ? prefixSize(state) : groupSize(state);
}

/** The prefix of a contaminated group that costs the fewest calls on average until its first refused person is known. */
function prefixSize<T>({ contaminated, people, spare, share }: State<T>): number {
  let block = 3;
  while (2 * block <= contaminated) {
    block *= 2;
  }
  // The Huffman tree over the place of the first refused person: its even blocks are 3 · 2^k and not 2^k, since the last
  // of a pair costs a call of their own although their refusal is deduced.
  const optimum = Math.max(Math.floor(block / 2), contaminated - block);
  if (share.accepted > 0) {
    return optimum;
  }
  // Refusals only, group after group: probably many, so that going down in halves would use up what is to spare.
  return Math.min(optimum, Math.ceil(contaminated / Math.max(1, allowance(people.length) - spare)));
}

function groupSize<T>({ people, done, spare, streak, share }: State<T>): number {
  const waiting = people.length - done;
  const likely = likelySize(share, streak, waiting);
  const size = waiting <= WHOLE_REMAINDER * likely ? waiting : likely;
  // Singles earn nothing back. So the last third is kept for what a streak of accepted people speaks for: else a dense
  // patch at the front would leave nothing for the many behind it.
  const reserve = Math.floor(allowance(people.length) / 3);
  if (spare > reserve) {
    return size;
  }
  return Math.max(1, Math.min(size, Math.floor(streak / 3 ** (reserve - spare))));
}

/** The group that is as likely to be accepted as not, which is the most informative. */
function likelySize(share: RefusalShare, streak: number, waiting: number): number {
  const p = estimatedShare(share);
  if (p <= 0) {
    return waiting;
  }
  if ((1 + streak) * Math.log(p) > SURPRISE) {
    return 1;
  }
  const size = p > SINGLES_SHARE ? 1 : Math.max(3, Math.round(-Math.LN2 / Math.log1p(-p)));
  return streak * p > SURPRISE ? Math.max(size, streak) : size;
}

/** A search pauses at refusals, so the plain share is too high while few are known: 2/3 of a person takes that out. */
function estimatedShare({ accepted, refused }: RefusalShare): number {
  return refused === 0 ? 0 : Math.max(0, refused - 2 / 3) / (accepted + refused);
}
