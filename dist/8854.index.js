export const id = 8854;
export const ids = [8854,6231,6382];
export const modules = {

/***/ 13196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   selfTest: () => (/* binding */ selfTest)
/* harmony export */ });
/* unused harmony export runSelfTest */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _llm_isolation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46382);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5670);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36456);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31502);
/* harmony import */ var _run_model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25713);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38736);








/** Proves here that no child can see the credential. Exit 5 where one can; with --strict 2 where that cannot be told. */
async function selfTest(given, terminal) {
    const options = given;
    const outcome = await runSelfTest({ ...options, cwd: terminal.cwd, environment: terminal.environment });
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_7__/* .colours */ .M)(terminal, terminal.stdout, options.color === false);
    if (options.json === true) {
        terminal.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
        return outcome.exitCode;
    }
    const label = { ok: colour.green('ok'), leak: colour.red('LEAK'), unknown: colour.yellow('cannot be checked here') };
    for (const { id, state, detail, fix } of outcome.checks) {
        if (options.quiet === true && state === 'ok')
            continue;
        const name = `${id}:`.padEnd(18);
        terminal.stdout.write(`${name} ${label[state]}${state === 'unknown' ? ': ' : `  ${state === 'ok' ? '  ' : ''}`}${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(detail)}\n`);
        if (fix !== undefined && state !== 'ok')
            terminal.stdout.write(`${' '.repeat(18)} ${colour.dim('fix')} ${fix}\n`);
    }
    const [leaks, unknown] = [outcome.checks.filter(({ state }) => state === 'leak').length, outcome.checks.filter(({ state }) => state === 'unknown').length];
    const end = leaks > 0 ? `${colour.red('✗')} an agent could see a credential in ${leaks} of ${outcome.checks.length} places` : `${colour.green('✓')} an agent sees no credential in ${outcome.checks.length - unknown} places${unknown > 0 ? `; ${unknown} could not be checked` : ''}`;
    terminal.stdout.write(`\n${end}\n`);
    return outcome.exitCode;
}
async function runSelfTest(input) {
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_3__/* .loadProject */ .g)({ cwd: input.cwd, environment: input.environment, bareDbt: true, ...(input.projectDir === undefined ? {} : { directory: input.projectDir }) });
    // Without a project too: what a child can see does not depend on it.
    const backend = loaded.ok ? loaded.project.config.llm.provider.backend : 'none';
    const startsAgents = (0,_run_model_js__WEBPACK_IMPORTED_MODULE_6__.startsAgent)(backend);
    const { environment, cwd } = input;
    const isolation = input.isolation ?? await (0,_llm_isolation_js__WEBPACK_IMPORTED_MODULE_2__.isolationOf)();
    const workspace = environment['GITHUB_WORKSPACE'] || (loaded.ok ? loaded.project.root : cwd);
    const folders = [
        { name: 'home', path: input.home ?? environment['HOME'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)() }, { name: 'temporary', path: input.temporary ?? environment['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() }, { name: 'workspace', path: workspace },
    ];
    const { lookAsAgent } = await __webpack_require__.e(/* import() */ 4615).then(__webpack_require__.bind(__webpack_require__, 4615));
    const seen = await lookAsAgent({ isolation, folders, carelessly: input.carelessly });
    const checks = [
        { id: 'backend', state: 'ok', detail: startsAgents ? `${backend} starts a program for each unit; the checks below start another one in its place` : `${backend} starts no program that a model has a hand in; the checks below are what claude-code would see` },
        isolation.pidNamespace ? { id: 'namespace', state: 'ok', detail: 'agents run in a PID namespace of their own' }
            : { id: 'namespace', state: 'unknown', detail: `agents run in the PID namespace of everything else: ${isolation.why ?? 'it was asked for'}`, fix: _llm_isolation_js__WEBPACK_IMPORTED_MODULE_2__.namespaceFix },
        ...seen.map((sighting) => ({ ...sighting, ...fixOf(sighting.id) })),
        await sqliteChild(),
    ];
    const state = (wanted) => checks.some((check) => check.state === wanted);
    return { exitCode: state('leak') ? _report_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.broken : input.strict === true && state('unknown') ? _report_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.configuration : _report_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.ok, backend, startsAgents, pidNamespace: isolation.pidNamespace, checks };
}
/** What to do, by the beginning of a check's id. */
const fixes = [
    ['configuration', 'check out with persist-credentials: false, and sign in to nothing in this job before ktx-ci'],
    ['process:', `${_llm_isolation_js__WEBPACK_IMPORTED_MODULE_2__.namespaceFix}; or use a backend that starts no program`],
    ['files:', 'remove the file, and keep the credential in a secret of the CI system'],
    ['environment', 'please report this'], ['arguments', 'please report this'], ['proxy', 'please report this'], ['relay', 'please report this'], ['sqlite', 'please report this'],
];
function fixOf(id) {
    const [, fix] = fixes.find(([beginning]) => id.startsWith(beginning)) ?? [];
    return fix === undefined ? {} : { fix };
}
/** The child that statements run in is no agent, but it reads text that others wrote. */
async function sqliteChild() {
    const id = 'sqlite';
    const { sqliteSession } = await __webpack_require__.e(/* import() */ 517).then(__webpack_require__.bind(__webpack_require__, 20517));
    const before = new Set(sqliteChildren());
    const session = sqliteSession({ location: ':memory:', functions: [], engineTables: '^$' });
    try {
        const reply = await session.run({ kind: 'prepare', sql: 'select 1' }, 10_000);
        const [child] = sqliteChildren().filter((pid) => !before.has(pid));
        if (child === undefined)
            return { id, state: 'unknown', detail: `the process that runs statements cannot be looked at${reply.ok ? '' : ', because it did not start'}` };
        const names = read(`/proc/${child}/environ`).split('\0').map((pair) => pair.split('=')[0] ?? '').filter((name) => name !== '' && !name.startsWith('NODE_CHANNEL_'));
        return names.length === 0 ? { id, state: 'ok', detail: 'the process that runs statements has an empty environment' } : { id, state: 'leak', detail: `the process that runs statements was given ${names.join(', ')}`, ...fixOf(id) };
    }
    finally {
        await session.close();
    }
}
const read = (path) => {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'latin1');
    }
    catch {
        return '';
    }
};
function sqliteChildren() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc').filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes('ktx-ci-sqlite-child') && new RegExp(`^PPid:\\s${process.pid}$`, 'm').test(read(`/proc/${name}/status`))).map(Number);
    }
    catch {
        return [];
    }
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

