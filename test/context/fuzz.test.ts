import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PageValue, PutEdit, RemoveEdit } from '../../src/context/edit.js';
import { readContext } from '../../src/context/context.js';
import { schemaGate } from '../../src/context/gates/schema.js';
import { mergeEdits } from '../../src/ingest/merge.js';
import { ContextProject, table, withdraw } from './project.js';
import { strictProblems } from './strict-schema.js';

/** Random edit sets over random contexts: it never crashes, what comes out loads, once more changes nothing, the order does not matter. */

const sources = ['orders', 'customers', 'visits'];
const columns = ['id', 'amount', 'on', 'Weird Name', 'größe'];
const words = fc.constantFrom('Euros.', 'yes', '- [ ] x', 'a: b #c', '"quoted" \'too\'', 'line\nbreak', '  spaced  ', '😀 emoji', 'null', '2026-11-26', '---', '| table |', '{a: 1}', '*alias', '!tag', '%');
const expressions = fc.constantFrom('sum(amount)', 'count(id)', "sum(case when \"on\" = 'x' then 1 else 0 end)", 'avg(amount) / 100.0', 'a / b');
const names = fc.constantFrom('revenue', 'orders', 'no', 'x1', 'Total');
const author = fc.constantFrom('model' as const, 'reconcile' as const);

const page: fc.Arbitrary<PutEdit> = fc.record({ key: fc.constantFrom('a', 'refunds', 'on-call'), summary: words.map((text) => text.replace(/\s+/g, ' ').trim()), body: fc.array(words, { maxLength: 3 }).map((parts) => parts.join('\n\n')), tags: fc.array(names, { maxLength: 2 }), refs: fc.array(fc.constantFrom('a', 'refunds'), { maxLength: 2 }), by: author })
  .map(({ key, summary, body, tags, refs, by }) => ({ op: 'put', kind: 'page', connection: '', source: key, author: by, evidence: ['document:d/a.md'], value: { summary, tags, refs, sl_refs: [], body } satisfies PageValue }));

const entity: fc.Arbitrary<PutEdit> = fc.tuple(fc.constantFrom(...sources), author, fc.oneof(
  fc.tuple(names, expressions, fc.option(words), fc.option(expressions)).map(([name, expr, description, filter]) => ({ kind: 'measure' as const, name, value: { name, expr, ...(description === null ? {} : { description }), ...(filter === null ? {} : { filter }) } })),
  fc.tuple(names, expressions).map(([name, expr]) => ({ kind: 'segment' as const, name, value: { name, expr } })),
  fc.tuple(fc.option(fc.constantFrom(...columns)), words).map(([column, value]) => ({ kind: 'description' as const, key: 'ai', value, ...(column === null ? {} : { column }) })),
)).map(([source, by, rest]) => ({ op: 'put', connection: 'w', source, author: by, evidence: [`table:w/main.${source}`], ...rest }) as PutEdit);

const derived = fc.subarray(sources, { minLength: 1 }).chain((present) => fc.tuple(...present.map((source) => fc.tuple(fc.subarray(columns, { minLength: 1 }), fc.boolean(), fc.option(words)).map(([own, grain, said]) => table(source, { columns: own, grain, text: said ?? '' })))).map((all) => all.flat()));

interface Night {
  readonly derived: readonly PutEdit[];
  readonly judged: readonly PutEdit[];
  readonly additive: boolean;
  readonly withdrawn: readonly number[];
  /** What a person does to the files before: a comment, a value, a line taken out. */
  readonly person: 'nothing' | 'comment' | 'value' | 'delete';
}

const nights: fc.Arbitrary<readonly Night[]> = fc.array(fc.record({
  derived, judged: fc.array(fc.oneof({ weight: 3, arbitrary: entity }, page), { maxLength: 8 }), additive: fc.boolean(), withdrawn: fc.array(fc.nat(7), { maxLength: 2 }), person: fc.constantFrom('nothing' as const, 'nothing' as const, 'comment' as const, 'value' as const, 'delete' as const),
}), { minLength: 1, maxLength: 4 });

function meddle(project: ContextProject, how: Night['person']): void {
  for (const [path, text] of project.files) {
    if (path.includes('/_schema/')) continue;
    if (how === 'comment') project.files.set(path, path.endsWith('.md') ? `${text}\nMine.\n` : `# mine\n${text}`);
    if (how === 'value') project.files.set(path, text.replace('sum(amount)', 'sum(amount * 2)'));
    if (how === 'delete') project.files.delete(path);
  }
}

function live(all: readonly Night[], order: (edits: readonly PutEdit[]) => readonly PutEdit[]): ContextProject {
  const project = new ContextProject(sources);
  for (const night of all) {
    meddle(project, night.person);
    const taken: RemoveEdit[] = night.withdrawn.flatMap((at) => (night.judged[at] ? [withdraw(night.judged[at])] : []));
    const edits = order([...night.derived, ...night.judged.filter((_, at) => !night.withdrawn.includes(at))]);
    project.night(edits, { withdrawn: taken, additive: night.additive });
  }
  return project;
}

/** About six edit sets each, ten thousand in all; the seed is random, and printed where it fails. */
const runs = 1_700;

describe('random edit sets over random contexts', () => {
  test('load strictly, once more changes nothing, and the order does not matter', () => {
    fc.assert(fc.property(nights, fc.nat(), (all, seed) => {
      const project = live(all, (edits) => edits);
      const files = Object.fromEntries(project.files);
      expect(strictProblems(files)).toEqual([]);
      const context = readContext(new Map([...project.files].map(([path, text]) => [path, Buffer.from(text)])), () => undefined);
      expect([...schemaGate(context), ...context.findings()].filter(({ severity }) => severity === 'error')).toEqual([]);
      const before = project.all();
      const last = all.at(-1);
      if (!last) return;
      project.night([...last.derived, ...last.judged.filter((_, at) => !last.withdrawn.includes(at))], { additive: last.additive });
      expect(project.all()).toEqual(before);
      const shuffled = live(all, (edits) => [...edits].sort((a, b) => scrambled(JSON.stringify(a), seed) - scrambled(JSON.stringify(b), seed)));
      expect(shuffled.all()).toEqual(before);
    }), { numRuns: runs });
  });

  test('merge to the same, however they are grouped', () => {
    fc.assert(fc.property(fc.array(entity, { maxLength: 12 }), fc.nat(12), (edits, at) => {
      const whole = mergeEdits(edits).edits;
      expect(mergeEdits([...mergeEdits(edits.slice(at)).edits, ...edits.slice(0, at)]).edits.map((edit) => edit.kind)).toEqual(whole.map((edit) => edit.kind));
      expect(mergeEdits([...edits].reverse()).edits).toEqual(whole);
    }), { numRuns: 2_000 });
  });
});

/** An order that a seed gives. */
function scrambled(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return hash;
}
