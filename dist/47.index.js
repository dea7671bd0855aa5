export const id = 47;
export const ids = [47,5854,5539,91,6553];
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


/***/ }),

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

/***/ 25854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schemaGate: () => (/* binding */ schemaGate)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29318);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72409);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62233);



/** Keys that ktx accepts, by the kind of thing. ktx refuses a file with any other. */
const keys = {
    manifest: ['tables'],
    entry: ['table', 'descriptions', 'columns', 'joins', 'tags', 'freshness', 'usage'],
    entryColumn: ['name', 'type', 'pk', 'nullable', 'descriptions', 'constraints', 'enum_values', 'tests', 'role', 'visibility', 'natural_granularity'],
    standalone: ['name', 'descriptions', 'source_type', 'table', 'sql', 'inherits_columns_from', 'grain', 'columns', 'joins', 'measures', 'segments', 'default_time_dimension', 'tags', 'freshness', 'usage'],
    overlay: ['name', 'descriptions', 'grain', 'columns', 'column_overrides', 'joins', 'measures', 'segments', 'exclude_columns', 'disable_joins', 'default_time_dimension', 'usage'],
    column: ['name', 'type', 'role', 'visibility', 'descriptions', 'expr', 'natural_granularity', 'constraints', 'enum_values', 'tests'],
    override: ['name', 'role', 'visibility', 'descriptions', 'constraints', 'enum_values', 'tests'],
    measure: ['name', 'expr', 'filter', 'segments', 'description'],
    segment: ['name', 'expr', 'description'],
    join: ['to', 'on', 'relationship', 'alias', 'source'],
};
const types = ['string', 'number', 'time', 'boolean'];
const relationships = ['many_to_one', 'one_to_many', 'one_to_one'];
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Shape of every semantic-layer file (or of the named ones): known keys, required ones, the values that ktx takes. */
function schemaGate(context, only) {
    const findings = [];
    for (const connection of context.connections()) {
        const paths = [...context.tree.keys()].filter((path) => {
            const kind = (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(path);
            return kind !== undefined && 'connection' in kind && kind.connection === connection && (!only || only.has(path));
        });
        for (const path of paths) {
            const file = context.file(path);
            if (file)
                new FileCheck(file, findings).check((0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(path)?.kind === 'manifest');
        }
    }
    return findings;
}
class FileCheck {
    #file;
    #findings;
    constructor(file, findings) {
        this.#file = file;
        this.#findings = findings;
    }
    check(isManifest) {
        const { value } = this.#file.document;
        if (!isRecord(value))
            return this.#say([], 'holds no keys', isManifest ? 'write tables:' : 'write name: and what the source is');
        if (isManifest) {
            this.#known(value, [], keys.manifest);
            if (!isRecord(value['tables']))
                return this.#say(['tables'], 'tables is missing or not a map', 'write tables: with one key a table');
            for (const [name, entry] of Object.entries(value['tables']))
                this.#entry(entry, ['tables', name]);
            return;
        }
        const name = value['name'];
        if (typeof name !== 'string' || name === '')
            this.#say(['name'], 'name is missing', 'add the source’s name');
        const overlay = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .isOverlay */ .zW)(value);
        this.#known(value, [], overlay ? keys.overlay : keys.standalone);
        if (!overlay && value['table'] !== undefined && value['sql'] !== undefined)
            this.#say(['sql'], 'both table and sql are given', 'keep one of the two');
        if (!overlay && !(Array.isArray(value['grain']) && value['grain'].length > 0))
            this.#say(['grain'], 'grain is missing', 'name the columns that make a row unique');
        if (!overlay && !(Array.isArray(value['columns']) && value['columns'].length > 0))
            this.#say(['columns'], 'columns are missing', 'list at least one column');
        const inherits = value['inherits_columns_from'] !== undefined;
        this.#list(value, ['columns'], keys.column, (column, at) => {
            if (overlay && typeof column['expr'] !== 'string')
                this.#say(at, `column ${String(column['name'])} has no expr`, 'an overlay adds computed columns only; use column_overrides for existing ones');
            if (!inherits || overlay)
                this.#oneOf(column, at, 'type', types, true);
        });
        this.#list(value, ['column_overrides'], keys.override, () => undefined);
        this.#list(value, ['measures'], keys.measure, (measure, at) => { this.#texts(measure, at, ['expr']); });
        this.#list(value, ['segments'], keys.segment, (segment, at) => { this.#texts(segment, at, ['expr']); });
        this.#joins(value, []);
        this.#unique(value, 'measures');
        this.#unique(value, 'segments');
        this.#unique(value, 'columns');
    }
    #entry(entry, at) {
        if (!isRecord(entry))
            return this.#say(at, 'is not a table entry', 'write table: and columns:');
        this.#known(entry, at, keys.entry);
        this.#texts(entry, at, ['table']);
        const columns = Array.isArray(entry['columns']) ? entry['columns'] : [];
        if (columns.length === 0)
            this.#say([...at, 'columns'], 'columns are missing', 'list the columns');
        columns.forEach((column, index) => {
            const here = [...at, 'columns', index];
            if (!isRecord(column))
                return this.#say(here, 'is not a column', 'write name: and type:');
            this.#known(column, here, keys.entryColumn);
            this.#texts(column, here, ['name']);
            this.#oneOf(column, here, 'type', types, true);
        });
        this.#joins(entry, at);
    }
    #joins(value, at) {
        const joins = value['joins'];
        if (joins === undefined)
            return;
        if (!Array.isArray(joins))
            return this.#say([...at, 'joins'], 'joins is not a list', 'write a list');
        joins.forEach((join, index) => {
            const here = [...at, 'joins', index];
            if (!isRecord(join))
                return this.#say(here, 'is not a join', 'write to:, on: and relationship:');
            this.#known(join, here, keys.join);
            this.#texts(join, here, ['to', 'on']);
            this.#oneOf(join, here, 'relationship', relationships, true);
        });
    }
    #list(value, at, known, each) {
        const list = value[at[0] ?? ''];
        if (list === undefined)
            return;
        if (!Array.isArray(list))
            return this.#say(at, `${at.join('.')} is not a list`, 'write a list');
        list.forEach((item, index) => {
            const here = [...at, index];
            if (!isRecord(item))
                return this.#say(here, `item ${index + 1} of ${at.join('.')} holds no keys`, 'write name: and the rest');
            this.#known(item, here, known);
            this.#texts(item, here, ['name']);
            each(item, here);
        });
    }
    #unique(value, key) {
        const list = Array.isArray(value[key]) ? value[key] : [];
        const seen = new Set();
        list.forEach((item, index) => {
            const name = isRecord(item) && typeof item['name'] === 'string' ? item['name'] : undefined;
            if (name !== undefined && seen.has(name))
                this.#say([key, index], `${name} is defined twice in ${key}`, 'keep one of the two');
            if (name !== undefined)
                seen.add(name);
        });
    }
    #known(value, at, known) {
        for (const key of Object.keys(value)) {
            if (known.includes(key))
                continue;
            const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(key, known);
            this.#say([...at, key], `${key} is not a key that ktx accepts here`, near ? `did you mean ${near}?` : `known keys: ${known.join(', ')}`, true);
        }
    }
    #texts(value, at, required) {
        for (const key of required)
            if (typeof value[key] !== 'string' || value[key] === '')
                this.#say([...at, key], `${key} is missing or not a text`, `write ${key}`);
    }
    #oneOf(value, at, key, allowed, required) {
        const given = value[key];
        if (given === undefined && !required)
            return;
        if (typeof given === 'string' && allowed.includes(given))
            return;
        const near = typeof given === 'string' ? (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(given, allowed) : undefined;
        this.#say([...at, key], `${key} is ${given === undefined ? 'missing' : JSON.stringify(given)}, not one of ${allowed.join(', ')}`, near ? `write ${near}` : `use one of ${allowed.join(', ')}`);
    }
    #say(at, message, fix, key = false) {
        let place;
        for (let length = at.length; length >= 0 && !place; length -= 1)
            place = this.#file.document.place(at.slice(0, length), { key: key && length === at.length });
        this.#findings.push({ severity: 'error', code: 'context-schema', file: this.#file.path, ...(place ?? { line: 1, column: 1 }), message, fix });
    }
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


