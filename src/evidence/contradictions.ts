import { byText } from '../text/canonical.js';
import type { Definition } from './evidence.js';
import { type FieldLiterals, literalsIn } from './literals.js';
import { currenciesIn, type DurationUnit, type Quantity, quantitiesIn } from './quantities.js';
import { termKeys } from './term-keys.js';

/** One term, two or more sources that cannot all be right about it: a question to a person. */
export interface Contradiction {
  /** As the first side writes it. */
  readonly term: string;
  readonly kind: 'number' | 'unit' | 'literal';
  /** One for each source and value, in order of evidence id and place. */
  readonly sides: readonly { readonly definition: Definition; readonly value: string }[];
  readonly message: string;
}

/**
 * Terms that two sources define with another number, unit or literal in a comparable position. Made for precision:
 * sources that share one value of a kind agree, numbers of another role (how often it is loaded, how long it is kept)
 * or of another thing are not compared, and neither are two parts of one source.
 */
export function contradictions(definitions: readonly Definition[]): Contradiction[] {
  const byTerm = new Map<string, Definition[]>();
  for (const definition of definitions) {
    for (const key of termKeys(definition)) {
      const same = byTerm.get(key);
      if (same) same.push(definition);
      else byTerm.set(key, [definition]);
    }
  }
  const found = new Map<string, Contradiction>();
  for (const key of [...byTerm.keys()].sort(byText)) {
    const same = byTerm.get(key) ?? [];
    if (new Set(same.map(sourceOf)).size < 2) continue;
    for (const contradiction of contradictionsOf(same)) {
      // A label and a name may lead to the same pair.
      const identity = JSON.stringify([contradiction.kind, contradiction.sides.map(({ definition, value }) => [definition.evidence, definition.text, value])]);
      if (!found.has(identity)) found.set(identity, contradiction);
    }
  }
  return [...found.values()];
}

/** Documents one by one; a dbt project's nodes together, its docs blocks, exposures and metrics one by one. */
function sourceOf({ evidence }: Definition): string {
  const node = /^(dbt:[^/]*)\/(model|source|seed|snapshot)\./.exec(evidence);
  return node?.[1] ?? evidence;
}

interface Claim {
  readonly definition: Definition;
  readonly quantities: readonly Quantity[];
  readonly currencies: readonly string[];
  readonly literals: readonly FieldLiterals[];
}

/** A difference between two claims, with what each of them says. */
interface Difference {
  readonly kind: Contradiction['kind'];
  /** What is compared, so that differences of several pairs come together. */
  readonly about: string;
  readonly values: readonly [string, string];
}

function contradictionsOf(definitions: readonly Definition[]): Contradiction[] {
  const claims = definitions.toSorted(byPlace).map((definition): Claim => {
    const prose = withoutCode(definition.text);
    return { definition, quantities: quantitiesIn(prose), currencies: currenciesIn(prose), literals: literalsIn(prose) };
  });
  const sides = new Map<string, { kind: Contradiction['kind']; sides: Map<string, { definition: Definition; value: string }> }>();
  claims.forEach((left, index) => {
    for (const right of claims.slice(index + 1)) {
      if (sourceOf(left.definition) === sourceOf(right.definition) || saysTheSame(left.definition.text, right.definition.text)) continue;
      for (const { kind, about, values } of differences(left, right)) {
        const group = sides.get(about) ?? { kind, sides: new Map() };
        sides.set(about, group);
        for (const [definition, value] of [[left.definition, values[0]], [right.definition, values[1]]] as const) {
          const identity = `${sourceOf(definition)}\0${value}`;
          if (!group.sides.has(identity)) group.sides.set(identity, { definition, value });
        }
      }
    }
  });
  return [...sides.values()].map(({ kind, sides: bySource }) => {
    const all = [...bySource.values()].sort((a, b) => byPlace(a.definition, b.definition));
    const term = all[0]?.definition.term ?? '';
    return { term, kind, sides: all, message: `${JSON.stringify(term)} is ${all.map(({ definition, value }) => `${value} in ${placeText(definition)}`).join(' and ')}.` };
  });
}

function differences(left: Claim, right: Claim): Difference[] {
  const found: Difference[] = [];
  for (const about of sharedSubjects(left.quantities, right.quantities)) {
    const ours = left.quantities.filter((quantity) => subjectOf(quantity) === about);
    const theirs = right.quantities.filter((quantity) => subjectOf(quantity) === about);
    if (ours.some((a) => theirs.some((b) => agree(a, b)))) continue;
    const pair = ours.flatMap((a) => theirs.map((b) => [a, b] as const)).find(([a, b]) => differsInUnit(a, b));
    if (pair) found.push({ kind: 'unit', about, values: [pair[0].text, pair[1].text] });
    else if (ours.every((a) => theirs.every((b) => comparable(a, b)))) found.push({ kind: 'number', about, values: [textOf(ours), textOf(theirs)] });
  }
  const currency = currencyDifference(left, right);
  if (currency && !found.some(({ about }) => about.startsWith('money'))) found.push(currency);
  for (const ours of left.literals) {
    const theirs = right.literals.find(({ field }) => field === ours.field);
    if (theirs && !isSubset(ours.values, theirs.values) && !isSubset(theirs.values, ours.values)) {
      found.push({ kind: 'literal', about: `literal ${ours.field}`, values: [literalText(ours), literalText(theirs)] });
    }
  }
  return found;
}

