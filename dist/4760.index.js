export const id = 4760;
export const ids = [4760,2379];
export const modules = {

/***/ 11866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ orderings),
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   MF: () => (/* binding */ setOperation),
/* harmony export */   My: () => (/* binding */ orderBy),
/* harmony export */   QD: () => (/* binding */ aggregate),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   U1: () => (/* binding */ jsonPath),
/* harmony export */   V2: () => (/* binding */ pair),
/* harmony export */   YV: () => (/* binding */ withClause),
/* harmony export */   Zh: () => (/* binding */ over),
/* harmony export */   aw: () => (/* binding */ binary),
/* harmony export */   gh: () => (/* binding */ unary),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   mj: () => (/* binding */ like),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47360);

/** Parts of queries that every dialect's allowlist is written with. */
const orderings = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' }));
const orderBy = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: orderings });
const only = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ this: 'node' });
const amount = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ this: 'node' });
const bound = {
    oneOf: ['CurrentRow', 'UnboundedPreceding', 'UnboundedFollowing'],
    or: { Preceding: 'node', Following: 'node' },
};
const over = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
    window_name: 'name',
    partition_by: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'),
    order_by: orderings,
    frame: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
        kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('Rows', 'Range', 'Groups'),
        start: bound,
        end: bound,
        exclude: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('CurrentRow', 'Group', 'Ties', 'NoOthers'),
        kind_text: 'text',
        start_side_text: 'text',
        end_side_text: 'text',
    }),
});
const withClause = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
    ctes: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ alias: 'name', this: 'node', columns: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('name'), materialized: 'flag', alias_first: 'flag' })),
    recursive: 'flag',
});
const setOperation = {
    left: 'node', right: 'node', all: 'flag', distinct: 'flag', with: withClause, order_by: orderBy, limit: 'node', offset: 'node',
};
const binary = { left: 'node', right: 'node' };
const unary = { this: 'node', original_name: 'text' };
const pair = { this: 'node', expression: 'node', original_name: 'text' };
const several = { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), original_name: 'text' };
const aggregate = { this: 'node', distinct: 'flag', filter: 'node', order_by: orderings, name: 'text' };
const call = {
    name: 'text', args: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), distinct: 'flag', quoted: 'flag', no_parens: 'flag', filter: 'node', order_by: orderings,
};
const like = { left: 'node', right: 'node', escape: 'node' };
const jsonPath = { this: 'node', path: 'node', arrow_syntax: 'flag' };


/***/ }),

/***/ 46286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ sqliteWords),
/* harmony export */   _5: () => (/* binding */ sqliteFunctions),
/* harmony export */   e$: () => (/* binding */ sqliteEngineTables),
/* harmony export */   e3: () => (/* binding */ sqliteLexis),
/* harmony export */   mB: () => (/* binding */ sqliteNodes)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47360);
/* harmony import */ var _clauses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11866);