/***/ }),

/***/ 2443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ourSources),
/* harmony export */   gZ: () => (/* binding */ matchesFile),
/* harmony export */   iF: () => (/* binding */ keptEntities),
/* harmony export */   rA: () => (/* binding */ isOurFile)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72409);

/** Whose a file is. */
/** Whether a file holds nothing but what we wrote: written by this run, or known by its bytes. */
function isOurFile(path, applied, knowledge, sha) {
    const now = applied.own.get(path);
    if (now !== undefined)
        return now;
    const known = knowledge.file(path);
    return known?.own === true && known.sha === sha;
}
/** Names of the sources in each file of ours, so that it need not be parsed. */
function ourSources(applied, knowledge) {
    const written = new Map();
    for (const id of applied.records.keys()) {
        const path = id.slice(0, id.indexOf('#'));
        const names = written.get(path) ?? [];
        written.set(path, names);
        names.push(id.slice(path.length + 1));
    }
    const gone = new Set(applied.changes.flatMap(({ edit, file }) => (edit.op === 'remove' && edit.kind === 'source' ? [`${file}#${edit.source}`] : [])));
    return (path) => [...new Set([...(written.get(path) ?? []), ...knowledge.sourcesIn(path)])].filter((name) => !gone.has(`${path}#${name}`));
}
/** Of two records of one file in a merged lock, the one that fits the file that is there. */
function matchesFile(tree, record) {
    const bytes = tree.get(record.id);
    return bytes !== undefined && 'sha' in record && record.sha === (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .shaOf */ .ye)(bytes);
}
/**
 * What people wrote in the named files and pages, by name: sources, measures, segments, pages. Sorted. `isOurs` tells
 * pages that hold nothing but ours.
 */
