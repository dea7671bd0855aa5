import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../temporary-folder.js';

/** Rootless-style build tools of Debian: buildah builds, podman runs through runc, and a base comes from debootstrap. */
export interface Containers {
  /** Builds a folder that holds a Dockerfile. Throws with the tool's last words. */
  build(context: string, tag: string, args: Readonly<Record<string, string>>): void;
  run(image: string, flags: readonly string[], command: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string };
  inspect(image: string): { readonly Config: { readonly User: string; readonly WorkingDir: string; readonly Labels: Readonly<Record<string, string>> }; readonly Size: number };
  dispose(): void;
}

export const baseImage = 'localhost/node:24-test';

/** Why containers cannot be tested here; undefined where they can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux';
  const missing = ['buildah', 'podman', 'runc', 'debootstrap'].filter((name) => !['/usr/bin', '/usr/sbin', '/bin', '/sbin'].some((folder) => existsSync(join(folder, name))));
  return missing.length === 0 ? undefined : `${missing.join(', ')} not installed`;
}

const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };

function must(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = env): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { env: environment, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ''}: ${error?.message ?? `${stdout}${stderr}`.slice(-2000)}`);
  return stdout;
}

/** Debian with git, and the Node that runs this, as base.tar in a folder. About a minute, and it needs the network. */
export function makeDebian(folder: string): void {
  must('debootstrap', ['--variant=minbase', '--include=git,ca-certificates', 'bookworm', join(folder, 'root')]);
  copyFileSync(process.execPath, join(folder, 'root', 'usr', 'local', 'bin', 'node'));
  must('tar', ['-C', join(folder, 'root'), '-cf', join(folder, 'base.tar.partial'), '--exclude=./var/cache/apt/*', '--exclude=./var/lib/apt/lists/*', '.']);
  rmSync(join(folder, 'root'), { recursive: true, force: true });
  renameSync(join(folder, 'base.tar.partial'), join(folder, 'base.tar'));
}

/** What scripts/test.mjs makes meanwhile, where there is a network. */
function takeDebian(from: string, to: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 1_500 && !existsSync(join(from, 'base.tar')); tries += 1) {
    if (existsSync(join(from, 'failed'))) throw new Error(readFileSync(join(from, 'failed'), 'utf8'));
    Atomics.wait(pause, 0, 0, 200);
  }
  copyFileSync(join(from, 'base.tar'), to);
}

/** Opens a store of its own and puts the base into it. */
export function openContainers(): Containers {
  const home = temporaryFolder('containers');
  writeFileSync(join(home, 'storage.conf'), `[storage]\ndriver = "overlay"\ngraphroot = "${home}/graph"\nrunroot = "${home}/run"\n`);
  // Defaults of the tools that a container without more rights may not set.
  writeFileSync(join(home, 'containers.conf'), '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n');
  writeFileSync(join(home, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
  const own = { ...env, CONTAINERS_STORAGE_CONF: join(home, 'storage.conf'), CONTAINERS_CONF: join(home, 'containers.conf') };
  const dispose = (): void => {
    spawnSync('podman', ['--runtime', '/usr/sbin/runc', 'rm', '--all', '--force'], { env: own });
    spawnSync('umount', [join(home, 'graph', 'overlay')]);
    removeFolder(home);
  };
  const build: Containers['build'] = (context, tag, args) => {
    must('buildah', ['bud', '--isolation', 'chroot', '--signature-policy', join(home, 'policy.json'), '--pull-never', ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]), '--tag', tag, context], own);
  };
  try {
    const base = join(home, 'base');
    mkdirSync(base);
    const ready = process.env['KTX_CI_TEST_DEBIAN'];
    if (ready === undefined) makeDebian(base);
    else takeDebian(ready, join(base, 'base.tar'));
    writeFileSync(join(base, 'Dockerfile'), 'FROM scratch\nADD base.tar /\n');
    build(base, baseImage, {});
    rmSync(base, { recursive: true, force: true });
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    build,
    run: (image, flags, command) => {
      const { status, stdout, stderr } = spawnSync('podman', ['--runtime', '/usr/sbin/runc', 'run', '--rm', '--pull=never', ...flags, image, ...command], { env: own, encoding: 'utf8', timeout: 120_000 });
      return { status, stdout, stderr };
    },
    inspect: (image) => (JSON.parse(must('podman', ['image', 'inspect', image], own)) as ReturnType<Containers['inspect']>[])[0]!,
    dispose,
  };
}
