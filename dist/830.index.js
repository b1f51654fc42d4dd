export const id = 830;
export const ids = [830];
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


/***/ })

};