function keptEntities(context, files, isOurs = () => false) {
    const kept = [];
    for (const path of files) {
        const value = context.file(path)?.document.value;
        const name = typeof value?.['name'] === 'string' ? value['name'] : undefined;
        if (name === undefined)
            continue;
        kept.push(name);
        for (const key of ['measures', 'segments']) {
            for (const item of Array.isArray(value?.[key]) ? value[key] : [])
                if (typeof item?.name === 'string')
                    kept.push(`${name}.${item.name}`);
        }
    }
    for (const page of context.pages())
        if (!isOurs(page))
            kept.push(page);
    return kept.sort();
}


/***/ }),

/***/ 15324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Nk: () => (/* binding */ proveLink),
/* harmony export */   as: () => (/* binding */ proveKey),
/* harmony export */   sQ: () => (/* binding */ proveTests)
/* harmony export */ });
/* harmony import */ var _sql_template_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37775);

async function counts(warehouse, statement) {
    const result = await warehouse.query(statement, { maxRows: 1 });
    if (!result.ok)
        return { ok: false, finding: result.finding };
    return { ok: true, values: (result.rows[0] ?? []).map((found) => Number(found ?? 0)) };
}
const table = (of) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(of.name.catalog, of.name.schema, of.name.name);
const list = (columns, alias) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(columns.map((column) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${alias}.${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(column)}`), ', ');
const notNull = (columns, alias) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(columns.map((column) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${alias}.${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(column)} IS NOT NULL`), ' AND ');
const t = (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `t`;
/** Whether the columns are unique and never null, exactly, over all rows. */
async function proveKey(warehouse, of, columns) {
    const present = notNull(columns, t);
    const result = await counts(warehouse, (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT COUNT(*) AS n, SUM(CASE WHEN ${present} THEN 0 ELSE 1 END) AS missing, (SELECT COUNT(*) FROM (SELECT DISTINCT ${list(columns, t)} FROM ${table(of)} AS t WHERE ${present}) AS d) AS kinds FROM ${table(of)} AS t`);
    if (!result.ok)
        return { state: 'unknown', finding: result.finding };
    const [rows = 0, nulls = 0, distinct = 0] = result.values;
    const duplicates = rows - nulls - distinct;
    return nulls === 0 && duplicates === 0 ? { state: 'holds' } : { state: 'fails', rows, nulls, duplicates };
}
/** Counts the referring rows, those without a match, and whether the target columns are unique. */
async function proveLink(warehouse, link) {
    const on = (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(link.columns.map((column, i) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `p.${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(link.toColumns[i] ?? '')} = c.${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(column)}`), ' AND ');
    const targets = (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(link.toColumns.map((column) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(column)}`), ', ');
    const unique = await proveTarget(warehouse, link);
    if (unique.state === 'unknown')
        return unique;
    const result = await counts(warehouse, (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT COUNT(*) AS n, SUM(CASE WHEN p.${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(link.toColumns[0] ?? '')} IS NULL THEN 1 ELSE 0 END) AS orphans FROM ${table(link.from)} AS c LEFT JOIN (SELECT DISTINCT ${targets} FROM ${table(link.to)}) AS p ON ${on} WHERE ${notNull(link.columns, (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `c`)}`);
    if (!result.ok)
        return { state: 'unknown', finding: result.finding };
    const [rows = 0, orphans = 0] = result.values;
    return { state: 'made', rows, orphans, targetUnique: unique.state === 'holds', repeats: unique.repeats };
}
async function proveTarget(warehouse, link) {
    const present = notNull(link.toColumns, t);
    const result = await counts(warehouse, (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${list(link.toColumns, t)} FROM ${table(link.to)} AS t WHERE ${present}) AS d) AS kinds FROM ${table(link.to)} AS t WHERE ${present}`);
    if (!result.ok)
        return { state: 'unknown', finding: result.finding };
    const [rows = 0, distinct = 0] = result.values;
    return { state: rows === distinct && rows > 0 ? 'holds' : 'fails', repeats: rows > distinct ? `${percent(rows - distinct, rows)} of its ${rows.toLocaleString('en-US')} rows repeat a value` : '' };
}
/** Checks not_null, unique and accepted_values tests of one table in one pass. Answers in the order of the questions. */
async function proveTests(warehouse, of, questions) {
    if (questions.length === 0)
        return [];
    const measures = questions.map(({ test, column }) => {
        const tested = (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `t.${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(column)}`;
        if (test.name === 'not_null')
            return (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SUM(CASE WHEN ${tested} IS NULL THEN 1 ELSE 0 END)`;
        if (test.name === 'unique')
            return (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `COUNT(${tested}) - COUNT(DISTINCT ${tested})`;
        const values = Array.isArray(test.kwargs['values']) ? test.kwargs['values'] : [];
        // dbt quotes the values unless told otherwise, so that 1 and '1' are both met by a text comparison
        const asText = test.kwargs['quote'] !== false;
        const set = (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(values.map((one) => (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${(0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(!asText && typeof one === 'number' ? one : String(one))}`), ', ');
        return (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SUM(CASE WHEN ${tested} IS NULL OR ${asText ? (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `CAST(${tested} AS TEXT)` : tested} IN (${set}) THEN 0 ELSE 1 END)`;
    });
    const asked = (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(measures, ', ');
    const result = await counts(warehouse, (0,_sql_template_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT COUNT(*) AS n, ${asked} FROM ${table(of)} AS t`);
    if (!result.ok)
        return questions.map(() => ({ state: 'unknown', finding: result.finding }));
    const [rows = 0, ...failing] = result.values;
    return questions.map((_, i) => ((failing[i] ?? 0) === 0 ? { state: 'holds' } : { state: 'fails', failing: failing[i] ?? 0, rows }));
}
/** `18 %`, `0.4 %`, `under 0.1 %`: a share as people say it. */
function percent(part, whole) {
    const share = whole === 0 ? 0 : (part / whole) * 100;
    if (share > 0 && share < 0.1)
        return 'under 0.1 %';
    return `${share >= 10 || Number.isInteger(share) ? Math.round(share) : Math.round(share * 10) / 10} %`;
}


/***/ }),

/***/ 30053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ segmentStatement),
/* harmony export */   JP: () => (/* binding */ readsOf),
/* harmony export */   UL: () => (/* binding */ measureStatement),
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   jd: () => (/* binding */ readsTooFar)
/* harmony export */ });
/* harmony import */ var _context_compose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83370);
/* harmony import */ var _context_gates_traps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26553);
/* harmony import */ var _sql_expression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94883);



