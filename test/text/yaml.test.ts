import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type YamlValue, emitYaml, readYaml } from '../../src/text/yaml.js';

const value = (text: string | Uint8Array): unknown => {
  const read = readYaml(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.document.value;
};

const problem = (text: string | Uint8Array, limits = {}): unknown => {
  const read = readYaml(text, limits);
  return read.ok ? read.document.value : [read.problem.reason, read.problem.line, read.problem.column];
};

describe('readYaml', () => {
  test('reads `on`, `yes` and `no` as text, quoted or not', () => {
    expect(value('joins:\n  - to: b\n    on: a.x = b.x\n    yes: no\n')).toEqual({ joins: [{ to: 'b', on: 'a.x = b.x', yes: 'no' }] });
    expect(value('"on": 1\n')).toEqual({ on: 1 });
  });

  test('an empty file is null, with or without a byte order mark or markers', () => {
    for (const text of ['', '\uFEFF', '# only a comment\n', '---\n', '---\n...\n']) expect(value(text)).toBeNull();
    expect(value('\uFEFFa: 1')).toEqual({ a: 1 });
    expect(value(Buffer.from('\uFEFFa: 1'))).toEqual({ a: 1 });
  });

  test('resolves aliases and merge keys; explicit keys and earlier sources win', () => {
    const text = 'a: &a {x: 1, y: 1}\nb: &b {x: 2, z: 2}\nc: {<<: [*a, *b], y: 3}\nd: *a\ne: {"<<": 1}\n';
    expect(value(text)).toEqual({
      a: { x: 1, y: 1 },
      b: { x: 2, z: 2 },
      c: { x: 1, y: 3, z: 2 },
      d: { x: 1, y: 1 },
      e: { '<<': 1 },
    });
    expect(value('- &a 1\n- *a\n- &a 2\n- *a\n')).toEqual([1, 1, 2, 2]);
  });

  test('a key named __proto__ is a key', () => {
    expect(Object.entries(value('__proto__: {a: 1}\n') as object)).toEqual([['__proto__', { a: 1 }]]);
  });

  test.each([
    ['a: 1\na: 2\n', ['syntax', 2, 1]],
    ['a:\n\tb: 1\n', ['syntax', 2, 1]],
    ['a: "x\n', ['syntax', 2, 1]],
    ['a: 1\n---\nb: 2\n', ['shape', 2, 1]],
    ['a: b\nc: \0\n', ['encoding', 2, 4]],
    ['x: 1\na: &a [*a]\n', ['aliases', 2, 8]],
    ['a: *b\n', ['syntax', 1, 4]],
  ])('says what is wrong with %j and where', (text, expected) => expect(problem(text)).toEqual(expected));

  test('refuses what is not UTF-8', () => {
    expect(problem(Buffer.from([0x61, 0x3a, 0x20, 0xff]))).toEqual(['encoding', 1, 1]);
  });

  test('refuses by size before parsing, and the caller may allow more', () => {
    expect(problem(Buffer.alloc(100_000_000, 0x20))).toEqual(['too-large', 1, 1]);
    expect(problem('x'.repeat(100), { maxBytes: 99 })).toEqual(['too-large', 1, 1]);
    expect(problem('ä'.repeat(60), { maxBytes: 100 })).toEqual(['too-large', 1, 1]);
    expect(problem('x'.repeat(100), { maxBytes: 100 })).toBe('x'.repeat(100));
  });

  test.each(['[', '{a: ', '- ', '? ', 'a: b: ', ': '])('refuses 100,000 levels of %j', (open) => {
    expect(problem(open.repeat(100_000))).toEqual(['too-deep', 1, expect.any(Number)]);
  });

  test('allows 64 levels and no more', () => {
    expect(problem('['.repeat(64) + ']'.repeat(64))).toEqual(expect.any(Array));
    expect((problem('['.repeat(70) + ']'.repeat(70)) as unknown[])[0]).toBe('too-deep');
  });

  test('alias bombs and towers of aliases are refused', () => {
    const levels = (count: number, uses: number): string =>
      Array.from({ length: count }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : Array(uses).fill(`*a${i - 1}`).join()}]\n`).join('');
    expect((problem(levels(12, 9)) as unknown[])[0]).toBe('aliases');
    expect((problem(levels(200, 1)) as unknown[])[0]).toBe('too-deep');
  });

  test('many duplicate-free keys and many errors end', () => {
    expect(Object.keys(value(Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n')) as object)).toHaveLength(50_000);
    expect((problem(']'.repeat(50_000)) as unknown[])[0]).toBe('syntax');
  });

  test('any text gives a value or a problem', () => {
    const word = fc.constantFrom('a', ':', ' ', '\n', '- ', '[', ']', '{', '}', '&a', '*a', '"', "'", '|', '>', '#', '!', '<<', '%', '---', '\t', '\r', ',', '?');
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => expect(readYaml(words.join(''))).toHaveProperty('ok')));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => expect(readYaml(bytes)).toHaveProperty('ok')));
  });
});

describe('place', () => {
  const text = 'name: orders\r\ncolumns:\r\n  - name: id\r\n    type: string\r\n  - name: at\r\n    <<: &d\r\n      type: date\r\nmore: [{a: 1}, *d]\r\n';
  const read = readYaml(text);
  const place = (...path: (string | number | Record<string, string>)[]): unknown => {
    if (!read.ok) return read.problem;
    const value = read.document.place(path);
    const key = read.document.place(path, { key: true });
    return value && key && [value.line, value.column, key.line, key.column];
  };

  test('finds values and keys by key, index and name', () => {
    expect(place('name')).toEqual([1, 7, 1, 1]);
    expect(place('columns', 1, 'name')).toEqual([5, 11, 5, 5]);
    expect(place('columns', { name: 'id' }, 'type')).toEqual([4, 11, 4, 5]);
    expect(place('columns', { name: 'id', type: 'string' })).toEqual([3, 5, 3, 5]);
    expect(place()).toEqual([1, 1, 1, 1]);
  });

  test('follows merge keys and aliases', () => {
    expect(place('columns', { name: 'at' }, 'type')).toEqual([7, 13, 7, 7]);
    expect(place('more', 1, 'type')).toEqual([7, 13, 7, 7]);
    expect(place('columns', { type: 'date' }, 'name')).toEqual([5, 11, 5, 5]);
  });

  test('is undefined where there is nothing', () => {
    for (const path of [['x'], ['columns', 2], ['columns', { name: 'no' }], ['name', 'x'], ['columns', 'name']]) {
      expect(place(...path)).toBeUndefined();
    }
  });
});

describe('emitYaml', () => {
  test('writes the style of ktx', () => {
    const text = emitYaml({ name: 'a', sql: 'select 1\nfrom b\n', joins: [{ to: 'c', on: 'x = y' }], none: {}, list: [] });
    expect(text).toBe('name: a\nsql: |\n  select 1\n  from b\njoins:\n  - to: c\n    "on": x = y\nnone: {}\nlist: []\n');
    expect(emitYaml({ long: 'word '.repeat(100).trim() }).split('\n')).toHaveLength(2);
  });

  test.each(['no', 'on', 'y', '1e3', '0x1f', '0o17', '017', '1_000', '12:30', '~', 'null', '', '2020-01-01', ' a', 'a ', 'a: b', 'a #b', '=', '<<', '.inf', '- a', '?', '\u2028', '\u0085', '\uFEFF', '\ud800', 'a\rb', '\u202E'])(
    'quotes %j',
    (text) => {
      expect(emitYaml({ k: text })).toMatch(/^k: ["'].*["']\n$/);
      expect(value(emitYaml({ k: text }))).toEqual({ k: text });
    },
  );

  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '#', ':', '-', '"', "'", '\r', '%', '|', '\u2028', '\ud800', '.', '\\') }),
    fc.constantFrom('---', '...', '%x', 'yes', '0b1', '1:20'),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec<{ tree: YamlValue }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('on', '~', '<<', 'a\nb')), tie('tree'), { maxKeys: 4 })),
  }));

  test('is read back by YAML 1.2 and by YAML 1.1 alike', () => {
    fc.assert(
      fc.property(tree, (original) => {
        const text = emitYaml(original);
        expect(text.endsWith('\n')).toBe(true);
        expect(value(text)).toEqual(original);
        expect(parse(text, { version: '1.1' })).toEqual(original);
      }),
      { numRuns: 1000, examples: [[' a\n'], ['\n a']] },
    );
  });
});
