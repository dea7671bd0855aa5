import { isUtf8 } from 'node:buffer';
import { closeSync, constants, type Dirent, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, matchesGlob, relative, resolve, sep } from 'node:path';
import type { Finding } from '../finding.js';
import { byText } from '../text/canonical.js';

/** 10 MB: more than any text that a person wrote. */
const defaultMaxBytes = 10_000_000;

export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', 'target', 'dbt_packages', 'dbt_modules']);

export interface ReadLimits {
  /** Default 10,000,000. */
  readonly maxBytes?: number;
}

export type BytesRead = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly finding: Finding };
export type TextRead = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly finding: Finding };

export interface FileList {
  /** Relative to the root, with forward slashes, sorted by code unit. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads files below one directory and nothing else. Every path is relative to the root, with forward slashes. */
export interface ConfinedReader {
  readonly root: string;
  /** A reader of much the same files: what is equal in both need not be parsed twice. */
  readonly basis?: ConfinedReader;
  bytes(path: string, limits?: ReadLimits): Promise<BytesRead>;
  /** UTF-8 without byte order mark; line endings as they are. */
  text(path: string, limits?: ReadLimits): Promise<TextRead>;
  /** Whether the path is a regular file inside the root. */
  exists(path: string): Promise<boolean>;
  /**
   * Files that match at least one pattern (`**`, `*`, `?`, `{a,b}`) and no pattern that starts with `!`. Names that
   * start with a dot, node_modules, target, dbt_packages and dbt_modules are listed only where a pattern names them.
   */
  list(globs: readonly string[]): Promise<FileList>;
}

/**
 * A reader confined to a directory, by the real path: a symbolic link that leads out is refused like `..`. What cannot
 * be read comes back as a finding, never as an exception.
 */
export function confinedReader(root: string): ConfinedReader {
  const base = resolve(root);
  let realBase: Promise<string> | undefined;
  const trueRoot = (): Promise<string> => (realBase ??= realpath(base).catch(() => base));

  async function locate(path: string): Promise<{ readonly ok: true; readonly real: string } | { readonly ok: false; readonly finding: Finding }> {
    if (path.includes('\0') || isAbsolute(path) || escapes(relative(base, resolve(base, path)))) {
      return { ok: false, finding: pathEscape(path) };
    }
    let real: string;
    try {
      real = realpathSync.native(resolve(base, path));
    } catch (error) {
      return { ok: false, finding: skipped(path, reasonOf(error)) };
    }
    return escapes(relative(await trueRoot(), real)) ? { ok: false, finding: pathEscape(path) } : { ok: true, real };
  }

  async function bytes(path: string, limits: ReadLimits = {}): Promise<BytesRead> {
    const located = await locate(path);
    if (!located.ok) return located;
    try {
      // Without O_NONBLOCK a named pipe would block the open. Synchronous calls, because the thread pool takes several
      // times as long as the disk for thousands of small files.
      const handle = openSync(located.real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const maxBytes = limits.maxBytes ?? defaultMaxBytes;
        const stats = fstatSync(handle);
        if (!stats.isFile()) return { ok: false, finding: skipped(path, 'it is not a regular file') };
        if (stats.size > maxBytes) return { ok: false, finding: skipped(path, `it has ${stats.size} bytes, more than the ${maxBytes} that are read`) };
        return { ok: true, bytes: readAll(handle, stats.size) };
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      return { ok: false, finding: skipped(path, reasonOf(error)) };
    }
  }

  return {
    root: base,
    bytes,
    async text(path, limits) {
      const read = await bytes(path, limits);
      if (!read.ok) return read;
      if (!isUtf8(read.bytes)) return { ok: false, finding: skipped(path, 'it is not UTF-8') };
      const start = read.bytes[0] === 0xef && read.bytes[1] === 0xbb && read.bytes[2] === 0xbf ? 3 : 0;
      try {
        return { ok: true, text: read.bytes.toString('utf8', start) };
      } catch (error) {
        // Longer than V8's longest string.
        return { ok: false, finding: skipped(path, reasonOf(error)) };
      }
    },
    async exists(path) {
      const located = await locate(path);
      if (!located.ok) return false;
      return stat(located.real).then((stats) => stats.isFile(), () => false);
    },
    list: (globs) => listFiles(base, trueRoot, globs),
  };
}

function readAll(handle: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const bytesRead = readSync(handle, buffer, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function listFiles(base: string, trueRoot: () => Promise<string>, globs: readonly string[]): Promise<FileList> {
  const findings: Finding[] = [];
  const wanted: string[] = [];
  for (const glob of globs.filter((pattern) => !pattern.startsWith('!')).map(plain)) {
    if (isAbsolute(glob) || escapes(glob)) findings.push(pathEscape(glob));
    else wanted.push(glob);
  }
  const unwanted = globs.filter((pattern) => pattern.startsWith('!')).map((pattern) => plain(pattern.slice(1)));
  const named = (folder: string): boolean => wanted.some((glob) => glob.split('/').includes(folder));
  const files = new Set<string>();
  const visited = new Set<string>();
  /** Links wait until every real folder was walked, so that a file is listed under its own path. */
  const links: string[] = [];

  async function walk(folder: string): Promise<void> {
    let entries: Dirent[];
    try {
      const real = await realpath(join(base, folder));
      if (escapes(relative(await trueRoot(), real))) {
        findings.push(pathEscape(folder));
        return;
      }
      if (visited.has(real)) return;
      visited.add(real);
      entries = await readdir(real, { withFileTypes: true });
    } catch (error) {
      if (!isMissing(error)) findings.push(skipped(folder || '.', reasonOf(error)));
      return;
    }
    entries.sort((a, b) => byText(a.name, b.name));
    for (const entry of entries) {
      if ((entry.name.startsWith('.') || skippedFolders.has(entry.name)) && !named(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? await linkKind(path) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
      if (kind === 'folder') {
        if (entry.isSymbolicLink()) links.push(path);
        else await walk(path);
      } else if (kind === 'file' && matchesAny(path, wanted) && !matchesAny(path, unwanted)) {
        files.add(path);
      }
    }
  }

  async function linkKind(path: string): Promise<'file' | 'folder' | 'other'> {
    try {
      const real = await realpath(join(base, path));
      const stats = await stat(real);
      const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      if (!escapes(relative(await trueRoot(), real))) return kind;
      if (kind === 'folder' || matchesAny(path, wanted)) findings.push(pathEscape(path));
    } catch {
      // A link to nowhere is like a file that does not exist.
    }
    return 'other';
  }

  for (const start of outermost(wanted.map(literalFolder))) await walk(start);
  for (const link of links) await walk(link);
  return { files: [...files].sort(byText), findings };
}

/** The folders in front of the first wildcard: where the walk for the pattern starts. */
function literalFolder(glob: string): string {
  const parts = glob.split('/');
  const wild = parts.findIndex((part) => /[*?{[]/.test(part));
  return parts.slice(0, wild < 0 ? parts.length - 1 : wild).join('/');
}

/** Without duplicates and without folders that lie below another one. */
function outermost(folders: readonly string[]): string[] {
  const unique = [...new Set(folders)].sort(byText);
  return unique.filter((folder) => !unique.some((other) => other !== folder && (other === '' || folder.startsWith(`${other}/`))));
}

export function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}

export function plain(glob: string): string {
  return glob.replace(/^(\.\/)+/, '').replace(/\/{2,}/g, '/');
}

function escapes(path: string): boolean {
  return isAbsolute(path) || path.split(sep === '/' ? '/' : /[\\/]/).includes('..');
}

function pathEscape(path: string): Finding {
  return {
    severity: 'warning',
    code: 'path-escape',
    message: `${JSON.stringify(path)} leads out of the project directory, so it was not read.`,
    fix: 'Move the files into the project directory, or correct the path or the symbolic link.',
  };
}

export function skipped(path: string, reason: string): Finding {
  return {
    severity: 'warning',
    code: 'file-skipped',
    message: `${path} was not read: ${reason}.`,
    fix: 'Correct the file or its permissions, or exclude it.',
    file: path,
  };
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'permission was denied';
    case 'ELOOP':
      return 'its symbolic links form a loop';
    case 'ERR_STRING_TOO_LONG':
      return 'it is too long for one text';
    default:
      return `the system says ${code || 'that it cannot be read'}`;
  }
}
