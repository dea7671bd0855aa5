import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entityId, type Author, type PutEdit } from '../../src/context/edit.js';
import { mergeEdits } from '../../src/ingest/merge.js';

const grain = (author: Author, value: string, evidence: string): PutEdit => ({ op: 'put', kind: 'grain', connection: 'w', source: 'orders', author, value: [value], evidence: [evidence] });
const page = (author: Author, body: string, evidence: string): PutEdit => ({ op: 'put', kind: 'page', connection: '', source: 'refunds', author, evidence: [evidence], value: { summary: 's', tags: [], refs: [], sl_refs: [], body } });

describe('mergeEdits', () => {
  test('what is derived stands against a model, which is told as a suggestion', () => {
    const merged = mergeEdits([grain('model', 'a', 'table:w/a'), grain('derived', 'z', 'table:w/z')]);
    expect(merged.edits).toEqual([grain('derived', 'z', 'table:w/z')]);
    expect(merged.findings).toMatchObject([{ code: 'suggestion', severity: 'notice', message: 'grain:w/orders is derived and stays; a model would write ["a"]' }]);
  });

  test('what reconcile decides settles what models disagree about', () => {
    const merged = mergeEdits([page('model', 'a', 'document:d/a'), page('model', 'b', 'document:d/b'), page('reconcile', 'c', 'document:d/c')]);
    expect([merged.edits, merged.findings]).toEqual([[page('reconcile', 'c', 'document:d/c')], []]);
  });

  test('two values of models are a conflict, the first in a fixed order stands; equal ones unite their evidence', () => {
    const [first, second] = [page('model', 'a', 'document:d/a'), page('model', 'b', 'document:d/b')];
    expect(mergeEdits([second, first])).toEqual({ edits: [first], findings: [], conflicts: [[first, second]] });
    expect(mergeEdits([page('model', 'b', 'document:d/b'), page('model', 'b', 'document:d/a')])).toEqual({ edits: [{ ...page('model', 'b', ''), evidence: ['document:d/a', 'document:d/b'] }], findings: [], conflicts: [] });
  });

  test('does not depend on the order, and gives one edit an entity', () => {
    const author = fc.constantFrom<Author>('derived', 'model', 'reconcile');
    const short = fc.constantFrom('a', 'b', 'c');
    const edit = fc.tuple(author, short, short, fc.boolean()).map(([by, value, evidence, isPage]) => (isPage ? page(by, value, `document:d/${evidence}`) : grain(by, value, `table:w/${evidence}`)));
    fc.assert(fc.property(fc.array(edit, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (edits, random) => {
      const merged = mergeEdits(edits);
      const shuffled = edits.map((one) => ({ one, at: random.next().value as number })).sort((a, b) => a.at - b.at).map(({ one }) => one);
      expect(mergeEdits(shuffled)).toEqual(merged);
      expect(merged.edits.map(entityId).sort()).toEqual([...new Set(edits.map(entityId))].sort());
    }), { numRuns: 300 });
  });
});
