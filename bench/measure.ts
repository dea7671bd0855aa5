import { spawn } from 'node:child_process';

/** One run of a command line in a process of its own. */

export interface Measured {
  readonly code: number | null;
  readonly seconds: number;
  /** Peak of resident memory. */
  readonly megabytes: number;
  /** Of the process itself, on all threads: other load on the machine changes little of it. */
  readonly cpuSeconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `cli` (an ESM file). The child reports its own peak: /usr/bin/time is not everywhere. */
export function measure(cli: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}, nodeOptions: readonly string[] = []): Promise<Measured> {
  const address = new URL(cli, `file://${process.cwd()}/`).href;
  const probe = `process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+' '+(process.cpuUsage().user+process.cpuUsage().system)));process.argv=[process.argv[0],${JSON.stringify(cli)},...${JSON.stringify(args)}];await import(${JSON.stringify(address)})`;
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, '--input-type=module', '-e', probe], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const stderr = Buffer.concat(err).toString('utf8');
      resolve({ code, seconds: (performance.now() - started) / 1000, megabytes: Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? 0) / 1024, cpuSeconds: Number(/PEAK \d+ (\d+)/.exec(stderr)?.[1] ?? 0) / 1e6, stdout: Buffer.concat(out).toString('utf8'), stderr });
    });
  });
}
