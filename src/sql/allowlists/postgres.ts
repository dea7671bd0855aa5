import type { Lexis } from '../lexis.js';
import { fields, list, oneOf, type NodeShapes, type Shape } from '../shape.js';
import { aggregate, amount, binary, call, jsonPath, like, only, orderBy, orderings, over, pair, setOperation, several, unary, withClause } from './clauses.js';

/**
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html. `U&"…"` and `U&'…'` are refused with all else that reads
 * in two ways: an escape may spell any name.
 */
export const postgresLexis: Lexis = {
  nameQuotes: { '"': '"' },
  stringPrefixes: 'xXbBeE',
  // the parser has a kind of node for them, which is not listed; `?` and `@` are operators
  parameters: '',
  space: ' \t\n\f\r\v',
  nestedComments: true,
  postgres: true,
};

/** Built-in types of values. Others have input functions of their own, and `regclass` and its like look into the catalogue. */
const types: Shape = {
  types: new Set(`boolean bool tiny_int small_int int big_int int2 int4 int8 float float4 float8 double decimal numeric real text char var_char varchar bpchar name uuid date time timestamp
    interval json json_b jsonb bytea binary var_binary blob bit var_bit money inet cidr macaddr point int4range int8range numrange tsrange tstzrange daterange`.split(/\s+/)),
};

const columnAliases = list('name');

