export const id = 120;
export const ids = [120,6382];
export const modules = {

/***/ 9270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ probeThrough),
/* harmony export */   a: () => (/* binding */ answerThrough)
/* harmony export */ });
/* harmony import */ var _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24810);
/* harmony import */ var _api_backend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84975);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1850);



/** Output limit of the probe, in tokens: the least that every provider takes. */
const probeTokens = 16;
async function probeThrough(once, { model, account, signal }) {
    const began = performance.now();
    let met;
    const result = (failure) => {
        const milliseconds = Math.round(performance.now() - began);
        return failure ? { category: failure.category, milliseconds, failure } : { category: 'ok', milliseconds };
    };
    try {
        const asked = await once({ model, prompt: 'Reply with OK.', maxOutputTokens: probeTokens, account, signal }, { onFailure: (failure) => { met = failure; } });
        if ('text' in asked)
            return result();
        if ('stop' in asked)
            return result((0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .modelFailure */ .iW)('quota', `The probe does not fit the ${asked.stop.reason} of the ${asked.stop.of}.`, { type: asked.stop.reason }));
        // A model that thinks first is cut before its word, and has answered all the same.
        return asked.failure.type === 'max_tokens' ? result() : result(asked.failure);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        // What kept it waiting says more than that it waited.
        return result(met ?? (0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .modelFailure */ .iW)('timeout', `No answer came in ${Math.round((performance.now() - began) / 1000)} s.`));
    }
}
/** Throws the signal's reason where it was cancelled. */
async function answerThrough(once, ask) {
    const { schema: wanted, ...rest } = ask;
    const schema = wanted && (0,_agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonSchemaOf */ .Vq)(wanted);
    const first = schema ? `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(schema)}` : ask.prompt;
    let prompt = first;
    for (let round = 1;; round += 1) {
        const asked = await once({ ...rest, prompt }, { schema });
        const cut = 'failure' in asked && asked.failure.type === 'max_tokens';
        if (!('text' in asked) && !(cut && wanted))
            return asked;
        const text = 'text' in asked ? asked.text : '';
        // Without a schema T is string.
        if (!wanted)
            return text.trim() === '' ? wrongAnswer('The answer holds no text.') : { ok: true, value: text };
        const value = (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .valueIn */ .xm)({ text });
        const parsed = value === undefined ? null : wanted.safeParse(value);
        if (parsed?.success)
            return { ok: true, value: parsed.data };
        const wrong = parsed ? (0,_agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .issuesOf */ .wf)(parsed.error) : cut ? `it was cut at its limit of ${ask.maxOutputTokens} tokens` : 'it is not JSON';
        if (round === 2)
            return wrongAnswer(`The answer is not what was asked for, after one correction too: ${wrong}.`);
        prompt = `${first}${text === '' ? '' : `\n\nYou have answered:\n${text.trimEnd()}`}\n\nThis answer is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`;
    }
}
const wrongAnswer = (message) => ({ ok: false, failure: (0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .modelFailure */ .iW)('invalid-request', message) });


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
/* harmony export */   $s: () => (/* binding */ notRunnable),
/* harmony export */   Pd: () => (/* binding */ agentTools),
/* harmony export */   wg: () => (/* binding */ packageOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75066);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1850);
/* harmony import */ var _own_folders_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87034);








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
        return missing('tools/agents is not beside this copy of ktx-ci', 'install ktx-ci anew: this copy is not whole');
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
        return missing(`${folder} cannot be written`, 'set XDG_CACHE_HOME to a folder that can be written');
    }
    const why = await npmInstall(folder, environment);
    return why === null && isInstalled(folder) ? { ok: true, tools: toolsIn(folder) } : missing(why ?? 'npm ended without an error and without an install', `let this step have npm and reach its registry, or run ${installCommand(folder)} in a step before it that does`);
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
const installCommand = (folder) => `npm ci --prefix "${folder}"`;
const missing = (why, fix) => ({ ok: false, failure: (0,_classify_js__WEBPACK_IMPORTED_MODULE_6__/* .modelFailure */ .iW)('not-installed', `The agent binaries are not installed: ${why}.`, { fix }) });
/** The failure of a program in `folder` that is not there or does not run here. npm removes what is there before it installs. */
function notRunnable(message, folder) {
    return (0,_classify_js__WEBPACK_IMPORTED_MODULE_6__/* .modelFailure */ .iW)('not-installed', message, { fix: `run ${installCommand(folder)} on this machine; programs must be allowed to run from that folder` });
}
/** A package of the installed ones, or why it cannot be had. */
async function packageOf(tools, name) {
    try {
        return { ok: true, loaded: await tools.load(name) };
    }
    catch (error) {
        return { ok: false, failure: notRunnable(`${name} is not among the installed agent binaries, or not whole: ${error instanceof Error ? error.message : String(error)}`, tools.folder) };
    }
}
/** Out of what npm writes at its end: the code, and the first line that is a sentence. Its last line names a log. */
function reasonIn(said) {
    const lines = said.split('\n').map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
    const parts = [/^code (\S+)$/m.exec(lines.join('\n'))?.[1], lines.find((line) => line.split(' ').length > 3 && !line.startsWith('A complete log'))];
    return parts.map((part) => (part === undefined ? '' : `: ${part}`)).join('');
}
/** Null: it went well. npm gets what it needs to reach its registry, and no credential of a model. */
function npmInstall(folder, environment) {
    const passed = Object.entries(environment).filter(([name]) => /^(path|home|userprofile|appdata|localappdata|systemroot|temp|tmp|tmpdir|(https?|no|all)_proxy|node_extra_ca_certs|ssl_cert_file|npm_config_.*)$/i.test(name));
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env: Object.fromEntries(passed), stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
        let said = '';
        child.stderr.on('data', (text) => { said = (said + text.toString()).slice(-2000); });
        const ended = (0,_own_folders_js__WEBPACK_IMPORTED_MODULE_7__/* .atEnd */ .tE)(() => { child.kill('SIGKILL'); });
        child.once('exit', ended);
        child.on('error', () => resolve('npm could not be started'));
        child.on('close', (code) => resolve(code === 0 ? null : `npm ci ended with ${String(code)}${reasonIn(said)}`));
    });
}


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
        const { onSend, onFailure, onStopReason, onStop, onEnd, admit, account } = held.task;
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
            const fetched = relay.fetchFor(account, { onSend, onFailure, onStopReason })(target, { method: 'POST', headers: headersOf(request, relay.token), body, signal: AbortSignal.any([signal, giveUp.signal]) });
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


