export const id = 3372;
export const ids = [3372];
export const modules = {

/***/ 33372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openWarehouse: () => (/* binding */ openWarehouse)
/* harmony export */ });
/** The warehouse of a connection by its driver, which is loaded only then. */
async function openWarehouse({ connection, address, root, signal }) {
    const options = connection.options;
    const common = {
        connection: connection.id,
        ...(options.enabled_tables ? { enabledTables: options.enabled_tables } : {}),
        ...(options.query_timeout_ms ? { queryTimeoutMs: options.query_timeout_ms } : {}),
    };
    if (address.driver === 'sqlite') {
        const { openSqlite } = await __webpack_require__.e(/* import() */ 699).then(__webpack_require__.bind(__webpack_require__, 80699));
        return openSqlite({ ...common, file: address.file, root });
    }
    const { openPostgres } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1515)]).then(__webpack_require__.bind(__webpack_require__, 1515));
    const { schema, schemas, maxConnections } = connection.driver === 'postgres' ? connection.options : {};
    const scope = schemas ?? (schema === undefined ? undefined : [schema]);
    return openPostgres({ ...common, address, ...(scope === undefined ? {} : { schemas: scope }), ...(maxConnections === undefined ? {} : { maxConnections }), ...(signal === undefined ? {} : { signal }) });
}


/***/ })

};
