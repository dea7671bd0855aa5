export const id = 8795;
export const ids = [8795,4470,8495,2089,7458];
export const modules = {

/***/ 57630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replay: () => (/* binding */ replay)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93391);
/* harmony import */ var _ingest_in_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53144);
/* harmony import */ var _project_credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42177);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88533);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36456);
/* harmony import */ var _publish_wording_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88190);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31502);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(47741);
/* harmony import */ var _run_recording_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55367);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(39979);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(38736);













/** Runs a recorded run again without its model. Exit 0: the same patch; 1: another one. */
async function replay(recording, given, terminal) {
    const options = given;
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_12__/* .colours */ .M)(terminal, terminal.stderr, options.color === false);
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    const secrets = loaded.ok ? (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .modelSecrets */ .fs)(loaded.project, terminal.environment) : [];
    const say = (line) => { terminal.stderr.write((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_11__/* .redact */ .E)(`${line}\n`, secrets)); };
    const refused = (findings) => {
        if (options.json === true)
            terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.configuration, findings }, null, 2)}\n`);
        for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .renderFindings */ .vO)(findings, colour, { perCode: 20 }))
            say(line);
        return _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.configuration;
    };
    if (!loaded.ok)
        return refused((0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(loaded.findings));
    const read = (0,_run_recording_js__WEBPACK_IMPORTED_MODULE_10__/* .readRecording */ .S)(terminal.cwd, recording);
    if (!read.ok)
        return refused([read.finding]);
    const { project } = loaded;
    const { replay: recorded } = read;
    const { connections, documents, answers, deriveOnly, limits } = recorded.options;
    const forced = new Set(recorded.options.forced);
    const abort = new AbortController();
    const stop = (signal) => { abort.abort(signal); };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    const loud = options.quiet !== true;
    const units = new Set([...recorded.tasks.keys()].map((id) => id.replace((0,_ingest_in_order_js__WEBPACK_IMPORTED_MODULE_3__/* .taskName */ .p)('repair', ''), ''))).size;
    if (loud)
        say(`${colour.bold('ktx-ci')}  ${project.name}  replay of ${recording}: ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(units, 'unit')} by ${recorded.backend}, no model, $0\n`);
    const departures = [];
    try {
        const { report, folder } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_9__/* .run */ .e)(project, {
            cwd: terminal.cwd, environment: terminal.environment, secrets, dryRun: false, apply: false, connections, documents, concurrency: 4, limits, allowedHosts: [], answers: answers ?? [], deriveOnly, record: false,
            month: recorded.month, startedAt: performance.now(), forced: (id) => forced.has(id), replay: { recorded, left: (departure) => { departures.push(departure); } },
            ...(options.out === undefined ? {} : { out: options.out }),
        }, {
            now: () => performance.now(), signal: abort.signal, judging: () => undefined, note: () => undefined,
            progress: (step, figures, milliseconds) => { if (loud)
                say((0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .row */ .nM)(step, figures, milliseconds > 0 ? milliseconds / 1000 : undefined)); },
        });
        if (folder === null || abort.signal.aborted || report.exitCode === _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.configuration) {
            if (options.json === true)
                terminal.stdout.write(`${JSON.stringify({ status: report.status, exitCode: report.exitCode, findings: report.findings }, null, 2)}\n`);
            for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .renderFindings */ .vO)(report.findings.filter((finding) => finding.severity === 'error'), colour, { perCode: 5 }))
                say(line);
            return report.exitCode;
        }
        const then = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.cwd, recording), 'context.patch');
        const compared = compare((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(then) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(then, 'utf8') : undefined, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'context.patch'), 'utf8'));
        const findings = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)([...leftFindings(departures), ...(compared.finding ? [compared.finding] : [])]);
        if (options.json === true) {
            const shown = { status: compared.status, exitCode: compared.exitCode, units, departures: [...departures].sort(byUnit), findings, patch: report.patch, out: folder.shown };
            terminal.stdout.write((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_11__/* .redact */ .E)(`${JSON.stringify(shown, null, 2)}\n`, secrets));
        }
        say('');
        for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .renderFindings */ .vO)(findings, colour, { perCode: 10 }))
            say(line);
        say(`${compared.headline}${findings.length === 0 ? '' : `; ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(findings.length, 'finding')}`}   ${colour.dim(`${folder.shown}/context.patch`)}`);
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
        const units = group.length === 1 ? first.id : `${first.id} and ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(group.length - 1, 'more unit')}`;
        return {
            severity: 'warning', code: 'replay-left', evidence: group.map((one) => one.id), message: `${units}: ${first.at} was “${first.was}”, is “${first.is}”`,
            fix: 'what the model did then was done again all the same; record the run again to see what it does now',
        };
    });
}
function compare(then, now) {
    if (then === undefined)
        return { status: 'nothing to compare', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.ok, headline: 'the recorded run wrote no patch to compare with' };
    if (then === now)
        return { status: 'same', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.ok, headline: 'the same patch, byte for byte' };
    const { file, was, is } = firstDifference(sectionsOf(then), sectionsOf(now));
    return {
        status: 'different', exitCode: _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.failed, headline: 'another patch',
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
