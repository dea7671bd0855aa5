export const id = 4594;
export const ids = [4594];
export const modules = {

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
