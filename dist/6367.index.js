export const id = 6367;
export const ids = [6367];
export const modules = {

/***/ 96367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contradictions: () => (/* binding */ contradictions)
});

// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
;// CONCATENATED MODULE: ./lib/src/evidence/literals.js
const quoted = String.raw `(?:(?<!\w)'[^'\n]{1,40}'(?!\w)|"[^"\n]{1,40}"|“[^”\n]{1,40}”|‘[^’\n]{1,40}’)`;
const coded = String.raw `\x60[\w-]{1,40}\x60`;
const literal = `(?:${quoted}|${coded})`;
const exclusion = String.raw `(?:is\s+not|are\s+not|not\s+in|is\s+n[o']t|isn't|aren't|not|<>|!=|other\s+than|except(?:\s+for)?|excluding)`;
const equality = String.raw `(?:==?|in|is|are|equals?(?:\s+to)?|set\s+to|either|one\s+of|any\s+of|of|being|as|:)`;
const pattern = new RegExp(`(?<![\\w.])[\x60"]?(?<field>[A-Za-z_][\\w.]*)[\x60"]?\\s*(?<operator>(?:(?:${exclusion}|${equality})\\s*)*)[(\\[]?\\s*(?<values>${literal}(?:\\s*(?:,\\s*or|,\\s*and|,|or|and|/|\\|)\\s*${literal})*)`, 'gi');
const exclusive = new RegExp(exclusion, 'i');
/** Words that stand in front of a quotation in any prose. */
const notFields = new Set([
    'a', 'an', 'the', 'is', 'are', 'was', 'as', 'in', 'of', 'or', 'and', 'to', 'with', 'by', 'for', 'from', 'on', 'at', 'that', 'this', 'it', 'we', 'see', 'use', 'using', 'called',
    'named', 'say', 'says', 'said', 'term', 'word', 'i.e', 'e.g', 'like', 'not', 'than', 'be', 'if', 'when', 'where', 'which', 'column', 'table', 'model', 'field', 'metric', 'view',
    'dashboard', 'report', 'page', 'known', 'so', 'also', 'other', 'except', 'excluding', 'equals', 'either', 'being',
]);
/** Fields whose value is named without any operator: an order in status `paid`. */
const valueFields = new Set(['status', 'state', 'type', 'stage', 'tier', 'plan', 'channel', 'category', 'segment', 'value', 'values']);
/** The literals of each field, in the order of the text. */
function literalsIn(text) {
    const found = new Map();
    for (const { groups = {} } of text.matchAll(pattern)) {
        const { field = '', operator = '', values = '' } = groups;
        const bare = field.slice(field.lastIndexOf('.') + 1).toLowerCase();
        if (bare === '' || notFields.has(bare))
            continue;
        // Code alone is most often a name; only an operator in front makes it a value.
        const written = [...values.matchAll(new RegExp(literal, 'g'))].map(([value]) => value);
        if (operator.trim() === '' && !valueFields.has(bare) && written.some((value) => value.startsWith('`')))
            continue;
        const key = exclusive.test(operator) ? `not ${bare}` : bare;
        const set = found.get(key) ?? new Set();
        for (const value of written)
            set.add(value.slice(1, -1).trim());
        found.set(key, set);
    }
    return [...found].map(([field, values]) => ({ field, values: [...values] }));
}

