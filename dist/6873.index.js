export const id = 6873;
export const ids = [6873,4470,8495,2089,7458];
export const modules = {

/***/ 46873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
;// CONCATENATED MODULE: ./lib/src/action/events.js

const commands = ['ingest', 'check', 'status', 'self-test'];
/** In the design, and not part of this version. */
const laterCommands = ['publish', 'respond'];
/** They ask a person, or need the output folder of a run with --record, which the action does not make. */
const terminalCommands = ['setup', 'replay'];
/**
 * Which command this event starts. Who caused a scheduled run is never asked: its actor is whoever last touched the
 * workflow file, or a bot.
 */
function decideCommand(event, wanted) {
    const untrusted = isUntrusted(event);
    if (wanted === '') {
        const command = defaultCommand(event);
        return command === undefined ? { ok: false, finding: undecided(event) } : { ok: true, command, untrusted };
    }
    const command = commands.find((one) => one === wanted);
    if (command === undefined)
        return { ok: false, finding: unknown(wanted) };
    if (command === 'ingest' && untrusted)
        return { ok: false, finding: refused(event) };
    return { ok: true, command, untrusted };
}
function defaultCommand(event) {
    switch (event.name) {
        case 'schedule':
        case 'workflow_dispatch':
        case 'repository_dispatch': return 'ingest';
        case 'push': return isDefaultBranch(event) ? 'ingest' : undefined;
        case 'pull_request':
        case 'merge_group': return 'check';
        default: return undefined;
    }
}
/** Events that somebody without write permission can cause, or that run on what they wrote. */
function isUntrusted(event) {
    if (event.name.startsWith('pull_request') || event.name === 'issue_comment')
        return true;
    if (event.name !== 'workflow_run')
        return false;
    const head = at(event.payload, 'workflow_run', 'head_repository', 'full_name');
    return typeof head !== 'string' || event.repository === '' || head.toLowerCase() !== event.repository.toLowerCase();
}
function isDefaultBranch(event) {
    const branch = at(event.payload, 'repository', 'default_branch');
    return typeof branch === 'string' && branch !== '' && event.ref === `refs/heads/${branch}`;
}
function at(value, ...path) {
    let found = value;
    for (const step of path) {
        if (found === null || typeof found !== 'object' || !Object.hasOwn(found, step))
            return undefined;
        found = found[step];
    }
    return found;
}
const shown = (event) => (event.name === 'push' ? `a push to ${event.ref.replace(/^refs\/(heads|tags)\//, '')}` : event.name === '' ? 'no event' : event.name);
function undecided(event) {
    const fit = isUntrusted(event) ? 'check' : 'ingest (or check)';
    return {
        severity: 'error', code: 'event-refused', message: `${shown(event)} does not say whether to ingest or to check`,
        fix: `add \`command: ${fit}\` under \`with:\` of this step`,
    };
}
function refused(event) {
    return {
        severity: 'error', code: 'event-refused', message: `ingest does not run on ${event.name}${event.name === 'workflow_run' ? ' of another repository' : ''}: a stranger could start it with your credentials`,
        fix: 'write `command: check` for this event, and run ingest on `schedule` or `workflow_dispatch`',
    };
}
function unknown(wanted) {
    if (laterCommands.includes(wanted)) {
        return { severity: 'error', code: 'not-implemented', message: `the command ${wanted} is not part of this version`, fix: `use one of ${commands.join(', ')}` };
    }
    if (terminalCommands.includes(wanted)) {
        return { severity: 'error', code: 'usage', message: `${wanted} is a command of the terminal, not of the action`, fix: `use one of ${commands.join(', ')}, or run npx ktx-ci ${wanted} yourself` };
    }
    const near = (0,nearest/* nearest */.p)(wanted, [...commands, ...laterCommands]);
    return { severity: 'error', code: 'usage', message: `there is no command ${wanted.slice(0, 80)}`, fix: near ? `did you mean ${near}?` : `use one of ${commands.join(', ')}` };
}

;// CONCATENATED MODULE: ./lib/src/action/secrets.js
const named = /^([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$/s;
function readSecrets(text) {
    const values = new Map();
    const findings = [];
    const odd = [];
    const lines = text.split(/\r\n|\r|\n/);
    for (let at = 0; at < lines.length; at += 1) {
        const line = (lines[at] ?? '').trimStart();
        if (line.trim() === '')
            continue;
        const [, name = '', operator, rest = ''] = named.exec(line) ?? [];
        if (operator === undefined) {
            odd.push(line);
            findings.push(broken(at, 'is neither NAME=value nor the start of a NAME<<END block', 'write a value of several lines as NAME<<END, its lines, and END'));
            continue;
        }
        if (operator === '=') {
            values.set(name, rest);
            continue;
        }
        const end = rest.trim();
        const close = end === '' ? -1 : lines.findIndex((one, index) => index > at && one.trim() === end);
        if (close < 0) {
            odd.push(...lines.slice(at));
            findings.push(broken(at, `starts a block for ${name} that is never closed`, end === '' ? 'name the line that ends it, as in NAME<<END' : 'end it with a line that holds only the word after <<'));
            break;
        }
        values.set(name, lines.slice(at + 1, close).join('\n'));
        at = close;
    }
    return { values, masked: [...[...values.values()].flatMap(maskedForms), ...odd.flatMap(maskedForms)], findings };
}
/** A value as it is and line by line. A line without a letter or digit (`{`, `},`) is no secret, and masking it would shred the log. */
function maskedForms(value) {
    const lines = value.split(/\r\n|\r|\n/);
    const forms = lines.length > 1 ? [value, ...lines, ...lines.map((line) => line.trim())] : [value, value.trim()];
    return [...new Set(forms)].filter((form) => /[\p{L}\p{N}]/u.test(form));
}
function broken(index, what, fix) {
    return { severity: 'error', code: 'config-value', message: `line ${index + 1} of the secrets input ${what}`, fix };
}

;// CONCATENATED MODULE: ./lib/src/action/inputs.js


/** The inputs of action.yml. test/action/metadata.test.ts holds the two to each other. */
const inputNames = [
    'project-dir', 'command', 'config', 'base', 'context', 'anthropic-api-key', 'openai-api-key', 'secrets', 'max-usd', 'max-usd-month', 'max-tokens',
    'max-steps', 'max-minutes', 'publish', 'artifact', 'allowed-hosts', 'fail-on', 'github-token',
];
/** Inputs whose value is a secret as a whole, and the environment name under which `env:` finds it. */
const secretInputs = [['anthropic-api-key', 'ANTHROPIC_API_KEY'], ['openai-api-key', 'OPENAI_API_KEY'], ['github-token', 'GITHUB_TOKEN']];
const failOnValues = ['failed', 'incomplete', 'findings', 'never'];
const publishValues = ['none', 'auto', 'pull-request'];
const variable = (name) => `INPUT_${name.toUpperCase()}`;
/** What must be masked: nothing may be logged, and nothing else be looked at, before that is done. */
function maskedValues(environment) {
    const keys = secretInputs.map(([name]) => environment[variable(name)] ?? '');
    return [...new Set([...keys.flatMap(maskedForms), ...readSecrets(environment['INPUT_SECRETS'] ?? '').masked])];
}
/** Reads the inputs out of the environment in which the runner puts them. Nothing is logged and nothing is changed. */
function readInputs(environment) {
    const findings = [];
    const text = (name) => (environment[variable(name)] ?? '').trim();
    const refuse = (name, takes) => {
        findings.push({ severity: 'error', code: 'config-value', message: `the input ${name} takes ${takes}`, fix: `correct ${name} under \`with:\` in the workflow` });
    };
    const number = (name, whole) => {
        if (text(name) === '')
            return undefined;
        const value = Number(text(name));
        if (Number.isFinite(value) && value >= 0 && (!whole || Number.isInteger(value)))
            return value;
        refuse(name, whole ? 'a whole number of at least 0' : 'a number of at least 0');
        return undefined;
    };
    const one = (name, values) => {
        if (text(name) === '')
            return undefined;
        const found = values.find((value) => value === text(name));
        if (found === undefined)
            refuse(name, values.join(', '));
        return found;
    };
    const artifact = one('artifact', ['true', 'false']) ?? 'true';
    const publish = one('publish', publishValues) ?? 'auto';
    const failOn = one('fail-on', failOnValues);
    const options = present({
        projectDir: text('project-dir'), config: text('config'), maxUsd: number('max-usd', false), maxUsdMonth: number('max-usd-month', false),
        maxTokens: number('max-tokens', true), maxSteps: number('max-steps', true), maxMinutes: number('max-minutes', false),
    });
    const check = { ...(text('base') === '' ? {} : { base: text('base') }), ...(text('context') === '' ? {} : { context: text('context') }) };
    const secrets = readSecrets(environment['INPUT_SECRETS'] ?? '');
    findings.push(...secrets.findings, ...unknownInputs(environment));
    return {
        command: text('command'), options, check, publish, artifact: artifact === 'true', failOn,
        secrets: [...new Set([...secretInputs.map(([name]) => text(name)), ...secrets.values.values()])].filter((value) => value !== ''),
        environment: environmentOf(environment, secrets.values, text('allowed-hosts')), findings,
    };
}
function environmentOf(environment, secrets, allowedHosts) {
    const own = Object.entries(environment).filter(([name]) => !name.startsWith('INPUT_'));
    const keys = secretInputs.flatMap(([input, name]) => (environment[variable(input)]?.trim() ? [[name, environment[variable(input)]]] : []));
    return Object.fromEntries([...own, ...keys, ...(allowedHosts === '' ? [] : [['KTX_CI_ALLOWED_HOSTS', allowedHosts]]), ...secrets]);
}
/** The runner passes on what a workflow wrote, also what this action does not know. */
function unknownInputs(environment) {
    const known = new Set(inputNames.map(variable));
    return Object.keys(environment).filter((name) => name.startsWith('INPUT_') && !known.has(name)).sort().map((name) => {
        const written = name.slice('INPUT_'.length).toLowerCase();
        const near = (0,nearest/* nearest */.p)(written, inputNames);
        return {
            severity: 'warning', code: 'config-unknown-key', message: `this action has no input ${written}, so it has no effect`,
            fix: near ? `did you mean ${near}?` : `inputs are ${inputNames.join(', ')}`,
        };
    });
}
/** Without what was left empty. */
function present(options) {
    return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ''));
}

;// CONCATENATED MODULE: ./lib/src/action/log.js
/**
 * Text for the log of a step. The runner takes a line that begins with `::`, and `##[` anywhere in a line, for a command:
 * what warehouses, models and documents say must not become one.
 */
function withoutCommands(text) {
    return text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}

// EXTERNAL MODULE: ./lib/src/report.js
var src_report = __webpack_require__(31502);
;// CONCATENATED MODULE: ./lib/src/action/outputs.js


/** The step's outputs, all but `artifact-id`, which is known last. What does not apply is empty. */
function outputsOf(outcome) {
    const { report, folder } = outcome;
    const sum = (field) => (report?.units ?? []).reduce((total, unit) => total + unit.usage[field], 0);
    return {
        'status': report?.status ?? (outcome.exitCode === src_report/* exitCodes */.h.ok ? 'complete' : 'failed'),
        'headline': outcome.headline.replace(/\s+/g, ' '),
        'changed': String(report === undefined ? folder !== undefined : report.patch.files > 0),
        'report-path': folder === undefined || report === undefined ? '' : (0,external_node_path_.join)(folder, 'report.json'),
        'patch-path': folder === undefined ? '' : (0,external_node_path_.join)(folder, 'context.patch'),
        'pull-request-number': report?.publication.pullRequest?.toString() ?? '',
        'pull-request-url': '',
        'pull-request-operation': 'none',
        'commits-verified': '',
        'input-tokens': String(sum('inputTokens')),
        'output-tokens': String(sum('outputTokens')),
        'cost-usd': (report?.budget.spent.usd ?? 0).toFixed(4),
        'failure-code': outcome.findings.find((finding) => finding.severity === 'error')?.code ?? '',
    };
}

;// CONCATENATED MODULE: ./lib/src/action/verdict.js

/** What the step ends with: 0 where `fail-on` lets it pass, the command's own exit code where not. */
function stepExitCode(exitCode, findings, command, failOn) {
    // A credential that can be seen is none of the findings about a context that a team may live with.
    const passes = exitCode === src_report/* exitCodes */.h.broken && command !== 'self-test';
    switch (failOn ?? (command === 'check' || command === 'self-test' ? 'findings' : 'failed')) {
        case 'never': return 0;
        case 'failed': return exitCode === src_report/* exitCodes */.h.incomplete || passes ? 0 : exitCode;
        case 'incomplete': return passes ? 0 : exitCode;
        case 'findings': return exitCode === src_report/* exitCodes */.h.incomplete || exitCode === 0 ? (findings.some((finding) => finding.severity === 'error') ? src_report/* exitCodes */.h.broken : 0) : exitCode;
    }
}

// EXTERNAL MODULE: ./lib/src/commands/ending-on-signals.js
var ending_on_signals = __webpack_require__(49526);
// EXTERNAL MODULE: ./lib/src/publish/terminal.js
var publish_terminal = __webpack_require__(36456);
;// CONCATENATED MODULE: ./lib/src/publish/annotations.js


const mostOfAKind = 10;
/** The runner cuts at 4,096. */
const longestMessage = 3_900;
const kinds = { error: 'error', question: 'warning', warning: 'warning', notice: 'notice' };
const plurals = { error: ['error', 'errors'], warning: ['warning', 'warnings'], notice: ['notice', 'notices'] };
/**
 * What to show, in the order of the findings (sortFindings ranks them), and how much of each kind was left out.
 * @param prefix the project inside its repository: '' or `analytics/`
 */
function annotationsOf(findings, prefix) {
    const shown = [];
    const more = [];
    for (const kind of ['error', 'warning', 'notice']) {
        const members = findings.filter((finding) => kinds[finding.severity] === kind);
        shown.push(...members.slice(0, mostOfAKind).map((finding) => annotationOf(finding, prefix)));
        const rest = members.length - mostOfAKind;
        if (rest > 0)
            more.push(`${rest} more ${plurals[kind][rest === 1 ? 0 : 1]}`);
    }
    return { shown, more: more.length === 0 ? null : `${more.join(', ')} in the report` };
}
function annotationOf(finding, prefix) {
    const text = (0,publish_terminal/* plain */.pj)(finding.fix === '' ? finding.message : `${finding.message}. ${finding.fix}`);
    const file = finding.file === undefined ? undefined : external_node_path_.posix.normalize(`${prefix}${finding.file}`);
    const place = file === undefined || file.startsWith('../') || file.startsWith('/') ? {} : {
        file, ...(finding.line === undefined ? {} : { line: finding.line, ...(finding.column === undefined ? {} : { column: finding.column }) }),
    };
    return {
        kind: kinds[finding.severity], title: `ktx-ci: ${finding.code}`,
        message: text.length > longestMessage ? `${text.slice(0, longestMessage)}…`.toWellFormed() : text, ...place,
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/artifact.js


function artifactName(key) {
    const part = (text) => text.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60) || '0';
    return ['ktx-ci', key.runId, key.job, key.attempt, key.nonce].map(part).join('-');
}
/** The files of an output folder that may leave the machine: no transcript, no recording, no link. Sorted. */
function artifactFiles(folder) {
    return (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'transcript.jsonl' && !entry.name.endsWith('.partial'))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .filter((path) => !path.slice(folder.length).split(external_node_path_.sep).includes('recording'))
        .sort();
}
/**
 * Uploads an output folder as one artifact. A failure is a finding: the work lies in the folder and is not lost. GitHub
 * Enterprise Server has another artifact service, which the toolkit does not speak.
 * @param seconds how long to wait at most: the toolkit itself waits for an answer without end
 */
async function uploadArtifact(folder, name, serverUrl, seconds) {
    if (isEnterpriseServer(serverUrl)) {
        return { ok: false, finding: { severity: 'notice', code: 'artifact-failed', message: `${serverUrl} has no artifact service that this action can use; the output folder is ${folder}`, fix: 'upload it with actions/upload-artifact@v3 in a later step, and set `artifact: false`' } };
    }
    try {
        const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 584).then(__webpack_require__.bind(__webpack_require__, 20584));
        const answer = await within(seconds, new DefaultArtifactClient().uploadArtifact(name, artifactFiles(folder), folder));
        if (answer === 'late')
            return { ok: false, finding: failed(`the service gave no answer in ${seconds} seconds`, folder) };
        const { id } = answer;
        return id === undefined ? { ok: false, finding: failed('the service gave no id', folder) } : { ok: true, id, name };
    }
    catch (error) {
        return { ok: false, finding: failed(error instanceof Error ? error.message : String(error), folder) };
    }
}
/** As the toolkit tells it, which would refuse with a warning of its own. */
function isEnterpriseServer(serverUrl) {
    const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname.toLowerCase() : '';
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
async function within(seconds, work) {
    let timer;
    const late = new Promise((resolve) => { timer = setTimeout(() => { resolve('late'); }, seconds * 1000); });
    try {
        return await Promise.race([work, late]);
    }
    finally {
        clearTimeout(timer);
    }
}
function failed(why, folder) {
    return { severity: 'warning', code: 'artifact-failed', message: `the output folder could not be uploaded: ${why.slice(0, 500)}`, fix: `it lies in ${folder}: upload it in a later step, or run the job again` };
}

// EXTERNAL MODULE: ./lib/src/text/markup.js
var markup = __webpack_require__(7458);
;// CONCATENATED MODULE: ./lib/src/publish/checks-summary.js

const states = { ok: 'ok', leak: '**LEAK**', unknown: 'cannot be checked here' };
const rank = { leak: 0, unknown: 1, ok: 2 };
/** Markdown for a self-test: a headline and a row for each check, leaks first, with what to do. */
function renderChecksSummary(headline, checks) {
    const cell = (text) => (0,markup/* neutral */.SY)(text).replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 2_000);
    const rows = [...checks].sort((a, b) => rank[a.state] - rank[b.state])
        .map(({ id, state, detail, fix }) => `| ${cell(id)} | ${states[state]} | ${cell(detail)}${state === 'ok' || fix === undefined ? '' : ` *${cell(fix)}*`} |`);
    return [`## ktx-ci: ${cell(headline)}`, '', '| Check | | |', '|---|---|---|', ...rows, ''].join('\n');
}

// EXTERNAL MODULE: ./lib/src/publish/wording.js
var wording = __webpack_require__(88190);
;// CONCATENATED MODULE: ./lib/src/publish/findings-summary.js



const mostLines = 60;
/** Markdown for a run that has no report: a headline and the findings, the most severe first. */
function renderFindingsSummary(headline, findings) {
    const line = (text) => (0,markup/* neutral */.SY)(text).replace(/\s+/g, ' ').slice(0, 2_000);
    const shown = findings.slice(0, mostLines).map((finding) => {
        const place = (0,publish_terminal/* placeText */.Z9)(finding);
        return `- **${finding.severity}** ${line(finding.message)}${place === '' ? '' : ` (${line(place)})`}${finding.fix === '' ? '' : ` *${line(finding.fix)}*`}`;
    });
    const rest = findings.length - shown.length;
    return [`## ktx-ci: ${line(headline)}`, ...(shown.length === 0 ? [] : ['', ...shown]), ...(rest > 0 ? ['', `… and ${(0,wording/* plural */.LS)(rest, 'more finding')} in the log.`] : []), ''].join('\n');
}

// EXTERNAL MODULE: ./lib/src/publish/git.js
var git = __webpack_require__(90230);
// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
;// CONCATENATED MODULE: ./lib/src/action.js



















/** GitHub entry: inputs → command → outputs. */
/** Large folders over slow lines included; KTX_CI_ARTIFACT_SECONDS overrides it. */
const artifactSeconds = 300;
/** Runs the step to its end: the exit code, the outputs, the summary, the annotations and the artifact are its result. */
async function action() {
    for (const value of maskedValues(process.env))
        core.setSecret(value);
    const inputs = readInputs(process.env);
    for (const name of Object.keys(process.env))
        if (name.startsWith('INPUT_'))
            Reflect.deleteProperty(process.env, name);
    const terminal = logTerminal(inputs);
    const event = readEvent(process.env);
    const decision = decideCommand(event, inputs.command);
    const refused = [...inputs.findings.filter((finding) => finding.severity === 'error'), ...(decision.ok ? [] : [decision.finding])];
    const outcome = decision.ok && refused.length === 0 ? await perform(decision.command, decision.untrusted, inputs, terminal) : refusal(refused, terminal);
    const noticed = [...inputs.findings.filter((finding) => finding.severity !== 'error'), ...publishFindings(inputs)];
    const exitCode = stepExitCode(outcome.exitCode, outcome.findings, decision.ok ? decision.command : 'ingest', inputs.failOn);
    process.exitCode = exitCode;
    const outputs = outputsOf({ ...outcome, headline: (0,redact/* redact */.E)(outcome.headline, inputs.secrets) });
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
    if (process.env['GITHUB_STEP_SUMMARY'])
        await core.summary.addRaw((0,redact/* redact */.E)(outcome.summary, inputs.secrets)).write();
    const uploaded = await upload(inputs, outcome);
    core.setOutput('artifact-id', uploaded?.ok === true ? uploaded.id : '');
    await annotate([...outcome.findings, ...noticed, ...(uploaded?.ok === false ? [uploaded.finding] : [])], inputs, terminal);
}
async function perform(command, untrusted, inputs, terminal) {
    try {
        switch (command) {
            case 'ingest': {
                const { runIngest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(5713), __webpack_require__.e(1744), __webpack_require__.e(6554), __webpack_require__.e(761), __webpack_require__.e(47), __webpack_require__.e(6367), __webpack_require__.e(9589), __webpack_require__.e(7741), __webpack_require__.e(5939)]).then(__webpack_require__.bind(__webpack_require__, 82488));
                const out = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'ktx-ci-'));
                const { exitCode, findings, result } = await runIngest({ ...inputs.options, out, color: false }, terminal, inputs.secrets);
                const headline = result?.report.headline ?? 'the configuration is wrong; nothing was spent';
                return {
                    exitCode, headline, findings, summary: result?.summary ?? renderFindingsSummary(headline, findings),
                    ...(result === undefined ? {} : { report: result.report }), ...(result?.folder ? { folder: result.folder.path } : {}),
                };
            }
            case 'check': {
                const { runCheck } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(1744), __webpack_require__.e(6554), __webpack_require__.e(761), __webpack_require__.e(7499), __webpack_require__.e(6355)]).then(__webpack_require__.bind(__webpack_require__, 87499));
                const out = (0,external_node_path_.join)(process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), `ktx-ci-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`);
                const { exitCode, findings, headline, folder } = await runCheck({ ...inputs.options, ...inputs.check, out, color: false }, terminal);
                for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, (0,publish_terminal/* paint */.nI)(false), { perCode: 20 }))
                    terminal.stdout.write(`${line}\n`);
                terminal.stdout.write(`${headline}\n`);
                return { exitCode, headline, findings, summary: renderFindingsSummary(headline, findings), ...(folder === undefined ? {} : { folder }) };
            }
            case 'status': {
                const { runStatus } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(3339), __webpack_require__.e(3974)]).then(__webpack_require__.bind(__webpack_require__, 63339));
                const { exitCode, findings, headline } = await (0,ending_on_signals/* endingOnSignals */.e)(() => runStatus({ ...inputs.options, fast: untrusted }, terminal));
                for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, (0,publish_terminal/* paint */.nI)(false), { perCode: 20 }))
                    terminal.stdout.write(`${line}\n`);
                terminal.stdout.write(`${headline}\n`);
                return { exitCode, headline, findings, summary: renderFindingsSummary(headline, findings) };
            }
            case 'self-test': {
                const { renderChecks, runSelfTest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(8533), __webpack_require__.e(5713), __webpack_require__.e(4145), __webpack_require__.e(1593)]).then(__webpack_require__.bind(__webpack_require__, 13196));
                const { exitCode, findings, headline, checks } = await (0,ending_on_signals/* endingOnSignals */.e)(() => runSelfTest({ ...inputs.options, strict: inputs.failOn === 'incomplete', cwd: terminal.cwd, environment: terminal.environment }));
                for (const line of [...renderChecks(checks, (0,publish_terminal/* paint */.nI)(false)), '', headline])
                    terminal.stdout.write(`${line}\n`);
                return { exitCode, headline, findings, summary: renderChecksSummary(headline, checks) };
            }
        }
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (core.isDebug() && error instanceof Error)
            terminal.stderr.write(`${error.stack ?? ''}\n`);
        const findings = [{ severity: 'error', code: 'internal', message: `ktx-ci failed unexpectedly: ${message}`, fix: 'please report it, with the log of a run with debug logging' }];
        return { exitCode: src_report/* exitCodes */.h.failed, headline: 'ktx-ci failed unexpectedly', findings, summary: renderFindingsSummary('it failed unexpectedly', findings) };
    }
}
function refusal(findings, terminal) {
    for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, (0,publish_terminal/* paint */.nI)(false), { perCode: 20 }))
        terminal.stderr.write(`${line}\n`);
    const headline = findings[0]?.message ?? 'nothing was started';
    return { exitCode: src_report/* exitCodes */.h.configuration, headline, findings, summary: renderFindingsSummary('nothing was started', findings) };
}
function publishFindings(inputs) {
    if (inputs.publish !== 'pull-request')
        return [];
    return [{ severity: 'warning', code: 'publish-unavailable', message: 'this version opens no pull request: the patch is in the artifact', fix: 'set `publish: auto`, and apply the patch with git apply' }];
}
/** Everything goes to the log, and nothing in it can be taken for a command of the runner. */
function logTerminal(inputs) {
    const log = { write: (text) => process.stdout.write(withoutCommands(text)) };
    const group = (title) => {
        core.startGroup(title);
        return () => core.endGroup();
    };
    return { cwd: process.cwd(), environment: inputs.environment, stdout: log, stderr: log, group };
}
function readEvent(environment) {
    let payload;
    try {
        payload = JSON.parse((0,external_node_fs_.readFileSync)(environment['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        // No payload, or one that is no JSON: whatever rests on it is not so.
    }
    return { name: environment['GITHUB_EVENT_NAME'] ?? '', ref: environment['GITHUB_REF'] ?? '', repository: environment['GITHUB_REPOSITORY'] ?? '', payload };
}
async function upload(inputs, outcome) {
    if (!inputs.artifact || outcome.folder === undefined)
        return undefined;
    const { GITHUB_RUN_ID: runId = '', GITHUB_JOB: job = '', GITHUB_RUN_ATTEMPT: attempt = '', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
    return uploadArtifact(outcome.folder, artifactName({ runId, job, attempt, nonce: (0,external_node_crypto_.randomUUID)().slice(0, 8) }), server, Number(process.env['KTX_CI_ARTIFACT_SECONDS']) || artifactSeconds);
}
async function annotate(findings, inputs, terminal) {
    const root = (0,external_node_path_.resolve)(terminal.cwd, inputs.options.projectDir ?? terminal.environment['KTX_PROJECT_DIR'] ?? '.');
    const inWorkspace = (0,external_node_path_.relative)(process.env['GITHUB_WORKSPACE'] ?? terminal.cwd, root).split(external_node_path_.sep).join('/');
    const prefix = (await (0,git/* git */.$Y)(root, ['rev-parse', '--show-prefix']))?.trim() ?? (inWorkspace === '' ? '' : `${inWorkspace}/`);
    const { shown, more } = annotationsOf(findings, prefix);
    for (const { kind, message, title, file, line, column } of shown) {
        core[kind]((0,redact/* redact */.E)(message, inputs.secrets), { title, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }), ...(column === undefined ? {} : { startColumn: column }) });
    }
    if (more !== null)
        core.info(more);
}


/***/ }),

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

