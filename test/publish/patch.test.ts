import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileChange, writePatch } from '../../src/publish/patch.js';
import { removeFolder, temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder('patch');
});

/** What `git apply` makes of the files before, in a new repository. */
function applied(changes: readonly FileChange[], prefix: string): Map<string, string | null> {
  const root = temporaryFolder('patch');
  const git = (args: readonly string[], input?: string): void => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: root, input, env, stdio: ['pipe', 'ignore', 'pipe'] });
  };
  git(['init', '-q']);
  const place = (path: string): string => join(root, prefix, path);
  for (const { path, before } of changes) {
    if (before === null) continue;
    mkdirSync(dirname(place(path)), { recursive: true });
    writeFileSync(place(path), before);
  }
  const { text } = writePatch(changes, prefix);
  if (text !== '') git(['apply', '--whitespace=nowarn', '-'], text);
  const result = new Map(changes.map(({ path }) => [path, existsSync(place(path)) ? readFileSync(place(path), 'utf8') : null]));
  removeFolder(root);
  return result;
}

const change = (before: string | null, after: string | null, path = 'a.yaml'): FileChange => ({ path, before, after });
const numbered = (count: number): string => Array.from({ length: count }, (_, i) => `${i + 1}\n`).join('');

describe('writePatch', () => {
  test('writes what git writes', () => {
    const patch = writePatch([change(numbered(20), numbered(20).replace('10\n', 'ten\n').replace(/20\n$/, '20'))], 'analytics/');
    expect(patch).toMatchObject({ files: 1, insertions: 2, deletions: 2 });
    expect(patch.text.split('\n')).toEqual([
      'diff --git a/analytics/a.yaml b/analytics/a.yaml',
      'index 0ff3bbb9c8bba2291654cd64067fa417ff54c508..ef7b43183d32412eff6637ab661e5df3ea7b462b 100644',
      '--- a/analytics/a.yaml',
      '+++ b/analytics/a.yaml',
      ...['@@ -7,7 +7,7 @@', ' 7', ' 8', ' 9', '-10', '+ten', ' 11', ' 12', ' 13'],
      ...['@@ -17,4 +17,4 @@', ' 17', ' 18', ' 19', '-20', '+20', '\\ No newline at end of file', ''],
    ]);
  });

  test('names blobs as git does, so that a three-way merge finds them', () => {
    const hash = execFileSync('git', ['hash-object', '--stdin'], { cwd: folder, input: 'ä\r\n', encoding: 'utf8' }).trim();
    expect(writePatch([change(null, 'ä\r\n')], '').text).toContain(`index ${'0'.repeat(40)}..${hash}\n`);
  });

  test('is empty where nothing changes', () => {
    const nothing = { text: '', files: 0, insertions: 0, deletions: 0 };
    expect(writePatch([], '')).toEqual(nothing);
    expect(writePatch([change('a', 'a'), change(null, null)], '')).toEqual(nothing);
  });

  test('is sorted by path, whatever the order of the changes', () => {
    const changes = [change(null, 'b', 'b'), change('x', null, 'B'), change('1', '2', 'a/c'), change(null, '', 'a-b')];
    const patch = writePatch(changes, '');
    expect([...patch.text.matchAll(/^diff --git a\/(\S+)/gm)].map(([, path]) => path)).toEqual(['B', 'a-b', 'a/c', 'b']);
    expect(writePatch(changes.toReversed(), '')).toEqual(patch);
    expect(patch).toMatchObject({ files: 4, insertions: 2, deletions: 2 });
  });

  test('names are quoted as git quotes them', () => {
    const names = (path: string): string => writePatch([change(null, 'x\n', path)], '').text.split('\n').slice(0, 5).join('\n');
    expect(names('wiki/größe "x".md')).toContain('+++ "b/wiki/gr\\303\\266\\303\\237e \\"x\\".md"');
    expect(names('a b')).toContain('diff --git a/a b b/a b');
    expect(names('a b')).toContain('+++ b/a b\t');
  });

  const nasty = ['a b.md', 'größe.md', '日本/語.md', 'quote".md', 'back\\slash.md', 'tab\t.md', "it's.md", ' lead', '-dash', 'trail ', '😀.md', 'new\nline'];
  const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'a\r\n', ' \n', '-- x\n', '@@ -1 +1 @@\n', 'ä\u2028😀\n', '\\ No newline at end of file\n', 'diff --git a/x b/x\n', '\r\n', '\t\n');
  const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', '', 'end', '\r')).map(([lines, end]) => lines.join('') + end);
  const file = fc.option(text);

  test('git apply gives exactly what is after', () => {
    const changes = fc.uniqueArray(fc.record({ path: fc.constantFrom('x.yaml', 'd/y.yaml', ...nasty), before: file, after: file }), { selector: ({ path }) => path, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.constantFrom('', 'analytics/', 'a b/ü/'), (all, prefix) => {
        for (const [path, content] of applied(all, prefix)) {
          expect([path, content]).toEqual([path, all.find((one) => one.path === path)?.after]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('git counts the same lines', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = writePatch([change(before, after)], '');
        if (patch.text === '') return;
        const counted = execFileSync('git', ['apply', '--whitespace=nowarn', '--numstat', '-'], { cwd: folder, input: patch.text, encoding: 'utf8' });
        expect(counted).toBe(`${patch.insertions}\t${patch.deletions}\ta.yaml\n`);
      }),
      { numRuns: 30 },
    );
  });
});
