import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lock, type LockRecord, type ReadLockOptions, readLock, writeLock } from '../../src/context/lock.js';
import { hash12 } from '../../src/text/canonical.js';

const read = (text: string | null, options?: ReadLockOptions): { lock: Lock; codes: string[] } => {
  const result = readLock(text, options);
  if (!result.ok) throw new Error(result.finding.message);
  return { lock: result.lock, codes: result.findings.map(({ code }) => code) };
};

const healed = (text: string, options?: ReadLockOptions): string => writeLock(read(text, options).lock);

const h = hash12;
const id = fc.oneof(fc.constantFrom('a', 'b', 'c', 'warehouse/main.orders', 'dbt:shop/model.orders', 'semantic-layer/w/orders.yaml', 'wiki/global/a.md#a'), fc.string());
const hash = fc.integer().map(h);
const hashes = fc.dictionary(id, hash, { maxKeys: 4 });
const facts = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean()), { maxKeys: 3 });
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const by = fc.constantFrom('derived', 'model', 'reconcile');
const record = fc
  .oneof(
    fc.record({ t: fc.constant('table'), id, structure: hash, mark: fc.option(fc.string()), hash, links: optional(fc.dictionary(id, facts, { maxKeys: 3 })) }),
    fc.record({ t: fc.constant('unit'), id, key: hash, by: fc.constantFrom('derived', 'model'), outcome: fc.constantFrom('written', 'unchanged', 'deferred', 'stuck', 'failed'), tries: optional(fc.nat(3)), evidence: hashes, instructions: optional(fc.string()), model: optional(fc.string()) }),
    fc.record({ t: fc.constant('file'), id, sha: fc.integer().map((n) => h(n)), own: fc.boolean() }),
    fc.record({ t: fc.constant('file'), id, e: fc.dictionary(id, fc.record({ h: hash, by, ev: optional(fc.array(id, { maxLength: 3 })) }), { maxKeys: 4 }) }),
    fc.record({ t: fc.constant('gone'), id }),
    fc.record({ t: fc.constant('dropped'), id, code: fc.string(), why: fc.string(), ev: hashes }),
    fc.record({ t: fc.constant('unproved'), id, why: fc.string() }),
    fc.tuple(id, facts).map(([name, more]) => ({ ...more, t: 'pair', id: name })),
    fc.tuple(id, facts).map(([name, more]) => ({ ...more, t: 'spent', id: name })),
  )
  .map((value) => JSON.parse(JSON.stringify(value)) as LockRecord);
const records = fc.array(record, { maxLength: 20 });