/** Every kind of node that a read-only PostgreSQL query may hold, with every part of it that may be filled. */
export const postgresNodes: NodeShapes = {
  // queries
  select: {
    expressions: list('node'), from: fields({ expressions: list('node') }), where_clause: only, having: only, order_by: orderBy,
    joins: list(fields({
      this: 'node', on: 'node', using: list('name'), use_inner_keyword: 'flag', use_outer_keyword: 'flag', deferred_condition: 'flag',
      kind: oneOf('Inner', 'Left', 'Right', 'Full', 'Cross', 'Natural', 'NaturalLeft', 'NaturalRight', 'NaturalFull', 'Implicit', 'Lateral', 'LeftLateral', 'CrossLateral'),
    })),
    group_by: fields({ expressions: list('node') }), limit: amount, offset: amount, distinct: 'flag', distinct_on: list('node'), with: withClause,
    fetch: fields({ direction: 'text', count: 'node', rows: 'flag', with_ties: 'flag' }),
    windows: list(fields({ name: 'name', spec: over })),
  },
  union: setOperation,
  intersect: setOperation,
  except: setOperation,
  subquery: {
    this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text', column_aliases: columnAliases, order_by: orderBy, limit: amount, offset: amount,
    modifiers_inside: 'flag', lateral: 'flag',
  },
  values: { expressions: list(fields({ expressions: list('node') })), alias: 'name', column_aliases: columnAliases },
  table: { name: 'name', schema: 'name', catalog: 'name', alias: 'name', alias_explicit_as: 'flag', column_aliases: columnAliases, only: 'flag' },
  lateral: { this: 'node', alias: 'text', alias_quoted: 'flag', column_aliases: list('text') },
  alias: { this: 'node', alias: 'name', column_aliases: columnAliases, alias_explicit_as: 'flag', alias_keyword: 'text' },
  exists: { this: 'node', not: 'flag' },
  ordered: { this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' },
  // values; the guard looks at each `dot`: `(x).f` calls the function f where x has no field of that name
  column: { name: 'name', table: 'name' },
  dot: { this: 'node', field: 'name' },
  star: { table: 'name' },
  literal: { literal_type: oneOf('string', 'number', 'hex_string', 'bit_string', 'escape_string', 'dollar_string', 'date', 'time', 'timestamp'), value: 'text' },
  boolean: { value: 'flag' },
  null: {},
  paren: { this: 'node' },
  tuple: { expressions: list('node') },
  annotated: { this: 'node' },
  cast: { this: 'node', to: types, double_colon_syntax: 'flag' },
  collation: { this: 'node', collation: 'text', quoted: 'flag', double_quoted: 'flag' },
  case: { operand: 'node', whens: list(list('node')), else_: 'node' },
  interval: { this: 'node', unit: fields({ type: oneOf('simple'), unit: 'text', use_plural: 'flag' }) },
  named_argument: { name: 'name', value: 'node', separator: 'text' },
  array_func: { expressions: list('node'), bracket_notation: 'flag' },
  subscript: { this: 'node', index: 'node' },
  array_slice: { this: 'node', start: 'node', end: 'node' },
  at_time_zone: { this: 'node', zone: 'node' },
  current_date: {}, current_time: {}, current_timestamp: {}, localtime: {}, localtimestamp: {},
  // operators
  and: binary, or: binary, add: binary, sub: binary, mul: binary, div: binary, mod: binary, concat: binary,
  eq: binary, neq: binary, lt: binary, lte: binary, gt: binary, gte: binary, is: binary,
  null_safe_eq: binary, null_safe_neq: binary, like, i_like: like, similar_to: { this: 'node', pattern: 'node', escape: 'node', not: 'flag' },
  regexp_like: { this: 'node', pattern: 'node', flags: 'node' }, regexp_i_like: pair,
  bitwise_and: binary, bitwise_or: binary, bitwise_xor: binary, bitwise_left_shift: binary, bitwise_right_shift: binary,
  not: unary, neg: unary, bitwise_not: unary,
  any: { this: 'node', subquery: 'node', op: 'text' }, all: { this: 'node', subquery: 'node', op: 'text' },
  between: { this: 'node', low: 'node', high: 'node', not: 'flag' },
  in: { this: 'node', expressions: list('node'), query: 'node', not: 'flag' },
  is_null: { this: 'node', not: 'flag', postfix_form: 'flag' },
  is_true: { this: 'node', not: 'flag' },
  is_false: { this: 'node', not: 'flag' },
  overlaps: pair,
  array_overlaps: binary, array_contains_all: binary, array_contained_by: binary,
  json_extract: { ...jsonPath, hash_arrow_syntax: 'flag' }, json_extract_scalar: { ...jsonPath, hash_arrow_syntax: 'flag' }, json_extract_path: { this: 'node', paths: list('node') },
  j_s_o_n_b_contains: pair, j_s_o_n_b_contains_all_top_keys: binary, j_s_o_n_b_contains_any_top_keys: binary,
  // calls; what the parser has a kind of its own for is spelled out
  function: call,
  aggregate_function: call,
  window_function: { this: 'node', over },
  filter: { this: 'node', expression: 'node' },
  within_group: { this: 'node', order_by: orderings },
  count: { this: 'node', star: 'flag', distinct: 'flag', filter: 'node', original_name: 'text' },
  sum: aggregate, avg: aggregate, min: aggregate, max: aggregate, mode: aggregate, array_agg: aggregate,
  stddev: aggregate, stddev_pop: aggregate, stddev_samp: aggregate, variance: aggregate, var_pop: aggregate, var_samp: aggregate,
  corr: binary, covar_pop: binary, covar_samp: binary, logical_and: aggregate, logical_or: aggregate,
  string_agg: { this: 'node', separator: 'node', order_by: orderings, distinct: 'flag', filter: 'node' },
  coalesce: several, concat_ws: several, greatest: several, least: several, null_if: pair, nullif: pair,
  abs: unary, ceil: { this: 'node', decimals: 'node' }, floor: { this: 'node', scale: 'node' },
  round: { this: 'node', decimals: 'node' }, sqrt: unary, cbrt: unary, exp: unary, ln: unary, log: { this: 'node', base: 'node' }, log10: unary,
  sign: unary, power: pair, mod_func: pair, pi: {}, radians: unary, degrees: unary, random: {},
  sin: unary, cos: unary, tan: unary, asin: unary, acos: unary, atan: unary, atan2: pair, trunc_func: { this: 'node', decimals: 'node' },
  width_bucket: { this: 'node', min_value: 'node', max_value: 'node', num_buckets: 'node' },
  length: unary, lower: unary, upper: unary, initcap: unary, reverse: unary, left: { this: 'node', length: 'node' }, right: { this: 'node', length: 'node' },
  trim: { this: 'node', characters: 'node', position: oneOf('Both', 'Leading', 'Trailing'), position_explicit: 'flag', sql_standard_syntax: 'flag' },
  l_trim: unary, r_trim: unary, replace: { this: 'node', old: 'node', new: 'node' },
  overlay: { this: 'node', replacement: 'node', from: 'node', length: 'node' },
  substring: { this: 'node', start: 'node', length: 'node', from_for_syntax: 'flag' },
  str_position: { this: 'node', substr: 'node', position: 'node' }, split_part: { this: 'node', delimiter: 'node', part: 'node' },
  normalize: { this: 'node', form: 'node' }, to_number: { this: 'node', format: 'node' },
  extract: { this: 'node', field: 'text' }, cardinality: unary, unnest: { this: 'node', expressions: list('node'), with_ordinality: 'flag', alias: 'name' },
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
export const postgresFunctions: ReadonlySet<string> = new Set([
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
export const postgresWords: ReadonlySet<string> = new Set(
  `all and any array as between by case cast cube distinct else escape except exists filter from full group groups grouping having ilike in inner intersect is join lateral like limit
  materialized not notnull isnull offset on or order outer over overlaps partition range rollup rows select sets similar some then to union using values when where with within zone
  char character varchar varying decimal dec numeric float double bit time timestamp timestamptz interval int integer bigint smallint text bpchar cross natural left right`.split(/\s+/),
);

/** The system's own tables, in whatever schema they are looked for, and its schemas. */
export const postgresEngineTables = /^(pg_.*|information_schema)$/i;
