export const id = 761;
export const ids = [761,802,2229,2458];
export const modules = {

/***/ 56042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ withoutValue),
/* harmony export */   Pn: () => (/* binding */ composeEntry),
/* harmony export */   VA: () => (/* binding */ composeColumn),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   cO: () => (/* binding */ withValue),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   kN: () => (/* binding */ composeStandalone),
/* harmony export */   lY: () => (/* binding */ sameTable),
/* harmony export */   y1: () => (/* binding */ machineHash)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62233);


const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value at a path of map keys and item matches; undefined where there is none. */
function valueAt(root, path) {
    let at = root;
    for (const step of path) {
        if (typeof step === 'object') {
            at = Array.isArray(at) ? at.find((item) => isItem(item, step)) : undefined;
        }
        else if (isRecord(at) && Object.hasOwn(at, step))
            at = at[step];
        else
            return undefined;
    }
    return at;
}
const isItem = (item, step) => isRecord(item) && Object.entries(step).every(([key, value]) => item[key] === value);
/** A value with another one at a path: what is missing on the way is made, a missing item is appended. */
function withValue(root, path, value) {
    const [step, ...rest] = path;
    if (step === undefined)
        return value;
    if (typeof step !== 'object') {
        const map = isRecord(root) ? root : {};
        return { ...map, [step]: withValue(map[step], rest, value) };
    }
    const items = Array.isArray(root) ? root : [];
    const index = items.findIndex((item) => isItem(item, step));
    const item = rest.length === 0 ? { ...step, ...value } : withValue(items[index] ?? step, rest, value);
    return index < 0 ? [...items, item] : items.with(index, item);
}
/**
 * A value without what stands at a path and the maps and lists that it leaves empty, and the path of all that goes;
 * undefined where nothing is left. An override that only names its column is empty.
 */
function withoutValue(root, path, list) {
    const [step, ...rest] = path;
    if (step === undefined)
        return { left: undefined, path: [] };
    const child = valueAt(root, [step]);
    if (child === undefined)
        return { left: root, path };
    const inner = withoutValue(child, rest, typeof step === 'string' ? step : undefined);
    const bare = typeof step === 'object' && list === 'column_overrides' && isRecord(inner.left) && Object.keys(inner.left).every((key) => Object.hasOwn(step, key));
    if (inner.left !== undefined && !bare)
        return { left: withValue(root, [step], inner.left), path: [step, ...inner.path] };
    const left = Array.isArray(root) ? root.filter((item) => item !== child) : Object.fromEntries(Object.entries(root).filter(([key]) => key !== step));
    return { left: Object.keys(left).length === 0 ? undefined : left, path: [step] };
}
function sameValue(a, b) {
    return a === b || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(a) === (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(b);
}
/** Whether two `table:` texts name the same table: quoting aside, one may leave out leading parts (`orders`, `main.orders`). */
function sameTable(a, b) {
    if (typeof a !== 'string')
        return false;
    const parts = (text) => (text.match(/"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|[^.]+/g) ?? []).map((part) => part.replace(/^["`[]|["`\]]$/g, '').toLowerCase());
    const [left, right] = [parts(a).reverse(), parts(b).reverse()];
    const shared = Math.min(left.length, right.length);
    return shared > 0 && left.slice(0, shared).every((part, i) => part === right[i]);
}
function setIn(root, path, value) {
    let at = root;
    for (const step of path.slice(0, -1)) {
        if (typeof step === 'object')
            continue;
        at = (at[String(step)] ??= {});
    }
    const last = path.at(-1);
    if (typeof last === 'string')
        at[last] = value;
}
/** One column with everything that the edits say about it. */
function composeColumn(shape, edits, standalone) {
    const column = { ...shape };
    if (standalone) {
        delete column['pk'];
        delete column['nullable'];
        if (shape.type === 'time')
            column['role'] = 'time';
    }
    for (const edit of edits) {
        if (!('column' in edit) || edit.column !== shape.name || edit.kind === 'column')
            continue;
        const slot = (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(edit);
        if (slot.where === 'scanned')
            setIn(column, slot.path.slice(2), edit.value);
    }
    return column;
}
const entryKeys = ['name', 'descriptions', 'table', 'grain', 'tags', 'freshness', 'columns', 'joins', 'measures', 'segments'];
/** A standalone source with its keys in the order in which we write them. */
function inOrder(entry, keys = entryKeys) {
    return Object.fromEntries(keys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]]));
}
/** A whole manifest entry out of the edits of one source; undefined without the edit that puts the source. */
function composeEntry(edits) {
    const head = edits.find((edit) => edit.kind === 'source');
    if (!head)
        return undefined;
    const entry = { table: head.value.table };
    const byColumn = groupByColumn(edits);
    for (const edit of edits) {
        const slot = (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(edit);
        if (slot.where !== 'scanned' || ('column' in edit && edit.column !== undefined))
            continue;
        if (edit.kind === 'description' || edit.kind === 'property')
            setIn(entry, slot.path, edit.value);
    }
    entry['columns'] = head.value.columns.map((column) => composeColumn(column, byColumn.get(column.name) ?? [], false));
    const joins = edits.filter((edit) => edit.kind === 'join').map((edit) => ({ ...edit.value }));
    if (joins.length > 0)
        entry['joins'] = joins;
    return inOrder(entry, ['table', ...entryKeys.filter((key) => key !== 'table' && key !== 'name')]);
}
function groupByColumn(edits) {
    const byColumn = new Map();
    for (const edit of edits) {
        if (!('column' in edit) || edit.column === undefined)
            continue;
        const list = byColumn.get(edit.column);
        if (list)
            list.push(edit);
        else
            byColumn.set(edit.column, [edit]);
    }
    return byColumn;
}
/** A whole standalone source; ktx wants a grain, and takes all columns where none is known. */
function composeStandalone(source, edits) {
    const head = edits.find((edit) => edit.kind === 'source');
    if (!head)
        return undefined;
    const byColumn = groupByColumn(edits);
    const grain = edits.find((edit) => edit.kind === 'grain')?.value ?? head.value.columns.map((column) => column.name);
    const entry = { name: source, table: head.value.table, grain: [...grain] };
    for (const edit of edits) {
        if ((edit.kind === 'description' || edit.kind === 'property') && edit.column === undefined)
            setIn(entry, (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(edit).path, edit.value);
    }
    entry['columns'] = head.value.columns.map((column) => composeColumn(column, byColumn.get(column.name) ?? [], true));
    const joins = edits.filter((edit) => edit.kind === 'join').map(({ value: { to, on, relationship } }) => ({ to, on, relationship }));
    if (joins.length > 0)
        entry['joins'] = joins;
    const measures = edits.filter((edit) => edit.kind === 'measure').map((edit) => ({ ...edit.value }));
    if (measures.length > 0)
        entry['measures'] = measures;
    const segments = edits.filter((edit) => edit.kind === 'segment').map((edit) => ({ ...edit.value }));
    if (segments.length > 0)
        entry['segments'] = segments;
    return inOrder(entry);
}
/** The lock's hash of all that follows its evidence in one source: equal hash, nothing to look at. */
function machineHash(edits) {
    return (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(edits.filter((edit) => (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(edit).machine).map((edit) => [edit.kind, 'column' in edit ? edit.column : undefined, 'key' in edit ? edit.key : undefined, 'field' in edit ? edit.field : undefined, edit.value]));
}


/***/ }),

/***/ 44647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ wantedEntities),
/* harmony export */   RM: () => (/* binding */ settleEntities),
/* harmony export */   Ue: () => (/* binding */ carryRecords),
/* harmony export */   WP: () => (/* binding */ areSettled),
/* harmony export */   m_: () => (/* binding */ withoutOurs),
/* harmony export */   yX: () => (/* binding */ adoptedRecords)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11528);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56042);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53396);




