/** Quantities in prose that a definition can depend on: durations, shares, amounts of money, counts after a comparison. */

/** What a quantity is about in its sentence; only quantities with the same role are comparable. */
export type Role = 'rule' | 'cadence' | 'retention';

export type Quantity =
  | { readonly kind: 'duration'; readonly role: Role; readonly value: number; readonly unit: DurationUnit; readonly text: string }
  | { readonly kind: 'percent'; readonly role: Role; readonly value: number; readonly text: string }
  | { readonly kind: 'money'; readonly role: Role; readonly value: number; readonly currency: string; readonly text: string }
  | { readonly kind: 'count'; readonly role: Role; readonly value: number; readonly noun: string; readonly bound: Bound; readonly inclusive: number; readonly text: string };

/** `inclusive` is the bound as `at least` or `at most` would give it. */
export type Bound = 'least' | 'most' | 'exact';

export type DurationUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'business day' | 'business hour';

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const words = new Map<string, number>([
  ...small.map((word, index): [string, number] => [word, index]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['hundred', 100],
]);

const word = `(?:(?:${tens.join('|')})(?:[- ](?:${small.slice(1, 10).join('|')}))?|(?:${small.slice(1, 10).join('|')}) hundred|hundred|${[...small].reverse().join('|')})`;
const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
// Not inside a word, a version, a date, an id or a longer number.
const start = String.raw`(?<![\w.,#/$€£¥-])`;
const number = `(?:${digits}|${word})`;

const durationUnit = String.raw`(?<modifier>(?:business|working|trading|calendar|consecutive|full|rolling)[- ])?(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|yrs?)(?!\w)`;
const duration = new RegExp(`${start}(?:(?<low>${number})\\s?(?:-|–|to|and|or)\\s?)?(?<number>${number})(?:\\s?\\+)?(?:\\s|-)?${durationUnit}|${start}(?<short>\\d+)(?<letter>[dh])(?!\\w)`, 'gi');
const unitWord = /^(?:second|sec|minute|min|hour|hr|day|week|month|quarter|year|yr)s?$/;
const percent = new RegExp(`${start}(?<number>${number})\\s?(?:%|percent(?!\\w|age)|per cent(?!\\w)|pct(?!\\w))`, 'gi');

const symbols: Readonly<Record<string, string>> = { '$': 'dollar', '€': 'EUR', '£': 'GBP', '¥': 'yen', 'us$': 'USD', 'euro': 'EUR', 'euros': 'EUR', 'dollar': 'dollar', 'dollars': 'dollar', 'pounds': 'GBP' };
/** The currencies that business texts use most, ISO 4217. */
const codes = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'CNY', 'INR', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'BRL', 'MXN', 'ZAR', 'ILS', 'KRW', 'TRY', 'AED'];
const code = codes.join('|');
const amount = `(?:${digits})`;
const money = new RegExp(`(?<![\\w])(?<symbol>US\\$|[$€£¥]|(?:${code})\\s)\\s?(?<after>${amount})(?<scale>\\s?(?:k|m|thousand|million|billion)(?!\\w))?|${start}(?<before>${amount})(?<scaled>\\s?(?:k|thousand|million|billion)(?=\\s))?\\s?(?<name>€|£|(?:${code}|euros?|dollars?|pounds)(?!\\w))`, 'gi');
const mentioned = new RegExp(`(?<![\\w])(?:${code})(?![\\w])`, 'g');

const count = new RegExp(`(?:(?<comparison>at least|at most|no more than|no less than|no fewer than|more than|less than|fewer than|over|under|above|below|exactly|minimum of|maximum of|up to|>=|<=|≥|≤|>|<)\\s*(?<number>${number})|${start}(?<counted>${number})(?:\\s?(?<suffix>\\+)|\\s+(?<words>or more|or fewer|or less)))\\s+(?<noun>[a-z]+)(?![\\w%])`, 'gi');

/** Numbers in such a clause illustrate or date something; they define nothing. */
const aside = /\b(e\.?g\b|for example|for instance|such as|example|(?:approximately|about|roughly|around)\s+\d|as of (?:19|20)\d\d|used to be|previously|formerly|(?:until|before|since) (?:\w+ )?(?:19|20)\d\d)/i;
const cadence = /\b(every (?:\S+ )?(?:second|minute|hour|day|night|morning|week|month|quarter|year)s?|refresh\w*|updat\w*|load(?:s|ed)?|sync\w*|latency|delay\w*|lag\w*|schedul\w*|sla|freshness|runs?|recalculated|computed (?:daily|hourly|nightly))\b/i;
const retention = /\b(retain\w*|retention|kept|keep|stor(?:e|ed|age)|delet\w*|archiv\w*|purg\w*)\b/i;

/** Every quantity of a text with its role; code blocks are not prose and should be gone. */
export function quantitiesIn(text: string): Quantity[] {
  return clauses(text).flatMap((clause) => {
    if (aside.test(clause)) return [];
    const role: Role = cadence.test(clause) ? 'cadence' : retention.test(clause) ? 'retention' : 'rule';
    return [...durations(clause, role), ...percents(clause, role), ...amounts(clause, role), ...counts(clause, role)];
  });
}

