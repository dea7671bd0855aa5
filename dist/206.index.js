export const id = 206;
export const ids = [206];
export const modules = {

/***/ 20206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  asker: () => (/* binding */ asker),
  setup: () => (/* binding */ setup)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(26848);
// EXTERNAL MODULE: ./lib/src/project/ktx-schema.js
var ktx_schema = __webpack_require__(39717);
// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
;// CONCATENATED MODULE: ./lib/src/project/setup-edits.js


/** A model to start with, by backend; undefined where only its user knows. */
const proposedModels = {
    'none': undefined, 'anthropic': 'claude-sonnet-4-6', 'vertex': 'claude-sonnet-4-6', 'gateway': 'anthropic/claude-sonnet-4.6', 'openai-compatible': undefined, 'claude-code': 'claude-sonnet-4-6', 'codex': 'gpt-5.5',
};
/** Holds what was given to what a backend needs. */
function checkAnswers(given) {
    const backend = ktx_schema/* backends */.Sq.find((name) => name === given.backend);
    if (!backend) {
        const near = given.backend === undefined ? undefined : (0,nearest/* nearest */.p)(given.backend, ktx_schema/* backends */.Sq);
        return { ok: false, message: given.backend === undefined ? 'no backend is named' : `${given.backend} is no backend`, fix: near === undefined ? `name one with --llm-backend: ${ktx_schema/* backends */.Sq.join(', ')}` : `did you mean ${near}?` };
    }
    if (backend === 'none')
        return { ok: true, answers: { backend } };
    const model = given.model?.trim() || proposedModels[backend];
    if (model === undefined)
        return { ok: false, message: `backend ${backend} needs a model`, fix: 'name it with --llm-model' };
    if (backend === 'vertex' && !given.location?.trim())
        return { ok: false, message: 'backend vertex needs a location', fix: 'name it with --vertex-location, for example us-east5 or global' };
    if (backend === 'openai-compatible' && !given.baseUrl?.trim())
        return { ok: false, message: 'backend openai-compatible needs an address', fix: 'name it with --llm-base-url, for example http://127.0.0.1:11434/v1' };
    return { ok: true, answers: { backend, model, ...(given.location ? { location: given.location.trim() } : {}), ...(given.baseUrl ? { baseUrl: given.baseUrl.trim() } : {}) } };
}
/** Sets the backend and the default model; what stands under other keys stays. */
function setupEdits({ backend, model, location, baseUrl }) {
    const provider = ['llm', 'provider'];
    return [
        { path: [...provider, 'backend'], value: backend },
        ...(location !== undefined && backend === 'vertex' ? [{ path: [...provider, 'vertex', 'location'], value: location }] : []),
        ...(baseUrl !== undefined && backend === 'openai-compatible' ? [{ path: [...provider, 'openaiCompatible', 'base_url'], value: baseUrl }] : []),
        ...(model === undefined ? [] : [{ path: ['llm', 'models', 'default'], value: model }]),
    ];
}

// EXTERNAL MODULE: ./lib/src/publish/terminal.js
var publish_terminal = __webpack_require__(36456);
// EXTERNAL MODULE: ./lib/src/report.js
var report = __webpack_require__(31502);
// EXTERNAL MODULE: ./lib/src/text/yaml-edit.js + 7 modules
var yaml_edit = __webpack_require__(71744);
// EXTERNAL MODULE: ./lib/src/commands/main.js
var main = __webpack_require__(38736);
;// CONCATENATED MODULE: ./lib/src/commands/setup-workflow.js
/** A first workflow with the least that it needs: it reads the repository and uploads one artifact. */
function workflowText({ backend }) {
    const inputs = {
        'anthropic': ['anthropic-api-key: ${{ secrets.ANTHROPIC_API_KEY }}'], 'claude-code': ['anthropic-api-key: ${{ secrets.ANTHROPIC_API_KEY }}'], 'codex': ['openai-api-key: ${{ secrets.OPENAI_API_KEY }}'],
        'gateway': ['secrets: |', '  AI_GATEWAY_API_KEY=${{ secrets.AI_GATEWAY_API_KEY }}'],
    };
    const lines = [...(inputs[backend] ?? []), ...(backend === 'none' ? [] : ['max-usd: 2', 'max-usd-month: 25'])];
    return `# Every night: what changed in the sources, as a patch in the artifact. On a pull request: is the committed context right?
name: context
on:
  schedule:
    - cron: '17 3 * * *'
  workflow_dispatch:
  pull_request:
permissions:
  contents: read
concurrency:
  group: context-\${{ github.ref }}
jobs:
  context:
    runs-on: ubuntu-latest
    timeout-minutes: 75
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: OWNER/ktx-ci@VERSION # pin it, and every action, to a commit
${lines.length === 0 ? '' : `        with:\n${lines.map((line) => `          ${line}\n`).join('')}`}`;
}

;// CONCATENATED MODULE: ./lib/src/commands/setup.js










/** Writes or edits ktx.yaml, and where asked a workflow; everything else in the file stays byte for byte. Returns the exit code. */
async function setup(given, terminal) {
    const options = given;
    const colour = (0,main/* colours */.M)(terminal, terminal.stderr, options.color === false);
    const refuse = (finding) => {
        if (options.json === true)
            terminal.stdout.write(`${JSON.stringify({ changed: [], findings: [finding] }, null, 2)}\n`);
        terminal.stderr.write(`${(0,publish_terminal/* renderFinding */.Kj)(finding, colour)}\n`);
        return report/* exitCodes */.h.configuration;
    };
    const asks = options.input !== false && options.json !== true && terminal.ask !== undefined;
    const named = options.llmBackend === undefined && asks ? await ask(terminal, options) : answersOf(options);
    const checked = checkAnswers(named);
    if (!checked.ok)
        return refuse({ severity: 'error', code: 'usage', message: checked.message, fix: checked.fix });
    const root = (0,external_node_path_.resolve)(terminal.cwd, options.projectDir ?? terminal.environment['KTX_PROJECT_DIR'] ?? '.');
    const file = (0,external_node_path_.join)(root, 'ktx.yaml');
    const before = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, 'utf8') : firstFile(root);
    const edited = (0,yaml_edit/* editYaml */.a)(before, setupEdits(checked.answers));
    if (!edited.ok) {
        return refuse({ severity: 'error', code: 'config-syntax', file: 'ktx.yaml', line: edited.problem.line, column: edited.problem.column, message: `ktx.yaml cannot be edited here: ${edited.problem.message}`, fix: 'mend the YAML at this place, or set llm by hand' });
    }
    const changed = [];
    if (!(0,external_node_fs_.existsSync)(file) || edited.text !== before) {
        writeWhole(file, edited.text);
        changed.push('ktx.yaml');
    }
    const workflow = (0,external_node_path_.join)(root, '.github', 'workflows', 'ktx-ci.yml');
    if (options.workflow === true && !(0,external_node_fs_.existsSync)(workflow)) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(workflow), { recursive: true });
        writeWhole(workflow, workflowText(checked.answers));
        changed.push('.github/workflows/ktx-ci.yml');
    }
    setup_report(changed, checked.answers, (0,external_node_path_.relative)(terminal.cwd, root) || '.', options, terminal);
    return report/* exitCodes */.h.ok;
}
function answersOf(options) {
    const { llmBackend, llmModel, llmBaseUrl, vertexLocation } = options;
    return { ...(llmBackend === undefined ? {} : { backend: llmBackend }), ...(llmModel === undefined ? {} : { model: llmModel }), ...(llmBaseUrl === undefined ? {} : { baseUrl: llmBaseUrl }), ...(vertexLocation === undefined ? {} : { location: vertexLocation }) };
}
async function ask(terminal, options) {
    const question = terminal.ask;
    if (!question)
        return answersOf(options);
    const backend = (await question(`Which model backend? ${ktx_schema/* backends */.Sq.join(', ')} [anthropic] `)).trim() || 'anthropic';
    const known = ktx_schema/* backends */.Sq.find((name) => name === backend);
    if (known === undefined || known === 'none')
        return { backend };
    const proposal = proposedModels[known];
    const model = options.llmModel ?? (await question(`Which model?${proposal === undefined ? '' : ` [${proposal}]`} `));
    const location = known === 'vertex' ? (options.vertexLocation ?? (await question('Which location? [us-east5] '))).trim() || 'us-east5' : undefined;
    const baseUrl = known === 'openai-compatible' ? options.llmBaseUrl ?? (await question('At which address? [http://127.0.0.1:11434/v1] ')).trim() : undefined;
    return { backend, model, ...(location === undefined ? {} : { location }), ...(baseUrl === undefined ? {} : { baseUrl: baseUrl || 'http://127.0.0.1:11434/v1' }) };
}
/** A project that has none yet: a dbt project here is its first connection. */
function firstFile(root) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'dbt_project.yml')) ? 'connections:\n  dbt:\n    driver: dbt\n    source_dir: .\n' : 'connections: {}\n';
}
/** Beside its place and renamed: never half a file. */
function writeWhole(file, text) {
    const partial = `${file}.partial`;
    (0,external_node_fs_.writeFileSync)(partial, text);
    (0,external_node_fs_.renameSync)(partial, file);
}
const secretOf = { 'anthropic': 'ANTHROPIC_API_KEY', 'claude-code': 'ANTHROPIC_API_KEY', 'codex': 'OPENAI_API_KEY', 'gateway': 'AI_GATEWAY_API_KEY' };
function setup_report(changed, answers, root, options, terminal) {
    if (options.json === true) {
        terminal.stdout.write(`${JSON.stringify({ changed, backend: answers.backend, model: answers.model ?? null, findings: [] }, null, 2)}\n`);
        return;
    }
    if (options.quiet === true)
        return;
    const secret = secretOf[answers.backend];
    const lines = [
        ...changed.map((file) => `wrote    ${root === '.' ? '' : `${root}/`}${file}`),
        ...(changed.length === 0 ? ['nothing to change'] : []),
        `llm      backend ${answers.backend}${answers.model === undefined ? '' : `, model ${answers.model}`}`,
        ...(secret === undefined ? [] : [`secret   ${secret} in the environment, or as a secret of the repository; never in ktx.yaml`]),
        `next     ktx-ci status                       ${answers.backend === 'none' ? 'what could stop a run' : 'asks the model for a word'}`,
        '         ktx-ci ingest --dry-run             what a night would do, and its price',
    ];
    terminal.stderr.write(`${lines.join('\n')}\n`);
}
/** Asks a person on the terminal; undefined where there is none. */
function asker(input, output) {
    if (!input.isTTY || !output.isTTY)
        return undefined;
    return async (question) => {
        const lines = (0,promises_.createInterface)({ input, output });
        try {
            return await lines.question(question);
        }
        finally {
            lines.close();
        }
    };
}


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


/***/ })

};
