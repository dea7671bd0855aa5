export const id = 4165;
export const ids = [4165];
export const modules = {

/***/ 94165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check),
/* harmony export */   runCheck: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _context_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72409);
/* harmony import */ var _context_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16321);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93391);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5670);
/* harmony import */ var _project_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39630);
/* harmony import */ var _publish_changes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32879);
/* harmony import */ var _publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36456);
/* harmony import */ var _publish_wording_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88190);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31502);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38736);










/** Is the committed context right? No model, no credential, no network. Exit 5 where something is broken. */
async function check(given, terminal) {
    const options = given;
    const outcome = await runCheck(options, terminal);
    const colour = (0,_main_js__WEBPACK_IMPORTED_MODULE_9__/* .colours */ .M)(terminal, terminal.stdout, options.color === false);
    if (options.json === true)
        terminal.stdout.write(`${JSON.stringify({ status: outcome.exitCode === 0 ? 'complete' : 'failed', ...outcome }, null, 2)}\n`);
    else {
        for (const line of (0,_publish_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .renderFindings */ .vO)(outcome.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice'), colour, { perCode: 20 }))
            terminal.stdout.write(`${line}\n`);
        const tick = outcome.exitCode === 0 ? colour.green('✓') : colour.red('✗');
        terminal.stdout.write(`${outcome.findings.length > 0 ? '\n' : ''}${tick} ${outcome.headline}\n`);
    }
    return outcome.exitCode;
}
async function runCheck(options, terminal) {
    const loaded = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_3__/* .loadProject */ .g)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: true, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    if (!loaded.ok)
        return { exitCode: _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.configuration, findings: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .T)(loaded.findings), headline: 'the configuration is wrong; nothing was checked' };
    const { project } = loaded;
    const files = (0,_project_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .readProjectTree */ .qP)(project.root);
    const lock = (0,_context_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .readLock */ .mF)((0,_publish_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b)(files.tree, 'ktx.lock'));
    const context = (0,_context_context_js__WEBPACK_IMPORTED_MODULE_0__/* .readContext */ .yI)(files.tree, () => undefined);
    const findings = [...project.findings, ...files.findings, ...(lock.ok ? lock.findings : [lock.finding])];
    const read = await sourceFindings(project);
    findings.push(...(await contextFindings(context, project)), ...read.findings);
    const { locateFindings } = await __webpack_require__.e(/* import() */ 5791).then(__webpack_require__.bind(__webpack_require__, 35791));
    const { redactFindings } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 39979));
    const sorted = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .T)(redactFindings(await locateFindings(findings, project.root), []));
    const errors = sorted.filter((finding) => finding.severity === 'error');
    const configuration = errors.some((finding) => finding.code === 'lock-newer');
    const sources = context.connections().reduce((sum, connection) => sum + new Set([...context.entryNames(connection), ...context.sourceNames(connection)]).size, 0);
    const looked = [(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(sources, 'source'), (0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(context.pages().length, 'page'), ...(read.nodes > 0 ? [(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(read.nodes, 'dbt node')] : [])].join(', ');
    return {
        exitCode: configuration ? _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.configuration : errors.length > 0 ? _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.broken : _report_js__WEBPACK_IMPORTED_MODULE_8__/* .exitCodes */ .h.ok,
        findings: sorted,
        headline: errors.length > 0 ? `${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(errors.length, 'thing is', 'things are')} broken (${looked} looked at)` : `nothing is broken: ${looked}`,
    };
}
/** The offline gates. Overlays of a connection that was never scanned cannot be judged: one notice, not an error each. */
async function contextFindings(context, project) {
    const { schemaGate } = await __webpack_require__.e(/* import() */ 5854).then(__webpack_require__.bind(__webpack_require__, 25854));
    const { wikiGate } = await Promise.all(/* import() */[__webpack_require__.e(1744), __webpack_require__.e(2281)]).then(__webpack_require__.bind(__webpack_require__, 62281));
    const findings = [...schemaGate(context), ...wikiGate(context)];
    const scanned = context.connections().filter((connection) => context.shards(connection).length > 0);
    const unscanned = context.connections().filter((connection) => !scanned.includes(connection));
    if (context.connections().length > 0) {
        const { referencesGate } = await __webpack_require__.e(/* import() */ 5539).then(__webpack_require__.bind(__webpack_require__, 5539));
        const { loadParser } = await __webpack_require__.e(/* import() */ 2458).then(__webpack_require__.bind(__webpack_require__, 22458));
        const { dialectOfDriver } = await __webpack_require__.e(/* import() */ 7303).then(__webpack_require__.bind(__webpack_require__, 67303));
        const drivers = new Map(project.connections.map((connection) => [connection.id, (0,_project_project_js__WEBPACK_IMPORTED_MODULE_3__/* .driverName */ .i)(connection)]));
        findings.push(...referencesGate({ context, parser: await loadParser(), dialectOf: (connection) => dialectOfDriver(drivers.get(connection) ?? '') }));
    }
    findings.push(...context.findings());
    const isUnscanned = (finding) => unscanned.some((connection) => finding.file?.startsWith(`semantic-layer/${connection}/`) === true);
    const overlays = findings.filter((finding) => finding.code === 'context-orphan' && isUnscanned(finding));
    const kept = findings.filter((finding) => !overlays.includes(finding) && !(finding.code === 'context-reference' && unscanned.length > 0 && (isUnscanned(finding) || finding.file?.startsWith('wiki/') === true)));
    for (const connection of unscanned) {
        const count = overlays.filter((finding) => finding.file?.startsWith(`semantic-layer/${connection}/`) === true).length;
        if (count > 0)
            kept.push({ severity: 'notice', code: 'context-orphan', message: `${connection} was never scanned (no _schema), so ${(0,_publish_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(count, 'overlay')} could not be checked against its tables`, fix: 'run ktx-ci ingest once' });
    }
    return kept;
}
/** What the dbt projects and documents of this checkout say wrongly, without any warehouse. */
async function sourceFindings(project) {
    const { gather } = await __webpack_require__.e(/* import() */ 802).then(__webpack_require__.bind(__webpack_require__, 40802));
    const { termFindings } = await __webpack_require__.e(/* import() */ 4328).then(__webpack_require__.bind(__webpack_require__, 64328));
    const { textFindings } = await __webpack_require__.e(/* import() */ 2531).then(__webpack_require__.bind(__webpack_require__, 92531));
    const { placeOf } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 93391));
    const world = await gather({
        project: { ...project, connections: project.connections.filter((connection) => connection.driver === 'dbt') },
        sqliteFiles: new Map(), documentGlobs: project.settings.documents, now: () => 0, remembered: () => undefined, profiles: false,
    });
    const known = new Set(world.dbt.map((node) => node.id));
    const dangling = world.dbt.flatMap((node) => node.data.dependsOn.filter((id) => !known.has(id)).map((id) => ({
        severity: 'warning', code: 'dbt-reference', ...placeOf(node.origin), message: `${node.id} reads ${id}, which this dbt project does not have`, fix: 'mend the ref() or source(); if it comes from a package, ignore this', evidence: [node.id],
    })));
    return { nodes: world.dbt.length, findings: [...world.findings, ...termFindings(world.definitions), ...dangling, ...world.dbt.flatMap(textFindings)] };
}


