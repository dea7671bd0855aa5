import { composeSource, type ComposedSource } from '../../context/compose.js';
import { entityId, type Edit, type Measure, type PutEdit, type PutMeasure, type PutPage, type Segment } from '../../context/edit.js';
import { isDerived, leadsTo, trapOf } from '../../context/gates/traps.js';
import type { Verdict } from '../../report.js';
import { analyseExpression } from '../../sql/expression.js';
import { canonicalJson } from '../../text/canonical.js';
import { isPlainName, sayable } from '../../text/plain-name.js';
import { compareMeasure, type MeasureOrigin } from '../origins.js';
import { measureStatement, readsOf, readsTooFar, segmentStatement } from '../statements.js';
import { sqlProblem, textProblem } from './check-text.js';
import { editOf, nameOf, type Proposal } from './proposal.js';
import { onlyRewords, saysNothing } from './says-nothing.js';
import type { UnitScope } from './scope.js';
import { columnOf, missingColumn, near, targetOf } from './target.js';
import { warehouseStop } from './world.js';

/** Whether one proposal may become an edit: names, SQL, texts and whose it is; then it is run once, read-only. */

export type Checked =
  | { readonly ok: true; readonly edit: Edit; readonly verdict: Verdict; /** Why it is not proved. */ readonly why?: string; readonly note?: string; /** What came of running it beside its origin. */ readonly compared?: string }
  /** It says what stands there already. */
  | { readonly ok: true; readonly edit: null; readonly note: string }
  /** `differs`: it runs, and gives something else than its origin: people may want it all the same. */
  | { readonly ok: false; readonly why: string; readonly differs?: { readonly edit: PutMeasure; readonly words: string; readonly origin: MeasureOrigin } };

const refuse = (why: string): Checked => ({ ok: false, why });

const mostSql = 2000;

/** `accepted`: what this unit has proposed so far, by entity id. */
export async function checkProposal(scope: UnitScope, proposal: Proposal, accepted: ReadonlyMap<string, PutEdit>): Promise<Checked> {
  const checked = await checkAll(scope, proposal, accepted);
  if (!checked.ok || checked.edit?.op !== 'put') return checked;
  const { decisions } = scope.world;
  const refusal = decisions.refusal(entityId(checked.edit));
  return refusal ? refuse(`a person refused ${entityId(checked.edit)}${refusal.reason === undefined ? '' : `: ${refusal.reason}`}`) : checked;
}

async function checkAll(scope: UnitScope, proposal: Proposal, accepted: ReadonlyMap<string, PutEdit>): Promise<Checked> {
  const named = textProblem(proposal.name ?? '', 'the name', 120, scope.texts);
  if (named !== null) return refuse(named);
  const stray = (proposal.evidence ?? []).find((id) => !scope.evidenceIds.has(id));
  if (stray !== undefined) return refuse(`evidence ${sayable(stray)} is not of this unit; it has ${[...scope.evidenceIds].filter(isPlainName).join(', ')}`);
  const evidence = [...(proposal.evidence && proposal.evidence.length > 0 ? proposal.evidence : scope.unit.evidence.map((one) => one.id))].sort();
  const target = targetOf(scope, proposal);
  if (!target.ok) return refuse(target.why);
  const { at, composed, column } = target;
  const edit = editOf(proposal, { at, column, evidence });
  if (edit.op === 'remove') return checkRemoval(scope, edit, accepted);
  if (edit.kind === 'page') return checkPage(scope, edit, accepted);
  if (!at || !composed) return refuse('unknown kind');
  if (edit.kind === 'description') return checkDescription(scope, proposal, composed, edit);
  const name = proposal.name ?? '';
  const source = withAccepted(composed, at.connection, at.source, accepted, name);
  if (columnOf(source, name) !== undefined) return refuse(`${name} is a column of ${at.source}: give it another name`);
  return edit.kind === 'segment' ? checkSegment(scope, source, edit) : edit.kind === 'measure' ? checkMeasure(scope, source, edit) : refuse('unknown kind');
}

/** Taking back works only for what ktx-ci wrote and nobody touched since, and for what this unit has just proposed. */
function checkRemoval(scope: UnitScope, edit: Edit, accepted: ReadonlyMap<string, PutEdit>): Checked {
  if (accepted.has(entityId(edit))) return { ok: true, edit, verdict: 'parsed' };
  if (edit.kind === 'page' && !scope.mayWritePage(edit.source)) return refuse(`the page ${sayable(edit.source)} came from other evidence, so it stays`);
  const owner = scope.ownerOf(edit);
  if (owner === 'ours') return { ok: true, edit, verdict: 'parsed' };
  return refuse(owner === 'person' ? 'a person wrote it, so it stays; flag it if it is wrong' : 'there is nothing of that name that ktx-ci wrote');
}

