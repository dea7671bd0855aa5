import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs with a temporary folder that holds the files, and removes it afterwards. */
export async function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, run: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'ktx-ci-evidence-'));
  try {
    for (const [path, contents] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), contents);
    }
    return await run(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
