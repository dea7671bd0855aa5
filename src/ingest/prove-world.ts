import type { Lock } from '../context/lock.js';
import type { DbtEvidence, TableEvidence } from '../evidence/evidence.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import { rememberedProofs } from './memory.js';
import { proveTables, type ProvedLink, type TableProofs } from './prove.js';

/** The proofs of all warehouses of a run. */
export interface Proofs {
  of(tableId: string): TableProofs | undefined;
  tableIdOf(link: ProvedLink, side: 'from' | 'to'): string;
  readonly findings: readonly Finding[];
}

export interface ProveWorldInput {
  readonly warehouses: readonly Warehouse[];
  readonly tables: readonly TableEvidence[];
  nodesOf(tableId: string): readonly DbtEvidence[];
  readonly lock: Lock;
  /** Whether neither structure nor data of the table moved since the lock was written. */
  isUnmoved(tableId: string): boolean;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** Proves what is new or moved; for the rest the lock's outcome stands. */
export async function proveWorld(input: ProveWorldInput): Promise<Proofs> {
  const { lock } = input;
  const before = new Map(lock.all('unit').flatMap((unit) => Object.keys(unit.evidence).map((id) => [id, unit.evidence] as const)));
  const stands = (table: TableEvidence): boolean => {
    const evidence = before.get(table.id) ?? {};
    return input.isUnmoved(table.id) && input.nodesOf(table.id).every((node) => evidence[node.id] === node.hash);
  };
  const all = new Map<string, TableProofs>();
  for (const warehouse of input.warehouses) {
    const proofs = await proveTables({
      warehouse, tables: input.tables.filter((table) => table.connection === warehouse.connection), concurrency: input.concurrency, signal: input.signal,
      nodesOf: (table) => input.nodesOf(table.id),
      remembered: (table) => (stands(table) ? rememberedProofs(lock, table.id) : undefined),
      isUnmoved: (table) => input.isUnmoved(table.id),
      before: (table) => rememberedProofs(lock, table.id),
    });
    for (const [id, proof] of proofs) all.set(id, proof);
  }
  const ids = new Map(input.tables.map((table) => [table.data.structure, table.id]));
  return {
    of: (id) => all.get(id),
    tableIdOf: (link, side) => ids.get(link.candidate[side]) ?? '',
    findings: [...all.values()].flatMap((proof) => [
      ...proof.findings,
      ...proof.unproved.map((what): Finding => ({ severity: 'notice', code: 'query-failed', message: `${what} could not be checked this time`, fix: 'it is checked again next time' })),
    ]),
  };
}
