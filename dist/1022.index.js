export const id = 1022;
export const ids = [1022];
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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _isolation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46382);
/* harmony import */ var _own_folders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87034);





async function openFolders() {
    const { path: root, remove } = await (0,_own_folders_js__WEBPACK_IMPORTED_MODULE_4__/* .openOwnFolder */ .NL)();
    const [home, config, temporary, work] = ['home', 'config', 'tmp', 'work'].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, name));
    await Promise.all([home, config, temporary, work].map((folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 })));
    return { root, home, config, temporary, work, remove };
}
/** The whole environment of an agent, apart from what it needs to find the relay. No variable of this process is handed on. */
function agentEnvironment({ home, temporary }) {
    return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, TMPDIR: temporary, LANG: 'C.UTF-8', TZ: 'UTC' };
}
/** Starts an agent in the isolation, in a process group of its own. */
function startAgent(command, { isolation, folder, environment }) {
    const { command: file, args } = (0,_isolation_js__WEBPACK_IMPORTED_MODULE_3__/* .isolated */ .My)(command, isolation);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    child.once('close', (0,_own_folders_js__WEBPACK_IMPORTED_MODULE_4__/* .atEnd */ .tE)(() => endGroup(child)));
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

/***/ 51022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openClaudeCode: () => (/* binding */ openClaudeCode)
});

// EXTERNAL MODULE: ./lib/src/llm/agent-answer.js
var agent_answer = __webpack_require__(9270);
// EXTERNAL MODULE: ./lib/src/llm/agent-tools.js
var agent_tools = __webpack_require__(91693);
// EXTERNAL MODULE: ./lib/src/llm/anthropic-federation.js + 1 modules
var anthropic_federation = __webpack_require__(93637);
// EXTERNAL MODULE: ./lib/src/llm/anthropic.js
var anthropic = __webpack_require__(57058);
// EXTERNAL MODULE: ./lib/src/llm/anthropic-wire.js
var anthropic_wire = __webpack_require__(12570);
// EXTERNAL MODULE: ./lib/src/llm/api-backend.js
var api_backend = __webpack_require__(84975);
// EXTERNAL MODULE: ./lib/src/llm/claude-models.js
var claude_models = __webpack_require__(1661);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/llm/agent-session.js
var agent_session = __webpack_require__(14438);
// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
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
    const { model, system, prompt, tools, server, maxOutputTokens, account, signal, refuses, onBreach, onSend, onFailure, onStopReason, onStop, onEnd, onMessage } = query;
    const names = tools.map(toolId);
    const folders = await (0,agent_child/* openFolders */.os)();
    const task = loopback.open({
        account, signal, onSend, onFailure, onStopReason, onStop, onEnd,
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
    let ran = false;
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
            started.once('exit', (_, signal) => {
                // by somebody else
                ran ||= signal === 'SIGKILL' || signal === 'SIGTERM';
                setTimeout(() => gone.resolve(null), lastWords).unref();
            });
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
                ran = true;
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
            if (result !== undefined || over)
                return;
            const message = error instanceof Error ? error.message : String(error);
            const last = said.trim().split('\n').at(-1) ?? '';
            said = message.includes(last) ? message : `${message}: ${last}`;
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
    return { result, said, ran };
}

// EXTERNAL MODULE: ./lib/src/llm/tool-protocol.js
var tool_protocol = __webpack_require__(61879);
;// CONCATENATED MODULE: ./lib/src/llm/sdk-tool-server.js

/** What Claude Code reads of a tool: it is offered from the start, and its answers are not put into files, up to the largest size that can be asked for. */
const meta = { 'anthropic/alwaysLoad': true, 'anthropic/maxResultSizeChars': 500_000 };
/** What `call` throws goes to `failed`, and the caller gets no answer. */
function toolServer(tools, call, failed) {
    const protocol = (0,tool_protocol/* toolProtocol */.b)({
        tools, meta,
        call(name, input, { 'claudecode/toolUseId': id }) {
            return call({ name, input, id: typeof id === 'string' ? id : undefined });
        },
    });
    return {
        async connect(transport) {
            transport.onmessage = (message) => {
                protocol.answerTo(message)
                    .then((reply) => (reply.kind === 'answer' ? transport.send(reply.message) : undefined))
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
            onStopReason: (reason) => { watch.stopped(reason); }, onStop: (stop) => { watch.end({ kind: 'stop', stop }); }, onMessage: (message) => { watch.message(message); },
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
    /** Answers in a row that were cut at their limit. */
    #cuts = 0;
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
        if (this.#ending)
            return 'The task is over.';
        if (this.#met)
            this.end({ kind: 'failure', failure: this.#met });
        else if (this.#cuts > (this.#isAnswer ? 0 : 1))
            this.#fail((0,classify/* modelFailure */.iW)('invalid-request', `The answer was cut at its limit of ${this.#task.maxOutputTokens} tokens${this.#isAnswer ? '' : ' twice in a row'}.`, { type: 'max_tokens' }));
        else if (this.#session.ended || (this.#isAnswer && this.#made.size > 0))
            this.end({ kind: 'finished' });
        if (this.signal.aborted)
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
    stopped(reason) {
        this.#cuts = reason === 'max_tokens' ? this.#cuts + 1 : 0;
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
    result({ result, said, ran }) {
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
        if (!ran)
            return failed((0,agent_tools/* notRunnable */.$s)(`Claude Code could not be started${said === '' ? '.' : `: ${said}`}`, this.#setup.installed));
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
        this.#fail((0,classify/* modelFailure */.iW)('isolation', message));
    }
    #fail(failure) {
        if (this.#ending)
            return;
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
    const { baseUrl, apiKey, allowedHosts, environment, note = () => undefined, agents = () => (0,agent_tools/* agentTools */.Pd)(environment, note) } = options;
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
        const sdk = await (0,agent_tools/* packageOf */.wg)(found.tools, '@anthropic-ai/claude-agent-sdk');
        if (!sdk.ok)
            return sdk.failure;
        return { sdk: sdk.loaded, installed: found.tools.folder, loopback, isolation: options.isolation ?? await (0,isolation.isolationOf)(), amountOf: (account, body, model) => relay.amountOf(account, body, model) };
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
        probe: (model, account, signal) => using(signal, (setup, either) => (0,agent_answer/* probeThrough */.I)(onceIn(setup), { model, account, signal: either }), (failure) => ({ category: failure.category, milliseconds: 0, failure })),
        generate: (ask) => using(ask.signal, (setup, signal) => (0,agent_answer/* answerThrough */.a)(onceIn(setup), { ...ask, signal }), (failure) => ({ ok: false, failure })),
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
/** One answer to one prompt. Throws the signal's reason where it was cancelled. */
const onceIn = (setup) => async ({ model, system = '', prompt, maxOutputTokens, account, signal }, { onFailure } = {}) => {
    const { stopReason, stop, failure, text } = await runClaude(setup, {
        model: (0,claude_models/* claudeModel */.W)(model), system, prompt, tools: [], maxOutputTokens, account, signal, closing: () => null, onStep: () => undefined, onRequest: () => undefined,
        record: (entry) => { if (entry.kind === 'failure')
            onFailure?.(entry.failure); },
    }, { isAnswer: true });
    if (stopReason === 'cancelled')
        throw signal.reason;
    if (stop)
        return { ok: false, stop };
    if (failure)
        return { ok: false, failure };
    return { text };
};


/***/ })

};