/***/ }),

/***/ 72409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yI: () => (/* binding */ readContext),
/* harmony export */   ye: () => (/* binding */ shaOf),
/* harmony export */   zW: () => (/* binding */ isOverlay)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74413);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62233);



/** A manifest of thousands of tables is a real file. */
const contextBytes = 64 * 1024 * 1024;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function isOverlay(value) {
    return value['table'] === undefined && value['sql'] === undefined;
}
/**
 * `knownSources` gives the source names in a file whose bytes the lock knows, so that it need not be parsed; undefined
 * where it does not know them. `isClosed`: a path where something lies that was not read and must stay.
 */
function readContext(tree, knownSources, isClosed = () => false) {
    const parsed = new Map();
    const shas = new Map();
    const findings = [];
    const paths = [...tree.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4);
    const byConnection = new Map();
    const pages = [];
    for (const path of paths) {
        const kind = (0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path);
        if (kind?.kind === 'page')
            pages.push(path);
        if (kind?.kind !== 'manifest' && kind?.kind !== 'source')
            continue;
        const lists = byConnection.get(kind.connection) ?? { shards: [], sources: [] };
        byConnection.set(kind.connection, lists);
        (kind.kind === 'manifest' ? lists.shards : lists.sources).push(path);
    }
    function file(path) {
        if (parsed.has(path))
            return parsed.get(path);
        const bytes = tree.get(path);
        let result;
        if (bytes) {
            const read = (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(bytes, { maxBytes: contextBytes, maxDepth: 48 });
            if (read.ok)
                result = { path, text: Buffer.from(bytes).toString('utf8'), document: read.document };
            else {
                const { reason, message, line, column } = read.problem;
                const large = reason === 'too-large' || reason === 'too-deep' || reason === 'aliases';
                findings.push({
                    severity: large ? 'warning' : 'error', code: large ? 'context-too-large' : 'context-syntax', file: path, line, column, message: `${path}: ${message}`,
                    fix: large ? 'write it plainly; until then it is left alone' : 'mend the YAML at this place; until then the file is left alone',
                });
            }
        }
        parsed.set(path, result);
        return result;
    }
    function sha(path) {
        const ready = shas.get(path);
        if (ready !== undefined)
            return ready;
        const bytes = tree.get(path);
        if (bytes)
            shas.set(path, shaOf(bytes));
        return shas.get(path);
    }
    function indexed(connection, kind) {
        const cache = kind === 'shards' ? entryIndex : sourceIndex;
        const ready = cache.get(connection);
        if (ready)
            return ready;
        const index = new Map();
        cache.set(connection, index);
        for (const path of byConnection.get(connection)?.[kind] ?? []) {
            const names = knownSources(path, sha(path) ?? '') ?? namesIn(path, kind);
            for (const name of names) {
                const first = index.get(name);
                if (first === undefined)
                    index.set(name, path);
                else {
                    findings.push({
                        severity: 'error', code: 'context-duplicate', file: path, ...place(path, kind === 'shards' ? ['tables', name] : ['name']),
                        message: `${name} is defined here and in ${first}`, fix: 'keep one of the two',
                    });
                }
            }
        }
        return index;
    }
    function namesIn(path, kind) {
        const value = file(path)?.document.value;
        if (kind === 'shards') {
            const tables = isRecord(value) ? value['tables'] : undefined;
            return isRecord(tables) ? Object.keys(tables) : [];
        }
        const name = isRecord(value) ? value['name'] : undefined;
        // a broken or nameless file still stands for the source of its file name, so that nothing is written over it
        return [typeof name === 'string' && name !== '' ? name : (path.split('/').at(-1) ?? path).replace(/\.ya?ml$/, '')];
    }
    function place(path, at) {
        return file(path)?.document.place(at);
    }
    const entryIndex = new Map();
    const sourceIndex = new Map();
    return {
        tree,
        sha,
        file,
        isBroken: (path) => isClosed(path) || (tree.has(path) && (0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path)?.kind !== 'page' && file(path) === undefined),
        entryPath: (connection, source) => indexed(connection, 'shards').get(source),
        sourcePath: (connection, source) => indexed(connection, 'sources').get(source),
        entry(connection, source) {
            const path = indexed(connection, 'shards').get(source);
            const parsedFile = path === undefined ? undefined : file(path);
            const tables = isRecord(parsedFile?.document.value) ? parsedFile.document.value['tables'] : undefined;
            const value = isRecord(tables) && Object.hasOwn(tables, source) ? tables[source] : undefined;
            return parsedFile && isRecord(value) ? { file: parsedFile, value } : undefined;
        },
        source(connection, source) {
            const path = indexed(connection, 'sources').get(source);
            const parsedFile = path === undefined ? undefined : file(path);
            return parsedFile && isRecord(parsedFile.document.value) ? { file: parsedFile, value: parsedFile.document.value } : undefined;
        },
        entryNames: (connection) => [...indexed(connection, 'shards').keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        sourceNames: (connection) => [...indexed(connection, 'sources').keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        shards: (connection) => byConnection.get(connection)?.shards ?? [],
        pages: () => pages,
        connections: () => [...byConnection.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        findings: () => findings,
    };
}
/** What the lock files a file's bytes under: 12 hex characters of SHA-256. */
function shaOf(bytes) {
    return (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes).slice(0, 12);
}


/***/ }),

/***/ 62233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ shardPath),
/* harmony export */   HX: () => (/* binding */ pagePath),
/* harmony export */   SI: () => (/* binding */ sourceNames),
/* harmony export */   SW: () => (/* binding */ slotOf),
/* harmony export */   VJ: () => (/* binding */ contextPath),
/* harmony export */   Z3: () => (/* binding */ sourcePath),
/* harmony export */   ZF: () => (/* binding */ joinsOf),
/* harmony export */   hO: () => (/* binding */ standalonePath)
/* harmony export */ });
/* harmony import */ var _text_slug_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32653);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11528);


