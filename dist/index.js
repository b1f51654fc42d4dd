import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isJsonObject)
/* harmony export */ });
/** Tells whether a value parsed from JSON is an object with named members. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 3168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseRetryAfter),
/* harmony export */   t: () => (/* binding */ decideRetry)
/* harmony export */ });
const RATE_LIMIT_DEFAULT_SECONDS = 30;
const BACKOFF_FIRST_MS = 1_000;
const BACKOFF_MAX_MS = 30_000;
const JITTER = 0.25;
/**
 * Decides whether a call is made again, and when. `Retry-After` beats the backoff and gets no jitter; the backoff
 * is exponential from 1 s, doubling, up to a quarter more by jitter, at most 30 s.
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
 * Reads `Retry-After`: whole seconds, or an HTTP date.
 *
 * @returns seconds from now, or `undefined` when the header is absent or says nothing usable
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
function parseRetryAfter(value, nowMs) {
    const text = value?.trim() ?? '';
    if (/^\d{1,12}$/.test(text)) {
        return Number(text);
    }
    const dateMs = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(dateMs) ? undefined : Math.max(0, Math.ceil((dateMs - nowMs) / 1000));
}


/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7177);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();
// A tunnel to a proxy may linger; the work is done, and what was printed is to be out first.
process.stdout.write('', () => process.exit());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
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
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
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
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./build/node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(7188);
;// CONCATENATED MODULE: ./build/node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
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
// EXTERNAL MODULE: external "string_decoder"
var external_string_decoder_ = __nccwpck_require__(3193);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
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
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
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
    return core_awaiter(this, void 0, void 0, function* () {
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
    return core_awaiter(this, void 0, void 0, function* () {
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
;// CONCATENATED MODULE: ./build/calls/call-context.js
/** Tells why nothing further may begin, if so. */
function stopReason(clock, bounds) {
    if (bounds.cancelled.aborted) {
        return 'cancelled';
    }
    return clock.now() >= bounds.deadlineMs ? 'time_limit' : undefined;
}

// EXTERNAL MODULE: ./build/people/email.js
var people_email = __nccwpck_require__(4554);
// EXTERNAL MODULE: ./build/people/user-id.js
var user_id = __nccwpck_require__(9749);
;// CONCATENATED MODULE: ./build/slack/error-codes.js
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
            remedy: 'Check the type and role of each person named in the report and run again for them alone.',
        },
    ],
    [
        'user_not_found',
        {
            class: 'per-user',
            remedy: 'Check that it is a global user ID of this org, not a typo, another org or an external (Slack Connect) person.',
        },
    ],
    [
        'users_not_found',
        {
            class: 'per-user',
            remedy: 'No active member has this e-mail address; a deactivated one is not found either. Ask by user ID instead.',
        },
    ],
    [
        'cannot_reset_bot',
        { class: 'per-user', remedy: "Take bots and app users off the list; revoke or rotate the app's token instead." },
    ],
    [
        'cannot_reset_primary_owner',
        { class: 'per-user', remedy: 'Take the Primary Org Owner off the list, or transfer the ownership first.' },
    ],
    [
        'session_reset_not_allowed',
        {
            class: 'per-user',
            remedy: "Slack does not allow this for the person, as for a Primary Org Owner: transfer the role first or use Slack's own admin pages.",
        },
    ],
    [
        'user_session_reset_failed',
        {
            class: 'transient',
            remedy: "Slack could not start the reset: run again; if it persists for one person, use Slack's admin pages or Slack's support.",
        },
    ],
    [
        'internal_error',
        {
            class: 'transient',
            remedy: "A fault at Slack: run again; a repeated reset does no harm. Give Slack's support the request ID.",
        },
    ],
    [
        'fatal_error',
        {
            class: 'transient',
            remedy: "A fault at Slack: run again; a repeated reset does no harm. Give Slack's support the request ID.",
        },
    ],
    [
        'service_unavailable',
        { class: 'transient', remedy: 'Slack is not available: see status.slack.com and run again.' },
    ],
    [
        'request_timeout',
        {
            class: 'transient',
            remedy: 'Slack got no complete request: check the proxy between runner and Slack, then run again.',
        },
    ],
    [
        'ratelimited',
        { class: 'transient', remedy: 'Slack limits the rate of calls: run again later, or raise timeout-minutes.' },
    ],
    [
        'team_added_to_org',
        { class: 'migration', remedy: 'The workspace is being moved into the org: run again in some hours.' },
    ],
    [
        'org_login_required',
        { class: 'migration', remedy: 'The workspace is being moved into the org: run again in some hours.' },
    ],
    [
        'not_authed',
        {
            class: 'token',
            remedy: 'The token is empty or was not passed: check the name of the secret; a pull request from a fork gets no secrets.',
        },
    ],
    [
        'invalid_auth',
        {
            class: 'token',
            remedy: "Wrong or foreign token, wrong host (GovSlack or not: api-url), or the runner's address is not on the app's list of allowed IP addresses.",
        },
    ],
    [
        'account_inactive',
        {
            class: 'token',
            remedy: "The token's owner or workspace is deactivated: install the app again from a living admin account.",
        },
    ],
    [
        'token_revoked',
        {
            class: 'token',
            remedy: 'The app was uninstalled or its token revoked: install it again on the org and renew the secret.',
        },
    ],
    [
        'token_expired',
        { class: 'token', remedy: 'A rotating token lives 12 hours: refresh it in the job or turn token rotation off.' },
    ],
    [
        'not_allowed_token_type',
        {
            class: 'token',
            remedy: 'The input token must be an org-level user token (xoxp-), not a bot or app-level token.',
        },
    ],
    ['is_bot', { class: 'token', remedy: 'The input token must be an org-level user token (xoxp-), not a bot token.' }],
    [
        'missing_scope',
        {
            class: 'permission',
            remedy: "Add the missing scope to the app's user token scopes and install the app again on the whole org.",
        },
    ],
    [
        'not_an_admin',
        {
            class: 'permission',
            remedy: "The token's owner must be an org owner or org admin: check whether the role was taken away.",
        },
    ],
    [
        'no_permission',
        { class: 'permission', remedy: 'This is a token of one workspace: install the app on the whole org.' },
    ],
    [
        'access_denied',
        { class: 'permission', remedy: "Check the role of the token's owner and the org's policy for apps." },
    ],
    [
        'restricted_action',
        {
            class: 'permission',
            remedy: "A policy of the org or the role of the token's owner forbids it: try as an org owner.",
        },
    ],
    [
        'team_access_not_granted',
        { class: 'permission', remedy: 'The org-wide installation lacks that workspace: grant the app access to it.' },
    ],
    [
        'ekm_access_denied',
        { class: 'permission', remedy: 'Administrators of Enterprise Key Management have suspended access: ask them.' },
    ],
    [
        'accesslimited',
        {
            class: 'network',
            remedy: "The runner's network is blocked: use a self-hosted runner or one with a fixed address.",
        },
    ],
    [
        'two_factor_setup_required',
        { class: 'permission', remedy: "The token's owner must finish setting up two-factor authentication." },
    ],
    [
        'feature_not_enabled',
        { class: 'plan', remedy: "This needs Slack's Enterprise plan: check that it is the right org." },
    ],
    [
        'enterprise_is_restricted',
        {
            class: 'plan',
            remedy: 'The kind of token and the method do not match: check that the app is installed on the org, or ask Slack.',
        },
    ],
    ['unknown_method', { class: 'request', remedy: 'The method does not exist at this address: check api-url.' }],
    [
        'method_deprecated',
        { class: 'request', remedy: 'Slack has retired the method: use a newer version of this Action.' },
    ],
    [
        'deprecated_endpoint',
        { class: 'request', remedy: 'Slack has retired the method: use a newer version of this Action.' },
    ],
    [
        'invalid_arguments',
        {
            class: 'request',
            remedy: 'Slack did not accept the request: check the user IDs against its message, and report a bug if they are right.',
        },
    ],
    ['invalid_arg_name', { class: 'request', remedy: 'A fault of this Action: please report it.' }],
    ['invalid_array_arg', { class: 'request', remedy: 'A fault of this Action: please report it.' }],
    [
        'invalid_charset',
        {
            class: 'request',
            remedy: 'A fault of this Action, or a proxy rewrites headers: check the proxy, then report it.',
        },
    ],
    [
        'invalid_form_data',
        {
            class: 'request',
            remedy: 'A fault of this Action, or a proxy rewrites requests: check the proxy, then report it.',
        },
    ],
    [
        'invalid_post_type',
        {
            class: 'request',
            remedy: 'A fault of this Action, or a proxy rewrites headers: check the proxy, then report it.',
        },
    ],
    [
        'missing_post_type',
        { class: 'request', remedy: 'A fault of this Action, or a proxy strips headers: check the proxy, then report it.' },
    ],
]);
const UNLISTED = {
    class: 'unlisted',
    remedy: "Slack does not document this code: look it up in Slack's documentation, and give Slack's support the request ID.",
};
/** The class of a code; a code that is not in the catalogue is `unlisted`. */
function classOf(code) {
    return (ERROR_CODES.get(code) ?? UNLISTED).class;
}
/** One line that says what an admin should do about a code of Slack's. */
function remedyOf(code) {
    return (ERROR_CODES.get(code) ?? UNLISTED).remedy;
}
/** Tells whether a code is about single people, so that the rest of the call can still be reset. */
function isPerUserCode(code) {
    return classOf(code) === 'per-user' || PER_USER_IN_CONTEXT.has(code);
}
/** About people only under a condition: once retries are used up, or once Slack accepted somebody in this run. */
const PER_USER_IN_CONTEXT = new Set(['user_session_reset_failed', 'invalid_arguments']);
/** Codes after which the call may still have had its effect. */
const EFFECT_UNKNOWN = new Set(['internal_error', 'fatal_error']);
/** Tells whether a refusal with this code leaves open if the call had its effect. */
function leavesEffectOpen(code) {
    return EFFECT_UNKNOWN.has(code);
}

;// CONCATENATED MODULE: ./build/inputs/api-url.js
/** Slack's Web API; GovSlack has another. */
const DEFAULT_API_URL = 'https://slack.com/api/';
/** A host that is a token by mistake would be asked for in the DNS, and shown in lower case, which no mask covers. */
const LIKE_TOKEN = /\bx(?:ox[a-z]|app)-/i;
/** Reads the base URL of the Web API. */
function parseApiUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !isPlain(url) || LIKE_TOKEN.test(text))
        return refused('not a plain URL');
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
        return refused(`a URL with ${/^[a-z]{1,10}:$/.test(url.protocol) ? url.protocol : 'another scheme'}`);
    }
    const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
    // Made anew, since an empty query or fragment leaves its mark behind; in one piece, since a path that starts with
    // two slashes would be taken for a host.
    const clean = new URL(`${url.origin}${path}`);
    if (isSlackHost(url))
        return { url: clean };
    return { url: clean, warning: `names ${url.host}, which is not a host of Slack's: the token is sent there.` };
}
function refused(what) {
    const problem = `is ${what}: accepted is an https URL such as ${DEFAULT_API_URL} or https://slack-gov.com/api/, ` +
        'without user name, query or fragment; http only for a loopback address.';
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

;// CONCATENATED MODULE: ./build/inputs/token.js
const WRONG_KINDS = [
    [/^(xoxe\.)?xoxb-/, 'a bot token (xoxb-)'],
    [/^xapp-/, 'an app-level token (xapp-)'],
    [/^xoxc-/, 'a browser session token (xoxc-)'],
    [/^xoxd-/, 'a browser cookie (xoxd-)'],
    [/^xoxe-/, 'a refresh token (xoxe-)'],
];
const WANTED = 'a user token (xoxp-…) of an org admin or owner, with the scope admin.users:write';
/** Says what is wrong or doubtful about a token of Slack's, in words that follow its name and hold none of it. */
function checkToken(token) {
    if (token === '') {
        const hint = 'Is the secret named right, and may this event use it? A pull request from a fork gets no secrets.';
        return { problem: `is empty: expected ${WANTED}. ${hint}` };
    }
    const wrong = WRONG_KINDS.find(([pattern]) => pattern.test(token));
    if (wrong !== undefined)
        return { problem: `holds ${wrong[1]}: expected ${WANTED}.` };
    if (!/^[\x21-\x7e]+$/.test(token)) {
        return { problem: `holds white space or characters that no token has: expected ${WANTED}, and nothing else.` };
    }
    return token.startsWith('xoxe.xoxp-')
        ? { warning: 'is a rotating token: it lives 12 hours, so a stored secret soon answers token_expired.' }
        : {};
}

;// CONCATENATED MODULE: ./build/inputs/inputs.js






const SECRETS = ['token', 'github-token'];
/** The tokens, as given and trimmed: none of these texts may leave the process but in a request to its own server. */
function readSecrets() {
    const texts = SECRETS.flatMap((name) => [getInput(name, { trimWhitespace: false }), getInput(name)]);
    return [...new Set(texts)].filter((text) => text.trim() !== '');
}
/** Reads and checks every input; an input that is wrong yields a problem, and its default in place of a value. */
function readInputs() {
    const problems = [];
    const warnings = [];
    const refuse = (message) => void problems.push({ message });
    const warn = (message) => void warnings.push({ message });
    const dryRun = readBoolean('dry-run', refuse);
    const userIds = (0,user_id/* parseUserIdList */._)(getInput('user-ids'), 'user-ids');
    const protectedIds = (0,user_id/* parseUserIdList */._)(getInput('protected-user-ids'), 'protected-user-ids');
    const emails = (0,people_email/* parseEmailList */.Mv)(getInput('emails'), 'emails');
    for (const problem of [...userIds.problems, ...emails.problems, ...protectedIds.problems]) {
        problems.push(problem);
    }
    const inputs = {
        token: readToken({ dryRun, refuse, warn }),
        mentions: [...userIds.mentions, ...emails.mentions],
        roster: lines(getInput('roster')),
        rosterEntries: readRosterEntries(refuse),
        sessions: readSessions(refuse),
        dryRun,
        verify: readBoolean('verify', refuse),
        comment: readBoolean('comment', refuse),
        maxUsers: readNumber('max-users', { min: 1, max: 1_000_000, whole: true, fallback: 100 }, refuse),
        protectedUserIds: new Set(protectedIds.mentions.map(({ userId }) => userId)),
        ignoreErrors: readIgnoreErrors(refuse),
        maxRetries: readNumber('max-retries', { min: 0, max: 20, whole: true, fallback: 5 }, refuse),
        timeoutMinutes: readNumber('timeout-minutes', { min: 0, max: 360, whole: false, fallback: 15 }, refuse),
        apiUrl: readApiUrl(refuse, warn),
        githubToken: getInput('github-token') || undefined,
        reportPath: getInput('report-path') || undefined,
    };
    for (const name of INPUTS_WITHOUT_SECRETS) {
        if (isLong(inputs.token) && getInput(name).includes(inputs.token)) {
            refuse(`"${name}" holds the token, which belongs in "token" and nowhere else.`);
        }
    }
    if (!dryRun && process.env['GITHUB_EVENT_NAME'] === 'pull_request_target') {
        refuse('Under pull_request_target only a dry run is allowed, since the event hands secrets to code and rosters of a ' +
            'pull request that nobody has reviewed: set "dry-run: true", or reset on push to the main branch.');
    }
    for (const name of ['user-ids', 'emails']) {
        if (/^[\s,]*,[\s,]*$/.test(getInput(name))) {
            refuse(`"${name}" holds separators and nothing else.`);
        }
    }
    if (['user-ids', 'emails', 'roster'].every((name) => getInput(name) === '')) {
        refuse('Nobody is asked for: give at least one of "user-ids", "emails", "roster".');
    }
    return { inputs, problems, warnings };
}
/** Those that take free text. */
const INPUTS_WITHOUT_SECRETS = [
    'user-ids',
    'emails',
    'roster',
    'protected-user-ids',
    'ignore-errors',
    'api-url',
    'report-path',
];
/** What is shorter is no token, and may stand in anything by chance. */
function isLong(token) {
    return token !== undefined && token.length >= 8;
}
function readToken({ dryRun, refuse, warn }) {
    const token = getInput('token');
    if (token === '' && dryRun)
        return undefined;
    const { problem, warning } = checkToken(token);
    if (problem !== undefined)
        refuse(`"token" ${problem}`);
    if (warning !== undefined)
        warn(`"token" ${warning}`);
    return token || undefined;
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
function readRosterEntries(refuse) {
    const text = getInput('roster-entries') || 'all';
    if (text === 'all' || text === 'added') {
        return text;
    }
    refuse(`"roster-entries" is ${found(text)}: accepted are all and added.`);
    return 'all';
}
function readBoolean(name, refuse) {
    try {
        return getInput(name) !== '' && getBooleanInput(name);
    }
    catch {
        refuse(`"${name}" is ${found(getInput(name))}: accepted are true and false.`);
        return false;
    }
}
function readNumber(name, { min, max, whole, fallback }, refuse) {
    const text = getInput(name);
    const value = (whole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,9})?$/).test(text) ? Number(text) : Number.NaN;
    if (text === '') {
        return fallback;
    }
    if (value <= max && (whole ? value >= min : value > min)) {
        return value;
    }
    const accepted = whole ? `a whole number from ${min} to ${max}` : `a number above ${min} and at most ${max}`;
    refuse(`"${name}" is ${found(text)}: accepted is ${accepted}.`);
    return fallback;
}
function readIgnoreErrors(refuse) {
    const codes = getInput('ignore-errors')
        .split(/[\s,]+/)
        .filter((code) => code !== '');
    for (const code of codes) {
        if (!isPerUserCode(code)) {
            refuse(`"ignore-errors" holds ${found(code)}: accepted are Slack's error codes about single people, such as ` +
                'user_not_found, cannot_reset_bot, failed_for_some_users. Any other error concerns the whole run.');
        }
    }
    return new Set(codes);
}
function readApiUrl(refuse, warn) {
    const { url, problem, warning } = parseApiUrl(getInput('api-url') || DEFAULT_API_URL);
    if (problem !== undefined)
        refuse(`"api-url" ${problem}`);
    if (warning !== undefined)
        warn(`"api-url" ${warning}`);
    return url;
}
function lines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Quotes a value that can hold nothing personal and nothing secret; describes any other. */
function found(text) {
    return /^(?:[A-Za-z_]{1,40}|[\d.,e+-]{1,20})$/.test(text) && !/^gh[a-z]_/i.test(text)
        ? `"${text}"`
        : `a text of ${text.length} characters`;
}
/** The inputs in force, for the report, by their names in `action.yml`; the token is not among them. */
function toOptions(inputs) {
    return {
        'web-only': inputs.sessions === 'web',
        'mobile-only': inputs.sessions === 'mobile',
        'dry-run': inputs.dryRun,
        'roster-entries': inputs.rosterEntries,
        verify: inputs.verify,
        comment: inputs.comment,
        'max-users': inputs.maxUsers,
        'protected-user-ids': [...inputs.protectedUserIds],
        'ignore-errors': [...inputs.ignoreErrors],
        'max-retries': inputs.maxRetries,
        'timeout-minutes': inputs.timeoutMinutes,
        'api-url': inputs.apiUrl.href,
    };
}

