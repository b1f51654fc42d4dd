export const id = 588;
export const ids = [588];
export const modules = {

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ blobShaOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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

/***/ 5588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  context: () => (/* reexport */ github/* context */._),
  openRepository: () => (/* reexport */ openRepository),
  publishComment: () => (/* reexport */ publishComment),
  readChange: () => (/* reexport */ readChange)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(8134);
// EXTERNAL MODULE: ./build/calls/json.js
var json = __webpack_require__(530);
;// CONCATENATED MODULE: ./build/github/event.js

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const WHAT_TO_DO = 'use "roster-entries: all", or run on push, pull_request or merge_group';
/**
 * Reads which change the event stands for, or why it stands for none.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function readChange(eventName, payload) {
    const event = (0,json/* isJsonObject */.O)(payload) ? payload : {};
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
            return readPullRequest(event);
        case 'push':
            return readSince(event['before'], 'push.before');
        case 'merge_group':
            return readSince(member(event, 'merge_group')['base_sha'], 'merge_group.base_sha');
        default:
            return { problem: `the event ${toWord(eventName)} has no earlier version to compare with: ${WHAT_TO_DO}` };
    }
}
function readSince(sha, name) {
    if (!isSha(sha)) {
        return { problem: `the event does not say ${name}: ${WHAT_TO_DO}` };
    }
    if (/^0+$/.test(sha)) {
        return {
            problem: `${name} is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ` +
                WHAT_TO_DO,
        };
    }
    return { kind: 'since', sha };
}
/** `base.sha` is not read: it stays as it was when the pull request was last pushed to, while the base moves on. */
function readPullRequest(event) {
    const pullRequest = member(event, 'pull_request');
    const headSha = member(pullRequest, 'head')['sha'];
    const baseBranch = member(pullRequest, 'base')['ref'];
    const mergeSha = pullRequest['merge_commit_sha'];
    const isMerged = pullRequest['merged'] === true;
    if (event['action'] === 'closed' && pullRequest['merged'] === false) {
        return { kind: 'closed' };
    }
    if (!isSha(headSha)) {
        return { problem: `the event does not say pull_request.head.sha: ${WHAT_TO_DO}` };
    }
    if (isMerged) {
        return isSha(mergeSha)
            ? { kind: 'merged', headSha, mergeSha }
            : { problem: `the event does not say pull_request.merge_commit_sha: ${WHAT_TO_DO}` };
    }
    return typeof baseBranch === 'string' && baseBranch !== ''
        ? { kind: 'pull-request', headSha, baseBranch }
        : { problem: `the event does not say pull_request.base.ref: ${WHAT_TO_DO}` };
}
/** The number of the issue or pull request that an event is about; comments are written there. */
function findConversation(payload) {
    const event = (0,json/* isJsonObject */.O)(payload) ? payload : {};
    const number = member(event, 'pull_request')['number'] ?? member(event, 'issue')['number'];
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
/** Whether a value names a commit, a folder or a file as git does. */
function isSha(value) {
    return typeof value === 'string' && SHA.test(value);
}
function member(object, name) {
    const value = object[name];
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}
function toWord(eventName) {
    return /^[a-z_]{1,40}$/.test(eventName) ? eventName : 'of this run';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/github/client.js

/** Opens GitHub's API on github.com or on the server that `GITHUB_API_URL` names. */
function openGitHub(token) {
    return { octokit: (0,github/* getOctokit */.Q)(token), place: github/* context */._.repo };
}

// EXTERNAL MODULE: ./build/github/request.js
var request = __webpack_require__(1847);
;// CONCATENATED MODULE: ./build/github/comments.js




const PAGE = 100;
const GONE = 404;
/** The comments of an issue or a pull request in the repository that the workflow runs in. */
function openComments(issue_number, token, callContext) {
    const { octokit, place } = openGitHub(token);
    const ask = (what, question) => (0,request/* askUntilSettled */.NB)({ what, ask: (signal) => question({ signal }) }, callContext);
    const listPage = (page) => ask('list the comments', async (request) => {
        const query = { ...place, issue_number, per_page: PAGE, page, request };
        return toList((await octokit.rest.issues.listComments(query)).data);
    });
    const readLogin = () => ask('say whose token it is', async (request) => {
        // GITHUB_API_URL decides where the token goes; another host must not get it.
        const isSameHost = new URL(github/* context */._.graphqlUrl).host === new URL(github/* context */._.apiUrl).host;
        const query = { query: '{ viewer { login } }', request };
        return isSameHost ? toLogin((await octokit.request(`POST ${github/* context */._.graphqlUrl}`, query)).data) : undefined;
    }).catch(ignoreRefusal);
    const findOwn = async (marker) => {
        let login;
        for (let page = 1;; page += 1) {
            const comments = await listPage(page);
            for (const comment of comments.filter(({ body }) => String(body).startsWith(marker))) {
                login ??= readLogin();
                if (isAuthor(comment, { login: await login, isApp: token.startsWith('ghs_') })) {
                    return toId(comment);
                }
            }
            if (comments.length < PAGE)
                return undefined;
        }
    };
    const updateOwn = async (marker, body) => {
        const comment_id = await findOwn(marker);
        if (comment_id === undefined)
            return false;
        try {
            await ask('update the comment', async (request) => {
                await octokit.rest.issues.updateComment({ ...place, comment_id, body, request });
            });
            return true;
        }
        catch (error) {
            // It was deleted in the meantime.
            if (error instanceof request/* GitHubError */.y_ && error.status === GONE)
                return false;
            throw error;
        }
    };
    return {
        upsert: async (marker, body) => {
            if (await updateOwn(marker, body))
                return;
            const create = async (signal) => {
                await octokit.rest.issues.createComment({ ...place, issue_number, body, request: { signal } });
                return true;
            };
            // The first attempt may have made it although its answer was lost.
            const before = async () => (await updateOwn(marker, body)) || undefined;
            await (0,request/* askUntilSettled */.NB)({ what: 'create the comment', ask: create }, callContext, before);
        },
    };
}
function ignoreRefusal(error) {
    if (!(error instanceof request/* GitHubError */.y_)) {
        throw error;
    }
}
function toList(data) {
    if (!Array.isArray(data) || !data.every(json/* isJsonObject */.O)) {
        throw new request/* UnreadableAnswer */.ym('an answer that is no list of comments');
    }
    return data;
}
function toId({ id }) {
    if (typeof id !== 'number') {
        throw new request/* UnreadableAnswer */.ym('a comment without an ID');
    }
    return id;
}
/** GraphQL answers an error with status 200 and no data. */
function toLogin(answer) {
    const data = (0,json/* isJsonObject */.O)(answer) ? answer['data'] : undefined;
    const viewer = (0,json/* isJsonObject */.O)(data) ? data['viewer'] : undefined;
    const login = (0,json/* isJsonObject */.O)(viewer) ? viewer['login'] : undefined;
    return typeof login === 'string' && login !== '' ? login : undefined;
}
const BOT = /\[bot\]$/;
/** The login of an app is told with and without its suffix, and a person can have the same one without it. */
function isAuthor({ user }, { login, isApp }) {
    if (login === undefined || !(0,json/* isJsonObject */.O)(user) || typeof user['login'] !== 'string') {
        return false;
    }
    const isBot = user['type'] === 'Bot' || BOT.test(user['login']);
    const isSame = user['login'].replace(BOT, '').toLowerCase() === login.replace(BOT, '').toLowerCase();
    return isSame && isBot === (isApp || BOT.test(login));
}

;// CONCATENATED MODULE: ./build/github/publish-comment.js





/**
 * Keeps one comment of this step up to date, on the issue or pull request that the event is about.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
async function publishComment(markdown, { token, commentId, callContext }) {
    const conversation = findConversation(github/* context */._.payload);
    if (conversation === undefined) {
        callContext.log.info('No comment, since the event is not about an issue or a pull request.');
        return undefined;
    }
    if (token === undefined) {
        return '"github-token" is empty';
    }
    const marker = toMarker([github/* context */._.workflow, github/* context */._.job, github/* context */._.action, commentId ?? '']);
    try {
        await openComments(conversation, token, callContext).upsert(marker, `${marker}\n${markdown}`);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof request/* GitHubError */.y_)) {
            throw error;
        }
        return `${error.message}${hintFor(error)}`;
    }
}
/** GitHub's own sentence says the rest, such as that the conversation is locked. */
function hintFor({ status, message }) {
    if (status === 401) {
        return ': check "github-token"';
    }
    const isForbidden = status === 403 && message.includes('not accessible by');
    return isForbidden || status === 404
        ? ': it needs "pull-requests: write", or "issues: write" on an issue, which a fork does not get'
        : '';
}
/** A comment of HTML that GitHub does not show, and that no name of a workflow can break out of. */
function toMarker(key) {
    const id = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16);
    return `<!-- slack-session-reset ${id} -->`;
}