function checkDescription(scope: UnitScope, proposal: Proposal, composed: ComposedSource, edit: PutEdit & { kind: 'description' }): Checked {
  if (!scope.world.describes) return refuse('descriptions are not wanted in this project; rules and meaning may go to a page');
  const what = nameOf(proposal);
  if (edit.value === '') return refuse(`${what} has no text`);
  const problem = textProblem(edit.value, what, 600, scope.texts);
  if (problem !== null) return refuse(problem);
  if (scope.isDescribed(composed, edit.column)) return refuse(`${what} is there already, from its database, dbt or a person`);
  if (saysNothing(edit.value, [composed.name, ...(edit.column === undefined ? [] : [edit.column])])) return refuse(`${what} says only what names and types say: say more, or leave it out`);
  return settled(scope, edit, (before) => typeof before === 'string' && onlyRewords(before, edit.value)) ?? { ok: true, edit, verdict: 'parsed' };
}

async function checkSegment(scope: UnitScope, source: ComposedSource, edit: PutEdit & { kind: 'segment' }): Promise<Checked> {
  const { name, expr, description } = edit.value;
  if (expr === '') return refuse(`segment ${name} has no expr`);
  const problem = sqlProblem(expr, `segment ${name}`, scope.texts) ?? textProblem(description ?? '', `the text of segment ${name}`, 400, scope.texts) ?? conditionProblem(scope, source, expr, `segment ${name}`) ?? trapProblem(scope, source, [expr], `segment ${name}`);
  if (problem !== null) return refuse(problem);
  const twin = source.segments.find(({ value }) => value.name !== name && tight(value.expr) === tight(expr));
  if (twin) return refuse(`${source.name} has the same condition as segment ${twin.value.name}: use that`);
  const ready = settled(scope, edit, (before) => sameBesidesText(before, edit.value));
  if (ready) return ready;
  return runOnce(scope, source, edit, (warehouse) => segmentStatement(readsOf(scope.world.parser, warehouse, scope.world.context), source, expr));
}

async function checkMeasure(scope: UnitScope, source: ComposedSource, edit: PutMeasure): Promise<Checked> {
  const { name, expr, filter, segments = [], description } = edit.value;
  if (expr === '') return refuse(`measure ${name} has no expr`);
  if (expr.length > mostSql) return refuse(`the expr of ${name} has ${expr.length} characters, the most is ${mostSql}`);
  const hidden = sqlProblem(expr, `measure ${name}`, scope.texts) ?? sqlProblem(filter ?? '', `the filter of ${name}`, scope.texts);
  if (hidden !== null) return refuse(hidden);
  const problem = textProblem(description ?? '', `the text of measure ${name}`, 400, scope.texts) ?? aggregateProblem(scope, source, expr, name)
    ?? (filter === undefined ? null : conditionProblem(scope, source, filter, `the filter of ${name}`));
  if (problem !== null) return refuse(problem);
  if ((filter !== undefined || segments.length > 0) && isDerived(scope.world.parser, scope.world.dialectOf(source.connection), source, expr)) return refuse(`measure ${name} is made of other measures, so that its filter and segments would have no effect: put them on those`);
  const cycle = cycleOf(scope, { ...source, measures: [...source.measures.filter(({ value }) => value.name !== name), { value: { name, expr, segments }, file: anyFile(source), index: -1 }] }, name);
  if (cycle !== null) return refuse(`measure ${name} would be defined by itself: ${cycle.join(' → ')}`);
  const unknown = segments.find((segment) => !source.segments.some(({ value }) => value.name === segment));
  if (unknown !== undefined) return refuse(`measure ${name} names the segment ${sayable(unknown)}, which ${sayable(source.name)} does not have: propose it before the measure`);
  const twin = source.measures.find(({ value }) => value.name !== name && tight(value.expr) === tight(expr) && tight(value.filter ?? '') === tight(filter ?? '') && canonicalJson(value.segments) === canonicalJson(segments));
  if (twin) return refuse(`${source.name} counts the same as measure ${twin.value.name}: use that`);
  const trap = trapProblem(scope, source, [expr, filter ?? '', ...segments.map((one) => source.segments.find(({ value }) => value.name === one)?.value.expr ?? '')], `measure ${name}`);
  if (trap !== null) return refuse(trap);
  const ready = settled(scope, edit, (before) => sameBesidesText(before, edit.value));
  if (ready) return ready;
  const whole: ComposedSource = { ...source, measures: [...source.measures.filter(({ value }) => value.name !== name), { value: { name, expr, segments, ...(filter === undefined ? {} : { filter }) }, file: anyFile(source), index: -1 }] };
  const ran = await runOnce(scope, whole, edit, (warehouse) => measureStatement(readsOf(scope.world.parser, warehouse, scope.world.context), whole, name));
  const warehouse = scope.world.warehouse(source.connection);
  if (!ran.ok || ran.edit === null || ran.verdict !== 'proved' || !warehouse) return ran;
  const compared = await compareMeasure({ world: scope.world, parser: scope.world.parser, warehouse, source: whole, edit });
  if (compared.result !== 'differs') return { ...ran, compared: compared.words };
  return { ok: false, why: `it runs, and ${compared.words}: make it the same, leave it out, or flag it`, differs: { edit, words: compared.words, origin: compared.origin } };
}

