import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeFolder, temporaryFolder } from '../temporary-folder.js';

/** Runs with a temporary folder that holds the files, and removes it afterwards. */
export async function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, run: (root: string) => Promise<T>): Promise<T> {
  const root = temporaryFolder('evidence');
  try {
    for (const [path, contents] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), contents);
    }
    return await run(root);
  } finally {
    removeFolder(root);
  }
}
