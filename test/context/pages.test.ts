import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PageValue } from '../../src/context/edit.js';
import { fieldsOf, pageFields, plainBody, readPage } from '../../src/context/page.js';
import { changed, ContextProject, page, said, table, withdraw } from './project.js';

const file = 'wiki/global/refunds.md';
const written = `---
summary: How refunds are counted
tags:
  - finance
sl_refs:
  - w/orders.revenue
---
Refunds count in the month of the order.
`;

function judged(): ContextProject {
  const project = new ContextProject();
  project.night([...table(), page('refunds')]);
  return project;
}

describe('a page', () => {
  test('is written as ktx reads it, filed by its fields, and stays when nothing restates it', () => {
    const project = judged();
    expect(project.read(file)).toBe(written);
    const record = project.lock.get('file', file) as { own?: boolean; e: Record<string, unknown> };
    expect([record.own, Object.keys(record.e).sort()]).toEqual([true, ['body', 'refs', 'sl_refs', 'summary', 'tags']]);
    expect(record.e['summary']).toMatchObject({ by: 'model', ev: ['document:docs/refunds.md'] });
    const before = project.all();
    for (const edits of [table(), [...table(), page('refunds')], []]) {
      expect(changed(project.night(edits))).toEqual([]);
      expect(project.all()).toEqual(before);
    }
  });

  test('is updated field by field, and the change says what the page says afterwards', () => {
    const project = judged();
    const applied = project.night([page('refunds', { summary: 'How refunds count', tags: [], refs: ['returns'], body: 'Another text.\n\nOf two paragraphs.\n\n' })]);
    expect(applied.changes).toMatchObject([{ file, edit: { kind: 'page', connection: '', source: 'refunds', value: { summary: 'How refunds count', tags: [], refs: ['returns'] } }, before: { summary: 'How refunds are counted', tags: ['finance'] } }]);
    expect(project.read(file)).toBe('---\nsummary: How refunds count\nsl_refs:\n  - w/orders.revenue\nrefs:\n  - returns\n---\nAnother text.\n\nOf two paragraphs.\n');
  });

  test('keeps comments, unknown keys, order, quotes and line endings', () => {
    const project = judged();
    project.edit(file, () => `---\n# looked at\nusage_mode: always   # mine\ntags: [finance]\nsummary: "How refunds are counted"  # so\nsl_refs: [w/orders.revenue]\n---\n\nRefunds count in the month of the order.\n\n`.replaceAll('\n', '\r\n'));
    const mine = project.read(file);
    expect([changed(project.night([page('refunds')])), project.read(file)]).toEqual([[], mine]);
    project.night([page('refunds', { tags: ['finance', 'returns'] })]);
    expect(project.read(file)).toBe(mine.replace('[finance]', '[finance, returns]'));
    project.night([page('refunds', { tags: ['finance', 'returns'], summary: 'New', refs: ['a'], body: 'One.\nTwo.' })]);
    expect(project.read(file)).toBe('---\n# looked at\nusage_mode: always   # mine\ntags: [finance, returns]\nsummary: "New"  # so\nsl_refs: [w/orders.revenue]\nrefs:\n  - a\n---\nOne.\nTwo.\n'.replaceAll('\n', '\r\n'));
  });

  test('of one line of frontmatter with CRLF gets CRLF', () => {
    const project = new ContextProject();
    project.night([page('refunds', { tags: [], sl_refs: [] })]);
    project.edit(file, (text) => text.replaceAll('\n', '\r\n'));
    project.night([page('refunds', { tags: ['a'], sl_refs: [] })]);
    expect(project.read(file)).toBe('---\r\nsummary: How refunds are counted\r\ntags:\r\n  - a\r\n---\r\nRefunds count in the month of the order.\r\n');
  });

  test('of which a person changed one field stays theirs in it and ours in the others', () => {
    const project = judged();
    project.edit(file, (text) => text.replace('Refunds count in', 'We count refunds in'));
    const applied = project.night([page('refunds', { summary: 'New' })]);
    expect(project.read(file)).toBe(written.replace('Refunds count in', 'We count refunds in').replace('How refunds are counted', 'New'));
    expect(said(applied, 'suggestion')).toEqual([`${file}:8 body of page:refunds is yours and stays; the evidence says "Refunds count in the month of the order."`]);
    expect(Object.keys((project.lock.get('file', file) as { e: object }).e)).toEqual(['refs', 'sl_refs', 'summary', 'tags']);
    project.edit(file, (text) => text.replace('summary: New', 'summary: Mine'));
    expect(said(project.night([page('refunds', { summary: 'Newer', body: 'x' })]), 'suggestion').map((line) => line.slice(0, file.length + 13))).toEqual([`${file}:2 summary of`, `${file}:8 body of pa`]);
  });

  test('that a person rewrote is theirs as a whole, and the lock forgets it', () => {
    const project = judged();
    project.edit(file, () => 'Just notes.\n');
    project.night(table());
    expect(project.lock.get('file', file)).toMatchObject({ e: { refs: { by: 'model' } } });
    project.edit(file, () => '---\nsummary: Mine\ntags: [mine]\nrefs: [mine]\nsl_refs: [mine]\n---\nJust notes.\n');
    const mine = project.read(file);
    project.night(table());
    expect(project.lock.get('file', file)).not.toHaveProperty('e');
    expect(said(project.night([page('refunds')]), 'suggestion')).toHaveLength(5);
    expect(project.read(file)).toBe(mine);
  });

  test('that a person deleted stays away, even if they deleted it on a night that did not ask for it', () => {
    const project = judged();
    project.files.delete(file);
    expect(said(project.night(table()), 'removed-by-person')).toHaveLength(1);
    expect([project.gone(), project.lock.get('file', file)]).toEqual([['page:refunds'], undefined]);
    const before = project.all();
    expect(changed(project.night([...table(), page('refunds')]))).toEqual([]);
    expect(project.all()).toEqual(before);
  });

  test('of a person is left alone: a first run without a lock, and one beside it', () => {
    const project = new ContextProject();
    project.files.set(file, '---\nsummary: Mine\ntags: [finance]\n---\nMy text.\n');
    const mine = project.read(file);
    for (const value of [{}, { summary: 'Mine' }]) {
      const applied = project.night([...table(), page('refunds', value)]);
      expect(said(applied, 'suggestion')).toContain(`${file}:5 body of page:refunds is yours and stays; the evidence says "Refunds count in the month of the order."`);
      expect(project.read(file)).toBe(mine);
    }
    expect(changed(project.night(table(), { withdrawn: [withdraw(page('refunds'))] }))).toEqual([]);
    expect(project.files.has(file)).toBe(true);
  });

  test('of a person in other letters is not written over on a disk that does not tell them apart', () => {
    const project = new ContextProject();
    project.files.set('wiki/global/Refunds.md', 'Mine.\n');
    expect(said(project.night([page('refunds')]), 'suggestion')).toHaveLength(1);
    expect([...project.files.keys()]).toEqual(['wiki/global/Refunds.md']);
  });

  test('whose frontmatter is broken is left alone, with the line', () => {
    const project = judged();
    project.edit(file, (text) => text.replace('tags:', 'tags: ['));
    const mine = project.read(file);
    expect(said(project.night([page('refunds', { body: 'New.' })]), 'context-syntax')[0]).toMatch(/^wiki\/global\/refunds\.md:\d+ /);
    expect(project.read(file)).toBe(mine);
    project.edit(file, (text) => text.replace('tags: [', 'tags:'));
    project.night([page('refunds', { body: 'New.' })]);
    expect(project.read(file)).toBe(written.replace('Refunds count in the month of the order.', 'New.'));
  });

  test.each(['../x', 'a/b', 'Upper', '', '-a', '.a', 'a.md', 'a'.repeat(121), 'user/ana/notes', 'é'])('with the key %j never reaches a file', (key) => {
    const project = new ContextProject();
    expect(said(project.night([page(key)]), 'edit-dropped')).toHaveLength(1);
    expect([...project.files.keys()]).toEqual([]);
  });

  test('that is taken back goes if all in it is ours', () => {
    const project = judged();
    expect(changed(project.night([], { withdrawn: [withdraw(page('refunds'))] }))[0]).toMatch(/^remove page by model over \{"summary"/);
    expect([project.files.has(file), project.gone(), project.lock.get('file', file)]).toEqual([false, [], undefined]);
    project.night([page('refunds')]);
    expect(project.read(file)).toBe(written);
  });

  test.each([
    ['a field', (text: string) => text.replace('finance', 'money'), 'tags', 4],
    ['a key of theirs', (text: string) => text.replace('tags:', 'usage_mode: never\ntags:'), 'usage_mode', 3],
  ])('that is taken back stays where a person wrote %s', (_, change, what, line) => {
    const project = judged();
    project.edit(file, change);
    const mine = project.read(file);
    const applied = project.night([], { withdrawn: [withdraw(page('refunds'))] });
    expect(said(applied, 'suggestion')).toEqual([`${file}:${what === 'tags' ? 3 : line} page:refunds no longer holds, but ${what} in it is yours, so it stays`]);
    expect(project.read(file)).toBe(mine);
  });

  test('that reconcile decided stays against a model', () => {
    const project = new ContextProject();
    project.night([{ ...page('refunds'), author: 'reconcile' }]);
    const before = project.all();
    expect(said(project.night([page('refunds', { body: 'Other.' })]), 'suggestion')[0]).toContain('body of page:refunds is decided and stays');
    expect(project.all()).toEqual(before);
  });
});

describe('any pages', () => {
  const words = fc.constantFrom('plain', 'two words', 'a: b', '# x', '- y', "it's", 'no', '---', 'é "q"', '{a}', 'x #y');
  const lines = fc.array(fc.constantFrom('Text.', '', '---', '# Title', '  indented', '```', 'summary: x', '…'), { maxLength: 6 }).map((all) => all.join('\n'));
  const value: fc.Arbitrary<PageValue> = fc.record({ summary: words, tags: fc.uniqueArray(words, { maxLength: 3 }), refs: fc.uniqueArray(words, { maxLength: 2 }), sl_refs: fc.uniqueArray(words, { maxLength: 2 }), body: lines });
  const canonical = (one: PageValue): PageValue => ({ ...one, body: plainBody(one.body) });
  const says = (project: ContextProject): unknown => fieldsOf(readPage(Buffer.from(project.read(file))));

  test('read as they were written, whatever was there before, and the second time nothing changes', () => {
    fc.assert(fc.property(value, value, fc.boolean(), (first, second, crlf) => {
      const project = new ContextProject();
      project.night([page('refunds', first)]);
      expect(says(project)).toEqual(canonical(first));
      if (crlf) project.files.set(file, project.read(file).replaceAll('\n', '\r\n'));
      project.night([page('refunds', second)]);
      expect(says(project)).toEqual(canonical(second));
      if (crlf) expect(project.read(file).replaceAll('\r\n', '')).not.toContain('\n');
      const before = project.all();
      expect(changed(project.night([page('refunds', second)]))).toEqual([]);
      expect(project.all()).toEqual(before);
    }), { numRuns: 200 });
  });

  test('keep every field that a person changed, and every line that is not a field', () => {
    fc.assert(fc.property(value, value, fc.subarray([...pageFields]), (first, second, mine) => {
      const project = new ContextProject();
      project.night([page('refunds', { ...first, summary: 'ours', tags: ['ours'], refs: ['ours'], sl_refs: ['ours'], body: 'ours' })]);
      project.edit(file, (text) => ['# a comment', 'usage_mode: auto  # kept'].reduce((at, line) => at.replace('---\n', `---\n${line}\n`), text));
      for (const field of mine) project.edit(file, (text) => (field === 'body' ? text.replace(/ours\n$/, 'my own\n') : text.replace(new RegExp(`(\n${field}:[^:]*?)ours`), '$1my own')));
      project.night([page('refunds', second)]);
      const after = says(project) as Record<string, unknown>;
      for (const field of pageFields) expect(after[field]).toEqual(mine.includes(field) ? (field === 'summary' || field === 'body' ? 'my own' : ['my own']) : canonical(second)[field]);
      expect(project.read(file)).toContain('usage_mode: auto  # kept\n# a comment\n');
    }), { numRuns: 200 });
  });

  test('in any order give the same bytes', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), value), { selector: ([key]) => key }), (all) => {
      const [one, other] = [new ContextProject(), new ContextProject()];
      one.night(all.map(([key, each]) => page(key, each)));
      other.night(all.toReversed().map(([key, each]) => page(key, each)));
      expect(other.all()).toEqual(one.all());
    }), { numRuns: 50 });
  });
});