describe('a lock', () => {
  test('is written in the order of types and ids, with the keys of each record in theirs', () => {
    const lock = Lock.empty.with([
      { t: 'unit', evidence: { 'table:b': 'h2', 'table:a': 'h1' }, outcome: 'written', by: 'model', key: 'k', id: 'u' },
      { hash: 'h', mark: null, structure: 's', id: 'w/main.b', t: 'table' },
      { t: 'table', id: 'w/main.B', structure: 's', mark: '7', hash: 'h', links: { 'b.id=c.id': { rows: 3 } } },
      { t: 'file', id: 'a.yaml#a', e: { 'measure:x': { by: 'model', h: 'h', ev: ['table:b'] }, 'column:x': { by: 'derived', h: 'g' } } },
      { t: 'gone', id: 'measure:y' },
    ]);
    expect(writeLock(lock)).toBe(
      [
        '{"lock":1}',
        '{"t":"file","id":"a.yaml#a","e":{"column:x":{"h":"g","by":"derived"},"measure:x":{"h":"h","by":"model","ev":["table:b"]}}}',
        '{"t":"gone","id":"measure:y"}',
        '{"t":"table","id":"w/main.B","structure":"s","mark":"7","hash":"h","links":{"b.id=c.id":{"rows":3}}}',
        '{"t":"table","id":"w/main.b","structure":"s","mark":null,"hash":"h"}',
        '{"t":"unit","id":"u","key":"k","by":"model","outcome":"written","evidence":{"table:a":"h1","table:b":"h2"}}',
        '',
      ].join('\n'),
    );
  });

  test('finds records by type and id, and changes only as a new lock', () => {
    const one = Lock.empty.with([{ t: 'gone', id: 'b' }, { t: 'gone', id: 'a' }]);
    const two = one.without('gone', ['b']).with([{ t: 'unproved', id: 'a', why: 'x' }]);
    expect(one.all('gone').map((record) => record.id)).toEqual(['a', 'b']);
    expect(one.get('unproved', 'a')).toBeUndefined();
    expect(two.get('gone', 'b')).toBeUndefined();
    expect(two.get('unproved', 'a')?.why).toBe('x');
    expect(Lock.empty.all('gone')).toEqual([]);
  });

  test.each([null, '', '\n', '\uFEFF', '{"lock":1}\n', '{"lock":1}\r\n'])('%j is an empty lock', (text) => {
    expect(read(text)).toMatchObject({ codes: [] });
    expect(writeLock(read(text).lock)).toBe('{"lock":1}\n');
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(records, (all) => {
        const lock = Lock.empty.with(all);
        const text = writeLock(lock);
        const back = read(text);
        expect(back.codes).toEqual([]);
        expect(writeLock(back.lock)).toBe(text);
        expect(writeLock(read(text.replaceAll('\n', '\r\n')).lock)).toBe(text);
        for (const { t, id: name } of all) expect(back.lock.get(t, name)).toEqual(lock.get(t, name));
      }),
    );
  });

  test('has the same bytes whatever the order that its records came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ t, id: name }) => `${t} ${name}` }), fc.integer(), (all, seed) => {
        const other = all.toSorted((a, b) => h([a, seed]).localeCompare(h([b, seed])));
        expect(writeLock(Lock.empty.with(other))).toBe(writeLock(Lock.empty.with(all)));
      }),
    );
  });

  test('a changed model changes only its own lines', () => {
    fc.assert(
      fc.property(records, record, (all, changed) => {
        const before = writeLock(Lock.empty.with(all)).split('\n');
        const after = writeLock(Lock.empty.with(all).with([changed])).split('\n');
        expect(after.filter((line) => !before.includes(line)).length).toBeLessThanOrEqual(1);
        expect(before.filter((line) => !after.includes(line)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a lock of another version', () => {
  test('keeps unknown types and unknown keys as they are, in place', () => {
    const text = [
      '{"lock":1,"by":"ktx-ci 9"}',
      '{"t":"gone","since":1.0,"id":"a"}',
      '{"t":"meeting", "id":"x", "n":1.50}',
      '{"t":"meeting"}',
      '{"t":"unit","id":"u","key":"k","cost":7,"by":"model","outcome":"written","evidence":{}}',
      '{"t":"zzz","id":"a","v":[1,{"b":2,"a":1}]}',
      '',
    ];
    const sorted = [text[0], text[1], text[3], text[2], text[4], text[5], ''].join('\n');
    const { lock, codes } = read(text.join('\n'));
    expect(codes).toEqual([]);
    expect(writeLock(lock)).toBe(sorted);
    expect(lock.get('unit', 'u')).toMatchObject({ key: 'k', cost: 7 });
    expect(writeLock(lock.with([{ t: 'unproved', id: 'a', why: 'x' }]).without('unproved', ['a']))).toBe(sorted);
  });

  test('is refused when its number is newer', () => {
    const result = readLock('{"lock":2}\n{"t":"gone","id":"a"}\n');
    expect(result).toMatchObject({ ok: false, finding: { code: 'lock-newer', severity: 'error', line: 1, fix: expect.stringContaining('Upgrade') } });
    expect(readLock('<<<<<<< a\n{"lock":1}\n=======\n{"lock":2}\n>>>>>>> b\n').ok).toBe(false);
  });
});

describe('a broken lock', () => {
  test('loses the lines that are not records, with a finding for each', () => {
    const text = '{"lock":1}\n{"t":"gone","id":"a"}\nnonsense\n[]\n{"t":"gone"}\n{"t":"unit","id":"u","key":1}\n{"a":1}\n';
    const result = readLock(text);
    if (!result.ok) throw new Error('refused');
    expect(result.findings.map(({ code, line }) => [code, line])).toEqual([3, 4, 5, 6, 7].map((line) => ['lock-unreadable', line]));
    expect(writeLock(result.lock)).toBe('{"lock":1}\n{"t":"gone","id":"a"}\n');
  });

  test('any text gives a lock or a refusal', () => {
    const word = fc.constantFrom('{"lock":1}', '{"t":"gone","id":"a"}', '\n', '<<<<<<< a', '|||||||', '=======', '>>>>>>> b', '{', '"t"', '[', 'null', '{"t":"x"}', '{"t":"__proto__","id":"__proto__"}', '{"lock":-1}', '[['.repeat(20_000));
    fc.assert(fc.property(fc.array(word), (words) => expect(readLock(words.join(''))).toHaveProperty('ok')));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(readLock(text)).toHaveProperty('ok')));
  });
});

describe('a lock after a merge', () => {
  const unit = (key: string): string => `{"t":"unit","id":"u","key":"${key}","by":"model","outcome":"written","evidence":{}}`;
  const conflict = (ours: readonly string[], theirs: readonly string[], base?: readonly string[]): string =>
    ['{"lock":1}', '<<<<<<< HEAD', ...ours, ...(base ? ['||||||| 1234567', ...base] : []), '=======', ...theirs, '>>>>>>> theirs', ''].join('\n');

  test('keeps both sides, drops the markers and the common ancestor', () => {
    const text = conflict(['{"t":"gone","id":"a"}'], ['{"t":"gone","id":"b"}'], ['{"t":"gone","id":"old"}']);
    expect(healed(text)).toBe('{"lock":1}\n{"t":"gone","id":"a"}\n{"t":"gone","id":"b"}\n');
    expect(read(text).codes).toEqual(['lock-conflict']);
  });

  test('different units and tables of one id both go, equal ones are one', () => {
    expect(healed(conflict([unit('a')], [unit('b')]))).toBe('{"lock":1}\n');
    expect(healed(conflict([unit('a')], [unit('a')]))).toBe(`{"lock":1}\n${unit('a')}\n`);
    expect(read(`{"lock":1}\n${unit('a')}\n${unit('a')}\n`).codes).toEqual(['lock-conflict']);
  });

  test('of two files the one that matches stays; without a match none does', () => {
    const ours = '{"t":"file","id":"a.yaml","sha":"111111111111","own":true}';
    const theirs = '{"t":"file","id":"a.yaml","sha":"222222222222","own":true}';
    const matches = (record: { readonly sha?: string }): boolean => record.sha === '222222222222';
    expect(healed(conflict([ours], [theirs]), { matches: (record) => 'sha' in record && matches(record) })).toBe(`{"lock":1}\n${theirs}\n`);
    expect(healed(conflict([ours], [theirs]))).toBe('{"lock":1}\n');
  });

  test('of the entities of a file what both sides agree on, or one has, stays', () => {
    const entities = (more: object): string => JSON.stringify({ t: 'file', id: 'a.yaml#a', e: { both: { h: 'h', by: 'model' }, ...more } });
    const text = conflict([entities({ x: { h: '1', by: 'model' }, y: { h: '1', by: 'model' } })], [entities({ x: { h: '2', by: 'model' } })]);
    expect(read(text).lock.get('file', 'a.yaml#a')).toEqual({ t: 'file', id: 'a.yaml#a', e: { both: { h: 'h', by: 'model' }, y: { h: '1', by: 'model' } } });
  });

  test('money counts on: the larger figures stay', () => {
    const text = conflict(['{"t":"spent","id":"2026-11","usd":3,"tokens":10}'], ['{"t":"spent","id":"2026-11","usd":2.5,"tokens":12}']);
    expect(read(text).lock.get('spent', '2026-11')).toMatchObject({ usd: 3, tokens: 12 });
  });

  test('the order of the sides makes no difference, and a healed lock stays as it is', () => {
    fc.assert(
      fc.property(records, records, records, fc.boolean(), (common, ours, theirs, decide) => {
        const lines = (all: readonly LockRecord[]): string[] => writeLock(Lock.empty.with(all)).split('\n').slice(1, -1);
        const options = decide ? { matches: (record: LockRecord) => h(record.id) < 'W' } : {};
        const shared = lines(common);
        const [one, two] = [lines(ours), lines(theirs)];
        const a = healed([...shared, conflict(one, two)].join('\n'), options);
        const b = healed([conflict(two, one), ...shared].join('\n'), options);
        expect(b).toBe(a);
        expect(read(a, options).codes).toEqual([]);
        expect(healed(a, options)).toBe(a);
      }),
    );
  });
});

test('5,000 models stay under 3 MB', () => {
  const all: LockRecord[] = [];
  for (let i = 0; i < 5000; i += 1) {
    const name = `fct_order_lines_${i}`;
    const table = `table:warehouse/analytics.${name}`;
    const file = `semantic-layer/warehouse/${name}.yaml`;
    all.push(
      { t: 'table', id: `warehouse/analytics.${name}`, structure: h([i]), mark: `${1_700_000_000 + i}`, hash: h([i, 1]) },
      { t: 'unit', id: `model:shop/${name}`, key: h([i, 2]), by: 'model', outcome: 'written', evidence: { [table]: h([i, 1]), [`dbt:shop/model.${name}`]: h([i, 3]) }, instructions: '1', model: 'claude-sonnet-5' },
      { t: 'file', id: file, sha: h([i, 4]), own: true },
    );
    // A third has something that must be told apart from what people wrote: two measures and a grain.
    if (i % 3 === 0) {
      const e = Object.fromEntries(['grain', 'measure:revenue', 'measure:order_count'].map((key) => [key, { h: h([i, key]), by: 'model' as const }]));
      all.push({ t: 'file', id: `${file}#${name}`, e });
    }
  }
  expect(Buffer.byteLength(writeLock(Lock.empty.with(all)))).toBeLessThan(3_000_000);
});
