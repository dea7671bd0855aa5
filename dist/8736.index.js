export const id = 8736;
export const ids = [8736];
export const modules = {

/***/ 49526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ endingOnSignals)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31502);

/**
 * Runs a command that starts children and has nothing to save: on SIGINT and SIGTERM this process ends with its exit handlers,
 * which end the children and remove their folders. Without it a signal ends it without them.
 */
async function endingOnSignals(run) {
    const end = (signal) => process.exit(_report_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h[signal]);
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    try {
        return await run();
    }
    finally {
        process.off('SIGINT', end);
        process.off('SIGTERM', end);
    }
}


/***/ }),

/***/ 38736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ colours),
/* harmony export */   main: () => (/* binding */ main),
/* harmony export */   u: () => (/* binding */ allowedHosts)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67375);
/* harmony import */ var _project_codex_credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4053);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36456);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51294);
/* harmony import */ var _ending_on_signals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49526);





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
const answers = (text, before = []) => {
    if (!/^[^=]+=[^=]+$/.test(text))
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('It must be the id of a question, =, and an option.');
    return [...before, text];
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
        .version(_version_js__WEBPACK_IMPORTED_MODULE_4__/* .version */ .r, '-V, --version', 'print the version')
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
        .option('--allow-unrelayed-login', 'codex without a key: your sign-in with ChatGPT, past the relay and the limits in dollars and tokens; never in GitHub Actions')
        .option('--decide <id=option...>', 'answer questions: written into ktx.decisions.yaml, and applied in this run', answers)
        .option('--derive-only', 'ask no model: write only what parsing and data justify, the rest stays due')
        .option('--record', 'keep what replay needs in the output folder, and every model request with its answer')
        .addHelpText('after', '\nExamples:\n  ktx-ci ingest --dry-run\n  ktx-ci ingest --apply && git diff\n  ktx-ci ingest --baseline origin/ktx-ci/context\n  ktx-ci ingest --force "dbt:shop/model.*"')
        .action(async (options) => {
        const { ingest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(5713), __webpack_require__.e(1744), __webpack_require__.e(6554), __webpack_require__.e(761), __webpack_require__.e(47), __webpack_require__.e(6367), __webpack_require__.e(9589), __webpack_require__.e(7741), __webpack_require__.e(8697)]).then(__webpack_require__.bind(__webpack_require__, 82488));
        code = await ingest(options, withSignIn(options, terminal));
    });
    common(program.command('status'))
        .description('everything that could stop a run, with a fix each; opens connections')
        .option('--fast', 'configuration and files only, no connection')
        .option('--hosts', 'every host that a run talks to, and what it is sent')
        .option('--allowed-hosts <host...>', 'hosts besides the provider’s own that its credential may be sent to (also: KTX_CI_ALLOWED_HOSTS)')
        .option('--allow-unrelayed-login', 'codex without a key: your sign-in with ChatGPT, past the relay and the limits in dollars and tokens; never in GitHub Actions')
        .action(async (options) => {
        const { status } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(3339), __webpack_require__.e(4470)]).then(__webpack_require__.bind(__webpack_require__, 63339));
        code = await (0,_ending_on_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .endingOnSignals */ .e)(() => status(options, withSignIn(options, terminal)));
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
        const { replay } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(5713), __webpack_require__.e(1744), __webpack_require__.e(6554), __webpack_require__.e(761), __webpack_require__.e(47), __webpack_require__.e(6367), __webpack_require__.e(9589), __webpack_require__.e(7741), __webpack_require__.e(8795)]).then(__webpack_require__.bind(__webpack_require__, 57630));
        code = await replay(recording, options, terminal);
    });
    common(program.command('check'))
        .description('is the committed context right? no model, no credential')
        .option('--base <ref>', 'what is wrong there too does not count (default: what the pull request goes into)')
        .option('--context <dir|owner/repo@ref>', 'in a dbt repository: what this change breaks in that context')
        .option('--out <dir>', 'folder of the patch that mends the context (default: .ktx/ci/<number>)')
        .option('--live', 'also run every measure, segment and join on the warehouse')
        .addHelpText('after', '\nExit codes: 0 nothing is broken, 5 something is, 2 configuration\n\nExamples:\n  ktx-ci check\n  ktx-ci check --base origin/main\n  ktx-ci check --base origin/main --context acme/ktx-context@main\n  ktx-ci check --live')
        .action(async (options) => {
        const { check } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(1744), __webpack_require__.e(6554), __webpack_require__.e(761), __webpack_require__.e(7499), __webpack_require__.e(8495)]).then(__webpack_require__.bind(__webpack_require__, 87499));
        code = await check(options, terminal);
    });
    common(program.command('explain'))
        .description('where an entry of the context comes from: whose it is, since when, its evidence and verdict')
        .argument('<entity>', 'an id, or as people write it')
        .addHelpText('after', '\nExit codes: 0, 2 no such entity\n\nExamples:\n  ktx-ci explain orders.revenue\n  ktx-ci explain measure:warehouse/orders.revenue --json\n  ktx-ci explain "orders->customers"\n  ktx-ci explain "page refund-policy"')
        .action(async (entity, options) => {
        const { explain } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(1744), __webpack_require__.e(6554), __webpack_require__.e(4702)]).then(__webpack_require__.bind(__webpack_require__, 34702));
        code = await explain(entity, options, terminal);
    });
    common(program.command('self-test'))
        .description('proves here that no agent can see the credential; sends nothing')
        .option('--strict', 'exit 2 where something cannot be checked')
        .addHelpText('after', '\nExit codes: 0 nothing was seen, 5 a credential could be seen, 2 something could not be checked (--strict)\n\nExamples:\n  ktx-ci self-test\n  ktx-ci self-test --strict --json')
        .action(async (options) => {
        const { selfTest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(5713), __webpack_require__.e(4145), __webpack_require__.e(2089)]).then(__webpack_require__.bind(__webpack_require__, 13196));
        code = await (0,_ending_on_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .endingOnSignals */ .e)(() => selfTest(options, terminal));
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
        terminal.stderr.write(`${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFinding */ .Kj)(finding, colours(terminal, terminal.stderr, args.includes('--no-color')))}\n`);
        return 2;
    }
}
/** `--allow-unrelayed-login` is for one command line: no variable of the surroundings and no file has a say. */
function withSignIn(options, terminal) {
    return { ...terminal, environment: { ...terminal.environment, [_project_codex_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .signInVariable */ .rM]: options['allowUnrelayedLogin'] === true ? '1' : undefined } };
}
/** `--allowed-hosts`, else KTX_CI_ALLOWED_HOSTS: no file of the project has a say. */
function allowedHosts(options, environment) {
    return options.allowedHosts ?? (environment['KTX_CI_ALLOWED_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== '');
}
/** Colours only where the text goes to a terminal, and never where NO_COLOR asks for none. */
function colours(terminal, to, off) {
    return (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .paint */ .nI)(!off && to.isTTY === true && !terminal.environment['NO_COLOR'] && terminal.environment['TERM'] !== 'dumb');
}
function internal(error, terminal) {
    const message = error instanceof Error ? error.message : String(error);
    const finding = { severity: 'error', code: 'internal', message: `ktx-ci failed unexpectedly: ${message}`, fix: 'please report it with the command and KTX_CI_DEBUG=1 set' };
    terminal.stderr.write(`${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFinding */ .Kj)(finding, (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .paint */ .nI)(false))}\n`);
    if (terminal.environment['KTX_CI_DEBUG'] && error instanceof Error)
        terminal.stderr.write(`${error.stack ?? ''}\n`);
    return 1;
}


/***/ }),

