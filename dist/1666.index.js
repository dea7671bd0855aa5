export const id = 1666;
export const ids = [1666];
export const modules = {

/***/ 31666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contextSearch: () => (/* binding */ contextSearch)
/* harmony export */ });
/* harmony import */ var minisearch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72150);
/* harmony import */ var _context_compose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83370);
/* harmony import */ var _context_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96211);
/* harmony import */ var _context_placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62233);
/* harmony import */ var _text_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43045);





const shown = 160;
function contextSearch(context) {
    const entries = [...sourceEntries(context), ...pageEntries(context)].map((entry) => ({ ...entry, key: `${entry.kind}:${entry.id}` }));
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    const index = new minisearch__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A({ idField: 'key', fields: ['title', 'body'], tokenize: _text_name_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL });
    index.addAll(entries);
    return {
        find(query, most, kind) {
            const found = index.search(query, { boost: { title: 3 }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 5 ? 0.15 : false), ...(kind ? { filter: (hit) => byKey.get(String(hit.id))?.kind === kind } : {}) });
            const sorted = found.sort((a, b) => b.score - a.score || (String(a.id) < String(b.id) ? -1 : 1));
            return sorted.slice(0, most).map((hit) => {
                const entry = byKey.get(String(hit.id));
                return { kind: entry?.kind ?? 'source', id: entry?.id ?? '', what: entry?.what ?? '' };
            });
        },
    };
}
function sourceEntries(context) {
    return context.connections().flatMap((connection) => {
        const names = [...new Set([...context.entryNames(connection), ...context.sourceNames(connection)])].sort();
        return names.flatMap((name) => {
            const composed = (0,_context_compose_js__WEBPACK_IMPORTED_MODULE_0__/* .composeSource */ .C)(context, connection, name);
            if (!composed)
                return [];
            const measures = composed.measures.map(({ value }) => value.name);
            const columns = composed.columns.map((column) => column.name);
            const what = [`${columns.length} columns`, ...(measures.length > 0 ? [`measures ${measures.join(', ')}`] : [])].join('; ').slice(0, shown);
            return [{ kind: 'source', id: `${connection}/${name}`, title: [name, ...measures].join(' '), body: [...columns, textOf(composed.entry?.value['descriptions']), textOf(composed.file?.value['descriptions'])].join(' '), what }];
        });
    });
}
function pageEntries(context) {
    return context.pages().flatMap((path) => {
        const kind = (0,_context_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path);
        const bytes = context.tree.get(path);
        if (kind?.kind !== 'page' || !bytes)
            return [];
        const page = (0,_context_page_js__WEBPACK_IMPORTED_MODULE_1__/* .readPage */ .SP)(bytes);
        const summary = page.frontmatter?.value?.summary;
        const what = typeof summary === 'string' ? summary.slice(0, shown) : '';
        return [{ kind: 'page', id: kind.key, title: `${kind.key} ${what}`, body: page.body, what }];
    });
}
function textOf(descriptions) {
    return typeof descriptions === 'object' && descriptions !== null ? Object.values(descriptions).filter((one) => typeof one === 'string').join(' ') : '';
}


/***/ })

};
