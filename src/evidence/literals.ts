/** A literal value that a text gives for a field: `status is 'paid'`, `type in ("a", "b")`. */
export interface FieldLiterals {
  /** In lower case, without its table; `not ` in front where the text excludes the values. */
  readonly field: string;
  /** As written, without quotes. */
  readonly values: readonly string[];
}

const quoted = String.raw`(?:(?<!\w)'[^'\n]{1,40}'(?!\w)|"[^"\n]{1,40}"|“[^”\n]{1,40}”|‘[^’\n]{1,40}’)`;
const coded = String.raw`\x60[\w-]{1,40}\x60`;
const literal = `(?:${quoted}|${coded})`;
const exclusion = String.raw`(?:is\s+not|are\s+not|not\s+in|is\s+n[o']t|isn't|aren't|not|<>|!=|other\s+than|except(?:\s+for)?|excluding)`;
const equality = String.raw`(?:==?|in|is|are|equals?(?:\s+to)?|set\s+to|either|one\s+of|any\s+of|of|being|as|:)`;
const pattern = new RegExp(
  `(?<![\\w.])[\x60"]?(?<field>[A-Za-z_][\\w.]*)[\x60"]?\\s*(?<operator>(?:(?:${exclusion}|${equality})\\s*)*)[(\\[]?\\s*(?<values>${literal}(?:\\s*(?:,\\s*or|,\\s*and|,|or|and|/|\\|)\\s*${literal})*)`,
  'gi',
);
const exclusive = new RegExp(exclusion, 'i');

/** Words that stand in front of a quotation in any prose. */
const notFields: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'is', 'are', 'was', 'as', 'in', 'of', 'or', 'and', 'to', 'with', 'by', 'for', 'from', 'on', 'at', 'that', 'this', 'it', 'we', 'see', 'use', 'using', 'called',
  'named', 'say', 'says', 'said', 'term', 'word', 'i.e', 'e.g', 'like', 'not', 'than', 'be', 'if', 'when', 'where', 'which', 'column', 'table', 'model', 'field', 'metric', 'view',
  'dashboard', 'report', 'page', 'known', 'so', 'also', 'other', 'except', 'excluding', 'equals', 'either', 'being',
]);

/** Fields whose value is named without any operator: an order in status `paid`. */
const valueFields: ReadonlySet<string> = new Set(['status', 'state', 'type', 'stage', 'tier', 'plan', 'channel', 'category', 'segment', 'value', 'values']);

/** The literals of each field, in the order of the text. */
export function literalsIn(text: string): FieldLiterals[] {
  const found = new Map<string, Set<string>>();
  for (const { groups = {} } of text.matchAll(pattern)) {
    const { field = '', operator = '', values = '' } = groups;
    const bare = field.slice(field.lastIndexOf('.') + 1).toLowerCase();
    if (bare === '' || notFields.has(bare)) continue;
    // Code alone is most often a name; only an operator in front makes it a value.
    const written = [...values.matchAll(new RegExp(literal, 'g'))].map(([value]) => value);
    if (operator.trim() === '' && !valueFields.has(bare) && written.some((value) => value.startsWith('`'))) continue;
    const key = exclusive.test(operator) ? `not ${bare}` : bare;
    const set = found.get(key) ?? new Set();
    for (const value of written) set.add(value.slice(1, -1).trim());
    found.set(key, set);
  }
  return [...found].map(([field, values]) => ({ field, values: [...values] }));
}