/** https://www.sqlite.org/lang_keywords.html, lang_expr.html (literals), lang_comment.html (comments do not nest). */
const sqliteLexis = {
    nameQuotes: { '"': '"', '`': '`', '[': ']' },
    stringPrefixes: 'xX',
    parameters: '?:@$#',
    space: ' \t\n\f\r',
    nestedComments: false,
};
/** Every kind of node that a read-only SQLite query may hold, with every part of it that may be filled. */
const sqliteNodes = {
    // queries
    select: {
        expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), from: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') }), where_clause: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .only */ .j6, having: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .only */ .j6, order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderBy */ .My,
        joins: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
            this: 'node', on: 'node', using: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('name'), use_inner_keyword: 'flag', use_outer_keyword: 'flag', deferred_condition: 'flag',
            kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('Inner', 'Left', 'Right', 'Full', 'Cross', 'Natural', 'NaturalLeft', 'NaturalRight', 'NaturalFull', 'Implicit'),
        })),
        group_by: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') }), limit: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj, offset: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj, distinct: 'flag', with: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .withClause */ .YV,
        windows: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ name: 'name', spec: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .over */ .Zh })),
    },
    union: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .setOperation */ .MF,
    intersect: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .setOperation */ .MF,
    except: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .setOperation */ .MF,
    subquery: {
        this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text', order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderBy */ .My, limit: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj, offset: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj,
        modifiers_inside: 'flag',
    },
    values: { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') })), alias: 'name' },
    table: { name: 'name', schema: 'name', alias: 'name', alias_explicit_as: 'flag' },
    alias: { this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text' },
    exists: { this: 'node', not: 'flag' },
    ordered: { this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' },
    // values
    column: { name: 'name', table: 'name' },
    dot: { this: 'node', field: 'name' },
    star: { table: 'name' },
    literal: { literal_type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('string', 'number', 'hex_string', 'hex_number'), value: 'text' },
    boolean: { value: 'flag' },
    null: {},
    paren: { this: 'node' },
    tuple: { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') },
    annotated: { this: 'node' },
    cast: { this: 'node', to: 'type' },
    collation: { this: 'node', collation: 'text', quoted: 'flag', double_quoted: 'flag' },
    case: { operand: 'node', whens: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node')), else_: 'node' },
    lambda: { parameters: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('name'), body: 'node' },
    current_date: {},
    current_time: {},
    current_timestamp: {},
    // operators
    and: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, or: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, add: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, sub: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, mul: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, div: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, mod: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, concat: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw,
    eq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, neq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, lt: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, lte: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, gt: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, gte: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, is: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw,
    null_safe_eq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, null_safe_neq: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, glob: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, match: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, like: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .like */ .mj,
    bitwise_and: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, bitwise_or: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, bitwise_left_shift: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw, bitwise_right_shift: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .binary */ .aw,
    not: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, neg: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, bitwise_not: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh,
    between: { this: 'node', low: 'node', high: 'node', not: 'flag' },
    in: { this: 'node', expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node'), query: 'node', not: 'flag', is_field: 'flag' },
    is_null: { this: 'node', not: 'flag', postfix_form: 'flag' },
    is_true: { this: 'node', not: 'flag' },
    is_false: { this: 'node', not: 'flag' },
    json_extract: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPath */ .U1, json_extract_scalar: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPath */ .U1,
    // calls; what the parser has a kind of its own for is spelled out
    function: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1,
    aggregate_function: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1,
    window_function: { this: 'node', over: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .over */ .Zh },
    filter: { this: 'node', expression: 'node' },
    count: { this: 'node', star: 'flag', distinct: 'flag', filter: 'node', original_name: 'text' },
    sum: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, avg: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, min: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, max: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD, median: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .aggregate */ .QD,
    group_concat: { this: 'node', separator: 'node', order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderings */ .G7, distinct: 'flag', filter: 'node' },
    string_agg: { this: 'node', separator: 'node', order_by: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .orderings */ .G7, distinct: 'flag', filter: 'node' },
    coalesce: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$, concat_ws: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$, greatest: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$, least: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .several */ .J$,
    if_null: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, null_if: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, nullif: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, if_func: { condition: 'node', true_value: 'node', false_value: 'node', original_name: 'text' },
    abs: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, ceil: { this: 'node', decimals: 'node' }, floor: { this: 'node', scale: 'node' },
    round: { this: 'node', decimals: 'node' }, sqrt: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, exp: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, ln: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, log: { this: 'node', base: 'node' },
    sign: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, power: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, mod_func: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, pi: {}, radians: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, degrees: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, random: {},
    sin: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, cos: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, tan: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, asin: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, acos: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, atan: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, atan2: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .pair */ .V2, trunc_func: { this: 'node', decimals: 'node' },
    length: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, lower: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, upper: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, unicode: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, typeof: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, soundex: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, hex: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh,
    trim: { this: 'node', characters: 'node', position: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('Both', 'Leading', 'Trailing'), position_explicit: 'flag', sql_standard_syntax: 'flag' },
    l_trim: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, r_trim: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, replace: { this: 'node', old: 'node', new: 'node' },
    substring: { this: 'node', start: 'node', length: 'node' },
    str_position: { this: 'node', substr: 'node', position: 'node' },
    row_number: {}, rank: {}, dense_rank: {}, percent_rank: {}, cume_dist: {}, n_tile: { num_buckets: 'node' },
    lag: { this: 'node', offset: 'node', default: 'node' }, lead: { this: 'node', offset: 'node', default: 'node' },
    first_value: { this: 'node' }, last_value: { this: 'node' }, nth_value: { this: 'node', offset: 'node' },
    date_diff: { this: 'node', expression: 'node' }, time_diff: { this: 'node', expression: 'node' },
    json_array_length: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, json_type: _clauses_js__WEBPACK_IMPORTED_MODULE_1__/* .unary */ .gh, json_object: { pairs: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node')) }, j_s_o_n_array: { expressions: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('node') },
};
/**
 * Every function by the name written in the statement. Left out: what loads or writes (load_extension, readfile,
 * writefile, edit, fts3_tokenizer), what tells about the session (changes, last_insert_rowid, sqlite_*), what makes large
 * values out of nothing (randomblob, zeroblob).
 */
const sqliteFunctions = new Set(`abs ceil ceiling char coalesce concat concat_ws format glob hex if ifnull iif instr length like likelihood likely lower
  ltrim max min nullif octet_length printf quote random replace round rtrim sign soundex substr substring trim typeof unhex
  unicode unlikely upper
  date time datetime julianday unixepoch strftime timediff current_date current_time current_timestamp
  avg count group_concat string_agg sum total median percentile percentile_cont percentile_disc
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  acos acosh asin asinh atan atan2 atanh cos cosh degrees exp floor ln log log10 log2 mod pi pow power radians sin sinh sqrt
  tan tanh trunc
  json json_array json_array_length json_each json_error_position json_extract json_group_array json_group_object
  json_insert json_object json_patch json_pretty json_quote json_remove json_replace json_set json_tree json_type json_valid
  bm25 highlight snippet`.split(/\s+/));
/** Words that may stand before a parenthesis without being a function: keywords and the types of a CAST. */
const sqliteWords = new Set(`all and as between by case cast else escape except exists filter from glob having in intersect is join like limit
  materialized match not offset on or over select then union using values when where
  char character varchar nvarchar nchar decimal numeric float real double int integer text`.split(/\s+/));
/**
 * Tables that the engine makes up, about itself or out of nothing, and that are readable without a parenthesis. The first
 * is a family: one for each PRAGMA. https://www.sqlite.org/vtab.html#list_of_virtual_table_implementations
 */
const sqliteEngineTables = /^(pragma_.*|dbstat|sqlite_dbpage|sqlite_stmt|bytecode|tables_used|fts3tokenize|generate_series|carray|completion|fsdir)$/i;


/***/ }),

/***/ 64760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  guard: () => (/* binding */ guard)
});

// EXTERNAL MODULE: ./lib/src/sql/shape.js
var shape = __webpack_require__(47360);
// EXTERNAL MODULE: ./lib/src/sql/allowlists/clauses.js
var clauses = __webpack_require__(11866);
;// CONCATENATED MODULE: ./lib/src/sql/allowlists/postgres.js


/**
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html. `U&"…"` and `U&'…'` are refused with all else that reads
 * in two ways: an escape may spell any name.
 */
const postgresLexis = {
    nameQuotes: { '"': '"' },
    stringPrefixes: 'xXbBeE',
    // the parser has a kind of node for them, which is not listed; `?` and `@` are operators
    parameters: '',
    space: ' \t\n\f\r\v',
    nestedComments: true,
    postgres: true,
};
/** Built-in types of values. Others have input functions of their own, and `regclass` and its like look into the catalogue. */
const types = {
    types: new Set(`boolean bool tiny_int small_int int big_int int2 int4 int8 float float4 float8 double decimal numeric real text char var_char varchar bpchar name uuid date time timestamp
    interval json json_b jsonb bytea binary var_binary blob bit var_bit money inet cidr macaddr point int4range int8range numrange tsrange tstzrange daterange`.split(/\s+/)),
};
const columnAliases = (0,shape/* list */.p_)('name');
/** Every kind of node that a read-only PostgreSQL query may hold, with every part of it that may be filled. */
const postgresNodes = {
    // queries
    select: {
        expressions: (0,shape/* list */.p_)('node'), from: (0,shape/* fields */.OA)({ expressions: (0,shape/* list */.p_)('node') }), where_clause: clauses/* only */.j6, having: clauses/* only */.j6, order_by: clauses/* orderBy */.My,
        joins: (0,shape/* list */.p_)((0,shape/* fields */.OA)({
            this: 'node', on: 'node', using: (0,shape/* list */.p_)('name'), use_inner_keyword: 'flag', use_outer_keyword: 'flag', deferred_condition: 'flag',
            kind: (0,shape/* oneOf */.yL)('Inner', 'Left', 'Right', 'Full', 'Cross', 'Natural', 'NaturalLeft', 'NaturalRight', 'NaturalFull', 'Implicit', 'Lateral', 'LeftLateral', 'CrossLateral'),
        })),
        group_by: (0,shape/* fields */.OA)({ expressions: (0,shape/* list */.p_)('node') }), limit: clauses/* amount */.vj, offset: clauses/* amount */.vj, distinct: 'flag', distinct_on: (0,shape/* list */.p_)('node'), with: clauses/* withClause */.YV,
        fetch: (0,shape/* fields */.OA)({ direction: 'text', count: 'node', rows: 'flag', with_ties: 'flag' }),
        windows: (0,shape/* list */.p_)((0,shape/* fields */.OA)({ name: 'name', spec: clauses/* over */.Zh })),
    },
    union: clauses/* setOperation */.MF,
    intersect: clauses/* setOperation */.MF,
    except: clauses/* setOperation */.MF,
    subquery: {
        this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text', column_aliases: columnAliases, order_by: clauses/* orderBy */.My, limit: clauses/* amount */.vj, offset: clauses/* amount */.vj,
        modifiers_inside: 'flag', lateral: 'flag',
    },
    values: { expressions: (0,shape/* list */.p_)((0,shape/* fields */.OA)({ expressions: (0,shape/* list */.p_)('node') })), alias: 'name', column_aliases: columnAliases },
    table: { name: 'name', schema: 'name', catalog: 'name', alias: 'name', alias_explicit_as: 'flag', column_aliases: columnAliases, only: 'flag' },
    lateral: { this: 'node', alias: 'text', alias_quoted: 'flag', column_aliases: (0,shape/* list */.p_)('text') },
    alias: { this: 'node', alias: 'name', column_aliases: columnAliases, alias_explicit_as: 'flag', alias_keyword: 'text' },
    exists: { this: 'node', not: 'flag' },
    ordered: { this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' },
    // values; the guard looks at each `dot`: `(x).f` calls the function f where x has no field of that name
    column: { name: 'name', table: 'name' },
    dot: { this: 'node', field: 'name' },
    star: { table: 'name' },
    literal: { literal_type: (0,shape/* oneOf */.yL)('string', 'number', 'hex_string', 'bit_string', 'escape_string', 'dollar_string', 'date', 'time', 'timestamp'), value: 'text' },
    boolean: { value: 'flag' },
    null: {},
    paren: { this: 'node' },
    tuple: { expressions: (0,shape/* list */.p_)('node') },
    annotated: { this: 'node' },
    cast: { this: 'node', to: types, double_colon_syntax: 'flag' },
    collation: { this: 'node', collation: 'text', quoted: 'flag', double_quoted: 'flag' },
    case: { operand: 'node', whens: (0,shape/* list */.p_)((0,shape/* list */.p_)('node')), else_: 'node' },
    interval: { this: 'node', unit: (0,shape/* fields */.OA)({ type: (0,shape/* oneOf */.yL)('simple'), unit: 'text', use_plural: 'flag' }) },
    named_argument: { name: 'name', value: 'node', separator: 'text' },
    array_func: { expressions: (0,shape/* list */.p_)('node'), bracket_notation: 'flag' },
    subscript: { this: 'node', index: 'node' },
    array_slice: { this: 'node', start: 'node', end: 'node' },
    at_time_zone: { this: 'node', zone: 'node' },
    current_date: {}, current_time: {}, current_timestamp: {}, localtime: {}, localtimestamp: {},
    // operators
    and: clauses/* binary */.aw, or: clauses/* binary */.aw, add: clauses/* binary */.aw, sub: clauses/* binary */.aw, mul: clauses/* binary */.aw, div: clauses/* binary */.aw, mod: clauses/* binary */.aw, concat: clauses/* binary */.aw,
    eq: clauses/* binary */.aw, neq: clauses/* binary */.aw, lt: clauses/* binary */.aw, lte: clauses/* binary */.aw, gt: clauses/* binary */.aw, gte: clauses/* binary */.aw, is: clauses/* binary */.aw,
    null_safe_eq: clauses/* binary */.aw, null_safe_neq: clauses/* binary */.aw, like: clauses/* like */.mj, i_like: clauses/* like */.mj, similar_to: { this: 'node', pattern: 'node', escape: 'node', not: 'flag' },
    regexp_like: { this: 'node', pattern: 'node', flags: 'node' }, regexp_i_like: clauses/* pair */.V2,
    bitwise_and: clauses/* binary */.aw, bitwise_or: clauses/* binary */.aw, bitwise_xor: clauses/* binary */.aw, bitwise_left_shift: clauses/* binary */.aw, bitwise_right_shift: clauses/* binary */.aw,
    not: clauses/* unary */.gh, neg: clauses/* unary */.gh, bitwise_not: clauses/* unary */.gh,
    any: { this: 'node', subquery: 'node', op: 'text' }, all: { this: 'node', subquery: 'node', op: 'text' },
    between: { this: 'node', low: 'node', high: 'node', not: 'flag' },
    in: { this: 'node', expressions: (0,shape/* list */.p_)('node'), query: 'node', not: 'flag' },
    is_null: { this: 'node', not: 'flag', postfix_form: 'flag' },
    is_true: { this: 'node', not: 'flag' },
    is_false: { this: 'node', not: 'flag' },
    overlaps: clauses/* pair */.V2,
    array_overlaps: clauses/* binary */.aw, array_contains_all: clauses/* binary */.aw, array_contained_by: clauses/* binary */.aw,
    json_extract: { ...clauses/* jsonPath */.U1, hash_arrow_syntax: 'flag' }, json_extract_scalar: { ...clauses/* jsonPath */.U1, hash_arrow_syntax: 'flag' }, json_extract_path: { this: 'node', paths: (0,shape/* list */.p_)('node') },
    j_s_o_n_b_contains: clauses/* pair */.V2, j_s_o_n_b_contains_all_top_keys: clauses/* binary */.aw, j_s_o_n_b_contains_any_top_keys: clauses/* binary */.aw,
    // calls; what the parser has a kind of its own for is spelled out
    function: clauses/* call */.T1,
    aggregate_function: clauses/* call */.T1,
    window_function: { this: 'node', over: clauses/* over */.Zh },
    filter: { this: 'node', expression: 'node' },
    within_group: { this: 'node', order_by: clauses/* orderings */.G7 },
    count: { this: 'node', star: 'flag', distinct: 'flag', filter: 'node', original_name: 'text' },
    sum: clauses/* aggregate */.QD, avg: clauses/* aggregate */.QD, min: clauses/* aggregate */.QD, max: clauses/* aggregate */.QD, mode: clauses/* aggregate */.QD, array_agg: clauses/* aggregate */.QD,
    stddev: clauses/* aggregate */.QD, stddev_pop: clauses/* aggregate */.QD, stddev_samp: clauses/* aggregate */.QD, variance: clauses/* aggregate */.QD, var_pop: clauses/* aggregate */.QD, var_samp: clauses/* aggregate */.QD,
    corr: clauses/* binary */.aw, covar_pop: clauses/* binary */.aw, covar_samp: clauses/* binary */.aw, logical_and: clauses/* aggregate */.QD, logical_or: clauses/* aggregate */.QD,
    string_agg: { this: 'node', separator: 'node', order_by: clauses/* orderings */.G7, distinct: 'flag', filter: 'node' },
    coalesce: clauses/* several */.J$, concat_ws: clauses/* several */.J$, greatest: clauses/* several */.J$, least: clauses/* several */.J$, null_if: clauses/* pair */.V2, nullif: clauses/* pair */.V2,
    abs: clauses/* unary */.gh, ceil: { this: 'node', decimals: 'node' }, floor: { this: 'node', scale: 'node' },
    round: { this: 'node', decimals: 'node' }, sqrt: clauses/* unary */.gh, cbrt: clauses/* unary */.gh, exp: clauses/* unary */.gh, ln: clauses/* unary */.gh, log: { this: 'node', base: 'node' }, log10: clauses/* unary */.gh,
    sign: clauses/* unary */.gh, power: clauses/* pair */.V2, mod_func: clauses/* pair */.V2, pi: {}, radians: clauses/* unary */.gh, degrees: clauses/* unary */.gh, random: {},
    sin: clauses/* unary */.gh, cos: clauses/* unary */.gh, tan: clauses/* unary */.gh, asin: clauses/* unary */.gh, acos: clauses/* unary */.gh, atan: clauses/* unary */.gh, atan2: clauses/* pair */.V2, trunc_func: { this: 'node', decimals: 'node' },
    width_bucket: { this: 'node', min_value: 'node', max_value: 'node', num_buckets: 'node' },
    length: clauses/* unary */.gh, lower: clauses/* unary */.gh, upper: clauses/* unary */.gh, initcap: clauses/* unary */.gh, reverse: clauses/* unary */.gh, left: { this: 'node', length: 'node' }, right: { this: 'node', length: 'node' },
    trim: { this: 'node', characters: 'node', position: (0,shape/* oneOf */.yL)('Both', 'Leading', 'Trailing'), position_explicit: 'flag', sql_standard_syntax: 'flag' },
    l_trim: clauses/* unary */.gh, r_trim: clauses/* unary */.gh, replace: { this: 'node', old: 'node', new: 'node' },
    overlay: { this: 'node', replacement: 'node', from: 'node', length: 'node' },
    substring: { this: 'node', start: 'node', length: 'node', from_for_syntax: 'flag' },
    str_position: { this: 'node', substr: 'node', position: 'node' }, split_part: { this: 'node', delimiter: 'node', part: 'node' },
    normalize: { this: 'node', form: 'node' }, to_number: { this: 'node', format: 'node' },
    extract: { this: 'node', field: 'text' }, cardinality: clauses/* unary */.gh, unnest: { this: 'node', expressions: (0,shape/* list */.p_)('node'), with_ordinality: 'flag', alias: 'name' },
    row_number: {}, rank: {}, dense_rank: {}, percent_rank: {}, cume_dist: {}, n_tile: { num_buckets: 'node' },
    lag: { this: 'node', offset: 'node', default: 'node' }, lead: { this: 'node', offset: 'node', default: 'node' },
    first_value: { this: 'node' }, last_value: { this: 'node' }, nth_value: { this: 'node', offset: 'node' },
};
/** Functions that give rows, which may be numbered. */
const tableFunctions = `generate_series unnest json_each jsonb_each json_each_text jsonb_each_text json_array_elements jsonb_array_elements json_array_elements_text jsonb_array_elements_text
  json_object_keys jsonb_object_keys regexp_matches regexp_split_to_table string_to_table jsonb_path_query generate_subscripts`.split(/\s+/);
/**
 * Every function by the name written in the statement: values in, values out. Left out is all else: what writes (nextval,
 * setval, lo_*), waits (pg_sleep), locks (pg_advisory_*), reads files or other servers (pg_read_file, dblink), runs SQL out
 * of a text (query_to_xml, ts_stat), changes or tells about the session or the server (set_config, current_setting, pg_*,
 * setseed), and makes large values out of nothing (repeat, array_fill). A function that a user has made is not known, and a
 * name with a schema before it is none that is known.
 */
const postgresFunctions = new Set([
    ...`count sum avg min max mode array_agg string_agg bool_and bool_or every bit_and bit_or bit_xor any_value json_agg jsonb_agg json_object_agg jsonb_object_agg range_agg
  stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
  percentile_cont percentile_disc grouping row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  coalesce nullif greatest least num_nulls num_nonnulls
  abs cbrt ceil ceiling degrees div exp factorial floor gcd lcm ln log log10 min_scale mod pi power radians random round scale sign sqrt trim_scale trunc width_bucket
  acos acosd asin asind atan atand atan2 atan2d cos cosd cot cotd sin sind tan tand sinh cosh tanh asinh acosh atanh
  ascii bit_length btrim char_length character_length chr concat concat_ws convert_from decode encode format initcap left length lower lpad ltrim md5 normalize octet_length overlay position
  quote_literal regexp_count regexp_instr regexp_like regexp_match regexp_replace regexp_split_to_array regexp_substr replace reverse right rpad rtrim sha224 sha256 sha384 sha512 split_part
  starts_with string_to_array strpos substr substring to_hex translate trim unaccent upper
  to_char to_date to_number to_timestamp
  age clock_timestamp current_date current_time current_timestamp date date_add date_bin date_part date_subtract date_trunc extract isfinite justify_days justify_hours justify_interval localtime localtimestamp
  make_date make_interval make_time make_timestamp make_timestamptz now statement_timestamp timezone transaction_timestamp
  array_append array_cat array_dims array_length array_lower array_ndims array_position array_positions array_prepend array_remove array_replace array_to_string array_upper cardinality
  isempty lower_inc lower_inf range_merge upper_inc upper_inf
  json_array_length jsonb_array_length json_build_array jsonb_build_array json_build_object jsonb_build_object json_extract_path jsonb_extract_path json_extract_path_text jsonb_extract_path_text
  json_object jsonb_object json_strip_nulls jsonb_strip_nulls json_typeof jsonb_typeof jsonb_path_exists jsonb_path_match jsonb_path_query_array jsonb_path_query_first jsonb_pretty jsonb_set jsonb_insert
  row_to_json to_json to_jsonb array_to_json row array
  to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank`.split(/\s+/),
    ...tableFunctions, ...tableFunctions.map((name) => `${name} with ordinality`), 'grouping sets', 'cube', 'rollup', '|/', '@',
]);
/** Words that may stand before a parenthesis without being a function: keywords and types with a length. */
const postgresWords = new Set(`all and any array as between by case cast cube distinct else escape except exists filter from full group groups grouping having ilike in inner intersect is join lateral like limit
  materialized not notnull isnull offset on or order outer over overlaps partition range rollup rows select sets similar some then to union using values when where with within zone
  char character varchar varying decimal dec numeric float double bit time timestamp timestamptz interval int integer bigint smallint text bpchar cross natural left right`.split(/\s+/));
/** The system's own tables, in whatever schema they are looked for, and its schemas. */
const postgresEngineTables = /^(pg_.*|information_schema)$/i;

// EXTERNAL MODULE: ./lib/src/sql/allowlists/sqlite.js
var sqlite = __webpack_require__(46286);
;// CONCATENATED MODULE: ./lib/src/sql/lexis.js
const word = /[A-Za-z0-9_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
function matchAt(pattern, sql, at) {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0] ?? null;
}
/** Strings, quoted names and comments as the engine reads them; null where one of them has no end. */
function regions(sql, lexis) {
    const found = [];
    let at = 0;
    while (at < sql.length) {
        const start = at;
        const character = sql.charAt(at);
        if (lexis.postgres === true) {
            const skipped = matchAt(word, sql, at);
            if (skipped !== null) {
                at += skipped.length;
                // `U&"…"` spells names and strings in escapes
                if (/^u$/i.test(skipped) && /^&['"]/.test(sql.slice(at, at + 2)))
                    return null;
                if (!/^e$/i.test(skipped) || sql.charAt(at) !== "'")
                    continue;
                const end = escapedEnd(sql, at + 1);
                if (end === null)
                    return null;
                found.push({ kind: 'string', start: at, end });
                at = end;
                continue;
            }
            const tag = matchAt(dollarTag, sql, at);
            if (tag !== null) {
                const close = sql.indexOf(tag, at + tag.length);
                if (close < 0)
                    return null;
                at = close + tag.length;
                found.push({ kind: 'string', start, end: at });
                continue;
            }
        }
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
function escapedEnd(sql, from) {
    for (let at = from; at < sql.length; at++) {
        if (sql.charAt(at) === '\\')
            at += 1;
        else if (sql.charAt(at) === "'") {
            if (sql.charAt(at + 1) !== "'")
                return at + 1;
            at += 1;
        }
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
    if (lexis.postgres === true && continues(sql, opaque, lexis))
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
/** Whether a string follows another with nothing but space and comments between. */
function continues(sql, regions, lexis) {
    let after = null;
    for (const region of regions) {
        if (after !== null && !isSpace(sql, after, region.start, lexis))
            after = null;
        if (region.kind === 'comment') {
            if (after !== null)
                after = region.end;
            continue;
        }
        if (after !== null && region.kind === 'string')
            return true;
        after = region.kind === 'string' ? region.end : null;
    }
    return false;
}
function isSpace(sql, from, to, lexis) {
    for (let at = from; at < to; at++)
        if (!lexis.space.includes(sql.charAt(at)))
            return false;
    return true;
}

// EXTERNAL MODULE: ./lib/src/sql/tree.js
var tree = __webpack_require__(56621);
;// CONCATENATED MODULE: ./lib/src/sql/guard.js





const allowlists = {
    sqlite: { lexis: sqlite/* sqliteLexis */.e3, nodes: sqlite/* sqliteNodes */.mB, functions: sqlite/* sqliteFunctions */._5, words: sqlite/* sqliteWords */.A_, engineTables: sqlite/* sqliteEngineTables */.e$ },
    postgres: { lexis: postgresLexis, nodes: postgresNodes, functions: postgresFunctions, words: postgresWords, engineTables: postgresEngineTables, postgres: true },
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
    const engineTable = [...(0,tree/* walk */.GG)(root)].flatMap((node) => namesOf((0,tree/* tableOf */.c_)(node))).find((name) => allowed.engineTables.test(name));
    if (engineTable !== undefined)
        return refuse(`${engineTable} is no table of the warehouse`);
    const call = (allowed.postgres === true ? attributeCall(root) : null) ?? unknownCall(root, sql, tokens, allowed);
    return call === null ? { ok: true } : refuse(`the function ${call} is not on the list of read-only functions`);
}
const namesOf = (table) => (table === null ? [] : [table.name, table.schema ?? '', table.catalog ?? '']);
function refuse(why) {
    return { ok: false, why };
}
function isQuery(node) {
    if (queries.has(node.kind))
        return true;
    const inner = node.kind === 'subquery' || node.kind === 'paren' ? (0,tree/* asNode */.hK)(node.payload['this']) : null;
    return inner !== null && isQuery(inner);
}
/** Of ASCII letters, as engines fold names; JavaScript also makes a k of the Kelvin sign. */
const lower = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
function unknownCall(root, sql, tokens, allowed) {
    const named = new Set();
    for (const node of (0,tree/* walk */.GG)(root)) {
        const name = node.kind === 'function' || node.kind === 'aggregate_function' ? node.payload['name'] : undefined;
        if (typeof name === 'string' && !allowed.functions.has(lower(name)))
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
        const isQuoted = allowed.postgres === true && text.startsWith('"');
        // `(…) AS name (column)`: names of columns follow an alias, and nothing is called
        const before = tokens[index - 1];
        if (name !== null && allowed.postgres === true && before !== undefined && /^(\)|as)$/i.test(sql.slice(before.start, before.end)))
            continue;
        if (name !== null && !allowed.functions.has(isQuoted ? name : lower(name)))
            return name;
    }
    return null;
}
/** Columns that the rows of functions have by themselves. */
const rowColumns = new Set(['key', 'value', 'ordinality']);
/**
 * `t.f` where t is the name of a function's rows and no column f is declared for it: PostgreSQL would call f with them. Names
 * count wherever they stand in the statement. Where t is a table, f can only be a function over rows, and no built-in one
 * does more than turn them into text or JSON; one of the database's own cannot be told from a column here.
 */
function attributeCall(root) {
    const columns = new Map();
    const declare = (name, declared) => {
        const known = columns.get(name.toLowerCase()) ?? new Set([name.toLowerCase()]);
        for (const column of declared)
            known.add(column.toLowerCase());
        columns.set(name.toLowerCase(), known);
    };
    for (const node of (0,tree/* walk */.GG)(root)) {
        for (const item of node.kind === 'select' ? fromItems(node) : []) {
            const inner = item.kind === 'alias' || item.kind === 'lateral' ? (0,tree/* asNode */.hK)(item.payload['this']) : item;
            if (inner === null || tables.has(inner.kind))
                continue;
            const alias = typeof item.payload['alias'] === 'string' ? item.payload['alias'] : (0,tree/* identifier */.Cv)(item.payload['alias']);
            const aliases = Array.isArray(item.payload['column_aliases']) ? item.payload['column_aliases'].flatMap((one) => (typeof one === 'string' ? one : (0,tree/* identifier */.Cv)(one) ?? [])) : [];
            const named = inner.payload['original_name'] ?? inner.payload['name'];
            declare(alias ?? (typeof named === 'string' ? named.replace(/ with ordinality$/i, '') : inner.kind), aliases);
        }
    }
    for (const node of (0,tree/* walk */.GG)(root)) {
        // `schema.table.column` is a column; `(value).f` may be a call
        const of = node.kind === 'dot' ? (0,tree/* asNode */.hK)(node.payload['this']) : null;
        if (of !== null && (of.kind !== 'column' || (0,tree/* identifier */.Cv)(of.payload['table']) === null))
            return `.${(0,tree/* identifier */.Cv)(node.payload['field']) ?? ''}`;
        const table = node.kind === 'column' ? (0,tree/* identifier */.Cv)(node.payload['table'])?.toLowerCase() : undefined;
        const column = node.kind === 'column' ? (0,tree/* identifier */.Cv)(node.payload['name'])?.toLowerCase() : undefined;
        const known = table === undefined ? undefined : columns.get(table);
        if (known !== undefined && column !== undefined && !known.has(column) && !rowColumns.has(column))
            return `${String(table)}.${column}`;
    }
    return null;
}
/** What of a FROM has rows that are no single value. */
const tables = new Set(['table', 'subquery', 'values', 'select', 'union', 'intersect', 'except']);
function fromItems(select) {
    const from = select.payload['from'];
    const listed = (0,tree/* isRecord */.u4)(from) && Array.isArray(from['expressions']) ? from['expressions'] : [];
    const joined = Array.isArray(select.payload['joins']) ? select.payload['joins'].map((join) => ((0,tree/* isRecord */.u4)(join) ? join['this'] : null)) : [];
    return [...listed, ...joined].flatMap((item) => (0,tree/* asNode */.hK)(item) ?? []);
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


/***/ }),

/***/ 47360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   hH: () => (/* binding */ misfit),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56621);

const list = (shape) => ({ list: shape });
const fields = (shapes) => ({ fields: shapes });
const oneOf = (...words) => ({ oneOf: words });
/** Layout, comments and positions: never meaning. */
const layout = new Set(['span', 'comments', 'nesting_group', 'inferred_type']);
const isLayout = (field) => layout.has(field) || field.endsWith('_comments');
function isEmpty(value) {
    return value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
/** Why a value does not fit, in words that a person can act on; null where it fits. */
function misfit(value, shape, nodes) {
    if (isEmpty(value))
        return null;
    switch (shape) {
        case 'node':
            return nodeMisfit(value, nodes);
        case 'flag':
            return value === true ? null : unexpected(value);
        case 'text':
            return typeof value === 'string' || typeof value === 'number' ? null : unexpected(value);
        case 'name':
            return misfit(value, { fields: { name: 'text', quoted: 'flag' } }, nodes);
        case 'type':
            return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.values(value).every((part) => typeof part !== 'object' || part === null) ? null : 'a compound data type';
    }
    if ('types' in shape)
        return typeMisfit(value, shape.types);
    if ('list' in shape) {
        if (!Array.isArray(value))
            return unexpected(value);
        return first(value, (item) => misfit(item, shape.list, nodes));
    }
    if ('fields' in shape)
        return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? fieldsMisfit(value, shape.fields, '', nodes) : unexpected(value);
    if (typeof value === 'string')
        return shape.oneOf.includes(value) ? null : value;
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && shape.or !== undefined ? fieldsMisfit(value, shape.or, '', nodes) : unexpected(value);
}
function typeMisfit(value, types) {
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return unexpected(value);
    const { data_type: kind, name, element_type: element, ...others } = value;
    if (Object.values(others).some((part) => typeof part === 'object' && part !== null))
        return 'a compound data type';
    if (kind === 'array')
        return typeMisfit(element, types);
    const named = kind === 'custom' ? name : kind;
    if (!isEmpty(element) || (kind !== 'custom' && !isEmpty(name)))
        return 'a compound data type';
    return typeof named === 'string' && types.has(named.toLowerCase()) ? null : `the type ${String(named)}`;
}
function nodeMisfit(value, nodes) {
    if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return unexpected(value);
    const [kind, ...others] = Object.keys(value);
    if (kind === undefined || others.length > 0)
        return unexpected(value);
    const shape = Object.hasOwn(nodes, kind) ? nodes[kind] : undefined;
    if (shape === undefined)
        return plain(kind);
    const payload = value[kind];
    if (payload === null)
        return null;
    return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(payload) ? fieldsMisfit(payload, shape, kind, nodes) : unexpected(payload);
}
function fieldsMisfit(value, shapes, kind, nodes) {
    return first(Object.entries(value), ([field, part]) => {
        if (isLayout(field) || isEmpty(part))
            return null;
        const shape = Object.hasOwn(shapes, field) ? shapes[field] : undefined;
        return shape === undefined ? plain(`${kind} ${field}`.trim()) : misfit(part, shape, nodes);
    });
}
function first(items, test) {
    for (const item of items) {
        const found = test(item);
        if (found !== null)
            return found;
    }
    return null;
}
const plain = (words) => words.replaceAll('_', ' ').toUpperCase();
function unexpected(value) {
    return `an unexpected part (${Array.isArray(value) ? 'list' : typeof value})`;
}


/***/ }),

/***/ 56621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   hK: () => (/* binding */ asNode),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Fields of clauses that have only one: `{"this": …}` of a WHERE, `{"expressions": […]}` of a FROM; no kind has these names. */
const clauseFields = new Set(['this', 'expressions']);
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The node that a value of the tree is, or null where it is a clause, a list or a scalar. */
function asNode(value) {
    if (!isRecord(value))
        return null;
    const keys = Object.keys(value);
    const kind = keys[0];
    if (keys.length !== 1 || kind === undefined || clauseFields.has(kind) || !/^[a-z]/.test(kind))
        return null;
    const payload = value[kind];
    if (payload === null)
        return { kind, payload: {} };
    return isRecord(payload) ? { kind, payload } : null;
}
/** The nodes directly below, in the order of the tree. */
function children(node) {
    const found = [];
    const pending = Object.values(node.payload).reverse();
    while (pending.length > 0) {
        const value = pending.pop();
        const child = asNode(value);
        if (child)
            found.push(child);
        else if (Array.isArray(value))
            pending.push(...value.toReversed());
        else if (isRecord(value))
            pending.push(...Object.values(value).reverse());
    }
    return found;
}
/** The node and everything below it, parents first. */
function* walk(root) {
    const pending = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        yield node;
        pending.push(...children(node).reverse());
    }
}
/** The text of an identifier field, or null where there is none. */
function identifier(value) {
    return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : null;
}
/** Every column reference below the node, in order, with its qualifier. */
function columnsOf(root) {
    const found = [];
    for (const node of walk(root)) {
        if (node.kind === 'column') {
            const column = identifier(node.payload['name']);
            const table = identifier(node.payload['table']);
            if (column !== null)
                found.push(table === null ? { column } : { table, column });
        }
        // SQLite's `json -> 1` reads as a lambda whose parameter is the column.
        if (node.kind === 'lambda' && Array.isArray(node.payload['parameters'])) {
            for (const parameter of node.payload['parameters']) {
                const column = identifier(parameter);
                if (column !== null)
                    found.push({ column });
            }
        }
    }
    return found;
}
/** The table that this node itself reads: a name in a FROM, or the right side of SQLite's `x IN table`. */
function tableOf(node) {
    if (node.kind === 'table') {
        const name = identifier(node.payload['name']);
        return name === null ? null : { catalog: identifier(node.payload['catalog']), schema: identifier(node.payload['schema']), name };
    }
    const field = node.kind === 'in' && node.payload['is_field'] === true && Array.isArray(node.payload['expressions']) ? asNode(node.payload['expressions'][0]) : null;
    const name = field?.kind === 'column' ? identifier(field.payload['name']) : null;
    return name === null ? null : { catalog: null, schema: identifier(field?.payload['table']), name };
}
/** Every table that is read below the node, names of common table expressions left out. */
function tablesOf(root) {
    const nodes = [...walk(root)];
    const local = new Set(nodes.flatMap((node) => commonTables(node)).map((name) => name.toLowerCase()));
    return nodes.flatMap((node) => {
        const table = tableOf(node);
        return table === null || (table.schema === null && local.has(table.name.toLowerCase())) ? [] : table;
    });
}
function commonTables(node) {
    const clause = node.payload['with'];
    if (!isRecord(clause) || !Array.isArray(clause['ctes']))
        return [];
    return clause['ctes'].flatMap((cte) => (isRecord(cte) ? (identifier(cte['alias']) ?? []) : []));
}


/***/ })

};
