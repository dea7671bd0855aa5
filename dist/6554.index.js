export const id = 6554;
export const ids = [6554];
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
        value: { to: text(item['to']), on: text(item['on']), relationship: text(item['relationship']), ...(typeof item['alias'] === 'string' ? { alias: item['alias'] } : {}) }, file: found, index,
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

/***/ 72409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yI: () => (/* binding */ readContext),
/* harmony export */   ye: () => (/* binding */ shaOf),
/* harmony export */   zW: () => (/* binding */ isOverlay)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74413);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62233);



/** A manifest of thousands of tables is a real file. */
const contextBytes = 64 * 1024 * 1024;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function isOverlay(value) {
    return value['table'] === undefined && value['sql'] === undefined;
}
/**
 * `knownSources` gives the source names in a file whose bytes the lock knows, so that it need not be parsed; undefined
 * where it does not know them. `isClosed`: a path where something lies that was not read and must stay. `basis`: files whose
 * bytes are the same there are not parsed again.
 */
function readContext(tree, knownSources, isClosed = () => false, basis) {
    const parsed = new Map();
    const shas = new Map();
    const findings = [];
    const paths = [...tree.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4);
    const byConnection = new Map();
    const pages = [];
    for (const path of paths) {
        const kind = (0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path);
        if (kind?.kind === 'page')
            pages.push(path);
        if (kind?.kind !== 'manifest' && kind?.kind !== 'source')
            continue;
        const lists = byConnection.get(kind.connection) ?? { shards: [], sources: [] };
        byConnection.set(kind.connection, lists);
        (kind.kind === 'manifest' ? lists.shards : lists.sources).push(path);
    }
    function file(path) {
        if (parsed.has(path))
            return parsed.get(path);
        const bytes = tree.get(path);
        const before = bytes && basis?.tree.get(path);
        let result = before && Buffer.compare(bytes, before) === 0 ? basis?.file(path) : undefined;
        if (bytes && !result) {
            const read = (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(bytes, { maxBytes: contextBytes, maxDepth: 48 });
            if (read.ok)
                result = { path, text: Buffer.from(bytes).toString('utf8'), document: read.document };
            else {
                const { reason, message, line, column } = read.problem;
                const large = reason === 'too-large' || reason === 'too-deep' || reason === 'aliases';
                findings.push({
                    severity: large ? 'warning' : 'error', code: large ? 'context-too-large' : 'context-syntax', file: path, line, column, message: `${path}: ${message}`,
                    fix: large ? 'write it plainly; until then it is left alone' : 'mend the YAML at this place; until then the file is left alone',
                });
            }
        }
        parsed.set(path, result);
        return result;
    }
    function sha(path) {
        const ready = shas.get(path);
        if (ready !== undefined)
            return ready;
        const bytes = tree.get(path);
        if (bytes)
            shas.set(path, shaOf(bytes));
        return shas.get(path);
    }
    function indexed(connection, kind) {
        const cache = kind === 'shards' ? entryIndex : sourceIndex;
        const ready = cache.get(connection);
        if (ready)
            return ready;
        const index = new Map();
        cache.set(connection, index);
        for (const path of byConnection.get(connection)?.[kind] ?? []) {
            const names = knownSources(path, sha(path) ?? '') ?? namesIn(path, kind);
            for (const name of names) {
                const first = index.get(name);
                if (first === undefined)
                    index.set(name, path);
                else {
                    findings.push({
                        severity: 'error', code: 'context-duplicate', file: path, ...place(path, kind === 'shards' ? ['tables', name] : ['name']),
                        message: `${name} is defined here and in ${first}`, fix: 'keep one of the two',
                    });
                }
            }
        }
        return index;
    }
    function namesIn(path, kind) {
        const value = file(path)?.document.value;
        if (kind === 'shards') {
            const tables = isRecord(value) ? value['tables'] : undefined;
            return isRecord(tables) ? Object.keys(tables) : [];
        }
        const name = isRecord(value) ? value['name'] : undefined;
        // a broken or nameless file still stands for the source of its file name, so that nothing is written over it
        return [typeof name === 'string' && name !== '' ? name : (path.split('/').at(-1) ?? path).replace(/\.ya?ml$/, '')];
    }
    function place(path, at) {
        return file(path)?.document.place(at);
    }
    const entryIndex = new Map();
    const sourceIndex = new Map();
    return {
        tree,
        sha,
        file,
        isBroken: (path) => isClosed(path) || (tree.has(path) && (0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path)?.kind !== 'page' && file(path) === undefined),
        entryPath: (connection, source) => indexed(connection, 'shards').get(source),
        sourcePath: (connection, source) => indexed(connection, 'sources').get(source),
        entry(connection, source) {
            const path = indexed(connection, 'shards').get(source);
            const parsedFile = path === undefined ? undefined : file(path);
            const tables = isRecord(parsedFile?.document.value) ? parsedFile.document.value['tables'] : undefined;
            const value = isRecord(tables) && Object.hasOwn(tables, source) ? tables[source] : undefined;
            return parsedFile && isRecord(value) ? { file: parsedFile, value } : undefined;
        },
        source(connection, source) {
            const path = indexed(connection, 'sources').get(source);
            const parsedFile = path === undefined ? undefined : file(path);
            return parsedFile && isRecord(parsedFile.document.value) ? { file: parsedFile, value: parsedFile.document.value } : undefined;
        },
        entryNames: (connection) => [...indexed(connection, 'shards').keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        sourceNames: (connection) => [...indexed(connection, 'sources').keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        shards: (connection) => byConnection.get(connection)?.shards ?? [],
        pages: () => pages,
        connections: () => [...byConnection.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        findings: () => findings,
    };
}
/** What the lock files a file's bytes under: 12 hex characters of SHA-256. */
function shaOf(bytes) {
    return (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes).slice(0, 12);
}


/***/ }),

/***/ 18244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   IK: () => (/* binding */ recordLine),
/* harmony export */   gi: () => (/* binding */ isLockType),
/* harmony export */   j0: () => (/* binding */ hasUnknownKeys),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

const text = (value) => typeof value === 'string';
const oneOf = (...values) => (value) => values.includes(value);
const optional = (test) => (value) => value === undefined || test(value);
const mapOf = (test) => (value) => isObject(value) && Object.values(value).every(test);
const author = oneOf('derived', 'model', 'reconcile');
const entityShape = {
    h: text,
    by: optional(author),
    ev: optional((value) => Array.isArray(value) && value.every(text)),
};
/** The keys of every kind of record in the order that they are written, with what they may hold. */
const shapes = {
    table: {
        t: text,
        id: text,
        structure: text,
        mark: (value) => value === null || text(value),
        hash: text,
        links: optional(isObject),
    },
    unit: {
        t: text,
        id: text,
        key: text,
        by: oneOf('derived', 'model'),
        outcome: oneOf('written', 'unchanged', 'deferred', 'stuck', 'failed'),
        tries: optional((value) => typeof value === 'number'),
        described: optional((value) => typeof value === 'boolean'),
        evidence: mapOf(text),
        instructions: optional(text),
        model: optional(text),
    },
    file: { t: text, id: text, sha: text, own: optional((value) => typeof value === 'boolean'), source: optional(text) },
    entities: { t: text, id: text, sha: optional(text), own: optional((value) => typeof value === 'boolean'), source: optional(text), e: mapOf((value) => isObject(value) && fits(value, entityShape)) },
    gone: { t: text, id: text },
    dropped: { t: text, id: text, code: text, why: text, repair: optional(text), ev: mapOf(text) },
    unproved: { t: text, id: text, why: text },
    pair: { t: text, id: text },
    spent: { t: text, id: text },
};
/** Record types whose further keys belong to the one who wrote them. */
const open = new Set(['pair', 'spent']);
function isLockType(type) {
    return type !== 'entities' && Object.hasOwn(shapes, type);
}
/** Whether a parsed line of a known type has what its type needs; further keys are allowed. */
function isRecord(value) {
    return fits(value, shapeOf(value));
}
/** Whether a record holds keys that this version does not know. */
function hasUnknownKeys(record) {
    const entities = isObject(record['e']) ? Object.values(record['e']) : [];
    return ((!open.has(String(record['t'])) && hasOthers(record, shapeOf(record))) ||
        entities.some((entity) => isObject(entity) && hasOthers(entity, entityShape)));
}
/**
 * The line of a record, without line break: its keys in a fixed order, in `evidence`, `ev`, `e` and `links` by code
 * unit. Equal records give equal lines.
 */
function recordLine(record) {
    const keys = Object.keys(shapeOf(record));
    return object(record, keys, (key, value) => {
        if (!isObject(value))
            return JSON.stringify(value);
        if (key === 'e')
            return sorted(value, (entity) => object(entity, Object.keys(entityShape)));
        return key === 'evidence' || key === 'ev' || key === 'links' ? sorted(value) : JSON.stringify(value);
    });
}
function isObject(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
function shapeOf(record) {
    const type = String(record['t']);
    if (type === 'file' && Object.hasOwn(record, 'e'))
        return shapes.entities;
    return isLockType(type) ? shapes[type] : {};
}
function fits(value, shape) {
    return Object.entries(shape).every(([key, test]) => test(Object.hasOwn(value, key) ? value[key] : undefined));
}
function hasOthers(value, shape) {
    return Object.keys(value).some((key) => !Object.hasOwn(shape, key));
}
/** JSON with these keys first and in this order, then the others as they come. */
function object(value, first, write = (_, field) => JSON.stringify(field)) {
    const keys = [...first, ...Object.keys(value).filter((key) => !first.includes(key))];
    return json(keys.filter((key) => Object.hasOwn(value, key) && value[key] !== undefined).map((key) => [key, write(key, value[key])]));
}
function sorted(value, write = (field) => JSON.stringify(field)) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    return json(entries.sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b)).map(([key, field]) => [key, write(field)]));
}
function json(entries) {
    return `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}


/***/ }),

/***/ 16321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c_: () => (/* binding */ Lock),
  mF: () => (/* binding */ readLock),
  be: () => (/* binding */ writeLock)
});

// UNUSED EXPORTS: lockFile

// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
// EXTERNAL MODULE: ./lib/src/context/lock-records.js
var lock_records = __webpack_require__(18244);
;// CONCATENATED MODULE: ./lib/src/context/lock-heal.js


/**
 * What stays of different records of one type and id, whatever their order; undefined where nothing does. Of `file`
 * records the one that matches the file stays; of entities that no match decides, those that both sides agree on or
 * that only one has. Of what a month cost the larger figures stay. A deletion by a person stays. All else goes: a unit
 * runs again, a table is read again, a check is made again.
 */
function heal(records, matches) {
    const ordered = records.toSorted((a, b) => (0,canonical/* byText */.z4)((0,lock_records/* recordLine */.IK)(a), (0,lock_records/* recordLine */.IK)(b)));
    const [first] = ordered;
    if (first === undefined || first.t === 'gone')
        return first;
    if (first.t === 'spent')
        return ordered.reduce((a, b) => larger(a, b));
    if (first.t !== 'file')
        return undefined;
    const files = ordered.filter((record) => record.t === 'file');
    const matching = matches === undefined ? [] : files.filter(matches);
    const left = matching.length > 0 ? matching : files;
    return left.length === 1 ? left[0] : agreed(left);
}
function agreed(records) {
    const entities = records.filter((record) => !('sha' in record));
    const [first] = records;
    if (first === undefined)
        return undefined;
    if (entities.length < records.length) {
        const files = records.filter((record) => 'sha' in record);
        const same = files.length === records.length && files.every(({ sha }) => 'sha' in first && sha === first.sha);
        return same ? { t: 'file', id: first.id, sha: files[0]?.sha ?? '', ...(files.every(({ own }) => own === true) ? { own: true } : {}) } : undefined;
    }
    const states = new Map();
    for (const [key, state] of entities.flatMap(({ e = {} }) => Object.entries(e))) {
        const known = states.get(key);
        const agrees = !states.has(key) || (known !== undefined && (0,canonical/* canonicalJson */.dj)(known) === (0,canonical/* canonicalJson */.dj)(state));
        states.set(key, agrees ? state : undefined);
    }
    const e = Object.fromEntries([...states].filter((entry) => entry[1] !== undefined));
    return { t: 'file', id: first.id, e };
}
/** The larger number at every key; of other values that differ the one whose text is larger. */
function larger(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return Math.max(a, b);
    if (a === undefined || b === undefined)
        return a ?? b;
    if (!(0,lock_records/* isObject */.Gv)(a) || !(0,lock_records/* isObject */.Gv)(b))
        return (0,canonical/* byText */.z4)((0,canonical/* canonicalJson */.dj)(a), (0,canonical/* canonicalJson */.dj)(b)) < 0 ? b : a;
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return Object.fromEntries(keys.map((key) => [key, larger(a[key], b[key])]));
}

;// CONCATENATED MODULE: ./lib/src/context/lock.js



/** The name of the file, relative to the project. */
const lockFile = 'ktx.lock';
const version = 1;
/** What earlier runs know. Immutable: `with` and `without` give a new lock. */
class Lock {
    static empty = new Lock(new Map(), [], JSON.stringify({ lock: version }));
    #stock;
    #foreign;
    #header;
    /** Use `Lock.empty` or `readLock`. */
    constructor(stock, foreign, header) {
        this.#stock = stock;
        this.#foreign = foreign;
        this.#header = header;
    }
    get(type, id) {
        return this.#stock.get(type)?.get(id)?.record;
    }
    /** All records of a type by id, in code-unit order. */
    all(type) {
        const stored = [...(this.#stock.get(type)?.values() ?? [])].map(({ record }) => record);
        return stored.sort((a, b) => (0,canonical/* byText */.z4)(a.id, b.id));
    }
    /** With these records in place of those of their type and id. */
    with(records) {
        const stock = new Map(this.#stock);
        const copied = new Map();
        for (const record of records) {
            const line = (0,lock_records/* recordLine */.IK)(record);
            let byId = copied.get(record.t);
            if (byId === undefined) {
                byId = new Map(stock.get(record.t));
                copied.set(record.t, byId);
                stock.set(record.t, byId);
            }
            byId.set(record.id, { record, line });
        }
        return new Lock(stock, this.#foreign, this.#header);
    }
    /** Without the records of a type that have these ids. */
    without(type, ids) {
        const byId = new Map(this.#stock.get(type));
        for (const id of ids)
            byId.delete(id);
        return new Lock(new Map(this.#stock).set(type, byId), this.#foreign, this.#header);
    }
    /** With exactly these records of the named types; records of other types stay. */
    replacing(types, records) {
        const stock = new Map([...this.#stock].filter(([type]) => !types.includes(type)));
        return new Lock(stock, this.#foreign, this.#header).with(records);
    }
    /** Records of every type that this version knows. */
    records() {
        return [...this.#stock.values()].flatMap((byId) => [...byId.values()].map(({ record }) => record));
    }
    /** The text of `ktx.lock`: sorted by type and id in code-unit order, so that equal locks are equal bytes. */
    text() {
        const lines = [...this.#foreign];
        for (const [type, byId] of this.#stock) {
            for (const [id, { line }] of byId)
                lines.push({ type, id, line });
        }
        lines.sort((a, b) => (0,canonical/* byText */.z4)(a.type, b.type) || (0,canonical/* byText */.z4)(a.id, b.id) || (0,canonical/* byText */.z4)(a.line, b.line));
        return [this.#header, ...lines.map(({ line }) => line), ''].join('\n');
    }
}
/**
 * Reads `ktx.lock`; null (no file) and an empty text are an empty lock. What a merge left behind is healed: conflict
 * markers go, both sides stay, and of records that are there twice what can't be true goes, so that its work is done
 * again. Lines that are not records go. Each is said in a finding. Only a newer format is refused.
 */
function readLock(text, { matches } = {}) {
    const { lines, markers } = withoutMarkers((text ?? '').replace(/^\uFEFF/, ''));
    const headers = [];
    const foreign = new Map();
    const candidates = new Map();
    const unreadable = [];
    for (const { line, number } of lines) {
        const parsed = parseLine(line);
        if (parsed === undefined)
            unreadable.push(number);
        else if ('header' in parsed) {
            if (parsed.header > version)
                return { ok: false, finding: newer(parsed.header, number) };
            headers.push(line);
        }
        else if ('foreign' in parsed)
            foreign.set(line, parsed.foreign);
        else {
            const { record } = parsed.stored;
            const key = `${record.t}\u0000${record.id}`;
            candidates.set(key, [...(candidates.get(key) ?? []), parsed.stored]);
        }
    }
    const stock = new Map();
    let doubled = 0;
    for (const stored of candidates.values()) {
        const different = [...new Map(stored.map((one) => [one.line, one])).values()];
        if (stored.length > 1)
            doubled += 1;
        const healed = different.length === 1 ? different[0]?.record : heal(different.map(({ record }) => record), matches);
        if (healed === undefined)
            continue;
        const byId = stock.get(healed.t) ?? new Map();
        byId.set(healed.id, different.find(({ record }) => record === healed) ?? { record: healed, line: (0,lock_records/* recordLine */.IK)(healed) });
        stock.set(healed.t, byId);
    }
    const findings = [];
    if (markers > 0 || doubled > 0)
        findings.push(conflict(markers, doubled));
    for (const number of unreadable)
        findings.push(notARecord(number));
    const header = headers.toSorted(canonical/* byText */.z4).at(-1) ?? JSON.stringify({ lock: version });
    return { ok: true, lock: new Lock(stock, [...foreign.values()], header), findings };
}
/** The text of a lock, ending in a line break. */
function writeLock(lock) {
    return lock.text();
}
/**
 * The lines that are not empty and not conflict markers. What stands between `|||||||` and `=======` is the common
 * ancestor, which is neither side, so it goes too.
 */
function withoutMarkers(text) {
    const lines = [];
    let markers = 0;
    let ancestor = false;
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const marker = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/.exec(line)?.[1];
        if (marker !== undefined) {
            markers += 1;
            ancestor = marker.startsWith('|');
        }
        else if (!ancestor && line.trim() !== '')
            lines.push({ line, number: index + 1 });
    }
    return { lines, markers };
}
function parseLine(line) {
    try {
        return lineOf(JSON.parse(line), line);
    }
    catch {
        // Not JSON, or JSON nested deeper than it can be written again.
        return undefined;
    }
}
function lineOf(value, line) {
    if (!(0,lock_records/* isObject */.Gv)(value))
        return undefined;
    const type = value['t'];
    if (type === undefined && Number.isInteger(value['lock']))
        return { header: value['lock'] };
    if (typeof type !== 'string')
        return undefined;
    if (!(0,lock_records/* isLockType */.gi)(type))
        return { foreign: { type, id: typeof value['id'] === 'string' ? value['id'] : '', line } };
    if (!(0,lock_records/* isRecord */.u4)(value))
        return undefined;
    return { stored: { record: value, line: (0,lock_records/* hasUnknownKeys */.j0)(value) ? line : (0,lock_records/* recordLine */.IK)(value) } };
}
function newer(found, line) {
    return {
        severity: 'error',
        code: 'lock-newer',
        message: `${lockFile} has format ${found}, and this ktx-ci reads up to format ${version}.`,
        fix: `Upgrade ktx-ci to the version that wrote ${lockFile}, in every workflow that uses this project.`,
        file: lockFile,
        line,
    };
}
function conflict(markers, doubled) {
    const what = [
        ...(markers > 0 ? ['conflict markers'] : []),
        ...(doubled > 0 ? [doubled === 1 ? 'one record twice' : `${doubled} records twice`] : []),
    ];
    return {
        severity: 'warning',
        code: 'lock-conflict',
        message: `${lockFile} held ${what.join(' and ')}; where two records disagree both went, and what they stood for is judged again.`,
        fix: 'Nothing needs to be done: the next change to the file writes it healed.',
        file: lockFile,
    };
}
function notARecord(line) {
    return {
        severity: 'warning',
        code: 'lock-unreadable',
        message: `Line ${line} of ${lockFile} is not a record; it was left out, and what it stood for is judged again.`,
        fix: `Restore the line from the history of ${lockFile} if it was edited by hand.`,
        file: lockFile,
        line,
    };
}


/***/ }),

/***/ 96211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ renderPage),
/* harmony export */   FD: () => (/* binding */ plainBody),
/* harmony export */   JU: () => (/* binding */ otherKeys),
/* harmony export */   PO: () => (/* binding */ pageFields),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   SP: () => (/* binding */ readPage),
/* harmony export */   VX: () => (/* binding */ fieldHash),
/* harmony export */   wO: () => (/* binding */ editPage)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74413);
/* harmony import */ var _text_yaml_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71744);



/** A page's text in parts that make it up again; the YAML ends with its line break. Undefined where it has no frontmatter. */
function partsOf(text) {
    const match = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)((?:(?<=\n)|\r?\n)---[ \t]*(?:\r?\n|$))/.exec(text);
    if (!match)
        return undefined;
    const [whole, open = '', yaml = '', close = ''] = match;
    const lineBreak = /^\r?\n/.exec(close)?.[0] ?? '';
    return { open, yaml: yaml + lineBreak, close: close.slice(lineBreak.length), body: text.slice(whole.length) };
}
function readPage(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    const parts = partsOf(text);
    if (!parts)
        return { frontmatter: undefined, body: text.replace(/^\uFEFF/, ''), frontmatterLine: 1, bodyLine: 1 };
    const { open, yaml, close, body } = parts;
    const bodyLine = (open + yaml + close).split('\n').length;
    const read = (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(yaml, { maxBytes: 256 * 1024, maxDepth: 16 });
    return read.ok
        ? { frontmatter: read.document, body, frontmatterLine: 2, bodyLine }
        : { frontmatter: undefined, body, frontmatterLine: 2, bodyLine, problem: { message: read.problem.message, line: read.problem.line + 1, column: read.problem.column } };
}
/** The fields of a page that ktx.lock files, each by itself; all but the body stand in the frontmatter under their own names. */
const pageFields = ['summary', 'tags', 'refs', 'sl_refs', 'body'];
/** What a page says in each field; null where it says something that is not of the field's type. */
function fieldsOf(page) {
    const value = page.frontmatter?.value;
    const list = (key) => {
        const items = value?.[key] ?? [];
        return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items : null;
    };
    const summary = value?.['summary'] ?? '';
    return { summary: typeof summary === 'string' ? summary : null, tags: list('tags'), refs: list('refs'), sl_refs: list('sl_refs'), body: plainBody(page.body) };
}
/** Keys of the frontmatter that we never write, sorted: they are a person's. */
function otherKeys(page) {
    const value = page.frontmatter?.value;
    const fields = pageFields.slice(0, -1);
    return typeof value === 'object' && value !== null ? Object.keys(value).filter((key) => !fields.includes(key)).sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4) : [];
}
/** A body as it is compared and filed: without the line breaks around it, whatever ends its lines. */
function plainBody(body) {
    return body.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
function fieldHash(value) {
    return (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(value);
}
/** The text of a new page. */
function renderPage(value) {
    const lists = ['tags', 'refs', 'sl_refs'].filter((key) => value[key].length > 0).map((key) => [key, value[key]]);
    return `---\n${(0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .emitYaml */ .h)({ summary: value.summary, ...Object.fromEntries(lists) })}---\n${ended(plainBody(value.body))}`;
}
/** A page's text with other values in some fields: the frontmatter is edited in place, the body is replaced. */
function editPage(text, changes) {
    const parts = partsOf(text) ?? { open: '', yaml: '', close: '', body: text };
    const edits = [...changes].flatMap(([field, value]) => (field === 'body' ? [] : [{ path: [field], value: value.length === 0 && field !== 'summary' ? undefined : value }]));
    const edited = edits.length === 0 ? { ok: true, text: parts.yaml } : (0,_text_yaml_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .editYaml */ .a)(parts.yaml, edits);
    if (!edited.ok)
        return edited;
    const body = changes.get('body');
    const close = body !== undefined && parts.close !== '' && !parts.close.endsWith('\n') ? `${parts.close}\n` : parts.close;
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return { ok: true, text: parts.open + edited.text + close + (typeof body === 'string' ? ended(plainBody(body)).replaceAll('\n', lineBreak) : parts.body) };
}
const ended = (body) => (body === '' ? '' : `${body}\n`);


/***/ }),

/***/ 62233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ shardPath),
/* harmony export */   HX: () => (/* binding */ pagePath),
/* harmony export */   SI: () => (/* binding */ sourceNames),
/* harmony export */   SW: () => (/* binding */ slotOf),
/* harmony export */   VJ: () => (/* binding */ contextPath),
/* harmony export */   Z3: () => (/* binding */ sourcePath),
/* harmony export */   ZF: () => (/* binding */ joinsOf),
/* harmony export */   hO: () => (/* binding */ standalonePath)
/* harmony export */ });
/* harmony import */ var _text_slug_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32653);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11528);


/**
 * Path of the manifest shard that a table of this driver belongs to. ktx names shards `<catalog>.<schema>` on Snowflake
 * and Databricks, `<database>` on BigQuery, MySQL and ClickHouse, `<schema>` elsewhere; SQLite has no schemas: `public`.
 */
function shardPath(connection, driver, table) {
    const name = () => {
        switch (driver) {
            case 'snowflake':
            case 'databricks':
                return `${table.catalog ?? 'default'}.${table.schema ?? 'public'}`;
            case 'bigquery':
            case 'mysql':
            case 'clickhouse':
                return table.schema ?? table.catalog ?? 'default';
            case 'sqlite':
                return 'public';
            default:
                return table.schema ?? 'public';
        }
    };
    return `semantic-layer/${connection}/_schema/${safeShard(name())}.yaml`;
}
const safeShard = (name) => (/^[A-Za-z0-9_.-]{1,120}$/.test(name) && !name.startsWith('.') ? name : (0,_text_slug_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceFileName */ .l)(name));
/** Path of the overlay or standalone file of a source that has none yet. */
function sourcePath(connection, source) {
    return `semantic-layer/${connection}/${(0,_text_slug_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceFileName */ .l)(source)}.yaml`;
}
/** Path of a page that we may write; undefined for a key that never reaches a file. Stricter than ktx: lower case only. */
function pagePath(key) {
    return /^[a-z0-9][a-z0-9_-]{0,119}$/.test(key) ? `wiki/global/${key}.md` : undefined;
}
/**
 * Names of a connection's tables in the semantic layer: the bare table name; where two tables share it, the one that
 * the base already has under it keeps it (`taken`: bare name → full name there), the others are `<schema>__<name>`.
 */
function sourceNames(tables, taken, full) {
    const byName = new Map();
    for (const table of tables)
        byName.set(table.name, [...(byName.get(table.name) ?? []), table]);
    const names = new Map();
    for (const [name, sharing] of byName) {
        const [only] = sharing;
        if (only && sharing.length === 1) {
            names.set(only, name);
            continue;
        }
        const sorted = [...sharing].sort((a, b) => (full(a) < full(b) ? -1 : 1));
        const present = taken(name);
        const keeper = sorted.find((table) => full(table) === present) ?? sorted[0];
        for (const table of sorted)
            names.set(table, table === keeper ? name : `${table.schema ?? table.catalog ?? 'default'}__${name}`);
    }
    return names;
}
const machineKeys = ['db', 'dbt'];
/**
 * Structure, keys, formal and inferred joins, texts of the database and of dbt, constraints, enums, tests, tags and
 * freshness go to the manifest entry; everything that is judged goes to the overlay.
 */
function slotOf(edit) {
    const column = 'column' in edit && edit.column !== undefined ? edit.column : undefined;
    const inColumn = column === undefined ? [] : ['columns', { name: column }];
    switch (edit.kind) {
        case 'source': return { where: 'scanned', path: [], machine: true };
        case 'column': return { where: 'scanned', path: inColumn, machine: true };
        case 'description': {
            const key = edit.key ?? '';
            if (machineKeys.includes(key))
                return { where: 'scanned', path: [...inColumn, 'descriptions', key], machine: true };
            const override = column === undefined ? [] : ['column_overrides', { name: column }];
            return { where: 'overlay', path: [...override, 'descriptions', key], machine: false };
        }
        case 'property': return { where: 'scanned', path: [...inColumn, ...(edit.field ?? '').split('.')], machine: true };
        case 'join': {
            const join = edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' };
            return { where: 'scanned', path: ['joins', { to: join.to, on: join.on }], machine: edit.op === 'put' && edit.value.source === 'formal' };
        }
        case 'grain': return { where: 'overlay', path: ['grain'], machine: false };
        case 'measure': return { where: 'overlay', path: ['measures', { name: edit.name ?? '' }], machine: false };
        case 'segment': return { where: 'overlay', path: ['segments', { name: edit.name ?? '' }], machine: false };
        case 'page': return { where: 'page', path: [], machine: false };
    }
}
/** Where what an overlay would hold goes in a standalone file, which holds its columns itself. */
function standalonePath(edit) {
    const { path } = slotOf(edit);
    return path[0] === 'column_overrides' ? ['columns', ...path.slice(1)] : path;
}
/** The joins of a parsed entry by their key; what is not a join is left out. */
function joinsOf(entry) {
    const joins = entry?.joins;
    const found = new Map();
    for (const join of Array.isArray(joins) ? joins : []) {
        const { to, on, relationship, source } = join ?? {};
        if (typeof to === 'string' && typeof on === 'string')
            found.set((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .joinKey */ .ID)({ to, on }), { to, on, relationship, source });
    }
    return found;
}
/** What a path of the project means to the context; undefined: nothing. */
function contextPath(path) {
    const parts = path.split('/');
    const [top, second, third] = parts;
    if (top === 'semantic-layer' && second !== undefined && parts.length >= 3 && /\.ya?ml$/.test(path)) {
        return third === '_schema' ? { kind: 'manifest', connection: second } : { kind: 'source', connection: second };
    }
    if (top === 'wiki' && second === 'global' && parts.length === 3 && third?.endsWith('.md'))
        return { kind: 'page', key: third.slice(0, -3) };
    if (top === 'wiki' && second === 'user')
        return { kind: 'userPage' };
    return undefined;
}


/***/ }),

/***/ 53396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ overlayRecords),
/* harmony export */   Hu: () => (/* binding */ scannedRecords),
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   P0: () => (/* binding */ sameRecords),
/* harmony export */   nt: () => (/* binding */ joinHash),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11528);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62233);



/** The lock's records of one source's entities. */
function joinHash(join) {
    return (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)([(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .joinKey */ .ID)(join), join.relationship]);
}
function recordOf(edit) {
    return { h: edit.kind === 'join' ? joinHash(edit.value) : (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(edit.value), by: edit.author, ev: edit.evidence };
}
function recordsOf(edits, machine, evidence) {
    const records = { '': { h: machine, by: 'derived', ev: evidence } };
    for (const edit of edits)
        if (!(0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .slotOf */ .SW)(edit).machine)
            records[(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .entityKey */ .DH)(edit)] = recordOf(edit);
    return records;
}
const isScannedKey = (key) => key === '' || key.startsWith('join:');
function scannedRecords(records) {
    return Object.fromEntries(Object.entries(records).filter(([key]) => isScannedKey(key)));
}
function overlayRecords(records) {
    return Object.fromEntries(Object.entries(records).filter(([key]) => !isScannedKey(key)));
}
function sameRecords(a, b) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => a[key]?.h === b[key]?.h);
}


/***/ }),

/***/ 31125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ realColumn),
/* harmony export */   Rx: () => (/* binding */ keyColumns),
/* harmony export */   Sg: () => (/* binding */ linkKey),
/* harmony export */   zk: () => (/* binding */ linkCandidates)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43045);
/* harmony import */ var _text_table_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82602);



const tableKey = (name) => JSON.stringify([name.catalog, name.schema, name.name]);
/** Same link, whoever proposed it. */
function linkKey(link) {
    return `${link.columns.join(',')}>${[link.to.name.schema, link.to.name.name].filter((part) => part !== null).join('.')}(${link.toColumns.join(',')})`;
}
/**
 * Candidates of one warehouse: declared foreign keys, dbt relationships tests without a filter, and columns named like
 * the key of another table. Sorted; the strongest basis of each link only.
 */
function linkCandidates(connection, tables) {
    const byName = new Map(tables.map((table) => [tableKey(table.structure.name), table]));
    const byDbt = new Map(tables.flatMap((table) => table.dbt.map((node) => [node.id, table])));
    const found = new Map();
    const add = (candidate) => {
        const key = `${tableKey(candidate.from.name)} ${linkKey(candidate)}`;
        if (!found.has(key))
            found.set(key, candidate);
    };
    for (const { structure } of tables) {
        for (const key of structure.foreignKeys) {
            const target = byName.get(tableKey(key.target));
            if (!target || key.columns.length === 0 || key.columns.length !== key.targetColumns.length)
                continue;
            add({ from: structure, columns: key.columns, to: target.structure, toColumns: key.targetColumns, basis: 'declared', evidence: [(0,_text_table_name_js__WEBPACK_IMPORTED_MODULE_2__/* .tableId */ .s)(connection, structure.name), (0,_text_table_name_js__WEBPACK_IMPORTED_MODULE_2__/* .tableId */ .s)(connection, target.structure.name)].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4), rank: 0 });
        }
    }
    for (const { structure, dbt } of tables) {
        for (const node of dbt) {
            for (const test of node.data.tests) {
                const { to, field } = test.kwargs;
                if (test.name !== 'relationships' || test.package !== null || test.where !== undefined || test.column === null || typeof to !== 'string' || typeof field !== 'string')
                    continue;
                const target = byDbt.get(to);
                const column = realColumn(structure, test.column);
                const targetColumn = target && realColumn(target.structure, field);
                if (!target || !column || !targetColumn)
                    continue;
                add({ from: structure, columns: [column], to: target.structure, toColumns: [targetColumn], basis: 'test', evidence: [node.id, to].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4), origin: test.origin, rank: 0 });
            }
        }
    }
    const named = tables.map(({ structure }) => ({ structure, ...(0,_text_name_js__WEBPACK_IMPORTED_MODULE_1__/* .tableWords */ .Om)(structure.name.name), keys: keyColumns(structure) }));
    const byThing = new Map();
    for (const table of named)
        byThing.set(table.thing, [...(byThing.get(table.thing) ?? []), table]);
    for (const from of named) {
        for (const column of from.structure.columns) {
            const thing = (0,_text_name_js__WEBPACK_IMPORTED_MODULE_1__/* .keyThing */ .e2)(column.name);
            // a table's own key is no reference: the same thing in another layer is a copy, not a join
            if (thing === undefined || thing === from.thing)
                continue;
            for (const [offset, name] of suffixes(thing).entries()) {
                const targets = byThing.get(name) ?? [];
                for (const to of targets) {
                    const self = to === from;
                    const key = to.keys.find((candidate) => candidate.toLowerCase() === column.name.toLowerCase()) ?? to.keys[0];
                    if (key === undefined || (self && (offset === 0 || key === column.name)))
                        continue;
                    add({ from: from.structure, columns: [column.name], to: to.structure, toColumns: [key], basis: 'name', evidence: [(0,_text_table_name_js__WEBPACK_IMPORTED_MODULE_2__/* .tableId */ .s)(connection, from.structure.name), (0,_text_table_name_js__WEBPACK_IMPORTED_MODULE_2__/* .tableId */ .s)(connection, to.structure.name)].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4), rank: offset * 10 + Math.abs(to.layer - from.layer) });
                }
                if (targets.length > 0)
                    break;
            }
        }
    }
    return [...found.entries()].sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b)).map(([, candidate]) => candidate);
}
/** `billing address` → [`billing address`, `address`]: a role in front of the thing is allowed. */
function suffixes(thing) {
    const parts = thing.split(' ');
    return parts.map((_, i) => parts.slice(i).join(' '));
}
/** Columns that could be the single key of their table: declared ones first, then `id`, `<thing>_id`, `<thing>_key`. */
function keyColumns(table) {
    const declared = [table.primaryKey, ...table.uniqueKeys].flatMap((key) => (key.length === 1 ? key : []));
    const { thing } = (0,_text_name_js__WEBPACK_IMPORTED_MODULE_1__/* .tableWords */ .Om)(table.name.name);
    const byName = table.columns.filter((column) => {
        const name = (0,_text_name_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(column.name).join(' ');
        return name === 'id' || name === 'uuid' || (0,_text_name_js__WEBPACK_IMPORTED_MODULE_1__/* .keyThing */ .e2)(column.name) === thing;
    });
    return [...new Set([...declared, ...byName.map((column) => column.name)])];
}
/** The column as the catalogue spells it; dbt may spell it otherwise. */
function realColumn(table, name) {
    return (table.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()))?.name;
}


/***/ }),

/***/ 77096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ sameBesidesMarks),
/* harmony export */   Ep: () => (/* binding */ rememberedProofs),
/* harmony export */   FA: () => (/* binding */ rememberedUnit),
/* harmony export */   UY: () => (/* binding */ unitRecord),
/* harmony export */   a$: () => (/* binding */ knowledgeOf),
/* harmony export */   rf: () => (/* binding */ rememberedTable),
/* harmony export */   tp: () => (/* binding */ nextLock)
/* harmony export */ });
/* harmony import */ var _context_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72409);
/* harmony import */ var _context_placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62233);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75066);
/* harmony import */ var _candidates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31125);




/** ktx.lock as the stages see it, and the next one out of what they found. */
function knowledgeOf(lock) {
    const files = new Map();
    const records = new Map();
    const inFile = new Map();
    const byConnection = new Map();
    const usual = usualEvidence(lock.records());
    for (const record of lock.all('file')) {
        const hash = record.id.indexOf('#');
        const path = hash < 0 ? record.id : record.id.slice(0, hash);
        if ('sha' in record)
            files.set(path, { sha: record.sha, own: record.own === true });
        const source = hash >= 0 ? record.id.slice(hash + 1) : sourceOf(record);
        if (source === undefined || record.e === undefined)
            continue;
        const kind = (0,_context_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(path);
        const connection = kind !== undefined && 'connection' in kind ? kind.connection : '';
        const key = `${connection}/${source}`;
        if (!records.has(key))
            append(byConnection, connection, source);
        records.set(key, { ...records.get(key), ...expand(record.e, usual(connection, source)) });
        append(inFile, path, source);
    }
    return {
        file: (path) => files.get(path),
        records: (connection, source) => records.get(`${connection}/${source}`),
        sourcesIn: (path) => inFile.get(path) ?? [],
        sources: (connection) => byConnection.get(connection) ?? [],
        isGone: (id) => lock.get('gone', id) !== undefined,
        exists: files.size > 0,
    };
}
/** Name of the one source of a file, or key of the page; left out where the file is named for it. */
function sourceOf(record) {
    if (record.e === undefined)
        return undefined;
    return ('source' in record ? record.source : undefined) ?? fileStem(record.id);
}
const fileStem = (path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|md)$/, '');
function append(lists, key, item) {
    const list = lists.get(key);
    if (list)
        list.push(item);
    else
        lists.set(key, [item]);
}
/**
 * The evidence that the lock leaves out because it follows: what is said about the source of a scanned table, other than
 * a join, rests on the unit which holds the table of that name.
 */
function usualEvidence(records) {
    const unitOf = new Map();
    for (const record of records) {
        if (record.t !== 'unit')
            continue;
        const ids = Object.keys(record.evidence).sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4);
        for (const id of ids)
            unitOf.set(id, ids);
    }
    const bySource = new Map();
    for (const { t, id } of records) {
        if (t !== 'table')
            continue;
        const source = `${id.slice(0, id.indexOf('/'))}/${id.slice(id.lastIndexOf('.') + 1)}`;
        bySource.set(source, unitOf.get(`table:${id}`) ?? [`table:${id}`]);
    }
    return (connection, source) => bySource.get(`${connection}/${source}`);
}
function expand(stored, usual) {
    return Object.fromEntries(Object.entries(stored).map(([key, { h, by = 'derived', ev = usual ?? [] }]) => [key, { h, by, ev }]));
}
function compact(records, usual) {
    return Object.fromEntries(Object.entries(records).map(([key, { h, by, ev = [] }]) => {
        const follows = !key.startsWith('join:') && usual !== undefined && ev.every((id) => usual.includes(id)) && (by === 'derived' || ev.length === usual.length);
        return [key, { h, ...(by === 'derived' ? {} : { by }), ...(follows ? {} : { ev }) }];
    }));
}
function rememberedTable(lock, tableId) {
    const record = lock.get('table', tableId.slice('table:'.length));
    return record && { structure: record.structure, mark: record.mark, hash: record.hash };
}
function rememberedUnit(lock, id) {
    const record = lock.get('unit', id);
    return record && { key: record.key, by: record.by, outcome: record.outcome, tries: record.tries ?? 0, described: record.described === true, evidence: record.evidence };
}
function rememberedProofs(lock, tableId) {
    const record = lock.get('table', tableId.slice('table:'.length));
    if (!record)
        return undefined;
    const stored = (record.links ?? {});
    const basis = stored.key?.test ? 'test' : 'name';
    const columns = stored.key?.[basis];
    return { ...(columns ? { key: { columns, basis } } : {}), links: stored.links ?? {}, contradicted: stored.contradicted ?? [], ambiguous: stored.ambiguous ?? [] };
}
function storedProofs(proofs) {
    const links = Object.fromEntries(proofs.links.map((link) => [(0,_candidates_js__WEBPACK_IMPORTED_MODULE_3__/* .linkKey */ .Sg)(link.candidate), link.relationship]));
    const contradicted = proofs.contradicted.map(({ test, why }) => ({ name: test.name, column: test.column, why }));
    return {
        ...(proofs.key ? { key: { [proofs.key.basis]: proofs.key.columns } } : {}),
        ...(proofs.links.length > 0 ? { links } : {}),
        ...(contradicted.length > 0 ? { contradicted } : {}),
        ...(proofs.ambiguous.length > 0 ? { ambiguous: proofs.ambiguous.map(({ columns, targets }) => ({ columns, targets })) } : {}),
    };
}
function unitRecord(unit, outcome) {
    return { t: 'unit', id: unit.id, key: unit.key, by: 'derived', outcome, evidence: Object.fromEntries(unit.evidence.map((one) => [one.id, one.hash])) };
}
function nextLock(input) {
    const { lock, applied } = input;
    const records = [];
    const keep = (record) => { records.push(record); };
    const tables = new Map(input.tables.map((table) => [table.id.slice('table:'.length), table]));
    for (const record of lock.all('table')) {
        if (!tables.has(record.id) && (input.unknown.has(`table:${record.id}`) || !input.readConnections.has(record.id.split('/')[0] ?? '')))
            keep(record);
    }
    for (const [id, table] of tables) {
        const proofs = input.proofs(table.id);
        const links = proofs && storedProofs(proofs);
        // without a marker it is read again next time, and what could not be checked is
        const mark = proofs && proofs.unproved.length > 0 ? null : table.data.mark;
        keep({ t: 'table', id, structure: table.structureHash, mark, hash: table.hash, ...(links && Object.keys(links).length > 0 ? { links: { ...links } } : {}) });
    }
    const units = new Map(input.units.map(({ unit, record }) => [unit.id, { unit, record }]));
    for (const record of lock.all('unit'))
        if (!units.has(record.id) && input.keptUnits.has(record.id))
            keep(record);
    for (const [id, { unit, record }] of units) {
        const before = lock.get('unit', id);
        if (before && (unit.due === null || record === null || saysNoMore(before, record)))
            keep(before);
        else if (record)
            keep(record);
    }
    const usualBefore = usualEvidence(lock.records());
    const removed = new Set(input.removedSources.map((one) => `${one.connection}/${one.source}`));
    const entities = new Map();
    const written = new Set();
    for (const [id, found] of applied.records) {
        const path = id.slice(0, id.indexOf('#'));
        if (!input.tree.has(path) && !applied.files.get(path))
            continue;
        written.add(sourceKey(path, id.slice(path.length + 1)));
        if (Object.keys(found).length > 0)
            entities.set(id, found);
    }
    for (const record of lock.all('file')) {
        const path = record.id.split('#')[0] ?? '';
        const source = record.id.includes('#') ? record.id.slice(path.length + 1) : sourceOf(record);
        if (source === undefined || record.e === undefined || !input.tree.has(path))
            continue;
        const key = sourceKey(path, source);
        if (!written.has(key) && !removed.has(key) && !applied.gone.includes(`source:${key}`))
            entities.set(`${path}#${source}`, expand(record.e, usualBefore(key.slice(0, key.indexOf('/')), source)));
    }
    const single = new Map();
    const usual = usualEvidence(records);
    for (const [id, found] of entities) {
        const path = id.slice(0, id.indexOf('#'));
        const key = sourceKey(path, id.slice(path.length + 1));
        const e = compact(found, usual(key.slice(0, key.indexOf('/')), id.slice(path.length + 1)));
        if (path.includes('/_schema/'))
            keep({ t: 'file', id, e });
        else {
            const source = id.slice(path.length + 1);
            single.set(path, { ...(source === fileStem(path) ? {} : { source }), e });
        }
    }
    const paths = new Set([...lock.all('file').map((record) => record.id.split('#')[0] ?? ''), ...applied.files.keys(), ...applied.own.keys(), ...[...entities.keys()].map((id) => id.slice(0, id.indexOf('#'))), ...input.seenFiles]);
    const before = new Map(lock.all('file').flatMap((record) => ('sha' in record ? [[record.id, record]] : [])));
    for (const path of paths) {
        const text = applied.files.get(path);
        const bytes = text === undefined ? input.tree.get(path) : text === null ? undefined : text;
        if (bytes === undefined)
            continue;
        const sha = (0,_context_context_js__WEBPACK_IMPORTED_MODULE_0__/* .shaOf */ .ye)(bytes);
        const own = applied.own.get(path) ?? (before.get(path)?.sha === sha ? before.get(path)?.own === true : false);
        keep({ t: 'file', id: path, sha, ...(own ? { own } : {}), ...single.get(path) });
    }
    for (const record of lock.all('gone'))
        keep(record);
    for (const id of applied.gone)
        if (!lock.get('gone', id))
            keep({ t: 'gone', id });
    for (const [id, why] of input.unproved)
        keep({ t: 'unproved', id, why });
    for (const record of [...input.pairs, ...input.dropped])
        keep(record);
    return lock.replacing(['table', 'unit', 'file', 'gone', 'unproved', 'pair', 'dropped'], records);
}
/** Judged again with the same end: what it once wrote it wrote, and what a model judged stays judged. */
function saysNoMore(before, after) {
    const ended = (record) => record.outcome === 'written' || record.outcome === 'unchanged';
    if (before.key !== after.key || !ended(before) || !ended(after))
        return false;
    if (before.by !== after.by)
        return before.by === 'model';
    return (after.outcome === 'unchanged' || before.outcome === after.outcome) && before.described === after.described;
}
function sourceKey(path, source) {
    const kind = (0,_context_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(path);
    return `${kind !== undefined && 'connection' in kind ? kind.connection : ''}/${source}`;
}
/**
 * Whether two locks differ only in what moves with the data or with what people write: change markers, the bytes of
 * people's files, reasons. Then the older one stays: what it does not know is looked at again, and nothing is to be merged.
 */
function sameBesidesMarks(a, b) {
    const [left, right] = [a.records().filter(lasts), b.records().filter(lasts)];
    return left.length === right.length && left.every((record) => {
        const other = b.get(record.t, record.id);
        return other !== undefined && (other === record || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(lasting(record)) === (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(lasting(other)));
    });
}
function lasts(record) {
    return record.t !== 'unproved' && !(record.t === 'file' && 'sha' in record && record.own !== true && record.e === undefined);
}
/** A record without what moves while its meaning stays. */
function lasting(record) {
    if (record.t === 'dropped')
        return { ...record, why: null };
    if (record.t === 'file' && 'sha' in record && record.own !== true)
        return { ...record, sha: null };
    if (record.t !== 'table')
        return record;
    const links = record.links;
    const contradicted = links?.contradicted?.map(({ name, column }) => ({ name, column }));
    return { ...record, mark: null, ...(links ? { links: { ...links, ...(contradicted ? { contradicted } : {}) } } : {}) };
}


/***/ }),

