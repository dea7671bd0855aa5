import { hash12 } from '../text/canonical.js';
import { tableId, tableText, type TableEvidence, type TableProfile, type TableStructure } from './evidence.js';
import type { ScannedTable } from './warehouse/warehouse.js';

/** What the lock remembers of a table. */
export interface RememberedTable {
  readonly structure: string;
  readonly mark: string | null;
  readonly hash: string;
}

export function structureHashOf(structure: TableStructure): string {
  return hash12(structure);
}

/** Whether the driver's marker and the structure say that nothing moved, so that the table need not be read. */
export function isUnmoved(scanned: ScannedTable, structureHash: string, remembered: RememberedTable | undefined): boolean {
  return remembered !== undefined && scanned.mark !== null && remembered.mark === scanned.mark && remembered.structure === structureHash;
}

/** Row counts are hashed as a power of ten, so that growth is not a change. */
function magnitude(rows: number): number {
  return rows <= 0 ? -1 : Math.floor(Math.log10(rows));
}

export function tableEvidence(connection: string, scanned: ScannedTable, profile: TableProfile | undefined, remembered: RememberedTable | undefined): TableEvidence {
  const { structure, mark } = scanned;
  const structureHash = structureHashOf(structure);
  const hash = profile ? hash12([structureHash, magnitude(profile.rows), profile.values]) : remembered?.hash ?? structureHash;
  return {
    id: tableId(connection, structure.name), kind: 'table', connection,
    data: { structure, mark, ...(profile ? { profile } : {}) },
    get text() { return tableDescription(structure, profile); },
    origin: {}, presence: 'present', hash, structureHash,
  };
}

function tableDescription(structure: TableStructure, profile: TableProfile | undefined): string {
  const columns = structure.columns.map((column) => {
    // a column may be called __proto__
    const values = profile && Object.hasOwn(profile.values, column.name) ? profile.values[column.name] : undefined;
    const notes = [column.nullable ? '' : 'not null', structure.primaryKey.includes(column.name) ? 'key' : '', column.comment ?? '', values ? `one of ${values.join(' | ')}` : ''];
    return `- ${column.name} ${column.nativeType || column.type} ${notes.filter((note) => note !== '').join('; ')}`.trimEnd();
  });
  const head = `${structure.kind} ${tableText(structure.name)}${profile ? `, about 10^${Math.max(0, magnitude(profile.rows))} rows` : ''}`;
  return [head, ...(structure.comment ? [structure.comment] : []), ...columns, ...(structure.definition ? [structure.definition] : [])].join('\n');
}
