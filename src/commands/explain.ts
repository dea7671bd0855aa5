import { readContext } from '../context/context.js';
import { entitiesOf, type Entity } from '../context/entities.js';
import { readLock, type Lock } from '../context/lock.js';
import type { Finding } from '../finding.js';
import { knowledgeOf } from '../ingest/memory.js';
import { readDecisions } from '../project/decisions.js';
import { loadProject, type Project } from '../project/project.js';
import { readProjectTree } from '../project/tree.js';
import { textOf } from '../publish/changes.js';
import { git } from '../publish/git.js';
import { paint, plain, renderFindings } from '../publish/terminal.js';
import { exitCodes } from '../report.js';
import { nearest } from '../text/nearest.js';
import { redact } from '../text/redact.js';
import { decisionsAbout, evidenceOf, unitOf, verdictOf, whoseOf, type Decided, type Verdict, type Whose } from './explain/facts.js';
import { colours, type CommonOptions, type Terminal } from './main.js';

/** Where an entry of the context comes from: the lock, git and the files, nothing else. */

interface Explanation {
  readonly entity: string;
  readonly kind: Entity['kind'];
  readonly value: unknown;
  readonly file: string;
  readonly line: number;
  readonly whose: Whose;
  /** The last commit that changed its lines; null without git, or where it was never committed. */
  readonly since: { readonly commit: string; readonly author: string; readonly date: string; readonly subject: string } | null;
  readonly evidence: readonly { readonly id: string; readonly file?: string; readonly line?: number }[];
  readonly unit: { readonly id: string; readonly outcome: string; readonly by: string; readonly model: string | null; readonly instructions: string | null } | null;
  readonly verdict: Verdict;
  readonly decisions: readonly Decided[];
}

