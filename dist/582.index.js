export const id = 582;
export const ids = [582];
export const modules = {

/***/ 66582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeProject: () => (/* binding */ probeProject)
/* harmony export */ });
/* harmony import */ var _llm_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23313);
/* harmony import */ var _llm_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40480);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25713);



async function probeProject(project, { environment, allowedHosts, ask }) {
    const base = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .baseUrlOf */ .ik)(project, environment);
    const host = URL.canParse(base) ? new URL(base).host : base;
    const refused = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .routeFindings */ ._O)(project, environment, allowedHosts);
    if (refused.length > 0)
        return { host, answered: [], findings: refused };
    const opened = await (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .openModel */ .GF)({ project, environment, allowedHosts, concurrency: 4, say: () => undefined });
    if (!opened.ok)
        return { host, answered: [], findings: [opened.finding] };
    const models = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .judgingModels */ .ZQ)(project);
    try {
        if (!ask)
            return { host, answered: [...new Set(models.map(({ model }) => model))].map((model) => ({ model, milliseconds: null })), findings: [] };
        const account = new _llm_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .O({ usd: 0, tokens: 0, steps: 0 }).open('probe', { usd: 0, tokens: 0, steps: 0 });
        const { results, findings } = await (0,_llm_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probeModels */ .Z)({ backend: opened.backend, models, place: (path) => project.place(...path), account, signal: new AbortController().signal, timeoutMs: (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .probeMilliseconds */ .FD)(environment) });
        return { host, findings, answered: results.flatMap(({ model, result }) => (result.category === 'ok' ? [{ model, milliseconds: result.milliseconds }] : [])) };
    }
    finally {
        await opened.backend.close();
    }
}


/***/ })

};
