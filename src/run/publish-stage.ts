import { entityId } from '../context/edit.js';
import { writeLock, type Lock } from '../context/lock.js';
import type { UnitRecord } from '../context/lock-records.js';
import type { World } from '../evidence/gather.js';
import { catalogueOf } from '../ingest/desire.js';
import { nextLock, sameBesidesMarks, unitRecord } from '../ingest/memory.js';
import { outcomeOf } from '../ingest/outcome.js';
import type { Plan, PlannedUnit } from '../ingest/plan.js';
import { isAsked } from '../ingest/pairs.js';
import type { Question } from '../ingest/questions.js';
import type { Verified } from '../ingest/verify-world.js';
import { addUsage } from '../llm/usage.js';
import type { Project } from '../project/project.js';
import { mayBeWritten } from '../project/tree.js';
import { fileChanges, textOf } from '../publish/changes.js';
import { readGitBase } from '../publish/git.js';
import { renderHtmlReport } from '../publish/html-report.js';
import { writeOutput, writeReport, writeUnitPatch, type OutputFolder } from '../publish/output.js';
import { writePatch, type FileChange, type PatchText } from '../publish/patch.js';
import { unitPatches } from '../publish/unit-patches.js';
import type { Report } from '../report.js';
import { sha256 } from '../text/canonical.js';
import { redact } from '../text/redact.js';
import { askedRecords, type AskedSoFar } from './ask-stage.js';
import type { Derived } from './derive-stage.js';
import { judgedRecord, type JudgeResult } from './judge-stage.js';
import { hashesOf, type Merged } from './merge-stage.js';
import type { RunOptions } from './options.js';
import { pairRecords, type Reconciled } from './reconcile-stage.js';
import { stillDropped } from './repair-stage.js';
import { withSpending } from './spending.js';
import type { Start } from './start.js';

/** The lock, the patch and the files of a run. */

export interface Patched {
  readonly outcome: ReturnType<typeof outcomeOf>;
  /** Against the working tree. */
  readonly changes: readonly FileChange[];
  /** Against what the run started from. */
  readonly news: readonly FileChange[];
  readonly patch: PatchText;
  readonly git: Awaited<ReturnType<typeof readGitBase>>;
}

export async function patchStage(project: Project, start: Start, world: World, plan: Plan, derived: Derived, asked: AskedSoFar, judged: JudgeResult, reconciled: Reconciled, merged: Merged, verified: Verified, options: RunOptions): Promise<Patched> {
  const { lock } = start;
  const outcome = outcomeOf(merged.applied.changes);
  const recordFor = (unit: PlannedUnit): UnitRecord | null => {
    const one = judged.judged.get(unit.id);
    if (one) return judgedRecord(one, project);
    // what waits for a model has not been judged; an older record stays, so that it stays due
    if (judged.waiting.has(unit.id)) return null;
    return judged.resumed.get(unit.id) ?? unitRecord(unit, outcome(unit));
  };
  // of a run that was cancelled before its units ran, the lock must not say that their tables were looked at
  const ran = plan.units.every((unit) => derived.units.finished.has(unit.id));
  const next = nextLock({
    lock, applied: merged.applied, tables: ran ? world.tables : [], tree: merged.after, proofs: (id) => derived.proofs.of(id), removedSources: merged.removals,
    readConnections: new Set(ran ? world.read.filter((source) => source.ok).map((source) => source.id) : []), unknown: world.unknown, seenFiles: [...verified.files, ...reconciled.pages], unproved: new Map([...stillUnproved(lock, judged), ...verified.unproved].map(([id, why]) => [id, redact(why, options.secrets)])),
    units: plan.units.filter((unit) => derived.units.finished.has(unit.id)).map((unit) => ({ unit, record: recordFor(unit) })),
    dropped: [...new Map([...stillDropped(lock, judged, hashesOf(world)), ...judged.dropped].map((record) => [record.id, record])).values()],
    pairs: [...askedRecords(asked, new Set(judged.judged.keys()), judged.asked), ...pairRecords(lock.all('pair').filter((record) => !isAsked(record)), reconciled.records, (id) => isThere(merged, id))],
    keptUnits: new Set(merged.whole ? [] : lock.all('unit').map((unit) => unit.id)),
  });
  const paid = withSpending(next, options.month, addUsage(judged.spent, judged.taken));
  const lockText = sameBesidesMarks(lock, paid) ? textOf(start.tree, 'ktx.lock') : writeLock(paid);
  const changes = fileChanges(start.base, merged.after, lockText);
  const stray = changes.find((change) => !mayBeWritten(change.path));
  if (stray) throw new Error(`${stray.path} may not be in a patch`);
  const git = await readGitBase(project.root);
  return { outcome, changes, news: fileChanges(start.tree, merged.after, lockText), patch: writePatch(changes, git.prefix), git };
}

/** Whether an entity stands somewhere after the run: its file does. */
function isThere({ after }: Merged, id: string): boolean {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/su.exec(id) ?? [];
  if (kind === 'page') return after.has(`wiki/global/${rest}.md`);
  const source = rest.slice(0, rest.lastIndexOf('.'));
  return [...after.keys()].some((path) => path.startsWith(`semantic-layer/${source.slice(0, source.indexOf('/') + 1)}`));
}

/** What a model wrote and could not be proved yet: of this run, and of earlier ones where it was not judged again. */
function stillUnproved(lock: Lock, judged: JudgeResult): Map<string, string> {
  const settled = new Set([...judged.verdicts.keys(), ...judged.withdrawn.map(entityId)]);
  const before = lock.all('unproved').filter((record) => !settled.has(record.id)).map((record) => [record.id, record.why] as const);
  return new Map([...before, ...judged.unproved]);
}

export function publishStage(folder: OutputFolder, start: Start, plan: Plan, merged: Merged, patched: Patched, open: readonly Question[], report: Report, summary: string, options: RunOptions): void {
  const { git, patch } = patched;
  writeOutput(folder, {
    patch: patch.text, changes: merged.applied.changes, choices: open.flatMap(({ id, options: choices }) => choices.flatMap((option) => option.edits.map((edit) => ({ question: id, option: option.id, edit })))), verdicts: new Map(report.edits.map((edit) => [edit.entity, edit.verdict])), summary,
    html: renderHtmlReport(report, merged.applied.changes), catalogue: catalogueOf(merged.desires),
    base: { commit: git.commit, dirty: git.dirty, prefix: git.prefix, lockHash: sha256(textOf(start.base, 'ktx.lock') ?? '') },
  }, options.secrets);
  const due = plan.units.filter((unit) => unit.due !== null);
  for (const { unit, patch: own } of unitPatches({ context: start.context, knowledge: start.knowledge, desires: merged.desires, due, prefix: git.prefix })) writeUnitPatch(folder, unit, own, options.secrets);
  writeReport(folder, report, options.secrets);
}
