import type { ComposedSource } from '../../context/compose.js';
import { composeSource } from '../../context/compose.js';
import type { PutEdit } from '../../context/edit.js';
import type { Evidence, Origin, TableEvidence, TableProfile } from '../../evidence/evidence.js';
import { looksPersonal } from '../../text/personal.js';
import { isPlainName } from '../../text/plain-name.js';
import { redact } from '../../text/redact.js';
import { joined, name as nameHole, sql } from '../../sql/template.js';
import { tableText } from '../../text/table-name.js';
import type { Disclosure } from './disclosure.js';
import { fence } from './fence.js';
import type { Refusal } from './refusals.js';
import { documentWords, type UnitScope } from './scope.js';
import type { ShownValues } from './shown-values.js';
import { warehouseStop, type JudgeWorld, type KnownSource } from './world.js';

/** The message that opens a unit's conversation: what is wanted, the evidence, the neighbours and the context as it is. */

/** Characters of one evidence that are shown at once; read_evidence gives the rest. */
export const shownOfEvidence = 24_000;
const shownOfNeighbours = 6_000;
const shownOfContext = 8_000;
/** Of refused proposals as they were; their names and reasons are always shown. */
const shownOfRefused = 8_000;
const sampleRows = 3;
const mostValues = 24;

export interface UnitPromptInput {
  readonly scope: UnitScope;
  /** Ids of evidence one hop away, in a fixed order. */
  readonly neighbours: readonly string[];
  /** What this unit proposed in an interrupted run, or before its repair round; it stands unless it is taken back. */
  readonly earlier: readonly PutEdit[];
  readonly disclosure: Disclosure;
  /** Of a repair round: what it is about. */
  readonly refused?: readonly Refusal[];
}

export async function unitPrompt(input: UnitPromptInput): Promise<string> {
  const { scope, disclosure } = input;
  const { unit, world } = scope;
  const { refused } = input;
  const parts: string[] = [`# Unit ${refused ? 'repair:' : ''}${isPlainName(unit.id) ? unit.id : 'of the evidence below'}`, ...(refused ? [] : [`Write: ${(unit.left?.for ?? []).join(', ')}.`])];
  if (scope.sources.length > 0) {
    const names = scope.sources.map((one) => `${one.source} (${one.connection}, dialect ${world.dialectOf(one.connection)})`);
    const may = unit.kind === 'document' ? 'Sources that the document may define measures and segments of' : 'Source';
    parts.push(scope.sources.every((one) => isPlainName(one.source)) ? `${may}: ${names.join(', ')}.` : `${may}:\n${fence('names', names.join('\n'), world.secrets)}`);
  } else parts.push('It has no source: only pages and flags.');
  parts.push('## Evidence');
  for (const one of unit.evidence) parts.push(one.kind === 'table' ? await tablePart(world, one, disclosure, scope.shown) : textPart(world, one, disclosure));
  const near = neighbourPart(world, input.neighbours, disclosure);
  if (near !== '') parts.push('## Neighbours', near);
  const context = contextPart(scope, disclosure);
  if (context !== '') parts.push('## In the context today', context);
  const asked = [...new Set(unit.evidence.flatMap((one) => world.asked(one.id)))].sort();
  const open = asked.map((one) => `- ${one}`).join('\n');
  disclosure.hold('descriptions', unit.connection, open);
  if (open !== '') parts.push('## People have been asked already: write neither side, flag none of it', fence('open questions', open, world.secrets));
  const decided = decidedPart(scope, disclosure);
  if (decided !== '') parts.push('## What people decided: it holds', decided);
  const before = earlierPart(scope, input.earlier, disclosure);
  if (before !== '') parts.push(refused ? '## You wrote: it stands' : '## You wrote in an earlier run', before);
  if (refused) parts.push('## Refused', refusedPart(scope, refused, disclosure));
  return parts.join('\n\n');
}