/** The ISO codes of the currencies that a text names, sorted. */
export function currenciesIn(text: string): string[] {
  return [...new Set([...text.matchAll(mentioned)].map(([found]) => found))].sort();
}

/** `90`, `1,000`, `ninety`, `two hundred`; NaN for anything else. */
function numberOf(written: string): number {
  const plain = written.toLowerCase().trim();
  if (/^\d/.test(plain)) return Number(plain.replace(/,/g, ''));
  const parts = plain.split(/[- ]/).map((part) => words.get(part) ?? Number.NaN);
  return parts.length === 2 && parts[1] === 100 ? (parts[0] ?? Number.NaN) * 100 : parts.reduce((sum, part) => sum + part, 0);
}

function clauses(text: string): string[] {
  return text.replace(/\b(e\.g|i\.e|approx|vs)\./gi, '$1').replace(/[*`]+/g, '')
    .split(/(?<=[.;!?])\s+|\n{2,}|;/);
}

function durations(clause: string, role: Role): Quantity[] {
  return [...clause.matchAll(duration)].flatMap(({ 0: text, groups = {} }): Quantity[] => {
    const { low, number: high, modifier, unit, short, letter } = groups;
    if (short !== undefined) return [{ kind: 'duration', role, value: Number(short), unit: letter?.toLowerCase() === 'h' ? 'hour' : 'day', text }];
    const name = unitOf(unit ?? '', modifier);
    return [low, high].filter((part) => part !== undefined)
      .map((part) => ({ kind: 'duration', role, value: numberOf(part), unit: name, text: low === undefined ? text : `${part} ${unit ?? ''}` }));
  });
}

function unitOf(written: string, modifier: string | undefined): DurationUnit {
  const lower = written.toLowerCase();
  const unit: DurationUnit = lower.startsWith('sec') ? 'second' : lower.startsWith('min') ? 'minute' : lower.startsWith('h') ? 'hour'
    : lower.startsWith('d') ? 'day' : lower.startsWith('w') ? 'week' : lower.startsWith('mo') ? 'month' : lower.startsWith('q') ? 'quarter' : 'year';
  const isBusiness = /^(business|working|trading)/i.test(modifier ?? '');
  if (!isBusiness) return unit;
  return unit === 'day' ? 'business day' : unit === 'hour' ? 'business hour' : unit;
}

function percents(clause: string, role: Role): Quantity[] {
  return [...clause.matchAll(percent)].map(({ 0: text, groups = {} }) => ({ kind: 'percent', role, value: numberOf(groups['number'] ?? ''), text }));
}

function amounts(clause: string, role: Role): Quantity[] {
  return [...clause.matchAll(money)].map(({ 0: text, groups = {} }) => {
    const named = (groups['symbol'] ?? groups['name'] ?? '').trim();
    const scale = (groups['scale'] ?? groups['scaled'] ?? '').trim().toLowerCase();
    const factor = scale === '' ? 1 : scale.startsWith('k') || scale === 'thousand' ? 1e3 : scale === 'billion' ? 1e9 : 1e6;
    return { kind: 'money', role, value: numberOf(groups['after'] ?? groups['before'] ?? '') * factor, currency: symbols[named.toLowerCase()] ?? named.toUpperCase(), text: text.trim() };
  });
}

const notNouns = new Set(['of', 'the', 'a', 'an', 'in', 'on', 'at', 'and', 'or', 'to', 'for', 'per', 'from', 'with', 'is', 'are', 'was', 'as', 'by', 'than', 'that', 'which', 'who', 'within', 'during', 'times', 'million', 'thousand', 'billion', 'percent']);

function counts(clause: string, role: Role): Quantity[] {
  return [...clause.matchAll(count)].flatMap(({ groups = {} }): Quantity[] => {
    const noun = (groups['noun'] ?? '').toLowerCase();
    if (noun.length < 3 || notNouns.has(noun) || unitWord.test(noun) || codes.includes(noun.toUpperCase()) || Object.hasOwn(symbols, noun)) return [];
    const written = groups['number'] ?? groups['counted'] ?? '';
    const value = numberOf(written);
    const comparison = (groups['comparison'] ?? groups['suffix'] ?? groups['words'] ?? '').toLowerCase();
    const { bound, excludes } = boundOf(comparison);
    const inclusive = !excludes ? value : bound === 'least' ? value + 1 : value - 1;
    return [{ kind: 'count', role, value, noun: noun.replace(/s$/, ''), bound, inclusive, text: `${comparison === '+' ? 'at least' : comparison} ${written} ${noun}`.replace(/^(or \w+) (\S+)/, '$2 $1') }];
  });
}

function boundOf(comparison: string): { readonly bound: Bound; readonly excludes: boolean } {
  if (comparison === 'exactly') return { bound: 'exact', excludes: false };
  if (/^(at least|no less|no fewer|minimum|>=|≥|\+|or more)/.test(comparison)) return { bound: 'least', excludes: false };
  if (/^(at most|no more|maximum|up to|<=|≤|or fewer|or less)/.test(comparison)) return { bound: 'most', excludes: false };
  return { bound: /^(more|over|above|>)/.test(comparison) ? 'least' : 'most', excludes: true };
}
