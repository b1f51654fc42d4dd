export const id = 328;
export const ids = [328];
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

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   blobShaOf: () => (/* binding */ blobShaOf),
/* harmony export */   openRepository: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8134);
/* harmony import */ var _slack_reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9675);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(839);




/** GitHub lists no more files of a comparison than this. */
const MAX_COMPARED_FILES = 300;
const NEW_STATUSES = new Set(['added', 'renamed', 'copied', 'changed']);
/** A regular file, executable or not; a link has another mode. */
const FILE_MODES = new Set(['100644', '100755']);
/** The repository that the workflow runs in, on github.com or the server that `GITHUB_API_URL` names. */
function openRepository(token, sending) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_1__.getOctokit)(token);
    const { owner, repo } = _actions_github__WEBPACK_IMPORTED_MODULE_1__.context.repo;
    return {
        listFiles: (sha) => {
            const ask = async (signal) => readTree((await octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true', request: { signal } })).data);
            return (0,_ask_js__WEBPACK_IMPORTED_MODULE_3__/* .askUntilSettled */ .NB)({ what: `the files at ${sha.slice(0, 7)}`, ask }, sending);
        },
        readFile: ({ path, blobSha }, ref) => {
            const headers = { accept: 'application/vnd.github.raw+json' };
            const ask = async (signal) => {
                // Octokit takes a body that was cut off for an empty one, so the body is read here.
                const request = { signal, parseSuccessResponseBody: false };
                const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref, headers, request });
                return readBytes(data, blobSha);
            };
            return (0,_ask_js__WEBPACK_IMPORTED_MODULE_3__/* .askUntilSettled */ .NB)({ what: `${path} at ${ref.slice(0, 7)}`, ask }, sending);
        },
        listNewFiles: (baseSha, headSha) => {
            const basehead = `${baseSha}...${headSha}`;
            const ask = async (signal) => {
                const { rest } = octokit;
                const request = { signal };
                return readComparison((await rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1, request })).data);
            };
            return (0,_ask_js__WEBPACK_IMPORTED_MODULE_3__/* .askUntilSettled */ .NB)({ what: `the files changed since ${baseSha.slice(0, 7)}`, ask }, sending);
        },
    };
}
function readTree(data) {
    const tree = (0,_slack_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) ? data['tree'] : undefined;
    if (!(0,_slack_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) || !Array.isArray(tree) || typeof data['truncated'] !== 'boolean') {
        throw new _ask_js__WEBPACK_IMPORTED_MODULE_3__/* .UnreadableAnswer */ .ym('an answer that is no list of files');
    }
    const files = tree.filter(_slack_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW).flatMap(({ path, mode, sha }) => {
        const isFile = FILE_MODES.has(mode) && typeof path === 'string' && typeof sha === 'string';
        return isFile ? [{ path, blobSha: sha }] : [];
    });
    return { files, isComplete: !data['truncated'] };
}
function readComparison(data) {
    const listed = (0,_slack_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) ? data['files'] : undefined;
    if (!Array.isArray(listed)) {
        throw new _ask_js__WEBPACK_IMPORTED_MODULE_3__/* .UnreadableAnswer */ .ym('an answer that is no comparison');
    }
    const files = listed.filter(_slack_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW).flatMap(({ filename, status, previous_filename: former }) => {
        const isNew = typeof filename === 'string' && NEW_STATUSES.has(status);
        return isNew ? [[filename, { former: typeof former === 'string' ? former : undefined }]] : [];
    });
    return { files: new Map(files), isComplete: listed.length < MAX_COMPARED_FILES };
}
/** Reads a body to its end and checks that it is the whole file. */
async function readBytes(data, blobSha) {
    if (!(data instanceof ReadableStream)) {
        throw new _ask_js__WEBPACK_IMPORTED_MODULE_3__/* .UnreadableAnswer */ .ym('an answer without a file');
    }
    const bytes = new Uint8Array(await new Response(data).arrayBuffer());
    if (blobShaOf(bytes, blobSha.length) !== blobSha) {
        throw new _ask_js__WEBPACK_IMPORTED_MODULE_3__/* .UnreadableAnswer */ .ym('an answer that is not the whole file');
    }
    return bytes;
}
/**
 * Git's checksum of a file: of a header and the bytes.
 *
 * @param length - of the checksum: 40 for SHA-1, 64 for SHA-256 repositories
 */
function blobShaOf(bytes, length) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}


/***/ })

};
