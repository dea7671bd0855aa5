export const id = 1515;
export const ids = [1515];
export const modules = {

/***/ 47713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ maskedShape)
/* harmony export */ });
const maxPattern = 32;
/**
 * The shape of a value without the value: storage class, length and pattern, e.g. `text(12) Aaa aaa-99`, `integer(4)`,
 * `real`, `blob(16)`. `length` is in characters (blobs: bytes); `start` the first characters of a text.
 */
function maskedShape(storageClass, length, start) {
    switch (storageClass) {
        case 'text':
            return `text(${length}) ${pattern(String(start ?? ''), length)}`.trimEnd();
        case 'integer':
        case 'blob':
            return `${storageClass}(${length})`;
        default:
            return storageClass;
    }
}
/** Capital letters as A, others as a, digits as 9, white space as one blank; only punctuation of ASCII stays. */
function pattern(start, length) {
    const characters = Array.from(start);
    const masked = characters.slice(0, maxPattern).map((character) => {
        if (/\p{Lu}/u.test(character))
            return 'A';
        if (/[\p{L}\p{M}]/u.test(character))
            return 'a';
        if (/\p{N}/u.test(character))
            return '9';
        if (/\s/u.test(character))
            return ' ';
        return /[!-/:-@[-`{-~]/.test(character) ? character : '?';
    });
    return masked.join('') + (length > masked.length ? '…' : '');
}


/***/ }),

/***/ 4466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ oddNames)
/* harmony export */ });
/* unused harmony export nameOddity */
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82602);

const oddities = [
    [/[\p{Cc}\u2028\u2029]/u, 'has control characters'],
    [/["'`[\]]/, 'has quotes'],
    [/\./, 'has a dot, which ktx reads as the end of a source name'],
    [/[<>]/, 'looks like HTML'],
    [/@/, 'has an @, which would mention somebody in a pull request'],
    [/;|--|\/\*/, 'holds characters that end a statement or open a comment'],
];
const longestName = 128;
/** Why ktx cannot address a name safely, or null where it can. ktx writes names into SQL as they are, without quotes. */
function nameOddity(name) {
    if (name === '')
        return 'is empty';
    if (name.length > longestName)
        return `is longer than ${longestName} characters`;
    return oddities.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
/** One notice for the table and one for each of its columns whose name ktx cannot address. */
function oddNames(connection, table, columns) {
    const notice = (what, oddity) => ({
        severity: 'notice',
        code: 'odd-name',
        message: `${what} of the connection ${connection} ${oddity}, so ktx cannot use it in a measure, join or filter.`,
        fix: 'Give it a plain name in a view, and leave the original out with enabled_tables.',
        evidence: [(0,_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .tableId */ .s)(connection, table)],
    });
    const tableOddity = nameOddity(table.name);
    return [
        ...(tableOddity === null ? [] : [notice(`The table ${shownName(table.name)}`, tableOddity)]),
        ...columns.flatMap((column) => {
            const oddity = nameOddity(column);
            return oddity === null ? [] : notice(`The column ${shownName(column)} of ${tableOddity === null ? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .tableText */ .q)(table) : 'that table'}`, oddity);
        }),
    ];
}
/** Quoted, on one line, at most 60 characters. */
function shownName(name) {
    const short = name.length > 60 ? `${name.slice(0, 59)}…` : name;
    return JSON.stringify(short).replace(/[\u007f-\u009f\u2028\u2029]/g, '?');
}


/***/ }),

/***/ 1515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPostgres: () => (/* binding */ openPostgres)
});

// EXTERNAL MODULE: ./lib/src/sql/template.js
var template = __webpack_require__(37775);
// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
// EXTERNAL MODULE: ./lib/src/evidence/warehouse/masked.js
var masked = __webpack_require__(47713);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
// EXTERNAL MODULE: ./lib/src/evidence/warehouse/odd-names.js
var odd_names = __webpack_require__(4466);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres-types.js
/** Object ids of built-in types, which never change (src/include/catalog/pg_type.dat). */
const oids = { bool: 16, bytea: 17, int8: 20, int2: 21, int4: 23, oid: 26, float4: 700, float8: 701, numeric: 1700 };
const integers = new Set([oids.int8, oids.int2, oids.int4, oids.oid]);
const floats = new Set([oids.float4, oids.float8]);
const maxBlobDigits = 128;
/**
 * A value out of the server's text. Integers that a number cannot hold are bigints; a numeric is a number where that prints
 * as the same decimal, else its exact text. Dates and times stay the server's ISO text (the session is in UTC), and so does
 * all else; of binary data the first 64 bytes.
 */
function postgresValue(oid, text) {
    if (oid === oids.bool)
        return text === 't';
    if (integers.has(oid))
        return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
    if (floats.has(oid))
        return Number.isFinite(Number(text)) ? Number(text) : text;
    if (oid === oids.numeric)
        return String(Number(text)) === shortest(text) ? Number(text) : text;
    if (oid === oids.bytea)
        return text.length > maxBlobDigits + 2 ? `${text.slice(0, maxBlobDigits + 2)}…` : text;
    return text;
}
/** The decimal without zeros that say nothing: `10.50` → `10.5`. */
const shortest = (decimal) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
/**
 * The semantic type of a column by the category of its type (of a domain: of the type below), as pg_type has it: N numbers,
 * D dates and times, B booleans. An interval is no point in time, so it is a string like all else.
 * https://www.postgresql.org/docs/current/catalog-pg-type.html
 */
function semanticTypeOf(category) {
    switch (category) {
        case 'B': return 'boolean';
        case 'N': return 'number';
        case 'D': return 'time';
        default: return 'string';
    }
}

;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres-catalogue.js




const literal = (text) => `'${text.replaceAll("'", "''")}'`;
/** Relations that are read as tables; partitions belong to their parent, tables of extensions to their extension. */
const relationsSql = (scope) => `
  SELECT c.oid, n.nspname, c.relname, c.relkind, d.description, pg_catalog.has_schema_privilege(n.oid, 'USAGE'), pg_catalog.has_table_privilege(c.oid, 'SELECT'),
    pg_catalog.has_any_column_privilege(c.oid, 'SELECT'), CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END, c.reltuples
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_description AS d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${scope} AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')`;
const columnsSql = (scope) => `
  SELECT a.attrelid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), t.typcategory, a.attnotnull OR t.typnotnull, d.description,
    pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
  FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_description AS d ON d.objoid = a.attrelid AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = a.attnum
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND ${scope}
  ORDER BY a.attrelid, a.attnum`;