/***/ 90230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   An: () => (/* binding */ readTreeAt),
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Uw: () => (/* binding */ readGitBase),
/* harmony export */   nl: () => (/* binding */ readFilesAt)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const contextPaths = ['semantic-layer', 'wiki', 'ktx.lock', 'ktx.decisions.yaml'];
const gitEnvironment = () => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' });
/** Output of a git command, or null where it fails. The environment names no configuration of the user's. */
function git(root, args) {
    return new Promise((resolve) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['-c', `safe.directory=${root}`, '-c', 'core.quotePath=false', ...args], {
            cwd: root, maxBuffer: 256 * 1024 * 1024, timeout: 60_000,
            env: gitEnvironment(),
        }, (error, stdout) => { resolve(error ? null : stdout); });
    });
}
async function readGitBase(root) {
    const top = await git(root, ['rev-parse', '--show-toplevel', '--show-prefix']);
    if (top === null)
        return { commit: null, dirty: false, prefix: '' };
    const [, prefix = ''] = top.split('\n');
    const commit = (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim() ?? null;
    const status = await git(root, ['status', '--porcelain', '--', ...contextPaths]);
    return { commit: commit === '' ? null : commit, dirty: (status ?? '').trim() !== '', prefix };
}
/** The commit that a ref names; null where this clone has none. */
async function commitOf(root, ref) {
    const commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))?.trim();
    return commit ? commit : null;
}
/** The context's files at a commit, by path relative to the project; null where the ref does not exist. */
async function readTreeAt(root, ref) {
    const commit = await commitOf(root, ref);
    if (commit === null)
        return null;
    const prefix = ((await git(root, ['rev-parse', '--show-prefix'])) ?? '').trim();
    const files = await readFilesAt(root, commit, contextPaths, () => true);
    return new Map([...files].map(([path, bytes]) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(prefix === '' ? '.' : prefix, path), bytes]));
}
/**
 * Regular files at a commit, by path relative to the repository. `paths` are relative to `root`; `wanted` is asked for
 * each path. One process reads them all, and the working tree is not looked at.
 */
