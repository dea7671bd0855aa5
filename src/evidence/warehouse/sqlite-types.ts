import type { SemanticType } from '../evidence.js';

/**
 * The semantic type of a declared type. SQLite keeps any text as a type and reads only its affinity out of it
 * (https://www.sqlite.org/datatype3.html#determination_of_column_affinity); the names for times and booleans all have
 * numeric affinity there, so they are looked for first. Without a declared type: string.
 */
export function semanticType(declared: string): SemanticType {
  const name = declared.toUpperCase();
  if (/BOOL/.test(name)) return 'boolean';
  if (/^\s*(DATE|TIME)/.test(name) || /TIMESTAMP/.test(name)) return 'time';
  if (/CHAR|CLOB|TEXT|STRING|BLOB|JSON|UUID|INTERVAL/.test(name)) return 'string';
  if (/INT|REAL|FLOA|DOUB|NUM|DEC|MONEY|SERIAL/.test(name)) return 'number';
  return 'string';
}
