import { relative, resolve } from 'node:path';
import type { Use } from '../context/uses.js';
import { confinedReader, type ConfinedReader } from '../evidence/files.js';
import { confinement } from '../evidence/gather.js';
import { treeReader } from '../evidence/tree-files.js';
import { sortFindings, type Finding } from '../finding.js';
import { loadProject, type Project } from '../project/project.js';
import { isOfContext } from '../project/tree.js';
import { renderFindings } from '../publish/terminal.js';
import { plural } from '../publish/wording.js';
import { exitCodes } from '../report.js';
import { dialectOfDriver } from '../sql/dialect.js';
import { loadParser, type SqlParser } from '../sql/parser.js';
import type { SqlNode } from '../sql/tree.js';
import { filesBelow, findBase, type Base } from './check/base.js';
import { breaksOf, comingColumns, staleTexts, type Break } from './check/dbt-breaks.js';
import { openContext } from './check/foreign-context.js';
import { handEdits, type HandEdit } from './check/hand-edits.js';
import { mend, type Mended } from './check/mend.js';
import { pairSources, type Paired } from './check/pairs.js';
import { gateFindings, readContextState, readDbtState, type ContextState, type DbtReading } from './check/state.js';
import { breakFinding, countNotice, keyOf, staleFinding, unprovedFinding, useId } from './check/words.js';
import { colours, type CommonOptions, type Terminal } from './main.js';

interface CheckOptions extends CommonOptions {
  /** The ref whose findings do not count. */
  readonly base?: string;
  /** The context, where it is not this project's: a folder, or OWNER/REPO@REF. */
  readonly context?: string;
  readonly out?: string;
  readonly live?: boolean;
}

export interface CheckOutcome {
  readonly exitCode: number;
  readonly findings: readonly Finding[];
  readonly headline: string;
  /** What was compared with; null: nothing, so that everything counts. */
  readonly base: { readonly ref: string; readonly commit: string; /** Findings that it has too. */ readonly known: number } | null;
  /** Entries of the context that this checkout breaks, one by one. */
  readonly broken: readonly Broken[];
  readonly unproved: number;
  /** Absolute path of the folder that holds the patch. */
  readonly folder?: string;
  /** What would mend the context; null where nothing certain would. */
  readonly patch: { readonly path: string; readonly files: number; readonly insertions: number; readonly deletions: number; readonly mends: readonly string[] } | null;
}

interface Broken {
  readonly entity: string;
  readonly file: string;
  readonly line: number;
  readonly rests: { readonly evidence: string; readonly source: string; readonly column: string | null; readonly renamed: string | null };
}

