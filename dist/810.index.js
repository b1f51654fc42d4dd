"use strict";
exports.id = 810;
exports.ids = [810];
exports.modules = {

/***/ 5810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  searchBatches: () => (/* binding */ searchBatches)
});

;// CONCATENATED MODULE: ./build/reset/small-groups.js
/**
 * Shares of refused people, each with its weight before anything is known: as in practice, a few in a hundred, or a
 * list that is wrong as a whole.
 */
const SHARES = [
    [0.003, 0.5],
    [0.01, 1],
    [0.03, 1],
    [0.1, 1],
    [0.3, 1],
    [0.7, 0.25],
];
/** From here on the table takes longer to make than it saves. */
const MAX_SMALL_GROUP = 64;
/** More spare groups than this never run out. */
const MAX_SPARE = 10;
/** More tables than this are of no use at a time, and each takes megabytes. */
const MAX_TABLES = 4;
/** Makes each table once: lists of the same length that begin with the same knowledge are searched alike. */
class SmallGroupTables {
    #tables = new Map();
    /** The table for a list of this many people, about whom `origin` says what is known. */
    get(people, origin) {
        const key = `${people} ${origin.accepted} ${origin.refused}`;
        const table = this.#tables.get(key) ?? new SmallGroups(people, origin);
        if (this.#tables.size >= MAX_TABLES) {
            this.#tables.clear();
        }
        this.#tables.set(key, table);
        return table;
    }
}
/**
 * The cheapest way to search a short list, by dynamic programming over all standings of the nested procedure: each
 * share of refusals is weighed by how well it explains the answers so far. It never knows the true share.
 *
 * @see Sobel & Groll, "Group testing to eliminate efficiently all defectives in a binomial sample" (1959)
 */
