export const id = 1022;
export const ids = [1022,6382];
export const modules = {

/***/ 59632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ agentEnvironment),
/* harmony export */   Ih: () => (/* binding */ startAgent),
/* harmony export */   os: () => (/* binding */ openFolders),
/* harmony export */   xj: () => (/* binding */ endAgent)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var _isolation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46382);






/** Folders of agents that run, so that they are removed too where this process ends before them. */
const folders = new Set();
const children = new Set();
let watching = false;
function atExit() {
    for (const child of children)
        endGroup(child);
    for (const folder of folders)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.rmSync)(folder, { recursive: true, force: true });
}
async function openFolders() {
    if (!watching)
        process.once('exit', atExit);
    watching = true;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), `ktx-ci-agent-${process.pid}-`));
    folders.add(root);
    const [home, config, temporary, work] = ['home', 'config', 'tmp', 'work'].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, name));
    await Promise.all([home, config, temporary, work].map((folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 })));
    return {
        root, home, config, temporary, work,
        async remove() {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(root, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
            folders.delete(root);
        },
    };
}
/** The whole environment of an agent, apart from what it needs to find the relay. No variable of this process is handed on. */
function agentEnvironment({ home, temporary }) {
    return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, TMPDIR: temporary, LANG: 'C.UTF-8', TZ: 'UTC' };
}
/** Starts an agent in the isolation, in a process group of its own. */
function startAgent(command, { isolation, folder, environment }) {
    const { command: file, args } = (0,_isolation_js__WEBPACK_IMPORTED_MODULE_5__/* .isolated */ .My)(command, isolation);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    children.add(child);
    child.once('close', () => { children.delete(child); });
    // it may be gone before it has read everything
    child.stdin.on('error', () => undefined);
    return child;
}
/** Ends an agent and everything that it started; resolves when it is gone. */
function endAgent(child) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
        endGroup(child);
        return Promise.resolve();
    }
    const gone = new Promise((resolve) => { child.once('exit', () => resolve()); });
    endGroup(child);
    return gone;
}
function endGroup({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // It is gone.
    }
}


/***/ }),

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

/***/ 51022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openClaudeCode: () => (/* binding */ openClaudeCode)
});

// EXTERNAL MODULE: ./lib/src/llm/agent-tools.js
var agent_tools = __webpack_require__(91693);
// EXTERNAL MODULE: ./lib/src/llm/agent-loop.js
var agent_loop = __webpack_require__(24810);
// EXTERNAL MODULE: ./lib/src/llm/anthropic-federation.js + 1 modules
var anthropic_federation = __webpack_require__(93637);
// EXTERNAL MODULE: ./lib/src/llm/anthropic.js
var anthropic = __webpack_require__(57058);
// EXTERNAL MODULE: ./lib/src/llm/anthropic-wire.js
var anthropic_wire = __webpack_require__(12570);
// EXTERNAL MODULE: ./lib/src/llm/api-backend.js
var api_backend = __webpack_require__(84975);
// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/src/llm/claude-models.js
var claude_models = __webpack_require__(1661);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/llm/agent-session.js
var agent_session = __webpack_require__(14438);
;// CONCATENATED MODULE: ./lib/src/llm/claude-failure.js

