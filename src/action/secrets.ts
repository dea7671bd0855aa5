import type { Finding } from '../finding.js';

/** The `secrets` input: `NAME=value` lines, or `NAME<<END` blocks whose lines are taken as they are. */

export interface SecretsInput {
  readonly values: ReadonlyMap<string, string>;
  /** Everything that must be masked before anything else is said: whole values, their lines, and lines that made no sense. */
  readonly masked: readonly string[];
  /** They name lines by number and never quote them. */
  readonly findings: readonly Finding[];
}

const named = /^([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$/s;

export function readSecrets(text: string): SecretsInput {
  const values = new Map<string, string>();
  const findings: Finding[] = [];
  const odd: string[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trimStart();
    if (line.trim() === '') continue;
    const [, name = '', operator, rest = ''] = named.exec(line) ?? [];
    if (operator === undefined) {
      odd.push(line);
      findings.push(broken(at, 'is neither NAME=value nor the start of a NAME<<END block', 'write a value of several lines as NAME<<END, its lines, and END'));
      continue;
    }
    if (operator === '=') {
      values.set(name, rest);
      continue;
    }
    const end = rest.trim();
    const close = end === '' ? -1 : lines.findIndex((one, index) => index > at && one.trim() === end);
    if (close < 0) {
      odd.push(...lines.slice(at));
      findings.push(broken(at, `starts a block for ${name} that is never closed`, end === '' ? 'name the line that ends it, as in NAME<<END' : 'end it with a line that holds only the word after <<'));
      break;
    }
    values.set(name, lines.slice(at + 1, close).join('\n'));
    at = close;
  }
  return { values, masked: [...[...values.values()].flatMap(maskedForms), ...odd.flatMap(maskedForms)], findings };
}

/** A value as it is and line by line. A line without a letter or digit (`{`, `},`) is no secret, and masking it would shred the log. */
export function maskedForms(value: string): string[] {
  const lines = value.split(/\r\n|\r|\n/);
  const forms = lines.length > 1 ? [value, ...lines, ...lines.map((line) => line.trim())] : [value, value.trim()];
  return [...new Set(forms)].filter((form) => /[\p{L}\p{N}]/u.test(form));
}

function broken(index: number, what: string, fix: string): Finding {
  return { severity: 'error', code: 'config-value', message: `line ${index + 1} of the secrets input ${what}`, fix };
}