/**
 * Unique indexes over plain columns and all rows, and foreign keys. pg_constraint and pg_index, because the views of
 * information_schema hide constraints from a login that may only read. Of a partitioned table: the parent's own.
 */
const keysSql = (scope) => `
  SELECT i.indrelid, CASE WHEN i.indisprimary THEN 'p' ELSE 'u' END, pg_catalog.array_to_string((i.indkey::int2[])[0:i.indnkeyatts - 1], ' '), NULL::oid, NULL::text
  FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND ${scope}
  UNION ALL
  SELECT k.conrelid, 'f', pg_catalog.array_to_string(k.conkey, ' '), k.confrelid, pg_catalog.array_to_string(k.confkey, ' ')
  FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE k.contype = 'f' AND k.conparentid = 0 AND ${scope}`;
/** What the marks of all tables have in common: where it differs, the counters began anew. */
const epochSql = `
  SELECT pg_catalog.pg_is_in_recovery() OR NOT pg_catalog.current_setting('track_counts')::bool, pg_catalog.pg_postmaster_start_time(),
    (SELECT stats_reset FROM pg_catalog.pg_stat_bgwriter), (SELECT stats_reset FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database())`;
const countersSql = `
  SELECT c.oid, pg_catalog.pg_relation_filenode(c.oid), pg_catalog.pg_stat_get_tuples_inserted(c.oid), pg_catalog.pg_stat_get_tuples_updated(c.oid), pg_catalog.pg_stat_get_tuples_deleted(c.oid)
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND n.nspname NOT LIKE 'pg\\_%'`;
/** What each relation is made of: a parent of its children, a view of what it reads. Functions and foreign tables have no mark. */
const madeOfSql = `
  SELECT i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits AS i
  UNION ALL
  SELECT DISTINCT r.ev_class, CASE WHEN d.refclassid = 'pg_catalog.pg_class'::regclass THEN d.refobjid END
  FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
  WHERE c.relkind = 'v' AND d.refobjid <> r.ev_class AND (d.refclassid = 'pg_catalog.pg_class'::regclass OR d.refclassid = 'pg_catalog.pg_proc'::regclass AND d.refobjid >= 16384)`;
/**
 * Structure of every table in scope, in six statements however many there are. What the login may not read is `unknown`:
 * there, but not told of.
 */
async function readPostgresCatalogue(ask, scope) {
    const where = scope.schemas === undefined ? "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'" : `n.nspname IN (${scope.schemas.map(literal).join(', ')})`;
    const [relationRows, columnRows, keyRows, epoch, counters, madeOf] = await Promise.all([ask(relationsSql(where)), ask(columnsSql(where)), ask(keysSql(where)), ask(epochSql), ask(countersSql), ask(madeOfSql)]);
    const { connection } = scope;
    const findings = [];
    const found = relationRows.map(relationOf).sort((a, b) => (0,canonical/* byText */.z4)(a.name.schema ?? '', b.name.schema ?? '') || (0,canonical/* byText */.z4)(a.name.name, b.name.name));
    const wanted = enabledFilter(scope, found, findings);
    const readable = found.filter((relation) => wanted(relation.name) && relation.readable !== 'no');
    const unknown = found.filter((relation) => wanted(relation.name) && relation.readable === 'no').map(({ name }) => name);
    const columns = Map.groupBy(columnRows.map(columnOf), (column) => column.owner);
    const keys = Map.groupBy(keyRows, (row) => Number(row[0]));
    const names = new Map(readable.map((relation) => [relation.oid, relation.name]));
    const marks = markReader(epoch[0] ?? [], counters, madeOf);
    const facts = new Map();
    const tables = readable.flatMap((relation) => {
        const own = columns.get(relation.oid) ?? [];
        if (own.length === 0)
            return [];
        findings.push(...(0,odd_names/* oddNames */.u)(connection, relation.name, own.map((column) => column.column.name)));
        const hidden = own.filter((column) => !column.readable && relation.readable === 'some').map((column) => column.column.name);
        if (hidden.length > 0)
            findings.push(hiddenColumns(connection, relation.name, hidden));
        facts.set((0,table_name/* tableText */.q)(relation.name), {
            estimate: relation.estimate, readable: new Map(own.filter((column) => !hidden.includes(column.column.name)).map((column) => [column.column.name, column.category])),
        });
        return [{ structure: structureOf(relation, own, keys.get(relation.oid) ?? [], columns, names), mark: marks(relation.oid) }];
    });
    if (unknown.length > 0)
        findings.push(unreadable(connection, unknown));
    return { tables, unknown, findings, facts };
}
function relationOf([oid, schema, name, kind, comment, usable, whole, some, definition, estimate]) {
    return {
        oid: Number(oid), name: { catalog: null, schema: String(schema), name: String(name) }, isView: kind === 'v' || kind === 'm', comment: postgres_catalogue_text(comment),
        readable: usable !== true ? 'no' : whole === true ? 'yes' : some === true ? 'some' : 'no', definition: postgres_catalogue_text(definition), estimate: Number(estimate) < 0 ? null : Number(estimate),
    };
}
function columnOf([owner, number, name, type, category, required, comment, readable]) {
    return {
        owner: Number(owner), number: String(number), category: String(category), readable: readable === true,
        column: { name: String(name), nativeType: String(type), type: semanticTypeOf(String(category)), nullable: required !== true, ...(postgres_catalogue_text(comment) === null ? {} : { comment: String(comment) }) },
    };
}
const postgres_catalogue_text = (value) => (typeof value === 'string' && value !== '' ? value : null);
function structureOf(relation, own, keys, columns, names) {
    const named = (numbers, of) => String(numbers).split(' ').flatMap((number) => of.find((column) => column.number === number)?.column.name ?? []);
    const primaryKey = keys.filter((key) => key[1] === 'p').flatMap((key) => named(key[2], own));
    const unique = new Map(keys.filter((key) => key[1] === 'u').map((key) => named(key[2], own)).map((key) => [key.join('\0'), key]));
    unique.delete(primaryKey.join('\0'));
    const foreign = new Map();
    for (const [, , from, targetOid, to] of keys.filter((key) => key[1] === 'f')) {
        const target = names.get(Number(targetOid));
        if (target === undefined)
            continue;
        const key = { columns: named(from, own), target, targetColumns: named(to, columns.get(Number(targetOid)) ?? []) };
        foreign.set([...key.columns, '', (0,table_name/* tableText */.q)(target), ...key.targetColumns].join('\0'), key);
    }
    const sorted = (of) => [...of].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)).map(([, value]) => value);
    return {
        name: relation.name, kind: relation.isView ? 'view' : 'table', ...(relation.comment === null ? {} : { comment: relation.comment }),
        columns: own.map(({ column }) => column), primaryKey, uniqueKeys: sorted(unique), foreignKeys: sorted(foreign),
        ...(relation.definition === null ? {} : { definition: relation.definition.trim() }),
    };
}
/** What names no table is said, since a slip there hides tables without a word. A name that is not there as it is written may be in lower case. */
function enabledFilter({ connection, schemas, enabledTables }, found, findings) {
    const missing = (key, name) => {
        findings.push({
            severity: 'warning', code: 'config-value', message: `${key} of the connection ${connection} names ${JSON.stringify(name)}, which the database does not have, or has no table in.`,
            fix: 'Correct the name in ktx.yaml, or take it out.',
        });
    };
    for (const schema of schemas ?? [])
        if (!found.some(({ name }) => name.schema === schema))
            missing('schemas', schema);
    if (enabledTables === undefined)
        return () => true;
    const wanted = new Set();
    for (const enabled of enabledTables) {
        const named = (spelled) => found.filter(({ name }) => spelled === name.name || spelled === (0,table_name/* tableText */.q)(name) || spelled.endsWith(`.${(0,table_name/* tableText */.q)(name)}`));
        const matching = named(enabled).length > 0 ? named(enabled) : named(enabled.toLowerCase());
        if (matching.length === 0)
            missing('enabled_tables', enabled);
        for (const { name } of matching)
            wanted.add((0,table_name/* tableText */.q)(name));
    }
    return (name) => wanted.has((0,table_name/* tableText */.q)(name));
}
function hiddenColumns(connection, table, columns) {
    return {
        severity: 'notice', code: 'warehouse-permission', message: `${(0,table_name/* tableText */.q)(table)} of the connection ${connection}: the login may not read ${columns.join(', ')}, so nothing is known of the values there.`,
        fix: 'Grant SELECT on the whole table, or leave it so.',
    };
}
function unreadable(connection, tables) {
    const shown = tables.slice(0, 3).map(table_name/* tableText */.q).join(', ');
    return {
        severity: 'notice', code: 'warehouse-permission',
        message: `The login of the connection ${connection} may not read ${tables.length === 1 ? shown : `${tables.length} tables (${shown}${tables.length > 3 ? ', …' : ''})`}, so nothing new is known of ${tables.length === 1 ? 'it' : 'them'}; what was known stays.`,
        fix: 'Grant SELECT there (docs/warehouses.md has the statements), or leave it so.',
    };
}
/**
 * Change markers out of the server's counters of rows inserted, updated and deleted, which no table is opened for, and the
 * number of the file, which TRUNCATE and rewrites change. Counters begin anew after a crash and a reset; both leave a time
 * of their own, and so does a start of the server, so that a mark from before never equals one from after. A replica
 * counts no rows: nothing there has a mark. Of a parent or view: the marks of all that it is made of.
 */