async function readFilesAt(root, commit, paths, wanted) {
    const list = await git(root, ['ls-tree', '-r', '-z', '--full-name', commit, '--', ...paths]);
    const entries = (list ?? '').split('\0').flatMap((entry) => {
        const [, object, path] = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
        return object !== undefined && path !== undefined && wanted(path) ? [{ object, path }] : [];
    });
    const blobs = await readBlobs(root, entries.map(({ object }) => object));
    return new Map(entries.flatMap(({ path }, i) => (blobs[i] ? [[path, blobs[i]]] : [])));
}
/** The bytes of objects in the order in which they were asked for; fewer where git ends early. */
function readBlobs(root, objects) {
    if (objects.length === 0)
        return Promise.resolve([]);
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['-c', `safe.directory=${root}`, 'cat-file', '--batch'], { cwd: root, env: gitEnvironment(), encoding: 'buffer', maxBuffer: 1024 * 1024 * 1024, timeout: 60_000 }, (_, stdout) => {
            const blobs = [];
            for (let at = 0; at < stdout.length;) {
                const line = stdout.indexOf(10, at);
                const size = Number(/ blob (\d+)$/.exec(stdout.toString('latin1', at, line))?.[1]);
                if (line < 0 || Number.isNaN(size))
                    break;
                blobs.push(stdout.subarray(line + 1, line + 1 + size));
                at = line + size + 2;
            }
            resolve(blobs);
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(objects.map((object) => `${object}\n`).join(''));
    });
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


