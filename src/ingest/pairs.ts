import { isObject, type Hash, type PairRecord } from '../context/lock-records.js';
import type { Lock } from '../context/lock.js';
import { placeOf, type Finding } from '../finding.js';
import { byText } from '../text/canonical.js';
import { questionFrom, type Option, type Question } from './questions.js';

/** Records of ktx.lock about what was asked and decided between two sides: as long as both are the same, it stands. */

/** In the place of a hash: its source was not read, so that nobody knows. */
export const unread = 'unread';

/** Evidence or entity id to hash. */
export type Sides = Readonly<Record<string, Hash>>;

export interface AskedRecord extends PairRecord {
  readonly decision: 'question';
  readonly sides: Sides;
  readonly asks: Pick<Finding, 'code' | 'message' | 'file' | 'line' | 'column' | 'evidence'>;
  readonly options: readonly Option[];
}

export function askedRecord(question: Question, sides: Sides): AskedRecord {
  const { finding, options, id } = question;
  return {
    t: 'pair', id, decision: 'question', sides: Object.fromEntries(Object.entries(sides).sort(([a], [b]) => byText(a, b))),
    asks: { code: finding.code, message: finding.message, ...placeOf(finding), ...(finding.evidence ? { evidence: finding.evidence } : {}) }, options: options.slice(0, -1),
  };
}

/** Whether all sides are as they were; what could not be read counts as unchanged. */
export function stands(record: { readonly sides: Sides }, hashNow: (id: string) => Hash | undefined): boolean {
  return Object.entries(record.sides).every(([id, hash]) => {
    const now = hashNow(id);
    return now === unread || now === hash;
  });
}

/** Questions of earlier nights whose sides are as they were, with their records. */
export function rememberedQuestions(lock: Lock, hashNow: (id: string) => Hash | undefined): { readonly question: Question; readonly record: AskedRecord }[] {
  return lock.all('pair').flatMap((record) => (isAsked(record) && stands(record, hashNow) ? [{ record, question: questionFrom(record.id, record.asks, record.options) }] : []));
}

export function isAsked(record: PairRecord): record is AskedRecord {
  const { asks, options, sides } = record;
  return record['decision'] === 'question' && isObject(asks) && typeof asks['message'] === 'string' && typeof asks['code'] === 'string' && isObject(sides)
    && Array.isArray(options) && options.every((option) => isObject(option) && typeof option['id'] === 'string' && typeof option['label'] === 'string' && typeof option['consequence'] === 'string' && Array.isArray(option['edits']));
}
