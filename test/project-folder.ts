import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { main } from '../src/commands/main.js';
import type { Report } from '../src/report.js';
import { removeFolder, temporaryFolder } from './temporary-folder.js';

/** A project in a folder of its own, and ktx-ci run in it as a person would. Dispose of it with `using`. */
export class ProjectFolder implements Disposable {
  readonly root: string;
  /** Variables besides PATH that ktx-ci is given. */
  readonly environment: Record<string, string> = {};

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.root = temporaryFolder('project');
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  edit(path: string, change: (text: string) => string): void {
    const before = this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`the edit of ${path} changed nothing`);
    this.write(path, after);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  sql(statements: string, file = 'shop.sqlite'): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    const database = new DatabaseSync(join(this.root, file));
    database.exec(statements);
    database.close();
  }

  /** Every file of the context and its bytes. */
  context(): Record<string, string> {
    const found: Record<string, string> = {};
    const visit = (path: string): void => {
      const full = join(this.root, path);
      const stat = statSync(full, { throwIfNoEntry: false });
      if (stat?.isDirectory() === true) for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
      else if (stat) found[path] = readFileSync(full, 'utf8');
    };
    for (const path of ['semantic-layer', 'wiki', 'ktx.lock']) visit(path);
    return found;
  }

  /** Every file of the folder and its bytes in Latin-1: nothing is lost and nothing is decoded. */
  files(): Record<string, string> {
    const entries = readdirSync(this.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map((entry) => relative(this.root, join(entry.parentPath, entry.name))).sort();
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(this.root, path), 'latin1')]));
  }

  git(...args: string[]): string {
    const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...author, ...args], { cwd: this.root, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: this.root, GIT_CONFIG_NOSYSTEM: '1' } });
  }

  async ktx(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main([...args], {
      cwd: this.root, environment: { PATH: process.env['PATH'], ...this.environment },
      stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) },
    });
    return { code, out: out.join(''), err: err.join('') };
  }

  /** Runs `ingest --json` and gives its report. */
  async ingest(...args: string[]): Promise<Report> {
    const { out, err } = await this.ktx('ingest', '--json', ...args);
    if (out === '') throw new Error(err);
    return JSON.parse(out) as Report;
  }

  [Symbol.dispose](): void {
    removeFolder(this.root);
  }
}

export const codes = (report: Report): string[] => report.findings.map((finding) => finding.code);
