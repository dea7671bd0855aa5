export const id = 8476;
export const ids = [8476];
export const modules = {

/***/ 48476:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51294);

/** Terminal and container entry: flags → command → exit code. Everything but --version is loaded when it is needed. */
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V')
    process.stdout.write(`${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .r}\n`);
else {
    const { main } = await Promise.all(/* import() */[__webpack_require__.e(7375), __webpack_require__.e(8736)]).then(__webpack_require__.bind(__webpack_require__, 38736));
    const ask = process.argv[2] === 'setup' ? (await Promise.all(/* import() */[__webpack_require__.e(5441), __webpack_require__.e(7375), __webpack_require__.e(9720), __webpack_require__.e(1744), __webpack_require__.e(1373)]).then(__webpack_require__.bind(__webpack_require__, 20206))).asker(process.stdin, process.stderr) : undefined;
    process.exitCode = await main(process.argv.slice(2), { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr, ...(ask ? { ask } : {}) });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 51294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this tool; test/version.test.ts holds it to package.json. */
const version = '0.2.0';


/***/ })

};
