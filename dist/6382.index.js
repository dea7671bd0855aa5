export const id = 6382;
export const ids = [6382];
export const modules = {

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


/***/ })

};
