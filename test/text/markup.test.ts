import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { activeMarkup, mentions, neutral } from '../../src/text/markup.js';

const kinds = (places: readonly { readonly kind: string }[]): string[] => places.map((place) => place.kind);

describe('activeMarkup', () => {
  test.each([
    ['<script>alert(1)</script>', ['tag', 'tag']],
    ['<SCRIPT src=x>', ['tag']],
    ['<iframe src="https://x">', ['tag']],
    ['<img src=x>', ['tag']],
    ['<img src=x onerror=alert(1)>', ['handler']],
    ['<b onclick = "x()">', ['handler']],
    ['<a\nhref=x\nonmouseover=x>', ['handler']],
    ['<svg/onload=alert(1)>', ['handler']],
    ['[click](javascript:alert(1))', ['script-link']],
    ['[click](JaVaScRiPt&colon;alert(1))', ['script-link']],
    ['[click](java&#115;cript:alert(1))', ['script-link']],
    ['<a href="data:text/html,x">', ['script-link']],
    ['<!-- ktx-ci: hidden -->', ['comment']],
    ['![pixel](https://tracker.example/x.png)', ['image']],
    ['![pixel][ref]', ['image']],
  ])('%s', (text, expected) => {
    expect(kinds(activeMarkup(text))).toEqual(expected);
  });

  test.each(['a < b and c > d', '<b>bold</b>', '`<script>`', '```html\n<script>\n```', 'one on = two', 'a link [x](https://example.com)', '    ', 'amount <= 10 only'])(
    'nothing in: %s',
    (text) => {
      expect(activeMarkup(text)).toEqual([]);
    },
  );

  test('code that is not closed hides nothing that renders', () => {
    expect(kinds(activeMarkup('a ` b <script>'))).toEqual(['tag']);
    expect(kinds(activeMarkup('a `b\n\n<script>` c'))).toEqual(['tag']);
    expect(kinds(activeMarkup('\\`<script>`'))).toEqual(['tag']);
    expect(kinds(activeMarkup('``<script>` '))).toEqual(['tag']);
    expect(kinds(activeMarkup('```\n<script>\n```\n<img>'))).toEqual(['tag']);
  });
});

describe('mentions', () => {
  test.each([
    ['ask @team about it', ['person']],
    ['(@octo-cat)', ['person']],
    ['@org/data-team', ['team']],
    ['see #123', ['issue']],
    ['see owner/repo#1', ['issue']],
    ['GH-12', ['issue']],
    ['Closes #1', ['closing']],
    ['fixes: owner/repo#1', ['closing']],
    ['resolved https://github.com/o/r/issues/12', ['closing']],
  ])('%s', (text, expected) => {
    expect(kinds(mentions(text))).toEqual(expected);
  });

  test.each(['mail a.b@example.com', '`@decorator`', '```\n@property\n```', 'a@b', 'git@github.com:o/r', '# heading', 'no. 1', 'C#', '&#123;', 'color: #fff', 'enclose #', 'npm i @'])(
    'none in: %s',
    (text) => {
      expect(mentions(text)).toEqual([]);
    },
  );
});

const piece = fc.constantFrom(
  '@', '#', '1', '42', 'team', '/', 'org', ' ', '\n', '\r', '<', '>', '!', '[', ']', '(', ')', ':', '//', 'http', 'https', 'www', '.', '-', '`', '```', '~~~', '\\', '&', '#64;',
  'amp;', 'script', 'java', 'javascript', 'img', 'onload', '=', '"', 'closes', 'fixes', 'GH-', '<!--', '-->', '\u200b', '\u202e', '\x1b[31m', '\0', 'data:text/html', 'a', 'é', '😀', 'x', '##', '::', '\t', '^', '|', '*', '_',
);
const nasty = fc.oneof(fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary' }));

describe('neutral', () => {
  test('reads the same, gaps and control characters aside', () => {
    const text = 'Ask @team (see #12, https://example.com/a?b=c&d=e) about <b>R&D</b>; orders.amount * 2 > 10 [x](y)';
    expect(neutral(text)).not.toBe(text);
    expect(neutral(text).replaceAll('\u200b', '')).toBe(text);
  });

  test.each(['Revenue is the sum of amount, in EUR.', 'a < b & c > d', '50 % of orders [net]', 'a::b', 'Data: all of it', '2024-01-01 10:00'])('leaves plain text alone: %s', (text) => {
    expect(neutral(text)).toBe(text);
  });

  test('applied twice it changes nothing more', () => {
    fc.assert(fc.property(nasty, (text) => neutral(neutral(text)) === neutral(text)), { numRuns: 2_000 });
  });

  test('nothing in it mentions, closes, renders or links', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const safe = neutral(text);
        expect(mentions(safe)).toEqual([]);
        expect(activeMarkup(safe)).toEqual([]);
        expect(safe).not.toMatch(/https?:\/\/|www\.|\]\(|\]\[|\]:|<[A-Za-z/!?]|@[A-Za-z0-9]|#\d|&[#A-Za-z]|`|^ {0,3}~~~|^#{1,6} |^::|\r/m);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('long and hostile texts are read to the end', () => {
  for (const part of ['<a ', '![', '![](', '`', '`` ` ', '\\`', '@a/', 'a/', 'closes ', 'java ', '&#', '](a', '<a\nonx', '~~~\n']) {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    activeMarkup(text);
    mentions(text);
    expect(neutral(text).length).toBeGreaterThanOrEqual(text.length / 2);
  }
});