;// CONCATENATED MODULE: ./build/people/plan.js

/**
 * Makes one person of all mentions of the same person and decides who is sent. Somebody mentioned twice is due as
 * soon as one of the mentions is.
 *
 * @param nowMs - what is past or now is due
 */
function makePlan(mentions, { nowMs, protectedUserIds }) {
    const byIdentity = new Map();
    const warnings = [];
    for (const mention of mentions) {
        const identity = identityOf(mention);
        const first = byIdentity.get(identity);
        byIdentity.set(identity, first === undefined ? mention : merge(first, mention));
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
/** What makes two mentions the same person: the user ID, else the e-mail address whatever its case. */
function identityOf({ userId, email }) {
    return userId ?? (email === undefined ? '' : (0,people_email/* emailKey */.c8)(email));
}
function merge(first, second) {
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
function holdOf({ userId, effectiveMs }, { nowMs, protectedUserIds }) {
    if (effectiveMs !== undefined && effectiveMs > nowMs) {
        return 'not_due';
    }
    return userId !== undefined && protectedUserIds.has(userId) ? 'protected_user' : undefined;
}
function placeInRoster({ source }) {
    const [, file, line] = /^(.+):(\d+)$/.exec(source) ?? [];
    return file === undefined ? undefined : { file, line: Number(line) };
}
/** Says why a plan is refused as a whole for its size, if it is. */
function checkSize(plan, maxUsers) {
    const { length } = plan.due;
    if (length <= maxUsers) {
        return undefined;
    }
    return {
        message: `"max-users" is ${maxUsers}, but ${length} distinct people are due: nobody was sent. ` +
            'If that many are meant, raise "max-users" (at most 1000000).',
    };
}

// EXTERNAL MODULE: ./build/people/problem.js
var problem = __nccwpck_require__(1741);
// EXTERNAL MODULE: ./build/people/wording.js
var wording = __nccwpck_require__(8082);
;// CONCATENATED MODULE: ./build/report/text.js
/** Control characters, and marks that change the direction of text or hide it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/** What looks like a token of Slack's or GitHub's; the runner masks those it knows, this is for any other. */
const TOKEN = /x(?:ox[a-z]|app)(?:\.xox[a-z])?-[\w.%-]+|gh[a-z]_\w{16,}|github_pat_\w{16,}/g;
const MAX_LENGTH = 1000;
/** One harmless line of text for the log: no control characters, and nothing that the runner takes for a command. */
function toLogText(text) {
    return clip(plain(text)
        .replaceAll('##[', '# #[')
        .replace(/^\s*::/, ': :'));
}
/**
 * A Markdown code span, safe in a table, whatever the text holds: no markup, no link, no mention.
 *
 * Inside a code span only the backtick and, in a table, the bar mean anything; a text with one of them becomes
 * `<code>` with every character of its own an entity. GitHub looks for mentions outside of code only.
 */
function toCode(text) {
    const line = clip(plain(text)).trim();
    if (/^[^`|\\]+$/.test(line)) {
        return `\`${line}\``;
    }
    return `<code>${line.replace(/[^A-Za-z0-9 ]/gu, (char) => `&#${char.codePointAt(0)};`)}</code>`;
}
function plain(text) {
    return text.replace(TOKEN, '***').replace(INVISIBLE, '\ufffd');
}
function clip(text) {
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
/** `1 call`, `2 calls`. */
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** A moment in UTC for a reader, to the second at most: `2026-11-30 16:00 UTC`. */
function toMoment(ms) {
    const [date = '', time = ''] = new Date(ms).toISOString().split('T');
    return `${date} ${time.slice(0, 8).replace(/:00$/, '')} UTC`;
}
/** How long something took: `0.4 s`, `48 s`, `14 min 3 s`. */
function toDuration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 10) {
        return `${(ms / 1000).toFixed(1)} s`;
    }
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A moment in UTC as RFC 3339 has it; null stays null. */
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
    #shown = { warning: 0, error: 0 };
    #hidden = { warning: 0, error: 0 };
    /** Shows problems, each at its place in a file if it has one. Errors are to be shown all in one go. */
    show(kind, problems) {
        // The last place says how many more there are. Only of errors is it known that no more will come.
        const isAll = kind === 'error' && problems.length <= PLACES[kind];
        const most = isAll ? PLACES[kind] : PLACES[kind] - 1;
        for (const problem of problems) {
            if (this.#shown[kind] < most) {
                this.#shown[kind] += 1;
                emit(kind, problem);
            }
            else {
                this.#hidden[kind] += 1;
                info(toLogText(`${kind}: ${placeOf(problem)}${problem.message}`));
            }
        }
    }
    /** Shows a warning that has no place in a file. */
    warn(message) {
        this.show('warning', [{ message }]);
    }
    /** Says how many problems are in the log only. To be called once, at the end. */
    close() {
        for (const kind of ['warning', 'error']) {
            const more = this.#hidden[kind];
            if (more > 0) {
                emit(kind, { message: `${more} more problem${more === 1 ? '' : 's'}: see the log of this step.` });
            }
        }
    }
}
function emit(kind, { message, file, line, column }) {
    const annotate = kind === 'error' ? error : warning;
    annotate(toLogText(message), {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
    });
}
function placeOf({ file, line, column }) {
    return file === undefined ? '' : `${file}:${line ?? 1}:${column ?? 1}: `;
}

;// CONCATENATED MODULE: ./build/reset/ledger.js
/** Where a person stands whom no call has named. */
const UNTOUCHED = { status: 'not-attempted', error: null, calls: 0, requestId: null, atMs: null };
/** Keeps where everybody stands while a run goes on, so that whatever ends the run, everybody has one standing. */
class Ledger {
    #standings;
    #settled = new Set();
    #queuedAny = false;
    constructor(userIds) {
        this.#standings = new Map(userIds.map((userId) => [userId, UNTOUCHED]));
    }
    /** Whether Slack has accepted anybody in this run. */
    get hasQueued() {
        return this.#queuedAny;
    }
    /** Records a call that named these people, whatever came of it; `possibleEffect` says why it may have had its effect. */
    note(userIds, { possibleEffect, ...settled }) {
        for (const userId of userIds) {
            const before = this.#standings.get(userId) ?? UNTOUCHED;
            const isOpen = possibleEffect !== undefined || before.status === 'unknown';
            this.#standings.set(userId, {
                status: isOpen ? 'unknown' : 'not-attempted',
                error: possibleEffect ?? before.error,
                calls: before.calls + settled.calls,
                requestId: settled.calls > 0 ? (settled.requestId ?? null) : before.requestId,
                atMs: settled.calls > 0 ? settled.atMs : before.atMs,
            });
        }
    }
    /** Settles people for good. */
    settle(userIds, status, error) {
        for (const userId of userIds) {
            this.#standings.set(userId, { ...(this.#standings.get(userId) ?? UNTOUCHED), status, error });
            this.#settled.add(userId);
            this.#queuedAny ||= status === 'queued';
        }
    }
    /** Gives up on people: `unknown` if a call may have had its effect, else `not-attempted` for the reason given. */
    giveUp(userIds, reason) {
        for (const userId of userIds) {
            const before = this.#standings.get(userId) ?? UNTOUCHED;
            const isOpen = before.status === 'unknown';
            this.settle([userId], isOpen ? 'unknown' : 'not-attempted', isOpen ? before.error : reason);
        }
    }
    /** Everybody's standing; people not settled yet are given up for `reason`. */
    close(reason) {
        this.giveUp([...this.#standings.keys()].filter((userId) => !this.#settled.has(userId)), reason);
        return this.#standings;
    }
}
/** Standings that count further calls which named people: look-ups and listings. */
function withCalls(standings, calls) {
    return new Map([...standings].map(([key, standing]) => [key, { ...standing, calls: standing.calls + (calls.get(key) ?? 0) }]));
}

;// CONCATENATED MODULE: ./build/reset/results.js


/** What happened to a person; every person asked for ends with exactly one of these. */
const STATUSES = [
    'planned',
    'queued',
    'verified',
    'still-active',
    'failed',
    'ignored',
    'unknown',
    'not-attempted',
    'skipped',
];
const GOOD = new Set(['queued', 'verified', 'ignored', 'planned']);
const NEVER_SENT = { calls: 0, requestId: null, atMs: null };
/** Tells whether this outcome needs somebody's hand, and so fails the step. */
function needsAttention({ status, error }) {
    return status === 'skipped' ? error !== 'not_due' : !GOOD.has(status);
}
/** Those who need somebody's hand, the most urgent first, which is in the order of the statuses. */
function whoNeedAttention(results) {
    const hand = results.filter(needsAttention);
    return hand.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}
/** Everybody's outcome of a dry run. */
function planResults(plan) {
    return plan.people.map((person) => heldBack(person) ?? { person, status: 'planned', error: null, ...NEVER_SENT });
}
/** The same outcome for everybody who was to be sent: the plan was refused as a whole, or the run broke off. */
function sameResults(plan, { status, error }) {
    return plan.people.map((person) => heldBack(person) ?? { person, status, error, ...NEVER_SENT });
}
/**
 * Everybody's outcome after a reset.
 *
 * @param ignoredCodes - codes that do not fail the step
 */
function toPersonResults({ plan, standings, evidence }, ignoredCodes) {
    return plan.people.map((person) => {
        const held = heldBack(person);
        if (held !== undefined) {
            return held;
        }
        const identity = identityOf(person);
        const standing = standings.get(identity) ?? UNTOUCHED;
        const isIgnored = standing.status === 'failed' && standing.error !== null && ignoredCodes.has(standing.error);
        return { person, ...standing, evidence: evidence?.get(identity), ...(isIgnored ? { status: 'ignored' } : {}) };
    });
}
function heldBack(person) {
    return person.hold === undefined ? undefined : { person, status: 'skipped', error: person.hold, ...NEVER_SENT };
}
/** The outcome of a run, derived from everybody's result alone. */
function outcomeOf(results) {
    const due = results.filter(({ status, error }) => status !== 'skipped' || error !== 'not_due');
    const good = due.filter(({ status }) => GOOD.has(status)).length;
    if (due.length === 0) {
        return 'nothing-to-do';
    }
    if (due.some(({ status }) => status === 'planned')) {
        return 'planned';
    }
    if (good === due.length) {
        return 'success';
    }
    return good === 0 ? 'failure' : 'partial';
}
/** Counts results; no count is ever kept beside them. */
function tallyOf(results) {
    const counts = {
        planned: 0,
        queued: 0,
        verified: 0,
        'still-active': 0,
        failed: 0,
        ignored: 0,
        unknown: 0,
        'not-attempted': 0,
        skipped: 0,
    };
    for (const { status } of results) {
        counts[status] += 1;
    }
    return { ...counts, people: results.length, needsAttention: results.filter(needsAttention).length };
}

;// CONCATENATED MODULE: ./build/runner/run-context.js
/** Reads the run's context from the variables that GitHub sets for every step. */
function readRunContext(env) {
    const read = (name) => env[name] || null;
    const [server, repository, runId] = [read('GITHUB_SERVER_URL'), read('GITHUB_REPOSITORY'), read('GITHUB_RUN_ID')];
    const attempt = Number(read('GITHUB_RUN_ATTEMPT') ?? Number.NaN);
    return {
        repository,
        commit: read('GITHUB_SHA'),
        ref: read('GITHUB_REF'),
        event: read('GITHUB_EVENT_NAME'),
        workflow: read('GITHUB_WORKFLOW'),
        job: read('GITHUB_JOB'),
        runId,
        runAttempt: Number.isInteger(attempt) ? attempt : null,
        url: server && repository && runId ? `${server}/${repository}/actions/runs/${runId}` : null,
        actor: read('GITHUB_ACTOR'),
        triggeringActor: read('GITHUB_TRIGGERING_ACTOR'),
    };
}

;// CONCATENATED MODULE: ./build/report/run-record.js


/** The record of a run that has not begun yet: nobody is asked for, and its outcome is a failure until it is done. */
function startRecord(env, startedMs) {
    return {
        context: readRunContext(env),
        startedMs,
        endedMs: startedMs,
        dryRun: false,
        options: {},
        apiHost: '',
        rosters: [],
        results: [],
        tally: tallyOf([]),
        outcome: 'failure',
        calls: 0,
        problems: [],
        faults: [],
    };
}
/** The record with everybody's outcome, and the outcome that follows from them. */
function withResults(record, results) {
    return { ...record, results, tally: tallyOf(results), outcome: outcomeOf(results) };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/calls/json.js
var json = __nccwpck_require__(530);
;// CONCATENATED MODULE: ./build/report/remedies.js


const OWN_REMEDIES = new Map([
    ['protected_user', 'On the list of protected-user-ids: take the person off one of the two lists.'],
    ['max_users', 'More people are due than max-users allows: if that many are meant, raise max-users.'],
    [
        'sessions_left',
        'Sessions that the reset should have ended are still listed: look again later, and end them in Slack itself if they stay.',
    ],
    [
        'signed_in_again',
        'A session newer than the reset is listed, so sign-in is still open: disable the account in the identity provider, then run again.',
    ],
    ['earlier_roster', 'The earlier version of the roster could not be read, so nobody was sent: see the problem above.'],
    ['time_limit', 'The time limit was reached: run again, or raise timeout-minutes.'],
    ['cancelled', 'The run was cancelled: run again.'],
    [
        'unreachable',
        'Slack could not be reached: check api-url, name resolution, proxy and certificates, then run again.',
    ],
    ['unexpected_error', 'A fault of this Action: run again with debug logging and please report it.'],
]);
const NO_CLEAR_ANSWER = 'No clear answer came back, so the sessions may or may not be reset: run again; a repeated reset does no harm.';
const NO_CLEAR_LOOK_UP = 'No clear answer came back to the look-up, and nothing was sent for this person: run again.';
/** One line that says what to do about an error code, be it Slack's or ours. */
function whatToDo(error, status) {
    const own = OWN_REMEDIES.get(error);
    if (own !== undefined) {
        return own;
    }
    if (!isNoClearAnswer(error)) {
        return remedyOf(error);
    }
    return status === 'not-attempted' ? NO_CLEAR_LOOK_UP : NO_CLEAR_ANSWER;
}
/** The causes among those who need a hand, the most urgent first, and of those the most frequent. */
function causesOf(results) {
    const causes = new Map();
    for (const { error, status } of whoNeedAttention(results)) {
        if (error !== null) {
            const remedy = whatToDo(error, status);
            const key = `${error} ${remedy}`;
            const known = causes.get(key) ?? { error, status, remedy, people: 0 };
            causes.set(key, { ...known, people: known.people + 1 });
        }
    }
    const urgency = ({ status }) => STATUSES.indexOf(status);
    return [...causes.values()].toSorted((a, b) => urgency(a) - urgency(b) || b.people - a.people);
}
function isNoClearAnswer(error) {
    return !ERROR_CODES.has(error) && /^(timeout|connection_lost|invalid_response|http_\d{3})$/.test(error);
}

;// CONCATENATED MODULE: ./build/report/headline.js






/** One line: how the run ended. */
function renderHeadline(record) {
    const { outcome, tally, problems, options, stop } = record;
    if (problems.length > 0) {
        return `Refused: ${plural(problems.length, 'problem')}, nothing was sent to Slack`;
    }
    const good = renderGood(record);
    if (tally.needsAttention > 0) {
        return `${renderHand(tally)}${good === '' ? '' : `; ${good}`}`;
    }
    const later = renderLater(record);
    const andLater = later === '' ? '' : `; ${later}`;
    if (stop !== undefined) {
        return `Stopped by ${stop.error}${good === '' ? '' : `; ${good}`}`;
    }
    switch (outcome) {
        case 'planned':
            return `Plan: ${(0,wording/* formatPeopleCount */.EV)(tally.planned)} would be signed out of Slack${andLater}`;
        case 'nothing-to-do':
            return tally.people === 0 ? 'Nothing to do: nobody is asked for' : 'Nothing to do: nobody is due yet';
        case 'success':
            return tally.verified > 0 && tally.queued + tally.ignored === 0
                ? `Verified for ${(0,wording/* formatPeopleCount */.EV)(tally.verified)}: Slack lists no ${kindOf(options)}session any more${andLater}`
                : `Done: ${good}`;
        default:
            return 'The run failed';
    }
}
function renderHand({ needsAttention: hand, people: all }) {
    return `${hand} of ${(0,wording/* formatPeopleCount */.EV)(all)} ${hand === 1 ? 'needs' : 'need'} a hand`;
}
/** Those who need nobody's hand: `2 verified, reset queued for 3 people, 1 not due yet`. */
function renderGood(record) {
    const { planned, verified, queued, ignored } = record.tally;
    const parts = [
        planned > 0 ? `${planned} would be signed out` : '',
        verified > 0 ? `${verified} verified` : '',
        queued > 0 ? `reset queued for ${(0,wording/* formatPeopleCount */.EV)(queued)}` : '',
        ignored > 0 ? `${ignored} refused and ignored` : '',
        renderLater(record),
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function renderLater({ results }) {
    const later = results.filter(({ error }) => error === 'not_due').length;
    return later > 0 ? `${later} not due yet` : '';
}
/** `web ` or `mobile ` where only such sessions are reset. */
function kindOf(options) {
    if (options['web-only'] === true) {
        return 'web ';
    }
    return options['mobile-only'] === true ? 'mobile ' : '';
}
/** The words that the failed step shows, or `undefined` when nothing fails it. */
function renderFailure(record) {
    const { problems, results, tally, stop, gap, faults } = record;
    const parts = [];
    if (problems.length > 0) {
        parts.push(`${renderHeadline(record)}.`);
    }
    else if (tally.needsAttention > 0) {
        const good = renderGood(record);
        parts.push(`${renderHand(tally)}: ${countByError(results)}${good === '' ? '' : `; ${good}`}.`);
        parts.push(...remediesOf(results, stop?.error));
    }
    if (stop !== undefined) {
        const details = detailsOf(stop).join('; ');
        const inBrackets = details === '' ? '' : toLogText(` (${details})`);
        parts.push(`The run was stopped by ${stop.error}${inBrackets}. ${whatToDo(stop.error)}`);
    }
    if (gap !== undefined) {
        parts.push(renderGap(gap));
    }
    parts.push(...faults);
    return parts.length === 0 ? undefined : parts.join(' ');
}
/** Figures for the log: `3 queued, 1 failed, 1 skipped`. */
function renderCounts({ people: _people, needsAttention: _needHand, ...counts }) {
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    return parts.length === 0 ? 'nobody' : parts.map(([status, count]) => `${count} ${status}`).join(', ');
}
/** `2 failed (user_not_found), 1 unknown (timeout)`, the most urgent first. */
function countByError(results) {
    const counts = new Map();
    for (const result of whoNeedAttention(results)) {
        const words = `${result.status}${result.error === null ? '' : ` (${result.error})`}`;
        counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    return [...counts].map(([words, count]) => `${count} ${words}`).join(', ');
}
/** What could not be verified, and why. */
function renderGap({ error, people: count }) {
    const remedy = error === 'missing_scope'
        ? 'Add admin.users:read to the user token scopes of the app and install it again on the whole org.'
        : whatToDo(error);
    return `${(0,wording/* formatPeopleCount */.EV)(count)} could not be verified and ${count === 1 ? 'is' : 'are'} only known to be queued (${error}). ${remedy}`;
}
const MAX_REMEDIES = 3;
/** What to do about the most urgent codes; what stopped the run has its remedy elsewhere. */
function remediesOf(results, stoppedBy) {
    const causes = causesOf(results).filter(({ error }) => error !== stoppedBy);
    return causes.slice(0, MAX_REMEDIES).map(({ error, remedy }) => `${error}: ${remedy}`);
}
const MAX_MESSAGES = 3;
const MAX_READ = 1000;
const SCOPES = /^[a-z0-9_.:, -]{1,200}$/;
/** Slack's own message, without what might be an address in it. */
function toSafeMessage(message) {
    // The pattern takes the square of the length, and the last word may be an address that the cut has torn apart.
    const text = message.length > MAX_READ ? message.slice(0, MAX_READ).replace(/\S*$/, '…') : message;
    return text.replace(/\S*[@%]\S*/g, '…').slice(0, 200);
}
/** The scopes that Slack asks for, and its own message about a request, as far as they may be shown. */
function detailsOf({ error, refusal }) {
    const body = refusal?.body;
    const needed = body?.['needed'];
    const provided = body?.['provided'];
    const parts = [];
    if (typeof needed === 'string' && SCOPES.test(needed)) {
        parts.push(`needed: ${needed}`);
    }
    if (typeof provided === 'string' && SCOPES.test(provided)) {
        parts.push(`provided: ${provided}`);
    }
    // Of any other class the message tells nothing that the code does not.
    const metadata = classOf(error) === 'request' ? body?.['response_metadata'] : undefined;
    const messages = (0,json/* isJsonObject */.O)(metadata) && Array.isArray(metadata['messages']) ? metadata['messages'] : [];
    for (const message of messages.filter((item) => typeof item === 'string').slice(0, MAX_MESSAGES)) {
        parts.push(`Slack says: ${toSafeMessage(message)}`);
    }
    return parts;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/runner/version.js
/** The version of this Action, for the report. Equal to the one in `package.json`, which a test checks. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/report/report-file.js





/** Grows when a reader of earlier reports could be misled. */
const SCHEMA_VERSION = 1;
/** A person's outcome as `results` has it. */
function toResult({ person, status, error, calls, requestId, atMs }) {
    return {
        user_id: person.userId ?? null,
        status,
        error,
        source: person.source,
        calls,
        request_id: requestId,
        at: toTimestamp(atMs),
    };
}
/**
 * The JSON report, piece by piece, as all of it may be large: `report.schema.json` describes it. Every person is a line
 * of its own, complete when looked for by itself. The same run gives the same bytes.
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
function toEntry(result, askedAtMs) {
    return {
        ...toResult(result),
        effective: toTimestamp(result.person.effectiveMs),
        ticket: result.person.ticket ?? null,
        evidence: toEvidence(result, askedAtMs),
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
            team_id: record.identity?.teamId ?? null,
            enterprise_id: record.identity?.enterpriseId ?? null,
            acting_user_id: record.identity?.userId ?? null,
        },
        rosters: record.rosters.map(({ path, sha256 }) => ({ path, sha256 })),
        options: record.options,
        started_at: toTimestamp(record.startedMs),
        ended_at: toTimestamp(record.endedMs),
        outcome: record.outcome,
        stopped_by: record.stop?.error ?? null,
        unverified: record.gap === undefined ? null : { people: record.gap.people, error: record.gap.error },
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
function toEvidence({ evidence }, askedAtMs) {
    return evidence === undefined
        ? null
        : {
            sessions_before: evidence.sessionsBefore,
            sessions_after: evidence.sessionsAfter,
            asked_at: toTimestamp(askedAtMs),
            queued_at: toTimestamp(evidence.queuedAtMs),
            queued_request_id: evidence.queuedRequestId,
            verified_at: toTimestamp(evidence.verifiedAtMs),
        };
}
function toTotals({ people, needsAttention, ...counts }) {
    const named = Object.entries(counts).map(([status, count]) => [status.replace('-', '_'), count]);
    return { people, need_hand: needsAttention, ...Object.fromEntries(named) };
}
/** The disk is written to in steps of at least so many characters. */
const STEP_CHARACTERS = 65_536;
/**
 * Writes the report, and the folders that it needs.
 *
 * @returns its SHA-256 in hexadecimal
 * @throws the file system's error when the file cannot be written
 */
function writeReport(path, pieces) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = (0,external_node_fs_.openSync)(path, 'w');
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
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    return hash.digest('hex');
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
        warnings.push(`The output "failed-user-ids" leaves out ${failedIds.left} of ${ids.length} IDs; the report has all.`);
    }
    let resultList = renderList(record.results, MAX_RESULTS_CHARACTERS, toResult);
    if (resultList.left > 0) {
        resultList = renderList(failing, MAX_RESULTS_CHARACTERS, toResult);
        const cut = resultList.left === 0 ? 'only' : `only ${failing.length - resultList.left} of`;
        warnings.push(`The output "results" would be too long: it holds ${cut} those who fail the step; the report has all.`);
    }
    const outputs = new Map([
        ['outcome', record.outcome],
        ['user-count', String(tally.people)],
        ['queued-count', String(tally.queued + tally.verified)],
        ['verified-count', String(tally.verified)],
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
/** Sets an output of the step. @throws when the runner's file cannot be written */
function writeOutput(name, value) {
    setOutput(name, value);
}
/** Appends to the job summary. @throws when the runner's file cannot be written */
async function writeSummary(markdown) {
    await summary.addRaw(markdown).write();
}
/** Fails the step, with words. To be called once at most. */
function failStep(message) {
    setFailed(toLogText(message));
}

;// CONCATENATED MODULE: ./build/report/people-tables.js



const COLUMNS = {
    person: ({ person }) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
    status: ({ status }) => status,
    code: ({ error }) => (error === null ? '' : toCode(error)),
    due: ({ person, error }) => error === 'not_due' && person.effectiveMs != null ? toMoment(person.effectiveMs) : '',
    'asked for in': ({ person }) => toCode(person.source),
    'Slack\u2019s request ID': ({ requestId }) => (requestId === null ? '' : toCode(requestId)),
};
/** A table that everybody can do without is open only as long as it is short. */
const MAX_UNFOLDED = 10;
/** Those who need a hand: first the ones to look at one by one, then those whom only the end of the run left behind. */
function tablesOfHand(record) {
    const stopped = record.results.filter((result) => isStopped(result, record));
    return withPeople([
        {
            title: 'Who needs a hand',
            results: handOneByOne(record),
            columns: ['person', 'status', 'code', 'asked for in'],
            isFolded: false,
        },
        {
            title: `Not attempted: ${(0,wording/* formatPeopleCount */.EV)(stopped.length)}`,
            results: stopped,
            columns: ['person', 'asked for in'],
            isFolded: stopped.length > MAX_UNFOLDED,
        },
    ]);
}
/** Everybody else, and what Slack's support asks for about those who need a hand. */
function tablesOfOthers(record) {
    const { results, dryRun } = record;
    const rest = results.filter((result) => !needsAttention(result) && result.status !== 'planned');
    const isLater = rest.every(isNotDue);
    const asked = handOneByOne(record).filter(({ requestId }) => requestId !== null);
    return withPeople([
        {
            title: 'Who would be signed out',
            results: results.filter(({ status }) => status === 'planned'),
            columns: ['person', 'asked for in'],
            isFolded: false,
        },
        {
            title: `${isLater ? 'Not due yet' : titleOfRest(rest, results)}: ${(0,wording/* formatPeopleCount */.EV)(rest.length)}`,
            results: rest,
            columns: isLater ? ['person', 'due', 'asked for in'] : ['person', 'status', 'code', 'due', 'asked for in'],
            isFolded: !dryRun || rest.length > MAX_UNFOLDED,
        },
        {
            title: `Request IDs for Slack\u2019s support: ${(0,wording/* formatPeopleCount */.EV)(asked.length)}`,
            results: asked,
            columns: ['person', 'Slack\u2019s request ID'],
            isFolded: true,
        },
    ]);
}
function handOneByOne(record) {
    return whoNeedAttention(record.results).filter((result) => !isStopped(result, record));
}
/** What stopped the run, or refused it whole, is told of all at once. */
function isStopped({ status, error }, { stop, problems }) {
    return status === 'not-attempted' && (error === stop?.error || problems.length > 0);
}
function withPeople(tables) {
    return tables.filter(({ results }) => results.length > 0);
}
function titleOfRest(rest, all) {
    return rest.length === all.length ? 'Everybody' : 'Everybody else';
}
/** Tells whether only the date keeps a person from being sent. */
function isNotDue({ error }) {
    return error === 'not_due';
}
/** What the head and the last row of a table take at most. */
const FRAME_BYTES = 500;
/**
 * A table of people as Markdown.
 *
 * @param room - in bytes; the table is cut to it, and says so in its last row
 */
function renderTable({ title, results, columns, isFolded }, room) {
    const filled = columns.filter((column) => results.some((result) => COLUMNS[column](result) !== ''));
    const toRow = (cells) => `| ${cells.join(' | ')} |`;
    const head = [toRow(filled), toRow(filled.map(() => '---'))];
    const { shown, left } = takeWhile(results, room - FRAME_BYTES, (result) => toRow(filled.map((column) => COLUMNS[column](result))));
    const more = `and ${left} more, in the report`;
    const cut = left > 0 ? [toRow(filled.map((_, index) => (index === 0 ? more : '')))] : [];
    const table = [...head, ...shown, ...cut].join('\n');
    return isFolded ? `<details><summary>${title}</summary>\n\n${table}\n\n</details>` : `### ${title}\n\n${table}`;
}
/** As many leading items, each as a line, as fit into `room` bytes. */
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

;// CONCATENATED MODULE: ./build/report/summary.js






/** GitHub refuses a job summary of 1 MiB; some room is left for what is written around it. */
const MAX_BYTES = 1024 * 1024 - 16 * 1024;
/** What headings, folds and the last line take at most; the rosters named in that line have their own share. */
const summary_FRAME_BYTES = 2000;
const FOOT_BYTES = 8000;
const MEANINGS = {
    planned: 'would be sent',
    queued: 'Slack has accepted the reset and carries it out soon; this does not prove that anybody is signed out',
    verified: 'queued, and Slack then listed no session',
    'still-active': 'queued, but sessions are left',
    failed: 'Slack refused this person',
    ignored: 'refused with a code that is ignored here',
    unknown: 'sent, but no clear answer came back: it may have happened',
    'not-attempted': 'surely untouched: never sent, or only in calls that Slack turned away',
    skipped: 'not sent: not due yet, or protected',
};
/**
 * The job summary as Markdown: the outcome, the counts, who needs a hand and what to do, the rest folded.
 *
 * @param reportSha256 - of the report as written, in hexadecimal
 * @param maxBytes - the result is cut to stay below it and says so
 */
function renderSummary(record, { reportSha256, maxBytes = MAX_BYTES } = {}) {
    const sections = [renderHead(record, maxBytes), renderWhatToDo(record)].filter((part) => part !== '');
    const counts = renderCountTable(record);
    let room = maxBytes - Buffer.byteLength([...sections, counts].join('\n\n')) - summary_FRAME_BYTES - FOOT_BYTES;
    const render = (table) => {
        const text = renderTable(table, room);
        room -= Buffer.byteLength(text);
        return text;
    };
    const hand = tablesOfHand(record).map(render);
    const others = tablesOfOthers(record).map(render);
    sections.push(...hand, ...(counts === '' ? [] : [counts]), ...others);
    if (record.options['roster-entries'] === 'added' && record.results.some(isNotDue)) {
        sections.push(ADDED_TOO_EARLY);
    }
    sections.push(renderFoot(record, reportSha256));
    return `${sections.join('\n\n')}\n`;
}
function renderHead(record, maxBytes) {
    const isRed = renderFailure(record) !== undefined;
    const mark = isRed ? '❌' : ({ planned: '📝', 'nothing-to-do': '💤' }[String(record.outcome)] ?? '✅');
    const lines = [`## ${mark} ${renderHeadline(record)}`];
    if (record.stop !== undefined) {
        lines.push(renderStop(record.stop));
    }
    if (record.gap !== undefined) {
        lines.push(`**${renderGap(record.gap)}**`);
    }
    lines.push(...record.faults.map((fault) => `**${toCode(fault)}**`));
    if (record.problems.length > 0) {
        lines.push(renderProblems(record, maxBytes / 4));
    }
    else if (record.dryRun) {
        lines.push(...renderPlan(record));
    }
    return lines.join('\n\n');
}
function renderStop(stop) {
    const { error, refusal } = stop;
    const request = refusal?.requestId === undefined ? [] : [`request ${refusal.requestId}`];
    return [`**Stopped by ${toCode(error)}.**`, whatToDo(error), ...[...detailsOf(stop), ...request].map(toCode)].join(' ');
}
const ADDED_TOO_EARLY = 'Entries that are not due yet are not seen again by a later run with `roster-entries: added`: only a run with ' +
    '`all`, such as a nightly one, picks them up.';
function renderPlan({ calls, results }) {
    const lookUps = results.filter(({ person, status }) => status === 'planned' && person.userId === undefined).length;
    const wait = `A dry run: Slack was not called. The reset would take ${plural(calls, 'call')}`;
    return lookUps === 0
        ? [`${wait}.`]
        : [
            `${wait} and ${plural(lookUps, 'look-up')} by e-mail address. Only the look-up tells whether an address is ` +
                'known, protected, or of somebody who is listed by ID too.',
        ];
}
function renderProblems({ problems }, room) {
    const { shown, left } = takeWhile(problems, room, ({ message, file, line, column }) => {
        const place = file === undefined ? '' : `${toCode(`${file}:${line ?? 1}:${column ?? 1}`)} `;
        return `- ${place}${toCode(message)}`;
    });
    return [...shown, ...(left > 0 ? [`- and ${left} more, in the report`] : [])].join('\n');
}
/** A plan needs none: its headline says it all. */
function renderCountTable({ tally, results, options, dryRun }) {
    const held = results.some(({ error }) => error === 'protected_user') ? ['protected'] : [];
    const later = results.some(isNotDue) ? ['not due yet'] : [];
    const meanings = {
        ...MEANINGS,
        verified: `queued, and Slack then listed no ${kindOf(options)}session`,
        skipped: `not sent: ${[...later, ...held].join(', or ')}`,
    };
    const rows = STATUSES.filter((status) => tally[status] > 0).map((status) => `| ${status} | ${tally[status]} | ${meanings[status]} |`);
    return dryRun || rows.length === 0
        ? ''
        : ['| status | people | meaning |', '| --- | ---: | --- |', ...rows].join('\n');
}
function renderWhatToDo({ results, stop, problems }) {
    const causes = problems.length > 0 ? [] : causesOf(results).filter(({ error }) => error !== stop?.error);
    const lines = causes.map(({ error, people: count, remedy }) => `- ${toCode(error)} (${(0,wording/* formatPeopleCount */.EV)(count)}): ${remedy}`);
    return lines.length === 0 ? '' : `### What to do\n\n${lines.join('\n')}`;
}
function renderFoot({ startedMs, endedMs, apiHost, calls, dryRun, rosters }, reportSha256) {
    const { shown, left } = takeWhile(rosters, FOOT_BYTES, ({ path, sha256 }) => `${toCode(path)} ${toCode(sha256.slice(0, 12))}`);
    const more = left > 0 ? ` and ${left} more, in the report` : '';
    const from = rosters.length === 0 ? '' : ` Rosters (SHA-256): ${shown.join(', ')}${more}.`;
    const took = dryRun ? '' : ` ${plural(calls, 'call')} to ${toCode(apiHost)}.`;
    const report = reportSha256 === undefined ? '' : ` Report (SHA-256): ${toCode(reportSha256)}.`;
    return `<sub>${toMoment(startedMs)}, ${toDuration(endedMs - startedMs)}.${took}${from}${report}</sub>`;
}

;// CONCATENATED MODULE: ./build/report/write-reports.js









/** People listed one by one in the log; the report has everybody. */
const MAX_LOG_LINES = 1000;
/** What is shorter is no token, and taking it out everywhere would spoil JSON and IDs. */
const MIN_SECRET_LENGTH = 8;
/**
 * Tells how a run ended: report, outputs, log, job summary, and last of all the failure of the step, if it fails.
 * What cannot be written is said in the log and fails the step, and everything else is still written.
 */
async function finish(ended, telling) {
    const { reportPath, comment, annotations, secrets, cancelled } = telling;
    const record = withCancellation(ended, cancelled);
    const hidden = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
    const redact = (text) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    const faults = [];
    const path = (0,external_node_path_.resolve)(process.env['GITHUB_WORKSPACE'] || '.', reportPath ?? defaultReportPath());
    const reportSha256 = attempt(faults, 'The report could not be written', () => writeReport(path, renderReport(record).map(redact)));
    const { outputs, warnings } = renderOutputs(record, reportSha256 === undefined ? '' : path);
    for (const [name, value] of outputs) {
        attempt(faults, `The output "${name}" could not be written`, () => writeOutput(name, redact(value)));
    }
    annotations.show('warning', warnings.map((message) => ({ message })));
    logResults(record.results);
    const told = { ...record, faults: [...record.faults, ...faults.slice(0, 3)] };
    try {
        await writeSummary(redact(renderSummary(told, { reportSha256 })));
    }
    catch (error) {
        told.faults.push(`The job summary could not be written (${codeOf(error)}).`);
    }
    const noComment = await comment?.(redact(renderSummary(told, { reportSha256, maxBytes: MAX_COMMENT_BYTES }))).catch(codeOf);
    if (noComment !== undefined) {
        // The outcome of the run does not depend on its comment.
        annotations.warn(`No comment on the pull request: ${noComment}.`);
    }
    conclude(withCancellation(told, cancelled), annotations);
}
function withCancellation(record, { aborted }) {
    return aborted && record.stop === undefined ? { ...record, stop: { error: 'cancelled' } } : record;
}
/** A comment may hold 65,536 characters; a character has at least one byte, and some room is left for the marker. */
const MAX_COMMENT_BYTES = 64_000;
/** A name of its own for every use of the Action in a job, in the folder that the job leaves behind. */
function defaultReportPath() {
    return (0,external_node_path_.join)(process.env['RUNNER_TEMP'] || '.', `slack-session-reset-${process.pid}-${Date.now()}.json`);
}
function attempt(faults, what, write) {
    try {
        return write();
    }
    catch (error) {
        faults.push(`${what} (${codeOf(error)}).`);
        return undefined;
    }
}
function codeOf(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code || (error instanceof Error ? error.message : String(error));
}
function logResults(results) {
    if (results.length === 0) {
        return;
    }
    const ordered = [...whoNeedAttention(results), ...results.filter((result) => !needsAttention(result))];
    startGroup(`Outcome of everybody (${(0,wording/* formatPeopleCount */.EV)(results.length)})`);
    for (const { person, status, error } of ordered.slice(0, MAX_LOG_LINES)) {
        const code = error === null ? '' : ` (${error})`;
        info(toLogText(`${person.userId ?? 'by e-mail address'}, ${person.source}: ${status}${code}`));
    }
    if (ordered.length > MAX_LOG_LINES) {
        info(`and ${ordered.length - MAX_LOG_LINES} more, in the report`);
    }
    endGroup();
}
function conclude(record, annotations) {
    const failure = renderFailure(record);
    // What fails the step is said by its last line, in words.
    const words = failure === undefined ? renderHeadline(record) : renderCounts(record.tally);
    info(toLogText(`Outcome: ${record.outcome}. ${words}.`));
    annotations.show('error', record.problems);
    annotations.close();
    if (failure !== undefined) {
        failStep(failure);
    }
}

;// CONCATENATED MODULE: ./build/slack/sessions.js

const MOBILE = /\b(ios|ipados|iphone|ipad|android|windows (phone|mobile))/i;
const BROWSER = /\b(chrome|chromium|firefox|safari|opera|edg|microsoft edge|browser)\b/i;
/** Linux is not among them, since Android calls itself that too. */
const COMPUTER_SYSTEM = /^(mac ?os( x)?|macintosh|windows|chrome ?os|cros)\b/i;
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
/** The cursor, empty on the last page; `undefined` when it cannot be told whether another page follows. */
function readCursor(metadata) {
    if (metadata === undefined || metadata === null) {
        return '';
    }
    const cursor = (0,json/* isJsonObject */.O)(metadata) ? (metadata['next_cursor'] ?? '') : undefined;
    return typeof cursor === 'string' ? cursor : undefined;
}
function readSession(item) {
    if (!(0,json/* isJsonObject */.O)(item)) {
        return undefined;
    }
    const { user_id: userId, session_id: id } = item;
    const sessionId = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
    if (typeof userId !== 'string' || !/^[\w-]{1,64}$/.test(sessionId)) {
        return undefined;
    }
    return { userId, sessionId, device: deviceOf(item) };
}
/**
 * `recent` is missing when nothing changed since the session was created. A browser on a phone is untold: Slack does
 * not say whether it takes that for a mobile or a web session.
 */
function deviceOf({ created, recent }) {
    const devices = [created, recent].filter(json/* isJsonObject */.O);
    const texts = devices.flatMap(({ os, device_hardware: hardware }) => [os, hardware]);
    const isMobile = texts.some((text) => matches(text, MOBILE));
    if (isMobile && texts.some((text) => matches(text, BROWSER))) {
        return 'untold';
    }
    const isComputer = devices.some(({ os }) => matches(os, COMPUTER_SYSTEM));
    if (isMobile === isComputer) {
        return 'untold';
    }
    return isMobile ? 'mobile' : 'computer';
}
function matches(text, pattern) {
    return typeof text === 'string' && pattern.test(text);
}
/**
 * Tells whether a session should be gone after a reset of this kind. Slack does not say whether `web_only` ends
 * sessions of the desktop app, so every session that is not on a mobile device counts as one; and a session whose
 * device is not told counts always, so that nobody is called verified on a guess.
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

// EXTERNAL MODULE: ./build/calls/retry.js
var calls_retry = __nccwpck_require__(3168);
;// CONCATENATED MODULE: ./build/slack/call.js



/** How long one call may take, in ms. */
const CALL_TIMEOUT_MS = 30_000;
/**
 * Makes a call and, after transient failures and rate limits, makes it again, within the bounds of the run. A wait
 * that would end past the deadline is not begun.
 */
async function callWithRetry(call, callContext) {
    const { clock, bounds, random } = callContext;
    let trail = { calls: 0 };
    let retry = 0;
    for (;;) {
        const stop = stopReason(clock, bounds);
        if (stop !== undefined) {
            return settle({ kind: 'interrupted', by: stop }, trail, clock);
        }
        const timeoutMs = Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now());
        const reply = await call_attempt(call, { timeoutMs, signal: bounds.abandoned });
        trail = extend(trail, reply);
        const retriesLeft = call.mayRetry?.(reply) === false ? 0 : bounds.maxRetries - retry;
        const decision = (0,calls_retry/* decideRetry */.t)(retryabilityOf(reply), { retriesLeft, retry: retry + 1, random: random() });
        if (decision.kind !== 'wait') {
            return settle(endOf(reply, trail), trail, clock);
        }
        retry += decision.isAttempt ? 1 : 0;
        const next = decision.isAttempt ? `retry ${retry} of ${bounds.maxRetries}` : 'again';
        if (!(await wait({ decision, next, why: `${call.label}: ${describe(reply)}` }, callContext))) {
            return settle({ kind: 'interrupted', by: stopReason(clock, bounds) ?? 'time_limit' }, trail, clock);
        }
    }
}
/** A fault of our own while people are on their way to Slack must not lose them. */
async function call_attempt(call, limits) {
    try {
        return await call.send(limits);
    }
    catch (error) {
        return { kind: 'unclear', reason: 'unexpected_error', detail: error instanceof Error ? error.name : 'a fault' };
    }
}
function extend(trail, reply) {
    const possibleEffect = possibleEffectOf(reply);
    const seenError = seenErrorOf(reply);
    return {
        ...trail,
        calls: trail.calls + 1,
        ...(possibleEffect === undefined ? {} : { possibleEffect }),
        ...(seenError === undefined ? {} : { seenError }),
        requestId: reply.requestId,
    };
}
function settle(end, { calls, possibleEffect, requestId }, clock) {
    return {
        end,
        calls,
        atMs: clock.now(),
        ...(possibleEffect === undefined ? {} : { possibleEffect }),
        ...(requestId === undefined ? {} : { requestId }),
    };
}
/** How a reply that is not followed by another try ends the call. */
function endOf(reply, trail) {
    if (reply.kind === 'accepted') {
        return { kind: 'accepted', reply };
    }
    if (reply.kind === 'refused' && (classOf(reply.code) !== 'transient' || isPerUserCode(reply.code))) {
        return { kind: 'refused', reply };
    }
    return { kind: 'exhausted', error: trail.seenError };
}
/** @returns whether the wait was begun */
async function wait({ decision, next, why }, { clock, bounds, log }) {
    const delay = `${Math.round(decision.delayMs / 100) / 10} s`;
    if (bounds.cancelled.aborted) {
        return false;
    }
    if (clock.now() + decision.delayMs >= bounds.deadlineMs) {
        log.info(`${why}; a wait of ${delay} would end past the time limit`);
        return false;
    }
    log.info(`${why}; waiting ${delay}, then ${next}`);
    await clock.sleep(decision.delayMs, bounds.cancelled);
    return true;
}
function retryabilityOf(reply) {
    const { retryAfterSeconds } = reply;
    switch (reply.kind) {
        case 'accepted':
            return { kind: 'final' };
        case 'rate-limited':
            return { kind: 'rate-limited', retryAfterSeconds };
        case 'refused':
            return { kind: classOf(reply.code) === 'transient' ? 'transient' : 'final', retryAfterSeconds };
        default:
            return { kind: 'transient', retryAfterSeconds };
    }
}
function possibleEffectOf(reply) {
    if (reply.kind === 'unclear') {
        return reply.reason;
    }
    return reply.kind === 'refused' && leavesEffectOpen(reply.code) ? reply.code : undefined;
}
function seenErrorOf(reply) {
    switch (reply.kind) {
        case 'refused':
            return reply.code;
        case 'unclear':
            return reply.reason;
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

;// CONCATENATED MODULE: ./build/reset/list-sessions.js


/** Codes about the person asked for, or about this one reading of the listing. */
const NOT_FINAL = new Set(['user_not_found', 'bots_not_allowed', 'invalid_cursor']);
/** Lists one person's sessions, or the whole organization's, through all pages. */
async function listSessions({ of: whose, label, maxPages }, tools) {
    const sessions = [];
    const seen = new Set();
    let cursor;
    for (let page = 1; page <= maxPages; page += 1) {
        const query = { ...(whose === undefined ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };
        const call = { label: `${label}, page ${page}`, send: (limits) => tools.slack.listSessions(query, limits) };
        const settled = await callWithRetry(call, tools.callContext);
        count(settled.calls, whose?.userId, tools.meter);
        const answer = readAnswer(settled, whose?.userId);
        tools.callContext.log.info(`${call.label}: ${'error' in answer ? answer.error : `${answer.sessions.length} session${answer.sessions.length === 1 ? '' : 's'}`}`);
        if ('error' in answer) {
            return { kind: 'problem', ...answer };
        }
        sessions.push(...answer.sessions);
        cursor = answer.nextCursor;
        if (cursor === undefined) {
            const told = { requestId: settled.requestId, atMs: settled.atMs };
            return { kind: 'complete', sessions, told, pages: page };
        }
        if (seen.has(cursor)) {
            return { kind: 'problem', error: 'invalid_response', isFinal: true };
        }
        seen.add(cursor);
    }
    return { kind: 'cut' };
}
function count(calls, userId, meter) {
    meter.total += calls;
    if (userId !== undefined) {
        meter.naming.set(userId, (meter.naming.get(userId) ?? 0) + calls);
    }
}
/** `no_active_sessions` is a refusal in form and the best of news in meaning. */
function readAnswer({ end }, userId) {
    switch (end.kind) {
        case 'accepted': {
            const page = readSessionPage(end.reply.body);
            const isForeign = userId !== undefined && page?.sessions.some((session) => session.userId !== userId);
            return page === undefined || isForeign ? { error: 'invalid_response', isFinal: false } : page;
        }
        case 'refused': {
            const { code } = end.reply;
            const isEmpty = code === 'no_active_sessions';
            return isEmpty ? { sessions: [], nextCursor: undefined } : { error: code, isFinal: !NOT_FINAL.has(code) };
        }
        case 'exhausted':
            return { error: end.error ?? 'unreachable', isFinal: false };
        case 'interrupted':
            return { error: end.by, isFinal: true };
    }
}

;// CONCATENATED MODULE: ./build/reset/session-listing.js

const NOTHING_SEEN = { sessions: new Map(), toldBy: new Map(), unlisted: new Map() };
/** Codes that mean: Slack does not take this team for a listing of one person. */
const NOT_THIS_TEAM = new Set(['team_not_found', 'missing_team', 'invalid_arguments', 'team_access_not_granted']);
/** For so few people nobody pages through the organization, whose size is not known. */
const FEW = 3;
/**
 * Looks at the sessions of people, in whichever way takes fewer calls: person by person, or by paging through the
 * whole organization. Its size is not known in advance, so paging is given up after as many pages as there are
 * people to ask for; the worst case is twice the cheaper way.
 *
 * @param maxCalls - about how many calls this look may take; when more are needed, nothing is known afterwards
 */
async function lookAtSessions(userIds, listing, { maxCalls = Number.POSITIVE_INFINITY, ...tools }) {
    const each = listing.teamId === undefined ? Number.POSITIVE_INFINITY : userIds.length;
    const isPaged = listing.pages === undefined ? each > FEW : listing.pages <= each;
    if (isPaged || each > maxCalls) {
        const paged = await pageThrough(userIds, listing, { ...tools, maxCalls: Math.min(each, maxCalls) });
        if (paged.look !== NOTHING_SEEN || each > maxCalls) {
            return paged;
        }
        tools.callContext.log.info(`The organization's sessions fill more than ${each} pages: asking person by person`);
        return askEach(userIds, { ...listing, pages: Number.POSITIVE_INFINITY }, { ...tools, maxCalls });
    }
    return askEach(userIds, listing, { ...tools, maxCalls });
}
async function pageThrough(userIds, listing, tools) {
    const label = "Listing the organization's sessions";
    const all = await listSessions({ label, maxPages: tools.maxCalls }, tools);
    if (all.kind !== 'complete') {
        return { look: all.kind === 'cut' ? NOTHING_SEEN : { ...NOTHING_SEEN, problem: all }, listing };
    }
    const sessions = new Map(userIds.map((userId) => [userId, []]));
    for (const session of all.sessions) {
        sessions.get(session.userId)?.push(session);
    }
    const toldBy = new Map(userIds.map((userId) => [userId, all.told]));
    return { look: { ...NOTHING_SEEN, sessions, toldBy }, listing: { ...listing, pages: all.pages } };
}
async function askEach(userIds, listing, tools) {
    const sessions = new Map();
    const toldBy = new Map();
    const unlisted = new Map();
    const { teamId = '' } = listing;
    const hasShown = () => listing.hasShown || [...sessions.values()].some(({ length }) => length > 0);
    for (const [index, userId] of userIds.entries()) {
        const label = `Listing sessions person by person, ${index + 1} of ${userIds.length}`;
        const own = await listSessions({ of: { userId, teamId }, label, maxPages: Number.POSITIVE_INFINITY }, tools);
        if (own.kind === 'complete') {
            sessions.set(userId, own.sessions);
            toldBy.set(userId, own.told);
        }
        else if (own.kind === 'problem' && NOT_THIS_TEAM.has(own.error) && sessions.size === 0) {
            tools.callContext.log.info(`Slack does not list single people's sessions for this token (${own.error}): paging`);
            return pageThrough(userIds, { ...listing, teamId: undefined }, tools);
        }
        else if (own.kind === 'problem' && own.isFinal) {
            // Empty answers that nothing confirms any more tell nothing.
            const seen = hasShown() ? { sessions, toldBy } : NOTHING_SEEN;
            return { look: { ...seen, unlisted, problem: own }, listing: { ...listing, hasShown: hasShown() } };
        }
        else if (own.kind === 'problem') {
            unlisted.set(userId, own.error);
        }
    }
    const look = { sessions, toldBy, unlisted };
    return hasShown() || sessions.size === 0
        ? { look, listing: { ...listing, hasShown: hasShown() } }
        : confirmEmpty(userIds.filter((userId) => sessions.has(userId)), { look, listing }, tools);
}
/**
 * Pages through the organization once when asking person by person has shown no session at all: it is not documented
 * whether Slack lists anything under the organization's ID, and nobody may be called signed out on such an answer.
 */
async function confirmEmpty(userIds, { look, listing }, tools) {
    tools.callContext.log.info('Nobody asked for has a session by this answer: paging through the organization to make sure');
    const paged = await pageThrough(userIds, listing, tools);
    const isTrusted = [...paged.look.sessions.values()].every(({ length }) => length === 0);
    return {
        look: { ...paged.look, unlisted: look.unlisted },
        listing: { ...paged.listing, teamId: isTrusted ? listing.teamId : undefined },
    };
}

;// CONCATENATED MODULE: ./build/reset/token-check.js


const UNKNOWN_IDENTITY = { isBot: false, isOneWorkspace: false };
const SLACK_ID = /^[A-Z][A-Z0-9]{2,31}$/;
/** What is done before the reset may take this share of the time left: signing people out comes first. */
const SHARE_BEFORE_RESET = 0.25;
/** Nearer bounds for calls that the reset would wait for but does not need. */
function beforeReset(callContext) {
    const { bounds, clock } = callContext;
    const deadlineMs = clock.now() + (bounds.deadlineMs - clock.now()) * SHARE_BEFORE_RESET;
    return { ...callContext, bounds: { ...bounds, deadlineMs, maxRetries: Math.min(1, bounds.maxRetries) } };
}
/** Asks Slack whose token it is. A refusal stops the run; no clear answer leaves the identity unknown. */
async function identify({ slack, callContext, }) {
    const label = 'Checking the token';
    const call = { label, send: (limits) => slack.authTest(limits) };
    const { end, calls } = await callWithRetry(call, beforeReset(callContext));
    switch (end.kind) {
        case 'accepted': {
            const { body, scopes } = end.reply;
            const identity = {
                teamId: slackId(body['team_id']),
                enterpriseId: slackId(body['enterprise_id']),
                userId: slackId(body['user_id']),
                isBot: typeof body['bot_id'] === 'string',
                isOneWorkspace: body['is_enterprise_install'] === false,
                scopes,
            };
            callContext.log.info(`${label}: it acts as ${identity.userId ?? 'somebody'} in ${identity.teamId ?? 'an unknown team'}`);
            return { identity, calls };
        }
        case 'refused':
            callContext.log.info(`${label}: Slack answered ${end.reply.code}`);
            return { identity: UNKNOWN_IDENTITY, calls, stop: { error: end.reply.code, refusal: end.reply } };
        case 'interrupted':
        case 'exhausted': {
            const stop = stopReason(callContext.clock, callContext.bounds);
            callContext.log.info(`${label}: no answer, so whose it is stays unknown`);
            return { identity: UNKNOWN_IDENTITY, calls, ...(stop === undefined ? {} : { stop: { error: stop } }) };
        }
    }
}
function slackId(value) {
    return typeof value === 'string' && SLACK_ID.test(value) ? value : undefined;
}
/** The scope that verifying needs. */
const READ_SCOPE = 'admin.users:read';
/** Said before anybody is reset. */
const MISSING_READ_SCOPE = `"token" lacks the scope ${READ_SCOPE}, which "verify" needs: nobody can be verified.`;
/** Tells whether Slack said which scopes the token has, and `scope` is not among them. */
function lacksScope({ scopes }, scope) {
    return scopes !== undefined && !scopes.includes(scope);
}
/** What is likely to go wrong with this token and these people, in words, before anybody is reset. */
function predictProblems(identity, userIds) {
    const warnings = [];
    if (identity.isBot) {
        warnings.push('"token" is a bot token: Slack resets sessions for a user token of an org admin or owner only.');
    }
    if (identity.teamId !== undefined && identity.enterpriseId === undefined && !identity.teamId.startsWith('E')) {
        warnings.push('"token" belongs to no Enterprise organization: Slack resets sessions on its Enterprise plan only.');
    }
    if (identity.isOneWorkspace) {
        warnings.push('The app is installed on one workspace only: resetting sessions needs an org-wide installation.');
    }
    if (lacksScope(identity, 'admin.users:write')) {
        warnings.push('"token" lacks the scope admin.users:write, which resetting sessions needs.');
    }
    if (lacksScope(identity, READ_SCOPE)) {
        warnings.push(MISSING_READ_SCOPE);
    }
    if (userIds.some((userId) => userId === identity.userId)) {
        warnings.push(`The token's own user, ${identity.userId}, is among the people: the reset signs that admin out too.`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./build/reset/verify-sessions.js



const FIRST_WAIT_MS = 2_000;
const MAX_WAIT_MS = 30_000;
/** Somebody seen with newer sessions only, this many times in a row, has signed in again: waiting changes nothing. */
const LOOKS_AT_NEW_SESSIONS = 3;
/** Codes about a person whom Slack never lists. */
const NEVER_LISTED = new Set(['user_not_found', 'bots_not_allowed']);
/**
 * Asks Slack again and again until no session of the kind reset is left, or time runs out. Problems that another look
 * cannot mend end it at once, and people keep what the last look told.
 */
async function verifySessions(task) {
    const { clock, bounds, log } = task.callContext;
    const verifications = new Map();
    const dropped = new Map();
    let { listing, userIds: waiting } = task;
    for (let waitMs = FIRST_WAIT_MS;; waitMs = Math.min(MAX_WAIT_MS, 2 * waitMs)) {
        const { look, listing: next } = await lookAtSessions(waiting, listing, task);
        listing = next;
        judge(waiting, look, { task, verifications });
        for (const userId of waiting) {
            const code = look.unlisted.get(userId);
            if (code !== undefined && NEVER_LISTED.has(code)) {
                dropped.set(userId, code);
            }
        }
        waiting = waiting.filter((userId) => !dropped.has(userId) && isWorthAnotherLook(verifications.get(userId)));
        const problem = look.problem?.error ?? [...look.unlisted.values(), ...dropped.values()].at(-1);
        const progress = verify_sessions_describe(verifications, task.userIds.length);
        if (waiting.length === 0 || look.problem?.isFinal) {
            log.info(`${progress}.`);
            return { verifications, problem };
        }
        if (stopReason(clock, bounds) !== undefined || clock.now() + waitMs >= bounds.deadlineMs) {
            log.info(`${progress}; there is no time for another look.`);
            return { verifications, problem: problem ?? stopReason(clock, bounds) };
        }
        log.info(`${progress}, next look in ${waitMs / 1000} s`);
        await clock.sleep(waitMs, bounds.cancelled);
    }
}
function isWorthAnotherLook(verification) {
    return verification?.status !== 'verified' && (verification?.looksAtNewOnly ?? 0) < LOOKS_AT_NEW_SESSIONS;
}
/** Notes what a look tells about each person. */
function judge(userIds, look, { task, verifications }) {
    for (const userId of userIds) {
        const left = look.sessions.get(userId)?.filter((session) => shouldBeGone(session, task.sessions));
        const told = look.toldBy.get(userId);
        if (left === undefined || told === undefined) {
            continue;
        }
        const before = task.before.get(userId);
        const isNewOnly = left.length > 0 && before !== undefined && !left.some(({ sessionId }) => before.includes(sessionId));
        verifications.set(userId, {
            status: left.length === 0 ? 'verified' : 'still-active',
            error: errorOf(left, before),
            left: left.map(({ sessionId }) => sessionId),
            requestId: told.requestId ?? null,
            atMs: told.atMs,
            looksAtNewOnly: isNewOnly ? (verifications.get(userId)?.looksAtNewOnly ?? 0) + 1 : 0,
        });
    }
}
/** Without the sessions from before, a session that is left cannot be told from a new one. */
function errorOf(left, before) {
    if (left.length === 0) {
        return null;
    }
    const isNew = before !== undefined && left.some(({ sessionId }) => !before.includes(sessionId));
    return isNew ? 'signed_in_again' : 'sessions_left';
}
function verify_sessions_describe(verifications, asked) {
    const all = [...verifications.values()];
    const verified = all.filter(({ status }) => status === 'verified').length;
    const unseen = asked - all.length;
    const notSeen = unseen === 0 ? '' : `, ${unseen} not seen yet`;
    return `${verified} of ${asked} verified, ${all.length - verified} still active${notSeen}`;
}

;// CONCATENATED MODULE: ./build/reset/proof.js





/** Slack allows about 20 listings a minute, so that each costs this long. */
const LISTING_MS = 3_000;
/** Notes which sessions people have before the reset, unless that would delay it for too long. */
async function takeSnapshot(userIds, tools) {
    const { sessions, identity } = tools;
    const listing = { teamId: organizationOf(identity), hasShown: false, pages: undefined };
    // Where the reset is bound to be refused, nobody waits for a look at what it would have ended.
    const isHopeless = identity.isBot || lacksScope(identity, 'admin.users:write');
    if (isHopeless || lacksScope(identity, READ_SCOPE) || userIds.length === 0) {
        return { before: new Map(), listing };
    }
    const callContext = beforeReset(tools.callContext);
    const maxCalls = Math.max(1, Math.floor((callContext.bounds.deadlineMs - callContext.clock.now()) / LISTING_MS));
    callContext.log.info('Looking at the sessions before the reset');
    const { look, listing: next } = await lookAtSessions(userIds, listing, { ...tools, callContext, maxCalls });
    if (look.problem?.error === 'missing_scope') {
        tools.warn(MISSING_READ_SCOPE);
    }
    else if (look.sessions.size === 0) {
        callContext.log.info('The sessions before the reset are not known, so a later one cannot be told from an earlier one');
    }
    return { before: idsOf(look, sessions), listing: next };
}
/** The ID under which Slack may list single people's sessions: the organization's, never one workspace's. */
function organizationOf({ enterpriseId, teamId }) {
    return enterpriseId ?? (teamId?.startsWith('E') ? teamId : undefined);
}
function idsOf({ sessions }, kind) {
    return new Map([...sessions].map(([userId, all]) => [
        userId,
        all.filter((session) => shouldBeGone(session, kind)).map(({ sessionId }) => sessionId),
    ]));
}
/** Verifies that the sessions of everybody who was queued are gone. After what stopped the reset nothing is sent. */
async function prove({ standings, stop }, { snapshot, tools }) {
    const userIds = [...standings].filter(([, { status }]) => status === 'queued').map(([userId]) => userId);
    const { verifications, problem } = stop === undefined
        ? await verifyQueued(userIds, { snapshot, tools })
        : { verifications: new Map(), problem: stop.error };
    const proven = new Map();
    const evidence = new Map();
    for (const [userId, standing] of standings) {
        const verification = verifications.get(userId);
        evidence.set(userId, proof_toEvidence(standing, { verification, before: snapshot.before.get(userId) }));
        const { status, error, requestId, atMs } = verification ?? standing;
        proven.set(userId, { ...standing, status, error, requestId: requestId ?? standing.requestId, atMs });
    }
    const people = userIds.length - verifications.size;
    const gap = people > 0 ? { error: problem ?? 'time_limit', people } : undefined;
    return { standings: withCalls(proven, tools.meter.naming), evidence, gap };
}
function proof_toEvidence(standing, { verification, before }) {
    const isQueued = standing.status === 'queued';
    return {
        sessionsBefore: before ?? null,
        sessionsAfter: verification?.left ?? null,
        queuedAtMs: isQueued ? standing.atMs : null,
        queuedRequestId: isQueued ? standing.requestId : null,
        verifiedAtMs: verification?.status === 'verified' ? verification.atMs : null,
    };
}
async function verifyQueued(userIds, { snapshot, tools }) {
    if (userIds.length === 0 || lacksScope(tools.identity, READ_SCOPE)) {
        return { verifications: new Map(), problem: 'missing_scope' };
    }
    return verifySessions({ userIds, ...snapshot, ...tools });
}

;// CONCATENATED MODULE: ./build/slack/methods.js
/** The most sessions that Slack gives in one `admin.users.session.list`. */
const MAX_SESSIONS_PER_PAGE = 1000;
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
    };
}

;// CONCATENATED MODULE: ./build/slack/reply.js


const ERROR_CODE = /^[a-z0-9_.]{1,64}$/;
const REQUEST_ID = /^[\w.:-]{1,128}$/;
const TRANSIENT_STATUSES = new Set([408, 429]);
/** Tells whether a text can be one of Slack's error codes, and so be shown. */
function isErrorCode(text) {
    return typeof text === 'string' && ERROR_CODE.test(text);
}
/**
 * Says what a complete HTTP response means. Only HTTP 2xx with `"ok": true` in a JSON object is an acceptance.
 *
 * @param nowMs - needed for a `Retry-After` that is a date
 * @see https://docs.slack.dev/apis/web-api/
 */
function toReply(answer, nowMs) {
    const trace = {
        requestId: requestIdOf(answer.headers),
        retryAfterSeconds: (0,calls_retry/* parseRetryAfter */.m)(single(answer.headers['retry-after']), nowMs),
    };
    const body = parseObject(answer.text);
    const code = body?.['ok'] === false ? reply_codeOf(body) : undefined;
    if (answer.status === 429 || code === 'ratelimited') {
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
        return { kind: 'accepted', body, scopes: scopesOf(answer.headers), ...trace };
    }
    return { kind: 'unclear', ...whyUnclear(answer.status, body !== undefined), ...trace };
}
function whyUnclear(status, isJson) {
    if (status >= 300 && status < 400) {
        return { reason: `http_${status}`, detail: `HTTP ${status}, a redirect, which is not followed` };
    }
    if (status >= 400) {
        return { reason: `http_${status}`, detail: `HTTP ${status}` };
    }
    const detail = isJson ? 'JSON without a true or false "ok"' : 'a body that is not a JSON object';
    return { reason: 'invalid_response', detail: `HTTP ${status} with ${detail}` };
}
function reply_codeOf(body) {
    const error = body['error'];
    return isErrorCode(error) ? error : 'unrecognized_error';
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,json/* isJsonObject */.O)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
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
const NAMING_KEYS = ['failed_user_ids', 'failed_users', 'errors', 'extended_comments', 'details', 'response_metadata'];
const USER_KEYS = ['user', 'user_id', 'id'];
const CODE_KEYS = ['error', 'code', 'reason'];
/** Members that list people for another reason than a refusal. */
const OTHER_KEYS = /succe|accept|queued|request|submit|skipped|process|^done|complet|^invalidated|^reset|^ok|^user_ids$/;
const ID_IN_TEXT = /(?<![A-Za-z0-9])[UW][A-Z0-9]{2,31}(?![A-Za-z0-9])/g;
const MAX_DEPTH = 6;
/**
 * Finds the people whom a refusal names, among those who were in the call. Slack documents that
 * `failed_for_some_users` gives details but not where, so every shape seen on its sibling methods is read: a map, a
 * list of IDs, a list of objects, JSON in a string, IDs inside texts; else IDs anywhere in the body.
 *
 * Naming everybody by mere mention anywhere in the body says nothing (it may be an echo of the request), so that
 * counts as naming nobody.
 */
function findNamedUsers(body, asked) {
    const named = new Map();
    const askedIds = new Map(asked.map((id) => [id, id]));
    const add = (text, code) => {
        const id = askedIds.get(text);
        if (id !== undefined && (named.get(id) === undefined || isErrorCode(code))) {
            named.set(id, isErrorCode(code) ? code : undefined);
        }
    };
    for (const key of NAMING_KEYS) {
        collect(body[key], add, 0);
    }
    if (named.size > 0) {
        return named;
    }
    collect(body, add, 0);
    return named.size === asked.length && asked.length > 1 ? new Map() : named;
}
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
        add(id, undefined);
    }
}
function collectFromObject(object, add, depth) {
    const userKey = USER_KEYS.find((key) => typeof object[key] === 'string');
    if (userKey !== undefined) {
        if (object['ok'] !== true) {
            add(String(object[userKey]), CODE_KEYS.map((key) => object[key]).find(isErrorCode));
        }
        return;
    }
    for (const [key, value] of Object.entries(object)) {
        if (!OTHER_KEYS.test(key)) {
            // In a map of people the keys are the IDs and the values are their codes.
            add(key, value);
            collect(value, add, depth + 1);
        }
    }
}

;// CONCATENATED MODULE: ./build/reset/group-search.js
/**
 * Finds the people Slack refuses among many, in few calls: adaptive group testing with an unknown number of defectives.
 *
 * Method: the nested procedure of Sobel & Groll, "Group testing to eliminate efficiently all defectives in a binomial
 * sample" (1959), with the share of defectives estimated on the way; Hwang's generalised binary splitting, "A method for
 * detecting all defective members in a population by group testing" (1972), is its kin for a known number. See also Du &
 * Hwang, "Combinatorial Group Testing and Its Applications". At most one group is known to be contaminated, and every
 * test is a prefix: of that group, else of all who wait. An accepted prefix leaves the remainder contaminated, untested;
 * a refused one is the new contaminated group, and what lay behind it goes back untested. Unlike there, a person deduced
 * to be refused is still sent once alone, for the code to be their own; the sizes below count that call.
 *
 * Bound: n + ⌈log2 n⌉ + 2 calls for n people, whoever is refused. For n = 1,000 and d of them refused in random places
 * the mean stays below 1.2 times ⌈log2 C(n, d)⌉ + 1 for every d from 1 to 500.
 */
/** From this share of refusals on, single people cost less than any group. */
const SINGLES_SHARE = 0.3;
/** A streak that chance explains with less than e^-4, 2 %, tells more about the neighbours than the share does. */
const SURPRISE = 4;
/** A remainder up to this many times the group size is not worth two calls. */
const WHOLE_REMAINDER = 1.5;
/** Begins the search of one batch; `share` comes from the batches before it. */
function startSearch(people, share) {
    return toSearch({ people, done: 0, named: 0, contaminated: 0, spare: allowance(people.length), streak: 0, share });
}
/** The people to send in the next call; empty when nobody is left. */
function nextGroup(search) {
    return search.people.slice(search.done, search.done + search.size);
}
/** The search after the answer to `nextGroup(search)`. A single person who was refused is done. */
function learn(search, answer) {
    // An unclear answer tells nothing, and somebody whom an answer named is no sample to learn a share from.
    if (answer.kind === 'unclear' || search.named > 0) {
        return toSearch({ ...afterSent(search), contaminated: 0 });
    }
    if (answer.kind === 'accepted') {
        return toSearch(afterAccepted(search));
    }
    return toSearch(search.size === 1 ? afterRefusedPerson(search) : afterRefusedGroup(search, answer.named));
}
/** People accepted and refused up to now, to carry to the next batch. */
function shareOf(search) {
    return search.share;
}
/** The people who still wait, in the order of sending. */
function waitingPeople(search) {
    return search.people.slice(search.done);
}
/** About how many calls the search still needs; at least 1 while people wait. */
function expectedCalls(search) {
    const { people, done, named, contaminated } = search;
    const unnamed = people.length - done - named;
    const p = estimatedShare(search.share);
    const bits = p <= 0 ? 0 : p >= SINGLES_SHARE ? 1 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    const isolating = contaminated === 0 ? 0 : Math.log2(contaminated) + 1;
    const others = unnamed > contaminated ? Math.max(1, (unnamed - contaminated) * bits) : 0;
    return Math.round(named + isolating + others);
}
function allowance(people) {
    return people === 0 ? 0 : Math.ceil(Math.log2(people)) + 2;
}
function toSearch(state) {
    return { ...state, size: Math.min(nextSize(state), state.people.length - state.done) };
}
function afterSent(search) {
    return { ...search, done: search.done + search.size, named: Math.max(0, search.named - 1) };
}
function afterAccepted(search) {
    return {
        ...afterSent(search),
        contaminated: Math.max(0, search.contaminated - search.size),
        spare: search.spare + search.size - 1,
        streak: Math.max(0, search.streak) + search.size,
        share: { ...search.share, accepted: search.share.accepted + search.size },
    };
}
function afterRefusedPerson(search) {
    const share = { ...search.share, refused: search.share.refused + 1 };
    return { ...afterSent(search), contaminated: 0, streak: Math.min(0, search.streak) - 1, share };
}
function afterRefusedGroup(search, names) {
    const { people, done, size } = search;
    const refused = { ...search, spare: search.spare - 1, streak: Math.min(0, search.streak) };
    const group = nextGroup(search);
    const named = group.filter((person) => names.has(person));
    if (named.length === 0 || named.length === size) {
        return { ...refused, contaminated: size };
    }
    const others = group.filter((person) => !names.has(person));
    const reordered = [...people.slice(0, done), ...named, ...others, ...people.slice(done + size)];
    return { ...refused, people: reordered, named: named.length, contaminated: 0 };
}
/**
 * Counting calls shows the bound: an accepted group of m is m people for one call, a refused person is one for one, and
 * a refused group is a call for nobody. So calls = n + refused groups − Σ (m − 1), and while a group is only sent with
 * `spare` above zero, the excess over n cannot pass the allowance.
 */
function nextSize(state) {
    if (state.named > 0 || state.contaminated === 1 || state.spare <= 0) {
        return 1;
    }
    return state.contaminated > 1 ? prefixSize(state) : groupSize(state);
}
/** The prefix of a contaminated group that costs the fewest calls on average until its first refused person is known. */
function prefixSize({ contaminated, people, spare, share }) {
    let block = 3;
    while (2 * block <= contaminated) {
        block *= 2;
    }
    // The Huffman tree over the place of the first refused person: its even blocks are 3 · 2^k and not 2^k, since the last
    // of a pair costs a call of their own although their refusal is deduced.
    const optimum = Math.max(Math.floor(block / 2), contaminated - block);
    if (share.accepted > 0) {
        return optimum;
    }
    // Refusals only, group after group: probably many, so that going down in halves would use up what is to spare.
    return Math.min(optimum, Math.ceil(contaminated / Math.max(1, allowance(people.length) - spare)));
}
function groupSize({ people, done, spare, streak, share }) {
    const waiting = people.length - done;
    const likely = likelySize(share, streak, waiting);
    const size = waiting <= WHOLE_REMAINDER * likely ? waiting : likely;
    // Singles earn nothing back. So the last third is kept for what a streak of accepted people speaks for: else a dense
    // patch at the front would leave nothing for the many behind it.
    const reserve = Math.floor(allowance(people.length) / 3);
    if (spare > reserve) {
        return size;
    }
    return Math.max(1, Math.min(size, Math.floor(streak / 3 ** (reserve - spare))));
}
/** The group as likely to be accepted as not, which tells most. */
function likelySize(share, streak, waiting) {
    const p = estimatedShare(share);
    if (p <= 0) {
        return waiting;
    }
    if ((1 + streak) * Math.log(p) > SURPRISE) {
        return 1;
    }
    const size = p > SINGLES_SHARE ? 1 : Math.max(3, Math.round(-Math.LN2 / Math.log1p(-p)));
    return streak * p > SURPRISE ? Math.max(size, streak) : size;
}
/** A search pauses at refusals, so the plain share is too high while few are known: 2/3 of a person takes that out. */
function estimatedShare({ accepted, refused }) {
    return refused === 0 ? 0 : Math.max(0, refused - 2 / 3) / (accepted + refused);
}

;// CONCATENATED MODULE: ./build/reset/reset-batches.js







/**
 * Has Slack enqueue the reset of everybody's sessions, in the order given, and isolates the people whom Slack
 * refuses. Everybody ends with exactly one standing, also when Slack fails, the token dies or the run is stopped.
 */
async function resetSessions(userIds, { sessions, slack, callContext, }) {
    const run = {
        sessions,
        slack,
        callContext,
        ledger: new Ledger(userIds),
        outOfRetries: new Set(),
        calls: 0,
    };
    let share = { accepted: 0, refused: 0 };
    let stop;
    for (let from = 0; from < userIds.length && stop === undefined; from += MAX_USERS_PER_CALL) {
        const batch = userIds.slice(from, from + MAX_USERS_PER_CALL);
        const batchesAfter = Math.ceil((userIds.length - from) / MAX_USERS_PER_CALL) - 1;
        ({ share, stop } = await resetBatch(startSearch(batch, share), { run, batchesAfter }));
    }
    const standings = run.ledger.close(stop?.error ?? 'cancelled');
    return { standings, calls: run.calls, ...(stop === undefined ? {} : { stop }) };
}
async function resetBatch(first, { run, batchesAfter }) {
    let search = first;
    for (let group = nextGroup(search); group.length > 0; group = nextGroup(search)) {
        const expected = expectedCalls(search);
        const settled = await sendGroup(group, { run, left: expected + batchesAfter, isSearching: expected > 1 });
        const stop = stopOf(settled, group, run);
        if (stop !== undefined) {
            return { share: shareOf(search), stop };
        }
        search = learn(search, toAnswer(settled, group, run));
    }
    return { share: shareOf(search), stop: undefined };
}
async function sendGroup(group, { run, left, isSearching }) {
    const { callContext, sessions, slack, outOfRetries } = run;
    const about = isSearching ? 'about ' : '';
    const label = `Call ${run.calls + 1} of ${about}${run.calls + left}, ${(0,wording/* formatPeopleCount */.EV)(group.length)}`;
    const settled = await callWithRetry({
        label,
        send: (limits) => slack.resetBulk(group, sessions, limits),
        mayRetry: (reply) => !(isNotStarted(reply) && group.every((userId) => outOfRetries.has(userId))),
    }, callContext);
    run.calls += settled.calls;
    callContext.log.info(`${label}: ${describeEnd(settled, group)}`);
    return settled;
}
/** Records what stops the whole run, if this answer does. */
function stopOf({ end, ...settled }, group, run) {
    const stop = runWideStop(end, group, run);
    if (stop !== undefined) {
        run.ledger.note(group, settled);
        run.ledger.giveUp(group, stop.error);
    }
    return stop;
}
function runWideStop(end, group, run) {
    if (end.kind === 'interrupted') {
        return { error: end.by };
    }
    if (end.kind !== 'refused' || isAboutPeople(end.reply, group, run)) {
        return undefined;
    }
    return { error: end.reply.code, refusal: end.reply };
}
/**
 * `invalid_arguments` is about people only if Slack says so, or if it accepted somebody in this run: otherwise the
 * request itself is at fault, and sending its parts would only repeat the fault.
 */
function isAboutPeople(refusal, group, run) {
    if (refusal.code === 'invalid_arguments') {
        const named = findNamedUsers(refusal.body, group).size;
        // Naming everybody is more likely an echo of the request than a verdict on each.
        return run.ledger.hasQueued || (named > 0 && (named < group.length || group.length === 1));
    }
    return isPerUserCode(refusal.code);
}
/** Records what a call came to for its people and says what it tells about the group. */
function toAnswer(settled, group, { ledger, outOfRetries }) {
    const { end } = settled;
    ledger.note(group, { ...settled, possibleEffect: reset_batches_possibleEffectOf(settled, group) });
    switch (end.kind) {
        case 'accepted':
            ledger.settle(group, 'queued', null);
            return { kind: 'accepted' };
        case 'refused': {
            if (isNotStarted(end.reply)) {
                for (const userId of group) {
                    outOfRetries.add(userId);
                }
            }
            return answerOfRefusal(end.reply, group, ledger);
        }
        default:
            ledger.giveUp(group, end.kind === 'exhausted' ? (end.error ?? 'unreachable') : end.by);
            return { kind: 'unclear' };
    }
}
function answerOfRefusal({ code, body }, group, ledger) {
    const named = findNamedUsers(body, group);
    const isPartial = code === 'failed_for_some_users' && named.size > 0;
    if (isPartial) {
        for (const [userId, own] of named) {
            ledger.settle([userId], 'failed', own ?? code);
        }
        ledger.settle(group.filter((userId) => !named.has(userId)), 'queued', null);
        return { kind: 'unclear' };
    }
    if (group.length === 1) {
        ledger.settle(group, 'failed', code);
    }
    return { kind: 'refused', named: new Set(named.keys()) };
}
/** Why the call may have had its effect: when Slack failed for some without names, the others may be reset. */
function reset_batches_possibleEffectOf({ end, possibleEffect }, group) {
    if (end.kind === 'exhausted') {
        return end.error;
    }
    const isPartial = end.kind === 'refused' && end.reply.code === 'failed_for_some_users' && group.length > 1;
    return isPartial ? end.reply.code : possibleEffect;
}
function isNotStarted(reply) {
    return reply.kind === 'refused' && reply.code === 'user_session_reset_failed';
}
function describeEnd({ end, requestId }, group) {
    const request = requestId === undefined ? '' : ` (request ${requestId})`;
    switch (end.kind) {
        case 'accepted':
            return `queued by Slack${request}`;
        case 'refused': {
            const isSearch = group.length > 1 && isPerUserCode(end.reply.code);
            const looking = isSearch && findNamedUsers(end.reply.body, group).size === 0 ? ', looking for whom' : '';
            return `refused by Slack with ${end.reply.code}${looking}${request}`;
        }
        case 'exhausted':
            return `given up after ${end.error ?? 'unreachable'}${request}`;
        case 'interrupted':
            return end.by === 'cancelled' ? 'stopped, since the run was cancelled' : 'stopped by the time limit';
    }
}

;// CONCATENATED MODULE: ./build/reset/resolve-emails.js





/**
 * Asks Slack who each e-mail address belongs to, each distinct address once, whatever its case. An address that is
 * unknown concerns that person alone; a code about the token or the request stops everything.
 */
async function lookUpEmails(emails, { slack, callContext }) {
    const distinct = new Map(emails.map((email) => [(0,people_email/* emailKey */.c8)(email), email]));
    const found = new Map();
    const callsOf = new Map();
    const standings = new Map();
    let calls = 0;
    let position = 0;
    for (const [key, email] of distinct) {
        position += 1;
        const label = `Look-up ${position} of ${distinct.size}`;
        const settled = await callWithRetry({ label, send: (limits) => slack.lookupByEmail(email, limits) }, callContext);
        calls += settled.calls;
        const answer = resolve_emails_readAnswer(settled, found.size > 0);
        callContext.log.info(`${label}: ${'userId' in answer ? `found ${answer.userId}` : answer.standing.error}`);
        if ('userId' in answer) {
            found.set(key, answer.userId);
            callsOf.set(answer.userId, (callsOf.get(answer.userId) ?? 0) + settled.calls);
            continue;
        }
        standings.set(key, answer.standing);
        if (answer.stop !== undefined) {
            return { found, standings, calls, callsOf, stop: answer.stop };
        }
    }
    return { found, standings, calls, callsOf };
}
function resolve_emails_readAnswer({ end, calls, requestId, atMs }, hasFound) {
    const stand = (status, error, stop) => ({
        standing: { status, error, calls, requestId: requestId ?? null, atMs: calls > 0 ? atMs : null },
        ...(stop === undefined ? {} : { stop }),
    });
    switch (end.kind) {
        case 'accepted': {
            const userId = userIdIn(end.reply.body);
            return userId === undefined ? stand('not-attempted', 'invalid_response') : { userId };
        }
        case 'refused': {
            const { code } = end.reply;
            const isAboutPerson = isPerUserCode(code) && (code !== 'invalid_arguments' || hasFound);
            const stop = { error: code, refusal: end.reply };
            return isAboutPerson ? stand('failed', code) : stand('not-attempted', code, stop);
        }
        case 'exhausted':
            return stand('not-attempted', end.error ?? 'unreachable');
        case 'interrupted':
            return stand('not-attempted', end.by, { error: end.by });
    }
}
function userIdIn(body) {
    const user = body['user'];
    const id = (0,json/* isJsonObject */.O)(user) ? user['id'] : undefined;
    const parsed = typeof id === 'string' ? (0,user_id/* parseUserId */.K)(id) : undefined;
    return parsed?.ok === true ? parsed.userId : undefined;
}

;// CONCATENATED MODULE: ./build/reset/run-reset.js







/** Looks up, resets and, if asked to, verifies everybody who is due. Everybody due ends with one standing. */
async function resetPeople(mentions, settings) {
    const { planOf, verify } = settings;
    const asked = planOf(mentions);
    const isChecked = verify && asked.due.length > 0;
    const token = isChecked ? await identify(settings) : { identity: undefined, stop: undefined, calls: 0 };
    if (token.stop !== undefined) {
        return run_reset_close({ plan: asked, standings: new Map(), ...token });
    }
    const emails = asked.due.flatMap(({ userId, email }) => (userId === undefined ? (email ?? []) : []));
    const lookUps = await lookUpEmails(emails, settings);
    const plan = planOf(mentions.map((mention) => withUserId(mention, lookUps)));
    const calls = token.calls + lookUps.calls;
    if (lookUps.stop !== undefined) {
        const { standings, stop } = lookUps;
        return countLookUps(run_reset_close({ plan, standings, stop, identity: token.identity, calls }), lookUps);
    }
    const reset = await resetAndProve(plan, { ...settings, identity: token.identity });
    const standings = new Map([...lookUps.standings, ...reset.standings]);
    const closed = run_reset_close({ ...reset, plan, standings, identity: token.identity, calls: calls + reset.calls });
    return countLookUps(closed, lookUps);
}
function countLookUps(reset, { callsOf }) {
    return { ...reset, standings: withCalls(reset.standings, callsOf) };
}
async function resetAndProve(plan, settings) {
    const userIds = plan.due.flatMap(({ userId }) => userId ?? []);
    const { identity } = settings;
    if (identity === undefined) {
        return resetSessions(userIds, settings);
    }
    for (const warning of predictProblems(identity, userIds)) {
        settings.warn(warning);
    }
    const tools = { ...settings, identity, meter: { total: 0, naming: new Map() } };
    const snapshot = await takeSnapshot(userIds, tools);
    const reset = await resetSessions(userIds, settings);
    const proof = await prove(reset, { snapshot, tools });
    return { ...reset, ...proof, calls: tools.meter.total + reset.calls };
}
/** Gives a standing to everybody due who was not sent. */
function run_reset_close(reset) {
    const standings = new Map(reset.standings);
    for (const person of reset.plan.due) {
        const identity = identityOf(person);
        if (!standings.has(identity)) {
            standings.set(identity, { ...UNTOUCHED, error: reset.stop?.error ?? 'cancelled' });
        }
    }
    return { ...reset, standings };
}
function withUserId(mention, { found }) {
    const userId = mention.email === undefined ? undefined : found.get((0,people_email/* emailKey */.c8)(mention.email));
    return mention.userId !== undefined || userId === undefined ? mention : { ...mention, userId };
}

;// CONCATENATED MODULE: ./build/roster/changes.js

/**
 * Keeps the entries whose person was absent before, or whose `effective` is another moment than in every earlier
 * entry of that person. In which file an entry stands makes no difference, so renaming and moving add nobody.
 */
function keepAdded(now, before) {
    const known = new Set(before.map(toKey));
    return now.filter((mention) => !known.has(toKey(mention)));
}
function toKey(mention) {
    return `${identityOf(mention)} ${mention.effectiveMs ?? 'at once'}`;
}

;// CONCATENATED MODULE: ./build/roster/load.js





/**
 * Reads the roster files that the input `roster` names. Problems are returned, not thrown. A large file is read in
 * steps, so that a cancellation is noticed in between: it leaves a moment to read on, so that few are lost.
 */
async function readRosters(patterns, { folders, abandoned }) {
    if (patterns.length === 0) {
        return { mentions: [], files: [], problems: [] };
    }
    // Only a run with a roster pays for loading the YAML parser.
    const { readRosterFiles, parseRosterInSteps } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(250)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8250));
    const { files, problems } = readRosterFiles(patterns, folders);
    const rosters = [];
    for (const { bytes, path } of files) {
        rosters.push(await takeSteps(parseRosterInSteps(bytes, path), abandoned));
    }
    return {
        files,
        mentions: rosters.flatMap(({ mentions }) => mentions),
        problems: [...problems, ...rosters.flatMap((roster) => roster.problems)],
    };
}
/** Takes all steps, and lets signals in after each; what was read up to then, when time is up. */
async function takeSteps(steps, abandoned) {
    for (;;) {
        const step = steps.next();
        if (step.done === true) {
            return step.value;
        }
        await (0,promises_namespaceObject.setImmediate)();
        if (abandoned.aborted) {
            return { mentions: step.value, problems: [] };
        }
    }
}
/** Why this run cannot keep only the added entries, as far as it can be told without asking GitHub. */
async function findAddedProblems({ githubToken, rosterEntries }) {
    if (rosterEntries === 'all') {
        return [];
    }
    // Octokit is loaded only by the runs that need it.
    const { context, findBase } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(134), __nccwpck_require__.e(524)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8524));
    const base = findBase(context.eventName, context.payload);
    return [
        ...('problem' in base ? [{ message: `"roster-entries" is added, but ${base.problem}.` }] : []),
        ...(githubToken === undefined ? [{ message: '"roster-entries" is added, which needs "github-token".' }] : []),
    ];
}
/**
 * Keeps the roster entries that this push, pull request or merge group adds or changes.
 *
 * @throws InputError when there is no earlier version to compare with, or when it cannot be read
 */
async function keepAddedEntries({ mentions, files }, { inputs, folders, callContext }) {
    const { context, findBase, openRepository, readEarlierMentions } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(134), __nccwpck_require__.e(524)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8524));
    const { parseRoster } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(250)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8250));
    const base = findBase(context.eventName, context.payload);
    if ('problem' in base || inputs.githubToken === undefined) {
        throw new problem/* InputError */.d(await findAddedProblems(inputs));
    }
    const checkout = findCheckout(files, folders.workspace);
    const search = {
        files: files.map((file) => ({ ...file, repositoryPath: inCheckout(file.repositoryPath, checkout) })),
        patterns: inputs.roster.map((line) => toPosix((0,external_node_path_.relative)((0,external_node_path_.resolve)(folders.workspace, checkout), (0,external_node_path_.resolve)(folders.workspace, line)))),
        baseSha: base.sha,
        headSha: context.sha,
        parseRoster,
    };
    const earlier = await readEarlierMentions(search, openRepository(inputs.githubToken, callContext));
    const added = keepAdded(mentions, earlier);
    callContext.log.info(`${added.length} of ${mentions.length} roster entries were added or changed since ${base.sha.slice(0, 7)}.`);
    return added;
}
/** The folder of the workspace, relative to it, that holds the repository: checkouts can be told to go to a folder. */
function findCheckout(files, workspace) {
    for (const { repositoryPath } of files) {
        for (let folder = external_node_path_.posix.dirname(repositoryPath ?? '.'); folder !== '.'; folder = external_node_path_.posix.dirname(folder)) {
            if ((0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(workspace, folder, '.git'))) {
                return folder;
            }
        }
    }
    return '.';
}
function inCheckout(repositoryPath, checkout) {
    const path = repositoryPath === undefined ? '..' : external_node_path_.posix.relative(checkout, repositoryPath);
    return path === '..' || path.startsWith('../') ? undefined : path;
}
function toPosix(path) {
    return path.split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./build/runner/cancellation.js
/** How long a call that is under way when the run is cancelled may still take to answer, in ms. */
const GRACE_MS = 1_000;
/**
 * Listens for the signals that end a step, for the rest of the process.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
function listenForCancellation() {
    const cancelled = new AbortController();
    const abandoned = new AbortController();
    const cancel = () => {
        cancelled.abort();
        setTimeout(() => abandoned.abort(), GRACE_MS).unref();
    };
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    return { cancelled: cancelled.signal, abandoned: abandoned.signal };
}

;// CONCATENATED MODULE: ./build/slack/client.js


const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** Error codes of Node that mean: no connection came about, or none was tried, so no request left this machine. */
const UNREACHABLE = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_FAIL',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'EADDRNOTAVAIL',
    'EPROTO',
    'ERR_INVALID_URL',
    'ERR_INVALID_PROTOCOL',
    'ERR_INVALID_CHAR',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** Calls Slack's Web API over HTTP(S), through the proxy that `HTTPS_PROXY` and `NO_PROXY` name. */
class SlackClient {
    #token;
    #apiUrl;
    /** @param apiUrl - base URL that ends in a slash */
    constructor(apiUrl, token) {
        this.#apiUrl = apiUrl;
        this.#token = token;
    }
    /** Makes one HTTP call and says what came of it. Never throws for what Slack or the network does. */
    async call(request) {
        const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(request.timeoutMs)));
        const signal = AbortSignal.any([request.signal, timeout]);
        try {
            const message = await this.#post(request, signal);
            const text = await readText(message);
            return toReply({ status: message.statusCode ?? 0, headers: message.headers, text }, Date.now());
        }
        catch (error) {
            if (request.signal.aborted) {
                return { kind: 'unclear', reason: 'cancelled', detail: 'cut off by the cancellation of the run' };
            }
            if (timeout.aborted) {
                return { kind: 'unclear', reason: 'timeout', detail: `no answer within ${seconds(request.timeoutMs)} s` };
            }
            return toFailure(error);
        }
    }
    async #post(request, signal) {
        const handler = {
            prepareRequest(options) {
                options.signal = signal;
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error('not supported')),
        };
        // A fresh connection for each call: a kept one that the server has meanwhile closed fails in a way that
        // cannot be told from a call that was carried out.
        const http = new lib/* HttpClient */.Qq('slack-session-reset', [handler], {
            allowRedirects: false,
            keepAlive: false,
            socketTimeout: request.timeoutMs + 1000,
        });
        const { text, type } = encode(request.body);
        const response = http.post(`${this.#apiUrl}${request.method}`, text, {
            Authorization: `Bearer ${this.#token}`,
            'Content-Type': type,
            Accept: 'application/json',
        });
        // A request that still waits for its tunnel takes no notice of the signal.
        return (await Promise.race([response, abortOf(signal)])).message;
    }
}
/** Rejects when the signal fires. */
function abortOf(signal) {
    return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
    });
}
function encode(body) {
    if ('json' in body) {
        return { text: JSON.stringify(body.json), type: 'application/json; charset=utf-8' };
    }
    return { text: new URLSearchParams(body.form).toString(), type: 'application/x-www-form-urlencoded' };
}
async function readText(message) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of message) {
        const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
        bytes += part.length;
        // Leaving the loop closes the connection.
        if (bytes > MAX_BODY_BYTES)
            break;
        chunks.push(part);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function toFailure(error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
    // The tunnel to a proxy reports each of its failures as a reset connection; the request was never sent.
    if (Error.isError(error) && error.message.startsWith('tunneling socket could not be established')) {
        return { kind: 'unreachable', detail: `the proxy did not open a tunnel (${proxyCause(error.message)})` };
    }
    if (UNREACHABLE.has(code)) {
        return { kind: 'unreachable', detail: code };
    }
    return { kind: 'unclear', reason: 'connection_lost', detail: /^\w{1,40}$/.test(code) ? code : 'connection lost' };
}
function proxyCause(message) {
    const status = /statusCode=(\d{3})/.exec(message);
    return status === null ? 'no connection' : `HTTP ${status[1]}`;
}
function seconds(ms) {
    return String(Math.round(ms / 100) / 10);
}

;// CONCATENATED MODULE: ./build/main.js

















/** Runs the Action: reads inputs and people, has Slack reset their sessions, tells what happened, fails or not. */
async function run() {
    const secrets = readSecrets();
    secrets.forEach(core_setSecret);
    const cancellation = listenForCancellation();
    const annotations = new Annotations();
    let record = startRecord(process.env, Date.now());
    let inputs;
    try {
        const reading = readInputs();
        inputs = reading.inputs;
        record = { ...record, dryRun: inputs.dryRun, apiHost: inputs.apiUrl.host, options: toOptions(inputs) };
        const folders = { workspace: workspace(), temp: process.env['RUNNER_TEMP'] || undefined };
        const rosters = await readRosters(inputs.roster, { folders, abandoned: cancellation.abandoned });
        record = { ...record, rosters: rosters.files };
        const addedProblems = rosters.files.length === 0 ? [] : await findAddedProblems(inputs);
        refuse([...reading.problems, ...rosters.problems, ...addedProblems]);
        annotations.show('warning', reading.warnings);
        const callContext = toCallContext(inputs, record.startedMs, cancellation);
        record = await carryOut(record, rosters, { inputs, folders, callContext, annotations });
    }
    catch (error) {
        record = withError(record, error);
    }
    const comment = inputs?.comment ? toCommenter(inputs, cancellation) : undefined;
    await finish({ ...record, endedMs: Date.now() }, {
        reportPath: inputs?.reportPath,
        comment,
        annotations,
        secrets,
        cancelled: cancellation.cancelled,
    });
}
function workspace() {
    return process.env['GITHUB_WORKSPACE'] || process.cwd();
}
/** @throws InputError when there is any problem: nothing may be sent then */
function refuse(problems) {
    if (problems.length > 0) {
        throw new problem/* InputError */.d(problems);
    }
}
const log = {
    info: (line) => info(toLogText(line)),
    debug: (line) => core_debug(toLogText(line)),
};
function toCallContext(inputs, startedMs, cancellation) {
    return {
        clock: { now: Date.now, sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal }).catch(() => undefined) },
        bounds: {
            deadlineMs: startedMs + inputs.timeoutMinutes * 60_000,
            maxRetries: inputs.maxRetries,
            ...cancellation,
        },
        random: Math.random,
        log,
    };
}
/** Finds out who is asked for, and acts on them unless the run has been stopped by then. */
async function carryOut(record, { mentions, files }, run) {
    const { inputs, callContext } = run;
    const { clock, bounds } = callContext;
    const isAll = inputs.rosterEntries === 'all' || files.length === 0;
    const known = [...inputs.mentions, ...(isAll ? mentions : [])];
    // Signals that came while a roster was read are let in before anybody is sent.
    await (0,promises_namespaceObject.setImmediate)();
    const stop = stopReason(clock, bounds);
    if (stop !== undefined) {
        return { ...sendNobody(record, known, { inputs, error: stop }), stop: { error: stop } };
    }
    if (isAll) {
        return act(record, known, run);
    }
    let entries;
    try {
        entries = await keepAddedEntries({ mentions, files }, run);
    }
    catch (error) {
        // GitHub did not say who was added, and those asked for elsewhere end with a status all the same.
        const reason = stopReason(clock, bounds) ?? 'earlier_roster';
        return withError(sendNobody(record, known, { inputs, error: reason }), error);
    }
    return act(record, [...known, ...entries], run);
}
function sendNobody(record, mentions, { inputs, error }) {
    const plan = makePlan(mentions, { nowMs: record.startedMs, protectedUserIds: inputs.protectedUserIds });
    return withResults(record, sameResults(plan, { status: 'not-attempted', error }));
}
async function act(record, mentions, { inputs, callContext, annotations }) {
    const { protectedUserIds, ignoreErrors, sessions, verify } = inputs;
    const planOf = (all) => makePlan(all, { nowMs: record.startedMs, protectedUserIds });
    const plan = planOf(mentions);
    annotations.show('warning', plan.warnings);
    log.info(`${(0,wording/* formatPeopleCount */.EV)(plan.people.length)} asked for, ${plan.due.length} to send.`);
    const tooMany = checkSize(plan, inputs.maxUsers);
    if (tooMany !== undefined) {
        return {
            ...withResults(record, sameResults(plan, { status: 'not-attempted', error: 'max_users' })),
            problems: [tooMany],
        };
    }
    if (inputs.dryRun) {
        const calls = Math.ceil(plan.due.length / MAX_USERS_PER_CALL);
        return { ...withResults(record, planResults(plan)), calls };
    }
    const slack = createSlackApi(new SlackClient(inputs.apiUrl.href, inputs.token ?? ''));
    try {
        const warn = (message) => annotations.warn(message);
        const reset = await resetPeople(mentions, { sessions, verify, slack, callContext, planOf, warn });
        const { calls, stop, gap, identity } = reset;
        const told = new Set(plan.warnings.map(({ message }) => message));
        annotations.show('warning', reset.plan.warnings.filter(({ message }) => !told.has(message)));
        return { ...withResults(record, toPersonResults(reset, ignoreErrors)), calls, stop, gap, identity };
    }
    catch (error) {
        // A fault of our own: nobody is lost, and nobody is said to be untouched.
        return withError(withResults(record, sameResults(plan, { status: 'unknown', error: 'unexpected_error' })), error);
    }
}
const COMMENT_MINUTES = 1;
/** Publishes the comment; the result says in words why it could not. */
function toCommenter(inputs, cancellation) {
    return async (markdown) => {
        const { publishComment } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(134), __nccwpck_require__.e(524)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8524));
        const callContext = toCallContext({ ...inputs, timeoutMinutes: COMMENT_MINUTES }, Date.now(), cancellation);
        return publishComment(markdown, { token: inputs.githubToken, callContext });
    };
}
function withError(record, error) {
    if (error instanceof problem/* InputError */.d) {
        return { ...record, outcome: 'failure', problems: error.problems };
    }
    core_debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const words = error instanceof Error ? error.message : String(error);
    return { ...record, outcome: 'failure', faults: [`Unexpected error: ${words}. Please report it.`] };
}


