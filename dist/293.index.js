"use strict";
exports.id = 293;
exports.ids = [293];
exports.modules = {

/***/ 6293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askBefore: () => (/* binding */ askBefore),
  askForPlan: () => (/* binding */ askForPlan)
});

// EXTERNAL MODULE: ./build/people/problem.js
var problem = __webpack_require__(92);
// EXTERNAL MODULE: ./build/calls/call-context.js
var call_context = __webpack_require__(6683);
// EXTERNAL MODULE: ./build/people/email.js + 1 modules
var people_email = __webpack_require__(2364);
// EXTERNAL MODULE: ./build/people/wording.js
var wording = __webpack_require__(2519);
// EXTERNAL MODULE: ./build/calls/json.js
var json = __webpack_require__(9351);
// EXTERNAL MODULE: ./build/people/user-id.js
var user_id = __webpack_require__(8492);
;// CONCATENATED MODULE: ./build/slack/accounts.js


/**
 * Reads the user object of `users.info` and `users.lookupByEmail`.
 *
 * @param organization - the token's Enterprise organization, if known: members of another one are foreign
 * @returns `undefined` when the answer is not such an object
 * @see https://docs.slack.dev/reference/objects/user-object
 */
function readAccount(body, organization) {
    const user = body['user'];
    const userId = (0,json/* isJsonObject */.O)(user) ? toUserId(user['id']) : undefined;
    if (!(0,json/* isJsonObject */.O)(user) || userId === undefined) {
        return undefined;
    }
    const enterprise = (0,json/* isJsonObject */.O)(user['enterprise_user']) ? user['enterprise_user'] : {};
    const { deleted, profile } = user;
    return {
        userId,
        enterpriseUserId: toUserId(enterprise['id']),
        isActive: typeof deleted === 'boolean' ? !deleted : undefined,
        kind: kindOf(user, enterprise, organization),
        email: (0,json/* isJsonObject */.O)(profile) && typeof profile['email'] === 'string' ? profile['email'] : undefined,
    };
}
function kindOf(user, enterprise, organization) {
    const home = enterprise['enterprise_id'];
    if (user['is_stranger'] === true ||
        (typeof home === 'string' && organization !== undefined && home !== organization)) {
        return 'foreign';
    }
    if (user['is_bot'] === true || user['is_workflow_bot'] === true || user['is_connector_bot'] === true) {
        return 'bot';
    }
    if (user['is_app_user'] === true) {
        return 'app';
    }
    // A workspace has a primary owner too; where Slack speaks of the organization's, that one counts.
    return (enterprise['is_primary_owner'] ?? user['is_primary_owner']) === true ? 'primary-owner' : 'member';
}
/**
 * Reads a page of deactivated members.
 *
 * @returns `undefined` when the answer is not such a page: then it says nothing
 * @see https://docs.slack.dev/reference/methods/admin.users.list
 */
function readMemberPage(body) {
    const users = body['users'];
    const cursor = readCursor(body['response_metadata']);
    if (!Array.isArray(users) || cursor === undefined) {
        return undefined;
    }
    const deactivated = users.filter(json/* isJsonObject */.O).flatMap((user) => {
        const { id, email, is_active: isActive } = user;
        const userId = toUserId(id);
        // `deactivated_ts` is set on active people too: only `is_active` decides.
        return userId !== undefined && isActive === false && typeof email === 'string' ? [{ userId, email }] : [];
    });
    return { deactivated, nextCursor: cursor === '' ? undefined : cursor };
}
/** The cursor of an answer, empty on the last page; `undefined` when it is unclear whether another page follows. */
function readCursor(metadata) {
    if (metadata === undefined || metadata === null) {
        return '';
    }
    const cursor = (0,json/* isJsonObject */.O)(metadata) ? (metadata['next_cursor'] ?? '') : undefined;
    return typeof cursor === 'string' ? cursor : undefined;
}
function toUserId(value) {
    const parsed = typeof value === 'string' ? (0,user_id/* parseUserId */.Kl)(value) : undefined;
    return parsed?.ok === true ? parsed.userId : undefined;
}

// EXTERNAL MODULE: ./build/slack/error-codes.js
var error_codes = __webpack_require__(5501);
// EXTERNAL MODULE: ./build/people/plan.js
var plan = __webpack_require__(1512);
// EXTERNAL MODULE: ./build/reset/run.js + 1 modules
var reset_run = __webpack_require__(3359);
;// CONCATENATED MODULE: ./build/reset/token-check.js



const SLACK_ID = /^[A-Z][A-Z0-9]{2,31}$/;
/** Without `org-id` the owner is optional information, so a failing call is not retried for long. */
const MAX_RETRIES = 1;
/**
 * Asks Slack whose token it is, where a step needs to know. A refusal stops the run; no clear answer leaves the owner
 * unknown, unless `org-id` asks for it.
 *
 * @throws InputError when the token does not belong to the organization in `org-id`, or when that cannot be found out
 */
