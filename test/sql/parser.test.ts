import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sqliteLexis } from '../../src/sql/allowlists/sqlite.js';
import { readsAlike } from '../../src/sql/lexis.js';
import { loadParser, type SqlParser } from '../../src/sql/parser.js';
import { asNode, children, columnsOf, tablesOf, walk, type SqlNode } from '../../src/sql/tree.js';

let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

function tree(sql: string, dialect = 'sqlite'): SqlNode {
  const parsed = parser.parse(sql, dialect);
  const root = parsed.ok ? asNode(parsed.tree[0]) : null;
  if (root === null) throw new Error(`not parsed: ${sql}`);
  return root;
}

describe('parser', () => {
  test('is loaded once', async () => {
    expect(await loadParser()).toBe(parser);
  });

  test.each([
    ['select a,\nfrom', 2],
    ['select 1\n\n  where (', 3],
    ["select 'open", 1],
    ['', 1],
  ])('says where: %j', (sql, line) => {
    const parsed = parser.parse(sql, 'sqlite');
    if (sql === '') expect(parsed).toEqual({ ok: true, tree: [] });
    else expect(parsed).toMatchObject({ ok: false, line });
  });

  test('counts columns in UTF-16 units, as editors do', () => {
    expect(parser.parse("select '😀' from from", 'sqlite')).toMatchObject({ ok: false, line: 1, column: 18 });
  });

  test('an unknown dialect and too long a text are values', () => {
    expect(parser.parse('select 1', 'no such dialect').ok).toBe(false);
    expect(parser.parse(`select '${'x'.repeat(300_000)}'`, 'sqlite')).toMatchObject({ ok: false, message: expect.stringMatching(/longer/) });
  });

  test('tokens cover the text without layout', () => {
    const sql = "select '😀''x' /* c */ as \"q\" -- end";
    expect(parser.tokens(sql, 'sqlite')?.map(({ start, end }) => sql.slice(start, end))).toEqual(['select', "'😀''x'", 'as', '"q"']);
  });
});

describe('tree', () => {
  test('walks every node, parents first', () => {
    const kinds = [...walk(tree('select a + 1 from t where exists (select 2)'))].map((node) => node.kind);
    expect(kinds).toEqual(['select', 'add', 'column', 'literal', 'table', 'exists', 'select', 'literal']);
    expect(children(tree('select 1')).map((node) => node.kind)).toEqual(['literal']);
  });

  test('names columns and tables, common table expressions left out', () => {
    const root = tree('with x as (select a from main.orders) select x.b, c from x join lines l on l.d = x.b where e in codes');
    expect(columnsOf(root)).toEqual(expect.arrayContaining([{ column: 'a' }, { table: 'x', column: 'b' }, { column: 'c' }, { table: 'l', column: 'd' }]));
    expect(tablesOf(root).map(({ schema, name }) => [schema, name]).sort()).toEqual([['main', 'orders'], [null, 'codes'], [null, 'lines']].sort());
  });

  test('reads tables of other dialects', () => {
    expect(tablesOf(tree('select * from analytics.public.orders o, lateral (select 1) s', 'postgresql'))).toMatchObject([{ catalog: 'analytics', schema: 'public', name: 'orders' }]);
  });
});

describe('readsAlike', () => {
  const alike = (sql: string): boolean => readsAlike(sql, parser.tokens(sql, 'sqlite') ?? [], sqliteLexis);

  test.each(["select 'a''b'", 'select "a""b", [c d], `e`', 'select 1 -- x', 'select /* a /* b */ 1', "select x'00'", '', '  -- only'])('agrees on: %s', (sql) => {
    expect(alike(sql)).toBe(true);
  });

  test.each(["select E'a'", "select 'a", 'select "a', 'select /* a', 'select [a', 'select 1\u00a0', 'select\0 1', "select 'a\\'b'"])('differs on: %j', (sql) => {
    expect(alike(sql)).toBe(false);
  });

  test('a text whose tokens are not its own is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 6 }), (cuts) => {
        const points = [...new Set(cuts)].sort((a, b) => a - b);
        const tokens = points.slice(1).map((end, index) => ({ start: points[index] ?? 0, end, codePoint: 0 }));
        const sql = "select 'a; b' as \"c d\"";
        const covers = (from: number, to: number): boolean => tokens.some((token) => token.start === from && token.end === to);
        if (readsAlike(sql, tokens, sqliteLexis)) expect(covers(7, 13) && covers(17, 22)).toBe(true);
      }),
    );
  });
});
