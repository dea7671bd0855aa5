export const id = 7216;
export const ids = [7216,6355];
export const modules = {

/***/ 38736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ colours),
/* harmony export */   main: () => (/* binding */ main),
/* harmony export */   u: () => (/* binding */ allowedHosts)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67375);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36456);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51294);



const number = (least) => (text) => {
    const value = Number(text);
    if (!Number.isFinite(value) || value < least || text.trim() === '')
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di(`It must be a number of at least ${least}.`);
    return value;
};
const whole = (least) => (text) => {
    const value = number(least)(text);
    if (!Number.isInteger(value))
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('It must be a whole number.');
    return value;
};
function common(command) {
    return command
        .option('--project-dir <dir>', 'the project (default: KTX_PROJECT_DIR, else the nearest ktx.yaml, else here)')
        .option('--json', 'one JSON document on standard output, everything else on standard error')
        .option('--quiet', 'only findings and the end')
        .option('--no-color', 'no colours (also: NO_COLOR)');
}
/** Runs one command line; returns the exit code. Nothing is thrown for bad input. */
async function main(args, terminal) {
    let code = 0;
    const program = new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('ktx-ci')
        .description('Keeps a data team’s context layer (ktx semantic layer and wiki) right from CI.')
        .version(_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r, '-V, --version', 'print the version')
        .showSuggestionAfterError(true)
        .exitOverride()
        .configureOutput({ writeOut: (text) => terminal.stdout.write(text), writeErr: () => undefined })
        .addHelpText('after', '\nExamples:\n  ktx-ci status                    what could stop a run, with a fix each\n  ktx-ci check                     is the committed context right? no model, no credential\n  ktx-ci ingest --dry-run          what a night would do, and its price; writes nothing\n  ktx-ci ingest                    writes a patch into .ktx/ci\n\nMore: docs/start.md');
    common(program.command('ingest'))
        .description('read the sources, derive, verify, and write a reviewable patch')
        .option('--connection <id...>', 'only units that rest on these connections')
        .option('--dry-run', 'plan and price; write nothing')
        .option('--apply', 'also write the changes into the working tree')
        .option('--out <dir>', 'output folder (default: .ktx/ci/<number>)')
        .option('--baseline <ref|dir>', 'start from an unmerged branch or the output folder of an earlier run')
        .option('--resume <dir>', 'take over the finished units of an earlier output folder')
        .option('--force [glob]', 'judge units again whose evidence did not change (all, or ids that match)')
        .option('--document <glob...>', 'documents besides those of ktx-ci.yaml')
        .option('--concurrency <n>', 'units in flight', whole(1))
        .option('--max-usd <usd>', 'budget of this run; 0 means none', number(0))
        .option('--max-usd-month <usd>', 'budget of this calendar month; 0 means none', number(0))
        .option('--max-tokens <n>', 'token budget of this run; 0 means none', whole(0))
        .option('--max-steps <n>', 'step budget of this run; 0 means none', whole(0))
        .option('--max-minutes <n>', 'time budget of this run; 0 means none', number(0))
        .option('--allowed-hosts <host...>', 'hosts besides the provider’s own that its credential may be sent to (also: KTX_CI_ALLOWED_HOSTS)')
        .option('--derive-only', 'ask no model: write only what parsing and data justify, the rest stays due')
        .option('--record', 'keep what replay needs in the output folder, and every model request with its answer')
        .addHelpText('after', '\nExamples:\n  ktx-ci ingest --dry-run\n  ktx-ci ingest --apply && git diff\n  ktx-ci ingest --baseline origin/ktx-ci/context\n  ktx-ci ingest --force "dbt:shop/model.*"')
        .action(async (options) => {
        const { ingest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(5713), __webpack_require__.e(1647), __webpack_require__.e(1744), __webpack_require__.e(5539), __webpack_require__.e(5791), __webpack_require__.e(4328), __webpack_require__.e(1038), __webpack_require__.e(2991), __webpack_require__.e(2488)]).then(__webpack_require__.bind(__webpack_require__, 82488));
        code = await ingest(options, terminal);
    });
    common(program.command('status'))
        .description('everything that could stop a run, with a fix each; opens connections')
        .option('--fast', 'configuration and files only, no connection')
        .option('--hosts', 'every host that a run talks to, and what it is sent')
        .option('--allowed-hosts <host...>', 'hosts besides the provider’s own that its credential may be sent to (also: KTX_CI_ALLOWED_HOSTS)')
        .action(async (options) => {
        const { status } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(1647), __webpack_require__.e(3736)]).then(__webpack_require__.bind(__webpack_require__, 63339));
        code = await status(options, terminal);
    });
    common(program.command('setup'))
        .description('choose the model: edits ktx.yaml in place, or writes a first one')
        .option('--llm-backend <backend>', 'none, anthropic, vertex, gateway, openai-compatible, claude-code or codex')
        .option('--llm-model <model>', 'llm.models.default (default: a good one of the backend)')
        .option('--llm-base-url <url>', 'address of an openai-compatible server')
        .option('--vertex-location <location>', 'location of vertex, for example us-east5')
        .option('--workflow', 'also write .github/workflows/ktx-ci.yml, if there is none')
        .option('--no-input', 'ask nothing')
        .addHelpText('after', '\nExamples:\n  ktx-ci setup\n  ktx-ci setup --llm-backend anthropic --llm-model claude-sonnet-4-6 --no-input\n  ktx-ci setup --llm-backend none --workflow')
        .action(async (options) => {
        const { setup } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(1744), __webpack_require__.e(206)]).then(__webpack_require__.bind(__webpack_require__, 20206));
        code = await setup(options, terminal);
    });
    common(program.command('replay'))
        .description('run a recorded run again, without its model: the same patch, or where the two part')
        .argument('<dir>', 'output folder of a run with --record')
        .option('--out <dir>', 'output folder (default: .ktx/ci/<number>)')
        .addHelpText('after', '\nExamples:\n  ktx-ci ingest --record --out night && ktx-ci replay night\n  ktx-ci replay .ktx/ci/0003 --json')
        .action(async (recording, options) => {
        const { replay } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(5713), __webpack_require__.e(1647), __webpack_require__.e(1744), __webpack_require__.e(5539), __webpack_require__.e(5791), __webpack_require__.e(4328), __webpack_require__.e(1038), __webpack_require__.e(2991), __webpack_require__.e(7630)]).then(__webpack_require__.bind(__webpack_require__, 57630));
        code = await replay(recording, options, terminal);
    });
    common(program.command('check'))
        .description('is the committed context right? no model, no credential, no network')
        .action(async (options) => {
        const { check } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(1647), __webpack_require__.e(4165), __webpack_require__.e(6231)]).then(__webpack_require__.bind(__webpack_require__, 94165));
        code = await check(options, terminal);
    });
    common(program.command('self-test'))
        .description('proves here that no agent can see the credential; sends nothing')
        .option('--strict', 'exit 2 where something cannot be checked')
        .addHelpText('after', '\nExit codes: 0 nothing was seen, 5 a credential could be seen, 2 something could not be checked (--strict)\n\nExamples:\n  ktx-ci self-test\n  ktx-ci self-test --strict --json')
        .action(async (options) => {
        const { selfTest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(5713), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 13196));
        code = await selfTest(options, terminal);
    });
    try {
        await program.parseAsync([...args], { from: 'user' });
        return code;
    }
    catch (error) {
        if (!(error instanceof commander__WEBPACK_IMPORTED_MODULE_0__/* .CommanderError */ .b7))
            return internal(error, terminal);
        if (error.exitCode === 0)
            return 0;
        if (error.code === 'commander.help') {
            terminal.stdout.write(program.helpInformation());
            return 2;
        }
        const text = error.message.replace(/^error: /, '');
        const [message = '', suggestion] = text.split('\n').map((line) => line.trim());
        const finding = { severity: 'error', code: 'usage', message, fix: suggestion?.replace(/^\((.*)\)$/, '$1') ?? 'see ktx-ci --help' };
        if (args.includes('--json'))
            terminal.stdout.write(`${JSON.stringify({ findings: [finding] })}\n`);
        terminal.stderr.write(`${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFinding */ .Kj)(finding, colours(terminal, terminal.stderr, args.includes('--no-color')))}\n`);
        return 2;
    }
}
/** `--allowed-hosts`, else KTX_CI_ALLOWED_HOSTS: no file of the project has a say. */
function allowedHosts(options, environment) {
    return options.allowedHosts ?? (environment['KTX_CI_ALLOWED_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== '');
}
/** Colours only where the text goes to a terminal, and never where NO_COLOR asks for none. */
function colours(terminal, to, off) {
    return (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(!off && to.isTTY === true && !terminal.environment['NO_COLOR'] && terminal.environment['TERM'] !== 'dumb');
}
function internal(error, terminal) {
    const message = error instanceof Error ? error.message : String(error);
    const finding = { severity: 'error', code: 'internal', message: `ktx-ci failed unexpectedly: ${message}`, fix: 'please report it with the command and KTX_CI_DEBUG=1 set' };
    terminal.stderr.write(`${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFinding */ .Kj)(finding, (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(false))}\n`);
    if (terminal.environment['KTX_CI_DEBUG'] && error instanceof Error)
        terminal.stderr.write(`${error.stack ?? ''}\n`);
    return 1;
}


/***/ }),

/***/ 63339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runStatus: () => (/* binding */ runStatus),
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _context_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16321);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93391);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5670);
/* harmony import */ var _project_references_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47184);
/* harmony import */ var _project_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10074);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36456);
/* harmony import */ var _publish_wording_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88190);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(31502);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51294);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38736);












