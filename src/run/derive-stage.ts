import type { World } from '../evidence/gather.js';
import type { Pairing } from '../evidence/match.js';
import { deriveUnits, type DerivedUnits } from '../ingest/derive-units.js';
import { placeTables, type TablePlace } from '../ingest/desire.js';
import { rememberedTable, unitRecord } from '../ingest/memory.js';
import type { Plan } from '../ingest/plan.js';
import { proveWorld, type Proofs } from '../ingest/prove-world.js';
import { withoutSecrets } from '../ingest/without-secrets.js';
import { driverName, isWarehouse, type Project } from '../project/project.js';
import { writeUnit, type OutputFolder } from '../publish/output.js';
import { isForModel, isJudging } from './judge-stage.js';
import type { RunIo, RunOptions } from './options.js';
import type { Start } from './start.js';

/** Whatever parsing and data justify, unit by unit. */

export interface Derived {
  readonly units: DerivedUnits;
  readonly proofs: Proofs;
  readonly places: ReadonlyMap<string, TablePlace>;
  /** Whether neither structure nor data of a table moved since the lock was written. */
  isUnmoved(tableId: string): boolean;
}

export async function deriveStage(project: Project, start: Start, world: World, pairing: Pairing, plan: Plan, folder: OutputFolder | null, options: RunOptions, io: RunIo): Promise<Derived> {
  const unmoved = new Set(world.tables.filter((table) => table.data.profile === undefined && rememberedTable(start.lock, table.id) !== undefined).map((table) => table.id));
  const isUnmoved = (id: string): boolean => unmoved.has(id);
  const quote = (connection: string, name: string): string => world.warehouses.find((one) => one.connection === connection)?.quote(name) ?? name;
  const proofs = await proveWorld({
    warehouses: world.warehouses, tables: world.tables, nodesOf: (id) => pairing.nodesOf.get(id) ?? [], lock: start.lock, isUnmoved, concurrency: options.concurrency, signal: io.signal,
  });
  const places = placeTables({ context: start.context, tables: world.tables, driverOf: (id) => driverOf(project, id), quote });
  const derived = await deriveUnits({
    units: plan.units, dbt: world.dbt, signal: io.signal, quote, proofs: (id) => proofs.of(id), sourceOf: (id) => places.get(id),
    tableIdOf: (link, side) => proofs.tableIdOf(link, side), standalone: !project.connections.some(isWarehouse),
    ended: (unit, edits) => { if (folder && !(isJudging(project, options) && isForModel(unit))) writeUnit(folder, { record: unitRecord(unit, edits.length > 0 ? 'written' : 'unchanged'), edits }, options.secrets); },
  });
  return { units: { ...derived, edits: withoutSecrets(derived.edits, options.secrets) }, proofs, places, isUnmoved };
}

/** As ktx.yaml names it; empty for a connection that it does not have. */
export function driverOf(project: Project, connection: string): string {
  const found = project.connections.find((one) => one.id === connection);
  return found ? driverName(found) : '';
}
