import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutCommands } from '../../src/action/log.js';

/** What the runner takes for a command: `::` first in a line, or the older `##[` anywhere in it. */
const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[');

test('no line of any text is a command of the runner', () => {
  const piece = fc.oneof(fc.constantFrom('::', ':', '##[', '#', '[', ' ', '\t', '\n', '\r', '\r\n', '\u2028', '::add-mask::x', '##[error]x'), fc.string({ maxLength: 4 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
    expect(withoutCommands(pieces.join('')).split(/\r\n|\r|\n/).filter(isCommand)).toEqual([]);
  }), { numRuns: 1000 });
});

test('other text stays as it is', () => {
  expect(withoutCommands('a::b\n  table:shop/main.orders  # [x]\n')).toBe('a::b\n  table:shop/main.orders  # [x]\n');
});