/** Those that a desire puts, in one order, without what a person deleted, what is a person's by definition and what is about a column that is not there. */
function wantedEntities(draft, desire, edits) {
    const columns = columnsOf(desire);
    return (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .sortEdits */ .Wz)(edits, (edit) => edit).filter((edit) => !(edit.kind === 'description' && edit.key === 'user') && isAbout(edit, columns) && !draft.knowledge.isGone((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityId */ .Hw)(edit)));
}
/** Whether the lock says all that there is to say: nothing to write, nothing to look at but the records. */
function areSettled({ desire, edits, known }) {
    const wanted = new Set(edits.map(_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH));
    const columns = columnsOf(desire);
    const withdrawn = new Set(desire.withdrawn.map(_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH));
    return edits.every((edit) => known[(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH)(edit)]?.h === (0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(edit).h)
        && Object.entries(known).every(([key, { by }]) => wanted.has(key) || (by !== 'derived' && !withdrawn.has(key) && isAbout((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityOfKey */ .ES)(key), columns)));
}
/** The records of what is settled: of what is wanted anew, of the rest as they are. */
function carryRecords(draft, { desire, file, edits, known }) {
    const wanted = Object.fromEntries(edits.map((edit) => [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH)(edit), recordAfter(draft, known[(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH)(edit)], edit)]));
    draft.recordAll(file, desire.source, { ...known, ...wanted });
}
/** Before the first run nothing says whose a text under `ai` is: it is taken for ours. */
function adoptedRecords(file, evidence) {
    const adopted = {};
    const adopt = (root, key) => {
        const text = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, ['descriptions', 'ai']);
        if (typeof text === 'string')
            adopted[key] = { h: (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(text), by: 'model', ev: evidence };
    };
    adopt(file, 'description#ai');
    for (const list of ['columns', 'column_overrides']) {
        for (const item of Array.isArray(file[list]) ? file[list] : []) {
            const name = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(item, ['name']);
            if (typeof name === 'string')
                adopt(item, `description.${name}#ai`);
        }
    }
    return adopted;
}
/** A file without the entities that are as we left them; undefined where nothing is left. */
function withoutOurs(value, known, pathOf) {
    let left = value;
    for (const [key, record] of Object.entries(known)) {
        const entity = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityOfKey */ .ES)(key);
        if (!entity || left === undefined)
            continue;
        const path = pathOf({ op: 'remove', connection: '', source: '', evidence: [], author: record.by, ...entity });
        const before = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(value, path);
        if (before !== undefined && (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(before) === record.h)
            left = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutValue */ .CU)(left, path).left;
    }
    return left;
}
/**
 * Settles the entities against the file as it is (`found`). `root` is what the returned edits are made on: the value of
 * the file, or what other edits made of it. `value` is what they lead to.
 */
function settleEntities(draft, entities, found, root) {
    const { desire, file, known, pathOf } = entities;
    const puts = [];
    const wanted = new Set();
    for (const edit of entities.edits) {
        const key = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH)(edit);
        const path = pathOf(edit);
        const before = found ? (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(found.value, path) : undefined;
        const record = known[key];
        wanted.add(key);
        const put = (was) => {
            puts.push({ path, value: edit.value });
            draft.change({ edit, file, ...(was === undefined ? {} : { before: was }) });
            draft.record(file, desire.source, key, (0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(edit));
        };
        if (before === undefined) {
            const scanned = scannedText(draft, desire, edit);
            if (record && draft.knowledge.exists)
                draft.noteGone((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityId */ .Hw)(edit), file);
            else if (scanned === undefined || !(0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .sameValue */ .eE)(scanned, edit.value))
                put(scanned);
        }
        else if ((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .sameValue */ .eE)(before, edit.value)) {
            if (record)
                draft.record(file, desire.source, key, recordAfter(draft, record, edit));
        }
        else if (record?.h !== (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(before))
            draft.suggest(edit, file, found, path, JSON.stringify(edit.value));
        else if (isOutranked(draft, record, edit)) {
            draft.suggestAgainst(record.by, edit, file, found, path);
            draft.record(file, desire.source, key, record);
        }
        else
            put(before);
    }
    const removals = found ? unwanted(draft, entities, found, wanted) : unwantedWithoutFile(draft, entities, wanted);
    let value = puts.reduce((at, { path, value: put }) => (put === undefined ? at : (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .withValue */ .cO)(at, path, put)), root);
    const edits = [...puts];
    for (const path of removals) {
        if (value === undefined || (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(value, path) === undefined)
            continue;
        const without = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutValue */ .CU)(value, path);
        edits.push({ path: without.path, value: undefined });
        value = without.left;
    }
    return { edits, value };
}
/** What nothing restates: derived entities go with their evidence, those of a model stay until it takes them back. */
function unwanted(draft, { desire, file, known, pathOf }, found, wanted) {
    const columns = columnsOf(desire);
    const withdrawn = new Map(desire.withdrawn.map((edit) => [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH)(edit), edit]));
    const removals = [];
    for (const [key, record] of Object.entries(known).sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b))) {
        const entity = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityOfKey */ .ES)(key);
        if (wanted.has(key) || !entity)
            continue;
        const ours = { op: 'remove', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: record.by, ...entity };
        if (draft.knowledge.isGone((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityId */ .Hw)(ours)))
            continue;
        const before = (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(found.value, pathOf(ours));
        const lost = !draft.additive && !isAbout(entity, columns);
        if (record.by === 'derived' && draft.additive)
            draft.record(file, desire.source, key, record);
        else if (before === undefined) {
            if (record.by !== 'derived' && !lost)
                draft.noteGone((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityId */ .Hw)(ours), file);
        }
        else if ((0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(before) === record.h) {
            const taken = record.by === 'derived' ? undefined : withdrawn.get(key);
            if (record.by !== 'derived' && !taken && !lost)
                draft.record(file, desire.source, key, record);
            else {
                removals.push(pathOf(ours));
                draft.change({ edit: taken ?? { ...ours, author: 'derived', ...(lost ? { evidence: desire.evidence } : {}) }, file, before });
            }
        }
    }
    return removals;
}
/** The file itself is gone: a person deleted all that a model wrote in it. */
function unwantedWithoutFile(draft, { desire, file, known }, wanted) {
    for (const [key, record] of Object.entries(known).sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b))) {
        const entity = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityOfKey */ .ES)(key);
        if (wanted.has(key) || !entity || record.by === 'derived' || !isAbout(entity, columnsOf(desire)))
            continue;
        const id = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityId */ .Hw)({ op: 'remove', connection: desire.connection, source: desire.source, evidence: [], author: record.by, ...entity });
        if (!draft.knowledge.isGone(id))
            draft.noteGone(id, file);
    }
    return [];
}
/** On a night with an unread source what is derived may not be restated; a model's word does not take its place for that. */
function isOutranked(draft, record, edit) {
    return (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .outranks */ .w0)(record.by, edit.author) && (record.by !== 'derived' || draft.additive);
}
function recordAfter(draft, record, edit) {
    return record && isOutranked(draft, record, edit) ? record : (0,_records_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(edit);
}
/** A text of a model that ktx's own scan left in the manifest entry; an overlay's takes its place. */
function scannedText(draft, desire, edit) {
    if (edit.kind !== 'description' || desire.kind !== 'manifest')
        return undefined;
    const entry = draft.context.entry(desire.connection, desire.source)?.value;
    return (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(entry, [...(edit.column === undefined ? [] : ['columns', { name: edit.column }]), 'descriptions', edit.key]);
}
function columnsOf(desire) {
    const head = desire.edits.find((edit) => edit.kind === 'source');
    return head && new Set(head.value.columns.map((column) => column.name));
}
function isAbout(entity, columns) {
    const column = entity && 'column' in entity ? entity.column : undefined;
    return column === undefined || columns === undefined || columns.has(column);
}


/***/ }),

/***/ 22229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _I: () => (/* binding */ matchesAny),
/* harmony export */   cT: () => (/* binding */ skippedFolders),
/* harmony export */   confinedReader: () => (/* binding */ confinedReader),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75066);





/** 10 MB: more than any text that a person wrote. */
const defaultMaxBytes = 10_000_000;
const skippedFolders = new Set(['node_modules', 'target', 'dbt_packages', 'dbt_modules']);
/**
 * A reader confined to a directory, by the real path: a symbolic link that leads out is refused like `..`. What cannot
 * be read comes back as a finding, never as an exception.
 */
