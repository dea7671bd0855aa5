import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type YamlEdit, editYaml } from '../../src/text/yaml-edit.js';
import { type YamlPath, type YamlValue, emitYaml, readYaml } from '../../src/text/yaml.js';
import { printRandomly } from './yaml-printer.js';

const read = (text: string): unknown => {
  const result = readYaml(text);
  if (!result.ok) throw new Error(`${JSON.stringify(result.problem)}\n${text}`);
  return result.document.value;
};

const edited = (text: string, ...edits: readonly YamlEdit[]): string => {
  const result = editYaml(text, edits);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.text;
};

const set = (path: YamlPath, value: YamlValue | undefined, sorted = false): YamlEdit => ({ path, value, sorted });

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What an edit means, said once more and as plainly as possible. */
function expected(value: Json, [first, ...rest]: YamlPath, to: YamlValue | undefined): Json {
  if (first === undefined) return (to ?? null) as Json;
  const isMap = value !== null && typeof value === 'object' && !Array.isArray(value);
  const step = isMap && typeof first === 'number' ? String(first) : first;
  if (to === undefined && isMap !== (typeof step === 'string')) return value;
  const leaf = rest.length === 0;
  if (to === undefined && (value === null || typeof value !== 'object')) return value;
  const next = (child: Json | undefined): Json => expected(child ?? null, rest, to);
  if (typeof step === 'string') {
    const map = (value ?? {}) as Record<string, Json>;
    if (leaf && to === undefined) return Object.fromEntries(Object.entries(map).filter(([key]) => key !== step));
    if (to === undefined && !Object.hasOwn(map, step)) return value;
    return { ...map, [step]: next(Object.hasOwn(map, step) ? map[step] : undefined) };
  }
  const list = (value ?? []) as Json[];
  const wanted = typeof step === 'number' ? {} : step;
  const index =
    typeof step === 'number'
      ? step
      : list.findIndex((item) => item !== null && typeof item === 'object' && Object.entries(wanted).every(([k, v]) => (item as Record<string, Json>)[k] === v));
  if (to === undefined && (index === -1 || index >= list.length)) return value;
  if (leaf && to === undefined) return list.toSpliced(index, 1);
  const present = index !== -1 && index < list.length;
  const item = typeof step === 'number' ? next(list[index]) : expected(present ? (list[index] ?? null) : { ...wanted }, rest, to);
  const full = typeof step === 'number' ? item : ({ ...wanted, ...(item as object) } as Json);
  return present ? list.with(index, full) : [...list, full];
}

