import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname, join } from 'node:path';
import { removeFolder, temporaryFolder } from '../temporary-folder.js';

/** A checkout as a workflow has it: a git repository with one commit, and a project in it. */
export interface Workspace {
  readonly path: string;
  dispose(): void;
}

export const shopConfig = 'connections:\n  shop:\n    driver: sqlite\n    path: shop.sqlite\nllm:\n  provider:\n    backend: none\n';

const shopSql = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), amount REAL NOT NULL);
  INSERT INTO customers VALUES (1, 'Ann'), (2, 'Bo');
  INSERT INTO orders VALUES (1, 1, 10.5), (2, 1, 3.0), (3, 2, 8.25);
`;

/** Files, and the small SQLite warehouse at `<folder>/shop.sqlite`. */
export function workspace(files: Readonly<Record<string, string>>, options: { readonly folder?: string; readonly sql?: string; readonly git?: boolean } = {}): Workspace {
  const path = temporaryFolder('workspace');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const database = new DatabaseSync(join(path, options.folder ?? '.', 'shop.sqlite'));
  database.exec(options.sql ?? shopSql);
  database.close();
  if (options.git !== false) {
    const git = (...args: string[]): void => { execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'init.defaultBranch=main', ...args], { cwd: path, stdio: 'ignore' }); };
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'start');
  }
  return { path, dispose: () => { removeFolder(path); } };
}
