import { composeSource, type ComposedSource } from '../context/compose.js';
import type { Context, Found } from '../context/context.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import { analyseExpression, analyseJoin } from '../sql/expression.js';
import type { SqlParser } from '../sql/parser.js';
import type { YamlPath } from '../text/yaml.js';
import { percent } from './proofs.js';

/** Runs what people and models wrote: every measure, segment, computed column and join of a source, read-only. */

export interface Checked {
  /** `measure:warehouse/orders.revenue`. */
  readonly entity: string;
  readonly verdict: 'proved' | 'unproved' | 'failed';
  /** Why it is not proved. */
  readonly why?: string;
  readonly finding?: Finding;
}

export interface VerifyInput {
  readonly context: Context;
  readonly parser: SqlParser;
  readonly warehouse: Warehouse;
  /** Names of the sources to check. */
  readonly sources: readonly string[];
}

export async function verifySources(input: VerifyInput): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const name of [...input.sources].sort()) {
    const source = composeSource(input.context, input.warehouse.connection, name);
    if (source && source.kind !== 'orphan') checked.push(...(await verifySource(input, source)));
  }
  return checked;
}

async function verifySource(input: VerifyInput, source: ComposedSource): Promise<Checked[]> {
  const { warehouse, parser } = input;
  if (baseOf(warehouse, source) === undefined) return [];
  const checked: Checked[] = [];
  const id = `${source.connection}/${source.name}`;
  const run = async (entity: string, sql: string, found: Found, at: YamlPath): Promise<void> => {
    const result = await warehouse.query(sql, { maxRows: 1 });
    if (result.ok) {
      checked.push({ entity, verdict: 'proved' });
      return;
    }
    if (result.reason === 'timeout' || result.reason === 'unavailable') {
      checked.push({ entity, verdict: 'unproved', why: result.finding.message });
      return;
    }
    checked.push(failed(source, entity, found, at, result.finding.message));
  };
  const prove = async (entity: string, sql: string | undefined, file: Found, at: YamlPath): Promise<void> => {
    if (sql === undefined) checked.push({ entity, verdict: 'unproved', why: 'it reads more than one source' });
    else await run(entity, sql, file, at);
  };
  for (const { value, file, index } of source.measures) await prove(`measure:${id}.${value.name}`, measureStatement(parser, warehouse, source, value.name), file, ['measures', index, 'expr']);
  for (const { value, file, index } of source.segments) await prove(`segment:${id}.${value.name}`, segmentStatement(parser, warehouse, source, value.expr), file, ['segments', index, 'expr']);
  for (const join of source.joins) {
    if (join.file === source.entry) continue;
    const proof = await verifyJoin(input, source, join.value);
    if (proof) checked.push(proof.why === undefined ? { entity: proof.entity, verdict: 'proved' } : failed(source, proof.entity, join.file, ['joins', join.index], proof.why));
  }
  return checked;
}

function failed(source: ComposedSource, entity: string, found: Found, at: YamlPath, why: string): Checked {
  const place = found.file.document.place(found === source.entry ? ['tables', source.name, ...at] : at);
  return {
    entity, verdict: 'failed', why,
    finding: { severity: 'warning', code: 'measure-broken', file: found.file.path, ...(place ?? {}), message: `${entity} fails on ${source.connection}: ${why}`, fix: 'mend it; until then agents that use it fail or answer wrongly' },
  };
}

/** A scalar query that runs one measure over its source, over the rows that meet `only`; undefined where it reads more than one. */
export function measureStatement(parser: SqlParser, warehouse: Warehouse, source: ComposedSource, name: string, only?: string): string | undefined {
  const from = baseOf(warehouse, source);
  const sql = from === undefined ? undefined : measureQuery(parser, warehouse, source, { from, only }, name, new Set());
  return sql === undefined ? undefined : `SELECT (${sql}) AS v`;
}

/** A count of the rows that meet a condition; undefined where it reads more than one source. */
export function segmentStatement(parser: SqlParser, warehouse: Warehouse, source: ComposedSource, expr: string): string | undefined {
  const from = baseOf(warehouse, source);
  return from === undefined || readsOthers(parser, warehouse, source, expr) ? undefined : `SELECT COUNT(*) AS v FROM ${from} WHERE ${expr}`;
}

