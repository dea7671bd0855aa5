import { join, relative } from 'node:path';
import { readContext, type Context } from '../../context/context.js';
import type { Knowledge } from '../../context/knowledge.js';
import { Lock, readLock } from '../../context/lock.js';
import { usesOf, type Use } from '../../context/uses.js';
import type { DbtEvidence, Definition } from '../../evidence/evidence.js';
import type { ConfinedReader } from '../../evidence/files.js';
import { confinement, gather } from '../../evidence/gather.js';
import { outputsOf } from '../../evidence/sources/dbt/outputs.js';
import { placeOf, type Finding } from '../../finding.js';
import { knowledgeOf } from '../../ingest/memory.js';
import { decisionsPath, readDecisions } from '../../project/decisions.js';
import { driverName, type Project } from '../../project/project.js';
import { readProjectTree } from '../../project/tree.js';
import { textOf } from '../../publish/changes.js';
import { dialectOfDriver } from '../../sql/dialect.js';
import type { SqlParser } from '../../sql/parser.js';
import type { SqlNode } from '../../sql/tree.js';
import { plural } from '../../publish/wording.js';
import type { DbtState } from './dbt-breaks.js';

/** One state of a checkout: what its files say, without any warehouse, network or credential. */

export interface ContextState {
  readonly context: Context;
  readonly lock: Lock;
  readonly knowledge: Knowledge;
  readonly uses: readonly Use[];
  readonly findings: readonly Finding[];
  dialectOf(connection: string): string;
}

/** Files in place of those on the disk, by path relative to the project; and a state that has most of them too. */
export interface Elsewhere<State> {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly basis: State;
}

/** The context of a project, in the working tree or elsewhere. */
export function readContextState(project: Project, parser: SqlParser, elsewhere?: Elsewhere<ContextState>): ContextState {
  const files = elsewhere ? { tree: elsewhere.files, findings: [] } : readProjectTree(project.root);
  const read = readLock(textOf(files.tree, 'ktx.lock'));
  const lock = read.ok ? read.lock : Lock.empty;
  const decisions = readDecisions(textOf(files.tree, decisionsPath));
  const context = readContext(files.tree, () => undefined, undefined, elsewhere?.basis.context);
  const drivers = new Map(project.connections.map((connection) => [connection.id, driverName(connection)]));
  const dialectOf = (connection: string): string => dialectOfDriver(drivers.get(connection) ?? '');
  return {
    context, lock, knowledge: knowledgeOf(lock), dialectOf, uses: usesOf({ context, parser, dialectOf }),
    findings: [...files.findings, ...(read.ok ? read.findings : [read.finding]), ...decisions.findings],
  };
}

