export const id = 524;
export const ids = [524];
export const modules = {

/***/ 8524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  context: () => (/* reexport */ github/* context */._),
  findBase: () => (/* reexport */ findBase),
  openRepository: () => (/* reexport */ openRepository),
  publishComment: () => (/* reexport */ publishComment),
  readEarlierMentions: () => (/* reexport */ readEarlierMentions)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(8134);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/calls/json.js
var json = __webpack_require__(530);
// EXTERNAL MODULE: ./build/calls/retry.js
var calls_retry = __webpack_require__(3168);
;// CONCATENATED MODULE: ./build/github/request.js

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
/** Thrown by a reader for an answer that came but cannot be what GitHub meant; another try may mend it. */
class UnreadableAnswer extends Error {
}
const CALL_TIMEOUT_MS = 30_000;
/** GitHub asks for at least a minute after its secondary limit, when it names no time. */
const SECONDARY_LIMIT_SECONDS = 60;
/**
 * Asks GitHub, and again after transient failures, within the bounds of the run.
 *
 * @param before - done before every further try; a result makes that try needless
 * @throws GitHubError
 */
async function askUntilSettled({ what, ask }, { bounds, clock, log, random }, before) {
    for (let retry = 1;; retry += 1) {
        try {
            const timeoutMs = Math.max(1, Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now()));
            const signal = AbortSignal.any([AbortSignal.timeout(Math.ceil(timeoutMs)), bounds.cancelled]);
            return (retry > 1 ? await before?.() : undefined) ?? (await ask(signal));
        }
        catch (error) {
            const { retryability, status } = readFailure(error, clock.now());
            const retriesLeft = bounds.maxRetries - retry + 1;
            const decision = (0,calls_retry/* decideRetry */.t)(retryability, { retriesLeft, retry, random: random() });
            const why = `GitHub did not give ${what} (${describe(error, status)})`;
            const hasTime = decision.kind === 'wait' && clock.now() + decision.delayMs < bounds.deadlineMs;
            if (decision.kind !== 'wait' || !hasTime || bounds.cancelled.aborted) {
                throw new GitHubError(why, status);
            }
            log.info(`${why}; waiting ${decision.delayMs / 1000} s, then again`);
            await clock.sleep(decision.delayMs, bounds.cancelled);
        }
    }
}
function describe(error, status) {
    if (error instanceof UnreadableAnswer) {
        return error.message;
    }
    return status === undefined ? 'no answer' : `HTTP ${status}`;
}
/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readFailure(error, nowMs) {
    const { status, headers } = readResponse(error);
    const retryAfterSeconds = (0,calls_retry/* parseRetryAfter */.m)(headers['retry-after'], nowMs);
    const waitSeconds = retryAfterSeconds ?? readReset(headers, nowMs) ?? readSecondaryLimit(error);
    if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
        return { retryability: { kind: 'rate-limited', retryAfterSeconds: waitSeconds }, status };
    }
    const isTransient = status === undefined || status >= 500 || status === 408;
    return { retryability: { kind: isTransient ? 'transient' : 'final', retryAfterSeconds }, status };
}
function readReset(headers, nowMs) {
    const resetSeconds = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    const isUsedUp = headers['x-ratelimit-remaining'] === '0' && !Number.isNaN(resetSeconds);
    return isUsedUp ? Math.ceil(resetSeconds - nowMs / 1000) : undefined;
}
function readSecondaryLimit(error) {
    return error instanceof Error && /secondary rate limit/i.test(error.message) ? SECONDARY_LIMIT_SECONDS : undefined;
}
function readResponse(error) {
    const headers = {};
    if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') {
        return { status: undefined, headers };
    }
    const response = 'response' in error ? error.response : undefined;
    if (typeof response !== 'object' || response === null || !('headers' in response)) {
        // Octokit gives a lost connection the status 500, but no response.
        return { status: undefined, headers };
    }
    for (const [name, value] of Object.entries(response.headers ?? {})) {
        headers[name.toLowerCase()] = String(value);
    }
    return { status: error.status, headers };
}

;// CONCATENATED MODULE: ./build/github/repository.js