// EXTERNAL MODULE: ./build/github/blob-sha.js
var blob_sha = __webpack_require__(3828);
;// CONCATENATED MODULE: ./build/github/repository.js




const repository_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const KINDS = new Map([
    ['100644', 'file'],
    ['100755', 'file'],
    ['120000', 'link'],
    ['040000', 'folder'],
    ['160000', 'submodule'],
]);
/** The repository that the workflow runs in. */
function openRepository(token, callContext) {
    const { octokit, place } = openGitHub(token);
    const ask = (what, question) => (0,request/* askUntilSettled */.NB)({ what, ask: question }, callContext);
    return {
        listTree: (tree_sha, { recursive }) => ask(`list the files at ${repository_short(tree_sha)}`, async (signal) => {
            const query = { ...place, tree_sha, ...(recursive ? { recursive: 'true' } : {}), request: { signal } };
            return readTree((await octokit.rest.git.getTree(query)).data);
        }),
        readBlob: (file_sha) => ask(`send the file ${repository_short(file_sha)}`, async (signal) => {
            const headers = { accept: 'application/vnd.github.raw+json' };
            // Octokit takes a body that was cut off for an empty one, so the body is read here.
            const request = { signal, parseSuccessResponseBody: false };
            return readBytes((await octokit.rest.git.getBlob({ ...place, file_sha, headers, request })).data, file_sha);
        }),
        readParents: (commit_sha) => ask(`show the commit ${repository_short(commit_sha)}`, async (signal) => {
            const query = { ...place, commit_sha, request: { signal } };
            return readParents((await octokit.rest.git.getCommit(query)).data);
        }),
        readBranch: (name) => ask('show the base branch', async (signal) => {
            const query = { ...place, ref: `heads/${name}`, request: { signal } };
            return readSha(repository_member((await octokit.rest.git.getRef(query)).data, 'object'));
        }),
        findMergeBase: (one, other) => ask(`compare ${repository_short(one)} with ${repository_short(other)}`, async (signal) => {
            const query = { ...place, basehead: `${one}...${other}`, per_page: 1, request: { signal } };
            return readSha(repository_member((await octokit.rest.repos.compareCommitsWithBasehead(query)).data, 'merge_base_commit'));
        }),
    };
}
function repository_short(sha) {
    return sha.slice(0, 7);
}
function repository_member(data, name) {
    return (0,json/* isJsonObject */.O)(data) ? data[name] : undefined;
}
function readTree(data) {
    const tree = repository_member(data, 'tree');
    const truncated = repository_member(data, 'truncated');
    if (!Array.isArray(tree) || !tree.every(json/* isJsonObject */.O) || typeof truncated !== 'boolean') {
        throw new request/* UnreadableAnswer */.ym('an answer that is no list of files');
    }
    return { entries: tree.map(readEntry), isComplete: !truncated };
}
function readEntry({ path, mode, sha }) {
    const kind = KINDS.get(mode);
    if (kind === undefined || typeof path !== 'string' || typeof sha !== 'string' || !repository_SHA.test(sha)) {
        throw new request/* UnreadableAnswer */.ym('an answer that is no list of files');
    }
    return { path, kind, sha };
}
function readParents(data) {
    const parents = repository_member(data, 'parents');
    if (!Array.isArray(parents)) {
        throw new request/* UnreadableAnswer */.ym('an answer that is no commit');
    }
    return parents.map(readSha);
}
function readSha(commit) {
    const sha = repository_member(commit, 'sha');
    if (typeof sha !== 'string' || !repository_SHA.test(sha)) {
        throw new request/* UnreadableAnswer */.ym('an answer that names no commit');
    }
    return sha;
}
/** Reads a body to its end and checks that it is the whole file. */
async function readBytes(data, blobSha) {
    if (!(data instanceof ReadableStream)) {
        throw new request/* UnreadableAnswer */.ym('an answer without a file');
    }
    const bytes = new Uint8Array(await new Response(data).arrayBuffer());
    if ((0,blob_sha/* blobShaOf */.l)(bytes, blobSha.length) !== blobSha) {
        throw new request/* UnreadableAnswer */.ym('an answer that is not the whole file');
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/github/index.js
// All that loads Octokit in one chunk of the bundle, which only `added` and `comment` need.






/***/ }),

