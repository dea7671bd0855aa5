import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The one way to a temporary folder in tests. What is left in the temporary folder besides at the end of `npm test` fails it. */

const made = new Set<string>();

/** What a program that a test starts knows of the environment besides what it is told: without the second it would leave its own where nobody looks. */
export const plainEnvironment = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '', TMPDIR: tmpdir() });

/** Removes it before the tests are over: disks have an end. */
export function removeFolder(path: string): void {
  // a child that was just killed may be in the middle of a write
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  made.delete(path);
}

function removeAll(): void {
  for (const path of made) removeFolder(path);
}

// in a benchmark there are no tests after which to do it
if (typeof afterAll === 'function') afterAll(removeAll);
else process.once('exit', removeAll);

/** A fresh folder with no link in its path; gone when the tests of this file are over, also where they failed. */
export function temporaryFolder(kind: string): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `ktx-test-${kind}-`)));
  made.add(path);
  return path;
}
