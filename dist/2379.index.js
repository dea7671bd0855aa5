export const id = 2379;
export const ids = [2379];
export const modules = {

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


/***/ })

};
