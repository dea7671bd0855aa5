import type { SqlParser } from '../../../sql/parser.js';
import { asNode, identifier, isRecord, type SqlNode } from '../../../sql/tree.js';
import { canonicalJson } from '../../../text/canonical.js';
import type { DbtEvidence } from '../../evidence.js';
import { callsIn, expressionsIn } from './jinja.js';

/** Which columns the final SELECT of a model gives, as far as its SQL says without dbt being run. */

export interface OutputColumn {
  readonly name: string;
  /** What it is computed from, without its name: equal texts mean equal expressions. */
  readonly meaning: string;
  /** The file in which it is written, and the character there; the offset is null where a file only passes it on. */
  readonly file: string;
  readonly offset: number | null;
}

export interface Outputs {
  /** By name in lower case, in the order of the SELECT. */
  readonly columns: ReadonlyMap<string, OutputColumn>;
  /** Whether these are all: nothing is hidden behind a macro, a loop or a star over what is not known. */
  readonly complete: boolean;
}

const nothing: Outputs = { columns: new Map(), complete: false };

export interface OutputsInput {
  readonly nodes: readonly DbtEvidence[];
  /** Text of a file as it is. */
  text(file: string): string | undefined;
  readonly parser: SqlParser;
  readonly dialect: string;
  /** Trees by text, for projects that share most of their files. */
  readonly parsed: Map<string, SqlNode | null>;
}

/** The columns of a node by its evidence id, worked out when asked for. */
export function outputsOf(input: OutputsInput): (id: string) => Outputs {
  const byId = new Map(input.nodes.map((node) => [node.id, node]));
  const known = new Map<string, Outputs>();
  const ask = (id: string): Outputs => {
    const ready = known.get(id);
    if (ready) return ready;
    // a model that reads itself gives nothing
    known.set(id, nothing);
    const node = byId.get(id);
    const found = node ? nodeOutputs(node, input, ask) : nothing;
    known.set(id, found);
    return found;
  };
  return ask;
}

function nodeOutputs(node: DbtEvidence, input: OutputsInput, ask: (id: string) => Outputs): Outputs {
  const file = node.origin.file ?? '';
  if (node.data.resource === 'seed') return seedOutputs(file, input.text(file) ?? '');
  const documented: Outputs = {
    complete: false,
    columns: new Map(node.data.columns.map((column) => [column.name.toLowerCase(), { name: column.name, meaning: '', file: column.origin.file ?? file, offset: null }])),
  };
  if (node.data.resource !== 'model' || !file.endsWith('.sql')) return documented;
  const text = input.text(file);
  if (text === undefined) return nothing;
  const template = plainSql(text, node);
  const tree = parsed(template.sql, input);
  if (tree === null) return nothing;
  const relations = new Map([...template.relations].map(([name, id]) => [name, () => ask(id)]));
  const outputs = queryOutputs(tree, { file, relations, ctes: new Map() });
  return template.exact ? outputs : { ...outputs, complete: false };
}

function seedOutputs(file: string, text: string): Outputs {
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const names = header.split(',').map((name) => name.trim().replace(/^"|"$/g, '')).filter((name) => name !== '');
  return { columns: new Map(names.map((name) => [name.toLowerCase(), { name, meaning: name, file, offset: 0 }])), complete: names.length > 0 };
}

function parsed(sql: string, input: OutputsInput): SqlNode | null {
  const ready = input.parsed.get(sql);
  if (ready !== undefined) return ready;
  let tree: SqlNode | null = null;
  for (const dialect of new Set([input.dialect, 'generic'])) {
    const result = input.parser.parse(sql, dialect);
    const statement = result.ok && result.tree.length === 1 ? asNode(result.tree[0]) : null;
    if (statement === null) continue;
    tree = statement;
    break;
  }
  input.parsed.set(sql, tree);
  return tree;
}

interface PlainSql {
  readonly sql: string;
  /** Evidence ids of what stands-in names of FROM mean. */
  readonly relations: ReadonlyMap<string, string>;
  /** False where Jinja may add or drop columns. */
  readonly exact: boolean;
}

const standIn = /^kx\d+z*$/;
const holdsStandIn = /kx\d+z/;

