export const id = 457;
export const ids = [457];
export const modules = {

/***/ 1457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRosterFiles: () => (/* binding */ readRosterFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4177);
/* harmony import */ var _roster_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6159);





const TEMP_PREFIX = 'RUNNER_TEMP/';
/** Characters that would break a message, or a table, in the middle of a path. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const OUTSIDE = 'lies outside of GITHUB_WORKSPACE and RUNNER_TEMP, links resolved';
/** Reads the roster files that the lines of the input `roster` name, each file once, and finds all problems at once. */
function readRosterFiles(patterns, { workspace, temp }) {
    const roots = [...toRoot(workspace, ''), ...(temp === undefined ? [] : toRoot(temp, TEMP_PREFIX))];
    const files = new Map();
    const problems = [];
    for (const found of patterns.flatMap((pattern) => findFiles(pattern, { workspace: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace), roots }))) {
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
    return exists(folder) ? [{ real: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder), prefix }] : [];
}
function findFiles(pattern, search) {
    try {
        if (pattern.includes('\0'))
            return [refused(pattern, 'holds a NUL character')];
        const literal = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(search.workspace, pattern);
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
    const segments = pattern.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep === '\\' ? /[\\/]/ : '/');
    const fixed = segments.slice(0, segments.findIndex(isGlob)).join('/');
    const start = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(search.workspace, fixed === '' && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(pattern) ? node_path__WEBPACK_IMPORTED_MODULE_2__.sep : fixed);
    if (!exists(start))
        return [];
    // A search that starts outside could walk through the whole disk, only to have its matches refused.
    if (placeOf((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(start), search.roots) === undefined)
        return [refused(pattern, OUTSIDE)];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.globSync)(pattern, { cwd: search.workspace })
        .map((match) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(search.workspace, match))
        .sort()
        .filter((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? true)
        .map((path) => locate(path, search));
}
/** Looks at a file without opening it, since opening a pipe would wait for somebody to write to it. */
function locate(path, { workspace, roots }) {
    const given = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(workspace, path);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path);
        if (!stats.isFile())
            return refused(given, `is ${kindOf(stats)}, not a file`);
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path);
        const place = placeOf(real, roots);
        if (place === undefined)
            return refused(given, OUTSIDE);
        if (UNPRINTABLE.test(place.path))
            return refused(given, 'has a control character in its name');
        if (stats.size <= _roster_text_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ROSTER_BYTES */ .j)
            return { ok: true, real, place };
        return refused(given, `has ${stats.size} bytes; accepted are ${_roster_text_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ROSTER_BYTES */ .j} bytes (10 MiB) at most`);
    }
    catch (error) {
        return refused(given, `cannot be read (${codeOf(error)})`);
    }
}
function readFile(real, place) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(real);
        return { ok: true, file: { ...place, bytes, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex') } };
    }
    catch (error) {
        return refused(place.path, `cannot be read (${codeOf(error)})`);
    }
}
function placeOf(real, roots) {
    for (const root of roots) {
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root.real, real);
        if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(inside))
            continue;
        const path = inside.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/');
        return { path: `${root.prefix}${path}`, repositoryPath: root.prefix === '' ? path : undefined };
    }
    return undefined;
}
function exists(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false }) !== undefined;
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
    const shown = path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '\uFFFD');
    const isContent = /\S@\S+\.\S|^- |: |\s.*\s.*\s/.test(shown);
    const what = isContent ? `${(0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeText */ .ld)(shown)}, which is no path of a roster file,` : `"${shown}"`;
    return { ok: false, problem: { message: `"roster": ${what} ${why}` } };
}


/***/ }),

/***/ 6159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ MAX_ROSTER_BYTES),
/* harmony export */   m: () => (/* binding */ decodeRoster)
/* harmony export */ });
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


/***/ })

};
