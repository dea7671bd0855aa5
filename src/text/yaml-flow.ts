import type { CST } from 'yaml';
import { flowEntry, flowText } from './yaml-emit.js';
import type { Splice } from './yaml-slot.js';
import type { Extent, Source } from './yaml-source.js';
import type { YamlValue } from './yaml.js';

/** What a flow collection gains; `before` is the index of the item that it comes before. */
interface Addition {
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
  const flow = new Flow(source, token, extents, gone);
  const inside = additions.filter(({ before }) => before <= flow.lastKept);
  return [...flow.removals(), ...flow.insertions(inside), ...flow.appended(additions.filter((one) => !inside.includes(one)))];
}

class Flow {
  readonly #source: Source;
  readonly #token: CST.FlowCollection;
  readonly #extents: readonly Extent[];
  readonly #gone: readonly boolean[];
  readonly lastKept: number;
  /** A comma behind the last item. */
  readonly #openEnded: boolean;

  constructor(source: Source, token: CST.FlowCollection, extents: readonly Extent[], gone: readonly boolean[]) {
    this.#source = source;
    this.#token = token;
    this.#extents = extents;
    this.#gone = gone;
    this.lastKept = gone.lastIndexOf(false);
    this.#openEnded = this.#commaBefore(extents.length) !== undefined;
  }

  removals(): Splice[] {
    return this.#extents.flatMap((_, index) => (this.#gone[index] === true ? this.#removal(index) : []));
  }

  /** An item that is alone on its line goes with the line, others with the comma behind; the last with that before. */
  #removal(index: number): Splice[] {
    const { start, end } = this.#extent(index);
    const lines: Splice = { start: this.#source.lineStart(start), end: this.#source.nextLine(end), text: '' };
    if (index < this.lastKept) {
      return [this.#isAlone(index) ? lines : { start, end: this.#extent(index + 1).start, text: '' }];
    }
    if (!this.#isAlone(index)) return [{ start: this.#extent(index - 1).end, end, text: '' }];
    const comma = this.#commaBefore(index);
    if (this.#openEnded || comma === undefined || index !== this.lastKept + 1) return [lines];
    return [{ start: comma, end: comma + 1, text: '' }, lines];
  }

  insertions(additions: readonly Addition[]): Splice[] {
    return additions.map((addition) => {
      const { start } = this.#extent(addition.before);
      return { start, end: start, text: `${textOf(addition)}, ` };
    });
  }

  /** Behind the last item that stays, on lines of their own where that has one. */
  appended(additions: readonly Addition[]): Splice[] {
    if (additions.length === 0) return [];
    const texts = additions.map(textOf);
    const { start, end } = this.#extent(this.lastKept);
    if (!this.#isAlone(this.lastKept)) return [{ start: end, end, text: texts.map((text) => `, ${text}`).join('') }];
    const at = this.#source.nextLine(end);
    const indent = this.#source.column(start);
    const last = texts.length - 1;
    const lines = texts.map((text, index) => (index < last || this.#openEnded ? `${text},` : text));
    const body: Splice = { start: at, end: at, text: this.#source.lines(lines, indent) };
    return this.#openEnded ? [body] : [{ start: end, end, text: ',' }, body];
  }

  #isAlone(index: number): boolean {
    const { start, end } = this.#extent(index);
    const next = this.#extents[index + 1]?.start ?? this.#token.end[0]?.offset ?? end;
    return this.#source.startsLine(start) && this.#source.text.slice(end, next).includes('\n');
  }

  #commaBefore(index: number): number | undefined {
    return this.#token.items[index]?.start.find(({ type }) => type === 'comma')?.offset;
  }

  #extent(index: number): Extent {
    return this.#extents[index] ?? { start: this.#token.offset + 1, end: this.#token.offset + 1 };
  }
}

function textOf({ key, value }: Addition): string {
  return key === undefined ? flowText(value) : flowEntry(key, value);
}