describe('the nasty documents', () => {
  const cases: readonly (readonly [name: string, text: string, edits: readonly YamlEdit[], after: string])[] = [
    ['a trailing comment stays', 'a: 1  # why\nb: 2\n', [set(['a'], 3)], 'a: 3  # why\nb: 2\n'],
    ['quotes stay quotes', `a: "x"\nb: 'y'\n`, [set(['a'], 'z'), set(['b'], 'w')], `a: "z"\nb: 'w'\n`],
    ['what reads as something else is quoted', 'a: x\n', [set(['a'], 'no')], 'a: "no"\n'],
    ['an equal value changes no byte', 'a: 0x10 \nb: [ 1,2 ]\n', [set(['a'], 16), set(['b'], [1, 2])], 'a: 0x10 \nb: [ 1,2 ]\n'],
    ['CRLF', 'a: 1\r\nb:\r\n  c: 2\r\n', [set(['b', 'd'], 'x\ny')], 'a: 1\r\nb:\r\n  c: 2\r\n  d: |-\r\n    x\r\n    y\r\n'],
    ['no last line break', 'a: 1\nb: 2', [set(['c'], 3)], 'a: 1\nb: 2\nc: 3'],
    ['no last line break, last removed', 'a: 1\nb: 2', [set(['b'], undefined)], 'a: 1'],
    ['a byte order mark', '\uFEFFa: 1\n', [set(['a'], 2)], '\uFEFFa: 2\n'],
    ['markers', '%YAML 1.2\n---\na: 1\n...\n# end\n', [set(['b'], 2)], '%YAML 1.2\n---\na: 1\nb: 2\n...\n# end\n'],
    ['an empty file', '', [set(['a', 'b'], 1)], 'a:\n  b: 1\n'],
    ['only comments', '# c\n', [set(['a'], 1)], '# c\na: 1\n'],
    ['an empty value', 'a:   # c\nb:\n', [set(['a'], 1), set(['b', 'c'], 2)], 'a: 1   # c\nb:\n  c: 2\n'],
    ['a block scalar with odd indentation', 'a: |\n      x\n        y\nb: 1\n', [set(['b'], 2)], 'a: |\n      x\n        y\nb: 2\n'],
    ['a block scalar and its header comment', 'a: |  # sql\n   x\nb: 1\n', [set(['a'], 'y\nz\n')], 'a: |  # sql\n  y\n  z\nb: 1\n'],
    ['a block scalar becomes a word', 'a: >-\n  x\n  y\n\nb: 1\n', [set(['a'], 'z')], 'a: z\n\nb: 1\n'],
    ['dashes under their key', 'a:\n- b: 1\n  c: 2\n# tail\n', [set(['a', 1], { b: 3, l: ['x'] })], 'a:\n- b: 1\n  c: 2\n- b: 3\n  l:\n  - x\n# tail\n'],
    ['four columns', 'a:\n    b:\n        c: 1\n', [set(['a', 'd', 'e'], { f: [1] })], 'a:\n    b:\n        c: 1\n    d:\n        e:\n            f:\n                - 1\n'],
    ['wide dashes', 'a:\n  -   b: 1\n', [set(['a', { b: '2' }, 'c'], 3)], 'a:\n  -   b: 1\n  -   b: "2"\n      c: 3\n'],
    ['the first entry behind a dash', '- a: 1\n  # about b\n  b: 2\n', [set([0, 'a'], undefined)], '- # about b\n  b: 2\n'],
    ['the first two behind a dash', '- a: 1\n  b: 2\n  c: 3\n', [set([0, 'a'], undefined), set([0, 'b'], undefined)], '- c: 3\n'],
    ['a list in a list', '- - a\n  - b\n', [set([0, 0], undefined), set([0, 1], 'c')], '- - b\n  - c\n'],
    ['comments above a removed item stay', 'a:\n  # one\n  - x\n  # two\n  - y # gone\n  - z\n', [set(['a', 1], undefined)], 'a:\n  # one\n  - x\n  # two\n  - z\n'],
    ['the last key of a map', 'a:\n  b: 1\nc: 2\n', [set(['a', 'b'], undefined)], 'a: {}\nc: 2\n'],
    ['and back', 'a: {}\nc: 2\n', [set(['a', 'b'], 1)], 'a:\n  b: 1\nc: 2\n'],
    ['the last item of a list', 'a:\n  - 1\n', [set(['a', 0], undefined)], 'a: []\n'],
    ['key order', 'b: 1\nd: 2\n', [set(['c'], 1, true), set(['a'], 2, true), set(['e'], 3, true), set(['0'], 4)], 'a: 2\nb: 1\nc: 1\nd: 2\ne: 3\n"0": 4\n'],
    ['key order above a comment', 'x:\n  # about b\n  b: 1\n', [set(['x', 'a'], 1, true)], 'x:\n  a: 1\n  # about b\n  b: 1\n'],
    ['flow maps', 'a: {x: 1, y: [1, 2]}\n', [set(['a', 'z'], { on: 'a, b' }), set(['a', 'y', 0], undefined)], 'a: {x: 1, y: [2], z: { "on": "a, b" }}\n'],
    ['flow with a last comma', 'a: [\n  x, # one\n  y, # two\n]\n', [set(['a', 2], 'z'), set(['a', 0], undefined)], 'a: [\n  y, # two\n  z,\n]\n'],
    ['flow over lines', 'a: [\n  x, # one\n  y # two\n]\n', [set(['a', 2], 'z')], 'a: [\n  x, # one\n  y, # two\n  z\n]\n'],
    ['a flow map without values', '{a, b: }\n', [set(['a'], 1), set(['b'], 2)], '{a: 1, b: 2 }\n'],
    ['an alias is written out', 'a: &x {k: 1}\nb: *x\nc: *x\n', [set(['b', 'k'], 2)], 'a: &x {k: 1}\nb:\n  k: 2\nc: *x\n'],
    ['a changed anchor', 'a: &x {k: 1}\nb: *x\nc: *x\n', [set(['a', 'k'], 2)], 'a: &x {k: 2}\nb: &x\n  k: 1\nc: *x\n'],
    ['a removed anchor', 'a: &x 1\nb: [*x, *x]\n', [set(['a'], undefined)], 'b: [&x 1, *x]\n'],
    ['an anchor that is defined again', '- &x 1\n- *x\n- &x 2\n- *x\n', [set([0], 3)], '- &x 3\n- &x 1\n- &x 2\n- *x\n'],
    ['a merged key', 'a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  m: 3\n', [set(['b', 'k'], 4), set(['b', 'm'], undefined)], 'a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 4\n'],
    ['a merged key removed', 'a: &x {k: 1, l: 2}\nb:\n  <<: *x\n', [set(['b', 'k'], undefined)], 'a: &x {k: 1, l: 2}\nb:\n  l: 2\n'],
    ['a source of merged keys', 'a: &x {k: 1}\nb:\n  <<: *x\n', [set(['a', 'k'], 2)], 'a: &x {k: 2}\nb:\n  <<: &x\n    k: 1\n'],
    ['a tag', 'a: !!str 1\n', [set(['a'], 2)], 'a: 2\n'],
    ['an explicit key', '? a\n: b\n', [set(['a'], 'c')], '? a\n: c\n'],
    ['a key that is a number', '1: a\n', [set(['1'], 'b')], '1: b\n'],
    ['a value below its key', 'a:\n  # c\n  long\n  text\nb: 1\n', [set(['a'], 'x')], 'a:\n  # c\n  x\nb: 1\n'],
    ['a multi-line scalar', 'a: "x\n  y" # c\nb: 1\n', [set(['a'], 'z')], 'a: "z" # c\nb: 1\n'],
    ['a single value as the root', '--- x # c\n', [set([], 'z')], '--- z # c\n'],
    ['a list as the root', '# c\n- 1\n', [set([], { a: 1 })], '# c\na: 1\n'],
    ['trailing spaces and tabs', 'a: 1  \t\nb: 2\t# x\n', [set(['b'], 3)], 'a: 1  \t\nb: 3\t# x\n'],
    ['a key that is quoted', '"on": 1\n\'b\': 2\n', [set(['on'], 3), set(['b'], 4)], '"on": 3\n\'b\': 4\n'],
    ['a set item of a list', 'l:\n  - name: a\n    x: 1\n  - name: b\n', [set(['l', { name: 'a' }], { x: 2 })], 'l:\n  - name: a\n    x: 2\n  - name: b\n'],
    ['a list that is set as a whole', 'l:\n  # first\n  - a # x\n  - b # y\n', [set(['l'], ['a', 'c', 'b'])], 'l:\n  # first\n  - a # x\n  - c\n  - b # y\n'],
    ['a comment behind the last item', 'l:\n  - a\n  # tail of l\nb: 1\n', [set(['l', 1], 'x')], 'l:\n  - a\n  - x\n  # tail of l\nb: 1\n'],
    ['a deep comment below, which a block scalar would take in', 'a: 1\n    # deep\nb: 2\n', [set(['a'], 'x\ny')], 'a: "x\\ny"\n    # deep\nb: 2\n'],
    ['a block scalar with line breaks at its end', 'a: 1\n\nb: 2\n', [set(['a'], 'x\n\n\n')], 'a: "x\\n\\n\\n"\n\nb: 2\n'],
    ['a blank line above what becomes a block scalar', 'a:\n\n  # c\n  b: 1\n', [set(['a'], 'x\ny')], 'a: |-\n  x\n  y\n'],
    ['a pair in a flow list', 'a: [b: 1]\n', [set(['a', 0, 'c'], 2)], 'a: [{ b: 1, c: 2 }]\n'],
    ['only an end marker', '...\n', [set(['a'], [1])], 'a:\n  - 1\n...\n'],
    ['a __proto__ key', 'a: 1\n', [set(['__proto__', 'x'], 1)], 'a: 1\n__proto__:\n  x: 1\n'],
  ];

  test.each(cases)('%s', (_, text, edits, after) => {
    expect(edited(text, ...edits)).toBe(after);
  });

  test.each([
    ['a: 1\n', set(['a', 'b'], 1), 'a is a single value'],
    ['a: [1]\n', set(['a', 'b'], 1), 'a is a list, which has no key "b"'],
    ['a: [1]\n', set(['a', 2], 1), 'a has 1 items, so there is no place 2'],
    ['a: {}\n', set(['a', { name: 'b' }], {}), 'a is a map, not a list'],
    ['a: []\n', set(['a', { name: 'b' }], 1), 'an item of a must be a map'],
    ['a: [\n', set(['a'], 1), expect.any(String)],
  ])('what does not fit %j is a problem', (text, edit, message) => {
    expect(editYaml(text, [edit])).toMatchObject({ ok: false, problem: { message } });
  });

  test('removing what is not there changes nothing', () => {
    const text = 'a: 1\nb: [x]\n';
    for (const path of [['c'], ['a', 'b'], ['b', 3], ['b', { name: 'x' }, 'y'], ['c', 'd', 0]]) expect(edited(text, set(path, undefined))).toBe(text);
  });

  test('the value of the caller stays as it is, and later edits may go into it', () => {
    const value = { x: { z: 1 } };
    expect(edited('', set(['a'], value), set(['a', 'x', 'z'], 2))).toBe('a:\n  x:\n    z: 2\n');
    expect(value).toEqual({ x: { z: 1 } });
  });
});

