export const id = 2281;
export const ids = [2281];
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
        value: { to: text(item['to']), on: text(item['on']), relationship: text(item['relationship']) }, file: found, index,
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

/***/ 62281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wikiGate: () => (/* binding */ wikiGate)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29318);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83370);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96211);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62233);




/** Frontmatter, page links and semantic-layer references of every global wiki page. */
function wikiGate(context) {
    const findings = [];
    const pages = context.pages().map((path) => ({ path, key: pageKey(path) }));
    const keys = new Set(pages.map((page) => page.key));
    for (const { path } of pages) {
        const bytes = context.tree.get(path);
        if (!bytes)
            continue;
        const page = (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .readPage */ .SP)(bytes);
        const say = (code, line, column, message, fix) => {
            findings.push({ severity: 'error', code, file: path, line, column, message, fix });
        };
        if (page.problem) {
            say('context-syntax', page.problem.line, page.problem.column, `the frontmatter is not valid YAML: ${page.problem.message}`, 'mend the YAML at this place');
            continue;
        }
        const value = page.frontmatter?.value;
        if (!page.frontmatter || typeof value !== 'object' || value === null) {
            say('context-schema', 1, 1, 'the page has no frontmatter', 'begin it with --- and a summary:');
            continue;
        }
        const { frontmatter } = page;
        const at = (...steps) => {
            const place = frontmatter.place(steps) ?? { line: 1, column: 1 };
            return [place.line + page.frontmatterLine - 1, place.column];
        };
        if (typeof value['summary'] !== 'string' || value['summary'].trim() === '')
            say('context-schema', ...at('summary'), 'summary is missing', 'say in one line what the page answers');
        const list = (key) => (Array.isArray(value[key]) ? value[key].filter((item) => typeof item === 'string') : []);
        list('refs').forEach((key, index) => {
            if (!keys.has(key))
                say('context-reference', ...at('refs', index), `refs names the page ${key}, which does not exist`, nearFix(key, keys));
        });
        list('sl_refs').forEach((reference, index) => {
            const problem = semanticProblem(context, reference);
            if (problem)
                say('context-reference', ...at('sl_refs', index), problem.message, problem.fix);
        });
        page.body.split('\n').forEach((text, index) => {
            for (const match of text.matchAll(/\[\[([a-z0-9][a-z0-9_-]*)(?:\|[^\]]*)?\]\]/g)) {
                const key = match[1] ?? '';
                if (!keys.has(key))
                    say('context-reference', page.bodyLine + index, (match.index ?? 0) + 1, `[[${key}]] links to a page that does not exist`, nearFix(key, keys));
            }
        });
    }
    return findings;
}
function pageKey(path) {
    const kind = (0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path);
    return kind?.kind === 'page' ? kind.key : '';
}
/** `[connection/]source[.entity]`: columns, measures and segments are entities. */
function semanticProblem(context, reference) {
    const match = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(reference);
    if (!match)
        return { message: `sl_refs has ${JSON.stringify(reference)}, which is not [connection/]source[.entity]`, fix: 'write it in that form' };
    const [, connection, source = '', entity] = match;
    const connections = connection === undefined ? context.connections() : [connection];
    const composed = connections.map((id) => (0,_compose_js__WEBPACK_IMPORTED_MODULE_0__/* .composeSource */ .C)(context, id, source)).find((one) => one !== undefined);
    if (!composed) {
        const names = connections.flatMap((id) => [...context.entryNames(id), ...context.sourceNames(id)]);
        return { message: `sl_refs names the source ${source}, which does not exist`, fix: nearFix(source, new Set(names)) };
    }
    if (entity === undefined)
        return undefined;
    const entities = [...composed.columns.map((column) => column.name), ...composed.measures.map(({ value }) => value.name), ...composed.segments.map(({ value }) => value.name)];
    if (entities.some((name) => name.toLowerCase() === entity.toLowerCase()))
        return undefined;
    return { message: `sl_refs names ${source}.${entity}, which does not exist`, fix: nearFix(entity, new Set(entities)) };
}
function nearFix(name, candidates) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, [...candidates]);
    return near ? `did you mean ${near}?` : 'remove the reference, or write what it names';
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


/***/ })

};