function confinedReader(root) {
    const base = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root);
    let realBase;
    const trueRoot = () => (realBase ??= (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(base).catch(() => base));
    async function locate(path) {
        if (path.includes('\0') || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path) || escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(base, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path)))) {
            return { ok: false, finding: pathEscape(path) };
        }
        let real;
        try {
            real = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path));
        }
        catch (error) {
            return { ok: false, finding: skipped(path, reasonOf(error)) };
        }
        return escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await trueRoot(), real)) ? { ok: false, finding: pathEscape(path) } : { ok: true, real };
    }
    async function bytes(path, limits = {}) {
        const located = await locate(path);
        if (!located.ok)
            return located;
        try {
            // Without O_NONBLOCK a named pipe would block the open. Synchronous calls, because the thread pool takes several
            // times as long as the disk for thousands of small files.
            const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(located.real, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
            try {
                const maxBytes = limits.maxBytes ?? defaultMaxBytes;
                const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(handle);
                if (!stats.isFile())
                    return { ok: false, finding: skipped(path, 'it is not a regular file') };
                if (stats.size > maxBytes)
                    return { ok: false, finding: skipped(path, `it has ${stats.size} bytes, more than the ${maxBytes} that are read`) };
                return { ok: true, bytes: readAll(handle, stats.size) };
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(handle);
            }
        }
        catch (error) {
            return { ok: false, finding: skipped(path, reasonOf(error)) };
        }
    }
    return {
        root: base,
        bytes,
        async text(path, limits) {
            const read = await bytes(path, limits);
            if (!read.ok)
                return read;
            if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(read.bytes))
                return { ok: false, finding: skipped(path, 'it is not UTF-8') };
            const start = read.bytes[0] === 0xef && read.bytes[1] === 0xbb && read.bytes[2] === 0xbf ? 3 : 0;
            try {
                return { ok: true, text: read.bytes.toString('utf8', start) };
            }
            catch (error) {
                // Longer than V8's longest string.
                return { ok: false, finding: skipped(path, reasonOf(error)) };
            }
        },
        async exists(path) {
            const located = await locate(path);
            if (!located.ok)
                return false;
            return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(located.real).then((stats) => stats.isFile(), () => false);
        },
        list: (globs) => listFiles(base, trueRoot, globs),
    };
}
function readAll(handle, size) {
    const buffer = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
        const bytesRead = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(handle, buffer, filled, size - filled, filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
async function listFiles(base, trueRoot, globs) {
    const findings = [];
    const wanted = [];
    for (const glob of globs.filter((pattern) => !pattern.startsWith('!')).map(plain)) {
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(glob) || escapes(glob))
            findings.push(pathEscape(glob));
        else
            wanted.push(glob);
    }
    const unwanted = globs.filter((pattern) => pattern.startsWith('!')).map((pattern) => plain(pattern.slice(1)));
    const named = (folder) => wanted.some((glob) => glob.split('/').includes(folder));
    const files = new Set();
    const visited = new Set();
    /** Links wait until every real folder was walked, so that a file is listed under its own path. */
    const links = [];
    async function walk(folder) {
        let entries;
        try {
            const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, folder));
            if (escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await trueRoot(), real))) {
                findings.push(pathEscape(folder));
                return;
            }
            if (visited.has(real))
                return;
            visited.add(real);
            entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(real, { withFileTypes: true });
        }
        catch (error) {
            if (!isMissing(error))
                findings.push(skipped(folder || '.', reasonOf(error)));
            return;
        }
        entries.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .byText */ .z4)(a.name, b.name));
        for (const entry of entries) {
            if ((entry.name.startsWith('.') || skippedFolders.has(entry.name)) && !named(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            const kind = entry.isSymbolicLink() ? await linkKind(path) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
            if (kind === 'folder') {
                if (entry.isSymbolicLink())
                    links.push(path);
                else
                    await walk(path);
            }
            else if (kind === 'file' && matchesAny(path, wanted) && !matchesAny(path, unwanted)) {
                files.add(path);
            }
        }
    }
    async function linkKind(path) {
        try {
            const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, path));
            const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(real);
            const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
            if (!escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await trueRoot(), real)))
                return kind;
            if (kind === 'folder' || matchesAny(path, wanted))
                findings.push(pathEscape(path));
        }
        catch {
            // A link to nowhere is like a file that does not exist.
        }
        return 'other';
    }
    for (const start of outermost(wanted.map(literalFolder)))
        await walk(start);
    for (const link of links)
        await walk(link);
    return { files: [...files].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .byText */ .z4), findings };
}
/** The folders in front of the first wildcard: where the walk for the pattern starts. */
function literalFolder(glob) {
    const parts = glob.split('/');
    const wild = parts.findIndex((part) => /[*?{[]/.test(part));
    return parts.slice(0, wild < 0 ? parts.length - 1 : wild).join('/');
}
/** Without duplicates and without folders that lie below another one. */
function outermost(folders) {
    const unique = [...new Set(folders)].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .byText */ .z4);
    return unique.filter((folder) => !unique.some((other) => other !== folder && (other === '' || folder.startsWith(`${other}/`))));
}
function matchesAny(path, globs) {
    return globs.some((glob) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.matchesGlob)(path, glob));
}
function plain(glob) {
    return glob.replace(/^(\.\/)+/, '').replace(/\/{2,}/g, '/');
}
function escapes(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path) || path.split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep === '/' ? '/' : /[\\/]/).includes('..');
}
function pathEscape(path) {
    return {
        severity: 'warning',
        code: 'path-escape',
        message: `${JSON.stringify(path)} leads out of the project directory, so it was not read.`,
        fix: 'Move the files into the project directory, or correct the path or the symbolic link.',
    };
}
function skipped(path, reason) {
    return {
        severity: 'warning',
        code: 'file-skipped',
        message: `${path} was not read: ${reason}.`,
        fix: 'Correct the file or its permissions, or exclude it.',
        file: path,
    };
}
function isMissing(error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
function reasonOf(error) {
    const code = codeOf(error);
    switch (code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return 'it does not exist';
        case 'EACCES':
        case 'EPERM':
            return 'permission was denied';
        case 'ELOOP':
            return 'its symbolic links form a loop';
        case 'ERR_STRING_TOO_LONG':
            return 'it is too long for one text';
        default:
            return `the system says ${code || 'that it cannot be read'}`;
    }
}


/***/ }),

/***/ 40802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ confinement),
  gather: () => (/* binding */ gather)
});

// UNUSED EXPORTS: plural

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
;// CONCATENATED MODULE: ./lib/src/evidence/tables.js


function structureHashOf(structure) {
    return (0,canonical/* hash12 */.Yq)(structure);
}
/** Whether the driver's marker and the structure say that nothing moved, so that the table need not be read. */
function isUnmoved(scanned, structureHash, remembered) {
    return remembered !== undefined && scanned.mark !== null && remembered.mark === scanned.mark && remembered.structure === structureHash;
}
/** Row counts are hashed as a power of ten, so that growth is not a change. */
function magnitude(rows) {
    return rows <= 0 ? -1 : Math.floor(Math.log10(rows));
}
function tableEvidence(connection, scanned, profile, remembered) {
    const { structure, mark } = scanned;
    const structureHash = structureHashOf(structure);
    const hash = profile ? (0,canonical/* hash12 */.Yq)([structureHash, magnitude(profile.rows), profile.values]) : remembered?.hash ?? structureHash;
    return {
        id: (0,table_name/* tableId */.s)(connection, structure.name), kind: 'table', connection,
        data: { structure, mark, ...(profile ? { profile } : {}) },
        get text() { return tableDescription(structure, profile); },
        origin: {}, presence: 'present', hash, structureHash,
    };
}
function tableDescription(structure, profile) {
    const columns = structure.columns.map((column) => {
        // a column may be called __proto__
        const values = profile && Object.hasOwn(profile.values, column.name) ? profile.values[column.name] : undefined;
        const notes = [column.nullable ? '' : 'not null', structure.primaryKey.includes(column.name) ? 'key' : '', column.comment ?? '', values ? `one of ${values.join(' | ')}` : ''];
        return `- ${column.name} ${column.nativeType || column.type} ${notes.filter((note) => note !== '').join('; ')}`.trimEnd();
    });
    const head = `${structure.kind} ${(0,table_name/* tableText */.q)(structure.name)}${profile ? `, about 10^${Math.max(0, magnitude(profile.rows))} rows` : ''}`;
    return [head, ...(structure.comment ? [structure.comment] : []), ...columns, ...(structure.definition ? [structure.definition] : [])].join('\n');
}

;// CONCATENATED MODULE: ./lib/src/evidence/gather.js




