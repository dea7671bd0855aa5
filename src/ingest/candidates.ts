import type { DbtEvidence, Origin, TableStructure } from '../evidence/evidence.js';
import { byText } from '../text/canonical.js';
import { keyThing, tableWords, words } from '../text/name.js';
import { tableId, type TableName } from '../text/table-name.js';

/** What might join to what, from names and declarations alone. Whether it does is proved on data. */
export interface LinkCandidate {
  readonly from: TableStructure;
  readonly columns: readonly string[];
  readonly to: TableStructure;
  readonly toColumns: readonly string[];
  /** `declared`: a foreign key; `test`: a dbt relationships test; `name`: names alone. */
  readonly basis: 'declared' | 'test' | 'name';
  /** Evidence ids, sorted. */
  readonly evidence: readonly string[];
  /** Of the dbt test. */
  readonly origin?: Origin;
  /** Candidates of one group compete for the same columns; lower is nearer. */
  readonly rank: number;
}

/** A table of a warehouse with the dbt node that builds or describes it, if there is one. */
export interface KnownTable {
  readonly structure: TableStructure;
  readonly dbt: readonly DbtEvidence[];
}

const tableKey = (name: TableName): string => JSON.stringify([name.catalog, name.schema, name.name]);

/** Same link, whoever proposed it. */
export function linkKey(link: Pick<LinkCandidate, 'columns' | 'to' | 'toColumns'>): string {
  return `${link.columns.join(',')}>${[link.to.name.schema, link.to.name.name].filter((part) => part !== null).join('.')}(${link.toColumns.join(',')})`;
}

/**
 * Candidates of one warehouse: declared foreign keys, dbt relationships tests without a filter, and columns named like
 * the key of another table. Sorted; the strongest basis of each link only.
 */
export function linkCandidates(connection: string, tables: readonly KnownTable[]): LinkCandidate[] {
  const byName = new Map(tables.map((table) => [tableKey(table.structure.name), table]));
  const byDbt = new Map(tables.flatMap((table) => table.dbt.map((node) => [node.id, table] as const)));
  const found = new Map<string, LinkCandidate>();
  const add = (candidate: LinkCandidate): void => {
    const key = `${tableKey(candidate.from.name)} ${linkKey(candidate)}`;
    if (!found.has(key)) found.set(key, candidate);
  };
  for (const { structure } of tables) {
    for (const key of structure.foreignKeys) {
      const target = byName.get(tableKey(key.target));
      if (!target || key.columns.length === 0 || key.columns.length !== key.targetColumns.length) continue;
      add({ from: structure, columns: key.columns, to: target.structure, toColumns: key.targetColumns, basis: 'declared', evidence: [tableId(connection, structure.name), tableId(connection, target.structure.name)].sort(byText), rank: 0 });
    }
  }
  for (const { structure, dbt } of tables) {
    for (const node of dbt) {
      for (const test of node.data.tests) {
        const { to, field } = test.kwargs;
        if (test.name !== 'relationships' || test.package !== null || test.where !== undefined || test.column === null || typeof to !== 'string' || typeof field !== 'string') continue;
        const target = byDbt.get(to);
        const column = realColumn(structure, test.column);
        const targetColumn = target && realColumn(target.structure, field);
        if (!target || !column || !targetColumn) continue;
        add({ from: structure, columns: [column], to: target.structure, toColumns: [targetColumn], basis: 'test', evidence: [node.id, to].sort(byText), origin: test.origin, rank: 0 });
      }
    }
  }
  const named = tables.map(({ structure }) => ({ structure, ...tableWords(structure.name.name), keys: keyColumns(structure) }));
  const byThing = new Map<string, typeof named>();
  for (const table of named) byThing.set(table.thing, [...(byThing.get(table.thing) ?? []), table]);
  for (const from of named) {
    for (const column of from.structure.columns) {
      const thing = keyThing(column.name);
      // a table's own key is no reference: the same thing in another layer is a copy, not a join
      if (thing === undefined || thing === from.thing) continue;
      for (const [offset, name] of suffixes(thing).entries()) {
        const targets = byThing.get(name) ?? [];
        for (const to of targets) {
          const self = to === from;
          const key = to.keys.find((candidate) => candidate.toLowerCase() === column.name.toLowerCase()) ?? to.keys[0];
          if (key === undefined || (self && (offset === 0 || key === column.name))) continue;
          add({ from: from.structure, columns: [column.name], to: to.structure, toColumns: [key], basis: 'name', evidence: [tableId(connection, from.structure.name), tableId(connection, to.structure.name)].sort(byText), rank: offset * 10 + Math.abs(to.layer - from.layer) });
        }
        if (targets.length > 0) break;
      }
    }
  }
  return [...found.entries()].sort(([a], [b]) => byText(a, b)).map(([, candidate]) => candidate);
}

/** `billing address` → [`billing address`, `address`]: a role in front of the thing is allowed. */
function suffixes(thing: string): string[] {
  const parts = thing.split(' ');
  return parts.map((_, i) => parts.slice(i).join(' '));
}

/** Columns that could be the single key of their table: declared ones first, then `id`, `<thing>_id`, `<thing>_key`. */
export function keyColumns(table: TableStructure): string[] {
  const declared = [table.primaryKey, ...table.uniqueKeys].flatMap((key) => (key.length === 1 ? key : []));
  const { thing } = tableWords(table.name.name);
  const byName = table.columns.filter((column) => {
    const name = words(column.name).join(' ');
    return name === 'id' || name === 'uuid' || keyThing(column.name) === thing;
  });
  return [...new Set([...declared, ...byName.map((column) => column.name)])];
}

/** The column as the catalogue spells it; dbt may spell it otherwise. */
export function realColumn(table: TableStructure, name: string): string | undefined {
  return (table.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()))?.name;
}
