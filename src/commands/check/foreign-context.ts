import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Finding } from '../../finding.js';

/** The context that `--context` names: a folder, or a public repository that is fetched without any credential. */

export interface ForeignContext {
  /** As people know it: the path, or `OWNER/REPO`. */
  readonly name: string;
  /** Absolute directory that holds ktx.yaml. */
  readonly root: string;
  [Symbol.dispose](): void;
}

export type OpenedContext = { readonly ok: true; readonly context: ForeignContext } | { readonly ok: false; readonly finding: Finding };

const repository = /^(?<owner>[A-Za-z0-9][\w.-]*)\/(?<repo>[A-Za-z0-9_.][\w.-]*)(?<folder>(?:\/[\w.-]+)*)(?:@(?<ref>[A-Za-z0-9_][\w./-]*))?$/;

export async function openContext(named: string, cwd: string, environment: Readonly<Record<string, string | undefined>>): Promise<OpenedContext> {
  const path = resolve(cwd, named);
  if (existsSync(path) && statSync(path).isDirectory()) {
    const root = projectIn(path);
    return root === undefined ? refused(`${named} holds neither ktx.yaml nor semantic-layer/`, 'name the folder of the context, where ktx.yaml is') : { ok: true, context: { name: named, root, [Symbol.dispose]: () => undefined } };
  }
  const parts = repository.exec(named)?.groups;
  if (!parts || /(?:^|\/)\.\.(?:\/|$)/.test(named)) return refused(`${named} is neither a folder nor OWNER/REPO@REF`, 'name a folder that is checked out here, or a public repository as OWNER/REPO@REF');
  const { owner = '', repo = '', folder = '', ref = 'HEAD' } = parts;
  const server = (environment['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, '');
  const clone = mkdtempSync(join(tmpdir(), 'ktx-ci-context-'));
  const drop = (): void => { rmSync(clone, { recursive: true, force: true }); };
  const fetched = await fetchShallow(clone, `${server}/${owner}/${repo}.git`, ref, environment);
  if (!fetched.ok) {
    drop();
    return refused(
      `${owner}/${repo}${ref === 'HEAD' ? '' : `@${ref}`} cannot be read from ${server} without a credential: ${fetched.why}`,
      'check the name and the ref; a private repository: check it out with actions/checkout (path: context, and a token that may read it) and pass --context context',
    );
  }
  const root = projectIn(join(clone, folder));
  if (root === undefined) {
    drop();
    return refused(`${owner}/${repo}${folder} holds neither ktx.yaml nor semantic-layer/`, 'name the folder that holds ktx.yaml, as OWNER/REPO/FOLDER@REF');
  }
  return { ok: true, context: { name: `${owner}/${repo}`, root, [Symbol.dispose]: drop } };
}

const refused = (message: string, fix: string): OpenedContext => ({ ok: false, finding: { severity: 'error', code: 'context-unreadable', message, fix } });

/** The folder itself, or the only folder in it that is a project. */
function projectIn(path: string): string | undefined {
  const isProject = (folder: string): boolean => ['ktx.yaml', 'semantic-layer'].some((name) => existsSync(join(folder, name)));
  if (!existsSync(path)) return undefined;
  if (isProject(path)) return path;
  const inside = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name)).filter(isProject);
  return inside.length === 1 ? inside[0] : undefined;
}

/** No credential of the machine is offered, nothing is asked, no hook or filter of the repository runs. */
async function fetchShallow(folder: string, url: string, ref: string, environment: Readonly<Record<string, string | undefined>>): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }> {
  const run = (args: readonly string[]): Promise<string | null> => new Promise((done) => {
    const passed = Object.fromEntries(Object.entries(environment).filter(([name]) => /^(?:PATH|HOME|(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i.test(name)));
    execFile('git', ['-c', 'credential.helper=', '-c', 'core.hooksPath=/dev/null', '-c', 'advice.detachedHead=false', '-c', 'core.symlinks=false', ...args], {
      cwd: folder, timeout: 120_000, maxBuffer: 16 * 1024 * 1024,
      env: { ...passed, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true', SSH_ASKPASS: 'true', GIT_CONFIG_NOSYSTEM: '1', GIT_LFS_SKIP_SMUDGE: '1' },
    }, (error, _, stderr) => { done(error ? reasonOf(stderr, error) : null); });
  });
  for (const args of [['init', '--quiet'], ['fetch', '--quiet', '--depth', '1', '--no-tags', '--no-recurse-submodules', url, ref], ['checkout', '--quiet', 'FETCH_HEAD']]) {
    const why = await run(args);
    if (why !== null) return { ok: false, why };
  }
  return { ok: true };
}

/** Git's own sentence, without its prefix. */
function reasonOf(stderr: string, error: { readonly code?: unknown; readonly killed?: boolean }): string {
  if (error.code === 'ENOENT') return 'there is no git here';
  if (error.killed === true) return 'git did not answer within 2 minutes';
  const lines = stderr.split('\n').map((line) => line.replace(/^(?:fatal|error|remote|ERROR): ?/i, '').trim()).filter((line) => line !== '' && !/^(?:Please make sure|and the repository exists)/.test(line));
  return (lines.at(-1) ?? 'git failed').slice(0, 300);
}