/** The git root around the project, else the project: no source may lead out of it. */
function confinement(root) {
    for (let at = root;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return root;
    }
}
/** Reads every source of the project once; one that cannot be read is a finding and `unreadable`, never an exception. */
async function gather(input) {
    const { project } = input;
    const warehouses = [];
    const tables = [];
    const dbt = [];
    const definitions = [];
    const unreadable = new Set();
    const unknown = new Set();
    const findings = [];
    const read = [];
    const confined = confinement(project.root);
    for (const connection of project.connections) {
        const started = input.now();
        const note = (ok, what) => {
            read.push({ id: connection.id, driver: connection.driver, ok, what, milliseconds: input.now() - started });
        };
        if (input.signal?.aborted === true && connection.driver !== 'skipped') {
            unreadable.add(connection.id);
            note(false, 'not read: cancelled');
        }
        else if (connection.driver === 'sqlite' || connection.driver === 'postgres') {
            const address = input.addresses.get(connection.id);
            if (address === undefined) {
                unreadable.add(connection.id);
                note(false, 'its reference has no value here');
                continue;
            }
            const { openWarehouse } = await __webpack_require__.e(/* import() */ 3372).then(__webpack_require__.bind(__webpack_require__, 33372));
            const opened = await openWarehouse({ connection, address, root: confined, ...(input.signal === undefined ? {} : { signal: input.signal }) });
            if (!opened.ok) {
                unreadable.add(connection.id);
                findings.push(at(opened.finding, connection.place(opened.option ?? 'path')));
                note(false, opened.finding.message);
                continue;
            }
            warehouses.push(opened.warehouse);
            const scanned = await scanTables(opened.warehouse, input);
            findings.push(...scanned.findings);
            if (!scanned.ok) {
                unreadable.add(connection.id);
                note(false, 'could not be scanned');
                continue;
            }
            tables.push(...scanned.tables);
            for (const id of scanned.unknown.map((name) => (0,table_name/* tableId */.s)(connection.id, name)))
                if (input.remembered(id) !== undefined)
                    unknown.add(id);
            const columns = scanned.tables.reduce((sum, table) => sum + table.data.structure.columns.length, 0);
            note(true, `${plural(scanned.tables.length, 'table')}, ${plural(columns, 'column')}${scanned.unmoved > 0 ? `, ${scanned.unmoved} not read again` : input.profiles === false ? '' : `, ${plural(scanned.rows, 'row')}`}`);
        }
        else if (connection.driver === 'dbt') {
            const { readDbt } = await __webpack_require__.e(/* import() */ 6509).then(__webpack_require__.bind(__webpack_require__, 86509));
            const named = connection.options.source_dir ?? '.';
            const directory = (0,external_node_path_.relative)(confined, (0,external_node_path_.resolve)(project.root, named, connection.options.path ?? '')).split('\\').join('/');
            if (directory === '..' || directory.startsWith('../') || (0,external_node_path_.isAbsolute)(directory)) {
                unreadable.add(connection.id);
                const message = `the dbt project of ${connection.id} leads out of ${confined === project.root ? 'the project' : 'the repository'}: ${named}`;
                findings.push({ severity: 'error', code: 'path-escape', ...connection.place('source_dir'), message, fix: 'check it out inside, and name that folder' });
                note(false, message);
                continue;
            }
            const result = await readDbt({ connection: connection.id, root: confined, directory, ...(input.artifacts === undefined ? {} : { artifacts: input.artifacts }), ...(input.readerOf ? { reader: input.readerOf(confined) } : {}) });
            const moved = (origin) => (origin.file === undefined ? origin : { ...origin, file: fromProject(project.root, confined, origin.file) });
            findings.push(...result.findings.map((finding) => (finding.file === undefined ? at(finding, connection.place('source_dir')) : { ...finding, file: fromProject(project.root, confined, finding.file) })));
            if (result.evidence.length === 0 && result.findings.some((finding) => finding.severity === 'error')) {
                unreadable.add(connection.id);
                note(false, result.findings[0]?.message ?? 'could not be read');
                continue;
            }
            const here = confined === project.root;
            for (const node of result.evidence)
                dbt.push(here ? node : relocated(node, moved));
            for (const definition of result.definitions)
                definitions.push(here ? definition : { ...definition, origin: moved(definition.origin) });
            const models = result.evidence.filter((node) => node.data.resource === 'model').length;
            const tests = result.evidence.reduce((sum, node) => sum + node.data.tests.length, 0);
            note(true, `${plural(models, 'model')}, ${plural(result.evidence.length - models, 'source')}, ${plural(tests, 'test')} (${result.via})`);
        }
    }
    let documents = [];
    if (input.documentGlobs.length > 0) {
        const started = input.now();
        const { readDocuments } = await __webpack_require__.e(/* import() */ 2465).then(__webpack_require__.bind(__webpack_require__, 82465));
        const result = await readDocuments({ connection: 'files', root: project.root, globs: input.documentGlobs, ...(input.readerOf ? { reader: input.readerOf(project.root) } : {}) });
        documents = result.evidence;
        definitions.push(...result.definitions);
        findings.push(...result.findings);
        read.push({ id: 'documents', driver: 'files', ok: true, what: plural(documents.length, 'document'), milliseconds: input.now() - started });
    }
    return { warehouses, tables, dbt, documents, definitions, unknown, unreadable, findings, read };
}
function plural(count, noun) {
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
const at = (finding, place) => (finding.line === undefined ? { ...finding, ...place } : finding);
function fromProject(root, confined, file) {
    return (0,external_node_path_.relative)(root, (0,external_node_path_.join)(confined, file)).split('\\').join('/');
}
function relocated(node, moved) {
    const columns = node.data.columns.map((column) => ({ ...column, origin: moved(column.origin) }));
    const tests = node.data.tests.map((test) => ({ ...test, origin: moved(test.origin) }));
    const described = node.data.described && { described: moved(node.data.described) };
    // a spread would read the text, which is made on demand
    return Object.create(node, {
        origin: { value: moved(node.origin), enumerable: true }, data: { value: { ...node.data, ...described, columns, tests }, enumerable: true },
    });
}
async function scanTables(warehouse, input) {
    const catalogue = await warehouse.scan();
    if (catalogue.tables.length === 0 && catalogue.findings.some((finding) => finding.severity === 'error')) {
        return { ok: false, tables: [], unknown: [], rows: 0, unmoved: 0, findings: [...catalogue.findings] };
    }
    const tables = [];
    const findings = [...catalogue.findings];
    let rows = 0;
    let unmoved = 0;
    for (const scanned of catalogue.tables) {
        if (input.signal?.aborted === true)
            return { ok: false, tables: [], unknown: [], findings, rows, unmoved };
        const structure = structureHashOf(scanned.structure);
        const remembered = input.remembered((0,table_name/* tableId */.s)(warehouse.connection, scanned.structure.name));
        const isStill = isUnmoved(scanned, structure, remembered);
        if (isStill || input.profiles === false) {
            if (isStill)
                unmoved += 1;
            tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
            continue;
        }
        const profiled = await warehouse.profile(scanned.structure);
        if (!profiled.ok) {
            findings.push(profiled.finding);
            tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
            continue;
        }
        const { profile } = profiled;
        rows += profile.rows;
        const evidence = tableEvidence(warehouse.connection, scanned, profile, remembered);
        tables.push(evidence);
        for (const [column, shares] of Object.entries(profile.mixedTypes)) {
            const kinds = Object.entries(shares).filter(([, share]) => share >= 0.005).sort(([, a], [, b]) => b - a).map(([kind, share]) => `${Math.round(share * 100)} % ${kind}`).join(', ');
            findings.push({ severity: 'notice', code: 'mixed-types', message: `${scanned.structure.name.name}.${column} holds ${kinds}`, fix: 'compare and sum it with a cast', evidence: [evidence.id] });
        }
    }
    return { ok: true, tables, unknown: catalogue.unknown, findings, rows, unmoved };
}


/***/ }),

