import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../finding.js';

export type LocatedFile =
  /** `location` is what SQLite is to open. */
  | { readonly ok: true; readonly path: string; readonly location: string }
  | { readonly ok: false; readonly finding: Finding };

/** The database file behind a configured path, if it is a SQLite database inside `root`. Never creates a file. */
export async function locateSqlite(connection: string, file: string, root: string): Promise<LocatedFile> {
  const shown = display(file, root);
  const unreadable = (what: string, fix: string): LocatedFile => ({
    ok: false,
    finding: { severity: 'error', code: 'source-unreadable', message: `The SQLite file ${shown} of the connection ${connection} ${what}.`, fix, file: shown },
  });
  try {
    const path = await realpath(file);
    if (!isInside(path, await realpath(root))) {
      return {
        ok: false,
        finding: {
          severity: 'error',
          code: 'path-escape',
          message: `The SQLite file ${shown} of the connection ${connection} leads out of the project.`,
          fix: 'Put the file, not a link to it, into the project.',
          file: shown,
        },
      };
    }
    const facts = await stat(path);
    if (facts.isDirectory()) return unreadable('is a directory', 'Name the database file itself in ktx.yaml.');
    if (!facts.isFile()) return unreadable('is not a regular file', 'Name a database file in ktx.yaml.');
    if (facts.size === 0) return unreadable('is empty', 'Make sure that the step that builds or downloads the database ran before.');
    const header = await readHeader(path);
    if (!header.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) {
      return unreadable('is not a SQLite database, or it is encrypted', 'Name a plain SQLite database file in ktx.yaml.');
    }
    const usesWal = header[18] === 2;
    return { ok: true, path, location: usesWal && (await size(`${path}-wal`)) === 0 ? immutable(path) : path };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return unreadable('does not exist', 'Check the path in ktx.yaml, and that the step that builds or downloads the file ran before.');
    }
    if (code === 'EACCES' || code === 'EPERM') return unreadable('may not be read by this user', 'Give the user of this job read permission.');
    return unreadable(`cannot be opened (${code ?? 'unknown error'})`, 'Check the path in ktx.yaml.');
  }
}

/**
 * To read a database in WAL mode, SQLite makes -wal and -shm files beside it, which fails in a read-only folder and would
 * soil a checkout. `immutable=1` makes none. It is safe only while nobody writes, and a database that is open for writing
 * has a -wal file with something in it, or gets it by a program that starts during this very run.
 */
function immutable(path: string): string {
  return `${pathToFileURL(path).href}?immutable=1`;
}

async function readHeader(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Relative to the project, with forward slashes; only the last part of what lies outside. */
function display(file: string, root: string): string {
  const way = relative(root, file);
  const shown = way.startsWith('..') || isAbsolute(way) || way === '' ? (file.split(/[/\\]/).at(-1) ?? file) : way;
  return shown.split(sep).join('/').replace(/[\p{Cc}\u2028\u2029]/gu, '?');
}

/** In bytes; 0 where there is none. */
async function size(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

const maxMarkedBytes = 256 * 1024 * 1024;

/** 12 characters base64url of SHA-256 over the file and its write-ahead log; null above 256 MiB, where reading it is not cheap. */
export async function sqliteMark(path: string): Promise<string | null> {
  const parts = [path, `${path}-wal`];
  const sizes = await Promise.all(parts.map(size));
  if (sizes.reduce((sum, bytes) => sum + bytes, 0) > maxMarkedBytes) return null;
  const hash = createHash('sha256');
  for (const [index, part] of parts.entries()) {
    if (sizes[index] === 0) continue;
    for await (const chunk of createReadStream(part, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  }
  return hash.digest('base64url').slice(0, 12);
}
