import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Contradiction, contradictions } from '../../src/evidence/contradictions.js';
import type { Definition } from '../../src/evidence/evidence.js';
import { termKeys } from '../../src/evidence/term-keys.js';

const inDocument = (text: string, term = 'Active customer', path = 'docs/metrics.md'): Definition =>
  ({ term, text, origin: { file: path, line: 3, column: 4 }, evidence: `document:files/${path}` });
const inDbt = (text: string, term = 'active_customer', id = 'model.customers'): Definition =>
  ({ term, text, origin: { file: 'dbt/models/schema.yml', line: 7 }, evidence: `dbt:shop/${id}` });

const between = (document: string, dbt: string): string[] =>
  contradictions([inDocument(document), inDbt(dbt)]).map(({ kind, sides }) => `${kind}: ${sides.map(({ value }) => value).join(' | ')}`);

describe('a contradiction', () => {
  test.each([
    // Numbers
    ['A customer with an order in the last 90 days.', 'Ordered within 30 days.', 'number: 30 days | 90 days'],
    ['Ordered in the last ninety days.', 'Ordered in the last 30 days.', 'number: 30 days | ninety days'],
    ['A 90-day window.', 'A 60-day window.', 'number: 60-day | 90-day'],
    ['Bought in the past 12 months.', 'Bought in the past 90 days.', 'number: 90 days | 12 months'],
    ['Active for two years.', 'Active for 18 months.', 'number: 18 months | two years'],
    ['Seen within 24h.', 'Seen within 48 hours.', 'number: 48 hours | 24h'],
    ['Discount of more than 5 %.', 'Discount of more than 7 percent.', 'number: 7 percent | 5 %'],
    ['Spent more than $1,000.', 'Spent more than $500.', 'number: $500 | $1,000'],
    ['Spent €1.5 million.', 'Spent 2 million EUR.', 'number: 2 million EUR | €1.5 million'],
    ['Has at least 2 orders.', 'Has at least three orders.', 'number: at least three orders | at least 2 orders'],
    ['Has 2+ orders.', 'Has 5 or more orders.', 'number: 5 or more orders | at least 2 orders'],
    ['**90 days** without `login`.', 'No login for 30 days.', 'number: 30 days | 90 days'],
    ['Ordered in 90 days, or 7 days for trials.', 'Ordered in 30 days.', 'number: 30 days | 90 days, 7 days'],
    ['Active in 90 days. Refreshed every 24 hours.', 'Active in 30 days. Refreshed every 24 hours.', 'number: 30 days | 90 days'],
    ['Data is kept for 7 years.', 'Data is kept for 10 years.', 'number: 10 years | 7 years'],
    // Units
    ['Ordered within 30 days.', 'Ordered within 30 business days.', 'unit: 30 business days | 30 days'],
    ['Within 5 working days.', 'Within 5 calendar days.', 'unit: 5 calendar days | 5 working days'],
    ['Spent 100 EUR.', 'Spent 100 USD.', 'unit: 100 USD | 100 EUR'],
    ['Revenue in EUR.', 'Sum of amounts (USD).', 'unit: USD | EUR'],
    ['Churned after 6 months.', 'Churned after 6 weeks.', 'unit: 6 weeks | 6 months'],
    // Literals
    ["An order with status 'paid'.", "Orders whose status is 'completed'.", "literal: status 'completed' | status 'paid'"],
    ['Orders in status `paid` or `shipped`.', "status in ('paid', 'closed')", "literal: status 'paid', 'closed' | status 'paid', 'shipped'"],
    ['Where `orders.status` = "paid"', 'status = “done”', "literal: status 'done' | status 'paid'"],
    ["Status is not 'cancelled'.", "status <> 'refunded'", "literal: not status 'refunded' | not status 'cancelled'"],
  ])('%s ≠ %s', (document, dbt, expected) => {
    const sides = between(document, dbt);
    expect(sides).toEqual([expected]);
  });
});

