export const id = 8421;
export const ids = [8421,802];
export const modules = {

/***/ 40802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ confinement),
  gather: () => (/* binding */ gather)
});

// UNUSED EXPORTS: plural

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
;// CONCATENATED MODULE: ./lib/src/evidence/tables.js


function structureHashOf(structure) {
    return (0,canonical/* hash12 */.Yq)(structure);
}
/** Whether the driver's marker and the structure say that nothing moved, so that the table need not be read. */
function isUnmoved(scanned, structureHash, remembered) {
    return remembered !== undefined && scanned.mark !== null && remembered.mark === scanned.mark && remembered.structure === structureHash;
}
/** Row counts are hashed as a power of ten, so that growth is not a change. */
function magnitude(rows) {
    return rows <= 0 ? -1 : Math.floor(Math.log10(rows));
}
function tableEvidence(connection, scanned, profile, remembered) {
    const { structure, mark } = scanned;
    const structureHash = structureHashOf(structure);
    const hash = profile ? (0,canonical/* hash12 */.Yq)([structureHash, magnitude(profile.rows), profile.values]) : remembered?.hash ?? structureHash;
    return {
        id: (0,table_name/* tableId */.s)(connection, structure.name), kind: 'table', connection,
        data: { structure, mark, ...(profile ? { profile } : {}) },
        get text() { return tableDescription(structure, profile); },
        origin: {}, presence: 'present', hash, structureHash,
    };
}
function tableDescription(structure, profile) {
    const columns = structure.columns.map((column) => {
        // a column may be called __proto__
        const values = profile && Object.hasOwn(profile.values, column.name) ? profile.values[column.name] : undefined;
        const notes = [column.nullable ? '' : 'not null', structure.primaryKey.includes(column.name) ? 'key' : '', column.comment ?? '', values ? `one of ${values.join(' | ')}` : ''];
        return `- ${column.name} ${column.nativeType || column.type} ${notes.filter((note) => note !== '').join('; ')}`.trimEnd();
    });
    const head = `${structure.kind} ${(0,table_name/* tableText */.q)(structure.name)}${profile ? `, about 10^${Math.max(0, magnitude(profile.rows))} rows` : ''}`;
    return [head, ...(structure.comment ? [structure.comment] : []), ...columns, ...(structure.definition ? [structure.definition] : [])].join('\n');
}

;// CONCATENATED MODULE: ./lib/src/evidence/gather.js




