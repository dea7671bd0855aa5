export const id = 2281;
export const ids = [2281];
export const modules = {

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


/***/ })

};
