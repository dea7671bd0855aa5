export const id = 5539;
export const ids = [5539,6553];
export const modules = {

/***/ 5539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   referencesGate: () => (/* binding */ referencesGate)
/* harmony export */ });
/* harmony import */ var _sql_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94883);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29318);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83370);
/* harmony import */ var _traps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26553);




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
        const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(source.name, input.context.entryNames(source.connection));
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
    // columns of a SQL source come from its query; where none are listed there is nothing to compare with
    const hasColumn = (of, column) => of.columns.length === 0 || [...of.columns.map((one) => one.name), ...coming(of.name)].some((name) => name.toLowerCase() === column.toLowerCase());
    const missing = (name) => {
        const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, known);
        return near ? `did you mean ${near}?` : 'name a column of this source';
    };
    const complete = known.length > 0;
    const expression = (text, found, at, what, wants) => {
        const result = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseExpression */ .A)(input.parser, text, dialect);
        if (!result.ok)
            return say(found, at, 'context-expression', `${what} cannot be parsed: ${result.message}`, 'mend the SQL');
        for (const { table, name } of result.columns.map((column) => ({ table: column.table, name: column.column }))) {
            if (table && table !== source.name) {
                const join = source.joins.find(({ value }) => (0,_traps_js__WEBPACK_IMPORTED_MODULE_2__/* .leadsTo */ .Rs)(value) === table);
                if (join) {
                    const target = (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeSource */ .C)(input.context, source.connection, join.value.to);
                    if (target && !hasColumn(target, name))
                        say(found, at, 'context-expression', `${what}: ${join.value.to} has no column ${name}`, nearestFix(name, target.columns.map((column) => column.name)));
                    continue;
                }
                if (!names.has(table))
                    say(found, at, 'context-reference', `${what} names the source ${table}, which does not exist`, nearestFix(table, [...names]));
                else
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
        for (const pair of result.pairs) {
            for (const side of [pair.left, pair.right]) {
                const owner = side.source === source.name ? source : target;
                if (owner && !hasColumn(owner, side.column))
                    say(join.file, [...at, 'on'], 'context-reference', `join to ${join.value.to}: ${side.source} has no column ${side.column}`, nearestFix(side.column, owner?.columns.map((column) => column.name) ?? []));
            }
        }
    }
    return findings;
}
function nearestFix(name, candidates) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, candidates);
    return near ? `did you mean ${near}?` : 'remove it, or name one that exists';
}


/***/ }),

/***/ 26553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rs: () => (/* binding */ leadsTo),
/* harmony export */   hZ: () => (/* binding */ trapOf),
/* harmony export */   mr: () => (/* binding */ isDerived),
/* harmony export */   trapsGate: () => (/* binding */ trapsGate),
/* harmony export */   z4: () => (/* binding */ joinsTo)
/* harmony export */ });
/* harmony import */ var _sql_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94883);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83370);


