import type { YAMLSeq } from 'yaml';
import { type BlockStyle, blockLines, entryLines } from './yaml-emit.js';
import type { Splice } from './yaml-slot.js';
import { type Extent, type Source, itemStart, itemTokens, itemsOf, properties } from './yaml-source.js';
import type { YamlValue } from './yaml.js';

/** What a block gains; `before` is the index of the item or entry that it comes before. */
export interface BlockAddition {
  readonly before: number;
  readonly lines: readonly string[];
}

/**
 * The splices that remove and add items or entries of a block of which at least one stays, by whole lines. Comments
 * above what is removed stay; what is added stands below the one before it, so comments above the next stay with that.
 */
export function blockSplices(
  source: Source,
  extents: readonly Extent[],
  gone: readonly boolean[],
  additions: readonly BlockAddition[],
): Splice[] {
  const first = extents[0];
  if (first === undefined) return [];
  const firstKept = gone.indexOf(false);
  const startsLine = source.startsLine(first.start);
  const indent = source.column(first.start);
  const removals = extents.flatMap(({ start, end }, index): Splice[] => {
    if (gone[index] !== true) return [];
    if (startsLine || index > firstKept) return [{ start: source.lineStart(start), end: source.nextLine(end), text: '' }];
    // The first of a block that starts behind a dash: what follows moves up to the dash.
    if (index > 0) return [];
    const behind = source.nextLine(extents[firstKept - 1]?.end ?? end);
    const spaces = /^ */.exec(source.text.slice(behind, behind + indent))?.[0].length ?? 0;
    return [{ start, end: behind + spaces, text: '' }];
  });
  const insertions = additions.map(({ before, lines }): Splice => {
    const text = source.lines(lines, indent);
    const previous = extents[before - 1];
    if (previous === undefined && !startsLine) {
      return { start: first.start, end: first.start, text: text.trimStart() + ' '.repeat(indent) };
    }
    const at = previous === undefined ? aboveComments(source, first.start, indent) : source.nextLine(previous.end);
    return { start: at, end: at, text };
  });
  return [...removals, ...insertions];
}

/** The lines of a new list item at indentation 0; its value stands `width` columns behind the dash. */
export function itemLines(value: YamlValue, style: BlockStyle, width: number): string[] {
  const dash = `-${' '.repeat(width - 1)}`;
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) {
    const [first = '', ...rest] = entryLines('k', value, style);
    return [dash + first.slice('k: '.length), ...rest];
  }
  const [first = '', ...rest] = blockLines(value, style);
  return [dash + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line))];
}

/** Columns from a dash to what stands behind it, as in the first item that has something there; else 2. */
export function dashWidth(node: YAMLSeq, source: Source): number {
  for (const [index, token] of itemTokens(node).entries()) {
    const start = itemsOf(node)[index]?.range?.[0];
    if (start === undefined || properties(token.start).length > 0) continue;
    const width = start - itemStart(token);
    if (width > 1 && !source.text.slice(itemStart(token), start).includes('\n')) return width;
  }
  return 2;
}

/** The start of the comment lines right above an entry, or of its own line; comments that open the file stay above. */
function aboveComments(source: Source, offset: number, indent: number): number {
  const own = source.lineStart(offset);
  let start = own;
  while (start > 0) {
    const above = source.lineStart(start - 1);
    if (source.text.slice(above, start).search(/\S/) !== indent || source.text[above + indent] !== '#') return start;
    start = above;
  }
  return own;
}
