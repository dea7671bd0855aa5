import type { DbtNode } from '../../evidence.js';
import { type Fields, fields, text } from './shape.js';

/** `warn after 12 hour, error after 1 day`; undefined where a source declares neither thresholds nor a loaded-at field. */
export function freshness(thresholds: unknown, loadedAt: unknown): DbtNode['freshness'] {
  const declared = fields(thresholds);
  const raw = [threshold('warn', fields(declared['warn_after'])), threshold('error', fields(declared['error_after']))]
    .filter((part) => part !== null)
    .join(', ');
  const loadedAtField = text(loadedAt);
  if (raw === '' && loadedAtField === null) return undefined;
  return { ...(raw === '' ? {} : { raw }), ...(loadedAtField === null ? {} : { loadedAtField }) };
}

function threshold(kind: string, after: Fields): string | null {
  const count = text(after['count']);
  const period = text(after['period']);
  return count === null || period === null ? null : `${kind} after ${count} ${period}`;
}
