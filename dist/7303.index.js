export const id = 7303;
export const ids = [7303];
export const modules = {

/***/ 67303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dialectOfDriver: () => (/* binding */ dialectOfDriver)
/* harmony export */ });
/** Drivers of ktx.yaml whose SQL the parser knows under that very name. */
const known = new Set(['sqlite', 'postgres', 'mysql', 'snowflake', 'bigquery', 'clickhouse', 'sqlserver', 'duckdb', 'athena', 'databricks', 'redshift', 'trino']);
/** The parser's dialect for a driver of ktx.yaml; `generic` where it has none (dbt, BI tools) or is not known. */
function dialectOfDriver(driver) {
    if (known.has(driver))
        return driver;
    // Hologres speaks the protocol and the SQL of PostgreSQL
    return driver === 'hologres' ? 'postgres' : 'generic';
}


/***/ })

};