/**
 * Path of the manifest shard that a table of this driver belongs to. ktx names shards `<catalog>.<schema>` on Snowflake
 * and Databricks, `<database>` on BigQuery, MySQL and ClickHouse, `<schema>` elsewhere; SQLite has no schemas: `public`.
 */
function shardPath(connection, driver, table) {
    const name = () => {
        switch (driver) {
            case 'snowflake':
            case 'databricks':
                return `${table.catalog ?? 'default'}.${table.schema ?? 'public'}`;
            case 'bigquery':
            case 'mysql':
            case 'clickhouse':
                return table.schema ?? table.catalog ?? 'default';
            case 'sqlite':
                return 'public';
            default:
                return table.schema ?? 'public';
        }
    };
    return `semantic-layer/${connection}/_schema/${safeShard(name())}.yaml`;
}
const safeShard = (name) => (/^[A-Za-z0-9_.-]{1,120}$/.test(name) && !name.startsWith('.') ? name : (0,_text_slug_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceFileName */ .l)(name));
/** Path of the overlay or standalone file of a source that has none yet. */
function sourcePath(connection, source) {
    return `semantic-layer/${connection}/${(0,_text_slug_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceFileName */ .l)(source)}.yaml`;
}
/** Path of a page that we may write; undefined for a key that never reaches a file. Stricter than ktx: lower case only. */
function pagePath(key) {
    return /^[a-z0-9][a-z0-9_-]{0,119}$/.test(key) ? `wiki/global/${key}.md` : undefined;
}
/**
 * Names of a connection's tables in the semantic layer: the bare table name; where two tables share it, the one that
 * the base already has under it keeps it (`taken`: bare name → full name there), the others are `<schema>__<name>`.
 */
