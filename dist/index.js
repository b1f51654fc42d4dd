/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 6683:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H6: () => (/* binding */ withShareOfRest),
/* harmony export */   NE: () => (/* binding */ withDeadline),
/* harmony export */   PJ: () => (/* binding */ stopReason),
/* harmony export */   bB: () => (/* binding */ timeLeftMs)
/* harmony export */ });
/** Returns why nothing further may begin, if so. */
function stopReason({ clock, bounds }) {
    if (bounds.cancelled.aborted) {
        return 'cancelled';
    }
    return clock.monotonicMs() >= bounds.deadlineMs ? 'time_limit' : undefined;
}
/** Milliseconds until the deadline; 0 once it has passed. */
function timeLeftMs({ clock, bounds }) {
    return Math.max(0, bounds.deadlineMs - clock.monotonicMs());
}
/** The same context with an earlier deadline; a later one changes nothing. */
function withDeadline(context, deadlineMs) {
    return { ...context, bounds: { ...context.bounds, deadlineMs: Math.min(deadlineMs, context.bounds.deadlineMs) } };
}
/** The same context with a share of the time that is left in it. */
function withShareOfRest(context, share) {
    return withDeadline(context, context.clock.monotonicMs() + timeLeftMs(context) * share);
}


/***/ }),

/***/ 9351:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isJsonObject)
/* harmony export */ });
/** Returns whether a value parsed from JSON is an object with named members. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1123:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xz: () => (/* binding */ retryCall),
/* harmony export */   m6: () => (/* binding */ parseHttpDate),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony exports CALL_TIMEOUT_MS, decideRetry */
/* harmony import */ var _call_context_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6683);

const RATE_LIMIT_DEFAULT_SECONDS = 30;
const BACKOFF_FIRST_MS = 1_000;
const BACKOFF_MAX_MS = 30_000;
const JITTER = 0.25;
/** How long one HTTP call may take, in ms. */
const CALL_TIMEOUT_MS = 30_000;
/**
 * Decides whether a call is made again, and when. `Retry-After` beats the backoff and gets no jitter; the backoff
 * is exponential from 1 s, doubling, plus up to 25 % jitter, at most 30 s.
 *
 * @param retriesLeft - further attempts that are still allowed
 * @param retry - counted from 1: which retry this would be
 * @param random - from 0 up to, not including, 1
 */
function decideRetry({ kind, retryAfterSeconds }, { retriesLeft, retry, random }) {
    if (kind === 'final') {
        return { kind };
    }
    if (kind === 'rate-limited') {
        return { kind: 'wait', delayMs: toDelayMs(retryAfterSeconds ?? RATE_LIMIT_DEFAULT_SECONDS), isAttempt: false };
    }
    if (retriesLeft <= 0) {
        return { kind: 'exhausted' };
    }
    const delayMs = retryAfterSeconds === undefined ? backoffMs(retry, random) : toDelayMs(retryAfterSeconds);
    return { kind: 'wait', delayMs, isAttempt: true };
}
/** A server that says 0 must not be asked again and again without a pause. */
function toDelayMs(retryAfterSeconds) {
    return Math.max(1, retryAfterSeconds) * 1000;
}
function backoffMs(retry, random) {
    const baseMs = BACKOFF_FIRST_MS * 2 ** Math.min(retry - 1, 10);
    return Math.round(Math.min(BACKOFF_MAX_MS, baseMs * (1 + JITTER * random)));
}
/**
 * Reads `Retry-After`: whole seconds, or an HTTP date, which counts from the answer's own date.
 *
 * @param dateMs - when the answer was made by the server's clock, in ms since the epoch
 * @returns seconds, or `undefined` when the header is absent or says nothing usable
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
function parseRetryAfter(value, dateMs) {
    const text = value?.trim() ?? '';
    if (/^\d{1,12}$/.test(text)) {
        return Number(text);
    }
    const untilMs = parseHttpDate(text);
    return untilMs === undefined ? undefined : Math.max(0, Math.ceil((untilMs - dateMs) / 1000));
}
/** Reads an HTTP date, in ms since the epoch; `undefined` when it is none. */
function parseHttpDate(text) {
    const ms = /^[A-Z][a-z]{2}, .* GMT$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}
/**
 * Makes a call and, after transient failures and rate limits, makes it again, within the bounds of the run. A wait
 * that would end past the deadline is not begun. The one retry loop of this Action.
 *
 * @param onReply - sees every reply, in order
 */
async function retryCall(call, context, onReply) {
    const { bounds, random, clock } = context;
    const heldMs = (call.notBeforeMs ?? 0) - clock.monotonicMs();
    if (heldMs > 0 && !(await wait(heldMs, { next: 'the call', why: `${call.label}: it is too early` }, context))) {
        return {
            kind: 'interrupted',
            by: (0,_call_context_js__WEBPACK_IMPORTED_MODULE_0__/* .stopReason */ .PJ)(context) ?? 'time_limit',
            reply: undefined,
            notBeforeMs: call.notBeforeMs,
        };
    }
    let reply;
    for (let retry = 0;;) {
        const stop = (0,_call_context_js__WEBPACK_IMPORTED_MODULE_0__/* .stopReason */ .PJ)(context);
        if (stop !== undefined) {
            return { kind: 'interrupted', by: stop, reply };
        }
        const timeoutMs = Math.max(1, Math.min(CALL_TIMEOUT_MS, (0,_call_context_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLeftMs */ .bB)(context)));
        reply = await call.send({ timeoutMs, signal: bounds.abandoned });
        onReply?.(reply);
        const retriesLeft = call.mayRetry?.(reply) === false ? 0 : bounds.maxRetries - retry;
        const retryability = call.retryabilityOf(reply);
        const decision = decideRetry(retryability, { retriesLeft, retry: retry + 1, random: random() });
        if (decision.kind !== 'wait') {
            return { kind: decision.kind, reply };
        }
        retry += decision.isAttempt ? 1 : 0;
        const next = decision.isAttempt ? `retry ${retry} of ${bounds.maxRetries}` : 'again';
        const isAsked = !decision.isAttempt || retryability.retryAfterSeconds !== undefined;
        const notBeforeMs = isAsked ? clock.monotonicMs() + decision.delayMs : undefined;
        if (!(await wait(decision.delayMs, { next, why: `${call.label}: ${call.describe(reply)}` }, context))) {
            return { kind: 'interrupted', by: (0,_call_context_js__WEBPACK_IMPORTED_MODULE_0__/* .stopReason */ .PJ)(context) ?? 'time_limit', reply, notBeforeMs };
        }
    }
}
/** @returns whether the wait was begun */
async function wait(delayMs, { next, why }, context) {
    const { clock, bounds, log } = context;
    const delay = `${Math.round(delayMs / 100) / 10} s`;
    if (bounds.cancelled.aborted) {
        return false;
    }
    if (delayMs >= (0,_call_context_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLeftMs */ .bB)(context)) {
        log.info(`${why}; a wait of ${delay} would end past the time limit`);
        return false;
    }
    log.info(`${why}; waiting ${delay}, then ${next}`);
    await clock.sleep(delayMs, bounds.cancelled);
    return true;
}


/***/ }),

/***/ 8357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ exchange)
});

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_namespaceObject);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = require("node:tls");
// EXTERNAL MODULE: ./build/network/no-answer.js
var no_answer = __nccwpck_require__(9662);
// EXTERNAL MODULE: ./build/network/proxy.js
var network_proxy = __nccwpck_require__(10);
;// CONCATENATED MODULE: ./build/network/connection.js





/** The user agent of every request; without a version, since monitoring rules raise an alarm at every new one. */
const USER_AGENT = 'slack-session-reset';
/**
 * Opens a connection that is ready for a request, with TCP, the tunnel through the proxy, and TLS all established.
 * Certificates are always checked, each against the host that it is for.
 *
 * @throws NoAnswer, unsent, when any of them fails or the signal fires first
 */
async function openConnection(url, proxy, signal) {
    if (proxy === undefined) {
        return openHop(url, signal, ({ cause, isLasting = false }) => new no_answer/* NoAnswer */.W(cause, { isUnsent: true, isLasting }));
    }
    const refuse = ({ cause, isLasting = false }) => new no_answer/* NoAnswer */.W(`the proxy did not open a tunnel (${cause})`, { isUnsent: true, isLasting });
    const hop = await openHop(proxy.url, signal, refuse);
    const tunnel = await openTunnel(hop, { url, proxy, signal, refuse });
    if (url.protocol !== 'https:') {
        return tunnel;
    }
    const fail = ({ cause, isLasting = false }) => new no_answer/* NoAnswer */.W(cause, { isUnsent: true, isLasting });
    return connection_secure(tunnel, { url, signal, fail, secureContext: await loadAuthorities() });
}
async function openHop(url, signal, fail) {
    const socket = (0,external_node_net_.connect)({ host: (0,network_proxy/* hostOf */.w4)(url), port: (0,network_proxy/* portOf */.HM)(url) });
    const opened = ready(socket, { event: 'connect', what: 'connection', signal, fail });
    if (url.protocol !== 'https:') {
        await opened;
        return socket;
    }
    // Loading the certificate authorities takes about as long as connecting, so it is done in the meantime.
    const [secureContext] = await Promise.all([loadAuthorities(), opened]);
    return connection_secure(socket, { url, signal, fail, secureContext });
}
/** What TLS trusts: the certificate authorities of Node, and those of `NODE_EXTRA_CA_CERTS`. */
async function loadAuthorities() {
    return (0,external_node_tls_namespaceObject.createSecureContext)();
}
/** Speaks TLS over a connection with the host of the URL. */
async function connection_secure(socket, { url, signal, fail, secureContext }) {
    const host = (0,network_proxy/* hostOf */.w4)(url);
    const tls = (0,external_node_tls_namespaceObject.connect)({
        socket,
        host,
        secureContext,
        // Names only: TLS knows no server name that is an address.
        ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}),
        // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED has no say.
        rejectUnauthorized: true,
        ALPNProtocols: ['http/1.1'],
    });
    const failTls = (setback) => tls.authorizationError
        ? fail({ cause: `certificate not accepted: ${setback.cause}`, isLasting: true })
        : fail(setback);
    await ready(tls, { event: 'secureConnect', what: 'TLS handshake', signal, fail: failTls });
    return tls;
}
/** Waits for a socket's event; a socket that fails first is destroyed. */
function ready(socket, { event, what, signal, fail }) {
    return new Promise((resolve, reject) => {
        const giveUp = (setback) => {
            signal.removeEventListener('abort', abort);
            reject(fail(setback));
            socket.destroy();
        };
        const abort = () => giveUp({ cause: `no ${what} in time` });
        // Stays for the life of the socket: an error after its end must not end the process.
        socket.on('error', (error) => giveUp({ cause: (0,no_answer/* codeOf */.$)(error) ?? `no ${what}` }));
        socket.once('close', () => giveUp({ cause: `closed before the ${what}` }));
        socket.once(event, () => {
            signal.removeEventListener('abort', abort);
            resolve();
        });
        if (signal.aborted)
            abort();
        else
            signal.addEventListener('abort', abort, { once: true });
    });
}
/** @see https://www.rfc-editor.org/rfc/rfc9110#name-connect */
function openTunnel(hop, { url, proxy, signal, refuse }) {
    const authority = `${url.hostname}:${(0,network_proxy/* portOf */.HM)(url)}`;
    const ask = (0,external_node_http_namespaceObject.request)({
        method: 'CONNECT',
        path: authority,
        headers: {
            host: authority,
            'user-agent': USER_AGENT,
            ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
        },
        createConnection: () => hop,
    });
    return new Promise((resolve, reject) => {
        let isSettled = false;
        const settle = (setback) => {
            // The request closes as soon as the tunnel is open.
            if (isSettled)
                return;
            isSettled = true;
            signal.removeEventListener('abort', abort);
            if (setback === undefined) {
                resolve(hop);
                return;
            }
            reject(refuse(setback));
            hop.destroy();
        };
        const abort = () => settle({ cause: 'no answer in time' });
        ask.on('error', (error) => settle({ cause: (0,no_answer/* codeOf */.$)(error) ?? 'no answer' }));
        ask.once('close', () => settle({ cause: 'no answer' }));
        ask.once('connect', ({ statusCode = 0 }, _socket, head) => settle(judge(statusCode, head)));
        if (signal.aborted)
            abort();
        else
            signal.addEventListener('abort', abort, { once: true });
        ask.end();
    });
}
/** A proxy that wants other credentials, or forbids the host, does so the next time as well. */
function judge(status, head) {
    if (status < 200 || status > 299) {
        return { cause: `HTTP ${status}`, isLasting: status >= 400 && status < 500 && status !== 408 && status !== 429 };
    }
    // Nobody has spoken to the server yet, so these are the proxy's own words.
    return head.length > 0 ? { cause: 'an answer that is not a tunnel' } : undefined;
}

;// CONCATENATED MODULE: ./build/network/exchange.js




const MAX_BODY_BYTES = 32 * 1024 * 1024;
/**
 * Makes one HTTP request over a connection of its own, through the proxy that is set for the host. No redirect is
 * followed. The request is begun only when the connection is ready for it, so an error says for certain whether
 * anything of it can have left this machine.
 *
 * @throws NoAnswer
 */
async function exchange(request, settings) {
    const limit = new AbortController();
    const { signal } = limit;
    const cut = () => limit.abort();
    const timer = setTimeout(cut, Math.max(1, Math.ceil(request.timeoutMs)));
    request.signal.addEventListener('abort', cut, { once: true });
    if (request.signal.aborted)
        cut();
    let socket;
    try {
        checkHeaders(request.headers);
        const route = (0,network_proxy/* routeTo */.Bv)(request.url, settings);
        if (route.kind === 'unusable')
            throw new no_answer/* NoAnswer */.W(route.problem, { isUnsent: true, isLasting: true });
        socket = await openConnection(request.url, route.kind === 'proxy' ? route : undefined, signal);
        const message = await send(request, socket, signal);
        const answer = { status: message.statusCode ?? 0, headers: message.headers, body: await readBody(message) };
        // Closing a connection takes a moment, which an answer need not wait for.
        setImmediate(() => socket?.destroy());
        return answer;
    }
    catch (error) {
        socket?.destroy();
        throw explain(error, { request, isUnsent: socket === undefined, isOver: signal.aborted });
    }
    finally {
        clearTimeout(timer);
        request.signal.removeEventListener('abort', cut);
    }
}
/** @throws NoAnswer for a text that no header can carry */
function checkHeaders(headers) {
    for (const [name, value] of Object.entries(headers)) {
        try {
            external_node_http_default().validateHeaderValue(name, value);
        }
        catch (error) {
            throw new no_answer/* NoAnswer */.W((0,no_answer/* codeOf */.$)(error) ?? 'a header that cannot be sent', { isUnsent: true, isLasting: true });
        }
    }
}
async function send(request, socket, signal) {
    const { url, method, body } = request;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = external_node_http_default().request({
        method,
        path: `${url.pathname}${url.search}`,
        headers: { ...request.headers, ...length, host: url.host, 'user-agent': USER_AGENT, 'accept-encoding': 'identity' },
        signal,
        createConnection: () => socket,
    });
    const response = new Promise((resolve, reject) => {
        sent.once('response', (message) => {
            // An error that comes when the answer has been read must not end the process.
            message.on('error', () => undefined);
            resolve(message);
        });
        sent.on('error', reject);
    });
    sent.end(body);
    return Promise.race([response, closedWithoutAnswer(socket)]);
}
/** Node closes the connection, without an error, on which a server switches to another protocol. */
function closedWithoutAnswer(socket) {
    return new Promise((_resolve, reject) => {
        const giveUp = () => reject(new no_answer/* NoAnswer */.W('HTTP 101, a switch to another protocol', { reason: 'http_101' }));
        // Later than the error of any other close.
        socket.once('close', () => setImmediate(giveUp));
    });
}
async function readBody(message) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of message) {
        const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
        bytes += part.length;
        if (bytes > MAX_BODY_BYTES) {
            throw new no_answer/* NoAnswer */.W('an answer of more than 32 MiB', { reason: 'invalid_response' });
        }
        chunks.push(part);
    }
    return Buffer.concat(chunks);
}
function explain(error, { request, isUnsent, isOver }) {
    if (isOver && isCancelled(request.signal)) {
        return new no_answer/* NoAnswer */.W('cut off because the run was cancelled', { reason: 'cancelled', isUnsent });
    }
    if (isOver) {
        const limit = request.signal.aborted ? 'in time' : `within ${seconds(request)} s`;
        const message = isUnsent && error instanceof no_answer/* NoAnswer */.W ? error.message : `no answer ${limit}`;
        return new no_answer/* NoAnswer */.W(message, { reason: 'timeout', isUnsent });
    }
    if (error instanceof no_answer/* NoAnswer */.W)
        return error;
    return new no_answer/* NoAnswer */.W((0,no_answer/* codeOf */.$)(error) ?? 'connection lost', { isUnsent });
}
/** A signal of the caller's may also be a limit of time. */
function isCancelled({ aborted, reason }) {
    return aborted && !(Error.isError(reason) && reason.name === 'TimeoutError');
}
function seconds({ timeoutMs }) {
    return String(Math.round(timeoutMs / 100) / 10);
}


/***/ }),

/***/ 9662:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   W: () => (/* binding */ NoAnswer)
/* harmony export */ });
/** A request got no answer. Its text is fit for a message: it names the cause and holds nothing from outside. */
class NoAnswer extends Error {
    /** Nothing of the request left this machine: there was no connection that could have carried it. */
    isUnsent;
    /** Another try fails in the same way, for example because of a certificate. */
    isLasting;
    /** A short code of ours: `timeout`, `cancelled`, `connection_lost`, `invalid_response`, `http_101`. */
    reason;
    constructor(message, { reason = 'connection_lost', isUnsent = false, isLasting = false } = {}) {
        super(message);
        this.name = 'NoAnswer';
        this.reason = reason;
        this.isUnsent = isUnsent;
        this.isLasting = isLasting;
    }
}
/** The code of a system, TLS or HTTP error, if it has one. */
function codeOf(error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
    return /^\w{1,60}$/.test(code) ? code : undefined;
}


/***/ }),

/***/ 10:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ takeProxySettings),
/* harmony export */   Bv: () => (/* binding */ routeTo),
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   w4: () => (/* binding */ hostOf)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Reads the proxy variables and takes them out of the environment, so that nothing else reads them in another way.
 * As for curl, lower case comes before upper case; `ALL_PROXY` is not read.
 */
function takeProxySettings(env) {
    const https = take(env, 'https_proxy');
    const http = take(env, 'http_proxy');
    return { https, http, noProxy: take(env, 'no_proxy')?.value ?? '' };
}
function take(env, lower) {
    const variables = [lower, lower.toUpperCase()].map((name) => ({ name, value: env[name]?.trim() ?? '' }));
    for (const { name } of variables)
        delete env[name];
    return variables.find(({ value }) => value !== '');
}
/**
 * Finds the way to a URL. A loopback address is always reached directly: a proxy's own loopback is another machine's.
 *
 * @see https://everything.curl.dev/usingcurl/proxies/env.html
 */
function routeTo(url, settings) {
    const variable = url.protocol === 'https:' ? settings.https : settings.http;
    if (variable === undefined || isLoopback(url) || isExempt(url, settings.noProxy)) {
        return { kind: 'direct' };
    }
    const proxy = parseProxy(variable.value);
    return 'problem' in proxy
        ? { kind: 'unusable', problem: `${variable.name} cannot be used for ${hostOf(url)}: ${proxy.problem}.` }
        : { kind: 'proxy', ...proxy };
}
function parseProxy(value) {
    // Without a scheme, `localhost:3128` would be a URL whose scheme is "localhost".
    const text = value.includes('://') ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.hostname === '' || !['', '/'].includes(url.pathname) || url.search || url.hash) {
        const hint = 'Special characters of a user name or password must be percent-encoded';
        return { problem: `expected a URL such as http://proxy.example.com:3128. ${hint}` };
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        const scheme = /^[a-z0-9]{1,10}:$/.test(url.protocol) ? `"${url.protocol.slice(0, -1)}"` : 'another one';
        return { problem: `expected the scheme http or https, got ${scheme}` };
    }
    const credentials = decode(url);
    if (credentials === undefined) {
        return {
            problem: 'its user name or password has a % that does not start an escape (write %25 for a percent sign)',
        };
    }
    const authorization = credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
    return { url: new URL(`${url.protocol}//${url.host}/`), authorization };
}
function decode({ username, password }) {
    try {
        return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    }
    catch {
        return undefined;
    }
}
/** The host name of a URL as sockets and certificates know it: an IPv6 address without its brackets. */
function hostOf({ hostname }) {
    return hostname.replace(/^\[(.*)\]$/, '$1');
}
/** The port of a URL, also when it is the scheme's own. */
function portOf({ port, protocol }) {
    return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
function isLoopback(url) {
    const host = hostOf(url);
    return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
function isExempt(url, noProxy) {
    return noProxy.split(/[\s,]+/).some((entry) => entry !== '' && matches(url, entry.toLowerCase()));
}
/** An entry is `*`, a name that also covers its subdomains, an address, or a range of addresses; a port may follow. */
function matches(url, entry) {
    if (entry === '*') {
        return true;
    }
    const [, bracketed, plain = '', port] = /^(?:\[([^\]]*)\]|([^[\]]*?))(?::(\d+))?$/.exec(entry) ?? [];
    const isAddress = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) !== 0;
    if (!isAddress && port !== undefined && Number(port) !== portOf(url)) {
        return false;
    }
    const pattern = isAddress ? entry : (bracketed ?? plain);
    const host = hostOf(url).replace(/\.$/, '');
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0) {
        return isInRange(host, pattern);
    }
    const name = pattern.replace(/^\*?\./, '').replace(/\.$/, '');
    return name !== '' && (host === name || host.endsWith(`.${name}`));
}
/** @param range - an address, or a network such as `10.0.0.0/8` */
function isInRange(address, range) {
    const [network = '', bits] = range.split('/');
    const version = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network);
    const most = version === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (version === 0 || version !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) || !(prefix <= most)) {
        return false;
    }
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    const family = version === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(network, prefix, family);
    return list.check(address, family);
}


/***/ }),

/***/ 2364:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c8: () => (/* binding */ emailKey),
  DT: () => (/* binding */ isSameEmail),
  wj: () => (/* binding */ parseEmail),
  Mv: () => (/* binding */ parseEmailList)
});

;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = require("node:url");
// EXTERNAL MODULE: ./build/people/list-input.js
var list_input = __nccwpck_require__(6414);
// EXTERNAL MODULE: ./build/people/user-id.js
var user_id = __nccwpck_require__(8492);
// EXTERNAL MODULE: ./build/people/wording.js
var wording = __nccwpck_require__(2519);
;// CONCATENATED MODULE: ./build/people/email.js




const EXPECTED = 'expected an e-mail address such as jo@example.com';
const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
/** Dot-separated atoms; a leading ' is left out since it is a quote more often than a part of the name. */
const LOCAL = /^(?!')[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;
/** An address as Slack copies it; a label that differs from the address makes plain nothing, so it is refused. */
const PASTED = /^(?:<mailto:([^<>|]*)(?:\|\1)?>|mailto:([^<>|]*))$/i;
function isEmail(text) {
    const at = text.indexOf('@');
    return (text.length <= MAX_LENGTH &&
        at > 0 &&
        at <= MAX_LOCAL_LENGTH &&
        LOCAL.test(text.slice(0, at)) &&
        DOMAIN.test(text.slice(at + 1)));
}
/**
 * Gives the form under which two spellings of an address are the same one: in NFC, the domain in punycode, whatever
 * the case.
 */
function emailKey(email) {
    const text = email.normalize('NFC').toLowerCase();
    const at = text.lastIndexOf('@');
    // A domain that has no ASCII form stays as it is, so that it equals itself only.
    return /\P{ASCII}/u.test(text.slice(at + 1)) ? text.slice(0, at + 1) + toAsciiDomain(text.slice(at + 1)) : text;
}
function toAsciiDomain(domain) {
    return (0,external_node_url_namespaceObject.domainToASCII)(domain) || domain;
}
/** Returns whether two texts are the same address, however it is spelled. */
function isSameEmail(one, other) {
    return emailKey(one) === emailKey(other);
}
/** Reads one e-mail address; the problem never holds any part of it. */
function parseEmail(text) {
    if (text.length > wording/* MAX_VALUE_LENGTH */.CU)
        return { ok: false, problem: `${EXPECTED}, got ${(0,wording/* describeText */.ld)(text)}` };
    const email = (0,user_id/* trimBlanks */.I6)(text);
    if (isEmail(email))
        return { ok: true, email };
    const hint = hintFor(email);
    return { ok: false, problem: `${EXPECTED}, got ${(0,wording/* describeText */.ld)(email)}${hint === undefined ? '' : `: ${hint}`}` };
}
/**
 * Reads the e-mail addresses of a list input, also in the pasted forms `mailto:\u2026`, `<mailto:\u2026>` and `<mailto:\u2026|\u2026>`.
 *
 * @param input - name of the input as in `action.yml`
 */
function parseEmailList(text, input) {
    const { items, problems } = (0,list_input/* parseList */.E)(text, {
        input,
        noun: 'e-mail addresses',
        item: /[^\s,]+/g,
        parse: (item) => {
            const pasted = item.length > wording/* MAX_VALUE_LENGTH */.CU ? null : PASTED.exec((0,user_id/* trimBlanks */.I6)(item));
            const parsed = parseEmail(pasted?.[1] ?? pasted?.[2] ?? item);
            return parsed.ok ? { ok: true, value: parsed.email } : parsed;
        },
    });
    return { mentions: items.map(({ value, source }) => ({ email: value, source })), problems };
}
const REFERENCES = [
    [/^<?mailto:[^,;\s]*$/i, 'remove "mailto:" and anything that is not the address itself'],
    [
        /\S@\S+[\s,;]+\S+@\S/,
        'that is more than one address; in a list, separate them with commas; in a roster, give each its own entry',
    ],
    [/<[^<>\s]+@[^<>\s]+>/, 'give only the address between < and >'],
    [/@.*@/s, 'an address has only one @'],
    [/^["'].*["']$|^["']/s, 'remove the quotes inside the value'],
    [/\s/, 'an address contains no spaces'],
    [/[,;.]$/, 'remove the character after the address'],
    [/@[^.]*$/, 'the part after the @ has no dot'],
    [/@.*\P{ASCII}/su, 'write the domain in its ASCII form, which starts with xn--'],
    [/\P{ASCII}.*@/su, 'only ASCII characters are taken before the @; give the user ID instead'],
];
function hintFor(text) {
    if ((0,user_id/* parseUserId */.Kl)(text).ok)
        return 'a user ID belongs in "user-ids" ("user_id" in a roster)';
    const odd = (0,wording/* describeOddCharacter */.EB)(text);
    if (odd !== undefined)
        return odd;
    const at = text.indexOf('@');
    if (at === -1)
        return undefined;
    const isOne = at === text.lastIndexOf('@');
    if (isOne && text.length > MAX_LENGTH)
        return `an address has at most ${MAX_LENGTH} characters`;
    if (isOne && at > MAX_LOCAL_LENGTH)
        return `at most ${MAX_LOCAL_LENGTH} characters may come before the @`;
    return REFERENCES.find(([form]) => form.test(text))?.[1];
}


/***/ }),

