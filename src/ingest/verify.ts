import { composeSource, type ComposedSource } from '../context/compose.js';
import type { Context, Found } from '../context/context.js';
import type { QueryResult, Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import type { SqlParser } from '../sql/parser.js';
import { nearest } from '../text/nearest.js';
import type { YamlPath } from '../text/yaml.js';
import { percent } from './proofs.js';
import { baseOf, measureStatement, readsOf, readsTooFar, segmentStatement, type Reads } from './statements.js';
import { verifyJoin } from './verify-join.js';

/** Runs what people and models wrote: every source of SQL, grain, measure, segment, computed column and join, read-only. */

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
  const { warehouse, parser, context } = input;
  const reads = readsOf(parser, warehouse, context);
  if (baseOf(reads, source) === undefined) return [];
  const own = await verifyOwn(reads, warehouse, source);
  // what stands on nothing fails for that reason alone
  if (own.some((one) => one.verdict === 'failed' && one.entity.startsWith('source:'))) return own;
  const checked = [...own];
  const id = `${source.connection}/${source.name}`;
  const prove = async (entity: string, sql: string | undefined, found: Found, at: YamlPath): Promise<void> => {
    if (sql === undefined) checked.push({ entity, verdict: 'unproved', why: readsTooFar });
    else checked.push(verdictOf(source, entity, found, at, await warehouse.query(sql, { maxRows: 1 })));
  };
  for (const { value, file, index } of source.measures) await prove(`measure:${id}.${value.name}`, measureStatement(reads, source, value.name), file, ['measures', index, 'expr']);
  for (const { value, file, index } of source.segments) await prove(`segment:${id}.${value.name}`, segmentStatement(reads, source, value.expr), file, ['segments', index, 'expr']);
  for (const join of source.joins) {
    if (join.file === source.entry) continue;
    const proof = await verifyJoin(reads, warehouse, source, join.value);
    const at: YamlPath = ['joins', join.index];
    if (!proof) continue;
    if (proof.why !== undefined) checked.push(proof.isKnown ? failed(source, proof.entity, join.file, at, proof.why) : { entity: proof.entity, verdict: 'unproved', why: proof.why });
    else checked.push({ entity: proof.entity, verdict: 'proved', ...(proof.orphans === undefined ? {} : { finding: { severity: 'notice', code: 'orphans', ...placed(source, join.file, at), message: `${proof.entity}: ${proof.orphans}`, fix: 'inner joins lose these rows: mend the data, or keep it in mind' } }) });
  }
  return checked;
}

/** The source itself: its SQL runs, its columns are there, and its grain is what it says. */
async function verifyOwn(reads: Reads, warehouse: Warehouse, source: ComposedSource): Promise<Checked[]> {
  const { file } = source;
  const base = baseOf(reads, source);
  if (!file || base === undefined) return [];
  const checked: Checked[] = [];
  const entity = `source:${source.connection}/${source.name}`;
  if (source.kind === 'standalone') {
    const at: YamlPath = [source.sql === undefined ? 'table' : 'sql'];
    const prepared = await warehouse.prepare(`SELECT * FROM ${base}`);
    if (!prepared.ok) checked.push(prepared.reason === 'unavailable' ? { entity, verdict: 'unproved', why: prepared.finding.message } : failed(source, entity, file, at, prepared.finding.message));
    else {
      const there = new Set(prepared.columns.map((name) => name.toLowerCase()));
      const missing = source.columns.find(({ name, expr }) => expr === undefined && !there.has(name.toLowerCase()));
      if (missing) {
        const near = nearest(missing.name, prepared.columns);
        checked.push(failed(source, entity, file, ['columns', missing.index ?? 0, 'name'], `there is no column ${missing.name}${near === undefined ? '' : `; did you mean ${near}?`}`));
      } else if (source.sql === undefined) checked.push({ entity, verdict: 'proved' });
      else checked.push(verdictOf(source, entity, file, at, await warehouse.query(`SELECT COUNT(*) AS v FROM ${base}`, { maxRows: 1 })));
    }
    if (checked.some(({ verdict }) => verdict !== 'proved')) return checked;
  }
  if (Array.isArray(file.value['grain']) && source.grain.length > 0) checked.push(await verifyGrain(reads, warehouse, source, file));
  return checked;
}

/** No two rows have the same grain. */
async function verifyGrain(reads: Reads, warehouse: Warehouse, source: ComposedSource, file: Found): Promise<Checked> {
  const entity = `grain:${source.connection}/${source.name}`;
  const base = baseOf(reads, source, 'b') ?? '';
  const result = await warehouse.query(`SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${source.grain.map((column) => `b.${warehouse.quote(column)}`).join(', ')} FROM ${base}) AS d) AS kinds FROM ${base}`, { maxRows: 1 });
  if (!result.ok) return verdictOf(source, entity, file, ['grain'], result);
  const [rows = 0, kinds = 0] = (result.rows[0] ?? []).map(Number);
  return rows === kinds ? { entity, verdict: 'proved' } : failed(source, entity, file, ['grain'], `${source.grain.join(', ')} ${source.grain.length === 1 ? 'repeats' : 'repeat'} in ${percent(rows - kinds, rows)} of the rows, so joins to it count rows several times`);
}

function verdictOf(source: ComposedSource, entity: string, found: Found, at: YamlPath, result: QueryResult): Checked {
  if (result.ok) return { entity, verdict: 'proved' };
  // neither proves anything against it
  if (result.reason === 'timeout' || result.reason === 'unavailable') return { entity, verdict: 'unproved', why: result.finding.message };
  return failed(source, entity, found, at, result.finding.message);
}

function placed(source: ComposedSource, found: Found, at: YamlPath): Pick<Finding, 'file' | 'line' | 'column'> {
  const place = found.file.document.place(found === source.entry ? ['tables', source.name, ...at] : at);
  return { file: found.file.path, ...(place ?? {}) };
}

function failed(source: ComposedSource, entity: string, found: Found, at: YamlPath, why: string): Checked {
  return {
    entity, verdict: 'failed', why,
    finding: { severity: 'warning', code: 'measure-broken', ...placed(source, found, at), message: `${entity} fails on ${source.connection}: ${why}`, fix: 'mend it; until then agents that use it fail or answer wrongly' },
  };
}