function markReader([uncounted, ...epoch], counters, madeOf) {
    if (uncounted !== false)
        return () => null;
    const own = new Map(counters.map(([oid, ...counts]) => [Number(oid), counts]));
    const parts = Map.groupBy(madeOf, (row) => Number(row[0]));
    const collect = (oid, seen) => {
        if (seen.has(oid))
            return true;
        const below = parts.get(oid) ?? [];
        const counts = own.get(oid);
        if (counts === undefined && below.length === 0)
            return false;
        seen.set(oid, counts ?? []);
        return below.every((row) => row[1] !== null && collect(Number(row[1]), seen));
    };
    return (oid) => {
        const seen = new Map();
        if (!collect(oid, seen))
            return null;
        return (0,canonical/* hash12 */.Yq)([epoch, [...seen].sort(([a], [b]) => a - b).map(([of, counts]) => [of, ...counts.map(String)])]);
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres-statement.js

/** Rows that are asked for at a time: what is read beyond the limits is at most this many. */
const batch = 64;
/**
 * One statement in the extended protocol, which takes no second one. It is parsed and described first, and runs only if it
 * returns columns: INSERT, COPY, SET and their like have none and never run. Without `limits` nothing runs at all.
 * Rows come in batches, so that a long answer is left unread.
 */
class PostgresStatement {
    done;
    #text;
    #limits;
    #resolve = () => undefined;
    #connection;
    #fields = [];
    #rows = [];
    #bytes = 0;
    #truncated = false;
    #fault;
    constructor(text, limits) {
        this.#text = text;
        this.#limits = limits;
        this.done = new Promise((resolve) => { this.#resolve = resolve; });
    }
    submit(connection) {
        this.#connection = connection;
        // the protocol ends a text at the first of these
        if (this.#text.includes('\0')) {
            this.#fault = { code: '22021', message: 'it holds a NUL character' };
            connection.sync();
            return;
        }
        connection.once('noData', this.#onNoData);
        connection.parse({ name: '', text: this.#text, types: [] }, true);
        connection.describe({ type: 'S', name: '' }, true);
        connection.flush();
    }
    #onNoData = () => {
        this.#fault ??= { code: '', message: 'the statement returns no columns' };
        this.#connection?.sync();
    };
    handleRowDescription({ fields }) {
        const connection = this.#connection;
        connection?.off('noData', this.#onNoData);
        this.#fields = fields;
        if (this.#limits === null) {
            connection?.sync();
            return;
        }
        connection?.bind({ values: [] }, true);
        this.#next();
    }
    #next() {
        const left = (this.#limits?.maxRows ?? 0) + 1 - this.#rows.length;
        this.#connection?.execute({ portal: '', rows: String(Math.max(1, Math.min(batch, left))) }, true);
        this.#connection?.flush();
    }
    handleDataRow({ fields }) {
        if (this.#truncated || this.#limits === null)
            return;
        const size = fields.reduce((sum, value) => sum + (value === null ? 8 : Math.max(8, Buffer.byteLength(value))), 0);
        if (this.#rows.length >= this.#limits.maxRows || this.#bytes + size > this.#limits.maxBytes) {
            this.#truncated = true;
            return;
        }
        this.#bytes += size;
        this.#rows.push(fields.map((value, i) => (value === null ? null : postgresValue(this.#fields[i]?.dataTypeID ?? 0, value))));
    }
    handlePortalSuspended() {
        if (this.#truncated)
            this.#connection?.sync();
        else
            this.#next();
    }
    handleCommandComplete() {
        this.#connection?.sync();
    }
    handleEmptyQuery() {
        this.#connection?.sync();
    }
    handleReadyForQuery() {
        this.#connection?.off('noData', this.#onNoData);
        if (this.#fault)
            this.#resolve({ ok: false, fault: this.#fault });
        else
            this.#resolve({ ok: true, columns: this.#fields.map(({ name }) => name), rows: this.#rows, truncated: this.#truncated, bytes: this.#bytes });
    }
    /** Of the server: the connection lives, and answers once more after a sync. Of the socket: nothing comes any more. */
    handleError(error) {
        const fault = { code: error.code ?? '', message: error.message };
        this.#connection?.off('noData', this.#onNoData);
        if (error.severity === undefined || this.#connection === undefined) {
            this.#resolve({ ok: false, fault: { code: fault.code === '' ? 'ECONNRESET' : fault.code, message: fault.message } });
            return;
        }
        this.#fault = fault;
        const connection = this.#connection;
        const answered = () => {
            connection.off('readyForQuery', answered).off('end', answered);
            this.#resolve({ ok: false, fault });
        };
        connection.on('readyForQuery', answered).on('end', answered);
        connection.sync();
    }
    handleCopyInResponse(connection) {
        connection.sendCopyFail?.('nothing is written here');
    }
    handleCopyData() {
        // a COPY never runs: it returns no columns
    }
}

;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres-pool.js



const connectTimeoutMs = 10_000;
const controlTimeoutMs = 5_000;
/** Beyond the server's own timeout, before it is told to cancel, and after that before the socket is closed. */
const graceMs = 2_000;
/** What may arrive, in result limits, before the socket is closed: a row is only seen when it is there as a whole. */
const receivedShare = 8;
/** Fault codes of our own beside the server's SQLSTATEs and Node's. */
const cancelledCode = 'KTX_CANCELLED';
const overflowCode = 'KTX_OVERFLOW';
const closedCode = 'KTX_CLOSED';
const quote = (name) => `"${name.replaceAll('"', '""')}"`;
/** Opens the first connection; throws what stands in its way. */
async function openPool(options) {
    const { size, signal } = options;
    const settings = settingsOf(options.searchPath);
    let { address } = options;
    const idle = [];
    const running = new Map();
    const waiting = [];
    let open = 0;
    let closed = false;
    async function connected() {
        try {
            return await connect(address);
        }
        catch (error) {
            if (address.tls.mode !== 'preferred' || !/does not support SSL/.test(error.message))
                throw error;
            address = { ...address, tls: { mode: 'off' } };
            return connect(address);
        }
    }
    async function take() {
        for (;;) {
            if (closed)
                throw Object.assign(new Error('the warehouse is closed'), { code: closedCode });
            const client = idle.pop();
            if (client) {
                hold(client, true);
                return { client, fresh: false };
            }
            if (open < size) {
                open += 1;
                try {
                    return { client: await connected(), fresh: true };
                }
                catch (error) {
                    open -= 1;
                    waiting.shift()?.();
                    throw error;
                }
            }
            await new Promise((resolve) => waiting.push(resolve));
        }
    }
    function give(client, isWhole) {
        if (isWhole && !closed) {
            hold(client, false);
            idle.push(client);
        }
        else {
            open -= 1;
            destroy(client);
        }
        waiting.shift()?.();
    }
    async function ask(text, limits, timeoutMs) {
        for (;;) {
            let taken;
            try {
                taken = await take();
            }
            catch (error) {
                return failure(faultOf(error));
            }
            const { client, fresh } = taken;
            try {
                await control(client, `BEGIN TRANSACTION READ ONLY; ${settings.map((setting) => `SET LOCAL ${setting}`).join('; ')}; SET LOCAL statement_timeout = ${Math.max(1, Math.trunc(timeoutMs))}`);
            }
            catch (error) {
                give(client, false);
                // it was cut while it lay idle: nothing was asked yet, so another one is as good
                if (!fresh)
                    continue;
                return failure(faultOf(error));
            }
            const reply = await supervised(client, new PostgresStatement(text, limits), timeoutMs, receivedShare * (limits?.maxBytes ?? 1024 * 1024));
            const isWhole = await control(client, `ROLLBACK; ${cleanup}`).then(() => true, () => false);
            give(client, isWhole);
            return reply;
        }
    }
    /** The statement, with an eye on the clock, on what arrives, and on who wants it to end. */
    async function supervised(client, statement, timeoutMs, maxReceived) {
        let own;
        let received = 0;
        let last;
        const { stream } = client.connection;
        const cut = (fault) => {
            own ??= fault;
            stream.destroy();
        };
        const cancel = (fault) => {
            own ??= fault;
            cancelOn(address, client);
            last ??= setTimeout(() => cut(fault), graceMs);
        };
        const onData = (chunk) => {
            received += chunk.length;
            if (received > maxReceived)
                cut({ code: overflowCode, message: `it brings more than ${Math.round(maxReceived / 1024 / 1024)} MiB at once` });
        };
        const timer = setTimeout(() => cancel({ code: '57014', message: 'canceling statement due to statement timeout' }), timeoutMs + graceMs);
        const stop = () => cancel({ code: cancelledCode, message: 'it was cancelled' });
        signal?.addEventListener('abort', stop);
        running.set(client, stop);
        stream.on('data', onData);
        try {
            const asked = client.query(statement);
            const reply = await asked.done;
            return reply.ok || own === undefined ? reply : failure(own);
        }
        finally {
            clearTimeout(timer);
            clearTimeout(last);
            stream.off('data', onData);
            signal?.removeEventListener('abort', stop);
            running.delete(client);
        }
    }
    const first = await connected();
    open = 1;
    give(first, true);
    return {
        run: (sql, limits, timeoutMs) => ask(sql, limits, timeoutMs),
        describe: (sql, timeoutMs) => ask(sql, null, timeoutMs),
        async close() {
            if (closed)
                return;
            closed = true;
            for (const stop of running.values())
                stop();
            for (const wake of waiting.splice(0))
                wake();
            await Promise.all(idle.splice(0).map((client) => {
                hold(client, true);
                return client.end().catch(() => undefined);
            }));
            while (running.size > 0)
                await new Promise((resolve) => setTimeout(resolve, 20));
        },
    };
}
/**
 * What holds for every transaction, set in it: behind a pooler the next may run in another connection. `$user` is left out
 * of the search path: what a login may create in its own schema answers for nobody.
 */
function settingsOf(searchPath) {
    return [
        `search_path = ${['pg_catalog', ...searchPath, 'pg_temp'].map(quote).join(', ')}`, "lock_timeout = '5s'", "idle_in_transaction_session_timeout = '60s'", "TimeZone = 'UTC'", "DateStyle = 'ISO, MDY'", "IntervalStyle = 'iso_8601'",
        'extra_float_digits = 1', "bytea_output = 'hex'", 'standard_conforming_strings = on', 'synchronize_seqscans = off', 'row_security = on', 'client_min_messages = error',
    ];
}
/** What a rollback leaves: locks of the session. */
const cleanup = 'SELECT pg_catalog.pg_advisory_unlock_all()';
/**
 * Read-only by default through the start of the session, which ends with it: a SET would stay in a connection that a pooler
 * hands to others. A pooler that takes no such parameter is left without; each transaction is read-only all the same.
 */
async function connect(address) {
    try {
        return await start(address, '-c default_transaction_read_only=on');
    }
    catch (error) {
        if (!/startup parameter/.test(faultOf(error).message))
            throw error;
        return start(address, undefined);
    }
}
async function start(address, options) {
    const config = {
        host: address.host, port: address.port, user: address.user, database: address.database,
        // a function, since the driver looks for an empty password in PGPASSWORD and ~/.pgpass
        password: () => passwordOf(address, wantsPlain),
        ssl: sslOf(address), sslnegotiation: 'postgres', application_name: 'ktx-ci', client_encoding: 'utf8', connectionTimeoutMillis: connectTimeoutMs, keepAlive: true,
    };
    let wantsPlain = false;
    const client = new esm/* Client */.Kj(config);
    // these the driver takes from PGOPTIONS and PGREPLICATION
    Object.assign(client.connectionParameters, { options, replication: undefined });
    const { connection } = client;
    connection.prependOnceListener('authenticationCleartextPassword', () => { wantsPlain = true; });
    // a connection that breaks while it lies idle is found broken when it is next used
    client.on('error', () => undefined);
    try {
        await client.connect();
    }
    catch (error) {
        destroy(client);
        throw error;
    }
    return client;
}
/** A connection that lies idle keeps no process alive. */
function hold(client, isHeld) {
    const { connection } = client;
    if (isHeld)
        connection.ref();
    else
        connection.unref();
}
/** A statement of our own, which no server takes long for: one that does not answer is gone. */
async function control(client, sql) {
    const timer = setTimeout(() => destroy(client), controlTimeoutMs);
    try {
        await client.query(sql);
    }
    finally {
        clearTimeout(timer);
    }
}
function passwordOf(address, wantsPlain) {
    if (wantsPlain && address.tls.mode === 'off' && !isLocal(address.host))
        throw Object.assign(new Error('The server asks for the password in clear text over a connection without TLS, so it was not sent'), { code: '28000' });
    return address.password;
}
const isLocal = (host) => host.startsWith('/') || host === 'localhost' || host === '::1' || host.startsWith('127.');
function sslOf({ tls }) {
    return tls.mode === 'off' ? false : { rejectUnauthorized: tls.verified, ...(tls.ca === undefined ? {} : { ca: tls.ca }) };
}
/** Tells the server to cancel what this client asked, over a connection of its own, as the protocol has it. */
function cancelOn(address, client) {
    const { processID, secretKey } = client;
    if (processID === null || secretKey === null)
        return;
    if (address.tls.mode === 'off') {
        const socket = address.host.startsWith('/') ? (0,external_node_net_.connect)(`${address.host}/.s.PGSQL.${address.port}`) : (0,external_node_net_.connect)(address.port, address.host);
        const request = Buffer.alloc(16);
        for (const [i, word] of [16, 80877102, processID, secretKey].entries())
            request.writeInt32BE(word, i * 4);
        socket.on('error', () => undefined).setTimeout(graceMs, () => socket.destroy()).unref().end(request);
        return;
    }
    const connection = new esm/* Connection */.Ng({ ssl: sslOf(address) });
    connection.on('error', () => undefined);
    connection.once('connect', () => connection.requestSsl());
    connection.once('sslconnect', () => {
        connection.cancel(processID, secretKey);
        connection.stream.end();
    });
    connection.connect(address.port, address.host);
}
function destroy(client) {
    client.connection.stream.destroy();
}
function faultOf(error) {
    const { code, message } = (typeof error === 'object' && error !== null ? error : {});
    // several addresses of one name, each of which failed
    const inner = error instanceof AggregateError ? error.errors[0] : undefined;
    if (inner !== undefined)
        return faultOf(inner);
    return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : String(error) };
}
function failure(fault) {
    return { ok: false, fault };
}

;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres-findings.js


/**
 * The server's words on one line. Errors about data (class 22) quote the value after a colon, which is nobody's business;
 * so it is left out.
 */
function postgresMessage({ code, message }) {
    const line = message.replaceAll(/\s+/g, ' ').trim();
    return /^2[23]/.test(code) ? line.replace(/: ".*$/, '') : line;
}
/** SQLSTATE classes that say something of the server or the moment, not of the statement. */
const passing = /^(08|25P03|28|3D|40|53|55P03|57P|58|XX|E[A-Z]|KTX_)/;
/** A statement that did not work: `timeout` and `unavailable` prove nothing against it. */
function statementFailure(connection, fault, timeoutMs) {
    const finding = (message, fix) => ({ severity: 'warning', code: 'query-failed', message: `A statement on the connection ${connection} ${message}.`, fix });
    if (fault.code === '57014' && /statement timeout/.test(fault.message))
        return { ok: false, reason: 'timeout', finding: finding(`was stopped after ${timeoutMs} ms`, 'Narrow it with a WHERE clause, or allow more time with query_timeout_ms.') };
    const words = postgresMessage(fault);
    if (fault.code === '42501') {
        return { ok: false, reason: 'unavailable', finding: { severity: 'warning', code: 'warehouse-permission', message: `The login of the connection ${connection} may not run a statement: ${words}.`, fix: 'Grant it SELECT on what the statement reads, or leave that out.' } };
    }
    if (fault.code === cancelledCode || fault.code === closedCode || fault.code === '57014')
        return { ok: false, reason: 'unavailable', finding: finding(`was not finished: ${words}`, 'It is asked again next time.') };
    if (fault.code === overflowCode)
        return { ok: false, reason: 'failed', finding: finding(`was stopped: ${words}`, 'Name the columns that are needed, and cut long texts.') };
    if (passing.test(fault.code))
        return { ok: false, reason: 'unavailable', finding: finding(`could not be answered: ${words}`, 'Look at the server; it is asked again next time.') };
    const missing = /^42(P01|703|883)$/.test(fault.code);
    return { ok: false, reason: 'failed', finding: finding(`failed: ${words}`, missing ? 'Use names that the scanned tables have.' : 'Correct the statement, or run it by hand to see what PostgreSQL makes of it.') };
}
function refused(connection, why) {
    return { severity: 'warning', code: 'query-refused', message: `A statement for the connection ${connection} was refused: ${why}.`, fix: 'Use one SELECT with built-in, read-only functions.' };
}
function unprofiled(connection, table, cause) {
    return { severity: 'warning', code: cause.code, message: `${(0,table_name/* tableText */.q)(table)} of the connection ${connection} could not be profiled. ${cause.message}`, fix: cause.fix };
}
const tlsCodes = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO)$/;
/** Why the warehouse could not be opened, and the key of ktx.yaml where that can be changed. */
function unopened(connection, address, fault) {
    const words = postgresMessage(fault);
    const server = `${address.host}:${address.port}`;
    const said = (code, part, message, fix) => ({
        option: address.keys[part], finding: { severity: 'error', code, message: `The connection ${connection} ${message}.`, fix },
    });
    if (/does not support SSL/.test(fault.message))
        return said('warehouse-tls', 'tls', `asks for TLS, which the server ${server} does not speak`, 'Turn TLS on at the server, or set ssl: false where the way to it is safe.');
    if (tlsCodes.test(fault.code)) {
        return said('warehouse-tls', 'tls', `does not trust the certificate of ${server}: ${words}`, 'Name the certificate of its authority with sslrootcert (a PEM file beside ktx.yaml) or NODE_EXTRA_CA_CERTS; check the host name.');
    }
    if (fault.code === '28000' && /no encryption|SSL off|without TLS/i.test(fault.message))
        return said('warehouse-tls', 'tls', `is refused by ${server}: ${words}`, 'Set ssl: true.');
    if (fault.code === '28P01' || /^SASL|SCRAM/.test(fault.message)) {
        const empty = address.password === '';
        return said('warehouse-login', 'password', empty ? `has no password for the login ${address.user} of ${server}` : `is refused by ${server}: ${words}`, empty ? 'Add password: env:NAME.' : 'Check the login and its password.');
    }
    if (fault.code === '28000')
        return said('warehouse-login', 'user', `is refused by ${server}: ${words}`, 'Check the login, and that pg_hba.conf lets it in from this machine.');
    if (fault.code === '3D000')
        return said('warehouse-database', 'database', `names a database that ${server} does not have: ${words}`, 'Check the name; it is case-sensitive.');
    if (fault.code === '42501')
        return said('warehouse-permission', 'database', `may not be used: ${words}`, `Grant it: GRANT CONNECT ON DATABASE … TO ${address.user}.`);
    return said('warehouse-unreachable', 'host', `cannot reach ${server}: ${words === '' ? fault.code : words}`, 'Check host and port, and that a firewall lets this machine in.');
}

// EXTERNAL MODULE: ./lib/src/evidence/warehouse/value-lists.js
var value_lists = __webpack_require__(34035);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres-profile.js


/** Above it a table is not read through: its rows are those of the statistics, and it has no value lists. */
const mostRows = 10_000_000;
/** A column with more distinct values than this by the statistics is not asked for its list; they are no more than a guess. */
const surelyMany = 500;
/** PostgreSQL takes 1,664 result columns; two expressions a column stay below. */
const columnsPerStatement = 400;
const listsPerStatement = 50;
/**
 * Row count and value lists, or null where a statement failed: one pass over the rows for each 400 columns, then one
 * statement for each 50 columns that can have a list. Types are strict, so none are mixed.
 */
async function profilePostgresTable(table, facts, reference, quote, ask) {
    const { estimate = null } = facts ?? {};
    if (estimate !== null && estimate > mostRows)
        return { rows: Math.round(estimate), values: {}, mixedTypes: {} };
    const keys = (0,value_lists/* keyColumnsOf */.mZ)(table);
    const distinct = new Map(((await ask(`SELECT attname, n_distinct FROM pg_catalog.pg_stats WHERE schemaname = ${postgres_profile_literal(table.name.schema ?? '')} AND tablename = ${postgres_profile_literal(table.name.name)}`)) ?? []).map((row) => [row[0], Number(row[1])]));
    const open = table.columns.filter(({ name }) => facts?.readable.has(name) !== false && !keys.has(name) && (0,value_lists/* mayListByName */.g3)(name) && (distinct.get(name) ?? 0) <= surelyMany);
    const flags = open.filter((column) => /^(smallint|integer|bigint)$/.test(column.nativeType));
    let rows = 0;
    const isFlag = new Set();
    for (const columns of flags.length === 0 ? [[]] : chunks(flags, columnsPerStatement)) {
        const parts = columns.flatMap((column) => [`min(${quote(column.name)})`, `max(${quote(column.name)})`]);
        const answer = (await ask(`SELECT ${['count(*)', ...parts].join(', ')} FROM ${reference}`))?.[0];
        if (answer === undefined)
            return null;
        rows = Number(answer[0]);
        // a quantity that was always 1 so far is no flag: both must be there
        for (const [i, column] of columns.entries())
            if (answer[1 + 2 * i] === 0 && answer[2 + 2 * i] === 1)
                isFlag.add(column.name);
    }
    const listed = open.filter((column) => isFlag.has(column.name) || ['S', 'E', 'B'].includes(facts?.readable.get(column.name) ?? ''));
    const lists = [];
    for (const columns of chunks(listed, listsPerStatement)) {
        const parts = columns.map((column, i) => `(SELECT ${i}, left(v::text, ${value_lists/* maxValueLength */.i9 + 1}) FROM (SELECT DISTINCT ${quote(column.name)} AS v FROM ${reference} WHERE ${quote(column.name)} IS NOT NULL LIMIT ${value_lists/* maxDistinct */.v1 + 1}) AS d)`);
        const answer = await ask(parts.join(' UNION ALL '));
        if (answer === null)
            return null;
        for (const [i, found] of Map.groupBy(answer, (row) => Number(row[0]))) {
            const list = (0,value_lists/* fitList */.em)(found.map((row) => String(row[1])));
            const column = columns[i];
            if (column && list !== null)
                lists.push([column.name, list]);
        }
    }
    return { rows, values: Object.fromEntries(lists.sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b))), mixedTypes: {} };
}
const postgres_profile_literal = (text) => `'${text.replaceAll("'", "''")}'`;
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/postgres.js







const maxBytes = 8 * 1024 * 1024;
const maxCatalogueBytes = 256 * 1024 * 1024;
const defaultMaxRows = 1_000;
const defaultTimeoutMs = 30_000;
const defaultConnections = 4;
const maxSampleRows = 20;
/** Opens a database for reading: connects once, so that what stands in the way is known before anything else happens. */
async function openPostgres(options) {
    const { address, connection, signal } = options;
    try {
        const pool = await openPool({ address, size: options.maxConnections ?? defaultConnections, searchPath: searchPath(options.schemas), ...(signal === undefined ? {} : { signal }) });
        return { ok: true, warehouse: new PostgresWarehouse(options, pool) };
    }
    catch (error) {
        return { ok: false, ...unopened(connection, address, faultOf(error)) };
    }
}
/** As ktx has it: the schemas of the connection, then `public`. */
function searchPath(schemas = []) {
    return schemas.includes('public') ? [...schemas] : [...schemas, 'public'];
}
class PostgresWarehouse {
    driver = 'postgres';
    dialect = 'postgres';
    connection;
    #options;
    #pool;
    #allowedShapes = new Set();
    #facts = new Map();
    #usage = { queries: 0, milliseconds: 0, bytes: 0 };
    constructor(options, pool) {
        this.connection = options.connection;
        this.#options = options;
        this.#pool = pool;
    }
    async scan() {
        let finding;
        const ask = async (sql) => {
            const result = await this.#run(sql, Number.MAX_SAFE_INTEGER, this.#timeout, maxCatalogueBytes);
            if (result.ok && !result.truncated)
                return result.rows;
            finding ??= result.ok ? undefined : result.finding;
            throw new Error('the catalogue could not be read');
        };
        try {
            const { tables, unknown, findings, facts } = await readPostgresCatalogue(ask, { connection: this.connection, schemas: this.#options.schemas, enabledTables: this.#options.enabledTables });
            this.#facts = facts;
            return { tables, unknown, findings };
        }
        catch (error) {
            if (finding === undefined && !(error instanceof Error && error.message === 'the catalogue could not be read'))
                throw error;
            const why = finding?.message ?? 'Its catalogue is too large.';
            return { tables: [], unknown: [], findings: [{ severity: 'error', code: 'source-unreadable', message: `The catalogue of the connection ${this.connection} could not be read. ${why}`, fix: finding?.fix ?? 'Read a part of it, with schemas.' }] };
        }
    }
    async profile(table) {
        let finding;
        const profile = await profilePostgresTable(table, this.#facts.get((0,table_name/* tableText */.q)(table.name)), this.reference(table.name), postgres_quote, async (sql) => {
            const result = await this.#run(sql, Number.MAX_SAFE_INTEGER, this.#timeout);
            if (!result.ok)
                finding ??= unprofiled(this.connection, table.name, result.finding);
            return result.ok ? result.rows : null;
        });
        if (profile !== null)
            return { ok: true, profile };
        return { ok: false, finding: finding ?? unprofiled(this.connection, table.name, { severity: 'warning', code: 'query-failed', message: 'It gave no answer.', fix: 'Run again.' }) };
    }
    async sample(table, rows) {
        const readable = this.#facts.get((0,table_name/* tableText */.q)(table.name))?.readable;
        const columns = table.columns.filter(({ name }) => readable?.has(name) !== false);
        const names = columns.map(({ name }) => name);
        const count = Math.min(Math.max(Math.trunc(rows), 0), maxSampleRows);
        if (count === 0 || columns.length === 0)
            return { columns: names, rows: [] };
        const shapes = columns.map((column) => shapeSql(column.nativeType, readable?.get(column.name) ?? '', postgres_quote(column.name)));
        const result = await this.#run(`SELECT ${shapes.map(({ sql }) => sql).join(', ')} FROM ${this.reference(table.name)} LIMIT ${count}`, count, this.#timeout);
        return { columns: names, rows: result.ok ? result.rows.map((row) => row.map((value, i) => postgres_masked(shapes[i]?.kind ?? '', value))) : [] };
    }
    async prepare(sql) {
        const refusal = await this.#refusal(sql);
        if (refusal !== null)
            return { ok: false, finding: refusal, reason: 'refused' };
        const started = performance.now();
        const reply = await this.#pool.describe(sql, this.#timeout);
        this.#charge(started, 0);
        if (reply.ok)
            return { ok: true, columns: reply.columns };
        const { finding, reason } = statementFailure(this.connection, reply.fault, this.#timeout);
        return { ok: false, finding, reason: reason === 'failed' ? 'failed' : 'unavailable' };
    }
    async query(sql, limits = {}) {
        const refusal = await (typeof sql === 'string' ? this.#refusal(sql) : this.#shapeRefusal((0,template/* shapeOf */.F5)(sql, postgres_quote, postgres_literal)));
        if (refusal !== null)
            return { ok: false, finding: refusal, reason: 'refused' };
        const text = typeof sql === 'string' ? sql : (0,template/* render */.XX)(sql, postgres_quote, postgres_literal);
        return this.#run(text, limits.maxRows ?? defaultMaxRows, limits.timeoutMs ?? this.#timeout);
    }
    quote(identifier) {
        return postgres_quote(identifier);
    }
    reference(name) {
        return [name.schema, name.name].filter((part) => part !== null).map(postgres_quote).join('.');
    }
    usage() {
        return this.#usage;
    }
    close() {
        return this.#pool.close();
    }
    get #timeout() {
        return this.#options.queryTimeoutMs ?? defaultTimeoutMs;
    }
    async #refusal(sql) {
        const [{ guard }, { loadParser }] = await Promise.all([__webpack_require__.e(/* import() */ 4760).then(__webpack_require__.bind(__webpack_require__, 64760)), __webpack_require__.e(/* import() */ 2458).then(__webpack_require__.bind(__webpack_require__, 22458))]);
        const verdict = guard(await loadParser(), sql, this.dialect);
        return verdict.ok ? null : refused(this.connection, verdict.why);
    }
    async #shapeRefusal(shape) {
        if (this.#allowedShapes.has(shape))
            return null;
        const refusal = await this.#refusal(shape);
        if (refusal === null)
            this.#allowedShapes.add(shape);
        return refusal;
    }
    async #run(sql, maxRows, timeoutMs, most = maxBytes) {
        const started = performance.now();
        const reply = await this.#pool.run(sql, { maxRows, maxBytes: most }, timeoutMs);
        this.#charge(started, reply.ok ? reply.bytes : 0);
        return reply.ok ? { ok: true, columns: reply.columns, rows: reply.rows, truncated: reply.truncated } : statementFailure(this.connection, reply.fault, timeoutMs);
    }
    #charge(started, bytes) {
        const { queries, milliseconds, bytes: before } = this.#usage;
        this.#usage = { queries: queries + 1, milliseconds: milliseconds + Math.round(performance.now() - started), bytes: before + bytes };
    }
}
function postgres_quote(identifier) {
    return `"${identifier.replaceAll('"', '""')}"`;
}
function postgres_literal(value) {
    return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
/** What to ask of a column for its shape, never for a value longer than 64 characters. */
function shapeSql(type, category, name) {
    if (type === 'bytea')
        return { kind: 'blob', sql: `octet_length(${name})` };
    if (/^(smallint|integer|bigint)$/.test(type))
        return { kind: 'integer', sql: `length(ltrim(${name}::text, '-'))` };
    if (['S', 'E', 'U', 'A', 'X'].includes(category))
        return { kind: 'text', sql: `CASE WHEN ${name} IS NOT NULL THEN length(${name}::text) || ' ' || left(${name}::text, 64) END` };
    return { kind: category === 'N' ? 'real' : type, sql: `CASE WHEN ${name} IS NOT NULL THEN '' END` };
}
function postgres_masked(kind, value) {
    if (value === null)
        return 'null';
    if (kind !== 'text')
        return (0,masked/* maskedShape */.H)(kind, Number(value), null);
    const [, length, start] = /^(\d+) (.*)$/s.exec(String(value)) ?? [];
    return (0,masked/* maskedShape */.H)('text', Number(length), start ?? '');
}


/***/ }),

/***/ 34035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   em: () => (/* binding */ fitList),
/* harmony export */   g3: () => (/* binding */ mayListByName),
/* harmony export */   i9: () => (/* binding */ maxValueLength),
/* harmony export */   mZ: () => (/* binding */ keyColumnsOf),
/* harmony export */   v1: () => (/* binding */ maxDistinct)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_personal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38674);
/* harmony import */ var _text_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59573);



/** Which columns may have a list of their values, and which lists people may see: the same for every warehouse. */
const maxDistinct = 50;
const maxValueLength = 100;
/** Keys, hashes, addresses and long texts by name; `country_code` is not one. */
const keyLike = /(^|[_\s])(id|ids|uuid|guid|key|pk|fk|hash|sha\d*|md5|url|uri|href|link|path|file|filename|slug|number|no|nr)$|(Id|ID|Uuid|UUID|Guid|Key|Hash|Url|URL|Uri|Path|Number)$/;
function mayListByName(column) {
    return !keyLike.test(column) && !(0,_text_personal_js__WEBPACK_IMPORTED_MODULE_1__/* .looksPersonal */ .f)(column);
}
/** Columns of keys, whose values say nothing by themselves. */
function keyColumnsOf(table) {
    return new Set([...table.primaryKey, ...table.foreignKeys.flatMap((key) => key.columns), ...table.uniqueKeys.filter((key) => key.length === 1).flat()]);
}
/** Sorted; null where the list is too long, or where a value does not belong into a file that people review. */
function fitList(values) {
    if (values.length > maxDistinct)
        return null;
    const unfit = (value) => value.length > maxValueLength || /[\p{Cc}\u2028\u2029\ufffd]/u.test(value) || /\S@\S+\.\S/.test(value) || (0,_text_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .findSecrets */ .d)(value).length > 0;
    return values.some(unfit) ? null : [...new Set(values)].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4);
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


/***/ }),

/***/ 38674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ looksPersonal),
/* harmony export */   v: () => (/* binding */ personalData)
/* harmony export */ });
/** Words of column names, split at underscores, spaces and humps: `billingEMail` → billing, e, mail. */
function words(name) {
    return name
        .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
        .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .filter((word) => word !== '');
}
/** Any of these words in a column name: the column holds something about one person, or a secret. */
const personal = new Set(`email mail phone telephone mobile cell fax firstname lastname surname forename fullname username login nickname maiden
  address addr street postcode postal zip zipcode city latitude longitude lat lng lon geo ip ipaddress ipv4 ipv6 mac useragent
  birth birthday birthdate dob age gender sex ethnicity race religion nationality passport ssn sin nin tax iban bic swift
  card cvv pan account password passwd pwd secret token apikey credential hash salt signature otp pin cookie session
  device fingerprint contact person salary wage income diagnosis note notes comment comments message body bio`.split(/\s+/));
