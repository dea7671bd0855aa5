export const id = 96;
export const ids = [96,245];
export const modules = {

/***/ 63339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _context_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16321);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93391);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51067);
/* harmony import */ var _project_sources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96357);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36456);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31502);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51294);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38736);










/** Everything that could stop a run, with a fix each. Exit 2 where something does. */
async function status(given, terminal) {
    const options = given;
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_8__/* .colours */ .M)(terminal, options.color === false);
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .g)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    const items = [];
    const matches = [];
    let findings;
    if (loaded.ok) {
        findings = loaded.project.findings;
        items.push(modelItem(loaded.project));
        items.push(...(options.fast === true ? fastItems(loaded.project, terminal) : await liveItems(loaded.project, terminal, matches)));
        items.push(contextItem(loaded.project));
    }
    else
        findings = loaded.findings;
    items.push(...(0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .T)(findings).filter((finding) => finding.code !== 'driver-skipped').map(itemOf));
    const blocking = items.filter((item) => item.state === 'BLOCKED').length;
    const warnings = items.filter((item) => item.state === 'warning').length;
    const exitCode = blocking > 0 ? _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.configuration : _report_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.ok;
    if (options.json === true) {
        terminal.stdout.write(`${JSON.stringify({ tool: { name: 'ktx-ci', version: _version_js__WEBPACK_IMPORTED_MODULE_9__/* .version */ .r }, fast: options.fast === true, items, matches, findings, exitCode }, null, 2)}\n`);
        return exitCode;
    }
    const out = (line) => { terminal.stdout.write(`${line}\n`); };
    const name = loaded.ok ? `${loaded.project.name}  ${loaded.project.file} read, ${loaded.project.connections.length} connections` : '';
    out(`${colour.bold('ktx-ci')} ${_version_js__WEBPACK_IMPORTED_MODULE_9__/* .version */ .r}  ${name}\n`);
    const tint = { ok: colour.green, warning: colour.yellow, BLOCKED: colour.red, skipped: colour.dim };
    const width = Math.max(8, ...items.map((item) => item.what.length));
    for (const item of items) {
        out(`  ${tint[item.state](item.state.padEnd(8))} ${item.what.padEnd(width)}  ${(0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .pj)(item.detail)}`);
        const more = [item.place, item.fix].filter((part) => part !== undefined && part !== '').join('  ');
        if (more !== '' && item.state !== 'ok')
            out(`  ${''.padEnd(9 + width)}  ${colour.dim((0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .pj)(more))}`);
    }
    if (matches.length > 0)
        out(`\n  match    ${matches.map((match) => `${match.from} → ${match.to} ${match.found} of ${match.of}`).join('   ')}`);
    out(`\n${blocking} blocking, ${warnings} warning${warnings === 1 ? '' : 's'}, $0.00 spent${options.fast === true ? ' (--fast: nothing was opened)' : ''}`);
    return exitCode;
}
function itemOf(finding) {
    const place = (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .placeText */ .Z9)(finding);
    return {
        state: finding.severity === 'error' ? 'BLOCKED' : finding.severity === 'notice' ? 'skipped' : 'warning', what: finding.code, detail: finding.message,
        ...(place === '' ? {} : { place }), ...(finding.fix === '' ? {} : { fix: finding.fix }),
    };
}
function modelItem(project) {
    const { backend } = project.config.llm.provider;
    if (backend === 'none')
        return { state: 'ok', what: 'model', detail: 'none: only what parsing and data justify is written, $0' };
    return {
        state: 'warning', what: 'model', detail: `${backend} with ${project.config.llm.models.default ?? 'no model'}: this version calls no model`,
        place: (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .placeText */ .Z9)(project.place('llm', 'provider', 'backend')), fix: 'set the backend to none to silence this',
    };
}
function skippedItem(project) {
    return project.connections.flatMap((connection) => (connection.driver === 'skipped'
        ? [{ state: 'skipped', what: connection.id, detail: `driver ${connection.options.driver}: ktx reads it, ktx-ci not yet; its context stays as it is` }] : []));
}
function fastItems(project, terminal) {
    const resolved = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveSources */ .l)(project, terminal.environment, false);
    const items = resolved.findings.map(itemOf);
    for (const connection of project.connections) {
        if (connection.driver === 'sqlite') {
            const file = resolved.sqliteFiles.get(connection.id);
            if (file === undefined)
                continue;
            items.push((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)
                ? { state: 'ok', what: connection.id, detail: 'sqlite, file is there' }
                : { state: 'BLOCKED', what: connection.id, detail: 'the database file is not there', place: (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .placeText */ .Z9)(connection.place('path')), fix: 'check the path; it is relative to the project' });
        }
        else if (connection.driver === 'dbt') {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(project.root, connection.options.source_dir ?? '.', connection.options.path ?? '');
            items.push((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dbt_project.yml'))
                ? { state: 'ok', what: connection.id, detail: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'target', 'manifest.json')) ? 'dbt, with a manifest' : 'dbt, read from its files (no target/manifest.json)' }
                : { state: 'BLOCKED', what: connection.id, detail: `no dbt_project.yml in ${connection.options.source_dir ?? '.'}`, place: (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .placeText */ .Z9)(connection.place('source_dir')), fix: 'name the folder that holds it, relative to the project' });
        }
    }
    return [...items, ...skippedItem(project)];
}
async function liveItems(project, terminal, matches) {
    const resolved = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveSources */ .l)(project, terminal.environment, false);
    const { gather } = await __webpack_require__.e(/* import() */ 802).then(__webpack_require__.bind(__webpack_require__, 40802));
    const { matchDbt } = await __webpack_require__.e(/* import() */ 355).then(__webpack_require__.bind(__webpack_require__, 15355));
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

/***/ 96357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ resolveSources)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/src/project/references.js



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
        const named = value.slice(5).trim().replace(/^~(?=\/|$)/, (0,external_node_os_.homedir)());
        const path = (0,external_node_path_.isAbsolute)(named) ? named : (0,external_node_path_.resolve)(root, named);
        try {
            const found = (0,external_node_fs_.readFileSync)(path, 'utf8').trim();
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
    const expanded = path.replace(/^~(?=\/|$)/, (0,external_node_os_.homedir)());
    return (0,external_node_path_.isAbsolute)(expanded) ? expanded : (0,external_node_path_.join)(root, expanded);
}

;// CONCATENATED MODULE: ./lib/src/project/sources.js


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
        const resolved = resolveReference(connection.options[option] ?? '', project.root, environment);
        if (!resolved.ok) {
            findings.push({
                severity: lenient ? 'notice' : 'error', code: 'reference-unresolved', ...connection.place(option),
                message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix,
            });
            continue;
        }
        sqliteFiles.set(connection.id, projectPath(project.root, filePath(resolved.value)));
    }
    return { sqliteFiles, findings };
}
/** `sqlite:///rel/or/abs.db`, `file:///abs.db` and plain paths. */
function filePath(value) {
    if (value.startsWith('file://')) {
        try {
            return (0,external_node_url_.fileURLToPath)(value);
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
const exitCodes = { ok: 0, failed: 1, configuration: 2, probe: 3, incomplete: 4, broken: 5 };


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