export async function explain(asked: string, given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as CommonOptions;
  const loaded = loadProject({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }) });
  const result = loaded.ok ? await explained(loaded.project, asked) : { ok: false as const, findings: loaded.findings };
  if (!result.ok) {
    if (options.json === true) terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: exitCodes.configuration, findings: result.findings }, null, 2)}\n`);
    for (const line of renderFindings(result.findings, colours(terminal, terminal.stderr, options.color === false), { perCode: 20 })) terminal.stderr.write(`${line}\n`);
    return exitCodes.configuration;
  }
  const { explanation } = result;
  if (options.json === true) terminal.stdout.write(redact(`${JSON.stringify({ schemaVersion: 1, ...explanation }, null, 2)}\n`, []));
  else for (const line of render(explanation, colours(terminal, terminal.stdout, options.color === false))) terminal.stdout.write(redact(`${line}\n`, []));
  return exitCodes.ok;
}

type Explained = { readonly ok: true; readonly explanation: Explanation } | { readonly ok: false; readonly findings: readonly Finding[] };

async function explained(project: Project, asked: string): Promise<Explained> {
  const { tree } = readProjectTree(project.root);
  const read = readLock(textOf(tree, 'ktx.lock'));
  const decided = readDecisions(textOf(tree, 'ktx.decisions.yaml'));
  if (!read.ok) return { ok: false, findings: [read.finding] };
  if (!decided.ok) return { ok: false, findings: decided.findings };
  const context = readContext(tree, () => undefined);
  const entities = entitiesOf(context);
  const found = named(asked, entities);
  const [entity] = found;
  if (!entity || found.length > 1) return { ok: false, findings: [unknown(asked, entities, found, read.lock)] };
  const { lock } = read;
  const knowledge = knowledgeOf(lock);
  const evidence = evidenceOf(entity, knowledge);
  const unit = unitOf(evidence, lock);
  return {
    ok: true,
    explanation: {
      entity: entity.id, kind: entity.kind, value: entity.value, file: entity.file, line: entity.lines.first, whose: whoseOf(entity, knowledge, decided.decisions),
      since: await sinceOf(project.root, entity), evidence: await located(project, evidence),
      unit: unit ? { id: unit.id, outcome: unit.outcome, by: unit.by, model: unit.model ?? null, instructions: unit.instructions ?? null } : null,
      verdict: verdictOf(entity, lock, knowledge.file(entity.file)?.sha === context.sha(entity.file)), decisions: decisionsAbout(entity, evidence, lock, decided.decisions),
    },
  };
}

// ── Which entity ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** By its id, else as people write it: `orders`, `orders.revenue`, `warehouse/orders.revenue`, `page refund-policy`. */
function named(asked: string, entities: readonly Entity[]): Entity[] {
  const text = asked.trim();
  const by = (same: (entity: Entity) => boolean): Entity[] => [...new Map(entities.filter(same).map((entity) => [entity.id, entity])).values()];
  const spoken = /^(source|column|description|property|measure|segment|join|grain|page)[: ]\s*(.+)$/s.exec(text);
  const wanted = spoken ? { kind: spoken[1], text: spoken[2] ?? '' } : { kind: undefined, text };
  const isKind = (entity: Entity): boolean => wanted.kind === undefined || entity.kind === wanted.kind;
  const nameOf = (entity: Entity): string => entity.id.slice(entity.kind.length + 1);
  const shortOf = (entity: Entity): string => (entity.kind === 'page' || entity.kind === 'grain' ? entity.source : entity.short);
  const tries: ((entity: Entity) => boolean)[] = [
    (entity) => entity.id === text,
    (entity) => isKind(entity) && nameOf(entity) === wanted.text,
    (entity) => isKind(entity) && shortOf(entity) === wanted.text && (wanted.kind !== undefined || (entity.kind !== 'page' && entity.kind !== 'grain')),
    (entity) => isKind(entity) && (shortOf(entity).toLowerCase() === wanted.text.toLowerCase() || nameOf(entity).replace(/\[.*$/s, '') === wanted.text),
  ];
  return tries.map(by).find((found) => found.length > 0) ?? [];
}

function unknown(asked: string, entities: readonly Entity[], found: readonly Entity[], lock: Lock): Finding {
  const base = { severity: 'error' as const, code: 'entity-unknown' as const };
  if (found.length > 1) return { ...base, message: `${asked} is several: ${found.map((entity) => entity.id).join(', ')}`, fix: 'name one of them' };
  const gone = lock.get('gone', asked) ? 'a person deleted it, and it stays away' : undefined;
  const dropped = lock.get('dropped', asked)?.why;
  if (gone ?? dropped) return { ...base, message: `there is no ${asked} in the context: ${gone ?? `it was checked and dropped: ${dropped ?? ''}`}`, fix: 'its line in ktx.lock keeps it away' };
  const names = [...new Set(entities.flatMap((entity) => [entity.id, entity.short]))];
  const near: string[] = [];
  for (let left = names; near.length < 3;) {
    const next = nearest(asked, left);
    if (next === undefined) break;
    near.push(next);
    left = left.filter((one) => one !== next);
  }
  return { ...base, message: `there is no ${asked} in the context`, fix: near.length > 0 ? `did you mean ${near.join(', ')}?` : 'write an id such as measure:warehouse/orders.revenue, or orders.revenue' };
}

// ── Where it comes from ───────────────────────────────────────────────────────────────────────────────────────────────

/** The newest commit among its lines; what was not committed yet has none. */
async function sinceOf(root: string, { file, lines }: Entity): Promise<Explanation['since']> {
  const blamed = await git(root, ['blame', '--porcelain', '-L', `${lines.first},${lines.last}`, '--', file]);
  if (blamed === null) return null;
  const commits = new Map<string, { author: string; time: number; subject: string }>();
  let current = '';
  for (const line of blamed.split('\n')) {
    const hash = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1];
    if (hash !== undefined) current = hash;
    const facts = commits.get(current) ?? { author: '', time: 0, subject: '' };
    if (line.startsWith('author ')) commits.set(current, { ...facts, author: line.slice('author '.length) });
    else if (line.startsWith('author-time ')) commits.set(current, { ...facts, time: Number(line.slice('author-time '.length)) });
    else if (line.startsWith('summary ')) commits.set(current, { ...facts, subject: line.slice('summary '.length) });
  }
  const [newest] = [...commits].sort(([, a], [, b]) => b.time - a.time);
  // git names lines that are not committed with zeros
  if (!newest || [...commits.keys()].some((hash) => /^0+$/.test(hash))) return null;
  const [commit, { author, time, subject }] = newest;
  return { commit, author, date: new Date(time * 1000).toISOString().slice(0, 10), subject };
}

/** Evidence with its file and line, where it can be read without a warehouse. */
async function located(project: Project, ids: readonly string[]): Promise<Explanation['evidence']> {
  if (!ids.some((id) => id.startsWith('dbt:') || id.startsWith('document:'))) return ids.map((id) => ({ id }));
  const { gather } = await import('../evidence/gather.js');
  const { confinedReader } = await import('../evidence/files.js');
  const { locate } = await import('../evidence/sources/dbt/locate.js');
  const only = { ...project, connections: project.connections.filter((connection) => connection.driver === 'dbt') };
  const world = await gather({ project: only, addresses: new Map(), documentGlobs: project.settings.documents, now: () => 0, remembered: () => undefined, profiles: false });
  const byId = new Map([...world.dbt, ...world.documents].map((one) => [one.id, one.origin]));
  const reader = confinedReader(project.root);
  return Promise.all(ids.map(async (id) => {
    const origin = byId.get(id);
    const place = origin && (await locate(reader, origin));
    return place ? { id, file: place.file, line: place.line } : { id };
  }));
}

// ── In words ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const longestValue = 240;

/** The value as it is read: an expression with its conditions, the condition of a join, a text. */
function valueText({ kind, value }: Explanation): string {
  if (typeof value === 'string') return value;
  const part = (key: string): string => {
    const found = (value as Readonly<Record<string, unknown>> | null)?.[key];
    return typeof found === 'string' ? found : Array.isArray(found) ? found.join(', ') : '';
  };
  if (kind === 'join') return `${part('on')}, ${part('relationship')}`;
  if (kind !== 'measure' && kind !== 'segment') return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
  return [part('expr'), part('filter') === '' ? '' : `where ${part('filter')}`, part('segments') === '' ? '' : `in ${part('segments')}`].filter((text) => text !== '').join(' ');
}

function render(one: Explanation, colour: ReturnType<typeof paint>): string[] {
  const row = (label: string, text: string, place = ''): string => `${label.padEnd(9)} ${plain(text)}${place === '' ? '' : colour.dim(`  ${plain(place)}`)}`;
  const value = valueText(one).replaceAll(/\s+/g, ' ');
  const { since, unit, whose } = one;
  const owner = { person: 'a person’s', derived: 'derived', model: 'a model’s', reconcile: 'reconcile’s' }[whose.author];
  const made = unit && [unit.by === 'model' ? `by ${unit.model ?? 'a model'}` : 'derived', unit.instructions === null ? '' : `instructions ${unit.instructions}`].filter((part) => part !== '').join(', ');
  return [
    colour.bold(plain(one.entity)),
    row('value', value.length > longestValue ? `${value.slice(0, longestValue)}…` : value, `${one.file}:${one.line}`),
    row('whose', `${owner}: ${whose.why}`),
    ...(since ? [row('since', `${since.commit.slice(0, 9)} ${since.date} ${since.author}: ${since.subject}`)] : [row('since', 'not in git')]),
    ...one.evidence.map(({ id, file, line }, i) => row(i === 0 ? 'rests on' : '', id, file === undefined ? '' : `${file}:${line ?? 1}`)),
    ...(unit ? [row('unit', `${unit.id} ${unit.outcome}, ${made ?? ''}`)] : []),
    row('verdict', `${one.verdict.verdict}: ${one.verdict.why}`),
    ...one.decisions.map(({ kind, text }, i) => row(i === 0 ? 'decided' : '', `${kind}: ${text}`)),
  ];
}
