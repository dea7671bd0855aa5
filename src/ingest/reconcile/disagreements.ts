import type { Definition } from '../../evidence/evidence.js';
import { singular, words } from '../../text/name.js';
import type { EntityView, MeasureEntity, PageEntity } from './entities.js';

/** Pages whose prose and a measure cannot both be right: by their values, or because one of them counts rows that the other leaves out. */

export interface PageReading {
  /** The terms that a page defines; lines are the file's. */
  definitions(page: PageEntity, view: EntityView): readonly Definition[];
  /** In words, where definitions of one term differ in a number, unit or literal. */
  difference(definitions: readonly Definition[]): string | null;
}

/** Words by which a sentence leaves rows out. */
const restricting = /\b(?:only|solely|exclud(?:e|es|ed|ing)|without|except(?:ing)?|net of|minus|does not (?:count|include)|do not (?:count|include)|not (?:counted|included)|never counts?|leaves? out|ignor(?:e|es|ing))\b/i;
/** What an expression leaves rows out by, or takes away. */
const conditional = /\b(?:case|filter|iif|if|nullif)\b|-/i;

/** Why a page and a measure cannot both be right; null: nothing says so. */
export function disagreement(page: PageEntity, measure: MeasureEntity, view: EntityView, reading: PageReading): string | null {
  if (!isAbout(page, measure, view)) return null;
  const { expr, filter, segments = [], description } = measure.value;
  const conditions = [filter ?? '', ...segments.map((name) => view.ofSource(measure.connection, measure.source).find((one) => one.kind === 'segment' && one.name === name)?.value.expr ?? '')].filter((text) => text !== '');
  const own: Definition = { term: measure.name.replaceAll('_', ' '), text: [description ?? '', ...conditions].filter((text) => text !== '').join('. '), origin: { file: measure.file }, evidence: measure.id };
  const defined = reading.definitions(page, view).filter(({ term }) => nameWords(term) === nameWords(measure.name));
  const spoken = sentencesOf(page).filter((text) => saysWhatItCounts(text, measure));
  const theirs = [...defined, { term: own.term, text: spoken.join('\n'), origin: { file: page.file }, evidence: page.id }];
  const differs = own.text === '' ? null : reading.difference([own, ...theirs.map((one) => ({ ...one, term: own.term }))]);
  if (differs !== null) return differs;
  // what follows the first sentence of a definition says more about the thing, not what it is
  const sentence = [...defined.flatMap(({ text }) => sentences(text).slice(0, 1)), ...spoken].find((text) => restricting.test(text));
  if (sentence === undefined) return null;
  const said = new Set(words(sentence.replace(restricting, ' ')).map(singular));
  const known = new Set(words([expr, ...conditions].join(' ')).map(singular));
  for (const word of [...words(measure.name), ...words(measure.source), ...filler].map(singular)) known.delete(word);
  // what the sentence leaves out is left out by what the measure reads
  if ([...said].some((word) => known.has(word))) return null;
  if (conditions.length === 0 && !conditional.test(expr)) return `${page.id} says ${JSON.stringify(short(sentence))}, and ${measure.id} counts every row`;
  const literals = [expr, ...conditions].flatMap((text) => [...text.matchAll(/'([^']{2,40})'/g)].map(([, value = '']) => value.toLowerCase()));
  const text = `${page.value.summary} ${page.value.body}`.toLowerCase();
  return literals.length > 0 && literals.every((value) => !text.includes(value)) ? `${page.id} says ${JSON.stringify(short(sentence))}, and ${measure.id} goes by ${[...new Set(literals)].map((value) => `'${value}'`).join(', ')}` : null;
}

const filler = ['sum', 'count', 'avg', 'min', 'max', 'distinct', 'null', 'and', 'or', 'not', 'is', 'in', 'the', 'of', 'a', 'to', 'as', 'it', 'all', 'then', 'else', 'end', 'when', 'case'];

const nameWords = (name: string): string => words(name).map(singular).join(' ');

/** It names the measure with its source, or speaks of its source and of the measure by name. */
function isAbout(page: PageEntity, measure: MeasureEntity, view: EntityView): boolean {
  const { source, name, connection } = measure;
  const full = [`${source}.${name}`, `${connection}/${source}.${name}`];
  if (page.value.sl_refs.some((reference) => full.includes(reference)) || page.value.body.includes(`\`${source}.${name}\``)) return true;
  const speaks = page.value.sl_refs.some((reference) => reference === source || reference === `${connection}/${source}` || reference.startsWith(`${source}.`) || reference.startsWith(`${connection}/${source}.`));
  return speaks && mentions(`${page.value.summary} ${page.value.body}`, measure) && view.ofSource(connection, source).some((one) => one.id === measure.id);
}

/** What follows the name of a measure where a sentence says what it counts: not `accounts are opened`, nor `without an account`. */
const counts = /^(?:\S+ ){0,3}?(?:counts?|counted|includes?|included|covers?|means?|measures?|sums?|adds up|excludes?|ignores?|leaves? out|never counts?|net of|(?:is|are) (?:the|only|solely|without))(?: |$)/;
/** What stands before it: `only paid orders count as`. */
const countsAs = / (?:counts?|counted|goes?|enters?) (?:as|towards?|into|in|for)(?: \S+){0,2} $/;

function saysWhatItCounts(sentence: string, { name }: MeasureEntity): boolean {
  const own = words(name).map(singular);
  const all = words(sentence);
  return all.some((_, at) => own.length > 0 && own.every((word, i) => singular(all[at + i] ?? '') === word)
    && (counts.test(all.slice(at + own.length).join(' ')) || countsAs.test(` ${all.slice(0, at).join(' ')} `)));
}

/** The measure's name in a text, however its words are joined. */
function mentions(text: string, { name }: MeasureEntity): boolean {
  return ` ${words(text).map(singular).join(' ')} `.includes(` ${nameWords(name)} `);
}

function sentencesOf({ value: { summary, body } }: PageEntity): string[] {
  return [...sentences(summary), ...sentences(body.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1.*$/gm, '').replace(/^#{1,6} .*$/gm, ''))];
}

function sentences(prose: string): string[] {
  return prose.split(/(?<=[.!?])\s+|\n\s*\n|\n\s*[-*] /).map((text) => text.trim()).filter((text) => text !== '');
}

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text).replace(/\s+/g, ' ');