async function checkToken(run) {
    const { options, ledger, slack } = run;
    const { orgId } = options;
    if (!(0,reset_run/* needsOwner */.vN)(options) || ledger.open().length === 0) {
        return;
    }
    const label = 'Checking the token';
    const context = (0,reset_run/* beforeReset */.Ns)(run);
    const maxRetries = orgId === undefined ? Math.min(MAX_RETRIES, context.bounds.maxRetries) : context.bounds.maxRetries;
    const { end } = await (0,reset_run/* callSlack */.fc)({ label, method: 'authTest', send: (limits) => slack.authTest(limits) }, run, {
        ...context,
        bounds: { ...context.bounds, maxRetries },
    });
    const { log } = run.context;
    if (end.kind === 'accepted') {
        const owner = readOwner(end.reply);
        ledger.token = owner;
        log.info(`${label}: it acts as ${owner.userId ?? 'an unknown user'} in ${owner.teamId ?? 'an unknown team'}`);
        checkOrganization(owner, orgId);
        checkExposure(owner, options.isTokenExposed);
        return;
    }
    if (end.kind === 'refused') {
        log.info(`${label}: Slack answered ${end.reply.code}`);
        ledger.stop = { error: end.reply.code, refusal: end.reply };
        return;
    }
    log.info(`${label}: no answer, so its owner is not known`);
    const stop = (0,call_context/* stopReason */.PJ)(run.context);
    if (stop !== undefined) {
        ledger.stop = { error: stop };
    }
    else if (orgId !== undefined) {
        const why = end.kind === 'exhausted' ? (end.error ?? 'unreachable') : end.by;
        ledger.stop = { error: why };
    }
}
function readOwner({ body, scopes }) {
    return {
        teamId: readId(body, 'team_id'),
        enterpriseId: readId(body, 'enterprise_id'),
        userId: readId(body, 'user_id'),
        isBot: typeof body['bot_id'] === 'string',
        isOneWorkspace: body['is_enterprise_install'] === false,
        scopes,
    };
}
function readId(body, name) {
    const value = body[name];
    return typeof value === 'string' && SLACK_ID.test(value) ? value : undefined;
}
/** The Enterprise organization of a token, as far as Slack said. */
function organizationOf(owner) {
    return owner?.enterpriseId ?? (owner?.teamId?.startsWith('E') === true ? owner.teamId : undefined);
}
function checkOrganization(owner, orgId) {
    const organization = organizationOf(owner);
    if (orgId === undefined || organization === orgId) {
        return;
    }
    const found = organization === undefined
        ? 'Slack names no Enterprise organization for the token'
        : `the token belongs to "${organization}"`;
    throw new problem/* InputError */.d([{ message: `"org-id" is "${orgId}", but ${found}: check which secret "token" uses.` }]);
}
const RESET_SCOPE = 'admin.users:write';
function checkExposure({ scopes = [] }, isTokenExposed) {
    if (isTokenExposed && scopes.includes(RESET_SCOPE)) {
        const message = `"token" has the scope ${RESET_SCOPE}, which is not allowed under pull_request, since whoever edits the workflow ` +
            'could read it: use a token that has only users:read; a bot token will do.';
        throw new problem/* InputError */.d([{ message }]);
    }
}
/** The scope that reading sessions and deactivated members needs. */
const READ_SCOPE = 'admin.users:read';
/** What is likely to go wrong with this token and these people, in words, before the reset. */
function predictProblems({ ledger, options }) {
    const owner = ledger.token;
    if (owner === undefined) {
        return [];
    }
    const warnings = [];
    if (owner.isBot) {
        warnings.push('"token" is a bot token: Slack resets sessions only for the user token of an org admin or owner.');
    }
    if (owner.teamId !== undefined && organizationOf(owner) === undefined) {
        warnings.push('"token" belongs to no Enterprise organization: Slack resets sessions on its Enterprise plan only.');
    }
    if (owner.isOneWorkspace) {
        warnings.push('The app is installed on one workspace only: resetting sessions needs an org-wide installation.');
    }
    if ((0,reset_run/* lacksScope */.P8)(owner, RESET_SCOPE)) {
        warnings.push(`"token" lacks the scope ${RESET_SCOPE}, which resetting sessions needs.`);
    }
    const needsRead = [
        ...(options.verify ? ['"verify"'] : []),
        ...(options.lookFirstAfterDays === undefined ? [] : ['"look-first-after-days"']),
    ];
    if (needsRead.length > 0 && (0,reset_run/* lacksScope */.P8)(owner, READ_SCOPE)) {
        const verb = needsRead.length === 1 ? 'needs' : 'need';
        warnings.push(`"token" lacks the scope ${READ_SCOPE}, which ${needsRead.join(' and ')} ${verb}.`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./build/reset/resolve-emails.js






const LOOK_UP_SCOPE = 'users:read.email';
/**
 * Asks Slack who owns the e-mail addresses of everybody due. A code about one address concerns that address; a
 * code about the method leaves all addresses unresolved; only a dead token stops the run. Addresses not resolved when
 * half of the time is used are not attempted; everybody known is still sent.
 */
async function resolveEmails(run) {
    const { ledger, context } = run;
    if (ledger.stop !== undefined) {
        return;
    }
    const waiting = ledger.open().flatMap((entry) => {
        const { email } = entry.person;
        return entry.userId === undefined && email !== undefined ? [{ entry, email }] : [];
    });
    for (const [index, { email }] of waiting.entries()) {
        const label = `Look-up ${index + 1} of ${waiting.length}`;
        const result = await lookUp(label, email, run);
        ledger.record([(0,people_email/* emailKey */.c8)(email)], { ...result, possibleEffect: undefined });
        const answer = readAnswer(result, email, organizationOf(ledger.token));
        const isEnd = takeAnswer(answer, waiting.slice(index).map((later) => later.entry), run);
        // Logged only now: even if the log breaks, the ledger has the answer.
        context.log.info(`${label}: ${'account' in answer ? `found ${idsOf(answer.account).join(', ')}` : answer.error}`);
        if (isEnd) {
            return;
        }
    }
}
/**
 * Records the result of a look-up.
 *
 * @param waiting - the person it is about, and everybody after that
 * @returns whether no more addresses can be looked up
 */
function takeAnswer(answer, waiting, run) {
    const { ledger } = run;
    const [entry] = waiting;
    if (entry === undefined) {
        return true;
    }
    if ('account' in answer) {
        learnIds(entry, answer.account, run);
        return false;
    }
    if (answer.kind === 'failed') {
        fail(entry, answer.error, run);
        return false;
    }
    if (answer.kind === 'unresolved') {
        ledger.settle([entry], 'not-attempted', answer.error);
        return false;
    }
    ledger.settle(waiting, 'not-attempted', answer.error);
    ledger.stop = answer.kind === 'stop' ? answer.stop : ledger.stop;
    if (answer.error === 'missing_scope') {
        run.warn((0,reset_run/* missingScope */.NC)('e-mail addresses cannot be looked up', LOOK_UP_SCOPE));
    }
    return true;
}
function lookUp(label, email, run) {
    return (0,reset_run/* callSlack */.fc)({ label, method: 'lookupByEmail', send: (limits) => run.slack.lookupByEmail(email, limits) }, run, (0,reset_run/* beforeReset */.Ns)(run));
}
function readAnswer({ end }, email, organization) {
    switch (end.kind) {
        case 'accepted': {
            const account = readAccount(end.reply.body, organization);
            if (account === undefined) {
                return { kind: 'unresolved', error: 'invalid_response' };
            }
            const isOther = account.email !== undefined && !(0,people_email/* isSameEmail */.DT)(account.email, email);
            return isOther ? { kind: 'failed', error: 'wrong_person' } : { account };
        }
        case 'refused': {
            const { code } = end.reply;
            if ((0,error_codes/* isDeadToken */.oz)(code)) {
                return { kind: 'stop', error: code, stop: { error: code, refusal: end.reply } };
            }
            return { kind: (0,error_codes/* isAboutMethod */.$o)(code) ? 'all' : 'failed', error: code };
        }
        case 'exhausted':
            return { kind: 'unresolved', error: end.error ?? 'unreachable' };
        case 'interrupted':
            return end.by === 'cancelled'
                ? { kind: 'stop', error: end.by, stop: { error: end.by } }
                : { kind: 'all', error: end.by };
    }
}
/** The IDs of an account, the one to use first. */
function idsOf({ userId, enterpriseUserId }) {
    return enterpriseUserId === undefined || enterpriseUserId === userId ? [userId] : [enterpriseUserId, userId];
}
/** Takes over an account's IDs; warns where two roster entries turn out to be one person. */
function learnIds(entry, account, { ledger, warn }) {
    const merged = ledger.identify(entry, idsOf(account));
    const first = ledger.get(account.userId)?.person;
    for (const { person } of merged) {
        const place = (0,plan/* placeInRoster */.uA)(person);
        if (first !== undefined && place !== undefined && (0,plan/* placeInRoster */.uA)(first) !== undefined) {
            warn(`${person.source}: the same person as in ${first.source}`, place);
        }
    }
}
/** Nobody is sent for an address that is refused; a plan says why in a note. */
function fail(entry, error, { ledger, options }) {
    ledger.settle([entry], 'failed', error);
    if (options.dryRun) {
        entry.accountNote = NOTES.get(error) ?? entry.accountNote;
    }
}
const NOTES = new Map([
    ['wrong_person', 'wrong person'],
    ['users_not_found', 'unknown'],
]);

;// CONCATENATED MODULE: ./build/reset/check-accounts.js








const ACCOUNT_SCOPE = 'users:read';
/** The share of the time before the reset that checking accounts may take if the run also looks at sessions. */
const SHARE_BESIDE_LOOKING = 0.5;
/**
 * Asks Slack about the account of everybody due, each once, and searches addresses that were not found among
 * deactivated members. Anything that cannot be learned is a warning and has no other effect.
 */
async function checkAccounts(run) {
    const { options, ledger } = run;
    if (!options.checkAccounts || ledger.stop !== undefined) {
        return;
    }
    const looksFirst = options.lookFirstAfterDays !== undefined && !options.dryRun;
    const rest = (0,reset_run/* beforeReset */.Ns)(run);
    const context = looksFirst ? (0,call_context/* withShareOfRest */.H6)(rest, SHARE_BESIDE_LOOKING) : rest;
    const entries = ledger.entries.filter(isToBeAsked);
    const asked = new Set(entries);
    const problem = await askAboutAccounts(entries, run, context);
    const unknown = ledger.open().filter((entry) => asked.has(entry) && findingOf(entry) === undefined);
    if (problem === undefined && unknown.length > 0) {
        run.warn(`The accounts of ${(0,wording/* formatPeopleCount */.EV)(unknown.length)} were not checked: Slack gave no clear answer.`);
    }
    if (ledger.stop === undefined) {
        await searchDeactivated(run, context);
    }
}
/** Protected people as well: another ID in the list may be theirs. */
function isToBeAsked({ userId, person, end }) {
    return userId !== undefined && end === undefined && person.hold !== 'not_due';
}
/**
 * Asks Slack about people's accounts until everybody is known, time is up, or Slack refuses the method.
 *
 * @returns why some people could not be checked, if so
 */
async function askAboutAccounts(entries, run, context) {
    const { ledger, warn } = run;
    if (entries.length > 0 && (0,reset_run/* lacksScope */.P8)(ledger.token, ACCOUNT_SCOPE)) {
        ledger.accountsRefused = 'missing_scope';
        warn((0,reset_run/* missingScope */.NC)('accounts cannot be checked', ACCOUNT_SCOPE));
    }
    if (ledger.accountsRefused !== undefined) {
        return ledger.accountsRefused;
    }
    for (const [index, entry] of entries.entries()) {
        const { userId } = entry;
        // A person checked earlier may have turned out to be this one.
        if (userId === undefined || ledger.get(userId)?.isKnownId === true) {
            continue;
        }
        const label = `Account ${index + 1} of ${entries.length}, ${userId}`;
        const result = await (0,reset_run/* callSlack */.fc)({ label, method: 'userInfo', send: (limits) => run.slack.userInfo(userId, limits) }, run, context);
        ledger.record([userId], { ...result, possibleEffect: undefined });
        const problem = noteAnswer(entry, result, run);
        const found = findingOf(ledger.get(userId) ?? entry);
        run.context.log.info(`${label}: ${problem ?? found ?? 'no clear answer'}`);
        if (problem !== undefined && ledger.stop === undefined) {
            warn(problem === 'missing_scope'
                ? (0,reset_run/* missingScope */.NC)('accounts cannot be checked', ACCOUNT_SCOPE)
                : `The accounts of ${(0,wording/* formatPeopleCount */.EV)(entries.length - index)} were not checked (${problem}).`);
        }
        if (problem !== undefined) {
            return problem;
        }
    }
    return undefined;
}
/**
 * Asks Slack about accounts to find out whether their IDs are the right ones.
 *
 * @returns the people who turned out to have another ID
 */
async function findRenamed(entries, run, context) {
    const idsBefore = entries.map(({ userIds }) => userIds.size);
    await askAboutAccounts(entries, run, context);
    return entries.filter(({ userIds }, index) => userIds.size !== idsBefore[index]);
}
/** What is known of an account, in a word; undefined when no answer told anything. */
function findingOf({ account, accountNote, isKnownId }) {
    return accountNote ?? account ?? (isKnownId ? 'known' : undefined);
}
/** @returns why nobody else can be checked, if so */
function noteAnswer(entry, { end }, run) {
    switch (end.kind) {
        case 'accepted': {
            const account = readAccount(end.reply.body, organizationOf(run.ledger.token));
            if (account !== undefined && (entry.userId === undefined || isAbout(account, entry))) {
                noteAccount(entry, account, run);
            }
            return undefined;
        }
        case 'refused': {
            const { code } = end.reply;
            if ((0,error_codes/* isDeadToken */.oz)(code)) {
                run.ledger.stop = { error: code, refusal: end.reply };
                return code;
            }
            if (code === 'user_not_found' || code === 'user_not_visible') {
                entry.accountNote = 'unknown';
            }
            run.ledger.accountsRefused = (0,error_codes/* isAboutMethod */.$o)(code) ? code : undefined;
            return run.ledger.accountsRefused;
        }
        case 'exhausted':
            return undefined;
        case 'interrupted':
            if (end.by === 'cancelled') {
                run.ledger.stop = { error: end.by };
            }
            return end.by;
    }
}
/** An answer about another person says nothing. */
function isAbout({ userId, enterpriseUserId }, { userIds }) {
    return userIds.has(userId) || (enterpriseUserId !== undefined && userIds.has(enterpriseUserId));
}
function noteAccount(entry, account, run) {
    learnIds(entry, account, run);
    const known = run.ledger.get(account.userId) ?? entry;
    known.isKnownId = true;
    known.account = account.isActive === undefined ? null : account.isActive ? 'active' : 'deactivated';
    known.accountNote = noteOf(account);
}
function noteOf({ kind, isActive }) {
    switch (kind) {
        case 'foreign':
            return 'another organization';
        case 'primary-owner':
            return 'primary owner';
        case 'bot':
        case 'app':
            return kind;
        case 'member':
            return isActive === false ? 'deactivated' : undefined;
    }
}
/** Searches addresses that Slack does not find among its deactivated members, page by page to the end. */
async function searchDeactivated(run, context) {
    const { ledger, warn } = run;
    const missing = new Map(ledger.entries
        .filter(isAddressNotFound)
        .flatMap((entry) => (entry.person.email === undefined ? [] : [[(0,people_email/* emailKey */.c8)(entry.person.email), entry]])));
    if (missing.size === 0) {
        return;
    }
    if ((0,reset_run/* lacksScope */.P8)(ledger.token, READ_SCOPE)) {
        warn((0,reset_run/* missingScope */.NC)('addresses cannot be searched among deactivated members', READ_SCOPE));
        return;
    }
    const seen = new Set();
    let cursor;
    for (let page = 1; missing.size > 0; page += 1) {
        const label = `Searching deactivated members, page ${page}`;
        const from = cursor;
        const result = await (0,reset_run/* callSlack */.fc)({ label, method: 'listDeactivated', send: (limits) => run.slack.listDeactivated(from, limits) }, run, context);
        const answer = result.end.kind === 'accepted' ? readMemberPage(result.end.reply.body) : undefined;
        if (answer === undefined) {
            warn(`Addresses could not be searched among deactivated members (${problemOf(result)}): ` +
                `${(0,wording/* formatPeopleCount */.EV)(missing.size)} not found may be deactivated.`);
            return;
        }
        noteDeactivated(answer.deactivated, missing, { run, result });
        run.context.log.info(`${label}: ${missing.size} still not found`);
        cursor = answer.nextCursor;
        if (cursor === undefined || seen.has(cursor)) {
            return;
        }
        seen.add(cursor);
    }
}
function isAddressNotFound({ userId, end }) {
    return userId === undefined && end?.error === 'users_not_found';
}
function noteDeactivated(members, missing, { run, result }) {
    for (const { userId, email } of members) {
        const entry = missing.get((0,people_email/* emailKey */.c8)(email));
        if (entry === undefined) {
            continue;
        }
        missing.delete((0,people_email/* emailKey */.c8)(email));
        const { ledger } = run;
        // A person who is also requested by ID is still sent.
        const isRequested = ledger.get(userId) !== undefined;
        entry.end = undefined;
        ledger.identify(entry, [userId]);
        const known = ledger.get(userId) ?? entry;
        known.account = 'deactivated';
        known.accountNote = 'deactivated';
        known.requestId = result.requestId ?? null;
        known.atMs = result.atMs;
        if (!isRequested && known.person.hold === undefined) {
            ledger.settle([known], 'signed-out', 'deactivated');
        }
    }
}
function problemOf({ end }) {
    switch (end.kind) {
        case 'accepted':
            return 'invalid_response';
        case 'refused':
            return end.reply.code;
        case 'exhausted':
            return end.error ?? 'unreachable';
        case 'interrupted':
            return end.by;
    }
}

;// CONCATENATED MODULE: ./build/slack/sessions.js


const MOBILE = /\b(ios|ipados|iphone|ipad|android|windows (phone|mobile))/i;
const BROWSER = /\b(chrome|chromium|firefox|safari|opera|edg|microsoft edge|browser)\b/i;
/** Linux is not among them, since Android calls itself that too. */
const COMPUTER_SYSTEM = /^((mac )?os ?x|mac ?os|macintosh|windows|chrome ?os|cros)\b/i;
/**
 * Reads a page of the listing.
 *
 * @returns `undefined` when the answer is not such a page: then it says nothing about anybody
 * @see https://docs.slack.dev/reference/methods/admin.users.session.list
 */
function readSessionPage(body) {
    const items = body['active_sessions'];
    if (!Array.isArray(items)) {
        return undefined;
    }
    const sessions = items.map(readSession);
    if (sessions.some((session) => session === undefined)) {
        return undefined;
    }
    const cursor = readCursor(body['response_metadata']);
    if (cursor === undefined) {
        return undefined;
    }
    return {
        sessions: sessions.filter((session) => session !== undefined),
        nextCursor: cursor === '' ? undefined : cursor,
    };
}
function readSession(item) {
    if (!(0,json/* isJsonObject */.O)(item)) {
        return undefined;
    }
    const { user_id: userId, session_id: id, team_id: teamId } = item;
    const sessionId = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
    if (typeof userId !== 'string' || !/^[\w-]{1,64}$/.test(sessionId)) {
        return undefined;
    }
    return { userId, sessionId, teamId: typeof teamId === 'string' ? teamId : '', device: deviceOf(item) };
}
/**
 * `recent` is missing when nothing changed since the session was created. A browser on a phone is unknown: Slack does
 * not say whether it takes that for a mobile or a web session.
 */
function deviceOf({ created, recent }) {
    const devices = [created, recent].filter(json/* isJsonObject */.O);
    const texts = devices.flatMap(({ os, device_hardware: hardware }) => [os, hardware]);
    const isMobile = texts.some((text) => matches(text, MOBILE));
    if (isMobile && texts.some((text) => matches(text, BROWSER))) {
        return 'unknown';
    }
    const isComputer = devices.some(({ os }) => matches(os, COMPUTER_SYSTEM));
    if (isMobile === isComputer) {
        return 'unknown';
    }
    return isMobile ? 'mobile' : 'computer';
}
function matches(text, pattern) {
    return typeof text === 'string' && pattern.test(text);
}
/**
 * Returns whether a session should be gone after a reset of this kind. Slack does not say whether `web_only` ends
 * sessions of the desktop app, so every session that is not on a mobile device counts as one; and a session whose
 * device is unknown counts always, so that nobody is called verified on a guess.
 */
function shouldBeGone({ device }, kind) {
    switch (kind) {
        case 'all':
            return true;
        case 'mobile':
            return device !== 'computer';
        case 'web':
            return device !== 'mobile';
    }
}

;// CONCATENATED MODULE: ./build/reset/look-before.js






/** Slack allows about 20 listings a minute, so each takes this long. */
const LISTING_MS = 3_000;
/** The share of the time before the reset that an optional look may take. */
const SHARE_OF_SNAPSHOT = 0.5;
/** A second look is taken if it takes at most this many calls. */
const MAX_CALLS_OF_SECOND_LOOK = 40;
const SECOND_LOOK_MS = 5_000;
/**
 * Looks at people's sessions before the reset: those who have been due for `look-first-after-days`, and with `verify`
 * everybody, as far as time allows. Long-due people without a session are already signed out; those with one are found
 * signed in; people for whom the look gave no answer are reset like everybody else.
 */
async function lookBefore(run, lister) {
    const { ledger, options } = run;
    const longDue = ledger.open().filter((entry) => (0,reset_run/* isLongDue */.zo)(entry, run));
    const entries = options.verify ? ledger.open() : longDue;
    if (ledger.stop !== undefined || options.dryRun || entries.length === 0) {
        return;
    }
    // If the reset is certain to be refused, it does not wait for a look.
    const isHopeless = ledger.token?.isBot === true || (0,reset_run/* lacksScope */.P8)(ledger.token, 'admin.users:write');
    if (isHopeless || (0,reset_run/* lacksScope */.P8)(ledger.token, READ_SCOPE)) {
        giveUpLooking(longDue, 'missing_scope', run);
        return;
    }
    const context = longDue.length > 0 ? (0,reset_run/* beforeReset */.Ns)(run) : (0,call_context/* withShareOfRest */.H6)((0,reset_run/* beforeReset */.Ns)(run), SHARE_OF_SNAPSHOT);
    const maxCalls = longDue.length > 0 ? Number.POSITIVE_INFINITY : Math.floor((0,call_context/* timeLeftMs */.bB)(context) / LISTING_MS);
    context.log.info('Looking at the sessions before the reset');
    // Long-due people come first, in case time runs out.
    const ordered = [...new Set([...longDue, ...entries])];
    const looking = { run, lister, context };
    const look = await lister.look(ordered, context, { maxCalls: Math.max(1, maxCalls) });
    noteBefore(ordered, look, run);
    const inDoubt = await resolveDoubts(ordered, look, looking);
    // Sessions that were seen belong to the person, whichever ID they were under.
    const renamed = inDoubt.filter((entry) => !hasSessions(entry));
    if (renamed.length > 0) {
        const again = await lister.look(renamed, context, { maxCalls: Math.max(1, maxCalls) });
        for (const entry of renamed) {
            look.seen.delete(entry);
        }
        noteBefore(renamed, again, run);
        for (const [entry, sight] of again.seen) {
            look.seen.set(entry, sight);
        }
    }
    await judgeLongDue(longDue, look, looking);
}
function noteBefore(entries, look, { options }) {
    for (const entry of entries) {
        const complete = look.seen.get(entry);
        const sight = complete ?? look.sighted.get(entry);
        const before = sight === undefined ? undefined : toSeen(sight, options.sessions);
        const isComplete = complete !== undefined;
        // A look that is not complete adds something only about people of whom no session is known.
        const isFirstSight = before?.sessionIds.length !== 0 && !hasSessions(entry);
        if (before !== undefined && (isComplete || isFirstSight)) {
            entry.before = { ...before, isComplete };
        }
    }
}
/** Whether a look before the reset has seen a session of a person. */
function hasSessions({ before }) {
    return (before?.sessionIds.length ?? 0) > 0;
}
/** The sessions in a sight that a reset of this kind should end. */
function toSeen({ sessions, ...at }, kind) {
    const own = sessions.filter((session) => shouldBeGone(session, kind));
    return { sessionIds: own.map(({ sessionId }) => sessionId), ...at };
}
/**
 * Asks Slack about IDs without a session that may not be the listed ones, so that the right one is sent and looked at.
 *
 * @returns the people who turned out to have another ID, about whom the look said nothing
 */
async function resolveDoubts(entries, look, { run, lister, context }) {
    const inDoubt = entries.filter((entry) => look.seen.has(entry) && !isListed(entry, lister));
    if (inDoubt.length === 0) {
        return [];
    }
    const renamed = await findRenamed(inDoubt, run, (0,call_context/* withShareOfRest */.H6)(context, SHARE_OF_SNAPSHOT));
    const open = new Set(run.ledger.open());
    return renamed.filter((entry) => open.has(entry));
}
/** Whether an ID is one under which Slack lists sessions, as far as is known. */
function isListed({ userId, userIds, isKnownId, queued }, lister) {
    const wasSent = queued === undefined || queued.userId === userId;
    return ((userId?.startsWith('W') === true && wasSent) ||
        [...userIds].some((id) => lister.hasShown(id)) ||
        (isKnownId && wasSent));
}
/**
 * Whether another look at people takes few enough calls to be taken, by what is known of the cost and by what this one
 * has cost. One that was broken off has not asked about everybody.
 */
function isFurtherLookCheap(entries, look, lister) {
    const calls = look.problem?.isFinal === true ? Math.max(look.calls, entries.length) : look.calls;
    return Math.min(lister.costOf(entries), calls) <= MAX_CALLS_OF_SECOND_LOOK;
}
/** Takes a second look at people without a session, if it is cheap, and draws the conclusion for everybody. */
async function judgeLongDue(longDue, first, { run, lister, context }) {
    const isOpen = new Set(run.ledger.open());
    const open = longDue.filter((entry) => isOpen.has(entry));
    const empty = open.filter((entry) => first.seen.has(entry) && entry.before?.sessionIds.length === 0);
    const isEmpty = new Set(empty);
    let last = first;
    const needsTwo = empty.length > 0 && isFurtherLookCheap(empty, first, lister);
    const isOver = run.ledger.stop !== undefined || (needsTwo && first.problem?.isFinal === true);
    if (needsTwo && !isOver) {
        await context.clock.sleep(Math.min(SECOND_LOOK_MS, (0,call_context/* timeLeftMs */.bB)(context)), context.bounds.cancelled);
        // Whoever was seen with a session is found signed in, whatever comes after.
        const others = [...isOpen].filter((entry) => !isEmpty.has(entry) && !hasSessions(entry));
        last = await lister.look(empty, context, { others });
        noteBefore([...empty, ...others], last, run);
    }
    const unclear = [];
    for (const entry of open) {
        if (hasSessions(entry)) {
            entry.foundSignedIn = true;
        }
        else if (!isOver && isEmpty.has(entry) && last.seen.has(entry) && isListed(entry, lister)) {
            noteSignedOut(entry, run);
        }
        else {
            unclear.push(entry);
        }
    }
    const why = last.problem?.error ?? first.problem?.error ?? [...first.unlisted.values()].at(-1);
    giveUpLooking(unclear, why ?? 'never_listed', run);
}
function noteSignedOut(entry, { ledger }) {
    ledger.settle([entry], 'signed-out', 'no_session');
    if (entry.before !== undefined) {
        entry.requestId = entry.before.requestId;
        entry.atMs = entry.before.atMs;
    }
}
function giveUpLooking(entries, error, { ledger, warn }) {
    for (const entry of entries) {
        entry.lookFailed = true;
    }
    if (entries.length > 0 && ledger.stop === undefined) {
        warn(`The look before the reset gave no answer about ${(0,wording/* formatPeopleCount */.EV)(entries.length)} (${error}): ` +
            `${entries.length === 1 ? 'this person is' : 'they are'} to be reset like everybody else.`);
    }
}

// EXTERNAL MODULE: ./build/reset/entry.js
var reset_entry = __webpack_require__(6495);
;// CONCATENATED MODULE: ./build/reset/session-pages.js



/** Codes that mean: Slack does not take this team for a listing of one person. */
const NOT_THIS_TEAM = new Set([
    'team_not_found',
    'missing_team',
    'invalid_arguments',
    'team_access_not_granted',
]);
/** Ends of a reading that say nothing about the way of reading. */
const INTERRUPTIONS = new Set(['time_limit', 'cancelled']);
/** Codes about the person asked about, or about this one reading of the listing. */
const NOT_FINAL = new Set(['user_not_found', 'bots_not_allowed', 'invalid_cursor']);
/** Lists one person's sessions, or the whole organization's, page by page. */
async function listPages({ of: whose, label, onPage, wantsMore }, run, context) {
    const seen = new Set();
    let cursor;
    for (let page = 1;; page += 1) {
        const query = { ...(whose === undefined ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };
        const call = {
            label: whose === undefined ? `${label}, page ${page}` : label,
            method: 'listSessions',
            send: (limits) => run.slack.listSessions(query, limits),
        };
        const result = await (0,reset_run/* callSlack */.fc)(call, run, context);
        run.ledger.record(whose === undefined ? [] : [whose.userId], { ...result, possibleEffect: undefined });
        const answer = session_pages_readAnswer(result, page);
        context.log.info(`${call.label}: ${'error' in answer ? answer.error : (0,wording/* formatCount */.B4)(answer.sessions.length, 'session')}`);
        if ('error' in answer) {
            return { kind: 'problem', ...answer };
        }
        onPage(answer.sessions, page);
        cursor = answer.nextCursor;
        if (cursor === undefined) {
            return { kind: 'complete', requestId: result.requestId ?? null, atMs: result.atMs, pages: page };
        }
        if (seen.has(cursor)) {
            return { kind: 'problem', error: 'invalid_response', isFinal: false };
        }
        seen.add(cursor);
        if (wantsMore?.(page) === false) {
            return { kind: 'cut', pages: page };
        }
    }
}
/**
 * `no_active_sessions` is a refusal in form and an empty page in meaning; where the page before has promised more, it
 * does not say that this is the end.
 */
function session_pages_readAnswer({ end }, page) {
    switch (end.kind) {
        case 'accepted':
            return readSessionPage(end.reply.body) ?? { error: 'invalid_response', isFinal: false };
        case 'refused': {
            const { code } = end.reply;
            if (code !== 'no_active_sessions') {
                return { error: code, isFinal: !NOT_FINAL.has(code), isRefusal: true };
            }
            return page === 1 ? { sessions: [], nextCursor: undefined } : { error: 'invalid_response', isFinal: false };
        }
        case 'exhausted':
            return { error: end.error ?? 'unreachable', isFinal: false };
        case 'interrupted':
            return { error: end.by, isFinal: true };
    }
}

;// CONCATENATED MODULE: ./build/reset/ask-person.js



/**
 * The IDs under which a person is asked about. Of two IDs Slack does not say which one it lists, so both are, until one
 * of them has shown a session.
 */
function idsToAsk({ userId, userIds }, memory) {
    const ids = userId === undefined ? [] : [userId, ...[...userIds].filter((id) => id !== userId)];
    const shown = ids.filter((id) => memory.hasShown(id));
    return shown.length > 0 ? shown : ids;
}
/** Asks about one person alone, under one known ID after the other until one of them shows a session. */
async function askPerson(entry, asking) {
    let told;
    for (const userId of idsToAsk(entry, asking.memory)) {
        const answer = await askUnder(userId, entry, asking);
        const isOfId = isAboutId(answer.problem, told !== undefined);
        if (answer.sight.sessions.length > 0 || (answer.problem !== undefined && !isOfId)) {
            return answer;
        }
        told = told === undefined || (told.problem !== undefined && !isOfId) ? answer : told;
    }
    return told ?? { sight: nothing(asking), problem: { error: 'never_listed', isFinal: false } };
}
/**
 * Whether a refusal is about the ID asked for, under which Slack then lists nothing. Where it has answered for another
 * ID, all but a dead token is.
 */
function isAboutId(problem, hasOther) {
    return (problem?.isRefusal === true && (problem.error === 'user_not_found' || (hasOther && !(0,error_codes/* isDeadToken */.oz)(problem.error))));
}
async function askUnder(userId, entry, asking) {
    const { teamId, label, memory, run, context } = asking;
    let sessions = [];
    const onPage = (page) => {
        sessions = [...sessions, ...page];
    };
    const end = await listPages({ of: { userId, teamId }, label, onPage }, run, context);
    if (end.kind !== 'complete') {
        const own = sessions.filter((session) => (0,reset_entry/* hasId */.YC)(entry, session.userId));
        const problem = end.kind === 'problem' ? end : { error: 'invalid_response', isFinal: false };
        return { sight: { ...nothing(asking), sessions: own }, problem };
    }
    const owners = new Set(sessions.map((session) => session.userId));
    const others = [...owners].filter((owner) => owner !== userId && !(0,reset_entry/* hasId */.YC)(entry, owner));
    // A listing that ignores the person has anybody's sessions. One other ID may be the same person's second one.
    if (others.length > 1 || (others.length === 1 && (owners.size > 1 || memory.isOfRun(others[0] ?? '')))) {
        return { sight: nothing(asking), problem: { error: 'invalid_response', isFinal: false } };
    }
    return { sight: { sessions, requestId: end.requestId, atMs: end.atMs } };
}
function nothing({ context }) {
    return { sessions: [], requestId: null, atMs: context.clock.now() };
}

;// CONCATENATED MODULE: ./build/reset/listing-costs.js
/** The share of the cost of asking person by person that may be spent on learning that the organization is large. */
const SHARE_IN_VAIN = 0.05;
/** Pages of the largest expected organization: a million sessions. */
const MAX_PAGES = 1000;
/**
 * How many pages the organization's listing is expected to have when it has more than were read, if every order of
 * magnitude up to the largest is equally likely.
 */
function expectedPages(read) {
    return read >= MAX_PAGES ? 2 * read : (MAX_PAGES - read) / Math.log(MAX_PAGES / Math.max(1, read));
}
/**
 * Whether reading on after so many pages is expected to be cheaper than asking about people one by one.
 *
 * @param people - the number of calls that asking one by one takes
 */
function isPagingOn(read, people) {
    return read < people * SHARE_IN_VAIN || expectedPages(read) - read < people;
}
/** Reads pages as long as the rest of them is expected to cost less than asking about people one by one. */
function pageLimit(people, maxCalls) {
    return (read) => read < Math.min(people, maxCalls) && isPagingOn(read, people);
}
/** Up to this many people are listed one by one before the organization's size is known. */
const FEW = 10;
/**
 * Whether reading the organization's listing is expected to be cheaper than asking about so many people one by one.
 *
 * @param pages - how many the listing has, once it was read to its end
 * @param pagesInVain - how many were read without reaching the end
 */
function prefersPages(people, { pages, pagesInVain }) {
    if (pages !== undefined) {
        return pages <= people;
    }
    return people > FEW && (pagesInVain === 0 || expectedPages(pagesInVain) <= people);
}

;// CONCATENATED MODULE: ./build/reset/listing-memory.js



/** From this many sessions on, a listing that has lost more than half of them is not believed. */
const MIN_VANISHED = 20;
const MAX_VANISHED_SHARE = 0.5;
/** Enough to find one witness among them. */
const MAX_REMEMBERED = 50;
/** What the listings of a run have shown, as far as later ones are judged by it. */
class ListingMemory {
    #ledger;
    #shown = new Set();
    #shownSingly = new Set();
    /** Teams under which pages showed sessions of people in this run. */
    #teams = new Map();
    /** Those under which answers about a person alone did. */
    #singleTeams = new Map();
    /** Teams under which pages showed sessions of anybody. */
    #allTeams = new Set();
    /** People whose sessions a complete listing left out while a question about them alone showed some. */
    #leftOut = new Set();
    #witnesses = new Map();
    #dropped = new Set();
    /** Sessions of people who are not reset: in the last listing that counted, and in one that was not believed. */
    #counted;
    #doubted;
    /** Pages of the whole organization's listing, once it was read to its end. */
    pages;
    /** How many pages were read without reaching the end. */
    pagesInVain = 0;
    /** The most pages that one reading of that listing has shown, to its end or not. */
    mostPages = 0;
    constructor(ledger) {
        this.#ledger = ledger;
    }
    /** Whether a listing has shown a session under an ID. */
    hasShown(userId) {
        return this.#shown.has(userId);
    }
    /** Whether asking about this person alone has shown a session before. */
    hasShownSingly(entry) {
        return this.#shownSingly.has(entry);
    }
    /** Whether pages have shown sessions of this person under a team that asking with this one does not show. */
    isElsewhere({ userIds }, teamId) {
        const ids = [...userIds];
        const shown = new Set(ids.flatMap((id) => [...(this.#singleTeams.get(id) ?? [])]));
        const teams = ids.flatMap((id) => [...(this.#teams.get(id) ?? [])]);
        return teams.some((team) => team !== '' && team !== teamId && !shown.has(team));
    }
    /** Whether pages have shown anybody's session under another team: then asking with this one may leave people out. */
    hasOtherTeams(teamId) {
        return [...this.#allTeams].some((team) => team !== '' && team !== teamId);
    }
    /** Remembers people whose sessions the organization's listing leaves out. */
    noteLeftOut(entries) {
        for (const entry of entries) {
            this.#leftOut.add(entry);
        }
    }
    /** Whether the organization's listing has left out this person's sessions. */
    isLeftOut(entry) {
        return this.#leftOut.has(entry);
    }
    /** Whether an ID belongs to a person requested in this run. */
    isOfRun(userId) {
        return this.#ledger.get(userId) !== undefined;
    }
    /** Takes in the answer about one person. */
    noteSingle(entry, sessions) {
        if (sessions.some(({ userId }) => (0,reset_entry/* hasId */.YC)(entry, userId))) {
            this.#shownSingly.add(entry);
        }
        for (const { userId, teamId } of sessions) {
            this.#shown.add(userId);
            addTo(this.#singleTeams, userId, teamId);
        }
    }
    /** Takes in a page of the organization's listing, counted from 1. */
    notePage(sessions, page) {
        this.mostPages = Math.max(this.mostPages, page);
        for (const session of sessions) {
            const { userId } = session;
            this.#allTeams.add(session.teamId);
            if (this.isOfRun(userId)) {
                this.#shown.add(userId);
                addTo(this.#teams, userId, session.teamId);
                continue;
            }
            const known = this.#witnesses.get(userId);
            if (known !== undefined) {
                known.push(session);
            }
            else if (this.#witnesses.size < MAX_REMEMBERED && !this.#dropped.has(userId)) {
                this.#witnesses.set(userId, [session]);
            }
        }
    }
    /**
     * Judges a complete listing of the organization.
     *
     * @returns why it says nothing, in words; `undefined` when it counts
     */
    judge(sessions, pages) {
        if (sessions.length === 0) {
            return 'an organization without any session is not plausible';
        }
        this.pages = pages;
        const others = new Set(sessions.filter(({ userId }) => !this.isOfRun(userId)).map(toKey));
        const vanished = countVanished(this.#counted, others);
        const isAgreed = this.#doubted !== undefined && agree(this.#doubted, others);
        if (isTooMany(this.#counted, others) && !isAgreed) {
            this.#doubted = others;
            return `${(0,wording/* formatCount */.B4)(vanished, 'session')} of people who were not reset ${vanished === 1 ? 'has' : 'have'} vanished`;
        }
        this.#counted = others;
        this.#doubted = undefined;
        return undefined;
    }
    /** Whether a page has shown a person who can be a witness for this team. */
    hasWitnesses(teamId) {
        return this.witnesses(teamId, 1).length > 0;
    }
    /** People whose sessions all carry this team. */
    witnesses(teamId, most) {
        const suited = [...this.#witnesses].filter(([, sessions]) => sessions.every((session) => session.teamId === teamId));
        return suited.slice(0, most).flatMap(([id, sessions]) => {
            const parsed = (0,user_id/* parseUserId */.Kl)(id);
            return parsed.ok ? [{ userId: parsed.userId, sessionIds: sessions.map(({ sessionId }) => sessionId) }] : [];
        });
    }
    /** Forgets a person who could not be a witness. */
    dropWitness(userId) {
        this.#witnesses.delete(userId);
        this.#dropped.add(userId);
    }
}
function addTo(teams, userId, teamId) {
    teams.set(userId, (teams.get(userId) ?? new Set()).add(teamId));
}
function toKey({ userId, sessionId }) {
    return `${userId} ${sessionId}`;
}
function countVanished(before, now) {
    return before === undefined ? 0 : [...before].filter((key) => !now.has(key)).length;
}
/** Whether two listings agree: most of each is in the other. */
function agree(one, other) {
    const share = MAX_VANISHED_SHARE;
    return countVanished(one, other) <= one.size * share && countVanished(other, one) <= other.size * share;
}
function isTooMany(before, now) {
    const vanished = countVanished(before, now);
    return vanished >= MIN_VANISHED && vanished > (before?.size ?? 0) * MAX_VANISHED_SHARE;
}

;// CONCATENATED MODULE: ./build/reset/sight.js

/** A look that has seen nothing yet. */
function startLook() {
    return { seen: new Map(), sighted: new Map(), unlisted: new Map(), problem: undefined, calls: 0 };
}
/** Whether a look says that a person has no session. */
function isEmptyOf({ seen }, entry) {
    return seen.get(entry)?.sessions.length === 0;
}
/** Whether a look says that a person has no session of the kind to be reset. */
function showsNone({ seen }, entry, kind) {
    return seen.get(entry)?.sessions.some((session) => shouldBeGone(session, kind)) === false;
}
/** Notes people's sessions on a page: they are there, whatever the rest of the listing or an empty answer says. */
function noteSighted(page, { look, entries, atMs }) {
    const byUser = Map.groupBy(page, ({ userId }) => userId);
    for (const entry of entries) {
        const sessions = [...entry.userIds].flatMap((id) => byUser.get(id) ?? []);
        addSighted(look, entry, { sessions, requestId: null, atMs });
    }
}
/** Adds sessions to what a look says of a person. */
function addSighted({ seen, sighted }, entry, sight) {
    if (sight === undefined || sight.sessions.length === 0) {
        return;
    }
    const { sessions, ...at } = sight;
    const whole = seen.get(entry);
    const known = (whole ?? sighted.get(entry))?.sessions ?? [];
    const ids = new Set(known.map(({ sessionId }) => sessionId));
    const all = [...known, ...sessions.filter(({ sessionId }) => !ids.has(sessionId))];
    (whole === undefined ? sighted : seen).set(entry, { ...(whole ?? at), sessions: all });
}
/** Takes back what answers say of people; sessions that they show are there all the same. */
function retract(look, entries) {
    for (const entry of entries) {
        const sight = look.seen.get(entry);
        look.seen.delete(entry);
        addSighted(look, entry, sight);
    }
}

;// CONCATENATED MODULE: ./build/reset/witness.js


const MAX_WITNESSES = 3;
/**
 * Finds a person on a page of the organization's listing whose session comes back in a listing of that person alone:
 * proof that asking in this way shows sessions at all.
 */
async function findWitness(search) {
    const { teamId, memory, run, context, look } = search;
    if (!memory.hasWitnesses(teamId) && search.canPage && !(await readOnePage(search))) {
        return false;
    }
    // Where people are signed in under several teams, somebody under this one proves nothing about the others.
    const witnesses = memory.hasOtherTeams(teamId) ? [] : memory.witnesses(teamId, MAX_WITNESSES);
    for (const { userId, sessionIds } of witnesses) {
        const shown = new Set();
        const onPage = (page) => {
            for (const session of page) {
                shown.add(session.userId === userId ? session.sessionId : '');
            }
        };
        const label = 'Listing the sessions of a witness';
        const end = await listPages({ of: { userId, teamId }, label, onPage }, run, context);
        if (end.kind === 'problem' && INTERRUPTIONS.has(end.error)) {
            look.problem = end;
            return false;
        }
        // An answer with other people's sessions leaves the person out of account.
        if (!shown.has('') && sessionIds.some((id) => shown.has(id))) {
            return true;
        }
        memory.dropWitness(userId);
    }
    return false;
}
/** @returns whether witnesses may be looked for now */
async function readOnePage({ memory, run, context, look, entries }) {
    let sessions = [];
    const onPage = (page) => {
        sessions = page;
        memory.notePage(page, 1);
        noteSighted(page, { look, entries, atMs: context.clock.now() });
    };
    const request = { label: "Listing the organization's sessions", onPage, wantsMore: () => false };
    const end = await listPages(request, run, context);
    if (end.kind === 'complete') {
        // A whole listing, by which later ones are judged.
        memory.judge(sessions, end.pages);
    }
    const isOver = end.kind === 'problem' && end.isFinal;
    look.problem = isOver ? end : look.problem;
    return !isOver;
}

;// CONCATENATED MODULE: ./build/reset/session-lister.js







/**
 * Looks at people's sessions in as few calls as it can: person by person, or through the whole organization's listing,
 * whichever is cheaper, as far as its size is known. Remembers between looks what the listings showed.
 *
 * An empty answer about one person counts only with proof that asking in this way shows sessions at all: a session of
 * the same person before, a complete organization listing, or a witness: a person on a page of that listing whose
 * session comes back in a listing of that person alone.
 */
class SessionLister {
    #run;
    /** Needed for asking person by person; absent when Slack does not take it. */
    #teamId;
    #isVouchedFor = false;
    /** No witness was found, so empty answers need the whole listing each time. */
    #needsPages = false;
    /** Why Slack does not list the whole organization, in the current look. */
    #pagingProblem;
    #memory;
    /** When the last look ended, by the monotonic clock. */
    lastLookMs = 0;
    /** @param teamId - the organization's ID, never a workspace's, which lists only sessions in that workspace */
    constructor(run, teamId) {
        this.#run = run;
        this.#teamId = teamId;
        this.#memory = new ListingMemory(run.ledger);
    }
    /** Whether a listing has shown a session under an ID. */
    hasShown(userId) {
        return this.#memory.hasShown(userId);
    }
    /** About how many calls a look at these people takes; where that is not known, how many it takes at least. */
    costOf(entries) {
        const { pages, mostPages } = this.#memory;
        const calls = this.#countQuestions(entries);
        return this.#mustPage(entries) ? (pages ?? mostPages) : Math.min(calls, pages ?? calls);
    }
    #countQuestions(entries) {
        return entries.reduce((calls, entry) => calls + idsToAsk(entry, this.#memory).length, 0);
    }
    /** Whether asking person by person would prove nothing about some of them, so the whole listing must be read. */
    #mustPage(entries) {
        const isUnproven = (entry) => !this.#memory.hasShownSingly(entry);
        const needsPages = this.#needsPages && this.#memory.pages !== undefined && entries.some(isUnproven);
        // Asking with one team shows nothing about a person who is signed in under another.
        const isElsewhere = (entry) => this.#memory.isElsewhere(entry, this.#teamId);
        return this.#teamId === undefined || needsPages || entries.some(isElsewhere);
    }
    /**
     * Looks at the sessions of people once.
     *
     * @param maxCalls - about how many calls there is time for; a look that needs more reports what it has seen so far
     * @param others - people for whom no call is made; a listing of everybody says something about them as well
     */
    async look(entries, context, { maxCalls = Number.POSITIVE_INFINITY, others = [] } = {}) {
        const look = startLook();
        const callsBefore = this.#run.ledger.calls;
        if (entries.length > 0) {
            await this.#take({ look, entries, everybody: [...entries, ...others], context, maxCalls });
        }
        look.calls = this.#run.ledger.calls - callsBefore;
        this.lastLookMs = this.#run.context.clock.monotonicMs();
        return look;
    }
    async #take(reading) {
        const { entries, context, maxCalls } = reading;
        this.#pagingProblem = undefined;
        const mustPage = this.#mustPage(entries);
        const questions = this.#countQuestions(entries);
        if (mustPage || prefersPages(questions, this.#memory)) {
            const limit = mustPage ? (read) => read < maxCalls : pageLimit(questions, maxCalls);
            const end = await this.#readOrganization(reading, limit);
            const isRefused = this.#pagingProblem !== undefined && this.#teamId !== undefined;
            if (!isRefused && (mustPage || end.kind !== 'cut')) {
                await this.#askLeftOut(reading);
                return;
            }
            const pages = end.kind === 'cut' ? end.pages : 1;
            reading.maxCalls = Math.max(0, maxCalls - pages);
            context.log.info(end.kind === 'cut'
                ? `The organization has more than ${(0,wording/* formatCount */.B4)(pages, 'page')} of sessions: asking person by person`
                : 'Slack does not list the whole organization: asking person by person');
        }
        await this.#askEach(reading);
    }
    /** Asks about people whom the organization's listing leaves out although they have sessions. */
    async #askLeftOut({ look, entries, context }) {
        for (const entry of entries.filter((one) => this.#memory.isLeftOut(one) && !look.sighted.has(one))) {
            await this.#askOne(entry, { label: 'Listing the sessions of a person left out', look, context });
        }
    }
    /** Reads the organization's listing, and judges everybody by it when it is complete and plausible. */
    async #readOrganization({ look, everybody, context }, wantsMore) {
        const pages = [];
        const onPage = (page, number) => {
            pages.push(page);
            this.#memory.notePage(page, number);
        };
        const label = "Listing the organization's sessions";
        const end = await listPages({ label, onPage, wantsMore }, this.#run, context);
        const sessions = pages.flat();
        const isComplete = end.kind === 'complete';
        const doubt = isComplete ? this.#memory.judge(sessions, end.pages) : undefined;
        if (end.kind === 'cut') {
            this.#memory.pagesInVain = Math.max(this.#memory.pagesInVain, end.pages);
        }
        if (doubt !== undefined) {
            context.log.info(`This listing proves nothing: ${doubt}`);
            look.problem = { error: 'implausible_listing', isFinal: false };
        }
        else if (end.kind === 'problem') {
            look.problem = { error: end.error, isFinal: end.isFinal };
            this.#pagingProblem = end.isFinal && !INTERRUPTIONS.has(end.error) ? look.problem : this.#pagingProblem;
        }
        else if (end.kind === 'cut') {
            look.problem = { error: 'time_limit', isFinal: false };
        }
        const byUser = Map.groupBy(sessions, ({ userId }) => userId);
        const at = isComplete ? end : { requestId: null, atMs: context.clock.now() };
        for (const entry of everybody) {
            const own = [...entry.userIds].flatMap((id) => byUser.get(id) ?? []);
            const sight = { sessions: own, requestId: at.requestId, atMs: at.atMs };
            const isLeftOut = own.length === 0 && this.#teamId !== undefined && this.#memory.isLeftOut(entry);
            if (isComplete && doubt === undefined && !isLeftOut) {
                look.seen.set(entry, sight);
            }
            else if (own.length > 0) {
                look.sighted.set(entry, sight);
            }
        }
        return end;
    }
    async #askEach(reading) {
        const { look, entries, context, maxCalls } = reading;
        look.problem = undefined;
        const empty = [];
        for (const [index, entry] of entries.entries()) {
            const label = `Listing sessions person by person, ${index + 1} of ${entries.length}`;
            const problem = index < maxCalls ? await this.#askOne(entry, { label, look, context }) : TOO_MANY;
            if (problem !== undefined && NOT_THIS_TEAM.has(problem.error) && look.seen.size === 0) {
                context.log.info(`Slack does not list single people's sessions for this token (${problem.error}): paging`);
                this.#teamId = undefined;
                await this.#readOrganization(reading, (read) => read < maxCalls);
                return;
            }
            if (problem?.isFinal === true && !NOT_THIS_TEAM.has(problem.error)) {
                look.problem = problem;
            }
            else if (problem !== undefined) {
                look.unlisted.set(entry, problem.error);
            }
            else if (isEmptyOf(look, entry) && !this.#memory.hasShownSingly(entry)) {
                empty.push(entry);
                // With the first of them, so that people already reached keep their answers if time runs out later.
                if (empty.length === 1 && !this.#isVouchedFor) {
                    await this.#vouch(reading);
                }
            }
            if (look.problem?.isFinal === true) {
                break;
            }
        }
        // A session on a page of this look exists, whatever the answer about that person alone.
        for (const [entry, sight] of look.sighted) {
            addSighted(look, entry, sight);
        }
        const isHiding = empty.some((entry) => !isEmptyOf(look, entry));
        const isTrusted = this.#isVouchedFor && !isHiding && !this.#memory.hasOtherTeams(this.#teamId);
        const doubted = { empty: isTrusted ? [] : empty, elsewhere: this.#findElsewhere(reading) };
        if (doubted.empty.length + doubted.elsewhere.length > 0 && !(await this.#confirm(doubted, reading))) {
            // What was read of the listing may have shown more of them.
            retract(look, this.#findElsewhere(reading));
        }
    }
    /**
     * People of whom the answer shows no session to reset, and pages show sessions under a team that this way of asking
     * does not show: no witness and no earlier session makes such an answer a proof.
     */
    #findElsewhere({ look, entries }) {
        const { sessions: kind } = this.#run.options;
        return entries.filter((entry) => showsNone(look, entry, kind) && this.#memory.isElsewhere(entry, this.#teamId));
    }
    /** @returns why the answer says nothing about this person, if so */
    async #askOne(entry, { label, look, context }) {
        const [teamId, memory] = [this.#teamId, this.#memory];
        if (entry.userId === undefined || teamId === undefined) {
            return { error: 'never_listed', isFinal: false };
        }
        const { sight, problem } = await askPerson(entry, { teamId, label, memory, run: this.#run, context });
        if (problem === undefined) {
            memory.noteSingle(entry, sight.sessions);
            look.seen.set(entry, sight);
        }
        else {
            addSighted(look, entry, sight);
        }
        return problem;
    }
    /** Looks for a witness that person-by-person listings show sessions at all. */
    async #vouch({ look, everybody: entries, context }) {
        const teamId = this.#teamId;
        const canPage = this.#pagingProblem === undefined;
        context.log.info('Slack lists no session for a person: checking that asking person by person shows sessions at all');
        this.#isVouchedFor =
            teamId !== undefined &&
                (await findWitness({ teamId, memory: this.#memory, run: this.#run, context, look, entries, canPage }));
        this.#needsPages &&= !this.#isVouchedFor;
    }
    /**
     * Reads the whole listing if nothing vouches for answers without sessions; without it, they say nothing.
     *
     * @param empty - people of whom nothing shows that this way of asking shows any session
     * @param elsewhere - people with sessions under another team
     * @returns whether it was read to its end, and so says something about everybody
     */
    async #confirm({ empty, elsewhere }, reading) {
        const { look, entries, maxCalls } = reading;
        const unproven = new Set([...empty, ...elsewhere]);
        const isHopeless = look.problem?.isFinal === true || this.#pagingProblem !== undefined;
        if (empty.length > 0) {
            this.#isVouchedFor = false;
            this.#needsPages ||= !isHopeless;
        }
        retract(look, unproven);
        if (this.#pagingProblem !== undefined) {
            look.problem ??= { ...this.#pagingProblem, isFinal: look.seen.size === 0 };
        }
        const rest = startLook();
        if (!isHopeless) {
            await this.#readOrganization({ ...reading, look: rest }, (read) => read < maxCalls);
        }
        const sightOf = (entry) => rest.seen.get(entry) ?? rest.sighted.get(entry) ?? look.sighted.get(entry);
        if (empty.some((entry) => (sightOf(entry)?.sessions.length ?? 0) > 0)) {
            // Asking person by person hid existing sessions.
            this.#teamId = undefined;
        }
        const answered = new Set(entries);
        this.#memory.noteLeftOut(entries.filter((entry) => isEmptyOf(rest, entry) && look.seen.get(entry)?.sessions.length));
        for (const [entry, sight] of [...rest.seen, ...rest.sighted]) {
            if (rest.seen.has(entry) && (unproven.has(entry) || !answered.has(entry))) {
                look.seen.set(entry, sight);
            }
            addSighted(look, entry, sight);
        }
        look.problem ??= rest.problem;
        return rest.seen.size > 0;
    }
}
const TOO_MANY = { error: 'time_limit', isFinal: true };

;// CONCATENATED MODULE: ./build/reset/verify.js






/** How long after Slack's last acceptance the first look comes, in ms. */
const FIRST_LOOK_MS = 5_000;
/** The waits before the looks that follow, in ms; the last one repeats. */
const LATER_LOOKS_MS = [5_000, 10_000, 20_000, 30_000];
/** A person seen with only newer sessions this many times in a row has signed in again: waiting changes nothing. */
const LOOKS_AT_NEW_SESSIONS = 3;
/** Codes for people that Slack never lists. */
const NEVER_LISTED = new Set(['user_not_found', 'bots_not_allowed']);
/**
 * Looks again and again at everybody whose reset Slack accepted until no session of the kind reset is left, or time
 * runs out. Every look judges everybody it covers, and the last one that covers a person decides. Ends early when one
 * shows a session of somebody taken for signed out, who is to be reset before it goes on.
 */
async function verifySessions(run, lister) {
    const { ledger, context, options } = run;
    if (!options.verify || queuedIn(ledger).length === 0) {
        return;
    }
    const obstacle = ledger.stop?.error ?? ((0,reset_run/* lacksScope */.P8)(ledger.token, READ_SCOPE) ? 'missing_scope' : undefined);
    if (obstacle !== undefined) {
        ledger.verifyProblem = obstacle;
        return;
    }
    const sinceMs = context.clock.monotonicMs() - Math.max(ledger.lastQueuedMs, lister.lastLookMs);
    let waitMs = Math.max(0, FIRST_LOOK_MS - sinceMs);
    for (let look = 0;; look += 1) {
        if (!(await pause(waitMs, run))) {
            break;
        }
        const problem = await lookOnce(queuedIn(ledger), lister, run);
        // Read anew, since two of them may have turned out to be one person.
        const entries = queuedIn(ledger);
        const open = entries.filter((entry) => isOpen(entry));
        ledger.verifyProblem = problem?.error;
        waitMs = LATER_LOOKS_MS[Math.min(look, LATER_LOOKS_MS.length - 1)] ?? FIRST_LOOK_MS;
        const isOver = open.length === 0 || problem?.isFinal === true || ledger.stop !== undefined || ledger.hasReopened;
        context.log.info(`${describe(entries)}${isOver ? '.' : `, next look in ${waitMs / 1000} s`}`);
        if (isOver) {
            break;
        }
    }
    if (!ledger.hasReopened) {
        verify_close(queuedIn(ledger), run);
    }
}
function queuedIn({ entries }) {
    return entries.filter(({ end }) => end?.status === 'queued');
}
/** @returns whether there was time for the wait, and is for a look */
async function pause(waitMs, { context }) {
    if ((0,call_context/* stopReason */.PJ)(context) !== undefined || waitMs >= (0,call_context/* timeLeftMs */.bB)(context)) {
        context.log.info('There is no time for another look.');
        return false;
    }
    await context.clock.sleep(waitMs, context.bounds.cancelled);
    return (0,call_context/* stopReason */.PJ)(context) === undefined;
}
async function lookOnce(entries, lister, run) {
    const { context, options } = run;
    // A person never listed so far may be listed later.
    const listable = entries.filter(({ unverified }) => unverified === undefined || unverified === 'never_listed');
    // Everybody, so that a later session is seen too, unless that would keep those who are open waiting.
    const isCheap = lister.costOf(listable) <= MAX_CALLS_OF_SECOND_LOOK;
    const covered = isCheap ? listable : listable.filter(isOpen);
    const signedOut = run.ledger.entries.filter(({ end }) => end?.status === 'signed-out');
    const others = [...(isCheap ? [] : listable.filter((entry) => !isOpen(entry))), ...signedOut];
    const look = await lister.look(covered, context, { others });
    takeBack(signedOut, look, run);
    const renamed = await verify_resolveDoubts(covered, look, { run, lister });
    const needsTwo = isFurtherLookCheap(covered, look, lister);
    for (const entry of listable.filter((other) => !renamed.has(other))) {
        const sight = look.seen.get(entry) ?? sessionsIn(look.sighted.get(entry), run);
        const code = look.unlisted.get(entry);
        if (showsNone(look, entry, options.sessions) && !isListed(entry, lister)) {
            entry.unverified = 'never_listed';
        }
        else if (sight !== undefined) {
            entry.unverified = undefined;
            entry.verification = judge(entry, { seen: toSeen(sight, options.sessions), needsTwo });
        }
        else if (code !== undefined && NEVER_LISTED.has(code)) {
            entry.unverified = code;
        }
    }
    return look.problem ?? lastOf(look);
}
/** Whoever was signed out and is shown with a session now is to be reset like everybody. */
function takeBack(signedOut, look, run) {
    for (const entry of signedOut) {
        const complete = look.seen.get(entry);
        const sight = sessionsIn(complete ?? look.sighted.get(entry), run);
        if (sight !== undefined) {
            run.ledger.reopen(entry, { ...toSeen(sight, run.options.sessions), isComplete: complete !== undefined });
            entry.foundSignedIn = (0,reset_run/* isLongDue */.zo)(entry, run);
            run.context.log.info(`${entry.userId ?? entry.person.source} is signed in after all, and is reset like everybody`);
        }
    }
}
/**
 * Asks Slack about IDs without a session that may not be the ones it lists.
 *
 * @returns the people who turned out to have another ID, about whom this look said nothing
 */
async function verify_resolveDoubts(covered, look, { run, lister }) {
    const isInDoubt = (entry) => entry.unverified === undefined &&
        showsNone(look, entry, run.options.sessions) &&
        !isListed(entry, lister) &&
        !entry.isKnownId;
    const inDoubt = covered.filter(isInDoubt);
    if (inDoubt.length === 0 || (0,reset_run/* lacksScope */.P8)(run.ledger.token, 'users:read')) {
        return new Set();
    }
    return new Set(await findRenamed(inDoubt, run, run.context));
}
/** What an incomplete look came across counts only where it shows a session. */
function sessionsIn(sight, { options }) {
    return sight !== undefined && toSeen(sight, options.sessions).sessionIds.length > 0 ? sight : undefined;
}
function lastOf({ unlisted }) {
    const error = [...unlisted.values()].filter((code) => !NEVER_LISTED.has(code)).at(-1);
    return error === undefined ? undefined : { error, isFinal: false };
}
function isOpen({ verification, unverified }) {
    return (unverified === undefined &&
        verification?.kind !== 'gone' &&
        (verification?.newOnlyLooks ?? 0) < LOOKS_AT_NEW_SESSIONS);
}
/** What a look says of a person, together with the looks before it. */
function judge({ verification: earlier, before }, { seen, needsTwo }) {
    const looks = (earlier?.looks ?? 0) + 1;
    const hasSeenNone = earlier?.hasSeenNone === true || seen.sessionIds.length === 0;
    if (seen.sessionIds.length === 0) {
        const emptyLooks = (earlier?.emptyLooks ?? 0) + 1;
        const kind = emptyLooks >= (needsTwo ? 2 : 1) ? 'gone' : 'not-yet';
        return { kind, error: null, seen, looks, emptyLooks, hasSeenNone, newOnlyLooks: 0 };
    }
    // Without a complete look before, a session left cannot be told from a new one, unless a look saw none.
    const isKnown = before?.isComplete === true || hasSeenNone;
    const known = isKnown ? (before?.sessionIds ?? []) : undefined;
    const isNew = (id) => known !== undefined && !known.includes(id);
    return {
        kind: 'left',
        error: seen.sessionIds.some(isNew) ? 'signed_in_again' : 'sessions_left',
        seen,
        looks,
        emptyLooks: 0,
        hasSeenNone,
        newOnlyLooks: seen.sessionIds.every(isNew) ? (earlier?.newOnlyLooks ?? 0) + 1 : 0,
    };
}
/** Says of everybody who could not be verified why. */
function verify_close(entries, { ledger, context }) {
    const reason = (0,call_context/* stopReason */.PJ)(context) ?? ledger.stop?.error ?? ledger.verifyProblem ?? 'time_limit';
    for (const entry of entries) {
        if (entry.verification === undefined || entry.verification.kind === 'not-yet') {
            entry.unverified ??= reason;
        }
    }
}
function describe(entries) {
    const count = (kind) => entries.filter(({ verification }) => verification?.kind === kind).length;
    const [gone, left] = [count('gone'), count('left')];
    const rest = entries.length - gone - left;
    const others = rest === 0 ? '' : `, ${rest} not known yet`;
    return `${gone} of ${entries.length} verified, ${left} still active${others}`;
}

;// CONCATENATED MODULE: ./build/reset/questions.js







/**
 * Asks all that is to be known before the reset.
 *
 * @throws InputError when the token belongs to another organization
 */
async function askBefore(run) {
    const { ledger, warn } = run;
    const bugs = [];
    await checkToken(run);
    await tolerate(() => resolveEmails(run), bugs);
    await tolerate(() => checkAccounts(run), bugs);
    for (const problem of ledger.stop === undefined ? predictProblems(run) : []) {
        warn(problem);
    }
    const lister = new SessionLister(run, organizationOf(ledger.token));
    await tolerate(() => lookBefore(run, lister), bugs);
    return { bug: bugs[0], askAfter: () => verifySessions(run, lister) };
}
async function tolerate(step, bugs) {
    try {
        await step();
    }
    catch (error) {
        if (error instanceof problem/* InputError */.d) {
            throw error;
        }
        bugs.push(error);
    }
}
/** Asks what a plan shows about accounts, with a token that may do nothing else. */
async function askForPlan(run) {
    const { ledger, options, warn } = run;
    await checkToken(run);
    const isRisky = options.isTokenExposed && ledger.token?.scopes === undefined;
    if (!isRisky) {
        await resolveEmails(run);
        await checkAccounts(run);
    }
    else if (ledger.stop === undefined) {
        warn('Accounts are not checked: Slack did not say whether "token" may reset sessions.');
    }
}


/***/ })

};
;