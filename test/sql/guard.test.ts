import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guard } from '../../src/sql/guard.js';
import { loadParser, type SqlParser } from '../../src/sql/parser.js';

let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

const legitimate = [
  'select 1',
  'SELECT * FROM orders',
  'select o.* from main.orders as o',
  'select count(*) from orders;',
  'select count(*), count(distinct customer_id), sum(amount), avg(amount), min(amount), max(amount), total(amount) from orders',
  'select sum(case when status = \'paid\' then amount else 0 end) as paid from orders',
  'select case status when 1 then \'a\' when 2 then \'b\' end from orders',
  'select count(*) filter (where status = \'paid\') from orders',
  'select sum(amount) filter (where amount > 0) as positive, status from orders group by status having sum(amount) > 10',
  'select customer_id, sum(amount) from orders group by 1 order by 2 desc limit 10 offset 5',
  'select * from orders limit 5, 10',
  'select distinct status from orders where status is not null order by status collate nocase',
  'select strftime(\'%Y-%m\', ordered_at) as month, sum(amount) from orders group by 1',
  'select date(ordered_at, \'start of month\', \'-1 day\'), datetime(\'now\'), julianday(ordered_at), unixepoch(ordered_at) from orders',
  'select timediff(a, b) from t',
  'select json_extract(payload, \'$.a.b\'), json_type(payload), json_valid(payload) from events',
  'select payload ->> \'$.a\', payload -> \'$.b\' from events',
  'select e.value from events, json_each(events.payload) as e',
  'select key, value from json_tree(\'{"a":1}\') where atom is not null',
  'select json_group_array(name), json_group_object(name, id), json_object(\'a\', 1), json_array(1, 2) from t',
  'select group_concat(name), group_concat(name, \', \'), group_concat(distinct name) from t',
  'select string_agg(name, \',\') from t',
  'with a as (select 1 as x), b as (select x + 1 as y from a) select a.x, b.y from a cross join b',
  'with totals(customer_id, total) as (select customer_id, sum(amount) from orders group by 1) select * from totals where total > 100',
  'with recursive days(d) as (select date(\'2024-01-01\') union all select date(d, \'+1 day\') from days where d < \'2024-12-31\') select d from days',
  'with recursive n(i) as (values (1) union all select i + 1 from n where i < 10) select * from n',
  'with a as materialized (select 1), b as not materialized (select 2) select * from a, b',
  'select row_number() over (partition by customer_id order by ordered_at desc) from orders',
  'select rank() over w, dense_rank() over w, percent_rank() over w, cume_dist() over w, ntile(4) over w from t window w as (partition by a order by b)',
  'select lag(amount) over (order by ordered_at), lead(amount, 2, 0) over (order by ordered_at) from orders',
  'select first_value(a) over (order by b), last_value(a) over (order by b), nth_value(a, 2) over (order by b) from t',
  'select sum(amount) over (order by ordered_at rows between 6 preceding and current row) from orders',
  'select sum(amount) over (order by ordered_at range between unbounded preceding and unbounded following) from orders',
  'select avg(a) over (order by b groups between 1 preceding and 1 following exclude current row) from t',
  'select * from orders o join customers c on c.id = o.customer_id',
  'select * from orders o left outer join customers c on c.id = o.customer_id and c.active',
  'select * from a inner join b using (id, day)',
  'select * from a natural join b',
  'select * from a right join b on a.id = b.id full outer join c on c.id = b.id',
  'select * from (select id, amount from orders where amount > 0) as positive where id in (select order_id from lines)',
  'select * from (values (1, \'a\'), (2, \'b\')) as v',
  'select exists (select 1 from orders), not exists (select 1 from lines where lines.order_id = 3)',
  'select (select max(amount) from orders) as largest',
  'select a from t union select b from u',
  'select a from t union all select b from u except select c from v intersect select d from w order by 1 limit 3',
  '(select a from t)',
  'select a from t where (a, b) in ((1, 2), (3, 4))',
  'select a from t where a between 1 and 10 and b not between 2 and 3',
  'select a from t where name like \'%x\\%%\' escape \'\\\' and code glob \'A*\'',
  'select a from t where a is null or b is not null or c isnull or d notnull',
  'select a from t where a is distinct from b or a is not distinct from c or a is true',
  'select cast(a as integer), cast(b as real), cast(c as text), cast(d as decimal(10, 2)), cast(e as varchar(20)) from t',
  'select coalesce(a, b, 0), ifnull(a, 0), nullif(a, 0), iif(a > 1, \'x\', \'y\') from t',
  'select round(a / 3.0, 2), abs(a), ceil(a), floor(a), sqrt(a), power(a, 2), mod(a, 3), ln(a), log10(a), exp(a), sign(a) from t',
  'select upper(a), lower(a), length(a), trim(a), ltrim(a), rtrim(a, \'x\'), substr(a, 1, 3), replace(a, \'x\', \'y\'), instr(a, \'b\') from t',
  'select printf(\'%.2f\', a), format(\'%d\', b), hex(c), typeof(d), quote(e), unicode(f), char(65) from t',
  'select a || \' \' || b as full_name from t',
  'select a + b - c * d / e % f, -a, +a, ~a, a & b, a | b, a << 1, a >> 1 from t',
  'select a = b, a == b, a <> b, a != b, a < b, a <= b, a > b, a >= b, not a from t',
  'select "odd name", `other`, [third one], "with ""quotes""" from "odd ""table"""',
  'select \'it\'\'s\', x\'00ff\', 1.5e-3, 0x1F, .5, true, false, null',
  'select current_date, current_timestamp',
  '-- a comment; with a semicolon\nselect 1 /* another; comment */ + 2 -- end',
  'select median(a), percentile(a, 90), percentile_cont(a, 0.5) from t',
  'select rowid, o.rowid from orders o',
  'select größe, "naïve 😀" from größen where note = \'😀 (x)\' and length(größe) > 1',
  'with "😀"(a) as (select 1), b(c) as (select 2) select * from "😀", b',
  'select * from orders order by random() limit 5',
  'select max(a, b), min(a, b, c) from t',
  'select a from t group by a having count(*) > 1 order by count(*) desc nulls last',
  'select * from orders where date(ordered_at) >= date(\'now\', \'-7 days\') and (status = \'a\' or status = \'b\')',
];

