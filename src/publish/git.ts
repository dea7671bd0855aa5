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

/** Output of a git command, or null where it fails. The environment names no configuration of the user's. */
export function git(root: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('git', ['-c', `safe.directory=${root}`, '-c', 'core.quotePath=false', ...args], {
      cwd: root, maxBuffer: 256 * 1024 * 1024, timeout: 60_000,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
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

/** The context's files at a commit, by path relative to the project; null where the ref does not exist. */
export async function readTreeAt(root: string, ref: string): Promise<Map<string, Uint8Array> | null> {
  const commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))?.trim();
  if (!commit) return null;
  const list = await git(root, ['ls-tree', '-r', '-z', '--full-name', commit, '--', ...contextPaths]);
  const prefix = ((await git(root, ['rev-parse', '--show-prefix'])) ?? '').trim();
  const tree = new Map<string, Uint8Array>();
  for (const entry of (list ?? '').split('\0')) {
    const match = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(entry);
    if (!match) continue;
    const path = relative(prefix === '' ? '.' : prefix, match[2] ?? '');
    const text = await gitBytes(root, ['cat-file', 'blob', match[1] ?? '']);
    if (text) tree.set(path, text);
  }
  return tree;
}

function gitBytes(root: string, args: readonly string[]): Promise<Buffer | null> {
  return new Promise((resolve) => {
    execFile('git', ['-c', `safe.directory=${root}`, ...args], { cwd: root, maxBuffer: 256 * 1024 * 1024, timeout: 60_000, encoding: 'buffer' }, (error, stdout) => { resolve(error ? null : stdout); });
  });
}