/***/ }),

/***/ 7188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./build/node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./build/node_modules/@actions/http-client/node_modules/undici/index.js
// Stands in for undici inside @actions/http-client, in the bundle only.
//
// @actions/http-client imports undici when it loads, and @actions/core imports @actions/http-client: about 50 ms and
// 1 MB at every start, for one class that only GitHub's API behind a proxy needs (calls to Slack go over node:https,
// and through a proxy by `tunnel`). This class keeps the promise of that one, a dispatcher for `fetch`, and loads
// undici with the first request that it is given.

/** A dispatcher that forwards to undici's ProxyAgent. */
class ProxyAgent {
  #options;
  #agent;

  constructor(options) {
    this.#options = options;
  }

  dispatch(options, handler) {
    this.#agent ??= __nccwpck_require__.e(/* import() */ 752).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6752, 19)).then((undici) => new undici.ProxyAgent(this.#options));
    this.#agent.then(
      (agent) => agent.dispatch(options, handler),
      (error) => handler.onError?.(error),
    );
    return true;
  }
}

;// CONCATENATED MODULE: ./build/node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mv: () => (/* binding */ parseEmailList),
/* harmony export */   c8: () => (/* binding */ emailKey),
/* harmony export */   wj: () => (/* binding */ parseEmail)
/* harmony export */ });
/* harmony import */ var _list_input_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7329);
/* harmony import */ var _user_id_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9749);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8082);



