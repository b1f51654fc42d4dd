export const id = 328;
export const ids = [328];
export const modules = {

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