/***/ 6414:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseList)
/* harmony export */ });
/** Reads a list input, separated by commas, whitespace or newlines, or one JSON array of strings. */
function parseList(text, format) {
    const { input, noun } = format;
    const found = text.trim().startsWith('[') ? parseJsonArray(text) : (text.match(format.item) ?? []);
    if (found === undefined) {
        const message = `"${input}": expected ${noun} separated by commas, whitespace or newlines, or one JSON array of strings, got text that starts with [ but is not a JSON array`;
        return { items: [], problems: [{ message }] };
    }
    const items = [];
    const problems = [];
    for (const [index, item] of found.entries()) {
        const parsed = typeof item === 'string' ? format.parse(item) : { ok: false, problem: notAString(item, noun) };
        if (parsed.ok)
            items.push({ value: parsed.value, source: `${input}[${index}]` });
        else
            problems.push({ message: `"${input}", item ${index + 1}: ${parsed.problem}` });
    }
    return { items, problems };
}
function parseJsonArray(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function notAString(item, noun) {
    const kind = item === null ? 'null' : Array.isArray(item) ? 'an array' : `a JSON ${typeof item}`;
    return `expected ${noun} as JSON strings, got ${kind}`;
}


/***/ }),

/***/ 5134:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ mergeMentions),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var _email_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2364);

/** What makes two mentions the same person: the user ID, else the e-mail address whatever its spelling. */
function identityOf({ userId, email }) {
    return userId ?? (email === undefined ? '' : (0,_email_js__WEBPACK_IMPORTED_MODULE_0__/* .emailKey */ .c8)(email));
}
/** Makes one of two mentions of the same person: where the first was requested, due as soon as either is. */
function mergeMentions(first, second) {
    const { effectiveMs: firstMs, ...rest } = first;
    const ticket = first.ticket ?? second.ticket;
    const effectiveMs = earliest(firstMs, second.effectiveMs);
    return {
        ...rest,
        ...(effectiveMs === undefined ? {} : { effectiveMs }),
        ...(ticket === undefined ? {} : { ticket }),
    };
}
/** An absent moment means at once, so it is the earliest of all. */
function earliest(a, b) {
    return a === undefined || b === undefined ? undefined : Math.min(a, b);
}


/***/ }),

/***/ 1512:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   X8: () => (/* binding */ describeProtection),
/* harmony export */   pK: () => (/* binding */ tooManyPeople),
/* harmony export */   uA: () => (/* binding */ placeInRoster)
/* harmony export */ });
/* harmony import */ var _person_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5134);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2519);


/**
 * Makes one person of all mentions of the same person and decides who is sent. A person mentioned twice is due
 * as soon as one of the mentions is.
 *
 * @param nowMs - dates up to this moment are due
 */
function makePlan(mentions, { nowMs, protectedUserIds }) {
    const byIdentity = new Map();
    const warnings = [];
    for (const mention of mentions) {
        const identity = (0,_person_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .c)(mention);
        const first = byIdentity.get(identity);
        byIdentity.set(identity, first === undefined ? mention : (0,_person_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeMentions */ .G)(first, mention));
        const place = first === undefined ? undefined : placeInRoster(mention);
        if (first !== undefined && place !== undefined && placeInRoster(first) !== undefined) {
            warnings.push({ message: `${mention.source}: the same person as in ${first.source}`, ...place });
        }
    }
    const people = [...byIdentity.values()].map((mention) => {
        const hold = holdOf(mention, { nowMs, protectedUserIds });
        return hold === undefined ? mention : { ...mention, hold };
    });
    return { people, due: people.filter((person) => person.hold === undefined), warnings };
}
function holdOf({ userId, effectiveMs }, { nowMs, protectedUserIds }) {
    if (effectiveMs !== undefined && effectiveMs > nowMs) {
        return 'not_due';
    }
    return userId !== undefined && protectedUserIds.has(userId) ? 'protected_user' : undefined;
}
/** The place of a mention in a roster file, if it came from one. */
function placeInRoster({ source }) {
    const [, file, line] = /^(.+):(\d+)$/.exec(source) ?? [];
    return file === undefined ? undefined : { file, line: Number(line) };
}
/** Says why a run is refused as a whole for its size. */
function tooManyPeople(people, maxUsers) {
    return {
        message: `"max-users" is ${maxUsers}, but ${people} distinct people would be sent. ` +
            'If that many are intended, raise "max-users" (at most 1000000).',
    };
}
/** Says how many user IDs are protected, and how far that goes. */
function describeProtection(count, knowsBothIds) {
    const limit = knowsBothIds || count === 0 ? '' : '; without "check-accounts", an ID given directly is compared as it is';
    return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count, 'user ID')} protected${limit}.`;
}


/***/ }),

/***/ 92:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** Thrown when the input was refused: carries every problem found; nothing was sent to Slack. */
class InputError extends Error {
    problems;
    constructor(problems) {
        super(problems.map((problem) => problem.message).join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ trimBlanks),
/* harmony export */   Kl: () => (/* binding */ parseUserId),
/* harmony export */   _H: () => (/* binding */ parseUserIdList)
/* harmony export */ });
/* harmony import */ var _list_input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6414);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2519);


const EXPECTED = 'expected a user ID (U\u2026 or W\u2026)';
const NEIGHBOURS = new Map([
    ['A', 'an app ID (A\u2026)'],
    ['B', 'a bot ID (B\u2026)'],
    ['C', 'a channel ID (C\u2026)'],
    ['D', 'the ID of a direct message (D\u2026)'],
    ['E', 'an Enterprise organization ID (E\u2026)'],
    ['G', 'the ID of a private channel (G\u2026)'],
    ['S', 'a user group ID (S\u2026)'],
    ['T', 'a workspace ID (T\u2026)'],
]);
/** A mention as Slack copies it; the name may hold spaces and commas. */
const MENTION = /^<@([^<>|]*)(?:\|[^<>]*)?>$/;
function isUserId(text) {
    return /^[UW][A-Z0-9]{2,31}$/.test(text) && !_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .RESERVED_WORDS */ .xJ.has(text);
}
/** Reads one user ID, bare or in one of the pasted forms `<@U\u2026>` and `<@U\u2026|name>`. */
function parseUserId(text) {
    if (text.length > _wording_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_VALUE_LENGTH */ .CU)
        return { ok: false, problem: `${EXPECTED}, got ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .describeText */ .ld)(text)}` };
    const bare = trimBlanks(text);
    const id = trimBlanks(MENTION.exec(bare)?.[1] ?? bare);
    if (isUserId(id))
        return { ok: true, userId: id };
    const hint = hintFor(id);
    return { ok: false, problem: `${EXPECTED}, got ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .describeText */ .ld)(id)}${hint === undefined ? '' : `: ${hint}`}` };
}
/** Takes away the whitespace that people see; an invisible character stays, since it hides elsewhere too. */
function trimBlanks(text) {
    return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
/**
 * Reads the user IDs of a list input.
 *
 * @param input - name of the input as in `action.yml`
 */
function parseUserIdList(text, input) {
    const { items, problems } = (0,_list_input_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E)(text, {
        input,
        noun: 'user IDs',
        item: /<@[^<>\n]*>|[^\s,]+/g,
        parse: (item) => {
            const parsed = parseUserId(item);
            return parsed.ok ? { ok: true, value: parsed.userId } : parsed;
        },
    });
    return { mentions: items.map(({ value, source }) => ({ userId: value, source })), problems };
}
const REFERENCES = [
    [/^<!subteam\^/, 'that is a user group'],
    [/^<#/, 'that is a channel'],
    [/^https?:\/\/[^/]+\/team\/[UW]/i, 'that is a link to a profile; give only the ID at the end of it'],
    [/^@/, 'an @name is not an ID; in Slack, open the profile and choose "Copy member ID"'],
    [/@/, 'an e-mail address belongs in "emails" ("email" in a roster)'],
    [/^USLACK(?:BOT|USER|SECURITY)$/, "that is one of Slack's own accounts"],
    [/^[UW][A-Z0-9]{2,31}#/, 'a space is missing before "#"'],
    [/^["'`].|.["'`]$/s, 'remove the quotes inside the value'],
    [/^U$|^W$|^[UW][A-Z0-9]$/, 'that is too short'],
    [/^[UW][A-Z0-9]{32,}$/, 'that is too long; a user ID has at most 32 characters'],
    [/^(?=\D*\d)(?=.*[a-z])[UWuw][A-Za-z0-9]{2,31}$/, 'user IDs are in upper case; lower case is not repaired'],
];
function hintFor(text) {
    const odd = (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .describeOddCharacter */ .EB)(text);
    if (odd !== undefined)
        return odd;
    if (_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .RESERVED_WORDS */ .xJ.has(text) && !text.startsWith('USLACK'))
        return 'that is a column header';
    if (isSeveral(text))
        return 'that is more than one ID; in a list, separate them with commas; in a roster, give each its own entry';
    const reference = REFERENCES.find(([form]) => form.test(text))?.[1];
    if (reference !== undefined)
        return reference;
    // A hint says something about the value, so it is given only where the value itself may be quoted.
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .isQuotable */ .ym)(text) ? neighbourHint(text) : lookalikeHint(text);
}
function isSeveral(text) {
    const parts = text.split(/[\s,;/|+&]+|-(?=[UW])/).filter((part) => part !== '' && part !== '-');
    return parts.length > 1 && parts.every((part) => /^[UW](?=\D*\d)[A-Z0-9]{2,31}$/.test(part));
}
function neighbourHint(text) {
    const neighbour = NEIGHBOURS.get(text.charAt(0));
    return neighbour === undefined ? undefined : `that is ${neighbour}`;
}
/** A letter of another script, in what is an ID otherwise. */
function lookalikeHint(text) {
    if (!/^(?=\D*\d)[^\s@]{9,12}$/.test(text) || !/^[A-Z0-9\P{ASCII}]+$/u.test(text))
        return undefined;
    const index = text.search(/\P{ASCII}/u);
    if (index === -1)
        return undefined;
    return `a character that only looks like the right one (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .toCodePoint */ .XX)(text, index)}) at position ${index + 1}; type the ID again`;
}


/***/ }),

/***/ 2519:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CU: () => (/* binding */ MAX_VALUE_LENGTH),
/* harmony export */   EB: () => (/* binding */ describeOddCharacter),
/* harmony export */   EV: () => (/* binding */ formatPeopleCount),
/* harmony export */   XX: () => (/* binding */ toCodePoint),
/* harmony export */   ld: () => (/* binding */ describeText),
/* harmony export */   wy: () => (/* binding */ maskPath),
/* harmony export */   xJ: () => (/* binding */ RESERVED_WORDS),
/* harmony export */   ym: () => (/* binding */ isQuotable)
/* harmony export */ });
/** Words that look like user IDs but never are one: Slack's own accounts, and column headers of a pasted table. */
const RESERVED_WORDS = new Set([
    'USLACKBOT',
    'USLACKUSER',
    'USLACKSECURITY',
    'USER',
    'USERS',
    'USERID',
    'USERIDS',
    'UID',
    'UUID',
    'USERNAME',
    'USERNAMES',
]);
/** No accepted value comes near this length; a longer one is not looked at any further. */
const MAX_VALUE_LENGTH = 1000;
/** Characters that a reader cannot see: controls, marks, fillers, and all blanks but the usual one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
const TYPOGRAPHIC_QUOTE = /[\u00ab\u00bb\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\uff02\uff07]/u;
const TYPOGRAPHIC_DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
/**
 * Returns whether a refused value may be quoted in a message: only what looks like a Slack ID, and words known in
 * advance. Names, logins, addresses and numbers of persons may not.
 */
function isQuotable(text) {
    return RESERVED_WORDS.has(text) || /^(?=\D*\d)[ABCDEGSTUW][A-Z0-9]{8,11}$/.test(text);
}
/** Describes a refused value in one line, quoting it only when it cannot be personal data or a secret. */
function describeText(text) {
    if (isQuotable(text))
        return `"${text}"`;
    if (text.length === 0)
        return 'empty text';
    if (text.length > MAX_VALUE_LENGTH)
        return `a value of more than ${MAX_VALUE_LENGTH} characters`;
    const length = `a value of ${formatCount([...text].length, 'character')}`;
    return text.includes('@') ? `${length} with an @` : length;
}
/** Names the first character that a reader takes for another one, or cannot see, with its place; none: undefined. */
function describeOddCharacter(text) {
    return (namePlace(text, /[\n\r]/, 'a line break', 'write the value on one line') ??
        namePlace(text, INVISIBLE, 'an invisible character', 'type the value again') ??
        namePlace(text, TYPOGRAPHIC_QUOTE, 'a typographic quote', 'use straight quotes (") or none') ??
        namePlace(text, TYPOGRAPHIC_DASH, 'a typographic dash', 'use a hyphen (-)'));
}
function namePlace(text, characters, kind, advice) {
    const index = text.search(characters);
    if (index === -1)
        return undefined;
    return `${kind} (${toCodePoint(text, index)}) at position ${[...text.slice(0, index)].length + 1}; ${advice}`;
}
/** The character at an index as Unicode writes it: `U+200B`. */
function toCodePoint(text, index = 0) {
    return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
/** A path as it may be shown: each part with an `@` is masked, since it may be an address. */
function maskPath(path) {
    return path.includes('@') || path.includes('\uff20') ? path.replace(/[^/\\]*[@\uff20][^/\\]*/g, '***') : path;
}
/** `1 call`, `2 calls`. */
function formatCount(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** `1 person`, `2 people`. */
function formatPeopleCount(count) {
    return count === 1 ? '1 person' : `${count} people`;
}


/***/ }),

/***/ 6495:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ forgetEmptyLooks),
/* harmony export */   YC: () => (/* binding */ hasId),
/* harmony export */   q0: () => (/* binding */ toEntry),
/* harmony export */   xq: () => (/* binding */ mergeEntries)
/* harmony export */ });
/* harmony import */ var _people_person_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5134);

/** The entry of a person before anything is known. */
function toEntry(person) {
    return {
        person,
        userId: person.userId,
        userIds: new Set(person.userId === undefined ? [] : [person.userId]),
        end: undefined,
        possibleEffect: undefined,
        isSending: false,
        wasSent: false,
        calls: 0,
        requestId: null,
        atMs: null,
        queued: undefined,
        account: null,
        accountNote: undefined,
        isKnownId: false,
        before: undefined,
        foundSignedIn: false,
        lookFailed: false,
        verification: undefined,
        unverified: undefined,
    };
}
/** Whether an ID belongs to a person. */
function hasId({ userIds }, id) {
    const ids = userIds;
    return ids.has(id);
}
/**
 * Makes one person of two that turn out to be the same: the source of the first, and the results of both. An
 * acceptance outranks any other end, and one under the ID to use outranks one under the other.
 */
function mergeEntries(first, second, userId) {
    first.person = (0,_people_person_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeMentions */ .G)(first.person, second.person);
    first.calls += second.calls;
    first.possibleEffect ??= second.possibleEffect;
    first.isSending ||= second.isSending;
    first.wasSent ||= second.wasSent;
    first.account ??= second.account;
    first.accountNote ??= second.accountNote;
    first.isKnownId ||= second.isKnownId && second.userId === userId;
    first.foundSignedIn ||= second.foundSignedIn;
    first.lookFailed &&= second.lookFailed;
    first.before = mergeSeen(first.before, second.before);
    // A session under either ID is the person's; no session under one of them says nothing about the other.
    first.verification = [first.verification, second.verification].find((one) => one?.kind === 'left');
    first.unverified = undefined;
    const isBetter = second.queued !== undefined && (first.queued === undefined || second.queued.userId === userId);
    if (isBetter || first.end === undefined) {
        first.end = second.end ?? first.end;
        first.queued = second.queued;
        first.requestId = second.requestId ?? first.requestId;
        first.atMs = second.atMs ?? first.atMs;
    }
    for (const id of second.userIds) {
        first.userIds.add(id);
    }
}
/** Looks without a session say nothing about an ID that was not known then. */
function forgetEmptyLooks(entry) {
    if (entry.before?.sessionIds.length === 0) {
        entry.before = undefined;
    }
    if (entry.verification?.kind !== 'left') {
        entry.verification = undefined;
    }
}
function mergeSeen(first, second) {
    if (first === undefined || second === undefined) {
        // One ID was looked at, and the other was not.
        const known = first ?? second;
        return known === undefined || known.sessionIds.length === 0 ? undefined : { ...known, isComplete: false };
    }
    const sessionIds = [...new Set([...first.sessionIds, ...second.sessionIds])];
    return { ...first, sessionIds, isComplete: first.isComplete && second.isComplete };
}


/***/ }),

/***/ 3359:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ns: () => (/* binding */ beforeReset),
  fc: () => (/* binding */ callSlack),
  zo: () => (/* binding */ isLongDue),
  P8: () => (/* binding */ lacksScope),
  NC: () => (/* binding */ missingScope),
  vN: () => (/* binding */ needsOwner)
});

// EXTERNAL MODULE: ./build/calls/call-context.js
var call_context = __nccwpck_require__(6683);
// EXTERNAL MODULE: ./build/calls/retry.js
var retry = __nccwpck_require__(1123);
// EXTERNAL MODULE: ./build/slack/error-codes.js
var error_codes = __nccwpck_require__(5501);
;// CONCATENATED MODULE: ./build/slack/call.js


/** Makes a call to Slack and, after transient failures and rate limits, makes it again, within the bounds of the run. */
async function callWithRetry(call, context) {
    const trail = { calls: 0, possibleEffect: undefined, seenError: undefined, requestId: undefined };
    const end = await (0,retry/* retryCall */.Xz)({ ...call, send: (limits) => attempt(call, limits), retryabilityOf, describe }, context, (reply) => {
        trail.calls += 1;
        trail.possibleEffect = possibleEffectOf(reply) ?? trail.possibleEffect;
        trail.seenError = seenErrorOf(reply) ?? trail.seenError;
        trail.requestId = reply.requestId;
        call.onReply?.(reply);
    });
    const isUnanswered = end.reply?.kind === 'unreachable' || end.reply?.kind === 'unclear';
    if (end.kind !== 'interrupted' && isUnanswered) {
        context.log.info(`${call.label}: ${describe(end.reply)}`);
    }
    const { calls, possibleEffect, requestId } = trail;
    const ended = end.kind === 'interrupted' ? { kind: end.kind, by: end.by } : endOf(end.reply, trail);
    const notBeforeMs = end.kind === 'interrupted' ? end.notBeforeMs : undefined;
    return { end: ended, calls, possibleEffect, requestId, notBeforeMs, atMs: context.clock.now() };
}
/** A bug of our own while people are on their way to Slack must not lose them. */
async function attempt(call, limits) {
    try {
        return await call.send(limits);
    }
    catch (error) {
        return { kind: 'unclear', reason: 'unexpected_error', detail: error instanceof Error ? error.name : 'an error' };
    }
}
/** How a reply that is not followed by another attempt ends the call. */
function endOf(reply, trail) {
    if (reply.kind === 'accepted') {
        return { kind: 'accepted', reply };
    }
    if (reply.kind === 'refused' && ((0,error_codes/* classOf */.Kl)(reply.code) !== 'transient' || (0,error_codes/* isPerUserCode */.y3)(reply.code))) {
        return { kind: 'refused', reply };
    }
    return { kind: 'exhausted', error: trail.seenError };
}
function retryabilityOf(reply) {
    const { retryAfterSeconds } = reply;
    switch (reply.kind) {
        case 'accepted':
            return { kind: 'final' };
        case 'rate-limited':
            return { kind: 'rate-limited', retryAfterSeconds };
        case 'refused':
            return { kind: (0,error_codes/* classOf */.Kl)(reply.code) === 'transient' ? 'transient' : 'final', retryAfterSeconds };
        case 'unreachable':
            return { kind: reply.isLasting === true ? 'final' : 'transient', retryAfterSeconds };
        case 'unclear':
            return { kind: 'transient', retryAfterSeconds };
    }
}
function possibleEffectOf(reply) {
    if (reply.kind === 'unclear') {
        return reply.reason;
    }
    // An `ok` that comes with an error leaves everything open.
    const isOpen = reply.kind === 'refused' && ((0,error_codes/* leavesEffectOpen */.Kw)(reply.code) || reply.body['ok'] === true);
    return isOpen ? reply.code : undefined;
}
function seenErrorOf(reply) {
    switch (reply.kind) {
        case 'refused':
            return reply.code;
        case 'unclear':
            return reply.reason;
        case 'rate-limited':
            return 'ratelimited';
        default:
            return undefined;
    }
}
/** Words for a reply in the log: codes and figures only. */
function describe(reply) {
    const requestId = reply.requestId === undefined ? '' : ` (request ${reply.requestId})`;
    switch (reply.kind) {
        case 'accepted':
            return `accepted${requestId}`;
        case 'rate-limited':
            return `rate limited by Slack${requestId}`;
        case 'refused':
            return `Slack answered ${reply.code}${requestId}`;
        case 'unreachable':
            return `Slack could not be reached: ${reply.detail}`;
        case 'unclear':
            return `no clear answer: ${reply.detail}${requestId}`;
    }
}

;// CONCATENATED MODULE: ./build/reset/run.js


const DAY_MS = 24 * 60 * 60 * 1000;
/** Whether a person has been due long enough to be looked at before the reset. */
function isLongDue({ person }, { options, startedMs }) {
    const { lookFirstAfterDays: days } = options;
    const dueForMs = person.effectiveMs === undefined ? 0 : startedMs - person.effectiveMs;
    return days !== undefined && dueForMs >= days * DAY_MS;
}
/** Whether a step of the run needs to know whose token it is. */
function needsOwner({ checkAccounts, orgId, verify, lookFirstAfterDays }) {
    return checkAccounts || orgId !== undefined || verify || lookFirstAfterDays !== undefined;
}
/** A larger difference affects who is due, and is worth a warning, in ms. */
const MAX_CLOCK_SKEW_MS = 120_000;
/** Makes a call to Slack within the bounds of `context`, and records what its answers say about the run. */
async function callSlack(call, run, context = run.context) {
    const { heldUntilMs } = run.ledger;
    const notBeforeMs = heldUntilMs.get(call.method);
    const result = await callWithRetry({ ...call, notBeforeMs, onReply: (reply) => noteReply(reply, run) }, context);
    if (result.notBeforeMs !== undefined) {
        heldUntilMs.set(call.method, result.notBeforeMs);
    }
    return result;
}
function noteReply({ warnings = [], dateMs, scopes }, { ledger, context, warn }) {
    ledger.calls += 1;
    for (const warning of warnings) {
        if (!ledger.warnings.has(warning)) {
            ledger.warnings.add(warning);
            context.log.info(`Slack warns: ${warning}`);
        }
    }
    if (ledger.token !== undefined && ledger.token.scopes === undefined && scopes !== undefined) {
        ledger.token = { ...ledger.token, scopes };
    }
    if (dateMs !== undefined && ledger.clockSkewMs === undefined) {
        ledger.clockSkewMs = dateMs - context.clock.now();
        const minutes = Math.round(Math.abs(ledger.clockSkewMs) / 60_000);
        if (Math.abs(ledger.clockSkewMs) > MAX_CLOCK_SKEW_MS) {
            warn(`The runner's clock is ${minutes} minutes ${ledger.clockSkewMs > 0 ? 'behind' : 'ahead of'} Slack's: ` +
                'check it, since it decides who is due.');
        }
    }
}
/** Whether Slack listed the token's scopes, and `scope` is not among them. */
function lacksScope(token, scope) {
    return token?.scopes !== undefined && !token.scopes.includes(scope);
}
/** The message about a scope that the token lacks, and what cannot be done without it. */
function missingScope(what, scope) {
    return `"token" lacks the scope ${scope}, so ${what}: add it to the app's user token scopes.`;
}
/** Signing people out comes first: everything before the reset ends when this share of the run's time is used. */
const SHARE_BEFORE_RESET = 0.5;
/** The context of the steps before the reset. */
function beforeReset({ context }) {
    const { startMs, deadlineMs } = context.bounds;
    return (0,call_context/* withDeadline */.NE)(context, startMs + (deadlineMs - startMs) * SHARE_BEFORE_RESET);
}


/***/ }),

/***/ 1562:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ERROR_CODES)
/* harmony export */ });
/**
 * Every error code that Slack documents for `admin.users.session.resetBulk` (41), and `users_not_found` of
 * `users.lookupByEmail`.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.session.resetBulk
 */
const ERROR_CODES = new Map([
    [
        'failed_for_some_users',
        {
            class: 'per-user',
            remedy: 'Check the type and role of each person listed in the report, then run again for those people only.',
        },
    ],
    [
        'user_not_found',
        {
            class: 'per-user',
            remedy: 'Check that it is an Enterprise user ID of this organization: not a typo, not from another organization, and not an external (Slack Connect) person.',
        },
    ],
    [
        'users_not_found',
        {
            class: 'per-user',
            remedy: 'No active member has this e-mail address, and Slack does not find deactivated members by address: give the user ID instead.',
        },
    ],
    [
        'cannot_reset_bot',
        {
            class: 'per-user',
            remedy: "Remove bots and app users from the list, and revoke or rotate the app's token instead.",
        },
    ],
    [
        'cannot_reset_primary_owner',
        { class: 'per-user', remedy: 'Remove the Primary Org Owner from the list, or transfer ownership first.' },
    ],
    [
        'session_reset_not_allowed',
        {
            class: 'per-user',
            remedy: "Slack does not allow a reset for this person, who may be the Primary Org Owner: transfer the role first, or use Slack's admin pages.",
        },
    ],
    [
        'user_session_reset_failed',
        {
            class: 'transient',
            remedy: "Slack could not start the reset: run again. If it persists for one person, use Slack's admin pages or contact Slack support.",
        },
    ],
    [
        'internal_error',
        {
            class: 'transient',
            remedy: 'A Slack-side error: run again, since repeating a reset does no harm. Give Slack support the request ID.',
        },
    ],
    [
        'fatal_error',
        {
            class: 'transient',
            remedy: 'A Slack-side error: run again, since repeating a reset does no harm. Give Slack support the request ID.',
        },
    ],
    [
        'service_unavailable',
        { class: 'transient', remedy: 'Slack is not available: check status.slack.com, then run again.' },
    ],
    [
        'request_timeout',
        {
            class: 'transient',
            remedy: 'Slack did not receive a complete request: check the proxy between the runner and Slack, then run again.',
        },
    ],
    [
        'ratelimited',
        { class: 'transient', remedy: 'Slack rate-limited the calls: run again later, or raise timeout-minutes.' },
    ],
    [
        'team_added_to_org',
        { class: 'migration', remedy: 'The workspace is being moved into the organization: run again in a few hours.' },
    ],
    [
        'org_login_required',
        { class: 'migration', remedy: 'The workspace is being moved into the organization: run again in a few hours.' },
    ],
    [
        'not_authed',
        {
            class: 'token',
            remedy: 'The token is empty or was not passed: check the name of the secret. A pull request from a fork gets no secrets.',
        },
    ],
    [
        'invalid_auth',
        {
            class: 'token',
            remedy: "The token is wrong or belongs to another organization, the host is wrong (for GovSlack, set api-url), or the runner's address is not among the app's allowed IP addresses.",
        },
    ],
    [
        'account_inactive',
        {
            class: 'token',
            remedy: "The token's owner or workspace is deactivated: reinstall the app from an active admin account.",
        },
    ],
    [
        'token_revoked',
        {
            class: 'token',
            remedy: 'The app was uninstalled or its token was revoked: reinstall the app on the organization and update the secret.',
        },
    ],
    [
        'token_expired',
        { class: 'token', remedy: 'A rotating token lives 12 hours: refresh it in the job, or turn token rotation off.' },
    ],
    [
        'not_allowed_token_type',
        {
            class: 'token',
            remedy: 'The input token must be an organization-level user token (xoxp-), not a bot or app-level token.',
        },
    ],
    [
        'is_bot',
        { class: 'token', remedy: 'The input token must be an organization-level user token (xoxp-), not a bot token.' },
    ],
    [
        'missing_scope',
        {
            class: 'permission',
            remedy: "Add the missing scope to the app's user token scopes, then reinstall the app on the whole organization.",
        },
    ],
    [
        'not_an_admin',
        {
            class: 'permission',
            remedy: "The token's owner must be an org owner or org admin: check whether the role was removed.",
        },
    ],
    [
        'no_permission',
        { class: 'permission', remedy: 'This token belongs to one workspace: install the app on the whole organization.' },
    ],
    [
        'access_denied',
        { class: 'permission', remedy: "Check the role of the token's owner and the organization's app policy." },
    ],
    [
        'restricted_action',
        {
            class: 'permission',
            remedy: "An organization policy or the role of the token's owner forbids this: try as an org owner.",
        },
    ],
    [
        'team_access_not_granted',
        {
            class: 'permission',
            remedy: 'The organization-wide installation does not include that workspace: grant the app access to it.',
        },
    ],
    [
        'ekm_access_denied',
        { class: 'permission', remedy: 'The administrators of Enterprise Key Management have suspended access: ask them.' },
    ],
    [
        'accesslimited',
        {
            class: 'network',
            remedy: "The runner's network is blocked: use a self-hosted runner, or one with a fixed address.",
        },
    ],
    [
        'two_factor_setup_required',
        { class: 'permission', remedy: "The token's owner must finish setting up two-factor authentication." },
    ],
    [
        'feature_not_enabled',
        { class: 'plan', remedy: "This needs Slack's Enterprise plan: check that this is the right organization." },
    ],
    [
        'enterprise_is_restricted',
        {
            class: 'plan',
            remedy: 'The kind of token and the method do not match: check that the app is installed on the organization, or ask Slack.',
        },
    ],
    ['unknown_method', { class: 'request', remedy: 'The method does not exist at this address: check api-url.' }],
    ['method_deprecated', { class: 'request', remedy: 'Slack has retired the method: update this Action.' }],
    ['deprecated_endpoint', { class: 'request', remedy: 'Slack has retired the method: update this Action.' }],
    [
        'invalid_arguments',
        {
            class: 'request',
            remedy: "Slack rejected the request: check the user IDs against Slack's message. If they are right, report a bug.",
        },
    ],
    ['invalid_arg_name', { class: 'request', remedy: 'A bug in this Action: please report it.' }],
    ['invalid_array_arg', { class: 'request', remedy: 'A bug in this Action: please report it.' }],
    [
        'invalid_charset',
        {
            class: 'request',
            remedy: 'A bug in this Action, or a proxy that rewrites headers: check the proxy, then report it.',
        },
    ],
    [
        'invalid_form_data',
        {
            class: 'request',
            remedy: 'A bug in this Action, or a proxy that rewrites requests: check the proxy, then report it.',
        },
    ],
    [
        'invalid_post_type',
        {
            class: 'request',
            remedy: 'A bug in this Action, or a proxy that rewrites headers: check the proxy, then report it.',
        },
    ],
    [
        'missing_post_type',
        {
            class: 'request',
            remedy: 'A bug in this Action, or a proxy that strips headers: check the proxy, then report it.',
        },
    ],
]);


