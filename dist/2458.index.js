export const id = 2458;
export const ids = [2458];
export const modules = {

/***/ 22458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadParser: () => (/* binding */ loadParser)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78877);





const wasmFile = 'polyglot_sql.wasm';
/** The build copies the wasm beside the bundle; in a checkout it lies in its package. */
function wasmPath() {
    const beside = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(new URL(wasmFile, import.meta.url));
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(beside) ? beside : (0,node_module__WEBPACK_IMPORTED_MODULE_2__.createRequire)(import.meta.url).resolve(`@polyglot-sql/sdk/${wasmFile}`);
}
/** Longer statements are refused before they reach the parser: nothing that a person reviews is this long. */
const maxSqlLength = 200_000;
let loading;
/** The parser, loaded on first use and shared after that: about 0.1 s and 80 MB of memory. */
function loadParser() {
    loading ??= load().catch((error) => {
        loading = undefined;
        throw error;
    });
    return loading;
}
/**
 * Keeps V8 from optimising the wasm: its optimiser takes 200 to 300 MB for a tenth of the speed. All three are needed,
 * since one no longer implies the others once V8 runs.
 */
const baselineOnly = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
async function load() {
    for (const flag of baselineOnly)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_4__.setFlagsFromString)(flag);
    const [imported, bytes] = await Promise.all([__webpack_require__.e(/* import() */ 1482).then(__webpack_require__.bind(__webpack_require__, 21482)), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(wasmPath())]);
    const sdk = imported;
    // Documented for URLs, but what is handed over reaches WebAssembly.instantiate, which takes a compiled module. A URL
    // would be fetched, and fetch does not read files.
    await sdk.init({ wasmUrl: await WebAssembly.compile(bytes) });
    return { parse: remembering((sql, dialect) => parse(sdk, sql, dialect)), tokens: (sql, dialect) => tokens(sdk, sql, dialect) };
}
/** An expression is looked at several times in a row: for its columns, for its sources, and as a part of its statement. */
const mostRemembered = 64;
const longestRemembered = 2000;
/** Results are data that nobody changes, so that equal texts may share one. */
function remembering(parseText) {
    const results = new Map();
    return (sql, dialect) => {
        if (sql.length > longestRemembered)
            return parseText(sql, dialect);
        const key = `${dialect}\u0000${sql}`;
        const result = results.get(key) ?? parseText(sql, dialect);
        results.delete(key);
        results.set(key, result);
        if (results.size > mostRemembered)
            results.delete(results.keys().next().value ?? key);
        return result;
    };
}
function parse(sdk, sql, dialect) {
    if (sql.length > maxSqlLength) {
        return { ok: false, message: `The SQL is longer than ${maxSqlLength.toLocaleString('en')} characters`, line: 1, column: 1 };
    }
    const result = attempt(() => sdk.parse(sql, dialect));
    if (result instanceof Error)
        return { ok: false, message: plainMessage(result.message), line: 1, column: 1 };
    if (result.success && Array.isArray(result.ast))
        return { ok: true, tree: result.ast };
    return { ok: false, message: plainMessage(result.error ?? ''), ...position(sql, result.errorStart) };
}
function tokens(sdk, sql, dialect) {
    if (sql.length > maxSqlLength)
        return null;
    const result = attempt(() => sdk.tokenize(sql, dialect));
    if (result instanceof Error || !result.success || result.tokens === undefined)
        return null;
    const offset = utf16Offsets(sql);
    return result.tokens.map(({ span }) => ({ start: offset(span.start), end: offset(span.end), codePoint: span.start }));
}
/** The wasm gives up on very deep trees by throwing; it stays usable after that. */
function attempt(work) {
    try {
        return work();
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}
/** The parser counts code points, JavaScript counts UTF-16 units. */
function utf16Offsets(text) {
    if (!/[\ud800-\udfff]/.test(text))
        return (codePoint) => codePoint;
    const offsets = [];
    let at = 0;
    for (const character of text) {
        offsets.push(at);
        at += character.length;
    }
    return (codePoint) => offsets[codePoint] ?? text.length;
}
function position(sql, codePoint) {
    const before = sql.slice(0, utf16Offsets(sql)(codePoint ?? 0));
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
/** The parser's own words without its prefix, whose position is the end of the token. */
function plainMessage(message) {
    if (/E_GUARD_\w+|Maximum call stack|unreachable/.test(message))
        return 'The SQL is too deeply nested';
    const words = message.replace(/^(Parse|Tokenization) error at line \d+, column \d+: /, '').trim();
    return words === '' ? 'The SQL cannot be parsed' : words;
}


/***/ })

};
