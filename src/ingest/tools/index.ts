import type { Tool } from '../../llm/backend.js';
import { finish } from './finish.js';
import { flag } from './flag.js';
import { proposeEdits } from './propose-edits.js';
import { queryWarehouse } from './query-warehouse.js';
import { readContext } from './read-context.js';
import { readEvidence } from './read-evidence.js';
import { searchContext } from './search-context.js';
import type { UnitSession } from './unit-session.js';

/**
 * What a model may do in one unit, sorted by name. A unit with a source and rows that may be seen also gets
 * query_warehouse; else all units have the same tools, so that they share a prompt cache.
 */
export function toolsOf(session: UnitSession): Tool[] {
  const { unit, world, sources } = session.scope;
  const connection = sources[0]?.connection;
  const warehouse = connection === undefined ? undefined : world.warehouse(connection);
  const asks = warehouse !== undefined && unit.kind !== 'document' && world.samples(warehouse.connection) !== 'none';
  const tools = [proposeEdits(session), flag(session), finish(session), readEvidence(session), searchContext(session), readContext(session), ...(asks ? [queryWarehouse(session, warehouse)] : [])];
  return tools.sort((a, b) => (a.name < b.name ? -1 : 1));
}
