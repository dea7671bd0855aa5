import { applyDesires, type Applied } from '../context/apply.js';
import { readContext, type Context } from '../context/context.js';
import { isOurFile, ourSources } from '../context/ours.js';
import type { World } from '../evidence/gather.js';
import type { Pairing } from '../evidence/match.js';
import type { Finding } from '../finding.js';
import { isRefused, refusedOurs } from '../ingest/authority.js';
import { desiresOf, removalsOf } from '../ingest/desire.js';
import { mergeEdits } from '../ingest/merge.js';
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
  /** Everything was read and asked for, so that what is missing is gone. */
  readonly whole: boolean;
  readonly after: Tree;
  readonly findings: readonly Finding[];
}

export function mergeStage(project: Project, start: Start, world: World, pairing: Pairing, derived: Derived, judged: Pick<JudgeResult, 'edits' | 'withdrawn'>, decided: Pick<Settled, 'puts' | 'removes'>, decisionsText: string | null, options: RunOptions, io: RunIo): Merged {
  const { decisions, knowledge } = start;
  const wanted = [...derived.units.edits, ...judged.edits, ...decided.puts];
  const merged = mergeEdits(decisions.refusals ? wanted.filter((edit) => !isRefused(edit, decisions)) : wanted);
  const refused = refusedOurs(knowledge, [...start.context.connections(), ''], decisions);
  const desires = desiresOf({
    edits: merged.edits, withdrawn: [...judged.withdrawn, ...decided.removes.filter((edit) => edit.kind !== 'source'), ...refused.removes], places: derived.places, nodesOf: (id) => pairing.nodesOf.get(id) ?? [],
    hadDbt: (connection, source) => (start.knowledge.records(connection, source)?.['']?.ev ?? []).some((id) => id.startsWith('dbt:')),
  });
  const whole = isWhole(world, options, io);
  const removal = removalsIn(project, start, world, desires, whole);
  const isAnswered = (one: { readonly connection: string; readonly source: string }): boolean => decided.removes.some((edit) => edit.kind === 'source' && edit.connection === one.connection && edit.source === one.source);
  const removals = [...removal.removals, ...removal.held.filter(isAnswered), ...refused.sources];
  const applied = applyDesires(start.context, knowledge, desires, removals, !whole);
  const after = new Map(start.tree);
  if (decisionsText !== null) after.set(decisionsPath, Buffer.from(decisionsText));
  for (const [path, text] of applied.files) {
    if (text === null) after.delete(path);
    else after.set(path, Buffer.from(text));
  }
  return { applied, desires, removals, whole, after, findings: [...merged.findings, ...applied.findings] };
}

/** Everything was read and asked for. */
export const isWhole = (world: World, options: RunOptions, io: RunIo): boolean => world.unreadable.size === 0 && options.connections.length === 0 && !io.signal.aborted;

/** What is gone for good; nothing where something was not read. */
export function removalsIn(project: Project, start: Start, world: World, wanted: readonly { readonly connection: string; readonly source: string }[], whole: boolean): ReturnType<typeof removalsOf> {
  const present = new Set([...world.tables, ...world.dbt, ...world.documents].map((evidence) => evidence.id));
  return removalsOf({
    knowledge: start.knowledge, wanted, isPresent: (id) => present.has(id), limits: project.settings.removals,
    connections: whole ? world.read.filter((source) => source.ok).map((source) => source.id) : [],
  });
}

/** The context as a merge leaves it; files that hold nothing but ours are not parsed for their names. */
export function contextAfter(start: Start, merged: Merged): Context {
  const sourcesIn = ourSources(merged.applied, start.knowledge);
  return readContext(merged.after, (path, sha) => (isOurFile(path, merged.applied, start.knowledge, sha) ? sourcesIn(path) : undefined));
}
