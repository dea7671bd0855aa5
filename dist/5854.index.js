export const id = 5854;
export const ids = [5854];
export const modules = {

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


/***/ })

};
