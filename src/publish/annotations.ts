import { posix } from 'node:path';
import type { Finding } from '../finding.js';
import { plain } from './terminal.js';

/** Annotations of a step. GitHub shows ten of each kind and drops the rest without a word, so the rest is counted here. */

export type AnnotationKind = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string;
  readonly message: string;
  /** Relative to the repository. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Annotations {
  readonly shown: readonly Annotation[];
  /** One line for the log where something had to be left out. */
  readonly more: string | null;
}

const mostOfAKind = 10;
/** The runner cuts at 4,096. */
const longestMessage = 3_900;

const kinds: Record<Finding['severity'], AnnotationKind> = { error: 'error', question: 'warning', warning: 'warning', notice: 'notice' };
const plurals: Record<AnnotationKind, readonly [string, string]> = { error: ['error', 'errors'], warning: ['warning', 'warnings'], notice: ['notice', 'notices'] };

/**
 * What to show, in the order of the findings (sortFindings ranks them), and how much of each kind was left out.
 * @param prefix the project inside its repository: '' or `analytics/`
 */
export function annotationsOf(findings: readonly Finding[], prefix: string): Annotations {
  const shown: Annotation[] = [];
  const more: string[] = [];
  for (const kind of ['error', 'warning', 'notice'] as const) {
    const members = findings.filter((finding) => kinds[finding.severity] === kind);
    shown.push(...members.slice(0, mostOfAKind).map((finding) => annotationOf(finding, prefix)));
    const rest = members.length - mostOfAKind;
    if (rest > 0) more.push(`${rest} more ${plurals[kind][rest === 1 ? 0 : 1]}`);
  }
  return { shown, more: more.length === 0 ? null : `${more.join(', ')} in the report` };
}

function annotationOf(finding: Finding, prefix: string): Annotation {
  const text = plain(finding.fix === '' ? finding.message : `${finding.message}. ${finding.fix}`);
  const file = finding.file === undefined ? undefined : posix.normalize(`${prefix}${finding.file}`);
  const place = file === undefined || file.startsWith('../') || file.startsWith('/') ? {} : {
    file, ...(finding.line === undefined ? {} : { line: finding.line, ...(finding.column === undefined ? {} : { column: finding.column }) }),
  };
  return {
    kind: kinds[finding.severity], title: `ktx-ci: ${finding.code}`,
    message: text.length > longestMessage ? `${text.slice(0, longestMessage)}…`.toWellFormed() : text, ...place,
  };
}