/** Of these, only a name that ends so: `name` and `customer_name`, not `name_length`. */
const nameWords = new Set(['name', 'names']);
/** `product_name` names a thing. */
const things = new Set(`product plan category subcategory event country region state currency channel segment type status brand campaign genre tag
  label department team role group table column field model metric feature page store warehouse depot item sku variant tier
  level priority source medium platform browser os language locale queue topic track album playlist media project stage step
  payment method class kind unit color size material season quarter month weekday day holiday branch service app environment`.split(/\s+/));
/** Joined spellings: `emailaddress`, `phonenumber`. */
const joined = /e-?mail|phone|password|passwd|ssn|firstname|lastname|fullname|username|apikey|ipaddr|birthda/;
/** Whether a column's values may be about one person or secret, judged by its name alone: when in doubt, yes. */
function looksPersonal(columnName) {
    const parts = words(columnName);
    if (parts.some((part) => personal.has(part)) || joined.test(parts.join('')))
        return true;
    const last = parts.at(-1);
    return last !== undefined && nameWords.has(last) && !parts.slice(0, -1).some((part) => things.has(part));
}
/** Data of one person by its shape, in a text; null: none was found. A number without `+` in front is no telephone number. */
function personalData(text) {
    if (/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u.test(text))
        return 'an e-mail address';
    if (/(?<![\w+])\+\d{1,3}[\s().\/-]{0,3}(?:\d[\s().\/-]{0,2}){6,13}\d(?!\w)/.test(text))
        return 'a telephone number';
    if ((text.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g) ?? []).some(isIban))
        return 'a bank account';
    if ((text.match(/(?<![\w.-])(?:4\d|5[1-5]|2[2-7]|3[47]|6[05])(?:[ -]?\d){12,17}(?![\w.-])/g) ?? []).some(isCard))
        return 'a card number';
    return null;
}
/** ISO 13616: moved round and in numbers, the remainder by 97 is 1. */
function isIban(text) {
    const tight = text.replaceAll(' ', '');
    const digits = Array.from(`${tight.slice(4)}${tight.slice(0, 4)}`, (character) => Number.parseInt(character, 36)).join('');
    return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
/** ISO/IEC 7812, the check digit of Luhn. */
function isCard(text) {
    const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
    return digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit), 0) % 10 === 0;
}


/***/ })

};
