export const id = 5539;
export const ids = [5539];
export const modules = {

/***/ 83370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ composeSource)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72409);

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value) => Array.isArray(value) ? value.flatMap((item, index) => (isRecord(item) ? [{ item, index }] : [])) : [];
const strings = (value) => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
const text = (value) => (typeof value === 'string' ? value : '');
/** Composes one source by ktx's rules; undefined where there is nothing of that name. */
function composeSource(context, connection, name) {
    const entry = context.entry(connection, name);
    const file = context.source(connection, name);
    if (!entry && !file)
        return undefined;
    const overlay = file && (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .isOverlay */ .zW)(file.value) ? file : undefined;
    const standalone = file && !overlay ? file : undefined;
    const base = standalone ?? entry;
    const excluded = new Set(strings(overlay?.value['exclude_columns']).map((column) => column.toLowerCase()));
    const columns = records(base?.value['columns'])
        .map(({ item, index }) => ({ name: text(item['name']), index, ...(typeof item['expr'] === 'string' ? { expr: item['expr'] } : {}) }))
        .filter((column) => column.name !== '' && !excluded.has(column.name.toLowerCase()));
    for (const { item, index } of records(overlay?.value['columns']))
        columns.push({ name: text(item['name']), expr: text(item['expr']), index });
    const plain = (on) => on.replace(/\s+/g, ' ').trim();
    const disabled = new Set((Array.isArray(overlay?.value['disable_joins']) ? overlay.value['disable_joins'] : []).map((join) => plain(isRecord(join) ? text(join['on']) : text(join))));
    const joins = [base, overlay].flatMap((found) => (found ? records(found.value['joins']).map(({ item, index }) => ({
        value: { to: text(item['to']), on: text(item['on']), relationship: text(item['relationship']) }, file: found, index,
    })) : [])).filter((join) => join.file === overlay || !disabled.has(plain(join.value.on)));
    const from = overlay ?? standalone;
    return {
        connection, name,
        kind: standalone ? 'standalone' : overlay ? (entry ? 'overlaid' : 'orphan') : 'scanned',
        ...(entry ? { entry } : {}), ...(file ? { file } : {}),
        ...(typeof base?.value['table'] === 'string' ? { table: base.value['table'] } : {}),
        ...(typeof base?.value['sql'] === 'string' ? { sql: base.value['sql'] } : {}),
        columns, joins,
        measures: from ? records(from.value['measures']).map(({ item, index }) => ({
            value: { name: text(item['name']), expr: text(item['expr']), ...(typeof item['filter'] === 'string' ? { filter: item['filter'] } : {}), segments: strings(item['segments']) }, file: from, index,
        })) : [],
        segments: from ? records(from.value['segments']).map(({ item, index }) => ({ value: { name: text(item['name']), expr: text(item['expr']) }, file: from, index })) : [],
        grain: strings(overlay?.value['grain'] ?? standalone?.value['grain'] ?? records(entry?.value['columns']).filter(({ item }) => item['pk'] === true).map(({ item }) => item['name'])),
    };
}


/***/ }),

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
    if (source.kind === 'orphan' && file) {
        const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(source.name, input.context.entryNames(source.connection));
        say(file, ['name'], 'context-orphan', `no scanned table ${source.name} in ${source.connection}, so this overlay has no effect`, near ? `did you mean ${near}?` : 'scan the table, or add table: and columns:');
        return findings;
    }
    if (source.kind === 'standalone' && entry && file)
        say(file, ['name'], 'context-shadow', `${source.name} is also a scanned table, which this file hides`, 'rename the source, or make it an overlay by removing table:, sql: and its columns');
    const columns = new Map(source.columns.map((column) => [column.name.toLowerCase(), column.name]));
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
        const inherited = new Set((Array.isArray(entry?.value['columns']) ? entry.value['columns'] : []).map((column) => String(column.name).toLowerCase()));
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
            say(join.file, [...at, 'to'], 'context-reference', `join to ${join.value.to}, which does not exist`, nearestFix(join.value.to, [...names]));
            continue;
        }
        const result = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseJoin */ .m)(input.parser, join.value.on, dialect);
        if (!result.ok) {
            say(join.file, [...at, 'on'], 'context-expression', `join to ${join.value.to} cannot be parsed: ${result.message}`, 'write source.column = other.column, several joined by AND');
            continue;
        }
        const target = (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .composeSource */ .C)(input.context, source.connection, join.value.to);
        const has = (side, column) => side === undefined || side.columns.length === 0 || side.columns.some((one) => one.name.toLowerCase() === column.toLowerCase());
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


