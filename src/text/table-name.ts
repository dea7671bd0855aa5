/** A table is (catalog, schema, name) everywhere. */
export interface TableName {
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly name: string;
}

/** `main.orders`, with nulls left out; for people and ids, not for SQL. */
export function tableText(name: TableName): string {
  return [name.catalog, name.schema, name.name].filter((part) => part !== null).join('.');
}

/** Evidence id of a table. */
export function tableId(connection: string, name: TableName): string {
  return `table:${connection}/${tableText(name)}`;
}
