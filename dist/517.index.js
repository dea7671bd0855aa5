export const id = 517;
export const ids = [517];
export const modules = {

/***/ 20517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sqliteSession: () => (/* binding */ sqliteSession)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


// Not written as one literal: a bundler would take it for an asset of its own. The build copies the file.
const childFile = 'sqlite-child.js';
const openTimeoutMs = 15_000;
/** Starts nothing: the child starts with the first statement and again after each kill. It keeps no process alive. */
function sqliteSession(options) {
    let child;
    let last = Promise.resolve();
    let closed = false;
    async function opened() {
        if (child?.connected === true && child.exitCode === null && child.signalCode === null)
            return child;
        const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.fork)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(new URL(childFile, import.meta.url)), ['ktx-ci-sqlite-child'], {
            env: {},
            execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512'],
            stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
            serialization: 'advanced',
        });
        child = started;
        const reply = await ask(started, { kind: 'open', options }, openTimeoutMs);
        if (reply.ok)
            return started;
        started.kill('SIGKILL');
        return 'timeout' in reply ? { ok: false, message: 'the database could not be opened in time' } : reply;
    }
    async function run(request, timeoutMs) {
        if (closed)
            return { ok: false, message: 'the warehouse is closed' };
        const target = await opened();
        return 'ok' in target ? target : ask(target, request, timeoutMs);
    }
    return {
        run(request, timeoutMs) {
            const reply = last.then(() => run(request, timeoutMs));
            last = reply.catch(() => undefined);
            return reply;
        },
        async close() {
            closed = true;
            await last;
            if (child === undefined || child.exitCode !== null || child.signalCode !== null)
                return;
            const gone = new Promise((resolve) => child?.once('exit', resolve));
            child.ref();
            child.kill('SIGKILL');
            await gone;
        },
    };
}
/** One request and its reply. The child holds this process open only while a reply is awaited. */
function ask(child, request, timeoutMs) {
    return new Promise((resolve) => {
        const finish = (reply) => {
            clearTimeout(timer);
            child.off('message', onMessage).off('exit', onExit).off('error', onError);
            child.unref();
            child.channel?.unref();
            resolve(reply);
        };
        const onMessage = (reply) => finish(reply);
        const onExit = () => finish({ ok: false, message: 'SQLite ran out of memory or crashed on this statement' });
        const onError = (error) => finish({ ok: false, message: error.message });
        const timer = setTimeout(() => {
            child.off('exit', onExit);
            child.once('exit', () => finish({ ok: false, timeout: true }));
            child.kill('SIGKILL');
        }, timeoutMs);
        child.ref();
        child.channel?.ref();
        child.on('message', onMessage).on('exit', onExit).on('error', onError);
        child.send(request, (error) => {
            if (error)
                onError(error);
        });
    });
}


/***/ })

};