/** Looks at everything that could stop a run. Exit 2 where something does. */
async function runStatus(options, terminal) {
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .g)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    const items = [];
    const matches = [];
    if (loaded.ok) {
        items.push(...(await modelItems(loaded.project, terminal, options)), moneyItem(loaded.project), ...referenceItems(loaded.project, terminal));
        items.push(...(options.fast === true ? fastItems(loaded.project, terminal) : await liveItems(loaded.project, terminal, matches)));
        items.push(contextItem(loaded.project));
    }
    const configured = loaded.ok ? loaded.project.findings : loaded.findings;
    items.push(...(0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .T)(configured).filter((finding) => finding.code !== 'driver-skipped').map(itemOf));
    const blocking = items.filter((item) => item.state === 'BLOCKED').length;
    const warnings = items.filter((item) => item.state === 'warning').length;
    return {
        items, matches, findings: (0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .T)(items.flatMap((item) => item.finding ?? [])), exitCode: blocking > 0 ? _report_js__WEBPACK_IMPORTED_MODULE_9__/* .exitCodes */ .h.configuration : _report_js__WEBPACK_IMPORTED_MODULE_9__/* .exitCodes */ .h.ok,
        name: loaded.ok ? `${loaded.project.name}  ${loaded.project.file} read, ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(loaded.project.connections.length, 'connection')}` : '',
        headline: `${blocking} blocking, ${warnings} warning${warnings === 1 ? '' : 's'}, $0.00 spent${options.fast === true ? ' (--fast: nothing was opened)' : ''}`,
    };
}
/** Everything that could stop a run, with a fix each. */
async function status(given, terminal) {
    const options = given;
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_10__/* .colours */ .M)(terminal, terminal.stdout, options.color === false);
    const { items, matches, findings, exitCode, name, headline } = await runStatus(options, terminal);
    if (options.json === true) {
        const shown = items.map(({ state, what, detail, place, fix }) => ({ state, what, detail, place, fix }));
        terminal.stdout.write(`${JSON.stringify({ tool: { name: 'ktx-ci', version: _version_js__WEBPACK_IMPORTED_MODULE_11__/* .version */ .r }, fast: options.fast === true, items: shown, matches, findings, exitCode }, null, 2)}\n`);
        return exitCode;
    }
    const out = (line) => { terminal.stdout.write(`${line}\n`); };
    out(`${colour.bold('ktx-ci')} ${_version_js__WEBPACK_IMPORTED_MODULE_11__/* .version */ .r}  ${name}\n`);
    const tint = { ok: colour.green, warning: colour.yellow, BLOCKED: colour.red, skipped: colour.dim };
    const width = Math.max(8, ...items.map((item) => item.what.length));
    for (const item of items) {
        out(`  ${tint[item.state](item.state.padEnd(8))} ${item.what.padEnd(width)}  ${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(item.detail)}`);
        const more = [item.place, item.fix].filter((part) => part !== undefined && part !== '').join('  ');
        if (more !== '' && item.state !== 'ok')
            out(`  ${''.padEnd(9 + width)}  ${colour.dim((0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(more))}`);
    }
    if (matches.length > 0)
        out(`\n  match    ${matches.map((match) => `${match.from} → ${match.to} ${match.found} of ${match.of}`).join('   ')}`);
    out(`\n${headline}`);
    return exitCode;
}
function itemOf(finding) {
    const place = (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .placeText */ .Z9)(finding);
    return {
        state: finding.severity === 'error' ? 'BLOCKED' : finding.severity === 'notice' ? 'skipped' : 'warning', what: finding.code, detail: finding.message, finding,
        ...(place === '' ? {} : { place }), ...(finding.fix === '' ? {} : { fix: finding.fix }),
    };
}
/** The item of a finding about one connection. */
function named(what, finding) {
    return { ...itemOf(finding), what };
}
/** Whether the model answers: each that judging uses is asked once, for a few tokens; with --fast only what is configured. */
async function modelItems(project, terminal, options) {
    const { backend } = project.config.llm.provider;
    if (backend === 'none')
        return [{ state: 'ok', what: 'model', detail: 'none: only what parsing and data justify is written, $0' }];
    const [{ probeProject }, { modelFacts }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5713), __webpack_require__.e(6582)]).then(__webpack_require__.bind(__webpack_require__, 66582)), Promise.all(/* import() */[__webpack_require__.e(5713), __webpack_require__.e(2911)]).then(__webpack_require__.bind(__webpack_require__, 62911))]);
    const probed = await probeProject(project, { environment: terminal.environment, allowedHosts: (0,_main_js__WEBPACK_IMPORTED_MODULE_10__/* .allowedHosts */ .u)(options, terminal.environment), ask: options.fast !== true });
    const facts = modelFacts(project, terminal.environment);
    const { answered } = probed;
    const roles = new Map();
    for (const { model, role } of answered)
        roles.set(model, [...(roles.get(model) ?? []), role]);
    const models = [...roles].map(([model, of]) => {
        const time = answered.find((one) => one.model === model)?.milliseconds ?? null;
        return `${model}${roles.size > 1 ? ` (${of.join(', ')})` : ''}${time === null ? '' : ` ${(time / 1000).toFixed(1)} s`}`;
    });
    return [
        ...(models.length > 0 ? [{ state: 'ok', what: 'model', detail: `${models.join(', ')}${options.fast === true ? ', not asked' : ''}; ${facts.credential}` }] : []),
        ...probed.findings.map((finding) => named('model', finding)),
        ...(facts.ignored.length > 0 ? [{ state: 'skipped', what: 'model', detail: `${facts.ignored.join(', ')}: no effect with ${backend}` }] : []),
        { state: 'ok', what: 'sends', detail: `names, types, comments, SQL, page text to ${facts.hosts[0]?.host ?? ''}; ${facts.rows}${options.hosts === true ? '' : '    status --hosts'}` },
        ...(options.hosts === true ? facts.hosts.map((one) => ({ state: 'ok', what: 'host', detail: `${one.host}  ${one.what}` })) : []),
        ...(options.fast === true ? [] : await isolationItems(backend)),
    ];
}
/** Where the agents of a backend see the processes of this machine. */
async function isolationItems(backend) {
    const { startsAgent } = await __webpack_require__.e(/* import() */ 5713).then(__webpack_require__.bind(__webpack_require__, 25713));
    if (!startsAgent(backend))
        return [];
    const { isolationOf, namespaceFix } = await __webpack_require__.e(/* import() */ 6382).then(__webpack_require__.bind(__webpack_require__, 46382));
    const { pidNamespace, why } = await isolationOf();
    return pidNamespace ? [] : [{ state: 'warning', what: 'isolation', detail: `${backend} runs beside everything else and sees its processes: ${why ?? ''}`, fix: `${namespaceFix}; ktx-ci self-test says what it could see` }];
}
function moneyItem(project) {
    const { usd, usdPerMonth } = project.settings.budget;
    const limits = [usd > 0 ? `$${usd} a night` : 'no limit a night', usdPerMonth > 0 ? `$${usdPerMonth} a month` : 'no limit a month'].join(', ');
    const month = new Date().toISOString().slice(0, 7);
    const spent = lockOf(project)?.get('spent', month)?.['usd'];
    const used = typeof spent === 'number' ? spent : 0;
    return { state: 'ok', what: 'money', detail: `${limits}; ${month}: $${used.toFixed(2)} so far at list price${usdPerMonth > 0 ? paceText(used, usdPerMonth, new Date()) : ''}` };
}
/** How long the month's money lasts if the rest of the month (UTC) is like its beginning. */
function paceText(used, limit, now) {
    const [day, days] = [now.getUTCDate(), new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate()];
    if (used >= limit)
        return ', all of it';
    const last = used === 0 ? days : Math.floor((limit / used) * day);
    return last >= days ? ', lasts the month at this pace' : `, lasts until day ${last} at this pace`;
}
function lockOf(project) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(project.root, 'ktx.lock');
    const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? (0,_context_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .readLock */ .mF)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) : undefined;
    return read?.ok === true ? read.lock : undefined;
}
/** `env:` and `file:` in ktx.yaml: those without a value that no other line speaks of are named. */
function referenceItems(project, terminal) {
    const references = referencesIn(project.config);
    if (references.length === 0)
        return [];
    const open = references.filter((text) => !(0,_project_references_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveReference */ .s)(text, project.root, terminal.environment).ok);
    return [{ state: 'ok', what: 'values', detail: `${references.length - open.length} of ${references.length} references have one${open.length === 0 ? '' : `; without: ${open.join(', ')}`}` }];
}
/** Sorted, each once. */
function referencesIn(value) {
    if (typeof value === 'string')
        return /^(?:env|file):/.test(value.trim()) ? [value.trim()] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return [...new Set(Object.values(value).flatMap(referencesIn))].sort();
}
function skippedItem(project) {
    return project.connections.flatMap((connection) => (connection.driver === 'skipped'
        ? [{ state: 'skipped', what: connection.id, detail: `driver ${connection.options.driver}: ktx reads it, ktx-ci not yet; its context stays as it is` }] : []));
}
function fastItems(project, terminal) {
    const resolved = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveSources */ .l)(project, terminal.environment, false);
    const items = resolved.findings.map(itemOf);
    for (const connection of project.connections) {
        if (connection.driver === 'sqlite') {
            const file = resolved.sqliteFiles.get(connection.id);
            if (file === undefined)
                continue;
            items.push((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)
                ? { state: 'ok', what: connection.id, detail: 'sqlite, file is there' }
                : named(connection.id, { severity: 'error', code: 'source-unreadable', ...connection.place('path'), message: 'the database file is not there', fix: 'check the path; it is relative to the project' }));
        }
        else if (connection.driver === 'dbt') {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(project.root, connection.options.source_dir ?? '.', connection.options.path ?? '');
            items.push((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dbt_project.yml'))
                ? { state: 'ok', what: connection.id, detail: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'target', 'manifest.json')) ? 'dbt, with a manifest' : 'dbt, read from its files (no target/manifest.json)' }
                : named(connection.id, { severity: 'error', code: 'source-unreadable', ...connection.place('source_dir'), message: `no dbt_project.yml in ${connection.options.source_dir ?? '.'}`, fix: 'name the folder that holds it, relative to the project' }));
        }
    }
    return [...items, ...skippedItem(project)];
}
async function liveItems(project, terminal, matches) {
    const resolved = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveSources */ .l)(project, terminal.environment, false);
    const { gather } = await __webpack_require__.e(/* import() */ 802).then(__webpack_require__.bind(__webpack_require__, 40802));
    const { matchDbt } = await __webpack_require__.e(/* import() */ 5355).then(__webpack_require__.bind(__webpack_require__, 15355));
    // marks are not compared here, so a table counts as read before: status looks at structure, not at data
    const world = await gather({
        project, sqliteFiles: resolved.sqliteFiles, documentGlobs: project.settings.documents, now: () => performance.now(), remembered: () => undefined, profiles: false,
    });
    await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
    const items = resolved.findings.map(itemOf);
    for (const source of world.read) {
        if (source.ok)
            items.push({ state: 'ok', what: source.id, detail: `${source.driver} ${source.what}` });
    }
    const sqlite = (id) => project.connections.some((connection) => connection.id === id && connection.driver === 'sqlite');
    const pairing = matchDbt(world.tables.length === 0 ? [] : world.dbt, world.tables, sqlite, (id) => project.connections.find((connection) => connection.id === id)?.place() ?? { file: project.file });
    matches.push(...pairing.matches);
    const worth = [...world.findings, ...pairing.findings].filter((finding) => finding.severity === 'error' || finding.severity === 'warning');
    return [...items, ...worth.map(itemOf), ...skippedItem(project)];
}
function contextItem(project) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(project.root, 'ktx.lock');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return { state: 'ok', what: 'context', detail: 'no ktx.lock yet: everything is new to the first run' };
    const read = (0,_context_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .readLock */ .mF)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    if (!read.ok)
        return itemOf(read.finding);
    const units = read.lock.all('unit');
    const open = read.lock.all('unproved').length;
    const waiting = units.filter((unit) => unit.outcome === 'deferred').length;
    return { state: 'ok', what: 'context', detail: `${units.length} units known, ${waiting} waiting, ${open} expressions not proved` };
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

