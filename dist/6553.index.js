export const id = 6553;
export const ids = [6553];
export const modules = {

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