/***/ 13370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ blocksIn),
/* harmony export */   BW: () => (/* binding */ placeAt),
/* harmony export */   D8: () => (/* binding */ callsInTemplate),
/* harmony export */   Tz: () => (/* binding */ callsIn),
/* harmony export */   hc: () => (/* binding */ renderWith),
/* harmony export */   l$: () => (/* binding */ expressionsIn)
/* harmony export */ });
/** Calls of the named functions in an expression without braces around it; methods (`x.ref(…)`) do not count. */
function callsIn(expression, names, prefix = '') {
    const pattern = new RegExp(`(?<![\\w.])${prefix.replace('.', '\\.')}(${names.join('|')})\\s*\\(`, 'g');
    const calls = [];
    for (const match of expression.matchAll(pattern)) {
        calls.push({ name: match[1] ?? '', ...argumentsAt(expression, match.index + match[0].length), index: match.index });
    }
    return calls;
}
/** Calls of the named functions in a template. */
function callsInTemplate(template, names) {
    return expressionsIn(template).flatMap(({ code, index }) => callsIn(code, names).map((call) => ({ ...call, index: call.index + index })));
}
/** `{% <keyword> name %}…{% end<keyword> %}` blocks, those in Jinja comments left out. */
function blocksIn(template, keyword) {
    const visible = template.replace(/\{#[\s\S]*?#\}/g, (comment) => ' '.repeat(comment.length));
    const pattern = new RegExp(`\\{%[-+]?\\s*${keyword}\\s+([\\w$]+)\\s*[-+]?%\\}([\\s\\S]*?)\\{%[-+]?\\s*end${keyword}\\s*[-+]?%\\}`, 'dg');
    return [...visible.matchAll(pattern)].map((match) => {
        const [from, to] = match.indices?.[2] ?? [0, 0];
        return { name: match[1] ?? '', contents: template.slice(from, to), index: match.index };
    });
}
/** 1-based line and column of a position in a text. */
function placeAt(source, index) {
    let line = 1;
    let start = 0;
    for (let next = source.indexOf('\n'); next >= 0 && next < index; next = source.indexOf('\n', start)) {
        line += 1;
        start = next + 1;
    }
    return { line, column: index - start + 1 };
}
/** Replaces each `{{ expression }}`; null as soon as one of them has no replacement or the template has statements. */
function renderWith(template, replace) {
    if (!template.includes('{{') && !template.includes('{%'))
        return template;
    let rendered = '';
    let from = 0;
    for (const { code, index, end, statement } of expressionsIn(template)) {
        const value = statement ? null : replace(code.trim());
        if (value === null)
            return null;
        rendered += template.slice(from, index - 2) + value;
        from = end;
    }
    return rendered + template.slice(from);
}
function expressionsIn(template) {
    const found = [];
    let at = template.indexOf('{');
    while (at >= 0) {
        const opener = template.slice(at, at + 2);
        let next = at + 1;
        if (opener === '{#') {
            const end = template.indexOf('#}', at + 2);
            next = end < 0 ? template.length : end + 2;
        }
        else if (opener === '{{' || opener === '{%') {
            const end = closing(template, at + 2, opener === '{{' ? '}}' : '%}');
            if (end < 0)
                break;
            const code = template.slice(at + 2, end).replace(/^[-+]/, ' ').replace(/[-+]$/, ' ');
            next = end + 2;
            if (opener === '{%' && code.trim() === 'raw') {
                const raw = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
                raw.lastIndex = next;
                next = raw.exec(template) === null ? template.length : raw.lastIndex;
            }
            else {
                found.push({ code, index: at + 2, end: next, statement: opener === '{%' });
            }
        }
        at = template.indexOf('{', next);
    }
    return found;
}
/** Where the closing braces stand, past strings and the braces of dictionaries; -1 where the tag is not closed. */
function closing(template, from, closer) {
    let depth = 0;
    for (let at = from; at < template.length; at += 1) {
        const char = template[at];
        if (char === '"' || char === "'") {
            const end = stringEnd(template, at);
            if (end < 0)
                return -1;
            at = end - 1;
        }
        else if (depth <= 0 && template.startsWith(closer, at))
            return at;
        else if (char === '{')
            depth += 1;
        else if (char === '}')
            depth -= 1;
    }
    return -1;
}
function stringEnd(source, start) {
    const quote = source[start];
    for (let at = start + 1; at < source.length; at += 1) {
        if (source[at] === '\\')
            at += 1;
        else if (source[at] === quote)
            return at + 1;
    }
    return -1;
}
function argumentsAt(source, start) {
    const reader = new LiteralReader(source, start);
    const args = [];
    const kwargs = {};
    while (!reader.ended(')')) {
        const keyword = reader.keyword();
        const value = reader.value(',)');
        if (keyword === undefined)
            args.push(value);
        else
            kwargs[keyword] = value;
        if (!reader.separator())
            break;
    }
    return { args, kwargs };
}
/** Reads Python literals; what is none (a name, a call, an operation) is passed over and read as undefined. */
class LiteralReader {
    #source;
    #at;
    constructor(source, at) {
        this.#source = source;
        this.#at = at;
    }
    ended(closer) {
        this.#space();
        return this.#at >= this.#source.length || this.#source[this.#at] === closer;
    }
    keyword() {
        this.#space();
        const match = this.#match(/([A-Za-z_]\w*)\s*=(?!=)/y);
        return match?.[1];
    }
    separator() {
        this.#space();
        if (this.#source[this.#at] !== ',')
            return false;
        this.#at += 1;
        return true;
    }
    value(stops) {
        this.#space();
        const literal = this.#literal();
        this.#space();
        const next = this.#source[this.#at];
        if (next === undefined || stops.includes(next))
            return literal;
        this.#pass(stops);
        return undefined;
    }
    #literal() {
        const char = this.#source[this.#at];
        if (char === '"' || char === "'") {
            const end = stringEnd(this.#source, this.#at);
            if (end < 0)
                return undefined;
            const raw = this.#source.slice(this.#at + 1, end - 1);
            this.#at = end;
            return raw.replace(/\\(.)/gs, (_, escaped) => (escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped));
        }
        if (char === '[' || char === '(')
            return this.#items(char === '[' ? ']' : ')');
        if (char === '{')
            return this.#dictionary();
        const number = this.#match(/-?\d+(\.\d+)?(?![\w.])/y);
        if (number)
            return Number(number[0]);
        const word = this.#match(/(true|false|none|null)(?![\w.(])/iy);
        if (word)
            return word[0].toLowerCase() === 'true' ? true : word[0].toLowerCase() === 'false' ? false : null;
        return undefined;
    }
    #items(closer) {
        const items = [];
        this.#at += 1;
        while (!this.ended(closer)) {
            items.push(this.value(`,${closer}`));
            if (!this.separator())
                break;
        }
        if (this.#source[this.#at] === closer)
            this.#at += 1;
        return items;
    }
    #dictionary() {
        const entries = [];
        this.#at += 1;
        while (!this.ended('}')) {
            const key = this.value(':,}');
            if (this.#source[this.#at] !== ':')
                break;
            this.#at += 1;
            const value = this.value(',}');
            if (typeof key === 'string' || typeof key === 'number')
                entries.push([String(key), value]);
            if (!this.separator())
                break;
        }
        if (this.#source[this.#at] === '}')
            this.#at += 1;
        return Object.fromEntries(entries);
    }
    #pass(stops) {
        let depth = 0;
        for (; this.#at < this.#source.length; this.#at += 1) {
            const char = this.#source[this.#at] ?? '';
            if (depth === 0 && stops.includes(char))
                return;
            if (char === '"' || char === "'") {
                const end = stringEnd(this.#source, this.#at);
                if (end < 0)
                    return;
                this.#at = end - 1;
            }
            else if ('([{'.includes(char))
                depth += 1;
            else if (')]}'.includes(char))
                depth -= 1;
        }
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#source);
        if (match)
            this.#at += match[0].length;
        return match;
    }
    #space() {
        while (/\s/.test(this.#source[this.#at] ?? ''))
            this.#at += 1;
    }
}


/***/ }),

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Tc: () => (/* binding */ sortFindings)
/* harmony export */ });
/* unused harmony export findingCodes */
/** The place of a finding out of the origin of what it is about. */
function placeOf(origin) {
    return {
        ...(origin.file === undefined ? {} : { file: origin.file }), ...(origin.line === undefined ? {} : { line: origin.line }),
        ...(origin.column === undefined ? {} : { column: origin.column }), ...(origin.pointer === undefined ? {} : { pointer: origin.pointer }),
    };
}
/** Every code with the sentence that docs/errors.md opens its section with. Sorted by the room that reports it. */
const findingCodes = {
    // usage and project
    'usage': 'A flag, command or value on the command line is not one that ktx-ci knows.',
    'no-project': 'No ktx.yaml and no dbt_project.yml was found.',
    'config-syntax': 'A configuration file is not valid YAML.',
    'config-value': 'A value in ktx.yaml or ktx-ci.yaml is not one that its key takes.',
    'config-unknown-key': 'A key in ktx.yaml or ktx-ci.yaml is not known, so it has no effect.',
    'config-too-large': 'A configuration file is too large or too deeply nested to be meant.',
    'model-missing': 'A backend is configured, but llm.models.default is not.',
    'reference-unresolved': 'An env: or file: reference has no value.',
    'driver-unknown': 'A connection names a driver that neither ktx nor ktx-ci knows.',
    'driver-skipped': 'A connection has a driver that ktx reads and ktx-ci does not read yet.',
    'connection-unknown': 'A connection id was named that ktx.yaml does not have.',
    'not-implemented': 'A command or option exists in the design and is not part of this version.',
    'event-refused': 'This workflow event may not start this command.',
    'output-folder': 'The output folder cannot be written.',
    'baseline-unreadable': 'The baseline or resume folder cannot be used.',
    'recording-unreadable': 'The folder holds no recording that replay can read.',
    'replay-left': 'A unit that was run again is not as it was recorded.',
    'replay-differs': 'The replay gives another patch than the recorded run.',
    // evidence
    'source-unreadable': 'A source could not be read in this run; what it contributed stays as it is.',
    'warehouse-unreachable': 'The server of a warehouse cannot be reached.',
    'warehouse-login': 'The server of a warehouse does not take the login.',
    'warehouse-tls': 'The connection to a warehouse cannot be encrypted as it must be.',
    'warehouse-database': 'The server of a warehouse does not have the database.',
    'warehouse-permission': 'The login of a warehouse may not read something.',
    'source-mismatch': 'Too little of a source was found in the warehouse to trust the pairing.',
    'file-skipped': 'A file was not read.',
    'path-escape': 'A path leads out of the directory that it is confined to.',
    'query-refused': 'A statement was refused by the read-only guard.',
    'query-failed': 'The warehouse refused or failed a statement.',
    'odd-name': 'A table or column has a name that ktx cannot address safely.',
    'dbt-manifest-stale': 'The dbt manifest is older than the project files, so the files were read instead or may differ.',
    'dbt-manifest': 'A dbt artifact cannot be used.',
    'dbt-yaml': 'A YAML file of a dbt project cannot be used.',
    'dbt-reference': 'A dbt node reads another one that does not exist.',
    'dbt-untyped': 'dbt models without column types were left out.',
    'mixed-types': 'A column holds values of several types.',
    // judgement by rule
    'test-contradicted': 'A dbt test says something that the data contradicts.',
    'join-ambiguous': 'A column could refer to more than one table.',
    'orphans': 'Rows on the referring side of a join have no match.',
    'term-contradiction': 'Two sources define the same term differently.',
    'secret-in-text': 'A text looks as if it holds a credential; it was not published.',
    'markup-in-text': 'A text holds active markup; it was not published.',
    'hidden-in-text': 'A text holds characters that nobody sees; it was published without them.',
    'instruction-in-text': 'A text tells a model what to do; it was published as it is.',
    'mention-in-text': 'A text holds an @mention or a reference that would notify or link people.',
    'measure-differs': 'A measure that a model would write gives another value than the definition that it comes from; it was not written.',
    'reconcile-question': 'Two entries may be one thing or contradict each other, and only people know.',
    'reconciled': 'Two entries were found to be one thing or to differ, and it was settled.',
    'pairs-waiting': 'Pairs of entries that may be one thing wait for a model.',
    'decision-unknown': 'An answer in ktx.decisions.yaml fits no option or no question.',
    'edit-conflict': 'Two pieces of evidence give one entity different values.',
    'edit-dropped': 'A proposed change was checked and failed, so it is not in the patch.',
    // judgement by a model
    'model-question': 'A model found evidence that contradicts itself or what a person wrote, and asks.',
    'model-note': 'A model noticed something in the evidence that people should know.',
    'edit-refused': 'Changes that a model proposed failed a check and were left out.',
    'repair-waiting': 'What a model proposed in vain waits for its repair round.',
    'attempt-refused': 'A model tried to write or read what it may not; nothing of it happened.',
    'unit-failed': 'A unit could not be judged.',
    'unit-deferred': 'A unit was stopped before its end; what it had is kept, and it goes on next time.',
    'unit-stuck': 'A unit was stopped three times and is left alone until its evidence changes.',
    'budget-spent': 'A limit kept units from starting; they wait for the next run.',
    'budget-unlimited': 'No limit bounds what this run may cost.',
    'unrelayed-login': 'codex asks its model with a person\'s sign-in, past the relay.',
    'price-unknown': 'The price of a model is not known, so that its cost is not either.',
    'host-refused': 'A credential would go to a host that is not allowed.',
    // context
    'context-syntax': 'A semantic-layer or wiki file is not valid YAML.',
    'context-too-large': 'A context file is too large or too deeply nested to be meant; it was left alone.',
    'context-duplicate': 'Two context files define the same name.',
    'context-schema': 'A semantic-layer file has a field that ktx does not accept.',
    'context-orphan': 'An overlay has no table behind it.',
    'context-shadow': 'A standalone source has the name of a scanned table.',
    'context-reference': 'A join, measure, segment or page names something that does not exist.',
    'context-expression': 'An expression cannot be parsed or names a column that does not exist.',
    'measure-trap': 'A measure, segment or computed column gives a wrong number over the joins that it reads.',
    'source-renamed': 'A table seems to go by another name: what was written about it is carried over.',
    'double-source': 'Two sources may be one, so that measures of one thing stand in two places.',
    'broken-column': 'A column that the context rests on is dropped or renamed in dbt.',
    'broken-model': 'A dbt model that the context rests on is dropped, renamed or no longer built.',
    'stale': 'The context holds a copy of a text that dbt has changed since.',
    'unproved': 'Entries of the context have not been proved on the warehouse.',
    'in-base': 'Findings that were there before this change do not count.',
    'base-missing': 'The commit that a change is compared with is not in this clone.',
    'context-unreadable': 'The context that --context names cannot be read.',
    'entity-unknown': 'Nothing in the context has the name that explain was asked about.',
    'hand-edited': 'A field that follows its evidence was edited by hand.',
    'suggestion': 'ktx-ci would write something else than a person wrote; theirs was kept.',
    'removed-by-person': 'A person deleted something that ktx-ci wrote; it stays away.',
    'removals-held': 'More would be removed than one run may remove.',
    'measure-broken': 'A source, grain, measure, segment or join that a person wrote fails on the warehouse.',
    'lock-conflict': 'ktx.lock holds conflict markers or records twice; it was healed.',
    'lock-newer': 'ktx.lock was written by a newer ktx-ci.',
    'lock-unreadable': 'Lines of ktx.lock cannot be read.',
    // models
    'missing-credential': 'A model backend is configured, and its credential is not there.',
    'auth': 'The model provider does not take the credential.',
    'permission': 'The model credential is valid, and may not do what is asked of it.',
    'model-access': 'A model of ktx.yaml does not exist, or not for this credential.',
    'quota': 'The account at the model provider has nothing left to spend.',
    'rate-limit': 'The model provider takes no more requests for now.',
    'network': 'The model provider cannot be reached.',
    'timeout': 'The model provider did not answer in time.',
    'not-installed': 'A program that the model backend needs is not installed.',
    'isolation': 'The agent of the model backend cannot be isolated as it must be.',
    'invalid-request': 'The model provider refuses a request as wrong.',
    'provider-error': 'The model provider has a problem of its own.',
    // self-test
    'credential-visible': 'A program in the place of an agent saw a credential.',
    'credential-unchecked': 'Whether an agent could see a credential in a place cannot be told.',
    // publishing
    'artifact-failed': 'The output folder could not be uploaded as an artifact.',
    'publish-unavailable': 'Publishing a pull request is not part of this version.',
    'internal': 'A bug in ktx-ci.',
};
const rank = { error: 0, question: 1, warning: 2, notice: 3 };
/** Errors first, then by code, place and message: the same order whatever order they were found in. */
function sortFindings(findings) {
    const key = (f) => [rank[f.severity], f.code, f.file ?? '', String(f.line ?? 0).padStart(9, '0'), f.message].join('\u0000');
    const keyed = new Map(findings.map((finding) => [key(finding), finding]));
    return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
}


/***/ }),

