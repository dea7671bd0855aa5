import type { Context } from '../context/context.js';
import { wikiGate } from '../context/gates/wiki.js';
import type { Finding } from '../finding.js';

export interface VerifyPagesInput {
  readonly before: Context;
  readonly after: Context;
  /** Pages that people wrote or changed since they were last looked at. */
  readonly news: readonly string[];
  /** Whether something that a page may name has gone. */
  readonly anyGone: boolean;
}

/** What people's pages name in vain: once when they wrote it, and once when what they name goes. Their pages are not edited. */
export function verifyPages({ before, after, news, anyGone }: VerifyPagesInput): Finding[] {
  if (news.length === 0 && !anyGone) return [];
  const fresh = new Set(news);
  const known = new Set(anyGone ? wikiGate(before).map(keyOf) : []);
  return wikiGate(after)
    .filter((finding) => fresh.has(finding.file ?? '') || (anyGone && !known.has(keyOf(finding))))
    .map((finding) => ({ ...finding, severity: 'warning' as const }));
}

const keyOf = ({ file, message }: Finding): string => JSON.stringify([file, message]);
