import type { CaseResult } from './run-case.js';

type Counted = 'found' | 'wrong' | 'missing' | 'other' | 'refused' | 'requests';

/** Differences from the expected score, in words; none where nothing is expected. */
export function differences(result: CaseResult): string[] {
  const { expected } = result;
  if (expected === null) return [];
  const names: readonly Counted[] = ['found', 'wrong', 'missing', 'other', 'refused', 'requests'];
  return [...names.flatMap((name) => (result[name] === expected[name] ? [] : [`${name} ${result[name]}, expected ${expected[name]}`])), ...result.violations.map((violation) => `the API would refuse: ${violation}`)];
}

export const isAsExpected = (result: CaseResult): boolean => differences(result).length === 0;

/** One row a case and one for all that a good model answered; below it what was wrong, missing or unexpected. */
export function scoreTable(results: readonly CaseResult[]): string {
  const good = results.filter(({ name }) => !name.endsWith(', a bad model'));
  const sum = (of: (result: CaseResult) => number): number => good.reduce((total, result) => total + of(result), 0);
  const total: Omit<CaseResult, 'expected' | 'recording' | 'violations' | 'remarks'> = {
    name: `**${good.length} cases**`, found: sum((one) => one.found), wrong: sum((one) => one.wrong), missing: sum((one) => one.missing), other: sum((one) => one.other), refused: sum((one) => one.refused), requests: sum((one) => one.requests),
    steps: sum((one) => one.steps), inputTokens: sum((one) => one.inputTokens), outputTokens: sum((one) => one.outputTokens), bytes: sum((one) => one.bytes), usd: sum((one) => one.usd),
  };
  const number = (value: number): string => value.toLocaleString('en-US');
  const row = (one: typeof total): string => `| ${one.name} | ${one.found} of ${one.found + one.missing} | ${one.wrong} | ${one.missing} | ${one.other} | ${one.refused} | ${one.requests} | ${one.steps} | ${number(one.inputTokens)} | ${number(one.outputTokens)} | ${(one.bytes / 1000).toFixed(1)} kB | $${one.usd.toFixed(4)} |`;
  const remarks = results.flatMap((result) => {
    const lines = [...differences(result).map((line) => `**not as expected**: ${line}`), ...(result.expected === null || !isAsExpected(result) || result.name.endsWith(', a bad model') ? result.remarks : [])];
    return lines.map((line) => `- ${result.name}: ${line}`);
  });
  return [
    '| Case | Found | Wrong | Missing | Other | Refused | Requests | Steps | Input tokens | Output tokens | Sent | USD |', '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...results.map(row), row(total), ...(remarks.length > 0 ? ['', ...remarks] : []),
  ].join('\n');
}
