import type { DbtEvidence, Evidence, TableEvidence } from '../evidence/evidence.js';

/** What parsing cannot do and a model could: listed and priced, whether or not there is a model. */
export interface Remainder {
  /** For people and for the model: `measures`, `a wiki page`, … */
  readonly for: readonly string[];
  /** Some of it are descriptions. */
  readonly describes: boolean;
  /** Estimate of what a model writes for it, in tokens. */
  readonly outputTokens: number;
}

/** Null where nothing is left. Reads no text, so that it costs nothing on a night on which nothing is due. */
export function remainderOf(unit: { readonly kind: string; readonly evidence: readonly Evidence[] }, describes: boolean): Remainder | null {
  const left: string[] = [];
  let output = 150;
  const nodes = unit.evidence.filter((one): one is DbtEvidence => one.kind === 'dbt');
  const table = unit.evidence.find((one): one is TableEvidence => one.kind === 'table');
  if (unit.kind === 'document') {
    left.push('a wiki page, and measures that it defines');
    output += 700;
  }
  const numbers = numericColumns(table, nodes);
  if (numbers > 0) {
    left.push('measures');
    output += 120 * Math.min(numbers, 6);
  }
  if (nodes.some((node) => (node.data.rawSql?.length ?? 0) > 400)) {
    left.push('business rules in the SQL');
    output += 300;
  }
  const bare = describes ? bareColumns(table, nodes) : 0;
  if (bare > 0) {
    left.push(`${bare} column description${bare === 1 ? '' : 's'}`);
    output += 25 * bare;
  }
  if (left.length === 0) return null;
  return { for: left, describes: bare > 0, outputTokens: output };
}

const keyLike = /(_|^)(id|key|code)$/i;

function numericColumns(table: TableEvidence | undefined, nodes: readonly DbtEvidence[]): number {
  if (table) return table.data.structure.columns.filter((column) => column.type === 'number' && !table.data.structure.primaryKey.includes(column.name) && !keyLike.test(column.name)).length;
  return nodes.flatMap((node) => node.data.columns).filter((column) => /int|num|dec|real|float|double|money/i.test(column.dataType ?? '') && !keyLike.test(column.name)).length;
}

function bareColumns(table: TableEvidence | undefined, nodes: readonly DbtEvidence[]): number {
  const described = new Set(nodes.flatMap((node) => node.data.columns.filter((column) => column.description.trim() !== '').map((column) => column.name.toLowerCase())));
  return table?.data.structure.columns.filter((column) => !column.comment && !described.has(column.name.toLowerCase())).length ?? 0;
}
