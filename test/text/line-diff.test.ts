import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LineChange, diffLines } from '../../src/text/line-diff.js';

/** What the changes make of the lines before; throws where they are out of order or touch each other. */
function applied(before: readonly string[], after: readonly string[], changes: readonly LineChange[]): string[] {
  const result: string[] = [];
  let at = 0;
  changes.forEach((change, index) => {
    if (change.beforeStart < at || (index > 0 && change.beforeStart === at)) throw new Error('out of order');
    result.push(...before.slice(at, change.beforeStart), ...after.slice(change.afterStart, change.afterEnd));
    at = change.beforeEnd;
  });
  return result.concat(before.slice(at));
}

const size = (changes: readonly LineChange[]): number =>
  changes.reduce((sum, { beforeStart, beforeEnd, afterStart, afterEnd }) => sum + beforeEnd - beforeStart + afterEnd - afterStart, 0);

/** The length of the shortest edit, by the quadratic textbook way. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((line, i) => {
    let [diagonal, left] = [i, i + 1];
    row = row.map((up, j) => {
      const next = line === b[j] ? diagonal : Math.min(up, left) + 1;
      [diagonal, left] = [up, next];
      return next;
    });
  });
  return row.at(-1) ?? a.length;
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 25 });

describe('diffLines', () => {
  test('turns the one into the other', () => {
    fc.assert(fc.property(lines, lines, (before, after) => expect(applied(before, after, diffLines(before, after))).toEqual(after)));
  });

  test('finds the shortest edit where no line holds the rest in place', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 });
    fc.assert(
      fc.property(few, few, (before, after) => {
        let start = 0;
        while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
        let end = 0;
        while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
        const [one, two] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
        const once = (some: readonly string[], line: string): boolean => some.indexOf(line) === some.lastIndexOf(line) && some.includes(line);
        fc.pre(!['a', 'b', 'c'].some((line) => once(one, line) && once(two, line)));
        expect(size(diffLines(before, after))).toBe(distance(before, after));
      }),
    );
  });

  test('finds few changes in 100,000 lines', () => {
    const before = Array.from({ length: 100_000 }, (_, i) => (i % 3 === 0 ? '' : `line ${i % 5000}`));
    const after = before.toSpliced(10, 1).toSpliced(50_000, 0, 'new').toSpliced(99_000, 2, 'other');
    const changes = diffLines(before, after);
    expect(size(changes)).toBe(5);
    expect(applied(before, after, changes)).toEqual(after);
  });

  test.each([
    ['nothing in common', (i: number) => `a ${i}`, (i: number) => `b ${i}`],
    ['only lines that are there often', (i: number) => `x ${(i * 7919) % 97}`, (i: number) => `x ${(i * 104729 + 13) % 89}`],
    ['the other way round', (i: number) => `x ${i}`, (i: number) => `x ${50_000 - i}`],
  ])('ends on a total rewrite: %s', (_, one, two) => {
    const before = Array.from({ length: 50_000 }, (__, i) => one(i));
    const after = Array.from({ length: 50_000 }, (__, i) => two(i));
    const result = applied(before, after, diffLines(before, after));
    expect(result.join('\n') === after.join('\n')).toBe(true);
  });
});