/***/ 43048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FP: () => (/* binding */ decisionsPath),
  uY: () => (/* binding */ readDecisions),
  $s: () => (/* binding */ withAnswer)
});

;// CONCATENATED MODULE: ./lib/src/text/glob.js
/**
 * A glob over ids such as `measure:warehouse/orders.revenue`: `*` stands for anything but a slash, `**` for anything, `?` for one
 * character but a slash; every other character, brackets too, is itself. Matched whole.
 */
function globPattern(glob) {
    const source = glob.replaceAll(/\*\*|[*?]|[\\^$.|+()[\]{}]/g, (part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : `\\${part}`));
    return new RegExp(`^${source}$`, 'su');
}

// EXTERNAL MODULE: ./lib/src/text/yaml.js
var yaml = __webpack_require__(74413);
// EXTERNAL MODULE: ./lib/src/text/yaml-edit.js + 7 modules
var yaml_edit = __webpack_require__(71744);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./lib/src/project/decisions-schema.js

/** ktx.decisions.yaml: what people decided about the context. Its JSON Schema is docs/schemas/decisions.schema.json. */
const reason = schemas/* string */.YjP().min(1).optional().describe('Why; models that touch what it is about are told');
const by = schemas/* string */.YjP().optional().describe('Who decided');
const date = schemas/* string */.YjP().optional().describe('When, as 2026-11-26');
const glob = schemas/* string */.YjP().min(1);
const decisionsSchema = schemas/* strictObject */.rej({
    answers: schemas/* array */.YOg(schemas/* strictObject */.rej({
        question: glob.describe('Id of the question, as reports and pull requests show it'),
        option: glob.describe('Id of the option; `leave` leaves it as it is'),
        asked: schemas/* string */.YjP().optional().describe('The question in words'),
        reason, by, date,
    })).default([]).describe('Answers to questions; each is applied on every run as long as the question stands'),
    refusals: schemas/* array */.YOg(schemas/* strictObject */.rej({
        entity: glob.describe('Entity id or glob, for example measure:warehouse/orders.revenue or page:*'),
        reason, by, date,
    })).default([]).describe('What ktx-ci must not write; what it wrote of it goes'),
    pins: schemas/* array */.YOg(schemas/* strictObject */.rej({
        entity: glob.describe('Entity id or glob'),
        reason, by, date,
    })).default([]).describe('What stays as it is, as if a person had written it'),
    rules: schemas/* array */.YOg(schemas/* strictObject */.rej({
        about: glob.describe('Glob of entity or evidence ids, for example measure:warehouse/*'),
        rule: schemas/* string */.YjP().min(1).describe('What holds, in a sentence'),
        by, date,
    })).default([]).describe('House rules: told to models that write about what they name'),
});