/***/ 47184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ projectPath),
/* harmony export */   s: () => (/* binding */ resolveReference)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/**
 * Resolves `env:NAME` and `file:PATH` (relative to the project, `~` allowed); anything else is itself. A blank value
 * counts as missing. Never falls back to another variable.
 */
function resolveReference(text, root, environment) {
    const value = text.trim();
    if (value.startsWith('env:')) {
        const name = value.slice(4).trim();
        const found = environment[name]?.trim();
        return found
            ? { ok: true, value: found }
            : { ok: false, why: `the environment has no ${name}`, fix: `set ${name}, or name another variable` };
    }
    if (value.startsWith('file:')) {
        const named = value.slice(5).trim().replace(/^~(?=\/|$)/, (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)());
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(named) ? named : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, named);
        try {
            const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
            if (found)
                return { ok: true, value: found };
            return { ok: false, why: `the file ${named} is empty`, fix: 'write the value into that file' };
        }
        catch {
            return { ok: false, why: `the file ${named} cannot be read`, fix: 'create that file, or name another one' };
        }
    }
    return { ok: true, value };
}
/** Where a relative path of ktx.yaml leads: it is relative to the project, never to the working directory. */
function projectPath(root, path) {
    const expanded = path.replace(/^~(?=\/|$)/, (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)());
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(expanded) ? expanded : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, expanded);
}


/***/ }),

/***/ 31502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Exit code by precedence (DESIGN section 5): cancelled, configuration, probe, all failed, broken, incomplete, fine. */
const exitCodes = { ok: 0, failed: 1, configuration: 2, probe: 3, incomplete: 4, broken: 5, SIGINT: 130, SIGTERM: 143 };