/** Refusals, pins and house rules about what the unit may write, and answers about its evidence. Their words are data, too. */
function decidedPart(scope: UnitScope, disclosure: Disclosure): string {
  const { unit, world, sources } = scope;
  const pages = scope.ownPages();
  const said = [
    ...world.decisions.about({ sources, pages: unit.kind === 'document' ? [...pages, '*'] : pages, evidence: unit.evidence.map((one) => one.id) }),
    ...new Set(unit.evidence.flatMap((one) => world.answered(one.id))),
  ].map((one) => `- ${redact(one, world.secrets)}`).join('\n');
  disclosure.hold('decisions', 'context', said);
  return said === '' ? '' : fence('decisions', said, world.secrets);
}

function placeOf(origin: Origin): string {
  return origin.file === undefined ? origin.url ?? '' : `${origin.file}${origin.line === undefined ? '' : `:${origin.line}`}`;
}

/** What of an evidence may be shown; cut only after this, since half a credential is not known as one. */
export function shownText(world: JudgeWorld, evidence: Evidence): string {
  return redact(evidence.text, world.secrets, world.secretRules);
}

function textPart(world: JudgeWorld, evidence: Evidence, disclosure: Disclosure): string {
  const whole = shownText(world, evidence);
  const cut = whole.length > shownOfEvidence;
  const text = whole.slice(0, shownOfEvidence);
  if (evidence.kind === 'dbt') {
    const code = evidence.data.rawSql ?? '';
    const at = code === '' ? -1 : text.lastIndexOf('sql:\n');
    disclosure.hold('descriptions', evidence.connection, at < 0 ? text : text.slice(0, at));
    if (at >= 0) disclosure.hold('SQL', evidence.connection, text.slice(at));
  } else disclosure.hold(evidence.kind === 'document' ? 'documents' : 'descriptions', evidence.connection, text);
  return [fence(`${evidence.id} ${placeOf(evidence.origin)}`, text, world.secrets), ...(cut ? [`(${whole.length - shownOfEvidence} more characters: read_evidence with offset ${shownOfEvidence})`] : [])].join('\n');
}

/** A table as the catalogue and, where they may be seen, its rows say it is. */
async function tablePart(world: JudgeWorld, table: TableEvidence, disclosure: Disclosure, shown: ShownValues): Promise<string> {
  const { structure } = table.data;
  const warehouse = world.warehouse(table.connection);
  const mayRead = warehouse !== undefined && warehouseStop(world, warehouse) === null;
  const read = table.data.profile === undefined && mayRead ? await warehouse.profile(structure) : undefined;
  const profile = table.data.profile ?? (read?.ok === true ? read.profile : undefined);
  const { comment, names, values, definition } = tableFacts(world, table, profile);
  const rows = mayRead ? await sampleLines(world, table, disclosure, shown) : '';
  disclosure.hold('names and types', table.connection, names);
  disclosure.hold('descriptions', table.connection, comment);
  disclosure.hold('value lists', table.connection, values);
  disclosure.hold('SQL', table.connection, definition);
  return fence(table.id, [comment, names, values, rows, definition === '' ? '' : `sql:\n${definition.slice(0, shownOfEvidence)}`].filter((part) => part !== '').join('\n'), world.secrets);
}

interface TableTexts {
  readonly comment: string;
  readonly names: string;
  /** Lists of the few values that columns have; empty where no value of a row may be sent. */
  readonly values: string;
  readonly definition: string;
}

export function tableFacts(world: JudgeWorld, table: TableEvidence, profile: TableProfile | undefined): TableTexts {
  const { structure } = table.data;
  const names = [
    `${structure.kind} ${tableText(structure.name)}${profile ? `, about ${roughly(profile.rows)} rows` : ''}`,
    ...structure.columns.map((column) => `- ${column.name} ${column.nativeType || column.type}${structure.primaryKey.includes(column.name) ? ', key' : ''}${column.nullable ? '' : ', not null'}${column.comment ? `: ${column.comment}` : ''}`),
  ].join('\n');
  const values = profile && world.samples(table.connection) !== 'none' ? valueLines(profile) : '';
  // before anything is cut: half a credential is not known as one
  const clean = (text: string): string => redact(text, world.secrets, world.secretRules);
  return { comment: clean(structure.comment ?? ''), names: clean(names), values: clean(values), definition: clean(structure.definition ?? '') };
}

/** A power of ten, so that growth changes no prompt. */
function roughly(rows: number): string {
  return rows <= 0 ? 'no' : (10 ** Math.floor(Math.log10(rows))).toLocaleString('en-US');
}

