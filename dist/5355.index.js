export const id = 5355;
export const ids = [5355];
export const modules = {

/***/ 15355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ matchWorld),
/* harmony export */   matchDbt: () => (/* binding */ matchDbt)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29318);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82602);



/** Pairs the dbt nodes of a run with its tables; without any readable table there is nothing to match with. */
function matchWorld(project, world) {
    const warehouses = project.connections.filter((connection) => connection.driver !== 'dbt' && connection.driver !== 'skipped');
    const hopeless = world.tables.length === 0 && (warehouses.length === 0 || warehouses.some((connection) => world.unreadable.has(connection.id)));
    return matchDbt(hopeless ? [] : world.dbt, world.tables, (id) => warehouses.some((connection) => connection.id === id && connection.driver === 'sqlite'), (id) => project.connections.find((connection) => connection.id === id)?.place() ?? { file: project.file });
}
const precedence = { model: 0, snapshot: 1, seed: 2, source: 3 };
const same = (a, b) => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
/** Least share of a source that must be found before it is trusted (DESIGN section 7). */
const enough = 0.5;
/**
 * Pairs dbt nodes with scanned tables: same name, and no other schema or catalogue than the node's. A warehouse without
 * schemas of its own (SQLite) is matched by name. `place` is where the dbt connection stands in ktx.yaml.
 */
function matchDbt(nodes, tables, schemaless, place) {
    const byName = new Map();
    for (const table of tables) {
        const name = table.data.structure.name.name.toLowerCase();
        byName.set(name, [...(byName.get(name) ?? []), table]);
    }
    const tableOf = new Map();
    const nodesOf = new Map();
    const counted = new Map();
    for (const node of nodes) {
        const { relation } = node.data;
        if (relation === null)
            continue;
        const count = counted.get(node.connection) ?? { found: 0, of: 0, missing: [], to: new Map() };
        counted.set(node.connection, count);
        count.of += 1;
        const candidates = (byName.get(relation.name.toLowerCase()) ?? []).filter((table) => {
            const { catalog, schema } = table.data.structure.name;
            if (schemaless(table.connection))
                return true;
            return (relation.schema === null || schema === null || same(relation.schema, schema)) && (relation.catalog === null || catalog === null || same(relation.catalog, catalog));
        });
        const table = candidates[0];
        if (!table) {
            count.missing.push(node);
            continue;
        }
        count.found += 1;
        count.to.set(table.connection, (count.to.get(table.connection) ?? 0) + 1);
        tableOf.set(node.id, table);
        nodesOf.set(table.id, [...(nodesOf.get(table.id) ?? []), node]);
    }
    for (const list of nodesOf.values())
        list.sort((a, b) => precedence[a.data.resource] - precedence[b.data.resource] || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.id, b.id));
    const matches = [];
    const findings = [];
    const blocked = new Set();
    for (const [connection, count] of [...counted].sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b))) {
        const targets = [...count.to.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4);
        const to = targets.join(', ') || [...new Set(tables.map((table) => table.connection))].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4).join(', ');
        matches.push({ from: connection, to, found: count.found, of: count.of });
        if (count.of === 0 || count.found / count.of >= enough)
            continue;
        blocked.add(connection);
        findings.push({
            severity: 'error', code: 'source-mismatch', ...place(connection),
            message: `${connection}: ${count.found} of ${count.of} dbt relations are in ${to || 'the warehouse'}`,
            fix: likelyCause(count.missing, tables),
        });
    }
    return { tableOf, nodesOf, matches, findings, blocked };
}
function likelyCause(missing, tables) {
    const names = new Map(tables.map((table) => [table.data.structure.name.name.toLowerCase(), table]));
    const elsewhere = new Map();
    let wanted = '';
    for (const node of missing) {
        const table = node.data.relation && names.get(node.data.relation.name.toLowerCase());
        if (!table)
            continue;
        const schema = [table.data.structure.name.catalog, table.data.structure.name.schema].filter((part) => part !== null).join('.');
        elsewhere.set(schema, (elsewhere.get(schema) ?? 0) + 1);
        wanted = [node.data.relation?.catalog, node.data.relation?.schema].filter((part) => part !== null).join('.');
    }
    const best = [...elsewhere].sort(([a, m], [b, n]) => n - m || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b))[0];
    if (best)
        return `${best[1]} of them exist in schema ${best[0]}, while dbt names ${wanted}: the manifest is of another target; build it with the one that this warehouse holds`;
    const example = missing[0]?.data.relation;
    const near = example && (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(example.name, tables.map((table) => table.data.structure.name.name));
    if (tables.length === 0)
        return 'the warehouse has no tables: check its path and permissions';
    return `dbt names ${example ? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .tableText */ .q)(example) : 'nothing'}${near ? `, the warehouse has ${near}` : ''}: check the target of the manifest, and that this is the warehouse that dbt builds`;
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
