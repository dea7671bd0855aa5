import type { Definition } from './evidence.js';

/**
 * Under which keys a definition can meet another: the term without case, article, separators and plural. A column
 * (`orders.active_customer`) meets its full name, and its bare name only where that has two words: `status` or `id`
 * alone says nothing about which one is meant.
 */
export function termKeys({ term }: Pick<Definition, 'term'>): string[] {
  const column = /^([\w$ -]+)\.([\w$ -]+)$/.exec(term.trim());
  if (!column) return present([normalised(term)]);
  const bare = normalised(column[2] ?? '');
  const full = `${normalised(column[1] ?? '')}.${bare}`;
  return bare.includes(' ') ? present([full, bare]) : [full];
}

function present(keys: readonly string[]): string[] {
  return keys.filter((key) => key !== '');
}

/** `The Active-Customers (B2B)` and `active_customer` are one term. */
function normalised(term: string): string {
  const words = term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\([^)]*\)\s*$/, '')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  if (words.length > 1 && (words[0] === 'the' || words[0] === 'a' || words[0] === 'an')) words.shift();
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word)).join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
