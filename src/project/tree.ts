import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../finding.js';
import { byText } from '../text/canonical.js';

/** The files of a project that a patch may touch, as they lie in the working tree. */

const folders = ['semantic-layer', 'wiki'];
const files = ['ktx.lock', 'ktx.decisions.yaml'];
const fileBytes = 64 * 1024 * 1024;

export interface ReadTree {
  readonly tree: ReadonlyMap<string, Uint8Array>;
  /** Files and folders that are there and were not read: nothing may be written at or below them. */
  readonly closed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Path → bytes, sorted. Symbolic links and oversized files are findings and closed, so that nothing is written through or over them. */
export function readProjectTree(root: string): ReadTree {
  const tree = new Map<string, Uint8Array>();
  const closed = new Set<string>();
  const findings: Finding[] = [];
  const close = (path: string, finding: Pick<Finding, 'code' | 'message' | 'fix'>): void => {
    closed.add(path);
    // without its lock a run would take everything for new
    findings.push({ severity: path === 'ktx.lock' ? 'error' : 'warning', file: path, ...finding });
  };
  const visit = (path: string): void => {
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isSymbolicLink()) close(path, { code: 'path-escape', message: `${path} is a symbolic link; it is neither read nor written`, fix: 'put the file itself there' });
    else if (stat.isDirectory() && !files.includes(path)) {
      for (const name of readdirSync(join(root, path)).sort(byText)) visit(`${path}/${name}`);
    } else if (!stat.isFile()) close(path, { code: 'file-skipped', message: `${path} is not a regular file; it is neither read nor written`, fix: 'put a file there, or remove it' });
    else if (stat.size > fileBytes) close(path, { code: 'context-too-large', message: `${path} has ${stat.size} bytes; it is left alone`, fix: 'split it' });
    else {
      try {
        tree.set(path, readFileSync(join(root, path)));
      } catch (error) {
        close(path, { code: 'file-skipped', message: `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}); it is left alone`, fix: 'check its permissions' });
      }
    }
  };
  for (const path of [...folders, ...files]) visit(path);
  return { tree: new Map([...tree].sort(([a], [b]) => byText(a, b))), closed, findings };
}

/** Whether a file of the project is one that readProjectTree reads. */
export function isOfContext(path: string): boolean {
  return files.includes(path) || folders.some((folder) => path.startsWith(`${folder}/`));
}

/** Whether a path is closed, or lies below a closed one. */
export function isClosed(closed: ReadonlySet<string>, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, i) => closed.has(parts.slice(0, i + 1).join('/')));
}

/** Only these paths may ever be in a patch. */
export function mayBeWritten(path: string): boolean {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\\')) return false;
  return path.startsWith('semantic-layer/') || path.startsWith('wiki/global/') || files.includes(path);
}

/** Writes changed files into the project, each by rename; null deletes. Throws for a path that may not be written or has a link in it. */
export function writeProjectTree(root: string, changes: ReadonlyMap<string, string | null>): void {
  for (const path of changes.keys()) if (!mayBeWritten(path) || hasLink(root, path)) throw new Error(`refusing to write ${path}`);
  for (const [path, text] of changes) {
    const target = join(root, path);
    if (text === null) {
      rmSync(target, { force: true });
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    const partial = `${target}.ktx-ci-partial`;
    writeFileSync(partial, text);
    renameSync(partial, target);
  }
}

function hasLink(root: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, i) => lstatSync(join(root, ...parts.slice(0, i + 1)), { throwIfNoEntry: false })?.isSymbolicLink() === true);
}