function sourceNames(tables, taken, full) {
    const byName = new Map();
    for (const table of tables)
        byName.set(table.name, [...(byName.get(table.name) ?? []), table]);
    const names = new Map();
    for (const [name, sharing] of byName) {
        const [only] = sharing;
        if (only && sharing.length === 1) {
            names.set(only, name);
            continue;
        }
        const sorted = [...sharing].sort((a, b) => (full(a) < full(b) ? -1 : 1));
        const present = taken(name);
        const keeper = sorted.find((table) => full(table) === present) ?? sorted[0];
        for (const table of sorted)
            names.set(table, table === keeper ? name : `${table.schema ?? table.catalog ?? 'default'}__${name}`);
    }
    return names;
}
const machineKeys = ['db', 'dbt'];
/**
 * Structure, keys, formal and inferred joins, texts of the database and of dbt, constraints, enums, tests, tags and
 * freshness go to the manifest entry; everything that is judged goes to the overlay.
 */
function slotOf(edit) {
    const column = 'column' in edit && edit.column !== undefined ? edit.column : undefined;
    const inColumn = column === undefined ? [] : ['columns', { name: column }];
    switch (edit.kind) {
        case 'source': return { where: 'scanned', path: [], machine: true };
        case 'column': return { where: 'scanned', path: inColumn, machine: true };
        case 'description': {
            const key = edit.key ?? '';
            if (machineKeys.includes(key))
                return { where: 'scanned', path: [...inColumn, 'descriptions', key], machine: true };
            const override = column === undefined ? [] : ['column_overrides', { name: column }];
            return { where: 'overlay', path: [...override, 'descriptions', key], machine: false };
        }
        case 'property': return { where: 'scanned', path: [...inColumn, ...(edit.field ?? '').split('.')], machine: true };
        case 'join': {
            const join = edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' };
            return { where: 'scanned', path: ['joins', { to: join.to, on: join.on }], machine: edit.op === 'put' && edit.value.source === 'formal' };
        }
        case 'grain': return { where: 'overlay', path: ['grain'], machine: false };
        case 'measure': return { where: 'overlay', path: ['measures', { name: edit.name ?? '' }], machine: false };
        case 'segment': return { where: 'overlay', path: ['segments', { name: edit.name ?? '' }], machine: false };
        case 'page': return { where: 'page', path: [], machine: false };
    }
}
/** Where what an overlay would hold goes in a standalone file, which holds its columns itself. */
function standalonePath(edit) {
    const { path } = slotOf(edit);
    return path[0] === 'column_overrides' ? ['columns', ...path.slice(1)] : path;
}
/** The joins of a parsed entry by their key; what is not a join is left out. */
function joinsOf(entry) {
    const joins = entry?.joins;
    const found = new Map();
    for (const join of Array.isArray(joins) ? joins : []) {
        const { to, on, relationship, source } = join ?? {};
        if (typeof to === 'string' && typeof on === 'string')
            found.set((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .joinKey */ .ID)({ to, on }), { to, on, relationship, source });
    }
    return found;
}
/** What a path of the project means to the context; undefined: nothing. */
function contextPath(path) {
    const parts = path.split('/');
    const [top, second, third] = parts;
    if (top === 'semantic-layer' && second !== undefined && parts.length >= 3 && /\.ya?ml$/.test(path)) {
        return third === '_schema' ? { kind: 'manifest', connection: second } : { kind: 'source', connection: second };
    }
    if (top === 'wiki' && second === 'global' && parts.length === 3 && third?.endsWith('.md'))
        return { kind: 'page', key: third.slice(0, -3) };
    if (top === 'wiki' && second === 'user')
        return { kind: 'userPage' };
    return undefined;
}


