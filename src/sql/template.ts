/**
 * SQL of our own with holes for names and texts. Only the driver fills the holes, with its own quoting, so that a
 * template's shape is judged once by the guard, whatever tables and values it is asked about.
 */
export interface SqlTemplate {
  /** Text between the holes; one more than there are holes. */
  readonly texts: readonly string[];
  readonly holes: readonly SqlHole[];
}

export type SqlHole =
  | { readonly kind: 'name'; /** Outermost first: schema, table. */ readonly parts: readonly string[] }
  | { readonly kind: 'value'; readonly value: string | number };

/** An identifier, or several that a dot joins. */
export function name(...parts: readonly (string | null)[]): SqlHole {
  return { kind: 'name', parts: parts.filter((part) => part !== null) };
}

/** A literal. */
export function value(literal: string | number): SqlHole {
  return { kind: 'value', value: literal };
}

/** sql`SELECT COUNT(*) FROM ${name('main', 'orders')}`: templates nest. */
export function sql(strings: TemplateStringsArray, ...items: readonly (SqlHole | SqlTemplate)[]): SqlTemplate {
  const texts = [strings[0] ?? ''];
  const holes: SqlHole[] = [];
  for (const [i, item] of items.entries()) {
    const after = strings[i + 1] ?? '';
    const [first = '', ...rest] = 'texts' in item ? item.texts : ['', ''];
    texts.push((texts.pop() ?? '') + first);
    texts.push(...rest);
    holes.push(...('texts' in item ? item.holes : [item]));
    texts.push((texts.pop() ?? '') + after);
  }
  return { texts, holes };
}

/** Several templates with a separator of our own between them. */
export function joined(items: readonly SqlTemplate[], separator: string): SqlTemplate {
  const empty: SqlTemplate = { texts: [''], holes: [] };
  return items.reduce((all, item, i) => (i === 0 ? item : sql`${all}${{ texts: [separator], holes: [] }}${item}`), empty);
}

/** The statement with its holes filled. */
export function render(template: SqlTemplate, quote: (identifier: string) => string, literal: (value: string | number) => string): string {
  return template.texts.map((text, i) => {
    const hole = template.holes[i];
    if (!hole) return text;
    return text + (hole.kind === 'name' ? hole.parts.map(quote).join('.') : literal(hole.value));
  }).join('');
}

/** The statement with the same filling in every hole of a kind: equal for templates that ask the same of other things. */
export function shapeOf(template: SqlTemplate, quote: (identifier: string) => string, literal: (value: string | number) => string): string {
  const holes = template.holes.map((hole): SqlHole => (hole.kind === 'name' ? { kind: 'name', parts: hole.parts.map(() => 'x') } : { kind: 'value', value: typeof hole.value === 'number' ? 1 : 'x' }));
  return render({ texts: template.texts, holes }, quote, literal);
}
