export const id = 7709;
export const ids = [7709];
export const modules = {

/***/ 97709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  guard: () => (/* binding */ guard)
});

// EXTERNAL MODULE: ./lib/src/sql/allowlists/sqlite.js
var sqlite = __webpack_require__(46286);
;// CONCATENATED MODULE: ./lib/src/sql/lexis.js
/** Strings, quoted names and comments as the engine reads them; null where one of them has no end. */
function regions(sql, lexis) {
    const found = [];
    let at = 0;
    while (at < sql.length) {
        const start = at;
        const character = sql.charAt(at);
        const close = character === "'" ? "'" : lexis.nameQuotes[character];
        if (close !== undefined) {
            const end = quotedEnd(sql, at + 1, close);
            if (end === null)
                return null;
            found.push({ kind: character === "'" ? 'string' : 'name', start, end });
            at = end;
        }
        else if (sql.startsWith('--', at)) {
            const newline = sql.indexOf('\n', at);
            at = newline < 0 ? sql.length : newline;
            found.push({ kind: 'comment', start, end: at });
        }
        else if (sql.startsWith('/*', at)) {
            const end = commentEnd(sql, at, lexis.nestedComments);
            if (end === null)
                return null;
            found.push({ kind: 'comment', start, end });
            at = end;
        }
        else {
            at += 1;
        }
    }
    return found;
}
function quotedEnd(sql, from, close) {
    for (let at = sql.indexOf(close, from); at >= 0; at = sql.indexOf(close, at + 2)) {
        if (close === ']' || sql.charAt(at + 1) !== close)
            return at + 1;
    }
    return null;
}
function commentEnd(sql, start, nested) {
    if (!nested) {
        const end = sql.indexOf('*/', start + 2);
        return end < 0 ? null : end + 2;
    }
    let depth = 1;
    for (let at = start + 2; at < sql.length; at++) {
        if (sql.startsWith('/*', at))
            depth += 1;
        else if (sql.startsWith('*/', at))
            depth -= 1;
        else
            continue;
        at += 1;
        if (depth === 0)
            return at + 1;
    }
    return null;
}
/**
 * Whether the parser's tokens are what the engine will read: each string and quoted name is exactly one token, no token
 * touches a comment, and between tokens there is nothing but white space and comments.
 */
function readsAlike(sql, tokens, lexis) {
    if (sql.includes('\0'))
        return false;
    const opaque = regions(sql, lexis);
    if (opaque === null)
        return false;
    let at = 0;
    let next = 0;
    for (const token of tokens) {
        if (token.start < at || token.end <= token.start)
            return false;
        for (;;) {
            const region = opaque[next];
            if (region?.kind !== 'comment' || region.start >= token.start)
                break;
            if (region.start < at || !isSpace(sql, at, region.start, lexis) || region.end > token.start)
                return false;
            at = region.end;
            next += 1;
        }
        if (!isSpace(sql, at, token.start, lexis))
            return false;
        const region = opaque[next];
        if (region !== undefined && region.start < token.end) {
            const prefixed = region.kind === 'string' && lexis.stringPrefixes.includes(sql.charAt(token.start));
            const start = prefixed && region.start === token.start + 1 ? token.start : region.start;
            if (region.kind === 'comment' || start !== token.start || region.end !== token.end)
                return false;
            next += 1;
        }
        at = token.end;
    }
    for (const region of opaque.slice(next)) {
        if (region.kind !== 'comment' || !isSpace(sql, at, region.start, lexis))
            return false;
        at = region.end;
    }
    return isSpace(sql, at, sql.length, lexis);
}
function isSpace(sql, from, to, lexis) {
    for (let at = from; at < to; at++)
        if (!lexis.space.includes(sql.charAt(at)))
            return false;
    return true;
}

// EXTERNAL MODULE: ./lib/src/sql/shape.js
var shape = __webpack_require__(47360);
// EXTERNAL MODULE: ./lib/src/sql/tree.js
var tree = __webpack_require__(56621);
;// CONCATENATED MODULE: ./lib/src/sql/guard.js