function readsOf(parser, warehouse, context) {
    return { parser, warehouse, other: (name) => (0,_context_compose_js__WEBPACK_IMPORTED_MODULE_0__/* .composeSource */ .C)(context, warehouse.connection, name) };
}
/** Why a statement of the context cannot be one statement. */
const readsTooFar = 'it reads other sources than one row each';
/** One measure over its source and what joins lead to, over the rows that meet `only`; undefined where rows would multiply or no one join leads there. */
function measureStatement(reads, source, name, only) {
    const sql = measureQuery(reads, source, only, name, new Set());
    return sql === undefined ? undefined : `SELECT (${sql}) AS v`;
}
/** A count of the rows that meet a condition; undefined where rows would multiply or no one join leads to what it reads. */
function segmentStatement(reads, source, expr) {
    const from = fromOf(reads, source, [expr], undefined);
    return from === undefined ? undefined : `SELECT COUNT(*) AS v FROM ${from} WHERE ${expr}`;
}
/** FROM item of a source with its computed columns, under a name of its own or the source's. */
function baseOf({ warehouse }, source, name = source.name) {
    const alias = warehouse.quote(source.name);
    const outer = warehouse.quote(name);
    const raw = source.sql !== undefined ? `(${source.sql})` : source.table;
    if (raw === undefined)
        return undefined;
    const computed = source.columns.filter((column) => column.expr !== undefined);
    if (computed.length === 0)
        return `${raw} AS ${outer}`;
    return `(SELECT ${alias}.*, ${computed.map((column) => `(${column.expr ?? ''}) AS ${warehouse.quote(column.name)}`).join(', ')} FROM ${raw} AS ${alias}) AS ${outer}`;
}
/** A scalar query for a measure; derived ones run over their parts. */
function measureQuery(reads, source, only, name, seen) {
    const { parser, warehouse } = reads;
    const measure = source.measures.find(({ value }) => value.name === name)?.value;
    if (!measure || seen.has(name))
        return undefined;
    const analysed = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .analyseExpression */ .A)(parser, measure.expr, warehouse.dialect);
    const columns = new Set(source.columns.map((column) => column.name.toLowerCase()));
    const parts = analysed.ok ? analysed.columns.filter((column) => !columns.has(column.column.toLowerCase()) && source.measures.some(({ value }) => value.name === column.column)) : [];
    if (analysed.ok && !analysed.hasAggregate && parts.length > 0) {
        const inner = parts.map((part) => measureQuery(reads, source, only, part.column, new Set([...seen, name])));
        if (inner.some((sql) => sql === undefined))
            return undefined;
        return `SELECT ${measure.expr} FROM (SELECT ${inner.map((sql, i) => `(${sql ?? ''}) AS ${warehouse.quote(parts[i]?.column ?? '')}`).join(', ')}) AS parts`;
    }
    const segments = measure.segments.flatMap((segment) => source.segments.filter(({ value }) => value.name === segment).map(({ value }) => value.expr));
    const conditions = [...(measure.filter === undefined ? [] : [measure.filter]), ...segments];
    const from = fromOf(reads, source, [measure.expr, ...conditions], only);
    return from === undefined ? undefined : `SELECT ${measure.expr} FROM ${from}${conditions.length > 0 ? ` WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}` : ''}`;
}
/** The source's rows that meet `only`, with the one row of each other source that the texts read. */
function fromOf(reads, source, texts, only) {
    const { parser, warehouse } = reads;
    const base = baseOf(reads, source);
    if (base === undefined)
        return undefined;
    const own = warehouse.quote(source.name);
    const rows = only === undefined ? base : `(SELECT ${own}.* FROM ${base} WHERE ${only}) AS ${own}`;
    const read = texts.flatMap((text) => {
        const analysed = (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .analyseExpression */ .A)(parser, text, warehouse.dialect);
        return analysed.ok ? analysed.columns : [];
    });
    const bare = new Set(read.flatMap(({ table, column }) => (table === undefined ? [column.toLowerCase()] : [])));
    const others = [...new Set(read.flatMap(({ table }) => (table === undefined || table === source.name ? [] : [table])))];
    const joined = others.map((name) => {
        const joins = (0,_context_gates_traps_js__WEBPACK_IMPORTED_MODULE_1__/* .joinsTo */ .z4)(parser, warehouse.dialect, source, name);
        const [join] = joins;
        const target = join && reads.other(join.value.to);
        const analysed = join && (0,_sql_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .analyseJoin */ .m)(parser, join.value.on, warehouse.dialect);
        if (joins.length !== 1 || !target || target.name === source.name || join.value.relationship === 'one_to_many' || !analysed?.ok)
            return undefined;
        const columns = [...new Set(read.flatMap(({ table, column }) => (table === name ? [column] : [])))];
        const from = baseOf(reads, target);
        // a name that both sides have would mean either
        if (from === undefined || columns.some((column) => bare.has(column.toLowerCase())))
            return undefined;
        const inner = warehouse.quote(target.name);
        const pairs = analysed.pairs.map(({ left, right }) => (left.source === source.name ? { ours: left.column, theirs: right.column } : { ours: right.column, theirs: left.column }));
        const shown = [...pairs.map(({ theirs }, i) => `${inner}.${warehouse.quote(theirs)} AS join_key_${i}`), ...columns.map((column) => `${inner}.${warehouse.quote(column)}`)];
        const alias = warehouse.quote(name);
        return ` LEFT JOIN (SELECT ${shown.join(', ')} FROM ${from}) AS ${alias} ON ${pairs.map(({ ours }, i) => `${alias}.join_key_${i} = ${own}.${warehouse.quote(ours)}`).join(' AND ')}`;
    });
    return joined.some((one) => one === undefined) ? undefined : rows + joined.join('');
}


