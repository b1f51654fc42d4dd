export const id = 63;
export const ids = [63,830];
export const modules = {

/***/ 839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NB: () => (/* binding */ askUntilSettled),
/* harmony export */   y_: () => (/* binding */ GitHubError),
/* harmony export */   ym: () => (/* binding */ UnreadableAnswer)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5402);

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
            const { transience, status } = readFailure(error, clock.now());
            const retriesLeft = bounds.maxRetries - retry + 1;
            const decision = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .decideRetry */ .t)(transience, { retriesLeft, retry, random: random() });
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
    const retryAfterSeconds = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .m)(headers['retry-after'], nowMs);
    const waitSeconds = retryAfterSeconds ?? readReset(headers, nowMs) ?? readSecondaryLimit(error);
    if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
        return { transience: { kind: 'rate-limited', retryAfterSeconds: waitSeconds }, status };
    }
    const isTransient = status === undefined || status >= 500 || status === 408;
    return { transience: { kind: isTransient ? 'transient' : 'final', retryAfterSeconds }, status };
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


/***/ }),

/***/ 6830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBase: () => (/* binding */ findBase),
/* harmony export */   findPullRequest: () => (/* binding */ findPullRequest)
/* harmony export */ });
/* harmony import */ var _slack_reply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9675);

const SHA = /^[0-9a-f]{40,64}$/;
const WHAT_TO_DO = 'use "roster-entries: all", or run on push, pull_request or merge_group';
/**
 * Finds the commit to which the event's change was made.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function findBase(eventName, payload) {
    const event = (0,_slack_reply_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(payload) ? payload : {};
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
    const number = member((0,_slack_reply_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(payload) ? payload : {}, 'pull_request')['number'];
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
function member(object, name) {
    const value = object[name];
    return (0,_slack_reply_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) ? value : {};
}
function toWord(eventName) {
    return /^[a-z_]{1,40}$/.test(eventName) ? eventName : 'of this run';
}


/***/ }),

/***/ 1063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishComment: () => (/* binding */ publishComment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(8134);
// EXTERNAL MODULE: ./build/github/ask.js
var github_ask = __webpack_require__(839);
// EXTERNAL MODULE: ./build/slack/reply.js
var reply = __webpack_require__(9675);
;// CONCATENATED MODULE: ./build/github/comments.js



const PAGE = 100;
/** The comments of a pull request in the repository that the workflow runs in. */
function openComments(pullRequest, token, sending) {
    const octokit = (0,github.getOctokit)(token);
    const { owner, repo } = github.context.repo;
    // A workflow's own token writes as a bot. Whoever else began a comment with the marker could edit it afterwards.
    const isBot = token.startsWith('ghs_');
    const find = async (marker) => {
        for (let page = 1;; page += 1) {
            const query = { owner, repo, issue_number: pullRequest, per_page: PAGE, page };
            const ask = async (signal) => toList((await octokit.rest.issues.listComments({ ...query, request: { signal } })).data);
            const comments = await (0,github_ask/* askUntilSettled */.NB)({ what: 'the comments', ask }, sending);
            const own = comments.find((comment) => isOwn(comment, marker, isBot));
            if (own !== undefined || comments.length < PAGE) {
                return (0,reply/* isJsonObject */.OW)(own) ? Number(own['id']) : undefined;
            }
        }
    };
    const update = async (comment_id, body) => {
        const ask = async (signal) => {
            await octokit.rest.issues.updateComment({ owner, repo, comment_id, body, request: { signal } });
            return true;
        };
        return (0,github_ask/* askUntilSettled */.NB)({ what: 'the comment', ask }, sending);
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
                await (0,github_ask/* askUntilSettled */.NB)({ what: 'a new comment', ask }, sending, () => updateIfThere(marker, body));
            }
        },
    };
}
function toList(data) {
    if (!Array.isArray(data) || !data.every(reply/* isJsonObject */.OW)) {
        throw new github_ask/* UnreadableAnswer */.ym('an answer that is no list of comments');
    }
    return data;
}
function isOwn(comment, marker, isBot) {
    if (!(0,reply/* isJsonObject */.OW)(comment) || typeof comment['body'] !== 'string' || typeof comment['id'] !== 'number') {
        return false;
    }
    const author = comment['user'];
    const isByBot = (0,reply/* isJsonObject */.OW)(author) && author['type'] === 'Bot';
    return comment['body'].startsWith(marker) && (isByBot || !isBot);
}

// EXTERNAL MODULE: ./build/github/event.js
var github_event = __webpack_require__(6830);
;// CONCATENATED MODULE: ./build/github/publish-comment.js





/**
 * Keeps one comment of this workflow and job on the pull request up to date.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
async function publishComment(markdown, { token, sending }) {
    const pullRequest = (0,github_event.findPullRequest)(github.context.payload);
    if (pullRequest === undefined) {
        sending.log.info('No comment, since the event is not about a pull request.');
        return undefined;
    }
    if (token === undefined) {
        return '"github-token" is empty';
    }
    const marker = markerOf(github.context.workflow, github.context.job);
    const body = `${marker}\n${markdown}`;
    try {
        await openComments(pullRequest, token, sending).upsert(marker, body);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof github_ask/* GitHubError */.y_)) {
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


/***/ })

};
