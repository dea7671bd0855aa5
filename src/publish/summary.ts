import type { Change } from '../context/apply.js';
import type { Report } from '../report.js';
import { neutral } from '../text/markup.js';
import { placeText } from './terminal.js';
import { groupOf, groupTitles, linesOf, plural, type ChangeGroup } from './wording.js';

/** The job summary: Markdown, under 900 KB (GitHub takes 1 MiB a step and drops what comes close). */

const mostBytes = 900 * 1024;
const mostLines = 40;

const cell = (text: string): string => neutral(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ');

export function renderSummary(report: Report, changes: readonly Change[]): string {
  const due = report.units.filter((unit) => unit.due !== null);
  const parts: string[] = [`## ktx-ci: ${neutral(report.headline)}`];
  const { spent, limits } = report.budget;
  parts.push(`**$${spent.usd.toFixed(2)}**${limits.usd > 0 ? ` of $${limits.usd}` : ''} · ${plural(due.length, 'unit')} due, ${report.units.length - due.length} unchanged · ${report.warehouse.map((one) => `${cell(one.connection)} ${plural(one.queries, 'query', 'queries')}, ${(one.milliseconds / 1000).toFixed(1)} s`).join(' · ')}`);
  if (report.questions.length > 0) {
    parts.push(`### Decide (${report.questions.length})`, report.questions.slice(0, mostLines).flatMap((question) => [...question.findings.map((finding) => `- ${cell(finding.message)}${at(finding)}`), ...question.options.slice(0, -1).map((option) => `  - **${cell(option.id)}** ${cell(option.label)} · ${cell(option.consequence)}`), `  - \`--decide ${question.id}=${question.options.map((option) => option.id).join('|')}\``]).join('\n'));
  }
  for (const group of Object.keys(groupTitles) as ChangeGroup[]) {
    const members = changes.filter((change) => groupOf(change) === group);
    if (members.length === 0) continue;
    const rows = linesOf(members);
    const lines = rows.slice(0, mostLines).map(({ what, detail }) => `| ${cell(what)} | ${cell(detail)} |`);
    const table = ['| | |', '|---|---|', ...lines].join('\n');
    const more = rows.length > mostLines ? `\n\n… and ${rows.length - mostLines} more in the report.` : '';
    parts.push(`<details${group === 'straight' ? '' : ' open'}><summary><b>${groupTitles[group]} (${members.length})</b></summary>\n\n${table}${more}\n\n</details>`);
  }
  const others = report.findings.filter((finding) => finding.severity === 'error' || finding.severity === 'warning');
  if (others.length > 0) {
    parts.push(`### Findings (${others.length})`, others.slice(0, mostLines).map((finding) => `- **${finding.severity}** ${cell(finding.message)}${at(finding)}${finding.fix === '' ? '' : ` *${cell(finding.fix)}*`}`).join('\n'));
  }
  let text = `${parts.join('\n\n')}\n`;
  while (Buffer.byteLength(text) > mostBytes && parts.length > 1) {
    parts.pop();
    text = `${parts.join('\n\n')}\n\nThe rest is in the report.\n`;
  }
  return text;
}

function at(finding: { file?: string; line?: number; column?: number }): string {
  const place = placeText(finding);
  return place === '' ? '' : ` (${cell(place)})`;
}
