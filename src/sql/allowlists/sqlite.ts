import type { Lexis } from '../lexis.js';
import { fields, list, oneOf, type NodeShapes } from '../shape.js';
import { aggregate, amount, binary, call, jsonPath, like, only, orderBy, orderings, over, pair, setOperation, several, unary, withClause } from './clauses.js';

/** https://www.sqlite.org/lang_keywords.html, lang_expr.html (literals), lang_comment.html (comments do not nest). */
export const sqliteLexis: Lexis = {
  nameQuotes: { '"': '"', '`': '`', '[': ']' },
  stringPrefixes: 'xX',
  parameters: '?:@$#',
  space: ' \t\n\f\r',
  nestedComments: false,
};

/** Every kind of node that a read-only SQLite query may hold, with every part of it that may be filled. */
export const sqliteNodes: NodeShapes = {
  // queries
  select: {
    expressions: list('node'), from: fields({ expressions: list('node') }), where_clause: only, having: only, order_by: orderBy,
    joins: list(fields({
      this: 'node', on: 'node', using: list('name'), use_inner_keyword: 'flag', use_outer_keyword: 'flag', deferred_condition: 'flag',
      kind: oneOf('Inner', 'Left', 'Right', 'Full', 'Cross', 'Natural', 'NaturalLeft', 'NaturalRight', 'NaturalFull', 'Implicit'),
    })),
    group_by: fields({ expressions: list('node') }), limit: amount, offset: amount, distinct: 'flag', with: withClause,
    windows: list(fields({ name: 'name', spec: over })),
  },
  union: setOperation,
  intersect: setOperation,
  except: setOperation,
  subquery: {
    this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text', order_by: orderBy, limit: amount, offset: amount,
    modifiers_inside: 'flag',
  },
  values: { expressions: list(fields({ expressions: list('node') })), alias: 'name' },
  table: { name: 'name', schema: 'name', alias: 'name', alias_explicit_as: 'flag' },
  alias: { this: 'node', alias: 'name', alias_explicit_as: 'flag', alias_keyword: 'text' },
  exists: { this: 'node', not: 'flag' },
  ordered: { this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' },
  // values
  column: { name: 'name', table: 'name' },
  dot: { this: 'node', field: 'name' },
  star: { table: 'name' },
  literal: { literal_type: oneOf('string', 'number', 'hex_string', 'hex_number'), value: 'text' },
  boolean: { value: 'flag' },
  null: {},
  paren: { this: 'node' },
  tuple: { expressions: list('node') },
  annotated: { this: 'node' },
  cast: { this: 'node', to: 'type' },
  collation: { this: 'node', collation: 'text', quoted: 'flag', double_quoted: 'flag' },
  case: { operand: 'node', whens: list(list('node')), else_: 'node' },
  lambda: { parameters: list('name'), body: 'node' },
  current_date: {},
  current_time: {},
  current_timestamp: {},
  // operators
  and: binary, or: binary, add: binary, sub: binary, mul: binary, div: binary, mod: binary, concat: binary,
  eq: binary, neq: binary, lt: binary, lte: binary, gt: binary, gte: binary, is: binary,
  null_safe_eq: binary, null_safe_neq: binary, glob: binary, match: binary, like,
  bitwise_and: binary, bitwise_or: binary, bitwise_left_shift: binary, bitwise_right_shift: binary,
  not: unary, neg: unary, bitwise_not: unary,
  between: { this: 'node', low: 'node', high: 'node', not: 'flag' },
  in: { this: 'node', expressions: list('node'), query: 'node', not: 'flag', is_field: 'flag' },
  is_null: { this: 'node', not: 'flag', postfix_form: 'flag' },
  is_true: { this: 'node', not: 'flag' },
  is_false: { this: 'node', not: 'flag' },
  json_extract: jsonPath, json_extract_scalar: jsonPath,
  // calls; what the parser has a kind of its own for is spelled out
  function: call,
  aggregate_function: call,
  window_function: { this: 'node', over },
  filter: { this: 'node', expression: 'node' },
  count: { this: 'node', star: 'flag', distinct: 'flag', filter: 'node', original_name: 'text' },
  sum: aggregate, avg: aggregate, min: aggregate, max: aggregate, median: aggregate,
  group_concat: { this: 'node', separator: 'node', order_by: orderings, distinct: 'flag', filter: 'node' },
  string_agg: { this: 'node', separator: 'node', order_by: orderings, distinct: 'flag', filter: 'node' },
  coalesce: several, concat_ws: several, greatest: several, least: several,
  if_null: pair, null_if: pair, nullif: pair, if_func: { condition: 'node', true_value: 'node', false_value: 'node', original_name: 'text' },
  abs: unary, ceil: { this: 'node', decimals: 'node' }, floor: { this: 'node', scale: 'node' },
  round: { this: 'node', decimals: 'node' }, sqrt: unary, exp: unary, ln: unary, log: { this: 'node', base: 'node' },
  sign: unary, power: pair, mod_func: pair, pi: {}, radians: unary, degrees: unary, random: {},
  sin: unary, cos: unary, tan: unary, asin: unary, acos: unary, atan: unary, atan2: pair, trunc_func: { this: 'node', decimals: 'node' },
  length: unary, lower: unary, upper: unary, unicode: unary, typeof: unary, soundex: unary, hex: unary,
  trim: { this: 'node', characters: 'node', position: oneOf('Both', 'Leading', 'Trailing'), position_explicit: 'flag', sql_standard_syntax: 'flag' },
  l_trim: unary, r_trim: unary, replace: { this: 'node', old: 'node', new: 'node' },
  substring: { this: 'node', start: 'node', length: 'node' },
  str_position: { this: 'node', substr: 'node', position: 'node' },
  row_number: {}, rank: {}, dense_rank: {}, percent_rank: {}, cume_dist: {}, n_tile: { num_buckets: 'node' },
  lag: { this: 'node', offset: 'node', default: 'node' }, lead: { this: 'node', offset: 'node', default: 'node' },
  first_value: { this: 'node' }, last_value: { this: 'node' }, nth_value: { this: 'node', offset: 'node' },
  date_diff: { this: 'node', expression: 'node' }, time_diff: { this: 'node', expression: 'node' },
  json_array_length: unary, json_type: unary, json_object: { pairs: list(list('node')) }, j_s_o_n_array: { expressions: list('node') },
};

/**
 * Every function by the name written in the statement. Left out: what loads or writes (load_extension, readfile,
 * writefile, edit, fts3_tokenizer), what tells about the session (changes, last_insert_rowid, sqlite_*), what makes large
 * values out of nothing (randomblob, zeroblob).
 */
export const sqliteFunctions: ReadonlySet<string> = new Set(
  `abs ceil ceiling char coalesce concat concat_ws format glob hex if ifnull iif instr length like likelihood likely lower
  ltrim max min nullif octet_length printf quote random replace round rtrim sign soundex substr substring trim typeof unhex
  unicode unlikely upper
  date time datetime julianday unixepoch strftime timediff current_date current_time current_timestamp
  avg count group_concat string_agg sum total median percentile percentile_cont percentile_disc
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  acos acosh asin asinh atan atan2 atanh cos cosh degrees exp floor ln log log10 log2 mod pi pow power radians sin sinh sqrt
  tan tanh trunc
  json json_array json_array_length json_each json_error_position json_extract json_group_array json_group_object
  json_insert json_object json_patch json_pretty json_quote json_remove json_replace json_set json_tree json_type json_valid
  bm25 highlight snippet`.split(/\s+/),
);

/** Words that may stand before a parenthesis without being a function: keywords and the types of a CAST. */
export const sqliteWords: ReadonlySet<string> = new Set(
  `all and as between by case cast else escape except exists filter from glob having in intersect is join like limit
  materialized match not offset on or over select then union using values when where
  char character varchar nvarchar nchar decimal numeric float real double int integer text`.split(/\s+/),
);

/**
 * Tables that the engine makes up, about itself or out of nothing, and that are readable without a parenthesis. The first
 * is a family: one for each PRAGMA. https://www.sqlite.org/vtab.html#list_of_virtual_table_implementations
 */
export const sqliteEngineTables = /^(pragma_.*|dbstat|sqlite_dbpage|sqlite_stmt|bytecode|tables_used|fts3tokenize|generate_series|carray|completion|fsdir)$/i;