/***/ }),

/***/ 39630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ isClosed),
/* harmony export */   qP: () => (/* binding */ readProjectTree),
/* harmony export */   xw: () => (/* binding */ writeProjectTree),
/* harmony export */   yV: () => (/* binding */ mayBeWritten)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75066);



/** The files of a project that a patch may touch, as they lie in the working tree. */
const folders = ['semantic-layer', 'wiki'];
const files = ['ktx.lock', 'ktx.decisions.yaml'];
const fileBytes = 64 * 1024 * 1024;
/** Path → bytes, sorted. Symbolic links and oversized files are findings and closed, so that nothing is written through or over them. */
function readProjectTree(root) {
    const tree = new Map();
    const closed = new Set();
    const findings = [];
    const close = (path, finding) => {
        closed.add(path);
        // without its lock a run would take everything for new
        findings.push({ severity: path === 'ktx.lock' ? 'error' : 'warning', file: path, ...finding });
    };
    const visit = (path) => {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), { throwIfNoEntry: false });
        if (stat === undefined)
            return;
        if (stat.isSymbolicLink())
            close(path, { code: 'path-escape', message: `${path} is a symbolic link; it is neither read nor written`, fix: 'put the file itself there' });
        else if (stat.isDirectory() && !files.includes(path)) {
            for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4))
                visit(`${path}/${name}`);
        }
        else if (!stat.isFile())
            close(path, { code: 'file-skipped', message: `${path} is not a regular file; it is neither read nor written`, fix: 'put a file there, or remove it' });
        else if (stat.size > fileBytes)
            close(path, { code: 'context-too-large', message: `${path} has ${stat.size} bytes; it is left alone`, fix: 'split it' });
        else {
            try {
                tree.set(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)));
            }
            catch (error) {
                close(path, { code: 'file-skipped', message: `${path} cannot be read (${error.code ?? 'unknown error'}); it is left alone`, fix: 'check its permissions' });
            }
        }
    };
    for (const path of [...folders, ...files])
        visit(path);
    return { tree: new Map([...tree].sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4)(a, b))), closed, findings };
}
/** Whether a path is closed, or lies below a closed one. */
function isClosed(closed, path) {
    const parts = path.split('/');
    return parts.some((_, i) => closed.has(parts.slice(0, i + 1).join('/')));
}
/** Only these paths may ever be in a patch. */
function mayBeWritten(path) {
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\\'))
        return false;
    return path.startsWith('semantic-layer/') || path.startsWith('wiki/global/') || files.includes(path);
}
/** Writes changed files into the project, each by rename; null deletes. Throws for a path that may not be written or has a link in it. */
function writeProjectTree(root, changes) {
    for (const path of changes.keys())
        if (!mayBeWritten(path) || hasLink(root, path))
            throw new Error(`refusing to write ${path}`);
    for (const [path, text] of changes) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
        if (text === null) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(target, { force: true });
            continue;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
        const partial = `${target}.ktx-ci-partial`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(partial, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
    }
}
function hasLink(root, path) {
    const parts = path.split('/');
    return parts.some((_, i) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...parts.slice(0, i + 1)), { throwIfNoEntry: false })?.isSymbolicLink() === true);
}