const ACCEPTED = 'accepted are e-mail addresses such as jo@example.com';
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
/** Gives the form under which two spellings of an address are the same one. */
function emailKey(email) {
    return email.toLowerCase();
}
/** Reads one e-mail address; the problem never holds any part of it. */
function parseEmail(text) {
    if (text.length > _wording_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_VALUE_LENGTH */ .CU)
        return { ok: false, problem: `found ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeText */ .ld)(text)}; ${ACCEPTED}` };
    const email = text.trim();
    if (isEmail(email))
        return { ok: true, email };
    const hint = hintFor(email);
    return { ok: false, problem: `found ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeText */ .ld)(email)}${hint === undefined ? '' : `: ${hint}`}; ${ACCEPTED}` };
}
/**
 * Reads the e-mail addresses of a list input, also in the pasted forms `mailto:…`, `<mailto:…>` and `<mailto:…|…>`.
 *
 * @param input - name of the input as in `action.yml`
 */
function parseEmailList(text, input) {
    const { items, problems } = (0,_list_input_js__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E)(text, {
        input,
        noun: 'e-mail addresses',
        item: /[^\s,]+/g,
        parse: (item) => {
            const pasted = item.length > _wording_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_VALUE_LENGTH */ .CU ? null : PASTED.exec(item.trim());
            const parsed = parseEmail(pasted?.[1] ?? pasted?.[2] ?? item);
            return parsed.ok ? { ok: true, value: parsed.email } : parsed;
        },
    });
    return { mentions: items.map(({ value, source }) => ({ email: value, source })), problems };
}
function hintFor(text) {
    if ((0,_user_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseUserId */ .K)(text).ok)
        return 'a user ID belongs in "user-ids" ("user_id" in a roster)';
    const ats = text.split('@').length - 1;
    if (ats === 0)
        return undefined;
    if (ats > 1)
        return 'an address has one @ only';
    const at = text.indexOf('@');
    if (text.length > MAX_LENGTH)
        return `an address has at most ${MAX_LENGTH} characters`;
    if (at > MAX_LOCAL_LENGTH)
        return `at most ${MAX_LOCAL_LENGTH} characters may stand before the @`;
    if (!text.slice(at + 1).includes('.'))
        return 'the part after the @ has no dot';
    return undefined;
}


