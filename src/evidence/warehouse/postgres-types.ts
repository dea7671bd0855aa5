import type { SemanticType } from '../evidence.js';
import type { QueryValue } from './warehouse.js';

/** Object ids of built-in types, which never change (src/include/catalog/pg_type.dat). */
const oids = { bool: 16, bytea: 17, int8: 20, int2: 21, int4: 23, oid: 26, float4: 700, float8: 701, numeric: 1700 } as const;
const integers: ReadonlySet<number> = new Set([oids.int8, oids.int2, oids.int4, oids.oid]);
const floats: ReadonlySet<number> = new Set([oids.float4, oids.float8]);
const maxBlobDigits = 128;

/**
 * A value out of the server's text. Integers that a number cannot hold are bigints; a numeric is a number where that prints
 * as the same decimal, else its exact text. Dates and times stay the server's ISO text (the session is in UTC), and so does
 * all else; of binary data the first 64 bytes.
 */
export function postgresValue(oid: number, text: string): QueryValue {
  if (oid === oids.bool) return text === 't';
  if (integers.has(oid)) return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  if (floats.has(oid)) return Number.isFinite(Number(text)) ? Number(text) : text;
  if (oid === oids.numeric) return String(Number(text)) === shortest(text) ? Number(text) : text;
  if (oid === oids.bytea) return text.length > maxBlobDigits + 2 ? `${text.slice(0, maxBlobDigits + 2)}…` : text;
  return text;
}

/** The decimal without zeros that say nothing: `10.50` → `10.5`. */
const shortest = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

/**
 * The semantic type of a column by the category of its type (of a domain: of the type below), as pg_type has it: N numbers,
 * D dates and times, B booleans. An interval is no point in time, so it is a string like all else.
 * https://www.postgresql.org/docs/current/catalog-pg-type.html
 */
export function semanticTypeOf(category: string): SemanticType {
  switch (category) {
    case 'B': return 'boolean';
    case 'N': return 'number';
    case 'D': return 'time';
    default: return 'string';
  }
}