/** The git root around the project, else the project: no source may lead out of it. */
function confinement(root) {
    for (let at = root;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return root;
    }
}
/** Reads every source of the project once; one that cannot be read is a finding and `unreadable`, never an exception. */
async function gather(input) {
    const { project } = input;
    const warehouses = [];
    const tables = [];
    const dbt = [];
    const definitions = [];
    const unreadable = new Set();
    const unknown = new Set();
    const findings = [];
    const read = [];
    const confined = confinement(project.root);
    for (const connection of project.connections) {
        const started = input.now();
        const note = (ok, what) => {
            read.push({ id: connection.id, driver: connection.driver, ok, what, milliseconds: input.now() - started });
        };
        if (input.signal?.aborted === true && connection.driver !== 'skipped') {
            unreadable.add(connection.id);
            note(false, 'not read: cancelled');
        }
        else if (connection.driver === 'sqlite' || connection.driver === 'postgres') {
            const address = input.addresses.get(connection.id);
            if (address === undefined) {
                unreadable.add(connection.id);
                note(false, 'its reference has no value here');
                continue;
            }
            const { openWarehouse } = await __webpack_require__.e(/* import() */ 3372).then(__webpack_require__.bind(__webpack_require__, 33372));
            const opened = await openWarehouse({ connection, address, root: confined, ...(input.signal === undefined ? {} : { signal: input.signal }) });
            if (!opened.ok) {
                unreadable.add(connection.id);
                findings.push(at(opened.finding, connection.place(opened.option ?? 'path')));
                note(false, opened.finding.message);
                continue;
            }
            warehouses.push(opened.warehouse);
            const scanned = await scanTables(opened.warehouse, input);
            findings.push(...scanned.findings);
            if (!scanned.ok) {
                unreadable.add(connection.id);
                note(false, 'could not be scanned');
                continue;
            }
            tables.push(...scanned.tables);
            for (const id of scanned.unknown.map((name) => (0,table_name/* tableId */.s)(connection.id, name)))
                if (input.remembered(id) !== undefined)
                    unknown.add(id);
            const columns = scanned.tables.reduce((sum, table) => sum + table.data.structure.columns.length, 0);
            note(true, `${plural(scanned.tables.length, 'table')}, ${plural(columns, 'column')}${scanned.unmoved > 0 ? `, ${scanned.unmoved} not read again` : input.profiles === false ? '' : `, ${plural(scanned.rows, 'row')}`}`);
        }
        else if (connection.driver === 'dbt') {
            const { readDbt } = await __webpack_require__.e(/* import() */ 6509).then(__webpack_require__.bind(__webpack_require__, 86509));
            const named = connection.options.source_dir ?? '.';
            const directory = (0,external_node_path_.relative)(confined, (0,external_node_path_.resolve)(project.root, named, connection.options.path ?? '')).split('\\').join('/');
            if (directory === '..' || directory.startsWith('../') || (0,external_node_path_.isAbsolute)(directory)) {
                unreadable.add(connection.id);
                const message = `the dbt project of ${connection.id} leads out of ${confined === project.root ? 'the project' : 'the repository'}: ${named}`;
                findings.push({ severity: 'error', code: 'path-escape', ...connection.place('source_dir'), message, fix: 'check it out inside, and name that folder' });
                note(false, message);
                continue;
            }
            const result = await readDbt({ connection: connection.id, root: confined, directory, ...(input.artifacts === undefined ? {} : { artifacts: input.artifacts }), ...(input.readerOf ? { reader: input.readerOf(confined) } : {}) });
            const moved = (origin) => (origin.file === undefined ? origin : { ...origin, file: fromProject(project.root, confined, origin.file) });
            findings.push(...result.findings.map((finding) => (finding.file === undefined ? at(finding, connection.place('source_dir')) : { ...finding, file: fromProject(project.root, confined, finding.file) })));
            if (result.evidence.length === 0 && result.findings.some((finding) => finding.severity === 'error')) {
                unreadable.add(connection.id);
                note(false, result.findings[0]?.message ?? 'could not be read');
                continue;
            }
            const here = confined === project.root;
            for (const node of result.evidence)
                dbt.push(here ? node : relocated(node, moved));
            for (const definition of result.definitions)
                definitions.push(here ? definition : { ...definition, origin: moved(definition.origin) });
            const models = result.evidence.filter((node) => node.data.resource === 'model').length;
            const tests = result.evidence.reduce((sum, node) => sum + node.data.tests.length, 0);
            note(true, `${plural(models, 'model')}, ${plural(result.evidence.length - models, 'source')}, ${plural(tests, 'test')} (${result.via})`);
        }
    }
    let documents = [];
    if (input.documentGlobs.length > 0) {
        const started = input.now();
        const { readDocuments } = await __webpack_require__.e(/* import() */ 2465).then(__webpack_require__.bind(__webpack_require__, 82465));
        const result = await readDocuments({ connection: 'files', root: project.root, globs: input.documentGlobs, ...(input.readerOf ? { reader: input.readerOf(project.root) } : {}) });
        documents = result.evidence;
        definitions.push(...result.definitions);
        findings.push(...result.findings);
        read.push({ id: 'documents', driver: 'files', ok: true, what: plural(documents.length, 'document'), milliseconds: input.now() - started });
    }
    return { warehouses, tables, dbt, documents, definitions, unknown, unreadable, findings, read };
}
function plural(count, noun) {
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
const at = (finding, place) => (finding.line === undefined ? { ...finding, ...place } : finding);
function fromProject(root, confined, file) {
    return (0,external_node_path_.relative)(root, (0,external_node_path_.join)(confined, file)).split('\\').join('/');
}
function relocated(node, moved) {
    const columns = node.data.columns.map((column) => ({ ...column, origin: moved(column.origin) }));
    const tests = node.data.tests.map((test) => ({ ...test, origin: moved(test.origin) }));
    const described = node.data.described && { described: moved(node.data.described) };
    // a spread would read the text, which is made on demand
    return Object.create(node, {
        origin: { value: moved(node.origin), enumerable: true }, data: { value: { ...node.data, ...described, columns, tests }, enumerable: true },
    });
}
async function scanTables(warehouse, input) {
    const catalogue = await warehouse.scan();
    if (catalogue.tables.length === 0 && catalogue.findings.some((finding) => finding.severity === 'error')) {
        return { ok: false, tables: [], unknown: [], rows: 0, unmoved: 0, findings: [...catalogue.findings] };
    }
    const tables = [];
    const findings = [...catalogue.findings];
    let rows = 0;
    let unmoved = 0;
    for (const scanned of catalogue.tables) {
        if (input.signal?.aborted === true)
            return { ok: false, tables: [], unknown: [], findings, rows, unmoved };
        const structure = structureHashOf(scanned.structure);
        const remembered = input.remembered((0,table_name/* tableId */.s)(warehouse.connection, scanned.structure.name));
        const isStill = isUnmoved(scanned, structure, remembered);
        if (isStill || input.profiles === false) {
            if (isStill)
                unmoved += 1;
            tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
            continue;
        }
        const profiled = await warehouse.profile(scanned.structure);
        if (!profiled.ok) {
            findings.push(profiled.finding);
            tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
            continue;
        }
        const { profile } = profiled;
        rows += profile.rows;
        const evidence = tableEvidence(warehouse.connection, scanned, profile, remembered);
        tables.push(evidence);
        for (const [column, shares] of Object.entries(profile.mixedTypes)) {
            const kinds = Object.entries(shares).filter(([, share]) => share >= 0.005).sort(([, a], [, b]) => b - a).map(([kind, share]) => `${Math.round(share * 100)} % ${kind}`).join(', ');
            findings.push({ severity: 'notice', code: 'mixed-types', message: `${scanned.structure.name.name}.${column} holds ${kinds}`, fix: 'compare and sum it with a cast', evidence: [evidence.id] });
        }
    }
    return { ok: true, tables, unknown: catalogue.unknown, findings, rows, unmoved };
}


/***/ }),

/***/ 82602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tableText),
/* harmony export */   s: () => (/* binding */ tableId)
/* harmony export */ });
/** `main.orders`, with nulls left out; for people and ids, not for SQL. */
function tableText(name) {
    return [name.catalog, name.schema, name.name].filter((part) => part !== null).join('.');
}
/** Evidence id of a table. */
function tableId(connection, name) {
    return `table:${connection}/${tableText(name)}`;
}


/***/ })

};
