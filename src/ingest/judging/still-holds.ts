import { entityId, type RemoveEdit } from '../../context/edit.js';
import { measureStatement, readsOf, segmentStatement } from '../statements.js';
import type { UnitSession } from '../tools/unit-session.js';
import { warehouseStop } from './world.js';

/**
 * What an earlier run wrote about the unit's sources and this one did not touch is run once more: its table may have
 * moved. What fails is taken back, with the reason; what a person wrote is never touched.
 */
export async function withdrawBroken(session: UnitSession): Promise<void> {
  const { world, sources, unit } = session.scope;
  if (unit.kind === 'document') return;
  for (const { connection, source, composed } of sources) {
    const warehouse = world.warehouse(connection);
    if (!warehouse) continue;
    const reads = readsOf(world.parser, warehouse, world.context);
    const common = { op: 'remove' as const, connection, source, evidence: unit.evidence.map((one) => one.id).sort(), author: 'model' as const };
    const standing: { edit: RemoveEdit; statement: string | undefined }[] = [
      ...composed.measures.map(({ value }) => ({ edit: { ...common, kind: 'measure' as const, name: value.name }, statement: measureStatement(reads, composed, value.name) })),
      ...composed.segments.map(({ value }) => ({ edit: { ...common, kind: 'segment' as const, name: value.name }, statement: segmentStatement(reads, composed, value.expr) })),
    ];
    for (const { edit, statement } of standing) {
      const id = entityId(edit);
      if (statement === undefined || session.accepted.has(id) || session.withdrawn.has(id) || session.scope.ownerOf(edit) !== 'ours' || warehouseStop(world, warehouse) !== null) continue;
      const result = await warehouse.query(statement, { maxRows: 1 });
      if (result.ok || result.reason === 'timeout' || result.reason === 'unavailable') continue;
      session.withdrawn.set(id, edit);
      session.refused.addNamed(`${edit.kind} ${source}.${edit.name ?? ''}`, `it no longer runs on ${connection} and was taken back: ${result.finding.message}`);
    }
  }
}