/** GitHub lists no more files of a comparison than this. */
const MAX_COMPARED_FILES = 300;
const NEW_STATUSES = new Set(['added', 'renamed', 'copied', 'changed']);
/** A regular file, executable or not; a link has another mode. */
const FILE_MODES = new Set(['100644', '100755']);
/** The repository that the workflow runs in, on github.com or the server that `GITHUB_API_URL` names. */
function openRepository(token, callContext) {
    const octokit = (0,github/* getOctokit */.Q)(token);
    const { owner, repo } = github/* context */._.repo;
    return {
        listFiles: (sha) => {
            const ask = async (signal) => readTree((await octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true', request: { signal } })).data);
            return askUntilSettled({ what: `the files at ${sha.slice(0, 7)}`, ask }, callContext);
        },
        readFile: ({ path, blobSha }, ref) => {
            const headers = { accept: 'application/vnd.github.raw+json' };
            const ask = async (signal) => {
                // Octokit takes a body that was cut off for an empty one, so the body is read here.
                const request = { signal, parseSuccessResponseBody: false };
                const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref, headers, request });
                return readBytes(data, blobSha);
            };
            return askUntilSettled({ what: `${path} at ${ref.slice(0, 7)}`, ask }, callContext);
        },
        listNewFiles: (baseSha, headSha) => {
            const basehead = `${baseSha}...${headSha}`;
            const ask = async (signal) => {
                const { rest } = octokit;
                const request = { signal };
                return readComparison((await rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1, request })).data);
            };
            return askUntilSettled({ what: `the files changed since ${baseSha.slice(0, 7)}`, ask }, callContext);
        },
    };
}
function readTree(data) {
    const tree = (0,json/* isJsonObject */.O)(data) ? data['tree'] : undefined;
    if (!(0,json/* isJsonObject */.O)(data) || !Array.isArray(tree) || typeof data['truncated'] !== 'boolean') {
        throw new UnreadableAnswer('an answer that is no list of files');
    }
    const files = tree.filter(json/* isJsonObject */.O).flatMap(({ path, mode, sha }) => {
        const isFile = FILE_MODES.has(mode) && typeof path === 'string' && typeof sha === 'string';
        return isFile ? [{ path, blobSha: sha }] : [];
    });
    return { files, isComplete: !data['truncated'] };
}
function readComparison(data) {
    const listed = (0,json/* isJsonObject */.O)(data) ? data['files'] : undefined;
    if (!Array.isArray(listed)) {
        throw new UnreadableAnswer('an answer that is no comparison');
    }
    const files = listed.filter(json/* isJsonObject */.O).flatMap(({ filename, status, previous_filename: former }) => {
        const isNew = typeof filename === 'string' && NEW_STATUSES.has(status);
        return isNew ? [[filename, { former: typeof former === 'string' ? former : undefined }]] : [];
    });
    return { files: new Map(files), isComplete: listed.length < MAX_COMPARED_FILES };
}
/** Reads a body to its end and checks that it is the whole file. */
async function readBytes(data, blobSha) {
    if (!(data instanceof ReadableStream)) {
        throw new UnreadableAnswer('an answer without a file');
    }
    const bytes = new Uint8Array(await new Response(data).arrayBuffer());
    if (blobShaOf(bytes, blobSha.length) !== blobSha) {
        throw new UnreadableAnswer('an answer that is not the whole file');
    }
    return bytes;
}
/**
 * Git's checksum of a file: of a header and the bytes.
 *
 * @param length - of the checksum: 40 for SHA-1, 64 for SHA-256 repositories
 */
