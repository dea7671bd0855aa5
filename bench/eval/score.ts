import { join } from 'node:path';
import { composeSource } from '../../src/context/compose.js';
import { readContext, type Context } from '../../src/context/context.js';
import { readPage, fieldsOf } from '../../src/context/page.js';
import { openSqlite } from '../../src/evidence/warehouse/sqlite.js';
import type { Warehouse } from '../../src/evidence/warehouse/warehouse.js';
import { measureStatement, readsOf, segmentStatement, type Reads } from '../../src/ingest/statements.js';
import { readProjectTree } from '../../src/project/tree.js';
import type { Report } from '../../src/report.js';
import { loadParser, type SqlParser } from '../../src/sql/parser.js';
import type { Case, Wanted, Wrong } from './case.js';

/** What a run made of a case, against what a careful analyst expects. */

export interface Score {
  readonly found: number;
  readonly wrong: number;
  readonly missing: number;
  /** What the model wrote and the case says nothing about. */
  readonly other: number;
  /** Edits that the tools refused. */
  readonly refused: number;
  readonly requests: number;
  readonly steps: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly bytes: number;
  readonly usd: number;
  /** What is wrong, missing or other, in words. */
  readonly remarks: readonly string[];
}

export interface Ran {
  readonly root: string;
  /** Night by night. */
  readonly reports: readonly Report[];
  readonly patches: readonly string[];
  readonly requests: number;
  readonly bytes: number;
  readonly refused: number;
}

/** One entity that the model wrote and that stands in the context. */
interface Written {
  readonly id: string;
  readonly kind: string;
  /** `connection/source`, or the key of a page. */
  readonly source: string;
  readonly name: string;
  /** Of a measure its number, of a segment its rows. */
  readonly value: number | null;
  /** Of a page and a description. */
  readonly text: string;
  /** sl_refs of a page. */
  readonly refs: readonly string[];
}

export async function scoreOf(one: Case, ran: Ran): Promise<Score> {
  const context = readContext(readProjectTree(ran.root).tree, () => undefined);
  const opened = await openSqlite({ connection: 'warehouse', file: join(ran.root, 'case.sqlite'), root: ran.root });
  if (!opened.ok) throw new Error(opened.finding.message);
  try {
    const written = await writtenBy(ran.reports, { context, parser: await loadParser(), warehouse: opened.warehouse });
    const met = new Set<string>();
    const missing = one.wanted.filter((wanted) => !isFound(wanted, written, ran, met));
    const wrong = one.wrong.filter((item) => isWrong(item, written, ran, met));
    const other = written.filter(({ id }) => !met.has(id));
    const failed = ran.reports.flatMap(({ status, headline }) => (status === 'complete' || status === 'nothing-to-do' ? [] : [`a night ended ${status}: ${headline}`]));
    const units = ran.reports.flatMap((report) => report.units);
    const sum = (of: (unit: Report['units'][number]) => number): number => units.reduce((total, unit) => total + of(unit), 0);
    return {
      found: one.wanted.length - missing.length, wrong: wrong.length + failed.length, missing: missing.length, other: other.length, refused: ran.refused, requests: ran.requests, bytes: ran.bytes,
      steps: sum((unit) => unit.steps), inputTokens: sum(({ usage }) => usage.inputTokens), outputTokens: sum(({ usage }) => usage.outputTokens),
      usd: ran.reports.reduce((total, report) => total + report.budget.spent.usd, 0),
      remarks: [...wrong.map((item) => `wrong: ${item.why}`), ...failed, ...missing.map((item) => `missing: ${JSON.stringify(item)}`), ...other.map(({ id, value }) => `other: ${id}${value === null ? '' : ` = ${value}`}`)],
    };
  } finally {
    await opened.warehouse.close();
  }
}

interface World {
  readonly context: Context;
  readonly parser: SqlParser;
  readonly warehouse: Warehouse;
}

async function writtenBy(reports: readonly Report[], world: World): Promise<Written[]> {
  const ids = new Set<string>();
  for (const edit of reports.flatMap((report) => report.edits)) {
    if (edit.author !== 'model') continue;
    if (edit.action === 'removed') ids.delete(edit.entity);
    else ids.add(edit.entity);
  }
  const written = await Promise.all([...ids].sort().map((id) => writtenOf(id, world)));
  return written.filter((one) => one !== null);
}

