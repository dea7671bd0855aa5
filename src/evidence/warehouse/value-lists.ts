import { byText } from '../../text/canonical.js';
import { looksPersonal } from '../../text/personal.js';
import { findSecrets } from '../../text/secrets.js';
import type { TableStructure } from '../evidence.js';

/** Which columns may have a list of their values, and which lists people may see: the same for every warehouse. */

export const maxDistinct = 50;
export const maxValueLength = 100;

/** Keys, hashes, addresses and long texts by name; `country_code` is not one. */
const keyLike = /(^|[_\s])(id|ids|uuid|guid|key|pk|fk|hash|sha\d*|md5|url|uri|href|link|path|file|filename|slug|number|no|nr)$|(Id|ID|Uuid|UUID|Guid|Key|Hash|Url|URL|Uri|Path|Number)$/;

export function mayListByName(column: string): boolean {
  return !keyLike.test(column) && !looksPersonal(column);
}

/** Columns of keys, whose values say nothing by themselves. */
export function keyColumnsOf(table: TableStructure): Set<string> {
  return new Set([...table.primaryKey, ...table.foreignKeys.flatMap((key) => key.columns), ...table.uniqueKeys.filter((key) => key.length === 1).flat()]);
}

/** Sorted; null where the list is too long, or where a value does not belong into a file that people review. */
export function fitList(values: readonly string[]): string[] | null {
  if (values.length > maxDistinct) return null;
  const unfit = (value: string): boolean =>
    value.length > maxValueLength || /[\p{Cc}\u2028\u2029\ufffd]/u.test(value) || /\S@\S+\.\S/.test(value) || findSecrets(value).length > 0;
  return values.some(unfit) ? null : [...new Set(values)].sort(byText);
}