const attacks = [
  '',
  '   ',
  '-- nothing',
  ';',
  'select 1; select 2',
  'select 1; drop table orders',
  'select 1;drop table orders;--',
  'insert into orders values (1)',
  'insert into orders select 1 returning *',
  'replace into orders values (1)',
  'update orders set amount = 0',
  'update orders set amount = 0 returning amount',
  'delete from orders',
  'delete from orders returning *',
  'drop table orders',
  'create table x (a)',
  'create table x as select 1',
  'create temp table x as select * from orders',
  'create view v as select 1',
  'create index i on orders (amount)',
  'create trigger t after insert on orders begin select 1; end',
  'create virtual table v using fts5(a)',
  'alter table orders rename to x',
  'with d as (delete from orders returning *) select * from d',
  'with d as (insert into orders values (1) returning *) select * from d',
  'with d as (update orders set amount = 1 returning *) select * from d',
  'with d as (select 1) delete from orders',
  'with d as (select 1) insert into orders select * from d',
  'with d as (select 1) update orders set amount = 1',
  'attach database \'/etc/passwd\' as x',
  'attach \'x.db\' as x',
  'detach database main',
  'pragma table_info(orders)',
  'pragma journal_mode = wal',
  'pragma writable_schema = 1',
  'select * from pragma_table_info(\'orders\')',
  'select * from pragma_database_list',
  'select * from pragma_database_list()',
  'select * from main.pragma_table_list as x',
  'select * from "PRAGMA_database_list"',
  'select 1 in pragma_database_list',
  'select * from dbstat',
  'select * from sqlite_dbpage',
  'select * from "pragma_table_info"(\'orders\')',
  'vacuum',
  'vacuum into \'/tmp/copy.db\'',
  'reindex',
  'analyze',
  'begin',
  'begin; select 1; commit',
  'commit',
  'rollback',
  'savepoint x',
  'release x',
  'explain select 1',
  'explain query plan select 1',
  'values (1)',
  'table orders',
  'select load_extension(\'evil\')',
  'select LOAD_EXTENSION(\'evil\', \'init\')',
  'select "load_extension"(\'evil\')',
  'select [load_extension](\'evil\')',
  'select `load_extension`(\'evil\')',
  'select load_extension /* here */ (\'evil\')',
  'select load_extension -- here\n(\'evil\')',
  'select case when 1 then load_extension(\'evil\') end',
  'select * from orders order by load_extension(\'evil\')',
  'select sum(a) filter (where load_extension(\'evil\')) from t',
  'select sum(a) over (partition by load_extension(\'evil\')) from t',
  'select sum(a) over w from t window w as (order by load_extension(\'evil\'))',
  'select first_value(a, load_extension(\'evil\')) over (order by b) from t',
  'with load_extension(a) as (select 1) select first_value(a, load_extension(\'evil\')) over (order by a) from load_extension',
  'with load_extension(a) as (select 1) select load_extension(\'evil\')',
  'select a from t group by 1 having load_extension(\'evil\')',
  'select a from t limit load_extension(\'evil\')',
  'select 1 union select load_extension(\'evil\')',
  'select * from a join b on load_extension(\'evil\')',
  'select readfile(\'/etc/passwd\')',
  'select writefile(\'/tmp/x\', \'y\')',
  'select edit(\'x\', \'vi\')',
  'select fts3_tokenizer(\'simple\', x\'4141414141414141\')',
  'select eval(\'drop table orders\')',
  'select sqlite_version()',
  'select sqlite_compileoption_get(1)',
  'select changes(), total_changes(), last_insert_rowid()',
  'select zeroblob(1000000000)',
  'select hex(randomblob(1000000000))',
  'select unknown_function(1)',
  'select raise(abort, \'x\')',
  'select * from dbstat(\'main\')',
  'select * from fsdir(\'/\')',
  'select * from generate_series(1, 1000000000)',
  'select 1 into x',
  'select * into x from orders',
  'select * into outfile \'/tmp/x\' from orders',
  'select * from orders for update',
  'select * from orders for share',
  'select ?',
  'select ?1',
  'select :name',
  'select @name',
  'select $name',
  'select $$ ; drop table orders; $$',
  'select E\'\\\' ; drop table orders; --\'',
  'select N\'x\'',
  'select \'a\\\' ; drop table orders; -- \'',
  'select 1 /* /* */ ; drop table orders; -- */',
  'select 1 /* unterminated',
  'select \'unterminated',
  'select "unterminated',
  'select [a]] from t',
  'select 1 \0; drop table orders',
  'select 1 /*! ; drop table orders */; drop table orders',
  'select\u00a01',
  'select {{ ref(\'x\') }}',
  'select * from {{ source(\'a\', \'b\') }}',
  'copy orders to \'/tmp/x\'',
  'grant all on orders to x',
  'set x = 1',
  'call f()',
  'execute x',
  'load \'x\'',
  'show tables',
  'describe orders',
  'use other',
  'truncate table orders',
  'merge into a using b on a.id = b.id when matched then delete',
  '.shell ls',
  'select distinct on (a) a from t',
  'select a from t qualify row_number() over (order by a) = 1',
  'select * exclude (a) from t',
  'from orders select *; delete from orders',
  'select * from orders tablesample (10)',
  'select * from orders lateral view explode(x)',
  '('.repeat(5000),
  `select ${'('.repeat(3000)}1${')'.repeat(3000)}`,
  `select 1${' + 1'.repeat(30_000)}`,
  'not sql at all',
];

