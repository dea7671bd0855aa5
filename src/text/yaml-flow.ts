import type { CST } from 'yaml';
import { flowEntry, flowText } from './yaml-emit.js';
import type { Splice } from './yaml-slot.js';
import type { Source } from './yaml-source.js';
import type { YamlValue } from './yaml.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

interface Addition {
  /** The index of the item that it comes before. */
  readonly before: number;
  readonly key?: string;
  readonly value: YamlValue;
}

/** The splices that remove and add items of a flow collection of which at least one item stays. */
export function flowSplices(
  source: Source,
  token: CST.FlowCollection,
  extents: readonly Extent[],
  gone: readonly boolean[],
  additions: readonly Addition[],
): Splice[] {
  const lastKept = gone.lastIndexOf(false);
  const splices: Splice[] = [];
  extents.forEach((extent, index) => {
    if (gone[index] === true) splices.push(removal(source, token, extents, index, lastKept));
  });
  for (const addition of additions) splices.push(insertion(source, token, extents, addition, lastKept));
  return splices;
}

/** An item goes with the comma behind it, the last ones with the comma before them; alone on its line with the line. */
function removal(
  source: Source,
  token: CST.FlowCollection,
  extents: readonly Extent[],
  index: number,
  lastKept: number,
): Splice {
  const { start, end } = extents[index] ?? { start: 0, end: 0 };
  const next = extents[index + 1]?.start ?? closing(token);
  const newline = source.text.slice(end, next).includes('\n');
  if (source.startsLine(start) && newline && index < lastKept) {
    return { start: source.lineStart(start), end: source.nextLine(end), text: '' };
  }
  if (index < lastKept) return { start, end: next, text: '' };
  return { start: extents[index - 1]?.end ?? start, end, text: '' };
}

function insertion(
  source: Source,
  token: CST.FlowCollection,
  extents: readonly Extent[],
  { before, key, value }: Addition,
  lastKept: number,
): Splice {
  const text = key === undefined ? flowText(value) : flowEntry(key, value);
  const next = extents[before];
  if (next !== undefined && before <= lastKept) return { start: next.start, end: next.start, text: `${text}, ` };
  const last = extents[lastKept] ?? { start: 0, end: 0 };
  const own = source.startsLine(last.start);
  const lead = own ? `,${source.newline}${' '.repeat(source.column(last.start))}` : ', ';
  return { start: last.end, end: last.end, text: lead + text };
}

function closing(token: CST.FlowCollection): number {
  return token.end[0]?.offset ?? token.offset;
}