/***/ }),

/***/ 94883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ analyseExpression),
/* harmony export */   m: () => (/* binding */ analyseJoin)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56621);

/** What one expression of the semantic layer (a measure, a segment, a computed column) is made of. */
function analyseExpression(parser, expression, dialect) {
    const root = parseExpression(parser, expression, dialect);
    if ('ok' in root)
        return root;
    const nodes = outside(root);
    return {
        ok: true,
        columns: distinct(nodes.filter((node) => node.kind === 'column' || node.kind === 'lambda').flatMap(ownColumns)),
        hasAggregate: aggregates(root),
        isBooleanLike: mayBeCondition(root),
        functions: [...new Set(nodes.flatMap((node) => calledFunction(node) ?? []))].sort(),
    };
}
/**
 * The pairs of columns that a join's `on` says are equal: the same value however its sides and conjuncts are ordered. The
 * left source is the one that sorts first; in a join of a source with itself the sides stay as written.
 */
function analyseJoin(parser, on, dialect) {
    const root = parseExpression(parser, on, dialect);
    if ('ok' in root)
        return { ok: false, message: root.message };
    const pairs = [];
    for (const condition of conjuncts(root)) {
        const pair = condition.kind === 'eq' ? equalColumns(condition) : null;
        if (pair === null) {
            return { ok: false, message: 'A join may only say that columns are equal, as source.column = source.column, joined by AND' };
        }
        pairs.push(pair);
    }
    const sources = new Set(pairs.map(({ left, right }) => `${left.source}\0${right.source}`));
    if (sources.size > 1)
        return { ok: false, message: 'A join may only name columns of two sources' };
    const keyed = new Map(pairs.map((pair) => [`${pair.left.column}\0${pair.right.column}`, pair]));
    return { ok: true, pairs: [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair) };
}
/**
 * Parsed inside parentheses, each on a line of its own: a text that closes them, brings clauses of a query or a second
 * value is no expression, and a comment at its end swallows nothing.
 */
function parseExpression(parser, expression, dialect) {
    const parsed = parser.parse(`select (\n${expression}\n)`, dialect);
    if (!parsed.ok) {
        const lines = expression.split('\n');
        const past = parsed.line - 1 > lines.length;
        const line = Math.min(Math.max(parsed.line - 1, 1), lines.length);
        return { ok: false, message: parsed.message, line, column: past ? (lines.at(-1) ?? '').length + 1 : parsed.column };
    }
    const select = parsed.tree.length === 1 ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(parsed.tree[0]) : null;
    const [value, ...others] = select?.kind === 'select' ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(select) : [];
    const root = others.length === 0 && value !== undefined ? unwrap(value) : null;
    const outer = value?.kind === 'annotated' ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(value.payload['this']) : value;
    if (root === null || outer?.kind !== 'paren' || notExpressions.has(root.kind)) {
        return { ok: false, message: 'This is not one SQL expression', line: 1, column: 1 };
    }
    return root;
}
const notExpressions = new Set(['select', 'union', 'intersect', 'except', 'tuple', 'alias', 'star', 'values']);
const queryKinds = new Set(['select', 'union', 'intersect', 'except', 'subquery']);
function unwrap(node) {
    const inner = node.kind === 'paren' || node.kind === 'annotated' ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(node.payload['this']) : null;
    return inner === null ? node : unwrap(inner);
}
/** The node and what is below it, without what is inside subqueries. */
function outside(root) {
    if (queryKinds.has(root.kind))
        return [];
    return [root, ...(0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(root).flatMap(outside)];
}
function ownColumns(node) {
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .PL)({ kind: node.kind, payload: { ...node.payload, body: null } });
}
function distinct(columns) {
    return [...new Map(columns.map((column) => [`${column.table ?? ''}\0${column.column}`, column])).values()];
}
const aggregateKinds = new Set(`aggregate_function count sum avg min max group_concat string_agg list_agg array_agg count_if sum_if stddev stddev_pop
  stddev_samp variance var_pop var_samp median mode any_value approx_distinct approx_count_distinct approx_percentile
  percentile logical_and logical_or skewness percentile_cont percentile_disc within_group json_array_agg json_object_agg
  bitwise_and_agg bitwise_or_agg bitwise_xor_agg arg_max arg_min quantile approx_quantile corr covar_samp covar_pop
  anonymous_agg_func combined_agg_func combined_parameterized_agg parameterized_agg`.split(/\s+/));
