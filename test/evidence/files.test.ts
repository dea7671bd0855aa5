import { describe, expect, test } from '@jest/globals';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { confinedReader } from '../../src/evidence/files.js';
import { withFiles } from './folder.js';

const codes = (findings: readonly { code: string }[]): string[] => findings.map((finding) => finding.code);

describe('a confined reader', () => {
  test('reads text without a byte order mark and with its line endings', () =>
    withFiles({ 'a.md': '\uFEFFone\r\ntwo' }, async (root) => {
      expect(await confinedReader(root).text('a.md')).toEqual({ ok: true, text: 'one\r\ntwo' });
    }));

  test.each(['../secret', '/etc/passwd', 'a/../../secret', 'a\0b'])('refuses %j', (path) =>
    withFiles({ 'project/a.md': 'x', secret: 'no' }, async (root) => {
      const read = await confinedReader(join(root, 'project')).text(path);
      expect(read).toMatchObject({ ok: false, finding: { code: 'path-escape' } });
      expect(await confinedReader(join(root, 'project')).exists(path)).toBe(false);
    }));

  test('refuses links that lead out, by read and by list, and follows those that stay inside', () =>
    withFiles({ 'project/docs/a.md': 'a', 'outside/b.md': 'b', 'project/node_modules/x/c.md': 'c' }, async (root) => {
      await symlink(join(root, 'outside'), join(root, 'project', 'aside'));
      await symlink(join(root, 'outside', 'b.md'), join(root, 'project', 'b.md'));
      await symlink('docs/a.md', join(root, 'project', 'inside.md'));
      await symlink('..', join(root, 'project', 'docs', 'loop'));
      const reader = confinedReader(join(root, 'project'));
      expect(await reader.text('b.md')).toMatchObject({ ok: false, finding: { code: 'path-escape' } });
      expect(await reader.text('aside/b.md')).toMatchObject({ ok: false, finding: { code: 'path-escape' } });
      expect(await reader.text('inside.md')).toEqual({ ok: true, text: 'a' });
      const { files, findings } = await reader.list(['**/*.md']);
      expect(files).toEqual(['docs/a.md', 'inside.md']);
      expect(codes(findings)).toEqual(['path-escape', 'path-escape']);
    }));

  test('lists a linked folder under its own path even when the link comes first', () =>
    withFiles({ 'z/a.md': 'a' }, async (root) => {
      await symlink('z', join(root, 'b'));
      expect((await confinedReader(root).list(['**/*.md'])).files).toEqual(['z/a.md']);
    }));

  test('a project that is itself reached through a link is read', () =>
    withFiles({ 'real/a.md': 'a' }, async (root) => {
      await symlink('real', join(root, 'link'));
      const reader = confinedReader(join(root, 'link'));
      expect((await reader.list(['*.md'])).files).toEqual(['a.md']);
      expect(await reader.text('a.md')).toEqual({ ok: true, text: 'a' });
    }));

  test('explains what it cannot read', () =>
    withFiles({ 'latin.md': Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'big.md': 'x'.repeat(100), 'dir/a.md': '' }, async (root) => {
      const reader = confinedReader(root);
      for (const [path, limits, reason] of [
        ['latin.md', {}, 'UTF-8'], ['big.md', { maxBytes: 99 }, '100 bytes'], ['none.md', {}, 'does not exist'], ['dir', {}, 'regular file'],
      ] as const) {
        const read = await reader.text(path, limits);
        expect(read).toMatchObject({ ok: false, finding: { code: 'file-skipped', file: path } });
        expect(read.ok ? '' : read.finding.message).toContain(reason);
      }
      expect(await reader.text('dir/a.md')).toEqual({ ok: true, text: '' });
    }));

  test('does not wait for a named pipe', () =>
    withFiles({}, async (root) => {
      execFileSync('mkfifo', [join(root, 'pipe.md')]);
      expect(await confinedReader(root).text('pipe.md')).toMatchObject({ ok: false, finding: { code: 'file-skipped' } });
      expect((await confinedReader(root).list(['*.md'])).files).toEqual([]);
    }));

  test('an unreadable folder is a finding and the rest is listed', () =>
    withFiles({ 'a/a.md': '', 'b/b.md': '' }, async (root) => {
      await chmod(join(root, 'a'), 0o000);
      const { files, findings } = await confinedReader(root).list(['**/*.md']);
      await chmod(join(root, 'a'), 0o755);
      // The superuser may read every folder.
      expect(process.getuid?.() === 0 ? [files, codes(findings)] : [['a/a.md', ...files], codes(findings).slice(1)]).toEqual([['a/a.md', 'b/b.md'], []]);
    }));
});

describe('listing', () => {
  const tree = { 'b/two.md': '', 'b/deep/er/three.md': '', 'a.md': '', 'a.txt': '', 'node_modules/m/x.md': '', '.git/y.md': '', 'target/z.md': '', '.hidden.md': '' };

  test.each([
    [['**/*.md'], ['a.md', 'b/deep/er/three.md', 'b/two.md']],
    [['*.{md,txt}'], ['a.md', 'a.txt']],
    [['b/**', '!**/three.md'], ['b/two.md']],
    [['./b/*.md'], ['b/two.md']],
    [['b/t?o.md'], ['b/two.md']],
    [['target/*.md'], ['target/z.md']],
    [['nowhere/**'], []],
    [['a.md', 'a.md'], ['a.md']],
    [['.hidden.md'], ['.hidden.md']],
    [[], []],
  ])('%j', (globs, expected) =>
    withFiles(tree, async (root) => {
      expect(await confinedReader(root).list(globs)).toEqual({ files: expected, findings: [] });
    }));

  test.each([['../**'], ['/etc/*'], ['a/../../**']])('%j leads out', (glob) =>
    withFiles(tree, async (root) => {
      const { files, findings } = await confinedReader(root).list([glob]);
      expect([files, codes(findings)]).toEqual([[], ['path-escape']]);
    }));

  test('gives one order, whatever order files were created in', () =>
    withFiles({}, async (root) => {
      let round = 0;
      await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.stringMatching(/^[a-zA-Z0-9_-]{1,6}$/), { minLength: 1, maxLength: 8, selector: (name) => name.toLowerCase() }), async (names) => {
        const folder = join(root, `round${round++}`);
        await mkdir(folder);
        for (const name of names) await writeFile(join(folder, `${name}.md`), '');
        const { files } = await confinedReader(folder).list(['**/*.md']);
        expect(files).toEqual(names.map((name) => `${name}.md`).sort());
      }), { numRuns: 20 });
    }));
});
