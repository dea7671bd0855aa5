import { byText, canonicalJson } from '../text/canonical.js';
import { type EntitiesRecord, type EntityState, type FileRecord, type LockRecord, type SpentRecord, isObject, recordLine } from './lock-records.js';

/**
 * What stays of different records of one type and id, whatever their order; undefined where nothing does. Of `file`
 * records the one that matches the file stays; of entities that no match decides, those that both sides agree on or
 * that only one has. Of what a month cost the larger figures stay. A deletion by a person stays. All else goes: a unit
 * runs again, a table is read again, a check is made again.
 */
export function heal(
  records: readonly LockRecord[],
  matches: ((record: FileRecord | EntitiesRecord) => boolean) | undefined,
): LockRecord | undefined {
  const ordered = records.toSorted((a, b) => byText(recordLine(a), recordLine(b)));
  const [first] = ordered;
  if (first === undefined || first.t === 'gone') return first;
  if (first.t === 'spent') return ordered.reduce((a, b) => larger(a, b) as SpentRecord);
  if (first.t !== 'file') return undefined;
  const files = ordered.filter((record) => record.t === 'file');
  const matching = matches === undefined ? [] : files.filter(matches);
  const left = matching.length > 0 ? matching : files;
  return left.length === 1 ? left[0] : agreed(left);
}

function agreed(records: readonly (FileRecord | EntitiesRecord)[]): LockRecord | undefined {
  const entities = records.filter((record) => !('sha' in record));
  const [first] = records;
  if (first === undefined) return undefined;
  if (entities.length < records.length) {
    const files = records.filter((record) => 'sha' in record);
    const same = files.length === records.length && files.every(({ sha }) => 'sha' in first && sha === first.sha);
    return same ? { t: 'file', id: first.id, sha: files[0]?.sha ?? '', ...(files.every(({ own }) => own === true) ? { own: true } : {}) } : undefined;
  }
  const states = new Map<string, EntityState | undefined>();
  for (const [key, state] of entities.flatMap(({ e = {} }) => Object.entries(e))) {
    const known = states.get(key);
    const agrees = !states.has(key) || (known !== undefined && canonicalJson(known) === canonicalJson(state));
    states.set(key, agrees ? state : undefined);
  }
  const e = Object.fromEntries([...states].filter((entry): entry is [string, EntityState] => entry[1] !== undefined));
  return { t: 'file', id: first.id, e };
}

/** The larger number at every key; of other values that differ the one whose text is larger. */
function larger(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  if (a === undefined || b === undefined) return a ?? b;
  if (!isObject(a) || !isObject(b)) return byText(canonicalJson(a), canonicalJson(b)) < 0 ? b : a;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(keys.map((key) => [key, larger(a[key], b[key])]));
}
