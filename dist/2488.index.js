export const id = 2488;
export const ids = [2488];
export const modules = {

/***/ 82488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ingest: () => (/* binding */ ingest),
  runIngest: () => (/* binding */ runIngest)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/finding.js
var finding = __webpack_require__(93391);
// EXTERNAL MODULE: ./lib/src/project/credentials.js + 2 modules
var credentials = __webpack_require__(42177);
// EXTERNAL MODULE: ./lib/src/project/project.js + 2 modules
var project_project = __webpack_require__(5670);
// EXTERNAL MODULE: ./lib/src/publish/terminal.js
var publish_terminal = __webpack_require__(36456);
// EXTERNAL MODULE: ./lib/src/report.js
var src_report = __webpack_require__(31502);
// EXTERNAL MODULE: ./lib/src/run.js + 77 modules
var run = __webpack_require__(61038);
// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
;// CONCATENATED MODULE: ./lib/src/commands/judge-progress.js

const redrawMilliseconds = 100;
function judgeProgress(stream, colour, say, group) {
    const live = new Map();
    let drawn = 0;
    let last = 0;
    let done = 0;
    let fold;
    const erase = () => {
        if (drawn > 0)
            stream.write(`\u001b[${drawn}A\u001b[0J`);
        drawn = 0;
    };
    const draw = () => {
        if (stream.isTTY !== true)
            return;
        erase();
        const width = Math.max(20, (stream.columns || 100) - 1);
        const lines = [...live.values()].map((line) => line.slice(0, width));
        if (lines.length > 0)
            stream.write(lines.map((line) => `${colour.dim(line)}\n`).join(''));
        drawn = lines.length;
        last = performance.now();
    };
    const line = (unit, ...parts) => `judge    ${(0,publish_terminal/* plain */.pj)(unit).padEnd(44)} ${parts.join('  ')}`;
    return {
        on(event) {
            switch (event.kind) {
                case 'started':
                    fold ??= group?.(`judge ${event.of} unit${event.of === 1 ? '' : 's'}`);
                    live.set(event.unit, line(event.unit, 'asked'));
                    break;
                case 'step':
                    live.set(event.unit, line(event.unit, `step ${event.steps} of ${event.stepBudget}`, money(event.usage.usd)));
                    if (performance.now() - last < redrawMilliseconds)
                        return;
                    break;
                case 'ended': {
                    const { judged } = event;
                    done += 1;
                    live.delete(event.unit);
                    erase();
                    const changes = judged.edits.length + judged.withdrawn.length;
                    const what = judged.stopReason === 'natural' ? (changes > 0 ? `${changes} change${changes === 1 ? '' : 's'}` : 'nothing to add') : `${judged.outcome} (${judged.stopReason})${changes > 0 ? `, ${changes} kept` : ''}`;
                    say(`${line(event.unit, `${done} of ${event.of}`.padEnd(9), what.padEnd(16), `${judged.requests} request${judged.requests === 1 ? '' : 's'}`, money(judged.usage.usd))}  ${(judged.milliseconds / 1000).toFixed(1)} s`);
                    break;
                }
            }
            draw();
        },
        say(text) {
            erase();
            say(text);
            draw();
        },
        close() {
            erase();
            fold?.();
            fold = undefined;
        },
    };
}
/** Small sums with their tenths of a cent. */
function money(usd) {
    return `$${usd.toFixed(usd > 0 && usd < 0.1 ? 3 : 2)}`;
}

// EXTERNAL MODULE: ./lib/src/commands/main.js
var main = __webpack_require__(38736);
;// CONCATENATED MODULE: ./lib/src/commands/ingest.js










/** The main job: returns the exit code. */
async function ingest(given, terminal) {
    const outcome = await runIngest(given, terminal, []);
    return outcome.exitCode;
}
async function runIngest(options, terminal, given) {
    const startedAt = performance.now();
    let secrets = given;
    const colour = (0,main/* colours */.M)(terminal, terminal.stderr, options.color === false);
    const say = (line) => { terminal.stderr.write((0,redact/* redact */.E)(`${line}\n`, secrets)); };
    const dryRun = options.dryRun === true;
    const loaded = (0,project_project/* loadProject */.g)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: dryRun, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    if (!loaded.ok) {
        const findings = (0,finding/* sortFindings */.T)(loaded.findings);
        if (options.json === true)
            terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: src_report/* exitCodes */.h.configuration, findings }, null, 2)}\n`);
        for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, colour, { perCode: 20 }))
            say(line);
        return { exitCode: src_report/* exitCodes */.h.configuration, findings };
    }
    const { project } = loaded;
    secrets = [...given, ...(0,credentials/* modelSecrets */.fs)(project, terminal.environment)];
    const abort = new AbortController();
    const stop = (signal) => { abort.abort(signal); };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    const loud = options.quiet !== true;
    if (loud)
        say(`${colour.bold('ktx-ci')}  ${project.name}  backend ${project.config.llm.provider.backend}${project.config.llm.provider.backend === 'none' ? ': no model, no network, $0' : ''}\n`);
    const progress = judgeProgress(terminal.stderr, colour, say, terminal.group);
    let result;
    try {
        result = await (0,run/* run */.e)(project, {
            cwd: terminal.cwd, environment: terminal.environment, secrets, dryRun, apply: options.apply === true,
            connections: options.connection ?? [], documents: options.document ?? [], concurrency: concurrencyOf(project, options), limits: limitsOf(project, options),
            allowedHosts: (0,main/* allowedHosts */.u)(options, terminal.environment),
            deriveOnly: options.deriveOnly === true, record: options.record === true, month: new Date().toISOString().slice(0, 7), startedAt,
            forced: (id) => options.force === true || (typeof options.force === 'string' && globMatches(options.force, id)),
            ...(options.out === undefined ? {} : { out: options.out }), ...(options.baseline === undefined ? {} : { baseline: options.baseline }), ...(options.resume === undefined ? {} : { resume: options.resume }),
        }, {
            now: () => performance.now(), signal: abort.signal,
            judging: (event) => { if (loud)
                progress.on(event); },
            note: (line) => { if (loud)
                progress.say(`         ${colour.dim((0,publish_terminal/* plain */.pj)(line))}`); },
            progress: (step, figures, milliseconds) => { if (step === 'verify')
                progress.close(); if (loud)
                progress.say((0,publish_terminal/* row */.nM)(step, step === 'read' ? figures.map((part, i) => (i === 2 ? part : part.padEnd(i === 0 ? 12 : 7))) : figures, milliseconds > 0 ? milliseconds / 1000 : undefined)); },
        });
    }
    finally {
        progress.close();
        process.off('SIGINT', stop);
        process.off('SIGTERM', stop);
    }
    const { report } = result;
    const { exitCode } = report;
    if (options.json === true)
        terminal.stdout.write((0,redact/* redact */.E)(`${JSON.stringify(report, null, 2)}\n`, secrets));
    for (const line of renderResult(result, options, colour, dryRun))
        say(line);
    return { exitCode, findings: report.findings, result };
}
function renderResult(result, options, colour, dryRun) {
    const { report } = result;
    const lines = [''];
    const shown = report.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice');
    lines.push(...(0,publish_terminal/* renderFindings */.vO)(shown, colour, { perCode: 5 }));
    if (report.kept.length > 0 && options.quiet !== true && report.status !== 'nothing-to-do') {
        lines.push(`yours    ${(0,publish_terminal/* plain */.pj)(report.kept.slice(0, 6).join(', '))}${report.kept.length > 6 ? ` and ${report.kept.length - 6} more` : ''}  ${colour.dim('you wrote these; left alone')}`);
    }
    const left = report.units.filter((unit) => unit.left !== undefined);
    if (dryRun && left.length > 0) {
        lines.push('', `left for a model: ${left.length} units`);
        for (const unit of left.slice(0, 10))
            lines.push(`  ${(0,publish_terminal/* plain */.pj)(unit.id).padEnd(44)} ${tokensText(unit).padStart(13)}  ${unit.left?.for.join(', ') ?? ''}`);
        if (left.length > 10)
            lines.push(`  … and ${left.length - 10} more`);
    }
    lines.push('', ...(0,publish_terminal/* renderEnd */.Ac)(report, result.folder?.shown ?? null, options.apply === true && !dryRun, colour));
    return lines;
}
/** `7k in, 450 out`: tokens that a unit will take. */
function tokensText({ left }) {
    const short = (count) => (count >= 1000 ? `${Math.round(count / 1000)}k` : String(count));
    return left ? `${short(left.inputTokens)} in, ${short(left.outputTokens)} out` : '';
}
function limitsOf(project, options) {
    const { budget } = project.settings;
    return {
        usd: options.maxUsd ?? budget.usd, usdPerMonth: options.maxUsdMonth ?? budget.usdPerMonth, tokens: options.maxTokens ?? budget.tokens ?? -1,
        steps: options.maxSteps ?? budget.steps, minutes: options.maxMinutes ?? budget.minutes,
    };
}
/** Flag, ktx-ci.yaml, an explicit ingest.workUnits.maxConcurrency, else 4. */
function concurrencyOf(project, options) {
    return options.concurrency ?? project.settings.concurrency ?? project.config.ingest.workUnits.maxConcurrency ?? 4;
}
/** Ids are matched whole: `*` stays within a part, `**` does not. */
function globMatches(glob, id) {
    return (0,external_node_path_.matchesGlob)(id, glob);
}


/***/ })

};