/** The SQL of a template with every character at its place: Jinja becomes names of the same length, or space. */
function plainSql(text: string, node: DbtEvidence): PlainSql {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  const template = text.replace(/\{#[\s\S]*?#\}/g, blank);
  const relations = new Map<string, string>();
  let exact = true;
  let sql = '';
  let at = 0;
  expressionsIn(template).forEach(({ code, index, end, statement }, number) => {
    const start = index - 2;
    if (start < at) return;
    sql += template.slice(at, start);
    at = end;
    const whole = template.slice(start, end);
    if (statement) {
      if (!/^\s*(if|endif|set|do|config)\b/.test(code) || /^\s*set\s+\w+\s*$/.test(code)) exact = false;
      sql += blank(whole);
      return;
    }
    const [call] = callsIn(code, ['ref', 'source', 'config']);
    if (call?.name === 'config') {
      sql += blank(whole);
      return;
    }
    const [first = ''] = whole.split('\n', 1);
    const name = `kx${number}`.padEnd(first.length, 'z');
    sql += name + blank(whole.slice(name.length));
    const id = call && /^\s*(ref|source)\s*\(/.test(code) ? dependency(call, node) : undefined;
    if (id !== undefined) relations.set(name, id);
  });
  return { sql: (sql + template.slice(at)).replace(/;\s*$/, ''), relations, exact };
}

/** The node that a ref or source means: one of those that the model is known to read. */
function dependency(call: { readonly name: string; readonly args: readonly unknown[] }, node: DbtEvidence): string | undefined {
  const names = call.args.filter((arg): arg is string => typeof arg === 'string');
  const wanted = call.name === 'source' ? names.join('.') : names.at(-1) ?? '';
  return node.data.dependsOn.find((id) => {
    const [kind = '', ...rest] = id.slice(id.indexOf('/') + 1).split('.');
    const name = rest.join('.');
    return (kind === 'source') === (call.name === 'source') && (name === wanted || name.startsWith(`${wanted}.v`));
  });
}

interface Scope {
  readonly file: string;
  /** What dbt's own relations give, by stand-in. */
  readonly relations: ReadonlyMap<string, () => Outputs>;
  readonly ctes: ReadonlyMap<string, Outputs>;
}

function queryOutputs(query: SqlNode, scope: Scope): Outputs {
  const inner = withCtes(query, scope);
  const part = (field: string): Outputs => {
    const node = asNode(query.payload[field]);
    return node ? queryOutputs(node, inner) : nothing;
  };
  switch (query.kind) {
    case 'union':
    case 'intersect':
    case 'except':
      return part('left');
    case 'subquery':
    case 'paren':
      return part('this');
    case 'select':
      return selectOutputs(query, inner);
    default:
      return nothing;
  }
}

function withCtes(query: SqlNode, scope: Scope): Scope {
  const clause = query.payload['with'];
  if (!isRecord(clause) || !Array.isArray(clause['ctes'])) return scope;
  const ctes = new Map(scope.ctes);
  for (const cte of clause['ctes'] as unknown[]) {
    const name = isRecord(cte) ? identifier(cte['alias']) : null;
    const body = isRecord(cte) ? asNode(cte['this']) : null;
    if (name === null || body === null || !isRecord(cte)) continue;
    const renamed = Array.isArray(cte['columns']) && cte['columns'].length > 0;
    ctes.set(name.toLowerCase(), renamed ? nothing : queryOutputs(body, { ...scope, ctes }));
  }
  return { ...scope, ctes };
}

function selectOutputs(select: SqlNode, scope: Scope): Outputs {
  const from = relationsOf(select, scope);
  const columns = new Map<string, OutputColumn>();
  let complete = true;
  const add = (column: OutputColumn): void => {
    if (!columns.has(column.name.toLowerCase())) columns.set(column.name.toLowerCase(), column);
  };
  for (const item of Array.isArray(select.payload['expressions']) ? (select.payload['expressions'] as unknown[]) : []) {
    const node = asNode(item);
    if (node?.kind === 'star') {
      const table = identifier(node.payload['table'])?.toLowerCase();
      const read = table === undefined ? [...from.values()] : [from.get(table) ?? nothing];
      const left = new Set(listed(node.payload['except']).map((name) => name.toLowerCase()));
      for (const outputs of read) for (const [name, column] of outputs.columns) if (!left.has(name)) add(column);
      if (read.length === 0 || read.some((outputs) => !outputs.complete) || node.payload['rename'] || node.payload['replace']) complete = false;
      continue;
    }
    const named = node && namedItem(node);
    if (!named) continue;
    if (holdsStandIn.test(named.name)) complete = false;
    else add({ name: named.name, meaning: canonicalJson(bare(named.meaning)), file: scope.file, offset: named.offset });
  }
  return { columns, complete: complete && columns.size > 0 };
}

/** The items of FROM and JOIN by the name under which they are spoken of. */
function relationsOf(select: SqlNode, scope: Scope): Map<string, Outputs> {
  const { from, joins } = select.payload;
  const items = [
    ...(isRecord(from) && Array.isArray(from['expressions']) ? (from['expressions'] as unknown[]) : []),
    ...(Array.isArray(joins) ? (joins as unknown[]).map((join) => (isRecord(join) ? join['this'] : null)) : []),
  ];
  const found = new Map<string, Outputs>();
  items.forEach((item, index) => {
    const node = asNode(item);
    const name = node?.kind === 'table' ? identifier(node.payload['name']) : null;
    const alias = (node && identifier(node.payload['alias'])) ?? name ?? String(index);
    const outputs = name !== null && node ? tableOutputs(node, name, scope) : node ? queryOutputs(node, scope) : nothing;
    found.set(alias.toLowerCase(), outputs);
  });
  return found;
}

function tableOutputs(table: SqlNode, name: string, scope: Scope): Outputs {
  if (table.payload['schema']) return nothing;
  return standIn.test(name) ? (scope.relations.get(name)?.() ?? nothing) : (scope.ctes.get(name.toLowerCase()) ?? nothing);
}

function namedItem(node: SqlNode): { readonly name: string; readonly meaning: unknown; readonly offset: number | null } | null {
  const field = node.kind === 'alias' ? 'alias' : node.kind === 'column' ? 'name' : null;
  const name = field === null ? null : identifier(node.payload[field]);
  if (field === null || name === null) return null;
  const at = node.payload[field];
  const span = isRecord(at) && isRecord(at['span']) ? at['span']['start'] : null;
  // of a column its name alone: under which name its table goes says nothing
  return { name, meaning: node.kind === 'alias' ? meant(node.payload['this']) : name.toLowerCase(), offset: typeof span === 'number' ? span : null };
}

function meant(value: unknown): unknown {
  const node = asNode(value);
  const name = node?.kind === 'column' ? identifier(node.payload['name']) : null;
  return name === null ? value : name.toLowerCase();
}

/** A tree without places, comments and what is not said. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(bare);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key, part]) => key !== 'span' && !key.endsWith('comments') && part !== null && part !== false)
    .map(([key, part]) => [key, bare(part)]));
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).map(identifier).filter((name) => name !== null) : [];
}
