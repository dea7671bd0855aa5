import type { ComposedSource } from '../context/compose.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import { analyseJoin } from '../sql/expression.js';
import { percent } from './proofs.js';
import { baseOf, type Reads } from './statements.js';

/** What the data says of a join that somebody wrote. */
export interface JoinProof {
  /** `join:warehouse/orders->customers`. */
  readonly entity: string;
  /** Why it is not as it is written; absent: it is. */
  readonly why?: string;
  /** The data says so; false: it could not be asked. */
  readonly isKnown: boolean;
  /** In words, where some rows that refer to something have no match. */
  readonly orphans?: string;
}

/**
 * Whether a join meets what it says: on the side of `one` no row repeats, and the rows that refer to something find it. One
 * statement. Undefined where there is nothing to run.
 */
export async function verifyJoin(reads: Reads, warehouse: Warehouse, source: ComposedSource, join: { readonly to: string; readonly on: string; readonly relationship: string }): Promise<JoinProof | undefined> {
  const target = reads.other(join.to);
  const analysed = analyseJoin(reads.parser, join.on, warehouse.dialect);
  const [ours, theirs] = [baseOf(reads, source, 'o'), target && baseOf(reads, target, 't')];
  if (!analysed.ok || ours === undefined || theirs === undefined) return undefined;
  const entity = `join:${source.connection}/${source.name}->${join.to}`;
  const pairs = analysed.pairs.map(({ left, right }) => (left.source === source.name ? { own: left.column, other: right.column } : { own: right.column, other: left.column }));
  const own = pairs.map(({ own: column }) => `o.${warehouse.quote(column)}`);
  const other = pairs.map(({ other: column }) => `t.${warehouse.quote(column)}`);
  const present = (columns: readonly string[]): string => columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const rows = (from: string, columns: readonly string[]): string => `(SELECT COUNT(*) FROM ${from} WHERE ${present(columns)})`;
  const kinds = (from: string, columns: readonly string[]): string => `(SELECT COUNT(*) FROM (SELECT DISTINCT ${columns.join(', ')} FROM ${from} WHERE ${present(columns)}) AS d)`;
  const keys = `(SELECT DISTINCT ${other.map((column, i) => `${column} AS join_key_${i}`).join(', ')} FROM ${theirs})`;
  const lost = `(SELECT COUNT(*) FROM ${ours} LEFT JOIN ${keys} AS k ON ${own.map((column, i) => `k.join_key_${i} = ${column}`).join(' AND ')} WHERE ${present(own)} AND k.join_key_0 IS NULL)`;
  const result = await warehouse.query(`SELECT ${rows(ours, own)} AS own_rows, ${kinds(ours, own)} AS own_kinds, ${rows(theirs, other)} AS other_rows, ${kinds(theirs, other)} AS other_kinds, ${lost} AS lost`, { maxRows: 1 });
  if (!result.ok) return { entity, why: result.finding.message, isKnown: result.reason !== 'timeout' && result.reason !== 'unavailable' };
  const [ownRows = 0, ownKinds = 0, otherRows = 0, otherKinds = 0, orphans = 0] = (result.rows[0] ?? []).map(Number);
  const [ownRepeats, otherRepeats] = [ownRows > ownKinds, otherRows > otherKinds];
  const { relationship } = join;
  const said = (name: string, columns: readonly string[], repeats: number, all: number, rest: string): JoinProof => ({
    entity, isKnown: true, why: `it is written ${relationship}, but ${name}.${columns.join(', ')} repeats in ${percent(repeats, all)} of the rows, ${rest}`,
  });
  if (otherRepeats && relationship !== 'one_to_many') {
    return said(join.to, pairs.map((pair) => pair.other), otherRows - otherKinds, otherRows, `so measures are counted several times${relationship === 'many_to_one' && !ownRepeats ? '; the data says one_to_many' : ''}`);
  }
  if (ownRepeats && relationship !== 'many_to_one') {
    return said(source.name, pairs.map((pair) => pair.own), ownRows - ownKinds, ownRows, `so each row of ${join.to} meets several${otherRepeats ? '' : '; the data says many_to_one'}`);
  }
  if (relationship === 'one_to_many' || orphans === 0 || otherRows === 0) return { entity, isKnown: true };
  if (orphans === ownRows) return { entity, isKnown: true, why: `none of its ${ownRows.toLocaleString('en-US')} rows has a match in ${join.to}.${pairs.map((pair) => pair.other).join(', ')}` };
  return { entity, isKnown: true, orphans: `${percent(orphans, ownRows)} of the rows have no match in ${join.to}` };
}
