import type { Finding } from '../finding.js';
import type { Project } from '../project/project.js';
import { byText } from '../text/canonical.js';
import { nearest } from '../text/nearest.js';
import type { DbtEvidence, TableEvidence } from './evidence.js';
import { tableText } from './evidence.js';

/** How much of one source was found in another. */
export interface Match {
  readonly from: string;
  readonly to: string;
  readonly found: number;
  readonly of: number;
}

export interface Pairing {
  /** dbt evidence id → the table that is its relation. */
  readonly tableOf: ReadonlyMap<string, TableEvidence>;
  /** Table evidence id → the dbt nodes whose relation it is: models first, then snapshots, seeds, sources. */
  readonly nodesOf: ReadonlyMap<string, readonly DbtEvidence[]>;
  readonly matches: readonly Match[];
  readonly findings: readonly Finding[];
  /** dbt connections that too little was found of to be used. */
  readonly blocked: ReadonlySet<string>;
}

/** Pairs the dbt nodes of a run with its tables; without any readable table there is nothing to match with. */
export function matchWorld(project: Project, world: { readonly tables: readonly TableEvidence[]; readonly dbt: readonly DbtEvidence[]; readonly unreadable: ReadonlySet<string> }): Pairing {
  const warehouses = project.connections.filter((connection) => connection.driver !== 'dbt' && connection.driver !== 'skipped');
  const hopeless = world.tables.length === 0 && (warehouses.length === 0 || warehouses.some((connection) => world.unreadable.has(connection.id)));
  return matchDbt(
    hopeless ? [] : world.dbt, world.tables, (id) => warehouses.some((connection) => connection.id === id && connection.driver === 'sqlite'),
    (id) => project.connections.find((connection) => connection.id === id)?.place() ?? { file: project.file },
  );
}

const precedence = { model: 0, snapshot: 1, seed: 2, source: 3 } as const;

const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** Least share of a source that must be found before it is trusted (DESIGN section 7). */
const enough = 0.5;

/**
 * Pairs dbt nodes with scanned tables: same name, and no other schema or catalogue than the node's. A warehouse without
 * schemas of its own (SQLite) is matched by name. `place` is where the dbt connection stands in ktx.yaml.
 */
export function matchDbt(
  nodes: readonly DbtEvidence[], tables: readonly TableEvidence[], schemaless: (connection: string) => boolean,
  place: (connection: string) => { file: string; line?: number; column?: number },
): Pairing {
  const byName = new Map<string, TableEvidence[]>();
  for (const table of tables) {
    const name = table.data.structure.name.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), table]);
  }
  const tableOf = new Map<string, TableEvidence>();
  const nodesOf = new Map<string, DbtEvidence[]>();
  const counted = new Map<string, { found: number; of: number; missing: DbtEvidence[]; to: Map<string, number> }>();
  for (const node of nodes) {
    const { relation } = node.data;
    if (relation === null) continue;
    const count = counted.get(node.connection) ?? { found: 0, of: 0, missing: [], to: new Map<string, number>() };
    counted.set(node.connection, count);
    count.of += 1;
    const candidates = (byName.get(relation.name.toLowerCase()) ?? []).filter((table) => {
      const { catalog, schema } = table.data.structure.name;
      if (schemaless(table.connection)) return true;
      return (relation.schema === null || schema === null || same(relation.schema, schema)) && (relation.catalog === null || catalog === null || same(relation.catalog, catalog));
    });
    const table = candidates[0];
    if (!table) {
      count.missing.push(node);
      continue;
    }
    count.found += 1;
    count.to.set(table.connection, (count.to.get(table.connection) ?? 0) + 1);
    tableOf.set(node.id, table);
    nodesOf.set(table.id, [...(nodesOf.get(table.id) ?? []), node]);
  }
  for (const list of nodesOf.values()) list.sort((a, b) => precedence[a.data.resource] - precedence[b.data.resource] || byText(a.id, b.id));
  const matches: Match[] = [];
  const findings: Finding[] = [];
  const blocked = new Set<string>();
  for (const [connection, count] of [...counted].sort(([a], [b]) => byText(a, b))) {
    const targets = [...count.to.keys()].sort(byText);
    const to = targets.join(', ') || [...new Set(tables.map((table) => table.connection))].sort(byText).join(', ');
    matches.push({ from: connection, to, found: count.found, of: count.of });
    if (count.of === 0 || count.found / count.of >= enough) continue;
    blocked.add(connection);
    findings.push({
      severity: 'error', code: 'source-mismatch', ...place(connection),
      message: `${connection}: ${count.found} of ${count.of} dbt relations are in ${to || 'the warehouse'}`,
      fix: likelyCause(count.missing, tables),
    });
  }
  return { tableOf, nodesOf, matches, findings, blocked };
}

function likelyCause(missing: readonly DbtEvidence[], tables: readonly TableEvidence[]): string {
  const names = new Map(tables.map((table) => [table.data.structure.name.name.toLowerCase(), table]));
  const elsewhere = new Map<string, number>();
  let wanted = '';
  for (const node of missing) {
    const table = node.data.relation && names.get(node.data.relation.name.toLowerCase());
    if (!table) continue;
    const schema = [table.data.structure.name.catalog, table.data.structure.name.schema].filter((part) => part !== null).join('.');
    elsewhere.set(schema, (elsewhere.get(schema) ?? 0) + 1);
    wanted = [node.data.relation?.catalog, node.data.relation?.schema].filter((part) => part !== null).join('.');
  }
  const best = [...elsewhere].sort(([a, m], [b, n]) => n - m || byText(a, b))[0];
  if (best) return `${best[1]} of them exist in schema ${best[0]}, while dbt names ${wanted}: the manifest is of another target; build it with the one that this warehouse holds`;
  const example = missing[0]?.data.relation;
  const near = example && nearest(example.name, tables.map((table) => table.data.structure.name.name));
  if (tables.length === 0) return 'the warehouse has no tables: check its path and permissions';
  return `dbt names ${example ? tableText(example) : 'nothing'}${near ? `, the warehouse has ${near}` : ''}: check the target of the manifest, and that this is the warehouse that dbt builds`;
}
