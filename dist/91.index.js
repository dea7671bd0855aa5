export const id = 91;
export const ids = [91];
export const modules = {

/***/ 10091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doublesGate: () => (/* binding */ doublesGate)
/* harmony export */ });
/* harmony import */ var _sql_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56621);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75066);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83370);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56042);




/** Share of the columns of two sources over the same tables that both have, from which they may be one. */
const alike = 0.8;
/**
 * Sources of one connection that may be one: over one physical table, with the same SQL, or over the same tables with nearly
 * the same columns. Measures of one thing in two sources give two numbers for one question.
 */
function doublesGate(input) {
    const { context } = input;
    return context.connections().flatMap((connection) => {
        // only files can be doubles: two scanned entries are two tables
        const written = [...context.sourceNames(connection)].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4).flatMap((name) => {
            const source = (0,_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeSource */ .C)(context, connection, name);
            return source?.kind === 'standalone' ? [source] : [];
        });
        if (written.length === 0 || (input.only && !written.some(({ name }) => input.only?.has(`${connection}/${name}`))))
            return [];
        const reading = readingOf(input, connection);
        const scanned = new Map();
        for (const name of context.entryNames(connection)) {
            const source = context.source(connection, name) ? undefined : (0,_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeSource */ .C)(context, connection, name);
            const bare = source && lastPart(source.table ?? '');
            if (source && bare !== undefined)
                scanned.set(bare, [...(scanned.get(bare) ?? []), source]);
        }
        for (const name of context.sourceNames(connection)) {
            const source = (0,_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeSource */ .C)(context, connection, name);
            const bare = source?.kind === 'overlaid' ? lastPart(source.table ?? '') : undefined;
            if (source && bare !== undefined)
                scanned.set(bare, [...(scanned.get(bare) ?? []), source]);
        }
        return written.flatMap((source, at) => {
            const tables = reading(source);
            const others = [...written.slice(at + 1), ...[...new Set(tables.map(lastPart))].flatMap((bare) => scanned.get(bare) ?? [])];
            return others.flatMap((other) => {
                const isDue = !input.only || [source, other].some(({ name }) => input.only?.has(`${connection}/${name}`) === true);
                const why = isDue && other.name !== source.name ? doubleOf(source, tables, other, reading(other)) : null;
                if (why === null || !source.file)
                    return [];
                const path = [source.sql === undefined ? 'table' : 'sql'];
                return [{
                        severity: 'notice', code: 'double-source', file: source.file.file.path, ...(source.file.file.document.place(path) ?? { line: 1, column: 1 }),
                        message: `${source.name} and ${other.name} ${why}, so that measures of one thing may stand in both`, fix: 'put the measures in one of them; a condition is a segment there',
                    }];
            });
        });
    });
}
/** The tables that a source reads, as they are written, in lower case. */
function readingOf({ parser, dialectOf }, connection) {
    const known = new Map();
    const read = ({ sql, table }) => {
        if (sql === undefined)
            return table === undefined ? [] : [table.toLowerCase()];
        const parsed = parser.parse(sql, dialectOf(connection));
        const root = parsed.ok && parsed.tree.length === 1 ? (0,_sql_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(parsed.tree[0]) : null;
        return root === null ? [] : [...new Set((0,_sql_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .tablesOf */ .tI)(root).map(({ catalog, schema, name }) => [catalog, schema, name].filter((part) => part !== null).join('.').toLowerCase()))].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4);
    };
    return (source) => {
        const tables = known.get(source.name) ?? read(source);
        known.set(source.name, tables);
        return tables;
    };
}
function doubleOf(a, tablesOfA, b, tablesOfB) {
    if (a.sql === undefined && b.sql === undefined)
        return (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .sameTable */ .lY)(a.table, b.table ?? '') ? `are both the table ${b.table ?? ''}` : null;
    if (a.sql !== undefined && b.sql !== undefined && tight(a.sql) === tight(b.sql))
        return 'have the same SQL';
    const sameTables = tablesOfA.length > 0 && tablesOfA.length === tablesOfB.length && tablesOfA.every((table) => tablesOfB.some((other) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .sameTable */ .lY)(table, other)));
    return sameTables && likeness(a, b) >= alike ? `read only ${tablesOfB.join(' and ')}, and nearly all their columns are the same` : null;
}
function likeness(a, b) {
    const [ours, theirs] = [a, b].map((source) => new Set(source.columns.map(({ name }) => name.toLowerCase())));
    const both = [...ours].filter((name) => theirs.has(name)).length;
    return both === 0 ? 0 : both / (ours.size + theirs.size - both);
}
const lastPart = (table) => (/([^.]*)$/.exec(table)?.[1] ?? '').replace(/^["`[]|["`\]]$/g, '').toLowerCase();
const tight = (sql) => sql.replace(/--[^\n]*/g, '').replace(/\s+/g, '').replace(/;$/, '').toLowerCase();


/***/ })

};