describe('guard for SQLite', () => {
  test.each(legitimate)('lets through: %s', (sql) => {
    expect(guard(parser, sql, 'sqlite')).toEqual({ ok: true });
  });

  test.each(attacks.map((sql) => [sql.slice(0, 90), sql]))('refuses: %s', (_, sql) => {
    const result = guard(parser, sql, 'sqlite');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.why).not.toMatch(/E_GUARD|wasm|undefined|\n {4}at /i);
  });

  test('a dialect without an allowlist is refused', () => {
    expect(guard(parser, 'select 1', 'postgresql').ok).toBe(false);
    expect(guard(parser, 'select 1', 'constructor').ok).toBe(false);
  });

  test('still works after texts that exhaust the parser', () => {
    guard(parser, `select 1${' + 1'.repeat(40_000)}`, 'sqlite');
    expect(guard(parser, 'select 1', 'sqlite')).toEqual({ ok: true });
  });
});

describe('guard, for all inputs', () => {
  const query = fc.constantFrom(...legitimate);
  const attack = fc.constantFrom("load_extension('x')", "writefile('a', 'b')", 'zeroblob(9)', 'evil()', '"evil"(1)', '[evil] (1)');
  const gap = fc.constantFrom(' ', '\n', '\t', '/* ; */', '-- x\n', '/* \' */', '-- "\n');

  test('an unknown call is refused wherever an expression may stand', () => {
    const places: ((call: string) => string)[] = [
      (c) => `select ${c}`,
      (c) => `select a from t where a = ${c}`,
      (c) => `select count(*) filter (where ${c}) from t`,
      (c) => `select lag(a, 1, ${c}) over (order by b) from t`,
      (c) => `select nth_value(a, 1, ${c}) over (order by b) from t`,
      (c) => `select a from t join u on ${c}`,
      (c) => `select a from t order by ${c}`,
      (c) => `with x as (select ${c}) select 1`,
      (c) => `select * from (values (${c})) as v`,
      (c) => `select a in (select ${c}) from t`,
      (c) => `select json_object('a', ${c})`,
      (c) => `select group_concat(a, ${c}) from t`,
      (c) => `select cast(${c} as text)`,
      (c) => `select a -> ${c} from t`,
      (c) => `select sum(a) over (order by b rows between ${c} preceding and current row) from t`,
    ];
    fc.assert(fc.property(fc.constantFrom(...places), attack, (place, call) => !guard(parser, place(call), 'sqlite').ok));
  });

  test('white space and comments change no verdict', () => {
    fc.assert(
      fc.property(query, gap, gap, (sql, before, after) => {
        const trimmed = sql.replace(/;$/, '');
        expect(guard(parser, `${before}${trimmed}\n${after}`, 'sqlite')).toEqual({ ok: true });
      }),
      { numRuns: 200 },
    );
  });

  test('a second statement is refused, whatever stands between', () => {
    fc.assert(fc.property(query, gap, (sql, between) => !guard(parser, `${sql.replace(/;$/, '')}\n;${between}drop table x`, 'sqlite').ok));
  });

  test('text in strings and quoted names is never read as code', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '"', '`', ']', '[', ';', '-', '/', '*', '\\', 'a', ' ', '\n', '(', '😀') });
    fc.assert(
      fc.property(text, (inner) => {
        expect(guard(parser, `select '${inner.replaceAll("'", "''")}' as "${`x${inner}`.replaceAll('"', '""')}" from t`, 'sqlite')).toEqual({ ok: true });
      }),
      { numRuns: 300 },
    );
  });

  test('never throws', () => {
    const piece = fc.constantFrom('select', 'from', '(', ')', "'", '"', '--', '/*', '*/', ';', 't', ',', 'with', 'as', 'union', '1', '[', ']', '`', '\0', '😀', 'over');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        guard(parser, pieces.join(' '), 'sqlite');
      }),
      { numRuns: 500 },
    );
  });
});
