export const id = 501;
export const ids = [501,830,328];
export const modules = {

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

/***/ 501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishComment: () => (/* binding */ publishComment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8134);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6830);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8328);




/**
 * Keeps one comment of this workflow and job on the pull request up to date.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
async function publishComment(markdown, { token, sending }) {
    const pullRequest = (0,_event_js__WEBPACK_IMPORTED_MODULE_2__.findPullRequest)(_actions_github__WEBPACK_IMPORTED_MODULE_1__.context.payload);
    if (pullRequest === undefined) {
        return 'the event is not about a pull request';
    }
    if (token === undefined) {
        return '"github-token" is empty';
    }
    const marker = markerOf(_actions_github__WEBPACK_IMPORTED_MODULE_1__.context.workflow, _actions_github__WEBPACK_IMPORTED_MODULE_1__.context.job);
    const body = `${marker}\n${markdown}`;
    try {
        const repository = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.openRepository)(token, sending);
        const comment = await repository.findComment(pullRequest, marker);
        if (comment === undefined) {
            await repository.createComment(pullRequest, body);
        }
        else if (comment.body !== body) {
            await repository.updateComment(comment.id, body);
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _repository_js__WEBPACK_IMPORTED_MODULE_3__.GitHubError)) {
            throw error;
        }
        const mayNot = error.status === 403 || error.status === 404 || error.status === 401;
        return mayNot ? `${error.message}: it needs "pull-requests: write", which a fork does not get` : error.message;
    }
}
/** A comment of HTML that GitHub does not show, and that no name of a workflow can break out of. */
function markerOf(workflow, job) {
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([workflow, job]))
        .digest('hex')
        .slice(0, 16);
    return `<!-- slack-session-reset ${id} -->`;
}


/***/ }),

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubError: () => (/* binding */ GitHubError),
/* harmony export */   openRepository: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8134);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5402);


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
const CALL_TIMEOUT_MS = 30_000;
const PAGE = 100;
/** The repository that the workflow runs in, on github.com or the server that `GITHUB_API_URL` names. */
function openRepository(token, sending) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__.getOctokit)(token);
    const { owner, repo } = _actions_github__WEBPACK_IMPORTED_MODULE_0__.context.repo;
    const ask = async (what, call) => (await askUntilSettled({ what, call }, sending)).data;
    return {
        listFiles: async (sha) => {
            const data = await ask(`the files at ${sha.slice(0, 7)}`, (request) => octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true', request }));
            const paths = data.tree.flatMap(({ path, type }) => (type === 'blob' && path !== undefined ? [path] : []));
            return { paths, isComplete: !data.truncated };
        },
        readFile: async (path, ref) => {
            const accept = 'application/vnd.github.raw+json';
            const data = await ask(`${path} at ${ref.slice(0, 7)}`, (request) => octokit.rest.repos.getContent({ owner, repo, path, ref, headers: { accept }, request }));
            return toText(data, path);
        },
        findRenames: async (baseSha, headSha) => {
            const basehead = `${baseSha}...${headSha}`;
            const data = await ask('the files renamed', (request) => octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1, request }));
            const renamed = (data.files ?? []).flatMap(({ filename, previous_filename: former }) => former === undefined ? [] : [[filename, former]]);
            return new Map(renamed);
        },
        findComment: async (issue_number, marker) => {
            for (let page = 1;; page += 1) {
                const comments = await ask('the comments', (request) => octokit.rest.issues.listComments({ owner, repo, issue_number, per_page: PAGE, page, request }));
                const found = comments.find(({ body }) => body?.includes(marker));
                if (found !== undefined || comments.length < PAGE) {
                    return found === undefined ? undefined : { id: found.id, body: found.body ?? '' };
                }
            }
        },
        createComment: async (issue_number, body) => {
            await ask('a new comment', (request) => octokit.rest.issues.createComment({ owner, repo, issue_number, body, request }));
        },
        updateComment: async (comment_id, body) => {
            await ask('the comment', (request) => octokit.rest.issues.updateComment({ owner, repo, comment_id, body, request }));
        },
    };
}
function toText(data, path) {
    if (typeof data === 'string') {
        return data;
    }
    if (data instanceof ArrayBuffer) {
        return Buffer.from(data).toString('utf8');
    }
    throw new GitHubError(`GitHub answered for ${path} with something that is not a file`, 200);
}
async function askUntilSettled({ what, call }, { bounds, clock, log, random }) {
    for (let retry = 1;; retry += 1) {
        try {
            const timeout = AbortSignal.timeout(Math.max(1, Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now())));
            return await call({ signal: AbortSignal.any([timeout, bounds.cancelled]) });
        }
        catch (error) {
            const { transience, status } = readFailure(error, clock.now());
            const retriesLeft = bounds.maxRetries - retry + 1;
            const decision = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .decideRetry */ .t)(transience, { retriesLeft, retry, random: random() });
            const why = `GitHub did not give ${what} (${status === undefined ? 'no answer' : `HTTP ${status}`})`;
            const hasTime = decision.kind === 'wait' && clock.now() + decision.delayMs < bounds.deadlineMs;
            if (decision.kind !== 'wait' || !hasTime || bounds.cancelled.aborted) {
                throw new GitHubError(why, status);
            }
            log.info(`${why}; waiting ${decision.delayMs / 1000} s, then again`);
            await clock.sleep(decision.delayMs, bounds.cancelled);
        }
    }
}
/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readFailure(error, nowMs) {
    const { status, headers } = readResponse(error);
    const retryAfterSeconds = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .m)(headers['retry-after'], nowMs);
    const resetSeconds = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) : Number.NaN;
    const waitSeconds = retryAfterSeconds ?? (Number.isNaN(resetSeconds) ? undefined : resetSeconds - nowMs / 1000);
    if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
        return { transience: { kind: 'rate-limited', retryAfterSeconds: waitSeconds }, status };
    }
    const isTransient = status === undefined || status >= 500 || status === 408;
    return { transience: { kind: isTransient ? 'transient' : 'final', retryAfterSeconds }, status };
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
