export const id = 5539;
export const ids = [5539];
export const modules = {

/***/ 5539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   referencesGate: () => (/* binding */ referencesGate)
/* harmony export */ });
/* harmony import */ var _sql_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94883);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29318);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83370);



/** Whether every name that an overlay, standalone source or manifest join uses exists, and every expression parses. */
function referencesGate(input) {
    const findings = [];
    for (const connection of input.context.connections()) {
        const names = new Set([...input.context.entryNames(connection), ...input.context.sourceNames(connection)]);
        for (const name of [...names].sort()) {
            if (input.only && !input.only.has(`${connection}/${name}`))
                continue;
            const source = (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeSource */ .C)(input.context, connection, name);
            if (source)
                findings.push(...sourceFindings(input, source, names));
        }
    }
    return findings;
}
function sourceFindings(input, source, names) {
    const findings = [];
    const dialect = input.dialectOf(source.connection);
    const say = (found, at, code, message, fix) => {
        const base = found === source.entry ? ['tables', source.name] : [];
        let place;
        for (let length = at.length; length >= 0 && !place; length -= 1)
            place = found.file.document.place([...base, ...at.slice(0, length)]);
        findings.push({ severity: 'error', code, file: found.file.path, ...(place ?? { line: 1, column: 1 }), message: `${source.name}: ${message}`, fix });
    };
    const { file, entry } = source;
    if (source.kind === 'orphan' && input.isComing?.(source.connection, source.name) === true)
        return findings;
    if (source.kind === 'orphan' && file) {
        const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(source.name, input.context.entryNames(source.connection));
        say(file, ['name'], 'context-orphan', `no scanned table ${source.name} in ${source.connection}, so this overlay has no effect`, near ? `did you mean ${near}?` : 'scan the table, or add table: and columns:');
        return findings;
    }
    if (source.kind === 'standalone' && entry && file)
        say(file, ['name'], 'context-shadow', `${source.name} is also a scanned table, which this file hides`, 'rename the source, or make it an overlay by removing table:, sql: and its columns');
    const coming = (name) => input.coming?.(source.connection, name) ?? [];
    const columns = new Map([...source.columns.map((column) => column.name), ...coming(source.name)].map((name) => [name.toLowerCase(), name]));
    const known = [...columns.values()];
    const measures = new Set(source.measures.map(({ value }) => value.name));
    const segments = source.segments.map(({ value }) => value.name);
    const missing = (name) => {
        const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, known);
        return near ? `did you mean ${near}?` : 'name a column of this source';
    };
    // columns of a SQL source come from its query; where none are listed there is nothing to compare with
    const complete = known.length > 0;
    const expression = (text, found, at, what, wants) => {
        const result = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseExpression */ .A)(input.parser, text, dialect);
        if (!result.ok)
            return say(found, at, 'context-expression', `${what} cannot be parsed: ${result.message}`, 'mend the SQL');
        for (const { table, name } of result.columns.map((column) => ({ table: column.table, name: column.column }))) {
            if (table && table !== source.name) {
                if (!names.has(table))
                    say(found, at, 'context-reference', `${what} names the source ${table}, which does not exist`, nearestFix(table, [...names]));
                else if (!source.joins.some((join) => join.value.to === table))
                    say(found, at, 'context-reference', `${what} names ${table}.${name}, but ${source.name} has no join to ${table}`, 'add the join');
                continue;
            }
            if (!complete || columns.has(name.toLowerCase()) || (wants.measures === true && measures.has(name)))
                continue;
            say(found, at, 'context-expression', `${what}: column ${name} does not exist`, missing(name));
        }
        const derived = wants.measures === true && result.columns.length > 0 && result.columns.every((column) => measures.has(column.column));
        if (wants.aggregate === true && !result.hasAggregate && !derived)
            say(found, at, 'context-expression', `${what} does not aggregate`, 'use sum, count, avg, min, max or other measures');
        if (wants.aggregate === false && result.hasAggregate)
            say(found, at, 'context-expression', `${what} aggregates, which only a measure may`, 'move it to a measure');
    };
    for (const { value, file: found, index } of source.measures) {
        expression(value.expr, found, ['measures', index, 'expr'], `measure ${value.name}`, { aggregate: true, measures: true });
        if (value.filter !== undefined)
            expression(value.filter, found, ['measures', index, 'filter'], `filter of ${value.name}`, { aggregate: false });
        for (const segment of value.segments) {
            if (!segments.includes(segment))
                say(found, ['measures', index, 'segments'], 'context-reference', `measure ${value.name} names the segment ${segment}, which does not exist`, nearestFix(segment, segments));
        }
    }
    for (const { value, file: found, index } of source.segments)
        expression(value.expr, found, ['segments', index, 'expr'], `segment ${value.name}`, { aggregate: false });
    if (file) {
        source.columns.forEach((column) => {
            if (column.expr !== undefined && column.index !== undefined)
                expression(column.expr, file, ['columns', column.index, 'expr'], `column ${column.name}`, { aggregate: false });
        });
        const listed = (key) => (Array.isArray(file.value[key]) ? file.value[key] : []);
        const inherited = new Set([...(Array.isArray(entry?.value['columns']) ? entry.value['columns'] : []).map((column) => String(column.name)), ...coming(source.name)].map((name) => name.toLowerCase()));
        listed('column_overrides').forEach((override, index) => {
            const name = override?.name;
            if (typeof name === 'string' && !inherited.has(name.toLowerCase()))
                say(file, ['column_overrides', index, 'name'], 'context-reference', `column_overrides names ${name}, which the table does not have`, missing(name));
        });
        listed('exclude_columns').forEach((name, index) => {
            if (typeof name === 'string' && !inherited.has(name.toLowerCase()))
                say(file, ['exclude_columns', index], 'context-reference', `exclude_columns names ${name}, which the table does not have`, missing(name));
        });
        listed('grain').forEach((name, index) => {
            if (typeof name === 'string' && complete && !columns.has(name.toLowerCase()))
                say(file, ['grain', index], 'context-reference', `grain names ${name}, which is no column`, missing(name));
        });
    }
    for (const join of source.joins) {
        const at = ['joins', join.index];
        if (!names.has(join.value.to)) {
            if (input.isComing?.(source.connection, join.value.to) === true)
                continue;
            say(join.file, [...at, 'to'], 'context-reference', `join to ${join.value.to}, which does not exist`, nearestFix(join.value.to, [...names]));
            continue;
        }
        const result = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseJoin */ .m)(input.parser, join.value.on, dialect);
        if (!result.ok) {
            say(join.file, [...at, 'on'], 'context-expression', `join to ${join.value.to} cannot be parsed: ${result.message}`, 'write source.column = other.column, several joined by AND');
            continue;
        }
        const target = (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeSource */ .C)(input.context, source.connection, join.value.to);
        const has = (side, column) => side === undefined || side.columns.length === 0 || [...side.columns.map((one) => one.name), ...coming(side.name)].some((name) => name.toLowerCase() === column.toLowerCase());
        for (const pair of result.pairs) {
            for (const side of [pair.left, pair.right]) {
                const owner = side.source === source.name ? source : target;
                if (!has(owner, side.column))
                    say(join.file, [...at, 'on'], 'context-reference', `join to ${join.value.to}: ${side.source} has no column ${side.column}`, nearestFix(side.column, owner?.columns.map((column) => column.name) ?? []));
            }
        }
    }
    return findings;
}
function nearestFix(name, candidates) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, candidates);
    return near ? `did you mean ${near}?` : 'remove it, or name one that exists';
}


/***/ })

};