/** Aggregates that the parser has no kind for. `count_distinct` is ktx's own. */
const aggregateFunctions = new Set('total json_group_array json_group_object count_distinct uniq uniqexact'.split(' '));
function isAggregate(node) {
    if (aggregateKinds.has(node.kind))
        return true;
    const name = node.kind === 'function' ? node.payload['name'] : undefined;
    return typeof name === 'string' && aggregateFunctions.has(name.toLowerCase());
}
function aggregates(node) {
    if (queryKinds.has(node.kind))
        return false;
    if (node.kind === 'window_function') {
        const windowed = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(node.payload['this']);
        return (windowed === null ? [] : (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(windowed)).some(aggregates);
    }
    return isAggregate(node) || (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(node).some(aggregates);
}
const conditions = new Set(`and or not xor eq neq lt lte gt gte like i_like similar_to regexp_like glob match in between is is_null is_true is_false
  null_safe_eq null_safe_neq exists any all overlaps boolean starts_with ends_with contains`.split(/\s+/));
/** What can be a condition by its value. */
const undecided = new Set('column dot function subquery json_extract json_extract_scalar min max any_value logical_and logical_or null parameter'.split(' '));
function mayBeCondition(node) {
    const inner = unwrap(node);
    if (conditions.has(inner.kind) || undecided.has(inner.kind))
        return true;
    switch (inner.kind) {
        case 'literal':
            return inner.payload['value'] === '0' || inner.payload['value'] === '1';
        case 'cast':
            return JSON.stringify(inner.payload['to'] ?? null).includes('"boolean"');
        case 'case':
            return resultsOf(inner).some(mayBeCondition);
        case 'coalesce':
        case 'if_null':
        case 'nullif':
        case 'null_if':
        case 'if_func':
            return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(inner).some(mayBeCondition);
        default:
            return false;
    }
}
function resultsOf(node) {
    const whens = Array.isArray(node.payload['whens']) ? node.payload['whens'] : [];
    const results = whens.map((when) => (Array.isArray(when) ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(when[1]) : null));
    return [...results, (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .asNode */ .hK)(node.payload['else_'])].filter((result) => result !== null);
}
/** Kinds that are written without a function's name. */
const unnamed = new Set([
    ...conditions,
    ...`column dot identifier star literal boolean null paren tuple annotated case cast try_cast collation alias add sub mul div mod neg
  concat bitwise_and bitwise_or bitwise_xor bitwise_not bitwise_left_shift bitwise_right_shift ordered lambda interval
  window_function filter within_group json_extract json_extract_scalar subscript parameter placeholder data_type array`.split(/\s+/),
]);
function calledFunction(node) {
    if (unnamed.has(node.kind) && node.payload['original_name'] === undefined)
        return null;
    const written = [node.payload['original_name'], node.payload['name']].find((name) => typeof name === 'string');
    return (typeof written === 'string' ? written : node.kind).toLowerCase();
}
function conjuncts(node) {
    const inner = unwrap(node);
    return inner.kind === 'and' ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(inner).flatMap(conjuncts) : [inner];
}
function equalColumns(node) {
    const [first, second] = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(node).map((side) => joinColumn(unwrap(side)));
    if (!first || !second)
        return null;
    return first.source <= second.source ? { left: first, right: second } : { left: second, right: first };
}
function joinColumn(node) {
    const source = node.kind === 'column' ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(node.payload['table']) : null;
    const column = node.kind === 'column' ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(node.payload['name']) : null;
    return source === null || column === null ? null : { source, column };
}


/***/ }),

