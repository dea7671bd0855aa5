export const id = 699;
export const ids = [699,517];
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

/***/ 20517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sqliteSession: () => (/* binding */ sqliteSession)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


// Not written as one literal: a bundler would take it for an asset of its own. The build copies the file.
const childFile = 'sqlite-child.js';
const openTimeoutMs = 15_000;
/** Starts nothing: the child starts with the first statement and again after each kill. It keeps no process alive. */
function sqliteSession(options) {
    let child;
    let last = Promise.resolve();
    let closed = false;
    async function opened() {
        if (child?.connected === true && child.exitCode === null && child.signalCode === null)
            return child;
        const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.fork)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(new URL(childFile, import.meta.url)), ['ktx-ci-sqlite-child'], {
            env: {},
            execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512'],
            stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
            serialization: 'advanced',
        });
        child = started;
        const reply = await ask(started, { kind: 'open', options }, openTimeoutMs);
        if (reply.ok)
            return started;
        started.kill('SIGKILL');
        return 'timeout' in reply ? { ok: false, message: 'the database could not be opened in time' } : reply;
    }
    async function run(request, timeoutMs) {
        if (closed)
            return { ok: false, message: 'the warehouse is closed' };
        const target = await opened();
        return 'ok' in target ? target : ask(target, request, timeoutMs);
    }
    return {
        run(request, timeoutMs) {
            const reply = last.then(() => run(request, timeoutMs));
            last = reply.catch(() => undefined);
            return reply;
        },
        async close() {
            closed = true;
            await last;
            if (child === undefined || child.exitCode !== null || child.signalCode !== null)
                return;
            const gone = new Promise((resolve) => child?.once('exit', resolve));
            child.ref();
            child.kill('SIGKILL');
            await gone;
        },
    };
}
/** One request and its reply. The child holds this process open only while a reply is awaited. */
function ask(child, request, timeoutMs) {
    return new Promise((resolve) => {
        const finish = (reply) => {
            clearTimeout(timer);
            child.off('message', onMessage).off('exit', onExit).off('error', onError);
            child.unref();
            child.channel?.unref();
            resolve(reply);
        };
        const onMessage = (reply) => finish(reply);
        const onExit = () => finish({ ok: false, message: 'SQLite ran out of memory or crashed on this statement' });
        const onError = (error) => finish({ ok: false, message: error.message });
        const timer = setTimeout(() => {
            child.off('exit', onExit);
            child.once('exit', () => finish({ ok: false, timeout: true }));
            child.kill('SIGKILL');
        }, timeoutMs);
        child.ref();
        child.channel?.ref();
        child.on('message', onMessage).on('exit', onExit).on('error', onError);
        child.send(request, (error) => {
            if (error)
                onError(error);
        });
    });
}


/***/ }),

/***/ 80699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSqlite: () => (/* binding */ openSqlite)
});

// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
// EXTERNAL MODULE: ./lib/src/sql/allowlists/sqlite.js
var sqlite = __webpack_require__(46286);
// EXTERNAL MODULE: ./lib/src/sql/template.js
var template = __webpack_require__(37775);
// EXTERNAL MODULE: ./lib/src/evidence/warehouse/masked.js
var masked = __webpack_require__(47713);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
// EXTERNAL MODULE: ./lib/src/evidence/warehouse/odd-names.js
var odd_names = __webpack_require__(4466);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/sqlite-findings.js

/** What SQLite says, without a stack trace. */
function sqliteMessage(error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    return String(message).replaceAll(/\s+/g, ' ').trim();
}
function refused(connection, why) {
    return {
        severity: 'warning',
        code: 'query-refused',
        message: `A statement for the connection ${connection} was refused: ${why}.`,
        fix: 'Use one SELECT with built-in, read-only functions.',
    };
}
function failed(connection, message) {
    const missing = /^no such (table|column|function)/.test(message);
    return {
        severity: 'warning',
        code: 'query-failed',
        message: `A statement on the connection ${connection} failed: ${message}.`,
        fix: missing ? 'Use names that the scanned tables have.' : 'Correct the statement, or run it by hand to see what SQLite makes of it.',
    };
}
function stopped(connection, timeoutMs) {
    return {
        severity: 'warning',
        code: 'query-failed',
        message: `A statement on the connection ${connection} was stopped after ${timeoutMs} ms.`,
        fix: 'Narrow it with a WHERE clause, or allow more time.',
    };
}
/** `cause` is null where the engine answered without a row, which a whole file never does. */
function unprofiled(connection, table, cause) {
    return {
        severity: 'warning',
        code: 'query-failed',
        message: `${(0,table_name/* tableText */.q)(table)} of the connection ${connection} could not be profiled. ${cause?.message ?? 'It gave no answer.'}`,
        fix: cause?.fix ?? 'Check the database with PRAGMA integrity_check.',
    };
}
function unreadable(connection, file, error) {
    const why = sqliteMessage(error);
    const name = file.split(/[/\\]/).at(-1) ?? file;
    const fix = /lock|busy/i.test(why)
        ? 'Run when no other program writes to it, or read a copy.'
        : 'Open it with the sqlite3 shell to see what is wrong, and give this job a copy that is whole.';
    return { severity: 'error', code: 'source-unreadable', message: `The SQLite file ${name} of the connection ${connection} cannot be read: ${why}.`, fix };
}

;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/sqlite-types.js
/**
 * The semantic type of a declared type. SQLite keeps any text as a type and reads only its affinity out of it
 * (https://www.sqlite.org/datatype3.html#determination_of_column_affinity); the names for times and booleans all have
 * numeric affinity there, so they are looked for first. Without a declared type: string.
 */
