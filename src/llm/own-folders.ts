import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Folders and children that may not outlive this process: whoever opened them removes them, else the end of this process
 * does, else, where it was killed, the next process that opens a folder.
 */
export interface OwnFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

const folders = new Set<string>();
const endings = new Set<() => void>();
let watching = false;
let swept: Promise<void> | undefined;

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const end of endings) end();
    for (const folder of folders) {
      try {
        // a child that was just killed may be in the middle of a write
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      } catch {
        // The next process tries again.
      }
    }
  });
}

/** Called where this process ends before the returned function was called; before folders are removed, and without time to wait. */
export function atEnd(end: () => void): () => void {
  watch();
  endings.add(end);
  return () => { endings.delete(end); };
}

/** The PID namespace, which says whose a pid is: containers may share a folder for temporary files. */
const namespace = ((): string => {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
})();

/** A fresh folder under the temporary folder, for this user alone. `kind`: what tells it from other folders of this process. */
export async function openOwnFolder(kind = ''): Promise<OwnFolder> {
  watch();
  await (swept ??= removeOrphans(tmpdir()));
  const path = mkdtempSync(join(tmpdir(), `ktx-ci-agent-${process.pid}-${kind === '' ? '' : `${kind}-`}${namespace}-`));
  folders.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
      folders.delete(path);
    },
  };
}

/** Removes what processes of this user have left that were killed. What cannot be looked at or removed stays. */
export async function removeOrphans(temporary: string): Promise<void> {
  const names = await readdir(temporary).catch(() => []);
  await Promise.all(names.map(async (name) => {
    const [, pid = '', of = ''] = /^ktx-ci-agent-(\d+)-(?:[a-z]+-)?(\d+)-[A-Za-z0-9]{6}$/.exec(name) ?? [];
    if (pid === '' || of !== namespace || isAlive(Number(pid))) return;
    const path = join(temporary, name);
    try {
      const found = await lstat(path);
      if (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)) await rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
    } catch {
      // Another process was quicker.
    }
  }));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is somebody else's
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