/** Is the committed context right? No model, no credential, no network. Exit 5 where something is broken. */
export async function check(given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as CheckOptions;
  const outcome = await runCheck(options, terminal);
  const colour = colours(terminal, terminal.stdout, options.color === false);
  if (options.json === true) terminal.stdout.write(`${JSON.stringify({ schemaVersion: 1, status: outcome.exitCode === 0 ? 'complete' : 'failed', ...documented(outcome) }, null, 2)}\n`);
  else {
    for (const line of renderFindings(outcome.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice'), colour, { perCode: 20 })) terminal.stdout.write(`${line}\n`);
    const tick = outcome.exitCode === 0 ? colour.green('✓') : colour.red('✗');
    terminal.stdout.write(`${outcome.findings.length > 0 ? '\n' : ''}${tick} ${outcome.headline}\n`);
    if (outcome.patch) terminal.stdout.write(`  take   git apply ${outcome.patch.path}${options.context === undefined ? '' : '   in the context'}\n`);
  }
  return outcome.exitCode;
}

/** The document of --json: paths of this machine stay out of it. */
const documented = ({ exitCode, headline, findings, base, broken, unproved, patch }: CheckOutcome): Omit<CheckOutcome, 'folder'> => ({ exitCode, headline, base, findings, broken, unproved, patch });

const nothing = { base: null, broken: [], unproved: 0, patch: null } as const;

function configuration(findings: readonly Finding[]): CheckOutcome {
  return { ...nothing, exitCode: exitCodes.configuration, findings: sortFindings(findings), headline: 'the configuration is wrong; nothing was checked' };
}

export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<CheckOutcome> {
  const { cwd, environment } = terminal;
  const load = (directory: string | undefined, settings: string | undefined): ReturnType<typeof loadProject> => loadProject({ cwd, environment, bareDbt: true, ...(directory === undefined ? {} : { directory }), ...(settings === undefined ? {} : { settings }) });
  const loaded = load(options.projectDir, options.config);
  if (!loaded.ok) return configuration(loaded.findings);
  const { project } = loaded;
  if (options.context === undefined) return withBase(options, terminal, project, undefined);
  const opened = await openContext(options.context, cwd, environment);
  if (!opened.ok) return configuration([opened.finding]);
  using foreign = opened.context;
  const theirs = load(foreign.root, undefined);
  if (!theirs.ok) return configuration(theirs.findings.map((finding) => ({ severity: 'error', code: 'context-unreadable', message: `the context ${foreign.name} is not valid: ${finding.message}`, fix: finding.fix })));
  return await withBase(options, terminal, project, theirs.project);
}

async function withBase(options: CheckOptions, terminal: Terminal, project: Project, foreign: Project | undefined): Promise<CheckOutcome> {
  const directories = project.connections.flatMap((connection) => (connection.driver === 'dbt' ? [resolve(project.root, connection.options.source_dir ?? '.', connection.options.path ?? '')] : []));
  const found = await findBase({ root: project.root, repository: confinement(project.root), directories, named: options.base, environment: terminal.environment });
  if (found.kind !== 'base') {
    const missing = found.kind === 'missing' ? [found.finding] : [];
    return missing.some((finding) => finding.severity === 'error') ? configuration(missing) : compared(options, terminal, project, foreign, undefined, missing);
  }
  return compared(options, terminal, project, foreign, found.base, []);
}

/** What one state says: findings of its files, and what of the context it breaks. */
interface Looked {
  readonly context: ContextState;
  readonly dbt: DbtReading;
  readonly pairs: readonly Paired[];
  readonly breaks: readonly Break[];
  readonly findings: readonly Finding[];
}

async function compared(options: CheckOptions, terminal: Terminal, here: Project, foreign: Project | undefined, base: Base | undefined, noted: readonly Finding[]): Promise<CheckOutcome> {
  const parser = remembering(await loadParser());
  const theirs = foreign && readContextState(foreign, parser);
  const project = foreign && theirs ? asNamedThere(here, foreign, theirs) : here;
  const dialect = warehouseDialect(foreign ?? project);
  const parsed = new Map<string, SqlNode | null>();
  const repository = confinement(project.root);
  const readers = new Map<string, ConfinedReader>();
  const onDisk = (root: string): ConfinedReader => {
    const reader = readers.get(root) ?? confinedReader(root);
    readers.set(root, reader);
    return reader;
  };
  const context = theirs ?? readContextState(project, parser);
  const dbt = await readDbtState({ project, parser, dialect, parsed, readerOf: onDisk });
  const inBase = (root: string): ReadonlyMap<string, Uint8Array> => filesBelow(base?.files ?? new Map<string, Uint8Array>(), relative(repository, root).split('\\').join('/'));
  const was = base && {
    context: theirs ?? earlierContext(project, parser, inBase(project.root), context),
    dbt: await readDbtState({ project, parser, dialect, parsed, readerOf: (root) => treeReader(inBase(root), root, onDisk(root)) }),
  };
  const edited = theirs ? [] : await handEdits({ root: project.root, repository, state: context, base: was?.context.context });
  const before = was && (await look(parser, was.context, theirs !== undefined, was.dbt, undefined, []));
  const now = await look(parser, context, theirs !== undefined, dbt, was?.dbt, edited);

  const knownKeys = new Set(before?.findings.map(keyOf));
  const knownUses = new Set(before?.breaks.flatMap((one) => (one.uses.length === 0 ? [useId(one)] : one.uses.map((use) => useId(one, use)))));
  const fresh = now.breaks.flatMap((one): Break[] => {
    const uses = one.uses.filter((use) => !knownUses.has(useId(one, use)));
    return uses.length > 0 || (one.uses.length === 0 && !knownUses.has(useId(one))) ? [{ ...one, uses }] : [];
  });
  const counted = now.findings.filter((finding) => !knownKeys.has(keyOf(finding)));
  const known = now.findings.length - counted.length + now.breaks.length - fresh.length;
  const mending = await mend({ out: options.out, cwd: terminal.cwd, project: here, contextRoot: (foreign ?? here).root, state: context, parser, breaks: fresh });
  if (!mending.ok) return configuration([mending.finding]);
  const { mended } = mending;
  const live = options.live === true && !foreign ? await (await import('./check/live.js')).liveFindings(project, context, terminal.environment) : [];

  const all: Finding[] = [
    ...project.findings.filter((finding) => !(foreign && finding.code === 'no-project')), ...noted, ...counted, ...edited.map(({ finding }) => finding), ...live,
    ...fresh.map((one) => breakFinding(one, now.context.context, foreign !== undefined, mended)),
    ...unprovedFinding(context.lock.all('unproved').length, options.live === true), ...countNotice(known, base?.ref),
  ];
  return await concluded(project, all, now, { ...(base ? { base: { ref: base.ref, commit: base.commit, known } } : { base: null }), breaks: fresh, mended });
}

/** The base's context; the same one where no byte of it differs. */
function earlierContext(project: Project, parser: SqlParser, files: ReadonlyMap<string, Uint8Array>, now: ContextState): ContextState {
  const own = new Map([...files].filter(([path]) => isOfContext(path)));
  const { tree } = now.context;
  if (own.size === tree.size && [...own].every(([path, bytes]) => Buffer.compare(bytes, tree.get(path) ?? Buffer.alloc(0)) === 0)) return now;
  return readContextState(project, parser, { files: own, basis: now });
}

/** Two states ask about much the same expressions, and each gate anew. */
function remembering(parser: SqlParser): SqlParser {
  const results = new Map<string, ReturnType<SqlParser['parse']>>();
  return {
    tokens: (sql, dialect) => parser.tokens(sql, dialect),
    parse(sql, dialect) {
      const key = `${dialect}\u0000${sql}`;
      const result = results.get(key) ?? parser.parse(sql, dialect);
      if (sql.length <= longestRemembered) results.set(key, result);
      return result;
    },
  };
}

const longestRemembered = 500;

async function look(parser: SqlParser, context: ContextState, isForeign: boolean, dbt: DbtReading, before: DbtReading | undefined, edited: readonly HandEdit[]): Promise<Looked> {
  const { publishable } = await import('../ingest/texts.js');
  const paired = pairSources(context.context, context.knowledge, [...(before?.list ?? []), ...dbt.list]);
  const { pairs, findings: mismatched } = trusted(paired, dbt, before);
  const breaks = breaksOf({ context: context.context, pairs, uses: context.uses, now: dbt, before });
  const tables = new Set(dbt.list.flatMap((node) => (node.data.relation === null ? [] : [node.data.relation.name.toLowerCase()])));
  const columns = comingColumns(dbt, pairs);
  const stale = staleTexts(context.context, pairs, dbt, (text) => publishable(text, {}, '', [])[0] ?? null)
    // a copy that somebody edited says nothing about dbt
    .filter((text) => !edited.some((edit) => edit.connection === text.connection && edit.source === text.source && edit.path.at(-1) === 'dbt' && (text.column === null ? edit.path.length === 2 : edit.finding.message.includes(`columns.${text.column}.`))))
    .map(staleFinding);
  // what is wrong in another repository is for its own check to say
  const own = isForeign ? [] : [...context.findings, ...(await gateFindings(context, parser, { columns, table: (name) => tables.has(name.toLowerCase()) }))];
  return { context, dbt, pairs, breaks, findings: [...own, ...dbt.findings, ...mismatched, ...stale] };
}

/** Least share of the models that the context knows which must be found before a missing one means anything. */
const enough = 0.5;

function trusted(pairs: readonly Paired[], now: DbtReading, before: DbtReading | undefined): { readonly pairs: readonly Paired[]; readonly findings: readonly Finding[] } {
  const connectionOf = (id: string): string => id.slice('dbt:'.length, id.indexOf('/'));
  const kept: Paired[] = [];
  const findings: Finding[] = [];
  for (const [connection, own] of Map.groupBy(pairs, (pair) => connectionOf(pair.nodes[0] ?? ''))) {
    if (!now.read.has(connection) && before?.read.has(connection) !== true) continue;
    const found = own.filter((pair) => pair.nodes.some((id) => now.nodes.has(id) || before?.nodes.has(id) === true)).length;
    if (found >= enough * own.length) kept.push(...own);
    else {
      findings.push({
        severity: 'warning', code: 'source-mismatch', message: `${found} of the ${own.length} dbt nodes that the context rests on are in ${connection}, so nothing is said about the others`,
        fix: 'check that this is the dbt project that the context was made from',
      });
    }
  }
  return { pairs: kept, findings };
}

/** The dbt project under the connection that the other repository's context knows it by. */
function asNamedThere(project: Project, foreign: Project, { lock }: ContextState): Project {
  const configured = foreign.connections.filter((connection) => connection.driver === 'dbt' || (connection.driver === 'skipped' && connection.options.driver === 'dbt')).map((connection) => connection.id);
  const recorded = new Set(lock.all('unit').flatMap((unit) => Object.keys(unit.evidence)).flatMap((id) => /^dbt:([^/]+)\//.exec(id)?.[1] ?? []));
  const [name] = configured.length > 0 ? [...configured].sort((a, b) => Number(recorded.has(b)) - Number(recorded.has(a))) : [...recorded];
  const dbt = project.connections.filter((connection) => connection.driver === 'dbt');
  if (name === undefined || dbt.length !== 1) return project;
  return { ...project, connections: project.connections.map((connection) => (connection.driver === 'dbt' ? { ...connection, id: name } : connection)) };
}

function warehouseDialect(project: Project): string {
  const drivers = project.connections.map((connection) => (connection.driver === 'skipped' ? connection.options.driver : connection.driver));
  return drivers.map(dialectOfDriver).find((dialect) => dialect !== 'generic') ?? 'generic';
}

interface Concluded {
  readonly base: CheckOutcome['base'];
  readonly breaks: readonly Break[];
  readonly mended: Mended | undefined;
}

async function concluded(project: Project, all: readonly Finding[], now: Looked, { base, breaks, mended }: Concluded): Promise<CheckOutcome> {
  const { locateFindings } = await import('../evidence/locate.js');
  const { redactFindings } = await import('../text/redact.js');
  const findings = sortFindings(redactFindings(await locateFindings(all, project.root), []));
  const errors = findings.filter((finding) => finding.severity === 'error');
  const { context, lock } = now.context;
  const sources = context.connections().reduce((sum, connection) => sum + new Set([...context.entryNames(connection), ...context.sourceNames(connection)]).size, 0);
  const looked = [plural(sources, 'source'), plural(context.pages().length, 'page'), ...(now.dbt.list.length > 0 ? [plural(now.dbt.list.length, 'dbt node')] : [])].join(', ');
  // without its reference --live could look at nothing
  const exitCode = errors.some((finding) => finding.code === 'lock-newer' || finding.code === 'reference-unresolved') ? exitCodes.configuration : errors.length > 0 ? exitCodes.broken : exitCodes.ok;
  return {
    exitCode, findings, base, unproved: lock.all('unproved').length, patch: mended?.patch ?? null, ...(mended ? { folder: mended.folder } : {}),
    headline: errors.length > 0 ? `${plural(errors.length, 'thing is', 'things are')} broken (${looked} looked at)` : `nothing is broken: ${looked}`,
    broken: breaks.flatMap((one) => one.uses.map((use): Broken => brokenOf(one, use))),
  };
}

function brokenOf({ node, source, connection, column, renamed }: Break, use: Use): Broken {
  return { entity: use.entity, file: use.file, line: use.line, rests: { evidence: node, source: `${connection}/${source}`, column, renamed } };
}