function checkPage(scope: UnitScope, edit: PutPage, accepted: ReadonlyMap<string, PutEdit>): Checked {
  const key = edit.source;
  const { summary, tags, refs, sl_refs: references, body } = edit.value;
  if (summary === '' || summary.includes('\n')) return refuse(`page ${key} needs a summary: one line that says what it answers`);
  if (body.trim() === '') return refuse(`page ${key} has no text`);
  if (/^---[ \t]*(?:\n|$)/.test(body)) return refuse(`page ${key} begins like front matter`);
  const problem = textProblem(summary, `the summary of ${key}`, 200, scope.texts) ?? textProblem(body, `page ${key}`, 4000, scope.texts)
    ?? (tags.some((tag) => !/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,40}$/u.test(tag)) ? `a tag of ${key} is no plain word` : null)
    ?? tags.map((tag) => textProblem(tag, `a tag of ${key}`, 40, scope.texts)).find((one) => one !== null) ?? null;
  if (problem !== null) return refuse(problem);
  const keys = new Set([...scope.pageKeys(), key, ...[...accepted.values()].flatMap((one) => (one.kind === 'page' ? [one.source] : []))]);
  const linked = [...body.matchAll(/\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g)].map(([, target = '']) => target);
  const dead = [...refs, ...linked].find((target) => !keys.has(target));
  if (dead !== undefined) return refuse(`page ${key} names the page ${sayable(dead)}, which does not exist${near(dead, [...keys])}`);
  for (const reference of references) {
    const wrong = scope.referenceProblem(reference, accepted);
    if (wrong !== null) return refuse(`sl_refs of ${key}: ${wrong}`);
  }
  if (!scope.mayWritePage(key)) return refuse(`there is a page ${key} that came from other evidence: name yours differently, or name it in refs`);
  return settled(scope, edit, (before) => onlyRewords((before as { body?: string }).body ?? '', body)) ?? { ok: true, edit, verdict: 'parsed' };
}

/** What a person deleted stays away; what stands there already, or differs in words only, is not written again. */
function settled(scope: UnitScope, edit: PutEdit, rewords: (before: unknown) => boolean): Checked | null {
  switch (scope.ownerOf(edit)) {
    case 'gone':
      return refuse(`a person deleted ${entityId(edit)}, so it stays away`);
    case 'nobody':
      return null;
    case 'ours':
    case 'person': {
      const before = scope.valueOf(edit);
      return canonicalJson(before) === canonicalJson(edit.value) || rewords(before) ? { ok: true, edit: null, note: 'it stands there already; only words differ' } : null;
    }
  }
}

function sameBesidesText(before: unknown, after: Measure | Segment): boolean {
  if (typeof before !== 'object' || before === null) return false;
  const rest = (value: object): string => canonicalJson({ ...value, description: undefined });
  const text = (before as { description?: unknown }).description;
  return rest(before) === rest(after) && onlyRewords(typeof text === 'string' ? text : '', after.description ?? '');
}

async function runOnce(scope: UnitScope, source: ComposedSource, edit: PutEdit, statement: (warehouse: NonNullable<ReturnType<UnitScope['world']['warehouse']>>) => string | undefined): Promise<Checked> {
  const warehouse = scope.world.warehouse(source.connection);
  if (!warehouse) return { ok: true, edit, verdict: 'parsed' };
  const sql = statement(warehouse);
  if (sql === undefined) return { ok: true, edit, verdict: 'unproved', why: readsTooFar };
  const spent = warehouseStop(scope.world, warehouse);
  if (spent !== null) return { ok: true, edit, verdict: 'unproved', why: spent };
  const result = await warehouse.query(sql, { maxRows: 1 });
  if (result.ok) return { ok: true, edit, verdict: 'proved' };
  if (result.reason === 'timeout' || result.reason === 'unavailable') return { ok: true, edit, verdict: 'unproved', why: result.finding.message };
  return refuse(`it fails on ${source.connection}: ${result.finding.message}`);
}