function valueLines(profile: TableProfile): string {
  const lines = Object.keys(profile.values).sort().map((column) => {
    const values = profile.values[column] ?? [];
    return `- ${column}: ${values.slice(0, mostValues).map((value) => JSON.stringify(value)).join(', ')}${values.length > mostValues ? `, … (${values.length} values)` : ''}`;
  });
  return lines.length === 0 ? '' : ['values:', ...lines].join('\n');
}

async function sampleLines(world: JudgeWorld, table: TableEvidence, disclosure: Disclosure, shown: ShownValues): Promise<string> {
  const warehouse = world.warehouse(table.connection);
  const { structure } = table.data;
  const kind = world.samples(table.connection);
  if (!warehouse || kind === 'none') return '';
  if (kind === 'masked') {
    const { columns, rows } = await warehouse.sample(structure, sampleRows);
    const text = rows.length === 0 ? '' : [`shapes of values (${columns.join(' | ')}):`, ...rows.map((row) => row.join(' | '))].join('\n');
    disclosure.hold('masked samples', table.connection, text);
    return text;
  }
  const columns = structure.columns.map((column) => column.name).filter((column) => !looksPersonal(column));
  if (columns.length === 0) return '';
  const { catalog, schema, name } = structure.name;
  const list = joined(columns.map((column) => sql`t.${nameHole(column)}`), ', ');
  const result = await warehouse.query(sql`SELECT ${list} FROM ${nameHole(catalog, schema, name)} AS t LIMIT 3`, { maxRows: sampleRows });
  if (!result.ok || result.rows.length === 0) return '';
  shown.add(result.rows.flat());
  const text = [`rows (${columns.join(' | ')}):`, ...result.rows.map((row) => row.map((cell) => String(cell).slice(0, 80)).join(' | '))].join('\n');
  disclosure.hold('sample rows', table.connection, text);
  return text;
}

/** What stands one hop away, by name and columns; whole ones as long as they fit. */
function neighbourPart(world: JudgeWorld, ids: readonly string[], disclosure: Disclosure): string {
  const lines: string[] = [];
  let left = shownOfNeighbours;
  for (const id of ids) {
    const evidence = world.evidence(id);
    if (!evidence) continue;
    const line = `- ${evidence.id}${evidence.kind === 'dbt' ? `: ${evidence.data.columns.map((column) => column.name).join(', ')}` : evidence.kind === 'table' ? `: ${evidence.data.structure.columns.map((column) => column.name).join(', ')}` : ''}`;
    if (line.length > left) break;
    left -= line.length;
    lines.push(line);
    disclosure.hold('names and types', evidence.connection, line);
  }
  return lines.length === 0 ? '' : fence('names of what it reads and refers to', lines.join('\n'), world.secrets);
}

function contextPart(scope: UnitScope, disclosure: Disclosure): string {
  const parts: string[] = [];
  let left = shownOfContext;
  for (const source of scope.sources) {
    const text = sourceText(scope.world, source, scope.unit.kind === 'document');
    if (text === '' || text.length > left) continue;
    left -= text.length;
    parts.push(text);
  }
  const pages = scope.unit.kind === 'document' ? scope.world.search.find(documentWords(scope.unit.evidence), 6, 'page') : [];
  if (pages.length > 0) parts.push(['pages:', ...pages.map((page) => `- ${page.id}: ${page.what}`)].join('\n'));
  if (parts.length === 0) return '';
  const text = parts.join('\n\n');
  disclosure.hold('context', 'context', text);
  return fence('context', text, scope.world.secrets);
}