/***/ 56621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   hK: () => (/* binding */ asNode),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony export tablesOf */
/** Fields of clauses that have only one: `{"this": …}` of a WHERE, `{"expressions": […]}` of a FROM; no kind has these names. */
const clauseFields = new Set(['this', 'expressions']);
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The node that a value of the tree is, or null where it is a clause, a list or a scalar. */
function asNode(value) {
    if (!isRecord(value))
        return null;
    const keys = Object.keys(value);
    const kind = keys[0];
    if (keys.length !== 1 || kind === undefined || clauseFields.has(kind) || !/^[a-z]/.test(kind))
        return null;
    const payload = value[kind];
    if (payload === null)
        return { kind, payload: {} };
    return isRecord(payload) ? { kind, payload } : null;
}
/** The nodes directly below, in the order of the tree. */
function children(node) {
    const found = [];
    const pending = Object.values(node.payload).reverse();
    while (pending.length > 0) {
        const value = pending.pop();
        const child = asNode(value);
        if (child)
            found.push(child);
        else if (Array.isArray(value))
            pending.push(...value.toReversed());
        else if (isRecord(value))
            pending.push(...Object.values(value).reverse());
    }
    return found;
}
/** The node and everything below it, parents first. */
function* walk(root) {
    const pending = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        yield node;
        pending.push(...children(node).reverse());
    }
}
/** The text of an identifier field, or null where there is none. */
function identifier(value) {
    return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : null;
}
/** Every column reference below the node, in order, with its qualifier. */
function columnsOf(root) {
    const found = [];
    for (const node of walk(root)) {
        if (node.kind === 'column') {
            const column = identifier(node.payload['name']);
            const table = identifier(node.payload['table']);
            if (column !== null)
                found.push(table === null ? { column } : { table, column });
        }
        // SQLite's `json -> 1` reads as a lambda whose parameter is the column.
        if (node.kind === 'lambda' && Array.isArray(node.payload['parameters'])) {
            for (const parameter of node.payload['parameters']) {
                const column = identifier(parameter);
                if (column !== null)
                    found.push({ column });
            }
        }
    }
    return found;
}
/** The table that this node itself reads: a name in a FROM, or the right side of SQLite's `x IN table`. */
function tableOf(node) {
    if (node.kind === 'table') {
        const name = identifier(node.payload['name']);
        return name === null ? null : { catalog: identifier(node.payload['catalog']), schema: identifier(node.payload['schema']), name };
    }
    const field = node.kind === 'in' && node.payload['is_field'] === true && Array.isArray(node.payload['expressions']) ? asNode(node.payload['expressions'][0]) : null;
    const name = field?.kind === 'column' ? identifier(field.payload['name']) : null;
    return name === null ? null : { catalog: null, schema: identifier(field?.payload['table']), name };
}
/** Every table that is read below the node, names of common table expressions left out. */
function tablesOf(root) {
    const nodes = [...walk(root)];
    const local = new Set(nodes.flatMap((node) => commonTables(node)).map((name) => name.toLowerCase()));
    return nodes.flatMap((node) => {
        const table = tableOf(node);
        return table === null || (table.schema === null && local.has(table.name.toLowerCase())) ? [] : table;
    });
}
function commonTables(node) {
    const clause = node.payload['with'];
    if (!isRecord(clause) || !Array.isArray(clause['ctes']))
        return [];
    return clause['ctes'].flatMap((cte) => (isRecord(cte) ? (identifier(cte['alias']) ?? []) : []));
}


/***/ })

};
