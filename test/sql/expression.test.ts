import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyseExpression, analyseJoin } from '../../src/sql/expression.js';
import { loadParser, type SqlParser } from '../../src/sql/parser.js';

let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

const analyse = (expression: string, dialect = 'sqlite') => analyseExpression(parser, expression, dialect);

describe('analyseExpression', () => {
  test('names columns once, with their qualifier', () => {
    expect(analyse('orders.amount * (1 - discount) + orders.amount')).toEqual({
      ok: true,
      columns: [{ table: 'orders', column: 'amount' }, { column: 'discount' }],
      hasAggregate: false,
      isBooleanLike: false,
      functions: [],
    });
  });

  test.each([
    ['sum(amount)', true, ['sum']],
    ['count(*)', true, ['count']],
    ['COUNT(DISTINCT customer_id)', true, ['count']],
    ['sum(a) / nullif(count(b), 0)', true, ['count', 'nullif', 'sum']],
    ['total(amount)', true, ['total']],
    ['count_distinct(customer_id)', true, ['count_distinct']],
    ['median(amount)', true, ['median']],
    ['coalesce(sum(case when paid then amount end), 0)', true, ['coalesce', 'sum']],
    ['sum(amount) over (partition by customer_id)', false, ['sum']],
    ['sum(sum(amount)) over ()', true, ['sum']],
    ['max(a, b)', false, ['max']],
    ['strftime(\'%Y\', ordered_at)', false, ['strftime']],
    ['a || \'sum(\' || b', false, []],
    ['(select max(x) from t)', false, []],
  ])('%s: aggregate %s', (expression, hasAggregate, functions) => {
    expect(analyse(expression)).toMatchObject({ ok: true, hasAggregate, functions });
  });

  test.each([
    ['status = \'paid\'', true],
    ['status in (\'paid\', \'sent\') and amount > 0', true],
    ['not cancelled', true],
    ['is_active', true],
    ['deleted_at is null', true],
    ['coalesce(is_active, false)', true],
    ['case when a then true else false end', true],
    ['amount + 1', false],
    ['sum(amount)', false],
    ['\'text\'', false],
    ['a || b', false],
    ['upper(a)', false],
    ['1', true],
    ['(amount > 1) -- why not', true],
  ])('%s: condition %s', (expression, isBooleanLike) => {
    expect(analyse(expression)).toMatchObject({ ok: true, isBooleanLike });
  });

  test.each(['', 'a, b', 'a from t', 'a) from (t', 'a) + (b', 'a; drop table t', 'select 1', 'a as b', '*', '1) union select (2', 'a where b', '-- only a comment'])(
    'is not one expression: %s',
    (expression) => {
      expect(analyse(expression).ok).toBe(false);
    },
  );

  test('says where it fails, counted within the expression', () => {
    expect(analyse('sum(amount) +\n  * 2')).toMatchObject({ ok: false, line: 2 });
    expect(analyse('sum(amount')).toMatchObject({ ok: false, line: 1, column: 11 });
    expect(analyse('sum(amount))')).toMatchObject({ ok: false });
  });

  test('reads other dialects', () => {
    expect(analyse("sum(amount) filter (where status = 'x')", 'postgresql')).toMatchObject({ ok: true, hasAggregate: true });
    expect(analyse("date_trunc('month', ordered_at)", 'postgresql')).toMatchObject({ ok: true, columns: [{ column: 'ordered_at' }] });
    expect(analyse('sumIf(a, b > 1)', 'clickhouse')).toMatchObject({ ok: true, hasAggregate: true });
  });

  test('leaves the columns of subqueries out', () => {
    expect(analyse('a in (select b from t where c > 1)')).toMatchObject({ ok: true, columns: [{ column: 'a' }] });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        analyse(text);
        analyseJoin(parser, text, 'sqlite');
      }),
      { numRuns: 300 },
    );
  });
});

describe('analyseJoin', () => {
  const join = (on: string) => analyseJoin(parser, on, 'sqlite');

  test('reads equal columns', () => {
    expect(join('orders.customer_id = customers.id')).toEqual({
      ok: true,
      pairs: [{ left: { source: 'customers', column: 'id' }, right: { source: 'orders', column: 'customer_id' } }],
    });
  });

  test('is the same however sides and conjuncts are ordered', () => {
    const column = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.tuple(column, column, fc.boolean()), { minLength: 1, maxLength: 4 }), fc.boolean(), (pairs, reverse) => {
        const plain = pairs.map(([a, b]) => `x.${a} = y.${b}`);
        const turned = pairs.map(([a, b, turn]) => (turn ? `(y.${b} = x.${a})` : `x.${a} == y.${b}`));
        expect(join((reverse ? turned.reverse() : turned).join(' and '))).toEqual(join(plain.join(' AND ')));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the sides of a join of a source with itself', () => {
    expect(join('employees.manager_id = employees.id')).toEqual({
      ok: true,
      pairs: [{ left: { source: 'employees', column: 'manager_id' }, right: { source: 'employees', column: 'id' } }],
    });
  });

  test.each(['a.x = b.y or a.z = b.w', 'a.x > b.y', 'a.x = 1', 'x = y', 'a.x = b.y and b.z = c.w', 'lower(a.x) = b.y', '', 'a.x'])('refuses: %s', (on) => {
    expect(join(on).ok).toBe(false);
  });
});
