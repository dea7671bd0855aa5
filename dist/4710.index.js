export const id = 4710;
export const ids = [4710];
export const modules = {

/***/ 14710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   locateFindings: () => (/* binding */ locateFindings)
/* harmony export */ });
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22229);
/* harmony import */ var _sources_dbt_locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34594);


/** Gives every finding that names a YAML pointer the line and column that it stands at. `root` is what paths are relative to. */
async function locateFindings(findings, root) {
    const reader = (0,_files_js__WEBPACK_IMPORTED_MODULE_0__.confinedReader)(root);
    return Promise.all(findings.map(async ({ pointer, ...finding }) => {
        if (finding.file === undefined || finding.line !== undefined)
            return finding;
        const place = await (0,_sources_dbt_locate_js__WEBPACK_IMPORTED_MODULE_1__.locate)(reader, { file: finding.file, ...(pointer === undefined ? {} : { pointer }) });
        return place ? { ...finding, line: place.line, column: place.column } : finding;
    }));
}


/***/ }),

/***/ 34594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   locate: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74413);
/* harmony import */ var _jinja_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13370);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50055);



const openedBy = new WeakMap();
/**
 * Where the fact of an origin stands: the origin's own line, or the line that its pointer leads to in the YAML, SQL or
 * Markdown file. A pointer that leads nowhere gives the nearest place above it; undefined where the file cannot be read.
 * With one reader each file is read once.
 */
async function locate(reader, origin) {
    const { file } = origin;
    if (file === undefined)
        return undefined;
    if (origin.line !== undefined)
        return { file, line: origin.line, column: origin.column ?? 1 };
    const files = openedBy.get(reader) ?? new Map();
    openedBy.set(reader, files);
    const reading = files.get(file) ?? open(reader, file);
    files.set(file, reading);
    const opened = await reading;
    if (opened === null)
        return undefined;
    const pointer = origin.pointer ?? [];
    const place = opened.kind === 'yaml' ? placeInYaml(opened.document, pointer) : placeInTemplate(opened.contents, pointer);
    return { file, ...place };
}
async function open(reader, file) {
    const read = await reader.text(file);
    if (!read.ok)
        return null;
    if (!/\.ya?ml$/i.test(file))
        return { kind: 'template', contents: read.text };
    const yaml = (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(read.text);
    return yaml.ok ? { kind: 'yaml', document: yaml.document } : null;
}
const start = { line: 1, column: 1 };
function placeInTemplate(contents, pointer) {
    const [keyword, name] = pointer;
    if (keyword !== 'docs' && keyword !== 'snapshot')
        return start;
    const block = (0,_jinja_js__WEBPACK_IMPORTED_MODULE_2__/* .blocksIn */ .AP)(contents, keyword).find((candidate) => candidate.name === name);
    return block ? (0,_jinja_js__WEBPACK_IMPORTED_MODULE_2__/* .placeAt */ .BW)(contents, block.index) : start;
}
function placeInYaml(document, pointer) {
    const path = [];
    let best = document.place(path, { key: true }) ?? start;
    let value = document.value;
    for (const wanted of pointer) {
        const step = stepTo(value, wanted);
        if (step === undefined)
            break;
        path.push(step);
        value = Array.isArray(value) ? value[Number(step)] : (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value)[step];
        best = document.place(path, { key: true }) ?? best;
    }
    return best;
}
/** In a list, the element with that name: `orders`, `{name: orders}`, or, for tests, `{relationships: …}`. */
function stepTo(value, wanted) {
    if (!Array.isArray(value)) {
        const keys = Object.keys((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value));
        // dbt 1.8 renamed the key and reads both.
        const names = wanted === 'tests' ? ['data_tests', 'tests'] : [String(wanted)];
        return names.find((name) => keys.includes(name));
    }
    if (typeof wanted === 'number')
        return wanted < value.length ? wanted : undefined;
    const same = (candidate) => (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(candidate)?.toLowerCase() === wanted.toLowerCase();
    const index = value.findIndex((element) => {
        const entry = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(element);
        const keys = Object.keys(entry);
        return same(element) || same(entry['name']) || same(entry['test_name'])
            || (keys.length === 1 && (keys[0] === wanted || keys[0]?.endsWith(`.${wanted}`) === true));
    });
    return index < 0 ? undefined : index;
}


/***/ }),

/***/ 50055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Cc: () => (/* binding */ sortedSet),
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   fX: () => (/* binding */ metaOf),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** Values out of JSON and YAML whose shape nobody promised. Each function gives an empty value for another shape. */
const none = Object.freeze({});
function fields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : none;
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** A string, or a number or boolean as one; null for everything else and for the empty string. */
function text(value) {
    if (typeof value === 'string')
        return value === '' ? null : value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
/** A string alone or a list of strings, as dbt takes tags; other elements are left out. */
function texts(value) {
    if (value === undefined || value === null)
        return [];
    return (Array.isArray(value) ? value : [value]).map(text).filter((item) => item !== null);
}
const noTexts = Object.freeze([]);
/** Sorted by code unit, each once. */
function sortedSet(values) {
    return values.length === 0 ? noTexts : [...new Set(values)].sort();
}
/** The tags of a node or column, which dbt takes beside `config` and in it. */
function tagsOf(value, config) {
    return sortedSet([...texts(value['tags']), ...texts(config['tags'])]);
}
/** The meta of a node or column, which dbt takes beside `config` and in it. */
function metaOf(value, config) {
    const beside = fields(value['meta']);
    const inside = fields(config['meta']);
    const isEmpty = (meta) => meta === none || Object.keys(meta).length === 0;
    // One empty value for all: a warehouse has a hundred thousand columns without meta.
    return isEmpty(beside) ? (isEmpty(inside) ? none : inside) : { ...inside, ...beside };
}
/** Prose as dbt keeps it: line endings of one kind, nothing around it. */
function prose(value) {
    const found = text(value);
    return found === null ? '' : lines(found).trim();
}
/** Line endings of one kind. */
function lines(value) {
    return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}


/***/ })

};
