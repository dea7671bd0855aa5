import type { Connection } from '../../project/project.js';
import type { WarehouseAddress } from '../../project/sources.js';
import type { OpenResult } from './warehouse.js';

export interface OpenInput {
  readonly connection: Connection;
  readonly address: WarehouseAddress;
  /** Files must lie in it. */
  readonly root: string;
  readonly signal?: AbortSignal;
}

/** The warehouse of a connection by its driver, which is loaded only then. */
export async function openWarehouse({ connection, address, root, signal }: OpenInput): Promise<OpenResult> {
  const options = connection.options as { readonly enabled_tables?: readonly string[]; readonly query_timeout_ms?: number };
  const common = {
    connection: connection.id,
    ...(options.enabled_tables ? { enabledTables: options.enabled_tables } : {}),
    ...(options.query_timeout_ms ? { queryTimeoutMs: options.query_timeout_ms } : {}),
  };
  if (address.driver === 'sqlite') {
    const { openSqlite } = await import('./sqlite.js');
    return openSqlite({ ...common, file: address.file, root });
  }
  const { openPostgres } = await import('./postgres.js');
  const { schema, schemas, maxConnections } = connection.driver === 'postgres' ? connection.options : {};
  const scope = schemas ?? (schema === undefined ? undefined : [schema]);
  return openPostgres({ ...common, address, ...(scope === undefined ? {} : { schemas: scope }), ...(maxConnections === undefined ? {} : { maxConnections }), ...(signal === undefined ? {} : { signal }) });
}
