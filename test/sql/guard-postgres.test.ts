import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guard } from '../../src/sql/guard.js';
import { loadParser, type SqlParser } from '../../src/sql/parser.js';
import { hostile, legitimate } from './postgres-statements.js';

let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

describe('guard for PostgreSQL', () => {
  test.each(legitimate)('lets through: %s', (sql) => {
    expect(guard(parser, sql, 'postgres')).toEqual({ ok: true });
  });

  test.each(hostile.map((sql) => [sql.slice(0, 90), sql]))('refuses: %s', (_, sql) => {
    const result = guard(parser, sql, 'postgres');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.why).not.toMatch(/E_GUARD|wasm|undefined|\n {4}at /i);
  });

  test('knows enough of what is bad', () => {
    expect(new Set(hostile).size).toBe(hostile.length);
    expect(hostile.length).toBeGreaterThanOrEqual(150);
  });
});

describe('guard for PostgreSQL, for all inputs', () => {
  const query = fc.constantFrom(...legitimate);
  const gap = fc.constantFrom(' ', '\n', '\t', '/* ; */', '/* /* ; */ */', '-- x\n', "/* ' */", '-- "\n', '/* $$ */');
  const attack = fc.constantFrom('pg_sleep(9)', "nextval('counter')", "lo_import('/etc/passwd')", 'evil()', '"evil"(1)', 'public.evil(1)', "set_config('a', 'b', false)", '"LOWER"(\'x\')', '(1).evil');

  test('an unknown call is refused wherever an expression may stand', () => {
    const places: ((call: string) => string)[] = [
      (c) => `select ${c}`, (c) => `select id from orders where id = ${c}`, (c) => `select count(*) filter (where ${c}) from orders`, (c) => `select lag(id, 1, ${c}) over (order by id) from orders`,
      (c) => `select id from orders join lines on ${c}`, (c) => `select id from orders order by ${c}`, (c) => `with x as (select ${c}) select 1`, (c) => `select * from (values (${c})) as v`,
      (c) => `select id in (select ${c}) from orders`, (c) => `select jsonb_build_object('a', ${c})`, (c) => `select string_agg(status, ${c}) from orders`, (c) => `select (${c})::text`,
      (c) => `select payload -> ${c} from orders`, (c) => `select sum(id) over (order by id rows between ${c} preceding and current row) from orders`, (c) => `select extract(year from ${c})`,
      (c) => `select array[1, ${c}]`, (c) => `select tags[${c}] from orders`, (c) => `select ${c} at time zone 'utc'`, (c) => `select * from orders, lateral (select ${c}) as l`,
      (c) => `select percentile_cont(0.5) within group (order by ${c}) from orders`, (c) => `select make_interval(days => ${c})`, (c) => `select id = any(array[${c}]) from orders`, (c) => `select grouping(id) from orders group by grouping sets ((${c}), ())`,
      (c) => `select substring(status from ${c}) from orders`, (c) => `select position('a' in ${c})`, (c) => `select trim(both ${c} from status) from orders`, (c) => `select case ${c} when 1 then 2 end`,
    ];
    fc.assert(fc.property(fc.constantFrom(...places), attack, (place, call) => !guard(parser, place(call), 'postgres').ok), { numRuns: 300 });
  });

  test('white space and comments change no verdict', () => {
    fc.assert(
      fc.property(query, gap, gap, (sql, before, after) => {
        expect(guard(parser, `${before}${sql.replace(/;$/, '')}\n${after}`, 'postgres')).toEqual({ ok: true });
      }),
      { numRuns: 200 },
    );
  });

  test('a second statement is refused, whatever stands between', () => {
    fc.assert(fc.property(query, gap, (sql, between) => !guard(parser, `${sql.replace(/;$/, '')}\n;${between}drop table x`, 'postgres').ok));
  });

  test('text in strings is never read as code, however it is quoted', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '"', '$', ';', '-', '/', '*', '\\', 'a', 'E', 'U', '&', ' ', '\n', '(', '😀') });
    fc.assert(
      fc.property(text, fc.constantFrom('plain', 'escape', 'dollar'), (inner, how) => {
        const literal = how === 'plain' ? `'${inner.replaceAll("'", "''")}'` : how === 'escape' ? `E'${inner.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : `$q$${inner.replaceAll('$', '')}$q$`;
        const result = guard(parser, `select ${literal} as x, status from orders`, 'postgres');
        // where the parser cuts it otherwise than the engine, it is refused; what it holds is never a call
        if (!result.ok) expect(result.why).toMatch(/more than one way|cannot be parsed/);
      }),
      { numRuns: 300 },
    );
  });

  test('never throws', () => {
    const piece = fc.constantFrom('select', 'from', '(', ')', "'", '"', '--', '/*', '*/', ';', 't', ',', 'with', 'as', 'union', '1', '[', ']', '$$', '$a$', "E'", 'U&"', '::', '\0', '😀', 'over', '.', 'lateral', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        guard(parser, pieces.join(' '), 'postgres');
      }),
      { numRuns: 500 },
    );
  });
});