function semanticType(declared) {
    const name = declared.toUpperCase();
    if (/BOOL/.test(name))
        return 'boolean';
    if (/^\s*(DATE|TIME)/.test(name) || /TIMESTAMP/.test(name))
        return 'time';
    if (/CHAR|CLOB|TEXT|STRING|BLOB|JSON|UUID|INTERVAL/.test(name))
        return 'string';
    if (/INT|REAL|FLOA|DOUB|NUM|DEC|MONEY|SERIAL/.test(name))
        return 'number';
    return 'string';
}

;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/sqlite-catalogue.js





const tablesSql = `
  SELECT l.name, l.type, l.ncol AS columns, l.wr AS withoutRowid, l.strict, s.sql
  FROM pragma_table_list AS l LEFT JOIN sqlite_schema AS s ON s.name = l.name AND s.type IN ('table', 'view')
  WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual') AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name`;
/** Hidden columns (1) belong to virtual tables' own machinery; generated ones (2 and 3) are read like others. */
const columnsSql = (which) => `
  SELECT l.name AS owner, c.name, c.type, c."notnull" AS required, c.pk AS key
  FROM pragma_table_list AS l JOIN pragma_table_xinfo(l.name, 'main') AS c
  WHERE l.schema = 'main' AND c.hidden <> 1 AND ${which} ORDER BY l.name, c.cid`;
const keysSql = `
  SELECT l.name AS owner, k.id, k."table" AS target, k."from", k."to"
  FROM pragma_table_list AS l JOIN pragma_foreign_key_list(l.name, 'main') AS k
  WHERE l.schema = 'main' AND l.type = 'table' ORDER BY l.name, k.id, k.seq`;
const indexesSql = `
  SELECT l.name AS owner, i.name AS "index", i.origin, i.partial, c.name AS "column"
  FROM pragma_table_list AS l JOIN pragma_index_list(l.name, 'main') AS i JOIN pragma_index_info(i.name, 'main') AS c
  WHERE l.schema = 'main' AND l.type = 'table' AND i."unique" ORDER BY l.name, i.name, c.seqno`;
/**
 * Structure of every table and view, in five statements however many there are; only views and virtual tables that the
 * engine cannot read cost one more each. Names are compared as SQLite does, without regard to ASCII case.
 */
function readCatalogue(database, connection, enabledTables) {
    const findings = [];
    const all = (sql) => database.prepare(sql).all();
    const found = all(tablesSql);
    const wanted = enabledFilter(enabledTables, found, connection, findings);
    const tables = found.filter((table) => wanted(table.name));
    const columns = grouped([
        ...all(columnsSql("l.type = 'table'")),
        ...viewColumns(database, tables, connection, findings),
    ]);
    const indexes = grouped(all(indexesSql));
    const keys = grouped(all(keysSql));
    const primary = new Map(found.map((table) => [fold(table.name), primaryKey(columns.get(table.name) ?? [])]));
    const spelled = new Map([...columns.keys()].map((name) => [fold(name), name]));
    const structures = tables.flatMap((table) => {
        const own = columns.get(table.name) ?? [];
        if (own.length === 0)
            return [];
        const ownIndexes = indexes.get(table.name) ?? [];
        const name = { catalog: null, schema: 'main', name: table.name };
        findings.push(...(0,odd_names/* oddNames */.u)(connection, name, own.map((column) => column.name)));
        const isView = table.type === 'view';
        return {
            name,
            kind: isView ? 'view' : 'table',
            columns: own.map((column) => tableColumn(column, table, own, ownIndexes)),
            primaryKey: primaryKey(own),
            uniqueKeys: uniqueKeys(ownIndexes, primaryKey(own)),
            foreignKeys: foreignKeys(table.name, keys.get(table.name) ?? [], columns, spelled, primary, connection, findings),
            ...(isView && table.sql !== null ? { definition: table.sql } : {}),
        };
    });
    structures.sort((a, b) => (0,canonical/* byText */.z4)(a.name.name, b.name.name));
    return { structures, findings };
}
const fold = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
function grouped(rows) {
    return Map.groupBy(rows, (row) => row.owner);
}
/** `orders` or `main.orders`. What names no table is said, since a slip there hides tables without a word. */
function enabledFilter(enabled, found, connection, findings) {
    if (enabled === undefined)
        return () => true;
    const wanted = new Set(enabled.map((name) => fold(name).replace(/^main\./, '')));
    const present = new Set(found.map((table) => fold(table.name)));
    for (const name of [...wanted].filter((each) => !present.has(each)).sort(canonical/* byText */.z4)) {
        findings.push({
            severity: 'warning',
            code: 'config-value',
            message: `enabled_tables of the connection ${connection} names ${JSON.stringify(name)}, which the database does not have.`,
            fix: 'Correct the name in ktx.yaml, or take it out.',
        });
    }
    return (name) => wanted.has(fold(name));
}
/** One statement for all; where a view is broken in a way that the list of tables does not tell, one for each. */
function viewColumns(database, tables, connection, findings) {
    const views = tables.filter((table) => table.type !== 'table');
    if (views.length === 0)
        return [];
    const read = (which, ...values) => database.prepare(columnsSql(which)).all(...values);
    try {
        if (views.every((view) => view.columns > 0))
            return read("l.type IN ('view', 'virtual')");
    }
    catch {
        // Read one by one below, so that each broken one is named.
    }
    return views.flatMap((view) => {
        try {
            return read('l.name = ?', view.name);
        }
        catch (error) {
            findings.push({
                severity: 'warning',
                code: 'source-unreadable',
                message: `The ${view.type === 'view' ? 'view' : 'virtual table'} ${JSON.stringify(view.name)} of the connection ${connection} cannot be read (${sqliteMessage(error)}), so it was left out.`,
                fix: 'Repair or drop it in the database, or leave it out with enabled_tables.',
            });
            return [];
        }
    });
}
function primaryKey(columns) {
    return columns.filter((column) => column.key > 0).sort((a, b) => a.key - b.key).map((column) => column.name);
}
function tableColumn(column, table, all, indexes) {
    return {
        name: column.name,
        nativeType: column.type,
        type: semanticType(column.type),
        nullable: column.required === 0 && !(column.key > 0 && refusesNullKeys(column, table, all, indexes)),
    };
}
/**
 * SQLite lets a PRIMARY KEY be null, for compatibility with an early bug, except where the table is WITHOUT ROWID or
 * STRICT and where the column is the rowid itself: a lone INTEGER key without an index of its own (`INTEGER PRIMARY KEY
 * DESC` has one). https://www.sqlite.org/lang_createtable.html#the_primary_key
 */