function aggregateProblem(scope: UnitScope, source: ComposedSource, expr: string, name: string): string | null {
  const result = analyseExpression(scope.world.parser, expr, scope.world.dialectOf(source.connection));
  if (!result.ok) return `the expr of ${name} cannot be parsed: ${result.message} (line ${result.line}, column ${result.column})`;
  if (/\bover\s*\(/i.test(expr)) return `the expr of ${name} has a window, which a measure may not`;
  const measures = source.measures.map(({ value }) => value.name).filter((one) => one !== name);
  const problem = columnsProblem(scope, source, result.columns, `measure ${name}`, measures);
  if (problem !== null) return problem;
  const derived = result.columns.length > 0 && result.columns.every((column) => measures.includes(column.column));
  return result.hasAggregate || derived ? null : `measure ${name} does not aggregate: use sum, count, avg, min, max or other measures of ${source.name}`;
}

function trapProblem(scope: UnitScope, source: ComposedSource, texts: readonly string[], what: string): string | null {
  const trap = trapOf(scope.world.parser, scope.world.dialectOf(source.connection), source, texts);
  return trap === null ? null : `${what} ${trap.why}: ${trap.fix}`;
}

function conditionProblem(scope: UnitScope, source: ComposedSource, expr: string, what: string): string | null {
  if (expr.length > mostSql) return `${what} has ${expr.length} characters, the most is ${mostSql}`;
  const result = analyseExpression(scope.world.parser, expr, scope.world.dialectOf(source.connection));
  if (!result.ok) return `${what} cannot be parsed: ${result.message} (line ${result.line}, column ${result.column})`;
  if (result.hasAggregate) return `${what} aggregates, which only the expr of a measure may`;
  if (!result.isBooleanLike) return `${what} is no condition`;
  return columnsProblem(scope, source, result.columns, what, []);
}

function columnsProblem(scope: UnitScope, source: ComposedSource, columns: readonly { readonly table?: string | null; readonly column: string }[], what: string, measures: readonly string[]): string | null {
  for (const { table, column } of columns) {
    if (table !== undefined && table !== null && table !== source.name) {
      const join = source.joins.find(({ value }) => leadsTo(value) === table);
      if (!join) return `${what} names ${sayable(table)}.${sayable(column)}, but ${sayable(source.name)} has no join to ${sayable(table)}`;
      const target = composeSource(scope.world.context, source.connection, join.value.to);
      if (target && target.columns.length > 0 && columnOf(target, column) === undefined) return `${what}: ${missingColumn(target, column)}`;
    } else if (columnOf(source, column) === undefined && !measures.includes(column)) return `${what}: ${missingColumn(source, column)}`;
  }
  return null;
}

/** The measures by which one leads back to itself; null: it does not. */
function cycleOf(scope: UnitScope, source: ComposedSource, name: string, path: readonly string[] = []): readonly string[] | null {
  if (path.includes(name)) return [...path, name];
  const measure = source.measures.find(({ value }) => value.name === name)?.value;
  const analysed = measure && analyseExpression(scope.world.parser, measure.expr, scope.world.dialectOf(source.connection));
  if (!analysed?.ok || analysed.hasAggregate) return null;
  for (const { column } of analysed.columns) {
    const found = columnOf(source, column) === undefined ? cycleOf(scope, source, column, [...path, name]) : null;
    if (found) return found;
  }
  return null;
}

const tight = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

function anyFile(source: ComposedSource): NonNullable<ComposedSource['file']> {
  const found = source.file ?? source.entry;
  if (!found) throw new Error(`${source.name} has no file`);
  return found;
}

/** The source with what this unit proposed for it so far, but for the entity of this name. */
function withAccepted(composed: ComposedSource, connection: string, source: string, accepted: ReadonlyMap<string, PutEdit>, besides: string): ComposedSource {
  const own = [...accepted.values()].filter((edit) => edit.connection === connection && edit.source === source);
  const measures = own.flatMap((edit) => (edit.kind === 'measure' && edit.name !== besides ? [edit.value] : []));
  const segments = own.flatMap((edit) => (edit.kind === 'segment' && edit.name !== besides ? [edit.value] : []));
  if (measures.length === 0 && segments.length === 0) return composed;
  const file = anyFile(composed);
  return {
    ...composed,
    measures: [...composed.measures.filter(({ value }) => !measures.some((one) => one.name === value.name)), ...measures.map((value) => ({ value: { ...value, segments: value.segments ?? [] }, file, index: -1 }))],
    segments: [...composed.segments.filter(({ value }) => !segments.some((one) => one.name === value.name)), ...segments.map((value) => ({ value, file, index: -1 }))],
  };
}