// EXTERNAL MODULE: ./lib/src/project/validate.js
var validate = __webpack_require__(53288);
;// CONCATENATED MODULE: ./lib/src/project/decisions.js





/** What people decided, as the stages see it. */
const decisionsPath = 'ktx.decisions.yaml';
/** A file that cannot be read stops a run: what people refused must not be written for a slip of the pen. */
function readDecisions(text) {
    if (text === null || text.trim() === '')
        return { ok: true, decisions: decisionsOf(decisionsSchema.parse({})), findings: [] };
    const read = (0,yaml/* readYaml */.g)(text, { maxDepth: 16 });
    if (!read.ok) {
        const { message, line, column } = read.problem;
        return { ok: false, findings: [{ severity: 'error', code: 'config-syntax', file: decisionsPath, line, column, message: `${decisionsPath}: ${message}`, fix: 'mend the YAML at this place' }] };
    }
    const { value, findings } = (0,validate/* validate */.t)(decisionsSchema, read.document.value ?? {}, read.document, decisionsPath);
    return value === undefined ? { ok: false, findings } : { ok: true, decisions: decisionsOf(value), findings };
}
function decisionsOf(file) {
    const answers = new Map(file.answers.map((answer) => [answer.question, answer]));
    const compiled = (list, globOf) => list.map((one) => [globPattern(globOf(one)), one]);
    const refusals = compiled(file.refusals, (one) => one.entity);
    const pins = compiled(file.pins, (one) => one.entity);
    // a join is named with its columns in brackets; without them all joins of two sources are meant
    const first = (list, id) => list.find(([pattern]) => pattern.test(id) || (id.startsWith('join:') && pattern.test(id.replace(/\[.*$/su, ''))))?.[1];
    return {
        refusals: refusals.length > 0,
        pins: pins.length > 0,
        answer: (question) => answers.get(question),
        refusal: (entity) => first(refusals, entity),
        pin: (entity) => first(pins, entity),
        about(subjects) {
            const said = (glob, words) => (concerns(glob, subjects) ? [words] : []);
            const because = (reason) => (reason === undefined ? '' : `: ${reason}`);
            return [
                ...file.refusals.flatMap((one) => said(one.entity, `refused: ${one.entity}${because(one.reason)}`)),
                ...file.pins.flatMap((one) => said(one.entity, `stays as it is: ${one.entity}${because(one.reason)}`)),
                ...file.rules.flatMap((one) => said(one.about, `rule for ${one.about}: ${one.rule}`)),
            ].sort();
        },
    };
}
/** Whether a glob may name an entity of these sources and pages, or names one of the evidence ids. */
function concerns(glob, { sources, pages, evidence }) {
    const whole = globPattern(glob);
    if (evidence.some((id) => whole.test(id)))
        return true;
    const { kind, place } = /^(?<kind>[^:/]*):(?<place>.*)$/su.exec(glob)?.groups ?? {};
    if (kind === undefined || place === undefined)
        return glob.startsWith('*') && whole.test(`source:${sources[0]?.connection ?? ''}/${sources[0]?.source ?? ''}`);
    const isPage = globPattern(kind).test('page');
    if (isPage && pages.some((key) => globPattern(place).test(key)))
        return true;
    if (kind === 'page')
        return false;
    // of a source's entities, what comes after the source's name may be anything
    const source = globPattern(place.replace(/(?<=\/[^/]*?)(?:\.|#|->).*$/su, ''));
    const isWhole = globPattern(place);
    return sources.some(({ connection, source: name }) => source.test(`${connection}/${name}`) || isWhole.test(`${connection}/${name}`));
}
/** The file with one more answer; an earlier one to the same question is replaced. Every other byte stays. */
function withAnswer(text, answer) {
    const start = text ?? '# What people decided about the context: docs/decisions.md\n';
    const read = (0,yaml/* readYaml */.g)(start);
    const before = read.ok && typeof read.document.value === 'object' && read.document.value !== null ? read.document.value.answers : undefined;
    const list = Array.isArray(before) ? before : [];
    const at = list.findIndex((one) => one.question === answer.question);
    const edited = (0,yaml_edit/* editYaml */.a)(start, [{ path: ['answers', at < 0 ? list.length : at], value: Object.fromEntries(Object.entries(answer).filter((entry) => entry[1] !== undefined)) }]);
    if (edited.ok)
        return edited;
    const { message, line, column } = edited.problem;
    return { ok: false, finding: { severity: 'error', code: 'config-syntax', file: decisionsPath, line, column, message: `${decisionsPath} cannot take the answer: ${message}`, fix: 'write it by hand under answers:' } };
}


/***/ }),

/***/ 39630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ isClosed),
/* harmony export */   Zv: () => (/* binding */ isOfContext),
/* harmony export */   qP: () => (/* binding */ readProjectTree),
/* harmony export */   xw: () => (/* binding */ writeProjectTree),
/* harmony export */   yV: () => (/* binding */ mayBeWritten)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75066);