function refusesNullKeys(column, table, all, indexes) {
    if (table.withoutRowid === 1 || table.strict === 1)
        return true;
    const alone = all.filter((each) => each.key > 0).length === 1;
    return alone && fold(column.type) === 'integer' && !indexes.some((index) => index.origin === 'pk');
}
/** Unique indexes over plain columns and all rows, other than the primary key's. */
function uniqueKeys(indexes, primary) {
    const keys = new Map();
    for (const index of Map.groupBy(indexes.filter((row) => row.origin !== 'pk' && row.partial === 0), (row) => row.index).values()) {
        const columns = index.flatMap((row) => row.column ?? []);
        if (columns.length === index.length)
            keys.set(columns.join('\0'), columns);
    }
    keys.delete(primary.join('\0'));
    return [...keys].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)).map(([, columns]) => columns);
}
/**
 * Declared foreign keys, one for each constraint. A key without target columns means the parent's primary key. One whose
 * parent is missing holds for no row, so it is reported instead.
 */
function foreignKeys(owner, rows, columns, tables, primary, connection, findings) {
    const keys = new Map();
    for (const parts of Map.groupBy(rows, (row) => row.id).values()) {
        const from = named(parts.map((part) => part.from), columns.get(owner) ?? []);
        const written = parts[0]?.target ?? '';
        const target = tables.get(fold(written));
        const to = target === undefined ? null : targetColumns(parts, columns.get(target) ?? [], primary.get(fold(target)) ?? []);
        if (from === null || target === undefined || to === null || to.length !== from.length) {
            findings.push({
                severity: 'notice',
                code: 'orphans',
                message: `A foreign key of ${(0,table_name/* tableText */.q)({ catalog: null, schema: 'main', name: owner })} of the connection ${connection} refers to ${JSON.stringify(written)}, which has no such table or key, so no join follows from it.`,
                fix: 'Correct the REFERENCES clause in the database.',
            });
            continue;
        }
        keys.set([...from, '', target, ...to].join('\0'), { columns: from, target: { catalog: null, schema: 'main', name: target }, targetColumns: to });
    }
    return [...keys].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)).map(([, key]) => key);
}
function targetColumns(parts, columns, primary) {
    const written = parts.flatMap((part) => part.to ?? []);
    return written.length === 0 ? primary : named(written, columns);
}
/** The columns as the table spells them; null where it does not have one. */
function named(names, columns) {
    const spelled = new Map(columns.map((column) => [fold(column.name), column.name]));
    const found = names.flatMap((name) => spelled.get(fold(name)) ?? []);
    return found.length === names.length ? found : null;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/sqlite-file.js





/** The database file behind a configured path, if it is a SQLite database inside `root`. Never creates a file. */
async function locateSqlite(connection, file, root) {
    const shown = display(file, root);
    const unreadable = (what, fix) => ({
        ok: false,
        finding: { severity: 'error', code: 'source-unreadable', message: `The SQLite file ${shown} of the connection ${connection} ${what}.`, fix, file: shown },
    });
    try {
        const path = await (0,promises_.realpath)(file);
        if (!isInside(path, await (0,promises_.realpath)(root))) {
            return {
                ok: false,
                finding: {
                    severity: 'error',
                    code: 'path-escape',
                    message: `The SQLite file ${shown} of the connection ${connection} leads out of the project.`,
                    fix: 'Put the file, not a link to it, into the project.',
                    file: shown,
                },
            };
        }
        const facts = await (0,promises_.stat)(path);
        if (facts.isDirectory())
            return unreadable('is a directory', 'Name the database file itself in ktx.yaml.');
        if (!facts.isFile())
            return unreadable('is not a regular file', 'Name a database file in ktx.yaml.');
        if (facts.size === 0)
            return unreadable('is empty', 'Make sure that the step that builds or downloads the database ran before.');
        const header = await readHeader(path);
        if (!header.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) {
            return unreadable('is not a SQLite database, or it is encrypted', 'Name a plain SQLite database file in ktx.yaml.');
        }
        const usesWal = header[18] === 2;
        return { ok: true, path, location: usesWal && (await size(`${path}-wal`)) === 0 ? immutable(path) : path };
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            return unreadable('does not exist', 'Check the path in ktx.yaml, and that the step that builds or downloads the file ran before.');
        }
        if (code === 'EACCES' || code === 'EPERM')
            return unreadable('may not be read by this user', 'Give the user of this job read permission.');
        return unreadable(`cannot be opened (${code ?? 'unknown error'})`, 'Check the path in ktx.yaml.');
    }
}
/**
 * To read a database in WAL mode, SQLite makes -wal and -shm files beside it, which fails in a read-only folder and would
 * soil a checkout. `immutable=1` makes none. It is safe only while nobody writes, and a database that is open for writing
 * has a -wal file with something in it, or gets it by a program that starts during this very run.
 */
