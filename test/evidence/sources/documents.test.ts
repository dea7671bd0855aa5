import { expect, test } from '@jest/globals';
import { readDocuments } from '../../../src/evidence/sources/documents.js';
import { withFiles } from '../folder.js';

const read = (files: Readonly<Record<string, string | Uint8Array>>, globs = ['**']): ReturnType<typeof readDocuments> =>
  withFiles(files, (root) => readDocuments({ connection: 'files', root, globs }));

test('documents have a title, their definitions and a place', async () => {
  const { evidence, definitions, findings } = await read({
    'docs/metrics.md': '# The metrics\n\n## Churn\nGone.\n', 'docs/notes.txt': '# not Markdown\n**Churn**: x\n', 'z.mdx': '---\ntitle: "A page"\n---\n# Other\n', 'a.png': 'x',
  });
  expect(evidence.map(({ id, data, presence }) => [id, data.title, presence])).toEqual([
    ['document:files/docs/metrics.md', 'The metrics', 'present'], ['document:files/docs/notes.txt', 'notes', 'present'], ['document:files/z.mdx', 'A page', 'present'],
  ]);
  expect(definitions).toEqual([{ term: 'Churn', text: 'Gone.', origin: { file: 'docs/metrics.md', line: 3, column: 4 }, evidence: 'document:files/docs/metrics.md' }]);
  expect(findings).toEqual([]);
});

test('the hash follows the words, not the line endings or trailing space', async () => {
  const hash = async (contents: string): Promise<unknown> => (await read({ 'a.md': contents })).evidence[0]?.hash;
  const before = await hash('# A\n\nText.\n');
  expect(await hash('# A  \r\n\r\nText.\r\n\r\n')).toBe(before);
  expect(await hash('# A\n\nText!\n')).not.toBe(before);
});

test('what cannot be read is a finding and the rest is read', async () => {
  const { evidence, findings } = await read({ 'a.md': Buffer.from([0xe9]), 'b.md': 'B' }, ['*.md', '../*.md']);
  expect([evidence.length, findings.map(({ code }) => code)]).toEqual([1, ['path-escape', 'file-skipped']]);
});
