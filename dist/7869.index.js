export const id = 7869;
export const ids = [7869];
export const modules = {

/***/ 37869:
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

const commands = ['ingest', 'check', 'status'];
/** In the design, and not part of this version. */
const laterCommands = ['setup', 'publish', 'respond', 'replay', 'self-test'];
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
    'project-dir', 'command', 'config', 'anthropic-api-key', 'openai-api-key', 'secrets', 'max-usd', 'max-usd-month', 'max-tokens',
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
    const secrets = readSecrets(environment['INPUT_SECRETS'] ?? '');
    findings.push(...secrets.findings, ...unknownInputs(environment));
    return {
        command: text('command'), options, publish, artifact: artifact === 'true', failOn,
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
        'changed': String((report?.patch.files ?? 0) > 0),
        'report-path': folder === undefined ? '' : (0,external_node_path_.join)(folder, 'report.json'),
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
    switch (failOn ?? (command === 'check' ? 'findings' : 'failed')) {
        case 'never': return 0;
        case 'failed': return exitCode === src_report/* exitCodes */.h.incomplete || exitCode === src_report/* exitCodes */.h.broken ? 0 : exitCode;
        case 'incomplete': return exitCode === src_report/* exitCodes */.h.broken ? 0 : exitCode;
        case 'findings': return exitCode === src_report/* exitCodes */.h.incomplete || exitCode === 0 ? (findings.some((finding) => finding.severity === 'error') ? src_report/* exitCodes */.h.broken : 0) : exitCode;
    }
}

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
                const { runIngest } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(5713), __webpack_require__.e(1647), __webpack_require__.e(1744), __webpack_require__.e(5539), __webpack_require__.e(5791), __webpack_require__.e(4328), __webpack_require__.e(1038), __webpack_require__.e(5939)]).then(__webpack_require__.bind(__webpack_require__, 82488));
                const out = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'ktx-ci-'));
                const { exitCode, findings, result } = await runIngest({ ...inputs.options, out, color: false }, terminal, inputs.secrets);
                const headline = result?.report.headline ?? 'the configuration is wrong; nothing was spent';
                return {
                    exitCode, headline, findings, summary: result?.summary ?? renderFindingsSummary(headline, findings),
                    ...(result === undefined ? {} : { report: result.report }), ...(result?.folder ? { folder: result.folder.path } : {}),
                };
            }
            case 'check': {
                const { runCheck } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(1647), __webpack_require__.e(4165), __webpack_require__.e(6355)]).then(__webpack_require__.bind(__webpack_require__, 94165));
                const { exitCode, findings, headline } = await runCheck({ ...inputs.options, color: false }, terminal);
                for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, (0,publish_terminal/* paint */.nI)(false), { perCode: 20 }))
                    terminal.stdout.write(`${line}\n`);
                terminal.stdout.write(`${headline}\n`);
                return { exitCode, headline, findings, summary: renderFindingsSummary(headline, findings) };
            }
            case 'status': {
                const { runStatus } = await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(5670), __webpack_require__.e(1647), __webpack_require__.e(7216)]).then(__webpack_require__.bind(__webpack_require__, 63339));
                const { exitCode, findings, headline } = await runStatus({ ...inputs.options, fast: untrusted }, terminal);
                for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, (0,publish_terminal/* paint */.nI)(false), { perCode: 20 }))
                    terminal.stdout.write(`${line}\n`);
                terminal.stdout.write(`${headline}\n`);
                return { exitCode, headline, findings, summary: renderFindingsSummary(headline, findings) };
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
        `         ${judged.length} units judged, ${report.units.filter((unit) => unit.due === null).length} unchanged, ${waiting} waiting; ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(`${thousands(input)} tokens in (${thousands(cached)} cached), ${thousands(spent.tokens - input)} out, ${spent.steps} steps`)}`,
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
