export const id = 6355;
export const ids = [6355,3974,1593];
export const modules = {

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

/***/ 51294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this tool; test/version.test.ts holds it to package.json. */
const version = '0.2.0';


/***/ })

};
