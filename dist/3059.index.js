export const id = 3059;
export const ids = [3059,6382];
export const modules = {

/***/ 14438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ AgentSession)
/* harmony export */ });
/* harmony import */ var _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24810);

/**
 * A task whose loop is driven by a program of its own: its calls are run and counted here, it is told when the end is near,
 * and it gets no further request once the end has come.
 */
class AgentSession {
    #task;
    #runner;
    #hinted = new Set();
    /** Actions that are accounted for: what ran here, and what the agent reported. */
    #known = 0;
    #calls = 0;
    #reported = 0;
    #ended = false;
    #closed = false;
    #lastRequest = false;
    #bug;
    constructor(task) {
        this.#task = task;
        this.#runner = new _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .CallRunner */ .zM(task);
    }
    /** The model said that it is done. */
    get ended() {
        return this.#ended;
    }
    /** Actions so far, executed or not. */
    get actions() {
        return this.#known;
    }
    /** What a tool threw; undefined: none did. */
    get bug() {
        return this.#bug;
    }
    /** Runs a call. Calls come one after the other. */
    async call(name, input) {
        const { account, signal } = this.#task;
        this.#known += 1;
        this.#calls += 1;
        if (signal.aborted || this.#bug)
            return { text: 'Not executed: the task is over.', isError: true };
        if (account.stepStop())
            return { text: _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag.notExecuted, isError: true };
        try {
            const answer = await this.#runner.run({ id: '', name, input: input ?? {}, ...(isObject(input) ? {} : { broken: JSON.stringify(input) }) });
            this.#ended ||= answer.ends === true;
            return { ...answer, text: [answer.text, ...this.#hints()].join('\n\n') };
        }
        catch (error) {
            this.#bug = { error };
            return { text: 'The tool failed.', isError: true };
        }
    }
    /** The agent reported a call of one of our tools: it counts here only where it never came here. */
    reportCall() {
        this.#reported += 1;
        if (this.#reported > this.#calls) {
            this.#calls += 1;
            this.action();
        }
    }
    /** An action of the agent that is none of our tools. */
    action() {
        this.#known += 1;
        this.#step();
    }
    /** `calls`: actions that the model has taken so far, as the agent's request shows them. Those that nobody has reported count too. */
    reconcile(calls) {
        while (this.#known < calls)
            this.action();
    }
    /** Null: the next request may leave, reserved at this amount. Else why not. */
    refuses({ usd, tokens }) {
        const { account } = this.#task;
        if (this.#ended || this.#bug)
            return 'the task is over';
        if (account.stepStop()) {
            // one more, for its closing words
            if (this.#closed)
                return 'the step budget is spent';
            this.#closed = true;
        }
        // this one, the one that would hold the hint, and the one after it
        this.#lastRequest = !account.fits({ usd: usd * 3, tokens: tokens * 3 });
        return null;
    }
    /** The turn is over. One without any action is a step. */
    turnEnded() {
        if (this.#known === 0)
            this.action();
    }
    #step() {
        if (this.#task.account.stepStop())
            return;
        this.#task.account.step();
        this.#task.onStep();
    }
    #hints() {
        const { account } = this.#task;
        const closing = this.#hinted.has('closing') ? null : this.#task.closing();
        const due = [
            ['spent', account.stepStop() === null || this.#ended ? null : spent], ['last step', account.stepsLeft() === 1 ? _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag.lastStep : null], ['last request', this.#lastRequest ? _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag.lastRequest : null], ['closing', closing],
        ];
        return due.flatMap(([key, words]) => {
            if (words === null || this.#hinted.has(key))
                return [];
            this.#hinted.add(key);
            return [words];
        });
    }
}
const spent = 'The step budget is spent: end your turn now with a closing sentence.';
const isObject = (value) => value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));


/***/ }),

/***/ 91693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ agentTools)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75066);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1850);







/** The folder with the lock file: beside dist/, or at the root of a checkout. */
function lockFolder() {
    let at = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_4__.fileURLToPath)(import.meta.url));
    for (let level = 0; level < 5; level += 1) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(at, 'tools', 'agents');
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'package-lock.json')))
            return folder;
        at = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(at);
    }
    return undefined;
}
function isWritable(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
        return !folder.includes('node_modules');
    }
    catch {
        return false;
    }
}
/** What npm writes last: only a whole install has it. */
const isInstalled = (folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'node_modules', '.package-lock.json'));
/** `say` is told once, before an install begins: it takes half a minute and 850 MB. */
async function agentTools(environment, say) {
    const lock = lockFolder();
    if (lock === undefined)
        return missing('tools/agents is not beside this copy of ktx-ci');
    const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(environment['XDG_CACHE_HOME'] || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(environment['HOME'] || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.cache'), 'ktx-ci', `agents-${(0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(lock, 'package-lock.json'))).slice(0, 12)}`);
    const found = [lock, cache].find(isInstalled);
    if (found !== undefined)
        return { ok: true, tools: toolsIn(found) };
    const folder = isWritable(lock) ? lock : cache;
    say(`installing the agent binaries once from npm, into ${folder}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
        if (folder !== lock)
            for (const file of ['package.json', 'package-lock.json'])
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.copyFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(lock, file), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, file));
    }
    catch {
        return missing(`${folder} cannot be written`);
    }
    const why = await npmInstall(folder, environment);
    return why === null && isInstalled(folder) ? { ok: true, tools: toolsIn(folder) } : missing(why ?? 'npm ended without an error and without an install');
}
function toolsIn(folder) {
    return {
        folder,
        load: (name) => {
            const main = entryOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'node_modules', ...name.split('/')));
            return import(/* webpackIgnore: true */ (0,node_url__WEBPACK_IMPORTED_MODULE_4__.pathToFileURL)(main).href);
        },
    };
}
/** The ESM entry that a package names. */
function entryOf(folder) {
    const { exports: named, module, main } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'package.json'), 'utf8'));
    const pick = (value) => {
        if (typeof value === 'string')
            return value;
        if (typeof value !== 'object' || value === null)
            return undefined;
        const conditions = value;
        return pick(conditions['.'] ?? conditions['import'] ?? conditions['node'] ?? conditions['default']);
    };
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, pick(named) ?? module ?? main ?? 'index.js');
}
const missing = (why) => ({ ok: false, failure: (0,_classify_js__WEBPACK_IMPORTED_MODULE_6__/* .modelFailure */ .iW)('not-installed', `The agent binaries are not installed: ${why}.`) });
/** Null: it went well. npm gets what it needs to reach its registry, and no credential of a model. */
function npmInstall(folder, environment) {
    const passed = Object.entries(environment).filter(([name]) => /^(path|home|userprofile|appdata|localappdata|systemroot|temp|tmp|tmpdir|(https?|no|all)_proxy|node_extra_ca_certs|ssl_cert_file|npm_config_.*)$/i.test(name));
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env: Object.fromEntries(passed), stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
        let said = '';
        child.stderr.on('data', (text) => { said = (said + text.toString()).slice(-2000); });
        child.on('error', () => resolve('npm could not be started'));
        child.on('close', (code) => resolve(code === 0 ? null : `npm ci ended with ${String(code)}: ${said.trim().split('\n').at(-1) ?? ''}`));
    });
}


/***/ }),

/***/ 53059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCodex: () => (/* binding */ openCodex)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/llm/agent-loop.js
var agent_loop = __webpack_require__(24810);
// EXTERNAL MODULE: ./lib/src/llm/agent-session.js
var agent_session = __webpack_require__(14438);
// EXTERNAL MODULE: ./lib/src/llm/agent-tools.js
var agent_tools = __webpack_require__(91693);
// EXTERNAL MODULE: ./lib/src/llm/api-backend.js
var api_backend = __webpack_require__(84975);
// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/llm/isolation.js
var llm_isolation = __webpack_require__(46382);
;// CONCATENATED MODULE: ./lib/src/llm/codex-child.js






/** The codex binary as a process: where it is, what it prints, and that it is gone. */
/** The binary in a folder with node_modules, of the one platform package that npm installed; undefined: there is none. */
function codexBinary(folder) {
    const scope = (0,external_node_path_.join)(folder, 'node_modules', '@openai');
    const file = process.platform === 'win32' ? 'codex.exe' : 'codex';
    const vendors = (0,external_node_fs_.existsSync)(scope) ? (0,external_node_fs_.readdirSync)(scope).filter((name) => name.startsWith('codex-')).map((name) => (0,external_node_path_.join)(scope, name, 'vendor')).filter((path) => (0,external_node_fs_.existsSync)(path)) : [];
    return vendors.flatMap((vendor) => (0,external_node_fs_.readdirSync)(vendor).map((target) => (0,external_node_path_.join)(vendor, target, 'bin', file))).find((path) => (0,external_node_fs_.existsSync)(path));
}
/** The catalogue of models that is built into the binary. `home`: an empty folder of ours. Rejects where it cannot be started. */
function printedModels(binary, home) {
    const systemRoot = process.env['SYSTEMROOT'];
    const env = { CODEX_HOME: home, HOME: home, USERPROFILE: home, PATH: '/usr/bin:/bin', ...(systemRoot === undefined ? {} : { SYSTEMROOT: systemRoot }) };
    return new Promise((resolve, reject) => {
        (0,external_node_child_process_.execFile)(binary, ['debug', 'models'], { env, maxBuffer: 64 * 1024 * 1024, timeout: 30_000, encoding: 'utf8' }, (error, out) => {
            if (error)
                reject(error);
            else
                resolve(out);
        });
    });
}
/** Longest that a killed child is waited for, in milliseconds. */
const longestEnd = 2_500;
/** Children whose arguments hold a text of ours. The SDK keeps its child to itself, and asks it to end without waiting for that. */
class Children {
    #children = new Set();
    #note = (message) => {
        const { process: child } = message;
        this.#children.add(child);
    };
    constructor() {
        (0,external_node_diagnostics_channel_.subscribe)('child_process', this.#note);
    }
    #of(mark) {
        for (const child of this.#children)
            if (isGone(child) && child.pid !== undefined)
                this.#children.delete(child);
        return [...this.#children].filter((child) => child.spawnargs.some((argument) => argument.includes(mark)));
    }
    /** Kills them: nothing that they still have to do is worth anything. Resolves when they are gone. */
    async end(mark) {
        const children = this.#of(mark);
        for (const { pid } of children)
            if (pid !== undefined)
                (0,llm_isolation/* killIsolated */.wE)(pid);
        const until = performance.now() + longestEnd;
        while (children.some((child) => !isGone(child)) && performance.now() < until)
            await (0,promises_.setTimeout)(5);
    }
    /** At once, without waiting: for the end of this process. */
    kill(mark) {
        for (const { pid } of this.#of(mark))
            if (pid !== undefined)
                (0,llm_isolation/* killIsolated */.wE)(pid);
    }
    close() {
        (0,external_node_diagnostics_channel_.unsubscribe)('child_process', this.#note);
        this.#children.clear();
    }
}
const isGone = ({ exitCode, signalCode, pid }) => pid === undefined || exitCode !== null || signalCode !== null;

// EXTERNAL MODULE: ./lib/src/llm/codex-config.js
var codex_config = __webpack_require__(5156);
// EXTERNAL MODULE: ./lib/src/llm/envelope.js
var envelope = __webpack_require__(21096);
;// CONCATENATED MODULE: ./lib/src/llm/codex-failure.js


/** What codex 0.163 says of a turn that failed: it has no status, so its texts are read. First match. */
const said = [
    [/\breason: max_output_tokens\b/, 'invalid-request', 'max_tokens'],
    [/\breason: content_filter\b/, 'invalid-request', 'refusal'],
    [/ran out of room in the model's context window/, 'invalid-request', 'context_length_exceeded'],
    [/^Missing environment variable/, 'missing-credential'],
    [/^Quota exceeded|usage limit|purchase more credits/i, 'quota'],
    [/^rate limit exceeded/i, 'rate-limit'],
    [/high demand|at capacity/i, 'provider-error'],
    [/idle timeout waiting for/, 'timeout'],
    [/^Connection failed|Transport error|stream closed before response\.completed/, 'network'],
];
/** The failure that the message of `turn.failed` stands for, where the relay met none. `host` is whom it asked. */
function turnFailure(message, host) {
    const text = message.trim();
    const [, unexpected, rest = ''] = /^unexpected status (\d{3})\b[^:]*: ([\s\S]*)$/.exec(text) ?? [];
    // it ends with our own address and an id
    if (unexpected !== undefined)
        return (0,classify/* classifyAnswer */.BO)({ status: Number(unexpected), headers: new Headers(), body: rest.replace(/, url: \S+(?:, request id: .*)?$/s, '') }, host);
    const given = /^exceeded retry limit, last status: (\d{3})\b/.exec(text)?.[1];
    if (given !== undefined)
        return (0,classify/* classifyAnswer */.BO)({ status: Number(given), headers: new Headers(), body: text }, host);
    // the body of a 400 comes as it is
    if (text.startsWith('{'))
        return (0,classify/* classifyAnswer */.BO)({ status: 400, headers: new Headers(), body: text }, host);
    const known = said.find(([pattern]) => pattern.test(text));
    const inner = (0,envelope/* unwrap */.o)(text).message;
    return known ? (0,classify/* modelFailure */.iW)(known[1], inner, { type: known[2] }) : (0,classify/* modelFailure */.iW)('provider-error', inner === '' ? 'codex ended its turn with an error and without a message.' : inner);
}
/** The failure of a child that ended without an end of its turn: `error` is what its SDK threw. */
function childFailure(error) {
    const text = error instanceof Error ? error.message : String(error);
    const code = error?.code;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOEXEC')
        return (0,classify/* modelFailure */.iW)('not-installed', `codex could not be started (${code}).`);
    if (/required MCP servers failed to initialize/.test(text)) {
        const why = /\b(?:HTTP )?401\b|unauthorized/i.test(text) ? 'it does not take the token of this task' : 'it cannot be reached';
        return (0,classify/* modelFailure */.iW)('provider-error', `codex did not start: the server of this task's tools on a loopback port refused it or is gone (${why}).`, { type: 'tools' });
    }
    const detail = text.replace(/^Codex Exec exited with /, '').replace(/Reading prompt from stdin\.\.\.\s*/g, '').trim();
    return (0,classify/* modelFailure */.iW)('provider-error', `codex ended before its turn did${detail === '' ? '' : `: ${detail}`}`, { type: 'child' });
}

// EXTERNAL MODULE: ./lib/src/llm/meter.js
var meter = __webpack_require__(54803);
;// CONCATENATED MODULE: ./lib/src/llm/responses-request.js

const listOf = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []);
const nameOf = ({ name, type }) => (typeof name === 'string' ? name : typeof type === 'string' ? type : '');
/** Null: the body is no such request. */
function readRequest(body) {
    const fields = (0,meter/* objectIn */.D7)(body);
    if (!fields || typeof fields['model'] !== 'string')
        return null;
    const input = listOf(fields['input']);
    // some models get their tools as an item of the conversation
    const tools = [...listOf(fields['tools']), ...input.filter(({ type }) => type === 'additional_tools').flatMap((item) => listOf(item['tools']))];
    return {
        model: fields['model'], fields, calls: input.filter(({ type }) => typeof type === 'string' && type.endsWith('_call')).length,
        tools: tools.flatMap((tool) => (tool['type'] === 'namespace' ? listOf(tool['tools']).map((one) => (tool['name'] === 'functions' ? nameOf(one) : `${nameOf(tool)}.${nameOf(one)}`)) : [nameOf(tool)])),
    };
}
/** The least that the provider takes. */
const leastOutput = 16;
/** The body with an output limit, in tokens: its own where that is lower. */
function limitedBody({ fields }, most) {
    const own = fields['max_output_tokens'];
    return JSON.stringify({ ...fields, max_output_tokens: Math.max(leastOutput, typeof own === 'number' && own > 0 ? Math.min(own, most) : most) });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/src/llm/tool-server.js



const mostBytes = 4 * 1024 * 1024;
const fieldsOf = (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});
/** Errors of JSON-RPC. */
const errors = { parse: -32700, request: -32600, method: -32601, parameters: -32602 };
async function openToolServer({ tools, call }) {
    const token = `ktx-tools-${(0,external_node_crypto_.randomBytes)(24).toString('base64url')}`;
    const listed = [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, inputSchema: (0,agent_loop/* jsonSchemaOf */.Vq)(input) }));
    let last = Promise.resolve();
    const server = (0,external_node_http_.createServer)((request, response) => {
        void handle(request, response).catch(() => { response.destroy(); });
    });
    // a tool may take minutes
    server.requestTimeout = 0;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address();
    async function handle(request, response) {
        const end = (status, body) => void response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
        const isOurs = carries(request, token);
        // a page in a browser can reach a loopback port, but not without these
        if (request.headers.host !== `127.0.0.1:${port}` || request.headers.origin !== undefined)
            return end(403);
        if (!isOurs)
            return end(401);
        if (request.url !== '/mcp')
            return end(404);
        if (request.method !== 'POST')
            return void response.writeHead(405, { allow: 'POST' }).end();
        const text = await bodyOf(request);
        if (text === null)
            return end(413);
        let message;
        try {
            message = fieldsOf(JSON.parse(text));
        }
        catch {
            return end(400, { jsonrpc: '2.0', id: null, error: { code: errors.parse, message: 'this is no JSON' } });
        }
        const { id, method } = message;
        if (message['jsonrpc'] !== '2.0' || typeof method !== 'string')
            return end(400, { jsonrpc: '2.0', id: null, error: { code: errors.request, message: 'this is no request of JSON-RPC 2.0' } });
        if (id === undefined)
            return end(202);
        const answer = await answerTo(method, fieldsOf(message['params']));
        end(200, { jsonrpc: '2.0', id, ...answer });
    }
    async function answerTo(method, parameters) {
        switch (method) {
            case 'initialize': return { result: { protocolVersion: parameters['protocolVersion'] ?? '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'ktx', version: '1' } } };
            case 'ping': return { result: {} };
            case 'tools/list': return { result: { tools: listed } };
            case 'resources/list': return { result: { resources: [] } };
            case 'resources/templates/list': return { result: { resourceTemplates: [] } };
            case 'tools/call': {
                const { name } = parameters;
                if (typeof name !== 'string')
                    return { error: { code: errors.parameters, message: 'the call names no tool' } };
                const ran = last.then(() => call(name, parameters['arguments'] ?? {}));
                last = ran.catch(() => undefined);
                const { text, isError } = await ran;
                return { result: { content: [{ type: 'text', text: text.toWellFormed() || '(empty)' }], isError: isError === true } };
            }
            default: return { error: { code: errors.method, message: `there is no ${method} here` } };
        }
    }
    return {
        url: `http://127.0.0.1:${port}/mcp`, token,
        async close() {
            await new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            });
            // what a tool has begun it ends, before anybody looks at what came of it
            await last;
        },
    };
}
function carries(request, token) {
    const [sent, own] = [Buffer.from(request.headers.authorization?.replace(/^bearer /i, '') ?? ''), Buffer.from(token)];
    return sent.length === own.length && (0,external_node_crypto_.timingSafeEqual)(sent, own);
}
async function bodyOf(request) {
    const chunks = [];
    let bytes = 0;
    // the iterator alone would close the connection with the answer still to come
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        bytes += chunk.length;
        if (bytes > mostBytes)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/src/llm/codex-turn.js







const codex_turn_fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const textOf = (value) => (typeof value === 'string' ? value : '');
/** What codex has for a server of tools besides its tools; they ask that server for what it does not have. */
const resourceTools = ['list_mcp_resource_templates', 'list_mcp_resources', 'read_mcp_resource'];
/** Items of capabilities that are off. */
const forbidden = new Set(['command_execution', 'file_change', 'web_search']);
/** How long a child may go on after the last request that it may make, in milliseconds. */
const graceMs = 1_000;
let turns = 0;
/** Runs codex once over a prompt. When it resolves, its child, its port and its folder are gone. Throws only for bugs. */
async function runTurn(house, request) {
    const { signal } = request;
    if (signal.aborted)
        return { end: 'cancelled', text: '' };
    turns += 1;
    const folder = (0,external_node_path_.join)(house.folder, `turn-${turns}`);
    const places = { home: (0,external_node_path_.join)(folder, 'home'), work: (0,external_node_path_.join)(folder, 'work'), temporary: (0,external_node_path_.join)(folder, 'tmp'), catalogue: (0,external_node_path_.join)(folder, 'models.json'), instructions: (0,external_node_path_.join)(folder, 'instructions.md') };
    for (const path of [places.home, places.work, places.temporary])
        (0,external_node_fs_.mkdirSync)(path, { recursive: true });
    try {
        const printed = await house.models().catch((error) => childFailure(error));
        const catalogue = typeof printed === 'string' ? (0,codex_config/* tightCatalogue */.o3)(printed, request.model) : printed;
        if (catalogue === null || typeof catalogue !== 'string')
            return { end: 'failure', met: false, text: '', failure: catalogue ?? (0,classify/* modelFailure */.iW)('not-installed', 'codex debug models printed no catalogue: this is another version of codex.') };
        (0,external_node_fs_.writeFileSync)(places.catalogue, catalogue);
        (0,external_node_fs_.writeFileSync)(places.instructions, request.system.trim() === '' ? 'Answer what you are asked.' : request.system.toWellFormed());
        // with its end, or the first turn would be all that begin like it
        return await inPlaces(house, request, places, `${folder}${external_node_path_.sep}`);
    }
    finally {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function inPlaces(house, request, places, mark) {
    const { toolbox, signal, account } = request;
    const server = toolbox && await openToolServer(toolbox);
    const offered = server && { url: server.url, token: server.token, names: toolbox.tools.map(({ name }) => name).sort() };
    const watch = new Watch(house, request, offered);
    const open = house.loopback.open({
        account, signal, admit: (body) => watch.admit(body), onEnd: (milliseconds) => request.onEnd?.(milliseconds), onStop: (stop) => watch.stopped(stop),
        onSend: (bytes) => watch.sent(bytes), onFailure: (failure) => watch.failed(failure),
    });
    try {
        const { Codex } = await house.tools.load('@openai/codex-sdk');
        const codex = new Codex({ codexPathOverride: house.binary, env: (0,codex_config/* codexEnvironment */.jX)(places, open.token, offered, house.environment), config: (0,codex_config/* codexConfig */.Qs)(places, house.loopback.url, offered, house.silenceMs) });
        const both = AbortSignal.any([signal, watch.over]);
        // the SDK asks it to end, and would wait for one that does not
        both.addEventListener('abort', () => house.children.kill(mark), { once: true });
        const { events } = await codex.startThread((0,codex_config/* threadOptions */.rF)(request.model, places)).runStreamed(request.prompt.toWellFormed(), { signal: both, ...(request.outputSchema ? { outputSchema: request.outputSchema } : {}) });
        for await (const event of events)
            if (watch.take(event))
                break;
    }
    catch (error) {
        // the SDK throws once more what its events have said, and for an abort
        watch.threw(error);
    }
    finally {
        watch.close();
        await house.children.end(mark);
        open.close();
        await server?.close();
    }
    return watch.turn();
}
/** Follows a turn from both sides: what the child asks for, and what it reports. */
class Watch {
    #house;
    #request;
    #allowed;
    #over = new AbortController();
    #text = '';
    #completed = false;
    #stop;
    #refused = false;
    #isolation;
    /** Of the last request that left. */
    #met;
    #said;
    #thrown;
    #grace;
    constructor(house, request, offered) {
        this.#house = house;
        this.#request = request;
        this.#allowed = new Set(offered ? [...resourceTools, ...offered.names.map((name) => `mcp__${codex_config/* toolServerName */.DC}.${name}`)] : []);
    }
    /** Ends the child. */
    get over() {
        return this.#over.signal;
    }
    admit(body) {
        const { model, maxOutputTokens, account, refuses } = this.#request;
        const outside = (message) => {
            this.#over.abort();
            return { refusal: this.#outside(message) };
        };
        const asked = readRequest(body);
        if (!asked || asked.model !== model)
            return outside(`codex asks for the model ${asked?.model ?? 'nobody knows which'}, not for ${model}.`);
        const stray = asked.tools.find((name) => !this.#allowed.has(name));
        if (stray !== undefined)
            return outside(`codex offers the tool ${stray}, which is not one of ours.`);
        const limited = limitedBody(asked, maxOutputTokens);
        const why = refuses?.(asked.calls, this.#house.relay.amountOf(account, limited, model)) ?? null;
        if (why === null)
            return { body: limited };
        this.#refused = true;
        this.#endSoon();
        return { refusal: why };
    }
    sent(bytes) {
        this.#met = undefined;
        this.#request.onSend?.(bytes);
    }
    failed(failure) {
        this.#met = failure;
        this.#request.onFailure?.(failure);
    }
    stopped(stop) {
        this.#stop = stop;
        this.#endSoon();
    }
    close() {
        clearTimeout(this.#grace);
    }
    /** A refused request ends the turn; what the child has still to report of it comes before that end. */
    #endSoon() {
        this.#grace ??= setTimeout(() => this.#over.abort(), graceMs);
    }
    threw(error) {
        this.#thrown = error;
    }
    /** True: the turn is over, whatever the child still has to do. */
    take(value) {
        const event = codex_turn_fieldsOf(value);
        const item = codex_turn_fieldsOf(event['item']);
        switch (event['type']) {
            case 'item.started':
            case 'item.completed': {
                const type = textOf(item['type']);
                const server = textOf(item['server']);
                if (forbidden.has(type))
                    this.#outside(`codex reports a ${type}, which is turned off.`);
                else if (type === 'mcp_tool_call' && server !== codex_config/* toolServerName */.DC && server !== 'codex')
                    this.#outside(`codex called a tool of ${server || 'a server without a name'}, which is not ours.`);
                if (event['type'] === 'item.started')
                    return this.#isolation !== undefined;
                if (type === 'agent_message' && textOf(item['text']).trim() !== '')
                    this.#text = textOf(item['text']);
                this.#request.onItem?.({ type, server, text: textOf(item['text']) });
                return this.#isolation !== undefined;
            }
            case 'turn.completed':
                this.#completed = true;
                return true;
            case 'turn.failed':
                this.#said = turnFailure(textOf(codex_turn_fieldsOf(event['error'])['message']), this.#house.host);
                return true;
            // `error` comes before each new try too
            default: return false;
        }
    }
    turn() {
        const text = this.#text;
        if (this.#isolation)
            return { end: 'failure', failure: this.#isolation, met: false, text };
        if (this.#request.signal.aborted)
            return { end: 'cancelled', text };
        if (this.#stop)
            return { end: 'stop', stop: this.#stop, text };
        if (this.#refused)
            return { end: 'refused', text };
        if (this.#completed)
            return { end: 'completed', text };
        if (this.#met)
            return { end: 'failure', failure: this.#met, met: true, text };
        return { end: 'failure', failure: this.#said ?? childFailure(this.#thrown ?? new Error('')), met: false, text };
    }
    #outside(message) {
        this.#isolation ??= (0,classify/* modelFailure */.iW)('isolation', message);
        return message;
    }
}

// EXTERNAL MODULE: ./lib/src/llm/loopback.js
var llm_loopback = __webpack_require__(41829);
// EXTERNAL MODULE: ./lib/src/llm/responses-wire.js
var responses_wire = __webpack_require__(4358);
// EXTERNAL MODULE: ./lib/src/llm/route.js
var llm_route = __webpack_require__(24123);
;// CONCATENATED MODULE: ./lib/src/llm/strict-schema.js
/** What OpenAI holds an answer to: https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas */
const known = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'anyOf', 'description', 'title', 'minItems', 'maxItems', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'pattern', 'format']);
/**
 * A JSON schema as the provider's strict mode takes it: each object with all of its properties required and no others.
 * Undefined: it cannot be said so, and the answer is held to it by us alone.
 */
function strictSchema(schema) {
    return schema['type'] === 'object' ? strict(schema) : undefined;
}
function strict(schema) {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
        return undefined;
    const given = schema;
    if (Object.keys(given).some((key) => !known.has(key)))
        return undefined;
    // objects and lists have to stand by themselves, so that they can be closed
    if (Array.isArray(given['type']) && given['type'].some((type) => type === 'object' || type === 'array'))
        return undefined;
    const result = { ...given };
    const all = (values) => {
        const done = values.map(strict);
        return done.every((one) => one !== undefined) ? done : undefined;
    };
    if (Array.isArray(given['anyOf'])) {
        const choices = all(given['anyOf']);
        if (!choices)
            return undefined;
        result['anyOf'] = choices;
    }
    else if (given['type'] === undefined && given['enum'] === undefined && given['const'] === undefined) {
        return undefined;
    }
    if (given['type'] === 'array') {
        const items = strict(given['items']);
        if (!items)
            return undefined;
        result['items'] = items;
    }
    if (given['type'] === 'object') {
        const properties = Object.entries((given['properties'] ?? {}));
        const required = given['required'];
        const inner = all(properties.map(([, value]) => value));
        if (!inner || properties.some(([name]) => !Array.isArray(required) || !required.includes(name)) || (given['additionalProperties'] !== undefined && given['additionalProperties'] !== false))
            return undefined;
        result['properties'] = Object.fromEntries(properties.map(([name], index) => [name, inner[index]]));
        result['additionalProperties'] = false;
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/src/llm/codex.js
















/** OpenAI's codex as a loop over our tools, behind the relay. Throws where the route was not checked; all else is said by the probe. */
async function openCodex(options) {
    const { baseUrl, apiKey, allowedHosts, prepare = true } = options;
    const route = (0,llm_route/* checkRoute */.Q)(baseUrl, allowedHosts, responses_wire/* openAiHost */.xO);
    if (!route.ok)
        throw new Error(route.why);
    const base = new URL(route.url.href.replace(/\/+(?:v1\/*)?$/, ''));
    const transport = (0,api_backend/* transportOf */.JH)(options);
    const relay = (0,api_backend/* relayTo */.Lq)(base, (0,responses_wire/* responsesWire */.iH)(apiKey), transport, options);
    let opening;
    const opened = () => (opening ??= openHouse(options, { base, host: route.host, relay }));
    if (prepare)
        await opened();
    const closed = new AbortController();
    const running = new Set();
    /** Ends with the backend too. */
    const within = async (signal, work, without) => {
        const found = await opened();
        if (!found.ok)
            return without(found.failure);
        const done = work(found.house, AbortSignal.any([signal, closed.signal]));
        running.add(done);
        try {
            return await done;
        }
        finally {
            running.delete(done);
        }
    };
    return {
        id: 'codex', host: route.host,
        probe: (model, account, signal) => within(signal, (house, both) => probe(house, model, account, both), (failure) => ({ category: failure.category, milliseconds: 0, failure })),
        generate: (ask) => within(ask.signal, (house, signal) => generate(house, { ...ask, signal }), (failure) => ({ ok: false, failure })),
        run: (task) => within(task.signal, (house, signal) => run(house, {
            ...task, signal, closing: () => task.closing(), onStep: () => task.onStep(), onRequest: (bytes) => task.onRequest(bytes), record: (entry) => task.record(entry),
        }), (failure) => failed(task, failure)),
        async close() {
            closed.abort(new Error('The backend is closed.'));
            await Promise.allSettled(running);
            const found = await opening;
            if (found?.ok === true)
                await found.close();
            await transport.close();
        },
    };
}
async function openHouse({ apiKey, environment, silenceMs, note = () => undefined, agents }, way) {
    if (apiKey.trim() === '')
        return { ok: false, failure: (0,classify/* modelFailure */.iW)('missing-credential', 'codex needs a key of OpenAI\'s API: a sign-in with ChatGPT is not used, because its requests cannot go through the relay.') };
    const found = agents ?? await (0,agent_tools/* agentTools */.P)(environment, note);
    if (!found.ok)
        return found;
    const binary = codexBinary(found.tools.folder);
    if (binary === undefined)
        return { ok: false, failure: (0,classify/* modelFailure */.iW)('not-installed', 'The codex binary for this platform is not among the installed agent binaries.') };
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ktx-ci-codex-'));
    const isolation = await (0,llm_isolation.isolationOf)();
    // the SDK takes a path only
    const started = isolation.pidNamespace ? (0,external_node_path_.join)(folder, 'codex') : binary;
    if (started !== binary)
        (0,external_node_fs_.writeFileSync)(started, (0,llm_isolation/* isolatedScript */.xg)(binary, isolation), { mode: 0o700 });
    const children = new Children();
    const loopback = await (0,llm_loopback/* openLoopback */.s)({ relay: way.relay, base: way.base, paths: ['/v1/responses'] });
    let printed;
    // a process that ends in haste leaves nothing behind either
    const leave = () => {
        children.kill(folder);
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    };
    process.once('exit', leave);
    return {
        ok: true,
        house: { tools: found.tools, binary: started, folder, relay: way.relay, loopback, children, host: way.host, silenceMs, environment, models: () => (printed ??= printedModels(binary, folder)) },
        async close() {
            process.off('exit', leave);
            await children.end(folder);
            children.close();
            await loopback.close();
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
        },
    };
}
function failed(task, failure, text = '') {
    task.record({ kind: 'failure', failure });
    return { stopReason: 'error', failure, text };
}
async function run(house, task) {
    const model = (0,codex_config/* codexModel */.XJ)(task.model);
    if (typeof model !== 'string')
        return failed(task, model);
    // refuses names that no provider takes
    (0,agent_loop/* toolsOf */.Fu)(task.tools);
    const { account } = task;
    const session = new agent_session/* AgentSession */.m(task);
    let before = account.usage;
    const turn = await runTurn(house, {
        model, system: task.system, prompt: task.prompt, maxOutputTokens: task.maxOutputTokens, account, signal: task.signal, toolbox: { tools: task.tools, call: (name, input) => session.call(name, input) },
        refuses(calls, amount) {
            session.reconcile(calls);
            return session.refuses(amount);
        },
        onItem({ type, server, text }) {
            if (type === 'agent_message') {
                if (text.trim() !== '')
                    task.record({ kind: 'text', step: account.steps + 1, text });
            }
            else if (type === 'mcp_tool_call' && server === codex_config/* toolServerName */.DC)
                session.reportCall();
            else if (type !== 'reasoning' && type !== 'error')
                session.action();
        },
        onSend: (bytes) => task.onRequest(bytes),
        onFailure: (failure) => task.record({ kind: 'failure', failure }),
        onEnd(milliseconds) {
            const { inputTokens, outputTokens } = account.usage;
            task.record({ kind: 'request', inputTokens: inputTokens - before.inputTokens, outputTokens: outputTokens - before.outputTokens, milliseconds: Math.round(milliseconds) });
            before = account.usage;
        },
    });
    if (session.bug)
        throw session.bug.error;
    const { text } = turn;
    switch (turn.end) {
        case 'cancelled': return { stopReason: 'cancelled', text };
        case 'stop': return { stopReason: turn.stop.reason, stop: turn.stop, text };
        case 'failure': return turn.met ? { stopReason: 'error', failure: turn.failure, text } : failed(task, turn.failure, text);
        default:
    }
    if (session.ended)
        return { stopReason: 'natural', text };
    const stop = account.stepStop();
    if (stop)
        return { stopReason: 'step-budget', stop, text };
    const idle = session.actions === 0;
    session.turnEnded();
    if (idle && text.trim() === '')
        return failed(task, (0,classify/* modelFailure */.iW)('provider-error', 'The model answered with nothing.'));
    return { stopReason: 'natural', text };
}
/** Output limit of the probe, in tokens: the least that the provider takes. */
const probeTokens = 16;
async function probe(house, id, account, signal) {
    const began = performance.now();
    const model = (0,codex_config/* codexModel */.XJ)(id);
    if (typeof model !== 'string')
        return { category: model.category, milliseconds: 0, failure: model };
    let met;
    const turn = await runTurn(house, { model, system: '', prompt: 'Reply with OK.', maxOutputTokens: probeTokens, account, signal, onFailure: (failure) => { met = failure; } });
    const milliseconds = Math.round(performance.now() - began);
    const failure = probeFailure(turn) ?? (turn.end === 'cancelled' ? met ?? (0,classify/* modelFailure */.iW)('timeout', `No answer came in ${Math.round(milliseconds / 1000)} s.`) : undefined);
    return failure ? { category: failure.category, milliseconds, failure } : { category: 'ok', milliseconds };
}
function probeFailure(turn) {
    if (turn.end === 'stop')
        return (0,classify/* modelFailure */.iW)('quota', `The probe does not fit the ${turn.stop.reason} of the ${turn.stop.of}.`, { type: turn.stop.reason });
    // a model that thinks first is cut before its word, and has answered all the same
    return turn.end === 'failure' && turn.failure.type !== 'max_tokens' ? turn.failure : undefined;
}
/** Throws the signal's reason where it was cancelled. */
async function generate(house, ask) {
    const { system = '', schema, account, signal, maxOutputTokens } = ask;
    const model = (0,codex_config/* codexModel */.XJ)(ask.model);
    if (typeof model !== 'string')
        return { ok: false, failure: model };
    const jsonSchema = schema && (0,agent_loop/* jsonSchemaOf */.Vq)(schema);
    const outputSchema = jsonSchema && strictSchema(jsonSchema);
    const asked = jsonSchema ? `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(jsonSchema)}` : ask.prompt;
    let prompt = asked;
    for (let round = 1;; round += 1) {
        const turn = await runTurn(house, { model, system, prompt, maxOutputTokens, account, signal, outputSchema });
        if (turn.end === 'cancelled')
            throw signal.reason;
        if (turn.end === 'stop')
            return { ok: false, stop: turn.stop };
        if (turn.end === 'failure')
            return { ok: false, failure: turn.failure };
        // Without a schema T is string.
        if (!schema)
            return turn.text.trim() === '' ? wrongAnswer('The answer holds no text.') : { ok: true, value: turn.text };
        const value = (0,api_backend/* valueIn */.xm)(turn);
        const parsed = value === undefined ? null : schema.safeParse(value);
        if (parsed?.success)
            return { ok: true, value: parsed.data };
        const wrong = parsed ? (0,agent_loop/* issuesOf */.wf)(parsed.error) : 'it is not JSON';
        if (round === 2)
            return wrongAnswer(`The answer is not what was asked for, after one correction too: ${wrong}.`);
        prompt = `${asked}\n\nYou have answered:\n${turn.text.trimEnd()}\n\nThis answer is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`;
    }
}
const wrongAnswer = (message) => ({ ok: false, failure: (0,classify/* modelFailure */.iW)('invalid-request', message) });


/***/ }),

/***/ 46382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ isolated),
/* harmony export */   isolationOf: () => (/* binding */ isolationOf),
/* harmony export */   namespaceFix: () => (/* binding */ namespaceFix),
/* harmony export */   wE: () => (/* binding */ killIsolated),
/* harmony export */   xg: () => (/* binding */ isolatedScript)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/** What to do where there is no namespace to be had. */
const namespaceFix = 'use a runner with util-linux whose kernel allows user namespaces, or run as root in a container of its own';
const flags = ['--pid', '--fork', '--mount-proc', '--kill-child=SIGKILL'];
/** As root; else as oneself in a user namespace, which some kernels refuse. */
const ways = [['unshare', ...flags, '--'], ['unshare', '--user', '--map-current-user', ...flags, '--']];
const longestTry = 5_000;
let tried;
/** Tried once in the life of this process. */
function isolationOf() {
    tried ??= tryOut();
    return tried;
}
async function tryOut() {
    if (process.platform !== 'linux')
        return { pidNamespace: false, why: `${process.platform} has no PID namespaces`, before: [] };
    let why = '';
    for (const before of ways) {
        const refused = await refusal(before);
        if (refused === null)
            return { pidNamespace: true, before };
        why = refused;
    }
    return { pidNamespace: false, why, before: [] };
}
/** Null: a process is the first of its namespace there, and /proc shows that namespace. */
function refusal(before) {
    const check = 'test "$$" = 1 && test "$(readlink /proc/1/ns/pid)" != "$0"';
    const { command, args } = isolated({ command: 'sh', args: ['-c', check, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid')] }, { before });
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: longestTry, killSignal: 'SIGKILL', env: { PATH: '/usr/bin:/bin' } });
        let said = '';
        child.stderr.on('data', (text) => { said = (said + text.toString()).slice(-500); });
        child.on('error', () => resolve('unshare (util-linux) is not installed'));
        child.on('close', (code) => resolve(code === 0 ? null : said.trim().split('\n').at(-1) || 'the namespace is not one of its own'));
    });
}
/** Kills a process; where it is the one that stands before an isolated command, then the command, after which it ends itself. */
function killIsolated(pid) {
    const isBefore = read(`/proc/${pid}/comm`) === 'unshare';
    const inside = isBefore ? read(`/proc/${pid}/task/${pid}/children`).split(' ').filter((child) => child !== '').map(Number) : [];
    for (const target of inside.length > 0 ? inside : [pid]) {
        try {
            process.kill(target, 'SIGKILL');
        }
        catch {
            // It is gone.
        }
    }
}
const read = (path) => {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return '';
    }
};
/** The command as it is started in the isolation. */
function isolated({ command, args }, { before }) {
    const [first, ...rest] = [...before, command, ...args];
    return { command: first ?? command, args: rest };
}
/** A shell script that stands for an executable and starts it in the isolation, for callers that take only a path. */
function isolatedScript(executable, { before }) {
    const quoted = [...before, executable].map((word) => `'${word.replaceAll('\'', '\'\\\'\'')}'`);
    // The shell's own variables are nobody's.
    return `#!/bin/sh\nunset PWD OLDPWD SHLVL _\nexec ${quoted.join(' ')} "$@"\n`;
}


/***/ }),

/***/ 41829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ openLoopback)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _relay_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45832);





const mostBytes = 32 * 1024 * 1024;
const longestHold = 300_000;
/** Listens on 127.0.0.1, on a port that the system chooses. There is no route without a token. */
async function openLoopback(options) {
    const { relay, base, paths } = options;
    const tasks = new Set();
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.createServer)((request, response) => {
        void handle(request, response).catch(() => { response.destroy(); });
    });
    // a held request has sent nothing for minutes, which is no reason to cut it
    server.requestTimeout = 0;
    server.headersTimeout = 30_000;
    server.keepAliveTimeout = 5_000;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address();
    async function handle(request, response) {
        const refuse = (status, type, message) => {
            if (response.headersSent)
                return void response.destroy();
            response.writeHead(status, { 'content-type': 'application/json', 'connection': 'close' }).end(JSON.stringify({ type: 'error', error: { type, message, code: type } }));
        };
        const held = heldBy(tasks, request);
        // a page in a browser can reach a loopback port, but not without these
        if (request.headers.host !== `127.0.0.1:${port}` || request.headers.origin !== undefined)
            return refuse(403, 'permission_error', 'not from here');
        if (!held)
            return refuse(401, 'authentication_error', 'no task has this token');
        // by the letter, because a path can be written so that it means another host
        const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '') ?? [];
        if (request.method !== 'POST' || !paths.includes(path))
            return refuse(404, 'not_found_error', `there is no ${request.method ?? ''} ${path} here`);
        if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
            return refuse(415, 'invalid_request_error', 'bodies are taken as they are, not compressed');
        const came = performance.now();
        const sent = await bodyOf(request, options.mostBytes ?? mostBytes);
        if (sent === null)
            return refuse(413, 'request_too_large', 'the request is too large');
        const { onSend, onFailure, onStop, onEnd, admit, account } = held.task;
        const admitted = admit ? admit(sent) : { body: sent };
        if ('refusal' in admitted)
            return refuse(400, 'invalid_request_error', admitted.refusal);
        const { body } = admitted;
        const gone = new AbortController();
        response.once('close', () => { if (!response.writableFinished)
            gone.abort(); });
        const hold = AbortSignal.timeout(options.longestHold ?? longestHold);
        const begun = new AbortController();
        const waiting = AbortSignal.any([hold, begun.signal]);
        const signal = AbortSignal.any([held.task.signal, held.abort.signal, gone.signal]);
        const late = new Promise((resolve) => { waiting.addEventListener('abort', () => { if (hold.aborted)
            resolve('late'); }, { once: true }); });
        const giveUp = new AbortController();
        try {
            const target = new URL(base.pathname.replace(/\/+$/, '') + path + query, base);
            const fetched = relay.fetchFor(account, { onSend, onFailure })(target, { method: 'POST', headers: headersOf(request, relay.token), body, signal: AbortSignal.any([signal, giveUp.signal]) });
            const answer = await Promise.race([fetched, late]);
            if (answer === 'late') {
                giveUp.abort();
                await fetched.catch(() => undefined);
                return refuse(429, 'rate_limit_error', 'the provider asks to wait for longer than a request can be held');
            }
            begun.abort();
            response.writeHead(answer.status, Object.fromEntries(answer.headers));
            if (!answer.body)
                return void response.end();
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.fromWeb(answer.body), response);
            if (answer.ok)
                onEnd?.(performance.now() - came);
        }
        catch (error) {
            if (error instanceof _relay_error_js__WEBPACK_IMPORTED_MODULE_4__/* .BudgetError */ .W) {
                onStop?.(error.stop);
                return refuse(400, 'invalid_request_error', 'the budget of this task is spent');
            }
            if (error instanceof _relay_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RelayError */ .c)
                return refuse(statusOf(error.failure), error.failure.type ?? 'api_error', error.failure.message);
            response.destroy();
        }
        finally {
            begun.abort();
        }
    }
    return {
        url: `http://127.0.0.1:${port}`,
        open(task) {
            const token = `ktx-task-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url')}`;
            const held = { token: Buffer.from(token), task, abort: new AbortController() };
            tasks.add(held);
            return {
                token,
                close() {
                    tasks.delete(held);
                    held.abort.abort();
                },
            };
        },
        close: () => new Promise((resolve) => {
            for (const held of tasks)
                held.abort.abort();
            tasks.clear();
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
/** The task whose token the request carries, compared in constant time. */
function heldBy(tasks, request) {
    const key = request.headers['x-api-key'];
    const sent = Buffer.from((typeof key === 'string' ? key : undefined) ?? request.headers.authorization?.replace(/^bearer /i, '') ?? '');
    let found;
    for (const held of tasks)
        if (held.token.length === sent.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(held.token, sent))
            found = held;
    return found;
}
async function bodyOf(request, most) {
    const chunks = [];
    let bytes = 0;
    // the iterator alone would close the connection with the answer still to come
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        bytes += chunk.length;
        if (bytes > most)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** What the child said, with the relay's token in the place of the task's; the relay forwards only what it knows. */
function headersOf(request, token) {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
        if (typeof value === 'string' && name !== 'x-api-key' && name !== 'authorization')
            headers.set(name, value);
    headers.set('authorization', `Bearer ${token}`);
    return headers;
}
function statusOf({ status, category }) {
    if (status !== undefined)
        return status;
    return category === 'auth' || category === 'missing-credential' ? 401 : category === 'timeout' ? 504 : 502;
}


/***/ })

};