function immutable(path) {
    return `${(0,external_node_url_.pathToFileURL)(path).href}?immutable=1`;
}
async function readHeader(path) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await handle.close();
    }
}
function isInside(path, root) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
/** Relative to the project, with forward slashes; only the last part of what lies outside. */
function display(file, root) {
    const way = (0,external_node_path_.relative)(root, file);
    const shown = way.startsWith('..') || (0,external_node_path_.isAbsolute)(way) || way === '' ? (file.split(/[/\\]/).at(-1) ?? file) : way;
    return shown.split(external_node_path_.sep).join('/').replace(/[\p{Cc}\u2028\u2029]/gu, '?');
}
/** In bytes; 0 where there is none. */
async function size(path) {
    try {
        return (await (0,promises_.stat)(path)).size;
    }
    catch {
        return 0;
    }
}
const maxMarkedBytes = 256 * 1024 * 1024;
/** 12 characters base64url of SHA-256 over the file and its write-ahead log; null above 256 MiB, where reading it is not cheap. */
async function sqliteMark(path) {
    const parts = [path, `${path}-wal`];
    const sizes = await Promise.all(parts.map(size));
    if (sizes.reduce((sum, bytes) => sum + bytes, 0) > maxMarkedBytes)
        return null;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const [index, part] of parts.entries()) {
        if (sizes[index] === 0)
            continue;
        for await (const chunk of (0,external_node_fs_.createReadStream)(part, { highWaterMark: 1024 * 1024 }))
            hash.update(chunk);
    }
    return hash.digest('base64url').slice(0, 12);
}

// EXTERNAL MODULE: ./lib/src/evidence/warehouse/value-lists.js
var value_lists = __webpack_require__(34035);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/sqlite-profile.js


/** Four expressions a column stay below SQLite's 2,000 result columns; 50 parts below its 500 of a compound query. */
const columnsPerStatement = 400;
const listsPerStatement = 50;
/**
 * Row count, value lists and stored types, or null where a statement failed. One pass over the rows for each 400 columns,
 * then one bounded statement for each 50 columns that can have a value list, and one for each column that mixes types.
 * Integers and reals together are not a mixture: SQLite stores 5.00 of a DECIMAL as an integer.
 */