;// CONCATENATED MODULE: ./lib/src/evidence/quantities.js
/** Quantities in prose that a definition can depend on: durations, shares, amounts of money, counts after a comparison. */
const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const words = new Map([
    ...small.map((word, index) => [word, index]),
    ...tens.map((word, index) => [word, (index + 2) * 10]),
    ['hundred', 100],
]);
const word = `(?:(?:${tens.join('|')})(?:[- ](?:${small.slice(1, 10).join('|')}))?|(?:${small.slice(1, 10).join('|')}) hundred|hundred|${[...small].reverse().join('|')})`;
const digits = String.raw `\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
// Not inside a word, a version, a date, an id or a longer number.
const start = String.raw `(?<![\w.,#/$€£¥-])`;
const number = `(?:${digits}|${word})`;
const durationUnit = String.raw `(?<modifier>(?:business|working|trading|calendar|consecutive|full|rolling)[- ])?(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|yrs?)(?!\w)`;
const duration = new RegExp(`${start}(?:(?<low>${number})\\s?(?:-|–|to|and|or)\\s?)?(?<number>${number})(?:\\s?\\+)?(?:\\s|-)?${durationUnit}|${start}(?<short>\\d+)(?<letter>[dh])(?!\\w)`, 'gi');
const unitWord = /^(?:second|sec|minute|min|hour|hr|day|week|month|quarter|year|yr)s?$/;
const percent = new RegExp(`${start}(?<number>${number})\\s?(?:%|percent(?!\\w|age)|per cent(?!\\w)|pct(?!\\w))`, 'gi');
const symbols = { '$': 'dollar', '€': 'EUR', '£': 'GBP', '¥': 'yen', 'us$': 'USD', 'euro': 'EUR', 'euros': 'EUR', 'dollar': 'dollar', 'dollars': 'dollar', 'pounds': 'GBP' };
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
function quantitiesIn(text) {
    return clauses(text).flatMap((clause) => {
        if (aside.test(clause))
            return [];
        const role = cadence.test(clause) ? 'cadence' : retention.test(clause) ? 'retention' : 'rule';
        return [...durations(clause, role), ...percents(clause, role), ...amounts(clause, role), ...counts(clause, role)];
    });
}
/** The ISO codes of the currencies that a text names, sorted. */
function currenciesIn(text) {
    return [...new Set([...text.matchAll(mentioned)].map(([found]) => found))].sort();
}
/** `90`, `1,000`, `ninety`, `two hundred`; NaN for anything else. */
function numberOf(written) {
    const plain = written.toLowerCase().trim();
    if (/^\d/.test(plain))
        return Number(plain.replace(/,/g, ''));
    const parts = plain.split(/[- ]/).map((part) => words.get(part) ?? Number.NaN);
    return parts.length === 2 && parts[1] === 100 ? (parts[0] ?? Number.NaN) * 100 : parts.reduce((sum, part) => sum + part, 0);
}
function clauses(text) {
    return text.replace(/\b(e\.g|i\.e|approx|vs)\./gi, '$1').replace(/[*`]+/g, '')
        .split(/(?<=[.;!?])\s+|\n{2,}|;/);
}
function durations(clause, role) {
    return [...clause.matchAll(duration)].flatMap(({ 0: text, groups = {} }) => {
        const { low, number: high, modifier, unit, short, letter } = groups;
        if (short !== undefined)
            return [{ kind: 'duration', role, value: Number(short), unit: letter?.toLowerCase() === 'h' ? 'hour' : 'day', text }];
        const name = unitOf(unit ?? '', modifier);
        return [low, high].filter((part) => part !== undefined)
            .map((part) => ({ kind: 'duration', role, value: numberOf(part), unit: name, text: low === undefined ? text : `${part} ${unit ?? ''}` }));
    });
}
function unitOf(written, modifier) {
    const lower = written.toLowerCase();
    const unit = lower.startsWith('sec') ? 'second' : lower.startsWith('min') ? 'minute' : lower.startsWith('h') ? 'hour'
        : lower.startsWith('d') ? 'day' : lower.startsWith('w') ? 'week' : lower.startsWith('mo') ? 'month' : lower.startsWith('q') ? 'quarter' : 'year';
    const isBusiness = /^(business|working|trading)/i.test(modifier ?? '');
    if (!isBusiness)
        return unit;
    return unit === 'day' ? 'business day' : unit === 'hour' ? 'business hour' : unit;
}
function percents(clause, role) {
    return [...clause.matchAll(percent)].map(({ 0: text, groups = {} }) => ({ kind: 'percent', role, value: numberOf(groups['number'] ?? ''), text }));
}
function amounts(clause, role) {
    return [...clause.matchAll(money)].map(({ 0: text, groups = {} }) => {
        const named = (groups['symbol'] ?? groups['name'] ?? '').trim();
        const scale = (groups['scale'] ?? groups['scaled'] ?? '').trim().toLowerCase();
        const factor = scale === '' ? 1 : scale.startsWith('k') || scale === 'thousand' ? 1e3 : scale === 'billion' ? 1e9 : 1e6;
        return { kind: 'money', role, value: numberOf(groups['after'] ?? groups['before'] ?? '') * factor, currency: symbols[named.toLowerCase()] ?? named.toUpperCase(), text: text.trim() };
    });
}
const notNouns = new Set(['of', 'the', 'a', 'an', 'in', 'on', 'at', 'and', 'or', 'to', 'for', 'per', 'from', 'with', 'is', 'are', 'was', 'as', 'by', 'than', 'that', 'which', 'who', 'within', 'during', 'times', 'million', 'thousand', 'billion', 'percent']);
function counts(clause, role) {
    return [...clause.matchAll(count)].flatMap(({ groups = {} }) => {
        const noun = (groups['noun'] ?? '').toLowerCase();
        if (noun.length < 3 || notNouns.has(noun) || unitWord.test(noun) || codes.includes(noun.toUpperCase()) || Object.hasOwn(symbols, noun))
            return [];
        const written = groups['number'] ?? groups['counted'] ?? '';
        const value = numberOf(written);
        const comparison = (groups['comparison'] ?? groups['suffix'] ?? groups['words'] ?? '').toLowerCase();
        const { bound, excludes } = boundOf(comparison);
        const inclusive = !excludes ? value : bound === 'least' ? value + 1 : value - 1;
        return [{ kind: 'count', role, value, noun: noun.replace(/s$/, ''), bound, inclusive, text: `${comparison === '+' ? 'at least' : comparison} ${written} ${noun}`.replace(/^(or \w+) (\S+)/, '$2 $1') }];
    });
}
function boundOf(comparison) {
    if (comparison === 'exactly')
        return { bound: 'exact', excludes: false };
    if (/^(at least|no less|no fewer|minimum|>=|≥|\+|or more)/.test(comparison))
        return { bound: 'least', excludes: false };
    if (/^(at most|no more|maximum|up to|<=|≤|or fewer|or less)/.test(comparison))
        return { bound: 'most', excludes: false };
    return { bound: /^(more|over|above|>)/.test(comparison) ? 'least' : 'most', excludes: true };
}

;// CONCATENATED MODULE: ./lib/src/evidence/term-keys.js
/**
 * Under which keys a definition can meet another: the term without case, article, separators and plural. A column
 * (`orders.active_customer`) meets its full name, and its bare name only where that has two words: `status` or `id`
 * alone says nothing about which one is meant.
 */
function termKeys({ term }) {
    const column = /^([\w$ -]+)\.([\w$ -]+)$/.exec(term.trim());
    if (!column)
        return present([normalised(term)]);
    const bare = normalised(column[2] ?? '');
    const full = `${normalised(column[1] ?? '')}.${bare}`;
    return bare.includes(' ') ? present([full, bare]) : [full];
}
function present(keys) {
    return keys.filter((key) => key !== '');
}
/** `The Active-Customers (B2B)` and `active_customer` are one term. */
function normalised(term) {
    const words = term
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\s*\([^)]*\)\s*$/, '')
        .split(/[\s_-]+/)
        .filter((word) => word !== '');
    if (words.length > 1 && (words[0] === 'the' || words[0] === 'a' || words[0] === 'an'))
        words.shift();
    return words.map((word, index) => (index === words.length - 1 ? singular(word) : word)).join(' ');
}
function singular(word) {
    if (word.length < 4 || /(ss|us|is)$/.test(word))
        return word;
    if (word.endsWith('ies'))
        return `${word.slice(0, -3)}y`;
    if (/(s|x|z|ch|sh)es$/.test(word))
        return word.slice(0, -2);
    return word.endsWith('s') ? word.slice(0, -1) : word;
}

;// CONCATENATED MODULE: ./lib/src/evidence/contradictions.js




/**
 * Terms that two sources define with another number, unit or literal in a comparable position. Made for precision:
 * sources that share one value of a kind agree, numbers of another role (how often it is loaded, how long it is kept)
 * or of another thing are not compared, and neither are two parts of one source.
 */
function contradictions(definitions) {
    const byTerm = new Map();
    for (const definition of definitions) {
        for (const key of termKeys(definition)) {
            const same = byTerm.get(key);
            if (same)
                same.push(definition);
            else
                byTerm.set(key, [definition]);
        }
    }
    const found = new Map();
    for (const key of [...byTerm.keys()].sort(canonical/* byText */.z4)) {
        const same = byTerm.get(key) ?? [];
        if (new Set(same.map(sourceOf)).size < 2)
            continue;
        for (const contradiction of contradictionsOf(same)) {
            // A label and a name may lead to the same pair.
            const identity = JSON.stringify([contradiction.kind, contradiction.sides.map(({ definition, value }) => [definition.evidence, definition.text, value])]);
            if (!found.has(identity))
                found.set(identity, contradiction);
        }
    }
    return [...found.values()];
}
/** Documents one by one; a dbt project's nodes together, its docs blocks, exposures and metrics one by one. */
function sourceOf({ evidence }) {
    const node = /^(dbt:[^/]*)\/(model|source|seed|snapshot)\./.exec(evidence);
    return node?.[1] ?? evidence;
}
function contradictionsOf(definitions) {
    const claims = definitions.toSorted(byPlace).map((definition) => {
        const prose = withoutCode(definition.text);
        return { definition, quantities: quantitiesIn(prose), currencies: currenciesIn(prose), literals: literalsIn(prose) };
    });
    const sides = new Map();
    claims.forEach((left, index) => {
        for (const right of claims.slice(index + 1)) {
            if (sourceOf(left.definition) === sourceOf(right.definition) || saysTheSame(left.definition.text, right.definition.text))
                continue;
            for (const { kind, about, values } of differences(left, right)) {
                const group = sides.get(about) ?? { kind, sides: new Map() };
                sides.set(about, group);
                for (const [definition, value] of [[left.definition, values[0]], [right.definition, values[1]]]) {
                    const identity = `${sourceOf(definition)}\0${value}`;
                    if (!group.sides.has(identity))
                        group.sides.set(identity, { definition, value });
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
function differences(left, right) {
    const found = [];
    for (const about of sharedSubjects(left.quantities, right.quantities)) {
        const ours = left.quantities.filter((quantity) => subjectOf(quantity) === about);
        const theirs = right.quantities.filter((quantity) => subjectOf(quantity) === about);
        if (ours.some((a) => theirs.some((b) => agree(a, b))))
            continue;
        const pair = ours.flatMap((a) => theirs.map((b) => [a, b])).find(([a, b]) => differsInUnit(a, b));
        if (pair)
            found.push({ kind: 'unit', about, values: [pair[0].text, pair[1].text] });
        else if (ours.every((a) => theirs.every((b) => comparable(a, b))))
            found.push({ kind: 'number', about, values: [textOf(ours), textOf(theirs)] });
    }
    const currency = currencyDifference(left, right);
    if (currency && !found.some(({ about }) => about.startsWith('money')))
        found.push(currency);
    for (const ours of left.literals) {
        const theirs = right.literals.find(({ field }) => field === ours.field);
        if (theirs && !isSubset(ours.values, theirs.values) && !isSubset(theirs.values, ours.values)) {
            found.push({ kind: 'literal', about: `literal ${ours.field}`, values: [literalText(ours), literalText(theirs)] });
        }
    }
    return found;
}
function sharedSubjects(left, right) {
    const theirs = new Set(right.map(subjectOf));
    return [...new Set(left.map(subjectOf))].filter((subject) => theirs.has(subject));
}
function subjectOf(quantity) {
    return `${quantity.kind} ${quantity.role}${quantity.kind === 'count' ? ` ${quantity.bound} ${quantity.noun}` : ''}`;
}
/** Days at least and at most; months and years have no one length. */
const days = {
    second: [1 / 86_400, 1 / 86_400], minute: [1 / 1_440, 1 / 1_440], hour: [1 / 24, 1 / 24], day: [1, 1], week: [7, 7],
    month: [28, 31], quarter: [90, 92], year: [360, 366],
};
const monthsIn = { month: 1, quarter: 3, year: 12 };
function agree(a, b) {
    if (a.kind === 'duration' && b.kind === 'duration') {
        const [ourMonths, theirMonths] = [monthsIn[a.unit], monthsIn[b.unit]];
        if (ourMonths !== undefined && theirMonths !== undefined)
            return contradictions_close(a.value * ourMonths, b.value * theirMonths);
        const [ours, theirs] = [inDays(a), inDays(b)];
        if (ours === null || theirs === null)
            return a.unit === b.unit && a.value === b.value;
        return ours[0] <= theirs[1] * (1 + 1e-9) && theirs[0] <= ours[1] * (1 + 1e-9);
    }
    if (a.kind === 'money' && b.kind === 'money')
        return contradictions_close(a.value, b.value) && sameCurrency(a.currency, b.currency);
    // More than two orders are at least three.
    if (a.kind === 'count' && b.kind === 'count')
        return a.value === b.value || a.inclusive === b.inclusive;
    return contradictions_close(a.value, b.value);
}
/** Whether a difference of the two is one of number: same currency, both or neither in business time. */
function comparable(a, b) {
    if (a.kind === 'duration' && b.kind === 'duration')
        return (inDays(a) === null) === (inDays(b) === null) && (inDays(a) !== null || a.unit === b.unit);
    return !(a.kind === 'money' && b.kind === 'money') || sameCurrency(a.currency, b.currency);
}
/** `30 days` and `30 business days`, `100 EUR` and `100 USD`, `90 days` and `90 hours`. */
function differsInUnit(a, b) {
    if (a.kind === 'duration' && b.kind === 'duration')
        return a.value === b.value && a.unit !== b.unit;
    return a.kind === 'money' && b.kind === 'money' && contradictions_close(a.value, b.value) && !sameCurrency(a.currency, b.currency);
}
function inDays({ unit, value }) {
    if (unit === 'business day' || unit === 'business hour')
        return null;
    const [low, high] = days[unit];
    return [low * value, high * value];
}
function sameCurrency(a, b) {
    return a === b || (a === 'dollar' && /^(USD|AUD|CAD|NZD|SGD|HKD|MXN)$/.test(b)) || (b === 'dollar' && sameCurrency(b, a))
        || (a === 'yen' && /^(JPY|CNY)$/.test(b)) || (b === 'yen' && a !== 'yen' && sameCurrency(b, a));
}
function currencyDifference(left, right) {
    const [ours, theirs] = [left.currencies, right.currencies];
    if (ours.length === 0 || theirs.length === 0 || ours.some((currency) => theirs.includes(currency)))
        return null;
    return { kind: 'unit', about: 'currency', values: [ours.join(', '), theirs.join(', ')] };
}
function contradictions_close(a, b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
function isSubset(some, all) {
    const folded = new Set(all.map((value) => value.toLowerCase()));
    return some.every((value) => folded.has(value.toLowerCase()));
}
function textOf(quantities) {
    return [...new Set(quantities.map(({ text }) => text.replace(/\s+/g, ' ')))].join(', ');
}
function literalText({ field, values }) {
    return `${field} ${values.map((value) => `'${value}'`).join(', ')}`;
}
function saysTheSame(a, b) {
    const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    return plain(a) === plain(b);
}
function withoutCode(text) {
    return text.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm, '').replace(/\bhttps?:\/\/\S+/g, '');
}
function byPlace(a, b) {
    return (0,canonical/* byText */.z4)(a.evidence, b.evidence) || (a.origin.line ?? 0) - (b.origin.line ?? 0) || (0,canonical/* byText */.z4)(a.term, b.term) || (0,canonical/* byText */.z4)(a.text, b.text);
}
function placeText({ origin, evidence }) {
    if (origin.file === undefined)
        return evidence;
    return origin.line === undefined ? origin.file : `${origin.file}:${origin.line}`;
}


/***/ })

};