/***/ }),

/***/ 7458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ activeMarkup),
/* harmony export */   SY: () => (/* binding */ neutral),
/* harmony export */   wy: () => (/* binding */ mentions)
/* harmony export */ });
/** Tags that load, run or hide something; plain ones such as <b> only format. */
const activeTags = 'script|iframe|frame|frameset|object|embed|applet|img|image|picture|source|svg|math|style|link|meta|base|form|input|button|textarea|select|video|audio|track|template|portal|noscript';
const markupPatterns = [
    ['tag', new RegExp(`</?(?:${activeTags})(?![a-z0-9_-])`, 'gi')],
    ['handler', /<[a-z][^<>]{0,2000}?[\s/"']on[a-z]{3,30}\s{0,10}=/gi],
    ['style', /<[a-z][^<>]{0,2000}?[\s/"']style\s{0,10}=/gi],
    ['script-link', /(?<![a-z0-9])(?:java\s{0,3}script|vb\s{0,3}script)\s{0,5}(?::|&colon;|&#0{0,7}58;|&#x0{0,7}3a;)/gi],
    ['script-link', /data:text\/(?:html|javascript)/gi],
    ['script-link', /\]\(\s{0,5}[^\s()]{0,200}&(?:#|colon|Tab|NewLine)/gi],
    ['comment', /<!--|<!\[CDATA\[|<\?[a-z]/gi],
    ['image', /!\[[^\][]{0,500}\](?:\(|\[)/g],
];
/** What would run, load or hide when the text is shown as Markdown or HTML, in order; code spans and blocks show as they are. */
function activeMarkup(text) {
    return outsideCode(text, markupPatterns);
}
const repository = '[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}';
const mentionPatterns = [
    [
        'closing',
        new RegExp(`(?<![A-Za-z0-9_])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\\s{0,3}:?\\s{1,5}(?:(?:${repository})?#|GH-|https?:\\/\\/[^\\s/]{1,100}\\/${repository}\\/(?:issues|pull)\\/)\\d{1,10}`, 'gi'),
    ],
    ['team', /(?<![A-Za-z0-9_@.+/-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9][A-Za-z0-9_.-]{0,100}/g],
    ['person', /(?<![A-Za-z0-9_@.+/-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}/g],
    ['issue', new RegExp(`(?<![A-Za-z0-9_&/.-])(?:${repository})?#\\d{1,10}(?![A-Za-z0-9_])`, 'g')],
    ['issue', /(?<![A-Za-z0-9_-])GH-\d{1,10}(?![A-Za-z0-9_])/gi],
];
/** What would notify people or link and close issues, in order; e-mail addresses and code are none. */
function mentions(text) {
    return outsideCode(text, mentionPatterns);
}
function outsideCode(text, patterns) {
    const code = codeRanges(text);
    const found = patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ start: index, end: index + match.length, kind })));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    const kept = [];
    let range = 0;
    for (const place of found) {
        while ((code[range]?.end ?? Infinity) <= place.start)
            range += 1;
        if ((code[range]?.start ?? Infinity) <= place.start)
            continue;
        if (place.start >= (kept.at(-1)?.end ?? 0))
            kept.push(place);
    }
    return kept;
}
/** Fenced blocks, and code spans within one paragraph, by CommonMark's rules: a span ends at a run of as many backticks. */
function codeRanges(text) {
    const ranges = [];
    let fence = null;
    let paragraph = null;
    const endParagraph = () => {
        if (paragraph !== null)
            ranges.push(...codeSpans(text, paragraph));
        paragraph = null;
    };
    for (const { index, 0: line } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
        if (line === '')
            continue;
        const end = index + line.length;
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (fence !== null) {
            if (mark?.startsWith(fence.mark) === true && line.trim() === mark) {
                ranges.push({ start: fence.start, end });
                fence = null;
            }
        }
        else if (mark !== undefined && !(mark.startsWith('`') && line.trim().slice(mark.length).includes('`'))) {
            endParagraph();
            fence = { start: index, mark };
        }
        else if (line.trim() === '') {
            endParagraph();
        }
        else {
            paragraph = { start: paragraph?.start ?? index, end };
        }
    }
    endParagraph();
    if (fence !== null)
        ranges.push({ start: fence.start, end: text.length });
    return ranges.sort((a, b) => a.start - b.start);
}
function codeSpans(text, paragraph) {
    const runs = [...text.slice(paragraph.start, paragraph.end).matchAll(/\\?`+/g)].flatMap(({ index, 0: run }) => {
        const escaped = run.startsWith('\\') ? 2 : 0;
        return run.length > escaped ? { start: paragraph.start + index + escaped, length: run.length - escaped } : [];
    });
    // The next run of the same length, found from the back so that the time stays linear.
    const latest = new Map();
    const closing = runs.toReversed().map((run) => {
        const close = latest.get(run.length);
        latest.set(run.length, run.start);
        return close;
    }).reverse();
    const spans = [];
    let at = paragraph.start;
    for (const [index, run] of runs.entries()) {
        const close = closing[index];
        if (run.start < at || close === undefined)
            continue;
        at = close + run.length;
        spans.push({ start: run.start, end: at });
    }
    return spans;
}
/** Breaks a mark without showing. */
const gap = '\u200b';
/**
 * The text made safe to stand in Markdown, HTML or a log: nothing in it mentions, closes, links, renders, hides or starts a
 * block of code, and it reads the same to a person. Backticks become accents, and invisible gaps break what would be
 * markup. Applying it twice changes nothing more. It does not escape for HTML: a renderer still does.
 */
function neutral(text) {
    return text
        .replace(/\r\n?/g, '\n')
        // Control characters (terminal escapes among them) and marks that turn the direction of reading.
        .replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu, '')
        .replaceAll('`', '\u02cb')
        .replace(/^([ \t]*)(~{3})/gm, `$1~${gap}~~`)
        .replace(/<(?=[A-Za-z/!?])/g, `<${gap}`)
        .replace(/&(?=[#A-Za-z])/g, `&${gap}`)
        .replace(/@(?=[\p{L}\p{N}_\\-])/gu, `@${gap}`)
        .replace(/#(?=[\d\\])/g, `#${gap}`)
        .replace(/(gh-)(?=\d)/gi, `$1${gap}`)
        .replace(/!(?=\[)/g, `!${gap}`)
        .replace(/\](?=[([:])/g, `]${gap}`)
        .replace(/\[(?=[ xX]\])/g, `[${gap}`)
        .replace(/:(?=\/\/)/g, `:${gap}`)
        .replace(/(www)(?=\.)/gi, `$1${gap}`)
        .replace(/(mailto|xmpp)(?=:)/gi, `$1${gap}`)
        .replace(/(java|vb)(?=\s{0,3}script\s{0,5}:)/gi, `$1${gap}`)
        .replace(/(data)(?=:text\/)/gi, `$1${gap}`)
        // Headings, and commands of a workflow log.
        .replace(/^([ \t]*)(?=#{1,6}(?:[ \t]|$))/gm, (_, space) => `${space}${gap}`)
        .replace(/^([ \t]*):(?=:)/gm, `$1:${gap}`)
        .replace(/##(?=\[)/g, `##${gap}`);
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
 * The text with every credential in it replaced by `[redacted <kind>]`: what findSecrets and the rules find, and every known
 * value of at least four characters, as it is, line by line, in base64 (also inside a longer base64 text), URL-encoded, and
 * escaped for JSON or HTML.
 */
function redact(text, known, rules) {
    return replaceAll(text, known, [...(0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .findSecrets */ .d)(text), ...(rules?.find(text) ?? [])]);
}
/** Findings quote what sources and people wrote: no credential reaches a log, an annotation or a report through them. */
function redactFindings(findings, known) {
    return findings.map((finding) => ({
        ...finding, message: redact(finding.message, known), fix: redact(finding.fix, known),
        ...(finding.question ? { question: { ...finding.question, options: finding.question.options.map((option) => ({ ...option, label: redact(option.label, known), consequence: redact(option.consequence, known) })) } } : {}),
    }));
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
 * Synchronous and with nothing to load, because every line of a log and every file is redacted by it; what is published is also
 * looked at with `loadSecretRules`.
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