/***/ }),

/***/ 32879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fileChanges),
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

/** Text of a file of the context; null where it is missing. */
function textOf(tree, path) {
    const bytes = tree.get(path);
    return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
}
/** Files that differ between two states of the context, and the lock. Sorted by path. */
function fileChanges(before, after, lock) {
    const changes = [];
    for (const path of [...new Set([...before.keys(), ...after.keys()])].filter((one) => one !== 'ktx.lock').sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)) {
        const [old, now] = [before.get(path), after.get(path)];
        if (old !== undefined && now !== undefined && Buffer.compare(old, now) === 0)
            continue;
        changes.push({ path, before: textOf(before, path), after: textOf(after, path) });
    }
    const oldLock = textOf(before, 'ktx.lock');
    const newLock = lock === '' ? oldLock : lock;
    if (oldLock !== newLock)
        changes.push({ path: 'ktx.lock', before: oldLock, after: newLock });
    return changes.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.path, b.path));
}


/***/ }),

/***/ 32653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ sourceFileName),
/* harmony export */   n: () => (/* binding */ idSlug)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

/** Folder name for an id: safe characters, cut at 80, then 8 hex of its hash so that two ids never share one. */
function idSlug(id) {
    return `${id.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(id).slice(0, 8)}`;
}
const windowsReserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
/**
 * File name (without extension) for a semantic-layer source. ktx derives it the same way: the name itself where it is
 * plain, otherwise a slug and 8 hex of its hash, so that it stays injective on case-insensitive disks.
 */
function sourceFileName(name) {
    if (/^[a-z0-9][a-z0-9_]{0,63}$/.test(name) && !windowsReserved.test(name))
        return name;
    const slug = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 64);
    return `${slug || 'src'}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(name).slice(0, 8)}`;
}


/***/ })

};
