export const id = 4615;
export const ids = [4615];
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

/***/ 23313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Ledger)
/* harmony export */ });
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28769);

const newBook = (limits) => ({ limits, charged: _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .noUsage */ .tk, steps: 0, reservedUsd: 0, reservedTokens: 0 });
/** Sums of dollars differ in the last digits by the order of adding. */
const epsilon = 1e-9;
class Ledger {
    #run;
    #open = new Map();
    constructor(limits) {
        this.#run = newBook(limits);
    }
    get limits() {
        return this.#run.limits;
    }
    /** What all accounts were charged. */
    get spent() {
        return this.#run.charged;
    }
    get steps() {
        return this.#run.steps;
    }
    /**
     * Whether a unit with this allowance may start: what was charged, the allowances of those that are open and its own fit
     * the limits of the run. Answers the limit that stands in the way, or null.
     */
    blocks(allowance) {
        const open = [...this.#open.values()];
        const fits = (limit, charged, of, own) => {
            if (limit === 0)
                return true;
            const ours = open.reduce((sum, one) => sum + Math.max(0, of(one.allowance) - own(one.book)), 0);
            return charged + ours + of(allowance) <= limit + epsilon;
        };
        const { limits, charged, steps } = this.#run;
        if (!fits(limits.steps, steps, (one) => one.steps, (book) => book.steps))
            return 'step-budget';
        if (!fits(limits.tokens, (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(charged), (one) => one.tokens, (book) => (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(book.charged)))
            return 'token-budget';
        if (!fits(limits.usd, charged.usd, (one) => one.usd, (book) => book.charged.usd))
            return 'cost-budget';
        return null;
    }
    /** `allowance`: the limits of the unit, which it also holds of the run's until it is closed. */
    open(id, allowance) {
        const run = this.#run;
        const open = this.#open;
        const book = newBook(allowance);
        let requests = 0;
        const account = {
            id,
            reserve(amount) {
                const stop = stopOf(book, amount, 'unit') ?? stopOf(run, amount, 'run');
                if (stop)
                    return { ok: false, stop };
                return { ok: true, reservation: reserveIn([book, run], amount, () => { requests += 1; }) };
            },
            fits: (amount) => stopOf(book, amount, 'unit') === null && stopOf(run, amount, 'run') === null,
            step() {
                book.steps += 1;
                run.steps += 1;
            },
            stepsLeft: () => Math.min(...[book, run].map(({ limits, steps }) => (limits.steps === 0 ? Infinity : limits.steps - steps))),
            stepStop() {
                const spent = ({ limits, steps }) => limits.steps > 0 && steps >= limits.steps;
                return spent(book) ? { reason: 'step-budget', of: 'unit' } : spent(run) ? { reason: 'step-budget', of: 'run' } : null;
            },
            get steps() { return book.steps; },
            get usage() { return book.charged; },
            get requests() { return requests; },
            close() { open.delete(account); },
        };
        open.set(account, { book, allowance });
        return account;
    }
}
function stopOf(book, amount, of) {
    const { limits, charged } = book;
    if (limits.tokens > 0 && (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(charged) + book.reservedTokens + amount.tokens > limits.tokens)
        return { reason: 'token-budget', of };
    if (limits.usd > 0 && charged.usd + book.reservedUsd + amount.usd > limits.usd + epsilon)
        return { reason: 'cost-budget', of };
    return null;
}
function reserveIn(books, amount, ended) {
    for (const book of books) {
        book.reservedTokens += amount.tokens;
        book.reservedUsd += amount.usd;
    }
    let over = false;
    const end = (usage) => {
        if (over)
            return;
        over = true;
        for (const book of books) {
            book.reservedTokens -= amount.tokens;
            book.reservedUsd -= amount.usd;
            if (usage)
                book.charged = (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .addUsage */ .vk)(book.charged, usage);
        }
        if (usage)
            ended();
    };
    return {
        charge: end,
        chargeReserved: (inputTokens, outputTokens) => end({ inputTokens, cachedInputTokens: 0, outputTokens, usd: amount.usd, estimated: true }),
        release: () => end(null),
    };
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

/***/ 4615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookAsAgent: () => (/* binding */ lookAsAgent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _agent_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59632);
/* harmony import */ var _anthropic_wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12570);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23313);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41829);
/* harmony import */ var _pacing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83768);
/* harmony import */ var _relay_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12749);








