/**
 * A narrow reading of the parser's tree. A node is an object with one key, its kind, over its payload:
 * `{"column": {"name": {…}, "table": null}}`. Payloads hold nodes, lists of nodes, and clauses (objects that are no nodes,
 * such as an ORDER BY), which are read through.
 */
export interface SqlNode {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Fields of clauses that have only one: `{"this": …}` of a WHERE, `{"expressions": […]}` of a FROM; no kind has these names. */
const clauseFields = new Set(['this', 'expressions']);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The node that a value of the tree is, or null where it is a clause, a list or a scalar. */
export function asNode(value: unknown): SqlNode | null {
  if (!isRecord(value)) return null;
  const keys = Object.keys(value);
  const kind = keys[0];
  if (keys.length !== 1 || kind === undefined || clauseFields.has(kind) || !/^[a-z]/.test(kind)) return null;
  const payload = value[kind];
  if (payload === null) return { kind, payload: {} };
  return isRecord(payload) ? { kind, payload } : null;
}

/** The nodes directly below, in the order of the tree. */
export function children(node: SqlNode): SqlNode[] {
  const found: SqlNode[] = [];
  const pending: unknown[] = Object.values(node.payload).reverse();
  while (pending.length > 0) {
    const value = pending.pop();
    const child = asNode(value);
    if (child) found.push(child);
    else if (Array.isArray(value)) pending.push(...(value as unknown[]).toReversed());
    else if (isRecord(value)) pending.push(...Object.values(value).reverse());
  }
  return found;
}

/** The node and everything below it, parents first. */
export function* walk(root: SqlNode): Generator<SqlNode> {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    pending.push(...children(node).reverse());
  }
}

/** The text of an identifier field, or null where there is none. */
export function identifier(value: unknown): string | null {
  return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : null;
}

export interface ColumnName {
  readonly table?: string;
  readonly column: string;
}

/** Every column reference below the node, in order, with its qualifier. */
export function columnsOf(root: SqlNode): ColumnName[] {
  const found: ColumnName[] = [];
  for (const node of walk(root)) {
    if (node.kind === 'column') {
      const column = identifier(node.payload['name']);
      const table = identifier(node.payload['table']);
      if (column !== null) found.push(table === null ? { column } : { table, column });
    }
    // SQLite's `json -> 1` reads as a lambda whose parameter is the column.
    if (node.kind === 'lambda' && Array.isArray(node.payload['parameters'])) {
      for (const parameter of node.payload['parameters'] as unknown[]) {
        const column = identifier(parameter);
        if (column !== null) found.push({ column });
      }
    }
  }
  return found;
}

export interface TableReference {
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly name: string;
}

/** The table that this node itself reads: a name in a FROM, or the right side of SQLite's `x IN table`. */
export function tableOf(node: SqlNode): TableReference | null {
  if (node.kind === 'table') {
    const name = identifier(node.payload['name']);
    return name === null ? null : { catalog: identifier(node.payload['catalog']), schema: identifier(node.payload['schema']), name };
  }
  const field = node.kind === 'in' && node.payload['is_field'] === true && Array.isArray(node.payload['expressions']) ? asNode(node.payload['expressions'][0]) : null;
  const name = field?.kind === 'column' ? identifier(field.payload['name']) : null;
  return name === null ? null : { catalog: null, schema: identifier(field?.payload['table']), name };
}

/** Every table that is read below the node, names of common table expressions left out. */
export function tablesOf(root: SqlNode): TableReference[] {
  const nodes = [...walk(root)];
  const local = new Set(nodes.flatMap((node) => commonTables(node)).map((name) => name.toLowerCase()));
  return nodes.flatMap((node) => {
    const table = tableOf(node);
    return table === null || (table.schema === null && local.has(table.name.toLowerCase())) ? [] : table;
  });
}

function commonTables(node: SqlNode): string[] {
  const clause = node.payload['with'];
  if (!isRecord(clause) || !Array.isArray(clause['ctes'])) return [];
  return (clause['ctes'] as unknown[]).flatMap((cte) => (isRecord(cte) ? (identifier(cte['alias']) ?? []) : []));
}