async function profileTable(table, reference, quote, ask) {
    let rows = 0;
    const facts = [];
    for (const columns of chunks(table.columns, columnsPerStatement)) {
        const answer = (await ask(factsSql(columns, reference, quote)))?.[0];
        if (answer === undefined)
            return null;
        rows = Number(answer[0]);
        facts.push(...columns.map((column, index) => columnFacts(column, answer.slice(1 + index * 4, 5 + index * 4))));
    }
    const values = await valueLists(table, facts, reference, quote, ask);
    const mixedTypes = await typeShares(facts, reference, quote, ask);
    return values === null || mixedTypes === null ? null : { rows, values, mixedTypes };
}
function factsSql(columns, reference, quote) {
    const parts = columns.flatMap((column) => {
        const name = quote(column.name);
        const type = `nullif(typeof(${name}), 'null')`;
        // Least and greatest are wanted of numbers only; the rest is never read out of the database here.
        const number = `CASE WHEN typeof(${name}) IN ('integer', 'real') THEN ${name} END`;
        return [`min(${type})`, `max(${type})`, `min(${number})`, `max(${number})`];
    });
    return `SELECT count(*), ${parts.join(', ')} FROM ${reference}`;
}
function columnFacts(column, [leastType, greatestType, least, greatest]) {
    const text = (value) => (typeof value === 'string' ? value : null);
    return { column, leastType: text(leastType), greatestType: text(greatestType), least: least ?? null, greatest: greatest ?? null };
}
async function valueLists(table, facts, reference, quote, ask) {
    const keys = (0,value_lists/* keyColumnsOf */.mZ)(table);
    const candidates = facts.filter((fact) => mayBeListed(fact) && !keys.has(fact.column.name)).map((fact) => fact.column.name);
    const lists = [];
    for (const names of chunks(candidates, listsPerStatement)) {
        const parts = names.map((name, index) => {
            const value = quote(name);
            const distinct = `SELECT DISTINCT ${value} AS v FROM ${reference} WHERE ${value} IS NOT NULL LIMIT ${value_lists/* maxDistinct */.v1 + 1}`;
            return `SELECT ${index}, substr(v, 1, ${value_lists/* maxValueLength */.i9 + 1}), typeof(v) FROM (${distinct})`;
        });
        const answer = await ask(parts.join(' UNION ALL '));
        if (answer === null)
            return null;
        for (const [index, found] of Map.groupBy(answer, (row) => Number(row[0]))) {
            const name = names[index];
            const list = found.some((row) => row[2] === 'blob') ? null : (0,value_lists/* fitList */.em)(found.map((row) => String(row[1])));
            if (name !== undefined && list !== null)
                lists.push([name, list]);
        }
    }
    return Object.fromEntries(lists.sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)));
}
function mayBeListed({ column, leastType, greatestType, least, greatest }) {
    if (leastType === null || !(0,value_lists/* mayListByName */.g3)(column.name))
        return false;
    if (leastType === 'blob' || greatestType === 'blob')
        return false;
    if (leastType === 'text' && greatestType === 'text')
        return column.type === 'string' || column.type === 'boolean';
    if (leastType !== 'integer' || greatestType !== 'integer' || column.type === 'time')
        return false;
    // A column that is no declared boolean must hold both 0 and 1: a quantity that was always 1 so far is no flag.
    return column.type === 'boolean' ? Number(least) >= 0 && Number(greatest) <= 1 : Number(least) === 0 && Number(greatest) === 1;
}
async function typeShares(facts, reference, quote, ask) {
    const mixed = [];
    for (const { column, leastType, greatestType } of facts) {
        if (leastType === greatestType || (leastType === 'integer' && greatestType === 'real'))
            continue;
        const name = quote(column.name);
        const answer = await ask(`SELECT typeof(${name}), count(*) FROM ${reference} WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 1`);
        if (answer === null)
            return null;
        const total = answer.reduce((sum, row) => sum + Number(row[1]), 0);
        mixed.push([column.name, Object.fromEntries(answer.map((row) => [String(row[0]), share(Number(row[1]), total)]))]);
    }
    return Object.fromEntries(mixed.sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)));
}
/** To three digits, and never 0 or 1 for what is neither: one odd row in a million is still a mixture. */
function share(count, total) {
    const rounded = Math.round((count / total) * 1000) / 1000;
    return Math.min(Math.max(rounded, 0.001), 0.999);
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

// EXTERNAL MODULE: ./lib/src/evidence/warehouse/sqlite-session.js
var sqlite_session = __webpack_require__(20517);
;// CONCATENATED MODULE: ./lib/src/evidence/warehouse/sqlite.js









const maxBytes = 8 * 1024 * 1024;
const defaultMaxRows = 1_000;
const defaultTimeoutMs = 30_000;
const maxSampleRows = 20;
/** Opens a SQLite file for reading. Statements run in a child process, the catalogue is read in this one. */
async function openSqlite(options) {
    const located = await locateSqlite(options.connection, options.file, options.root);
    if (!located.ok)
        return located;
    let catalogue;
    try {
        catalogue = openCatalogue(located.location);
        catalogue.prepare('SELECT count(*) FROM sqlite_schema').all();
    }
    catch (error) {
        catalogue?.close();
        return { ok: false, finding: unreadable(options.connection, options.file, error) };
    }
    // SQLite's own names for what the parser knows as operators.
    const functions = [...sqlite/* sqliteFunctions */._5, 'match', '->', '->>'];
    const session = (0,sqlite_session.sqliteSession)({ location: located.location, functions, engineTables: sqlite/* sqliteEngineTables */.e$.source });
    return { ok: true, warehouse: new SqliteWarehouse(options, located.path, catalogue, session) };
}
/** Runs only statements of sqlite-catalogue.ts, which read the engine's own tables. */
function openCatalogue(location) {
    const database = new external_node_sqlite_.DatabaseSync(location, { readOnly: true, allowExtension: false, defensive: true, timeout: 2_000, limits: { attach: 0 } });
    database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF');
    const allowed = new Set([
        external_node_sqlite_.constants.SQLITE_SELECT, external_node_sqlite_.constants.SQLITE_READ, external_node_sqlite_.constants.SQLITE_FUNCTION, external_node_sqlite_.constants.SQLITE_RECURSIVE, external_node_sqlite_.constants.SQLITE_PRAGMA,
    ]);
    database.setAuthorizer((action) => (allowed.has(action) ? external_node_sqlite_.constants.SQLITE_OK : external_node_sqlite_.constants.SQLITE_DENY));
    return database;
}
class SqliteWarehouse {
    driver = 'sqlite';
    dialect = 'sqlite';
    connection;
    #options;
    #path;
    #catalogue;
    #session;
    #usage = { queries: 0, milliseconds: 0, bytes: 0 };
    #closed = false;
    #allowedShapes = new Set();
    constructor(options, path, catalogue, session) {
        this.connection = options.connection;
        this.#options = options;
        this.#path = path;
        this.#catalogue = catalogue;
        this.#session = session;
    }
    async scan() {
        try {
            const mark = await sqliteMark(this.#path);
            const started = performance.now();
            const { structures, findings } = readCatalogue(this.#catalogue, this.connection, this.#options.enabledTables);
            this.#charge(started, 0);
            return { tables: structures.map((structure) => ({ structure, mark })), unknown: [], findings };
        }
        catch (error) {
            return { tables: [], unknown: [], findings: [unreadable(this.connection, this.#options.file, error)] };
        }
    }
    async profile(table) {
        let finding;
        const profile = await profileTable(table, this.reference(table.name), quote, async (sql) => {
            const result = await this.#run(sql, Number.MAX_SAFE_INTEGER, this.#timeout);
            if (!result.ok)
                finding ??= unprofiled(this.connection, table.name, result.finding);
            return result.ok ? result.rows : null;
        });
        if (profile !== null)
            return { ok: true, profile };
        return { ok: false, finding: finding ?? unprofiled(this.connection, table.name, null) };
    }
    async sample(table, rows) {
        const columns = table.columns.map((column) => column.name);
        const count = Math.min(Math.max(Math.trunc(rows), 0), maxSampleRows);
        if (count === 0 || columns.length === 0)
            return { columns, rows: [] };
        // A text in JSON keeps three facts in one result column; SQLite allows 2,000 of those.
        const parts = columns.map(quote).map((name) => {
            const length = `CASE typeof(${name}) WHEN 'integer' THEN length(ltrim(CAST(${name} AS TEXT), '-')) WHEN 'real' THEN 0 ELSE length(${name}) END`;
            const start = `CASE typeof(${name}) WHEN 'text' THEN substr(${name}, 1, 64) END`;
            return `json_array(typeof(${name}), ${length}, ${start})`;
        });
        const result = await this.#run(`SELECT ${parts.join(', ')} FROM ${this.reference(table.name)} LIMIT ${count}`, count, this.#timeout);
        return { columns, rows: result.ok ? result.rows.map((row) => row.map(maskedField)) : [] };
    }
    async prepare(sql) {
        const refusal = await this.#refusal(sql);
        if (refusal !== null)
            return { ok: false, finding: refusal, reason: 'refused' };
        const started = performance.now();
        const reply = await this.#session.run({ kind: 'prepare', sql }, this.#timeout);
        this.#charge(started, 0);
        if (reply.ok)
            return { ok: true, columns: reply.columns };
        return { ok: false, finding: failed(this.connection, 'timeout' in reply ? 'it could not be prepared in time' : reply.message), reason: 'failed' };
    }
    async query(sql, limits = {}) {
        const refusal = await (typeof sql === 'string' ? this.#refusal(sql) : this.#shapeRefusal((0,template/* shapeOf */.F5)(sql, quote, literal)));
        if (refusal !== null)
            return { ok: false, finding: refusal, reason: 'refused' };
        const text = typeof sql === 'string' ? sql : (0,template/* render */.XX)(sql, quote, literal);
        return this.#run(text, limits.maxRows ?? defaultMaxRows, limits.timeoutMs ?? this.#timeout);
    }
    quote(identifier) {
        return quote(identifier);
    }
    reference(name) {
        return name.schema === null ? quote(name.name) : `${quote(name.schema)}.${quote(name.name)}`;
    }
    usage() {
        return this.#usage;
    }
    async close() {
        if (this.#closed)
            return;
        this.#closed = true;
        this.#catalogue.close();
        await this.#session.close();
    }
    get #timeout() {
        return this.#options.queryTimeoutMs ?? defaultTimeoutMs;
    }
    async #refusal(sql) {
        const [{ guard }, { loadParser }] = await Promise.all([__webpack_require__.e(/* import() */ 2379).then(__webpack_require__.bind(__webpack_require__, 64760)), __webpack_require__.e(/* import() */ 2458).then(__webpack_require__.bind(__webpack_require__, 22458))]);
        const verdict = guard(await loadParser(), sql, this.dialect);
        if (verdict.ok)
            return null;
        return refused(this.connection, verdict.why);
    }
    async #shapeRefusal(shape) {
        if (this.#allowedShapes.has(shape))
            return null;
        const refusal = await this.#refusal(shape);
        if (refusal === null)
            this.#allowedShapes.add(shape);
        return refusal;
    }
    async #run(sql, maxRows, timeoutMs) {
        const started = performance.now();
        const reply = await this.#session.run({ kind: 'query', sql, maxRows, maxBytes }, timeoutMs);
        this.#charge(started, reply.ok ? reply.bytes : 0);
        if (reply.ok)
            return { ok: true, columns: reply.columns, rows: reply.rows, truncated: reply.truncated };
        if (!('timeout' in reply))
            return { ok: false, finding: failed(this.connection, reply.message), reason: 'failed' };
        return { ok: false, finding: stopped(this.connection, timeoutMs), reason: 'timeout' };
    }
    #charge(started, bytes) {
        const { queries, milliseconds, bytes: before } = this.#usage;
        this.#usage = { queries: queries + 1, milliseconds: milliseconds + Math.round(performance.now() - started), bytes: before + bytes };
    }
}
/** In backticks where the name begins with a quote: the guard's parser would take three quotes for a longer string. */
function quote(identifier) {
    if (identifier.startsWith('"'))
        return `\`${identifier.replaceAll('`', '``')}\``;
    return `"${identifier.replaceAll('"', '""')}"`;
}
function literal(value) {
    return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
function maskedField(value) {
    const [storageClass, length, start] = JSON.parse(String(value));
    return (0,masked/* maskedShape */.H)(storageClass, length ?? 0, start);
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

/***/ 11866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ orderings),
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   MF: () => (/* binding */ setOperation),
/* harmony export */   My: () => (/* binding */ orderBy),
/* harmony export */   QD: () => (/* binding */ aggregate),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   U1: () => (/* binding */ jsonPath),
/* harmony export */   V2: () => (/* binding */ pair),
/* harmony export */   YV: () => (/* binding */ withClause),
/* harmony export */   Zh: () => (/* binding */ over),
/* harmony export */   aw: () => (/* binding */ binary),
/* harmony export */   gh: () => (/* binding */ unary),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   mj: () => (/* binding */ like),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47360);

/** Parts of queries that every dialect's allowlist is written with. */
const orderings = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' }));
const orderBy = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: orderings });
const only = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ this: 'node' });
const amount = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ this: 'node' });
const bound = {
    oneOf: ['CurrentRow', 'UnboundedPreceding', 'UnboundedFollowing'],
    or: { Preceding: 'node', Following: 'node' },
};
const over = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
    window_name: 'name',
    partition_by: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'),
    order_by: orderings,
    frame: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
        kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('Rows', 'Range', 'Groups'),
        start: bound,
        end: bound,
        exclude: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('CurrentRow', 'Group', 'Ties', 'NoOthers'),
        kind_text: 'text',
        start_side_text: 'text',
        end_side_text: 'text',
    }),
});
const withClause = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
    ctes: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ alias: 'name', this: 'node', columns: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('name'), materialized: 'flag', alias_first: 'flag' })),
    recursive: 'flag',
});
const setOperation = {
    left: 'node', right: 'node', all: 'flag', distinct: 'flag', with: withClause, order_by: orderBy, limit: 'node', offset: 'node',
};
const binary = { left: 'node', right: 'node' };
const unary = { this: 'node', original_name: 'text' };
const pair = { this: 'node', expression: 'node', original_name: 'text' };
const several = { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), original_name: 'text' };
const aggregate = { this: 'node', distinct: 'flag', filter: 'node', order_by: orderings, name: 'text' };
const call = {
    name: 'text', args: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), distinct: 'flag', quoted: 'flag', no_parens: 'flag', filter: 'node', order_by: orderings,
};
const like = { left: 'node', right: 'node', escape: 'node' };
const jsonPath = { this: 'node', path: 'node', arrow_syntax: 'flag' };


