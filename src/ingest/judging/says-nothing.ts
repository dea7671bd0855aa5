import { words } from '../../text/name.js';

/** Whether a description says only what the names and the type of the thing say already. */

const filler = new Set(
  `a an and any are as at be by column columns contain contains data date describe describes description each entity entry every
  field fields for foreign from given has have hold holds id identifier identifiers identifies if in indicate indicates info
  information is it its key list name names number numeric of on one or primary record records reference references referenced
  refer refers related represent represents row rows set show shows specific status store stored stores string table tables text that
  the their this time timestamp to type unique uniquely used value values varchar was were when where whether which who whose with`.split(/\s+/),
);

const stem = (word: string): string => word.replace(/(?:ies)$/, 'y').replace(/(?:'s|es|s)$/, '');

/** `names`: of the column, its source, and whatever else is plain to see. */
export function saysNothing(text: string, names: readonly string[]): boolean {
  const known = new Set(names.flatMap(words).map((word) => stem(word.toLowerCase())));
  const said = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return said.every((word) => filler.has(word) || known.has(stem(word)) || filler.has(stem(word)));
}

/** Whether one text only says the other in other words: the same numbers, and nearly the same words. */
export function onlyRewords(before: string, after: string): boolean {
  const parts = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  const numbers = (text: string): string => parts(text).filter((word) => /\d/.test(word)).sort().join(' ');
  const negations = (text: string): string => parts(text).filter((word) => /^(not|no|never|without|except|unless|only|nor|none)$/.test(word)).sort().join(' ');
  if (numbers(before) !== numbers(after) || negations(before) !== negations(after)) return false;
  const content = (text: string): Set<string> => new Set(parts(text).filter((word) => !filler.has(word)).map(stem));
  const [a, b] = [content(before), content(after)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 0.85 * Math.max(a.size, b.size);
}