/***/ 30709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SA: () => (/* binding */ writeUnitPatch),
/* harmony export */   c1: () => (/* binding */ openOutput),
/* harmony export */   u5: () => (/* binding */ writeReport),
/* harmony export */   wW: () => (/* binding */ writeUnit),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _context_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11528);
/* harmony import */ var _context_lock_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18244);
/* harmony import */ var _text_slug_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32653);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39979);






/** `--out`, or the next free number in .ktx/ci, made and writable. */
function openOutput(root, out, cwd) {
    const path = out !== undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, out) : nextFree((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.ktx', 'ci'));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'units'), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
        return { ok: false, finding: { severity: 'error', code: 'output-folder', message: `the output folder ${out ?? path} cannot be made (${why})`, fix: 'name a folder that can be written with --out' } };
    }
    const fromHere = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(cwd, path);
    return { ok: true, folder: { path, shown: fromHere === '' ? '.' : fromHere.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(fromHere) ? path : fromHere } };
}
function nextFree(folder) {
    const taken = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).map(Number).filter((number) => Number.isInteger(number)) : [];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(Math.max(0, ...taken) + 1).padStart(4, '0'));
}
/** Writes the folder of a finished unit by one rename: it is there whole or not at all. */
function writeUnit(folder, unit, secrets) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'units', (0,_text_slug_js__WEBPACK_IMPORTED_MODULE_4__/* .idSlug */ .n)((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactKnown */ .r)(unit.record.id, secrets)));
    const partial = `${target}.partial`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(partial, { recursive: true, force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(partial);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(partial, 'edits.jsonl'), (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(unit.edits.map((edit) => `${JSON.stringify(edit)}\n`).join(''), secrets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(partial, 'lock.jsonl'), (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactKnown */ .r)([unit.record, ...(unit.others ?? [])].map((record) => `${(0,_context_lock_records_js__WEBPACK_IMPORTED_MODULE_3__/* .recordLine */ .IK)(record)}\n`).join(''), secrets));
    if (unit.findings && unit.findings.length > 0)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(partial, 'findings.jsonl'), lines((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__.redactFindings)(unit.findings, secrets)));
    if (unit.transcript) {
        const before = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, 'transcript.jsonl');
        const said = unit.continues === true && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(before) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(before, 'utf8') : '';
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(partial, 'transcript.jsonl'), said + (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(lines(unit.transcript, secrets), secrets), { mode: 0o600 });
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(target, { recursive: true, force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
}
/** One line of JSON an item; a string in it may be JSON itself, where a credential is escaped twice. */
const lines = (items, secrets = []) => items.map((item) => `${JSON.stringify(item, (_, value) => (typeof value === 'string' && secrets.length > 0 ? (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactKnown */ .r)(value, secrets) : value))}\n`).join('');
/** The patch of one unit alone, beside its edits. */
function writeUnitPatch(folder, unitId, patch, secrets) {
    const unit = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'units', (0,_text_slug_js__WEBPACK_IMPORTED_MODULE_4__/* .idSlug */ .n)((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactKnown */ .r)(unitId, secrets)));
    // a unit that waits for a model has no folder
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(unit))
        return;
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(unit, 'patch.patch');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${target}.partial`, (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactKnown */ .r)(patch, secrets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${target}.partial`, target);
}
/** Writes the run's files, the report last: whoever finds a report finds everything that it names. */
function writeOutput(folder, output, secrets) {
    const write = (name, text) => {
        const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, `${name}.partial`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(partial, (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(text, secrets));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, name));
    };
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'context.patch.partial'), (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactKnown */ .r)(output.patch, secrets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'context.patch.partial'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'context.patch'));
    write('edits.jsonl', output.changes.map(({ edit, file, before }) => {
        const entity = (0,_context_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .entityId */ .Hw)(edit);
        return `${JSON.stringify({ entity, file, verdict: output.verdicts.get(entity) ?? 'parsed', ...(before === undefined ? {} : { before }), edit })}\n`;
    }).join('') + output.choices.map(({ question, option, edit }) => `${JSON.stringify({ entity: (0,_context_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .entityId */ .Hw)(edit), verdict: 'parsed', question, option, edit })}\n`).join(''));
    write('base.json', `${JSON.stringify(output.base, null, 2)}\n`);
    write('catalog.jsonl', output.catalogue.map((source) => `${JSON.stringify(source)}\n`).join(''));
    write('summary.md', output.summary);
    write('report.html', output.html);
}
function writeReport(folder, report, secrets) {
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'report.json.partial');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(partial, (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(`${JSON.stringify(report, null, 2)}\n`, secrets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, 'report.json'));
}