/***/ 11528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ entityKey),
/* harmony export */   ES: () => (/* binding */ entityOfKey),
/* harmony export */   Hw: () => (/* binding */ entityId),
/* harmony export */   ID: () => (/* binding */ joinKey),
/* harmony export */   Wz: () => (/* binding */ sortEdits),
/* harmony export */   w0: () => (/* binding */ outranks)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

const authority = { derived: 0, reconcile: 1, model: 2 };
/** Whether the first author's word on an entity stands against the second's. A person's stands against all of them. */
function outranks(a, b) {
    return authority[a] < authority[b];
}
/** Joins are the same join if they compare the same columns, however spaced or ordered. */
function joinKey(join) {
    const sides = join.on
        .split(/\s+and\s+/i)
        .map((part) => part.split('=').map(tight).sort().join('='))
        .sort();
    return `${join.to}[${sides.join('&')}]`;
}
/** Without white space, but for what stands in quotes. */
function tight(side) {
    return side.replace(/("(?:[^"]|"")*"|`[^`]*`)|\s+/g, (_, quoted) => quoted ?? '');
}
/**
 * Key of the entity inside its source, as ktx.lock files it: '' is the structure with all that follows its evidence. A
 * page is not filed as one entity but by its fields (`pageFields`).
 */
function entityKey(edit) {
    const column = 'column' in edit && edit.column !== undefined ? `.${edit.column}` : '';
    switch (edit.kind) {
        case 'source': return '';
        case 'column': return `column${column}`;
        case 'description': return `description${column}#${edit.key ?? ''}`;
        case 'property': return `property${column}#${edit.field ?? ''}`;
        case 'join': return `join:${joinKey(edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' })}`;
        case 'grain': return 'grain';
        case 'measure':
        case 'segment': return `${edit.kind}:${edit.name ?? ''}`;
        case 'page': return 'page';
    }
}
/** What a key of `entityKey` names; undefined for the structure, joins and what this version does not know. */
function entityOfKey(key) {
    if (key === 'grain')
        return { kind: 'grain' };
    const text = /^description(?:\.(.*))?#([^#]*)$/s.exec(key);
    if (text)
        return { kind: 'description', key: text[2] ?? '', ...(text[1] === undefined ? {} : { column: text[1] }) };
    const named = /^(measure|segment):(.*)$/s.exec(key);
    return named ? { kind: named[1] === 'measure' ? 'measure' : 'segment', name: named[2] ?? '' } : undefined;
}
/** Stable id of the entity that an edit changes, e.g. `join:warehouse/orders->customers[…]`. */
function entityId(edit) {
    const source = `${edit.connection}/${edit.source}`;
    const column = 'column' in edit && edit.column !== undefined ? `.${edit.column}` : '';
    switch (edit.kind) {
        case 'source': return `source:${source}`;
        case 'column': return `column:${source}${column}`;
        case 'description': return `description:${source}${column}#${edit.key ?? ''}`;
        case 'property': return `property:${source}${column}#${edit.field ?? ''}`;
        case 'join': return `join:${source}->${joinKey(edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' })}`;
        case 'grain': return `grain:${source}`;
        case 'measure':
        case 'segment': return `${edit.kind}:${source}.${edit.name ?? ''}`;
        case 'page': return `page:${edit.source}`;
    }
}
/** Edits in an order that does not depend on who made them when: by source, kind and entity, then by value. */
function sortEdits(items, editOf) {
    const keyed = items.map((item) => {
        const edit = editOf(item);
        return { item, edit, key: `${edit.connection}\u0000${edit.source}\u0000${order[edit.kind]}\u0000${entityId(edit)}` };
    });
    keyed.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.key, b.key) || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)((0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(a.edit), (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(b.edit)));
    return keyed.map(({ item }) => item);
}
const order = { source: 0, grain: 1, column: 2, description: 3, property: 4, join: 5, measure: 6, segment: 7, page: 8 };


