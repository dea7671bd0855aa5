/** Lines `beforeStart` to `beforeEnd` (exclusive, 0-based) become lines `afterStart` to `afterEnd`. */
export interface LineChange {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/**
 * The changes from one list of lines to another, in order and never touching each other. Lines that are there once on
 * both sides hold the rest in place (patience diff); between them the shortest edit (Myers 1986) is found within a
 * fixed amount of work, beyond which a stretch is replaced as a whole. The work is bounded, so the answer may be
 * longer than the shortest one, never wrong.
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const numbers = new Map<string, number>();
  const numbered = (lines: readonly string[]): Int32Array =>
    Int32Array.from(lines, (line) => {
      const known = numbers.get(line) ?? numbers.size;
      numbers.set(line, known);
      return known;
    });
  return new LineDiff(numbered(before), numbered(after)).changes();
}

/** Comparisons over the whole text; a few hundred milliseconds. */
const maxWork = 20_000_000;

/** Insertions and deletions of one stretch; their trace takes the square of it in memory. */
const maxDistance = 1_000;

/** Stretches inside of stretches between unique lines. */
const maxDepth = 100;

class LineDiff {
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #changes: LineChange[] = [];
  #work = 0;

  constructor(before: Int32Array, after: Int32Array) {
    this.#before = before;
    this.#after = after;
  }

  changes(): readonly LineChange[] {
    this.#stretch(0, this.#before.length, 0, this.#after.length, 0);
    return this.#changes;
  }

  #stretch(beforeStart: number, beforeEnd: number, afterStart: number, afterEnd: number, depth: number): void {
    let [a, aEnd, b, bEnd] = [beforeStart, beforeEnd, afterStart, afterEnd];
    while (a < aEnd && b < bEnd && this.#before[a] === this.#after[b]) [a, b] = [a + 1, b + 1];
    while (a < aEnd && b < bEnd && this.#before[aEnd - 1] === this.#after[bEnd - 1]) [aEnd, bEnd] = [aEnd - 1, bEnd - 1];
    if (a === aEnd || b === bEnd) {
      this.#change(a, aEnd, b, bEnd);
      return;
    }
    const anchors = depth < maxDepth ? this.#anchors(a, aEnd, b, bEnd) : [];
    if (anchors.length === 0) {
      this.#shortest(a, aEnd, b, bEnd);
      return;
    }
    for (const [anchorA, anchorB] of anchors) {
      this.#stretch(a, anchorA, b, anchorB, depth + 1);
      [a, b] = [anchorA + 1, anchorB + 1];
    }
    this.#stretch(a, aEnd, b, bEnd, depth + 1);
  }

  /** Pairs of equal lines that are there once on each side, the longest run of them that is in order on both. */
  #anchors(a: number, aEnd: number, b: number, bEnd: number): readonly (readonly [number, number])[] {
    const once = (lines: Int32Array, start: number, end: number): Map<number, number> => {
      const places = new Map<number, number>();
      for (let at = start; at < end; at += 1) {
        const line = lines[at] ?? -1;
        places.set(line, places.has(line) ? -1 : at);
      }
      return places;
    };
    const inAfter = once(this.#after, b, bEnd);
    const pairs: (readonly [number, number])[] = [];
    for (const [line, at] of once(this.#before, a, aEnd)) {
      const other = inAfter.get(line) ?? -1;
      if (at !== -1 && other !== -1) pairs.push([at, other]);
    }
    return longestIncreasing(pairs.sort(([one], [two]) => one - two));
  }

  #shortest(a: number, aEnd: number, b: number, bEnd: number): void {
    const trace = this.#trace(a, aEnd, b, bEnd);
    if (trace === undefined) {
      this.#change(a, aEnd, b, bEnd);
      return;
    }
    // From the end back to the start; steps[d] holds the furthest x on every diagonal after d edits.
    const kept: (readonly [number, number, number])[] = [];
    let [x, y] = [aEnd - a, bEnd - b];
    for (let d = trace.length; d > 0; d -= 1) {
      const furthest = trace[d - 1] ?? new Int32Array();
      const at = (diagonal: number): number => furthest[diagonal + d] ?? -1;
      const k = x - y;
      const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
      const previousK = down ? k + 1 : k - 1;
      const previousX = at(previousK);
      const startX = down ? previousX : previousX + 1;
      kept.push([startX, startX - k, x - startX]);
      [x, y] = [previousX, previousX - previousK];
    }
    kept.push([0, 0, x]);
    let [fromA, fromB] = [a, b];
    for (const [keptX, keptY, length] of kept.reverse()) {
      this.#change(fromA, a + keptX, fromB, b + keptY);
      [fromA, fromB] = [a + keptX + length, b + keptY + length];
    }
    this.#change(fromA, aEnd, fromB, bEnd);
  }

  /** What each number of edits reaches, before each step; undefined where that would be too much work. */
  #trace(a: number, aEnd: number, b: number, bEnd: number): readonly Int32Array[] | undefined {
    const [width, height] = [aEnd - a, bEnd - b];
    const most = Math.min(width + height, maxDistance);
    const furthest = new Int32Array(2 * most + 3).fill(-1);
    const middle = most + 1;
    furthest[middle + 1] = 0;
    const trace: Int32Array[] = [];
    for (let d = 0; d <= most; d += 1) {
      if (d > 0) trace.push(furthest.slice(middle - d, middle + d + 1));
      for (let k = -d; k <= d; k += 2) {
        const left = furthest[middle + k - 1] ?? -1;
        const above = furthest[middle + k + 1] ?? -1;
        let x = k === -d || (k !== d && left < above) ? above : left + 1;
        let y = x - k;
        const start = x;
        while (x < width && y < height && this.#before[a + x] === this.#after[b + y]) [x, y] = [x + 1, y + 1];
        this.#work += 1 + x - start;
        furthest[middle + k] = x;
        if (x >= width && y >= height) return trace;
      }
      if (this.#work > maxWork) return undefined;
    }
    return undefined;
  }

  #change(beforeStart: number, beforeEnd: number, afterStart: number, afterEnd: number): void {
    if (beforeStart === beforeEnd && afterStart === afterEnd) return;
    const last = this.#changes.at(-1);
    if (last !== undefined && last.beforeEnd === beforeStart && last.afterEnd === afterStart) {
      this.#changes[this.#changes.length - 1] = { ...last, beforeEnd, afterEnd };
      return;
    }
    this.#changes.push({ beforeStart, beforeEnd, afterStart, afterEnd });
  }
}

/** The longest subsequence whose second numbers increase; the pairs come in the order of their first ones. */
function longestIncreasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  // tails[n] is the index of the pair with the smallest second number that ends a run of n + 1.
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, second], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}
