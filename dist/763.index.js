"use strict";
exports.id = 763;
exports.ids = [763];
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

/***/ 6763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  context: () => (/* reexport */ github/* context */._),
  openRepository: () => (/* reexport */ openRepository),
  publishComment: () => (/* reexport */ publishComment),
  readChange: () => (/* reexport */ readChange)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/github/lib/github.js + 25 modules
var github = __webpack_require__(436);
// EXTERNAL MODULE: ./build/calls/json.js
var json = __webpack_require__(9351);
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
            return readPush(event);
        case 'merge_group':
            return readMergeGroup(member(event, 'merge_group'));
        default:
            return { problem: `the event ${toWord(eventName)} has no earlier version to compare with: ${WHAT_TO_DO}` };
    }
}
function readPush(event) {
    // A tag can be an object of its own, which stands for a commit.
    const after = String(event['ref']).startsWith('refs/tags/') ? undefined : event['after'];
    return event['deleted'] === true
        ? { problem: `the push deleted its branch, so there is nothing to compare: ${WHAT_TO_DO}` }
        : readSince(event['before'], after, 'push.before');
}
function readMergeGroup(group) {
    return readSince(group['base_sha'], group['head_sha'], 'merge_group.base_sha');
}
function readSince(sha, headSha, name) {
    if (!isSha(sha)) {
        return { problem: `the event does not say ${name}: ${WHAT_TO_DO}` };
    }
    if (/^0+$/.test(sha)) {
        return {
            problem: `${name} is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ` +
                WHAT_TO_DO,
        };
    }
    return { kind: 'since', sha, ...(isSha(headSha) ? { headSha } : {}) };
}
/** `base.sha` is not read: it stays as it was when the pull request was last pushed to, while the base moves on. */
function readPullRequest(event) {
    const pullRequest = member(event, 'pull_request');
    const headSha = member(pullRequest, 'head')['sha'];
    const baseBranch = member(pullRequest, 'base')['ref'];
    const mergeSha = pullRequest['merge_commit_sha'];
    const isMerged = pullRequest['merged'] === true;
    const isClosed = event['action'] === 'closed' || pullRequest['state'] === 'closed';
    // A label can be given later as well.
    if (isClosed && pullRequest['merged'] === false) {
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
// EXTERNAL MODULE: ./build/network/exchange.js + 3 modules
var exchange = __webpack_require__(8357);
// EXTERNAL MODULE: ./build/network/no-answer.js
var no_answer = __webpack_require__(9662);
;// CONCATENATED MODULE: ./build/github/octokit.js



/** No request to GitHub takes longer, whatever the caller allows. */
const CALL_TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 3;
const NOT_MODIFIED = 304;
/**
 * GitHub's REST API, on github.com or the server that `GITHUB_API_URL` names, over the same network layer as Slack's.
 * A request that gets no answer rejects with an error whose `cause` is a `NoAnswer`.
 */
function openOctokit({ token, proxies }) {
    return (0,github/* getOctokit */.Q)(token, { request: { fetch: toFetch(proxies) } });
}
/** A `fetch` as far as Octokit makes use of it. */
function toFetch(proxies) {
    return async (address, { method, headers, body, signal = new AbortController().signal }) => {
        let url = new URL(address);
        for (let redirects = 0;; redirects += 1) {
            const answer = await (0,exchange/* exchange */.c)({ method, url, headers, body, signal, timeoutMs: CALL_TIMEOUT_MS }, proxies);
            if (!isRedirect(answer)) {
                return toResponse(answer, url);
            }
            const next = redirects < MAX_REDIRECTS ? redirectOf(answer, { method, url }) : undefined;
            if (next === undefined) {
                // Octokit takes it for success.
                throw new no_answer/* NoAnswer */.W(`HTTP ${answer.status}, a redirect that is not followed`, { isLasting: true });
            }
            url = next;
        }
    };
}
function isRedirect({ status }) {
    return status >= 300 && status < 400 && status !== NOT_MODIFIED;
}
/**
 * Where GitHub has moved something, for example a repository that was renamed. The token stays with its server.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
function redirectOf({ status, headers }, { method, url }) {
    const isFollowed = status === 307 || status === 308 || (method === 'GET' && (status === 301 || status === 302));
    const { location } = headers;
    const next = isFollowed && location && URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
    return next?.origin === url.origin ? next : undefined;
}
/** The global `Response` would load 50 ms worth of code at the first use. */
function toResponse({ status, headers, body }, url) {
    const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    return {
        status,
        url: url.href,
        headers: new Map(pairs),
        text: async () => body.toString('utf8'),
        arrayBuffer: async () => new Uint8Array(body).buffer,
        get body() {
            return new Blob([new Uint8Array(body)]).stream();
        },
    };
}

;// CONCATENATED MODULE: ./build/github/access.js


/** Opens GitHub's API, and names the repository that the workflow runs in. */
function openGitHub({ token, proxies }) {
    return { octokit: openOctokit({ token, proxies }), place: github/* context */._.repo };
}

// EXTERNAL MODULE: ./build/github/github-error.js
var github_error = __webpack_require__(3667);
// EXTERNAL MODULE: ./build/calls/retry.js
var retry = __webpack_require__(1123);
;// CONCATENATED MODULE: ./build/github/sentence.js

const MAX_LENGTH = 200;
/** GitHub words that are capitalized in the middle of a sentence. */
const TERMS = /^(?:GitHub|Actions?|Apps?|OAuth|API|IP|SAML|SSO|URL|HTTP|REST|GraphQL|Enterprise|Repository|Issues?|Found|Failed|Error)$/;
const WORD = /^(?:[A-Z]?[a-z][a-z'-]{0,20}|[a-z]|A|I|\d{1,6})$/;
/**
 * What GitHub says about a refusal, in one line that is safe to show. A word that can be a name, a path or an address
 * becomes an ellipsis.
 *
 * @param error - as Octokit throws it
 */
function readSentence(error) {
    const response = error instanceof Error && 'response' in error ? error.response : undefined;
    const data = (0,json/* isJsonObject */.O)(response) ? response['data'] : undefined;
    if (!(0,json/* isJsonObject */.O)(data) || typeof data['message'] !== 'string') {
        return undefined;
    }
    const [detail] = Array.isArray(data['errors']) ? data['errors'] : [];
    const more = (0,json/* isJsonObject */.O)(detail) && typeof detail['message'] === 'string' ? `: ${detail['message']}` : '';
    const words = `${data['message'].slice(0, MAX_LENGTH)}${more.slice(0, MAX_LENGTH)}`.split(/[\p{C}\p{Z}]+/u);
    const line = words.filter((word) => word !== '').map(toSafe);
    return line.length === 0
        ? undefined
        : line
            .join(' ')
            .replaceAll(/\u2026(?: \u2026)+/g, '\u2026')
            .slice(0, MAX_LENGTH);
}
/** Keeps punctuation around a word that is plain: all lower case, or with a capital where a sentence begins. */
function toSafe(word, index, words) {
    const [, before = '', core = '', after = ''] = /^([("'`]*)(.*?)([.,:;!?)"'`]*)$/.exec(word) ?? [];
    const isStart = index === 0 || /[.:!?]$/.test(words[index - 1] ?? '');
    const isPlain = TERMS.test(core) || (WORD.test(core) && (isStart || !/^[A-Z]./.test(core)));
    const isCompound = core.split('-').every((part) => WORD.test(part) && !/^[A-Z]/.test(part));
    return isPlain || isCompound ? `${before}${core}${after}` : '\u2026';
}

;// CONCATENATED MODULE: ./build/github/request.js




/** Thrown by a reader for an answer that cannot be what GitHub intended; a retry may fix it. */
class UnreadableAnswer extends Error {
}
/** GitHub asks for at least a minute after its secondary limit, when it names no time. */
const SECONDARY_LIMIT_SECONDS = 60;
/**
 * Asks GitHub, and again after transient failures, within the bounds of the run. A rate limit uses up no retry.
 *
 * @param before - done before every further attempt; a result makes that attempt needless
 * @throws GitHubError
 */
async function askUntilSettled({ what, ask }, context, before) {
    let attempts = 0;
    const send = async ({ timeoutMs, signal }) => {
        attempts += 1;
        const bound = AbortSignal.any([AbortSignal.timeout(Math.ceil(timeoutMs)), signal, context.bounds.cancelled]);
        try {
            return { ok: true, value: (attempts > 1 ? await before?.() : undefined) ?? (await ask(bound)) };
        }
        catch (error) {
            return { ok: false, error };
        }
    };
    const label = `GitHub did not ${what}`;
    const retryabilityOf = (reply) => reply.ok ? { kind: 'final' } : readRetryability(reply.error, context.clock.now());
    const end = await (0,retry/* retryCall */.Xz)({ label, send, retryabilityOf, describe }, context);
    if (end.reply?.ok === true) {
        return end.reply.value;
    }
    const why = end.reply === undefined && end.kind === 'interrupted' ? WORDS[end.by] : describe(end.reply);
    throw new github_error/* GitHubError */.y(`${label} (${why})`, end.reply === undefined ? undefined : readResponse(end.reply.error).status);
}
const WORDS = { cancelled: 'the run was cancelled', time_limit: 'the time limit was reached' };
function describe(reply) {
    const error = reply?.ok === false ? reply.error : undefined;
    const { status } = readResponse(error);
    if (error instanceof UnreadableAnswer || error instanceof github_error/* GitHubError */.y) {
        return error.message;
    }
    if (status === undefined) {
        const why = findNoAnswer(error)?.message;
        return why === undefined ? 'no answer' : `no answer: ${why}`;
    }
    const sentence = readSentence(error);
    return sentence === undefined ? `HTTP ${status}` : `HTTP ${status}: ${sentence}`;
}
/** Why nothing came back, as the network layer says it. */
function findNoAnswer(error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return [error, cause].find((each) => each instanceof no_answer/* NoAnswer */.W);
}
/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readRetryability(error, nowMs) {
    if (error instanceof github_error/* GitHubError */.y) {
        // Another question, asked before a further attempt, has used up its own attempts.
        return { kind: 'final' };
    }
    const { status, headers } = readResponse(error);
    // What GitHub says of a moment counts by its own clock.
    const dateMs = (0,retry/* parseHttpDate */.m6)(headers['date']) ?? nowMs;
    const retryAfterSeconds = (0,retry/* parseRetryAfter */.mu)(headers['retry-after'], dateMs);
    const waitSeconds = retryAfterSeconds ?? readReset(headers, dateMs) ?? readSecondaryLimit(error);
    if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
        return { kind: 'rate-limited', retryAfterSeconds: waitSeconds };
    }
    // A certificate that does not fit now does not fit at the next attempt either.
    const isLasting = status === undefined && findNoAnswer(error)?.isLasting === true;
    const isTransient = (status === undefined && !isLasting) || Number(status) >= 500 || status === 408;
    return { kind: isTransient ? 'transient' : 'final', retryAfterSeconds };
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
    if (error instanceof github_error/* GitHubError */.y) {
        return { status: error.status, headers };
    }
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

;// CONCATENATED MODULE: ./build/github/comments.js





const PAGE = 100;
const GONE = 404;
/** The comments of an issue or a pull request in the repository that the workflow runs in. */
function openComments(issue_number, access, callContext) {
    const { octokit, place } = openGitHub(access);
    const ask = (what, question) => askUntilSettled({ what, ask: (signal) => question({ signal }) }, callContext);
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
                if (isAuthor(comment, { login: await login, isApp: access.token.startsWith('ghs_') })) {
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
            if (error instanceof github_error/* GitHubError */.y && error.status === GONE)
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
            await askUntilSettled({ what: 'create the comment', ask: create }, callContext, before);
        },
    };
}
function ignoreRefusal(error) {
    if (!(error instanceof github_error/* GitHubError */.y)) {
        throw error;
    }
}
function toList(data) {
    if (!Array.isArray(data) || !data.every(json/* isJsonObject */.O)) {
        throw new UnreadableAnswer('an answer that is not a list of comments');
    }
    return data;
}
function toId({ id }) {
    if (typeof id !== 'number') {
        throw new UnreadableAnswer('a comment without an ID');
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
/** An app's login appears with and without its suffix, and a person can have the same login without it. */
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
async function publishComment(markdown, { token, proxies, commentId, workflowRef, callContext }) {
    const conversation = findConversation(github/* context */._.payload);
    if (conversation === undefined) {
        callContext.log.info('No comment, since the event is not about an issue or a pull request.');
        return undefined;
    }
    if (token === undefined) {
        return '"github-token" is empty';
    }
    const file = workflowRef?.replace(/@refs\/.*$/, '') ?? '';
    const marker = toMarker([file, github/* context */._.workflow, github/* context */._.job, github/* context */._.action, commentId ?? '']);
    try {
        await openComments(conversation, { token, proxies }, callContext).upsert(marker, `${marker}\n${markdown}`);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y)) {
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
var blob_sha = __webpack_require__(8795);
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
function openRepository(access, callContext) {
    const { octokit, place } = openGitHub(access);
    const ask = (what, question) => askUntilSettled({ what, ask: question }, callContext);
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
        throw new UnreadableAnswer('an answer that is not a list of files');
    }
    return { entries: tree.map(readEntry), isComplete: !truncated };
}
function readEntry({ path, mode, sha }) {
    const kind = KINDS.get(mode);
    if (kind === undefined || typeof path !== 'string' || typeof sha !== 'string' || !repository_SHA.test(sha)) {
        throw new UnreadableAnswer('an answer that is not a list of files');
    }
    return { path, kind, sha };
}
function readParents(data) {
    const parents = repository_member(data, 'parents');
    if (!Array.isArray(parents)) {
        throw new UnreadableAnswer('an answer that is not a commit');
    }
    return parents.map(readSha);
}
function readSha(commit) {
    const sha = repository_member(commit, 'sha');
    if (typeof sha !== 'string' || !repository_SHA.test(sha)) {
        throw new UnreadableAnswer('an answer that names no commit');
    }
    return sha;
}
/** Reads a body to its end and checks that it is the whole file. */
async function readBytes(data, blobSha) {
    if (!(data instanceof ReadableStream)) {
        throw new UnreadableAnswer('an answer without a file');
    }
    // The global Response would load 50 ms worth of code.
    const chunks = [];
    for await (const chunk of data) {
        chunks.push(chunk);
    }
    const bytes = new Uint8Array(Buffer.concat(chunks));
    if ((0,blob_sha/* blobShaOf */.l)(bytes, blobSha.length) !== blobSha) {
        throw new UnreadableAnswer('an answer that is not the whole file');
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/github/index.js
// All that loads Octokit in one chunk of the bundle, which only `added` and `comment` need.






/***/ })

};
;