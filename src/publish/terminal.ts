import type { Finding } from '../finding.js';
import type { Report } from '../report.js';
import { plural, short } from './wording.js';

/** Text for a terminal or a log. Colours only where asked for; control characters of outside text never get through. */

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

export function paint(colours: boolean): Paint {
  const wrap = (on: number, off: number) => (text: string): string => (colours ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: wrap(1, 22), dim: wrap(2, 22), red: wrap(31, 39), green: wrap(32, 39), yellow: wrap(33, 39) };
}

/** Outside text as one printable line: no escape sequence, no bidirectional override, no line break. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ').trim();
}

export function placeText(finding: Pick<Finding, 'file' | 'line' | 'column'>): string {
  if (finding.file === undefined) return '';
  return [finding.file, finding.line, finding.line === undefined ? undefined : finding.column].filter((part) => part !== undefined).join(':');
}

const labels: Record<Finding['severity'], string> = { error: 'error', question: 'question', warning: 'warning', notice: 'notice' };

/** Two or three lines a finding: what, where and what to do. */
export function renderFinding(finding: Finding, colour: Paint): string {
  const tint = finding.severity === 'error' ? colour.red : finding.severity === 'notice' ? colour.dim : colour.yellow;
  const place = placeText(finding);
  const lines = [`${tint(labels[finding.severity].padEnd(8))} ${plain(finding.message)}  ${colour.dim(finding.code)}`];
  if (place !== '') lines.push(`         ${plain(place)}`);
  for (const { id, label, consequence } of finding.question?.options.slice(0, -1) ?? []) lines.push(`         ${plain(id).padEnd(2)} ${plain(label)}${colour.dim(`  ${plain(consequence)}`)}`);
  if (finding.fix !== '') lines.push(`         ${colour.dim('fix')} ${plain(finding.fix)}`);
  return lines.join('\n');
}

export interface FindingLimits {
  /** Most findings of one code; the rest are counted. */
  readonly perCode: number;
}

export function renderFindings(findings: readonly Finding[], colour: Paint, limits: FindingLimits): string[] {
  const lines: string[] = [];
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const count = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, count);
    if (count <= limits.perCode) lines.push(renderFinding(finding, colour));
  }
  for (const [code, count] of seen) {
    if (count > limits.perCode) lines.push(colour.dim(`         … and ${count - limits.perCode} more of ${code}, in report.json`));
  }
  return lines;
}

export function row(label: string, parts: readonly string[], seconds?: number): string {
  const body = `${label.padEnd(8)} ${parts.map(plain).join('  ')}`;
  return seconds === undefined ? body : `${body.padEnd(96)} ${seconds.toFixed(1)} s`;
}

/** The closing lines of `ingest`. */
export function renderEnd(report: Report, outputFolder: string | null, applied: boolean, colour: Paint): string[] {
  const lines: string[] = [];
  const tick = report.exitCode === 0 ? colour.green('✓') : report.exitCode === 4 ? colour.yellow('!') : colour.red('✗');
  const total = Object.values(report.timings).reduce((sum, ms) => sum + ms, 0) / 1000;
  lines.push(`${tick} ${colour.bold(plain(report.headline))}, ${total.toFixed(1)} s, $${report.budget.spent.usd.toFixed(2)}${report.exitCode === 0 ? '' : colour.dim(`  exit ${report.exitCode}`)}`);
  if (outputFolder !== null && report.patch.files > 0) {
    lines.push(`  look   ${outputFolder}/report.html`);
    lines.push(applied ? '  applied to the working tree: look at it with git diff' : `  take   git apply ${outputFolder}/context.patch`);
  }
  lines.push(...bill(report), ...estimateLines(report));
  return lines;
}

/** What was spent beside what was estimated, and of what. */
function bill(report: Report): string[] {
  const judged = report.units.filter((unit) => unit.steps > 0 || unit.usage.inputTokens > 0);
  if (judged.length === 0) return [];
  const { spent, limits, month } = report.budget;
  const cached = judged.reduce((sum, unit) => sum + unit.usage.cachedInputTokens, 0);
  const input = judged.reduce((sum, unit) => sum + unit.usage.inputTokens, 0);
  const waiting = report.units.filter((unit) => unit.status === 'deferred' || unit.status === 'failed').length;
  const expected = expectedOf(report, judged.map((unit) => unit.id));
  return [
    `  bill   $${spent.usd.toFixed(2)}${limits.usd > 0 ? ` of $${limits.usd}` : ''} tonight${expected === '' ? '' : ` (estimated ${expected})`}, $${month.usd.toFixed(2)}${limits.usdPerMonth > 0 ? ` of $${limits.usdPerMonth}` : ''} this month, at list price`,
    `         ${plural(judged.length, 'unit')} judged, ${report.units.filter((unit) => unit.due === null && !judged.includes(unit)).length} unchanged, ${waiting} waiting; ${short(`${thousands(input)} tokens in (${thousands(cached)} cached), ${thousands(spent.tokens - input)} out, ${spent.steps} steps`)}`,
  ];
}

/** The share of the estimate that falls to what was judged. */
function expectedOf(report: Report, ids: readonly string[]): string {
  const { estimate } = report;
  if (!estimate) return '';
  const tokens = (of: readonly Report['units'][number][]): number => of.reduce((sum, unit) => sum + (unit.left ? unit.left.inputTokens + 5 * unit.left.outputTokens : 0), 0);
  const all = tokens(report.units);
  const share = all === 0 ? 0 : tokens(report.units.filter((unit) => ids.includes(unit.id))) / all;
  return `$${(estimate.usd.low * share).toFixed(2)} to $${(estimate.usd.high * share).toFixed(2)}`;
}

const thousands = (count: number): string => (count >= 10_000 ? `${Math.round(count / 1000)}k` : count.toLocaleString('en-US'));

/** What is left for a model would cost, where none was asked. */
function estimateLines(report: Report): string[] {
  const { estimate } = report;
  const judged = report.budget.spent.tokens > 0;
  if (!estimate || judged || report.exitCode === 3) return [];
  const nights = estimate.nights > 1 ? `, ${estimate.nights} nights with $${report.budget.limits.usd} a night` : '';
  return [
    '',
    `  A model ${report.backend === 'none' ? 'would add' : 'adds'} meaning, measures and pages to ${estimate.units} units, about $${estimate.usd.low.toFixed(2)} to $${estimate.usd.high.toFixed(2)}${nights}`,
    `  at list price with ${estimate.model} (${short(`${Math.round(estimate.inputTokens / 1000)}k tokens in, ${Math.round(estimate.outputTokens / 1000)}k out`)}); see docs/cost.md`,
  ];
}