/***/ }),

/***/ 29318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Edit distance between two short words (insert, delete, replace, swap of neighbours count one each). */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            row.push(best);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/** The candidate that the word most likely meant: at most two fifths of its letters differ, case ignored; else undefined. */
function nearest(word, candidates) {
    if (word.length > 80)
        return undefined;
    const plain = (text) => text.toLowerCase().replace(/[-_\s]/g, '');
    const ranked = candidates
        .map((candidate) => ({ candidate, cost: distance(plain(word), plain(candidate)) }))
        .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
    const best = ranked[0];
    return best && best.cost <= Math.max(1, Math.round(word.length * 0.4)) ? best.candidate : undefined;
}


/***/ }),

/***/ 39979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact),
/* harmony export */   r: () => (/* binding */ redactKnown),
/* harmony export */   redactFindings: () => (/* binding */ redactFindings)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59573);

/** A shorter value is a word like any other: replacing it would shred the text and hide nothing. */
const shortestSecret = 4;
/** A piece of base64 that is shorter than this turns up by chance. */
const shortestPiece = 8;
/**
 * The text with every credential in it replaced by `[redacted <kind>]`: what findSecrets finds, and every known value of at
 * least four characters, as it is, line by line, in base64 (also inside a longer base64 text), URL-encoded, and escaped for JSON or HTML.
 */
function redact(text, known) {
    return replaceAll(text, known, (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .findSecrets */ .d)(text));
}
/** Findings quote what sources and people wrote: no credential reaches a log, an annotation or a report through them. */
function redactFindings(findings, known) {
    return findings.map((finding) => ({ ...finding, message: redact(finding.message, known), fix: redact(finding.fix, known) }));
}
/** Only the known values: for a patch, whose untouched lines must stay what they are in the repository. */
function redactKnown(text, known) {
    return known.length === 0 ? text : replaceAll(text, known, []);
}
function replaceAll(text, known, shapes) {
    const needles = needlesOf(known);
    const places = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutOverlaps */ .R)([...occurrences(text, needles), ...shapes]);
    // A secret can be a part of the marker itself.
    const marker = (kind) => [`[redacted ${kind}]`, '[***]'].find((mark) => !needles.some((needle) => mark.includes(needle))) ?? '';
    let result = '';
    let at = 0;
    for (const { start, end, kind } of places) {
        result += text.slice(at, start) + marker(kind);
        at = end;
    }
    return result + text.slice(at);
}
/** A run asks thousands of times with one list. */
const needlesOfList = new WeakMap();
function needlesOf(known) {
    const of = known.join('\u0000');
    const before = needlesOfList.get(known);
    // a list can grow
    if (before?.of === of)
        return before.needles;
    const needles = [...new Set(known.flatMap((value) => [value, value.trim(), ...value.split(/\r\n|\r|\n/).map((line) => line.trim())]))]
        .filter((value) => value.length >= shortestSecret)
        .flatMap(forms);
    needlesOfList.set(known, { of, needles });
    return needles;
}
function occurrences(text, needles) {
    const found = [];
    for (const needle of needles) {
        // Overlapping ones too: of `ababa` nothing of a secret `aba` may stay.
        for (let start = text.indexOf(needle); start >= 0; start = text.indexOf(needle, start + 1)) {
            found.push({ start, end: start + needle.length, kind: 'secret' });
        }
    }
    return found;
}
function forms(value) {
    const json = JSON.stringify(value).slice(1, -1);
    const url = encodeURIComponent(value.toWellFormed());
    const strict = url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    const encoded = [url, encodeURI(value.toWellFormed()), strict, url.replaceAll('%20', '+'), strict.replaceAll('%20', '+'), new URLSearchParams({ v: value }).toString().slice(2)];
    const all = [
        value,
        json,
        json.replaceAll('/', '\\/'),
        json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        html(value),
        html(json),
        ...encoded,
        ...encoded.map((text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())),
        ...base64Forms(value),
    ];
    return [...new Set(all)].filter((form) => form.length >= shortestSecret);
}
/** As on our HTML pages, where control characters are dropped. */
// eslint-disable-next-line no-control-regex
const html = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
/**
 * Whole, with and without padding, in both alphabets; and what the value leaves in the base64 of a longer text (`user:` and
 * the value in Basic authorization), which depends on where it starts modulo three bytes.
 */