describe('no contradiction', () => {
  test.each([
    // The same said in another way
    ['In the last 90 days.', 'Within ninety days.'],
    ['Within 12 months.', 'Within 1 year.'],
    ['Within one year.', 'Within 365 days.'],
    ['Within 30 days.', 'Within a rolling window of 1 month.'],
    ['Within 24 hours.', 'Within 1 day.'],
    ['Within 12 weeks.', 'Within 3 months.'],
    ['More than 1,000 orders.', 'More than 1000 orders.'],
    ['More than 2 orders.', 'At least 3 orders.'],
    ['More than 5 %.', 'More than 5 percent.'],
    ['Spent 100 EUR.', 'Spent €100.'],
    ['Spent $100.', 'Spent 100 USD.'],
    ['Spent $1.5k.', 'Spent $1,500.'],
    ['Spent AUD 100.', 'Spent $100.'],
    ["Status 'paid'.", "status in ('Paid')"],
    ['Ordered in 90 days.', '**Ordered** in 90 days!'],
    // One side says more
    ['In 90 days, for trials in 7 days.', 'In 90 days.'],
    ["Status 'paid' or 'shipped'.", "Status 'paid'."],
    ['Revenue in EUR, converted from USD.', 'Revenue in USD.'],
    ['In the last 90 days.', 'Anybody who ordered lately.'],
    ["Status is 'paid'.", 'Paid orders.'],
    // Another thing
    ['Ordered in the last 90 days.', 'Refreshed every 24 hours.'],
    ['Ordered in the last 90 days.', 'Loaded with a delay of 2 days.'],
    ['Ordered in the last 90 days.', 'Rows are kept for 7 years.'],
    ['At least 2 orders.', 'At least 3 sessions.'],
    ['At least 2 orders.', 'At most 5 orders.'],
    ['Discount over 5 %.', 'Within 30 days.'],
    ["Status is 'paid'.", "Channel is 'web'."],
    ["Status is 'paid'.", "Status is not 'cancelled'."],
    // Years, versions, ids, dates, prose
    ['Defined in 2023.', 'Defined in 2024.'],
    ['Since 2021 counted by v2.', 'Since 2022 counted by v3.1.4.'],
    ['See ticket #90 and PR 1234.', 'See ticket #30.'],
    ['From 2024-01-30 on.', 'From 2023-12-01 on.'],
    ['As of 30 January 2024.', 'As of 12 March 2025.'],
    ['Until 2023 it was 30 days.', 'In 90 days.'],
    ['For example, 30 days after the trial.', 'In 90 days.'],
    ['The top 10 customers.', 'The top 20 customers.'],
    ['One of the customers.', 'Two of the customers.'],
    ["The customer's order isn't ready.", "The customer's basket isn't empty."],
    ['See `orders` and `customers`.', 'See `payments`.'],
    ['Called "active" by sales.', 'Called "live" by marketing.'],
    ['```sql\nwhere age < 30 days\n```', 'Within 90 days.'],
    ['See https://example.com/30-days?status=\'paid\'.', 'Within 90 days.'],
  ])('%s = %s', (document, dbt) => {
    expect(between(document, dbt)).toEqual([]);
  });

  test('inside one source', () => {
    expect(contradictions([inDocument('In 90 days.'), inDocument('In 30 days.')])).toEqual([]);
    expect(contradictions([inDbt('In 90 days.'), inDbt('In 30 days.', 'active_customer', 'model.other')])).toEqual([]);
  });
});

describe('terms', () => {
  const meet = (a: string, b: string): boolean => termKeys({ term: a }).some((key) => termKeys({ term: b }).includes(key));

  test.each([
    ['Active customer', 'active_customers'], ['The Active-Customer', 'active customer'], ['Categories', 'category'], ['Tax classes', 'tax_class'],
    ['Active customer (B2C)', 'active_customer'], ['customers.active_customer', 'Active customer'], ['orders.status', 'orders.Status'], ['Orders', 'orders'],
  ])('%s is %s', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  test.each([['orders.status', 'Status'], ['orders.status', 'payments.status'], ['Status', 'Statute'], ['Active customer', 'Inactive customer'], ['revenue', 'net revenue']])('%s is not %s', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });
});

test('each source has a side, with its place in the message', () => {
  const found = contradictions([
    inDbt('Ordered in 30 days.'), inDbt('Ordered in 30 days, really.', 'Active customer', 'model.other'),
    inDbt('Ordered in 60 days.', 'active_customers', 'doc.active_customers'), inDocument('Ordered in 90 days.'), inDocument('Ordered in 30 days.', 'active customers', 'wiki/a.md'),
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]?.sides.map(({ definition, value }) => `${definition.evidence} ${value}`)).toEqual([
    'dbt:shop/doc.active_customers 60 days', 'dbt:shop/model.customers 30 days', 'document:files/docs/metrics.md 90 days', 'document:files/wiki/a.md 30 days',
  ]);
  expect(found[0]?.message).toBe('"active_customers" is 60 days in dbt/models/schema.yml:7 and 30 days in dbt/models/schema.yml:7 and 90 days in docs/metrics.md:3 and 30 days in wiki/a.md:3.');
});

test('the order of definitions changes nothing', () => {
  const all = [inDbt('In 30 days.'), inDocument('In 90 days.'), inDocument('In 5 % of 12 months.', 'active customer', 'b.md'), inDbt("status = 'a'", 'x_y', 'doc.x'), inDocument("status = 'b'", 'X y')];
  const expected: Contradiction[] = contradictions(all);
  expect(expected.length).toBeGreaterThan(1);
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
    expect(contradictions(shuffled)).toEqual(expected);
  }));
});

test('a text never contradicts itself', () => {
  const piece = fc.oneof(fc.constantFrom('90 days', '30 business days', '5 %', '$100', 'EUR', "status is 'paid'", 'at least 3 orders', '. ', ' and ', '12 months', 'every 2 hours'), fc.string({ maxLength: 6 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
    const text = pieces.join(' ');
    expect(between(text, `${text} Indeed.`)).toEqual([]);
  }));
});