/***/ }),

/***/ 63136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ writePatch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75066);
/* harmony import */ var _text_line_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71938);



/**
 * The patch that `git apply` turns every before into its after with, sorted by path; empty where nothing changes. The
 * prefix is the project's folder in its git root, '' or ending in a slash. Hunks have three lines of context; blobs are
 * named in full, so that `git apply --3way` finds them.
 */
function writePatch(changes, prefix) {
    const files = changes
        .filter(({ before, after }) => before !== after)
        .toSorted((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4)(a.path, b.path))
        .map((change) => filePatch(change, prefix));
    return {
        text: files.map(({ text }) => text).join(''),
        files: files.length,
        insertions: files.reduce((sum, { insertions }) => sum + insertions, 0),
        deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    };
}
const contextLines = 3;
function filePatch({ path, before, after }, prefix) {
    const [oldName, newName] = [quoted(`a/${prefix}${path}`), quoted(`b/${prefix}${path}`)];
    const [oldLines, newLines] = [linesOf(before), linesOf(after)];
    const changes = (0,_text_line_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .diffLines */ .P)(oldLines, newLines);
    const index = `index ${blob(before)}..${blob(after)}`;
    const header = [`diff --git ${oldName} ${newName}`];
    if (before === null)
        header.push('new file mode 100644', index);
    else if (after === null)
        header.push('deleted file mode 100644', index);
    else
        header.push(`${index} 100644`);
    // Without hunks, as for an empty file, git writes no names.
    if (changes.length > 0) {
        header.push(`--- ${before === null ? '/dev/null' : ended(oldName)}`, `+++ ${after === null ? '/dev/null' : ended(newName)}`);
    }
    const hunks = grouped(changes).map((group) => hunk(group, oldLines, newLines));
    return {
        text: header.map((line) => `${line}\n`).join('') + hunks.join(''),
        insertions: changes.reduce((sum, { afterStart, afterEnd }) => sum + afterEnd - afterStart, 0),
        deletions: changes.reduce((sum, { beforeStart, beforeEnd }) => sum + beforeEnd - beforeStart, 0),
    };
}
/** Lines with their line breaks; the last may have none. */
function linesOf(text) {
    return text === null || text === '' ? [] : text.split(/(?<=\n)/);
}
/** Changes whose context lines would touch or overlap are one hunk. */
function grouped(changes) {
    const groups = [];
    for (const change of changes) {
        const group = groups.at(-1);
        const last = group?.at(-1);
        if (group !== undefined && last !== undefined && change.beforeStart - last.beforeEnd <= 2 * contextLines)
            group.push(change);
        else
            groups.push([change]);
    }
    return groups;
}
function hunk(changes, oldLines, newLines) {
    const [first, last] = [changes[0], changes.at(-1)];
    if (first === undefined || last === undefined)
        return '';
    const above = Math.min(contextLines, first.beforeStart);
    const below = Math.min(contextLines, oldLines.length - last.beforeEnd);
    const [oldStart, newStart] = [first.beforeStart - above, first.afterStart - above];
    const lines = [];
    let context = oldStart;
    const put = (sign, from, start, end) => {
        for (const line of from.slice(start, end))
            lines.push(patchLine(sign, line));
    };
    for (const { beforeStart, beforeEnd, afterStart, afterEnd } of changes) {
        put(' ', oldLines, context, beforeStart);
        put('-', oldLines, beforeStart, beforeEnd);
        put('+', newLines, afterStart, afterEnd);
        context = beforeEnd;
    }
    put(' ', oldLines, context, last.beforeEnd + below);
    const oldRange = range(oldStart, last.beforeEnd + below - oldStart);
    const newRange = range(newStart, last.afterEnd + below - newStart);
    return `@@ -${oldRange} +${newRange} @@\n${lines.join('')}`;
}
/** First line and number of lines; an empty range names the line before it, and a single line goes without number. */
function range(start, length) {
    if (length === 0)
        return `${start},0`;
    return length === 1 ? `${start + 1}` : `${start + 1},${length}`;
}
function patchLine(sign, line) {
    return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}
