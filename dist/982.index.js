export const id = 982;
export const ids = [982];
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

/***/ 48982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wikiGate: () => (/* binding */ wikiGate)
});

// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
// EXTERNAL MODULE: ./lib/src/context/compose.js
var compose = __webpack_require__(83370);
// EXTERNAL MODULE: ./lib/src/text/yaml.js
var text_yaml = __webpack_require__(74413);
;// CONCATENATED MODULE: ./lib/src/context/page.js

function readPage(bytes) {
    const text = Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, '');
    const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
    if (!match)
        return { frontmatter: undefined, body: text, frontmatterLine: 1, bodyLine: 1 };
    const yaml = match[1] ?? '';
    const bodyLine = match[0].split('\n').length;
    const body = text.slice(match[0].length);
    const read = (0,text_yaml/* readYaml */.g)(yaml, { maxBytes: 256 * 1024, maxDepth: 16 });
    return read.ok
        ? { frontmatter: read.document, body, frontmatterLine: 2, bodyLine }
        : { frontmatter: undefined, body, frontmatterLine: 2, bodyLine, problem: { message: read.problem.message, line: read.problem.line + 1, column: read.problem.column } };
}

// EXTERNAL MODULE: ./lib/src/context/placement.js
var placement = __webpack_require__(62233);
;// CONCATENATED MODULE: ./lib/src/context/gates/wiki.js




/** Frontmatter, page links and semantic-layer references of every global wiki page. */
function wikiGate(context) {
    const findings = [];
    const pages = context.pages().map((path) => ({ path, key: pageKey(path) }));
    const keys = new Set(pages.map((page) => page.key));
    for (const { path } of pages) {
        const bytes = context.tree.get(path);
        if (!bytes)
            continue;
        const page = readPage(bytes);
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
    const kind = (0,placement/* contextPath */.VJ)(path);
    return kind?.kind === 'page' ? kind.key : '';
}
/** `[connection/]source[.entity]`: columns, measures and segments are entities. */
function semanticProblem(context, reference) {
    const match = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(reference);
    if (!match)
        return { message: `sl_refs has ${JSON.stringify(reference)}, which is not [connection/]source[.entity]`, fix: 'write it in that form' };
    const [, connection, source = '', entity] = match;
    const connections = connection === undefined ? context.connections() : [connection];
    const composed = connections.map((id) => (0,compose/* composeSource */.C)(context, id, source)).find((one) => one !== undefined);
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
    const near = (0,nearest/* nearest */.p)(name, [...candidates]);
    return near ? `did you mean ${near}?` : 'remove the reference, or write what it names';
}


/***/ })

};