// Not written as one literal: a bundler would take it for an asset of its own. The build copies the file.
const childFile = 'self-test-child.js';
const none = { usd: 0, tokens: 0, steps: 0 };
const longestLook = 90_000;
async function lookAsAgent({ isolation, folders: places, carelessly = {} }) {
    const credential = `sk-ant-canary-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex')}`;
    carelessly.before?.(credential);
    let sentWith = '';
    /** A provider that refuses every key, and quotes it. */
    const provider = {
        fetch: (_, { headers }) => {
            sentWith = headers.get('x-api-key') ?? '';
            return Promise.resolve(new Response(JSON.stringify({ type: 'error', error: { type: 'authentication_error', message: `the key ${sentWith} is not valid` } }), { status: 401, headers: { 'content-type': 'application/json', 'request-id': sentWith } }));
        },
        proxyOf: () => null, silenceMs: 0, close: () => Promise.resolve(),
    };
    const base = new URL('https://provider.invalid');
    const pacing = new _pacing_js__WEBPACK_IMPORTED_MODULE_6__/* .Pacing */ .P({ limit: { enabled: false, throttleThreshold: 1, minConcurrencyUnderPressure: 1, retry: { maxAttempts: 1, baseDelayMs: 1, maxDelayMs: 1, jitter: false } }, concurrency: 1 });
    const loopback = await (0,_loopback_js__WEBPACK_IMPORTED_MODULE_5__/* .openLoopback */ .s)({ relay: (0,_relay_js__WEBPACK_IMPORTED_MODULE_7__/* .openRelay */ .W)({ base, wire: (0,_anthropic_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .anthropicWire */ .iV)(credential), transport: provider, pacing, priceOf: () => undefined }), base, paths: ['/v1/messages'] });
    const task = loopback.open({ account: new _ledger_js__WEBPACK_IMPORTED_MODULE_4__/* .Ledger */ .O(none).open('self-test', none), signal: new AbortController().signal });
    const own = await (0,_agent_child_js__WEBPACK_IMPORTED_MODULE_2__/* .openFolders */ .os)();
    const looking = { holder: process.pid, folders: [{ name: 'agent', path: own.root }, ...places], relay: loopback.url, token: task.token };
    try {
        const environment = { ...(0,_agent_child_js__WEBPACK_IMPORTED_MODULE_2__/* .agentEnvironment */ .FV)(own), CLAUDE_CONFIG_DIR: own.config, ANTHROPIC_BASE_URL: loopback.url, ANTHROPIC_API_KEY: task.token, ...carelessly.environment?.(credential) };
        const args = [(0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(new URL(childFile, import.meta.url)), 'ktx-ci-self-test-child', ...(carelessly.args?.(credential) ?? [])];
        const child = (0,_agent_child_js__WEBPACK_IMPORTED_MODULE_2__/* .startAgent */ .Ih)({ command: process.execPath, args }, { isolation, folder: own.work, environment });
        const out = [];
        let said = '';
        child.stdout.on('data', (bytes) => { out.push(bytes); });
        child.stderr.on('data', (bytes) => { said = (said + bytes.toString()).slice(-500); });
        const timer = setTimeout(() => { void (0,_agent_child_js__WEBPACK_IMPORTED_MODULE_2__/* .endAgent */ .xj)(child); }, longestLook);
        const ended = new Promise((resolve) => {
            child.once('close', () => resolve());
            child.once('error', (error) => {
                said = error.message;
                resolve();
            });
        });
        child.stdin.end(JSON.stringify(looking));
        await ended;
        clearTimeout(timer);
        const sightings = parsed(Buffer.concat(out).toString('utf8'));
        if (!sightings)
            return [{ id: 'agent', state: 'unknown', detail: `the program in the place of an agent did not come to its end: ${said.trim().split('\n').at(-1) ?? ''}` }];
        const isUsed = sentWith === credential;
        return [...sightings, { id: 'relay:credential', state: isUsed ? 'ok' : 'unknown', detail: isUsed ? 'the relay put the credential on a request of the agent after it had left it' : 'no request of the agent came to the relay' }];
    }
    finally {
        task.close();
        await loopback.close();
        await own.remove();
    }
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}


/***/ })

};
