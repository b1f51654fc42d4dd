export const id = 250;
export const ids = [250];
export const modules = {

/***/ 8250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseRoster: () => (/* reexport */ parseRoster),
  parseRosterInSteps: () => (/* reexport */ parseRosterInSteps),
  readRosterFiles: () => (/* reexport */ readRosterFiles)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/people/wording.js
var wording = __webpack_require__(8082);
;// CONCATENATED MODULE: ./build/roster/decode.js
/** A roster may hold about 100,000 entries; what is larger is refused before it is read. */
const MAX_ROSTER_BYTES = 10 * 1024 * 1024;
/** A line of a roster takes ten bytes at least; a text with more lines than this is mostly empty ones. */
const MAX_LINES = 1_000_000;
/** Turns the bytes of a roster into text without BOM, in which every line ends with LF. */
function decodeRoster(bytes, file) {
    if (bytes.length > MAX_ROSTER_BYTES) {
        const found = `found a roster of ${bytes.length} bytes`;
        return {
            ok: false,
            problem: { message: `${found}; accepted are ${MAX_ROSTER_BYTES} bytes (10 MiB) at most`, file },
        };
    }
    if (hasUtf16Mark(bytes)) {
        return { ok: false, problem: { message: 'found text in UTF-16; accepted is UTF-8', file, line: 1, column: 1 } };
    }
    const decoded = decodeUtf8(bytes);
    if (decoded === undefined) {
        const message = 'found a byte that is not UTF-8; accepted is text in UTF-8';
        return { ok: false, problem: { message, file, ...placeAfter(validPrefix(bytes)) } };
    }
    const text = normaliseLineEnds(decoded);
    if (hasTooManyLines(text)) {
        return { ok: false, problem: { message: `found more than ${MAX_LINES} lines; a roster has fewer`, file } };
    }
    const index = text.search(/[^\P{Cc}\t\n\u0085]|[\uFFFE\uFFFF]/u);
    if (index === -1)
        return { ok: true, text };
    const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
    const message = `found the control character U+${code}; accepted is plain text`;
    return { ok: false, problem: { message, file, ...placeAfter(text.slice(0, index)) } };
}
function hasTooManyLines(text) {
    let lines = 1;
    for (let at = text.indexOf('\n'); at !== -1 && lines <= MAX_LINES; at = text.indexOf('\n', at + 1))
        lines += 1;
    return lines > MAX_LINES;
}
function hasUtf16Mark(bytes) {
    const [first, second] = bytes;
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The longest beginning that is UTF-8, found by bisection since the decoder does not say where it stopped. */
function validPrefix(bytes) {
    let good = 0;
    let bad = bytes.length + 1;
    while (bad - good > 1) {
        const middle = Math.floor((good + bad) / 2);
        if (decodePrefix(bytes, middle) === undefined)
            bad = middle;
        else
            good = middle;
    }
    return normaliseLineEnds(decodePrefix(bytes, good) ?? '');
}
function decodePrefix(bytes, length) {
    try {
        // A character cut at the end of the prefix is no error yet, hence the stream.
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    }
    catch {
        return undefined;
    }
}
/** The YAML parser knows no CR alone; without this, line numbers would be wrong in such a file. */
function normaliseLineEnds(text) {
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
function placeAfter(text) {
    const lines = text.split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

;// CONCATENATED MODULE: ./build/roster/files.js





const TEMP_PREFIX = 'RUNNER_TEMP/';
/** Characters that would break a message, or a table, in the middle of a path. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const OUTSIDE = 'lies outside of GITHUB_WORKSPACE and RUNNER_TEMP, links resolved';
/** Reads the roster files that the lines of the input `roster` name, each file once, and finds all problems at once. */
function readRosterFiles(patterns, { workspace, temp }) {
    const roots = [...toRoot(workspace, ''), ...(temp === undefined ? [] : toRoot(temp, TEMP_PREFIX))];
    const files = new Map();
    const problems = [];
    for (const found of patterns.flatMap((pattern) => findFiles(pattern, { workspace: (0,external_node_path_.resolve)(workspace), roots }))) {
        if (!found.ok)
            problems.push(found.problem);
        else if (!files.has(found.real)) {
            const read = readFile(found.real, found.place);
            if (read.ok)
                files.set(found.real, read.file);
            else
                problems.push(read.problem);
        }
    }
    return { files: [...files.values()], problems };
}
function toRoot(folder, prefix) {
    return exists(folder) ? [{ real: (0,external_node_fs_.realpathSync)(folder), prefix }] : [];
}
function findFiles(pattern, search) {
    try {
        if (pattern.includes('\0'))
            return [refused(pattern, 'holds a NUL character')];
        const literal = (0,external_node_path_.resolve)(search.workspace, pattern);
        if (exists(literal))
            return [locate(literal, search)];
        const matches = isGlob(pattern) ? globFiles(pattern, search) : [];
        return matches.length === 0 ? [refused(pattern, 'matches no file')] : matches;
    }
    catch (error) {
        return [refused(pattern, `cannot be read (${codeOf(error)})`)];
    }
}
function globFiles(pattern, search) {
    const segments = pattern.split(external_node_path_.sep === '\\' ? /[\\/]/ : '/');
    const fixed = segments.slice(0, segments.findIndex(isGlob)).join('/');
    const start = (0,external_node_path_.resolve)(search.workspace, fixed === '' && (0,external_node_path_.isAbsolute)(pattern) ? external_node_path_.sep : fixed);
    if (!exists(start))
        return [];
    // A search that starts outside could walk through the whole disk, only to have its matches refused.
    if (placeOf((0,external_node_fs_.realpathSync)(start), search.roots) === undefined)
        return [refused(pattern, OUTSIDE)];
    return (0,external_node_fs_.globSync)(pattern, { cwd: search.workspace })
        .map((match) => (0,external_node_path_.resolve)(search.workspace, match))
        .sort()
        .filter((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? true)
        .map((path) => locate(path, search));
}
/** Looks at a file without opening it, since opening a pipe would wait for somebody to write to it. */
function locate(path, { workspace, roots }) {
    const given = (0,external_node_path_.relative)(workspace, path);
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        if (!stats.isFile())
            return refused(given, `is ${kindOf(stats)}, not a file`);
        const real = (0,external_node_fs_.realpathSync)(path);
        const place = placeOf(real, roots);
        if (place === undefined)
            return refused(given, OUTSIDE);
        if (UNPRINTABLE.test(place.path))
            return refused(given, 'has a control character in its name');
        if (stats.size <= MAX_ROSTER_BYTES)
            return { ok: true, real, place };
        return refused(given, `has ${stats.size} bytes; accepted are ${MAX_ROSTER_BYTES} bytes (10 MiB) at most`);
    }
    catch (error) {
        return refused(given, `cannot be read (${codeOf(error)})`);
    }
}
function readFile(real, place) {
    try {
        const bytes = (0,external_node_fs_.readFileSync)(real);
        return { ok: true, file: { ...place, bytes, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') } };
    }
    catch (error) {
        return refused(place.path, `cannot be read (${codeOf(error)})`);
    }
}
function placeOf(real, roots) {
    for (const root of roots) {
        const inside = (0,external_node_path_.relative)(root.real, real);
        if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
            continue;
        const path = inside.split(external_node_path_.sep).join('/');
        return { path: `${root.prefix}${path}`, repositoryPath: root.prefix === '' ? path : undefined };
    }
    return undefined;
}
function exists(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function isGlob(pattern) {
    return /[*?[{]|[@+!]\(/.test(pattern);
}
function kindOf(stats) {
    if (stats.isDirectory())
        return 'a folder';
    if (stats.isFIFO())
        return 'a pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function codeOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return 'unknown reason';
    return typeof error.code === 'string' ? error.code : 'unknown reason';
}
/** What looks like a path may be quoted; what looks like the content of a roster, or an address, may not. */
function refused(path, why) {
    const shown = path.split(external_node_path_.sep).join('/').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '\uFFFD');
    const isContent = /\S@\S+\.\S|^- |: |\s.*\s.*\s/.test(shown);
    const what = isContent ? `${(0,wording/* describeText */.ld)(shown)}, which is no path of a roster file,` : `"${shown}"`;
    return { ok: false, problem: { message: `"roster": ${what} ${why}` } };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/people/email.js
var email = __webpack_require__(4554);
// EXTERNAL MODULE: ./build/people/user-id.js
var user_id = __webpack_require__(9749);
;// CONCATENATED MODULE: ./build/roster/effective.js
/** What `effective` takes, in words. */
const EFFECTIVE_ACCEPTED = 'accepted are a date such as 2026-11-30 (from 00:00 UTC) or a date-time with an offset such as 2026-11-30T17:00:00+01:00';
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2}))?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const OFFSET = /^[+-](?:[01]\d|2[0-3]):[0-5]\d$/;
/** Reads like a date, so it may be quoted; a telephone number does not. */
const DATE_LIKE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[Tt ][0-9:.+Zz-]{0,30})?$/;
/** Longer fractions of a second are not taken for a slip of the pen, but no clock tells them either. */
const MAX_LENGTH = 64;
/**
 * Reads the moment from which an entry is due, in ms since the epoch.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
function parseEffective(text) {
    if (text.length > MAX_LENGTH)
        return effective_refused('a text that is too long for a date');
    const match = DATE.exec(text);
    if (match === null)
        return effective_refused(describeDate(text), missingPart(text));
    const [, date = '', time, fraction = '', offset = 'Z'] = match;
    const startOfDay = Date.parse(`${date}T00:00:00Z`);
    // Date.parse carries days over into the next month, so the date is compared with what it made of it.
    if (Number.isNaN(startOfDay) || new Date(startOfDay).toISOString().slice(0, 10) !== date) {
        return effective_refused(`"${date}"`, 'there is no such day');
    }
    if (time === undefined)
        return { ok: true, effectiveMs: startOfDay };
    if (!TIME.test(time))
        return effective_refused(`"${text}"`, 'there is no such time of day');
    const zulu = offset === 'Z' || offset === 'z';
    if (!zulu && !OFFSET.test(offset))
        return effective_refused(`"${text}"`, 'there is no such offset');
    const ms = fraction.padEnd(3, '0').slice(0, 3);
    const effectiveMs = Date.parse(`${date}T${time}.${ms}${zulu ? 'Z' : offset}`);
    const isTold = /^\d{4}-/.test(new Date(effectiveMs).toISOString());
    return isTold ? { ok: true, effectiveMs } : effective_refused(`"${text}"`, 'in UTC its year does not have four digits');
}
function describeDate(text) {
    if (text === '')
        return 'an empty text';
    return DATE_LIKE.test(text) ? `"${text}"` : 'a text that is not a date';
}
function missingPart(text) {
    if (/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?$/.test(text))
        return 'a time needs an offset, Z for UTC';
    if (/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?:[Zz]|[+-]\d{2}:\d{2})?$/.test(text))
        return 'a time needs its seconds';
    return undefined;
}
function effective_refused(found, why) {
    return { ok: false, problem: `found ${found}${why === undefined ? '' : `: ${why}`}; ${EFFECTIVE_ACCEPTED}` };
}

;// CONCATENATED MODULE: ./build/roster/keys.js


/** Keys of an entry; keys of a house's own start with `x-`. */
const ENTRY_KEYS = ['user_id', 'email', 'effective', 'ticket', 'name', 'note'];
/** Keys of a roster in mapping form. */
const ROSTER_KEYS = ['version', 'leavers'];
/** Longer keys are compared by their beginning only, since comparing takes the product of both lengths. */
const MAX_COMPARED = 40;
/** Gives the text of a key, or undefined when it is not a text. */
function keyText(key) {
    return (0,dist/* isScalar */.jn)(key) && typeof key.value === 'string' ? key.value : undefined;
}
/** Tells whether a key belongs to the house, so that its value is of no concern. */
function isOwnKey(key) {
    return key?.startsWith('x-') ?? false;
}
/** Words an unknown key. The key is not quoted, as it may be a name or an address; the place tells which one it is. */
function describeUnknownKey(key, known) {
    const accepted = `accepted are ${known.join(', ')} and keys that start with x-`;
    if (key === undefined)
        return `found a key that is not a text; ${accepted}`;
    if (key === '<<')
        return `found the key "<<": merge keys are not supported; ${accepted}`;
    return `found an unknown key, ${(0,wording/* describeText */.ld)(key)}: the nearest known key is "${nearest(key, known)}"; ${accepted}`;
}
function nearest(key, known) {
    const word = key.slice(0, MAX_COMPARED).toLowerCase();
    let best = '';
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const candidate of known) {
        const distance = editDistance(word, candidate);
        if (distance < bestDistance)
            [best, bestDistance] = [candidate, distance];
    }
    return best;
}
/** Counts the letters to insert, delete or replace that turn one word into the other (Levenshtein). */
function editDistance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/roster/nodes.js

/** Anchors of one file; a person writes a handful. */
const MAX_ANCHORS = 10_000;
/** Aliases of one file: two for each of the 100,000 entries that a roster may hold. */
const MAX_ALIASES = 200_000;
/** What is reported when a mapping has a key twice. */
const DUPLICATE_KEY = 'found the same key twice in one mapping';
/** Creates an index in which nodes must be added in the order of the file, as YAML lets anchors be redefined. */
function createNodeIndex(report) {
    const anchors = new Map();
    const targets = new WeakMap();
    let aliases = 0;
    function add(node) {
        if (node === null)
            return;
        if ((0,dist/* isAlias */.Vj)(node)) {
            aliases += 1;
            if (aliases === MAX_ALIASES + 1)
                report(offsetOf(node), `found more than ${MAX_ALIASES} aliases (*…)`);
            const target = anchors.get(node.source);
            if (target !== undefined)
                targets.set(node, target);
            return;
        }
        if (node.anchor !== undefined) {
            anchors.set(node.anchor, node);
            if (anchors.size === MAX_ANCHORS + 1)
                report(offsetOf(node), `found more than ${MAX_ANCHORS} anchors (&…)`);
        }
        if ((0,dist/* isSeq */.oP)(node))
            for (const item of node.items)
                add(item);
        if (!(0,dist/* isMap */.jh)(node))
            return;
        const seen = new Set();
        for (const { key, value } of node.items) {
            if ((0,dist/* isScalar */.jn)(key) && seen.has(key.value))
                report(offsetOf(key), DUPLICATE_KEY);
            if ((0,dist/* isScalar */.jn)(key))
                seen.add(key.value);
            add(key);
            add(value);
        }
    }
    return {
        add,
        resolve: (node) => targets.get(node) ?? node,
        isExceeded: () => anchors.size > MAX_ANCHORS || aliases > MAX_ALIASES,
    };
}
/** Gives the place where a node begins in the text. */
function offsetOf(node) {
    return node?.range?.[0] ?? 0;
}
/** Names the kind of a value without telling the value. */
function describeKind(node) {
    if ((0,dist/* isMap */.jh)(node))
        return 'a mapping';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,dist/* isScalar */.jn)(node))
        return 'an alias (*…) whose anchor (&…) does not stand before it';
    if (node.value === null)
        return 'an empty value';
    if (typeof node.value === 'boolean')
        return 'a boolean';
    return typeof node.value === 'number' ? 'a number' : 'a text';
}

;// CONCATENATED MODULE: ./build/roster/entry.js







const MAX_TICKET_LENGTH = 200;
const TICKET_ACCEPTED = `accepted is one line of at most ${MAX_TICKET_LENGTH} characters`;
const FIELDS = new Map([
    ['user_id', readUserId],
    ['email', readEmail],
    ['effective', readEffective],
    ['ticket', readTicket],
    ['name', readIgnored],
    ['note', readIgnored],
]);
/** Reads one entry, a user ID, an e-mail address or a mapping; undefined when something in it was reported. */
function readEntry(node, index, report) {
    if ((0,dist/* isMap */.jh)(node))
        return readMapping(node.items, index, { node, report });
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'string') {
        const field = looksLikeEmail(node.value) ? readEmail(node) : readUserId(node);
        if (field.ok)
            return field.fields;
        report(offsetOf(node), field.problem);
        return undefined;
    }
    const accepted = 'accepted are a user ID, an e-mail address or a mapping with user_id or email';
    report(offsetOf(node), `found ${describeKind(node)} as an entry; ${accepted}`);
    return undefined;
}
function looksLikeEmail(text) {
    return text.length <= wording/* MAX_VALUE_LENGTH */.CU && text.includes('@') && !text.trimStart().startsWith('<@');
}
function readMapping(pairs, index, { node, report }) {
    let entry = {};
    let isGood = true;
    let isNamed = false;
    for (const { key, value } of pairs) {
        const name = keyText(key);
        if (isOwnKey(name))
            continue;
        isNamed ||= name === 'user_id' || name === 'email';
        const field = readField(name, value, index);
        if (field.ok)
            entry = { ...entry, ...field.fields };
        else
            report(offsetOf(field.atKey ? key : (value ?? key)), field.problem);
        isGood &&= field.ok;
    }
    if (!isNamed)
        report(offsetOf(node), 'found an entry without user_id and email; one of them is needed');
    return isNamed && isGood ? withoutSpareEmail(entry) : undefined;
}
function readField(name, value, index) {
    const read = name === undefined ? undefined : FIELDS.get(name);
    if (read === undefined)
        return { ok: false, problem: describeUnknownKey(name, ENTRY_KEYS), atKey: true };
    const field = read(value === null ? undefined : index.resolve(value));
    return field.ok ? field : { ok: false, problem: `"${name}": ${field.problem}` };
}
/** The ID is enough, and an address that is not needed is better not carried about. */
function withoutSpareEmail(entry) {
    if (entry.userId === undefined)
        return entry;
    const { email: _spare, ...rest } = entry;
    return rest;
}
function readUserId(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongKind(value, 'accepted is a user ID as text');
    const parsed = (0,user_id/* parseUserId */.K)(text);
    return parsed.ok ? { ok: true, fields: { userId: parsed.userId } } : parsed;
}
function readEmail(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongKind(value, 'accepted is an e-mail address as text');
    const parsed = (0,email/* parseEmail */.wj)(text);
    return parsed.ok ? { ok: true, fields: { email: parsed.email } } : parsed;
}
function readEffective(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongKind(value, EFFECTIVE_ACCEPTED);
    const parsed = parseEffective(text);
    return parsed.ok ? { ok: true, fields: { effectiveMs: parsed.effectiveMs } } : parsed;
}
function readTicket(value) {
    const text = textOf(value) ?? numberText(value);
    if (text === undefined)
        return wrongKind(value, TICKET_ACCEPTED);
    const problem = ticketProblem(text);
    if (problem !== undefined)
        return { ok: false, problem: `found ${problem}; ${TICKET_ACCEPTED}` };
    return { ok: true, fields: { ticket: text } };
}
function ticketProblem(text) {
    if (text === '')
        return 'an empty text';
    // No character takes more than two units, so only a text that is short enough is counted by characters.
    if (text.length > 2 * MAX_TICKET_LENGTH || [...text].length > MAX_TICKET_LENGTH)
        return 'a text that is too long';
    if (/\p{Cc}|\u2028|\u2029/u.test(text))
        return 'a text of more than one line or with control characters';
    return text.isWellFormed() ? undefined : 'half of a character (a lone surrogate)';
}
function readIgnored(value) {
    if (value === undefined || (0,dist/* isScalar */.jn)(value))
        return { ok: true, fields: {} };
    return wrongKind(value, 'accepted is a single value');
}
function textOf(value) {
    return (0,dist/* isScalar */.jn)(value) && typeof value.value === 'string' ? value.value : undefined;
}
/** A number is copied as it was written, so that 007 stays 007. */
function numberText(value) {
    return (0,dist/* isScalar */.jn)(value) && Number.isFinite(value.value) ? value.source : undefined;
}
function wrongKind(value, accepted) {
    return { ok: false, problem: `found ${value === undefined ? 'no value' : describeKind(value)}; ${accepted}` };
}

;// CONCATENATED MODULE: ./build/roster/document.js





const ACCEPTED = 'accepted are a list of entries, or a mapping with "leavers"';
/** Creates the reader of one roster. */
function createRosterReader(report, onEntry) {
    const index = createNodeIndex(report);
    const readEntries = createEntriesReader(index, report, onEntry);
    const keys = new Set();
    let isMapping = false;
    function readPair({ key, value }) {
        index.add(key);
        index.add(value);
        const name = keyText(key);
        if (name !== undefined && keys.has(name))
            report(offsetOf(key), DUPLICATE_KEY);
        else if (name === 'leavers')
            readLeavers({ key, value });
        else if (name === 'version')
            checkVersion({ key, value });
        else if (!isOwnKey(name))
            report(offsetOf(key), unknownKey(name));
        keys.add(name);
    }
    function checkVersion({ key, value }) {
        if ((0,dist/* isScalar */.jn)(value) && value.value === 1)
            return;
        report(offsetOf(value ?? key), `"version": found ${describeVersion(value)}; accepted is 1`);
    }
    function readLeavers({ key, value }) {
        const list = value === null ? null : index.resolve(value);
        if ((0,dist/* isSeq */.oP)(list))
            readEntries(list.items);
        else if (!isEmpty(list)) {
            report(offsetOf(value ?? key), `"leavers": found ${describe(list)}; accepted is a list of entries`);
        }
    }
    function read(contents) {
        if ((0,dist/* isMap */.jh)(contents)) {
            isMapping = true;
            for (const pair of contents.items)
                readPair(pair);
        }
        else if ((0,dist/* isSeq */.oP)(contents)) {
            index.add(contents);
            readEntries(contents.items);
        }
        else if (!isEmpty(contents))
            report(offsetOf(contents), `found ${describe(contents)}; ${ACCEPTED}`);
        return !index.isExceeded();
    }
    function end() {
        if (isMapping && !keys.has('leavers'))
            report(0, 'found no key "leavers"; it is needed, though it may be empty');
    }
    return { read, end };
}
function createEntriesReader(index, report, onEntry) {
    const anchored = new Map();
    function entryOf(node) {
        // Read once, so that many aliases of a large entry neither take long nor repeat its problems.
        if (anchored.has(node))
            return anchored.get(node);
        const entry = readEntry(node, index, report);
        if (!(0,dist/* isAlias */.Vj)(node) && node.anchor !== undefined)
            anchored.set(node, entry);
        return entry;
    }
    return (items) => {
        for (const item of items) {
            const entry = entryOf(index.resolve(item));
            if (entry !== undefined)
                onEntry(entry, offsetOf(item));
        }
    };
}
function unknownKey(name) {
    const message = describeUnknownKey(name, ROSTER_KEYS);
    const isOfEntry = ENTRY_KEYS.some((key) => key === name);
    return isOfEntry ? `found "${name}" outside of an entry; entries are a list under "leavers"` : message;
}
function isEmpty(value) {
    return value === null || ((0,dist/* isScalar */.jn)(value) && value.value === null);
}
function describe(value) {
    return value === null ? 'no value' : describeKind(value);
}
function describeVersion(value) {
    return (0,dist/* isScalar */.jn)(value) && typeof value.value === 'number' ? (0,wording/* describeText */.ld)(value.source) : describe(value);
}

;// CONCATENATED MODULE: ./build/roster/syntax.js
/** Own words for what the parser finds, since its messages quote the file. */
const REASONS = {
    ALIAS_PROPS: 'an alias cannot have a tag or an anchor',
    BAD_ALIAS: 'an anchor or alias has no clear name',
    BAD_COLLECTION_TYPE: 'a tag does not fit the value that follows it',
    BAD_DIRECTIVE: 'a directive (a line that starts with %) is not understood',
    BAD_DQ_ESCAPE: 'a text in double quotes holds a \\ sequence that YAML does not know',
    BAD_INDENT: 'the indentation does not fit the lines above',
    BAD_PROP_ORDER: 'an anchor or tag stands before the indicator it must follow',
    BAD_SCALAR_START: 'a value starts with a character that needs quotes',
    BLOCK_AS_IMPLICIT_KEY: 'a list or mapping stands where a key or a single value must stand',
    BLOCK_IN_FLOW: 'a list or mapping in indented form stands inside [ ] or { }',
    DUPLICATE_KEY: 'a key is given twice',
    IMPOSSIBLE: 'the structure is not understood',
    KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
    MISSING_CHAR: 'a character is missing, such as a closing quote or bracket, a comma, a colon or a space',
    MULTILINE_IMPLICIT_KEY: 'a key spans more than one line',
    MULTIPLE_ANCHORS: 'a value has more than one anchor',
    MULTIPLE_DOCS: 'there is more than one document',
    MULTIPLE_TAGS: 'a value has more than one tag',
    NON_STRING_KEY: 'a key is not a text',
    RESOURCE_EXHAUSTION: 'the nesting is too deep',
    TAB_AS_INDENT: 'a tab is used as indentation; only spaces are allowed there',
    TAG_RESOLVE_FAILED: 'a tag (!…) is not supported or does not fit its value',
    UNEXPECTED_TOKEN: 'something stands where it cannot stand',
};
/** Words a finding of the YAML parser without quoting the file. */
function describeSyntaxError(error) {
    return `not valid YAML here: ${REASONS[error.code]}`;
}

;// CONCATENATED MODULE: ./build/roster/finished-nodes.js
/** The parser still looks at the last item of a collection, and for comments at the one before. */
const IN_USE = 2;
/**
 * Takes what is finished out of a parser's stack: pairs of the outermost mapping, then entries of the outermost
 * sequence or of the `leavers` sequence, each as a document of its own with offsets unchanged.
 */
function takeFinished(stack) {
    const [document, root, child] = stack;
    if (document?.type !== 'document' || !isCollection(root))
        return [];
    if (isSequence(root))
        return take(root, IN_USE);
    // While its last value is being read, nothing before that pair is looked at again.
    const pairs = take(root, child === undefined ? IN_USE : 1);
    const inLeavers = isCollection(child) && isSequence(child) && isLeavers(root.items.at(-1)?.key);
    return inLeavers ? [...pairs, ...take(child, IN_USE)] : pairs;
}
function take(collection, keep) {
    const count = collection.items.length - keep;
    if (count < 1)
        return [];
    // A missing comma is an error that only the neighbours together show, so the cut waits for a better place.
    if (collection.type === 'flow-collection' && !collection.items[count]?.start.some(isComma))
        return [];
    return [{ type: 'document', offset: collection.offset, start: [], value: split(collection, count) }];
}
function split(collection, count) {
    const finished = splitItems(collection, count);
    // The length of a key is measured from the beginning of the collection when the key is the first one.
    const [next] = collection.items;
    collection.offset = next?.key?.offset ?? next?.start[0]?.offset ?? collection.offset;
    return finished;
}
function splitItems(collection, count) {
    switch (collection.type) {
        case 'block-map':
            return { ...collection, items: collection.items.splice(0, count) };
        case 'block-seq':
            return { ...collection, items: collection.items.splice(0, count) };
        case 'flow-collection':
            return splitFlow(collection, count);
    }
}
function splitFlow(collection, count) {
    const items = collection.items.splice(0, count);
    const isSeq = isSequence(collection);
    if (isSeq)
        for (const item of items)
            settle(item);
    // What is left begins a collection of its own later on, where a comma may not come first.
    const rest = collection.items[0]?.start ?? [];
    rest.splice(rest.findIndex(isComma), 1);
    const { offset, indent } = collection;
    const end = isSeq
        ? { type: 'flow-seq-end', offset, indent, source: ']' }
        : { type: 'flow-map-end', offset, indent, source: '}' };
    return { ...collection, items, end: [end] };
}
/** The parser takes every item of a flow sequence for a key, and sets this right only at the end of the sequence. */
function settle(item) {
    const { key, sep, start } = item;
    if (key === undefined || key === null || sep === undefined || item.value !== undefined)
        return;
    if ([...start, ...sep].some(({ type }) => type === 'explicit-key-ind' || type === 'map-value-ind'))
        return;
    delete item.key;
    delete item.sep;
    item.value = key;
    // A long comment makes more tokens than a call takes arguments, so nothing is pushed here.
    const end = 'end' in key && key.end !== undefined ? [...key.end, ...sep] : sep;
    Object.assign(key, { end });
}
function isCollection(token) {
    return token?.type === 'block-map' || token?.type === 'block-seq' || token?.type === 'flow-collection';
}
function isSequence(collection) {
    return collection.type === 'block-seq' || ('start' in collection && collection.start.type === 'flow-seq-start');
}
function isComma(token) {
    return token.type === 'comma';
}
function isLeavers(key) {
    return key !== undefined && key !== null && 'source' in key && /^(["']?)leavers\1$/.test(key.source);
}

;// CONCATENATED MODULE: ./build/roster/yaml-stream.js


/** An entry lies three levels deep; this leaves room for what a house adds. */
const MAX_DEPTH = 64;
/** How many tokens are read before finished entries are handed over: few enough that most of a part dies young. */
const PART_TOKENS = 500;
/** A single entry or value of more tokens than this can only be there to exhaust the memory. */
const MAX_UNFINISHED_TOKENS = 250_000;
/** Directives, documents and errors; a text with more of them is not a roster at all. */
const MAX_OUTER_TOKENS = 100;
const OPTIONS = {
    version: '1.2',
    schema: 'core',
    merge: false,
    // The package compares each key with all others of its mapping, which takes minutes on a hostile file.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
};
const yaml_stream_REASONS = {
    directive: 'found a YAML directive other than %YAML 1.2; no other is supported',
    documents: 'found more than one YAML document; accepted is one document a file',
    depth: `found values nested more than ${MAX_DEPTH} levels deep`,
    size: 'found a single entry, value or comment that is too large to be read',
};
/**
 * Parses a roster part by part, so that only one part of its nodes is in memory at a time.
 *
 * In the order of the file, a part holds finished pairs of the outermost mapping (as a mapping) or finished entries
 * (as a sequence); the last part is the document with what was left of it.
 *
 * @param partTokens - how often finished nodes are handed over; makes no difference to the nodes
 */
function* parseInParts(text, partTokens = PART_TOKENS) {
    const parser = new dist/* Parser */.iX();
    const outer = [];
    let read = 0;
    let takenAt = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        for (const token of parser.next(lexeme))
            keepRelevant(outer, token);
        if (outer.length > MAX_OUTER_TOKENS)
            break;
        if (parser.stack.length > MAX_DEPTH)
            return yield stop(parser.offset, 'depth');
        read += 1;
        if (read % partTokens !== 0)
            continue;
        if (outer.some(isDocument))
            break;
        for (const token of takeFinished(parser.stack)) {
            takenAt = read;
            yield* compose([token], text.length, false);
        }
        if (read - takenAt > MAX_UNFINISHED_TOKENS)
            return yield stop(parser.offset, 'size');
    }
    for (const token of parser.end())
        keepRelevant(outer, token);
    yield* composeRest(outer, text.length);
}
function keepRelevant(outer, token) {
    if (token.type !== 'comment' && token.type !== 'newline' && token.type !== 'space')
        outer.push(token);
}
function* composeRest(outer, length) {
    for (const token of outer) {
        // %YAML 1.1 would turn words such as "no" into booleans, %TAG would give every tag another meaning.
        if (token.type === 'directive' && !/^%YAML[ \t]+1\.2[ \t]*$/.test(token.source)) {
            return yield stop(token.offset, 'directive');
        }
    }
    const [, second] = outer.filter(isDocument);
    const first = second === undefined ? outer : outer.slice(0, outer.indexOf(second));
    yield* compose(first, length, true);
    if (second !== undefined)
        yield stop(second.offset, 'documents');
}
function* compose(tokens, length, last) {
    for (const document of new dist/* Composer */.Dk(OPTIONS).compose(tokens, true, length))
        yield { kind: 'nodes', document, last };
}
function isDocument(token) {
    return token.type === 'document';
}
function stop(offset, reason) {
    return { kind: 'stop', offset, message: yaml_stream_REASONS[reason] };
}

;// CONCATENATED MODULE: ./build/roster/parse.js





/** After so many problems a file is not worth reading on. */
const MAX_PROBLEMS = 1000;
/** As many people as the input `max-users` can ever allow. */
const MAX_ENTRIES = 1_000_000;
/**
 * Reads a roster and finds all of its problems at once.
 *
 * @param file - path of the roster as the user knows it
 */
function parseRoster(bytes, file) {
    const steps = parseRosterInSteps(bytes, file);
    for (;;) {
        const step = steps.next();
        if (step.done === true)
            return step.value;
    }
}
/**
 * Reads a roster like `parseRoster`, part by part; before each part it yields who was read up to then.
 *
 * @param partTokens - how large a part is; makes no difference to what is found
 */
function* parseRosterInSteps(bytes, file, partTokens) {
    const decoded = decodeRoster(bytes, file);
    if (!decoded.ok)
        return { mentions: [], problems: [decoded.problem] };
    const place = placesIn(decoded.text);
    const problems = [];
    const mentions = [];
    const report = (offset, message) => problems.push({ message, file, ...place(offset) });
    const reader = createRosterReader(report, (entry, offset) => mentions.push({ ...entry, source: `${file}:${place(offset).line}` }));
    const isEnough = () => problems.length >= MAX_PROBLEMS || mentions.length > MAX_ENTRIES;
    let isValid = true;
    let isWhole = true;
    for (const part of parseInParts(decoded.text, partTokens)) {
        yield mentions;
        const errors = reportErrors(part, report);
        // Values near a syntax error are not what was meant, and complaints about them would bury the error.
        isValid &&= errors === 0;
        isWhole = part.kind === 'nodes' && !isEnough() && (!isValid || reader.read(part.document.contents));
        if (!isWhole)
            break;
    }
    if (isWhole && isValid)
        reader.end();
    if (mentions.length > MAX_ENTRIES)
        problems.push({ message: `found more than ${MAX_ENTRIES} entries`, file });
    return { mentions, problems: inOrder(problems, file) };
}
/** @returns how many errors there are, without mere warnings */
function reportErrors(part, report) {
    if (part.kind === 'stop') {
        report(part.offset, part.message);
        return 1;
    }
    const { errors, warnings } = part.document;
    for (const error of [...errors, ...warnings])
        report(error.pos[0], describeSyntaxError(error));
    return errors.length;
}
function placesIn(text) {
    const counter = new dist/* LineCounter */.HN();
    counter.addNewLine(0);
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        counter.addNewLine(at + 1);
    return (offset) => {
        const { line, col } = counter.linePos(Math.min(offset, text.length));
        return { line, column: col };
    };
}
function inOrder(problems, file) {
    const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    if (sorted.length <= MAX_PROBLEMS)
        return sorted;
    const message = `found more than ${MAX_PROBLEMS} problems; the others are not listed`;
    return [...sorted.slice(0, MAX_PROBLEMS), { message, file }];
}

;// CONCATENATED MODULE: ./build/roster/index.js
// All about roster files in one chunk of the bundle, which only a run with a roster loads: it holds the YAML parser.




/***/ })

};