const allowlists = {
    sqlite: { lexis: sqlite/* sqliteLexis */.e3, nodes: sqlite/* sqliteNodes */.mB, functions: sqlite/* sqliteFunctions */._5, words: sqlite/* sqliteWords */.A_, engineTables: sqlite/* sqliteEngineTables */.e$ },
};
const queries = new Set(['select', 'union', 'intersect', 'except']);
/**
 * Whether a statement from outside is one read-only query. Unknown is refused, in three ways: every node of the tree must
 * be of a listed kind with only listed parts filled; every name before a parenthesis must be a listed function, also
 * where the parser drops it; and the parser must cut the text into strings, names and comments as the engine will.
 * `why` completes the sentence "The statement was refused: …".
 */
function guard(parser, sql, dialect) {
    const allowed = Object.hasOwn(allowlists, dialect) ? allowlists[dialect] : undefined;
    if (allowed === undefined)
        return refuse(`no allowlist exists for the dialect ${dialect}`);
    const parsed = parser.parse(sql, dialect);
    if (!parsed.ok)
        return refuse(`it cannot be parsed at line ${parsed.line}, column ${parsed.column} (${parsed.message})`);
    if (parsed.tree.length !== 1)
        return refuse(`it holds ${parsed.tree.length} statements instead of one`);
    const root = (0,tree/* asNode */.hK)(parsed.tree[0]);
    if (root === null || !isQuery(root))
        return refuse('it is not a query');
    const unknown = (0,shape/* misfit */.hH)(parsed.tree[0], 'node', allowed.nodes);
    if (unknown !== null)
        return refuse(`${unknown} is not allowed in a read-only query`);
    const tokens = parser.tokens(sql, dialect);
    if (tokens === null || !readsAlike(sql, tokens, allowed.lexis)) {
        return refuse('its quotes, comments or special characters can be read in more than one way');
    }
    if (tokens.some((token) => allowed.lexis.parameters.includes(sql.charAt(token.start))))
        return refuse('nothing is bound to its parameters');
    const engineTable = [...(0,tree/* walk */.GG)(root)].map((node) => (0,tree/* tableOf */.c_)(node)?.name ?? '').find((name) => allowed.engineTables.test(name));
    if (engineTable !== undefined)
        return refuse(`${engineTable} is no table of the warehouse`);
    const call = unknownCall(root, sql, tokens, allowed);
    return call === null ? { ok: true } : refuse(`the function ${call} is not on the list of read-only functions`);
}
function refuse(why) {
    return { ok: false, why };
}
function isQuery(node) {
    if (queries.has(node.kind))
        return true;
    const inner = node.kind === 'subquery' || node.kind === 'paren' ? (0,tree/* asNode */.hK)(node.payload['this']) : null;
    return inner !== null && isQuery(inner);
}
function unknownCall(root, sql, tokens, allowed) {
    const named = new Set();
    for (const node of (0,tree/* walk */.GG)(root)) {
        const name = node.kind === 'function' || node.kind === 'aggregate_function' ? node.payload['name'] : undefined;
        if (typeof name === 'string' && !allowed.functions.has(name.toLowerCase()))
            return name;
        for (const start of tableNameStarts(node))
            named.add(start);
    }
    for (const [index, token] of tokens.entries()) {
        const next = tokens[index + 1];
        if (next === undefined || sql.charAt(next.start) !== '(' || named.has(token.codePoint))
            continue;
        const text = sql.slice(token.start, token.end);
        const name = allowed.words.has(text.toLowerCase()) ? null : calledName(text, allowed.lexis);
        if (name !== null && !allowed.functions.has(name.toLowerCase()))
            return name;
    }
    return null;
}
/** Positions of the names of common table expressions: `WITH name(column) AS (…)` is no call. */
function tableNameStarts(node) {
    const clause = node.payload['with'];
    if (!(0,tree/* isRecord */.u4)(clause) || !Array.isArray(clause['ctes']))
        return [];
    return clause['ctes'].map((cte) => {
        const alias = (0,tree/* isRecord */.u4)(cte) ? cte['alias'] : undefined;
        const span = (0,tree/* isRecord */.u4)(alias) ? alias['span'] : undefined;
        return (0,tree/* isRecord */.u4)(span) ? span['start'] : undefined;
    });
}
/** The name that a token before a parenthesis calls; null for operators, numbers, strings and parentheses. */
function calledName(text, lexis) {
    const close = lexis.nameQuotes[text.charAt(0)];
    if (close !== undefined)
        return text.slice(1, -1).replaceAll(close + close, close);
    return /^[\p{L}_]/u.test(text) ? text : null;
}


/***/ })

};
