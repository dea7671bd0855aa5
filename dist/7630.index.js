export const id = 7630;
export const ids = [7630];
export const modules = {

/***/ 57630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replay: () => (/* binding */ replay)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93391);
/* harmony import */ var _project_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42177);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5670);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36456);
/* harmony import */ var _publish_wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88190);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31502);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61038);
/* harmony import */ var _run_recording_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55367);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39979);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(38736);












/** Runs a recorded run again without its model. Exit 0: the same patch; 1: another one. */
async function replay(recording, given, terminal) {
    const options = given;
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_11__/* .colours */ .M)(terminal, terminal.stderr, options.color === false);
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .g)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    const secrets = loaded.ok ? (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .modelSecrets */ .fs)(loaded.project, terminal.environment) : [];
    const say = (line) => { terminal.stderr.write((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_10__/* .redact */ .E)(`${line}\n`, secrets)); };
    const refused = (findings) => {
        if (options.json === true)
            terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.configuration, findings }, null, 2)}\n`);
        for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .renderFindings */ .vO)(findings, colour, { perCode: 20 }))
            say(line);
        return _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.configuration;
    };
    if (!loaded.ok)
        return refused((0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .T)(loaded.findings));
    const read = (0,_run_recording_js__WEBPACK_IMPORTED_MODULE_9__/* .readRecording */ .S)(terminal.cwd, recording);
    if (!read.ok)
        return refused([read.finding]);
    const { project } = loaded;
    const { replay: recorded } = read;
    const { connections, documents, deriveOnly, limits } = recorded.options;
    const forced = new Set(recorded.options.forced);
    const abort = new AbortController();
    const stop = (signal) => { abort.abort(signal); };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    const loud = options.quiet !== true;
    if (loud)
        say(`${colour.bold('ktx-ci')}  ${project.name}  replay of ${recording}: ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(recorded.tasks.size, 'unit')} by ${recorded.backend}, no model, $0\n`);
    const departures = [];
    try {
        const { report, folder } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .run */ .e)(project, {
            cwd: terminal.cwd, environment: terminal.environment, secrets, dryRun: false, apply: false, connections, documents, concurrency: 4, limits, allowedHosts: [], deriveOnly, record: false,
            month: recorded.month, startedAt: performance.now(), forced: (id) => forced.has(id), replay: { recorded, left: (departure) => { departures.push(departure); } },
            ...(options.out === undefined ? {} : { out: options.out }),
        }, {
            now: () => performance.now(), signal: abort.signal, judging: () => undefined, note: () => undefined,
            progress: (step, figures, milliseconds) => { if (loud)
                say((0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .row */ .nM)(step, figures, milliseconds > 0 ? milliseconds / 1000 : undefined)); },
        });
        if (folder === null || abort.signal.aborted || report.exitCode === _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.configuration) {
            if (options.json === true)
                terminal.stdout.write(`${JSON.stringify({ status: report.status, exitCode: report.exitCode, findings: report.findings }, null, 2)}\n`);
            for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .renderFindings */ .vO)(report.findings.filter((finding) => finding.severity === 'error'), colour, { perCode: 5 }))
                say(line);
            return report.exitCode;
        }
        const then = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.cwd, recording), 'context.patch');
        const compared = compare((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(then) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(then, 'utf8') : undefined, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'context.patch'), 'utf8'));
        const findings = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .T)([...leftFindings(departures), ...(compared.finding ? [compared.finding] : [])]);
        if (options.json === true) {
            const shown = { status: compared.status, exitCode: compared.exitCode, units: recorded.tasks.size, departures: [...departures].sort(byUnit), findings, patch: report.patch, out: folder.shown };
            terminal.stdout.write((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_10__/* .redact */ .E)(`${JSON.stringify(shown, null, 2)}\n`, secrets));
        }
        say('');
        for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .renderFindings */ .vO)(findings, colour, { perCode: 10 }))
            say(line);
        say(`${compared.headline}${findings.length === 0 ? '' : `; ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(findings.length, 'finding')}`}   ${colour.dim(`${folder.shown}/context.patch`)}`);
        return compared.exitCode;
    }
    finally {
        process.off('SIGINT', stop);
        process.off('SIGTERM', stop);
    }
}
const byUnit = (a, b) => (a.id < b.id ? -1 : 1);
/** One finding a difference: units that parted in the same way are counted. */
function leftFindings(departures) {
    const groups = new Map();
    for (const departure of [...departures].sort(byUnit)) {
        const key = JSON.stringify([departure.at, departure.was, departure.is]);
        groups.set(key, [...(groups.get(key) ?? []), departure]);
    }
    return [...groups.values()].map((group) => {
        const [first] = group;
        const units = group.length === 1 ? first.id : `${first.id} and ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(group.length - 1, 'more unit')}`;
        return {
            severity: 'warning', code: 'replay-left', evidence: group.map((one) => one.id), message: `${units}: ${first.at} was “${first.was}”, is “${first.is}”`,
            fix: 'what the model did then was done again all the same; record the run again to see what it does now',
        };
    });
}
function compare(then, now) {
    if (then === undefined)
        return { status: 'nothing to compare', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.ok, headline: 'the recorded run wrote no patch to compare with' };
    if (then === now)
        return { status: 'same', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.ok, headline: 'the same patch, byte for byte' };
    const { file, was, is } = firstDifference(sectionsOf(then), sectionsOf(now));
    return {
        status: 'different', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.failed, headline: 'another patch',
        finding: {
            severity: 'error', code: 'replay-differs', message: `the patch differs at ${file}: was “${was.slice(0, 120)}”, is “${is.slice(0, 120)}”`,
            fix: 'compare the two context.patch; evidence, settings or ktx-ci itself changed since',
        },
    };
}
/** Lines of a patch by file, without the hashes of whole files, which always differ too. */
function sectionsOf(patch) {
    const sections = new Map();
    let lines = [];
    for (const line of patch.split('\n')) {
        const file = /^diff --git a\/(.*) b\/\1$/.exec(line)?.[1];
        if (file !== undefined)
            sections.set(file, lines = []);
        if (!line.startsWith('index '))
            lines.push(line);
    }
    return sections;
}
/** In a file that people read, if one differs. */
function firstDifference(then, now) {
    const files = [...new Set([...then.keys(), ...now.keys()])].sort((a, b) => Number(a.endsWith('ktx.lock')) - Number(b.endsWith('ktx.lock')) || (a < b ? -1 : 1));
    for (const file of files) {
        const [before, after] = [then.get(file) ?? [], now.get(file) ?? []];
        const at = Array.from({ length: Math.max(before.length, after.length) }).findIndex((_, line) => before[line] !== after[line]);
        // the sizes of hunks come before what makes them differ
        const shown = (lines, other) => lines.slice(Math.max(at, 0)).find((line, index) => !line.startsWith('@@') && line !== other[at + index]) ?? '';
        if (at >= 0)
            return { file, was: shown(before, after), is: shown(after, before) };
    }
    return { file: 'its whitespace', was: '', is: '' };
}


/***/ })

};
