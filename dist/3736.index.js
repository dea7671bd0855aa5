export const id = 3736;
export const ids = [3736,6231];
export const modules = {

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

/***/ 31502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Exit code by precedence (DESIGN section 5): cancelled, configuration, probe, all failed, broken, incomplete, fine. */
const exitCodes = { ok: 0, failed: 1, configuration: 2, probe: 3, incomplete: 4, broken: 5, SIGINT: 130, SIGTERM: 143 };


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
 * The text with every credential in it replaced by `[redacted <kind>]`: what findSecrets finds, and every known value of at
 * least four characters, as it is, line by line, in base64 (also inside a longer base64 text), URL-encoded, and escaped for JSON or HTML.
 */
function redact(text, known) {
    return replaceAll(text, known, (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .findSecrets */ .d)(text));
}
/** Findings quote what sources and people wrote: no credential reaches a log, an annotation or a report through them. */
function redactFindings(findings, known) {
    return findings.map((finding) => ({ ...finding, message: redact(finding.message, known), fix: redact(finding.fix, known) }));
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