/***/ }),

/***/ 4053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ codexCredential),
/* harmony export */   hQ: () => (/* binding */ codexSecrets),
/* harmony export */   rM: () => (/* binding */ signInVariable)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** What `--allow-unrelayed-login` sets. */
const signInVariable = 'KTX_CI_ALLOW_UNRELAYED_LOGIN';
const largestFile = 1_000_000;
/** CODEX_API_KEY, else OPENAI_API_KEY; without either the sign-in, where it is allowed, and never in GitHub Actions. */
function codexCredential(project, environment) {
    const value = environment['CODEX_API_KEY']?.trim() || environment['OPENAI_API_KEY']?.trim();
    if (value)
        return { ok: true, value };
    const missing = (more, fix) => ({ ok: false, why: `the environment has neither CODEX_API_KEY nor OPENAI_API_KEY, and ${more}`, fix, place: project.place('llm', 'provider', 'backend') });
    const key = 'set OPENAI_API_KEY to a key of the API';
    if (!isAllowed(environment))
        return missing('a sign-in with ChatGPT is not used', `${key}; on your own machine --allow-unrelayed-login uses the sign-in, past the relay`);
    if (environment['GITHUB_ACTIONS'] === 'true')
        return missing('a sign-in with ChatGPT is refused in GitHub Actions: it would go past the relay and its budget', key);
    const file = signInFile(environment);
    const found = signInOf(file);
    return found.ok ? { ok: true, signIn: { file, tokens: found.tokens } } : missing(found.why, `run codex login, or ${key}`);
}
/** Every value that is a credential of codex. */
function codexSecrets(environment) {
    const signIn = isAllowed(environment) ? signInOf(signInFile(environment)) : undefined;
    return [environment['CODEX_API_KEY'], environment['OPENAI_API_KEY'], ...(signIn?.ok === true ? signIn.tokens : [])];
}
const isAllowed = (environment) => environment[signInVariable] === '1';
const signInFile = (environment) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment['CODEX_HOME'] || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment['HOME'] || environment['USERPROFILE'] || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.codex'), 'auth.json');
function signInOf(file) {
    let read;
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).size > largestFile)
            return { ok: false, why: `${file} is too large for a sign-in` };
        read = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        return { ok: false, why: error.code === 'ENOENT' ? `there is no sign-in in ${file}` : `${file} cannot be read as a sign-in` };
    }
    const tokens = read?.tokens;
    const values = ['access_token', 'refresh_token', 'id_token'].map((name) => tokens?.[name]).filter((value) => typeof value === 'string' && value.trim() !== '');
    if (typeof tokens?.['access_token'] !== 'string' || values.length < 3)
        return { ok: false, why: `${file} holds no sign-in with ChatGPT` };
    return { ok: true, tokens: values };
}


