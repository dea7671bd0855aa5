import { neutral } from '../text/markup.js';

/** What was looked at in a self-test, and what came of it. */
interface ShownCheck {
  readonly id: string;
  readonly state: 'ok' | 'leak' | 'unknown';
  readonly detail: string;
  readonly fix?: string;
}

const states = { ok: 'ok', leak: '**LEAK**', unknown: 'cannot be checked here' } as const;
const rank = { leak: 0, unknown: 1, ok: 2 } as const;

/** Markdown for a self-test: a headline and a row for each check, leaks first, with what to do. */
export function renderChecksSummary(headline: string, checks: readonly ShownCheck[]): string {
  const cell = (text: string): string => neutral(text).replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 2_000);
  const rows = [...checks].sort((a, b) => rank[a.state] - rank[b.state])
    .map(({ id, state, detail, fix }) => `| ${cell(id)} | ${states[state]} | ${cell(detail)}${state === 'ok' || fix === undefined ? '' : ` *${cell(fix)}*`} |`);
  return [`## ktx-ci: ${cell(headline)}`, '', '| Check | | |', '|---|---|---|', ...rows, ''].join('\n');
}
