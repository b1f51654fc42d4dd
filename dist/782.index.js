"use strict";
exports.id = 782;
exports.ids = [782];
exports.modules = {

/***/ 8795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ blobShaOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Git's checksum of a file: of a header and the bytes.
 *
 * @param length - of the checksum: 40 for SHA-1, 64 for SHA-256 repositories
 */
function blobShaOf(bytes, length) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}


/***/ }),

/***/ 3667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/** GitHub did not do what was asked; the message says what to check. */
class GitHubError extends Error {
    /** HTTP status, if one came back. */
    status;
    constructor(message, status) {
        super(message);
        this.name = 'GitHubError';
        this.status = status;
    }
}


/***/ }),

/***/ 7782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findAddedProblems: () => (/* reexport */ findAddedProblems),
  findRosterChange: () => (/* reexport */ findRosterChange),
  readRosters: () => (/* reexport */ readRosters)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/people/problem.js
var problem = __webpack_require__(92);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/github/github-error.js
var github_error = __webpack_require__(3667);
;// CONCATENATED MODULE: ./build/github/base.js

/**
 * Finds the commit that a change was made from.
 *
 * @param checkedOutSha - the commit whose files are in the workspace
 * @throws GitHubError
 */
async function findRange(change, checkedOutSha, repository) {
    switch (change.kind) {
        case 'since':
            return (await contains(checkedOutSha, [change.headSha ?? checkedOutSha], repository))
                ? { kind: 'range', baseSha: change.sha }
                : notCheckedOut(checkedOutSha, 'what was pushed', 'github.sha');
        case 'merged':
            return (await contains(checkedOutSha, [change.mergeSha, change.headSha], repository))
                ? findMergedRange(change, repository)
                : notCheckedOut(checkedOutSha, 'this pull request', 'github.event.pull_request.merge_commit_sha');
        case 'pull-request':
            return findOpenRange(change, checkedOutSha, repository);
    }
}
/** Whether a commit is one of these or has one of them among its ancestors. */
async function contains(checkedOutSha, shas, repository) {
    if (shas.includes(checkedOutSha))
        return true;
    for (const sha of shas) {
        if ((await repository.findMergeBase(sha, checkedOutSha).catch(ignoreNoAncestor)) === sha)
            return true;
    }
    return false;
}
/** GitHub does not compare histories that have nothing in common. */
function ignoreNoAncestor(error) {
    if (!(error instanceof github_error/* GitHubError */.y && /no common ancestor/i.test(error.message)))
        throw error;
}
function notCheckedOut(sha, what, expression) {
    const problem = `the commit that is checked out (${sha.slice(0, 7)}) does not contain ${what}: ` +
        `check it out with actions/checkout, "ref: $\{{ ${expression} }}"`;
    return { kind: 'problem', problem };
}
/** Others may have been merged since the head was made, so it is compared with where it branched off. */
async function findMergedRange({ headSha, mergeSha }, repository) {
    if (mergeSha === headSha) {
        return { kind: 'problem', problem: PUSHED };
    }
    const [first, second] = await repository.readParents(mergeSha);
    // A squash and a rebase leave one parent, and the head's own commits are not among the ancestors then.
    const branchedFrom = second === undefined ? mergeSha : (first ?? mergeSha);
    const baseSha = await repository.findMergeBase(branchedFrom, headSha);
    return baseSha === headSha ? { kind: 'problem', problem: PUSHED } : { kind: 'range', baseSha, headSha };
}
const PUSHED = 'the commits of this pull request were pushed to its base branch, so it no longer shows what they added: ' +
    'run on push as well';
async function findOpenRange({ headSha, baseBranch }, checkedOutSha, repository) {
    if (checkedOutSha !== headSha) {
        const [first, second] = await repository.readParents(checkedOutSha);
        if (first !== undefined && second === headSha) {
            // GitHub's merge commit: everything else in it has been on the base branch before.
            return { kind: 'range', baseSha: first };
        }
    }
    const baseSha = await repository.findMergeBase(await repository.readBranch(baseBranch), checkedOutSha);
    if (baseSha === checkedOutSha && checkedOutSha !== headSha) {
        const problem = `the commit that is checked out (${checkedOutSha.slice(0, 7)}) is not the pull request's: ` +
            'have actions/checkout take its head, "ref: $' +
            '{{ github.event.pull_request.head.sha }}"';
        return { kind: 'problem', problem };
    }
    return { kind: 'range', baseSha };
}

// EXTERNAL MODULE: ./build/github/blob-sha.js
var blob_sha = __webpack_require__(8795);
;// CONCATENATED MODULE: ./build/github/tree.js

/**
 * Opens the tree of a commit. One request lists a whole repository, up to GitHub's limit; beyond it, each folder that
 * is needed is listed by itself.
 *
 * @see https://docs.github.com/en/rest/git/trees#get-a-tree
 */
async function openTree(sha, repository) {
    const folders = new Map();
    const all = await repository.listTree(sha, { recursive: true });
    if (all.isComplete) {
        addAll(folders, '', all.entries);
    }
    const findFolder = async (folder) => {
        if (folder === '') {
            return sha;
        }
        const entry = (await list(parentOf(folder)))?.get(nameOf(folder));
        return entry?.kind === 'folder' ? entry.sha : undefined;
    };
    const list = async (folder) => {
        const known = folders.get(folder);
        if (known !== undefined || all.isComplete) {
            return known;
        }
        const treeSha = await findFolder(folder);
        if (treeSha === undefined) {
            return undefined;
        }
        const { entries, isComplete } = await repository.listTree(treeSha, { recursive: false });
        if (!isComplete) {
            throw new github_error/* GitHubError */.y(`GitHub did not list all files of one folder at ${sha.slice(0, 7)} (too many)`, undefined);
        }
        const byName = new Map(entries.map((entry) => [entry.path, entry]));
        folders.set(folder, byName);
        return byName;
    };
    return {
        sha,
        list,
        expect: async (folder) => {
            const isListed = all.isComplete || folder === '' || folders.has(folder);
            const treeSha = isListed ? undefined : await findFolder(folder);
            const below = treeSha === undefined ? undefined : await repository.listTree(treeSha, { recursive: true });
            if (below?.isComplete === true) {
                addAll(folders, folder, below.entries);
            }
        },
        findBlob: (blob) => {
            for (const [folder, entries] of folders) {
                const found = [...entries].find(([, entry]) => entry.kind === 'file' && entry.sha === blob);
                if (found !== undefined) {
                    return joinPath(folder, found[0]);
                }
            }
            return undefined;
        },
    };
}
/** Sorts a recursive list, whose paths start at `root`, by folders. */
function addAll(folders, root, entries) {
    const byFolder = new Map([[root, new Map()]]);
    for (const entry of entries) {
        const path = joinPath(root, entry.path);
        const siblings = byFolder.get(parentOf(path)) ?? new Map();
        byFolder.set(parentOf(path), siblings.set(nameOf(path), entry));
        if (entry.kind === 'folder' && !byFolder.has(path)) {
            byFolder.set(path, new Map());
        }
    }
    for (const [folder, siblings] of byFolder) {
        folders.set(folder, siblings);
    }
}
function joinPath(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./build/people/wording.js
var wording = __webpack_require__(2519);
// EXTERNAL MODULE: ./build/people/person.js
var person = __webpack_require__(5134);
;// CONCATENATED MODULE: ./build/roster/changes.js

/**
 * Compares rosters person by person: a person is added who was absent before or whose due moment has changed. A
 * person with several entries is due as soon as one of them is. The file that an entry is in makes no difference.
 */
function compareRosters({ before, now, head = now }) {
    const [earlier, made, present] = [earliestOf(before), earliestOf(head), earliestOf(now)];
    const isOther = (identity, people) => {
        const [from, to] = [earlier.get(identity), people.get(identity)];
        return to !== undefined && (from === undefined || from.effectiveMs !== to.effectiveMs);
    };
    const isAdded = (identity) => isOther(identity, made) && isOther(identity, present);
    const people = [...present].filter(([identity]) => isAdded(identity));
    return {
        added: now.filter((mention) => isAdded((0,person/* identityOf */.c)(mention))),
        removed: [...earlier]
            .filter(([identity]) => !made.has(identity) && !present.has(identity))
            .map(([, mention]) => toPlace(mention)),
        moved: people.flatMap(([identity, to]) => {
            const from = earlier.get(identity);
            return from === undefined ? [] : [{ ...toPlace(to), fromMs: from.effectiveMs, toMs: to.effectiveMs }];
        }),
    };
}
/** Everybody once, by the entry that makes the person due first. */
function earliestOf(mentions) {
    const people = new Map();
    for (const mention of mentions) {
        const identity = (0,person/* identityOf */.c)(mention);
        const other = people.get(identity);
        if (other === undefined || toNumber(mention) < toNumber(other))
            people.set(identity, mention);
    }
    return people;
}
function toNumber({ effectiveMs }) {
    return effectiveMs ?? Number.NEGATIVE_INFINITY;
}
/** Addresses are not passed on: the place of the entry is enough. */
function toPlace({ userId, source }) {
    return userId === undefined ? { source } : { userId, source };
}

;// CONCATENATED MODULE: ./build/github/checkout.js


const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const MAX_REFS = 5;
/**
 * Finds the checkout that a path of the workspace belongs to: the nearest folder that has a `.git`. Git itself is not
 * needed, and not run: the machine may lack it, and a repository's settings can make it run programs.
 *
 * @param path - relative to the workspace
 * @returns undefined where no folder up to the workspace has a `.git`, as after a checkout without git
 */
function findCheckout(path, workspace) {
    const root = (0,external_node_path_.resolve)(workspace);
    for (let folder = (0,external_node_path_.resolve)(root, path);; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git'))) {
            return { folder: (0,external_node_path_.relative)(root, folder).split(external_node_path_.sep).join('/'), sha: readHead(folder) };
        }
        if (folder === root || !folder.startsWith(root)) {
            return undefined;
        }
    }
}
/**
 * Finds where files of the workspace stand in the repository that the workflow runs in, by their paths. Files of a
 * checkout of another commit are left out, since nothing says which repository that commit is from.
 *
 * @param files - with their paths as shown, and relative to the workspace
 * @param shas - commits of the repository that may be checked out; the first where no checkout says which
 */
function findPlaces(files, { workspace, shas }) {
    const checkouts = new Map();
    const found = new Map();
    for (const { path, repositoryPath } of files) {
        // A link would reveal a masked path.
        if (path !== repositoryPath)
            continue;
        const folder = external_node_path_.posix.dirname(path);
        if (!checkouts.has(folder)) {
            checkouts.set(folder, findCheckout(folder, workspace));
        }
        const checkout = checkouts.get(folder);
        const sha = checkout === undefined ? shas[0] : shas.find((one) => one === checkout.sha);
        if (sha !== undefined && sha !== null) {
            found.set(path, { path: checkout === undefined ? path : external_node_path_.posix.relative(checkout.folder, path), sha });
        }
    }
    return found;
}
/** The commit that HEAD stands for, detached, on a branch, or in another worktree. */
function readHead(folder) {
    const gitFolder = findGitFolder((0,external_node_path_.join)(folder, '.git'));
    const common = readLine((0,external_node_path_.join)(gitFolder, 'commondir'));
    const folders = common === undefined ? [gitFolder] : [gitFolder, (0,external_node_path_.resolve)(gitFolder, common)];
    let value = readLine((0,external_node_path_.join)(gitFolder, 'HEAD'));
    for (let depth = 0; depth < MAX_REFS && value !== undefined && !SHA.test(value); depth += 1) {
        const ref = /^ref: (refs\/[^\0]+)$/.exec(value)?.[1];
        value = ref === undefined || ref.includes('..') ? undefined : readRef(ref, folders);
    }
    return value !== undefined && SHA.test(value) ? value : undefined;
}
/** In a worktree and in a submodule, `.git` is a file that names the folder. */
function findGitFolder(path) {
    if ((0,external_node_fs_.statSync)(path).isDirectory()) {
        return path;
    }
    const named = /^gitdir: (.+)$/.exec(readLine(path) ?? '')?.[1];
    return named === undefined ? path : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), named);
}
function readRef(ref, folders) {
    for (const folder of folders) {
        const value = readLine((0,external_node_path_.join)(folder, ref)) ?? findPacked(ref, folder);
        if (value !== undefined) {
            return value;
        }
    }
    return undefined;
}
function findPacked(ref, folder) {
    const lines = readText((0,external_node_path_.join)(folder, 'packed-refs'))?.split('\n') ?? [];
    return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}
function readLine(file) {
    return readText(file)?.split(/\r?\n/)[0];
}
function readText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/roster/tree-copy.js


/** Stands for the commit of any submodule. */
const SUBMODULE = 'submodule';
/** Where a link out of the tree leads. */
const OUTSIDE = { kind: 'elsewhere', path: '..', what: 'link', way: new Map() };
/**
 * The folders, links and names of files of a commit, created on disk as needed; the files are empty. So
 * the same search, by the same Node.js, answers what a pattern matches in a commit and what it matches in a workspace.
 */