/***/ }),

/***/ 36456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ renderEnd),
/* harmony export */   Kj: () => (/* binding */ renderFinding),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   nI: () => (/* binding */ paint),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vO: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88190);

function paint(colours) {
    const wrap = (on, off) => (text) => (colours ? `\u001b[${on}m${text}\u001b[${off}m` : text);
    return { bold: wrap(1, 22), dim: wrap(2, 22), red: wrap(31, 39), green: wrap(32, 39), yellow: wrap(33, 39) };
}
/** Outside text as one printable line: no escape sequence, no bidirectional override, no line break. */
function plain(text) {
    // eslint-disable-next-line no-control-regex
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ').trim();
}
function placeText(finding) {
    if (finding.file === undefined)
        return '';
    return [finding.file, finding.line, finding.line === undefined ? undefined : finding.column].filter((part) => part !== undefined).join(':');
}
const labels = { error: 'error', question: 'question', warning: 'warning', notice: 'notice' };
/** Two or three lines a finding: what, where and what to do. */
function renderFinding(finding, colour) {
    const tint = finding.severity === 'error' ? colour.red : finding.severity === 'notice' ? colour.dim : colour.yellow;
    const place = placeText(finding);
    const lines = [`${tint(labels[finding.severity].padEnd(8))} ${plain(finding.message)}  ${colour.dim(finding.code)}`];
    if (place !== '')
        lines.push(`         ${plain(place)}`);
    for (const { id, label, consequence } of finding.question?.options.slice(0, -1) ?? [])
        lines.push(`         ${plain(id).padEnd(2)} ${plain(label)}${colour.dim(`  ${plain(consequence)}`)}`);
    if (finding.fix !== '')
        lines.push(`         ${colour.dim('fix')} ${plain(finding.fix)}`);
    return lines.join('\n');
}
function renderFindings(findings, colour, limits) {
    const lines = [];
    const seen = new Map();
    for (const finding of findings) {
        const count = (seen.get(finding.code) ?? 0) + 1;
        seen.set(finding.code, count);
        if (count <= limits.perCode)
            lines.push(renderFinding(finding, colour));
    }
    for (const [code, count] of seen) {
        if (count > limits.perCode)
            lines.push(colour.dim(`         … and ${count - limits.perCode} more of ${code}, in report.json`));
    }
    return lines;
}
function row(label, parts, seconds) {
    const body = `${label.padEnd(8)} ${parts.map(plain).join('  ')}`;
    return seconds === undefined ? body : `${body.padEnd(96)} ${seconds.toFixed(1)} s`;
}
/** The closing lines of `ingest`. */
function renderEnd(report, outputFolder, applied, colour) {
    const lines = [];
    const tick = report.exitCode === 0 ? colour.green('✓') : report.exitCode === 4 ? colour.yellow('!') : colour.red('✗');
    const total = Object.values(report.timings).reduce((sum, ms) => sum + ms, 0) / 1000;
    lines.push(`${tick} ${colour.bold(plain(report.headline))}, ${total.toFixed(1)} s, $${report.budget.spent.usd.toFixed(2)}${report.exitCode === 0 ? '' : colour.dim(`  exit ${report.exitCode}`)}`);
    if (outputFolder !== null && report.patch.files > 0) {
        lines.push(`  look   ${outputFolder}/report.html`);
        lines.push(applied ? '  applied to the working tree: look at it with git diff' : `  take   git apply ${outputFolder}/context.patch`);
    }
    lines.push(...bill(report), ...estimateLines(report));
    return lines;
}
/** What was spent beside what was estimated, and of what. */
function bill(report) {
    const judged = report.units.filter((unit) => unit.steps > 0 || unit.usage.inputTokens > 0);
    if (judged.length === 0)
        return [];
    const { spent, limits, month } = report.budget;
    const cached = judged.reduce((sum, unit) => sum + unit.usage.cachedInputTokens, 0);
    const input = judged.reduce((sum, unit) => sum + unit.usage.inputTokens, 0);
    const waiting = report.units.filter((unit) => unit.status === 'deferred' || unit.status === 'failed').length;
    const expected = expectedOf(report, judged.map((unit) => unit.id));
    return [
        `  bill   $${spent.usd.toFixed(2)}${limits.usd > 0 ? ` of $${limits.usd}` : ''} tonight${expected === '' ? '' : ` (estimated ${expected})`}, $${month.usd.toFixed(2)}${limits.usdPerMonth > 0 ? ` of $${limits.usdPerMonth}` : ''} this month, at list price`,
        `         ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(judged.length, 'unit')} judged, ${report.units.filter((unit) => unit.due === null && !judged.includes(unit)).length} unchanged, ${waiting} waiting; ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(`${thousands(input)} tokens in (${thousands(cached)} cached), ${thousands(spent.tokens - input)} out, ${spent.steps} steps`)}`,
    ];
}
/** The share of the estimate that falls to what was judged. */
function expectedOf(report, ids) {
    const { estimate } = report;
    if (!estimate)
        return '';
    const tokens = (of) => of.reduce((sum, unit) => sum + (unit.left ? unit.left.inputTokens + 5 * unit.left.outputTokens : 0), 0);
    const all = tokens(report.units);
    const share = all === 0 ? 0 : tokens(report.units.filter((unit) => ids.includes(unit.id))) / all;
    return `$${(estimate.usd.low * share).toFixed(2)} to $${(estimate.usd.high * share).toFixed(2)}`;
}
const thousands = (count) => (count >= 10_000 ? `${Math.round(count / 1000)}k` : count.toLocaleString('en-US'));
/** What is left for a model would cost, where none was asked. */
function estimateLines(report) {
    const { estimate } = report;
    const judged = report.budget.spent.tokens > 0;
    if (!estimate || judged || report.exitCode === 3)
        return [];
    const nights = estimate.nights > 1 ? `, ${estimate.nights} nights with $${report.budget.limits.usd} a night` : '';
    return [
        '',
        `  A model ${report.backend === 'none' ? 'would add' : 'adds'} meaning, measures and pages to ${estimate.units} units, about $${estimate.usd.low.toFixed(2)} to $${estimate.usd.high.toFixed(2)}${nights}`,
        `  at list price with ${estimate.model} (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(`${Math.round(estimate.inputTokens / 1000)}k tokens in, ${Math.round(estimate.outputTokens / 1000)}k out`)}); see docs/cost.md`,
    ];
}


