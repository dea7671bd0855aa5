import { describe, expect, test } from '@jest/globals';
import { analyseQuery } from '../../src/ingest/tools/query-shape.js';
import { loadParser } from '../../src/sql/parser.js';

const parser = await loadParser();
const shape = (sql: string) => analyseQuery(parser, sql, 'sqlite');

describe('what a query may show of single rows', () => {
  test.each([
    'select count(*) from orders', 'select count(distinct customer_id) from orders', 'select count(*) * 1.0 / 3 from orders', "select sum(case when status = 'paid' then 1 else 0 end) from orders", 'select avg(amount > 3) from orders',
    'select round(100.0 * count(note) / count(*), 1) as share from orders',
  ])('a count: %s', (sql) => {
    expect([...shape(sql).aggregates]).toEqual([0]);
  });

  test.each([
    'select max(amount) from orders', 'select sum(amount) from orders', 'select amount from orders', 'select id, sum(amount) from orders group by id', 'select sum(case when id = 1 then amount else 0 end) from orders', 'select * from orders', 'select count(*), * from orders',
    'select (select max(amount) from orders)', 'not sql', 'select 1 from a union select amount from orders',
  ])('values of rows: %s', (sql) => {
    expect([...shape(sql).aggregates].filter((at) => at > 0 || !/^select count/.test(sql))).toEqual([]);
  });

  test('personal columns are seen wherever they stand', () => {
    expect(shape('select count(*) from customers where email like \'a%\'').personal).toBe('email');
    expect(shape('select count(*) from (select phone from customers)').personal).toBe('phone');
    expect(shape('select count(*) from orders where status = 1').personal).toBeNull();
  });
});
