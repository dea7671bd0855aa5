export const id = 245;
export const ids = [245];
export const modules = {

/***/ 31502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Exit code by precedence (DESIGN section 5): cancelled, configuration, probe, all failed, broken, incomplete, fine. */
const exitCodes = { ok: 0, failed: 1, configuration: 2, probe: 3, incomplete: 4, broken: 5 };


/***/ }),

/***/ 29318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Edit distance between two short words (insert, delete, replace, swap of neighbours count one each). */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            row.push(best);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/** The candidate that the word most likely meant: at most two fifths of its letters differ, case ignored; else undefined. */
function nearest(word, candidates) {
    if (word.length > 80)
        return undefined;
    const plain = (text) => text.toLowerCase().replace(/[-_\s]/g, '');
    const ranked = candidates
        .map((candidate) => ({ candidate, cost: distance(plain(word), plain(candidate)) }))
        .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
    const best = ranked[0];
    return best && best.cost <= Math.max(1, Math.round(word.length * 0.4)) ? best.candidate : undefined;
}


/***/ })

};