/** FROM item of a source with its computed columns, under the source's own name. */
function baseOf(warehouse: Warehouse, source: ComposedSource): string | undefined {
  const alias = warehouse.quote(source.name);
  const raw = source.sql !== undefined ? `(${source.sql})` : source.table;
  if (raw === undefined) return undefined;
  const computed = source.columns.filter((column) => column.expr !== undefined);
  if (computed.length === 0) return `${raw} AS ${alias}`;
  return `(SELECT ${alias}.*, ${computed.map((column) => `(${column.expr ?? ''}) AS ${warehouse.quote(column.name)}`).join(', ')} FROM ${raw} AS ${alias}) AS ${alias}`;
}

function readsOthers(parser: SqlParser, warehouse: Warehouse, source: ComposedSource, expr: string): boolean {
  const analysed = analyseExpression(parser, expr, warehouse.dialect);
  return analysed.ok && analysed.columns.some((column) => column.table !== undefined && column.table !== null && column.table !== source.name);
}

/** A scalar query for a measure; derived ones run over their parts. Undefined where it cannot be one query over one source. */
function measureQuery(parser: SqlParser, warehouse: Warehouse, source: ComposedSource, rows: { readonly from: string; readonly only: string | undefined }, name: string, seen: ReadonlySet<string>): string | undefined {
  const measure = source.measures.find(({ value }) => value.name === name)?.value;
  if (!measure || seen.has(name)) return undefined;
  const texts = [measure.expr, ...(measure.filter === undefined ? [] : [measure.filter])];
  if (texts.some((expr) => readsOthers(parser, warehouse, source, expr))) return undefined;
  const analysed = analyseExpression(parser, measure.expr, warehouse.dialect);
  const columns = new Set(source.columns.map((column) => column.name.toLowerCase()));
  const parts = analysed.ok ? analysed.columns.filter((column) => !columns.has(column.column.toLowerCase()) && source.measures.some(({ value }) => value.name === column.column)) : [];
  if (analysed.ok && !analysed.hasAggregate && parts.length > 0) {
    const inner = parts.map((part) => measureQuery(parser, warehouse, source, rows, part.column, new Set([...seen, name])));
    if (inner.some((sql) => sql === undefined)) return undefined;
    return `SELECT ${measure.expr} FROM (SELECT ${inner.map((sql, i) => `(${sql ?? ''}) AS ${warehouse.quote(parts[i]?.column ?? '')}`).join(', ')}) AS parts`;
  }
  const segments = measure.segments.flatMap((segment) => source.segments.filter(({ value }) => value.name === segment).map(({ value }) => value.expr));
  const conditions = [...(measure.filter === undefined ? [] : [measure.filter]), ...segments, ...(rows.only === undefined ? [] : [rows.only])].map((condition) => `(${condition})`);
  return `SELECT ${measure.expr} FROM ${rows.from}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
}

/** A join to one row must meet at most one row of its target. */
async function verifyJoin(input: VerifyInput, source: ComposedSource, join: { to: string; on: string; relationship: string }): Promise<{ entity: string; why?: string } | undefined> {
  const { warehouse } = input;
  const target = composeSource(input.context, source.connection, join.to);
  const analysed = analyseJoin(input.parser, join.on, warehouse.dialect);
  const from = target && baseOf(warehouse, target);
  if (!target || !analysed.ok || from === undefined || join.relationship === 'one_to_many') return undefined;
  const entity = `join:${source.connection}/${source.name}->${join.to}`;
  const columns = analysed.pairs.map((pair) => (pair.left.source === join.to ? pair.left.column : pair.right.column));
  const names = columns.map((column) => `t.${warehouse.quote(column)}`);
  const rows = from.replace(/ AS [^)]*$/, ' AS t');
  const present = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const result = await warehouse.query(`SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${names.join(', ')} FROM ${rows} WHERE ${present}) AS d) AS kinds FROM ${rows} WHERE ${present}`, { maxRows: 1 });
  if (!result.ok) return { entity, why: result.finding.message };
  const [all = 0, kinds = 0] = (result.rows[0] ?? []).map(Number);
  if (all === kinds) return { entity };
  return { entity, why: `it is written ${join.relationship}, but ${join.to}.${columns.join(', ')} repeats in ${percent(all - kinds, all)} of the rows, so measures are counted several times` };
}