async function writtenOf(id: string, { context, parser, warehouse }: World): Promise<Written | null> {
  const colon = id.indexOf(':');
  const [kind, rest] = [id.slice(0, colon), id.slice(colon + 1)];
  if (kind === 'page') {
    const bytes = context.tree.get(`wiki/global/${rest}.md`);
    const page = bytes && readPage(bytes);
    if (!page) return null;
    const { summary, sl_refs: refs } = fieldsOf(page) as { summary?: unknown; sl_refs?: unknown };
    return { id, kind, source: rest, name: rest, value: null, text: `${String(summary ?? '')}\n${page.body}`, refs: Array.isArray(refs) ? refs.map(String) : [] };
  }
  const dot = rest.indexOf('.');
  const source = dot < 0 ? rest.replace(/#.*$/, '') : rest.slice(0, dot);
  const name = dot < 0 ? '' : rest.slice(dot + 1);
  const composed = composeSource(context, source.slice(0, source.indexOf('/')), source.slice(source.indexOf('/') + 1));
  if (!composed) return null;
  const common = { id, kind, source, name, value: null, text: '', refs: [] };
  if (kind === 'description') {
    const column = name.replace(/#.*$/, '');
    const text = [composed.entry?.value, composed.file?.value].map((value) => aiText(value, column)).find((found) => found !== undefined);
    return text === undefined ? null : { ...common, name: column, text };
  }
  const reads = readsOf(parser, warehouse, context);
  const statement = kind === 'measure' ? measureStatement(reads, composed, name) : segmentOf(composed, name, reads);
  if (statement === undefined) return null;
  const result = await warehouse.query(statement);
  return { ...common, value: result.ok ? Number(result.rows[0]?.[0]) : null };
}

function segmentOf(composed: NonNullable<ReturnType<typeof composeSource>>, name: string, reads: Reads): string | undefined {
  const segment = composed.segments.find(({ value }) => value.name === name);
  return segment && segmentStatement(reads, composed, segment.value.expr);
}

function aiText(value: unknown, column: string): string | undefined {
  type Described = { readonly name?: unknown; readonly descriptions?: { readonly ai?: unknown } };
  const item = value as (Described & { readonly columns?: readonly Described[]; readonly column_overrides?: readonly Described[] }) | undefined;
  const all = column === '' ? [item] : [...(item?.columns ?? []), ...(item?.column_overrides ?? [])].filter((one) => one.name === column);
  const text = all.map((one) => one?.descriptions?.ai).find((ai) => typeof ai === 'string');
  return text as string | undefined;
}

/** Notes in `met` what it was found in. */
function isFound(wanted: Wanted, written: readonly Written[], ran: Ran, met: Set<string>): boolean {
  if ('finding' in wanted) return ran.reports.some((report) => report.findings.some(({ code, message, question }) => code === wanted.finding && holdsAll([message, ...(question?.options ?? []).map(({ label }) => label)].join(' '), wanted.words)));
  const hits = written.filter((one) => fits(wanted, one));
  for (const hit of hits) met.add(hit.id);
  return hits.length > 0;
}

function fits(wanted: Exclude<Wanted, { finding: string }>, one: Written): boolean {
  if ('page' in wanted) return one.kind === 'page' && holdsAll(one.text, wanted.page) && (wanted.refs ?? []).every((ref) => one.refs.includes(ref));
  if ('description' in wanted) return one.kind === 'description' && `${one.source}${one.name === '' ? '' : `.${one.name}`}` === wanted.description && holdsAll(one.text, wanted.facts);
  const [kind, source] = 'measure' in wanted ? ['measure', wanted.measure] : ['segment', wanted.segment];
  return one.kind === kind && one.source === source && isClose(one.value, wanted.value) && wanted.words.some((word) => one.name.toLowerCase().includes(word));
}

function isWrong(item: Wrong, written: readonly Written[], ran: Ran, met: Set<string>): boolean {
  // what is asked stands in the lock with both sides
  if ('added' in item) return ran.patches.some((patch) => patch.split('\n').some((line) => line.startsWith('+') && !line.startsWith('+{"t":"pair"') && plain(line).includes(plain(item.added))));
  if ('touched' in item) return ran.reports.at(-1)?.edits.some(({ author, entity }) => author === 'model' && isLike(entity, item.touched)) === true;
  const hits = written.filter((one) => ('entity' in item ? isLike(one.id, item.entity) : one.kind === 'measure' && one.source === item.measure && isClose(one.value, item.value)));
  for (const hit of hits) met.add(hit.id);
  return hits.length > 0;
}

const isClose = (value: number | null, wanted: number): boolean => value !== null && Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));

/** Without layout and marks, so that a line that wraps inside a fact still holds it. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s*_`]+/g, ' ');
const holdsAll = (text: string, words: readonly string[]): boolean => words.every((word) => plain(text).includes(plain(word)));

const isLike = (id: string, pattern: string): boolean => new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(id);
