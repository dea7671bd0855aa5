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
  readonly findings: readonly Finding[];
}

/** Path → bytes, sorted. Symbolic links and oversized files are findings and are left out, so that nothing is written through or over them. */
export function readProjectTree(root: string): ReadTree {
  const found: string[] = [];
  const findings: Finding[] = [];
  const visit = (path: string): void => {
    let stat;
    try {
      stat = lstatSync(join(root, path));
    } catch {
      return;
    }
    if (stat.isSymbolicLink()) {
      findings.push({ severity: 'warning', code: 'path-escape', file: path, message: `${path} is a symbolic link; it is neither read nor written`, fix: 'put the file itself there' });
    } else if (stat.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort(byText)) visit(`${path}/${name}`);
    } else if (stat.isFile()) {
      if (stat.size > fileBytes) findings.push({ severity: 'warning', code: 'context-too-large', file: path, line: 1, column: 1, message: `${path} has ${stat.size} bytes; it is left alone`, fix: 'split it' });
      else found.push(path);
    }
  };
  for (const path of [...folders, ...files]) visit(path);
  const tree = new Map<string, Uint8Array>();
  for (const path of found.sort(byText)) tree.set(path, readFileSync(join(root, path)));
  return { tree, findings };
}

/** Only these paths may ever be in a patch. */
export function mayBeWritten(path: string): boolean {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\\')) return false;
  return path.startsWith('semantic-layer/') || path.startsWith('wiki/global/') || files.includes(path);
}

/** Writes changed files into the project, each by rename; null deletes. Throws for a path that may not be written. */
export function writeProjectTree(root: string, changes: ReadonlyMap<string, string | null>): void {
  for (const path of changes.keys()) if (!mayBeWritten(path)) throw new Error(`refusing to write ${path}`);
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