/** The files of a project that a patch may touch, as they lie in the working tree. */
const folders = ['semantic-layer', 'wiki'];
const files = ['ktx.lock', 'ktx.decisions.yaml'];
const fileBytes = 64 * 1024 * 1024;
/** Path → bytes, sorted. Symbolic links and oversized files are findings and closed, so that nothing is written through or over them. */
function readProjectTree(root) {
    const tree = new Map();
    const closed = new Set();
    const findings = [];
    const close = (path, finding) => {
        closed.add(path);
        // without its lock a run would take everything for new
        findings.push({ severity: path === 'ktx.lock' ? 'error' : 'warning', file: path, ...finding });
    };
    const visit = (path) => {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), { throwIfNoEntry: false });
        if (stat === undefined)
            return;
        if (stat.isSymbolicLink())
            close(path, { code: 'path-escape', message: `${path} is a symbolic link; it is neither read nor written`, fix: 'put the file itself there' });
        else if (stat.isDirectory() && !files.includes(path)) {
            for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4))
                visit(`${path}/${name}`);
        }
        else if (!stat.isFile())
            close(path, { code: 'file-skipped', message: `${path} is not a regular file; it is neither read nor written`, fix: 'put a file there, or remove it' });
        else if (stat.size > fileBytes)
            close(path, { code: 'context-too-large', message: `${path} has ${stat.size} bytes; it is left alone`, fix: 'split it' });
        else {
            try {
                tree.set(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)));
            }
            catch (error) {
                close(path, { code: 'file-skipped', message: `${path} cannot be read (${error.code ?? 'unknown error'}); it is left alone`, fix: 'check its permissions' });
            }
        }
    };
    for (const path of [...folders, ...files])
        visit(path);
    return { tree: new Map([...tree].sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4)(a, b))), closed, findings };
}
/** Whether a file of the project is one that readProjectTree reads. */
function isOfContext(path) {
    return files.includes(path) || folders.some((folder) => path.startsWith(`${folder}/`));
}
/** Whether a path is closed, or lies below a closed one. */
function isClosed(closed, path) {
    const parts = path.split('/');
    return parts.some((_, i) => closed.has(parts.slice(0, i + 1).join('/')));
}
/** Only these paths may ever be in a patch. */
function mayBeWritten(path) {
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\\'))
        return false;
    return path.startsWith('semantic-layer/') || path.startsWith('wiki/global/') || files.includes(path);
}
/** Writes changed files into the project, each by rename; null deletes. Throws for a path that may not be written or has a link in it. */
function writeProjectTree(root, changes) {
    for (const path of changes.keys())
        if (!mayBeWritten(path) || hasLink(root, path))
            throw new Error(`refusing to write ${path}`);
    for (const [path, text] of changes) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
        if (text === null) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(target, { force: true });
            continue;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
        const partial = `${target}.ktx-ci-partial`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(partial, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
    }
}
function hasLink(root, path) {
    const parts = path.split('/');
    return parts.some((_, i) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...parts.slice(0, i + 1)), { throwIfNoEntry: false })?.isSymbolicLink() === true);
}