function blobShaOf(bytes, length) {
    const hash = (0,external_node_crypto_.createHash)(length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

// EXTERNAL MODULE: ./build/people/problem.js
var problem = __webpack_require__(1741);
;// CONCATENATED MODULE: ./build/roster/added.js




const INSTEAD = 'To reset everybody in the roster who is due, use "roster-entries: all".';
/**
 * Reads all roster files as they were at the base: those that the patterns match there, and those that are now in the
 * roster and had another name. A file that the change made is new as a whole.
 *
 * @throws InputError when the earlier version cannot be read or is no valid roster: an empty one is never assumed
 */
async function readEarlierMentions(search, repository) {
    const outside = search.files.filter(({ repositoryPath }) => repositoryPath === undefined);
    if (outside.length > 0) {
        refuse(`${outside.map(({ path }) => path).join(', ')} lies outside of the repository and has no earlier version.`);
    }
    try {
        const mentions = [];
        const earlier = await findEarlierFiles(search, repository);
        const unchanged = byChecksum(search.files, earlier[0]?.blobSha.length ?? 0);
        for (const file of earlier) {
            const bytes = unchanged.get(file.blobSha) ?? (await repository.readFile(file, search.baseSha));
            for (const mention of parseEarlier(bytes, file.path, search)) {
                mentions.push(mention);
            }
        }
        return mentions;
    }
    catch (error) {
        if (error instanceof GitHubError) {
            refuse(`The earlier version of the roster cannot be read: ${error.message}. ${hintFor(error.status)}`);
        }
        throw error;
    }
}
/** What is now as it was, wherever it stands now, needs no request: one a file would use up GitHub's rate limit. */
function byChecksum(files, length) {
    return new Map(files.map(({ bytes }) => [blobShaOf(bytes, length), bytes]));
}
async function findEarlierFiles({ files, patterns, baseSha, headSha }, repository) {
    const base = await repository.listFiles(baseSha);
    if (!base.isComplete) {
        refuse('The repository has too many files for GitHub to list, so the earlier version of the roster cannot be told.');
    }
    const wanted = new Set(patterns.map((pattern) => external_node_path_.posix.normalize(pattern)));
    const byPath = new Map(base.files.map((file) => [file.path, file]));
    const now = files.flatMap(({ repositoryPath }) => repositoryPath ?? []);
    const matched = [...byPath.keys()].filter((path) => wanted.has(path) || [...wanted].some((pattern) => (0,external_node_path_.matchesGlob)(path, pattern)));
    const earlier = new Set([...matched, ...now.filter((path) => byPath.has(path))]);
    const unknown = now.filter((path) => !byPath.has(path));
    if (unknown.length > 0) {
        for (const { former } of findOrigins(unknown, await repository.listNewFiles(baseSha, headSha))) {
            if (former !== undefined) {
                earlier.add(former);
            }
        }
    }
    return [...earlier].flatMap((path) => byPath.get(path) ?? []);
}
/** Makes sure that every file that the base lacks was made by this change, and not by the job or another repository. */
function findOrigins(paths, { files, isComplete }) {
    return paths.map((path) => {
        const file = files.get(path);
        if (file === undefined) {
            const why = isComplete ? 'is not part of this change' : 'may be new or renamed: the change has too many files';
            refuse(`${path} was not in the repository before and ${why}, so what was added cannot be told.`);
        }
        return file;
    });
}
function parseEarlier(bytes, path, { parseRoster, baseSha }) {
    const { mentions, problems } = parseRoster(bytes, path);
    const [first] = problems;
    if (first !== undefined) {
        refuse(`${path} was not a valid roster at ${baseSha.slice(0, 7)} (line ${first.line ?? 1}: ${first.message}).`);
    }
    return mentions;
}
function refuse(message) {
    throw new problem/* InputError */.d([{ message: `"roster-entries" is added, but: ${message} ${INSTEAD}` }]);
}
function hintFor(status) {
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

;// CONCATENATED MODULE: ./build/github/event.js

const SHA = /^[0-9a-f]{40,64}$/;
const WHAT_TO_DO = 'use "roster-entries: all", or run on push, pull_request or merge_group';
/**
 * Finds the commit to which the event's change was made.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function findBase(eventName, payload) {
    const event = (0,json/* isJsonObject */.O)(payload) ? payload : {};
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
            return toBase(member(member(event, 'pull_request'), 'base')['sha'], 'pull_request.base.sha');
        case 'push':
            return toBase(event['before'], 'push.before');
        case 'merge_group':
            return toBase(member(event, 'merge_group')['base_sha'], 'merge_group.base_sha');
        default:
            return { problem: `the event ${toWord(eventName)} has no earlier version to compare with: ${WHAT_TO_DO}` };
    }
}
function toBase(sha, name) {
    if (typeof sha !== 'string' || !SHA.test(sha)) {
        return { problem: `the event does not say ${name}: ${WHAT_TO_DO}` };
    }
    if (/^0+$/.test(sha)) {
        return {
            problem: `${name} is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ` +
                WHAT_TO_DO,
        };
    }
    return { sha };
}
/** The number of the pull request that an event is about. */
function findPullRequest(payload) {
    const number = member((0,json/* isJsonObject */.O)(payload) ? payload : {}, 'pull_request')['number'];
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
function member(object, name) {
    const value = object[name];
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}
function toWord(eventName) {
    return /^[a-z_]{1,40}$/.test(eventName) ? eventName : 'of this run';
}

;// CONCATENATED MODULE: ./build/github/comments.js



const PAGE = 100;
/** The comments of a pull request in the repository that the workflow runs in. */
function openComments(pullRequest, token, callContext) {
    const octokit = (0,github/* getOctokit */.Q)(token);
    const { owner, repo } = github/* context */._.repo;
    // A workflow's own token writes as a bot. Whoever else began a comment with the marker could edit it afterwards.
    const isBot = token.startsWith('ghs_');
    const find = async (marker) => {
        for (let page = 1;; page += 1) {
            const query = { owner, repo, issue_number: pullRequest, per_page: PAGE, page };
            const ask = async (signal) => toList((await octokit.rest.issues.listComments({ ...query, request: { signal } })).data);
            const comments = await askUntilSettled({ what: 'the comments', ask }, callContext);
            const own = comments.find((comment) => isOwn(comment, marker, isBot));
            if (own !== undefined || comments.length < PAGE) {
                return (0,json/* isJsonObject */.O)(own) ? Number(own['id']) : undefined;
            }
        }
    };
    const update = async (comment_id, body) => {
        const ask = async (signal) => {
            await octokit.rest.issues.updateComment({ owner, repo, comment_id, body, request: { signal } });
            return true;
        };
        return askUntilSettled({ what: 'the comment', ask }, callContext);
    };
    const updateIfThere = async (marker, body) => {
        const id = await find(marker);
        return id === undefined ? undefined : update(id, body);
    };
    return {
        upsert: async (marker, body) => {
            const ask = async (signal) => {
                await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: { signal } });
                return true;
            };
            const isThere = await updateIfThere(marker, body);
            if (isThere === undefined) {
                // The first try may have made it although its answer was lost.
                await askUntilSettled({ what: 'a new comment', ask }, callContext, () => updateIfThere(marker, body));
            }
        },
    };
}
function toList(data) {
    if (!Array.isArray(data) || !data.every(json/* isJsonObject */.O)) {
        throw new UnreadableAnswer('an answer that is no list of comments');
    }
    return data;
}
function isOwn(comment, marker, isBot) {
    if (!(0,json/* isJsonObject */.O)(comment) || typeof comment['body'] !== 'string' || typeof comment['id'] !== 'number') {
        return false;
    }
    const author = comment['user'];
    const isByBot = (0,json/* isJsonObject */.O)(author) && author['type'] === 'Bot';
    return comment['body'].startsWith(marker) && (isByBot || !isBot);
}

