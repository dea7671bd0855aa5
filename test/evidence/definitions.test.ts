import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { definitionsIn } from '../../src/evidence/definitions.js';

const terms = (markdown: string): string[] => definitionsIn(markdown, { file: 'a.md' }, 'document:files/a.md').map(({ term, text }) => `${term} = ${text}`);

describe('what defines a term', () => {
  test.each([
    ['a heading with prose', '# Page\n\n## Active customer\n\nOrdered in the\nlast 90 days.\n\nNot a test account.\n\n## Churn\nGone.', ['Active customer = Ordered in the\nlast 90 days.\n\nNot a test account.', 'Churn = Gone.']],
    ['only what comes before the next heading', '## Revenue\nMoney.\n### Exceptions to know\nRefunds.', ['Revenue = Money.', 'Exceptions to know = Refunds.']],
    ['a setext heading', 'Churn\n-----\nGone.', ['Churn = Gone.']],
    ['a heading named definition', '## Churn\n\n### Definition\nGone.', ['Churn = Gone.']],
    ['a numbered, linked, emphasised heading', '## 1.2. [*Net* `revenue`](x.md) {#net}\nMoney.', ['Net revenue = Money.']],
    ['bold and a colon', '**Active customer**: ordered lately.', ['Active customer = ordered lately.']],
    ['a colon inside the bold', '**Active customer:** ordered lately.', ['Active customer = ordered lately.']],
    ['a list item and a dash', '- **Churn** — gone for good\n  and never back\n- **MRR** - money\n* __ARR__ – more money', ['Churn = gone for good\nand never back', 'MRR = money', 'ARR = more money']],
    ['is, are and means', '**Churn** is loss.\n\n**Leads** are people.\n\n**MRR** means money.', ['Churn = loss.', 'Leads = people.', 'MRR = money.']],
    ['an abbreviation in parentheses', '**Monthly recurring revenue** (MRR): money.', ['Monthly recurring revenue = money.']],
    ['code and a colon', '- `active_customer`: ordered lately', ['active_customer = ordered lately']],
    ['a definition list', 'Churn\n: Gone for good,\n  really.\n\nMRR\n: Money.', ['Churn = Gone for good,\nreally.', 'MRR = Money.']],
    ['a table of terms', '| Metric | Owner | Definition |\n|---|:-:|---|\n| **Churn** | a | Gone \\| lost |\n| `x|y` | b | Odd |\n| empty | c | |', ['Churn = Gone | lost', 'x|y = Odd']],
    ['a table without outer bars', 'Term | Meaning\n--- | ---\nChurn | Gone', ['Churn = Gone']],
    ['a quote', '> **Churn**: gone.', ['Churn = gone.']],
    ['Windows line endings', '## Churn\r\n\r\nGone.\r\n', ['Churn = Gone.']],
  ])('%s', (_, markdown, expected) => {
    expect(terms(markdown)).toEqual(expected);
  });

  test.each([
    ['prose', 'We count customers carefully. It is **very important** to do so.\n\nAlways.'],
    ['emphasis inside a sentence', '**Note** that this is no term.\n\n**Important**, really.'],
    ['a dividing heading', '# Overview\nWords.\n\n## Getting started\nMore words.'],
    ['a question or a sentence as heading', '## What is churn?\nLoss.\n\n## This is how we count the customers of today\nCarefully.'],
    ['a heading with nothing below', '## Churn\n\n## MRR'],
    ['a code block', '```\n## Churn\nGone.\n**MRR**: money\n```\n\n~~~md\n| Term | Meaning |\n|---|---|\n| a | b |\n~~~\n\n    **ARR**: code'],
    ['a comment', '<!-- **Churn**: gone.\n## MRR\nmoney -->'],
    ['front matter', '---\ntitle: x\n---\n'],
    ['a table of something else', '| Name | Age |\n|---|---|\n| Ann | 3 |'],
    ['a term longer than terms are', `**${'x'.repeat(81)}**: text`],
  ])('not %s', (_, markdown) => {
    expect(terms(markdown)).toEqual([]);
  });
});

test('each term has its line and column', () => {
  const markdown = '---\ntitle: T\n---\n# Page\n\n## Churn\nGone.\n\n  - **MRR**: money\n\n| x | Term | Meaning |\n|---|---|---|\n| 1 |  ARR | more |\n\nNPS\n: score\n';
  const places = definitionsIn(markdown, { file: 'a.md' }, 'e').map(({ term, origin, evidence }) => [term, origin.file, origin.line, origin.column, evidence]);
  expect(places).toEqual([['Churn', 'a.md', 6, 4, 'e'], ['MRR', 'a.md', 9, 7, 'e'], ['ARR', 'a.md', 13, 8, 'e'], ['NPS', 'a.md', 15, 1, 'e']]);
});

test('any text is read without complaint, and every place lies in it', () => {
  const piece = fc.oneof(fc.constantFrom('# ', '**', '|', '---', '\n', '\n\n', ': ', '```', '- ', '> ', '`', '<!--', '-->', 'Term', ' is ', '\t'), fc.string({ maxLength: 5 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
    const markdown = pieces.join('');
    const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
    for (const { term, text, origin } of definitionsIn(markdown, {}, 'e')) {
      expect(term).not.toBe('');
      expect(text).not.toBe('');
      expect((lines[(origin.line ?? 0) - 1] ?? '').length).toBeGreaterThanOrEqual((origin.column ?? 0) - 1);
    }
  }));
});