/** A source as agents see it, with whose each line is. `columns`: also their names and types. */
export function sourceText(world: JudgeWorld, { connection, source, composed }: KnownSource, columns: boolean): string {
  const records = world.knowledge.records(connection, source) ?? {};
  const whose = (key: string): string => (records[key] === undefined ? ' (a person’s)' : records[key].by === 'derived' ? '' : ' (yours)');
  const lines: string[] = [];
  if (columns) lines.push(...composed.columns.map((column) => `  - ${column.name}${column.expr === undefined ? '' : ` = ${column.expr}`}${typeOf(composed, column.name)}`));
  const described = descriptionsOf(composed);
  if (described !== '') lines.push(`  description: ${described}`);
  for (const { value } of composed.segments) lines.push(`  segment ${value.name}: ${value.expr}${whose(`segment:${value.name}`)}`);
  for (const { value } of composed.measures) {
    lines.push(`  measure ${value.name}: ${value.expr}${value.filter === undefined ? '' : ` where ${value.filter}`}${value.segments.length > 0 ? ` in ${value.segments.join(', ')}` : ''}${whose(`measure:${value.name}`)}`);
  }
  const joins = composed.joins.filter(({ value }) => value.relationship !== 'one_to_many').map(({ value }) => `${value.to} (${value.relationship})`);
  if (joins.length > 0) lines.push(`  joins to ${[...new Set(joins)].join(', ')}`);
  return lines.length === 0 ? '' : [`${connection}/${source}`, ...lines].join('\n');
}

function typeOf(source: ComposedSource, name: string): string {
  const columns = [source.entry?.value['columns'], source.file?.value['columns']].flatMap((list) => (Array.isArray(list) ? (list as { name?: unknown; type?: unknown }[]) : []));
  const type = columns.find((column) => column.name === name)?.type;
  return typeof type === 'string' ? ` ${type}` : '';
}

function descriptionsOf(source: ComposedSource): string {
  const all = [source.entry?.value['descriptions'], source.file?.value['descriptions']].flatMap((one) => (typeof one === 'object' && one !== null ? Object.entries(one) : []));
  return all.filter(([key, text]) => key === 'user' && typeof text === 'string').map(([, text]) => String(text)).join(' ');
}

/** Pages of earlier runs whole, and what an interrupted run proposed. Measures and segments stand in the context part. */
function earlierPart(scope: UnitScope, earlier: readonly PutEdit[], disclosure: Disclosure): string {
  const pages = scope.ownPages().flatMap((key) => {
    const bytes = scope.world.context.tree.get(`wiki/global/${key}.md`);
    return bytes ? [`page ${key}\n${Buffer.from(bytes).toString('utf8')}`] : [];
  });
  const proposed = earlier.map((edit) => JSON.stringify({ kind: edit.kind, source: edit.source, value: edit.value }));
  const text = redact([...pages, ...proposed].join('\n\n'), scope.world.secrets, scope.world.secretRules).slice(0, shownOfContext);
  disclosure.hold('context', 'context', text);
  return text === '' ? '' : fence('your earlier edits', text, scope.world.secrets);
}

/** What a model proposed in vain, with the reasons. Its words may be those of whoever wrote the evidence. */
function refusedPart({ world }: UnitScope, refused: readonly Refusal[], disclosure: Disclosure): string {
  let left = shownOfRefused;
  const lines = refused.map(({ name, why, proposal }) => {
    // before JSON escapes them: what a model had escaped already would no longer be found
    const said = proposal === undefined ? '' : JSON.stringify(proposal, (_, value: unknown) => (typeof value === 'string' ? redact(value, world.secrets, world.secretRules) : value));
    const shown = said.length <= left ? said : '';
    left -= shown.length;
    return [`- ${name}: ${why}`, ...(shown === '' ? [] : [`  ${shown}`])].join('\n');
  });
  const text = redact(lines.join('\n'), world.secrets, world.secretRules);
  disclosure.hold('context', 'context', text);
  return fence('refused', text, world.secrets);
}

/** What another tool gives of a page or a source. */
export function readContext(scope: UnitScope, name: string): string | undefined {
  const { context } = scope.world;
  const page = context.tree.get(`wiki/global/${name}.md`);
  if (page && scope.pageKeys().includes(name)) return redact(Buffer.from(page).toString('utf8'), scope.world.secrets, scope.world.secretRules).slice(0, shownOfContext);
  const slash = name.indexOf('/');
  const connections = slash < 0 ? context.connections() : [name.slice(0, slash)];
  const source = name.slice(slash + 1);
  const connection = connections.find((id) => composeSource(context, id, source) !== undefined);
  const composed = connection === undefined ? undefined : composeSource(context, connection, source);
  return connection === undefined || !composed ? undefined : sourceText(scope.world, { connection, source, composed }, true).slice(0, shownOfContext) || `${connection}/${source}`;
}

