import { execFile } from 'node:child_process';
import { relative } from 'node:path';

/** Reading git, where there is one. Nothing here writes. */

export interface GitBase {
  /** Null outside a repository, or before the first commit. */
  readonly commit: string | null;
  /** Whether the context's files differ from that commit. */
  readonly dirty: boolean;
  /** Of the project inside its repository: '' or `analytics/`. */
  readonly prefix: string;
}

const contextPaths = ['semantic-layer', 'wiki', 'ktx.lock', 'ktx.decisions.yaml'];

const gitEnvironment = (): Record<string, string | undefined> => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' });

/** Output of a git command, or null where it fails. The environment names no configuration of the user's. */
export function git(root: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('git', ['-c', `safe.directory=${root}`, '-c', 'core.quotePath=false', ...args], {
      cwd: root, maxBuffer: 256 * 1024 * 1024, timeout: 60_000,
      env: gitEnvironment(),
    }, (error, stdout) => { resolve(error ? null : stdout); });
  });
}

export async function readGitBase(root: string): Promise<GitBase> {
  const top = await git(root, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if (top === null) return { commit: null, dirty: false, prefix: '' };
  const [, prefix = ''] = top.split('\n');
  const commit = (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim() ?? null;
  const status = await git(root, ['status', '--porcelain', '--', ...contextPaths]);
  return { commit: commit === '' ? null : commit, dirty: (status ?? '').trim() !== '', prefix };
}

/** The commit that a ref names; null where this clone has none. */
export async function commitOf(root: string, ref: string): Promise<string | null> {
  const commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))?.trim();
  return commit ? commit : null;
}

/** The context's files at a commit, by path relative to the project; null where the ref does not exist. */
export async function readTreeAt(root: string, ref: string): Promise<Map<string, Uint8Array> | null> {
  const commit = await commitOf(root, ref);
  if (commit === null) return null;
  const prefix = ((await git(root, ['rev-parse', '--show-prefix'])) ?? '').trim();
  const files = await readFilesAt(root, commit, contextPaths, () => true);
  return new Map([...files].map(([path, bytes]) => [relative(prefix === '' ? '.' : prefix, path), bytes]));
}

/**
 * Regular files at a commit, by path relative to the repository. `paths` are relative to `root`; `wanted` is asked for
 * each path. One process reads them all, and the working tree is not looked at.
 */
export async function readFilesAt(root: string, commit: string, paths: readonly string[], wanted: (path: string) => boolean): Promise<Map<string, Uint8Array>> {
  const list = await git(root, ['ls-tree', '-r', '-z', '--full-name', commit, '--', ...paths]);
  const entries = (list ?? '').split('\0').flatMap((entry) => {
    const [, object, path] = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return object !== undefined && path !== undefined && wanted(path) ? [{ object, path }] : [];
  });
  const blobs = await readBlobs(root, entries.map(({ object }) => object));
  return new Map(entries.flatMap(({ path }, i) => (blobs[i] ? [[path, blobs[i]] as const] : [])));
}

/** The bytes of objects in the order in which they were asked for; fewer where git ends early. */
function readBlobs(root: string, objects: readonly string[]): Promise<Buffer[]> {
  if (objects.length === 0) return Promise.resolve([]);
  return new Promise((resolve) => {
    const child = execFile('git', ['-c', `safe.directory=${root}`, 'cat-file', '--batch'], { cwd: root, env: gitEnvironment(), encoding: 'buffer', maxBuffer: 1024 * 1024 * 1024, timeout: 60_000 }, (_, stdout) => {
      const blobs: Buffer[] = [];
      for (let at = 0; at < stdout.length;) {
        const line = stdout.indexOf(10, at);
        const size = Number(/ blob (\d+)$/.exec(stdout.toString('latin1', at, line))?.[1]);
        if (line < 0 || Number.isNaN(size)) break;
        blobs.push(stdout.subarray(line + 1, line + 1 + size));
        at = line + size + 2;
      }
      resolve(blobs);
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(objects.map((object) => `${object}\n`).join(''));
  });
}