/***/ }),

/***/ 88190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Le: () => (/* binding */ countByKind),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   nw: () => (/* binding */ groupTitles),
/* harmony export */   qj: () => (/* binding */ actionOf)
/* harmony export */ });
/* unused harmony export describe */
/* harmony import */ var _context_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11528);

/** How changes are named and counted for people and machines. */
function actionOf(change) {
    const { edit } = change;
    if (edit.op === 'remove')
        return 'removed';
    switch (edit.kind) {
        case 'source': return change.before === undefined ? 'source_created' : 'source_updated';
        case 'measure': return 'measure_added';
        case 'join': return 'join_added';
        case 'page': return 'wiki_written';
        default: return 'source_updated';
    }
}
function plural(count, noun, many = `${noun}s`) {
    return `${count.toLocaleString('en-US')} ${count === 1 ? noun : many}`;
}
const groupTitles = {
    number: 'Can change a number',
    removed: 'Removed',
    new: 'New',
    text: 'Rewording',
    straight: 'Straight from dbt and the database',
};
function groupOf(change) {
    const { edit, before } = change;
    if (edit.op === 'remove')
        return edit.kind === 'column' || edit.kind === 'property' || (edit.kind === 'description' && edit.key !== 'ai') ? 'straight' : 'removed';
    switch (edit.kind) {
        case 'join':
        case 'grain':
        case 'measure':
        case 'segment':
            return before === undefined ? 'new' : 'number';
        case 'source':
            return 'new';
        case 'column':
            return before === undefined ? 'straight' : 'number';
        case 'page':
            return before === undefined ? 'new' : 'text';
        case 'description':
            return edit.key !== 'ai' ? 'straight' : before === undefined ? 'new' : 'text';
        case 'property':
            return 'straight';
    }
}
/** One short line about a change, without its evidence. */
function describe(change) {
    const { edit, before } = change;
    const at = 'column' in edit && edit.column !== undefined ? `${edit.source}.${edit.column}` : edit.source;
    if (edit.op === 'remove')
        return { what: removedName(edit, at), detail: 'removed' };
    switch (edit.kind) {
        case 'source': return { what: `source ${edit.source}`, detail: `${plural(edit.value.columns.length, 'column')}` };
        case 'join': {
            const was = before?.relationship;
            return { what: `join ${edit.source} → ${edit.value.to}`, detail: `${was === undefined ? '' : `${typeof was === 'string' ? was : JSON.stringify(was)} → `}${edit.value.relationship} on ${edit.value.on}` };
        }
        case 'grain': return { what: `grain of ${edit.source}`, detail: `${before === undefined ? '' : `${before.join(', ')} → `}${edit.value.join(', ')}` };
        case 'column': {
            const was = before;
            return { what: `column ${at}`, detail: was === undefined ? edit.value.type : `${String(was.type)} → ${edit.value.type}` };
        }
        case 'description': return { what: `text of ${at}`, detail: short(edit.value) };
        case 'property': return { what: `${fieldTitle(edit.field)} of ${at}`, detail: short(showValue(edit.value)) };
        case 'measure': return { what: `measure ${edit.source}.${edit.name}`, detail: short(edit.value.expr) };
        case 'segment': return { what: `segment ${edit.source}.${edit.name}`, detail: short(edit.value.expr) };
        case 'page': return { what: `page ${edit.source}`, detail: short(edit.value.summary) };
    }
}
function removedName(edit, at) {
    switch (edit.kind) {
        case 'join': return `join ${edit.source} → ${edit.join?.to ?? ''}`;
        case 'measure':
        case 'segment': return `${edit.kind} ${edit.source}.${edit.name ?? ''}`;
        case 'grain': return `grain of ${edit.source}`;
        case 'description': return `text of ${at}`;
        default: return `${edit.kind} ${at}`;
    }
}
function fieldTitle(field) {
    const titles = { 'constraints.dbt': 'constraints', 'enum_values.dbt': 'values', 'tests.dbt': 'tests', 'tags.dbt': 'tags', 'freshness.dbt': 'freshness' };
    return titles[field] ?? field;
}
function showValue(value) {
    if (Array.isArray(value))
        return value.map((item) => (typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : showValue(item))).join(', ');
    if (typeof value === 'object' && value !== null)
        return Object.entries(value).map(([key, item]) => (item === true ? key : `${key} ${showValue(item)}`)).join(', ');
    return String(value);
}
function short(text, most = 100) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
/**
 * One line a change, except that a new source takes its key and its joins into its own line, and that the second
 * direction of a join is not said again.
 */