/***/ }),

/***/ 87034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ openOwnFolder),
/* harmony export */   tE: () => (/* binding */ atEnd)
/* harmony export */ });
/* unused harmony export removeOrphans */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);




const folders = new Set();
const endings = new Set();
let watching = false;
let swept;
function watch() {
    if (watching)
        return;
    watching = true;
    process.once('exit', () => {
        for (const end of endings)
            end();
        for (const folder of folders) {
            try {
                // a child that was just killed may be in the middle of a write
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
            }
            catch {
                // The next process tries again.
            }
        }
    });
}
/** Called where this process ends before the returned function was called; before folders are removed, and without time to wait. */
function atEnd(end) {
    watch();
    endings.add(end);
    return () => { endings.delete(end); };
}
/** The PID namespace, which says whose a pid is: containers may share a folder for temporary files. */
const namespace = (() => {
    try {
        return /\d+/.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid'))?.[0] ?? '0';
    }
    catch {
        return '0';
    }
})();
/** A fresh folder under the temporary folder, for this user alone. `kind`: what tells it from other folders of this process. */
async function openOwnFolder(kind = '') {
    watch();
    await (swept ??= removeOrphans((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()));
    const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), `ktx-ci-agent-${process.pid}-${kind === '' ? '' : `${kind}-`}${namespace}-`));
    folders.add(path);
    return {
        path,
        async remove() {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
            folders.delete(path);
        },
    };
}
/** Removes what processes of this user have left that were killed. What cannot be looked at or removed stays. */
async function removeOrphans(temporary) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(temporary).catch(() => []);
    await Promise.all(names.map(async (name) => {
        const [, pid = '', of = ''] = /^ktx-ci-agent-(\d+)-(?:[a-z]+-)?(\d+)-[A-Za-z0-9]{6}$/.exec(name) ?? [];
        if (pid === '' || of !== namespace || isAlive(Number(pid)))
            return;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, name);
        try {
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
            if (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid))
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
        }
        catch {
            // Another process was quicker.
        }
    }));
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // EPERM: it is somebody else's
        return error.code !== 'ESRCH';
    }
}


/***/ }),

/***/ 61879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ notJson),
/* harmony export */   b: () => (/* binding */ toolProtocol)
/* harmony export */ });
/* harmony import */ var _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24810);

const fieldsOf = (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});
/** For a client that asks for no version. */
const usualVersion = '2025-06-18';
/** Errors of JSON-RPC. */
const errors = { parse: -32700, request: -32600, method: -32601, parameters: -32602 };
const failure = (code, message) => ({ error: { code, message } });
const invalid = (code, message) => ({ kind: 'invalid', message: { jsonrpc: '2.0', id: null, ...failure(code, message) } });
/** For a text that is no message. */
const notJson = invalid(errors.parse, 'this is no JSON');
function toolProtocol({ tools, call, meta }) {
    const listed = [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, inputSchema: (0,_agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonSchemaOf */ .Vq)(input), ...(meta ? { _meta: meta } : {}) }));
    let last = Promise.resolve();
    async function resultOf(method, parameters) {
        switch (method) {
            case 'initialize': return { result: { protocolVersion: typeof parameters['protocolVersion'] === 'string' ? parameters['protocolVersion'] : usualVersion, capabilities: { tools: {} }, serverInfo: { name: 'ktx', version: '1' } } };
            case 'ping': return { result: {} };
            case 'tools/list': return { result: { tools: listed } };
            // codex has tools for these, whatever the capabilities say
            case 'resources/list': return { result: { resources: [] } };
            case 'resources/templates/list': return { result: { resourceTemplates: [] } };
            case 'tools/call': {
                const { name } = parameters;
                if (typeof name !== 'string')
                    return failure(errors.parameters, 'the call names no tool');
                const ran = last.then(() => call(name, parameters['arguments'] ?? {}, fieldsOf(parameters['_meta'])));
                last = ran.catch(() => undefined);
                const { text, isError } = await ran;
                return { result: { content: [{ type: 'text', text: text.toWellFormed() || '(empty)' }], isError: isError === true } };
            }
            default: return failure(errors.method, `there is no ${method} here`);
        }
    }
    return {
        async answerTo(message) {
            const { jsonrpc, id, method, params } = fieldsOf(message);
            if (jsonrpc !== '2.0' || typeof method !== 'string')
                return invalid(errors.request, 'this is no request of JSON-RPC 2.0');
            if (id === undefined)
                return { kind: 'none' };
            return { kind: 'answer', message: { jsonrpc: '2.0', id, ...await resultOf(method, fieldsOf(params)) } };
        },
        async settled() {
            await last;
        },
    };
}


/***/ })

};