/***/ }),

/***/ 8300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ verifyWorld)
});

// EXTERNAL MODULE: ./lib/src/context/context.js
var context_context = __webpack_require__(72409);
// EXTERNAL MODULE: ./lib/src/context/gates/doubles.js
var gates_doubles = __webpack_require__(10091);
// EXTERNAL MODULE: ./lib/src/context/gates/references.js
var references = __webpack_require__(5539);
// EXTERNAL MODULE: ./lib/src/context/gates/schema.js
var schema = __webpack_require__(25854);
// EXTERNAL MODULE: ./lib/src/context/gates/traps.js
var traps = __webpack_require__(26553);
// EXTERNAL MODULE: ./lib/src/context/compose.js
var compose = __webpack_require__(83370);
// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
// EXTERNAL MODULE: ./lib/src/ingest/proofs.js
var proofs = __webpack_require__(15324);
// EXTERNAL MODULE: ./lib/src/ingest/statements.js
var statements = __webpack_require__(30053);
// EXTERNAL MODULE: ./lib/src/sql/expression.js
var expression = __webpack_require__(94883);
;// CONCATENATED MODULE: ./lib/src/ingest/verify-join.js



/**
 * Whether a join meets what it says: on the side of `one` no row repeats, and the rows that refer to something find it. One
 * statement. Undefined where there is nothing to run.
 */
