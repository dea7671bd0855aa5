/**
 * Runs statements on one SQLite file in a process of its own, because node:sqlite cannot be interrupted: the parent kills
 * this process when time is up. It gets no environment and everything by message. It imports only Node's own modules, so
 * that a bundle can carry it as one file beside itself.
 */
import { DatabaseSync, constants } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
const maxBlobBytes = 64;
function open({ location, functions, engineTables }) {
    const database = new DatabaseSync(location, {
        readOnly: true,
        allowExtension: false,
        defensive: true,
        timeout: 2_000,
        // A statement can make large values out of nothing; 32 MiB is more than any field that a person reads.
        limits: { attach: 0, length: 32 * 1024 * 1024, sqlLength: 1024 * 1024 },
    });
    database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY');
    const known = new Set(functions);
    const hidden = new RegExp(engineTables, 'i');
    database.setAuthorizer((action, first, second) => {
        switch (action) {
            case constants.SQLITE_SELECT:
            case constants.SQLITE_RECURSIVE:
                return constants.SQLITE_OK;
            case constants.SQLITE_READ:
                return hidden.test(first ?? '') ? constants.SQLITE_DENY : constants.SQLITE_OK;
            case constants.SQLITE_FUNCTION:
                return known.has((second ?? '').toLowerCase()) ? constants.SQLITE_OK : constants.SQLITE_DENY;
            case constants.SQLITE_PRAGMA:
                // Full-text tables ask for it on their own.
                return first === 'data_version' ? constants.SQLITE_OK : constants.SQLITE_DENY;
            default:
                return constants.SQLITE_DENY;
        }
    });
    return database;
}
function run(database, request) {
    const statement = database.prepare(request.sql);
    const columns = statement.columns().map(({ name }) => name);
    if (columns.length === 0)
        return { ok: false, message: 'the statement returns no columns' };
    if (request.kind === 'prepare')
        return { ok: true, columns, rows: [], truncated: false, bytes: 0 };
    return { ok: true, columns, ...read(statement, request.maxRows, request.maxBytes) };
}
function read(statement, maxRows, maxBytes) {
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    const rows = [];
    let bytes = 0;
    for (const raw of statement.iterate()) {
        const row = raw.map(plain);
        const size = row.reduce((sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8), 0);
        if (rows.length >= maxRows || bytes + size > maxBytes)
            return { rows, truncated: true, bytes };
        rows.push(row);
        bytes += size;
    }
    return { rows, truncated: false, bytes };
}
function plain(value) {
    if (typeof value === 'bigint')
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    if (typeof value === 'string' || typeof value === 'number')
        return value;
    if (!(value instanceof Uint8Array))
        return null;
    const hex = Buffer.from(value.buffer, value.byteOffset, Math.min(value.byteLength, maxBlobBytes)).toString('hex');
    return `x'${hex}${value.byteLength > maxBlobBytes ? '…' : ''}'`;
}
function serve() {
    let database;
    process.on('message', (request) => {
        let reply;
        try {
            if (request.kind === 'open') {
                database = open(request.options);
                reply = { ok: true, columns: [], rows: [], truncated: false, bytes: 0 };
            }
            else {
                reply = database === undefined ? { ok: false, message: 'the database is not open' } : run(database, request);
            }
        }
        catch (error) {
            reply = { ok: false, message: error instanceof Error ? error.message : String(error) };
        }
        process.send?.(reply);
    });
    process.on('disconnect', () => process.exit(0));
    // A long statement blocks the line above, so a thread watches whether the parent is still there.
    new Worker(fileURLToPath(import.meta.url), { workerData: { watch: process.ppid }, execArgv: [] }).unref();
}
if (!isMainThread && typeof workerData?.watch === 'number') {
    const { watch } = workerData;
    setInterval(() => {
        if (process.ppid !== watch)
            process.kill(process.pid, 'SIGKILL');
    }, 500);
}
else if (isMainThread && process.argv[2] === 'ktx-ci-sqlite-child') {
    serve();
}
