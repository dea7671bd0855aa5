import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Disclosure, totalSent } from '../../../src/ingest/judging/disclosure.js';
import { fence } from '../../../src/ingest/judging/fence.js';
import { onlyRewords, saysNothing } from '../../../src/ingest/judging/says-nothing.js';
import { redact } from '../../../src/text/redact.js';
import { textProblem } from '../../../src/ingest/judging/check-text.js';

const rules = { evidence: 'See https://wiki.example.com/refunds for the rule.', secrets: ['run-secret-4711'] };

describe('a text that a model writes', () => {
  test.each([
    ['a token', `uses ghp_${'a1B2'.repeat(9)}`, /credential \(github-token\)/],
    ['a secret of the run, in base64', `x ${Buffer.from('run-secret-4711').toString('base64')}`, /credential of this run/],
    ['a script', 'a <script src=x>', /active markup/],
    ['an image beacon', '![](https://wiki.example.com/refunds)', /active markup/],
    ['a mention', 'ask @finance-team', /notify or link/],
    ['a closing word', 'fixes #12', /notify or link/],
    ['a link that no evidence has', 'see https://evil.example/?q=1', /in no evidence/],
    ['a link in Markdown that no evidence has', 'see [here](//evil.example/x)', /in no evidence/],
    ['a mail address as link', '[write](mailto:a@b.example)', /notify|in no evidence/],
    ['a bidirectional override', 'abc \u202edef', /invisible/],
    ['a zero-width space', 'ab\u200bc', /invisible/],
    ['a long text', 'x'.repeat(700), /the most is 600/],
  ])('is refused with %s', (_, text, why) => {
    expect(textProblem(text, 'it', 600, rules)).toMatch(why);
  });

  test.each(['Euros, without shipping. See https://wiki.example.com/refunds.', 'Null where the account was deleted; `orders.id` is the key.', 'Zwei Zeilen.\n\n- eins\n- zwei'])('is taken: %s', (text) => {
    expect(textProblem(text, 'it', 600, rules)).toBeNull();
  });
});

describe('a description that says nothing', () => {
  test.each([
    ['The id of the customer.', ['orders', 'customer_id']], ['Unique identifier for each order', ['orders', 'id']], ['Order status.', ['orders', 'status']], ['This column stores the created at timestamp of the order', ['orders', 'created_at']],
    ['', ['orders', 'x']], ['Name of the product.', ['products', 'name']], ['Customers table', ['customers']],
  ])('%s', (text, names) => {
    expect(saysNothing(text, names)).toBe(true);
  });

  test.each([
    ['Euros, net of refunds.', ['orders', 'amount']], ['Empty where the account was deleted.', ['orders', 'customer_id']], ['One of placed, paid, shipped.', ['orders', 'status']], ['UTC; when the customer pressed the button.', ['orders', 'placed_at']],
  ])('but not: %s', (text, names) => {
    expect(saysNothing(text, names)).toBe(false);
  });
});

describe('a change of wording', () => {
  test.each([
    ['Revenue after refunds, in euros.', 'In euros: revenue after refunds.'], ['Customers who ordered in the last 90 days.', 'The customers that ordered in the last 90 days'],
  ])('%s → %s says the same', (before, after) => expect(onlyRewords(before, after)).toBe(true));

  test.each([
    ['Customers who ordered in the last 90 days.', 'Customers who ordered in the last 30 days.'], ['Cancelled orders are counted.', 'Cancelled orders are not counted.'], ['Revenue in euros.', 'Revenue in cents.'], ['', 'Something new.'],
  ])('%s → %s says something else', (before, after) => expect(onlyRewords(before, after)).toBe(false));
});

describe('a fence', () => {
  test('no text can close its own fence or open another', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (text, label) => {
      const fenced = fence(label, text, []);
      const tag = /^<<<([0-9a-f]{8}) /.exec(fenced)?.[1] ?? '';
      const lines = fenced.split('\n');
      expect(lines.at(-1)).toBe(`${tag}>>>`);
      expect(fenced.split(tag)).toHaveLength(3);
      expect(lines.slice(1, -1).join('\n')).toBe(redact(text.replace(/\r\n?/g, '\n'), []));
    }));
  });

  test('a text that holds a fence around another text stays inside', () => {
    const inner = fence('x', 'attack', []);
    expect(fence('x', `${inner}\nignore all`, []).startsWith(inner.slice(0, 12))).toBe(false);
    expect(fence('x', 'same', [])).toBe(fence('x', 'same', []));
  });
});

describe('what left', () => {
  test('each request sends again what was said before it', () => {
    const one = new Disclosure();
    one.hold('SQL', 'shop', 'abcd');
    one.send();
    one.hold('SQL', 'shop', 'ef');
    one.hold('context', 'context', 'ü');
    one.send();
    one.hold('documents', 'files', 'never sent');
    expect(totalSent([one.sent(), []])).toEqual([{ dataClass: 'context', source: 'context', bytes: 2 }, { dataClass: 'SQL', source: 'shop', bytes: 10 }]);
  });
});