async function verifyJoin(reads, warehouse, source, join) {
    const target = reads.other(join.to);
    const analysed = (0,expression/* analyseJoin */.m)(reads.parser, join.on, warehouse.dialect);
    const [ours, theirs] = [(0,statements/* baseOf */.bx)(reads, source, 'o'), target && (0,statements/* baseOf */.bx)(reads, target, 't')];
    if (!analysed.ok || ours === undefined || theirs === undefined)
        return undefined;
    const entity = `join:${source.connection}/${source.name}->${join.to}`;
    const pairs = analysed.pairs.map(({ left, right }) => (left.source === source.name ? { own: left.column, other: right.column } : { own: right.column, other: left.column }));
    const own = pairs.map(({ own: column }) => `o.${warehouse.quote(column)}`);
    const other = pairs.map(({ other: column }) => `t.${warehouse.quote(column)}`);
    const present = (columns) => columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
    const rows = (from, columns) => `(SELECT COUNT(*) FROM ${from} WHERE ${present(columns)})`;
    const kinds = (from, columns) => `(SELECT COUNT(*) FROM (SELECT DISTINCT ${columns.join(', ')} FROM ${from} WHERE ${present(columns)}) AS d)`;
    const keys = `(SELECT DISTINCT ${other.map((column, i) => `${column} AS join_key_${i}`).join(', ')} FROM ${theirs})`;
    const lost = `(SELECT COUNT(*) FROM ${ours} LEFT JOIN ${keys} AS k ON ${own.map((column, i) => `k.join_key_${i} = ${column}`).join(' AND ')} WHERE ${present(own)} AND k.join_key_0 IS NULL)`;
    const result = await warehouse.query(`SELECT ${rows(ours, own)} AS own_rows, ${kinds(ours, own)} AS own_kinds, ${rows(theirs, other)} AS other_rows, ${kinds(theirs, other)} AS other_kinds, ${lost} AS lost`, { maxRows: 1 });
    if (!result.ok)
        return { entity, why: result.finding.message, isKnown: result.reason !== 'timeout' && result.reason !== 'unavailable' };
    const [ownRows = 0, ownKinds = 0, otherRows = 0, otherKinds = 0, orphans = 0] = (result.rows[0] ?? []).map(Number);
    const [ownRepeats, otherRepeats] = [ownRows > ownKinds, otherRows > otherKinds];
    const { relationship } = join;
    const said = (name, columns, repeats, all, rest) => ({
        entity, isKnown: true, why: `it is written ${relationship}, but ${name}.${columns.join(', ')} repeats in ${(0,proofs/* percent */.KN)(repeats, all)} of the rows, ${rest}`,
    });
    if (otherRepeats && relationship !== 'one_to_many') {
        return said(join.to, pairs.map((pair) => pair.other), otherRows - otherKinds, otherRows, `so measures are counted several times${relationship === 'many_to_one' && !ownRepeats ? '; the data says one_to_many' : ''}`);
    }
    if (ownRepeats && relationship !== 'many_to_one') {
        return said(source.name, pairs.map((pair) => pair.own), ownRows - ownKinds, ownRows, `so each row of ${join.to} meets several${otherRepeats ? '' : '; the data says many_to_one'}`);
    }
    if (relationship === 'one_to_many' || orphans === 0 || otherRows === 0)
        return { entity, isKnown: true };
    if (orphans === ownRows)
        return { entity, isKnown: true, why: `none of its ${ownRows.toLocaleString('en-US')} rows has a match in ${join.to}.${pairs.map((pair) => pair.other).join(', ')}` };
    return { entity, isKnown: true, orphans: `${(0,proofs/* percent */.KN)(orphans, ownRows)} of the rows have no match in ${join.to}` };
}

;// CONCATENATED MODULE: ./lib/src/ingest/verify.js