/***/ }),

/***/ 46286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ sqliteWords),
/* harmony export */   _5: () => (/* binding */ sqliteFunctions),
/* harmony export */   e$: () => (/* binding */ sqliteEngineTables),
/* harmony export */   e3: () => (/* binding */ sqliteLexis),
/* harmony export */   mB: () => (/* binding */ sqliteNodes)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47360);
/* harmony import */ var _clauses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11866);


/** https://www.sqlite.org/lang_keywords.html, lang_expr.html (literals), lang_comment.html (comments do not nest). */
const sqliteLexis = {
    nameQuotes: { '"': '"', '`': '`', '[': ']' },
    stringPrefixes: 'xX',
    parameters: '?:@$#',
    space: ' \t\n\f\r',
    nestedComments: false,
};
/** Every kind of node that a read-only SQLite query may hold, with every part of it that may be filled. */
const sqliteNodes = {
    // queries
    select: {
        expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), from: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') }), where_clause: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .only */ .j6, having: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .only */ .j6, order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderBy */ .My,
        joins: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
            this: 'node', on: 'node', using: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('name'), use_inner_keyword: 'flag', use_outer_keyword: 'flag', deferred_condition: 'flag',
            kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('Inner', 'Left', 'Right', 'Full', 'Cross', 'Natural', 'NaturalLeft', 'NaturalRight', 'NaturalFull', 'Implicit'),
        })),
        group_by: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') }), limit: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj, offset: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj, distinct: 'flag', with: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .withClause */ .YV,
        windows: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ name: 'name', spec: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .over */ .Zh })),
    },
    union: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .setOperation */ .MF,
    intersect: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .setOperation */ .MF,
    except: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .setOperation */ .MF,
    subquery: {
        this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text', order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderBy */ .My, limit: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj, offset: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj,
        modifiers_inside: 'flag',
    },
    values: { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') })), alias: 'name' },
    table: { name: 'name', schema: 'name', alias: 'name', alias_explicit_as: 'flag' },
    alias: { this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text' },
    exists: { this: 'node', not: 'flag' },
    ordered: { this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' },
    // values
    column: { name: 'name', table: 'name' },
    dot: { this: 'node', field: 'name' },
    star: { table: 'name' },
    literal: { literal_type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('string', 'number', 'hex_string', 'hex_number'), value: 'text' },
    boolean: { value: 'flag' },
    null: {},
    paren: { this: 'node' },
    tuple: { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') },
    annotated: { this: 'node' },
    cast: { this: 'node', to: 'type' },
    collation: { this: 'node', collation: 'text', quoted: 'flag', double_quoted: 'flag' },
    case: { operand: 'node', whens: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node')), else_: 'node' },
    lambda: { parameters: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('name'), body: 'node' },
    current_date: {},
    current_time: {},
    current_timestamp: {},
    // operators
    and: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, or: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, add: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, sub: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, mul: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, div: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, mod: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, concat: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw,
    eq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, neq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, lt: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, lte: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, gt: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, gte: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, is: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw,
    null_safe_eq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, null_safe_neq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, glob: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, match: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, like: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .like */ .mj,
    bitwise_and: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, bitwise_or: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, bitwise_left_shift: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, bitwise_right_shift: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw,
    not: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, neg: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, bitwise_not: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh,
    between: { this: 'node', low: 'node', high: 'node', not: 'flag' },
    in: { this: 'node', expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), query: 'node', not: 'flag', is_field: 'flag' },
    is_null: { this: 'node', not: 'flag', postfix_form: 'flag' },
    is_true: { this: 'node', not: 'flag' },
    is_false: { this: 'node', not: 'flag' },
    json_extract: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPath */ .U1, json_extract_scalar: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPath */ .U1,
    // calls; what the parser has a kind of its own for is spelled out
    function: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1,
    aggregate_function: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1,
    window_function: { this: 'node', over: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .over */ .Zh },
    filter: { this: 'node', expression: 'node' },
    count: { this: 'node', star: 'flag', distinct: 'flag', filter: 'node', original_name: 'text' },
    sum: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, avg: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, min: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, max: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, median: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD,
    group_concat: { this: 'node', separator: 'node', order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderings */ .G7, distinct: 'flag', filter: 'node' },
    string_agg: { this: 'node', separator: 'node', order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderings */ .G7, distinct: 'flag', filter: 'node' },
    coalesce: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$, concat_ws: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$, greatest: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$, least: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$,
    if_null: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, null_if: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, nullif: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, if_func: { condition: 'node', true_value: 'node', false_value: 'node', original_name: 'text' },
    abs: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, ceil: { this: 'node', decimals: 'node' }, floor: { this: 'node', scale: 'node' },
    round: { this: 'node', decimals: 'node' }, sqrt: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, exp: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, ln: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, log: { this: 'node', base: 'node' },
    sign: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, power: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, mod_func: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, pi: {}, radians: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, degrees: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, random: {},
    sin: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, cos: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, tan: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, asin: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, acos: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, atan: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, atan2: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, trunc_func: { this: 'node', decimals: 'node' },
    length: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, lower: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, upper: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, unicode: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, typeof: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, soundex: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, hex: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh,
    trim: { this: 'node', characters: 'node', position: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('Both', 'Leading', 'Trailing'), position_explicit: 'flag', sql_standard_syntax: 'flag' },
    l_trim: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, r_trim: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, replace: { this: 'node', old: 'node', new: 'node' },
    substring: { this: 'node', start: 'node', length: 'node' },
    str_position: { this: 'node', substr: 'node', position: 'node' },
    row_number: {}, rank: {}, dense_rank: {}, percent_rank: {}, cume_dist: {}, n_tile: { num_buckets: 'node' },
    lag: { this: 'node', offset: 'node', default: 'node' }, lead: { this: 'node', offset: 'node', default: 'node' },
    first_value: { this: 'node' }, last_value: { this: 'node' }, nth_value: { this: 'node', offset: 'node' },
    date_diff: { this: 'node', expression: 'node' }, time_diff: { this: 'node', expression: 'node' },
    json_array_length: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, json_type: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, json_object: { pairs: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node')) }, j_s_o_n_array: { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') },
};
/**
 * Every function by the name written in the statement. Left out: what loads or writes (load_extension, readfile,
 * writefile, edit, fts3_tokenizer), what tells about the session (changes, last_insert_rowid, sqlite_*), what makes large
 * values out of nothing (randomblob, zeroblob).
 */
const sqliteFunctions = new Set(`abs ceil ceiling char coalesce concat concat_ws format glob hex if ifnull iif instr length like likelihood likely lower
  ltrim max min nullif octet_length printf quote random replace round rtrim sign soundex substr substring trim typeof unhex
  unicode unlikely upper
  date time datetime julianday unixepoch strftime timediff current_date current_time current_timestamp
  avg count group_concat string_agg sum total median percentile percentile_cont percentile_disc
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  acos acosh asin asinh atan atan2 atanh cos cosh degrees exp floor ln log log10 log2 mod pi pow power radians sin sinh sqrt
  tan tanh trunc
  json json_array json_array_length json_each json_error_position json_extract json_group_array json_group_object
  json_insert json_object json_patch json_pretty json_quote json_remove json_replace json_set json_tree json_type json_valid
  bm25 highlight snippet`.split(/\s+/));
/** Words that may stand before a parenthesis without being a function: keywords and the types of a CAST. */
const sqliteWords = new Set(`all and as between by case cast else escape except exists filter from glob having in intersect is join like limit
  materialized match not offset on or over select then union using values when where
  char character varchar nvarchar nchar decimal numeric float real double int integer text`.split(/\s+/));
/**
 * Tables that the engine makes up, about itself or out of nothing, and that are readable without a parenthesis. The first
 * is a family: one for each PRAGMA. https://www.sqlite.org/vtab.html#list_of_virtual_table_implementations
 */
const sqliteEngineTables = /^(pragma_.*|dbstat|sqlite_dbpage|sqlite_stmt|bytecode|tables_used|fts3tokenize|generate_series|carray|completion|fsdir)$/i;


/***/ }),