class SmallGroups {
    #people;
    #origin;
    /** By standing: calls still to be made on average, 0 where not known yet, and the size of the next group. */
    #calls;
    #sizes;
    /** By standing, spare groups apart, and by size: the chance that a group is accepted. */
    #accepts = new Map();
    /** By share and size: the chance that nobody of a group is refused. */
    #chances;
    /** @param origin - where the list of `people` begins */
    constructor(people, origin) {
        this.#people = people;
        this.#origin = origin;
        const standings = (people + 1) ** 3 * (MAX_SPARE + 1);
        this.#calls = new Float32Array(standings);
        this.#sizes = new Uint8Array(standings);
        this.#chances = SHARES.map(([share]) => Array.from({ length: people + 1 }, (_, size) => (1 - share) ** size));
    }
    /** Whether a standing belongs to the list that this table is for: nobody was left out in between. */
    fits({ free, contaminated, share }) {
        const settled = share.accepted - this.#origin.accepted + share.refused - this.#origin.refused;
        return free + contaminated + settled === this.#people;
    }
    /** The size of the next group. */
    nextSize({ free, contaminated, spare, share }) {
        const refused = share.refused - this.#origin.refused;
        const standing = this.#key(free, contaminated, refused) * (MAX_SPARE + 1) + Math.min(spare, MAX_SPARE);
        this.#callsOf(free, contaminated, refused, Math.min(spare, MAX_SPARE));
        return Math.max(1, this.#sizes[standing] ?? 1);
    }
    #key(free, contaminated, refused) {
        return (free * (this.#people + 1) + contaminated) * (this.#people + 1) + refused;
    }
    #callsOf(free, contaminated, refused, spare) {
        if (free + contaminated === 0) {
            return 0;
        }
        if (contaminated === 1) {
            return 1 + this.#callsOf(free, 0, refused + 1, spare);
        }
        if (spare <= 0) {
            // Only single people are sent from here on.
            return free + contaminated;
        }
        const standing = this.#key(free, contaminated, refused) * (MAX_SPARE + 1) + spare;
        const known = this.#calls[standing] ?? 0;
        if (known > 0) {
            return known;
        }
        const accepting = this.#acceptances(free, contaminated, refused);
        let [best, bestSize] = [Number.POSITIVE_INFINITY, 1];
        // A contaminated group as a whole is known to be refused.
        const most = contaminated > 0 ? contaminated - 1 : free;
        for (let size = 1; size <= most; size += stepAfter(size, most)) {
            const accepts = accepting[size] ?? 0;
            const more = Math.min(MAX_SPARE, spare + size - 1);
            const ifAccepted = contaminated === 0
                ? this.#callsOf(free - size, 0, refused, more)
                : this.#callsOf(free, contaminated - size, refused, more);
            // People after a refused group go back to those about whom nothing is known.
            const rest = free + contaminated - size;
            const ifRefused = size === 1 ? this.#callsOf(rest, 0, refused + 1, spare) : this.#callsOf(rest, size, refused, spare - 1);
            const calls = 1 + accepts * ifAccepted + (1 - accepts) * ifRefused;
            if (calls < best) {
                [best, bestSize] = [calls, size];
            }
        }
        this.#calls[standing] = best;
        this.#sizes[standing] = bestSize;
        return best;
    }
    /** The chances that groups are accepted, which are parts of the contaminated people if there are any. */
    #acceptances(free, contaminated, refused) {
        const key = this.#key(free, contaminated, refused);
        const known = this.#accepts.get(key);
        if (known !== undefined) {
            return known;
        }
        const weights = this.#weigh(free, contaminated, refused);
        const accepts = new Float64Array((contaminated > 0 ? contaminated : free) + 1);
        for (const [index, chances] of this.#chances.entries()) {
            const hidden = contaminated === 0 ? 0 : (chances[contaminated] ?? 0);
            const weight = (weights[index] ?? 0) / (1 - hidden);
            for (let size = 1; size < accepts.length; size += 1) {
                accepts[size] = (accepts[size] ?? 0) + weight * ((chances[size] ?? 0) - hidden);
            }
        }
        this.#accepts.set(key, accepts);
        return accepts;
    }
    /** How likely each share is after what has been seen; the weights add up to 1. */
    #weigh(free, contaminated, refused) {
        const accepted = this.#origin.accepted + this.#people - free - contaminated - refused;
        const logs = SHARES.map(([share, weight], index) => Math.log(weight) +
            accepted * Math.log1p(-share) +
            (this.#origin.refused + refused) * Math.log(share) +
            (contaminated > 0 ? Math.log1p(-(this.#chances[index]?.[contaminated] ?? 0)) : 0));
        const largest = Math.max(...logs);
        const scaled = logs.map((log) => Math.exp(log - largest));
        const sum = scaled.reduce((one, other) => one + other, 0);
        return scaled.map((weight) => weight / sum);
    }
}
/** Large groups differ little from their neighbours, so only some of them, and the largest one, are weighed. */
function stepAfter(size, most) {
    const step = size < 10 ? 1 : Math.floor(size / 4);
    return size < most ? Math.min(step, most - size) : 1;
}

;// CONCATENATED MODULE: ./build/reset/group-search.js

/** From this share of refusals on, single people cost less than any group. */
const SINGLES_SHARE = 0.3;
/** A streak that chance explains with less than e^-4, 2 %, says more about the neighbors than the share does. */
const SURPRISE = 4;
/** A remainder up to this many times the group size is not worth two calls. */
const WHOLE_REMAINDER = 1.5;
/** Begins the search of one batch; `share` comes from the batches before it. */
function startSearch(people, share, tables = new SmallGroupTables()) {
    const spare = allowance(people.length);
    return toSearch({ people, done: 0, named: 0, contaminated: 0, spare, streak: 0, share, table: undefined, tables });
}
/** The same search, but everybody waiting is sent alone. */
function eachAlone(search) {
    return toSearch({ ...search, named: search.people.length - search.done, contaminated: 0 });
}
/** The people to send in the next call; empty when nobody is left. */
function nextGroup(search) {
    return search.people.slice(search.done, search.done + search.size);
}
/** The search after the answer to `nextGroup(search)`. A single person who was refused is done. */
function learn(search, answer) {
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
function shareOf(search) {
    return search.share;
}
/** The same search with the share of refusals learned from other batches. */
function withShare(search, share) {
    return toSearch({ ...search, share });
}
/** The people still waiting, in sending order. */
function waitingPeople(search) {
    return search.people.slice(search.done);
}
function allowance(people) {
    return people === 0 ? 0 : Math.ceil(Math.log2(people)) + 2;
}
function toSearch(state) {
    const table = tableFor(state);
    return { ...state, table, size: Math.min(nextSize({ ...state, table }), state.people.length - state.done) };
}
/** A short list is searched by a table of its own, made when the list as a whole was refused. */
function tableFor({ people, done, named, contaminated, spare, share, table, tables, }) {
    const free = people.length - done - contaminated;
    const isWhole = done === 0 && contaminated === 0;
    if (people.length > MAX_SMALL_GROUP || named > 0 || isWhole || free + contaminated === 0) {
        return undefined;
    }
    return table?.fits({ free, contaminated, spare, share }) === true ? table : tables.get(free + contaminated, share);
}
function afterSent(search) {
    return { ...search, done: search.done + search.size, named: Math.max(0, search.named - 1) };
}
function afterAccepted(search) {
    return {
        ...afterSent(search),
        contaminated: Math.max(0, search.contaminated - search.size),
        spare: search.spare + search.size - 1,
        streak: Math.max(0, search.streak) + search.size,
        share: { ...search.share, accepted: search.share.accepted + search.size },
    };
}
function afterSplit(search, names) {
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
function afterRefusedPerson(search) {
    const share = { ...search.share, refused: search.share.refused + 1 };
    return { ...afterSent(search), contaminated: 0, streak: Math.min(0, search.streak) - 1, share };
}
function afterRefusedGroup(search, names) {
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
 * a refused group is a call for nobody. So calls = n + refused groups \u2212 \u03a3 (m \u2212 1), and while a group is only sent with
 * `spare` above zero, the excess over n cannot pass the allowance.
 */
function nextSize(state) {
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
function prefixSize({ contaminated, people, spare, share }) {
    let block = 3;
    while (2 * block <= contaminated) {
        block *= 2;
    }
    // The Huffman tree over the place of the first refused person: its even blocks are 3 \u00b7 2^k and not 2^k, since the last
    // of a pair costs a call of their own although their refusal is deduced.
    const optimum = Math.max(Math.floor(block / 2), contaminated - block);
    if (share.accepted > 0) {
        return optimum;
    }
    // Refusals only, group after group: probably many, so that going down in halves would use up what is to spare.
    return Math.min(optimum, Math.ceil(contaminated / Math.max(1, allowance(people.length) - spare)));
}
function groupSize({ people, done, spare, streak, share }) {
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
function likelySize(share, streak, waiting) {
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
function estimatedShare({ accepted, refused }) {
    return refused === 0 ? 0 : Math.max(0, refused - 2 / 3) / (accepted + refused);
}

;// CONCATENATED MODULE: ./build/reset/search-batches.js


/** The assumed share of refusals before any answer. */
const NO_SHARE = { accepted: 0, refused: 0 };
/**
 * Isolates the refused people of one batch after the other.
 *
 * @param send - sends a group; without an answer, the search ends
 */
async function searchBatches(batches, send) {
    const tables = new SmallGroupTables();
    // Batches accepted whole say little about the others: their shares of refusals differ too much.
    let share = NO_SHARE;
    for (const batch of batches) {
        let search = withShare(takeIn(startSearch(batch.people, NO_SHARE, tables), batch.answer, batch), share);
        while (nextGroup(search).length > 0) {
            const answer = await send(nextGroup(search));
            if (answer === undefined) {
                return;
            }
            search = takeIn(search, answer, batch);
        }
        share = batch.isSplitInOnes ? share : shareOf(search);
    }
}
function takeIn(search, answer, { isSplitInOnes }) {
    const isRefusedGroup = answer.kind === 'refused' && nextGroup(search).length > 1;
    const next = learn(search, answer);
    return isRefusedGroup && isSplitInOnes ? eachAlone(next) : next;
}


/***/ })

};
;