function sharedSubjects(left: readonly Quantity[], right: readonly Quantity[]): string[] {
  const theirs = new Set(right.map(subjectOf));
  return [...new Set(left.map(subjectOf))].filter((subject) => theirs.has(subject));
}

function subjectOf(quantity: Quantity): string {
  return `${quantity.kind} ${quantity.role}${quantity.kind === 'count' ? ` ${quantity.bound} ${quantity.noun}` : ''}`;
}

/** Days at least and at most; months and years have no one length. */
const days: Readonly<Record<Exclude<DurationUnit, 'business day' | 'business hour'>, readonly [number, number]>> = {
  second: [1 / 86_400, 1 / 86_400], minute: [1 / 1_440, 1 / 1_440], hour: [1 / 24, 1 / 24], day: [1, 1], week: [7, 7],
  month: [28, 31], quarter: [90, 92], year: [360, 366],
};

const monthsIn: Partial<Record<DurationUnit, number>> = { month: 1, quarter: 3, year: 12 };

function agree(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'duration' && b.kind === 'duration') {
    const [ourMonths, theirMonths] = [monthsIn[a.unit], monthsIn[b.unit]];
    if (ourMonths !== undefined && theirMonths !== undefined) return close(a.value * ourMonths, b.value * theirMonths);
    const [ours, theirs] = [inDays(a), inDays(b)];
    if (ours === null || theirs === null) return a.unit === b.unit && a.value === b.value;
    return ours[0] <= theirs[1] * (1 + 1e-9) && theirs[0] <= ours[1] * (1 + 1e-9);
  }
  if (a.kind === 'money' && b.kind === 'money') return close(a.value, b.value) && sameCurrency(a.currency, b.currency);
  // More than two orders are at least three.
  if (a.kind === 'count' && b.kind === 'count') return a.value === b.value || a.inclusive === b.inclusive;
  return close(a.value, b.value);
}

/** Whether a difference of the two is one of number: same currency, both or neither in business time. */
function comparable(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'duration' && b.kind === 'duration') return (inDays(a) === null) === (inDays(b) === null) && (inDays(a) !== null || a.unit === b.unit);
  return !(a.kind === 'money' && b.kind === 'money') || sameCurrency(a.currency, b.currency);
}

/** `30 days` and `30 business days`, `100 EUR` and `100 USD`, `90 days` and `90 hours`. */
function differsInUnit(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'duration' && b.kind === 'duration') return a.value === b.value && a.unit !== b.unit;
  return a.kind === 'money' && b.kind === 'money' && close(a.value, b.value) && !sameCurrency(a.currency, b.currency);
}

function inDays({ unit, value }: Quantity & { readonly kind: 'duration' }): readonly [number, number] | null {
  if (unit === 'business day' || unit === 'business hour') return null;
  const [low, high] = days[unit];
  return [low * value, high * value];
}

function sameCurrency(a: string, b: string): boolean {
  return a === b || (a === 'dollar' && /^(USD|AUD|CAD|NZD|SGD|HKD|MXN)$/.test(b)) || (b === 'dollar' && sameCurrency(b, a))
    || (a === 'yen' && /^(JPY|CNY)$/.test(b)) || (b === 'yen' && a !== 'yen' && sameCurrency(b, a));
}

function currencyDifference(left: Claim, right: Claim): Difference | null {
  const [ours, theirs] = [left.currencies, right.currencies];
  if (ours.length === 0 || theirs.length === 0 || ours.some((currency) => theirs.includes(currency))) return null;
  return { kind: 'unit', about: 'currency', values: [ours.join(', '), theirs.join(', ')] };
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const folded = new Set(all.map((value) => value.toLowerCase()));
  return some.every((value) => folded.has(value.toLowerCase()));
}

function textOf(quantities: readonly Quantity[]): string {
  return [...new Set(quantities.map(({ text }) => text.replace(/\s+/g, ' ')))].join(', ');
}

function literalText({ field, values }: FieldLiterals): string {
  return `${field} ${values.map((value) => `'${value}'`).join(', ')}`;
}

function saysTheSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain(a) === plain(b);
}

function withoutCode(text: string): string {
  return text.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm, '').replace(/\bhttps?:\/\/\S+/g, '');
}

function byPlace(a: Definition, b: Definition): number {
  return byText(a.evidence, b.evidence) || (a.origin.line ?? 0) - (b.origin.line ?? 0) || byText(a.term, b.term) || byText(a.text, b.text);
}

function placeText({ origin, evidence }: Definition): string {
  if (origin.file === undefined) return evidence;
  return origin.line === undefined ? origin.file : `${origin.file}:${origin.line}`;
}
