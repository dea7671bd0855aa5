import type { Change } from '../context/apply.js';
import type { Finding } from '../finding.js';
import { exitCodes, type ModelEstimate, type Report, type RunStatus, type UnitReport, type Verdict } from '../report.js';
import { sha256 } from '../text/canonical.js';
import { version } from '../version.js';
import { buildReport, editReports, headlineOf, questionsOf } from './build-report.js';
import type { PatchText } from './patch.js';

/** The end of a run as a report: what it was, in one status, one exit code and one headline. */

export interface Conclusion {
  /** The signal that ended it early. */
  readonly cancelled: 'SIGINT' | 'SIGTERM' | null;
  /** Stopped by its configuration before anything was changed. */
  readonly stopped: boolean;
  /** Sources that could not be read. */
  readonly unread: readonly string[];
  /** Files that differ from what the run started from. */
  readonly news: number;
  readonly changes: readonly Change[];
  /** Entity ids whose check could not be made. */
  readonly unproved: ReadonlySet<string>;
  /** What the checks of a model's and reconcile's edits said, by entity id. */
  readonly verdicts?: ReadonlyMap<string, Verdict>;
  /** What came of running measures beside their origins, by entity id. */
  readonly compared?: ReadonlyMap<string, string>;
  readonly units: readonly UnitReport[];
  readonly findings: readonly Finding[];
  readonly patch: PatchText;
  readonly backend: string;
  readonly models: Readonly<Record<string, string | undefined>>;
  readonly limits: Report['budget']['limits'];
  readonly matches: Report['matches'];
  readonly warehouse: Report['warehouse'];
  readonly estimate: ModelEstimate | null;
  readonly kept: readonly string[];
  readonly judged: {
    readonly spent: { readonly usd: number; readonly inputTokens: number; readonly outputTokens: number };
    readonly steps: number;
    /** USD of the calendar month, this run included. */
    readonly month: number;
    readonly probe: Report['probe'];
    readonly sent: Report['sent'];
    /** The probe failed: no unit was started. */
    readonly stopped: boolean;
    /** Every unit that started failed. */
    readonly allFailed: boolean;
  };
  readonly timings: Readonly<Record<string, number>>;
}

export const noPatch: PatchText = { text: '', files: 0, insertions: 0, deletions: 0 };

export function conclude(run: Conclusion): Report {
  const waiting = run.units.filter((unit) => unit.status === 'deferred' || unit.status === 'failed').length;
  const incomplete = run.unread.length > 0 || waiting > 0;
  const status: RunStatus = run.stopped ? 'failed' : run.cancelled ? 'cancelled' : run.judged.allFailed ? 'failed' : incomplete ? 'incomplete' : run.news === 0 ? 'nothing-to-do' : 'complete';
  const exitCode = run.stopped ? (run.judged.stopped ? exitCodes.probe : exitCodes.configuration) : run.cancelled ? exitCodes[run.cancelled] : run.judged.allFailed ? exitCodes.failed : incomplete ? exitCodes.incomplete : exitCodes.ok;
  const { text, ...counts } = run.patch;
  return buildReport({
    version, status, exitCode, findings: run.findings, units: run.units, backend: run.backend, limits: run.limits, matches: run.matches, warehouse: run.warehouse,
    headline: headlineOf({ status, changes: run.changes.length, files: run.news, questions: questionsOf(run.findings).length, waiting, units: run.units.length, unread: run.unread, why: run.judged.stopped ? 'probe failed, no unit was started' : run.judged.allFailed ? 'every unit that a model was asked about failed' : null }),
    models: Object.fromEntries(Object.entries(run.models).flatMap(([role, model]) => (model === undefined ? [] : [[role, model]]))),
    edits: editReports(run.changes, (connection) => run.warehouse.some((one) => one.connection === connection), run.unproved, run.verdicts ?? new Map(), run.compared ?? new Map()),
    patch: { path: 'context.patch', ...counts, sha256: sha256(text) },
    estimate: run.estimate, kept: run.kept, timings: run.timings, judged: run.judged,
  });
}
