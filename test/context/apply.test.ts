import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyDesires, type SourceDesire } from '../../src/context/apply.js';
import { readContext } from '../../src/context/context.js';
import type { PutEdit } from '../../src/context/edit.js';
import type { EntityRecord, Knowledge } from '../../src/context/knowledge.js';
import { readYaml } from '../../src/text/yaml.js';

const path = 'semantic-layer/w/_schema/public.yaml';
const unknown: Knowledge = { file: () => undefined, records: () => undefined, sourcesIn: () => [], sources: () => [], isGone: () => false, exists: false };

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'string' | 'number'; readonly text: string }[];
  readonly joins: readonly string[];
  readonly grain: boolean;
}

const word = fc.constantFrom('a', 'b', 'order lines', 'On', 'no', 'x-1', 'été', 'select', '1', "it's", '"q"');
const column = fc.record({ name: word, type: fc.constantFrom('string' as const, 'number' as const), text: fc.constantFrom('', 'plain', 'two\nlines', '# not a comment', '- x: y', 'ends with space ', '@team') });
const tables = fc.uniqueArray(fc.record({ name: word, columns: fc.uniqueArray(column, { selector: (one) => one.name, minLength: 1, maxLength: 4 }), joins: fc.uniqueArray(word, { maxLength: 2 }), grain: fc.boolean() }), { selector: (one) => one.name, minLength: 1, maxLength: 6 });

function desire(table: Table): SourceDesire {
  const common = { op: 'put' as const, connection: 'w', source: table.name, author: 'derived' as const, evidence: [`table:w/${table.name}`] };
  const edits: PutEdit[] = [
    { ...common, kind: 'source', value: { table: `main.${table.name}`, columns: table.columns.map(({ name, type }, i) => ({ name, type, ...(i === 0 ? { pk: true as const } : {}) })) } },
    ...table.columns.filter((one) => one.text.trim() !== '').map((one): PutEdit => ({ ...common, kind: 'description', column: one.name, key: 'dbt', value: one.text.trim() })),
    ...table.joins.map((to): PutEdit => ({ ...common, kind: 'join', value: { to, on: `${table.name}.k = ${to}.id`, relationship: 'many_to_one', source: 'inferred' } })),
    ...(table.grain ? [{ ...common, kind: 'grain' as const, value: [table.columns[0]?.name ?? ''] }] : []),
  ];
  return { connection: 'w', source: table.name, kind: 'manifest', path, edits, withdrawn: [], follows: ['db', 'dbt'], evidence: [`table:w/${table.name}`] };
}

type Files = ReadonlyMap<string, Uint8Array>;

interface State {
  readonly files: Files;
  readonly changed: number;
  readonly knowledge: Knowledge;
}

const nothing: State = { files: new Map(), changed: 0, knowledge: unknown };

function apply({ files, knowledge }: State, desires: readonly SourceDesire[], removed: readonly string[] = []): State {
  const applied = applyDesires(readContext(files, () => undefined), knowledge, desires, removed.map((source) => ({ connection: 'w', source, evidence: [] })), false);
  expect(applied.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  const after = new Map(files);
  for (const [name, text] of applied.files) {
    if (text === null) after.delete(name);
    else after.set(name, Buffer.from(text));
  }
  const records = new Map<string, Record<string, EntityRecord>>();
  for (const [id, found] of applied.records) {
    const source = id.slice(id.indexOf('#') + 1);
    records.set(source, { ...records.get(source), ...found });
  }
  return { files: after, changed: applied.changes.length, knowledge: { ...unknown, exists: true, records: (_, source) => records.get(source), sources: () => [...records.keys()] } };
}

const text = (files: Files): Record<string, string> => Object.fromEntries<string>([...files].map(([name, bytes]): [string, string] => [name, Buffer.from(bytes).toString('utf8')]).sort());

describe('applyDesires', () => {
  test('gives the same bytes whatever the order, and nothing the second time', () => {
    fc.assert(fc.property(tables, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (wanted, random) => {
      const desires = wanted.map(desire);
      const first = apply(nothing, desires);
      const shuffled = desires.map((one) => ({ one, at: Number(random.next().value) })).sort((a, b) => a.at - b.at).map((each) => each.one);
      expect(text(apply(nothing, shuffled).files)).toEqual(text(first.files));
      const again = apply(first, desires);
      expect([again.changed, text(again.files)]).toEqual([0, text(first.files)]);
    }), { numRuns: 150 });
  });

  test('brings one state to another field by field: the result says what a fresh file would say', () => {
    fc.assert(fc.property(tables, tables, (before, after) => {
      const base = apply(nothing, before.map(desire));
      const names = new Set(after.map((one) => one.name));
      const moved = apply(base, after.map(desire), before.filter((one) => !names.has(one.name)).map((one) => one.name)).files;
      const fresh = apply(nothing, after.map(desire)).files;
      expect(meaning(moved)).toEqual(meaning(fresh));
    }), { numRuns: 150 });
  });

  test('leaves what a person wrote beside it as it is', () => {
    fc.assert(fc.property(tables, tables, (before, after) => {
      const base = apply(nothing, before.map(desire));
      let count = 0;
      const mine = text(base.files)[path]?.replace(/\n {4}(table: .*)\n/g, (_, line: string) => `\n    ${line}   # looked at\n    usage: {narrative: "mine:  ${(count += 1)}"}\n`) ?? '';
      const read = readYaml(mine);
      const marks = new Map(Object.entries((read.ok ? (read.document.value as { tables: Record<string, { usage: { narrative: string } }> }) : { tables: {} }).tables).map(([name, entry]) => [name, entry.usage.narrative]));
      const touched: State = { ...base, files: new Map([...base.files, [path, Buffer.from(mine)]]) };
      const kept = before.filter((one) => after.some((other) => other.name === one.name));
      const result = (text(apply(touched, after.map(desire)).files)[path] ?? '').split('\n');
      for (const one of kept) expect(result).toContain(`    usage: {narrative: "${marks.get(one.name) ?? ''}"}`);
    }), { numRuns: 100 });
  });
});

/** What files say, the order of keys and items apart. */
function meaning(files: Files): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => JSON.stringify(plain(item))).sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, plain(item)]));
  };
  return Object.fromEntries(Object.entries(text(files)).map(([name, yaml]) => {
    const read = readYaml(yaml);
    if (!read.ok) throw new Error(read.problem.message);
    return [name, plain(read.document.value)];
  }));
}
