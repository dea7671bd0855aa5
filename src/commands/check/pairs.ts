import { composeSource } from '../../context/compose.js';
import type { Context } from '../../context/context.js';
import type { Knowledge } from '../../context/knowledge.js';
import type { DbtEvidence } from '../../evidence/evidence.js';
import { byText } from '../../text/canonical.js';

/** A source of the context and the dbt nodes whose relation it is: models first. */
export interface Paired {
  readonly connection: string;
  readonly source: string;
  /** Evidence ids. */
  readonly nodes: readonly string[];
  /** Names of its stored columns; none is computed. */
  readonly columns: readonly string[];
}

/**
 * Pairs without a warehouse: what the lock knows of the evidence of a source, else tables by their names. A node may be
 * gone by now; that is what is looked for.
 */
export function pairSources(context: Context, knowledge: Knowledge, nodes: readonly DbtEvidence[]): Paired[] {
  const byName = Map.groupBy(nodes.filter((node) => node.data.relation !== null), (node) => node.data.relation?.name.toLowerCase() ?? '');
  const pairs: Paired[] = [];
  for (const connection of context.connections()) {
    for (const source of new Set([...context.entryNames(connection), ...context.sourceNames(connection)])) {
      const composed = composeSource(context, connection, source);
      if (composed?.table === undefined) continue;
      const known = (knowledge.records(connection, source)?.['']?.ev ?? []).filter((id) => id.startsWith('dbt:'));
      const ids = known.length > 0 ? known : named(composed.table, byName).map((node) => node.id);
      if (ids.length === 0) continue;
      pairs.push({
        connection, source, nodes: [...new Set(ids)].sort((a, b) => rank(a) - rank(b) || byText(a, b)),
        columns: composed.columns.filter((column) => column.expr === undefined).map((column) => column.name),
      });
    }
  }
  return pairs;
}

const kinds = ['model', 'snapshot', 'seed', 'source'];
const rank = (id: string): number => kinds.indexOf(/\/([a-z]+)\./.exec(id)?.[1] ?? '');

/** Nodes of a table's name: those of its schema where there are any; a dbt target of CI builds into another one. */
function named(table: string, byName: ReadonlyMap<string, readonly DbtEvidence[]>): readonly DbtEvidence[] {
  const parts = (table.match(/"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|[^.]+/g) ?? []).map((part) => part.replace(/^["`[]|["`\]]$/g, '').toLowerCase()).reverse();
  const found = byName.get(parts[0] ?? '') ?? [];
  const same = found.filter((node) => node.data.relation?.schema?.toLowerCase() === parts[1]);
  if (same.length > 0) return same;
  return new Set(found.map((node) => node.data.relation?.schema)).size === 1 ? found : [];
}
