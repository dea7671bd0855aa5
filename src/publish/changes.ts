import { byText } from '../text/canonical.js';
import type { FileChange } from './patch.js';

type Tree = ReadonlyMap<string, Uint8Array>;

/** Text of a file of the context; null where it is missing. */
export function textOf(tree: Tree, path: string): string | null {
  const bytes = tree.get(path);
  return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
}

/** Files that differ between two states of the context, and the lock. Sorted by path. */
export function fileChanges(before: Tree, after: Tree, lock: string | null): FileChange[] {
  const changes: FileChange[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].filter((one) => one !== 'ktx.lock').sort(byText)) {
    const [old, now] = [before.get(path), after.get(path)];
    if (old !== undefined && now !== undefined && Buffer.compare(old, now) === 0) continue;
    changes.push({ path, before: textOf(before, path), after: textOf(after, path) });
  }
  const oldLock = textOf(before, 'ktx.lock');
  const newLock = lock === '' ? oldLock : lock;
  if (oldLock !== newLock) changes.push({ path: 'ktx.lock', before: oldLock, after: newLock });
  return changes.sort((a, b) => byText(a.path, b.path));
}