;// CONCATENATED MODULE: ./build/github/publish-comment.js





/**
 * Keeps one comment of this workflow and job on the pull request up to date.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
async function publishComment(markdown, { token, callContext }) {
    const pullRequest = findPullRequest(github/* context */._.payload);
    if (pullRequest === undefined) {
        callContext.log.info('No comment, since the event is not about a pull request.');
        return undefined;
    }
    if (token === undefined) {
        return '"github-token" is empty';
    }
    const marker = markerOf(github/* context */._.workflow, github/* context */._.job);
    const body = `${marker}\n${markdown}`;
    try {
        await openComments(pullRequest, token, callContext).upsert(marker, body);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof GitHubError)) {
            throw error;
        }
        const mayNot = error.status === 403 || error.status === 404 || error.status === 401;
        return mayNot ? `${error.message}: it needs "pull-requests: write", which a fork does not get` : error.message;
    }
}
/** A comment of HTML that GitHub does not show, and that no name of a workflow can break out of. */
function markerOf(workflow, job) {
    const id = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([workflow, job]))
        .digest('hex')
        .slice(0, 16);
    return `<!-- slack-session-reset ${id} -->`;
}

;// CONCATENATED MODULE: ./build/github/index.js
// All about GitHub in one chunk of the bundle, which only `added` and `comment` load: it holds Octokit.







/***/ })

};
