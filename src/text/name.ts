/** Words of identifiers, as people mean them: how `customer_id`, `CustomerId` and `stg_customers` are about one thing. */

/** Prefixes of layered warehouses: how far each is from the raw data. */
const layers: Readonly<Record<string, number>> = { raw: 0, src: 0, seed: 0, base: 1, stg: 1, stage: 1, staging: 1, int: 2, dim: 3, fct: 3, fact: 3, mart: 3, mrt: 3, rpt: 3 };

/** Lower-case words of an identifier: split at separators and at case and digit boundaries. */
export function words(identifier: string): string[] {
  return identifier
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** English singular of one word, by rule; unknown shapes stay. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

export interface TableWords {
  /** How far from the raw data its prefix says it is: 0 raw or no prefix, 1 staging, 2 intermediate, 3 mart. */
  readonly layer: number;
  /** The thing, singular: `order line`. */
  readonly thing: string;
}

/** Splits a table name into its layer prefix and the thing that it holds. */
export function tableWords(name: string): TableWords {
  const parts = words(name);
  const prefix = parts.length > 1 ? layers[parts[0] ?? ''] : undefined;
  const layer = prefix ?? 0;
  const rest = prefix === undefined ? parts : parts.slice(1);
  return { layer, thing: rest.map((word, i) => (i === rest.length - 1 ? singular(word) : word)).join(' ') };
}

const keySuffixes = ['id', 'key', 'code', 'uuid', 'sk', 'fk', 'ref'];

/** The thing that a column named like a key refers to (`customer_id` → `customer`); undefined for other columns. */
export function keyThing(column: string): string | undefined {
  const parts = words(column);
  if (parts.length < 2 || !keySuffixes.includes(parts.at(-1) ?? '')) return undefined;
  const thing = parts.slice(0, -1);
  return thing.map((word, i) => (i === thing.length - 1 ? singular(word) : word)).join(' ');
}