async function verifySources(input) {
    const checked = [];
    for (const name of [...input.sources].sort()) {
        const source = (0,compose/* composeSource */.C)(input.context, input.warehouse.connection, name);
        if (source && source.kind !== 'orphan')
            checked.push(...(await verifySource(input, source)));
    }
    return checked;
}
async function verifySource(input, source) {
    const { warehouse, parser, context } = input;
    const reads = (0,statements/* readsOf */.JP)(parser, warehouse, context);
    if ((0,statements/* baseOf */.bx)(reads, source) === undefined)
        return [];
    const own = await verifyOwn(reads, warehouse, source);
    // what stands on nothing fails for that reason alone
    if (own.some((one) => one.verdict === 'failed' && one.entity.startsWith('source:')))
        return own;
    const checked = [...own];
    const id = `${source.connection}/${source.name}`;
    const prove = async (entity, sql, found, at) => {
        if (sql === undefined)
            checked.push({ entity, verdict: 'unproved', why: statements/* readsTooFar */.jd });
        else
            checked.push(verdictOf(source, entity, found, at, await warehouse.query(sql, { maxRows: 1 })));
    };
    for (const { value, file, index } of source.measures)
        await prove(`measure:${id}.${value.name}`, (0,statements/* measureStatement */.UL)(reads, source, value.name), file, ['measures', index, 'expr']);
    for (const { value, file, index } of source.segments)
        await prove(`segment:${id}.${value.name}`, (0,statements/* segmentStatement */.D)(reads, source, value.expr), file, ['segments', index, 'expr']);
    for (const join of source.joins) {
        if (join.file === source.entry)
            continue;
        const proof = await verifyJoin(reads, warehouse, source, join.value);
        const at = ['joins', join.index];
        if (!proof)
            continue;
        if (proof.why !== undefined)
            checked.push(proof.isKnown ? failed(source, proof.entity, join.file, at, proof.why) : { entity: proof.entity, verdict: 'unproved', why: proof.why });
        else
            checked.push({ entity: proof.entity, verdict: 'proved', ...(proof.orphans === undefined ? {} : { finding: { severity: 'notice', code: 'orphans', ...placed(source, join.file, at), message: `${proof.entity}: ${proof.orphans}`, fix: 'inner joins lose these rows: mend the data, or keep it in mind' } }) });
    }
    return checked;
}
/** The source itself: its SQL runs, its columns are there, and its grain is what it says. */
async function verifyOwn(reads, warehouse, source) {
    const { file } = source;
    const base = (0,statements/* baseOf */.bx)(reads, source);
    if (!file || base === undefined)
        return [];
    const checked = [];
    const entity = `source:${source.connection}/${source.name}`;
    if (source.kind === 'standalone') {
        const at = [source.sql === undefined ? 'table' : 'sql'];
        const prepared = await warehouse.prepare(`SELECT * FROM ${base}`);
        if (!prepared.ok)
            checked.push(prepared.reason === 'unavailable' ? { entity, verdict: 'unproved', why: prepared.finding.message } : failed(source, entity, file, at, prepared.finding.message));
        else {
            const there = new Set(prepared.columns.map((name) => name.toLowerCase()));
            const missing = source.columns.find(({ name, expr }) => expr === undefined && !there.has(name.toLowerCase()));
            if (missing) {
                const near = (0,nearest/* nearest */.p)(missing.name, prepared.columns);
                checked.push(failed(source, entity, file, ['columns', missing.index ?? 0, 'name'], `there is no column ${missing.name}${near === undefined ? '' : `; did you mean ${near}?`}`));
            }
            else if (source.sql === undefined)
                checked.push({ entity, verdict: 'proved' });
            else
                checked.push(verdictOf(source, entity, file, at, await warehouse.query(`SELECT COUNT(*) AS v FROM ${base}`, { maxRows: 1 })));
        }
        if (checked.some(({ verdict }) => verdict !== 'proved'))
            return checked;
    }
    if (Array.isArray(file.value['grain']) && source.grain.length > 0)
        checked.push(await verifyGrain(reads, warehouse, source, file));
    return checked;
}
/** No two rows have the same grain. */
async function verifyGrain(reads, warehouse, source, file) {
    const entity = `grain:${source.connection}/${source.name}`;
    const base = (0,statements/* baseOf */.bx)(reads, source, 'b') ?? '';
    const result = await warehouse.query(`SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${source.grain.map((column) => `b.${warehouse.quote(column)}`).join(', ')} FROM ${base}) AS d) AS kinds FROM ${base}`, { maxRows: 1 });
    if (!result.ok)
        return verdictOf(source, entity, file, ['grain'], result);
    const [rows = 0, kinds = 0] = (result.rows[0] ?? []).map(Number);
    return rows === kinds ? { entity, verdict: 'proved' } : failed(source, entity, file, ['grain'], `${source.grain.join(', ')} ${source.grain.length === 1 ? 'repeats' : 'repeat'} in ${(0,proofs/* percent */.KN)(rows - kinds, rows)} of the rows, so joins to it count rows several times`);
}
function verdictOf(source, entity, found, at, result) {
    if (result.ok)
        return { entity, verdict: 'proved' };
    // neither proves anything against it
    if (result.reason === 'timeout' || result.reason === 'unavailable')
        return { entity, verdict: 'unproved', why: result.finding.message };
    return failed(source, entity, found, at, result.finding.message);
}
function placed(source, found, at) {
    const place = found.file.document.place(found === source.entry ? ['tables', source.name, ...at] : at);
    return { file: found.file.path, ...(place ?? {}) };
}
function failed(source, entity, found, at, why) {
    return {
        entity, verdict: 'failed', why,
        finding: { severity: 'warning', code: 'measure-broken', ...placed(source, found, at), message: `${entity} fails on ${source.connection}: ${why}`, fix: 'mend it; until then agents that use it fail or answer wrongly' },
    };
}

;// CONCATENATED MODULE: ./lib/src/ingest/verify-world.js






/**
 * Checks what people wrote in overlays and standalone sources: names and expressions offline, then every measure, segment
 * and join on the warehouse. Only what is new, changed, about a moved table or not yet proved; else the lock's verdict stands.
 */