export interface DbtReading extends DbtState {
  readonly list: readonly DbtEvidence[];
  readonly definitions: readonly Definition[];
  /** dbt connections that gave anything. */
  readonly read: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

export interface DbtInput {
  /** A reader of the files below a directory; the disk's where nothing else is said. */
  readonly readerOf: (root: string) => ConfinedReader;
  readonly project: Project;
  readonly parser: SqlParser;
  readonly dialect: string;
  /** Shared by the states of one run. */
  readonly parsed: Map<string, SqlNode | null>;
}

/**
 * The dbt projects and documents of a state. What a change does is read off the project's own files, which are in git:
 * a manifest is of another commit, or of none. Only where there are no files it is all that there is.
 */
export async function readDbtState({ project, parser, dialect, parsed, readerOf }: DbtInput): Promise<DbtReading> {
  const only = { ...project, connections: project.connections.filter((connection) => connection.driver === 'dbt') };
  const input = { project: only, addresses: new Map(), now: () => 0, remembered: () => undefined, profiles: false, readerOf };
  const world = await gather({ ...input, documentGlobs: project.settings.documents });
  const made = world.read.filter((source) => source.what.endsWith('(manifest)')).map((source) => source.id);
  const files = made.length === 0 ? undefined : await gather({ ...input, project: { ...only, connections: only.connections.filter((connection) => made.includes(connection.id)) }, documentGlobs: [], artifacts: false });
  const fromFiles = new Set(files?.dbt.map((node) => node.connection));
  const list = [...world.dbt.filter((node) => !fromFiles.has(node.connection)), ...(files?.dbt ?? [])];
  const text = await textsOf(list, project.root, readerOf(confinement(project.root)));
  return {
    list, nodes: new Map(list.map((node) => [node.id, node])), definitions: world.definitions, text,
    outputs: outputsOf({ nodes: list, text, parser, dialect, parsed }), read: new Set(list.map((node) => node.connection)),
    findings: [...world.findings, ...(await sourceFindings(world.dbt, world.definitions))],
  };
}

/** The files in which nodes stand. */
async function textsOf(nodes: readonly DbtEvidence[], root: string, reader: ConfinedReader): Promise<(file: string) => string | undefined> {
  const named = nodes.flatMap((node) => [node.origin.file, node.data.described?.file, ...node.data.columns.map((column) => column.origin.file)]);
  const texts = new Map<string, string>();
  for (const file of new Set(named.filter((one) => one !== undefined))) {
    const read = await reader.text(relative(reader.root, join(root, file)).split('\\').join('/'));
    if (read.ok) texts.set(file, read.text);
  }
  return (file) => texts.get(file);
}

/** What dbt projects and documents say wrongly by themselves. */
async function sourceFindings(dbt: readonly DbtEvidence[], definitions: readonly Definition[]): Promise<Finding[]> {
  const { contradictions } = await import('../../evidence/contradictions.js');
  const { termQuestions } = await import('../../ingest/term-questions.js');
  const { textFindings } = await import('../../ingest/texts.js');
  const known = new Set(dbt.map((node) => node.id));
  const dangling = dbt.flatMap((node) => node.data.dependsOn.filter((id) => !known.has(id)).map((id): Finding => ({
    severity: 'warning', code: 'dbt-reference', ...placeOf(node.origin), message: `${node.id} reads ${id}, which this dbt project does not have`, fix: 'mend the ref() or source(); if it comes from a package, ignore this', evidence: [node.id],
  })));
  return [...termQuestions(contradictions(definitions)).map(({ finding }) => finding), ...dangling, ...dbt.flatMap(textFindings)];
}

export interface Coming {
  columns(connection: string, source: string): readonly string[];
  /** Whether a dbt node is built into a table of that name. */
  table(name: string): boolean;
}

/** The offline gates. Overlays of a connection that was never scanned cannot be judged: one notice, not an error each. */
export async function gateFindings(state: ContextState, parser: SqlParser, coming: Coming): Promise<Finding[]> {
  const { context } = state;
  const { schemaGate } = await import('../../context/gates/schema.js');
  const { wikiGate } = await import('../../context/gates/wiki.js');
  const { referencesGate } = await import('../../context/gates/references.js');
  const { doublesGate } = await import('../../context/gates/doubles.js');
  const { trapsGate } = await import('../../context/gates/traps.js');
  const findings = [
    ...schemaGate(context), ...wikiGate(context),
    ...referencesGate({ context, parser, dialectOf: (connection) => state.dialectOf(connection), coming: (connection, source) => coming.columns(connection, source), isComing: (_, source) => coming.table(source) }),
    ...trapsGate({ context, parser, dialectOf: (connection) => state.dialectOf(connection) }),
    ...doublesGate({ context, parser, dialectOf: (connection) => state.dialectOf(connection) }), ...context.findings(),
  ];
  const unscanned = context.connections().filter((connection) => context.shards(connection).length === 0);
  const isIn = (finding: Finding, connection: string): boolean => finding.file?.startsWith(`semantic-layer/${connection}/`) === true;
  const isUnscanned = (finding: Finding): boolean => unscanned.some((connection) => isIn(finding, connection));
  const overlays = findings.filter((finding) => finding.code === 'context-orphan' && isUnscanned(finding));
  const kept = findings.filter((finding) => !overlays.includes(finding) && !(finding.code === 'context-reference' && unscanned.length > 0 && (isUnscanned(finding) || finding.file?.startsWith('wiki/') === true)));
  for (const connection of unscanned) {
    const count = overlays.filter((finding) => isIn(finding, connection)).length;
    if (count > 0) kept.push({ severity: 'notice', code: 'context-orphan', message: `${connection} was never scanned (no _schema), so ${plural(count, 'overlay')} could not be checked against its tables`, fix: 'run ktx-ci ingest once' });
  }
  return kept;
}
