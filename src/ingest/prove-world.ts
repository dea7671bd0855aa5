import type { DbtEvidence, TableEvidence } from '../evidence/evidence.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import type { LinkCandidate } from './candidates.js';
import { proveTables, type ProvedLink, type RememberedProofs, type TableProofs } from './prove.js';

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
  remembered(table: TableEvidence): RememberedProofs | undefined;
  isUnmoved(table: TableEvidence): boolean;
  wasLinked(table: TableEvidence, candidate: LinkCandidate): boolean;
  readonly concurrency: number;
}

export async function proveWorld(input: ProveWorldInput): Promise<Proofs> {
  const all = new Map<string, TableProofs>();
  for (const warehouse of input.warehouses) {
    const tables = input.tables.filter((table) => table.connection === warehouse.connection);
    const proofs = await proveTables({
      warehouse, tables, concurrency: input.concurrency,
      nodesOf: (table) => input.nodesOf(table.id), remembered: (table) => input.remembered(table), isUnmoved: (table) => input.isUnmoved(table),
      wasLinked: (table, candidate) => input.wasLinked(table, candidate),
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