/** Measures that give a wrong number although every name in them is right. */
/** The name by which a join's target is read: two joins to one source need names of their own. */
const leadsTo = ({ to, alias }) => alias ?? to;
/** The joins by which a source reads another one; the same join written twice is one. */
function joinsTo(parser, dialect, source, name) {
    const found = source.joins.filter(({ value }) => leadsTo(value) === name);
    if (found.length < 2)
        return found;
    const meaning = (on) => {
        const read = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseJoin */ .m)(parser, on, dialect);
        return read.ok ? JSON.stringify(read.pairs) : on;
    };
    return [...new Map(found.map((join) => [meaning(join.value.on), join])).values()];
}
/** Every measure, segment and computed column whose rows a join would multiply, or whose join nobody can tell. */
function trapsGate(input) {
    const findings = [];
    for (const connection of input.context.connections()) {
        for (const name of [...input.context.sourceNames(connection)].sort()) {
            if (input.only && !input.only.has(`${connection}/${name}`))
                continue;
            const source = (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeSource */ .C)(input.context, connection, name);
            if (source && source.joins.length > 0)
                findings.push(...trapsIn(input, source));
            if (source)
                findings.push(...droppedFilters(input, source));
        }
    }
    return findings;
}
function trapsIn({ parser, dialectOf }, source) {
    const dialect = dialectOf(source.connection);
    const segments = new Map(source.segments.map(({ value }) => [value.name, value.expr]));
    const texts = [
        ...source.measures.map(({ value, file, index }) => ({ what: `measure ${value.name}`, found: file, at: ['measures', index, 'expr'], texts: [value.expr, value.filter ?? '', ...value.segments.map((name) => segments.get(name) ?? '')] })),
        ...source.segments.map(({ value, file, index }) => ({ what: `segment ${value.name}`, found: file, at: ['segments', index, 'expr'], texts: [value.expr] })),
        ...source.columns.flatMap(({ name, expr, index }) => (expr === undefined || index === undefined || !source.file ? [] : [{ what: `column ${name}`, found: source.file, at: ['columns', index, 'expr'], texts: [expr] }])),
    ];
    return texts.flatMap(({ what, texts: read, found, at }) => {
        const trap = trapOf(parser, dialect, source, read);
        if (trap === null)
            return [];
        return [{ severity: 'warning', code: 'measure-trap', file: found.file.path, ...(found.file.document.place(at) ?? { line: 1, column: 1 }), message: `${source.name}: ${what} ${trap.why}`, fix: trap.fix }];
    });
}
/** What is wrong with reading these texts over the source's joins; null: nothing is. */
function trapOf(parser, dialect, source, texts) {
    const others = new Set(texts.filter((text) => text !== '').flatMap((text) => {
        const read = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseExpression */ .A)(parser, text, dialect);
        return read.ok ? read.columns.flatMap(({ table }) => (table === undefined || table === source.name ? [] : [table])) : [];
    }));
    const many = [];
    for (const name of [...others].sort()) {
        const joins = joinsTo(parser, dialect, source, name);
        if (joins.length > 1)
            return { why: `reads ${name}, to which ${joins.length} joins lead: nobody can tell which is meant`, fix: 'give each of the joins an alias, and name that' };
        if (joins[0]?.value.relationship === 'one_to_many')
            many.push(name);
    }
    const [first, ...more] = many;
    if (first === undefined)
        return null;
    if (more.length > 0)
        return { why: `reads ${many.join(' and ')}, each over a one_to_many join: their rows multiply each other (chasm trap)`, fix: 'measure each of them by itself, and combine the measures' };
    return { why: `reads ${first} over a one_to_many join: a row of ${source.name} counts once for each of its rows in ${first} (fan trap)`, fix: `put it on ${first}, or sum ${first} up to one row of ${source.name} in a SQL source` };
}
/** ktx reads no filter and no segment of a measure that is made of other measures. */
function droppedFilters({ parser, dialectOf }, source) {
    return source.measures.flatMap(({ value, file, index }) => {
        if (value.filter === undefined && value.segments.length === 0)
            return [];
        if (!isDerived(parser, dialectOf(source.connection), source, value.expr))
            return [];
        const key = value.filter === undefined ? 'segments' : 'filter';
        return [{
                severity: 'warning', code: 'measure-trap', file: file.file.path, ...(file.file.document.place(['measures', index, key]) ?? { line: 1, column: 1 }),
                message: `${source.name}: the ${key} of measure ${value.name} ${key === 'filter' ? 'has' : 'have'} no effect, because it is made of other measures`, fix: `put the ${key} on the measures that it is made of`,
            }];
    });
}
/** Whether an expression is made of measures of its source alone. */
function isDerived(parser, dialect, source, expr) {
    const read = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseExpression */ .A)(parser, expr, dialect);
    const columns = new Set(source.columns.map((column) => column.name.toLowerCase()));
    const measures = new Set(source.measures.map(({ value }) => value.name));
    return read.ok && !read.hasAggregate && read.columns.length > 0 && read.columns.every(({ column }) => measures.has(column) && !columns.has(column.toLowerCase()));
}


/***/ })

};