function linesOf(changes) {
    const created = new Map();
    const lines = [];
    const name = (change) => `${change.edit.connection}/${change.edit.source}`;
    for (const change of changes)
        if (change.edit.op === 'put' && change.edit.kind === 'source')
            created.set(name(change), []);
    for (const change of changes) {
        const { edit } = change;
        if (edit.op === 'put' && edit.kind === 'join' && edit.value.relationship === 'one_to_many')
            continue;
        const own = created.get(name(change));
        if (own && edit.op === 'put' && (edit.kind === 'source' || edit.kind === 'grain' || edit.kind === 'join'))
            own.push(change);
        else
            lines.push({ ...describe(change), changes: [change] });
    }
    const sources = [...created.values()].flatMap((own) => {
        const head = own.find((change) => change.edit.kind === 'source');
        if (!head)
            return [];
        const { what, detail } = describe(head);
        const keys = head.edit.op === 'put' && head.edit.kind === 'source' ? head.edit.value.columns.filter((column) => column.pk === true).map((column) => column.name) : [];
        const key = keys.length > 0 ? [`key ${keys.join(', ')}`] : own.flatMap(({ edit }) => (edit.op === 'put' && edit.kind === 'grain' ? [`key ${edit.value.join(', ')}`] : []));
        const joins = own.flatMap(({ edit }) => (edit.op === 'put' && edit.kind === 'join' ? [`→ ${edit.value.to}${edit.value.relationship === 'one_to_one' ? ' (one to one)' : ''}`] : []));
        return [{ what, detail: [detail, ...key, ...joins].join(', '), changes: own }];
    });
    return [...sources, ...lines];
}
/** Counts by what people call things: `14 tables, 13 joins, 63 descriptions`. */
function countByKind(edits) {
    const names = [
        ['source', 'source', 'sources'], ['grain', 'key', 'keys'], ['join', 'join', 'joins'], ['column', 'column', 'columns'],
        ['description', 'description', 'descriptions'], ['property', 'property', 'properties'], ['measure', 'measure', 'measures'], ['segment', 'segment', 'segments'],
        ['page', 'page', 'pages'],
    ];
    // a join is written once from each side; people count it once
    const joins = new Set(edits.filter((edit) => edit.kind === 'join').map((edit) => joinPair(edit)));
    return names.flatMap(([kind, one, many]) => {
        const count = kind === 'join' ? joins.size : new Set(edits.filter((edit) => edit.kind === kind).map(_context_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .entityId */ .Hw)).size;
        return count === 0 ? [] : [plural(count, one, many)];
    }).join(', ');
}
function joinPair(edit) {
    if (edit.kind !== 'join')
        return '';
    const { to, on } = edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' };
    const sides = on.split(/\s+and\s+/i).map((part) => part.split('=').map((side) => side.trim()).sort().join('=')).sort().join('&');
    return [[edit.source, to].sort().join('|'), sides].join(' ');
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

/***/ 75066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ hash12),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   z4: () => (/* binding */ byText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * JSON with sorted object keys and without undefined values: equal values give equal text, whatever order they were
 * built in.
 */
function canonicalJson(value) {
    if (value === undefined)
        return 'null';
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}
/** 12 characters base64url of SHA-256 over the canonical JSON of the value: the `h` of ktx.lock. */
function hash12(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 12);
}
/** SHA-256 in hex over raw bytes or UTF-8 text. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** Order by code unit, not by locale: the same on every machine. */
function byText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ })

};
