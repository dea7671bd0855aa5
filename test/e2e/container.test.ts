import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseImage, openContainers, whyNot, type Containers } from '../fakes/containers.js';
import { bundleFolder } from '../fakes/runner.js';
import { temporaryFolder } from '../temporary-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const image = 'localhost/ktx-ci:test';
const reason = whyNot();

(reason === undefined ? describe : describe.skip)(`the image${reason === undefined ? '' : ` (skipped: ${reason})`}`, () => {
  let containers: Containers;
  let work: string;

  beforeAll(() => {
    work = temporaryFolder('image');
    const context = join(work, 'context');
    mkdirSync(context);
    for (const name of ['Dockerfile', '.dockerignore', 'package.json', 'LICENSE', 'action.yml', 'bin']) {
      if (existsSync(join(root, name))) cpSync(join(root, name), join(context, name), { recursive: true });
    }
    cpSync(bundleFolder, join(context, 'dist'), { recursive: true });
    cpSync(join(root, 'examples', 'shop'), join(work, 'shop'), { recursive: true, filter: (path) => !path.includes('/.ktx') });
    execFileSync('chown', ['-R', '1000:1000', join(work, 'shop')]);
    containers = openContainers();
    containers.build(context, image, { NODE_IMAGE: baseImage, REVISION: 'abc' });
  }, 300_000);
  afterAll(() => {
    (containers as Containers | undefined)?.dispose();
    rmSync(work, { recursive: true, force: true });
  });

  const locked = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--network', 'none', '--memory', '512m'];
  const mount = (): string[] => ['--volume', `${join(work, 'shop')}:/work`];

  test('says its version, as a user that is not root, without network, rights or a writable root', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(containers.run(image, locked, ['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
    const { Config } = containers.inspect(image);
    expect(Config).toMatchObject({ User: '1000:1000', WorkingDir: '/work' });
    expect(Config.Labels).toMatchObject({ 'org.opencontainers.image.version': version, 'org.opencontainers.image.revision': 'abc' });
  });

  test('its own files cannot be written', () => {
    const result = containers.run(image, ['--entrypoint', 'sh'], ['-c', 'id -u; touch /opt/ktx-ci/dist/index.js || echo refused; find /opt/ktx-ci -writable | wc -l']);
    expect(result.stdout.trim().split('\n')).toEqual(['1000', 'refused', '0']);
  });

  test('ingests examples/shop into a patch that git takes', () => {
    const result = containers.run(image, [...locked, ...mount()], ['ingest', '--out', '.ktx/ci/container']);
    expect([0, 4]).toContain(result.status);
    const folder = join(work, 'shop', '.ktx', 'ci', 'container');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['report.json', 'context.patch', 'report.html']));
    execFileSync('git', ['apply', '--check', join(folder, 'context.patch')], { cwd: join(work, 'shop') });
  });

  test('adds little to its base', () => {
    expect(containers.inspect(image).Size - containers.inspect(baseImage).Size).toBeLessThan(45 * 1024 * 1024);
  });

  test('exit codes come through', () => {
    expect(containers.run(image, locked, ['check']).status).toBe(2);
    expect(containers.run(image, locked, ['ingst']).status).toBe(2);
  });
});