class TreeCopy {
    #tree;
    #root;
    #readLink;
    #blobs = new Map();
    #links = new Map();
    #elsewhere = new Map();
    /** @param root - an empty folder, links resolved */
    constructor(tree, root, readLink) {
        this.#tree = tree;
        this.#root = root;
        this.#readLink = readLink;
    }
    /** The blob of a file that was copied, by its path in the tree. */
    blobAt(path) {
        return this.#blobs.get(path);
    }
    /** What has been come across whose files are not in the commit. */
    get elsewhere() {
        return [...this.#elsewhere.values()];
    }
    /** Copies what is needed. A link that leads nowhere, or out of the tree, is left out. @throws GitHubError */
    async add({ start, depth, fileNames }) {
        const reached = await this.#reach([], start);
        if (reached?.kind === 'folder' && depth > 0) {
            await this.#addBelow(reached.path, { depth, fileNames, done: new Map() });
        }
    }
    /** Follows a path from a folder and copies whatever it touches. */
    async #reach(from, parts) {
        let folder = [...from];
        for (const [index, name] of parts.entries()) {
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                if (folder.pop() === undefined)
                    return OUTSIDE;
                continue;
            }
            const reached = await this.#step(folder, name);
            if (reached?.kind === 'elsewhere') {
                return reached;
            }
            if (reached?.kind !== 'folder') {
                return index === parts.length - 1 ? reached : undefined;
            }
            folder = [...reached.path];
        }
        return { kind: 'folder', path: folder };
    }
    async #step(folder, name) {
        const entry = (await this.#tree.list(folder.join('/')))?.get(name);
        const path = [...folder, name];
        switch (entry?.kind) {
            case 'folder':
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(this.#root, ...path), { recursive: true });
                return { kind: 'folder', path };
            case 'file':
                this.#addFile(path, entry.sha);
                return { kind: 'file' };
            case 'link':
                return this.#follow(path, entry.sha);
            case 'submodule':
                return this.#note(path.join('/'), 'submodule', [[path.join('/'), SUBMODULE]]);
            default:
                return undefined;
        }
    }
    async #follow(path, sha) {
        const key = path.join('/');
        if (!this.#links.has(key)) {
            // Until it is known where this link leads, it leads nowhere: links can go round in a circle.
            this.#links.set(key, undefined);
            const target = await this.#readLink(key, sha);
            const reached = await this.#reachTarget(path.slice(0, -1), target);
            if (reached?.kind === 'elsewhere') {
                this.#links.set(key, this.#note(key, 'link', [[key, sha], ...reached.way]));
            }
            else if (reached !== undefined) {
                this.#links.set(key, reached);
                this.#make(path, (at) => (0,external_node_fs_.symlinkSync)(target, at));
            }
        }
        return this.#links.get(key);
    }
    async #reachTarget(from, target) {
        if (target === '' || target.includes('\0'))
            return undefined;
        return (0,external_node_path_.isAbsolute)(target) ? OUTSIDE : this.#reach(from, target.split('/'));
    }
    #note(path, what, way) {
        const elsewhere = { kind: 'elsewhere', path, what, way: new Map(way) };
        this.#elsewhere.set(path, elsewhere);
        return elsewhere;
    }
    async #addBelow(folder, { depth, fileNames, done }) {
        const path = folder.join('/');
        if ((done.get(path) ?? 0) >= depth)
            return;
        done.set(path, depth);
        if (depth === Number.POSITIVE_INFINITY) {
            await this.#tree.expect(path);
        }
        for (const [name, { kind }] of (await this.#tree.list(path)) ?? []) {
            const isUnwanted = kind === 'file' && fileNames !== undefined && !(0,external_node_path_.matchesGlob)(name, fileNames);
            const reached = isUnwanted ? undefined : await this.#step(folder, name);
            if (reached?.kind === 'folder' && depth > 1) {
                await this.#addBelow(reached.path, { depth: depth - 1, fileNames, done });
            }
        }
    }
    #addFile(path, sha) {
        const key = path.join('/');
        if (!this.#blobs.has(key)) {
            this.#blobs.set(key, sha);
            this.#make(path, (at) => (0,external_node_fs_.writeFileSync)(at, ''));
        }
    }
    #make(path, write) {
        const at = (0,external_node_path_.join)(this.#root, ...path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(at), { recursive: true });
        write(at);
    }
}

;// CONCATENATED MODULE: ./build/roster/tree-files.js



/**
 * Finds what the lines of the input `roster` name when a commit is checked out. Links count as they are in the commit.
 *
 * @throws GitHubError
 */