/***/ 47360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   hH: () => (/* binding */ misfit),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56621);

const list = (shape) => ({ list: shape });
const fields = (shapes) => ({ fields: shapes });
const oneOf = (...words) => ({ oneOf: words });
/** Layout, comments and positions: never meaning. */
const layout = new Set(['span', 'comments', 'nesting_group', 'inferred_type']);
const isLayout = (field) => layout.has(field) || field.endsWith('_comments');
function isEmpty(value) {
    return value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
/** Why a value does not fit, in words that a person can act on; null where it fits. */
function misfit(value, shape, nodes) {
    if (isEmpty(value))
        return null;
    switch (shape) {
        case 'node':
            return nodeMisfit(value, nodes);
        case 'flag':
            return value === true ? null : unexpected(value);
        case 'text':
            return typeof value === 'string' || typeof value === 'number' ? null : unexpected(value);
        case 'name':
            return misfit(value, { fields: { name: 'text', quoted: 'flag' } }, nodes);
        case 'type':
            return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.values(value).every((part) => typeof part !== 'object' || part === null) ? null : 'a compound data type';
    }
    if ('types' in shape)
        return typeMisfit(value, shape.types);
    if ('list' in shape) {
        if (!Array.isArray(value))
            return unexpected(value);
        return first(value, (item) => misfit(item, shape.list, nodes));
    }
    if ('fields' in shape)
        return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? fieldsMisfit(value, shape.fields, '', nodes) : unexpected(value);
    if (typeof value === 'string')
        return shape.oneOf.includes(value) ? null : value;
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && shape.or !== undefined ? fieldsMisfit(value, shape.or, '', nodes) : unexpected(value);
}
function typeMisfit(value, types) {
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return unexpected(value);
    const { data_type: kind, name, element_type: element, ...others } = value;
    if (Object.values(others).some((part) => typeof part === 'object' && part !== null))
        return 'a compound data type';
    if (kind === 'array')
        return typeMisfit(element, types);
    const named = kind === 'custom' ? name : kind;
    if (!isEmpty(element) || (kind !== 'custom' && !isEmpty(name)))
        return 'a compound data type';
    return typeof named === 'string' && types.has(named.toLowerCase()) ? null : `the type ${String(named)}`;
}
function nodeMisfit(value, nodes) {
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return unexpected(value);
    const [kind, ...others] = Object.keys(value);
    if (kind === undefined || others.length > 0)
        return unexpected(value);
    const shape = Object.hasOwn(nodes, kind) ? nodes[kind] : undefined;
    if (shape === undefined)
        return plain(kind);
    const payload = value[kind];
    if (payload === null)
        return null;
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(payload) ? fieldsMisfit(payload, shape, kind, nodes) : unexpected(payload);
}
function fieldsMisfit(value, shapes, kind, nodes) {
    return first(Object.entries(value), ([field, part]) => {
        if (isLayout(field) || isEmpty(part))
            return null;
        const shape = Object.hasOwn(shapes, field) ? shapes[field] : undefined;
        return shape === undefined ? plain(`${kind} ${field}`.trim()) : misfit(part, shape, nodes);
    });
}
function first(items, test) {
    for (const item of items) {
        const found = test(item);
        if (found !== null)
            return found;
    }
    return null;
}
const plain = (words) => words.replaceAll('_', ' ').toUpperCase();
function unexpected(value) {
    return `an unexpected part (${Array.isArray(value) ? 'list' : typeof value})`;
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

/***/ 56621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   hK: () => (/* binding */ asNode),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
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