/***/ 10074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ resolveSources)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47184);


/**
 * Resolves what the named connections need to be read. A reference without a value is an error, or a notice where
 * `lenient` (check and --dry-run): the connection then cannot be read. It never falls back to another variable.
 */
function resolveSources(project, environment, lenient) {
    const sqliteFiles = new Map();
    const findings = [];
    for (const connection of project.connections) {
        if (connection.driver !== 'sqlite')
            continue;
        const option = connection.options.path !== undefined ? 'path' : 'url';
        const text = connection.options[option] ?? '';
        // file:PATH names a file that holds the value; file://PATH is the URL of the database itself
        const resolved = text.startsWith('file://') ? { ok: true, value: text } : (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveReference */ .s)(text, project.root, environment);
        if (!resolved.ok) {
            findings.push({
                severity: lenient ? 'notice' : 'error', code: 'reference-unresolved', ...connection.place(option),
                message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix,
            });
            continue;
        }
        sqliteFiles.set(connection.id, (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .projectPath */ .D)(project.root, filePath(resolved.value)));
    }
    return { sqliteFiles, findings };
}
/** `sqlite:///rel/or/abs.db`, `file:///abs.db` and plain paths. */
function filePath(value) {
    if (value.startsWith('file://')) {
        try {
            return (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(value);
        }
        catch {
            return value.slice('file://'.length);
        }
    }
    // three slashes: relative, four: absolute, as SQLAlchemy-style URLs have it
    return value.replace(/^sqlite:(\/\/\/)?/, '');
}


/***/ }),

/***/ 51294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this tool; test/version.test.ts holds it to package.json. */
const version = '0.2.0';


/***/ })

};
