export const id = 3339;
export const ids = [3339];
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
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88533);
/* harmony import */ var _project_references_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47184);
/* harmony import */ var _project_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78340);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36456);
/* harmony import */ var _publish_wording_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88190);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(31502);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51294);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38736);












/** Looks at everything that could stop a run. Exit 2 where something does. */
async function runStatus(options, terminal) {
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .gi)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    const items = [];
    const matches = [];
    if (loaded.ok) {
        items.push(...(await modelItems(loaded.project, terminal, options)), ...(options.hosts === true ? hostItems(loaded.project, terminal) : []), moneyItem(loaded.project), ...referenceItems(loaded.project, terminal));
        items.push(...(options.fast === true ? fastItems(loaded.project, terminal) : await liveItems(loaded.project, terminal, matches)));
        items.push(contextItem(loaded.project));
    }
    const configured = loaded.ok ? loaded.project.findings : loaded.findings;
    items.push(...(0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .Tc)(configured).filter((finding) => finding.code !== 'driver-skipped').map(itemOf));
    const blocking = items.filter((item) => item.state === 'BLOCKED').length;
    const warnings = items.filter((item) => item.state === 'warning').length;
    return {
        items, matches, findings: (0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .Tc)(items.flatMap((item) => item.finding ?? [])), exitCode: blocking > 0 ? _report_js__WEBPACK_IMPORTED_MODULE_9__/* .exitCodes */ .h.configuration : _report_js__WEBPACK_IMPORTED_MODULE_9__/* .exitCodes */ .h.ok,
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
    const [{ probeProject }, { modelFacts }, { signInFindings }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5713), __webpack_require__.e(6582)]).then(__webpack_require__.bind(__webpack_require__, 66582)), Promise.all(/* import() */[__webpack_require__.e(5713), __webpack_require__.e(2911)]).then(__webpack_require__.bind(__webpack_require__, 62911)), __webpack_require__.e(/* import() */ 5713).then(__webpack_require__.bind(__webpack_require__, 25713))]);
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
        ...[...probed.findings, ...signInFindings(project, terminal.environment)].map((finding) => named('model', finding)),
        ...(facts.ignored.length > 0 ? [{ state: 'skipped', what: 'model', detail: `${facts.ignored.join(', ')}: no effect with ${backend}` }] : []),
        { state: 'ok', what: 'sends', detail: `names, types, comments, SQL, page text to ${facts.hosts[0]?.host ?? ''}; ${facts.rows}${options.hosts === true ? '' : '    status --hosts'}` },
        ...(options.hosts === true ? facts.hosts.map((one) => ({ state: 'ok', what: 'host', detail: `${one.host}  ${one.what}` })) : []),
        ...(options.fast === true ? [] : await isolationItems(backend)),
    ];
}
/** The servers of the warehouses. */
function hostItems(project, terminal) {
    return (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .warehouseHosts */ .PU)((0,_project_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveSources */ .l7)(project, terminal.environment, true).addresses).map(({ host, what }) => ({ state: 'ok', what: 'host', detail: `${host}  ${what}` }));
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
    const resolved = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveSources */ .l7)(project, terminal.environment, false);
    const items = resolved.findings.map(itemOf);
    for (const connection of project.connections) {
        if (connection.driver === 'sqlite') {
            const address = resolved.addresses.get(connection.id);
            if (address?.driver !== 'sqlite')
                continue;
            items.push((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(address.file)
                ? { state: 'ok', what: connection.id, detail: 'sqlite, file is there' }
                : named(connection.id, { severity: 'error', code: 'source-unreadable', ...connection.place('path'), message: 'the database file is not there', fix: 'check the path; it is relative to the project' }));
        }
        else if (connection.driver === 'postgres') {
            const address = resolved.addresses.get(connection.id);
            if (address?.driver === 'postgres')
                items.push({ state: 'ok', what: connection.id, detail: `postgres, ${address.user} on ${address.host}:${address.port}/${address.database}, not asked` });
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
    const resolved = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveSources */ .l7)(project, terminal.environment, false);
    const { gather } = await __webpack_require__.e(/* import() */ 8421).then(__webpack_require__.bind(__webpack_require__, 40802));
    const { matchDbt } = await __webpack_require__.e(/* import() */ 5355).then(__webpack_require__.bind(__webpack_require__, 15355));
    // marks are not compared here, so a table counts as read before: status looks at structure, not at data
    const world = await gather({
        project, addresses: resolved.addresses, documentGlobs: project.settings.documents, now: () => performance.now(), remembered: () => undefined, profiles: false,
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

/***/ 18244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   IK: () => (/* binding */ recordLine),
/* harmony export */   gi: () => (/* binding */ isLockType),
/* harmony export */   j0: () => (/* binding */ hasUnknownKeys),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

const text = (value) => typeof value === 'string';
const oneOf = (...values) => (value) => values.includes(value);
const optional = (test) => (value) => value === undefined || test(value);
const mapOf = (test) => (value) => isObject(value) && Object.values(value).every(test);
const author = oneOf('derived', 'model', 'reconcile');
const entityShape = {
    h: text,
    by: optional(author),
    ev: optional((value) => Array.isArray(value) && value.every(text)),
};
/** The keys of every kind of record in the order that they are written, with what they may hold. */
const shapes = {
    table: {
        t: text,
        id: text,
        structure: text,
        mark: (value) => value === null || text(value),
        hash: text,
        links: optional(isObject),
    },
    unit: {
        t: text,
        id: text,
        key: text,
        by: oneOf('derived', 'model'),
        outcome: oneOf('written', 'unchanged', 'deferred', 'stuck', 'failed'),
        tries: optional((value) => typeof value === 'number'),
        described: optional((value) => typeof value === 'boolean'),
        evidence: mapOf(text),
        instructions: optional(text),
        model: optional(text),
    },
    file: { t: text, id: text, sha: text, own: optional((value) => typeof value === 'boolean'), source: optional(text) },
    entities: { t: text, id: text, sha: optional(text), own: optional((value) => typeof value === 'boolean'), source: optional(text), e: mapOf((value) => isObject(value) && fits(value, entityShape)) },
    gone: { t: text, id: text },
    dropped: { t: text, id: text, code: text, why: text, repair: optional(text), ev: mapOf(text) },
    unproved: { t: text, id: text, why: text },
    pair: { t: text, id: text },
    spent: { t: text, id: text },
};
/** Record types whose further keys belong to the one who wrote them. */
const open = new Set(['pair', 'spent']);
function isLockType(type) {
    return type !== 'entities' && Object.hasOwn(shapes, type);
}
/** Whether a parsed line of a known type has what its type needs; further keys are allowed. */
function isRecord(value) {
    return fits(value, shapeOf(value));
}
/** Whether a record holds keys that this version does not know. */
function hasUnknownKeys(record) {
    const entities = isObject(record['e']) ? Object.values(record['e']) : [];
    return ((!open.has(String(record['t'])) && hasOthers(record, shapeOf(record))) ||
        entities.some((entity) => isObject(entity) && hasOthers(entity, entityShape)));
}
/**
 * The line of a record, without line break: its keys in a fixed order, in `evidence`, `ev`, `e` and `links` by code
 * unit. Equal records give equal lines.
 */
function recordLine(record) {
    const keys = Object.keys(shapeOf(record));
    return object(record, keys, (key, value) => {
        if (!isObject(value))
            return JSON.stringify(value);
        if (key === 'e')
            return sorted(value, (entity) => object(entity, Object.keys(entityShape)));
        return key === 'evidence' || key === 'ev' || key === 'links' ? sorted(value) : JSON.stringify(value);
    });
}
function isObject(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
function shapeOf(record) {
    const type = String(record['t']);
    if (type === 'file' && Object.hasOwn(record, 'e'))
        return shapes.entities;
    return isLockType(type) ? shapes[type] : {};
}
function fits(value, shape) {
    return Object.entries(shape).every(([key, test]) => test(Object.hasOwn(value, key) ? value[key] : undefined));
}
function hasOthers(value, shape) {
    return Object.keys(value).some((key) => !Object.hasOwn(shape, key));
}
/** JSON with these keys first and in this order, then the others as they come. */
function object(value, first, write = (_, field) => JSON.stringify(field)) {
    const keys = [...first, ...Object.keys(value).filter((key) => !first.includes(key))];
    return json(keys.filter((key) => Object.hasOwn(value, key) && value[key] !== undefined).map((key) => [key, write(key, value[key])]));
}
function sorted(value, write = (field) => JSON.stringify(field)) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    return json(entries.sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b)).map(([key, field]) => [key, write(field)]));
}
function json(entries) {
    return `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}


/***/ }),

/***/ 16321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c_: () => (/* binding */ Lock),
  mF: () => (/* binding */ readLock),
  be: () => (/* binding */ writeLock)
});

// UNUSED EXPORTS: lockFile

// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
// EXTERNAL MODULE: ./lib/src/context/lock-records.js
var lock_records = __webpack_require__(18244);
;// CONCATENATED MODULE: ./lib/src/context/lock-heal.js


/**
 * What stays of different records of one type and id, whatever their order; undefined where nothing does. Of `file`
 * records the one that matches the file stays; of entities that no match decides, those that both sides agree on or
 * that only one has. Of what a month cost the larger figures stay. A deletion by a person stays. All else goes: a unit
 * runs again, a table is read again, a check is made again.
 */
function heal(records, matches) {
    const ordered = records.toSorted((a, b) => (0,canonical/* byText */.z4)((0,lock_records/* recordLine */.IK)(a), (0,lock_records/* recordLine */.IK)(b)));
    const [first] = ordered;
    if (first === undefined || first.t === 'gone')
        return first;
    if (first.t === 'spent')
        return ordered.reduce((a, b) => larger(a, b));
    if (first.t !== 'file')
        return undefined;
    const files = ordered.filter((record) => record.t === 'file');
    const matching = matches === undefined ? [] : files.filter(matches);
    const left = matching.length > 0 ? matching : files;
    return left.length === 1 ? left[0] : agreed(left);
}
function agreed(records) {
    const entities = records.filter((record) => !('sha' in record));
    const [first] = records;
    if (first === undefined)
        return undefined;
    if (entities.length < records.length) {
        const files = records.filter((record) => 'sha' in record);
        const same = files.length === records.length && files.every(({ sha }) => 'sha' in first && sha === first.sha);
        return same ? { t: 'file', id: first.id, sha: files[0]?.sha ?? '', ...(files.every(({ own }) => own === true) ? { own: true } : {}) } : undefined;
    }
    const states = new Map();
    for (const [key, state] of entities.flatMap(({ e = {} }) => Object.entries(e))) {
        const known = states.get(key);
        const agrees = !states.has(key) || (known !== undefined && (0,canonical/* canonicalJson */.dj)(known) === (0,canonical/* canonicalJson */.dj)(state));
        states.set(key, agrees ? state : undefined);
    }
    const e = Object.fromEntries([...states].filter((entry) => entry[1] !== undefined));
    return { t: 'file', id: first.id, e };
}
/** The larger number at every key; of other values that differ the one whose text is larger. */
function larger(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return Math.max(a, b);
    if (a === undefined || b === undefined)
        return a ?? b;
    if (!(0,lock_records/* isObject */.Gv)(a) || !(0,lock_records/* isObject */.Gv)(b))
        return (0,canonical/* byText */.z4)((0,canonical/* canonicalJson */.dj)(a), (0,canonical/* canonicalJson */.dj)(b)) < 0 ? b : a;
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return Object.fromEntries(keys.map((key) => [key, larger(a[key], b[key])]));
}

;// CONCATENATED MODULE: ./lib/src/context/lock.js



/** The name of the file, relative to the project. */
const lockFile = 'ktx.lock';
const version = 1;
/** What earlier runs know. Immutable: `with` and `without` give a new lock. */
class Lock {
    static empty = new Lock(new Map(), [], JSON.stringify({ lock: version }));
    #stock;
    #foreign;
    #header;
    /** Use `Lock.empty` or `readLock`. */
    constructor(stock, foreign, header) {
        this.#stock = stock;
        this.#foreign = foreign;
        this.#header = header;
    }
    get(type, id) {
        return this.#stock.get(type)?.get(id)?.record;
    }
    /** All records of a type by id, in code-unit order. */
    all(type) {
        const stored = [...(this.#stock.get(type)?.values() ?? [])].map(({ record }) => record);
        return stored.sort((a, b) => (0,canonical/* byText */.z4)(a.id, b.id));
    }
    /** With these records in place of those of their type and id. */
    with(records) {
        const stock = new Map(this.#stock);
        const copied = new Map();
        for (const record of records) {
            const line = (0,lock_records/* recordLine */.IK)(record);
            let byId = copied.get(record.t);
            if (byId === undefined) {
                byId = new Map(stock.get(record.t));
                copied.set(record.t, byId);
                stock.set(record.t, byId);
            }
            byId.set(record.id, { record, line });
        }
        return new Lock(stock, this.#foreign, this.#header);
    }
    /** Without the records of a type that have these ids. */
    without(type, ids) {
        const byId = new Map(this.#stock.get(type));
        for (const id of ids)
            byId.delete(id);
        return new Lock(new Map(this.#stock).set(type, byId), this.#foreign, this.#header);
    }
    /** With exactly these records of the named types; records of other types stay. */
    replacing(types, records) {
        const stock = new Map([...this.#stock].filter(([type]) => !types.includes(type)));
        return new Lock(stock, this.#foreign, this.#header).with(records);
    }
    /** Records of every type that this version knows. */
    records() {
        return [...this.#stock.values()].flatMap((byId) => [...byId.values()].map(({ record }) => record));
    }
    /** The text of `ktx.lock`: sorted by type and id in code-unit order, so that equal locks are equal bytes. */
    text() {
        const lines = [...this.#foreign];
        for (const [type, byId] of this.#stock) {
            for (const [id, { line }] of byId)
                lines.push({ type, id, line });
        }
        lines.sort((a, b) => (0,canonical/* byText */.z4)(a.type, b.type) || (0,canonical/* byText */.z4)(a.id, b.id) || (0,canonical/* byText */.z4)(a.line, b.line));
        return [this.#header, ...lines.map(({ line }) => line), ''].join('\n');
    }
}
/**
 * Reads `ktx.lock`; null (no file) and an empty text are an empty lock. What a merge left behind is healed: conflict
 * markers go, both sides stay, and of records that are there twice what can't be true goes, so that its work is done
 * again. Lines that are not records go. Each is said in a finding. Only a newer format is refused.
 */
function readLock(text, { matches } = {}) {
    const { lines, markers } = withoutMarkers((text ?? '').replace(/^\uFEFF/, ''));
    const headers = [];
    const foreign = new Map();
    const candidates = new Map();
    const unreadable = [];
    for (const { line, number } of lines) {
        const parsed = parseLine(line);
        if (parsed === undefined)
            unreadable.push(number);
        else if ('header' in parsed) {
            if (parsed.header > version)
                return { ok: false, finding: newer(parsed.header, number) };
            headers.push(line);
        }
        else if ('foreign' in parsed)
            foreign.set(line, parsed.foreign);
        else {
            const { record } = parsed.stored;
            const key = `${record.t}\u0000${record.id}`;
            candidates.set(key, [...(candidates.get(key) ?? []), parsed.stored]);
        }
    }
    const stock = new Map();
    let doubled = 0;
    for (const stored of candidates.values()) {
        const different = [...new Map(stored.map((one) => [one.line, one])).values()];
        if (stored.length > 1)
            doubled += 1;
        const healed = different.length === 1 ? different[0]?.record : heal(different.map(({ record }) => record), matches);
        if (healed === undefined)
            continue;
        const byId = stock.get(healed.t) ?? new Map();
        byId.set(healed.id, different.find(({ record }) => record === healed) ?? { record: healed, line: (0,lock_records/* recordLine */.IK)(healed) });
        stock.set(healed.t, byId);
    }
    const findings = [];
    if (markers > 0 || doubled > 0)
        findings.push(conflict(markers, doubled));
    for (const number of unreadable)
        findings.push(notARecord(number));
    const header = headers.toSorted(canonical/* byText */.z4).at(-1) ?? JSON.stringify({ lock: version });
    return { ok: true, lock: new Lock(stock, [...foreign.values()], header), findings };
}
/** The text of a lock, ending in a line break. */
function writeLock(lock) {
    return lock.text();
}
/**
 * The lines that are not empty and not conflict markers. What stands between `|||||||` and `=======` is the common
 * ancestor, which is neither side, so it goes too.
 */
function withoutMarkers(text) {
    const lines = [];
    let markers = 0;
    let ancestor = false;
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const marker = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/.exec(line)?.[1];
        if (marker !== undefined) {
            markers += 1;
            ancestor = marker.startsWith('|');
        }
        else if (!ancestor && line.trim() !== '')
            lines.push({ line, number: index + 1 });
    }
    return { lines, markers };
}
function parseLine(line) {
    try {
        return lineOf(JSON.parse(line), line);
    }
    catch {
        // Not JSON, or JSON nested deeper than it can be written again.
        return undefined;
    }
}
function lineOf(value, line) {
    if (!(0,lock_records/* isObject */.Gv)(value))
        return undefined;
    const type = value['t'];
    if (type === undefined && Number.isInteger(value['lock']))
        return { header: value['lock'] };
    if (typeof type !== 'string')
        return undefined;
    if (!(0,lock_records/* isLockType */.gi)(type))
        return { foreign: { type, id: typeof value['id'] === 'string' ? value['id'] : '', line } };
    if (!(0,lock_records/* isRecord */.u4)(value))
        return undefined;
    return { stored: { record: value, line: (0,lock_records/* hasUnknownKeys */.j0)(value) ? line : (0,lock_records/* recordLine */.IK)(value) } };
}
function newer(found, line) {
    return {
        severity: 'error',
        code: 'lock-newer',
        message: `${lockFile} has format ${found}, and this ktx-ci reads up to format ${version}.`,
        fix: `Upgrade ktx-ci to the version that wrote ${lockFile}, in every workflow that uses this project.`,
        file: lockFile,
        line,
    };
}
function conflict(markers, doubled) {
    const what = [
        ...(markers > 0 ? ['conflict markers'] : []),
        ...(doubled > 0 ? [doubled === 1 ? 'one record twice' : `${doubled} records twice`] : []),
    ];
    return {
        severity: 'warning',
        code: 'lock-conflict',
        message: `${lockFile} held ${what.join(' and ')}; where two records disagree both went, and what they stood for is judged again.`,
        fix: 'Nothing needs to be done: the next change to the file writes it healed.',
        file: lockFile,
    };
}
function notARecord(line) {
    return {
        severity: 'warning',
        code: 'lock-unreadable',
        message: `Line ${line} of ${lockFile} is not a record; it was left out, and what it stood for is judged again.`,
        fix: `Restore the line from the history of ${lockFile} if it was edited by hand.`,
        file: lockFile,
        line,
    };
}


/***/ }),

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Tc: () => (/* binding */ sortFindings)
/* harmony export */ });
/* unused harmony export findingCodes */
/** The place of a finding out of the origin of what it is about. */
function placeOf(origin) {
    return {
        ...(origin.file === undefined ? {} : { file: origin.file }), ...(origin.line === undefined ? {} : { line: origin.line }),
        ...(origin.column === undefined ? {} : { column: origin.column }), ...(origin.pointer === undefined ? {} : { pointer: origin.pointer }),
    };
}
/** Every code with the sentence that docs/errors.md opens its section with. Sorted by the room that reports it. */
const findingCodes = {
    // usage and project
    'usage': 'A flag, command or value on the command line is not one that ktx-ci knows.',
    'no-project': 'No ktx.yaml and no dbt_project.yml was found.',
    'config-syntax': 'A configuration file is not valid YAML.',
    'config-value': 'A value in ktx.yaml or ktx-ci.yaml is not one that its key takes.',
    'config-unknown-key': 'A key in ktx.yaml or ktx-ci.yaml is not known, so it has no effect.',
    'config-too-large': 'A configuration file is too large or too deeply nested to be meant.',
    'model-missing': 'A backend is configured, but llm.models.default is not.',
    'reference-unresolved': 'An env: or file: reference has no value.',
    'driver-unknown': 'A connection names a driver that neither ktx nor ktx-ci knows.',
    'driver-skipped': 'A connection has a driver that ktx reads and ktx-ci does not read yet.',
    'connection-unknown': 'A connection id was named that ktx.yaml does not have.',
    'not-implemented': 'A command or option exists in the design and is not part of this version.',
    'event-refused': 'This workflow event may not start this command.',
    'output-folder': 'The output folder cannot be written.',
    'baseline-unreadable': 'The baseline or resume folder cannot be used.',
    'recording-unreadable': 'The folder holds no recording that replay can read.',
    'replay-left': 'A unit that was run again is not as it was recorded.',
    'replay-differs': 'The replay gives another patch than the recorded run.',
    // evidence
    'source-unreadable': 'A source could not be read in this run; what it contributed stays as it is.',
    'warehouse-unreachable': 'The server of a warehouse cannot be reached.',
    'warehouse-login': 'The server of a warehouse does not take the login.',
    'warehouse-tls': 'The connection to a warehouse cannot be encrypted as it must be.',
    'warehouse-database': 'The server of a warehouse does not have the database.',
    'warehouse-permission': 'The login of a warehouse may not read something.',
    'source-mismatch': 'Too little of a source was found in the warehouse to trust the pairing.',
    'file-skipped': 'A file was not read.',
    'path-escape': 'A path leads out of the directory that it is confined to.',
    'query-refused': 'A statement was refused by the read-only guard.',
    'query-failed': 'The warehouse refused or failed a statement.',
    'odd-name': 'A table or column has a name that ktx cannot address safely.',
    'dbt-manifest-stale': 'The dbt manifest is older than the project files, so the files were read instead or may differ.',
    'dbt-manifest': 'A dbt artifact cannot be used.',
    'dbt-yaml': 'A YAML file of a dbt project cannot be used.',
    'dbt-reference': 'A dbt node reads another one that does not exist.',
    'dbt-untyped': 'dbt models without column types were left out.',
    'mixed-types': 'A column holds values of several types.',
    // judgement by rule
    'test-contradicted': 'A dbt test says something that the data contradicts.',
    'join-ambiguous': 'A column could refer to more than one table.',
    'orphans': 'Rows on the referring side of a join have no match.',
    'term-contradiction': 'Two sources define the same term differently.',
    'secret-in-text': 'A text looks as if it holds a credential; it was not published.',
    'markup-in-text': 'A text holds active markup; it was not published.',
    'hidden-in-text': 'A text holds characters that nobody sees; it was published without them.',
    'instruction-in-text': 'A text tells a model what to do; it was published as it is.',
    'mention-in-text': 'A text holds an @mention or a reference that would notify or link people.',
    'measure-differs': 'A measure that a model would write gives another value than the definition that it comes from; it was not written.',
    'reconcile-question': 'Two entries may be one thing or contradict each other, and only people know.',
    'reconciled': 'Two entries were found to be one thing or to differ, and it was settled.',
    'pairs-waiting': 'Pairs of entries that may be one thing wait for a model.',
    'decision-unknown': 'An answer in ktx.decisions.yaml fits no option or no question.',
    'edit-conflict': 'Two pieces of evidence give one entity different values.',
    'edit-dropped': 'A proposed change was checked and failed, so it is not in the patch.',
    // judgement by a model
    'model-question': 'A model found evidence that contradicts itself or what a person wrote, and asks.',
    'model-note': 'A model noticed something in the evidence that people should know.',
    'edit-refused': 'Changes that a model proposed failed a check and were left out.',
    'repair-waiting': 'What a model proposed in vain waits for its repair round.',
    'attempt-refused': 'A model tried to write or read what it may not; nothing of it happened.',
    'unit-failed': 'A unit could not be judged.',
    'unit-deferred': 'A unit was stopped before its end; what it had is kept, and it goes on next time.',
    'unit-stuck': 'A unit was stopped three times and is left alone until its evidence changes.',
    'budget-spent': 'A limit kept units from starting; they wait for the next run.',
    'budget-unlimited': 'No limit bounds what this run may cost.',
    'unrelayed-login': 'codex asks its model with a person\'s sign-in, past the relay.',
    'price-unknown': 'The price of a model is not known, so that its cost is not either.',
    'host-refused': 'A credential would go to a host that is not allowed.',
    // context
    'context-syntax': 'A semantic-layer or wiki file is not valid YAML.',
    'context-too-large': 'A context file is too large or too deeply nested to be meant; it was left alone.',
    'context-duplicate': 'Two context files define the same name.',
    'context-schema': 'A semantic-layer file has a field that ktx does not accept.',
    'context-orphan': 'An overlay has no table behind it.',
    'context-shadow': 'A standalone source has the name of a scanned table.',
    'context-reference': 'A join, measure, segment or page names something that does not exist.',
    'context-expression': 'An expression cannot be parsed or names a column that does not exist.',
    'measure-trap': 'A measure, segment or computed column gives a wrong number over the joins that it reads.',
    'source-renamed': 'A table seems to go by another name: what was written about it is carried over.',
    'double-source': 'Two sources may be one, so that measures of one thing stand in two places.',
    'broken-column': 'A column that the context rests on is dropped or renamed in dbt.',
    'broken-model': 'A dbt model that the context rests on is dropped, renamed or no longer built.',
    'stale': 'The context holds a copy of a text that dbt has changed since.',
    'unproved': 'Entries of the context have not been proved on the warehouse.',
    'in-base': 'Findings that were there before this change do not count.',
    'base-missing': 'The commit that a change is compared with is not in this clone.',
    'context-unreadable': 'The context that --context names cannot be read.',
    'entity-unknown': 'Nothing in the context has the name that explain was asked about.',
    'hand-edited': 'A field that follows its evidence was edited by hand.',
    'suggestion': 'ktx-ci would write something else than a person wrote; theirs was kept.',
    'removed-by-person': 'A person deleted something that ktx-ci wrote; it stays away.',
    'removals-held': 'More would be removed than one run may remove.',
    'measure-broken': 'A source, grain, measure, segment or join that a person wrote fails on the warehouse.',
    'lock-conflict': 'ktx.lock holds conflict markers or records twice; it was healed.',
    'lock-newer': 'ktx.lock was written by a newer ktx-ci.',
    'lock-unreadable': 'Lines of ktx.lock cannot be read.',
    // models
    'missing-credential': 'A model backend is configured, and its credential is not there.',
    'auth': 'The model provider does not take the credential.',
    'permission': 'The model credential is valid, and may not do what is asked of it.',
    'model-access': 'A model of ktx.yaml does not exist, or not for this credential.',
    'quota': 'The account at the model provider has nothing left to spend.',
    'rate-limit': 'The model provider takes no more requests for now.',
    'network': 'The model provider cannot be reached.',
    'timeout': 'The model provider did not answer in time.',
    'not-installed': 'A program that the model backend needs is not installed.',
    'isolation': 'The agent of the model backend cannot be isolated as it must be.',
    'invalid-request': 'The model provider refuses a request as wrong.',
    'provider-error': 'The model provider has a problem of its own.',
    // self-test
    'credential-visible': 'A program in the place of an agent saw a credential.',
    'credential-unchecked': 'Whether an agent could see a credential in a place cannot be told.',
    // publishing
    'artifact-failed': 'The output folder could not be uploaded as an artifact.',
    'publish-unavailable': 'Publishing a pull request is not part of this version.',
    'internal': 'A bug in ktx-ci.',
};
const rank = { error: 0, question: 1, warning: 2, notice: 3 };
/** Errors first, then by code, place and message: the same order whatever order they were found in. */
function sortFindings(findings) {
    const key = (f) => [rank[f.severity], f.code, f.file ?? '', String(f.line ?? 0).padStart(9, '0'), f.message].join('\u0000');
    const keyed = new Map(findings.map((finding) => [key(finding), finding]));
    return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
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

/***/ 78340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l7: () => (/* binding */ resolveSources),
  PU: () => (/* binding */ warehouseHosts),
  ZO: () => (/* binding */ warehouseSecrets)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/project/references.js
var references = __webpack_require__(47184);
;// CONCATENATED MODULE: ./lib/src/project/postgres-address.js


/**
 * Resolves the keys of a connection, and its URL for what no key says. The variables and files that psql reads (PGHOST,
 * PGPASSWORD, ~/.pgpass, …) count for nothing: what ktx.yaml does not name is missing.
 */
function postgresAddress(connection, root, environment, severity) {
    const { options } = connection;
    const findings = [];
    const text = (key) => {
        const written = options[key];
        if (written === undefined)
            return undefined;
        const resolved = (0,references/* resolveReference */.s)(String(written), root, environment);
        if (resolved.ok)
            return resolved.value === '' ? undefined : resolved.value;
        findings.push({ severity, code: 'reference-unresolved', ...connection.place(key), message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix });
        return undefined;
    };
    const wrong = (key, message, fix) => {
        findings.push({ severity: 'error', code: 'config-value', ...connection.place(key), message: `connection ${connection.id}: ${message}`, fix });
    };
    const url = urlParts(text('url'));
    if (url === null)
        wrong('url', 'url is no address of PostgreSQL', 'write postgresql://USER@HOST:PORT/DATABASE, and the password as password: env:NAME');
    const user = options.username === undefined ? 'user' : 'username';
    const written = { host: text('host'), port: text('port'), database: text('database'), user: text(user), password: text('password'), sslmode: text('sslmode') };
    const unresolved = findings.length > 0;
    const keys = {
        host: written.host === undefined && url?.host !== undefined ? 'url' : 'host', port: written.port === undefined && url?.port !== undefined ? 'url' : 'port',
        database: written.database === undefined && url?.database !== undefined ? 'url' : 'database', user: written.user === undefined && url?.user !== undefined ? 'url' : user,
        password: written.password === undefined && url?.password !== undefined ? 'url' : 'password', tls: written.sslmode === undefined && url?.sslmode !== undefined ? 'url' : options.sslmode === undefined ? 'ssl' : 'sslmode',
    };
    const [host, database, login] = [written.host ?? url?.host, written.database ?? url?.database, written.user ?? url?.user];
    const port = Number(written.port ?? url?.port ?? 5432);
    if (!unresolved) {
        if (host === undefined)
            wrong('host', 'it has neither host nor url', 'add host: NAME');
        if (database === undefined)
            wrong('database', 'it names no database', 'add database: NAME');
        if (login === undefined)
            wrong(user, 'it names no login', 'add username: NAME, of a login that may only read (docs/warehouses.md)');
        if (!Number.isInteger(port) || port < 1 || port > 65_535)
            wrong(keys.port, 'port is no number from 1 to 65535', 'correct it');
    }
    const tls = tlsOf(written.sslmode ?? url?.sslmode, text('sslrootcert') ?? url?.sslrootcert, connection, root);
    if (typeof tls === 'string')
        wrong(keys.tls, tls, 'use disable, prefer, require or verify-full, and the path of a PEM file as sslrootcert');
    if (findings.length > 0 || host === undefined || database === undefined || login === undefined || typeof tls === 'string')
        return { ok: false, findings };
    return { ok: true, address: { driver: 'postgres', host, port, database, user: login, password: written.password ?? url?.password ?? '', tls, keys } };
}
/** Null for a text that is no such URL. */
function urlParts(text) {
    if (text === undefined)
        return {};
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol))
        return null;
    const part = (name, encoded) => {
        if (encoded === null || encoded === '')
            return {};
        try {
            return { [name]: decodeURIComponent(encoded) };
        }
        catch {
            return { [name]: encoded };
        }
    };
    return {
        ...part('host', url.hostname.replace(/^\[(.*)\]$/, '$1')), ...part('port', url.port), ...part('database', url.pathname.replace(/^\/+/, '')), ...part('user', url.username), ...part('password', url.password),
        ...part('sslmode', url.searchParams.get('sslmode')), ...part('sslrootcert', url.searchParams.get('sslrootcert')),
    };
}
/**
 * What `ssl`, `sslmode` and their like mean together. As for ktx, `require` verifies the certificate too, unless
 * `rejectUnauthorized: false` or `trustServerCertificate: true` says otherwise. A text says what is wrong.
 */
function tlsOf(mode, rootCertificate, connection, root) {
    const { options } = connection;
    let ca;
    if (rootCertificate !== undefined && rootCertificate !== 'system') {
        try {
            ca = (0,external_node_fs_.readFileSync)((0,references/* projectPath */.D)(root, rootCertificate), 'utf8');
        }
        catch {
            return `the certificate file ${rootCertificate} cannot be read`;
        }
    }
    const trusting = options.rejectUnauthorized === false || options.trustServerCertificate === true;
    const given = ca === undefined ? {} : { ca };
    switch (mode?.toLowerCase()) {
        case undefined: return options.ssl === true || ca !== undefined ? { mode: 'required', verified: !trusting, ...given } : { mode: 'off' };
        case 'disable': return { mode: 'off' };
        case 'allow':
        case 'prefer': return { mode: 'preferred', verified: false, ...given };
        case 'no-verify': return { mode: 'required', verified: false, ...given };
        case 'require':
        case 'verify-ca':
        case 'verify-full': return { mode: 'required', verified: !trusting, ...given };
        default: return `sslmode ${mode ?? ''} is not known`;
    }
}

;// CONCATENATED MODULE: ./lib/src/project/sources.js



/**
 * Resolves what the named connections need to be read. A reference without a value is an error, or a notice where
 * `lenient` (check and --dry-run): the connection then cannot be read. It never falls back to another variable.
 */
function resolveSources(project, environment, lenient) {
    const addresses = new Map();
    const findings = [];
    for (const connection of project.connections) {
        if (connection.driver === 'postgres') {
            const resolved = postgresAddress(connection, project.root, environment, lenient ? 'notice' : 'error');
            if (resolved.ok)
                addresses.set(connection.id, resolved.address);
            else
                findings.push(...resolved.findings);
        }
        if (connection.driver !== 'sqlite')
            continue;
        const option = connection.options.path !== undefined ? 'path' : 'url';
        const text = connection.options[option] ?? '';
        // file:PATH names a file that holds the value; file://PATH is the URL of the database itself
        const resolved = text.startsWith('file://') ? { ok: true, value: text } : (0,references/* resolveReference */.s)(text, project.root, environment);
        if (!resolved.ok) {
            findings.push({
                severity: lenient ? 'notice' : 'error', code: 'reference-unresolved', ...connection.place(option),
                message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix,
            });
            continue;
        }
        addresses.set(connection.id, { driver: 'sqlite', file: (0,references/* projectPath */.D)(project.root, filePath(resolved.value)) });
    }
    return { addresses, findings };
}
/** Passwords of the warehouses, for redaction. */
function warehouseSecrets(project, environment) {
    return [...resolveSources(project, environment, true).addresses.values()].flatMap((address) => (address.driver === 'postgres' && address.password !== '' ? [address.password] : []));
}
/** The servers that a run talks to for its warehouses. */
function warehouseHosts(addresses) {
    return [...addresses].flatMap(([connection, address]) => (address.driver === 'postgres'
        ? [{ host: `${address.host}:${address.port}`, what: `PostgreSQL of the connection ${connection}: its login and read-only SQL${address.tls.mode === 'off' ? ', without TLS' : ''}` }] : []));
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


/***/ })

};