/***/ 1847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NB: () => (/* binding */ askUntilSettled),
/* harmony export */   y_: () => (/* binding */ GitHubError),
/* harmony export */   ym: () => (/* binding */ UnreadableAnswer)
/* harmony export */ });
/* harmony import */ var _calls_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(530);
/* harmony import */ var _calls_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3168);


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
const MAX_SENTENCE_LENGTH = 200;
/**
 * Asks GitHub, and again after transient failures, within the bounds of the run. A rate limit uses up no retry.
 *
 * @param before - done before every further attempt; a result makes that attempt needless
 * @throws GitHubError
 */
async function askUntilSettled({ what, ask }, { bounds, clock, log, random }, before) {
    let retries = 0;
    for (let attempt = 1;; attempt += 1) {
        try {
            const timeoutMs = Math.max(1, Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now()));
            const signal = AbortSignal.any([AbortSignal.timeout(Math.ceil(timeoutMs)), bounds.cancelled]);
            return (attempt > 1 ? await before?.() : undefined) ?? (await ask(signal));
        }
        catch (error) {
            const { retryability, status } = readFailure(error, clock.now());
            const retriesLeft = bounds.maxRetries - retries;
            const decision = (0,_calls_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .decideRetry */ .tE)(retryability, { retriesLeft, retry: retries + 1, random: random() });
            const why = `GitHub did not ${what} (${describe(error, status)})`;
            const hasTime = decision.kind === 'wait' && clock.now() + decision.delayMs < bounds.deadlineMs;
            if (decision.kind !== 'wait' || !hasTime || bounds.cancelled.aborted) {
                throw new GitHubError(why, status);
            }
            retries += decision.isAttempt ? 1 : 0;
            log.info(`${why}; waiting ${decision.delayMs / 1000} s, then again`);
            await clock.sleep(decision.delayMs, bounds.cancelled);
        }
    }
}
function describe(error, status) {
    if (error instanceof UnreadableAnswer || error instanceof GitHubError) {
        return error.message;
    }
    if (status === undefined) {
        const code = findCode(error);
        return code === undefined ? 'no answer' : `no answer: ${code}`;
    }
    const sentence = readSentence(error);
    return sentence === undefined ? `HTTP ${status}` : `HTTP ${status}: ${sentence}`;
}
/** The code of a failed connection, which stands in one of the causes. */
function findCode(error) {
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
        if ('code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]{2,50}$/.test(cause.code)) {
            return cause.code;
        }
    }
    return undefined;
}
/** What GitHub says about a refusal, in one line that is safe to show. */
function readSentence(error) {
    const response = error instanceof Error && 'response' in error ? error.response : undefined;
    const data = (0,_calls_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(response) ? response['data'] : undefined;
    if (!(0,_calls_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(data) || typeof data['message'] !== 'string') {
        return undefined;
    }
    const [detail] = Array.isArray(data['errors']) ? data['errors'] : [];
    const more = (0,_calls_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(detail) && typeof detail['message'] === 'string' ? `: ${detail['message']}` : '';
    const line = `${data['message']}${more}`.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
    return line === '' ? undefined : [...line].slice(0, MAX_SENTENCE_LENGTH).join('');
}
/** A certificate that does not fit now does not fit at the next attempt either. */
const CERTIFICATE_CODES = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_/;
/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readFailure(error, nowMs) {
    if (error instanceof GitHubError) {
        // Another question, asked before a further attempt, has used up its own attempts.
        return { retryability: { kind: 'final' }, status: error.status };
    }
    const { status, headers } = readResponse(error);
    const retryAfterSeconds = (0,_calls_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(headers['retry-after'], nowMs);
    const waitSeconds = retryAfterSeconds ?? readReset(headers, nowMs) ?? readSecondaryLimit(error);
    if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
        return { retryability: { kind: 'rate-limited', retryAfterSeconds: waitSeconds }, status };
    }
    const isHopeless = status === undefined && CERTIFICATE_CODES.test(findCode(error) ?? '');
    const isTransient = (status === undefined && !isHopeless) || Number(status) >= 500 || status === 408;
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


/***/ })

};
