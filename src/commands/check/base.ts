import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Finding } from '../../finding.js';
import { commitOf, git, readFilesAt } from '../../publish/git.js';

/** What a change is compared with: the files of another commit, read from git; the working tree stays as it is. */

export interface Base {
  /** As it was named. */
  readonly ref: string;
  readonly commit: string;
  /** By path relative to the repository: what a state of the project is read from. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export type FoundBase =
  | { readonly kind: 'none' }
  | { readonly kind: 'base'; readonly base: Base }
  | { readonly kind: 'missing'; readonly finding: Finding };

export interface BaseInput {
  /** Absolute directory of the project, and of the git repository around it. */
  readonly root: string;
  readonly repository: string;
  /** Directories besides the project that are read, absolute. */
  readonly directories: readonly string[];
  /** `--base`. */
  readonly named: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** `--base`, else what the pull request goes into; there is none on a developer's machine. */
export async function findBase(input: BaseInput): Promise<FoundBase> {
  const { repository, named, environment } = input;
  const asked = named === undefined ? await candidates(repository, environment) : [named];
  for (const ref of asked) {
    const commit = await commitOf(repository, ref);
    if (commit === null) continue;
    const parted = (await git(repository, ['merge-base', 'HEAD', commit]))?.trim();
    return { kind: 'base', base: await filesOf(input, ref, parted ? parted : commit) };
  }
  const [first] = asked;
  if (first === undefined) return { kind: 'none' };
  const shallow = (await git(repository, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
  return {
    kind: 'missing',
    finding: {
      severity: named === undefined ? 'warning' : 'error', code: 'base-missing', message: `${first} is not in this clone, so nothing tells what was there before this change: everything counts`,
      fix: shallow || named === undefined ? 'set fetch-depth: 2 on actions/checkout (0 where the base is older than that)' : 'fetch it, or name a ref that git rev-parse knows here',
    },
  };
}

/** In the order in which they are tried. The first parent of the merge commit that GitHub makes of a pull request is its base. */
async function candidates(repository: string, environment: BaseInput['environment']): Promise<string[]> {
  const event = environment['GITHUB_EVENT_NAME'] ?? '';
  const isPullRequest = event.startsWith('pull_request');
  if (!isPullRequest && event !== 'merge_group') return [];
  const payload = eventPayload(environment['GITHUB_EVENT_PATH']);
  const sha = isPullRequest ? payload.pull_request?.base?.sha : payload.merge_group?.base_sha;
  const branch = environment['GITHUB_BASE_REF'];
  // a workflow may have checked out the branch itself, whose last commit can be a merge too
  const isMerge = isPullRequest && (await commitOf(repository, 'HEAD')) === environment['GITHUB_SHA'] && (await commitOf(repository, 'HEAD^2')) !== null;
  const merged = isMerge ? ['HEAD^1'] : [];
  const known = typeof sha === 'string' && /^[0-9a-f]{7,64}$/.test(sha) ? [sha] : [];
  const found = [...merged, ...(branch ? [`origin/${branch}`] : []), ...known];
  return found.length > 0 ? found : ['the base of this pull request'];
}

interface Payload {
  readonly pull_request?: { readonly base?: { readonly sha?: unknown } };
  readonly merge_group?: { readonly base_sha?: unknown };
}

function eventPayload(path: string | undefined): Payload {
  try {
    const payload: unknown = JSON.parse(readFileSync(path ?? '', 'utf8'));
    return typeof payload === 'object' && payload !== null ? payload : {};
  } catch {
    return {};
  }
}

/** What a state of the project is read from. */
const wanted = /(?:\.(?:ya?ml|sql|py|csv|md|txt|rst)|(?:^|\/)ktx\.lock|(?:^|\/)target\/(?:manifest|catalog)\.json)$/i;

async function filesOf(input: BaseInput, ref: string, commit: string): Promise<Base> {
  const inside = (directory: string): string => relative(input.repository, directory).split('\\').join('/') || '.';
  const paths = [...new Set([input.root, ...input.directories].map(inside))].filter((path) => path !== '..' && !path.startsWith('../'));
  return { ref, commit, files: await readFilesAt(input.repository, commit, paths.includes('.') ? ['.'] : paths, (path) => wanted.test(path)) };
}

/** The files below a directory, by path relative to it. */
export function filesBelow(files: ReadonlyMap<string, Uint8Array>, directory: string): ReadonlyMap<string, Uint8Array> {
  if (directory === '') return files;
  return new Map([...files].flatMap(([path, bytes]) => (path.startsWith(`${directory}/`) ? [[path.slice(directory.length + 1), bytes] as const] : [])));
}
