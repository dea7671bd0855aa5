export const id = 4145;
export const ids = [4145,6382];
export const modules = {

/***/ 13196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderChecks: () => (/* binding */ renderChecks),
/* harmony export */   runSelfTest: () => (/* binding */ runSelfTest),
/* harmony export */   selfTest: () => (/* binding */ selfTest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93391);
/* harmony import */ var _llm_isolation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46382);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88533);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36456);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31502);
/* harmony import */ var _run_model_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25713);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38736);









/** Proves here that no child can see the credential. Exit 5 where one can; with --strict 2 where that cannot be told. */
async function selfTest(given, terminal) {
    const options = given;
    const outcome = await runSelfTest({ ...options, cwd: terminal.cwd, environment: terminal.environment });
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_8__/* .colours */ .M)(terminal, terminal.stdout, options.color === false);
    if (options.json === true) {
        terminal.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
        return outcome.exitCode;
    }
    const { checks, headline, exitCode } = outcome;
    const shown = options.quiet === true ? checks.filter(({ state }) => state !== 'ok') : checks;
    const mark = checks.some(({ state }) => state === 'leak') ? colour.red('✗') : colour.green('✓');
    for (const line of [...renderChecks(shown, colour), '', `${mark} ${headline}`])
        terminal.stdout.write(`${line}\n`);
    return exitCode;
}
/** One line a check, and one for its fix. */
function renderChecks(checks, colour) {
    const label = { ok: colour.green('ok'), leak: colour.red('LEAK'), unknown: colour.yellow('cannot be checked here') };
    return checks.flatMap(({ id, state, detail, fix }) => [
        `${`${id}:`.padEnd(18)} ${label[state]}${state === 'unknown' ? ': ' : `  ${state === 'ok' ? '  ' : ''}`}${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(detail)}`,
        ...(fix !== undefined && state !== 'ok' ? [`${' '.repeat(18)} ${colour.dim('fix')} ${fix}`] : []),
    ]);
}
function headlineOf(checks) {
    const [leaks, unknown] = ['leak', 'unknown'].map((wanted) => checks.filter(({ state }) => state === wanted).length);
    if (leaks > 0)
        return `an agent could see a credential in ${leaks} of ${checks.length} places`;
    return `an agent sees no credential in ${checks.length - unknown} places${unknown > 0 ? `; ${unknown} could not be checked` : ''}`;
}
function findingsOf(checks, strict) {
    return checks.flatMap(({ id, state, detail, fix = '' }) => {
        if (state === 'leak')
            return [{ severity: 'error', code: 'credential-visible', message: `${id}: ${detail}`, fix }];
        return state === 'ok' ? [] : [{ severity: strict ? 'error' : 'warning', code: 'credential-unchecked', message: `${id} cannot be checked here: ${detail}`, fix }];
    });
}
async function runSelfTest(input) {
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .gi)({ cwd: input.cwd, environment: input.environment, bareDbt: true, ...(input.projectDir === undefined ? {} : { directory: input.projectDir }) });
    // Without a project too: what a child can see does not depend on it.
    const backend = loaded.ok ? loaded.project.config.llm.provider.backend : 'none';
    const startsAgents = (0,_run_model_js__WEBPACK_IMPORTED_MODULE_7__.startsAgent)(backend);
    const { environment, cwd } = input;
    const isolation = input.isolation ?? await (0,_llm_isolation_js__WEBPACK_IMPORTED_MODULE_3__.isolationOf)();
    const workspace = environment['GITHUB_WORKSPACE'] || (loaded.ok ? loaded.project.root : cwd);
    const folders = [
        { name: 'home', path: input.home ?? environment['HOME'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)() }, { name: 'temporary', path: input.temporary ?? environment['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() }, { name: 'workspace', path: workspace },
    ];
    const { lookAsAgent } = await __webpack_require__.e(/* import() */ 4615).then(__webpack_require__.bind(__webpack_require__, 4615));
    const seen = await lookAsAgent({ isolation, folders, carelessly: input.carelessly });
    const checks = [
        { id: 'backend', state: 'ok', detail: startsAgents ? `${backend} starts a program for each unit; the checks below start another one in its place` : `${backend} starts no program that a model has a hand in; the checks below are what claude-code would see` },
        isolation.pidNamespace ? { id: 'namespace', state: 'ok', detail: 'agents run in a PID namespace of their own' }
            : { id: 'namespace', state: 'unknown', detail: `agents run in the PID namespace of everything else: ${isolation.why ?? 'it was asked for'}`, fix: _llm_isolation_js__WEBPACK_IMPORTED_MODULE_3__.namespaceFix },
        ...seen.map((sighting) => ({ ...sighting, ...fixOf(sighting.id) })),
        await sqliteChild(),
    ];
    const state = (wanted) => checks.some((check) => check.state === wanted);
    return {
        exitCode: state('leak') ? _report_js__WEBPACK_IMPORTED_MODULE_6__/* .exitCodes */ .h.broken : input.strict === true && state('unknown') ? _report_js__WEBPACK_IMPORTED_MODULE_6__/* .exitCodes */ .h.configuration : _report_js__WEBPACK_IMPORTED_MODULE_6__/* .exitCodes */ .h.ok,
        backend, startsAgents, pidNamespace: isolation.pidNamespace, checks, headline: headlineOf(checks), findings: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(findingsOf(checks, input.strict === true)),
    };
}
/** What to do, by the beginning of a check's id. */
const fixes = [
    ['configuration', 'check out with persist-credentials: false, and sign in to nothing in this job before ktx-ci'],
    ['process:', `${_llm_isolation_js__WEBPACK_IMPORTED_MODULE_3__.namespaceFix}; or use a backend that starts no program`],
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

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Tc: () => (/* binding */ sortFindings)
/* harmony export */ });
/* unused harmony export findingCodes */
/** The place of a finding out of the origin of what it is about. */
function placeOf(origin) {
    return {
        ...(origin.file === undefined ? {} : { file: origin.file }), ...(origin.line === undefined ? {} : { line: origin.line }),
        ...(origin.column === undefined ? {} : { column: origin.column }), ...(origin.pointer === undefined ? {} : { pointer: origin.pointer }),
    };
}
/** Every code with the sentence that docs/errors.md opens its section with. Sorted by the room that reports it. */
const findingCodes = {
    // usage and project
    'usage': 'A flag, command or value on the command line is not one that ktx-ci knows.',
    'no-project': 'No ktx.yaml and no dbt_project.yml was found.',
    'config-syntax': 'A configuration file is not valid YAML.',
    'config-value': 'A value in ktx.yaml or ktx-ci.yaml is not one that its key takes.',
    'config-unknown-key': 'A key in ktx.yaml or ktx-ci.yaml is not known, so it has no effect.',
    'config-too-large': 'A configuration file is too large or too deeply nested to be meant.',
    'model-missing': 'A backend is configured, but llm.models.default is not.',
    'reference-unresolved': 'An env: or file: reference has no value.',
    'driver-unknown': 'A connection names a driver that neither ktx nor ktx-ci knows.',
    'driver-skipped': 'A connection has a driver that ktx reads and ktx-ci does not read yet.',
    'connection-unknown': 'A connection id was named that ktx.yaml does not have.',
    'not-implemented': 'A command or option exists in the design and is not part of this version.',
    'event-refused': 'This workflow event may not start this command.',
    'output-folder': 'The output folder cannot be written.',
    'baseline-unreadable': 'The baseline or resume folder cannot be used.',
    'recording-unreadable': 'The folder holds no recording that replay can read.',
    'replay-left': 'A unit that was run again is not as it was recorded.',
    'replay-differs': 'The replay gives another patch than the recorded run.',
    // evidence
    'source-unreadable': 'A source could not be read in this run; what it contributed stays as it is.',
    'warehouse-unreachable': 'The server of a warehouse cannot be reached.',
    'warehouse-login': 'The server of a warehouse does not take the login.',
    'warehouse-tls': 'The connection to a warehouse cannot be encrypted as it must be.',
    'warehouse-database': 'The server of a warehouse does not have the database.',
    'warehouse-permission': 'The login of a warehouse may not read something.',
    'source-mismatch': 'Too little of a source was found in the warehouse to trust the pairing.',
    'file-skipped': 'A file was not read.',
    'path-escape': 'A path leads out of the directory that it is confined to.',
    'query-refused': 'A statement was refused by the read-only guard.',
    'query-failed': 'The warehouse refused or failed a statement.',
    'odd-name': 'A table or column has a name that ktx cannot address safely.',
    'dbt-manifest-stale': 'The dbt manifest is older than the project files, so the files were read instead or may differ.',
    'dbt-manifest': 'A dbt artifact cannot be used.',
    'dbt-yaml': 'A YAML file of a dbt project cannot be used.',
    'dbt-reference': 'A dbt node reads another one that does not exist.',
    'dbt-untyped': 'dbt models without column types were left out.',
    'mixed-types': 'A column holds values of several types.',
    // judgement by rule
    'test-contradicted': 'A dbt test says something that the data contradicts.',
    'join-ambiguous': 'A column could refer to more than one table.',
    'orphans': 'Rows on the referring side of a join have no match.',
    'term-contradiction': 'Two sources define the same term differently.',
    'secret-in-text': 'A text looks as if it holds a credential; it was not published.',
    'markup-in-text': 'A text holds active markup; it was not published.',
    'hidden-in-text': 'A text holds characters that nobody sees; it was published without them.',
    'instruction-in-text': 'A text tells a model what to do; it was published as it is.',
    'mention-in-text': 'A text holds an @mention or a reference that would notify or link people.',
    'measure-differs': 'A measure that a model would write gives another value than the definition that it comes from; it was not written.',
    'reconcile-question': 'Two entries may be one thing or contradict each other, and only people know.',
    'reconciled': 'Two entries were found to be one thing or to differ, and it was settled.',
    'pairs-waiting': 'Pairs of entries that may be one thing wait for a model.',
    'decision-unknown': 'An answer in ktx.decisions.yaml fits no option or no question.',
    'edit-conflict': 'Two pieces of evidence give one entity different values.',
    'edit-dropped': 'A proposed change was checked and failed, so it is not in the patch.',
    // judgement by a model
    'model-question': 'A model found evidence that contradicts itself or what a person wrote, and asks.',
    'model-note': 'A model noticed something in the evidence that people should know.',
    'edit-refused': 'Changes that a model proposed failed a check and were left out.',
    'repair-waiting': 'What a model proposed in vain waits for its repair round.',
    'attempt-refused': 'A model tried to write or read what it may not; nothing of it happened.',
    'unit-failed': 'A unit could not be judged.',
    'unit-deferred': 'A unit was stopped before its end; what it had is kept, and it goes on next time.',
    'unit-stuck': 'A unit was stopped three times and is left alone until its evidence changes.',
    'budget-spent': 'A limit kept units from starting; they wait for the next run.',
    'budget-unlimited': 'No limit bounds what this run may cost.',
    'unrelayed-login': 'codex asks its model with a person\'s sign-in, past the relay.',
    'price-unknown': 'The price of a model is not known, so that its cost is not either.',
    'host-refused': 'A credential would go to a host that is not allowed.',
    // context
    'context-syntax': 'A semantic-layer or wiki file is not valid YAML.',
    'context-too-large': 'A context file is too large or too deeply nested to be meant; it was left alone.',
    'context-duplicate': 'Two context files define the same name.',
    'context-schema': 'A semantic-layer file has a field that ktx does not accept.',
    'context-orphan': 'An overlay has no table behind it.',
    'context-shadow': 'A standalone source has the name of a scanned table.',
    'context-reference': 'A join, measure, segment or page names something that does not exist.',
    'context-expression': 'An expression cannot be parsed or names a column that does not exist.',
    'measure-trap': 'A measure, segment or computed column gives a wrong number over the joins that it reads.',
    'source-renamed': 'A table seems to go by another name: what was written about it is carried over.',
    'double-source': 'Two sources may be one, so that measures of one thing stand in two places.',
    'broken-column': 'A column that the context rests on is dropped or renamed in dbt.',
    'broken-model': 'A dbt model that the context rests on is dropped, renamed or no longer built.',
    'stale': 'The context holds a copy of a text that dbt has changed since.',
    'unproved': 'Entries of the context have not been proved on the warehouse.',
    'in-base': 'Findings that were there before this change do not count.',
    'base-missing': 'The commit that a change is compared with is not in this clone.',
    'context-unreadable': 'The context that --context names cannot be read.',
    'entity-unknown': 'Nothing in the context has the name that explain was asked about.',
    'hand-edited': 'A field that follows its evidence was edited by hand.',
    'suggestion': 'ktx-ci would write something else than a person wrote; theirs was kept.',
    'removed-by-person': 'A person deleted something that ktx-ci wrote; it stays away.',
    'removals-held': 'More would be removed than one run may remove.',
    'measure-broken': 'A source, grain, measure, segment or join that a person wrote fails on the warehouse.',
    'lock-conflict': 'ktx.lock holds conflict markers or records twice; it was healed.',
    'lock-newer': 'ktx.lock was written by a newer ktx-ci.',
    'lock-unreadable': 'Lines of ktx.lock cannot be read.',
    // models
    'missing-credential': 'A model backend is configured, and its credential is not there.',
    'auth': 'The model provider does not take the credential.',
    'permission': 'The model credential is valid, and may not do what is asked of it.',
    'model-access': 'A model of ktx.yaml does not exist, or not for this credential.',
    'quota': 'The account at the model provider has nothing left to spend.',
    'rate-limit': 'The model provider takes no more requests for now.',
    'network': 'The model provider cannot be reached.',
    'timeout': 'The model provider did not answer in time.',
    'not-installed': 'A program that the model backend needs is not installed.',
    'isolation': 'The agent of the model backend cannot be isolated as it must be.',
    'invalid-request': 'The model provider refuses a request as wrong.',
    'provider-error': 'The model provider has a problem of its own.',
    // self-test
    'credential-visible': 'A program in the place of an agent saw a credential.',
    'credential-unchecked': 'Whether an agent could see a credential in a place cannot be told.',
    // publishing
    'artifact-failed': 'The output folder could not be uploaded as an artifact.',
    'publish-unavailable': 'Publishing a pull request is not part of this version.',
    'internal': 'A bug in ktx-ci.',
};
const rank = { error: 0, question: 1, warning: 2, notice: 3 };
/** Errors first, then by code, place and message: the same order whatever order they were found in. */
function sortFindings(findings) {
    const key = (f) => [rank[f.severity], f.code, f.file ?? '', String(f.line ?? 0).padStart(9, '0'), f.message].join('\u0000');
    const keyed = new Map(findings.map((finding) => [key(finding), finding]));
    return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
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


/***/ })

};