function base64Forms(value) {
    const bytes = Buffer.from(value);
    const whole = bytes.toString('base64');
    const pieces = [0, 1, 2].map((shift) => {
        const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        return padded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    });
    const forms = [whole, whole.replace(/=+$/, ''), ...pieces.filter((piece) => piece.length >= shortestPiece)];
    return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}


/***/ }),

/***/ 59573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ withoutOverlaps),
/* harmony export */   d: () => (/* binding */ findSecrets)
/* harmony export */ });
/** Token shapes as their issuers publish them, mostly for secret scanning. Nothing word-like may stand before one. */
const shapes = [
    { kind: 'github-token', pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})/g },
    { kind: 'gitlab-token', pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|ft|soat|agent|cbt|imt|oas)-[A-Za-z0-9_-]{20,255}/g },
    { kind: 'slack-token', pattern: /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,255}/g },
    { kind: 'slack-webhook', pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,255}/g },
    { kind: 'aws-key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g },
    { kind: 'google-key', pattern: /(?<![A-Za-z0-9])(?:AIza[0-9A-Za-z_-]{35}|GOCSPX-[0-9A-Za-z_-]{20,60}|ya29\.[0-9A-Za-z_-]{20,1024})/g },
    { kind: 'stripe-key', pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{24,255})/g },
    { kind: 'llm-key', pattern: /(?<![A-Za-z0-9])sk-(?=[A-Za-z0-9_-]{0,255}[0-9A-Z])[A-Za-z0-9_-]{20,255}/g },
    { kind: 'npm-token', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36,255}/g },
    { kind: 'pypi-token', pattern: /(?<![A-Za-z0-9])pypi-[A-Za-z0-9_-]{50,1024}/g },
    { kind: 'dbt-token', pattern: /(?<![A-Za-z0-9])dbt[cu]_[A-Za-z0-9_=-]{20,255}/g },
    { kind: 'databricks-token', pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-\d)?(?![A-Za-z0-9])/g },
    { kind: 'notion-token', pattern: /(?<![A-Za-z0-9])(?:ntn_|secret_)(?=[A-Za-z0-9]{0,60}[0-9])[A-Za-z0-9]{40,60}/g },
    { kind: 'hugging-face-token', pattern: /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,255}/g },
    { kind: 'sendgrid-key', pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}/g },
    { kind: 'jwt', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{4,4096}\.[A-Za-z0-9_-]{0,4096}/g },
    {
        kind: 'password',
        pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,200})@/gi,
        accept: (secret) => !isPlaceholder(secret),
    },
    {
        kind: 'authorization',
        pattern: /authorization["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token|digest|apikey)\s{1,5})?(?<secret>[A-Za-z0-9._~+/=:-]{8,4096})/gi,
        accept: (secret) => !isPlaceholder(secret) && (hasTwoClasses(secret) || /[a-z][A-Z]/.test(secret)),
    },
    {
        kind: 'authorization',
        pattern: /(?<![A-Za-z0-9])bearer\s{1,5}(?<secret>[A-Za-z0-9._~+/=-]{20,4096})/gi,
        accept: (secret) => /\d/.test(secret) && hasTwoClasses(secret),
    },
    {
        kind: 'password',
        pattern: /(?:passw(?:or)?d|passphrase|pwd|secret|credential)["']?\s{0,5}(?::=|=>|[:=])\s{0,5}(?<quote>["']?)(?<secret>[^\s"'`,;<>]{6,500})/gi,
        accept: (secret, quoted) => !isPlaceholder(secret) && (quoted ? !plainWords.has(secret.toLowerCase()) : hasTwoClasses(secret)),
    },
    {
        kind: 'api-key',
        pattern: /(?:api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?(?:access[_-]?)?key|private[_-]?key|account[_-]?key|client[_-]?secret|token|secret)["']?\s{0,5}(?::=|=>|[:=])\s{0,5}["']?(?<secret>[^\s"'`,;<>]{12,500})/gi,
        accept: (secret) => !isPlaceholder(secret) && /\d/.test(secret) && hasTwoClasses(secret),
    },
];
/** What stands where a secret would, without being one: references, templates, masks, calls, types. */
function isPlaceholder(value) {
    return (/^(?:env|file|vault|secretsmanager|op):/i.test(value) ||
        /^(?:\$|%|\{\{|\{|\[redacted|process\.env|os\.environ|secrets\.|vars\.|var\.)/i.test(value) ||
        /^(?:[*x.•-]{3,}|\.{3}|…)$/i.test(value) ||
        /^[A-Za-z_][\w.]{0,60}\(/.test(value) ||
        /^(?:your|my|the|some|example|changeme|password|secret|token|pass|user(?:name)?)(?:[_-]?(?:password|secret|token|key|here|pass))?$/i.test(value));
}
const plainWords = new Set('string text varchar number integer boolean required optional missing unknown hidden masked encrypted hashed redacted column default sensitive'.split(' '));
function hasTwoClasses(value) {
    return [/[A-Za-z]/, /\d/, /[^\w\s]/].filter((kind) => kind.test(value)).length >= 2;
}
/**
 * Everything in a text that looks like a credential, in order, without overlaps. It errs towards finding: what it finds is
 * not published. Hashes in hex, UUIDs and ids in one case are left alone. Time is linear in the length of the text.
 */
function findSecrets(text) {
    const found = [...privateKeys(text), ...shapes.flatMap((shape) => matches(text, shape)), ...randomStrings(text)];
    return withoutOverlaps(found);
}
/** In order; where two overlap, the one that starts first grows to cover both. */
function withoutOverlaps(found) {
    const merged = [];
    for (const secret of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const last = merged.at(-1);
        if (last !== undefined && secret.start < last.end)
            merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
        else
            merged.push(secret);
    }
    return merged;
}
function matches(text, { kind, pattern, accept }) {
    const found = [];
    for (const match of text.matchAll(pattern)) {
        const whole = match[0];
        const secret = match.groups?.['secret'] ?? whole;
        if (accept !== undefined && !accept(secret, (match.groups?.['quote'] ?? '') !== ''))
            continue;
        const start = match.index + whole.lastIndexOf(secret);
        found.push({ start, end: start + secret.length, kind });
    }
    return found;
}
/** From BEGIN to END; without an END to the end of the text. Also in JSON, where line breaks are `\n`. */
function privateKeys(text) {
    const found = [];
    for (const { index } of text.matchAll(/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g)) {
        if (index < (found.at(-1)?.end ?? 0))
            continue;
        const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
        end.lastIndex = index;
        const close = end.exec(text);
        found.push({ start: index, end: close === null ? text.length : close.index + close[0].length, kind: 'private-key' });
    }
    return found;
}
/** At least 32 characters that change between small, capital and digit as chance does and words do not. */
function randomStrings(text) {
    const found = [];
    for (const { index, 0: run } of text.matchAll(/[A-Za-z0-9+/=_-]{32,}/g)) {
        if (/^(?:sha(?:1|256|384|512)-|[0-9a-f]+$)/i.test(run) || !looksRandom(run))
            continue;
        found.push({ start: index, end: index + run.length, kind: 'random-string' });
    }
    return found;
}
const minChangesPerCharacter = 0.42;
const minBitsPerCharacter = 3.8;
function looksRandom(run) {
    if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || (run.match(/\d/g)?.length ?? 0) < 2)
        return false;
    const counts = new Map();
    let changes = 0;
    let previous = '';
    for (const character of run) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
        const kind = /[a-z]/.test(character) ? 'small' : /[A-Z]/.test(character) ? 'capital' : /\d/.test(character) ? 'digit' : previous;
        if (kind !== previous && previous !== '')
            changes += 1;
        previous = kind;
    }
    let bits = 0;
    for (const count of counts.values())
        bits -= (count / run.length) * Math.log2(count / run.length);
    return changes / run.length >= minChangesPerCharacter && bits >= minBitsPerCharacter;
}


/***/ })

};