/** What Claude Code 2.1 says of an error, by its words; the kind of error that a message names comes first. */
const byWords = [
    [/credit balance|spend limit|usage limits?\b/i, 'quota'],
    [/you've hit your .*limit|rate.?limit|request rejected \(429\)/i, 'rate-limit'],
    [/issue with the selected model|model .*(?:not exist|not have access)/i, 'model-access'],
    [/not logged in|please run \/login/i, 'missing-credential'],
    [/api error: 403/i, 'permission'],
    [/invalid api key|failed to authenticate|oauth token/i, 'auth'],
    [/prompt is too long|request too large/i, 'invalid-request'],
    [/output token maximum/i, 'invalid-request', 'max_tokens'],
    [/timed? ?out/i, 'timeout'],
    [/connection (?:to the api was )?lost|econn|fetch failed|unable to connect/i, 'network'],
];
const byError = {
    model_not_found: 'model-access', billing_error: 'quota', rate_limit: 'rate-limit', server_error: 'provider-error', max_output_tokens: 'invalid-request', oauth_org_not_allowed: 'permission',
};
const byStatus = { 400: 'invalid-request', 401: 'auth', 402: 'quota', 403: 'permission', 404: 'model-access', 408: 'timeout', 413: 'invalid-request', 429: 'rate-limit' };
/** The failure that a result stands for. `error`: what the last message of an error called itself. `rejected`: the limit that was reached. */
function failureOf(result, error, rejected) {
    const words = (result.result ?? '').trim() || (result.errors ?? []).join('; ') || `Claude Code ended with ${result.subtype}.`;
    const status = result.api_error_status ?? undefined;
    const more = { ...(status === undefined ? {} : { status }) };
    if (result.stop_reason === 'refusal')
        return (0,classify/* modelFailure */.iW)('invalid-request', `The model refused to answer: ${words}`, { ...more, type: 'refusal' });
    if (rejected)
        return (0,classify/* modelFailure */.iW)('rate-limit', `${words}${rejected.resetsAt === undefined ? '' : ` (the ${(rejected.rateLimitType ?? 'rate').replaceAll('_', '-')} limit is there again at ${new Date(rejected.resetsAt * 1000).toISOString()})`}`, { ...more, type: rejected.rateLimitType });
    const [, category, type] = byWords.find(([pattern]) => pattern.test(words)) ?? [];
    return (0,classify/* modelFailure */.iW)(category ?? byError[error ?? ''] ?? byStatus[status ?? 0] ?? 'provider-error', words, { ...more, type: type ?? error });
}

// EXTERNAL MODULE: ./lib/src/llm/agent-child.js
var agent_child = __webpack_require__(59632);
;// CONCATENATED MODULE: ./lib/src/llm/claude-messages.js
/** What Claude Code writes, as far as it is read. Everything else is noise. */
/** The message, where it is one that is read. */
function messageIn(value) {
    const { type, subtype } = value;
    const known = type === 'assistant' || type === 'user' || type === 'rate_limit_event' || type === 'result' || (type === 'system' && (subtype === 'init' || subtype === 'api_retry'));
    return known ? value : null;
}

;// CONCATENATED MODULE: ./lib/src/llm/request-limits.js
/** The provider takes no smaller budget of thinking. */
const leastThinking = 1024;
/**
 * The body of a request of the Messages API as it may be sent: its output limit is at most that of the task, because that is
 * what the request is reserved at. `breach`: what is wrong with a request that has other tools or another model than the
 * task's.
 */
function limited(body, { model, tools, maxOutputTokens }) {
    const request = fieldsOf(body);
    if (!request)
        return { breach: 'The agent sent something that is no request.' };
    const offered = (Array.isArray(request['tools']) ? request['tools'] : []).map((tool) => String(tool['name'])).sort();
    const wanted = [...tools].sort();
    if (offered.join('\n') !== wanted.join('\n'))
        return { breach: `The agent offered the model other tools than those of its task: ${difference(offered, wanted)}.` };
    if (request['model'] !== model)
        return { breach: `The agent asked for the model ${String(request['model'])} in the place of ${model}.` };
    const limit = typeof request['max_tokens'] === 'number' ? Math.min(request['max_tokens'], maxOutputTokens) : maxOutputTokens;
    return { body: JSON.stringify({ ...request, max_tokens: limit, ...thinkingBelow(request['thinking'], limit) }) };
}
/** Thinking with a budget has to fit below the output limit; where it cannot, there is none. */
function thinkingBelow(thinking, limit) {
    if (typeof thinking !== 'object' || thinking === null)
        return {};
    const { budget_tokens: budget } = thinking;
    if (typeof budget !== 'number' || budget < limit)
        return {};
    return { thinking: limit > leastThinking * 2 ? { ...thinking, budget_tokens: Math.floor(limit / 2) } : { type: 'disabled' } };
}
/** Which names are too many and which are missing. */
function difference(offered, wanted) {
    const extra = offered.filter((name) => !wanted.includes(name));
    const missing = wanted.filter((name) => !offered.includes(name));
    return [...extra.map((name) => `${name} is too many`), ...missing.map((name) => `${name} is missing`)].slice(0, 5).join(', ') || 'a name comes twice';
}
function fieldsOf(body) {
    try {
        const value = JSON.parse(body);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // As what is no object.
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/src/llm/claude-query.js



/** The name of a tool as the binary and the model know it. */
const toolId = (name) => `mcp__ktx__${name}`;
/** Milliseconds that the SDK may take to say what it has read, after the binary is gone. */
const lastWords = 250;
/** Resolves when the binary is gone, its folders are removed and its token is worth nothing. */
async function converse({ sdk, loopback, isolation }, query) {
    const { model, system, prompt, tools, server, maxOutputTokens, account, signal, refuses, onBreach, onSend, onFailure, onStop, onEnd, onMessage } = query;
    const names = tools.map(toolId);
    const folders = await (0,agent_child/* openFolders */.os)();
    const task = loopback.open({
        account, signal, onSend, onFailure, onStop, onEnd,
        admit(body) {
            const checked = limited(body, { model, tools: names, maxOutputTokens });
            if ('breach' in checked) {
                onBreach(checked.breach);
                return { refusal: checked.breach };
            }
            const refusal = refuses(checked.body);
            return refusal === null ? checked : { refusal };
        },
    });
    const environment = {
        ...(0,agent_child/* agentEnvironment */.FV)(folders), CLAUDE_CONFIG_DIR: folders.config, ANTHROPIC_BASE_URL: loopback.url, ANTHROPIC_API_KEY: task.token,
        // The relay retries, and it alone may say that an answer is whole.
        CLAUDE_CODE_MAX_RETRIES: '0', CLAUDE_CODE_DISABLE_NONSTREAMING_FALLBACK: '1', API_TIMEOUT_MS: '1800000',
        CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(maxOutputTokens), CLAUDE_CODE_MAX_TOOL_USE_CONCURRENCY: '1',
        // Else some models are offered a placeholder for tools that are loaded later.
        ENABLE_TOOL_SEARCH: 'false',
        MCP_TIMEOUT: '30000', MCP_TOOL_TIMEOUT: '3600000', MAX_MCP_OUTPUT_TOKENS: '1000000', CLAUDE_CODE_MAX_MCP_DESCRIPTION_LENGTH: '100000',
        DISABLE_COMPACT: '1', DISABLE_AUTO_COMPACT: '1', CLAUDE_CODE_DISABLE_MCP_TASKS: '1', CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1', CLAUDE_CODE_DISABLE_FILE_MENTIONS: '1',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_TELEMETRY: '1', DISABLE_ERROR_REPORTING: '1', DISABLE_AUTOUPDATER: '1',
        CLAUDE_CODE_ENTRYPOINT: 'sdk-ts',
    };
    const abort = new AbortController();
    const gone = Promise.withResolvers();
    let child;
    let result;
    let said = '';
    let over = false;
    const stop = () => {
        over = true;
        abort.abort();
        // It need not be asked: nothing of it is kept.
        if (child)
            void (0,agent_child/* endAgent */.xj)(child);
        else
            gone.resolve(null);
    };
    const options = {
        model, systemPrompt: system, cwd: folders.work, env: environment, abortController: abort,
        tools: [], allowedTools: names, permissionMode: 'dontAsk', strictMcpConfig: true,
        mcpServers: server ? { ktx: { type: 'sdk', name: 'ktx', instance: server, timeout: 3_600_000, disableAutoBackground: true } } : {},
        settingSources: [], skills: [], plugins: [], persistSession: false, verbatimPrompts: true, thinking: { type: 'disabled' },
        extraArgs: { 'disable-slash-commands': null },
        spawnClaudeCodeProcess({ command, args }) {
            const started = (0,agent_child/* startAgent */.Ih)({ command, args }, { isolation, folder: folders.work, environment });
            child = started;
            started.stderr.on('data', (text) => { said = (said + text.toString()).slice(-2000); });
            started.once('exit', () => { setTimeout(() => gone.resolve(null), lastWords).unref(); });
            started.once('error', (error) => {
                said = error.message;
                gone.resolve(null);
            });
            if (over)
                void (0,agent_child/* endAgent */.xj)(started);
            return started;
        },
    };
    const listen = async () => {
        try {
            for await (const value of sdk.query({ prompt, options })) {
                const message = messageIn(value);
                if (!message || over)
                    continue;
                if (message.type === 'result')
                    result = message;
                onMessage(message);
            }
        }
        catch (error) {
            // Expected after a result that is an error.
            if (result === undefined && !over)
                said = error instanceof Error ? error.message : String(error);
        }
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted)
        stop();
    try {
        await Promise.race([listen(), gone.promise]);
    }
    finally {
        over = true;
        signal.removeEventListener('abort', stop);
        task.close();
        if (child)
            await (0,agent_child/* endAgent */.xj)(child);
        abort.abort();
        await folders.remove();
    }
    return { result, said };
}

;// CONCATENATED MODULE: ./lib/src/llm/sdk-tool-server.js

/** What Claude Code reads of a tool: it is offered from the start, and its answers are not put into files, up to the largest size that can be asked for. */
const _meta = { 'anthropic/alwaysLoad': true, 'anthropic/maxResultSizeChars': 500_000 };
const sdk_tool_server_fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
/** https://modelcontextprotocol.io/specification: what a client gets that asks for a version that nobody knows. */
const newestVersion = '2025-06-18';
const noMethod = -32_601;
/** Calls are answered one after the other. What `call` throws goes to `failed`, and the caller gets no answer. */
function toolServer(tools, call, failed) {
    let before = Promise.resolve();
    const answerTo = async (method, params) => {
        switch (method) {
            case 'initialize':
                return { protocolVersion: typeof params['protocolVersion'] === 'string' ? params['protocolVersion'] : newestVersion, capabilities: { tools: {} }, serverInfo: { name: 'ktx', version: '1' } };
            case 'ping': return {};
            case 'tools/list':
                return { tools: [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, inputSchema: (0,agent_loop/* jsonSchemaOf */.Vq)(input), _meta })) };
            case 'tools/call': {
                const id = sdk_tool_server_fieldsOf(params['_meta'])['claudecode/toolUseId'];
                const mine = before.then(() => call({ name: String(params['name']), input: params['arguments'] ?? {}, id: typeof id === 'string' ? id : undefined }));
                before = mine.catch(() => undefined);
                const { text, isError } = await mine;
                return { content: [{ type: 'text', text: text.toWellFormed() || '(empty)' }], isError: isError === true };
            }
            default: return null;
        }
    };
    return {
        async connect(transport) {
            transport.onmessage = (message) => {
                const { id, method, params } = sdk_tool_server_fieldsOf(message);
                if (typeof method !== 'string' || id === undefined)
                    return;
                answerTo(method, sdk_tool_server_fieldsOf(params))
                    .then((result) => transport.send({ jsonrpc: '2.0', id, ...(result === null ? { error: { code: noMethod, message: `there is no ${method}` } } : { result }) }))
                    .catch(failed);
            };
            await transport.start();
        },
        close: () => Promise.resolve(),
    };
}

;// CONCATENATED MODULE: ./lib/src/llm/claude-task.js







/**
 * Runs a task in the binary until the model is done or a budget is. Steps are counted where our tools run; what the binary
 * answers a model in our place (a tool that is not there) is a step too. What a tool throws is a bug and gets through.
 * `isAnswer`: the text is all that is wanted, and one that is cut is not whole.
 */
async function runClaude(setup, task, { isAnswer = false } = {}) {
    const { account, model } = task;
    if (!/^claude-[a-z0-9.-]+$/.test(model)) {
        const failure = (0,classify/* modelFailure */.iW)('model-access', `Claude Code takes models whose ids begin with claude-, and sonnet, opus and haiku; ${model} is none.`);
        task.record({ kind: 'failure', failure });
        return { stopReason: 'error', failure, text: '' };
    }
    if (task.signal.aborted)
        return { stopReason: 'cancelled', text: '' };
    const spent = account.stepStop();
    if (spent)
        return { stopReason: spent.reason, stop: spent, text: '' };
    const watch = new Watch(setup, task, isAnswer);
    const server = task.tools.length === 0 ? null : toolServer(task.tools, (called) => watch.call(called), (error) => { watch.end({ kind: 'bug', error }); });
    const cancel = () => { watch.end({ kind: 'cancelled' }); };
    task.signal.addEventListener('abort', cancel, { once: true });
    try {
        const closed = await converse(setup, {
            model, system: task.system.toWellFormed(), prompt: task.prompt.toWellFormed(), tools: task.tools.map(({ name }) => name), server, maxOutputTokens: task.maxOutputTokens, account, signal: watch.signal,
            refuses: (body) => watch.refuses(body), onBreach: (message) => { watch.breach(message); }, onEnd: (milliseconds) => { watch.through(milliseconds); }, onSend: (bytes) => { watch.sent(bytes); }, onFailure: (failure) => { watch.failed(failure); },
            onStop: (stop) => { watch.end({ kind: 'stop', stop }); }, onMessage: (message) => { watch.message(message); },
        });
        return watch.result(closed);
    }
    finally {
        task.signal.removeEventListener('abort', cancel);
    }
}
/** What is known of a conversation while it goes on. */
class Watch {
    #setup;
    #task;
    #isAnswer;
    #session;
    #over = new AbortController();
    #allowed;
    /** Calls that the model made, by the id that it gave them. */
    #made = new Map();
    #answered = new Set();
    #ending;
    #announcement = Promise.withResolvers();
    #announced = false;
    /** The step budget was spent before the last request: it was for the closing words. */
    #closing = false;
    /** What the last request met; none where it went well. */
    #met;
    #error;
    #rejected;
    #booked;
    /** Id of the message of the model that is being read; empty before the first. */
    #reading = '';
    #text = '';
    #hasCall = false;
    #lastText = '';
    constructor(setup, task, isAnswer) {
        this.#setup = setup;
        this.#task = task;
        this.#isAnswer = isAnswer;
        this.#session = new agent_session/* AgentSession */.m(task);
        this.#allowed = task.tools.map(({ name }) => toolId(name)).sort();
        this.#booked = this.#books();
    }
    get signal() {
        return this.#over.signal;
    }
    /** The first reason stands. */
    end(ending) {
        this.#ending ??= ending;
        this.#over.abort();
    }
    /** Null: the request may leave. None does after the last one that the task may send. */
    refuses(body) {
        const { account, model } = this.#task;
        if (this.#met)
            this.end({ kind: 'failure', failure: this.#met });
        else if (this.#session.ended || (this.#isAnswer && this.#made.size > 0))
            this.end({ kind: 'finished' });
        if (this.#ending)
            return 'The task is over.';
        const stop = account.stepStop();
        const refusal = this.#session.refuses(this.#setup.amountOf(account, body, model));
        if (refusal !== null && stop)
            this.end({ kind: 'stop', stop });
        this.#closing = stop !== null;
        return refusal;
    }
    breach(message) {
        this.#isolation(message);
    }
    through(milliseconds) {
        const { input, output } = this.#booked;
        this.#booked = this.#books();
        this.#task.record({ kind: 'request', inputTokens: this.#booked.input - input, outputTokens: this.#booked.output - output, milliseconds: Math.round(milliseconds) });
    }
    sent(bytes) {
        // What was met before this attempt has passed.
        this.#met = undefined;
        this.#task.onRequest(bytes);
    }
    failed(failure) {
        this.#met = failure;
        this.#task.record({ kind: 'failure', failure });
    }
    async call({ name, input, id }) {
        if (id !== undefined)
            this.#answered.add(id);
        // The SDK hands over calls at once and messages in their turn: those that came before the call are read first.
        await Promise.race([this.#announcement.promise, once(this.signal)]);
        await (0,promises_.setImmediate)();
        if (this.#ending || !this.#announced)
            return { text: 'Not executed: the task is over.', isError: true };
        const answer = await this.#session.call(name, input);
        if (this.#session.bug)
            this.end({ kind: 'bug', error: this.#session.bug.error });
        return answer;
    }
    message(message) {
        switch (message.type) {
            case 'system':
                if (message.subtype === 'init')
                    this.#announce(message.tools, message.mcp_servers);
                else
                    this.failed((0,classify/* modelFailure */.iW)(message.error_status === 429 ? 'rate-limit' : 'provider-error', `Claude Code sends a request again after ${message.error ?? 'an error'} (${String(message.error_status ?? 'no status')}).`));
                break;
            case 'assistant':
                this.#read(message);
                break;
            case 'user':
                this.#answers(message);
                break;
            case 'rate_limit_event':
                this.#rejected = message.rate_limit_info.status === 'rejected' ? message.rate_limit_info : undefined;
                break;
            case 'result':
                this.#turnOver();
        }
    }
    result({ result, said }) {
        this.#turnOver();
        const text = this.#lastText;
        const ending = this.#ending;
        if (ending?.kind === 'bug')
            throw ending.error;
        if (ending?.kind === 'cancelled')
            return { stopReason: 'cancelled', text };
        if (ending?.kind === 'stop')
            return { stopReason: ending.stop.reason, stop: ending.stop, text };
        if (ending?.kind === 'failure')
            return { stopReason: 'error', failure: ending.failure, text };
        if (ending?.kind === 'finished' || this.#session.ended)
            return { stopReason: 'natural', text };
        const failed = (failure) => {
            this.#task.record({ kind: 'failure', failure });
            return { stopReason: 'error', failure, text };
        };
        // The relay knows more exactly what went wrong on the way, and has recorded it.
        if (this.#met && (!result || result.is_error))
            return { stopReason: 'error', failure: this.#met, text };
        if (!result)
            return failed((0,classify/* modelFailure */.iW)('provider-error', `Claude Code ended without a result${said === '' ? '.' : `: ${said}`}`));
        if (!this.#announced)
            return failed((0,classify/* modelFailure */.iW)('isolation', 'Claude Code did not say which tools it has.'));
        if (result.is_error)
            return failed(failureOf(result, this.#error, this.#rejected));
        const spent = this.#closing ? this.#task.account.stepStop() : null;
        if (spent)
            return { stopReason: spent.reason, stop: spent, text };
        if ((result.result ?? '').trim() === '')
            return failed((0,classify/* modelFailure */.iW)('provider-error', 'The model answered with nothing twice.'));
        return { stopReason: 'natural', text: text || (result.result ?? '') };
    }
    #announce(tools, servers) {
        const offered = [...tools].sort();
        const named = servers.map(({ name, status }) => `${name} (${status})`).join(', ');
        const wanted = this.#allowed.length === 0 ? '' : 'ktx (connected)';
        this.#announced = true;
        if (offered.join('\n') !== this.#allowed.join('\n'))
            this.#isolation(`Claude Code has other tools than those of the task: ${difference(offered, this.#allowed)}.`);
        else if (named !== wanted)
            this.#isolation(`Claude Code has other servers of tools than that of the task: ${named || 'none'}.`);
        this.#announcement.resolve(null);
    }
    #isolation(message) {
        const failure = (0,classify/* modelFailure */.iW)('isolation', message);
        this.#task.record({ kind: 'failure', failure });
        this.end({ kind: 'failure', failure });
    }
    #read({ message, error, is_api_error_message: isError }) {
        if (!this.#announced)
            this.#isolation('The model answered before Claude Code said which tools it has.');
        if (isError === true || error !== undefined || message.model === '<synthetic>') {
            this.#error = error ?? this.#error;
            return;
        }
        if (message.id !== this.#reading)
            this.#turnOver();
        this.#reading = message.id;
        for (const block of message.content) {
            if (block.type === 'text' && block.text !== undefined && block.text !== '')
                this.#text += block.text;
            if (block.type !== 'tool_use')
                continue;
            this.#hasCall = true;
            this.#say();
            if (block.id !== undefined)
                this.#made.set(block.id, block);
        }
    }
    /** Calls that the binary answered in our place: of a tool that is not there, or with what is no JSON. */
    #answers({ message }) {
        if (typeof message.content === 'string')
            return;
        for (const { type, tool_use_id: id, content } of message.content) {
            const call = id === undefined ? undefined : this.#made.get(id);
            if (type !== 'tool_result' || id === undefined || !call || this.#answered.has(id))
                continue;
            this.#answered.add(id);
            const { account } = this.#task;
            this.#session.action();
            this.#task.record({ kind: 'tool', step: account.steps, name: (call.name ?? '').replace(toolId(''), ''), input: call.input, answer: textOf(content), isError: true });
        }
    }
    /** The text of the message that is being read, once it is whole. */
    #say() {
        if (this.#text === '')
            return;
        this.#lastText = this.#text;
        this.#task.record({ kind: 'text', step: this.#task.account.steps + 1, text: this.#text });
        this.#text = '';
    }
    /** A turn of the model without a call is one step. */
    #turnOver() {
        if (this.#reading === '')
            return;
        this.#say();
        this.#reading = '';
        if (!this.#hasCall)
            this.#session.action();
        this.#hasCall = false;
    }
    #books() {
        const { inputTokens, outputTokens } = this.#task.account.usage;
        return { input: inputTokens, output: outputTokens };
    }
}
function textOf(content) {
    if (typeof content === 'string')
        return content;
    return (Array.isArray(content) ? content : []).map(({ text }) => text ?? '').join('\n');
}
const once = (signal) => new Promise((resolve) => {
    if (signal.aborted)
        resolve();
    else
        signal.addEventListener('abort', () => resolve(), { once: true });
});

// EXTERNAL MODULE: ./lib/src/llm/isolation.js
var isolation = __webpack_require__(46382);
// EXTERNAL MODULE: ./lib/src/llm/loopback.js
var llm_loopback = __webpack_require__(41829);
// EXTERNAL MODULE: ./lib/src/llm/route.js
var llm_route = __webpack_require__(24123);
;// CONCATENATED MODULE: ./lib/src/llm/claude-code.js












/** Throws where the route was not checked; all else is said by the probe. SDK and binary are looked for, and installed, when they are first needed. */
async function openClaudeCode(options) {
    const { baseUrl, apiKey, allowedHosts, environment, note = () => undefined, agents = () => (0,agent_tools/* agentTools */.P)(environment, note) } = options;
    const route = (0,llm_route/* checkRoute */.Q)(baseUrl, allowedHosts, anthropic.anthropicHost);
    if (!route.ok)
        throw new Error(route.why);
    const transport = (0,api_backend/* transportOf */.JH)(options);
    const base = route.url.href.replace(/\/+(?:v1\/*)?$/, '');
    const wire = typeof apiKey === 'string' ? (0,anthropic_wire/* anthropicWire */.iV)(apiKey) : (0,anthropic_wire/* federatedWire */.AS)((0,anthropic_federation/* federatedToken */.u)(apiKey, { baseUrl: base, transport, clock: options.clock }));
    const relay = (0,api_backend/* relayTo */.Lq)(route.url, wire, transport, options);
    const loopback = await (0,llm_loopback/* openLoopback */.s)({ relay, base: new URL(base), paths: ['/v1/messages'] });
    const closing = new AbortController();
    const running = new Set();
    let opened;
    const open = async () => {
        const found = await agents();
        if (!found.ok)
            return found.failure;
        const sdk = await found.tools.load('@anthropic-ai/claude-agent-sdk');
        return { sdk, loopback, isolation: options.isolation ?? await (0,isolation.isolationOf)(), amountOf: (account, body, model) => relay.amountOf(account, body, model) };
    };
    /** `otherwise`: the answer where there is no binary. */
    async function using(signal, work, otherwise) {
        const setup = await (opened ??= open());
        if ('category' in setup)
            return otherwise(setup);
        const done = work(setup, AbortSignal.any([signal, closing.signal]));
        running.add(done);
        try {
            return await done;
        }
        finally {
            running.delete(done);
        }
    }
    return {
        id: 'claude-code',
        host: route.host,
        probe: (model, account, signal) => using(signal, (setup, either) => probe(setup, model, account, either), (failure) => ({ category: failure.category, milliseconds: 0, failure })),
        generate: (ask) => using(ask.signal, (setup, signal) => generate(setup, { ...ask, signal }), (failure) => ({ ok: false, failure })),
        run: (task) => using(task.signal, (setup, signal) => runClaude(setup, { ...task, model: (0,claude_models/* claudeModel */.W)(task.model), closing: () => task.closing(), signal }), (failure) => {
            task.record({ kind: 'failure', failure });
            return { stopReason: 'error', failure, text: '' };
        }),
        async close() {
            closing.abort(new Error('The backend is closed.'));
            await Promise.allSettled(running);
            await loopback.close();
            await transport.close();
        },
    };
}
/** Output limit of the probe, in tokens. */
const probeTokens = 16;
/** One answer to one prompt. Throws the signal's reason where it was cancelled. */
async function askOnce(setup, { model, system = '', prompt, maxOutputTokens, account, signal, onFailure = () => undefined }) {
    const { stopReason, stop, failure, text } = await runClaude(setup, {
        model: (0,claude_models/* claudeModel */.W)(model), system, prompt, tools: [], maxOutputTokens, account, signal, closing: () => null, onStep: () => undefined, onRequest: () => undefined,
        record: (entry) => { if (entry.kind === 'failure')
            onFailure(entry.failure); },
    }, { isAnswer: true });
    if (stopReason === 'cancelled')
        throw signal.reason;
    if (stop)
        return { ok: false, stop };
    if (failure)
        return { ok: false, failure };
    return { text };
}
async function probe(setup, model, account, signal) {
    const began = performance.now();
    let met;
    const failed = (failure) => ({ category: failure.category, milliseconds: Math.round(performance.now() - began), failure });
    try {
        const asked = await askOnce(setup, { model, prompt: 'Reply with OK.', maxOutputTokens: probeTokens, account, signal, onFailure: (failure) => { met = failure; } });
        if ('text' in asked)
            return { category: 'ok', milliseconds: Math.round(performance.now() - began) };
        if ('stop' in asked)
            return failed((0,classify/* modelFailure */.iW)('quota', `The probe does not fit the ${asked.stop.reason} of the ${asked.stop.of}.`, { type: asked.stop.reason }));
        // An answer that was cut is one.
        return asked.failure.type === 'max_tokens' ? { category: 'ok', milliseconds: Math.round(performance.now() - began) } : failed(asked.failure);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        return failed(met ?? (0,classify/* modelFailure */.iW)('timeout', `No answer came in ${Math.round((performance.now() - began) / 1000)} s.`));
    }
}
/** Throws the signal's reason where it was cancelled. */
async function generate(setup, ask) {
    const { schema } = ask;
    const wanted = schema && JSON.stringify((0,agent_loop/* jsonSchemaOf */.Vq)(schema));
    let prompt = wanted === undefined ? ask.prompt : `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${wanted}`;
    for (let round = 1;; round += 1) {
        const asked = await askOnce(setup, { ...ask, prompt });
        if (!('text' in asked))
            return asked;
        // Without a schema T is string.
        if (!schema)
            return asked.text.trim() === '' ? refused('The answer holds no text.') : { ok: true, value: asked.text };
        const value = (0,api_backend/* valueIn */.xm)(asked);
        const parsed = value === undefined ? null : schema.safeParse(value);
        if (parsed?.success)
            return { ok: true, value: parsed.data };
        const wrong = parsed ? (0,agent_loop/* issuesOf */.wf)(parsed.error) : 'it is not JSON';
        if (round === 2)
            return refused(`The answer is not what was asked for, after one correction too: ${wrong}.`);
        prompt = `${prompt}\n\nThis answer was given before:\n${asked.text}\n\nIt is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`;
    }
}
const refused = (message) => ({ ok: false, failure: (0,classify/* modelFailure */.iW)('invalid-request', message) });


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
