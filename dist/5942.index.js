export const id = 5942;
export const ids = [5942];
export const modules = {

/***/ 55942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   liveFindings: () => (/* binding */ liveFindings)
/* harmony export */ });
/* harmony import */ var _context_ours_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2443);
/* harmony import */ var _evidence_gather_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40802);
/* harmony import */ var _ingest_verify_world_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8300);
/* harmony import */ var _project_sources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78340);




/** `--live`: every measure, segment and join is run on its warehouse, read-only, whatever the lock says of it. */
async function liveFindings(project, state, environment) {
    const { context, knowledge, lock } = state;
    const sources = (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveSources */ .l7)(project, environment, false);
    const warehouses = { ...project, connections: project.connections.filter((connection) => connection.driver !== 'dbt') };
    const world = await (0,_evidence_gather_js__WEBPACK_IMPORTED_MODULE_1__.gather)({ project: warehouses, addresses: sources.addresses, documentGlobs: [], now: () => 0, remembered: () => undefined, profiles: false });
    try {
        const nothingApplied = { changes: [], files: new Map(), findings: [], records: new Map(), own: new Map(), gone: [] };
        const verified = await (0,_ingest_verify_world_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyWorld */ .G)({
            context, knowledge, warehouses: world.warehouses, dialectOf: (connection) => state.dialectOf(connection), open: new Map(lock.all('unproved').map((record) => [record.id, record.why])),
            isOurs: (path) => (0,_context_ours_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurFile */ .rA)(path, nothingApplied, knowledge, context.sha(path) ?? ''), moved: () => true,
        });
        const failed = verified.findings.filter((finding) => finding.code === 'measure-broken').map((finding) => ({ ...finding, severity: 'error' }));
        return [...sources.findings, ...world.findings, ...failed];
    }
    finally {
        await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
    }
}


/***/ })

};
