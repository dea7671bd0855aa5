import { applyDesires, type Applied } from '../context/apply.js';
import { readContext, type Context } from '../context/context.js';
import { entityId, type PutEdit, type RemoveEdit } from '../context/edit.js';
import { isOurFile, ourSources } from '../context/ours.js';
import type { World } from '../evidence/gather.js';
import type { Pairing } from '../evidence/match.js';
import type { Finding } from '../finding.js';
import { isRefused, refusedOurs } from '../ingest/authority.js';
import { evictionsOf, type Evictions } from '../ingest/evictions.js';
import { desiresOf, removalsOf } from '../ingest/desire.js';
import { mergeEdits } from '../ingest/merge.js';
import { unread } from '../ingest/pairs.js';
import { entityView, type EntityView } from '../ingest/reconcile/entities.js';
import { carriedOver, renameFindings, renamesOf, replacedBy } from '../ingest/renames.js';
import type { Settled } from '../ingest/questions.js';
import { decisionsPath } from '../project/decisions.js';
import type { Project } from '../project/project.js';
import type { Derived } from './derive-stage.js';
import type { JudgeResult } from './judge-stage.js';
import type { RunIo, RunOptions } from './options.js';
import type { Start, Tree } from './start.js';

/** One context, field by field; what is a person's stays a person's. */

export interface Merged {
  readonly applied: Applied;
  readonly desires: ReturnType<typeof desiresOf>;
  readonly removals: ReturnType<typeof removalsOf>['removals'];
  /** Two values of models for one entity, of which the first stands. */
  readonly conflicts: ReturnType<typeof mergeEdits>['conflicts'];
  /** Entity id → the one in its place, where a table goes by another name. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Everything was read and asked for, so that what is missing is gone. */
  readonly whole: boolean;
  readonly after: Tree;
  readonly findings: readonly Finding[];
}

/** What people and reconcile decided. */
export interface Decided extends Pick<Settled, 'puts' | 'removes'> {
  /** Whether a value has lost against another. */
  readonly isLost: (id: string, value: unknown) => boolean;
}

export function mergeStage(project: Project, start: Start, world: World, pairing: Pairing, derived: Derived, judged: Pick<JudgeResult, 'edits' | 'withdrawn'>, decided: Decided, decisionsText: string | null, options: RunOptions, io: RunIo): Merged {
  const { decisions, knowledge } = start;
  // what has lost against another value is not written again
  const isLost = (edit: PutEdit): boolean => edit.author === 'model' && decided.isLost(entityId(edit), edit.value);
  const whole = isWhole(world, options, io);
  const renames = renamesOf(start.context, removalsIn(project, start, world, derived.units.edits.filter(({ kind }) => kind === 'source'), whole).removals, derived.units.edits);
  const said = new Set(judged.edits.map(entityId));
  const carried = renames.length === 0 ? [] : carriedOver(renames, viewOf(start)).filter((edit) => !said.has(entityId(edit)));
  const wanted = [...derived.units.edits, ...judged.edits.filter((edit) => !isLost(edit)), ...carried, ...decided.puts];
  const merged = mergeEdits(decisions.refusals ? wanted.filter((edit) => !isRefused(edit, decisions)) : wanted);
  const refused = refusedOurs(knowledge, [...start.context.connections(), ''], decisions);
  const evicted = evictionsIn(project, start, world, whole);
  const isHeld = (edit: RemoveEdit): boolean => decided.removes.some((one) => one.kind !== 'source' && entityId(one) === entityId(edit));
  const restated = new Set(merged.edits.map(entityId));
  const desires = desiresOf({
    edits: merged.edits, withdrawn: [...[...evicted.removes, ...evicted.held.filter(isHeld)].filter((edit) => !restated.has(entityId(edit))), ...judged.withdrawn, ...decided.removes.filter((edit) => edit.kind !== 'source'), ...refused.removes], places: derived.places, nodesOf: (id) => pairing.nodesOf.get(id) ?? [],
    hadDbt: (connection, source) => (start.knowledge.records(connection, source)?.['']?.ev ?? []).some((id) => id.startsWith('dbt:')),
  });
  const removal = removalsIn(project, start, world, desires, whole);
  const isAnswered = (one: { readonly connection: string; readonly source: string }): boolean => decided.removes.some((edit) => edit.kind === 'source' && edit.connection === one.connection && edit.source === one.source);
  const newNames = new Map(renames.map(({ connection, from, to }) => [`${connection}/${from}`, to]));
  const removals = [...removal.removals.map((one) => ({ ...one, renamed: newNames.get(`${one.connection}/${one.source}`) })), ...removal.held.filter(isAnswered), ...refused.sources];
  const applied = applyDesires(start.context, knowledge, desires, removals, !whole);
  const after = new Map(start.tree);
  if (decisionsText !== null) after.set(decisionsPath, Buffer.from(decisionsText));
  for (const [path, text] of applied.files) {
    if (text === null) after.delete(path);
    else after.set(path, Buffer.from(text));
  }
  return { applied, desires, removals, conflicts: merged.conflicts, replaced: replacedBy(renames, carried), whole, after, findings: [...merged.findings, ...applied.findings, ...renameFindings(renames)] };
}

/** The context as it stood, with whose its entities are. */
export const viewOf = (start: Start): EntityView => entityView(start.context, (connection, source) => start.knowledge.records(connection, source) ?? {});

/** Everything was read and asked for. */
export const isWhole = (world: World, options: RunOptions, io: RunIo): boolean => world.unreadable.size === 0 && world.unknown.size === 0 && options.connections.length === 0 && !io.signal.aborted;

/** What is gone for good; nothing where something was not read. */
export function removalsIn(project: Project, start: Start, world: World, wanted: readonly { readonly connection: string; readonly source: string }[], whole: boolean): ReturnType<typeof removalsOf> {
  const present = new Set([...world.tables, ...world.dbt, ...world.documents].map((evidence) => evidence.id));
  return removalsOf({
    knowledge: start.knowledge, wanted, isPresent: (id) => present.has(id), limits: project.settings.removals,
    connections: whole ? world.read.filter((source) => source.ok).map((source) => source.id) : [],
  });
}

/** What was written from evidence that is gone for good. */
export function evictionsIn(project: Project, start: Start, world: World, whole: boolean): Evictions {
  const hashNow = hashesOf(world);
  return evictionsOf({
    knowledge: start.knowledge, limits: project.settings.removals, isPresent: (id) => hashNow(id) !== undefined,
    connections: whole ? [...start.context.connections(), ''] : [],
  });
}

/** Hash of an evidence as it is now; `unread` where its source was not read, undefined where it is gone. */
export function hashesOf(world: World): (id: string) => string | undefined {
  const hashes = new Map([...world.tables, ...world.dbt, ...world.documents].map((one) => [one.id, one.hash]));
  return (id) => hashes.get(id) ?? (world.unknown.has(id) || world.unreadable.has(connectionOf(id)) ? unread : undefined);
}

/** `table:warehouse/main.orders` is of warehouse. */
const connectionOf = (id: string): string => /^[a-z]+:([^/]*)\//.exec(id)?.[1] ?? '';

/** The context as a merge leaves it; files that hold nothing but ours are not parsed for their names. */
export function contextAfter(start: Start, merged: Merged): Context {
  const sourcesIn = ourSources(merged.applied, start.knowledge);
  return readContext(merged.after, (path, sha) => (isOurFile(path, merged.applied, start.knowledge, sha) ? sourcesIn(path) : undefined));
}
