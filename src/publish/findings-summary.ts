import type { Finding } from '../finding.js';
import { neutral } from '../text/markup.js';
import { placeText } from './terminal.js';
import { plural } from './wording.js';

const mostLines = 60;

/** Markdown for a run that has no report: a headline and the findings, the most severe first. */
export function renderFindingsSummary(headline: string, findings: readonly Finding[]): string {
  const line = (text: string): string => neutral(text).replace(/\s+/g, ' ').slice(0, 2_000);
  const shown = findings.slice(0, mostLines).map((finding) => {
    const place = placeText(finding);
    return `- **${finding.severity}** ${line(finding.message)}${place === '' ? '' : ` (${line(place)})`}${finding.fix === '' ? '' : ` *${line(finding.fix)}*`}`;
  });
  const rest = findings.length - shown.length;
  return [`## ktx-ci: ${line(headline)}`, ...(shown.length === 0 ? [] : ['', ...shown]), ...(rest > 0 ? ['', `… and ${plural(rest, 'more finding')} in the log.`] : []), ''].join('\n');
}
