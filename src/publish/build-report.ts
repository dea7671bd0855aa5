import type { Change } from '../context/apply.js';
import { entityId } from '../context/edit.js';
import type { Finding } from '../finding.js';
import type { EditReport, ModelEstimate, Question, Report, RunStatus, UnitReport, Verdict } from '../report.js';
import { actionOf, plural } from './wording.js';

function verdictOf(change: Change, hasWarehouse: boolean, unproved: ReadonlySet<string>, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const { edit } = change;
  if (edit.author !== 'derived') {
    const given = verdicts.get(entityId(edit));
    if (given !== undefined) return given;
    // a text has no check; what else nobody ran is not proved
    return edit.op === 'remove' || edit.kind === 'description' || edit.kind === 'page' || !hasWarehouse ? 'parsed' : 'unproved';
  }
  if (!hasWarehouse) return 'parsed';
  if (unproved.has(entityId(edit))) return 'unproved';
  // names, types, keys and joins were read from or counted on the warehouse; texts were only copied
  return edit.kind === 'description' || (edit.kind === 'property' && !['constraints.dbt', 'enum_values.dbt'].includes(edit.field ?? '')) ? 'parsed' : 'proved';
}

/** `verdicts`, by entity id, is what the checks of a model's and reconcile's edits said. */
export function editReports(changes: readonly Change[], hasWarehouse: (connection: string) => boolean, unproved: ReadonlySet<string>, verdicts: ReadonlyMap<string, Verdict>, compared: ReadonlyMap<string, string> = new Map()): EditReport[] {
  return changes.map((change) => ({
    action: actionOf(change), entity: entityId(change.edit), file: change.file, evidence: change.edit.evidence, author: change.edit.author,
    verdict: verdictOf(change, hasWarehouse(change.edit.connection), unproved, verdicts),
    ...(compared.has(entityId(change.edit)) && change.edit.op === 'put' ? { compared: compared.get(entityId(change.edit)) ?? '' } : {}),
  }));
}

/** In the order of the findings. */
export function questionsOf(findings: readonly Finding[]): Question[] {
  return findings.flatMap((finding) => {
    const { question, ...rest } = finding;
    if (!question) return [];
    return [{ id: question.id, title: finding.message, findings: [rest], options: question.options.map(({ entities, ...option }) => ({ ...option, edits: entities })) }];
  });
}

export interface HeadlineFacts {
  readonly status: RunStatus;
  readonly changes: number;
  readonly files: number;
  readonly questions: number;
  readonly waiting: number;
  readonly units: number;
  /** Sources that could not be read. */
  readonly unread: readonly string[];
  /** What failed, where it was not the configuration. */
  readonly why: string | null;
}

export function headlineOf({ status, changes, files, questions, waiting, units, unread, why }: HeadlineFacts): string {
  const extra = [...(unread.length > 0 ? [`${unread.join(', ')} not read`] : []), ...(questions > 0 ? [plural(questions, 'question')] : []), ...(waiting > 0 ? [`${plural(waiting, 'unit')} waiting`] : [])];
  const head = status === 'nothing-to-do'
    ? `nothing to do: ${plural(units, 'unit')} unchanged`
    : why !== null && changes === 0 ? why : status === 'failed' && why === null ? 'stopped before anything was changed'
      : changes === 0 && files === 0 ? 'nothing changed'
      : changes === 0 ? `no change to the context; ${plural(files, 'file')} of its state` : `${plural(changes, 'change')} in ${plural(files, 'file')}`;
  return [head, ...(why !== null && changes > 0 ? [why] : []), ...extra].join(', ');
}

export interface ReportInput {
  readonly version: string;
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly headline: string;
  readonly backend: string;
  readonly models: Readonly<Record<string, string>>;
  readonly limits: Report['budget']['limits'];
  readonly units: readonly UnitReport[];
  readonly edits: readonly EditReport[];
  readonly findings: readonly Finding[];
  readonly matches: Report['matches'];
  readonly warehouse: Report['warehouse'];
  readonly patch: Report['patch'];
  readonly estimate: ModelEstimate | null;
  readonly kept: readonly string[];
  readonly judged: { readonly spent: { readonly usd: number; readonly inputTokens: number; readonly outputTokens: number }; readonly steps: number; readonly month: number; readonly probe: Report['probe']; readonly sent: Report['sent'] };
  readonly timings: Readonly<Record<string, number>>;
}

const exact = (usd: number): number => Math.round(usd * 1_000_000) / 1_000_000;

export function buildReport(input: ReportInput): Report {
  return {
    schemaVersion: 1, tool: { name: 'ktx-ci', version: input.version }, status: input.status, headline: input.headline, exitCode: input.exitCode,
    backend: input.backend, models: input.models, probe: input.judged.probe,
    budget: {
      limits: { ...input.limits, tokens: Math.max(0, input.limits.tokens) }, month: { usd: exact(input.judged.month) },
      spent: { usd: exact(input.judged.spent.usd), tokens: input.judged.spent.inputTokens + input.judged.spent.outputTokens, steps: input.judged.steps },
    },
    units: input.units, edits: input.edits, questions: questionsOf(input.findings), findings: input.findings, matches: input.matches, sent: input.judged.sent,
    warehouse: input.warehouse.map(({ connection, queries, milliseconds, bytes }) => ({ connection, queries, milliseconds, bytes })),
    patch: input.patch, publication: { mode: 'none', pullRequest: null }, estimate: input.estimate, kept: input.kept, timings: input.timings,
  };
}