/***/ }),

/***/ 5501:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ isAboutMethod),
/* harmony export */   Kl: () => (/* binding */ classOf),
/* harmony export */   Kw: () => (/* binding */ leavesEffectOpen),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   h7: () => (/* binding */ isNotStarted),
/* harmony export */   oz: () => (/* binding */ isDeadToken),
/* harmony export */   y3: () => (/* binding */ isPerUserCode)
/* harmony export */ });
/* harmony import */ var _error_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1562);

const UNLISTED = {
    class: 'unlisted',
    remedy: "Slack had not documented this code when this version was released: look it up in Slack's documentation, and give Slack support the request ID.",
};
/** The class of a code; a code that is not in the catalogue is `unlisted`. */
function classOf(code) {
    return (_error_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .O.get(code) ?? UNLISTED).class;
}
/** One line that says what an admin should do about one of Slack's codes. */
function remedyOf(code) {
    return (_error_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .O.get(code) ?? UNLISTED).remedy;
}
/** Returns whether a code is about single people, so that the rest of the call can still be reset. */
function isPerUserCode(code) {
    return classOf(code) === 'per-user' || PER_USER_IN_CONTEXT.has(code);
}
/** About people only under a condition: once retries are used up, or once Slack accepted a person in this run. */
const PER_USER_IN_CONTEXT = new Set(['user_session_reset_failed', 'invalid_arguments']);
/** Slack-side errors: what the call was to do may have been done. */
const POSSIBLE_EFFECT = new Set([
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
]);
/** Returns whether a refusal with this code leaves open that the call had its effect, however the call ends. */
function leavesEffectOpen(code) {
    return POSSIBLE_EFFECT.has(code);
}
/** Codes after which no call with the same token can succeed. */
const DEAD_TOKEN = new Set([
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
]);
/** Returns whether a code means that the token is dead for every method. */
function isDeadToken(code) {
    return DEAD_TOKEN.has(code);
}
const OF_METHOD = new Set(['token', 'permission', 'network', 'plan', 'migration']);
/** Returns whether a code means that the token may not use the method at all, for whichever person. */
function isAboutMethod(code) {
    return OF_METHOD.has(classOf(code)) || code === 'unknown_method' || code === 'admin_unauthorized';
}
/** Returns whether Slack says that it could not start the reset: another attempt may, and nothing has been done. */
function isNotStarted(code) {
    return code === 'user_session_reset_failed';
}


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./build/calls/call-context.js
var call_context = __nccwpck_require__(6683);
;// CONCATENATED MODULE: ./build/calls/create-context.js
/**
 * Creates the context of real calls: the system's clocks, real waits, real chance.
 *
 * @param startMs - by {@link monotonicMs}: when the time budget began
 */