/***/ }),

/***/ 7329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseList)
/* harmony export */ });
/** Reads a list input, divided by commas, white space or new lines, or one JSON array of strings. */
function parseList(text, format) {
    const { input, noun } = format;
    const found = text.trim().startsWith('[') ? parseJsonArray(text) : (text.match(format.item) ?? []);
    if (found === undefined) {
        const message = `"${input}": found a text that starts with [ and is not a JSON array; accepted are ${noun} divided by commas, white space or new lines, or one JSON array of strings`;
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
    return `found ${kind}; accepted are ${noun} as JSON strings`;
}


/***/ }),

/***/ 1741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

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

/***/ 9749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseUserId),
/* harmony export */   _: () => (/* binding */ parseUserIdList)
/* harmony export */ });
/* harmony import */ var _list_input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7329);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8082);


const ACCEPTED = 'accepted are user IDs, U… or W…';
const NEIGHBOURS = new Map([
    ['A', 'an app ID (A…)'],
    ['B', 'a bot ID (B…)'],
    ['C', 'a channel ID (C…)'],
    ['D', 'the ID of a direct message (D…)'],
    ['E', 'an Enterprise organization ID (E…)'],
    ['G', 'the ID of a private channel (G…)'],
    ['S', 'a user group ID (S…)'],
    ['T', 'a workspace ID (T…)'],
]);
/** A mention as Slack copies it; the name may hold spaces and commas. */
const MENTION = /^<@([^<>|]*)(?:\|[^<>]*)?>$/;
function isUserId(text) {
    return /^[UW][A-Z0-9]{2,31}$/.test(text) && !_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .RESERVED_WORDS */ .xJ.has(text);
}
/** Reads one user ID, bare or in one of the pasted forms `<@U…>` and `<@U…|name>`. */
function parseUserId(text) {
    if (text.length > _wording_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_VALUE_LENGTH */ .CU)
        return { ok: false, problem: `found ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .describeText */ .ld)(text)}; ${ACCEPTED}` };
    const trimmed = text.trim();
    const id = MENTION.exec(trimmed)?.[1]?.trim() ?? trimmed;
    if (isUserId(id))
        return { ok: true, userId: id };
    const hint = hintFor(id);
    return { ok: false, problem: `found ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .describeText */ .ld)(id)}${hint === undefined ? '' : `: ${hint}`}; ${ACCEPTED}` };
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
function hintFor(text) {
    if (text.startsWith('<!subteam^'))
        return 'that is a user group';
    if (text.startsWith('<#'))
        return 'that is a channel';
    if (text.includes('@'))
        return 'an e-mail address belongs in "emails" ("email" in a roster)';
    if (text.startsWith('USLACK') && _wording_js__WEBPACK_IMPORTED_MODULE_0__/* .RESERVED_WORDS */ .xJ.has(text))
        return "that is one of Slack's own accounts";
    if (_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .RESERVED_WORDS */ .xJ.has(text))
        return 'that is a column header';
    // A hint tells something of the value, so it is given only where the value itself may be quoted.
    if (!(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .isQuotable */ .ym)(text))
        return undefined;
    if (/^[UW]/i.test(text))
        return formHint(text);
    return /^[A-Z0-9]{3,}$/.test(text) ? neighbourHint(text) : undefined;
}
function formHint(text) {
    if (/[a-z]/.test(text))
        return 'user IDs are in upper case, and lower case is not repaired';
    return text.length < 3 ? 'that is too short' : 'that is too long, a user ID has at most 32 characters';
}
function neighbourHint(text) {
    const neighbour = NEIGHBOURS.get(text.charAt(0));
    return neighbour === undefined ? undefined : `that is ${neighbour}`;
}


/***/ }),