/***/ }),

/***/ 32879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fileChanges),
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

/** Text of a file of the context; null where it is missing. */
function textOf(tree, path) {
    const bytes = tree.get(path);
    return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
}
/** Files that differ between two states of the context, and the lock. Sorted by path. */
function fileChanges(before, after, lock) {
    const changes = [];
    for (const path of [...new Set([...before.keys(), ...after.keys()])].filter((one) => one !== 'ktx.lock').sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)) {
        const [old, now] = [before.get(path), after.get(path)];
        if (old !== undefined && now !== undefined && Buffer.compare(old, now) === 0)
            continue;
        changes.push({ path, before: textOf(before, path), after: textOf(after, path) });
    }
    const oldLock = textOf(before, 'ktx.lock');
    const newLock = lock === '' ? oldLock : lock;
    if (oldLock !== newLock)
        changes.push({ path: 'ktx.lock', before: oldLock, after: newLock });
    return changes.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.path, b.path));
}


/***/ }),

/***/ 43045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ tableWords),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   cL: () => (/* binding */ singular),
/* harmony export */   e2: () => (/* binding */ keyThing)
/* harmony export */ });
/** Words of identifiers, as people mean them: how `customer_id`, `CustomerId` and `stg_customers` are about one thing. */
/** Prefixes of layered warehouses: how far each is from the raw data. */
const layers = { raw: 0, src: 0, seed: 0, base: 1, stg: 1, stage: 1, staging: 1, int: 2, dim: 3, fct: 3, fact: 3, mart: 3, mrt: 3, rpt: 3 };
/** Lower-case words of an identifier: split at separators and at case and digit boundaries. */
function words(identifier) {
    return identifier
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
}
/** English singular of one word, by rule; unknown shapes stay. */
function singular(word) {
    if (word.length < 4 || /(ss|us|is)$/.test(word))
        return word;
    if (/ies$/.test(word))
        return `${word.slice(0, -3)}y`;
    if (/(s|x|z|ch|sh)es$/.test(word))
        return word.slice(0, -2);
    return word.endsWith('s') ? word.slice(0, -1) : word;
}
/** Splits a table name into its layer prefix and the thing that it holds. */
function tableWords(name) {
    const parts = words(name);
    const prefix = parts.length > 1 ? layers[parts[0] ?? ''] : undefined;
    const layer = prefix ?? 0;
    const rest = prefix === undefined ? parts : parts.slice(1);
    return { layer, thing: rest.map((word, i) => (i === rest.length - 1 ? singular(word) : word)).join(' ') };
}
const keySuffixes = ['id', 'key', 'code', 'uuid', 'sk', 'fk', 'ref'];
/** The thing that a column named like a key refers to (`customer_id` → `customer`); undefined for other columns. */
function keyThing(column) {
    const parts = words(column);
    if (parts.length < 2 || !keySuffixes.includes(parts.at(-1) ?? ''))
        return undefined;
    const thing = parts.slice(0, -1);
    return thing.map((word, i) => (i === thing.length - 1 ? singular(word) : word)).join(' ');
}


/***/ }),

/***/ 32653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ sourceFileName),
/* harmony export */   n: () => (/* binding */ idSlug)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

/** Folder name for an id: safe characters, cut at 80, then 8 hex of its hash so that two ids never share one. */
function idSlug(id) {
    return `${id.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(id).slice(0, 8)}`;
}
const windowsReserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
/**
 * File name (without extension) for a semantic-layer source. ktx derives it the same way: the name itself where it is
 * plain, otherwise a slug and 8 hex of its hash, so that it stays injective on case-insensitive disks.
 */
function sourceFileName(name) {
    if (/^[a-z0-9][a-z0-9_]{0,63}$/.test(name) && !windowsReserved.test(name))
        return name;
    const slug = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 64);
    return `${slug || 'src'}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(name).slice(0, 8)}`;
}


/***/ }),

/***/ 82602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tableText),
/* harmony export */   s: () => (/* binding */ tableId)
/* harmony export */ });
/** `main.orders`, with nulls left out; for people and ids, not for SQL. */
function tableText(name) {
    return [name.catalog, name.schema, name.name].filter((part) => part !== null).join('.');
}
/** Evidence id of a table. */
function tableId(connection, name) {
    return `table:${connection}/${tableText(name)}`;
}


/***/ })

};
