import { applyDesires, type Applied } from '../context/apply.js';
import { readContext, type Context } from '../context/context.js';
import { isOurFile, ourSources } from '../context/ours.js';
import type { World } from '../evidence/gather.js';
import type { Pairing } from '../evidence/match.js';
import type { Finding } from '../finding.js';
import { desiresOf, removalsOf } from '../ingest/desire.js';
import { mergeEdits } from '../ingest/merge.js';
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

export function mergeStage(project: Project, start: Start, world: World, pairing: Pairing, derived: Derived, judged: Pick<JudgeResult, 'edits' | 'withdrawn'>, options: RunOptions, io: RunIo): Merged {
  const merged = mergeEdits([...derived.units.edits, ...judged.edits]);
  const desires = desiresOf({
    edits: merged.edits, withdrawn: judged.withdrawn, places: derived.places, nodesOf: (id) => pairing.nodesOf.get(id) ?? [],
    hadDbt: (connection, source) => (start.knowledge.records(connection, source)?.['']?.ev ?? []).some((id) => id.startsWith('dbt:')),
  });
  const whole = world.unreadable.size === 0 && world.unknown.size === 0 && options.connections.length === 0 && !io.signal.aborted;
  const present = new Set([...world.tables, ...world.dbt, ...world.documents].map((evidence) => evidence.id));
  const { removals, findings } = removalsOf({
    knowledge: start.knowledge, desires, isPresent: (id) => present.has(id), limits: project.settings.removals,
    connections: whole ? world.read.filter((source) => source.ok).map((source) => source.id) : [],
  });
  const applied = applyDesires(start.context, start.knowledge, desires, removals, !whole);
  const after = new Map(start.tree);
  for (const [path, text] of applied.files) {
    if (text === null) after.delete(path);
    else after.set(path, Buffer.from(text));
  }
  return { applied, desires, removals, whole, after, findings: [...merged.findings, ...findings, ...applied.findings] };
}

/** The context as a merge leaves it; files that hold nothing but ours are not parsed for their names. */
export function contextAfter(start: Start, merged: Merged): Context {
  const sourcesIn = ourSources(merged.applied, start.knowledge);
  return readContext(merged.after, (path, sha) => (isOurFile(path, merged.applied, start.knowledge, sha) ? sourcesIn(path) : undefined));
}