async function findTreeFiles(lines, tree, { workspace, folder, temp, readLink }) {
    const root = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temp, 'slack-session-reset-')));
    try {
        const checkout = (0,external_node_path_.join)(root, folder);
        (0,external_node_fs_.mkdirSync)(checkout, { recursive: true });
        const copy = new TreeCopy(tree, checkout, readLink);
        const inside = lines.flatMap((line) => toRelative(line, workspace) ?? []);
        for (const wanted of inside.flatMap((line) => toWanted(line, folder))) {
            await copy.add(wanted);
        }
        const files = new Map();
        for (const match of inside.flatMap((line) => findMatches(line, root))) {
            const path = (0,external_node_path_.relative)(checkout, (0,external_node_fs_.realpathSync)(match)).split(external_node_path_.sep).join('/');
            const sha = copy.blobAt(path);
            if (sha !== undefined)
                files.set(path, sha);
        }
        const isNamed = (path) => inside.some((line) => leadsTo(line, external_node_path_.posix.join(folder, path)));
        return { files, elsewhere: copy.elsewhere.map((one) => ({ ...one, isNamed: isNamed(one.path) })) };
    }
    finally {
        (0,external_node_fs_.rmSync)(root, { recursive: true, force: true });
    }
}
/** Whether a line names a path, or goes through it. A pattern of any number of folders goes through no link. */
function leadsTo(line, path) {
    const plain = external_node_path_.posix.normalize(line);
    const way = plain.split('/').slice(0, path.split('/').length);
    const isWay = !way.some((part) => part.includes('**')) && (0,external_node_path_.matchesGlob)(path, way.join('/'));
    // Alternatives of several parts cannot be followed part by part.
    return isWay || (0,external_node_path_.matchesGlob)(path, plain) || /\{[^}]*\//.test(plain);
}
/** A line that leads out of the workspace matches nothing in a commit. */
function toRelative(line, workspace) {
    const path = line.split(external_node_path_.sep).join('/');
    if (!(0,external_node_path_.isAbsolute)(line) && !path.startsWith('..'))
        return path;
    const inside = (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), (0,external_node_path_.resolve)(workspace, line)).split(external_node_path_.sep).join('/');
    return inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside) ? undefined : inside;
}
/** The parts of the tree that a line can match: as it stands, and as a pattern. */
function toWanted(line, folder) {
    const parts = line.split('/');
    const literal = startIn(folder, parts);
    const wanted = literal === undefined ? [] : [{ start: literal, depth: 0, fileNames: undefined }];
    const first = parts.findIndex(isGlob);
    if (first === -1)
        return wanted;
    const pattern = parts.slice(first);
    const start = startIn(folder, parts.slice(0, first)) ?? startAbove(folder, parts.slice(0, first));
    if (start === undefined)
        return wanted;
    const last = pattern.at(-1) ?? '';
    return [
        ...wanted,
        {
            start,
            depth: pattern.some((part) => part.includes('**')) ? Number.POSITIVE_INFINITY : pattern.length,
            fileNames: /[{}()]|^\.*$/.test(last) ? undefined : last,
        },
    ];
}
function startIn(folder, parts) {
    const path = external_node_path_.posix.relative(folder, external_node_path_.posix.normalize(parts.join('/') || '.'));
    return path.startsWith('..') ? undefined : path.split('/');
}
/** A pattern that begins above the checkout can match the checkout's own folder on its way. */
function startAbove(folder, parts) {
    return external_node_path_.posix.relative(external_node_path_.posix.normalize(parts.join('/') || '.'), folder).startsWith('..') ? undefined : [];
}
function findMatches(line, cwd) {
    const literal = (0,external_node_path_.resolve)(cwd, line);
    const found = (0,external_node_fs_.statSync)(literal, { throwIfNoEntry: false }) === undefined ? (0,external_node_fs_.globSync)(line, { cwd }) : [literal];
    return found
        .map((match) => (0,external_node_path_.resolve)(cwd, match))
        .filter((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true);
}
/** Whether a part of a path is a pattern, and not a name. */
function isGlob(part) {
    return /[*?[{]|[@+!]\(/.test(part);
}

;// CONCATENATED MODULE: ./build/roster/checked-out.js








const checked_out_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * Finds which commit the roster files of the workspace are from. A checkout says so; without one, as after a
 * download without git, it is the commit of the workflow run, in the folder whose files match that commit.
 *
 * @throws InputError when they cannot be from one commit of the repository that the workflow runs in
 */
async function findCheckedOut(search, repository) {
    const outside = search.files.filter(({ repositoryPath }) => repositoryPath === undefined);
    if (outside.length > 0) {
        refuse(`${outside.map(({ path }) => path).join(', ')} is outside the repository and has no earlier version`);
    }
    const checkout = findOneCheckout(search);
    const sha = checkout?.sha ?? search.runSha;
    if (!checked_out_SHA.test(sha)) {
        refuse('neither the checkout nor GITHUB_SHA says which commit is checked out');
    }
    const tree = await checked_out_open(sha, { search, repository, folder: checkout?.folder ?? '' });
    return { tree, folder: checkout?.folder ?? (await guessFolder(search.files, tree)) };
}
async function checked_out_open(sha, { search, repository, folder }) {
    try {
        return await openTree(sha, repository);
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y) || (error.status !== 404 && error.status !== 422)) {
            throw error;
        }
        const where = folder === '' ? 'in the workspace' : `in ${folder}/`;
        return refuse(`the commit ${where} (${sha.slice(0, 7)}) was not found in ${search.repositoryName}, where this workflow runs: ` +
            'it is a checkout of another repository, or "github-token" may not read this one (permissions: contents: ' +
            `read). ${error.message}`);
    }
}
function findOneCheckout({ files, lines, workspace }) {
    const paths = files.length > 0 ? files.map(({ repositoryPath }) => repositoryPath ?? '') : lines.map(toFixedFolder);
    const checkouts = new Map();
    for (const path of paths) {
        const checkout = findCheckout(external_node_path_.posix.dirname(path), workspace);
        checkouts.set(checkout?.folder ?? '', checkout);
    }
    if (checkouts.size > 1) {
        const folders = [...checkouts.keys()].map((folder) => (folder === '' ? 'the workspace itself' : `${folder}/`));
        refuse(`the roster files are in several checkouts (${folders.join(', ')}), but an event is about one repository`);
    }
    return [...checkouts.values()][0];
}
/** The part of a line before any pattern, used if nothing matches. */
function toFixedFolder(line) {
    const parts = line.split('/');
    const first = parts.findIndex(isGlob);
    const fixed = external_node_path_.posix.normalize(parts.slice(0, first === -1 ? -1 : first).join('/') || '.');
    return fixed.startsWith('..') || fixed.startsWith('/') ? '.' : `${fixed}/.`;
}
/** The highest folder relative to which the first roster file has the same path and content as in the commit. */
async function guessFolder([file], tree) {
    const parts = file?.repositoryPath?.split('/') ?? [];
    for (let depth = 0; depth < parts.length; depth += 1) {
        const path = parts.slice(depth).join('/');
        const entry = (await tree.list(path.split('/').slice(0, -1).join('/')))?.get(external_node_path_.posix.basename(path));
        if (file !== undefined && entry?.kind === 'file' && isContent(file.bytes, entry.sha)) {
            return parts.slice(0, depth).join('/');
        }
    }
    return '';
}
/**
 * Makes sure that the workspace has exactly the roster files of the commit that is checked out.
 *
 * @param present - what the lines name in that commit: path \u2192 blob
 * @throws InputError
 */
function checkWorkspace({ files }, checkedOut, present) {
    const commit = `the commit that is checked out (${checkedOut.tree.sha.slice(0, 7)})`;
    const here = new Set(files.map((file) => toTreePath(file, checkedOut)));
    const unknown = files.filter((file) => !present.has(toTreePath(file, checkedOut) ?? ''));
    if (unknown.length > 0) {
        refuse(`${list(unknown)} is not among the roster files of ${commit}; an earlier step may have made it`);
    }
    const other = files.filter((file) => !isContent(file.bytes, present.get(toTreePath(file, checkedOut) ?? '') ?? ''));
    if (other.length > 0) {
        refuse(`${list(other)} differs from ${commit}; an earlier step may have changed it`);
    }
    const missing = [...present.keys()].filter((path) => !here.has(path)).map((path) => ({ path: (0,wording/* maskPath */.wy)(path) }));
    if (missing.length > 0) {
        refuse(`${list(missing)} is a roster file of ${commit} but not in the workspace: was only part of the repository checked out?`);
    }
}
/** The path of a file in its repository; undefined if it is outside the checkout. */
function toTreePath({ repositoryPath }, { folder }) {
    const path = repositoryPath === undefined ? '..' : external_node_path_.posix.relative(folder, repositoryPath);
    return path === '..' || path.startsWith('../') ? undefined : path;
}
/** Whether the bytes are those of a blob; git may have converted the line endings. */
function isContent(bytes, sha) {
    return (0,blob_sha/* blobShaOf */.l)(bytes, sha.length) === sha || (0,blob_sha/* blobShaOf */.l)(withLineFeeds(bytes), sha.length) === sha;
}
function withLineFeeds(bytes) {
    const [carriageReturn, lineFeed] = [13, 10];
    return bytes.filter((byte, index) => byte !== carriageReturn || bytes[index + 1] !== lineFeed);
}
const MAX_NAMED = 3;
function list(files) {
    const names = files.slice(0, MAX_NAMED).map(({ path }) => (0,wording/* maskPath */.wy)(path));
    return `${names.join(', ')}${files.length > MAX_NAMED ? ` (and ${files.length - MAX_NAMED} more)` : ''}`;
}
function refuse(message) {
    throw new problem/* InputError */.d([{ message }]);
}

;// CONCATENATED MODULE: ./build/roster/date-warnings.js
const DAY_MS = 86_400_000;
/** A notice period is shorter than this, so a date further away is usually a mistake. */
const FAR_DAYS = 400;
/** Nobody reads more warnings of one kind, and a roster of many years may give one for each entry. */
const MAX_WARNINGS = 200;
/**
 * Warns of a date that is far away from now.
 *
 * @param written - the date as the file has it
 * @returns the warning, and in which direction the date lies
 */
function describeFarDate(written, ms, nowMs) {
    const distanceMs = Math.abs(ms - nowMs);
    if (distanceMs <= FAR_DAYS * DAY_MS)
        return undefined;
    const days = Math.round(distanceMs / DAY_MS);
    const isPast = ms < nowMs;
    const far = days < 730 ? `${days} days` : `${Math.round(days / 365.25)} years`;
    return { isPast, message: `the date ${written} is ${far} ${isPast ? 'ago' : 'ahead'}: check the year` };
}
/** Puts warnings in the order of the file, and cuts a long list, saying how many are left out. */
function toWarningList(warnings, file) {
    const sorted = warnings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    if (sorted.length <= MAX_WARNINGS)
        return sorted;
    const rest = { message: `${sorted.length - MAX_WARNINGS} more warnings of this kind`, file };
    return [...sorted.slice(0, MAX_WARNINGS), rest];
}

;// CONCATENATED MODULE: ./build/roster/decode.js
/** A roster may hold about 100,000 entries; what is larger is refused before it is read. */
const MAX_ROSTER_BYTES = 10 * 1024 * 1024;
/** A line of a roster takes ten bytes at least; a text with more lines than this is mostly empty ones. */
const MAX_LINES = 1_000_000;
/** Turns the bytes of a roster into text without BOM, in which every line ends with LF. */
function decodeRoster(bytes, file) {
    if (bytes.length > MAX_ROSTER_BYTES) {
        const message = `expected at most ${MAX_ROSTER_BYTES} bytes (10 MiB), got ${bytes.length}`;
        return { ok: false, problem: { message, file } };
    }
    if (hasUtf16Mark(bytes)) {
        return {
            ok: false,
            problem: { message: 'expected text in UTF-8, got UTF-16: save the file as UTF-8', file, line: 1, column: 1 },
        };
    }
    const decoded = decodeUtf8(bytes);
    if (decoded === undefined) {
        const message = 'expected text in UTF-8, got a byte that is not UTF-8: save the file as UTF-8';
        return { ok: false, problem: { message, file, ...placeAfter(validPrefix(bytes)) } };
    }
    const text = normaliseLineEnds(decoded);
    if (hasTooManyLines(text)) {
        return { ok: false, problem: { message: `expected at most ${MAX_LINES} lines, got more`, file } };
    }
    const index = text.search(/[^\P{Cc}\t\n\u0085]|[\uFFFE\uFFFF]/u);
    if (index === -1)
        return { ok: true, text };
    const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
    const message = `expected plain text, got the control character U+${code}: delete it`;
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/people/email.js + 1 modules
var email = __webpack_require__(2364);
// EXTERNAL MODULE: ./build/people/user-id.js
var user_id = __webpack_require__(8492);
;// CONCATENATED MODULE: ./build/roster/dates.js
/** What `effective` takes, in words. */
const EXPECTED_EFFECTIVE = 'expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00';
/** What `last_day` takes, in words. */
const EXPECTED_LAST_DAY = 'expected a date such as 2026-11-30';
const dates_DAY_MS = 86_400_000;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)([Zz]|[+-]\d{2}:\d{2})?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;
const OFFSET = /^(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/** Text that looks like a date, so it may be quoted; a telephone number does not match. */
const DATE_LIKE = /^(?:\d{4}([-./])[0-3]?\d\1[0-3]?\d|[0-3]?\d([-./])[0-3]?\d\2(?:\d{2}|(?:19|20)\d{2}))(?:[Tt ]\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;
/** No date and time is longer, whatever the fraction of its seconds. */
const MAX_LENGTH = 64;
/** Words for a date that people type, which may be quoted. */
const WORDS = /^(?:today|tomorrow|yesterday|now|asap|soon|immediately|tbd|tba|unknown|none|never|yes|no|heute|morgen|gestern|sofort|offen)$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The first and the last day that a spreadsheet's number is taken for: 2000-01-01 and 2099-12-31. */
const SERIALS = { first: 36_526, last: 73_050, epochDay: -25_569 };
/**
 * Reads the value of `effective`: a date, or a date and time with an offset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
function parseEffective(text) {
    return parseDate(text, EXPECTED_EFFECTIVE, true);
}
/** Reads the value of `last_day`, a date: due from the beginning of the day after. */
function parseLastDay(text) {
    const parsed = parseDate(text, EXPECTED_LAST_DAY, false);
    if (!parsed.ok || !('day' in parsed.date))
        return parsed;
    return { ok: true, date: { ...parsed.date, day: parsed.date.day + 1 } };
}
/** The date as people write it: `2026-11-30`. */
function formatDay(day) {
    return new Date(day * dates_DAY_MS).toISOString().slice(0, 10);
}
/** What is wrong with a number in the place of a date; a spreadsheet's number of a day is recognized. */
function describeDateNumber(value, expected) {
    const eight = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(String(value));
    if (eight !== null) {
        return refused(expected, `"${value}"`, suggest(eight.slice(1, 4).join('-')));
    }
    if (!Number.isInteger(value) || value < SERIALS.first || value > SERIALS.last)
        return refused(expected, 'a number');
    const day = formatDay(value + SERIALS.epochDay);
    return refused(expected, 'a number', `if a spreadsheet turned the date into a number, write ${day}`);
}
function parseDate(text, expected, takesTime) {
    const no = (found, why) => ({ ok: false, problem: refused(expected, found, why) });
    if (text.length > MAX_LENGTH)
        return no('text that is too long for a date');
    const match = DATE.exec(text);
    if (match === null)
        return no(describeDate(text), adviceFor(text, takesTime));
    const [, date = '', time, offset] = match;
    const startOfDay = Date.parse(`${date}T00:00:00Z`);
    // Date.parse carries days over into the next month, so the result is compared with the date.
    if (Number.isNaN(startOfDay) || new Date(startOfDay).toISOString().slice(0, 10) !== date) {
        return no(`"${date}"`, 'there is no such day');
    }
    if (time === undefined)
        return { ok: true, date: { written: date, day: startOfDay / dates_DAY_MS } };
    if (!takesTime)
        return no(`"${text}"`, `leave out the time; to give one, write effective: ${date}T17:00+01:00`);
    if (!TIME.test(time))
        return no(`"${text}"`, 'there is no such time of day');
    if (offset === undefined)
        return no(`"${text}"`, missingOffset(date, time));
    if (!OFFSET.test(offset))
        return no(`"${text}"`, 'there is no such offset');
    const ms = toMilliseconds(date, time, offset);
    return isFourDigitYear(ms)
        ? { ok: true, date: { written: date, ms } }
        : no(`"${text}"`, 'in UTC its year does not have four digits');
}
/** Whether a moment can be written in UTC in RFC 3339. */
function isFourDigitYear(ms) {
    return /^\d{4}-/.test(new Date(ms).toISOString());
}
function toMilliseconds(date, time, offset) {
    const [clock = '', fraction = ''] = time.split('.');
    const seconds = clock.length === 5 ? `${clock}:00` : clock;
    const zone = /^[Zz]$/.test(offset) ? 'Z' : offset;
    return Date.parse(`${date}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
}
function missingOffset(date, time) {
    return `the offset from UTC is missing; write ${date}T${time}+01:00 with your offset, or last_day: ${date}`;
}
function describeDate(text) {
    if (text === '')
        return 'empty text';
    return DATE_LIKE.test(text) || WORDS.test(text) ? `"${text}"` : 'text that is not a date';
}
/** What to type instead of a date in an unsupported format. */
function adviceFor(text, takesTime) {
    const asked = /^(?:today|now|asap|immediately|heute|sofort)$/i;
    if (asked.test(text) && takesTime)
        return 'to sign the person out with the next run, leave "effective" out';
    if (/^\s|\s$/.test(text))
        return 'remove the space before or after the date';
    const [, year, month, day] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(text) ?? [];
    if (year !== undefined)
        return adviceForTime(text, takesTime) ?? suggest(joinDate(year, month, day));
    const words = /^(?:[a-z]+,? )?(?:(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?),? (\d{4})$/i;
    const [, firstDay, firstMonth = '', secondMonth = '', secondDay, wordYear] = words.exec(text) ?? [];
    const number = MONTHS.indexOf((firstMonth || secondMonth).toLowerCase()) + 1;
    if (number > 0)
        return suggest(joinDate(wordYear, String(number), firstDay ?? secondDay));
    return adviceForDayFirst(text);
}
function adviceForTime(text, takesTime) {
    const [, date] = /^(\d{4}-\d{2}-\d{2})[Tt ]+\d/.exec(text) ?? [];
    if (date === undefined)
        return undefined;
    return takesTime ? `write ${date}T17:00+01:00 with your time and offset, or last_day: ${date}` : `write ${date}`;
}
/** 30.11.2026 is clear; 11/12/2026 is November in one country and December in another. */
function adviceForDayFirst(text) {
    const [, first = '', mark, second = '', year = ''] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)/.exec(text) ?? [];
    if (mark === undefined)
        return /\d/.test(text) && DATE_LIKE.test(text) ? 'write the year first' : undefined;
    const isMonthFirst = Number(second) > 12;
    if (mark === '.' || isMonthFirst || Number(first) > 12) {
        return suggest(isMonthFirst ? joinDate(year, first, second) : joinDate(year, second, first));
    }
    return `write the year first, then the month, then the day: ${year}-MM-DD`;
}
function joinDate(year = '', month = '', day = '') {
    return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}
function suggest(date) {
    const ms = Date.parse(`${date}T00:00:00Z`);
    const exists = !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date;
    return exists ? `write ${date}` : undefined;
}
function refused(expected, found, why) {
    return `${expected}, got ${found}${why === undefined ? '' : `: ${why}`}`;
}

;// CONCATENATED MODULE: ./build/roster/keys.js




/** Keys of an entry; custom keys start with `x-`. */
const ENTRY_KEYS = ['user_id', 'email', 'effective', 'last_day', 'ticket', 'name', 'note'];
/** Keys of a roster in mapping form. */
const ROSTER_KEYS = ['version', 'time_zone', 'leavers'];
/** Words that people use instead of our keys. Known in advance, so they may be quoted. */
const SYNONYMS = new Map(Object.entries({
    user_id: 'user user_name username id uid slack_id slackid slack_user_id member_id memberid member benutzer_id benutzer',
    email: 'mail emailaddress email_address mail_address mailadresse e_mail_adresse',
    effective: 'date due due_date effective_date effective_from from start when leave_date leaving_date end end_date exit_date termination_date datum',
    last_day: 'last_working_day last_date lwd final_day letzter_tag',
    ticket: 'issue jira case ref reference request',
    name: 'full_name fullname display_name first_name last_name person employee',
    note: 'comment comments remark remarks reason description notiz bemerkung kommentar',
    time_zone: 'tz timezone time zone zeitzone',
    leavers: 'users people members entries roster list persons leaving offboarding',
    version: 'schema format',
}).flatMap(([key, words]) => words.split(' ').map((word) => [word, key])));
/** A longer key resembles none of ours. */
const MAX_COMPARED = 40;
/** Returns the text of a key, or undefined if it is not text. */
function keyText(key) {
    return (0,dist/* isScalar */.jn)(key) && typeof key.value === 'string' ? key.value : undefined;
}
/** Returns whether a key is a custom one, whose value is ignored. */
function isCustomKey(key) {
    return key?.startsWith('x-') ?? false;
}
/** Describes an unknown key, quoting it only if it is close to one of ours: it may be a name or an address. */
function describeUnknownKey(key, known) {
    const expected = `expected one of the keys ${known.join(', ')}, or one that starts with x-`;
    if (key === undefined)
        return `${expected}, got a key that is not text`;
    if (key === '<<')
        return `${expected}, got "<<": merge keys are not supported`;
    const person = known.includes('user_id') ? describePersonKey(key) : undefined;
    if (person !== undefined)
        return person;
    const near = key.length > MAX_COMPARED ? undefined : findNear(key, known);
    if (near !== undefined)
        return `expected the key "${near}", got "${key}"`;
    const elsewhere = known.includes('user_id') ? findNear(key.slice(0, MAX_COMPARED), ROSTER_KEYS) : undefined;
    if (elsewhere !== undefined)
        return `expected the key "${elsewhere}" at the top of the file, got it in an entry`;
    const synonym = SYNONYMS.get(toPlain(key));
    if (synonym !== undefined && known.includes(synonym))
        return `expected the key "${synonym}", got "${key}"`;
    if (/^x_|^X[-_]/.test(key))
        return `${expected}, got a key with another prefix: write x- in lower case with a hyphen`;
    const hidden = findHidden(key, known);
    if (hidden !== undefined)
        return hidden;
    const odd = (0,wording/* describeOddCharacter */.EB)(key);
    return `${expected}, got another key, ${(0,wording/* describeText */.ld)(key)}${odd === undefined ? '' : `: ${odd}`}`;
}
/** A person in place of a key, as in `- W012A3CDE: 2026-11-30`. */
function describePersonKey(key) {
    if (key.length > wording/* MAX_VALUE_LENGTH */.CU)
        return undefined;
    if ((0,user_id/* parseUserId */.Kl)(key).ok && (0,wording/* isQuotable */.ym)(key))
        return 'expected "user_id: " before a user ID, got the ID as a key';
    return (0,email/* parseEmail */.wj)(key).ok ? 'expected "email: " before an e-mail address, got the address as a key' : undefined;
}
/** The key of ours that differs only by case, spaces, `_`, `-` or one edit. */
function findNear(key, known) {
    // An invisible character in a message would be as hard to see as in the file.
    if (!/^[\x20-\x7e]+$/.test(key))
        return undefined;
    const plain = toPlain(key).replaceAll('_', '');
    return (known.find((candidate) => candidate.replaceAll('_', '') === plain) ??
        known.find((candidate) => isOneEdit(key.toLowerCase(), candidate)));
}
/** One of our keys with a wrong space or dash, or with an invisible character. */
function findHidden(key, known) {
    if (key.length > MAX_COMPARED)
        return undefined;
    const index = key.search(/[^\x20-\x7e]/);
    const near = findNear(key.replaceAll(/[^\x20-\x7e\p{L}]/gu, '_'), known);
    if (index === -1 || near === undefined)
        return undefined;
    return `expected the key "${near}", got it with a different character (${(0,wording/* toCodePoint */.XX)(key, index)}) at position ${index + 1}`;
}
function toPlain(key) {
    return key
        .slice(0, MAX_COMPARED + 1)
        .trim()
        .toLowerCase()
        .replaceAll(/[ -]/g, '_');
}
/** Whether one letter inserted, deleted or replaced, or two swapped, turn one word into the other. */
function isOneEdit(one, other) {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    let at = 0;
    while (at < short.length && short[at] === long[at])
        at += 1;
    if (long.length - short.length === 1)
        return short.slice(at) === long.slice(at + 1);
    if (long.length !== short.length)
        return false;
    const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
    return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}

;// CONCATENATED MODULE: ./build/roster/nodes.js

/** Anchors of one file; a person writes a handful. */
const MAX_ANCHORS = 10_000;
/** Aliases of one file: two for each of the 100,000 entries that a roster may hold. */
const MAX_ALIASES = 200_000;
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
                report(offsetOf(node), `expected at most ${MAX_ALIASES} aliases (*\u2026), got more`);
            const target = anchors.get(node.source);
            if (target !== undefined)
                targets.set(node, target);
            return;
        }
        if (node.anchor !== undefined) {
            anchors.set(node.anchor, node);
            if (anchors.size === MAX_ANCHORS + 1) {
                report(offsetOf(node), `expected at most ${MAX_ANCHORS} anchors (&\u2026), got more`);
            }
        }
        if ((0,dist/* isSeq */.oP)(node))
            for (const item of node.items)
                add(item);
        if (!(0,dist/* isMap */.jh)(node))
            return;
        const seen = new Set();
        for (const { key, value } of node.items) {
            if ((0,dist/* isScalar */.jn)(key) && seen.has(key.value))
                report(offsetOf(key), describeDuplicate(key.value));
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
/** Describes a key that occurs twice in one mapping. */
function describeDuplicate(key) {
    const isPerson = key === 'user_id' || key === 'email';
    return isPerson
        ? `expected "${key}" once in an entry, got it twice: put "- " before the first line of each person`
        : 'expected each key once, got the same key twice';
}
/** Returns the offset where a node begins in the text. */
function offsetOf(node) {
    return node?.range?.[0] ?? 0;
}
/** Names the kind of a value without quoting it. */
function describeKind(node) {
    if (node === undefined || node === null)
        return 'no value';
    if ((0,dist/* isMap */.jh)(node))
        return 'keys and values';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,dist/* isScalar */.jn)(node))
        return 'an alias (*\u2026) of an anchor (&\u2026) that is not above; put text that starts with * in quotes';
    if (node.value === null)
        return 'no value';
    if (typeof node.value === 'boolean')
        return 'true or false';
    return typeof node.value === 'number' ? 'a number' : 'text';
}

;// CONCATENATED MODULE: ./build/roster/lost-text.js


/** A line of a longer text that looks like an entry of a roster or its first key. */
const ENTRY = /\n[ \t]*(?=-[ \t]+(?:(?:user_id|email)[ \t]*:|[UW](?=[A-Z]*\d)[A-Z0-9]{8,11}[ \t]*(?:#|\n|$)|\S+@\S+\.\S+[ \t]*(?:\n|$))|user_id[ \t]*:)/;
/** Nobody writes longer text by hand. */
const MAX_SEARCHED = 100_000;
/** Warns of multi-line text that swallows the entries below it. */
function warnOfSwallowedEntries(key, value, { text, warn }) {
    if (!(0,dist/* isScalar */.jn)(value) || typeof value.value !== 'string' || !value.range)
        return;
    const [start, end] = value.range;
    const match = ENTRY.exec(text.slice(start, Math.min(end, start + MAX_SEARCHED)));
    if (match === null)
        return;
    const which = key === 'note' || key === 'name' || key === 'ticket' ? `"${key}"` : 'this key';
    warn(offsetOf(value) + match.index + match[0].length, `the text of ${which} looks like an entry from here on, but is read as text and names nobody: indent the entry like the others`);
}
const CUT_TICKET = 'what follows "#" is a comment and not part of the ticket: to keep it, put the whole value in quotes';
/** Warns of a ticket such as `HR #1234`, which YAML reads as `HR`: a space and # start a comment. */
function warnOfCutTicket(value, { text, warn }) {
    const end = value?.range?.[1];
    if (!(0,dist/* isScalar */.jn)(value) || value.value === null || end === undefined)
        return;
    if (/^[ \t]+#[^\s#]/.test(text.slice(end, end + 20)))
        warn(end, CUT_TICKET);
}

;// CONCATENATED MODULE: ./build/roster/entry.js








const MAX_TICKET_LENGTH = 200;
const EXPECTED_TICKET = `expected one line of at most ${MAX_TICKET_LENGTH} characters`;
const EXPECTED_ENTRY = 'expected a user ID, an e-mail address, or lines that start with "user_id: \u2026" or "email: \u2026"';
const WRAPPED = 'expected "user_id" or "email" right after "- ", got it below another key: delete this line, and put "- " before the next';
const FIELDS = new Map([
    ['user_id', readUserId],
    ['email', readEmail],
    ['effective', readEffective],
    ['last_day', readLastDay],
    ['ticket', readTicket],
    ['name', readIgnored],
    ['note', readIgnored],
]);
/** Reads one entry, a user ID, an e-mail address or a mapping; undefined when something in it was reported. */
function readEntry(node, context) {
    if ((0,dist/* isMap */.jh)(node))
        return readMapping(node, node.items, context);
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'string') {
        const field = looksLikeEmail(node.value) ? readEmail(node) : readUserId(node);
        if (field.ok)
            return field.fields;
        context.report(offsetOf(node), field.problem);
        return undefined;
    }
    context.report(offsetOf(node), wrongKind(node, EXPECTED_ENTRY).problem);
    return undefined;
}
function looksLikeEmail(text) {
    return text.length <= wording/* MAX_VALUE_LENGTH */.CU && /\S@/.test(text) && !text.trimStart().startsWith('<@');
}
function readMapping(node, pairs, context) {
    let entry = {};
    let isGood = true;
    const names = new Set();
    for (const { key, value } of pairs) {
        const name = keyText(key);
        warnOfSwallowedEntries(name, value, context);
        if (name === 'ticket')
            warnOfCutTicket(value, context);
        if (isCustomKey(name))
            continue;
        names.add(name);
        const field = readField(name, value, context);
        if (field.ok)
            entry = { ...entry, ...field.fields };
        else
            context.report(offsetOf(field.atKey ? key : (value ?? key)), field.problem);
        isGood &&= field.ok;
    }
    if (names.has('effective') && names.has('last_day')) {
        const later = pairs.findLast(({ key }) => /^(?:effective|last_day)$/.test(keyText(key) ?? ''));
        context.report(offsetOf(later?.key ?? node), 'expected "effective" or "last_day" in an entry, got both');
        isGood = false;
    }
    const isNamed = names.has('user_id') || names.has('email');
    // A misspelled user_id was already reported, and is the only thing to fix.
    if (!isNamed && isGood)
        context.report(offsetOf(node), 'expected "user_id" or "email" in each entry, got neither');
    return isNamed && isGood ? withoutSpareEmail(entry) : undefined;
}
function readField(name, value, context) {
    const read = name === undefined ? undefined : FIELDS.get(name);
    if (read === undefined) {
        return { ok: false, problem: isWrapper(value) ? WRAPPED : describeUnknownKey(name, ENTRY_KEYS), atKey: true };
    }
    const field = read(value === null ? undefined : context.index.resolve(value));
    if (!field.ok)
        return { ok: false, problem: `"${name}": ${field.problem}` };
    return 'date' in field.fields ? { ok: true, fields: { ...field.fields, dateOffset: offsetOf(value) } } : field;
}
/** Whether the person is nested one level too deep. */
function isWrapper(value) {
    return (0,dist/* isMap */.jh)(value) && value.items.some(({ key }) => /^(?:user_id|email)$/.test(keyText(key) ?? ''));
}
/** The ID is enough, and an address that is not needed is best dropped. */
function withoutSpareEmail(entry) {
    if (entry.userId === undefined)
        return entry;
    const { email: _spare, ...rest } = entry;
    return rest;
}
function readUserId(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongKind(value, 'expected a user ID (U\u2026 or W\u2026)');
    const parsed = (0,user_id/* parseUserId */.Kl)(text);
    return parsed.ok ? { ok: true, fields: { userId: parsed.userId } } : parsed;
}
function readEmail(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongKind(value, 'expected an e-mail address such as jo@example.com');
    const parsed = (0,email/* parseEmail */.wj)(text);
    return parsed.ok ? { ok: true, fields: { email: parsed.email } } : parsed;
}
function readEffective(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongDate(value, EXPECTED_EFFECTIVE);
    const parsed = parseEffective(text);
    return parsed.ok ? { ok: true, fields: { date: parsed.date } } : withOddCharacter(parsed, text);
}
function readLastDay(value) {
    const text = textOf(value);
    if (text === undefined)
        return wrongDate(value, EXPECTED_LAST_DAY);
    const parsed = parseLastDay(text);
    return parsed.ok ? { ok: true, fields: { date: parsed.date, isLastDay: true } } : withOddCharacter(parsed, text);
}
function wrongDate(value, expected) {
    const isNumber = (0,dist/* isScalar */.jn)(value) && typeof value.value === 'number';
    return isNumber
        ? { ok: false, problem: describeDateNumber(Number(value.value), expected) }
        : wrongKind(value, expected);
}
function withOddCharacter(parsed, text) {
    const odd = (0,wording/* describeOddCharacter */.EB)(text.slice(0, wording/* MAX_VALUE_LENGTH */.CU));
    return odd === undefined ? parsed : { ok: false, problem: `${parsed.problem}: ${odd}` };
}
function readTicket(value) {
    const text = textOf(value) ?? numberText(value);
    if (text === undefined)
        return wrongKind(value, EXPECTED_TICKET);
    const problem = ticketProblem(text);
    if (problem !== undefined)
        return { ok: false, problem: `${EXPECTED_TICKET}, got ${problem}` };
    return { ok: true, fields: { ticket: text } };
}
function ticketProblem(text) {
    if (text === '')
        return 'empty text';
    // No character takes more than two units, so only a text that is short enough is counted by characters.
    if (text.length > 2 * MAX_TICKET_LENGTH || [...text].length > MAX_TICKET_LENGTH)
        return 'text that is too long';
    if (/\p{Cc}|\u2028|\u2029/u.test(text))
        return 'more than one line, or control characters';
    return text.isWellFormed() ? undefined : 'half of a character (a lone surrogate)';
}
function readIgnored(value) {
    if (value === undefined || (0,dist/* isScalar */.jn)(value))
        return { ok: true, fields: {} };
    return wrongKind(value, 'expected one text, in quotes if it starts with a bracket');
}
function textOf(value) {
    return (0,dist/* isScalar */.jn)(value) && typeof value.value === 'string' ? value.value : undefined;
}
/** A number is copied as it was written, so that 007 stays 007. */
function numberText(value) {
    return (0,dist/* isScalar */.jn)(value) && Number.isFinite(value.value) ? value.source : undefined;
}
function wrongKind(value, expected) {
    const kind = describeKind(value);
    const advice = kind === 'a list' && /user ID|address|date/.test(expected) ? ': give each person an entry' : '';
    return { ok: false, problem: `${expected}, got ${kind}${advice}` };
}

;// CONCATENATED MODULE: ./build/roster/time-zone.js
const time_zone_DAY_MS = 86_400_000;
/** No clock on Earth has ever been further from UTC; 48 hours more than cover a day that a date line skips. */
const REACH_MS = 40 * 3_600_000;
const EXPECTED = 'expected a time zone such as Europe/Berlin';
/** The beginning of days in UTC, where no time zone is given. */
const startOfUtcDay = (day) => day * time_zone_DAY_MS;
/**
 * Reads the IANA name of a time zone, with upper and lower case as in the database.
 *
 * @see https://www.iana.org/time-zones
 */
function parseTimeZone(text) {
    // Offsets such as +01:00 have no rules for summer time, and are not names.
    if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(text) || text.length > 64)
        return time_zone_refused(text);
    try {
        const format = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset' });
        const { timeZone } = format.resolvedOptions();
        const isMiscased = timeZone !== text && timeZone.toLowerCase() === text.toLowerCase();
        return isMiscased ? time_zone_refused(text, `write ${timeZone}`) : { ok: true, startOfDay: createStartOfDay(format) };
    }
    catch {
        return time_zone_refused(text);
    }
}
const ABBREVIATIONS = /^(?:MEZ|MESZ|CEST|EDT|PST|PDT|CST|CDT|MDT|BST|IST|JST|AEST|AEDT|(?:UTC|GMT)[+-][\d:]+)$/i;
function time_zone_refused(text, advice) {
    if (advice !== undefined)
        return { ok: false, problem: `${EXPECTED}, got another spelling: ${advice}` };
    if (/^[+-]\d/.test(text))
        return { ok: false, problem: `${EXPECTED}, got an offset: it would ignore summer time` };
    if (ABBREVIATIONS.test(text))
        return { ok: false, problem: `${EXPECTED}, got an abbreviation: write region and city` };
    const known = nearestZone(text);
    const found = known === undefined ? 'text that is not a time zone' : `another spelling: write ${known}`;
    return { ok: false, problem: `${EXPECTED}, got ${found}` };
}
/** The intended time zone, if only case, spaces or the region are wrong. */
function nearestZone(text) {
    const wanted = toKey(text);
    return Intl.supportedValuesOf('timeZone').find((name) => {
        return toKey(name) === wanted || (!text.includes('/') && toKey(name.split('/').at(-1) ?? '') === wanted);
    });
}
function toKey(text) {
    return text.slice(0, 64).toLowerCase().replaceAll(/[ _-]/g, '');
}
function createStartOfDay(format) {
    const known = new Map();
    return (day) => {
        const before = known.get(day);
        if (before !== undefined)
            return before;
        const start = findStartOfDay(day, (ms) => offsetAt(ms, format));
        known.set(day, start);
        return start;
    };
}
/**
 * The earliest moment at which clocks show the midnight that begins the day; where they skip it, or the whole day, the
 * moment at which they leap.
 */
function findStartOfDay(day, offset) {
    const midnight = day * time_zone_DAY_MS;
    const [early, late] = [midnight - REACH_MS, midnight + REACH_MS];
    const offsets = [...new Set([offset(early), offset(midnight - time_zone_DAY_MS), offset(midnight + time_zone_DAY_MS), offset(late)])];
    const starts = offsets.map((ms) => midnight - ms).filter((ms) => ms + offset(ms) === midnight);
    if (starts.length > 0)
        return Math.min(...starts);
    return findLeap(early, late, (ms) => ms + offset(ms) >= midnight);
}
/** The first moment for which the test is true; it must be false for all before and true for all after. */
function findLeap(early, late, isPast) {
    let [before, after] = [early, late];
    while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (isPast(middle))
            after = middle;
        else
            before = middle;
    }
    return after;
}
/** How far clocks are ahead of UTC; before standard time, offsets had seconds too. */
function offsetAt(ms, format) {
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(ms)) ?? [];
    const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
    return sign === '-' ? -size : size;
}

;// CONCATENATED MODULE: ./build/roster/document.js






const EXPECTED_ROSTER = 'expected a list of entries, each beginning with "- ", or "leavers:" with such a list';
const EXPECTED_LEAVERS = 'expected a list of entries, each beginning with "- "';
const DASH = 'put "- " before the first line of each person';
const NO_LEAVERS = 'expected the key "leavers", got none; its list may be empty';
/** Creates the reader of one roster. */
function createRosterReader(source, handler) {
    const { report } = source;
    const index = createNodeIndex(report);
    const context = { ...source, index };
    const readEntries = createEntriesReader(context, handler);
    const keys = new Set();
    let isMapping = false;
    let mayLackLeavers = false;
    let hasEntryKey = false;
    function readPair({ key, value }) {
        index.add(key);
        index.add(value);
        const name = keyText(key);
        const isKnown = name !== undefined && keys.has(name);
        keys.add(name);
        if (isKnown)
            report(offsetOf(key), describeDuplicate(name));
        else if (name === 'leavers')
            readLeavers({ key, value });
        else if (name === 'version')
            checkVersion({ key, value });
        else if (name === 'time_zone')
            readTimeZone({ key, value });
        else if (isCustomKey(name))
            warnOfSwallowedEntries(name, value, context);
        else
            reportForeignKey(key, name);
    }
    function reportForeignKey(key, name) {
        // The misspelled key is the only thing to fix, whether or not it is the one that is missing.
        mayLackLeavers = true;
        const isOfEntry = ENTRY_KEYS.some((known) => known === name);
        if (!isOfEntry)
            report(offsetOf(key), describeUnknownKey(name, ROSTER_KEYS));
        else if (!hasEntryKey)
            report(offsetOf(key), `expected "${name}" within an entry, got it outside: ${DASH}`);
        hasEntryKey ||= isOfEntry;
    }
    function checkVersion({ key, value }) {
        const node = resolve(value);
        if ((0,dist/* isScalar */.jn)(node) && node.value === 1)
            return;
        report(offsetOf(value ?? key), `"version": expected 1, got ${describeVersion(node)}`);
    }
    function readTimeZone({ key, value }) {
        const node = resolve(value);
        const isText = (0,dist/* isScalar */.jn)(node) && typeof node.value === 'string';
        const kind = {
            ok: false,
            problem: `expected a time zone such as Europe/Berlin, got ${describeKind(node)}`,
        };
        const parsed = isText ? parseTimeZone(String(node.value)) : kind;
        if (parsed.ok)
            handler.onTimeZone(parsed.startOfDay);
        else
            report(offsetOf(value ?? key), `"time_zone": ${parsed.problem}`);
    }
    function readLeavers({ key, value }) {
        const list = resolve(value);
        if ((0,dist/* isSeq */.oP)(list))
            readEntries(list.items);
        else if (!isEmpty(list)) {
            const advice = (0,dist/* isMap */.jh)(list) ? `: ${DASH}` : '';
            report(offsetOf(value ?? key), `"leavers": ${EXPECTED_LEAVERS}, got ${describeKind(list)}${advice}`);
        }
    }
    function resolve(value) {
        return value === null ? null : index.resolve(value);
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
            report(offsetOf(contents), `${EXPECTED_ROSTER}, got ${describeKind(contents)}`);
        return !index.isExceeded();
    }
    function end() {
        if (isMapping && !keys.has('leavers') && !mayLackLeavers)
            report(0, NO_LEAVERS);
    }
    return { read, end };
}
function createEntriesReader(context, { onEntry }) {
    const anchored = new Map();
    function entryOf(node) {
        // Read once, so that many aliases of a large entry neither take long nor repeat its problems.
        if (anchored.has(node))
            return anchored.get(node);
        const entry = readEntry(node, context);
        if (!(0,dist/* isAlias */.Vj)(node) && node.anchor !== undefined)
            anchored.set(node, entry);
        return entry;
    }
    return (items) => {
        for (const item of items) {
            const entry = entryOf(context.index.resolve(item));
            if (entry !== undefined)
                onEntry(entry, offsetOf(item));
        }
    };
}
function isEmpty(value) {
    return value === null || ((0,dist/* isScalar */.jn)(value) && value.value === null);
}
function describeVersion(value) {
    if (!(0,dist/* isScalar */.jn)(value) || typeof value.value !== 'number')
        return describeKind(value);
    // No personal number is that short.
    return /^\d{1,2}(?:\.\d)?$/.test(value.source ?? '') ? `"${value.source}"` : 'another number';
}

;// CONCATENATED MODULE: ./build/roster/entry-list.js



const NO_TIME_ZONE = 'without "time_zone" this day ends at midnight UTC, while half the world is at work: add a line such as "time_zone: Europe/Berlin" at the top, above "leavers:"';
/** Creates an empty list. */
function createEntryList(toSource, report) {
    const mentions = [];
    const dates = [];
    let zone;
    let firstLastDay;
    function onEntry({ date, dateOffset = 0, isLastDay, ...rest }, offset) {
        const mention = { ...rest, source: toSource(offset) };
        if (isLastDay)
            firstLastDay ??= dateOffset;
        if (date === undefined)
            return void mentions.push(mention);
        const day = 'day' in date ? date.day : undefined;
        dates.push({ index: mentions.length, offset: dateOffset, day, written: date.written });
        mentions.push({ ...mention, effectiveMs: 'ms' in date ? date.ms : startOfUtcDay(date.day) });
    }
    function settle() {
        for (const { index, day, offset } of dates) {
            const mention = mentions[index];
            if (day === undefined || mention === undefined)
                continue;
            const effectiveMs = (zone ?? startOfUtcDay)(day);
            if (zone !== undefined)
                mentions[index] = { ...mention, effectiveMs };
            if (!isFourDigitYear(effectiveMs))
                report(offset, 'expected a four-digit year in UTC, got another');
        }
    }
    function warnOfDates(nowMs, { warn, warnOfPast }) {
        if (firstLastDay !== undefined && zone === undefined)
            warn(firstLastDay, NO_TIME_ZONE);
        if (nowMs === undefined)
            return;
        for (const { index, offset, written } of dates) {
            const far = describeFarDate(written, mentions[index]?.effectiveMs ?? nowMs, nowMs);
            if (far !== undefined)
                (far.isPast ? warnOfPast : warn)(offset, far.message);
        }
    }
    const onTimeZone = (startOfDay) => {
        zone = startOfDay;
    };
    return { mentions, onEntry, onTimeZone, settle, warnOfDates };
}

;// CONCATENATED MODULE: ./build/roster/indentation.js
/** An entry has fewer lines than this above the one in question. */
const MAX_ENTRY_LINES = 30;
const indentation_ENTRY = /^( *)-( +)(?=(?:user_id|email|effective|last_day|ticket|name|note|x-[\w-]*) *:|["']?[UW][A-Z0-9]{2,31}|\S+@)/;
const KEY_LINE = /^( *)(user_id|email|effective|last_day|ticket|name|note|x-[\w-]*) *:(?: |$)/;
const indentation_NO_LEAVERS = 'expected "leavers:" above the list, got none: type it on a line of its own before the first "- "';
const indentation_DASH = 'expected "- " only before the first line of a person, got another one: delete it';
/** Finds a line that does not start in the column in which the lines above it start. */
function findIndentationSlip(line, source, isHere) {
    const text = source.line(line);
    const entry = indentation_ENTRY.exec(text);
    if (entry !== null)
        return checkEntry(entry, line, source);
    const pair = KEY_LINE.exec(text);
    if (pair !== null)
        return checkKey(pair, line, source);
    const isLoose = isHere && line > 1 && /^ *[^\s#\-"'[\]{}:][^:]*$/.test(text) && findEntry(line - 1, source) !== undefined;
    if (!isLoose)
        return undefined;
    const message = 'expected an entry or a key with a colon, got other text: to continue the text above, indent this line further';
    return { column: text.search(/\S/) + 1, message };
}
function checkEntry(entry, line, source) {
    const indent = (entry[1] ?? '').length;
    const first = columnOfEntries(line, source);
    if (first === undefined)
        return hasOtherKey(line, source) ? { column: indent + 1, message: indentation_NO_LEAVERS } : undefined;
    const isKey = /^ *- +(?:effective|last_day|ticket|name|note) *:/.test(source.line(line));
    if (indent !== first && isKey && findEntry(line - 1, source)?.column === indent)
        return { column: indent + 1, message: indentation_DASH };
    return compare(indent, first);
}
/** Whether `time_zone` or `version` stands above a list that has no `leavers`. */
function hasOtherKey(line, source) {
    const above = Array.from({ length: Math.min(line - 1, MAX_ENTRY_LINES) }, (_, index) => source.line(line - 1 - index));
    return (above.some((text) => /^(?:time_zone|version) *:/.test(text)) && !above.some((text) => /^leavers *:/.test(text)));
}
function checkKey(pair, line, source) {
    const indent = (pair[1] ?? '').length;
    const key = pair[2] ?? '';
    const above = findEntry(line - 1, source);
    if (above === undefined)
        return undefined;
    const lines = Array.from({ length: line - above.line }, (_, index) => source.line(above.line + index));
    const isSecond = lines.some((text) => new RegExp(`^ *(?:- +)?${key} *:`).test(text));
    if (indent !== above.column && isSecond && /^(?:user_id|email)$/.test(key)) {
        return { column: indent + 1, message: `expected "- " before "${key}" of another person, got none: type it` };
    }
    return compare(indent, above.column);
}
function compare(indent, expected) {
    if (expected === undefined || indent === expected)
        return undefined;
    const message = `expected this line to start in column ${expected + 1} like the lines above, got column ${indent + 1}`;
    return { column: indent + 1, message };
}
/** The entry to which a line belongs, and how far its keys are indented. */
function findEntry(line, source) {
    for (let above = line; above > 0 && line - above < MAX_ENTRY_LINES; above -= 1) {
        const [, indent, blanks] = indentation_ENTRY.exec(source.line(above)) ?? [];
        if (indent !== undefined && blanks !== undefined) {
            return { line: above, column: indent.length + 1 + blanks.length };
        }
    }
    return undefined;
}
/** How far the first entry above a line is indented: the one that the others follow. */
function columnOfEntries(line, source) {
    for (let first = 1; first < line; first += 1) {
        const [, indent] = indentation_ENTRY.exec(source.line(first)) ?? [];
        if (indent !== undefined)
            return indent.length;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/roster/slips.js


const KEY = '(?:user_id|email|effective|last_day|ticket|name|note|version|time_zone|leavers)';
const HEAD = '^[ \\t]*(?:-[ \\t]+)*';
const PAIR = `${HEAD}(?<key>${KEY}|x-[\\w-]*):[ \\t]+`;
const ID = '[UW](?=[A-Z]*\\d)[A-Z0-9]{8,11}(?![A-Za-z0-9])';
const PERSON = `(?:${KEY}[ \\t]*:|["']?${ID}|[^\\s@,;]+@[^\\s@]+\\.)`;
const INVISIBLE = '[\\u00a0\\u2000-\\u200f\\u202f\\u2060\\u3000\\ufeff]';
const ENTRY_START = 'expected "- " at the beginning of an entry';
const QUOTES = 'put the whole text in quotes';
const PATTERNS = [
    pattern('values', `^\\s*(?<at>)["']?(?:user[_ -]?id|e-?mail|user|id|name|${KEY})["']?[ \\t]*[,;\\t][ \\t]*["']?[a-z][a-z _-]*["']?[ \\t]*(?:[,;\\t]|$)`, 'expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry', 'i'),
    pattern('values', `^[ \\t]*(?:-[ \\t]*)?(?<at>${INVISIBLE})`, 'expected spaces here, got an invisible character (CODE): delete it and type spaces'),
    pattern('values', '^\\s*(?<at>```|~~~)', 'expected only the lines of the roster, got ``` or ~~~: delete this line'),
    pattern('values', '^\\s*(?<at>[\\u2010-\\u2015\\u2212\\u2022\\u2023\\u25aa\\u25cf\\u25e6\\u00b7])', `${ENTRY_START}, got SIGN: type a hyphen and a space`),
    pattern('values', `^\\s*(?<at>[*+])[ \\t]+(?=${PERSON})`, `${ENTRY_START}, got * or +: type a hyphen and a space`),
    pattern('values', `^\\s*(?<at>\\d{1,5}[.)])[ \\t]+(?=${PERSON})`, `${ENTRY_START}, got a number: type a hyphen and a space`),
    pattern('values', `^\\s*(?<at>--)[ \\t]*(?=${PERSON})`, `${ENTRY_START}, got two dashes: type one`),
    pattern('values', `^\\s*-(?<at>)(?=${PERSON})`, `${ENTRY_START}, got a dash with no space after it: type the space`),
    pattern('values', '^\\s*-[ \\t]+(?<at>-)[ \\t]+[^\\s-]', 'expected one "- " at the beginning of an entry, got two: delete one'),
    pattern('values', `${HEAD}(?<key>${KEY}):(?<at>${INVISIBLE})`, 'expected a space after "KEY:", got an invisible character (CODE): delete it and type a space'),
    pattern('values', `(?:${HEAD}|[{,][ \\t]*)(?<key>${KEY}):(?<at>)(?=[^\\s,}\\]])`, 'expected a space after "KEY:", got none: type the space'),
    pattern('values', `${HEAD}(?<key>${KEY})[ \\t]*(?<at>[=;\\uff1a\\ufe55\\u2236\\u2192]|->)`, 'expected a colon and a space after "KEY", got SIGN'),
    pattern('values', `${HEAD}(?<key>${KEY})(?<at>)(?:[ \\t]*$|[ \\t]+(?=["']?(?:${ID}|[^\\s@]+@|\\d{4}-\\d)))`, 'expected a colon and a space after "KEY", got no colon'),
    pattern('values', `${HEAD}(?<at>[\\u2018-\\u201f\\u00ab\\u00bb])`, 'expected straight quotes (") or none, got a typographic quote (CODE)'),
    pattern('values', `${PAIR}(?<at>#)`, 'expected a value for "KEY", got a comment, which "#" starts: put the value in quotes'),
    pattern('values', '^\\s*(?<at>\\|)[^|]*\\|', 'expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry'),
    pattern('values', `^(?<at>)["']?(?:${ID}|[^\\s@]+@[^\\s@]+\\.[^\\s@:]+)["']?[ \\t]*$`, `${ENTRY_START}, got none: type a hyphen and a space before each person`),
    pattern('values', `^\\s*(?:-[ \\t]+)?["']?${ID}["']?[ \\t]*(?<at>[,;\\t])[ \\t]*["']?(?!${ID})[^\\s#]`, 'expected one value on each line, got several: write "- user_id: \u2026", and below it keys such as "effective: \u2026"'),
    pattern('near', '^leavers:[ \\t]+(?<at>-)[ \\t]', 'expected the list in the lines below "leavers:", got it on the same line: start a new line before this "- "'),
    pattern('near', '^ *(?<at>\\t)', 'expected spaces at the beginning of the line, got a tab: delete it and type spaces'),
    pattern('near', `${HEAD}[^\\s"'#].*?[ \\t](?<at>-)[ \\t]+(?=${PERSON})`, 'expected one entry per line, got a second one: start a new line before this "- "'),
    pattern('near', `${HEAD}${KEY}:[ \\t]+[^\\s"'{\\[#].*?[ \\t,;](?<at>(?<key>${KEY})):[ \\t]`, 'expected one key per line, got a second one: start a new line before "KEY:"'),
    pattern('near', `${HEAD}(?:(?:user_id|email):[ \\t]+)?(?<at>@)`, 'expected a user ID or an e-mail address, got an @name: in Slack, open the profile and choose "Copy member ID"'),
    pattern('near', `${PAIR}(?<at>[^\\s"'{\\[|>&*!#%@\`].*?):(?:[ \\t]|$)`, `expected one text after "KEY:", got a second colon followed by a space: ${QUOTES}`),
    pattern('near', `${PAIR}(?<at>")(?:[^"\\\\]|\\\\.)*"[ \\t]*[^\\s#,}\\]]`, "expected nothing after the closing quote, got more text: put the whole text in single quotes (')"),
    pattern('near', `${HEAD}(?<at>[\`%])`, 'expected an entry or a key, got one that starts with SIGN: delete that character'),
    pattern('near', `${PAIR}(?<at>')(?:[^']|'')*'(?!')[ \\t]*[^\\s#,}\\]]`, 'expected nothing after the closing quote, got more text: put the whole text in double quotes (")'),
    pattern('near', `${PAIR}(?<at>\\[[^\\]]*\\]|\\{[^}]*\\})[ \\t]*[^\\s#,}\\]]`, `expected one text after "KEY:", got one that starts with a bracket: ${QUOTES}`),
    pattern('near', `${PAIR}(?<at>[@\`%,]|[-?*&!][ \\t]|[|>](?![+-]?\\d?[+-]?[ \\t]*(?:#|$)))`, `expected one text after "KEY:", got one that starts with a special character: ${QUOTES}`),
    pattern('here', '^\\s*(?<at>\\{).*\\}[ \\t]*,?[ \\t]*$', 'expected one list, got JSON objects one by one: put [ before the first, a comma after each, ] after the last'),
    pattern('open', "^[ \\t]*(?:-[ \\t]+)*(?:[\\w-]+:[ \\t]+)?(?<at>\"(?:[^\"\\\\]|\\\\.)*|'(?:[^']|'')*)$", 'expected a closing quote, got none: close the quote that opens here'),
    pattern('open', '^[^#"\']*(?<at>[\\[{])[^\\]}]*$', 'expected a closing bracket, got none: close the bracket that opens here'),
];
function pattern(scope, form, message, flags = '') {
    return { scope, form: new RegExp(form, `du${flags}`), message };
}
/** The scopes of which patterns are tried: what can be trusted anywhere can be trusted around a syntax error. */
const TRIED = {
    values: ['values'],
    near: ['values', 'near'],
    here: ['values', 'near', 'here'],
    open: ['open'],
};
/** Finds the slip of the pen that explains a problem in or near a line. */
function findSlip(line, source, scope, code) {
    const text = source.line(line);
    for (const { scope: needed, form, message } of PATTERNS) {
        const match = TRIED[scope].includes(needed) ? form.exec(text) : null;
        if (match === null)
            continue;
        const at = match.indices?.groups?.['at']?.[0] ?? 0;
        const words = message
            .replace('KEY', match.groups?.['key'] ?? 'x-\u2026')
            .replace('CODE', (0,wording/* toCodePoint */.XX)(text, at))
            .replace('SIGN', toSign(text, at));
        return { column: at + 1, message: words, isOfFile: /table|JSON/.test(message) };
    }
    const slip = code === undefined ? undefined : findIndentationSlip(line, source, scope === 'here');
    return slip === undefined ? undefined : { ...slip, isOfFile: false };
}
/** A character as a reader can find it: itself if it is plain ASCII, otherwise its code point. */
function toSign(text, at) {
    const sign = text.charAt(at);
    return /[!-~]/.test(sign) ? `"${sign}"` : `another character (${(0,wording/* toCodePoint */.XX)(text, at)})`;
}

;// CONCATENATED MODULE: ./build/roster/syntax.js
/** Our own messages for what the parser finds, since its messages quote the file. */
const REASONS = {
    ALIAS_PROPS: 'an alias (*\u2026) has a tag or an anchor',
    BAD_ALIAS: 'an anchor (&\u2026) or alias (*\u2026) has no clear name; put text that starts with & or * in quotes',
    BAD_COLLECTION_TYPE: 'a tag (!\u2026) does not fit the value after it',
    BAD_DIRECTIVE: 'a line that starts with % is not understood',
    BAD_DQ_ESCAPE: 'text in double quotes contains a backslash (\\); use single quotes',
    BAD_INDENT: 'this line is not indented like the lines above it',
    BAD_PROP_ORDER: 'an anchor (&\u2026) or tag (!\u2026) is in the wrong place',
    BAD_SCALAR_START: 'a value starts with a special character; put it in quotes',
    BLOCK_AS_IMPLICIT_KEY: 'a second key or list starts within this value; put the value in quotes, or start a new line',
    BLOCK_IN_FLOW: 'lines with "- " or keys are inside [ ] or { }',
    DUPLICATE_KEY: 'a key is given twice',
    IMPOSSIBLE: 'the structure is not understood',
    KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
    MISSING_CHAR: 'a character is missing, such as a closing quote or bracket, a comma, a colon or a space',
    MULTILINE_IMPLICIT_KEY: 'this line has no colon followed by a space, or the next line is not indented like it',
    MULTIPLE_ANCHORS: 'a value has more than one anchor (&\u2026)',
    MULTIPLE_DOCS: 'a line "---" begins a second list',
    MULTIPLE_TAGS: 'a value has more than one tag (!\u2026)',
    NON_STRING_KEY: 'a key is not text',
    RESOURCE_EXHAUSTION: 'the levels are nested too deeply',
    TAB_AS_INDENT: 'the indentation contains a tab; use spaces',
    TAG_RESOLVE_FAILED: 'a tag (!\u2026) is not supported; put text that starts with ! in quotes',
    UNEXPECTED_TOKEN: 'something is where it cannot be; put text with special characters in quotes',
};
/** Describes a finding of the YAML parser without quoting the file. */
function describeSyntaxError(code) {
    return `not valid YAML here: ${REASONS[code]}`;
}

;// CONCATENATED MODULE: ./build/roster/explain.js


const UNCLOSED = 'expected a closing bracket for the one that opens here, and every line in between indented: close it, or indent them';
/** An entry has fewer lines than this before the one that the parser complains about. */
const explain_MAX_ENTRY_LINES = 30;
const CONFLICT = 'expected a finished file, got an unresolved merge conflict: keep the right lines and delete those that start with <<<<<<<, ======= and >>>>>>>';
/** Finds the first mark of a merge conflict that was not resolved. */
function findMergeConflict(source) {
    let first;
    let isCertain = false;
    for (let line = 1; line <= source.lineCount && !(isCertain && first !== undefined); line += 1) {
        const [, mark] = /^([<|=>])\1{6}(?: |$)/.exec(source.line(line)) ?? [];
        if (mark === undefined)
            continue;
        first ??= line;
        // Lines of = and | also occur in ordinary text.
        isCertain ||= mark === '<' || mark === '>';
    }
    return isCertain && first !== undefined ? { message: CONFLICT, line: first, column: 1 } : undefined;
}
/**
 * Turns findings into messages, in file order. If a line shows a common slip, that slip is named once, instead of
 * everything that follows from it.
 */
function explainFindings(findings, source) {
    const explained = new Map();
    const entries = new Set();
    let hasSlip = false;
    const sorted = findings.toSorted((a, b) => a.offset - b.offset);
    for (const finding of sorted) {
        const place = source.place(finding.offset);
        const slip = 'code' in finding ? findSyntaxSlip(finding, place.line, source) : findOwnSlip(place.line, source);
        if (slip !== undefined) {
            hasSlip ||= 'code' in finding;
            const key = slip.isOfFile ? slip.message : `${slip.line}`;
            if (!explained.has(key))
                explained.set(key, toPlaced(slip));
        }
        else if ('message' in finding) {
            explained.set(`${place.line}:${place.column} ${finding.message}`, { message: finding.message, ...place });
        }
        else {
            // What the parser says behind an explained slip, or twice of an entry, follows from the first.
            const entry = startOfEntry(place.line, source);
            if (!hasSlip && !entries.has(entry)) {
                explained.set(`syntax ${entry}`, { message: describeSyntaxError(finding.code), ...place });
            }
            entries.add(entry);
        }
    }
    return [...explained.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
function toPlaced({ message, line, column }) {
    return { message, line, column };
}
function findOwnSlip(line, source) {
    const slip = findSlip(line, source, 'values');
    return slip === undefined ? undefined : { ...slip, line };
}
/** The slip behind a syntax error: in its line, in the lines of its entry above, or in the one below. */
function findSyntaxSlip({ offset, code, isUnclosed = false }, line, source) {
    if (isUnclosed) {
        const opening = findOpening(line, source);
        return opening === undefined ? undefined : { ...opening, message: UNCLOSED };
    }
    const first = startOfEntry(line, source);
    const lines = Array.from({ length: line - first }, (_, index) => line - 1 - index);
    const own = findSlip(line, source, 'here', code);
    if (own !== undefined)
        return { ...own, line };
    for (const near of [...lines, line + 1]) {
        const slip = findSlip(near, source, 'near', code);
        if (slip !== undefined)
            return { ...slip, line: near };
    }
    // A quote that is never closed swallows the rest of the file.
    return code === 'MISSING_CHAR' && offset >= source.endOffset ? findOpening(line, source) : undefined;
}
/** The nearest line above that opens a quote or a bracket and does not close it. */
function findOpening(line, source) {
    for (let above = line; above > 0; above -= 1) {
        const slip = findSlip(above, source, 'open');
        if (slip !== undefined)
            return { ...slip, line: above };
    }
    return undefined;
}
function startOfEntry(line, source) {
    for (let above = line; above > 0 && line - above < explain_MAX_ENTRY_LINES; above -= 1) {
        if (/^\s*-(?:\s|$)/.test(source.line(above)))
            return above;
    }
    return line;
}

;// CONCATENATED MODULE: ./build/roster/source-text.js
/** Only the beginning of a longer line is looked at. */
const MAX_LINE = 1000;
/** Finds the lines of a text whose lines end with LF. */
function createSourceText(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    function place(offset) {
        const at = Math.min(offset, text.length);
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= at)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    }
    function line(number) {
        const start = starts[number - 1];
        if (start === undefined)
            return '';
        const end = starts[number] === undefined ? text.length : (starts[number] ?? 0) - 1;
        return text.slice(start, Math.min(end, start + MAX_LINE));
    }
    return { lineCount: starts.length, place, line, endOffset: text.trimEnd().length };
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
    collection.offset = next?.key?.offset ?? next?.start[0]?.offset ?? next?.sep?.[0]?.offset ?? collection.offset;
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


/** An entry is three levels deep; this leaves room for custom keys. */
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
    directive: 'expected no YAML directive other than %YAML 1.2, got another: remove the line that starts with %',
    documents: 'expected one list in the file, got a line "---" that begins another: remove that line',
    depth: `expected at most ${MAX_DEPTH} nested levels, got more`,
    size: 'expected a roster, got a single entry, value or comment that is too large to be read',
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
    let documentAt;
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
        if (outer.some(isDocument)) {
            // Whatever follows the document is an error, unless another document begins.
            if (parser.stack.length > 0)
                break;
            documentAt ??= read;
            if (read - documentAt > MAX_UNFINISHED_TOKENS)
                return yield stop(parser.offset, 'size');
            continue;
        }
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







/** After this many problems, a file is not worth reading on. */
const MAX_PROBLEMS = 1000;
/** As many people as the input `max-users` can ever allow. */
const MAX_ENTRIES = 1_000_000;
/**
 * Reads a roster and finds all of its problems at once.
 *
 * @param file - path of the roster as the user knows it
 * @param nowMs - for warnings of dates that are far away; without it there are none
 */
function parseRoster(bytes, file, nowMs) {
    const steps = parseRosterInSteps(bytes, file, { nowMs });
    for (;;) {
        const step = steps.next();
        if (step.done === true)
            return step.value;
    }
}
/**
 * Reads a roster like `parseRoster`, part by part; before each part it yields the people read so far.
 *
 * @param partTokens - how large a part is; makes no difference to what is found
 */
function* parseRosterInSteps(bytes, file, { nowMs, partTokens } = {}) {
    const decoded = decodeRoster(bytes, file);
    if (!decoded.ok)
        return onlyProblem(decoded.problem);
    const source = createSourceText(decoded.text);
    const conflict = findMergeConflict(source);
    if (conflict !== undefined)
        return onlyProblem({ ...conflict, file });
    const findings = [];
    const [warnings, pastWarnings] = [[], []];
    const collect = (list) => {
        return (offset, message) => list.push({ message, file, ...source.place(offset) });
    };
    const report = (offset, message) => findings.push({ offset, message });
    const entries = createEntryList((offset) => `${file}:${source.place(offset).line}`, report);
    const reader = createRosterReader({ text: decoded.text, report, warn: collect(warnings) }, entries);
    const isEnough = () => findings.length >= MAX_PROBLEMS || entries.mentions.length > MAX_ENTRIES;
    let isValid = true;
    let isWhole = true;
    for (const part of parseInParts(decoded.text, partTokens)) {
        yield entries.mentions;
        // Values near a syntax error are not what the author intended, and messages about them would bury the error.
        isValid = takeErrors(part, findings) && isValid;
        isWhole = part.kind === 'nodes' && !isEnough() && (!isValid || reader.read(part.document.contents));
        if (!isWhole)
            break;
    }
    if (isWhole && isValid)
        reader.end();
    entries.settle();
    entries.warnOfDates(nowMs, { warn: collect(warnings), warnOfPast: collect(pastWarnings) });
    const problems = explainFindings(findings, source).map((problem) => ({ ...problem, file }));
    const isOver = entries.mentions.length > MAX_ENTRIES;
    return {
        mentions: entries.mentions,
        problems: cut(isOver ? [...problems, { message: `expected at most ${MAX_ENTRIES} entries, got more`, file }] : problems),
        warnings: toWarningList(warnings, file),
        pastWarnings: toWarningList(pastWarnings, file),
    };
}
function onlyProblem(problem) {
    return { mentions: [], problems: [problem], warnings: [], pastWarnings: [] };
}
/** @returns whether the part is valid, mere warnings aside */
function takeErrors(part, findings) {
    if (part.kind === 'stop') {
        findings.push({ offset: part.offset, message: part.message });
        return false;
    }
    const { errors, warnings } = part.document;
    for (const { pos, code, message } of [...errors, ...warnings]) {
        // The parser takes it for a matter of indentation.
        const isUnclosed = code === 'BAD_INDENT' && /end with a [\]}]$/.test(message);
        findings.push({ offset: pos[0], code: isUnclosed ? 'MISSING_CHAR' : code, isUnclosed });
    }
    return errors.length === 0;
}
function cut(problems) {
    if (problems.length <= MAX_PROBLEMS)
        return problems;
    const [first] = problems;
    const message = `there are more than ${MAX_PROBLEMS} problems; the others are not listed`;
    return [...problems.slice(0, MAX_PROBLEMS), first?.file === undefined ? { message } : { message, file: first.file }];
}

;// CONCATENATED MODULE: ./build/roster/roster-change.js













const INSTEAD = 'To reset everybody in the roster who is due, use "roster-entries: all".';
/**
 * Compares the roster of two trees: what its lines read in the workspace, whose files must be those of the commit
 * that is checked out, and what the same lines would have read at the commit that the change was made from.
 *
 * @throws InputError when a version cannot be read or is not a valid roster: an empty one is never assumed
 */
async function readRosterChange(search, repository) {
    try {
        const checkedOut = await findCheckedOut(search, repository);
        const trees = new Trees(search, checkedOut, repository);
        const present = await trees.find(checkedOut.tree);
        checkWorkspace(search, checkedOut, present);
        const range = await findRange(search.change, checkedOut.tree.sha, repository);
        if (range.kind === 'problem') {
            throw new problem/* InputError */.d([{ message: range.problem }]);
        }
        const base = await openTree(range.baseSha, repository);
        const earlier = await trees.find(base);
        const before = await trees.read(earlier, base);
        const head = range.headSha === undefined ? undefined : await openTree(range.headSha, repository);
        const made = head === undefined ? undefined : await trees.read(await trees.find(head), head);
        const versions = { before, now: search.mentions, ...(made === undefined ? {} : { head: made }) };
        return {
            ...compareRosters(versions),
            arrivals: findArrivals(search.files, { checkedOut, present, earlier, base }),
        };
    }
    catch (error) {
        throw explain(error);
    }
}
function explain(error) {
    if (error instanceof problem/* InputError */.d) {
        const why = error.problems.map(({ message }) => message).join('; ');
        return new problem/* InputError */.d([{ message: `"roster-entries" is added, but ${why}. ${INSTEAD}` }]);
    }
    if (error instanceof github_error/* GitHubError */.y) {
        const why = `the earlier version of the roster cannot be read: ${error.message}. ${hintFor(error)}`;
        return new problem/* InputError */.d([{ message: `"roster-entries" is added, but ${why} ${INSTEAD}` }]);
    }
    return error;
}
function hintFor({ status, message }) {
    if (/rate limit/i.test(message)) {
        return 'Run again.';
    }
    switch (status) {
        case 401:
            return 'Check "github-token".';
        case 403:
        case 404:
            return 'Check that "github-token" may read it (permissions: contents: read) and that the commit still exists.';
        default:
            return 'Run again.';
    }
}
/** Reads the rosters of commits; what the workspace has too costs no request. */
class Trees {
    #search;
    #checkedOut;
    #repository;
    #bytes = new Map();
    constructor(search, checkedOut, repository) {
        this.#search = search;
        this.#checkedOut = checkedOut;
        this.#repository = repository;
    }
    /** The files that the lines name at a commit, and the blob of each. */
    async find(tree) {
        const { lines, workspace, temp } = this.#search;
        const readLink = (path, sha) => this.#readLink(path, sha);
        const place = { workspace, folder: this.#checkedOut.folder, temp, readLink };
        const { files, elsewhere } = await findTreeFiles(lines, tree, place);
        if (tree !== this.#checkedOut.tree) {
            await this.#refuseElsewhere(elsewhere, tree);
        }
        if (tree === this.#checkedOut.tree) {
            for (const file of this.#search.files) {
                const sha = files.get(toTreePath(file, this.#checkedOut) ?? '');
                if (sha !== undefined)
                    this.#bytes.set(sha, file.bytes);
            }
        }
        return files;
    }
    /** A version whose files are not in the repository cannot be read. What has stayed as it is now hides nothing. */
    async #refuseElsewhere(elsewhere, tree) {
        const now = this.#search.files.map((file) => toTreePath(file, this.#checkedOut) ?? '');
        for (const { path, what, way, isNamed } of elsewhere) {
            const isOnTheWay = isNamed || now.some((file) => file.startsWith(`${path}/`));
            if (isOnTheWay && !(await this.#isStill(way))) {
                const shown = (0,wording/* maskPath */.wy)(external_node_path_.posix.join(this.#checkedOut.folder, path));
                const nature = what === 'link' ? 'a link out of the repository' : 'a submodule';
                throw new problem/* InputError */.d([
                    { message: `${shown} was ${nature} at ${tree.sha.slice(0, 7)}, so that version of the roster is not in it` },
                ]);
            }
        }
    }
    /** Whether these links and submodules stand in the commit that is checked out as well. */
    async #isStill(way) {
        for (const [path, sha] of way) {
            const folder = external_node_path_.posix.dirname(path);
            const entry = (await this.#checkedOut.tree.list(folder === '.' ? '' : folder))?.get(external_node_path_.posix.basename(path));
            if (entry === undefined || (sha === SUBMODULE ? entry.kind !== 'submodule' : entry.sha !== sha)) {
                return false;
            }
        }
        return true;
    }
    /** @throws InputError when one of the files is not a valid roster */
    async read(files, tree) {
        const rosters = [];
        for (const [path, sha] of files) {
            const shown = (0,wording/* maskPath */.wy)(external_node_path_.posix.join(this.#checkedOut.folder, path));
            const { mentions, problems } = parseRoster(await this.#readBlob(sha), shown);
            const [first] = problems;
            if (first !== undefined) {
                const at = `${tree.sha.slice(0, 7)} (line ${first.line ?? 1}: ${first.message})`;
                throw new problem/* InputError */.d([{ message: `${shown} was not a valid roster at ${at}` }]);
            }
            rosters.push(mentions);
        }
        return rosters.flat();
    }
    async #readLink(path, sha) {
        const there = readTarget((0,external_node_path_.join)(this.#search.workspace, this.#checkedOut.folder, path));
        const isSame = there !== undefined && (0,blob_sha/* blobShaOf */.l)(there, sha.length) === sha;
        return Buffer.from(isSame ? there : await this.#readBlob(sha)).toString('utf8');
    }
    async #readBlob(sha) {
        const bytes = this.#bytes.get(sha) ?? (await this.#repository.readBlob(sha));
        this.#bytes.set(sha, bytes);
        return bytes;
    }
}
function readTarget(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path, 'buffer');
    }
    catch {
        return undefined;
    }
}
/** A draft that becomes a roster adds all its people: a reviewer wants to know where they come from. */
function findArrivals(files, { checkedOut, present, earlier, base }) {
    const known = new Set(earlier.values());
    return files.flatMap((file) => {
        const path = toTreePath(file, checkedOut) ?? '';
        const sha = present.get(path) ?? '';
        const former = earlier.has(path) || known.has(sha) ? undefined : base.findBlob(sha);
        return former === undefined ? [] : [{ file: file.path, former: (0,wording/* maskPath */.wy)(external_node_path_.posix.join(checkedOut.folder, former)) }];
    });
}

;// CONCATENATED MODULE: ./build/roster/added.js



/** People listed one by one in the log. */
const MAX_LOG_LINES = 100;
const NOTHING = { added: [], removed: [], moved: [], arrivals: [] };
/** Why this run cannot keep only the added entries, as far as can be known without asking GitHub. */
async function findAddedProblems({ githubToken, rosterEntries }, loadGitHub) {
    if (rosterEntries === 'all') {
        return [];
    }
    const { context, readChange } = await load(loadGitHub);
    const change = readChange(context.eventName, context.payload);
    return [
        ...('problem' in change ? [{ message: `"roster-entries" is added, but ${change.problem}.` }] : []),
        ...(githubToken === undefined ? [{ message: '"roster-entries" is added, which needs "github-token".' }] : []),
    ];
}
/** @throws InputError when the event cannot be read */
async function load(loadGitHub) {
    try {
        return await loadGitHub();
    }
    catch (error) {
        if (error instanceof SyntaxError) {
            const message = '"roster-entries" is added, but the event cannot be read: expected JSON in GITHUB_EVENT_PATH.';
            throw new problem/* InputError */.d([{ message }]);
        }
        throw error;
    }
}
/**
 * Finds what this push, pull request or merge group changes in the roster, and logs it.
 *
 * @throws InputError when there is no earlier version to compare with, or when it cannot be read
 */
async function findRosterChange({ mentions, files }, { inputs, folders, callContext, loadGitHub }) {
    const { context, openRepository, readChange } = await load(loadGitHub);
    const change = readChange(context.eventName, context.payload);
    if ('problem' in change || inputs.githubToken === undefined) {
        throw new problem/* InputError */.d(await findAddedProblems(inputs, loadGitHub));
    }
    const { log } = callContext;
    if (change.kind === 'closed') {
        log.info('The pull request was closed without a merge, so it adds no roster entry.');
        return NOTHING;
    }
    const { workspace, temp = (0,external_node_os_.tmpdir)() } = folders;
    const { owner, repo } = context.repo;
    const search = {
        ...{ mentions, files, change, workspace, temp },
        lines: inputs.roster,
        runSha: context.sha,
        repositoryName: `${owner}/${repo}`,
    };
    const found = await readRosterChange(search, openRepository({ token: inputs.githubToken, proxies: inputs.proxies }, callContext));
    logChange(found, { total: mentions.length, log });
    return found;
}
function logChange({ added, removed, moved, arrivals }, { total, log }) {
    log.info(`${added.length} of ${total} roster entries are added or changed.`);
    const lines = [
        ...arrivals.map(({ file, former }) => `New in the roster: ${file}, whose content was in ${former} before`),
        ...removed.map((person) => `Removed from the roster: ${added_nameOf(person)}`),
        ...moved.map((person) => `Moved from ${toDay(person.fromMs)} to ${toDay(person.toMs)}: ${added_nameOf(person)}`),
    ];
    for (const line of lines.slice(0, MAX_LOG_LINES)) {
        log.info(line);
    }
    if (lines.length > MAX_LOG_LINES) {
        log.info(`and ${lines.length - MAX_LOG_LINES} more`);
    }
}
function added_nameOf({ userId, source }) {
    return userId === undefined ? source : `${userId}, ${source}`;
}
function toDay(ms) {
    return ms === undefined ? 'at once' : new Date(ms).toISOString();
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/roster/empty-patterns.js


const KEEP = 'git drops empty folders; a file named .gitkeep keeps one';
const PLAIN = /[*?[\]{}()!+@]/;
/**
 * Explains why a pattern matches no file.
 *
 * @param cwd - the folder to which the pattern is relative
 * @param mayLookInto - whether rosters may be in a folder; any other folder counts as absent
 */
function explainEmptyPattern(pattern, { cwd, mayLookInto }) {
    const segments = pattern.replaceAll('\\', '/').split('/');
    const name = segments.pop() ?? '';
    const deep = segments.indexOf('**');
    const folderPattern = (deep === -1 ? segments : segments.slice(0, deep)).join('/');
    const folders = findFolders(folderPattern, cwd).filter(mayLookInto);
    if (folders.length === 0)
        return { isFine: false, why: `matches no file: there is no such folder. ${KEEP}` };
    const endings = endingsOf(name);
    const others = folders.flatMap((folder) => otherEndings(folder, endings));
    const [other] = others;
    if (other !== undefined) {
        return {
            isFine: false,
            why: `matches no file: files in that folder end in ${other}, not in ${endings.join(' or ')}`,
        };
    }
    return {
        isFine: true,
        why: 'matches no file, so it names nobody: all files are archived, or there are none yet',
    };
}
function findFolders(pattern, cwd) {
    const found = PLAIN.test(pattern) ? (0,external_node_fs_.globSync)(pattern, { cwd }) : [pattern === '' ? '.' : pattern];
    return found.map((folder) => (0,external_node_path_.resolve)(cwd, folder)).filter(isFolder);
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
/** The extensions that a name pattern requires; none if it accepts any. */
function endingsOf(name) {
    return [...new Set(name.match(/\.?ya?ml\b/gi) ?? [])].map((ending) => ending.startsWith('.') ? ending : `.${ending}`);
}
/** Extensions of files in a folder that mean the same but are spelled differently. */
function otherEndings(folder, endings) {
    if (endings.length === 0)
        return [];
    const names = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    return names.flatMap(({ name }) => /\.ya?ml$/i.exec(name)?.[0] ?? []).filter((ending) => !endings.includes(ending));
}

;// CONCATENATED MODULE: ./build/roster/files.js






const TEMP_PREFIX = 'RUNNER_TEMP/';
/** Characters that would break a message, or a table, in the middle of a path. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const files_OUTSIDE = 'is outside GITHUB_WORKSPACE and RUNNER_TEMP after links are resolved';
/**
 * Reads the roster files that the lines of the input `roster` name, each file once, and finds all problems at once.
 * A pattern that matches nothing because nothing is there is a warning.
 */
function readRosterFiles(patterns, { workspace, temp }) {
    const roots = [...toRoot(workspace, ''), ...(temp === undefined ? [] : toRoot(temp, TEMP_PREFIX))];
    const files = new Map();
    const problems = [];
    const warnings = [];
    for (const found of patterns.flatMap((pattern) => findFiles(pattern, { workspace: (0,external_node_path_.resolve)(workspace), roots }))) {
        if (!found.ok)
            (found.isFine ? warnings : problems).push(found.problem);
        else if (!files.has(found.real)) {
            const read = readFile(found.real, found.place);
            if (read.ok)
                files.set(found.real, read.file);
            else
                problems.push(read.problem);
        }
    }
    return { files: [...files.values()], problems, warnings };
}
function toRoot(folder, prefix) {
    return exists(folder) ? [{ real: (0,external_node_fs_.realpathSync)(folder), prefix }] : [];
}
function findFiles(pattern, search) {
    try {
        if (pattern.includes('\0'))
            return [files_refused(pattern, 'contains a NUL character')];
        const literal = (0,external_node_path_.resolve)(search.workspace, pattern);
        if (exists(literal))
            return [locate(literal, search)];
        if (!files_isGlob(pattern))
            return [files_refused(pattern, 'matches no file')];
        const matches = globFiles(pattern, search);
        return matches.length === 0 ? [explainNoMatch(pattern, search)] : matches;
    }
    catch (error) {
        return [files_refused(pattern, `cannot be read (${codeOf(error)})`)];
    }
}
function explainNoMatch(pattern, { workspace, roots }) {
    const mayLookInto = (folder) => placeOf((0,external_node_fs_.realpathSync)(folder), roots) !== undefined;
    const { isFine, why } = explainEmptyPattern(pattern, { cwd: workspace, mayLookInto });
    return isFine ? { ...files_refused(pattern, why), isFine } : files_refused(pattern, why);
}
function globFiles(pattern, search) {
    const segments = pattern.split(external_node_path_.sep === '\\' ? /[\\/]/ : '/');
    const first = segments.findIndex((segment) => /[*?[{]|[@+!]\(/.test(segment));
    const fixed = segments.slice(0, first).join('/');
    const start = (0,external_node_path_.resolve)(search.workspace, fixed === '' && (0,external_node_path_.isAbsolute)(pattern) ? external_node_path_.sep : fixed);
    if (!exists(start))
        return [];
    // A search that starts outside could walk through the whole disk, only to have its matches refused.
    if (placeOf((0,external_node_fs_.realpathSync)(start), search.roots) === undefined)
        return [files_refused(pattern, files_OUTSIDE)];
    return (0,external_node_fs_.globSync)(pattern, { cwd: search.workspace })
        .map((match) => (0,external_node_path_.resolve)(search.workspace, match))
        .sort()
        .filter((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? true)
        .map((path) => locate(path, search));
}
/** Looks at a file without opening it, since opening a pipe would wait for a writer. */
function locate(path, { workspace, roots }) {
    const given = (0,external_node_path_.relative)(workspace, path);
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        if (!stats.isFile())
            return files_refused(given, `is ${kindOf(stats)}, not a file`);
        const real = (0,external_node_fs_.realpathSync)(path);
        const place = placeOf(real, roots);
        if (place === undefined)
            return files_refused(given, files_OUTSIDE);
        if (UNPRINTABLE.test(place.path))
            return files_refused(given, 'has a control character in its name');
        if (stats.size <= MAX_ROSTER_BYTES)
            return { ok: true, real, place };
        return files_refused(given, `has ${stats.size} bytes; expected at most ${MAX_ROSTER_BYTES} (10 MiB)`);
    }
    catch (error) {
        return files_refused(given, `cannot be read (${codeOf(error)})`);
    }
}
function readFile(real, place) {
    try {
        const bytes = (0,external_node_fs_.readFileSync)(real);
        return { ok: true, file: { ...place, bytes, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') } };
    }
    catch (error) {
        return files_refused(place.path, `cannot be read (${codeOf(error)})`);
    }
}
function placeOf(real, roots) {
    for (const root of roots) {
        const inside = (0,external_node_path_.relative)(root.real, real);
        if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
            continue;
        const path = inside.split(external_node_path_.sep).join('/');
        return { path: (0,wording/* maskPath */.wy)(`${root.prefix}${path}`), repositoryPath: root.prefix === '' ? path : undefined };
    }
    return undefined;
}
function exists(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function files_isGlob(pattern) {
    return /[*?]|\[[^\]]*\]|\{[^}]*\}|[@+!]\(/.test(pattern);
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
/** Text that looks like a path may be quoted; text that looks like roster content or an address may not. */
function files_refused(path, why) {
    const shown = path.split(external_node_path_.sep).join('/').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '\uFFFD');
    const isContent = /^- |: |^[^/]*\S@\S+\.[^/.]*$|\s.*\s.*\s/.test(shown) && !/\.ya?ml$/i.test(shown);
    const what = isContent ? `expected a path of a roster file, got ${(0,wording/* describeText */.ld)(shown)}; it` : `"${(0,wording/* maskPath */.wy)(shown)}"`;
    return { ok: false, problem: { message: `"roster": ${what} ${why}` } };
}

;// CONCATENATED MODULE: ./build/roster/load.js





/**
 * Reads the roster files that the input `roster` names. Problems are returned, not thrown. A large file is read in
 * steps, so that a cancellation is noticed in between: then a moment is left to read on, so that few people are lost.
 *
 * @param commits - those of the workflow's repository that may be checked out; the first where no checkout says which
 * @param nowMs - for warnings of dates that are far away
 */
async function readRosters(patterns, { folders, commits, abandoned, nowMs }) {
    const { files, problems, warnings } = readRosterFiles(patterns, folders);
    const rosters = [];
    const gaps = [];
    for (const { bytes, path } of files) {
        const { roster, isWhole } = await takeSteps(parseRosterInSteps(bytes, path, { nowMs }), abandoned);
        rosters.push(roster);
        if (!isWhole) {
            const read = roster.mentions.length;
            gaps.push(`The run was cancelled while reading ${path}: this report has ${(0,wording/* formatPeopleCount */.EV)(read)} from that file and nobody after that.`);
        }
    }
    return {
        files,
        rosterPlaces: findPlaces(files, { workspace: folders.workspace, shas: commits }),
        mentions: rosters.flatMap(({ mentions }) => mentions),
        problems: [...problems, ...rosters.flatMap((roster) => roster.problems)],
        warnings: [...warnings, ...rosters.flatMap((roster) => roster.warnings)],
        pastWarnings: rosters.flatMap((roster) => roster.pastWarnings),
        gaps,
    };
}
/** Takes all steps, handling signals after each; returns what was read so far when time is up. */
async function takeSteps(steps, abandoned) {
    for (;;) {
        const step = steps.next();
        if (step.done === true) {
            return { roster: step.value, isWhole: true };
        }
        await (0,promises_.setImmediate)();
        if (abandoned.aborted) {
            return { roster: { mentions: step.value, problems: [], warnings: [], pastWarnings: [] }, isWhole: false };
        }
    }
}

;// CONCATENATED MODULE: ./build/roster/index.js
// All about rosters in one chunk of the bundle, which only a run with a roster loads: it holds the YAML parser.




/***/ })

};
;