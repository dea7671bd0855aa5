import type { Removals } from '../context/apply.js';
import type { Context } from '../context/context.js';
import { entityId, type PutEdit } from '../context/edit.js';
import type { Finding } from '../finding.js';
import { byText, canonicalJson } from '../text/canonical.js';
import { putOf, type EntityView } from './reconcile/entities.js';
import { usersOf } from './repairs.js';

/** Tables that go by another name: what was written about one is carried to the other, and what names it is mended. */

export interface Renamed {
  readonly connection: string;
  readonly from: string;
  readonly to: string;
  /** Of the table by its new name. */
  readonly evidence: readonly string[];
}

/** Fewer columns are the same by chance. */
const fewestColumns = 2;

/** Of each source that goes the one that comes with the very same columns, where there is one alone. Sorted. */
export function renamesOf(context: Context, removals: Removals, puts: readonly PutEdit[]): Renamed[] {
  if (removals.length === 0) return [];
  const gone = removals.flatMap(({ connection, source }) => {
    const columns = context.entry(connection, source)?.value['columns'];
    return Array.isArray(columns) && columns.length >= fewestColumns ? [{ connection, source, shape: shapeOf(connection, columns as Column[]) }] : [];
  });
  const fresh = puts.flatMap((edit) => (edit.kind === 'source' && !context.entry(edit.connection, edit.source) && !context.source(edit.connection, edit.source)
    ? [{ edit, shape: shapeOf(edit.connection, edit.value.columns) }] : []));
  const by = { gone: Map.groupBy(gone, ({ shape }) => shape), fresh: Map.groupBy(fresh, ({ shape }) => shape) };
  return [...by.gone].flatMap(([shape, [before, ...others]]): Renamed[] => {
    const [after, ...more] = by.fresh.get(shape) ?? [];
    if (!before || !after || others.length + more.length > 0) return [];
    return [{ connection: before.connection, from: before.source, to: after.edit.source, evidence: after.edit.evidence }];
  }).sort((a, b) => byText(`${a.connection}/${a.from}`, `${b.connection}/${b.from}`));
}

interface Column {
  readonly name: string;
  readonly type: string;
}

function shapeOf(connection: string, columns: readonly Column[]): string {
  return canonicalJson([connection, columns.map(({ name, type }) => [name, type]).sort(([a = ''], [b = '']) => byText(a, b))]);
}

/** Measures and segments of ours under the new name. What rests on a person's, which stays where it is, is left out. */
export function carriedOver(renames: readonly Renamed[], view: EntityView): PutEdit[] {
  return renames.flatMap(({ connection, from, to, evidence }) => {
    const all = view.ofSource(connection, from);
    const stays = new Set<string>();
    const stay = (one: (typeof all)[number]): void => {
      if (stays.has(one.id)) return;
      stays.add(one.id);
      usersOf(view, one).forEach(stay);
    };
    all.filter(({ by }) => by === 'person').forEach(stay);
    return all.flatMap((one): PutEdit[] => {
      if (one.by === 'person' || stays.has(one.id)) return [];
      const put = putOf(one, one.by, evidence);
      if (put.kind === 'segment') return [{ ...put, source: to, value: { ...put.value, expr: under(put.value.expr, from, to) } }];
      if (put.kind !== 'measure') return [];
      const { expr, filter } = put.value;
      return [{ ...put, source: to, value: { ...put.value, expr: under(expr, from, to), ...(filter === undefined ? {} : { filter: under(filter, from, to) }) } }];
    });
  });
}

/** Names of the source before a column, as the new one. */
const under = (sql: string, from: string, to: string): string => sql.replace(new RegExp(`(?<![\\w.'"])${from.replaceAll(/[^\w]/g, '\\$&')}\\.(?=\\w)`, 'g'), `${to}.`);

/** Entity id → the one in its place. */
export function replacedBy(renames: readonly Renamed[], carried: readonly PutEdit[]): ReadonlyMap<string, string> {
  return new Map(renames.flatMap(({ connection, from, to }) => [
    [`source:${connection}/${from}`, `source:${connection}/${to}`] as const,
    ...carried.filter((edit) => edit.connection === connection && edit.source === to).map((edit) => [entityId({ ...edit, source: from }), entityId(edit)] as const),
  ]));
}

export function renameFindings(renames: readonly Renamed[]): Finding[] {
  return renames.map(({ connection, from, to, evidence }) => ({
    severity: 'notice', code: 'source-renamed', evidence, message: `${from} of ${connection} is gone, and ${to}, which is new, has the very same columns: what was written about it goes by the new name`,
    fix: 'where ktx.decisions.yaml names the old one, write the new name; refuse there what does not belong',
  }));
}