const escapes = {
    '\u0007': '\\a',
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\v': '\\v',
    '\f': '\\f',
    '\r': '\\r',
    '"': '\\"',
    '\\': '\\\\',
};
/** A name as git quotes it: as it is, or in C's quotes with every byte that is not printable ASCII in octal. */
function quoted(name) {
    if (/^[\x20-\x7e]*$/.test(name) && !/["\\]/.test(name))
        return name;
    const bytes = [...Buffer.from(name, 'utf8')].map((byte) => {
        const character = String.fromCharCode(byte);
        const escape = escapes[character];
        if (escape !== undefined)
            return escape;
        return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`;
    });
    return `"${bytes.join('')}"`;
}
/** Behind a name with a space git ends the name with a tab. */
function ended(name) {
    return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}
/** The id that git gives to a file of this text. */
function blob(text) {
    if (text === null)
        return '0'.repeat(40);
    const bytes = Buffer.from(text, 'utf8');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}


/***/ }),

/***/ 67303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ dialectOfDriver)
/* harmony export */ });
/** Drivers of ktx.yaml whose SQL the parser knows under that very name. */
const known = new Set(['sqlite', 'postgres', 'mysql', 'snowflake', 'bigquery', 'clickhouse', 'sqlserver', 'duckdb', 'athena', 'databricks', 'redshift', 'trino']);
/** The parser's dialect for a driver of ktx.yaml; `generic` where it has none (dbt, BI tools) or is not known. */
function dialectOfDriver(driver) {
    if (known.has(driver))
        return driver;
    // Hologres speaks the protocol and the SQL of PostgreSQL
    return driver === 'hologres' ? 'postgres' : 'generic';
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

/***/ 22458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadParser: () => (/* binding */ loadParser)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78877);





const wasmFile = 'polyglot_sql.wasm';
/** The build copies the wasm beside the bundle; in a checkout it lies in its package. */
function wasmPath() {
    const beside = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(new URL(wasmFile, import.meta.url));
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(beside) ? beside : (0,node_module__WEBPACK_IMPORTED_MODULE_2__.createRequire)(import.meta.url).resolve(`@polyglot-sql/sdk/${wasmFile}`);
}
/** Longer statements are refused before they reach the parser: nothing that a person reviews is this long. */
const maxSqlLength = 200_000;
let loading;
/** The parser, loaded on first use and shared after that: about 0.1 s and 80 MB of memory. */
function loadParser() {
    loading ??= load().catch((error) => {
        loading = undefined;
        throw error;
    });
    return loading;
}
/**
 * Keeps V8 from optimising the wasm: its optimiser takes 200 to 300 MB for a tenth of the speed. All three are needed,
 * since one no longer implies the others once V8 runs.
 */
const baselineOnly = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
async function load() {
    for (const flag of baselineOnly)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_4__.setFlagsFromString)(flag);
    const [imported, bytes] = await Promise.all([__webpack_require__.e(/* import() */ 1482).then(__webpack_require__.bind(__webpack_require__, 21482)), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(wasmPath())]);
    const sdk = imported;
    // Documented for URLs, but what is handed over reaches WebAssembly.instantiate, which takes a compiled module. A URL
    // would be fetched, and fetch does not read files.
    await sdk.init({ wasmUrl: await WebAssembly.compile(bytes) });
    return { parse: remembering((sql, dialect) => parse(sdk, sql, dialect)), tokens: (sql, dialect) => tokens(sdk, sql, dialect) };
}
/** An expression is looked at several times in a row: for its columns, for its sources, and as a part of its statement. */
const mostRemembered = 64;
const longestRemembered = 2000;
/** Results are data that nobody changes, so that equal texts may share one. */
function remembering(parseText) {
    const results = new Map();
    return (sql, dialect) => {
        if (sql.length > longestRemembered)
            return parseText(sql, dialect);
        const key = `${dialect}\u0000${sql}`;
        const result = results.get(key) ?? parseText(sql, dialect);
        results.delete(key);
        results.set(key, result);
        if (results.size > mostRemembered)
            results.delete(results.keys().next().value ?? key);
        return result;
    };
}
function parse(sdk, sql, dialect) {
    if (sql.length > maxSqlLength) {
        return { ok: false, message: `The SQL is longer than ${maxSqlLength.toLocaleString('en')} characters`, line: 1, column: 1 };
    }
    const result = attempt(() => sdk.parse(sql, dialect));
    if (result instanceof Error)
        return { ok: false, message: plainMessage(result.message), line: 1, column: 1 };
    if (result.success && Array.isArray(result.ast))
        return { ok: true, tree: result.ast };
    return { ok: false, message: plainMessage(result.error ?? ''), ...position(sql, result.errorStart) };
}
function tokens(sdk, sql, dialect) {
    if (sql.length > maxSqlLength)
        return null;
    const result = attempt(() => sdk.tokenize(sql, dialect));
    if (result instanceof Error || !result.success || result.tokens === undefined)
        return null;
    const offset = utf16Offsets(sql);
    return result.tokens.map(({ span }) => ({ start: offset(span.start), end: offset(span.end), codePoint: span.start }));
}
/** The wasm gives up on very deep trees by throwing; it stays usable after that. */
function attempt(work) {
    try {
        return work();
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}
/** The parser counts code points, JavaScript counts UTF-16 units. */
function utf16Offsets(text) {
    if (!/[\ud800-\udfff]/.test(text))
        return (codePoint) => codePoint;
    const offsets = [];
    let at = 0;
    for (const character of text) {
        offsets.push(at);
        at += character.length;
    }
    return (codePoint) => offsets[codePoint] ?? text.length;
}
function position(sql, codePoint) {
    const before = sql.slice(0, utf16Offsets(sql)(codePoint ?? 0));
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
/** The parser's own words without its prefix, whose position is the end of the token. */
function plainMessage(message) {
    if (/E_GUARD_\w+|Maximum call stack|unreachable/.test(message))
        return 'The SQL is too deeply nested';
    const words = message.replace(/^(Parse|Tokenization) error at line \d+, column \d+: /, '').trim();
    return words === '' ? 'The SQL cannot be parsed' : words;
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

/***/ 71938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ diffLines)
/* harmony export */ });
/**
 * The changes from one list of lines to another, in order and never touching each other. Lines that are there once on
 * both sides hold the rest in place (patience diff); between them the shortest edit (Myers 1986) is found within a
 * fixed amount of work, beyond which a stretch is replaced as a whole. The work is bounded, so the answer may be
 * longer than the shortest one, never wrong.
 */
function diffLines(before, after) {
    const numbers = new Map();
    const numbered = (lines) => Int32Array.from(lines, (line) => {
        const known = numbers.get(line) ?? numbers.size;
        numbers.set(line, known);
        return known;
    });
    return new LineDiff(numbered(before), numbered(after)).changes();
}
/** Comparisons over the whole text; a few hundred milliseconds. */
const maxWork = 20_000_000;
/** Insertions and deletions of one stretch; their trace takes the square of it in memory. */
const maxDistance = 1_000;
/** Stretches inside of stretches between unique lines. */
const maxDepth = 100;
class LineDiff {
    #before;
    #after;
    #changes = [];
    #work = 0;
    constructor(before, after) {
        this.#before = before;
        this.#after = after;
    }
    changes() {
        this.#stretch(0, this.#before.length, 0, this.#after.length, 0);
        return this.#changes;
    }
    #stretch(beforeStart, beforeEnd, afterStart, afterEnd, depth) {
        let [a, aEnd, b, bEnd] = [beforeStart, beforeEnd, afterStart, afterEnd];
        while (a < aEnd && b < bEnd && this.#before[a] === this.#after[b])
            [a, b] = [a + 1, b + 1];
        while (a < aEnd && b < bEnd && this.#before[aEnd - 1] === this.#after[bEnd - 1])
            [aEnd, bEnd] = [aEnd - 1, bEnd - 1];
        if (a === aEnd || b === bEnd) {
            this.#change(a, aEnd, b, bEnd);
            return;
        }
        const anchors = depth < maxDepth ? this.#anchors(a, aEnd, b, bEnd) : [];
        if (anchors.length === 0) {
            this.#shortest(a, aEnd, b, bEnd);
            return;
        }
        for (const [anchorA, anchorB] of anchors) {
            this.#stretch(a, anchorA, b, anchorB, depth + 1);
            [a, b] = [anchorA + 1, anchorB + 1];
        }
        this.#stretch(a, aEnd, b, bEnd, depth + 1);
    }
    /** Pairs of equal lines that are there once on each side, the longest run of them that is in order on both. */
    #anchors(a, aEnd, b, bEnd) {
        const once = (lines, start, end) => {
            const places = new Map();
            for (let at = start; at < end; at += 1) {
                const line = lines[at] ?? -1;
                places.set(line, places.has(line) ? -1 : at);
            }
            return places;
        };
        const inAfter = once(this.#after, b, bEnd);
        const pairs = [];
        for (const [line, at] of once(this.#before, a, aEnd)) {
            const other = inAfter.get(line) ?? -1;
            if (at !== -1 && other !== -1)
                pairs.push([at, other]);
        }
        return longestIncreasing(pairs.sort(([one], [two]) => one - two));
    }
    #shortest(a, aEnd, b, bEnd) {
        const trace = this.#trace(a, aEnd, b, bEnd);
        if (trace === undefined) {
            this.#change(a, aEnd, b, bEnd);
            return;
        }
        // From the end back to the start; steps[d] holds the furthest x on every diagonal after d edits.
        const kept = [];
        let [x, y] = [aEnd - a, bEnd - b];
        for (let d = trace.length; d > 0; d -= 1) {
            const furthest = trace[d - 1] ?? new Int32Array();
            const at = (diagonal) => furthest[diagonal + d] ?? -1;
            const k = x - y;
            const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
            const previousK = down ? k + 1 : k - 1;
            const previousX = at(previousK);
            const startX = down ? previousX : previousX + 1;
            kept.push([startX, startX - k, x - startX]);
            [x, y] = [previousX, previousX - previousK];
        }
        kept.push([0, 0, x]);
        let [fromA, fromB] = [a, b];
        for (const [keptX, keptY, length] of kept.reverse()) {
            this.#change(fromA, a + keptX, fromB, b + keptY);
            [fromA, fromB] = [a + keptX + length, b + keptY + length];
        }
        this.#change(fromA, aEnd, fromB, bEnd);
    }
    /** What each number of edits reaches, before each step; undefined where that would be too much work. */
    #trace(a, aEnd, b, bEnd) {
        const [width, height] = [aEnd - a, bEnd - b];
        const most = Math.min(width + height, maxDistance);
        const furthest = new Int32Array(2 * most + 3).fill(-1);
        const middle = most + 1;
        furthest[middle + 1] = 0;
        const trace = [];
        for (let d = 0; d <= most; d += 1) {
            if (d > 0)
                trace.push(furthest.slice(middle - d, middle + d + 1));
            for (let k = -d; k <= d; k += 2) {
                const left = furthest[middle + k - 1] ?? -1;
                const above = furthest[middle + k + 1] ?? -1;
                let x = k === -d || (k !== d && left < above) ? above : left + 1;
                let y = x - k;
                const start = x;
                while (x < width && y < height && this.#before[a + x] === this.#after[b + y])
                    [x, y] = [x + 1, y + 1];
                this.#work += 1 + x - start;
                furthest[middle + k] = x;
                if (x >= width && y >= height)
                    return trace;
            }
            if (this.#work > maxWork)
                return undefined;
        }
        return undefined;
    }
    #change(beforeStart, beforeEnd, afterStart, afterEnd) {
        if (beforeStart === beforeEnd && afterStart === afterEnd)
            return;
        const last = this.#changes.at(-1);
        if (last !== undefined && last.beforeEnd === beforeStart && last.afterEnd === afterStart) {
            this.#changes[this.#changes.length - 1] = { ...last, beforeEnd, afterEnd };
            return;
        }
        this.#changes.push({ beforeStart, beforeEnd, afterStart, afterEnd });
    }
}
/** The longest subsequence whose second numbers increase; the pairs come in the order of their first ones. */
function longestIncreasing(pairs) {
    // tails[n] is the index of the pair with the smallest second number that ends a run of n + 1.
    const tails = [];
    const previous = new Int32Array(pairs.length).fill(-1);
    pairs.forEach(([, second], index) => {
        let [low, high] = [0, tails.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < second)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
        tails[low] = index;
    });
    const run = [];
    for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) {
        const pair = pairs[index];
        if (pair !== undefined)
            run.push(pair);
    }
    return run.reverse();
}


/***/ })

};
