import { join } from 'node:path';
import type { Finding } from '../finding.js';
import { exitCodes, type Report } from '../report.js';

interface Outcome {
  readonly exitCode: number;
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly report?: Report;
  readonly folder?: string;
}

/** The step's outputs, all but `artifact-id`, which is known last. What does not apply is empty. */
export function outputsOf(outcome: Outcome): Readonly<Record<string, string>> {
  const { report, folder } = outcome;
  const sum = (field: 'inputTokens' | 'outputTokens'): number => (report?.units ?? []).reduce((total, unit) => total + unit.usage[field], 0);
  return {
    'status': report?.status ?? (outcome.exitCode === exitCodes.ok ? 'complete' : 'failed'),
    'headline': outcome.headline.replace(/\s+/g, ' '),
    'changed': String(report === undefined ? folder !== undefined : report.patch.files > 0),
    'report-path': folder === undefined || report === undefined ? '' : join(folder, 'report.json'),
    'patch-path': folder === undefined ? '' : join(folder, 'context.patch'),
    'pull-request-number': report?.publication.pullRequest?.toString() ?? '',
    'pull-request-url': '',
    'pull-request-operation': 'none',
    'commits-verified': '',
    'input-tokens': String(sum('inputTokens')),
    'output-tokens': String(sum('outputTokens')),
    'cost-usd': (report?.budget.spent.usd ?? 0).toFixed(4),
    'failure-code': outcome.findings.find((finding) => finding.severity === 'error')?.code ?? '',
  };
}