async function verifyWorld(input) {
    const { context, knowledge } = input;
    const due = new Map();
    const files = [];
    const unproved = new Map();
    const open = new Set([...input.open.keys()].map(sourceOfEntity));
    const fresh = new Set();
    for (const connection of context.connections()) {
        for (const source of context.sourceNames(connection)) {
            const path = context.sourcePath(connection, source);
            if (path === undefined)
                continue;
            const ours = input.isOurs(path);
            // what is ours alone was run when it was written: again only if it was not proved, or its table moved
            if (ours && !hasJudged(knowledge, connection, source) && input.carried?.has(`${connection}/${source}`) !== true)
                continue;
            if (!ours)
                files.push(path);
            const known = (ours || knowledge.file(path)?.sha === context.sha(path)) && !input.moved(connection, source);
            if (!known)
                fresh.add(`${connection}/${source}`);
            else if (!open.has(`${connection}/${source}`))
                continue;
            due.set(connection, [...(due.get(connection) ?? []), source]);
        }
    }
    if (due.size === 0)
        return { findings: [], unproved, files, checks: 0 };
    const { loadParser } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 22458));
    const parser = await loadParser();
    const only = new Set([...due].flatMap(([connection, sources]) => sources.map((source) => `${connection}/${source}`)));
    const paths = new Set([...due].flatMap(([connection, sources]) => sources.map((source) => context.sourcePath(connection, source) ?? '')));
    const findings = [
        ...(0,schema.schemaGate)(context, paths),
        ...(0,references.referencesGate)({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only }),
        ...(0,traps.trapsGate)({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only }),
    ].map((finding) => ({ ...finding, severity: finding.severity === 'error' ? 'warning' : finding.severity }));
    // not what is only still unproved: it was said
    const doubles = (0,gates_doubles.doublesGate)({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only: fresh });
    for (const [connection, sources] of due) {
        for (const source of sources) {
            const broken = findings.find((finding) => finding.file === context.sourcePath(connection, source));
            if (broken)
                unproved.set(`source:${connection}/${source}`, broken.message);
        }
    }
    const said = new Set(findings.map((finding) => `${finding.file ?? ''}:${finding.line ?? 0}`));
    let checks = 0;
    for (const [connection, sources] of due) {
        const warehouse = input.warehouses.find((one) => one.connection === connection);
        if (!warehouse) {
            for (const [entity, why] of input.open)
                if (sources.some((source) => sourceOfEntity(entity) === `${connection}/${source}`))
                    unproved.set(entity, why);
            continue;
        }
        const checked = await verifySources({ context, parser, warehouse, sources: sources.filter((source) => (0,context_context/* isOverlay */.zW)(context.source(connection, source)?.value ?? {}) || context.entry(connection, source) === undefined) });
        checks += checked.length;
        for (const one of checked) {
            if (one.verdict !== 'proved')
                unproved.set(one.entity, one.why ?? '');
            if (one.finding && !said.has(`${one.finding.file ?? ''}:${one.finding.line ?? 0}`))
                findings.push(one.finding);
        }
    }
    return { findings: [...findings, ...doubles], unproved, files, checks };
}
/** Whether a model or reconcile wrote something that can be run about the source. */
function hasJudged(knowledge, connection, source) {
    return Object.entries(knowledge.records(connection, source) ?? {}).some(([key, record]) => record.by !== 'derived' && /^(measure|segment|join):/.test(key));
}
/** `measure:warehouse/orders.revenue`, `join:warehouse/orders->customers` and `source:warehouse/orders` → `warehouse/orders`. */
function sourceOfEntity(entity) {
    const rest = entity.slice(entity.indexOf(':') + 1);
    const named = /^(.*?)(?:->.*)?$/s.exec(rest)?.[1] ?? rest;
    return entity.startsWith('measure:') || entity.startsWith('segment:') ? named.slice(0, named.lastIndexOf('.')) : named;
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


/***/ }),

/***/ 37775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   ll: () => (/* binding */ sql),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/** An identifier, or several that a dot joins. */
function name(...parts) {
    return { kind: 'name', parts: parts.filter((part) => part !== null) };
}
/** A literal. */
function value(literal) {
    return { kind: 'value', value: literal };
}
/** sql`SELECT COUNT(*) FROM ${name('main', 'orders')}`: templates nest. */
function sql(strings, ...items) {
    const texts = [strings[0] ?? ''];
    const holes = [];
    for (const [i, item] of items.entries()) {
        const after = strings[i + 1] ?? '';
        const [first = '', ...rest] = 'texts' in item ? item.texts : ['', ''];
        texts.push((texts.pop() ?? '') + first);
        texts.push(...rest);
        holes.push(...('texts' in item ? item.holes : [item]));
        texts.push((texts.pop() ?? '') + after);
    }
    return { texts, holes };
}
/** Several templates with a separator of our own between them. */
function joined(items, separator) {
    const empty = { texts: [''], holes: [] };
    return items.reduce((all, item, i) => (i === 0 ? item : sql `${all}${{ texts: [separator], holes: [] }}${item}`), empty);
}
/** The statement with its holes filled. */
function render(template, quote, literal) {
    return template.texts.map((text, i) => {
        const hole = template.holes[i];
        if (!hole)
            return text;
        return text + (hole.kind === 'name' ? hole.parts.map(quote).join('.') : literal(hole.value));
    }).join('');
}
/** The statement with the same filling in every hole of a kind: equal for templates that ask the same of other things. */
function shapeOf(template, quote, literal) {
    const holes = template.holes.map((hole) => (hole.kind === 'name' ? { kind: 'name', parts: hole.parts.map(() => 'x') } : { kind: 'value', value: typeof hole.value === 'number' ? 1 : 'x' }));
    return render({ texts: template.texts, holes }, quote, literal);
}


/***/ })

};