/***/ 8082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ MAX_VALUE_LENGTH),
/* harmony export */   EV: () => (/* binding */ formatPeopleCount),
/* harmony export */   ld: () => (/* binding */ describeText),
/* harmony export */   xJ: () => (/* binding */ RESERVED_WORDS),
/* harmony export */   ym: () => (/* binding */ isQuotable)
/* harmony export */ });
/* unused harmony export counted */
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
]);
/** No value that is accepted anywhere comes near this length; what is longer is not looked at any further. */
const MAX_VALUE_LENGTH = 1000;
/**
 * Tells whether a refused value may be quoted in a message. Names, addresses and secrets may not:
 * only short runs of letters and digits that hold a digit, longer ones in upper case alone since secrets are written
 * otherwise, and words known in advance.
 */
function isQuotable(text) {
    return RESERVED_WORDS.has(text) || (/^(?:[A-Za-z0-9]{1,12}|[A-Z0-9]{1,40})$/.test(text) && /[0-9]/.test(text));
}
/** Describes a refused value in one line, quoting it only when it cannot be personal data or a secret. */
function describeText(text) {
    if (isQuotable(text))
        return `"${text}"`;
    if (text.length === 0)
        return 'an empty text';
    if (text.length > MAX_VALUE_LENGTH)
        return `a text of more than ${MAX_VALUE_LENGTH} characters`;
    if (/^[A-Za-z]+$/.test(text))
        return counted(text.length, 'letter');
    const length = `a text of ${counted(text.length, 'character')}`;
    return text.includes('@') ? `${length} with an @` : length;
}
/** `1 letter`, `2 letters`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** `1 person`, `2 people`. */
function formatPeopleCount(count) {
    return count === 1 ? '1 person' : `${count} people`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
