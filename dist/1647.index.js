export const id = 1647;
export const ids = [1647];
export const modules = {

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
    dropped: { t: text, id: text, code: text, why: text, ev: mapOf(text) },
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
  mF: () => (/* binding */ readLock),
  be: () => (/* binding */ writeLock)
});

// UNUSED EXPORTS: Lock, lockFile

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

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ sortFindings),
/* harmony export */   placeOf: () => (/* binding */ placeOf)
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
    'orphans': 'Rows of a declared foreign key have no match.',
    'term-contradiction': 'Two sources define the same term differently.',
    'secret-in-text': 'A text looks as if it holds a credential; it was not published.',
    'markup-in-text': 'A text holds active markup; it was not published.',
    'mention-in-text': 'A text holds an @mention or a reference that would notify or link people.',
    'edit-conflict': 'Two pieces of evidence give one entity different values.',
    'edit-dropped': 'A proposed change was checked and failed, so it is not in the patch.',
    // judgement by a model
    'model-question': 'A model found evidence that contradicts itself or what a person wrote, and asks.',
    'model-note': 'A model noticed something in the evidence that people should know.',
    'edit-refused': 'Changes that a model proposed failed a check and were left out.',
    'unit-failed': 'A unit could not be judged.',
    'unit-deferred': 'A unit was stopped before its end; what it had is kept, and it goes on next time.',
    'unit-stuck': 'A unit was stopped three times and is left alone until its evidence changes.',
    'budget-spent': 'A limit kept units from starting; they wait for the next run.',
    'budget-unlimited': 'No limit bounds what this run may cost.',
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
    'hand-edited': 'A field that follows its evidence was edited by hand.',
    'suggestion': 'ktx-ci would write something else than a person wrote; theirs was kept.',
    'removed-by-person': 'A person deleted something that ktx-ci wrote; it stays away.',
    'removals-held': 'More would be removed than one run may remove.',
    'measure-broken': 'A measure, segment or join that a person wrote fails on the warehouse.',
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


/***/ })

};