const word = fc.constantFrom('a', 'b', 'c', 'name', 'on', 'd e', 'x\ny', 'x\ny\n', 'no', '1', ' lead', 'q: r', "it's", '# h', '');
const key = fc.constantFrom('a', 'b', 'c', 'd', 'name', 'on', 'k k', 'z-z');
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(word, fc.integer({ min: -3, max: 300 }), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5, noNullPrototype: true }),
    fc.array(fc.record({ name: fc.constantFrom('p', 'q', 'r'), v: tie('tree') }, { noNullPrototype: true }), { maxLength: 3 }),
  ),
}));
const document = fc.oneof({ weight: 5, arbitrary: fc.dictionary(key, tree, { minKeys: 1, maxKeys: 6, noNullPrototype: true }) }, { weight: 1, arbitrary: tree });
const step = fc.oneof(key, fc.nat(3), fc.constantFrom('p', 'q', 'r', 's').map((name) => ({ name })));
const edit: fc.Arbitrary<YamlEdit> = fc.record({
  path: fc.array(step, { maxLength: 4 }),
  value: fc.option(tree as fc.Arbitrary<YamlValue>, { nil: undefined }),
  sorted: fc.boolean(),
});
const seed = fc.integer();
const runs = { numRuns: 300 };

describe('any document and any edit', () => {
  test.each([false, true])('gives the value that the edits mean, anchors %s', (anchors) => {
    fc.assert(
      fc.property(document, seed, fc.array(edit, { minLength: 1, maxLength: 6 }), (value, style, edits) => {
        const text = printRandomly(value, style, { anchors });
        expect(read(text)).toEqual(value);
        let wanted: Json = value;
        let current = text;
        for (const one of edits) {
          const result = editYaml(current, [one]);
          if (!result.ok) {
            expect([result.problem.reason, result.problem.message]).not.toEqual(['shape', expect.stringContaining('cannot be written')]);
            continue;
          }
          wanted = expected(wanted, one.path, one.value);
          current = result.text;
          expect(read(current)).toEqual(wanted);
        }
        const fitting = edits.filter((one, index) => editYaml(text, edits.slice(0, index + 1)).ok || one === edits[0]);
        const batch = editYaml(text, fitting);
        if (batch.ok) expect(read(batch.text)).toEqual(fitting.reduce<Json>((json, one) => expected(json, one.path, one.value), value));
      }),
      runs,
    );
  });

  test('leaves every line outside of the entry that it touches', () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 2, maxKeys: 6, noNullPrototype: true }), seed, edit, fc.nat(5), (value, style, { path, value: to }, at) => {
        const text = printRandomly(value, style);
        const keys = Object.keys(value);
        const index = at % keys.length;
        const before = readYaml(text);
        const result = editYaml(text, [{ path: [keys[index] ?? '', ...path], value: to }]);
        if (!before.ok || !result.ok) return;
        const lines = text.split(/(?<=\n)/);
        const line = (position: number): number => before.document.place([keys[position] ?? ''], { key: true })?.line ?? lines.length + 1;
        if (line(0) === line(1)) return;
        const head = lines.slice(0, line(index) - 1).join('');
        const tail = index + 1 < keys.length ? lines.slice(line(index + 1) - 1).join('') : '';
        expect(`${result.text}${text.endsWith('\n') ? '' : (/\r?\n/.exec(text)?.[0] ?? '')}`.startsWith(head)).toBe(true);
        expect(result.text.endsWith(tail)).toBe(true);
      }),
      runs,
    );
  });

  test('keeps every comment line of a block when one entry is added, and gives it back when that is removed', () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 6, noNullPrototype: true }), seed, tree, fc.boolean(), (value, style, to, sorted) => {
        const text = printRandomly(value, style);
        if (to === null) return;
        const added = edited(text, set(['new'], to as YamlValue, sorted));
        expect(edited(added, set(['new'], undefined))).toBe(text);
      }),
      runs,
    );
  });

  test('changes no byte for values that are there already', () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), seed, (value, style) => {
        const text = printRandomly(value, style, { anchors: true });
        expect(edited(text, ...Object.entries(value).map(([name, item]) => set([name], item as YamlValue)))).toBe(text);
      }),
      runs,
    );
  });
});

test('a batch of 2,000 edits takes few parses', () => {
  const tables = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`t${i}`, { table: `main.t${i}`, columns: [{ name: 'id', type: 'number' }, { name: 'at', type: 'time' }] }]),
  );
  const text = emitYaml({ tables });
  const edits = Object.keys(tables).map((name, i) => set(['tables', name, 'columns', { name: i % 2 === 0 ? 'at' : 'new' }, 'type'], 'string'));
  const after = read(edited(text, ...edits)) as { tables: Record<string, { columns: unknown[] }> };
  expect(Object.values(after.tables).map(({ columns }) => columns.length)).toEqual(Object.keys(tables).map((_, i) => (i % 2 === 0 ? 2 : 3)));
});