function createCallContext({ timeoutMinutes, maxRetries }, { startMs, cancelled, abandoned, log }) {
    return {
        clock: {
            now: Date.now,
            monotonicMs,
            sleep,
        },
        bounds: { startMs, deadlineMs: startMs + timeoutMinutes * 60_000, maxRetries, cancelled, abandoned },
        random: Math.random,
        log,
    };
}
/** Milliseconds by the clock that only increases. Unlike `performance`, it costs a start nothing. */
function monotonicMs() {
    return Number(process.hrtime.bigint()) / 1e6;
}
async function sleep(ms, signal) {
    // Most runs never wait, so they do not load this.
    const { setTimeout } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8500, 23));
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./build/network/proxy.js
var proxy = __nccwpck_require__(10);
// EXTERNAL MODULE: ./build/people/email.js + 1 modules
var people_email = __nccwpck_require__(2364);
// EXTERNAL MODULE: ./build/people/user-id.js
var user_id = __nccwpck_require__(8492);
// EXTERNAL MODULE: ./build/slack/error-codes.js
var error_codes = __nccwpck_require__(5501);
;// CONCATENATED MODULE: ./build/inputs/api-url.js
/** Slack's Web API; GovSlack has another. */
const DEFAULT_API_URL = 'https://slack.com/api/';
/** A token pasted as a host would be sent to DNS, and shown in lower case, which no mask covers. */
const LIKE_TOKEN = /\bx(?:ox[a-z]|app)-/i;
/** Reads the base URL of the Web API. */
function parseApiUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !isPlain(url) || LIKE_TOKEN.test(text))
        return refused('text that is not a plain URL');
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
        return refused(`a URL with ${/^[a-z]{1,10}:$/.test(url.protocol) ? url.protocol : 'another scheme'}`);
    }
    const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
    // Made anew, since an empty query or fragment leaves its mark behind; in one piece, since a path that starts with
    // two slashes would be taken for a host.
    const clean = new URL(`${url.origin}${path}`);
    if (isSlackHost(url))
        return { url: clean };
    return { url: clean, warning: `${url.host} is not one of Slack's hosts, and the token is sent there.` };
}
function refused(what) {
    const problem = `expected an https URL such as ${DEFAULT_API_URL} or https://slack-gov.com/api/, without user name, query or ` +
        `fragment (http for a loopback address only), got ${what}.`;
    return { url: new URL(DEFAULT_API_URL), problem };
}
function isPlain({ username, password, search, hash }) {
    return [username, password, search, hash].every((part) => part === '');
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function isSlackHost({ hostname }) {
    return ['slack.com', 'slack-gov.com'].some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

;// CONCATENATED MODULE: ./build/inputs/names.js
/** Every input of `action.yml`, in its order. */
const INPUT_NAMES = [
    'token',
    'user-ids',
    'emails',
    'roster',
    'roster-entries',
    'look-first-after-days',
    'web-only',
    'mobile-only',
    'dry-run',
    'check-accounts',
    'org-id',
    'max-users',
    'protected-user-ids',
    'ignore-errors',
    'verify',
    'comment',
    'comment-id',
    'max-retries',
    'timeout-minutes',
    'api-url',
    'github-token',
    'report-path',
];

;// CONCATENATED MODULE: ./build/inputs/environment.js

/** So many edits make another word of a short name, and are still a slip in a long one. */
const EDITS_OF_SHORT_NAMES = 1;
const EDITS_OF_LONG_NAMES = 3;
const LONG_NAME_LETTERS = 8;
/** Named one by one; the others are counted. */
const MAX_NAMED = 5;
/**
 * Finds what is wrong with the names of inputs: GitHub passes on an input with a misspelt name, with no more than a
 * warning, and the intended one keeps its default.
 *
 * @returns one message for each problem
 */
function findNameProblems(env) {
    const absent = INPUT_NAMES.filter((name) => env[variableOf(name)] === undefined);
    return [...(absent.length === 0 ? [] : [describeAbsent(absent)]), ...findNearMisses(env)];
}
function findNearMisses(env) {
    const ours = new Set(INPUT_NAMES.map(variableOf));
    return Object.entries(env).flatMap(([variable, value = '']) => {
        if (!/^INPUT_/i.test(variable) || ours.has(variable) || value.trim() === '')
            return [];
        const written = variable.slice('INPUT_'.length).toLowerCase();
        const meant = nearest(written.replaceAll('_', '-'));
        if (meant === undefined || env[variableOf(meant)]?.trim() === value.trim())
            return [];
        // So near to a name of ours it holds at most three characters of anybody else's.
        const shown = written.replace(/[^a-z0-9_.-]/g, '?');
        return [`Expected the input "${meant}", got "${shown}", which this Action does not have: correct the name.`];
    });
}
function nearest(written) {
    const near = INPUT_NAMES.map((name) => ({ name, edits: countEdits(written, name) }))
        .filter(({ name, edits }) => edits <= allowedEdits(name))
        .toSorted((a, b) => a.edits - b.edits);
    return near[0]?.name;
}
function allowedEdits(name) {
    return name.replaceAll('-', '').length >= LONG_NAME_LETTERS ? EDITS_OF_LONG_NAMES : EDITS_OF_SHORT_NAMES;
}
/** How many letters must be put in, left out, changed, or swapped with their neighbor to make one word of another. */
function countEdits(from, to) {
    if (Math.abs(from.length - to.length) > EDITS_OF_LONG_NAMES)
        return EDITS_OF_LONG_NAMES + 1;
    let [before, last] = [[], Array.from({ length: to.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= from.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const isSame = from[i - 1] === to[j - 1];
            const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
            row[j] = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1), isSwap ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY);
        }
        [before, last] = [last, row];
    }
    return at(last, to.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}
/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs */
function describeAbsent(absent) {
    const named = absent.slice(0, MAX_NAMED).map((name) => `"${name}"`);
    const rest = absent.length - named.length;
    const hint = absent.every((name) => name.includes('-'))
        ? 'All of them have a hyphen: a shell between the runner and Node dropped them, as dash does, which is /bin/sh on Debian and Ubuntu. Start Node without a shell, or with bash.'
        : 'Something between the runner and Node dropped them, such as a wrapper script, sudo or env -i.';
    return ('Expected an environment variable INPUT_\u2026 for every input, as GitHub sets them, empty or not; ' +
        `got none for ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. ${hint}`);
}
/** The variable by which the runner passes an input on. */
function variableOf(name) {
    return `INPUT_${name.toUpperCase()}`;
}

;// CONCATENATED MODULE: ./build/inputs/network.js

/**
 * Says why a host that the run calls cannot be reached through the proxy that is set for it.
 *
 * @returns one message for each problem
 */
function findProxyProblems(hosts, proxies) {
    const problems = hosts
        .map((url) => (0,proxy/* routeTo */.Bv)(url, proxies))
        .flatMap((route) => ('problem' in route ? route.problem : []));
    return [...new Set(problems)];
}
/** GitHub's API, on github.com or a server of one's own. */
function gitHubApi(env) {
    const text = env['GITHUB_API_URL'] ?? '';
    return new URL(URL.canParse(text) ? text : 'https://api.github.com');
}
/**
 * Removes from the environment the switch that makes Node accept any certificate, so that Node does not claim that it
 * has an effect.
 *
 * @returns a warning if it was on
 */
function takeCertificateSwitch(env) {
    const isOn = env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
    delete env['NODE_TLS_REJECT_UNAUTHORIZED'];
    return isOn
        ? 'NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect: certificates are always checked. To trust your own ' +
            'certificate authority, set NODE_EXTRA_CA_CERTS to its file.'
        : undefined;
}

;// CONCATENATED MODULE: ./build/inputs/token.js
const WRONG_KINDS = [
    [/^(xoxe\.)?xoxb-/, 'a bot token (xoxb-)'],
    [/^xapp-/, 'an app-level token (xapp-)'],
    [/^xoxc-/, 'a browser session token (xoxc-)'],
    [/^xoxd-/, 'a browser cookie (xoxd-)'],
    [/^xoxe-/, 'a refresh token (xoxe-)'],
];
const WANTED = 'a user token (xoxp-\u2026) of an org admin or owner, with the scope admin.users:write';
/**
 * Says what is wrong or doubtful about a Slack token, in words that follow its name and contain none of it.
 *
 * @param isReadOnly - the token resets nobody, so one of any kind may do
 */
function checkToken(token, { isReadOnly }) {
    if (token === '') {
        const hint = "Is the secret's name right, and can this event use it? A pull request from a fork gets no secrets.";
        return { problem: `is empty: expected ${WANTED}. ${hint}` };
    }
    const wrong = isReadOnly ? undefined : WRONG_KINDS.find(([pattern]) => pattern.test(token));
    if (wrong !== undefined)
        return { problem: `holds ${wrong[1]}: expected ${WANTED}.` };
    if (!/^[\x21-\x7e]+$/.test(token)) {
        return { problem: `contains whitespace or characters that no token has: expected ${WANTED}, and nothing else.` };
    }
    return token.startsWith('xoxe.xoxp-')
        ? { warning: 'is a rotating token: it lives 12 hours, so a stored secret soon answers token_expired.' }
        : {};
}

// EXTERNAL MODULE: ./build/slack/error-catalogue.js
var error_catalogue = __nccwpck_require__(1562);
;// CONCATENATED MODULE: ./build/inputs/values.js


/** The value of an input, trimmed. */
function readText(name) {
    return getInput(name);
}
/** Reads a boolean; empty means false. */
function readBoolean(name, refuse) {
    try {
        return getInput(name) !== '' && getBooleanInput(name);
    }
    catch {
        refuse(`"${name}": expected true or false, got ${quote(getInput(name))}.`);
        return false;
    }
}
/** Reads a number; empty means the fallback. */
function readNumber(name, { min, max, includesMin = true, isWhole, fallback }, refuse) {
    const text = getInput(name);
    if (text === '')
        return fallback;
    const value = (isWhole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,9})?$/).test(text) ? Number(text) : Number.NaN;
    if (value <= max && (includesMin ? value >= min : value > min))
        return value;
    const kind = isWhole ? 'a whole number' : 'a number';
    const range = includesMin ? `from ${min} to ${max}` : `above ${min} and at most ${max}`;
    refuse(`"${name}": expected ${kind} ${range}, got ${quote(text)}.`);
    return fallback;
}
/** Reads one of several words; empty means the first. */
function readWord(name, words, refuse) {
    const text = getInput(name);
    const word = words.find((each) => each === text);
    if (word === undefined && text !== '') {
        refuse(`"${name}": expected ${words.join(' or ')}, got ${quote(text)}.`);
    }
    return word ?? words[0];
}
/** Reads a value of a certain form; empty means that there is none. */
function readForm(name, { form, expected }, refuse) {
    const text = getInput(name);
    if (text === '')
        return undefined;
    if (form.test(text))
        return text;
    refuse(`"${name}": expected ${expected}, got ${quote(text)}.`);
    return undefined;
}
/** The lines of an input that are not blank. */
function readLines(name) {
    return getInput(name)
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Words, numbers and slips in numbers, Slack IDs: too short and too plain to be a secret or about a person. */
const HARMLESS = [/^[A-Za-z_]{1,20}$/, /^[+-]?\d{1,9}([.,]\d{1,9})?$/, /^[\w+-]{1,9}$/, /^[A-Z]{1,2}\d[A-Z0-9]{1,10}$/];
const LIKE_SECRET = /^(?:gh[a-z]_|github_|xox|xapp)/i;
/** Quotes the value of an option that can hold nothing personal and nothing secret; describes any other. */
function quote(text) {
    const isHarmless = error_catalogue/* ERROR_CODES */.O.has(text) || HARMLESS.some((pattern) => pattern.test(text));
    return isHarmless && !LIKE_SECRET.test(text) ? `"${text}"` : `a value of ${text.length} characters`;
}

;// CONCATENATED MODULE: ./build/inputs/inputs.js










const SECRETS = ['token', 'github-token'];
/** The tokens, as given and trimmed: none of these texts may leave the process but in a request to its own server. */
function readSecrets() {
    const texts = SECRETS.flatMap((name) => [getInput(name, { trimWhitespace: false }), getInput(name)]);
    return [...new Set(texts)].filter((text) => text.trim() !== '');
}
/**
 * Reads and checks every input and the variables of the environment that change what a run does; an input that is wrong
 * yields a problem, and its default in place of a value.
 */
function readInputs() {
    const problems = [];
    const warnings = [];
    const refuse = (message) => void problems.push({ message });
    const warn = (message) => void warnings.push({ message });
    findNameProblems(process.env).forEach(refuse);
    const people = readPeople((problem) => problems.push(problem), refuse);
    const inputs = {
        ...people,
        ...readMode({ refuse, warn }),
        rosterEntries: readWord('roster-entries', ['all', 'added'], refuse),
        lookFirstAfterDays: readNumber('look-first-after-days', { min: 0, max: 3650, isWhole: false, fallback: undefined }, refuse),
        sessions: readSessions(refuse),
        orgId: readForm('org-id', { form: /^E[A-Z0-9]{2,31}$/, expected: 'the ID of an organization, E\u2026' }, refuse),
        verify: readBoolean('verify', refuse),
        comment: readBoolean('comment', refuse),
        commentId: readForm('comment-id', { form: /^[\w.-]{1,64}$/, expected: 'up to 64 letters, digits, "-", "_" and "."' }, refuse),
        maxUsers: readNumber('max-users', { min: 1, max: 1_000_000, isWhole: true, fallback: 100 }, refuse),
        ignoreErrors: readIgnoreErrors(refuse),
        maxRetries: readNumber('max-retries', { min: 0, max: 20, isWhole: true, fallback: 5 }, refuse),
        timeoutMinutes: readNumber('timeout-minutes', { min: 0, includesMin: false, max: 360, isWhole: false, fallback: 15 }, refuse),
        githubToken: readText('github-token') || undefined,
        reportPath: readText('report-path') || undefined,
        proxies: (0,proxy/* takeProxySettings */.B$)(process.env),
    };
    refuseMisplacedToken(inputs.token, refuse);
    findProxyProblems(hostsOf(inputs), inputs.proxies).forEach(refuse);
    const noSwitch = takeCertificateSwitch(process.env);
    if (noSwitch !== undefined)
        warn(noSwitch);
    // Without its ID, the comment of another step would be written over. Every problem quotes the input that it is about.
    const isUnnamed = problems.some(({ message }) => message.includes('"comment-id"'));
    return { inputs: isUnnamed ? { ...inputs, comment: false } : inputs, problems, warnings };
}
function readPeople(add, refuse) {
    const userIds = (0,user_id/* parseUserIdList */._H)(readText('user-ids'), 'user-ids');
    const emails = (0,people_email/* parseEmailList */.Mv)(readText('emails'), 'emails');
    const protectedIds = (0,user_id/* parseUserIdList */._H)(readText('protected-user-ids'), 'protected-user-ids');
    for (const problem of [...userIds.problems, ...emails.problems, ...protectedIds.problems])
        add(problem);
    for (const name of ['user-ids', 'emails']) {
        if (/^[\s,]*,[\s,]*$/.test(readText(name))) {
            refuse(`"${name}": expected at least one entry, got only separators.`);
        }
    }
    if (['user-ids', 'emails', 'roster'].every((name) => readText(name) === '')) {
        refuse('No people requested: expected at least one of "user-ids", "emails", "roster".');
    }
    return {
        mentions: [...userIds.mentions, ...emails.mentions],
        protectedUserIds: new Set(protectedIds.mentions.map(({ userId }) => userId)),
        roster: readLines('roster'),
    };
}
/** What is done at all, and with which token where: the inputs whose meaning depends on the event and on one another. */
function readMode({ refuse, warn }) {
    const event = process.env['GITHUB_EVENT_NAME'] ?? '';
    const dryRun = readBoolean('dry-run', refuse);
    const checkAccounts = readBoolean('check-accounts', refuse);
    if (process.env['INPUT_DRY-RUN']?.trim() === '' && EVENTS_WITH_INPUTS.has(event)) {
        refuse(`"dry-run": expected true or false under ${event}, got nothing: the expression names no input of the event, ` +
            'and empty would mean a real run.');
    }
    if (event === 'pull_request_target') {
        const reason = 'the event gives secrets to unreviewed code and rosters of a pull request';
        if (!dryRun) {
            refuse(`Under pull_request_target only a dry run is allowed, since ${reason}: set "dry-run: true", or reset on push ` +
                'to the main branch.');
        }
        if (checkAccounts)
            refuse(`"check-accounts" is not allowed under pull_request_target, since ${reason}.`);
    }
    const callsSlack = !dryRun || checkAccounts;
    return { token: readToken({ dryRun, callsSlack, refuse, warn }), dryRun, checkAccounts, apiUrl: readApiUrl() };
    function readApiUrl() {
        const { url, problem, warning } = parseApiUrl(readText('api-url') || DEFAULT_API_URL);
        if (problem !== undefined)
            refuse(`"api-url": ${problem}`);
        if (warning !== undefined && callsSlack)
            warn(`"api-url": ${warning}`);
        return url;
    }
}
/** Workflows pass the inputs of these events on by an expression, which is empty when it names none. */
const EVENTS_WITH_INPUTS = new Set(['workflow_dispatch', 'repository_dispatch']);
function readToken({ dryRun, callsSlack, refuse, warn, }) {
    const token = readText('token');
    if (dryRun && (token === '' || !callsSlack))
        return token || undefined;
    const { problem, warning } = checkToken(token, { isReadOnly: dryRun });
    if (problem !== undefined)
        refuse(`"token" ${problem}`);
    if (warning !== undefined)
        warn(`"token" ${warning}`);
    return token || undefined;
}
/** Those that take free text. */
const INPUTS_WITHOUT_SECRETS = [
    'user-ids',
    'emails',
    'roster',
    'protected-user-ids',
    'ignore-errors',
    'org-id',
    'comment-id',
    'api-url',
    'report-path',
];
function refuseMisplacedToken(token, refuse) {
    // Shorter text is not a token, and may occur anywhere by chance.
    if (token === undefined || token.length < 8)
        return;
    for (const name of INPUTS_WITHOUT_SECRETS) {
        if (readText(name).includes(token)) {
            refuse(`"${name}" contains the token, which belongs in "token" and nowhere else.`);
        }
    }
}
/** The hosts that a run with these inputs calls. */
function hostsOf({ apiUrl, dryRun, checkAccounts, comment, rosterEntries }) {
    return [
        ...(dryRun && !checkAccounts ? [] : [apiUrl]),
        ...(comment || rosterEntries === 'added' ? [gitHubApi(process.env)] : []),
    ];
}
function readSessions(refuse) {
    const webOnly = readBoolean('web-only', refuse);
    const mobileOnly = readBoolean('mobile-only', refuse);
    if (webOnly && mobileOnly) {
        refuse('"web-only" and "mobile-only" are both true: set one of them, or neither to reset all sessions.');
    }
    if (webOnly) {
        return 'web';
    }
    return mobileOnly ? 'mobile' : 'all';
}
/** Our own code that only says that a person was still signed in long after the due date. */
const OWN_CODE = 'found_signed_in';
function readIgnoreErrors(refuse) {
    const codes = readText('ignore-errors')
        .split(/[\s,]+/)
        .filter((code) => code !== '');
    const isAccepted = (code) => code === OWN_CODE || (0,error_codes/* isPerUserCode */.y3)(code);
    for (const code of codes) {
        if (!isAccepted(code)) {
            refuse('"ignore-errors": expected Slack\'s codes about one person, such as user_not_found or cannot_reset_bot, or ' +
                `${OWN_CODE}; got ${quote(code)}. Any other error concerns the whole run.`);
        }
    }
    return new Set(codes.filter(isAccepted));
}
/** The inputs in force, for the report, by their names in `action.yml`; the tokens are not among them. */
function toOptions(inputs) {
    return {
        'roster-entries': inputs.rosterEntries,
        'look-first-after-days': inputs.lookFirstAfterDays ?? null,
        'web-only': inputs.sessions === 'web',
        'mobile-only': inputs.sessions === 'mobile',
        'dry-run': inputs.dryRun,
        'check-accounts': inputs.checkAccounts,
        'org-id': inputs.orgId ?? null,
        'max-users': inputs.maxUsers,
        'protected-user-ids': [...inputs.protectedUserIds],
        'ignore-errors': [...inputs.ignoreErrors],
        verify: inputs.verify,
        comment: inputs.comment,
        'comment-id': inputs.commentId ?? null,
        'max-retries': inputs.maxRetries,
        'timeout-minutes': inputs.timeoutMinutes,
        'api-url': inputs.apiUrl.href,
    };
}

// EXTERNAL MODULE: ./build/people/plan.js
var people_plan = __nccwpck_require__(1512);
// EXTERNAL MODULE: ./build/people/problem.js
var problem = __nccwpck_require__(92);
// EXTERNAL MODULE: ./build/people/wording.js
var wording = __nccwpck_require__(2519);
;// CONCATENATED MODULE: ./build/report/text.js
/** Control characters, and marks that change the direction of text or hide it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/** Anything that looks like a Slack or GitHub token; the runner masks the tokens it knows, this masks the rest. */
const TOKEN = /x(?:ox[a-z]|app)(?:\.xox[a-z])?-[\w.%-]+|gh[a-z]_\w{16,}|github_pat_\w{16,}/g;
const MAX_LENGTH = 1000;
/** One harmless line of text for the log: no control characters, and nothing that the runner takes for a command. */
function toLogText(text) {
    return clip(plain(text)
        .replaceAll('##[', '# #[')
        .replace(/^\s*::/, ': :'));
}
/**
 * A Markdown code span, safe in a table, whatever the text contains: no markup, no link, no mention.
 *
 * Inside a code span only the backtick and, in a table, the bar mean anything; text with one of them becomes
 * `<code>` with every character as an entity. GitHub looks for mentions only outside code.
 */
function toCode(text) {
    const line = clip(plain(text)).trim();
    if (/^[^`|\\]+$/.test(line)) {
        return `\`${line}\``;
    }
    return `<code>${line.replace(/[^A-Za-z0-9 ]/gu, (char) => `&#${char.codePointAt(0)};`)}</code>`;
}
/** A word that means nothing to Markdown, HTML or GitHub, with the punctuation around it. */
const PLAIN_WORD = /^[(\u201c]?[A-Za-z0-9\u00c0-\u024f]+(?:[-\u2019'/.,][A-Za-z0-9\u00c0-\u024f]+)*[).,;:?!\u2026\u201d]*$|^[\u2013=+:-]$/;
/** Words that GitHub turns into links: hosts, commits, issues in other trackers. */
const LIVE_WORD = /(?<![a-z0-9])(?:www\.|(?=\d*[a-f])[0-9a-f]{7,64}(?![a-z0-9]))|[a-z]{2,}-\d/i;
/**
 * A sentence of ours as Markdown: its words as they are, and anything else in code, such as values in quotes,
 * names of inputs and paths. Nothing in it can become markup, a link or a mention.
 */
function toProse(text) {
    const chunks = clip(plain(text)).match(/(?:"[^"]*"|[^\s"]|")+/g) ?? [];
    return chunks.map(toProseWord).join(' ');
}
function toProseWord(chunk) {
    if (PLAIN_WORD.test(chunk) && !LIVE_WORD.test(chunk)) {
        return chunk;
    }
    const [, start = '', word = '', end = ''] = /^(\(?)(.*?)([.,;:)]*)$/s.exec(chunk) ?? [];
    const value = word.replaceAll('"', '').trim();
    return value === '' ? toCode(chunk) : `${start}${toCode(value)}${end}`;
}
/** A link whose text is safe Markdown already; the address must be one of ours. */
function toLink(markdown, url) {
    return url === undefined ? markdown : `[${markdown}](${url})`;
}
function plain(text) {
    return text.replace(TOKEN, '***').replace(INVISIBLE, '\ufffd');
}
function clip(text) {
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}\u2026` : text;
}
/** The same text with its first letter capitalized. */
function capitalize(text) {
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
/** A moment in UTC for a reader, to the second at most: `2026-11-30 16:00 UTC`. */
function toMoment(ms) {
    const [date = '', time = ''] = new Date(ms).toISOString().split('T');
    return `${date} ${time.slice(0, 8).replace(/:00$/, '')} UTC`;
}
/** How long something took: `0.4 s`, `48 s`, `14 min 3 s`, `3 h 20 min`, `26 d 8 h`. */
function toDuration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 10) {
        return `${(ms / 1000).toFixed(1)} s`;
    }
    if (seconds < 60) {
        return `${seconds} s`;
    }
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) {
        return `${minutes} min ${seconds % 60} s`;
    }
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
/** A moment in UTC in RFC 3339 form; null stays null. */
function toTimestamp(ms) {
    return ms === null || ms === undefined ? null : new Date(ms).toISOString();
}

;// CONCATENATED MODULE: ./build/report/annotations.js

/** GitHub shows at most ten annotations of a kind for a step. */
const MAX_ANNOTATIONS = 10;
/** One place is kept for the error that fails the step. */
const PLACES = { warning: MAX_ANNOTATIONS, error: MAX_ANNOTATIONS - 1 };
/** The annotations of one step. Those that GitHub would not show become lines of the log. */
class Annotations {
    #log;
    #shown = { warning: 0, error: 0 };
    #hidden = { warning: 0, error: 0 };
    constructor(log) {
        this.#log = log;
    }
    /** Shows problems, each at its place in a file if it has one. All errors must be shown in one call. */
    show(kind, problems) {
        // The last place says how many more there are. Only for errors is it certain that no more will come.
        const isAll = kind === 'error' && problems.length <= PLACES[kind];
        const most = isAll ? PLACES[kind] : PLACES[kind] - 1;
        for (const problem of problems) {
            if (this.#shown[kind] < most) {
                this.#shown[kind] += 1;
                this.#emit(kind, problem);
            }
            else {
                this.#hidden[kind] += 1;
                this.#log.info(toLogText(`${kind}: ${placeOf(problem)}${problem.message}`));
            }
        }
    }
    /** Shows a warning that has no place in a file. */
    warn(message) {
        this.show('warning', [{ message }]);
    }
    /** Says how many problems are in the log only. Call once, at the end. */
    close() {
        for (const kind of ['warning', 'error']) {
            const more = this.#hidden[kind];
            if (more > 0) {
                this.#emit(kind, { message: `${more} more problem${more === 1 ? '' : 's'}: see the log of this step.` });
            }
        }
    }
    #emit(kind, { message, file, line, column }) {
        this.#log.annotate(kind, toLogText(message), { file, line, column });
    }
}
function placeOf({ file, line, column }) {
    return file === undefined ? '' : `${file}:${line ?? 1}:${column ?? 1}: `;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/reset/results.js
/** What happened to a person; every person requested ends with exactly one of these. */
const STATUSES = [
    'planned',
    'queued',
    'verified',
    'signed-out',
    'still-active',
    'failed',
    'ignored',
    'unknown',
    'not-attempted',
    'skipped',
];
/** Everybody's result, read from the current ledger, however the run ended. */
function toResults(ledger, options) {
    return ledger.entries.map((entry) => {
        const { person, calls, requestId, atMs, account, accountNote, foundSignedIn, queued } = entry;
        const userId = queued?.userId ?? entry.userId;
        const end = endOf(entry, ledger, options);
        const verification = end.status === 'verified' || end.status === 'still-active' ? entry.verification : undefined;
        // The last look, or the call that Slack accepted, whatever the looks showed; none where somebody is held back.
        const last = verification?.seen ?? (end.status === 'queued' ? queued : undefined) ?? { requestId, atMs };
        const deciding = end.status === 'skipped' ? { requestId: null, atMs: null } : last;
        return {
            person: userId === undefined ? person : { ...person, userId },
            ...end,
            foundSignedIn,
            fails: failsStep(end, { foundSignedIn, ignoredCodes: options.ignoredCodes }),
            calls,
            requestId: deciding.requestId,
            atMs: deciding.atMs,
            account,
            accountNote,
            evidence: toEvidence(entry),
        };
    });
}
/** Codes of a run that is refused as a whole: nobody would be sent, so nobody is planned. */
const REFUSALS_OF_RUN = new Set(['max_users', 'earlier_roster']);
function endOf(entry, ledger, { ignoredCodes, verify, dryRun }) {
    const { person, end } = entry;
    if (person.hold !== undefined) {
        return { status: 'skipped', error: person.hold };
    }
    if (dryRun && !REFUSALS_OF_RUN.has(end?.error ?? '')) {
        return { status: 'planned', error: null };
    }
    if (end === undefined) {
        return openEnd(entry, ledger);
    }
    switch (end.status) {
        case 'queued':
            return queuedEnd(entry, ledger, verify);
        case 'failed':
            return end.error !== null && ignoredCodes.has(end.error) ? { status: 'ignored', error: end.error } : end;
        default:
            return end;
    }
}
/** The run ended before the person's reset did. */
function openEnd({ isSending, possibleEffect }, { stop }) {
    const reason = stop?.error ?? 'unexpected_error';
    const isUnknown = isSending || possibleEffect !== undefined;
    return isUnknown
        ? { status: 'unknown', error: possibleEffect ?? (stop === undefined ? 'unexpected_error' : 'connection_lost') }
        : { status: 'not-attempted', error: reason };
}
function queuedEnd(entry, { verifyProblem, stop }, verify) {
    const { verification, unverified, foundSignedIn } = entry;
    const found = foundSignedIn ? 'found_signed_in' : null;
    if (!verify) {
        return { status: 'queued', error: found };
    }
    if (unverified === undefined && verification?.kind === 'gone') {
        return { status: 'verified', error: found };
    }
    if (verification?.kind === 'left') {
        return { status: 'still-active', error: verification.error };
    }
    return { status: 'queued', error: unverified ?? verifyProblem ?? stop?.error ?? 'unexpected_error' };
}
const FAILING = new Set(['still-active', 'failed', 'unknown', 'not-attempted']);
function failsStep({ status, error }, { foundSignedIn, ignoredCodes }) {
    if (foundSignedIn && !ignoredCodes.has('found_signed_in')) {
        return true;
    }
    const isAccepted = status === 'queued' || status === 'verified';
    return (FAILING.has(status) ||
        (status === 'skipped' && error !== 'not_due') ||
        (isAccepted && error !== null && error !== 'found_signed_in'));
}
function toEvidence({ before, verification, queued }) {
    if (before === undefined && verification === undefined) {
        return undefined;
    }
    return {
        sessionsBefore: before?.sessionIds ?? null,
        lookedAtMs: before?.atMs ?? null,
        lookRequestId: before?.requestId ?? null,
        sessionsAfter: verification?.seen.sessionIds ?? null,
        queuedAtMs: queued?.atMs ?? null,
        queuedRequestId: queued?.requestId ?? null,
        verifiedAtMs: verification?.kind === 'gone' ? verification.seen.atMs : null,
        looks: verification?.looks ?? 0,
    };
}
/** Whether a result fails the step, and so needs attention. */
function needsAttention({ fails }) {
    return fails;
}
/** How urgent a result is to the reader of a red run: sign-in still open comes first. */
function urgencyOf({ status, error, foundSignedIn }) {
    if (error === 'signed_in_again') {
        return 0;
    }
    if (foundSignedIn) {
        return 1;
    }
    const order = ['still-active', 'unknown', 'queued', 'verified', 'failed', 'not-attempted'];
    const place = order.indexOf(status);
    return (place < 0 ? order.length : place) + 2;
}
/** People who need attention, the most urgent first. */
function whoNeedAttention(results) {
    return results.filter(needsAttention).toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
}
const GOOD = new Set(['queued', 'verified', 'signed-out', 'ignored', 'planned']);
/** The outcome of a run, derived from everybody's result alone. */
function outcomeOf(results) {
    const due = results.filter(({ status, error }) => status !== 'skipped' || error !== 'not_due');
    const good = due.filter(({ status, fails }) => GOOD.has(status) && !fails).length;
    if (due.length === 0) {
        return 'nothing-to-do';
    }
    if (due.some(({ status }) => status === 'planned')) {
        return 'planned';
    }
    if (good === due.length) {
        // Everybody refused may mean the wrong organization.
        return due.every(({ status }) => status === 'ignored') ? 'partial' : 'success';
    }
    return good === 0 ? 'failure' : 'partial';
}
/** Counts results; no separate count is kept anywhere. */
function tallyOf(results) {
    const counts = Object.fromEntries(STATUSES.map((status) => [status, 0]));
    for (const { status } of results) {
        counts[status] += 1;
    }
    return { ...counts, people: results.length, needsAttention: results.filter(needsAttention).length };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/runner/version.js
/** The version of this Action, for the report. Equal to the one in `package.json`, which a test checks. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/report/report-file.js





/** Increases when a program that reads earlier reports could be misled. */
const SCHEMA_VERSION = 1;
/** A person's result as an object of `results`. */
function toResult(result) {
    const { person, status, error, foundSignedIn, calls, requestId, atMs } = result;
    return {
        user_id: person.userId ?? null,
        status,
        error,
        found_signed_in: foundSignedIn,
        source: person.source,
        calls,
        request_id: requestId,
        at: toTimestamp(atMs),
    };
}
/**
 * The JSON report, in pieces, since it may be large: `report.schema.json` describes it. Each person is one complete
 * line, so that a search finds the whole record. The same run gives the same bytes.
 */
function* renderReport(record) {
    const { results } = record;
    const frame = JSON.stringify({ ...toHead(record), results: [] }, null, 2);
    const end = frame.lastIndexOf(']');
    yield frame.slice(0, end);
    let divider = '';
    for (const result of results) {
        yield `${divider}\n    ${JSON.stringify(toEntry(result, record.startedMs))}`;
        divider = ',';
    }
    yield `${results.length > 0 ? '\n  ' : ''}${frame.slice(end)}\n`;
}
function toEntry(result, requestedAtMs) {
    return {
        ...toResult(result),
        effective: toTimestamp(result.person.effectiveMs),
        ticket: result.person.ticket ?? null,
        account: result.account,
        evidence: report_file_toEvidence(result, requestedAtMs),
    };
}
function toHead(record) {
    const { context, tally } = record;
    return {
        schema_version: SCHEMA_VERSION,
        action: { name: 'slack-session-reset', version: VERSION },
        run: {
            repository: context.repository,
            commit: context.commit,
            ref: context.ref,
            event: context.event,
            workflow: context.workflow,
            job: context.job,
            run_id: context.runId,
            run_attempt: context.runAttempt,
            url: context.url,
            actor: context.actor,
            triggering_actor: context.triggeringActor,
        },
        slack: {
            api_host: record.apiHost,
            team_id: record.token?.teamId ?? null,
            enterprise_id: record.token?.enterpriseId ?? null,
            acting_user_id: record.token?.userId ?? null,
            warnings: record.slackWarnings,
        },
        rosters: record.rosters.map(({ path, sha256 }) => ({ path, sha256 })),
        options: record.options,
        started_at: toTimestamp(record.startedMs),
        ended_at: toTimestamp(record.endedMs),
        outcome: record.outcome,
        stopped_by: record.stop?.error ?? null,
        problems: record.problems.map(({ message, file, line, column }) => ({
            message,
            file: file ?? null,
            line: line ?? null,
            column: column ?? null,
        })),
        faults: record.faults,
        totals: toTotals(tally),
    };
}
function report_file_toEvidence({ evidence }, requestedAtMs) {
    return evidence === undefined
        ? null
        : {
            requested_at: toTimestamp(requestedAtMs),
            sessions_before: evidence.sessionsBefore,
            looked_at: toTimestamp(evidence.lookedAtMs),
            look_request_id: evidence.lookRequestId,
            sessions_after: evidence.sessionsAfter,
            looks: evidence.looks,
            queued_at: toTimestamp(evidence.queuedAtMs),
            queued_request_id: evidence.queuedRequestId,
            verified_at: toTimestamp(evidence.verifiedAtMs),
        };
}
function toTotals({ people, needsAttention, ...counts }) {
    const named = Object.entries(counts).map(([status, count]) => [status.replaceAll('-', '_'), count]);
    return { people, needs_attention: needsAttention, ...Object.fromEntries(named) };
}
/** Each write to disk has at least this many characters. */
const STEP_CHARACTERS = 65_536;
/**
 * Writes the report whole or not at all, and creates the folders it needs: a temporary file next to it is renamed when
 * all of it is on disk. A failure leaves nothing behind.
 *
 * @returns its SHA-256 in hexadecimal
 * @throws the file system's error when the file cannot be written
 */
function writeReport(path, pieces) {
    const made = (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.slack-session-reset-${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        const sha256 = writeDraft(draft, pieces);
        (0,external_node_fs_.renameSync)(draft, path);
        return sha256;
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(draft, { force: true });
        if (made !== undefined)
            removeEmptyFolders((0,external_node_path_.dirname)(path), made);
        throw error;
    }
}
function writeDraft(path, pieces) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = (0,external_node_fs_.openSync)(path, 'wx');
    const flush = (text) => {
        hash.update(text);
        (0,external_node_fs_.writeFileSync)(file, text);
    };
    try {
        let waiting = '';
        for (const piece of pieces) {
            waiting += piece;
            if (waiting.length < STEP_CHARACTERS)
                continue;
            flush(waiting);
            waiting = '';
        }
        flush(waiting);
        (0,external_node_fs_.fsyncSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    return hash.digest('hex');
}
/** Removes folders from the innermost to the outermost, until one of them is not empty. */
function removeEmptyFolders(innermost, outermost) {
    try {
        for (let folder = innermost; folder.length >= outermost.length; folder = (0,external_node_path_.dirname)(folder))
            (0,external_node_fs_.rmdirSync)(folder);
    }
    catch {
        // Another process has put something there.
    }
}

;// CONCATENATED MODULE: ./build/report/outputs.js




/** An output longer than this is cut; GitHub keeps 1 MB of outputs for a whole job. */
const MAX_RESULTS_CHARACTERS = 400_000;
const MAX_IDS_CHARACTERS = 100_000;
/** The step outputs, by name, and a warning for each that had to be cut. */
function renderOutputs(record, reportPath) {
    const { tally } = record;
    const warnings = [];
    const failing = record.results.filter(needsAttention);
    const ids = failing.flatMap(({ person }) => person.userId ?? []);
    const failedIds = renderList(ids, MAX_IDS_CHARACTERS);
    if (failedIds.left > 0) {
        warnings.push(`The output "failed-user-ids" leaves out ${failedIds.left} of ${ids.length} IDs; the report has all of them.`);
    }
    let resultList = renderList(record.results, MAX_RESULTS_CHARACTERS, toResult);
    if (resultList.left > 0) {
        resultList = renderList(failing, MAX_RESULTS_CHARACTERS, toResult);
        const cut = resultList.left === 0 ? 'only' : `only ${failing.length - resultList.left} of`;
        warnings.push(`The output "results" would be too long: it contains ${cut} the people who fail the step; the report has everybody.`);
    }
    const outputs = new Map([
        ['outcome', record.outcome],
        ['user-count', String(tally.people)],
        ['queued-count', String(tally.queued + tally.verified + tally['still-active'])],
        ['verified-count', String(tally.verified)],
        ['signed-out-count', String(tally['signed-out'])],
        ['failed-count', String(tally.needsAttention)],
        ['skipped-count', String(tally.skipped)],
        ['failed-user-ids', failedIds.text],
        ['results', resultList.text],
        ['report-path', reportPath],
    ]);
    return { outputs, warnings };
}
/** A JSON array of as many leading items as fit, and how many were left out. */
function renderList(items, maxCharacters, toJson = (item) => item) {
    const parts = [];
    let characters = '[]'.length;
    for (const item of items) {
        const part = JSON.stringify(toJson(item));
        characters += part.length + (parts.length === 0 ? 0 : 1);
        if (characters > maxCharacters) {
            break;
        }
        parts.push(part);
    }
    return { text: `[${parts.join(',')}]`, left: items.length - parts.length };
}
/**
 * Sets an output of the step.
 *
 * @param path - the runner's file; without it, the toolkit would fall back on a command that GitHub is giving up
 * @throws when the file cannot be written, or is not named
 */
function writeOutput(name, value, { path }) {
    if (!path)
        throw new Error('GITHUB_OUTPUT is not set');
    setOutput(name, value);
}
/**
 * Appends to the job summary, in place of what this step wrote before.
 *
 * @param startBytes - the size of the file when the step began
 * @throws when the runner's file cannot be written, or is not there
 */
function writeSummary(markdown, { path, startBytes }) {
    if (!path)
        throw new Error('GITHUB_STEP_SUMMARY is not set');
    if ((0,external_node_fs_.statSync)(path).size > startBytes)
        (0,external_node_fs_.truncateSync)(path, startBytes);
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND);
    try {
        (0,external_node_fs_.writeFileSync)(file, markdown);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** The size of the job summary before this step writes to it, in bytes; 0 when it cannot be read. */
function summarySize(path) {
    return (path ? (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size : undefined) ?? 0;
}

;// CONCATENATED MODULE: ./build/report/report-path.js



/** The files through which a step and the runner communicate. */
const RUNNER_FILES = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'PATH', 'STATE', 'EVENT_PATH', 'ARTIFACTS'];
/** The beginning of every report; see `renderReport`. */
const OWN_REPORT = /^\s*\{\s*"schema_version":\s*\d+,\s*"action":\s*\{\s*"name":\s*"slack-session-reset"/;
const HEAD_BYTES = 1024;
/**
 * Decides where the report goes: to the path in `report-path`, else to a new file in `RUNNER_TEMP`.
 *
 * @returns the absolute path, or what is wrong with the one given, in words that follow the name of the input
 */
function placeReport(given, env) {
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] || '.');
    if (given === undefined) {
        // A unique name for each use of the Action in a job, since they share the folder.
        const name = `slack-session-reset-${process.pid}-${Date.now()}.json`;
        return { path: (0,external_node_path_.resolve)(workspace, env['RUNNER_TEMP'] || '.', name) };
    }
    const path = (0,external_node_path_.resolve)(workspace, given);
    const problem = judge(given, path, [workspace, env['RUNNER_TEMP'] ?? ''], env);
    return problem === undefined ? { path } : { problem: `${problem}, got ${show(given)}.` };
}
function judge(given, path, roots, env) {
    if (/\p{Cc}/u.test(given))
        return 'expected a path on one line';
    if (/[/\\]$/.test(given))
        return 'expected the path of a file, not of a folder';
    const landed = findLanding(path);
    if ('code' in landed)
        return `expected a path that can be written to (${landed.code})`;
    const { folder, rest } = landed;
    const real = (0,external_node_path_.join)(folder, ...rest);
    const isInside = roots.some((root) => root !== '' && isBelow(real, realPathOf(root)));
    if (!isInside)
        return 'expected a path inside the workspace or RUNNER_TEMP after links are resolved';
    if (real.split(external_node_path_.sep).some((part) => part.toLowerCase() === '.git'))
        return 'expected a path outside .git';
    const runnerFiles = RUNNER_FILES.flatMap((name) => env[`GITHUB_${name}`] || []);
    if (runnerFiles.some((file) => realPathOf(file) === real))
        return "expected a path that is not one of the runner's own files";
    return judgeFile(real) ?? judgeFolder(folder);
}
/** The folder that exists already, with links resolved, and the part of the path that does not exist yet. */
function findLanding(path) {
    const rest = [path.slice((0,external_node_path_.dirname)(path).length).replace(/^[/\\]/, '')];
    for (let folder = (0,external_node_path_.dirname)(path);; folder = (0,external_node_path_.dirname)(folder)) {
        try {
            return { folder: (0,external_node_fs_.realpathSync)(folder), rest };
        }
        catch (error) {
            const code = codeOf(error);
            // A dangling link still exists.
            if (code !== 'ENOENT' || isThere(folder) || folder === (0,external_node_path_.dirname)(folder))
                return { code };
            rest.unshift(folder.slice((0,external_node_path_.dirname)(folder).length).replace(/^[/\\]/, ''));
        }
    }
}
function isThere(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function isBelow(path, root) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function realPathOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return (0,external_node_path_.resolve)(path);
    }
}
/** Whatever exists at the path must be an earlier report. */
function judgeFile(path) {
    try {
        const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (stats === undefined)
            return undefined;
        if (stats.isSymbolicLink())
            return 'expected a path that is not a link';
        if (stats.isDirectory())
            return 'expected the path of a file, not of a folder';
        if (stats.isFile() && OWN_REPORT.test(readHead(path)))
            return undefined;
        return 'expected a new path or the path of an earlier report, since no other file is replaced';
    }
    catch (error) {
        return `expected a path that can be written to (${codeOf(error)})`;
    }
}
function readHead(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const head = Buffer.alloc(HEAD_BYTES);
        return head.subarray(0, (0,external_node_fs_.readSync)(file, head)).toString('utf8');
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function judgeFolder(folder) {
    try {
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        return undefined;
    }
    catch (error) {
        return `expected a path that can be written to (${codeOf(error)})`;
    }
}
function codeOf(error) {
    return Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error';
}
/** Quotes a short path; masks a part with an @, which may be an address. */
function show(path) {
    const masked = (0,wording/* maskPath */.wy)(path);
    return /^[\w ./\\*-]{1,20}$/.test(masked) ? `"${masked}"` : `a path of ${path.length} characters`;
}

;// CONCATENATED MODULE: ./build/slack/methods.js
/** The most sessions that Slack gives in one `admin.users.session.list`. */
const MAX_SESSIONS_PER_PAGE = 1000;
/** Slack documents no maximum; its default is 100, and its clients name 999. Pages are followed whatever comes. */
const MAX_MEMBERS_PER_PAGE = 999;
/** The most user IDs that Slack takes in one `admin.users.session.resetBulk`. */
const MAX_USERS_PER_CALL = 1000;
/** Slack's Web API over HTTP. */
function createSlackApi(client) {
    return {
        resetBulk: (userIds, sessions, limits) => client.call({
            method: 'admin.users.session.resetBulk',
            body: {
                json: {
                    user_ids: userIds,
                    ...(sessions === 'web' ? { web_only: true } : {}),
                    ...(sessions === 'mobile' ? { mobile_only: true } : {}),
                },
            },
            ...limits,
        }),
        // A form in the body keeps the address out of the URL, which proxies log.
        lookupByEmail: (email, limits) => client.call({ method: 'users.lookupByEmail', body: { form: { email } }, ...limits }),
        authTest: (limits) => client.call({ method: 'auth.test', body: { form: {} }, ...limits }),
        listSessions: ({ of: whose, cursor }, limits) => client.call({
            method: 'admin.users.session.list',
            body: {
                form: {
                    limit: String(MAX_SESSIONS_PER_PAGE),
                    ...(whose === undefined ? {} : { user_id: whose.userId, team_id: whose.teamId }),
                    ...(cursor === undefined ? {} : { cursor }),
                },
            },
            ...limits,
        }),
        userInfo: (userId, limits) => client.call({ method: 'users.info', body: { form: { user: userId } }, ...limits }),
        listDeactivated: (cursor, limits) => client.call({
            method: 'admin.users.list',
            body: {
                form: {
                    is_active: 'false',
                    limit: String(MAX_MEMBERS_PER_PAGE),
                    ...(cursor === undefined ? {} : { cursor }),
                },
            },
            ...limits,
        }),
    };
}

// EXTERNAL MODULE: ./build/reset/entry.js
var reset_entry = __nccwpck_require__(6495);
;// CONCATENATED MODULE: ./build/reset/batches.js


/** People certain to be refused are sent alone, deactivated accounts in separate calls, everybody else together. */
function toBatches(entries) {
    const batches = toGroups(entries).map(({ group, isSplitInOnes }) => ({
        people: group.flatMap(({ userId }) => userId ?? []),
        isSplitInOnes,
    }));
    return batches.filter(({ people }) => people.length > 0);
}
/**
 * How many calls it takes to send people, if Slack accepts each; people known by address only count as well.
 *
 * @param ownId - of the token's user, where it is known
 */
function countCalls(entries, ownId) {
    return splitOwn(entries, ownId).reduce((calls, part) => calls + toGroups(part).length, 0);
}
/** The token's own user is sent alone, after everybody else. */
function splitOwn(entries, ownId) {
    const isOwn = (entry) => ownId !== undefined && (0,reset_entry/* hasId */.YC)(entry, ownId);
    return [entries.filter((entry) => !isOwn(entry)), entries.filter(isOwn)];
}
function toGroups(entries) {
    const isDeactivated = (entry) => !isSentAlone(entry) && entry.account === 'deactivated';
    const alone = entries.filter(isSentAlone);
    const deactivated = entries.filter(isDeactivated);
    const together = entries.filter((entry) => !isSentAlone(entry) && !isDeactivated(entry));
    return [
        ...chunk(together).map((group) => ({ group, isSplitInOnes: false })),
        ...chunk(deactivated).map((group) => ({ group, isSplitInOnes: true })),
        ...alone.map((entry) => ({ group: [entry], isSplitInOnes: false })),
    ];
}
/** People that Slack is certain to refuse are sent alone, so that no group has to be searched. */
function isSentAlone({ accountNote }) {
    return accountNote !== undefined && accountNote !== 'deactivated';
}
function chunk(entries) {
    const count = Math.ceil(entries.length / MAX_USERS_PER_CALL);
    return Array.from({ length: count }, (_, index) => entries.slice(index * MAX_USERS_PER_CALL, (index + 1) * MAX_USERS_PER_CALL));
}

;// CONCATENATED MODULE: ./build/runner/links.js
/**
 * The page of a line of a file at a commit.
 *
 * @param path - relative to the root of the repository, parts separated by a slash
 * @param line - counted from 1
 */
function linkToLine({ serverUrl, repository }, sha, place) {
    const path = place.path.split('/').map(encodeURIComponent).join('/');
    return `${serverUrl}/${repository}/blob/${sha}/${path}#L${place.line}`;
}
/** The page of one attempt of a workflow run; the run's own page shows the latest attempt instead. */
function linkToRun({ serverUrl, repository }, runId, attempt) {
    return `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${attempt}`;
}
/**
 * The head of the pull request that an event is about.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 */
function findHeadCommit(payload) {
    const pullRequest = memberOf(payload, 'pull_request');
    const sha = memberOf(memberOf(pullRequest, 'head'), 'sha');
    return typeof sha === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : undefined;
}
/** A member of something that was parsed from JSON; undefined when it has none of that name. */
function memberOf(value, name) {
    return typeof value === 'object' && value !== null
        ? new Map(Object.entries(value)).get(name)
        : undefined;
}

;// CONCATENATED MODULE: ./build/runner/run-context.js


/** The environment that the runner gives to the step. */
const env = process.env;
/** Reads the run's context from the variables that GitHub sets for every step. */
function readRunContext(env) {
    const read = (name) => env[name] || null;
    const [server, repository, runId] = [read('GITHUB_SERVER_URL'), read('GITHUB_REPOSITORY'), read('GITHUB_RUN_ID')];
    const given = Number(read('GITHUB_RUN_ATTEMPT') ?? Number.NaN);
    const attempt = Number.isInteger(given) ? given : null;
    return {
        repository,
        commit: read('GITHUB_SHA'),
        ref: read('GITHUB_REF'),
        event: read('GITHUB_EVENT_NAME'),
        workflow: read('GITHUB_WORKFLOW'),
        job: read('GITHUB_JOB'),
        runId,
        runAttempt: attempt,
        url: server && repository && runId ? linkToRun({ serverUrl: server, repository }, runId, attempt ?? 1) : null,
        serverUrl: server,
        headCommit: findHeadCommit(readEvent(env['GITHUB_EVENT_PATH'])) ?? null,
        actor: read('GITHUB_ACTOR'),
        triggeringActor: read('GITHUB_TRIGGERING_ACTOR'),
    };
}
/** Says why a reset under this event may come before anybody has reviewed it. */
function readEventWarnings(env) {
    switch (env['GITHUB_EVENT_NAME']) {
        case 'workflow_run':
            return [
                'Under workflow_run the triggering run may belong to an unreviewed pull request: make sure ' +
                    'that people and rosters do not come from it.',
            ];
        case 'pull_request':
            return isMergedPullRequest(env)
                ? []
                : [
                    'Under pull_request people are reset before the change is reviewed and merged: set "dry-run: true", and ' +
                        'reset on push to the main branch.',
                ];
        default:
            return [];
    }
}
/** Whether the event is that of a pull request that was merged. */
function isMergedPullRequest(env) {
    return memberOf(memberOf(readEvent(env['GITHUB_EVENT_PATH']), 'pull_request'), 'merged') === true;
}
/** The event as GitHub delivered it; undefined when it cannot be read. */
function readEvent(eventPath) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(eventPath ?? '', 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/report/run-record.js



/** The record of a run that has not started: no people, and a failure until the run is done. */
function startRecord(env, startedMs) {
    return {
        context: readRunContext(env),
        startedMs,
        endedMs: startedMs,
        dryRun: false,
        options: {},
        apiHost: '',
        rosters: [],
        rosterPlaces: new Map(),
        results: [],
        tally: tallyOf([]),
        outcome: 'failure',
        calls: 0,
        hasCalledSlack: false,
        slackWarnings: [],
        problems: [],
        faults: [],
    };
}
/** The record with everybody's result from the ledger, and the resulting outcome. */
function readLedger(record, ledger, options) {
    if (ledger === undefined || options === undefined) {
        return withResults(record, []);
    }
    // If the input was refused before any result was decided, it is not certain who was requested.
    const isRefused = record.problems.length > 0 && ledger.open().length > 0;
    const results = isRefused ? [] : toResults(ledger, options);
    const calls = options.dryRun ? countCalls(ledger.planned(), ledger.token?.userId) : ledger.calls;
    const hasCalledSlack = ledger.calls > 0;
    return withResults({ ...record, calls, hasCalledSlack, token: ledger.token, slackWarnings: [...ledger.warnings] }, results);
}
/** The record with everybody's result, and the outcome that follows from them and from the run's faults. */
function withResults(record, results) {
    return { ...record, results, tally: tallyOf(results), outcome: toOutcome(record, results) };
}
function toOutcome({ problems, faults, stop, dryRun }, results) {
    const outcome = outcomeOf(results);
    const isBroken = faults.length > 0 || stop !== undefined;
    if (problems.length > 0 || (isBroken && outcome === 'nothing-to-do')) {
        return 'failure';
    }
    if (isBroken && outcome === 'planned' && dryRun) {
        return faults.length > 0 ? 'failure' : outcome;
    }
    return isBroken && outcome === 'success' ? 'partial' : outcome;
}

;// CONCATENATED MODULE: ./build/report/stop-details.js

const MAX_MESSAGES = 3;
const SCOPES = /^[a-z0-9_.:, -]{1,200}$/;
const ONE_SCOPE = /^[a-z][a-z0-9_.:]{1,60}$/;
/** The known forms of Slack's messages about a request; any other may repeat what a user typed. */
const KNOWN_MESSAGE = new RegExp(`^\\[(?:ERROR|WARN)\\] (?:${[
    'input must match regex pattern: [^\\s@%]{1,80}',
    'missing required field(?:: [a-z_]{1,40})?',
    '(?:no|must have no) (?:more|fewer|less) than \\d{1,6} (?:items|characters)(?: allowed)?',
    'must be (?:more|fewer|less) than \\d{1,6} (?:items|characters)',
    '(?:must be|must provide) an? (?:string|array|object|boolean|number|integer|list)',
    'failed to match all allowed schemas',
    'invalid additional property(?:: [a-z_]{1,40})?',
    'unsupported type(?:: [a-z_]{1,40})?',
].join('|')}) \\[json-pointer:(?:/[a-z0-9_]{1,40}){0,4}/?\\]$`);
/** The scope that Slack says is missing, if it names one. */
function findMissingScope({ refusal }) {
    const needed = refusal?.body['needed'];
    return typeof needed === 'string' && ONE_SCOPE.test(needed) ? needed : undefined;
}
/** The scopes that Slack asks for, and its own messages about a request, as far as they may be shown. */
function detailsOf({ error, refusal }) {
    const body = refusal?.body;
    const scopes = ['needed', 'provided'].flatMap((name) => {
        const value = body?.[name];
        return typeof value === 'string' && SCOPES.test(value) ? [`${name}: ${value}`] : [];
    });
    // For other classes, the message adds nothing to the code.
    const messages = (0,error_codes/* classOf */.Kl)(error) === 'request' ? readMessages(body?.['response_metadata']) : [];
    return [...scopes, ...messages.slice(0, MAX_MESSAGES).map(describeMessage)];
}
function readMessages(metadata) {
    const isObject = typeof metadata === 'object' && metadata !== null;
    const messages = isObject && 'messages' in metadata ? metadata.messages : undefined;
    return Array.isArray(messages) ? messages.filter((item) => typeof item === 'string') : [];
}
function describeMessage(message) {
    return KNOWN_MESSAGE.test(message)
        ? `Slack says: ${message}`
        : `Slack says more in ${message.length} characters, which are not shown`;
}

;// CONCATENATED MODULE: ./build/report/cause-names.js


/** Headline words for codes about the whole run. */
const NAMES = new Map([
    ['token_revoked', 'Slack token revoked'],
    ['token_expired', 'Slack token expired'],
    ['invalid_auth', 'Slack token not accepted'],
    ['not_authed', 'Slack token missing'],
    ['account_inactive', 'Owner of the Slack token deactivated'],
    ['not_allowed_token_type', 'Wrong type of Slack token'],
    ['is_bot', 'Wrong type of Slack token'],
    ['missing_scope', 'Slack token lacks a scope'],
    ['not_an_admin', 'Owner of the Slack token is not an admin'],
    ['no_permission', 'Slack app not installed on the whole organization'],
    ['team_access_not_granted', 'Slack app not installed on the whole organization'],
    ['access_denied', 'Slack denied access'],
    ['restricted_action', 'Slack denied access'],
    ['ekm_access_denied', 'Slack denied access'],
    ['accesslimited', 'Slack blocked the network of the runner'],
    ['two_factor_setup_required', 'Owner of the Slack token must set up two-factor authentication'],
    ['feature_not_enabled', 'Slack organization not on the Enterprise plan'],
    ['enterprise_is_restricted', 'Slack token does not fit the organization'],
    ['team_added_to_org', 'Slack is moving the workspace'],
    ['org_login_required', 'Slack is moving the workspace'],
    ['unknown_method', 'Wrong address for Slack'],
    ['unreachable', 'Slack could not be reached'],
    ['ratelimited', 'Slack rate-limited the calls'],
    ['service_unavailable', 'Slack not available'],
    ['internal_error', 'Error on Slack\u2019s side'],
    ['fatal_error', 'Error on Slack\u2019s side'],
    ['request_timeout', 'Slack did not receive the whole request'],
    ['timeout', 'Slack did not answer in time'],
    ['connection_lost', 'Connection to Slack lost'],
    ['invalid_response', 'No usable answer from Slack'],
    ['implausible_listing', 'Slack\u2019s list of sessions is implausible'],
    ['time_limit', 'Time limit reached'],
    ['cancelled', 'Run cancelled'],
    ['unrecognized_error', 'No usable answer from Slack'],
    ['unexpected_error', 'Bug in this Action'],
]);
/** The cause that stopped the run, or that everybody who needs attention shares and that is not about them. */
function nameCause({ stop, results }) {
    if (stop !== undefined) {
        const scope = stop.error === 'missing_scope' ? findMissingScope(stop) : undefined;
        const named = scope === undefined ? NAMES.get(stop.error) : `Slack token lacks the scope ${scope}`;
        return named ?? `Slack answered ${stop.error}`;
    }
    const errors = new Set(results.filter(needsAttention).map(({ error }) => error));
    const [error] = errors;
    if (errors.size !== 1 || error === null || error === undefined) {
        return undefined;
    }
    return NAMES.get(error) ?? (/^http_\d{3}$/.test(error) ? `Slack answered HTTP ${error.slice(5)}` : undefined);
}

;// CONCATENATED MODULE: ./build/report/remedies.js



const OWN_REMEDIES = new Map([
    ['protected_user', 'This person is in protected-user-ids: remove the person from one of the two lists.'],
    ['max_users', 'More people are due than max-users allows: if that many are intended, raise max-users.'],
    [
        'sessions_left',
        'Slack still lists sessions that the reset should have ended: check again later, and end them in Slack if they remain.',
    ],
    [
        'signed_in_again',
        'Slack lists a session newer than the reset: disable the account in the identity provider, then run again.',
    ],
    [
        'found_signed_in',
        'Due for a long time but still signed in when the run looked: check that the account is disabled in the identity provider, and find out what happened since the due date.',
    ],
    [
        'wrong_person',
        'The look-up answered with another address, so nothing was sent: give the user ID instead of the address.',
    ],
    [
        'look_failed',
        'The look before the reset gave no answer, and max-users left no room: run again, or raise max-users.',
    ],
    [
        'never_listed',
        'Slack never listed a session under this ID, so an empty list proves nothing: give the Enterprise user ID (W\u2026), or add the scope users:read.',
    ],
    [
        'implausible_listing',
        'Slack\u2019s list of sessions was empty, or too many sessions had vanished from it at once, so it proves nothing: run again.',
    ],
    ['no_session', 'Slack listed no session, so there was nothing to end.'],
    ['deactivated', 'The account is deactivated, which ended all its sessions.'],
    ['earlier_roster', 'The earlier version of the roster could not be read: see the problem above.'],
    ['time_limit', 'The time limit was reached: run again, or raise timeout-minutes.'],
    ['cancelled', 'The run was cancelled: run again.'],
    [
        'unreachable',
        'Slack could not be reached: check api-url, name resolution, proxy and certificates, then run again.',
    ],
    ['unexpected_error', 'A bug in this Action: run again with debug logging, and please report it.'],
    [
        'unrecognized_error',
        'Slack answered with something that is not an error code: check that api-url is Slack\u2019s, then run again.',
    ],
]);
/** What to do about people whose reset Slack accepted and who could not be verified. */
const UNVERIFIED = new Map([
    ['time_limit', 'Time ran out before Slack stopped listing the sessions: run again, or raise timeout-minutes.'],
    ['cancelled', 'The run was cancelled before Slack stopped listing the sessions: run again.'],
    [
        'missing_scope',
        "The token may not list sessions: add the scope admin.users:read to the app's user token scopes, then reinstall the app on the whole organization.",
    ],
]);
const NO_CLEAR_ANSWER = 'No clear answer came back, so the sessions may or may not have been reset: run again; repeating a reset does no harm.';
const NO_CLEAR_LOOK_UP = 'The look-up got no clear answer, and nothing was sent for this person: run again.';
const NO_CLEAR_LOOK = 'The sessions could not be listed: run again.';
/** One line that says what to do about an error code, Slack's or ours. */
function whatToDo(error, status) {
    const isAccepted = status === 'queued' || status === 'verified';
    const own = (isAccepted ? UNVERIFIED.get(error) : undefined) ?? OWN_REMEDIES.get(error);
    if (own !== undefined) {
        return own;
    }
    if (!isNoClearAnswer(error) && !(status === 'unknown' && (0,error_codes/* isPerUserCode */.y3)(error))) {
        return isAccepted ? `The sessions could not be listed. ${(0,error_codes/* remedyOf */.SM)(error)}` : (0,error_codes/* remedyOf */.SM)(error);
    }
    if (isAccepted) {
        return NO_CLEAR_LOOK;
    }
    return status === 'not-attempted' ? NO_CLEAR_LOOK_UP : NO_CLEAR_ANSWER;
}
/** The causes among those who need attention, the most urgent first, and of those the most frequent. */
function causesOf(results) {
    const causes = new Map();
    for (const result of whoNeedAttention(results)) {
        const key = `${result.error} ${kindOf(result.status)}`;
        const known = causes.get(key);
        if (known === undefined) {
            causes.set(key, [result]);
        }
        else {
            known.push(result);
        }
    }
    const list = [...causes.values()].flatMap((group) => {
        const [first] = group;
        return first === undefined ? [] : [{ ...toCause(first, group), urgency: urgencyOf(first) }];
    });
    return list.toSorted((a, b) => a.urgency - b.urgency || b.results.length - a.results.length);
}
function toCause({ error, status }, results) {
    const code = error ?? 'unexpected_error';
    return { error: code, status, results, remedy: whatToDo(code, status) };
}
/** Queued and verified people share remedies. */
function kindOf(status) {
    return status === 'verified' ? 'queued' : status;
}
function isNoClearAnswer(error) {
    return !error_catalogue/* ERROR_CODES */.O.has(error) && /^(timeout|connection_lost|invalid_response|http_\d{3})$/.test(error);
}

;// CONCATENATED MODULE: ./build/report/headline.js






/** One line: how the run ended, the cause first. */
function renderHeadline(record) {
    const { problems, results, faults } = record;
    if (problems.length > 0) {
        const tooMany = results.filter(({ error }) => error === 'max_users').length;
        const why = tooMany > 0 ? `${tooMany} people due, more than max-users allows` : (0,wording/* formatCount */.B4)(problems.length, 'problem');
        // A look before the refusal may have found what matters more.
        const signedIn = results.filter(({ foundSignedIn }) => foundSignedIn).length;
        const found = signedIn === 0 ? '' : `Sign-in may still be open for ${(0,wording/* formatPeopleCount */.EV)(signedIn)}; `;
        return `${found}${found === '' ? 'Refused' : 'refused'}: ${why}, nothing was sent to Slack`;
    }
    const cause = nameCause(record);
    const urgent = renderUrgent(results, cause !== undefined);
    const good = renderGood(record);
    if (cause !== undefined) {
        const effect = hasNoEffect(record) ? ['nobody was signed out'] : renderDone(results);
        return `${cause}${toTail([...urgent, ...effect, ...renderWaiting(record), ...renderLater(record)], ': ')}`;
    }
    if (urgent.length > 0) {
        return capitalize(`${urgent.join(', ')}${good.length === 0 ? '' : `; ${good.join(', ')}`}`);
    }
    const [fault] = faults;
    return fault === undefined ? renderCalm(record) : `${fault.replace(/\.$/, '')}${toTail(good, ': ')}`;
}
/** The line where nobody needs attention. */
function renderCalm(record) {
    const { outcome, tally, options, change } = record;
    const later = renderLater(record);
    switch (outcome) {
        case 'planned':
            return `Plan: ${(0,wording/* formatPeopleCount */.EV)(tally.planned)} would be signed out of Slack${toTail([...renderDoubtful(record), ...later, ...renderRemoved(record)], '; ')}`;
        case 'nothing-to-do': {
            const removed = change?.removed.length ?? 0;
            if (tally.people > 0) {
                return `Nothing to do: ${(0,wording/* formatPeopleCount */.EV)(tally.people)} not due yet${toTail(renderRemoved(record), '; ')}`;
            }
            return removed === 0
                ? 'Nothing to do: no people requested'
                : `Nothing to do: the change removes ${(0,wording/* formatPeopleCount */.EV)(removed)} from the roster and adds none`;
        }
        case 'partial':
            return `Slack refused all ${(0,wording/* formatPeopleCount */.EV)(tally.ignored)}, all ignored: this may be the wrong organization`;
        case 'success':
            return tally.verified > 0 && tally.queued + tally.ignored + tally['signed-out'] === 0
                ? `Verified for ${(0,wording/* formatPeopleCount */.EV)(tally.verified)}: Slack lists no ${headline_kindOf(options)}session any longer${toTail(later, '; ')}`
                : capitalize(renderGood(record).join(', '));
        default:
            return 'The run failed';
    }
}
/** Accounts that Slack refuses to reset, or that are probably not the intended person. */
const DOUBTFUL = new Set(['bot', 'app', 'primary owner', 'unknown', 'another organization', 'wrong person']);
function renderDoubtful({ results }) {
    const doubtful = results.filter(({ accountNote = '', status }) => status === 'planned' && DOUBTFUL.has(accountNote));
    return doubtful.length === 0 ? [] : [`${doubtful.length} of them likely to be refused`];
}
function toTail(parts, divider) {
    return parts.length === 0 ? '' : `${divider}${parts.join(', ')}`;
}
/** People who need attention, by urgency; {@link renderWaiting} counts those who only wait for what stopped the run. */
function renderUrgent(results, hasCause) {
    const all = results.filter(needsAttention);
    const open = all.filter(isOpen);
    const others = all.filter((result) => !isOpen(result));
    const count = (...statuses) => others.filter(({ status }) => statuses.includes(status)).length;
    const phrase = (people, words) => people === 0 ? [] : [words((0,wording/* formatPeopleCount */.EV)(people))];
    const isSure = open.every(({ error }) => error === 'signed_in_again');
    return [
        ...phrase(open.length, (people) => `sign-in ${isSure ? 'is still' : 'may still be'} open for ${people}`),
        ...phrase(count('still-active'), (people) => `sessions are left for ${people}`),
        ...phrase(count('unknown'), (people) => `no clear answer for ${people}`),
        ...phrase(count('queued', 'verified'), (people) => `reset queued but not verified for ${people}`),
        ...phrase(count('failed'), (people) => `${people} refused`),
        ...phrase(hasCause ? 0 : count('not-attempted'), (people) => `${people} not attempted`),
        ...phrase(count('skipped'), (people) => `${people} protected`),
    ];
}
function isOpen({ error, foundSignedIn }) {
    return error === 'signed_in_again' || foundSignedIn;
}
function renderWaiting({ tally }) {
    const waiting = tally['not-attempted'];
    return waiting === 0 ? [] : [`${waiting} waiting`];
}
/** Whether it is certain that the run ended no session of the people it was meant to sign out. */
function hasNoEffect({ tally, dryRun }) {
    const done = tally.queued + tally.verified + tally['still-active'] + tally.unknown + tally['signed-out'];
    return !dryRun && done === 0 && tally['not-attempted'] > 0;
}
/** People who need no attention: `2 verified, reset queued for 3 people, 1 not due yet`. */
function renderGood(record) {
    return [...renderDone(record.results), ...renderLater(record)];
}
function renderDone(results) {
    const good = results.filter((result) => !needsAttention(result));
    const count = (status) => good.filter((result) => result.status === status).length;
    const [planned, verified, queued] = [count('planned'), count('verified'), count('queued')];
    const [signedOut, ignored] = [count('signed-out'), count('ignored')];
    return [
        ...(planned > 0 ? [`${planned} would be signed out`] : []),
        ...(verified > 0 ? [`${verified} verified`] : []),
        ...(queued > 0 ? [`reset queued for ${(0,wording/* formatPeopleCount */.EV)(queued)}`] : []),
        ...(signedOut > 0 ? [`${signedOut} already signed out`] : []),
        ...(ignored > 0 ? [`${ignored} refused and ignored`] : []),
    ];
}
function renderLater({ results }) {
    const later = results.filter(({ error }) => error === 'not_due').length;
    return later > 0 ? [`${later} not due yet`] : [];
}
function renderRemoved({ change }) {
    const removed = change?.removed.length ?? 0;
    return removed > 0 ? [`${removed} removed from the roster`] : [];
}
/** `web ` or `mobile ` where only such sessions are reset. */
function headline_kindOf(options) {
    if (options['web-only'] === true) {
        return 'web ';
    }
    return options['mobile-only'] === true ? 'mobile ' : '';
}
/** The words that the failed step shows, or `undefined` when nothing fails it. */
function renderFailure(record) {
    const { problems, results, tally, stop, faults } = record;
    if (problems.length === 0 && tally.needsAttention === 0 && stop === undefined && faults.length === 0) {
        return undefined;
    }
    const parts = [`${renderHeadline(record)}.`];
    if (problems.length === 0 && tally.needsAttention > 0) {
        parts.push(`Needs attention: ${countByError(results)}.`, ...remediesOf(results, stop?.error));
    }
    if (stop !== undefined && problems.length === 0) {
        const details = detailsOf(stop).join('; ');
        const inBrackets = details === '' ? '' : toLogText(` (${details})`);
        parts.push(`Stopped by ${stop.error}${inBrackets}. ${whatToDo(stop.error)}`);
    }
    return [...parts, ...faults.filter((fault) => !parts[0]?.startsWith(fault.replace(/\.$/, '')))].join(' ');
}
/** Figures for the log: `3 queued, 1 failed, 1 skipped`. */
function renderCounts({ people: _people, needsAttention: _needsAttention, ...counts }) {
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    return parts.length === 0 ? 'no people' : parts.map(([status, count]) => `${count} ${status}`).join(', ');
}
/** Codes named in the words of the failed step; the summary has all. */
const MAX_CODES = 20;
/** `2 failed (user_not_found), 1 unknown (timeout)`, the most urgent first. */
function countByError(results) {
    const counts = new Map();
    for (const { status, error } of whoNeedAttention(results)) {
        const words = `${status}${error === null ? '' : ` (${error})`}`;
        counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    const parts = [...counts].map(([words, count]) => `${count} ${words}`);
    const more = parts.length - MAX_CODES;
    return [...parts.slice(0, MAX_CODES), ...(more > 0 ? [`and ${more} more codes`] : [])].join(', ');
}
const MAX_REMEDIES = 3;
/** What to do about the most urgent codes; what stopped the run has its remedy elsewhere. */
function remediesOf(results, stoppedBy) {
    const causes = causesOf(results).filter(({ error }) => error !== stoppedBy);
    return causes.slice(0, MAX_REMEDIES).map(({ error, remedy }) => `${error}: ${remedy}`);
}

;// CONCATENATED MODULE: ./build/report/links.js

const SERVER = /^https?:\/\/[\w.-]+(?::\d{1,5})?$/;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** The page of the line where a person was requested; undefined for inputs and for files without a page. */
function findLineLink(source, record) {
    const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(source) ?? [];
    const place = record.rosterPlaces.get(file);
    const pages = findPages(record);
    if (place?.path.isWellFormed() !== true || pages === undefined || !SHA.test(place.sha)) {
        return undefined;
    }
    return escapeUrl(linkToLine(pages, place.sha, { path: place.path, line: Number(line) }));
}
/** The page of this attempt of the run; undefined where the runner does not say. */
function findRunLink(record) {
    const pages = findPages(record);
    const { runId, runAttempt } = record.context;
    return pages === undefined || !/^\d+$/.test(runId ?? '') ? undefined : linkToRun(pages, runId ?? '', runAttempt ?? 1);
}
function findPages({ context }) {
    const { serverUrl, repository } = context;
    return SERVER.test(serverUrl ?? '') && REPOSITORY.test(repository ?? '')
        ? { serverUrl: serverUrl ?? '', repository: repository ?? '' }
        : undefined;
}
/** Characters that are valid in a URL but end a Markdown link. */
function escapeUrl(url) {
    return url.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./build/report/people-tables.js



const COLUMNS = {
    person: ({ person }) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
    status: ({ status = '' }) => status,
    code: ({ error }) => (error == null ? '' : toCode(error)),
    also: ({ error, foundSignedIn }) => foundSignedIn === true && error !== 'found_signed_in' ? toCode('found_signed_in') : '',
    ticket: ({ person }) => (person.ticket === undefined ? '' : toCode(person.ticket)),
    account: ({ accountNote = '', account }) => accountNote || (account === 'active' ? account : ''),
    from: ({ fromMs }) => toDue(fromMs),
    to: ({ person }) => toDue(person.effectiveMs),
    due: ({ person }) => (person.effectiveMs === undefined ? '' : toMoment(person.effectiveMs)),
    queued: (row) => {
        const [dueMs, queuedMs] = [row.person.effectiveMs, queuedAt(row)];
        if (queuedMs === undefined) {
            return '';
        }
        return dueMs === undefined ? toMoment(queuedMs) : `${toDuration(queuedMs - dueMs)} later`;
    },
    verified: (row) => {
        const [queuedMs, verifiedMs] = [queuedAt(row), row.evidence?.verifiedAtMs];
        return queuedMs === undefined || verifiedMs == null ? '' : `${toDuration(verifiedMs - queuedMs)} later`;
    },
    source: ({ person }, sourceLink) => toLink(toCode(person.source), sourceLink(person.source)),
    // No link: the line is one of an earlier version.
    'former source': ({ person }) => toCode(person.source),
    'request ID': ({ requestId }) => (requestId == null ? '' : toCode(requestId)),
};
function toDue(ms) {
    return ms === undefined ? 'at once' : toMoment(ms);
}
/** When Slack accepted the reset of a person, as far as the result says. */
function queuedAt({ status, evidence, atMs }) {
    return evidence?.queuedAtMs ?? (status === 'queued' ? (atMs ?? undefined) : undefined);
}
/** A longer table is folded. */
const MAX_UNFOLDED = 20;
/** The most that the head and the last row of a table can take. */
const FRAME_BYTES = 500;
/**
 * A table of people as Markdown. Without links to the rosters if it does not fit with them.
 *
 * @param room - in bytes; the table is cut to it, and says so in its last row
 */
function renderTable({ title, text, rows, columns, isFolded }, record, room) {
    const heading = `### ${title}${text === undefined ? '' : `\n\n${text}`}`;
    const space = room - FRAME_BYTES - Buffer.byteLength(heading);
    const linked = renderRows(rows, columns, { room: space, sourceLink: (source) => findLineLink(source, record) });
    const table = linked.left === 0 ? linked : renderRows(rows, columns, { room: space, sourceLink: () => undefined });
    if (!isFolded) {
        return `${heading}\n\n${table.text}`;
    }
    const folded = (summary) => `<details><summary>${summary}</summary>\n\n${table.text}\n\n</details>`;
    return text === undefined ? folded(title) : `${heading}\n\n${folded((0,wording/* formatPeopleCount */.EV)(rows.length))}`;
}
function renderRows(rows, columns, { room, sourceLink }) {
    const toCell = (column, row) => {
        const cell = COLUMNS[column];
        return cell(row, sourceLink);
    };
    const filled = columns.filter((column) => rows.some((row) => toCell(column, row) !== ''));
    const toRow = (cells) => `| ${cells.join(' | ')} |`;
    const head = [toRow(filled), toRow(filled.map(() => '---'))];
    const { shown, left } = takeWhile(rows, room, (row) => toRow(filled.map((column) => toCell(column, row))));
    const more = `and ${left} more, in the report`;
    const cut = left > 0 ? [toRow(filled.map((_, index) => (index === 0 ? more : '')))] : [];
    return { text: [...head, ...shown, ...cut].join('\n'), left };
}
/** As many leading items as fit in `room` bytes, one per line. */
function takeWhile(items, room, toLine) {
    const shown = [];
    let bytes = 0;
    for (const item of items) {
        const line = toLine(item);
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > room)
            break;
        shown.push(line);
    }
    return { shown, left: items.length - shown.length };
}

;// CONCATENATED MODULE: ./build/report/attention.js





/** Causes that have a table of their own; the others share one. */
const MAX_CAUSES = 30;
/** Those who need attention: a table for each cause, the most urgent first, with what to do about it. */
function tablesOfAttention(record) {
    const causes = causesOf(record.results);
    const rest = causes.slice(MAX_CAUSES).flatMap(({ results }) => results);
    return [
        ...causes.slice(0, MAX_CAUSES).map((cause) => toTable(cause, record)),
        ...(rest.length === 0
            ? []
            : [
                {
                    title: `Other codes: ${(0,wording/* formatPeopleCount */.EV)(rest.length)}`,
                    rows: rest,
                    columns: ['person', 'status', 'code', 'also', 'ticket', 'source'],
                    isFolded: rest.length > MAX_UNFOLDED,
                },
            ]),
    ];
}
function toTable(cause, { stop }) {
    const { error, status, results, remedy } = cause;
    // The cause that stopped the run, and its remedy, are above all tables.
    const isStopped = isWaiting(cause, stop);
    const isMixed = results.some((result) => result.status !== status) || error === 'found_signed_in';
    return {
        title: `${isStopped ? 'Waiting' : titleOf(cause)}: ${(0,wording/* formatPeopleCount */.EV)(results.length)}`,
        ...(isStopped ? {} : { text: toProse(remedy) }),
        rows: results,
        columns: ['person', ...(isMixed ? ['status'] : []), 'also', 'ticket', 'due', 'source'],
        isFolded: results.length > MAX_UNFOLDED,
    };
}
function isWaiting({ error, status }, stop) {
    return status === 'not-attempted' && error === stop?.error;
}
const TITLES = new Map([
    ['signed_in_again', 'Signed in again'],
    ['found_signed_in', 'Due for a long time and still signed in'],
    ['sessions_left', 'Sessions left'],
    ['protected_user', 'Protected'],
    ['wrong_person', 'Address of another person'],
]);
function titleOf({ error, status }) {
    const code = toCode(error);
    const title = TITLES.get(error);
    if (title !== undefined) {
        return `${title} (${code})`;
    }
    switch (status) {
        case 'failed':
            return `Refused with ${code}`;
        case 'unknown':
            return `No clear answer (${code})`;
        case 'queued':
        case 'verified':
            return `Not verified (${code})`;
        default:
            return `Not attempted (${code})`;
    }
}
/** The request IDs that Slack support asks for. */
function tableOfRequests({ results, stop }) {
    const rows = results.filter((result) => needsAttention(result) && result.requestId !== null && !isWaiting(result, stop));
    return {
        title: `Request IDs for Slack support: ${(0,wording/* formatPeopleCount */.EV)(rows.length)}`,
        rows,
        columns: ['person', 'request ID'],
        isFolded: true,
    };
}

;// CONCATENATED MODULE: ./build/report/counts.js





const MEANINGS = {
    planned: 'would be sent',
    queued: 'Slack accepted the reset and will carry it out soon; this does not prove that anybody is signed out',
    verified: 'queued, and Slack then listed no session',
    'signed-out': 'nothing to end: no session is listed, or the account is deactivated',
    'still-active': 'queued, but sessions are left',
    failed: 'Slack refused this person',
    ignored: 'refused with a code listed in ignore-errors',
    unknown: 'sent, but no clear answer came back: it may have happened',
    'not-attempted': 'not affected: never sent, or only in calls that Slack rejected',
    skipped: 'not sent: not due yet, or protected',
};
/** How many people ended with each status, with accounts and delays. A plan needs no counts: its headline has them. */
function counts_renderCounts(record) {
    const { tally, results, options, dryRun } = record;
    const held = results.some(({ error }) => error === 'protected_user') ? ['protected'] : [];
    const later = results.some(({ error }) => error === 'not_due') ? ['not due yet'] : [];
    const meanings = {
        ...MEANINGS,
        verified: `queued, and Slack then listed no ${headline_kindOf(options)}session`,
        skipped: `not sent: ${[...later, ...held].join(', or ')}`,
    };
    const rows = STATUSES.filter((status) => tally[status] > 0).map((status) => `| ${status} | ${tally[status]} | ${meanings[status]} |`);
    const table = ['| status | people | meaning |', '| --- | ---: | --- |', ...rows].join('\n');
    const heading = `### Results: ${(0,wording/* formatPeopleCount */.EV)(results.length)}`;
    const lines = [renderAccounts(record), renderDelays(results)].filter((line) => line !== '');
    return [...(dryRun || rows.length === 0 ? [] : [heading, table]), ...lines].join('\n\n');
}
function renderAccounts({ results, options }) {
    const due = results.filter(({ error }) => error !== 'not_due');
    const count = (account) => due.filter((result) => result.account === account).length;
    const unknown = count(null);
    return options['check-accounts'] !== true || unknown === due.length
        ? ''
        : `Accounts: ${count('active')} still active, ${count('deactivated')} deactivated${unknown === 0 ? '' : `, ${unknown} not known`}.`;
}
function renderDelays(results) {
    const longest = (delays) => delays.reduce((most, delay) => Math.max(most, delay), 0);
    const toQueued = results.flatMap((result) => {
        const [dueMs, queuedMs] = [result.person.effectiveMs, queuedAt(result)];
        return dueMs === undefined || queuedMs === undefined ? [] : [queuedMs - dueMs];
    });
    const toVerified = results.flatMap((result) => {
        const [queuedMs, verifiedMs] = [queuedAt(result), result.evidence?.verifiedAtMs ?? undefined];
        return queuedMs === undefined || verifiedMs === undefined ? [] : [verifiedMs - queuedMs];
    });
    const parts = [
        ...(toQueued.length === 0 ? [] : [`due \u2192 queued ${toDuration(longest(toQueued))}`]),
        ...(toVerified.length === 0 ? [] : [`queued \u2192 verified ${toDuration(longest(toVerified))}`]),
    ];
    return parts.length === 0 ? '' : `Longest delays: ${parts.join(', ')}.`;
}

;// CONCATENATED MODULE: ./build/report/next-step.js



/** Which button to press once the causes are fixed; empty if no further run is needed. */
function renderNextStep(record) {
    const { results, dryRun, options, context, problems, stop, faults } = record;
    const isOpen = results.some((result) => needsAttention(result) && result.error !== 'protected_user');
    if (dryRun || problems.length > 0 || !(isOpen || stop !== undefined || faults.length > 0)) {
        return '';
    }
    if (options['roster-entries'] === 'added') {
        const page = toLink('this run', findRunLink(record));
        return `Then **Re-run failed jobs** of ${page}, rather than start a new run: under \`roster-entries: added\` only a re-run compares with the same commit.`;
    }
    const orWait = context.event === 'schedule' ? ', or wait for the next scheduled run' : '';
    return `Then **Run again**${orWait}: repeating a reset does no harm.`;
}
/** What to do about refused input, where correcting it is not enough. */
function renderAfterRefusal({ options, problems, dryRun, context, results }) {
    const isAdded = options['roster-entries'] === 'added' && !dryRun && results.length > 0;
    if (problems.length === 0 || !isAdded || context.event === 'pull_request') {
        return '';
    }
    return ('If the correction is a secret, a variable or time, **Re-run failed jobs**. If it is a new commit, the entries of ' +
        'this one no longer count as added: use a run with `roster-entries: all`.');
}

;// CONCATENATED MODULE: ./build/report/plan-tables.js



/** What a plan says besides who would be signed out: who was removed, and whose date moved. */
function tablesOfChange({ change, dryRun }) {
    if (change === undefined || !dryRun) {
        return [];
    }
    const { removed, moved } = change;
    return [
        {
            title: `Date moved: ${(0,wording/* formatPeopleCount */.EV)(moved.length)}`,
            rows: moved.map(({ fromMs, toMs, ...person }) => ({
                person: { ...person, ...(toMs === undefined ? {} : { effectiveMs: toMs }) },
                fromMs,
            })),
            columns: ['person', 'from', 'to', 'source'],
            isFolded: moved.length > MAX_UNFOLDED,
        },
        {
            title: `Removed from the roster: ${(0,wording/* formatPeopleCount */.EV)(removed.length)}`,
            rows: removed.map((person) => ({ person })),
            columns: ['person', 'former source'],
            isFolded: removed.length > MAX_UNFOLDED,
        },
    ];
}
/** Files that became part of the roster with their people, each on a line of its own. */
function renderArrivals({ change, dryRun }, room) {
    const arrivals = dryRun ? (change?.arrivals ?? []) : [];
    const { shown, left } = takeWhile(arrivals, room, ({ file, former }) => `- ${toCode(file)} is new in the roster; its content was in ${toCode(former)} before.`);
    return [...shown, ...(left > 0 ? [`- and ${(0,wording/* formatCount */.B4)(left, 'more file')}`] : [])].join('\n');
}
/** What a dry run has done, and what the reset would take. */
function renderPlanNote({ calls, hasCalledSlack, results, options }) {
    const planned = results.filter(({ status }) => status === 'planned');
    const lookUps = planned.filter(({ person }) => person.userId === undefined).length;
    const isTold = results.some(({ account, accountNote }) => account !== null || accountNote !== undefined);
    const asked = isTold
        ? 'Slack was asked about accounts, and nothing was reset'
        : 'Slack was asked but said nothing about accounts, so none was checked; nothing was reset';
    const done = hasCalledSlack ? asked : 'Slack was not called';
    const effort = lookUps === 0 ? '' : ` and ${(0,wording/* formatCount */.B4)(lookUps, 'look-up')} by e-mail address`;
    const open = lookUps === 0
        ? ''
        : ' Only the look-up shows whether an address is known, protected, or belongs to a person who is also listed by ID.';
    const days = options['look-first-after-days'];
    const first = typeof days === 'number'
        ? ` People due for at least ${(0,wording/* formatCount */.B4)(days, 'day')} would be looked at first, and reset only if they are still signed in.`
        : '';
    const takes = planned.length === 0 || calls === 0 ? '' : ` The reset would take ${(0,wording/* formatCount */.B4)(calls, 'call')}${effort}.`;
    return `A dry run: ${done}.${takes}${open}${first}`;
}
/** Which run will see entries that are not due yet, if this one compares two versions of the roster. */
function renderLaterRuns({ options, results }) {
    const isLater = results.some(({ error }) => error === 'not_due');
    return options['roster-entries'] === 'added' && isLater
        ? 'A later run with `roster-entries: added` does not see entries that are not due yet: only a run with ' +
            '`all`, such as a nightly one, picks them up.'
        : '';
}

;// CONCATENATED MODULE: ./build/report/summary.js












/** GitHub refuses a job summary of 1 MiB; the rest is left for what other steps write. */
const MAX_BYTES = 1024 * 1024 - 16 * 1024;
/** What headings, folds and the last line take at most; the rosters named in that line have their own share. */
const summary_FRAME_BYTES = 2000;
const FOOT_BYTES = 8000;
/**
 * The job summary as Markdown: the cause, what to do and for which people, the counts, and the rest folded.
 *
 * @param maxBytes - the result is cut to stay below it and says so
 */
function renderSummary(record, maxBytes = MAX_BYTES) {
    const isRefused = record.problems.length > 0;
    const head = renderHead(record, maxBytes);
    const counts = isRefused ? '' : counts_renderCounts(record);
    let room = maxBytes - Buffer.byteLength(`${head}${counts}`) - summary_FRAME_BYTES - FOOT_BYTES;
    const render = (tables) => tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => {
        const text = renderTable(table, record, room);
        room -= Buffer.byteLength(text);
        return text;
    });
    // A refusal concerns everybody: a table of the people would add nothing to the problems.
    const attention = isRefused ? [] : render(tablesOfAttention(record));
    const arrivals = renderArrivals(record, Math.max(0, room / 4));
    room -= Buffer.byteLength(arrivals);
    const others = isRefused ? [] : render([...tablesOfPlan(record), ...tablesOfChange(record)]);
    const folded = isRefused ? [] : render([tableOfRest(record), tableOfRequests(record)]);
    // The cause that stopped the run must be fixed first; other causes have their tables before that.
    const next = renderNextStep(record);
    const start = record.stop === undefined ? [head, ...attention, next] : [head, next, ...attention];
    const sections = [...start, counts, ...others, arrivals, ...folded, renderLaterRuns(record)];
    return `${[...sections, renderFoot(record)].filter((section) => section !== '').join('\n\n')}\n`;
}
function renderHead(record, maxBytes) {
    const { stop, problems, faults, dryRun } = record;
    const headline = renderHeadline(record);
    const lines = [`## ${markOf(record)} ${toProse(headline)}`];
    if (stop !== undefined && problems.length === 0) {
        lines.push(renderStop(stop));
    }
    // A fault in the headline is not repeated.
    const others = faults.filter((fault) => !headline.startsWith(fault.replace(/\.$/, '')));
    lines.push(...others.map((fault) => `**${toProse(fault)}**`));
    if (problems.length > 0) {
        lines.push(renderProblems(record, maxBytes / 4), '**Nothing was sent.**', renderAfterRefusal(record));
    }
    else if (dryRun) {
        lines.push(renderPlanNote(record));
    }
    return lines.filter((line) => line !== '').join('\n\n');
}
function markOf(record) {
    if (renderFailure(record) !== undefined) {
        return '\u274c';
    }
    const marks = { planned: '\ud83d\udcdd', 'nothing-to-do': '\ud83d\udca4', partial: '\u26a0\ufe0f' };
    return marks[record.outcome] ?? '\u2705';
}
function renderStop(stop) {
    const { error, refusal } = stop;
    const request = refusal?.requestId === undefined ? [] : [`request ${refusal.requestId}`];
    const details = [...detailsOf(stop), ...request].map(toCode);
    return [`**Stopped by ${toCode(error)}.**`, toProse(whatToDo(error)), ...details].join(' ');
}
function renderProblems(record, room) {
    const { shown, left } = takeWhile(record.problems, room, ({ message, file, line, column }) => {
        const place = file === undefined ? '' : `${toCode(`${file}:${line ?? 1}:${column ?? 1}`)} `;
        return `- ${place}${toProse(message)}`;
    });
    return [...shown, ...(left > 0 ? [`- and ${left} more, in the report`] : [])].join('\n');
}
function tablesOfPlan({ results }) {
    const planned = results.filter(({ status }) => status === 'planned');
    return [
        {
            title: `Would be signed out: ${(0,wording/* formatPeopleCount */.EV)(planned.length)}`,
            rows: planned,
            columns: ['person', 'account', 'due', 'source'],
            isFolded: planned.length > MAX_UNFOLDED,
        },
    ];
}
function tableOfRest({ results, dryRun }) {
    const rows = results.filter((result) => !needsAttention(result) && result.status !== 'planned');
    const isLater = rows.every(({ error }) => error === 'not_due');
    const title = rows.length === results.length ? 'All results' : 'Other results';
    return {
        title: `${isLater ? 'Not due yet' : title}: ${(0,wording/* formatPeopleCount */.EV)(rows.length)}`,
        rows,
        columns: isLater
            ? ['person', 'due', 'source']
            : ['person', 'status', 'code', 'due', 'queued', 'verified', 'source'],
        isFolded: !dryRun || rows.length > MAX_UNFOLDED,
    };
}
function renderFoot(record) {
    const { startedMs, endedMs, apiHost, calls, dryRun, rosters, reportSha256, context } = record;
    const run = findRunLink(record);
    const { shown, left } = takeWhile(rosters, FOOT_BYTES, ({ path, sha256 }) => `${toCode(path)} ${toCode(sha256.slice(0, 12))}`);
    const more = left > 0 ? ` and ${left} more, in the report` : '';
    const parts = [
        ...(run === undefined ? [] : [`${toLink(`Attempt ${context.runAttempt ?? 1} of this run`, run)}.`]),
        `${toMoment(startedMs)}, ${toDuration(endedMs - startedMs)}.`,
        ...(dryRun || calls === 0 ? [] : [`${(0,wording/* formatCount */.B4)(calls, 'call')} to ${toCode(apiHost)}.`]),
        ...(rosters.length === 0 ? [] : [`Rosters (SHA-256): ${shown.join(', ')}${more}.`]),
        ...(reportSha256 === undefined ? [] : [`Report (SHA-256): ${toCode(reportSha256)}.`]),
    ];
    return `<sub>${parts.join(' ')}</sub>`;
}

;// CONCATENATED MODULE: ./build/report/write-reports.js









/** People listed one by one in the log; the report has everybody. */
const MAX_LOG_LINES = 1000;
/** Shorter text is not a token, and masking it everywhere would corrupt JSON and IDs. */
const MIN_SECRET_LENGTH = 8;
/**
 * Writes report, outputs, log and job summary, synchronously. If one of them cannot be written, the log says so and the
 * step fails, but the others are still written.
 *
 * Writes them again where a run has come to another end in the meantime; the later ones replace the earlier ones.
 *
 * @returns the record with the faults found while writing, and the checksum of the report
 */
function writeReports(record, targets) {
    const { reportPath, annotations, log, env, summaryBytes } = targets;
    const redact = redactor(targets.secrets);
    const faults = [];
    const report = attempt(faults, 'The report could not be written', () => {
        // Checked again, since the disk may have changed in the meantime.
        const place = placeReport(reportPath, env);
        if ('problem' in place)
            throw new Error(`"report-path": ${place.problem}`);
        return { path: place.path, sha256: writeReport(place.path, renderReport(record).map(redact)) };
    });
    const artifacts = env['GITHUB_ARTIFACTS'];
    const isFirst = record.reportPath === undefined;
    if (report !== undefined && artifacts && isFirst) {
        attempt(faults, 'The report could not be listed as an artifact', () => (0,external_node_fs_.appendFileSync)(artifacts, `${report.path}\n`));
    }
    const { outputs, warnings } = renderOutputs(record, report?.path ?? '');
    for (const [name, value] of outputs) {
        attempt(faults, `The output "${name}" could not be written`, () => writeOutput(name, redact(value), { path: env['GITHUB_OUTPUT'] }));
    }
    if (isFirst) {
        annotations.show('warning', [...warnings, ...warnOfIgnored(record)].map((message) => ({ message })));
        logResults(record.results, log);
    }
    const written = {
        ...record,
        reportPath: report?.path ?? reportPath,
        reportSha256: report?.sha256,
        faults: [...record.faults, ...faults.slice(0, 3)],
    };
    const unwritten = [];
    attempt(unwritten, 'The job summary could not be written', () => writeSummary(redact(renderSummary(written)), { path: env['GITHUB_STEP_SUMMARY'], startBytes: summaryBytes }));
    return { ...written, faults: [...written.faults, ...unwritten] };
}
/** The text of the comment: the job summary, cut to the size of a comment. */
function renderComment(record, { secrets }) {
    return redactor(secrets)(renderSummary(record, MAX_COMMENT_BYTES));
}
/** A comment may hold 65,536 characters; a character has at least one byte, and some room is left for the marker. */
const MAX_COMMENT_BYTES = 64_000;
function redactor(secrets) {
    const hidden = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
    return (text) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}
function attempt(faults, what, write) {
    try {
        return write();
    }
    catch (error) {
        faults.push(`${what} (${write_reports_codeOf(error)}).`);
        return undefined;
    }
}
function write_reports_codeOf(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code || (error instanceof Error ? error.message : String(error));
}
/** Everybody refused and ignored: this is what a token of another organization looks like. */
function warnOfIgnored({ outcome, results }) {
    const due = results.filter(({ error }) => error !== 'not_due');
    return outcome === 'partial' && due.length > 0 && due.every(({ status }) => status === 'ignored')
        ? [
            `Slack refused all ${(0,wording/* formatPeopleCount */.EV)(due.length)}, and "ignore-errors" ignores that: it may be the wrong organization. ` +
                'Set "org-id" to check that.',
        ]
        : [];
}
function logResults(results, log) {
    if (results.length === 0) {
        return;
    }
    const ordered = [...whoNeedAttention(results), ...results.filter((result) => !needsAttention(result))];
    log.startGroup(`Results (${(0,wording/* formatPeopleCount */.EV)(results.length)})`);
    for (const { person, status, error } of ordered.slice(0, MAX_LOG_LINES)) {
        const code = error === null ? '' : ` (${error})`;
        log.info(toLogText(`${person.userId ?? 'by e-mail address'}, ${person.source}: ${status}${code}`));
    }
    if (ordered.length > MAX_LOG_LINES) {
        log.info(`and ${ordered.length - MAX_LOG_LINES} more, in the report`);
    }
    log.endGroup();
}
/** Logs how the run ended, and fails the step if it must: the only place that does. */
function writeVerdict(record, { log, annotations }) {
    const failure = renderFailure(record);
    const calm = failure === undefined ? renderHeadline(record) : renderCounts(record.tally);
    const words = record.problems.length > 0 ? 'Nothing was sent' : calm;
    annotations.show('error', record.problems);
    annotations.close();
    if (failure !== undefined) {
        process.exitCode = 1;
        log.annotate('error', toLogText(failure));
    }
    log.info(toLogText(`Outcome: ${record.outcome}. ${words}.`));
}

;// CONCATENATED MODULE: ./build/reset/ledger.js


/**
 * The only place that holds the state of every person and of the run. Token check, look-ups, listings, reset and
 * verification write to it, and results are read from it alone, however the run ends.
 */
class Ledger {
    #entries;
    #byId = new Map();
    #protectedIds;
    #nowMs;
    #reopened = [];
    #hasQueued = false;
    /** HTTP calls to Slack in this run. */
    calls = 0;
    /** What ended the run before its work was done. */
    stop;
    /** The token's owner, if Slack was asked. */
    token;
    /** Why some or all people could not be verified, unless their entries say so. */
    verifyProblem;
    /** Why Slack says nothing about accounts to this token, if so. */
    accountsRefused;
    /** When Slack last accepted a reset, by the monotonic clock. */
    lastQueuedMs = 0;
    /** Until when Slack has asked not to be called, by method and by the monotonic clock, where there was no time to wait. */
    heldUntilMs = new Map();
    /** Slack's own warnings. */
    warnings = new Set();
    /** How far Slack's clock is ahead of the runner's, in ms; absent until Slack has answered. */
    clockSkewMs;
    /**
     * @param nowMs - dates up to this moment are due
     */
    constructor(plan, { nowMs, protectedUserIds }) {
        this.#nowMs = nowMs;
        this.#protectedIds = protectedUserIds;
        this.#entries = plan.people.map(reset_entry/* toEntry */.q0);
        for (const entry of this.#entries) {
            this.#index(entry);
        }
    }
    /** Everybody, once each, in input order. */
    get entries() {
        return this.#entries;
    }
    /** Whether Slack has accepted a reset in this run. */
    get hasQueued() {
        return this.#hasQueued;
    }
    /** People who are due, not protected, and not settled yet, in input order. */
    open() {
        return this.#entries.filter(({ person, end }) => person.hold === undefined && end === undefined);
    }
    /** People whom the reset would be sent for, as far as a dry run knows. */
    planned() {
        const isOut = ({ end }) => end?.status === 'failed' || end?.status === 'signed-out';
        return this.#entries.filter((entry) => entry.person.hold === undefined && !isOut(entry));
    }
    /** The person that an ID or an address key belongs to. */
    get(key) {
        return this.#byId.get(key);
    }
    /**
     * Learns the IDs of a person, the one to send first. Anyone else in this run with one of them is the same person,
     * and is held back if any of the IDs is protected.
     *
     * @returns the people merged into this one: all but the one requested first
     */
    identify(entry, userIds) {
        const known = new Set([entry, ...userIds.flatMap((id) => this.#byId.get(id) ?? [])]);
        const [first = entry, ...others] = known.size === 1 ? known : this.#entries.filter((other) => known.has(other));
        for (const other of others) {
            this.#absorb(first, other, userIds[0]);
        }
        first.userId = userIds[0] ?? first.userId;
        if (userIds.some((id) => !first.userIds.has(id))) {
            (0,reset_entry/* forgetEmptyLooks */.De)(first);
        }
        for (const id of userIds) {
            first.userIds.add(id);
        }
        this.#index(first);
        first.person = this.#withHold(first);
        return others;
    }
    /** Records that a call naming these people is under way. */
    sending(userIds) {
        for (const userId of userIds) {
            const entry = this.#byId.get(userId);
            if (entry !== undefined) {
                entry.isSending = true;
                entry.wasSent = true;
            }
        }
    }
    /** Records a finished call that named these people; `possibleEffect` says why it may have taken effect. */
    record(userIds, { possibleEffect, ...call }) {
        for (const key of userIds) {
            const entry = this.#byId.get(key);
            if (entry === undefined) {
                continue;
            }
            entry.isSending = false;
            entry.possibleEffect = possibleEffect ?? entry.possibleEffect;
            entry.calls += call.calls;
            // Calls about a settled person decide nothing.
            if (call.calls > 0 && entry.end === undefined) {
                entry.requestId = call.requestId ?? null;
                entry.atMs = call.atMs;
            }
        }
    }
    /** Records that Slack accepted the reset of these people. */
    queue(userIds, acceptedMs) {
        for (const userId of userIds) {
            const entry = this.#byId.get(userId);
            if (entry?.atMs !== undefined && entry.atMs !== null) {
                entry.end = { status: 'queued', error: null };
                entry.queued = { userId, requestId: entry.requestId, atMs: entry.atMs };
                this.#hasQueued = true;
                this.lastQueuedMs = acceptedMs;
            }
        }
    }
    /** Records final results for people. */
    settle(entries, status, error) {
        for (const entry of entries) {
            if (entry !== undefined) {
                entry.end = { status, error };
            }
        }
    }
    /** Takes back that a person was signed out: a listing shows sessions, so the person is to be reset like everybody. */
    reopen(entry, sessions) {
        entry.end = undefined;
        entry.before = sessions;
        entry.requestId = sessions.requestId;
        entry.atMs = sessions.atMs;
        this.#reopened.push(entry);
    }
    /** Whether people wait who were taken for signed out. */
    get hasReopened() {
        return this.#reopened.length > 0;
    }
    /** Hands over those people, each once; not those who turned out to be somebody whose reset has an end. */
    takeReopened() {
        const people = this.#reopened.splice(0).map((entry) => this.#byId.get(entry.userId ?? '') ?? entry);
        return [...new Set(people)].filter(({ end }) => end === undefined);
    }
    /** Gives up on people: `unknown` if a call may have taken effect, else `not-attempted` for the reason given. */
    giveUp(entries, reason) {
        for (const entry of entries) {
            if (entry !== undefined) {
                const isOpen = entry.possibleEffect !== undefined;
                this.settle([entry], isOpen ? 'unknown' : 'not-attempted', entry.possibleEffect ?? reason);
            }
        }
    }
    #absorb(first, second, userId) {
        this.#entries.splice(this.#entries.indexOf(second), 1);
        (0,reset_entry/* mergeEntries */.xq)(first, second, userId);
        const { email } = second.person;
        if (email !== undefined) {
            this.#byId.set((0,people_email/* emailKey */.c8)(email), first);
        }
    }
    #withHold({ person, userIds, queued, possibleEffect, isSending }) {
        const { hold: _hold, ...mention } = person;
        if (queued !== undefined || possibleEffect !== undefined || isSending) {
            return mention;
        }
        if (mention.effectiveMs !== undefined && mention.effectiveMs > this.#nowMs) {
            return { ...mention, hold: 'not_due' };
        }
        return [...userIds].some((id) => this.#protectedIds.has(id)) ? { ...mention, hold: 'protected_user' } : mention;
    }
    #index(entry) {
        for (const id of entry.userIds) {
            this.#byId.set(id, entry);
        }
        const { email } = entry.person;
        if (email !== undefined && !this.#byId.has((0,people_email/* emailKey */.c8)(email))) {
            this.#byId.set((0,people_email/* emailKey */.c8)(email), entry);
        }
    }
}

// EXTERNAL MODULE: ./build/calls/json.js
var json = __nccwpck_require__(9351);
// EXTERNAL MODULE: ./build/calls/retry.js
var retry = __nccwpck_require__(1123);
;// CONCATENATED MODULE: ./build/slack/reply.js


const ERROR_CODE = /^[a-z0-9_.]{1,64}$/;
const REQUEST_ID = /^[\w.:-]{1,128}$/;
const TRANSIENT_STATUSES = new Set([408, 429]);
/** Words of ours that say how a person ended: a host that answers with one of them would speak for the Action. */
const OUR_WORDS = new Set([
    ...['not_due', 'protected_user', 'no_session', 'deactivated', 'found_signed_in', 'sessions_left', 'signed_in_again'],
    ...['never_listed', 'implausible_listing', 'wrong_person', 'max_users', 'look_failed', 'earlier_roster'],
    ...['time_limit', 'cancelled', 'unreachable', 'timeout', 'connection_lost', 'invalid_response', 'unexpected_error'],
]);
/** Returns whether text can be one of Slack's error codes, and so be shown. */
function isErrorCode(text) {
    return typeof text === 'string' && ERROR_CODE.test(text) && !OUR_WORDS.has(text) && !text.startsWith('http_');
}
/**
 * Says what a complete HTTP response means. Only HTTP 2xx with `"ok": true` and without an `error` in a JSON object
 * is an acceptance.
 *
 * @param nowMs - stands in for an answer's `Date` that is missing
 * @see https://docs.slack.dev/apis/web-api/
 */
function toReply(answer, nowMs) {
    const dateMs = (0,retry/* parseHttpDate */.m6)(single(answer.headers['date']));
    const body = parseObject(answer.text);
    const trace = {
        requestId: requestIdOf(answer.headers),
        retryAfterSeconds: (0,retry/* parseRetryAfter */.mu)(single(answer.headers['retry-after']), dateMs ?? nowMs),
        scopes: scopesOf(answer.headers),
        warnings: warningsOf(body),
        dateMs,
    };
    const code = reply_codeOf(body);
    if (answer.status === 429 || (code === 'ratelimited' && body?.['ok'] === false)) {
        return { kind: 'rate-limited', ...trace };
    }
    if (answer.status >= 500 || TRANSIENT_STATUSES.has(answer.status)) {
        return { kind: 'unclear', reason: `http_${answer.status}`, detail: `HTTP ${answer.status}`, ...trace };
    }
    if (body !== undefined && code !== undefined) {
        return { kind: 'refused', code, body, ...trace };
    }
    const isSuccess = answer.status >= 200 && answer.status < 300;
    if (isSuccess && body?.['ok'] === true) {
        return { kind: 'accepted', body, ...trace };
    }
    return { kind: 'unclear', ...whyUnclear(answer, body !== undefined), ...trace };
}
function whyUnclear({ status, headers }, isJson) {
    if (status < 200 || (status >= 300 && status < 400)) {
        const what = status < 200 ? 'which is not an answer' : 'a redirect, which is not followed';
        return { reason: `http_${status}`, detail: `HTTP ${status}, ${what}` };
    }
    if (status >= 400) {
        return { reason: `http_${status}`, detail: `HTTP ${status}` };
    }
    const isCoded = !['', 'identity'].includes(String(headers['content-encoding'] ?? ''));
    const body = isCoded ? 'a compressed body, which was not asked for' : 'a body that is not a JSON object';
    const detail = isJson ? 'JSON without a true or false "ok"' : body;
    return { reason: 'invalid_response', detail: `HTTP ${status} with ${detail}` };
}
/** The code of a refusal. An `ok` that comes with an error is one too: it has accepted nothing. */
function reply_codeOf(body) {
    const error = body?.['error'];
    const isContradiction = body?.['ok'] === true && Boolean(error);
    if (body?.['ok'] !== false && !isContradiction) {
        return undefined;
    }
    return isErrorCode(error) ? error : 'unrecognized_error';
}
function parseObject(text) {
    try {
        const value = parseJson(text.replace(/^\uFEFF/, ''));
        return (0,json/* isJsonObject */.O)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Keeps whole numbers that a JavaScript number would round, such as long session IDs, as text. */
function parseJson(text) {
    // The reviver makes large bodies slow, so only a text with a long number pays for it.
    if (!/\d{16}/.test(text)) {
        return JSON.parse(text);
    }
    return JSON.parse(text, (_key, value, context) => {
        const isRounded = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
        return isRounded && context?.source !== undefined ? context.source : value;
    });
}
/** @see https://docs.slack.dev/apis/web-api/#responses */
function warningsOf(body) {
    const warning = body?.['warning'];
    const metadata = body?.['response_metadata'];
    const listed = (0,json/* isJsonObject */.O)(metadata) ? metadata['warnings'] : undefined;
    const all = [...(typeof warning === 'string' ? warning.split(',') : []), ...(Array.isArray(listed) ? listed : [])];
    const codes = all.map((item) => (typeof item === 'string' ? item.trim() : item)).filter(isErrorCode);
    return codes.length === 0 ? undefined : [...new Set(codes)].slice(0, MAX_WARNINGS);
}
const MAX_WARNINGS = 10;
function requestIdOf(headers) {
    const value = single(headers['x-slack-req-id']);
    return value !== undefined && REQUEST_ID.test(value) ? value : undefined;
}
function scopesOf(headers) {
    const value = single(headers['x-oauth-scopes']);
    return value
        ?.split(',')
        .map((scope) => scope.trim())
        .filter((scope) => scope !== '');
}
function single(value) {
    return Array.isArray(value) ? value[0] : value;
}

;// CONCATENATED MODULE: ./build/slack/named-users.js


/** Where Slack's methods are known, or may be expected, to put the people they refused. */
const NAMING_KEYS = [
    'failed_user_ids',
    'failed_users',
    'rejected_users',
    'errors',
    'extended_comments',
    'details',
    'response_metadata',
];
const USER_KEYS = ['user', 'user_id', 'id'];
const CODE_KEYS = ['error', 'code', 'reason'];
/** Members that list people for another reason than a refusal. */
const OTHER_KEYS = /succe|accept|queued|request|submit|skipped|process|^done|complet|^invalidated|^reset|^ok|^user_ids$/;
const ID_IN_TEXT = /(?<![A-Za-z0-9])[UW][A-Z0-9]{2,31}(?![A-Za-z0-9])/g;
/** Slack names arguments by their place in the request: `[json-pointer:/user_ids/1]`. */
const POSITION_IN_TEXT = /\bjson-pointer:\/user_ids\/(\d{1,4})(?!\d)/g;
const MAX_DEPTH = 6;
/**
 * Finds the people that an answer names, among those who were in the call: by their ID or by their place in it. It is
 * a hint about who to send alone, and never a verdict on the others. Slack documents that `failed_for_some_users`
 * gives details but not where, so every shape seen on its sibling methods is read: a map, a list of IDs, a list of
 * objects, JSON in a string, IDs inside texts; else IDs anywhere in the body.
 *
 * Naming everybody by mere mention anywhere in the body says nothing (it may be an echo of the request), so that
 * counts as naming nobody.
 */
function findNamedUsers(body, requested) {
    const named = new Map();
    const add = adderTo(named, requested);
    for (const key of NAMING_KEYS) {
        collect(body[key], add, 0);
    }
    if (named.size > 0) {
        return named;
    }
    collect(body, add, 0);
    return named.size === requested.length && requested.length > 1 ? new Map() : named;
}
/** Takes those who were in the call. */
function adderTo(named, requested) {
    const ids = new Map(requested.map((id) => [id, id]));
    const add = (id, code) => {
        if (id !== undefined && (named.get(id) === undefined || isErrorCode(code))) {
            named.set(id, isErrorCode(code) ? code : undefined);
        }
        return id !== undefined;
    };
    return { id: (text, code) => add(ids.get(text), code), position: (index) => add(requested[index], undefined) };
}
/** Collects people by ID or position from a value of an answer, whatever its shape. */
function collect(value, add, depth) {
    if (depth > MAX_DEPTH) {
        return;
    }
    if (typeof value === 'string') {
        collectFromText(value, add, depth);
    }
    else if (Array.isArray(value)) {
        for (const item of value) {
            collect(item, add, depth + 1);
        }
    }
    else if ((0,json/* isJsonObject */.O)(value)) {
        collectFromObject(value, add, depth);
    }
}
function collectFromText(text, add, depth) {
    if (/^\s*[[{]/.test(text)) {
        try {
            collect(JSON.parse(text), add, depth + 1);
            return;
        }
        catch {
            // Not JSON after all, so it is read as a message.
        }
    }
    for (const [id] of text.matchAll(ID_IN_TEXT)) {
        add.id(id, undefined);
    }
    for (const [, index] of text.matchAll(POSITION_IN_TEXT)) {
        add.position(Number(index));
    }
}
function collectFromObject(object, add, depth) {
    const userKey = USER_KEYS.find((key) => typeof object[key] === 'string');
    if (userKey !== undefined) {
        if (object['ok'] !== true) {
            add.id(String(object[userKey]), CODE_KEYS.map((key) => object[key]).find(isErrorCode));
        }
        return;
    }
    for (const [key, value] of Object.entries(object)) {
        if (!OTHER_KEYS.test(key)) {
            // In a map of people the keys are the IDs and the values are their codes.
            add.id(key, value);
            collect(value, add, depth + 1);
        }
    }
}

;// CONCATENATED MODULE: ./build/slack/contradiction.js



/** Members whose content says that people failed. */
const FAILURE_KEY = /^(failed|failures?|rejected|errors?|invalid|not|unsuccessful|unprocessed|unchanged|unaffected|missing|skipped|denied|refused)(_|$)/;
/** Members that list the people Slack accepted. */
const SUCCESS_KEY = /^(succe|accepted|queued|processed|done|complete|invalidated|reset|ok($|_)|requested|submitted|user_ids$)/;
const FAILURE_WORDS = /\bfail|\berror|could not|cannot|\bnot\b|unable|\binvalid\b/i;
/** Words of failure that say there is none. */
const NO_FAILURE = /\b(?:0|no|zero|without)\s+(?:\w+\s+)?(?:fail|error)|\b(?:fail\w*|errors?)\W{1,3}0\b/i;
const SOME_FAILURE = /\b[1-9]\d*\s+(?:\w+\s+)?(?:fail|error)|\b(?:fail\w*|errors?)\W{1,3}[1-9]/i;
/** Members whose sentences are about what became of the call. */
const SENTENCE_KEY = /^(extended_comments?|comments?|messages?|details?|reasons?|note|summary|description)$/;
/** Members that must list somebody when anybody succeeded. */
const LIST_OF_SUCCESS = /^(succe|accepted|queued)/;
/** What a map of people says of those who succeeded. */
const GOOD_VALUES = new Set([true, 'ok', 'success', 'succeeded', 'queued', 'accepted', 'done']);
const ID = /^[UW][A-Z0-9]{2,31}$/;
/** In a sentence a word in capitals, such as WARN, is not an ID. */
const ID_OF_STRANGER = /^(?=.*\d)[UW][A-Z0-9]{2,31}$/;
/** Slack's own notes on the form of a request, such as a charset that was not declared. */
const NOTE = /^\[(WARN|INFO)/;
const contradiction_MAX_DEPTH = 6;
/**
 * Finds what an acceptance says against itself: people reported as failed, in whatever member, and people left out of
 * a list of those who succeeded. If the call had several people, a person mentioned for any reason other than
 * success counts as well, since sending again alone does no harm; an echo of everybody says nothing.
 */
function findContradiction(body, requested) {
    const named = new Map();
    const add = adderTo(named, requested);
    const findings = findIn(body, 0);
    const isUnexplained = findings.failures.map((failure) => isUnaccounted(failure, add));
    const isCounted = findings.counts.some((count) => count > named.size);
    const isListOfOthers = findings.successes.map((list) => noteLeftOut(list, requested, add));
    const isShort = findings.successCounts.some((count) => count < requested.length);
    if (requested.length > 1) {
        noteMentions(findings.rest, requested, named);
    }
    // Beside failures by name, an empty list of successes may be a member that is never filled.
    const isNobody = findings.hasEmptySuccess && named.size === 0;
    const isOpen = isListOfOthers.includes(true) || isShort || isNobody || findings.isPartial;
    const hasOthers = isUnexplained.includes(true) || isCounted || isOpen;
    return named.size > 0 || hasOthers ? { named, hasOthers } : undefined;
}
/** Sorts the members of an answer, and of the objects in it, by what they report. */
function findIn(object, depth) {
    const found = {
        failures: [],
        counts: [],
        successes: [],
        successCounts: [],
        rest: [],
        isPartial: false,
        hasEmptySuccess: false,
    };
    for (const [key, value] of Object.entries(object)) {
        sortIn(found, [key, value], depth);
    }
    return found;
}
function sortIn(found, [key, value], depth) {
    if (depth > contradiction_MAX_DEPTH || NOTE.test(key)) {
        return;
    }
    if (ID.test(key)) {
        sortPerson(found, [key, value]);
    }
    else if (SUCCESS_KEY.test(key)) {
        noteSuccess(found, [key, value]);
    }
    else if (isEmpty(value)) {
        return;
    }
    else if (FAILURE_KEY.test(key)) {
        (typeof value === 'number' ? found.counts : found.failures).push(value);
    }
    else if (/^(partial|incomplete)/.test(key)) {
        found.isPartial = true;
    }
    else if (/^warnings?$/.test(key)) {
        found.isPartial ||= [value].flat().some((code) => typeof code === 'string' && (0,error_codes/* isPerUserCode */.y3)(code));
        found.rest.push(value);
    }
    else if (typeof value === 'string') {
        sortText(found, value, SENTENCE_KEY.test(key));
    }
    else if (Array.isArray(value)) {
        sortList(found, value, { depth, isSentence: SENTENCE_KEY.test(key) });
    }
    else if ((0,json/* isJsonObject */.O)(value)) {
        sortObject(found, value, depth);
    }
}
/** In a map of people the value says what became of each. */
function sortPerson(found, [id, value]) {
    const isGood = GOOD_VALUES.has(value) || ((0,json/* isJsonObject */.O)(value) && value['ok'] === true && isEmpty(value['error']));
    if (value === null || value === undefined) {
        found.rest.push(id);
    }
    else if (!isGood) {
        found.failures.push({ [id]: value });
    }
}
/** A sentence about the call counts as a report of failures; other texts only say whom they mention. */
function sortText(found, text, isSentence) {
    const isComplaint = FAILURE_WORDS.test(text) && isAboutFailure(text) && (isSentence || MENTION.test(text));
    if (!NOTE.test(text)) {
        (isComplaint || (0,error_codes/* isPerUserCode */.y3)(text) ? found.failures : found.rest).push(text);
    }
}
function isAboutFailure(text) {
    return SOME_FAILURE.test(text) || !NO_FAILURE.test(text);
}
const MENTION = /(?<![A-Za-z0-9])[UW](?=[A-Z0-9]*\d)[A-Z0-9]{2,31}(?![A-Za-z0-9])|json-pointer:/;
function noteSuccess(found, [key, value]) {
    if (typeof value === 'number') {
        // Other numbers, such as of seconds or jobs, do not count people.
        found.successCounts.push(...(/_(count|users|user_ids)$/.test(key) ? [value] : []));
    }
    else if (Array.isArray(value) || (0,json/* isJsonObject */.O)(value) || typeof value === 'string') {
        found.hasEmptySuccess ||= LIST_OF_SUCCESS.test(key) && isEmpty(value);
        found.successes.push({ key, value });
    }
}
function sortList(found, items, { depth, isSentence }) {
    for (const item of items) {
        if ((0,json/* isJsonObject */.O)(item)) {
            sortObject(found, item, depth);
        }
        else if (Array.isArray(item)) {
            const isReport = item.some((part) => typeof part === 'string' && (0,error_codes/* isPerUserCode */.y3)(part));
            (isReport ? found.failures : found.rest).push(item);
        }
        else if (typeof item === 'string') {
            sortText(found, item, isSentence || item.startsWith('[ERROR]'));
        }
    }
}
/** An object with `ok: false` or an error reports a failure. */
function sortObject(found, object, depth) {
    if (object['ok'] === false || !isEmpty(object['error'])) {
        found.failures.push(object);
    }
    else if (object['ok'] !== true) {
        merge(found, findIn(object, depth + 1));
    }
}
function merge(found, inner) {
    found.successes.push(...inner.successes.slice(0, MAX_ITEMS));
    for (const name of ['failures', 'rest']) {
        found[name].push(...inner[name].slice(0, MAX_ITEMS));
    }
    for (const name of ['counts', 'successCounts']) {
        found[name].push(...inner[name].slice(0, MAX_ITEMS));
    }
    found.isPartial ||= inner.isPartial;
    found.hasEmptySuccess ||= inner.hasEmptySuccess;
}
/** More than a call has people. */
const MAX_ITEMS = 10_000;
/** Whether a report of failures names nobody of the call, or others as well. */
function isUnaccounted(failure, known) {
    let [own, strangers] = [0, 0];
    const id = (text, code) => {
        const isOwn = known.id(text, code);
        own += isOwn ? 1 : 0;
        strangers += !isOwn && ID_OF_STRANGER.test(text) ? 1 : 0;
        return isOwn;
    };
    const position = (index) => {
        own += known.position(index) ? 1 : 0;
        return true;
    };
    collect(failure, { id, position }, 0);
    // A sentence without a name may be about anything.
    return strangers > 0 || (own === 0 && (typeof failure !== 'string' || /\bfail|^\[ERROR\]/i.test(failure)));
}
/**
 * Where people who succeeded are listed, the others did not.
 *
 * @returns whether the list is one of other people
 */
function noteLeftOut({ key, value }, requested, add) {
    const listed = new Map();
    let strangers = 0;
    const own = adderTo(listed, requested);
    const id = (text, code) => {
        const isOwn = own.id(text, code);
        strangers += !isOwn && ID_OF_STRANGER.test(text) ? 1 : 0;
        return isOwn;
    };
    collect(value, { ...own, id }, 0);
    if (listed.size > 0) {
        for (const other of requested.filter((one) => !listed.has(one))) {
            add.id(other, undefined);
        }
    }
    return listed.size === 0 && strangers > 0 && LIST_OF_SUCCESS.test(key);
}
function noteMentions(rest, requested, named) {
    const mentioned = new Map();
    collect(rest, adderTo(mentioned, requested), 0);
    if (mentioned.size < requested.length) {
        for (const [id, code] of mentioned) {
            named.set(id, named.get(id) ?? code);
        }
    }
}
/**
 * Whether a value reports nothing. Whatever lies so deep that nobody reads it counts as something, and so does a number
 * or a `false` in a list, which may be a position or an item's own `ok`.
 */
function isEmpty(value, { depth = 0, isInList = false } = {}) {
    if (depth > 2 * contradiction_MAX_DEPTH) {
        return false;
    }
    if ((0,json/* isJsonObject */.O)(value)) {
        // In a map of people each of them counts, whatever the value.
        const isReport = (key, member) => ID.test(key) || (key === 'ok' && member === false);
        return Object.entries(value).every(([key, member]) => !isReport(key, member) && isEmpty(member, { depth: depth + 1, isInList }));
    }
    if (Array.isArray(value)) {
        return value.every((item) => isEmpty(item, { depth: depth + 1, isInList: true }));
    }
    const isNothing = value === undefined || value === null || value === '' || value === '[]' || value === '{}';
    return isNothing || (!isInList && !value);
}

;// CONCATENATED MODULE: ./build/reset/progress.js
/** The longest time between two lines of progress in the log, in ms. */
const EVERY_MS = 30_000;
/** Counts the calls of a reset, and logs its progress. */
class Progress {
    #context;
    #people;
    #calls = 0;
    #settled = 0;
    #refused = 0;
    #saidMs;
    constructor(context, people) {
        this.#context = context;
        this.#people = people;
        this.#saidMs = context.clock.monotonicMs();
    }
    /** Counts a call, from 1. */
    nextCall() {
        this.#calls += 1;
        return this.#calls;
    }
    /** Counts settled people, and those of them that Slack refused. */
    settled(people, refused) {
        this.#settled += people;
        this.#refused += refused;
    }
    /** Logs the progress of the reset, if the last line was long enough ago. */
    say() {
        const { clock, bounds, log } = this.#context;
        const nowMs = clock.monotonicMs();
        if (nowMs - this.#saidMs < EVERY_MS) {
            return;
        }
        this.#saidMs = nowMs;
        const used = Math.round((nowMs - bounds.startMs) / 1000);
        const total = Math.round((bounds.deadlineMs - bounds.startMs) / 1000);
        const people = `${this.#settled} of ${this.#people} people settled, ${this.#refused} refused`;
        log.info(`Progress: ${people}, ${used} of ${total} s used`);
    }
}

;// CONCATENATED MODULE: ./build/reset/reset-log.js



const IDS_PER_LINE = 20;
/** The IDs of a call as lines for the log. */
function toIdLines(ids) {
    const lines = [];
    for (let from = 0; from < ids.length; from += IDS_PER_LINE) {
        lines.push(ids.slice(from, from + IDS_PER_LINE).join(' '));
    }
    return lines;
}
/** How a reset of a group ended, in words for the log. */
function describeEnd({ end, requestId }, group) {
    const request = requestId === undefined ? '' : ` (request ${requestId})`;
    switch (end.kind) {
        case 'accepted': {
            const contradiction = findContradiction(end.reply.body, group);
            return contradiction === undefined
                ? `queued by Slack${request}`
                : `Slack answered ok but reported failures (${contradiction.named.size} named)${request}: the people reported do not count as accepted`;
        }
        case 'refused': {
            const names = group.length > 1 ? findNamedUsers(end.reply.body, group).size : 0;
            const isSearch = group.length > 1 && (0,error_codes/* isPerUserCode */.y3)(end.reply.code);
            const next = names > 0 ? `, ${names} named` : isSearch ? ', searching for the people refused' : '';
            return `refused by Slack with ${end.reply.code}${next}${request}`;
        }
        case 'exhausted':
            return `given up after ${end.error ?? 'unreachable'}${request}`;
        case 'interrupted':
            return end.by === 'cancelled' ? 'stopped because the run was cancelled' : 'stopped by the time limit';
    }
}

// EXTERNAL MODULE: ./build/reset/run.js + 1 modules
var reset_run = __nccwpck_require__(3359);
;// CONCATENATED MODULE: ./build/reset/reset-batches.js








/**
 * Has Slack enqueue the reset of everybody's sessions, in input order, and isolates the people that Slack refuses.
 * Every batch is sent once before anybody is searched for; the token's own user is sent alone, after everybody else.
 * Nobody counts as accepted whose ID was not in a call that Slack accepted.
 */
async function resetBatches(entries, run) {
    const ownId = run.ledger.token?.userId;
    const [others, own] = splitOwn(entries, ownId);
    if (own.length > 0 && ownId !== undefined) {
        run.warn(warnOfOwnUser(ownId, others.length));
    }
    const progress = new Progress(run.context, entries.length);
    const reset = { run, progress, outOfRetries: new Set(), named: new Set() };
    for (const part of [toBatches(others), toBatches(own)]) {
        run.ledger.stop ??= await resetInTurn(part, reset);
    }
    const reason = run.ledger.stop?.error;
    if (reason !== undefined) {
        run.ledger.giveUp(entries.filter(({ end }) => end === undefined), reason);
    }
}
/** Sends every batch once, then searches batch by batch. @returns why the run stops, if so */
async function resetInTurn(batches, reset) {
    const all = [];
    for (const batch of batches) {
        const sent = await send(batch.people, reset, true);
        if ('stop' in sent) {
            return sent.stop;
        }
        all.push({ batch, sent });
    }
    const refused = [];
    for (const { batch, sent } of all) {
        if ('deferred' in sent && !reset.run.ledger.hasQueued) {
            return { error: sent.deferred.code, refusal: sent.deferred };
        }
        const answer = 'deferred' in sent ? toRefusal(sent.deferred, batch.people, reset) : sent.answer;
        if (answer.kind === 'split' || (answer.kind === 'refused' && batch.people.length > 1)) {
            refused.push({ ...batch, answer });
        }
    }
    return refused.length === 0 ? undefined : searchIn(refused, reset);
}
/** Most runs have nobody refused, so they do not load the search. */
async function searchIn(refused, reset) {
    const { searchBatches } = await __nccwpck_require__.e(/* import() */ 810).then(__nccwpck_require__.bind(__nccwpck_require__, 5810));
    let stop;
    await searchBatches(refused, async (group) => {
        const sent = await send(group, reset, false);
        stop = 'stop' in sent ? sent.stop : undefined;
        return 'answer' in sent ? sent.answer : undefined;
    });
    return stop;
}
/** Sends a group; with `isFirst`, the answer may wait to be judged until every batch has been sent. */
async function send(group, reset, isFirst) {
    const { label, result } = await sendGroup(group, reset);
    const sent = takeResult(result, { group, reset, isFirst });
    // Logged only now: even if the log breaks, the ledger has the answer.
    reset.run.context.log.info(`${label}: ${describeEnd(result, group)}`);
    reset.progress.say();
    return sent;
}
/** Records the result of a call. */
function takeResult(result, { group, reset, isFirst }) {
    const { run } = reset;
    const { end } = result;
    if (end.kind === 'interrupted') {
        run.ledger.record(group, result);
        return { stop: { error: end.by } };
    }
    if (end.kind === 'refused' && !isAboutPeople(end.reply, group, reset)) {
        run.ledger.record(group, { ...result, possibleEffect: partialEffect(end.reply, group) ?? result.possibleEffect });
        const isJudgedLater = isFirst && end.reply.code === 'invalid_arguments';
        return isJudgedLater ? { deferred: end.reply } : { stop: { error: end.reply.code, refusal: end.reply } };
    }
    return { answer: toAnswer(result, group, reset) };
}
async function sendGroup(group, { run, progress, outOfRetries }) {
    const { context, options, slack, ledger } = run;
    const label = `Call ${progress.nextCall()}, ${(0,wording/* formatPeopleCount */.EV)(group.length)}`;
    context.log.group(`${label}: the IDs`, toIdLines(group));
    ledger.sending(group);
    const result = await (0,reset_run/* callSlack */.fc)({
        label,
        method: 'resetBulk',
        send: (limits) => slack.resetBulk(group, options.sessions, limits),
        mayRetry: (reply) => !(reply.kind === 'refused' && (0,error_codes/* isNotStarted */.h7)(reply.code) && group.every((userId) => outOfRetries.has(userId))),
    }, run);
    return { label, result };
}
/**
 * `invalid_arguments` is about people only if Slack says so, or if it accepted a person in this run: otherwise the
 * request itself is at fault, and sending its parts would only repeat the fault.
 */
function isAboutPeople(refusal, group, { run, named }) {
    if (refusal.code !== 'invalid_arguments') {
        return (0,error_codes/* isPerUserCode */.y3)(refusal.code);
    }
    const names = findNamedUsers(refusal.body, group).size;
    const wasNamed = group.length === 1 && group.every((userId) => named.has(userId));
    // Naming everybody is more likely an echo of the request than a verdict on each.
    return run.ledger.hasQueued || wasNamed || (names > 0 && (names < group.length || group.length === 1));
}
/** Records the result of a call for its people, and returns what it shows about the group. */
function toAnswer(result, group, reset) {
    const { end } = result;
    const { ledger } = reset.run;
    const entries = group.map((userId) => ledger.get(userId));
    switch (end.kind) {
        case 'accepted':
            return toAcceptance(result, group, reset);
        case 'refused': {
            ledger.record(group, { ...result, possibleEffect: partialEffect(end.reply, group) ?? result.possibleEffect });
            if ((0,error_codes/* isNotStarted */.h7)(end.reply.code)) {
                for (const userId of group) {
                    reset.outOfRetries.add(userId);
                }
            }
            return toRefusal(end.reply, group, reset);
        }
        case 'exhausted':
            ledger.record(group, result);
            ledger.giveUp(entries, end.error ?? 'unreachable');
            reset.progress.settled(group.length, 0);
            return { kind: 'unclear' };
        case 'interrupted':
            throw new Error('An interrupted call has no answer');
    }
}
/** If Slack failed for part of a group, the others may be reset; if it answered ok with an error, all may be. */
function partialEffect({ code, body }, group) {
    return body['ok'] === true || (code === 'failed_for_some_users' && group.length > 1) ? code : undefined;
}
/** An acceptance that reports people of the call as failed did not accept them; if it reports others, nobody. */
function toAcceptance(result, group, reset) {
    const { run, progress } = reset;
    const { ledger, context } = run;
    const body = result.end.kind === 'accepted' ? result.end.reply.body : {};
    const contradiction = findContradiction(body, group);
    if (contradiction === undefined) {
        ledger.record(group, { ...result, possibleEffect: undefined });
        ledger.queue(group, context.clock.monotonicMs());
        progress.settled(group.length, 0);
        return { kind: 'accepted' };
    }
    const { named, hasOthers } = contradiction;
    const code = 'failed_for_some_users';
    const [userId] = group;
    if (group.length === 1 && userId !== undefined) {
        ledger.record(group, result);
        settleRefused(userId, named.get(userId) ?? code, ledger);
        progress.settled(1, 1);
        return { kind: 'refused', named: new Set() };
    }
    ledger.record(group, { ...result, possibleEffect: code });
    noteNames(named.keys(), reset);
    if (hasOthers) {
        return { kind: 'refused', named: new Set(named.keys()) };
    }
    const accepted = group.filter((userId) => !named.has(userId));
    ledger.queue(accepted, context.clock.monotonicMs());
    progress.settled(accepted.length, 0);
    return { kind: 'split', named: new Set(named.keys()) };
}
function toRefusal({ code, body }, group, reset) {
    const { ledger } = reset.run;
    const named = findNamedUsers(body, group);
    noteNames(named.keys(), reset);
    const [userId] = group;
    if (group.length === 1 && userId !== undefined) {
        // In an answer about one person, the person's own code says more than the group's.
        const own = code === 'failed_for_some_users' ? named.get(userId) : undefined;
        settleRefused(userId, own ?? code, ledger);
        reset.progress.settled(1, 1);
    }
    return { kind: 'refused', named: new Set(named.keys()) };
}
/**
 * Slack documents that deactivation ends all sessions: such an account that is not found has nothing left to end,
 * unless a look has just shown a session.
 */
function settleRefused(userId, code, ledger) {
    const entry = ledger.get(userId);
    const isSignedIn = (entry?.before?.sessionIds.length ?? 0) > 0;
    const isGone = code === 'user_not_found' && entry?.account === 'deactivated' && !isSignedIn;
    ledger.settle([entry], isGone ? 'signed-out' : 'failed', isGone ? 'deactivated' : code);
}
function noteNames(names, { named }) {
    for (const userId of names) {
        named.add(userId);
    }
}
/** Words for the token's own user among the people, who is sent last. */
function warnOfOwnUser(userId, others) {
    const after = others === 0 ? '' : `, after ${(0,wording/* formatPeopleCount */.EV)(others)}`;
    return `The token's own user, ${userId}, is among the people: the reset signs that admin out too, last${after}.`;
}

;// CONCATENATED MODULE: ./build/reset/run-reset.js





/**
 * Resets everybody due, step by step; every step writes what it learns to the run's ledger. A dry run resets nothing
 * and only checks accounts.
 *
 * @throws InputError when the token belongs to another organization, or more people would be sent than allowed
 */
async function runReset(run) {
    const { ledger } = run;
    if (run.options.dryRun) {
        await planAccounts(run);
        return;
    }
    refuseIfTooMany(countAtLeast(run), run);
    const asks = (0,reset_run/* needsOwner */.vN)(run.options) || ledger.open().some(({ userId }) => userId === undefined);
    const questions = asks ? await loadQuestions().then(({ askBefore }) => askBefore(run)) : undefined;
    await resetBatches(holdToLimit(ledger.open(), run), run);
    await questions?.askAfter();
    while (ledger.hasReopened) {
        await resetBatches(withinLimit(ledger.takeReopened(), run), run);
        await questions?.askAfter();
    }
    if (questions?.bug !== undefined) {
        throw questions.bug;
    }
}
function loadQuestions() {
    return __nccwpck_require__.e(/* import() */ 293).then(__nccwpck_require__.bind(__nccwpck_require__, 6293));
}
/**
 * In a plan, Slack is asked only about accounts, and only if the user wants that; people who are only looked at do not
 * count towards `max-users`.
 *
 * @throws InputError when too many people would be sent
 */
async function planAccounts(run) {
    const { ledger } = run;
    if (run.options.checkAccounts) {
        const { askForPlan } = await loadQuestions();
        await askForPlan(run);
    }
    refuseIfTooMany(ledger.open().filter((entry) => !(0,reset_run/* isLongDue */.zo)(entry, run)).length, run);
}
/** @throws InputError when more people would be sent than allowed */
function refuseIfTooMany(sent, { ledger, options }) {
    if (sent > options.maxUsers) {
        // A plan that is refused plans nobody, not even people about whom a look-up has said something.
        const refused = options.dryRun ? ledger.entries.filter(({ person }) => person.hold === undefined) : ledger.open();
        ledger.settle(refused, 'not-attempted', 'max_users');
        throw new problem/* InputError */.d([(0,people_plan/* tooManyPeople */.pK)(sent, options.maxUsers)]);
    }
}
/**
 * How many people are certain to be sent, whatever Slack says about addresses, second IDs and sessions: an address may
 * belong to nobody or to a person requested by ID, and a U\u2026 ID may be the second one of a person with a W\u2026 ID.
 */
function countAtLeast(run) {
    const ids = run.ledger.open().flatMap((entry) => ((0,reset_run/* isLongDue */.zo)(entry, run) ? [] : (entry.userId ?? [])));
    const enterprise = ids.filter((id) => id.startsWith('W')).length;
    return Math.max(enterprise, ids.length - enterprise);
}
/** Those who were taken for signed out until a later listing showed a session, as far as `max-users` has room for them. */
function withinLimit(reopened, { ledger, options, warn }) {
    const room = options.maxUsers - ledger.entries.filter(({ wasSent }) => wasSent).length;
    const unsent = reopened.filter(({ wasSent }) => !wasSent);
    const beyond = new Set(unsent.slice(Math.max(0, room)));
    ledger.settle(beyond, 'not-attempted', 'max_users');
    if (beyond.size > 0) {
        const people = (0,wording/* formatPeopleCount */.EV)(beyond.size);
        warn(`"max-users" is ${options.maxUsers}: ${people} found signed in after the reset had begun, and not sent.`);
    }
    return reopened.filter((entry) => !beyond.has(entry));
}
/**
 * Keeps a run within `max-users`: if only the people for whom the look gave no answer exceed it, they are not
 * attempted; otherwise the run is refused.
 *
 * @throws InputError when too many people would be sent
 */
function holdToLimit(open, run) {
    const { ledger, options, warn } = run;
    const { maxUsers } = options;
    const sure = open.filter(({ lookFailed }) => !lookFailed);
    if (ledger.stop !== undefined || open.length <= maxUsers) {
        return open;
    }
    refuseIfTooMany(sure.length, run);
    const unsure = open.filter(({ lookFailed }) => lookFailed);
    ledger.settle(unsure, 'not-attempted', 'look_failed');
    warn(`"max-users" is ${maxUsers}: the ${unsure.length} people for whom the look gave no answer are not sent after all.`);
    return sure;
}

;// CONCATENATED MODULE: ./build/runner/log.js

/** A text that has grown to this many characters is not kept any longer. */
const MAX_GATHERED_CHARACTERS = 65_536;
/** How long a reader who takes nothing is waited for, in ms. */
const MAX_BUSY_MS = 30_000;
const BUSY_PAUSE_MS = 2;
/**
 * The log of the step, in GitHub's form. Lines of one turn of the event loop are written together; {@link Log.flush}
 * writes at once. A log that can no longer be written never throws: the caller is called back once instead.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
class Log {
    #surroundings;
    #lines = [];
    #characters = 0;
    #isBroken = false;
    constructor({ write, onBroken, defer = flushLater }) {
        this.#surroundings = { write, onBroken, defer };
    }
    /** Adds a line. Line ends and workflow commands from outside must have been taken out of it. */
    info(line) {
        this.#add(line);
    }
    /** Adds a line that GitHub shows in a debug log only. */
    debug(line) {
        this.#add(`::debug::${escapeText(line)}`);
    }
    /** Opens a folded group; groups cannot lie within each other. */
    startGroup(title) {
        this.#add(`::group::${escapeText(title)}`);
    }
    /** Closes the group. */
    endGroup() {
        this.#add('::endgroup::');
    }
    /** Writes a folded group at once, together with all lines before it. */
    group(title, lines) {
        this.startGroup(title);
        for (const line of lines) {
            this.info(line);
        }
        this.endGroup();
        this.flush();
    }
    /** Adds an annotation, at its place in a file if it has one. */
    annotate(kind, message, { file, line, column } = {}) {
        const properties = Object.entries({ file, line, col: column })
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => `${name}=${log_escapeProperty(String(value))}`);
        this.#add(`::${kind}${properties.length > 0 ? ' ' : ''}${properties.join(',')}::${escapeText(message)}`);
    }
    /** Has GitHub mask a secret from here on, and says so at once: whatever else is written comes later. */
    mask(secret) {
        this.#add(`::add-mask::${escapeText(secret)}`);
        this.flush();
    }
    /** Writes all lines that were gathered. Never throws. */
    flush() {
        if (this.#lines.length === 0)
            return;
        const text = `${this.#lines.join('\n')}\n`;
        this.#lines = [];
        this.#characters = 0;
        try {
            this.#surroundings.write(text);
        }
        catch (error) {
            this.#isBroken = true;
            this.#surroundings.onBroken(error);
        }
    }
    #add(line) {
        if (this.#isBroken)
            return;
        if (this.#lines.length === 0)
            this.#surroundings.defer(() => this.flush());
        this.#lines.push(line);
        this.#characters += line.length;
        if (this.#characters >= MAX_GATHERED_CHARACTERS)
            this.flush();
    }
}
/**
 * Writes a text and returns when all of it is written, also when the reader of a pipe is slow.
 *
 * @param stream - standard output: that Node has made a stream of it is what makes a pipe one that does not block, so
 *   that a reader who takes nothing cannot stop the process
 * @throws when the pipe is closed, or its reader takes nothing for half a minute
 */
function writeWhole({ fd: descriptor }, text) {
    let left = Buffer.from(text, 'utf8');
    let busyMs = 0;
    while (left.length > 0) {
        try {
            left = left.subarray((0,external_node_fs_.writeSync)(descriptor, left));
            busyMs = 0;
        }
        catch (error) {
            if (!isBusy(error) || busyMs >= MAX_BUSY_MS)
                throw error;
            busyMs += BUSY_PAUSE_MS;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_PAUSE_MS);
        }
    }
}
/** A full pipe that does not block, on Linux and macOS and on Windows. */
function isBusy(error) {
    return error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EBUSY');
}
function flushLater(callback) {
    setImmediate(callback);
}
function escapeText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function log_escapeProperty(text) {
    return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/runner/process-guard.js
/** How long a call that is under way when the run is cancelled may still take to answer, in ms. */
const GRACE_MS = 1_000;
/** How long after a signal a run that is still busy is ended, in ms: GitHub allows a few seconds, the contract two. */
const LAST_MOMENT_MS = 1_700;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];
/**
 * Listens for everything that ends a process before its work is done: the signals by which GitHub cancels a step, an
 * error that nobody catches, and an event loop that runs dry. Signals cancel the run, which then ends by itself; for
 * all else, and for a run that does not end in time, `endNow` is called.
 *
 * @param endNow - writes what is known and ends the process, without waiting for anything
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
function guardProcess(endNow) {
    const cancelled = new AbortController();
    const abandoned = new AbortController();
    const cancel = () => {
        if (cancelled.signal.aborted) {
            return;
        }
        cancelled.abort();
        setTimeout(() => abandoned.abort(), GRACE_MS).unref();
        setTimeout(() => endNow(undefined), LAST_MOMENT_MS).unref();
    };
    for (const signal of SIGNALS) {
        process.on(signal, cancel);
    }
    const endByError = (error) => endNow(describeError(error));
    process.on('uncaughtException', endByError);
    process.on('unhandledRejection', endByError);
    process.on('beforeExit', () => endNow('The run ended before its work was done. Please report this bug.'));
    return { cancelled: cancelled.signal, abandoned: abandoned.signal, cancel };
}
/** Words for an error that is a bug of this Action. */
function describeError(error) {
    const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'an error';
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const what = /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? `${name}, ${code}` : name;
    return `Unexpected error (${what}), a bug in this Action: please report it with the debug log.`;
}
/** Where an error was thrown, for the debug log; its message is left out, since it may quote what was read. */
function describeOrigin(error) {
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ {4}at \S/.test(line)) : [];
    return frames.length === 0 ? 'an error without a stack' : frames.map((line) => line.trim()).join(', ');
}

// EXTERNAL MODULE: ./build/network/exchange.js + 3 modules
var exchange = __nccwpck_require__(8357);
// EXTERNAL MODULE: ./build/network/no-answer.js
var no_answer = __nccwpck_require__(9662);
;// CONCATENATED MODULE: ./build/slack/client.js



/** Calls Slack's Web API over HTTP(S). */
class SlackClient {
    #apiUrl;
    #token;
    #proxies;
    /** @param apiUrl - base URL that ends in a slash */
    constructor(apiUrl, token, proxies) {
        this.#apiUrl = apiUrl;
        this.#token = token;
        this.#proxies = proxies;
    }
    /** Makes one HTTP call and says what came of it. Never throws for what Slack or the network does. */
    async call({ method, body, timeoutMs, signal }) {
        const { text, type } = encode(body);
        const headers = { Authorization: `Bearer ${this.#token}`, 'Content-Type': type, Accept: 'application/json' };
        const url = `${this.#apiUrl}${method}`;
        if (!URL.canParse(url))
            return { kind: 'unreachable', detail: 'ERR_INVALID_URL', isLasting: true };
        try {
            const request = { method: 'POST', url: new URL(url), headers, body: text, timeoutMs, signal };
            const answer = await (0,exchange/* exchange */.c)(request, this.#proxies);
            return toReply({ ...answer, text: answer.body.toString('utf8') }, Date.now());
        }
        catch (error) {
            if (error instanceof no_answer/* NoAnswer */.W)
                return toFailure(error);
            throw error;
        }
    }
}
function encode(body) {
    if ('json' in body) {
        return { text: JSON.stringify(body.json), type: 'application/json; charset=utf-8' };
    }
    return { text: new URLSearchParams(body.form).toString(), type: 'application/x-www-form-urlencoded' };
}
function toFailure({ message: detail, reason, isUnsent, isLasting }) {
    return isUnsent
        ? { kind: 'unreachable', detail, ...(isLasting ? { isLasting } : {}) }
        : { kind: 'unclear', reason, detail };
}

;// CONCATENATED MODULE: ./build/main.js



















/** Runs the Action: reads inputs and people, resets their sessions, reports, and passes or fails the step. */
async function run() {
    const around = prepare();
    try {
        const { inputs, rosters } = await readEverything(around);
        await resetEverybody(inputs, rosters, around);
    }
    catch (error) {
        noteError(error, around);
    }
    report(around);
    await comment(around);
    end(around);
}
function prepare() {
    const startMs = monotonicMs();
    const secrets = readSecrets();
    const state = { record: startRecord(env, Date.now()), inputs: undefined, ledger: undefined, phase: 'running' };
    const write = (text) => writeWhole(process.stdout, text);
    // Even the first line can break the log, so nothing is written before everything is set up.
    const log = new Log({ write, onBroken: () => endByBrokenLog(around) });
    const annotations = new Annotations(log);
    const guard = guardProcess((fault) => endNow(fault, around));
    const summaryBytes = summarySize(env['GITHUB_STEP_SUMMARY']);
    const targets = { log, annotations, secrets, env: env, reportPath: undefined, summaryBytes };
    const folders = { workspace: env['GITHUB_WORKSPACE'] || '.', temp: env['RUNNER_TEMP'] || undefined };
    const around = { state, log, annotations, guard, targets, folders, startMs };
    for (const secret of secrets)
        log.mask(secret);
    return around;
}
function addFault(state, fault) {
    state.record = { ...state.record, faults: [...state.record.faults, fault] };
}
/** The log is broken: the run ends as if cancelled, and everything else is still written. */
function endByBrokenLog({ state, guard }) {
    process.exitCode = 1;
    addFault(state, 'The log could not be written.');
    guard.cancel();
}
/** Writes what is known, synchronously, and ends the process. */
function endNow(fault, around) {
    const { state } = around;
    if (fault !== undefined) {
        process.exitCode = 1;
        addFault(state, fault);
    }
    if (state.phase === 'running') {
        report(around);
    }
    end(around);
    process.exit();
}
/** Passes or fails the step, once. */
function end(around) {
    const { state, guard, log, annotations } = around;
    if (state.phase !== 'ended') {
        if (guard.cancelled.aborted && state.record.stop === undefined) {
            // Cancelled since the reports were written: they and the exit code agree.
            report(around);
        }
        state.phase = 'ended';
        writeVerdict(state.record, { log, annotations });
        log.flush();
    }
}
/** Octokit is loaded only by runs with `added` or `comment`. One place imports it, so that it is in the bundle once. */
const loadGitHub = () => Promise.all(/* import() */[__nccwpck_require__.e(436), __nccwpck_require__.e(763)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6763));
const NONE = { problems: [], warnings: [], pastWarnings: [], gaps: [] };
const NO_ROSTERS = { mentions: [], files: [], rosterPlaces: new Map(), ...NONE };
/** @throws InputError when anything is wrong with inputs or rosters; then nothing is sent */
async function readEverything(around) {
    const { state, annotations, guard, folders } = around;
    const { inputs, problems, warnings } = readInputs();
    const place = placeReport(inputs.reportPath, env);
    // If report-path itself is refused, the report goes to the default place.
    state.inputs = 'problem' in place ? { ...inputs, reportPath: undefined } : inputs;
    const { dryRun } = inputs;
    state.record = { ...state.record, dryRun, apiHost: inputs.apiUrl.host, options: toOptions(inputs) };
    const placeProblems = 'problem' in place ? [{ message: `"report-path": ${place.problem}` }] : [];
    // Only a run with a roster loads what reads rosters.
    const reader = inputs.roster.length === 0 ? undefined : await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(782)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7782));
    const { startedMs: nowMs, context } = state.record;
    const surroundings = { folders, commits: [context.commit, context.headCommit], abandoned: guard.abandoned, nowMs };
    const rosters = (await reader?.readRosters(inputs.roster, surroundings)) ?? NO_ROSTERS;
    const { files, rosterPlaces, gaps } = rosters;
    state.record = { ...state.record, rosters: files, rosterPlaces, faults: [...state.record.faults, ...gaps] };
    const addedProblems = (await reader?.findAddedProblems(inputs, loadGitHub)) ?? [];
    const all = [...problems, ...placeProblems, ...rosters.problems, ...addedProblems];
    if (all.length > 0)
        throw new problem/* InputError */.d(all);
    const pastWarnings = dryRun || inputs.rosterEntries === 'added' ? rosters.pastWarnings : [];
    const eventWarnings = dryRun ? [] : readEventWarnings(env).map((message) => ({ message }));
    annotations.show('warning', [...warnings, ...eventWarnings, ...rosters.warnings, ...pastWarnings]);
    return { inputs, rosters };
}
/** Finds out who is requested, and resets them unless the run has already stopped. */
async function resetEverybody(inputs, rosters, around) {
    const { state, guard, log, startMs } = around;
    const context = toCallContext(inputs, { startMs, guard, log });
    const takesAll = inputs.rosterEntries === 'all' || inputs.roster.length === 0;
    const known = [...inputs.mentions, ...(takesAll ? rosters.mentions : [])];
    // Signals that arrived while reading a roster are handled before anything is sent.
    await new Promise((resolve) => setImmediate(resolve));
    state.ledger = openLedger(known, inputs, around);
    const stop = (0,call_context/* stopReason */.PJ)(context);
    if (stop !== undefined) {
        state.ledger.stop = { error: stop };
        return;
    }
    if (!takesAll) {
        const change = await findChange(rosters, { inputs, context, around });
        if (change === undefined)
            return;
        state.record = { ...state.record, change };
        state.ledger = openLedger([...known, ...change.added], inputs, around);
    }
    log.info(`${(0,wording/* formatPeopleCount */.EV)(state.ledger.entries.length)} requested, ${state.ledger.open().length} due.`);
    log.info((0,people_plan/* describeProtection */.X8)(inputs.protectedUserIds.size, inputs.checkAccounts));
    await runReset(toRun(inputs, state.ledger, { context, around }));
}
function openLedger(mentions, inputs, { state, annotations }) {
    const { protectedUserIds } = inputs;
    const nowMs = state.record.startedMs;
    const plan = (0,people_plan/* makePlan */.Cs)(mentions, { nowMs, protectedUserIds });
    annotations.show('warning', plan.warnings);
    return new Ledger(plan, { nowMs, protectedUserIds });
}
/** Undefined when the run ends meanwhile. @throws InputError when GitHub does not say who was added */
async function findChange(rosters, { inputs, context, around: { state, folders } }) {
    try {
        // Half of the time, as for every step before the reset.
        const { startMs, deadlineMs } = context.bounds;
        const callContext = (0,call_context/* withDeadline */.NE)(context, (startMs + deadlineMs) / 2);
        const { findRosterChange } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(782)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7782));
        return await findRosterChange(rosters, { inputs, folders, callContext, loadGitHub });
    }
    catch (error) {
        const stop = (0,call_context/* stopReason */.PJ)(context);
        state.ledger?.settle(state.ledger.open(), 'not-attempted', stop ?? 'earlier_roster');
        if (state.ledger === undefined || stop === undefined)
            throw error;
        state.ledger.stop = { error: stop };
        return undefined;
    }
}
function toRun(inputs, ledger, { context, around }) {
    const { annotations, state } = around;
    const { orgId, dryRun, token } = inputs;
    const checkAccounts = inputs.checkAccounts && token !== undefined;
    const isPullRequest = env['GITHUB_EVENT_NAME'] === 'pull_request';
    const warned = new Set();
    if (inputs.checkAccounts && token === undefined) {
        annotations.warn('Accounts are not checked: "token" is empty, as in a pull request from a fork.');
    }
    return {
        slack: createSlackApi(new SlackClient(inputs.apiUrl.href, token ?? '', inputs.proxies)),
        context,
        ledger,
        options: {
            ...inputs,
            checkAccounts,
            orgId: token === undefined ? undefined : orgId,
            // Anyone who can edit the workflow of a pull request can read its token.
            isTokenExposed: checkAccounts && isPullRequest && (dryRun || !isMergedPullRequest(env)),
        },
        startedMs: state.record.startedMs,
        warn: (message, place) => {
            if (!warned.has(message))
                annotations.show('warning', [{ message, ...place }]);
            warned.add(message);
        },
    };
}
/** The context of calls from now on, whose progress goes into the log. */
function toCallContext(limits, { startMs, guard, log }) {
    return createCallContext(limits, {
        startMs,
        ...guard,
        log: {
            info: (line) => log.info(toLogText(line)),
            debug: (line) => log.debug(toLogText(line)),
            group: (title, lines) => log.group(toLogText(title), lines.map(toLogText)),
        },
    });
}
function noteError(error, { state, log }) {
    if (error instanceof problem/* InputError */.d) {
        state.record = { ...state.record, problems: error.problems };
        return;
    }
    log.debug(toLogText(describeOrigin(error)));
    addFault(state, describeError(error));
}
/** Everything known about the run so far. */
function toRecord({ state, guard }) {
    const { inputs, ledger } = state;
    if (guard.cancelled.aborted && ledger !== undefined) {
        ledger.stop ??= { error: 'cancelled' };
    }
    const stop = ledger?.stop ?? (guard.cancelled.aborted ? { error: 'cancelled' } : undefined);
    const record = { ...state.record, stop, endedMs: Date.now() };
    return readLedger(record, ledger, inputs && { ...inputs, ignoredCodes: inputs.ignoreErrors });
}
/** Writes report, outputs and summary from the current ledger. */
function report(around) {
    const { state, targets, log } = around;
    state.phase = 'reported';
    // First, so that a broken log is known before anything is written.
    log.flush();
    const reportPath = state.record.reportPath ?? state.inputs?.reportPath;
    state.record = writeReports(toRecord(around), { ...targets, reportPath });
    log.flush();
}
/** What a comment may take: a minute of the time left, and a moment where none is. */
const COMMENT_MINUTES = 1;
const MIN_COMMENT_MINUTES = 1 / 6;
/** Keeps the comment up to date, if requested. The outcome of the run does not depend on it. */
async function comment(around) {
    const { state, guard, log, annotations, targets } = around;
    if (state.inputs?.comment !== true || guard.cancelled.aborted)
        return;
    const { maxRetries, githubToken: token, proxies, commentId } = state.inputs;
    const startMs = monotonicMs();
    const leftMinutes = state.inputs.timeoutMinutes - (startMs - around.startMs) / 60_000;
    const timeoutMinutes = Math.max(MIN_COMMENT_MINUTES, Math.min(COMMENT_MINUTES, leftMinutes));
    const callContext = toCallContext({ timeoutMinutes, maxRetries }, { startMs, guard, log });
    try {
        const { publishComment } = await loadGitHub();
        const options = { token, proxies, commentId, workflowRef: env['GITHUB_WORKFLOW_REF'], callContext };
        const problem = await publishComment(renderComment(state.record, targets), options);
        if (problem !== undefined)
            annotations.warn(`No comment: ${problem}.`);
    }
    catch (error) {
        annotations.warn(`No comment: ${describeError(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/index.js

// A connection may linger; the work is done, and all that was to be printed is written.
void run().then(() => process.exit());

module.exports = __webpack_exports__;
/******/ })()
;