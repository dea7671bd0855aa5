/** Words that some dialect refuses as a bare identifier. */
const reserved = new Set(('all alter and any as asc between by case cast check collate column commit constraint create cross current_date current_time current_timestamp '
  + 'default deferrable delete desc distinct drop else end escape except exists false for foreign from full grant group having if in index inner insert intersect into is isnull '
  + 'join left like limit natural no not notnull null offset on or order outer primary references right row rows select set table then to transaction trigger true union unique '
  + 'update user using values view when where window with').split(' '));

/** Whether an identifier can stand in SQL without quotes in every dialect. */
export function isPlainIdentifier(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved.has(name.toLowerCase());
}

/** The identifier, quoted only where it must be. */
export function identifierText(name: string, quote: (name: string) => string): string {
  return isPlainIdentifier(name) ? name : quote(name);
}
