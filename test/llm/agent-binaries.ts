import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What tests of agents need to know of the machine. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Whether tools/agents holds the binary; says so once where it does not. */
export function installed(name: 'codex'): boolean {
  const there = existsSync(join(root, 'tools', 'agents', 'node_modules', '@openai', 'codex-sdk', 'package.json'));
  if (!there) process.stderr.write(`skipped: ${name} is not installed; npm ci --prefix tools/agents installs it\n`);
  return there;
}

const before = new Set(readdirSync(tmpdir()));

/** Folders of ours in the temporary folder, and processes of codex with one of them, that a test has left. */
export function leftovers(): string[] {
  const folders = readdirSync(tmpdir()).filter((name) => /^(?:ktx-ci-codex-|codex-output-schema-)/.test(name) && !before.has(name));
  return [...folders, ...codexProcesses().map(({ pid }) => `process ${pid}`)];
}

export interface AgentProcess {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Living processes of codex that descend from `of`; elsewhere than on Linux none. */
export function codexProcesses(of = process.pid): AgentProcess[] {
  if (!existsSync('/proc/self/stat')) return [];
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
      const environment = Object.fromEntries(readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').filter((line) => line !== '').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
      return [{ pid: Number(pid), parent: Number(parent), state, argv, environment }];
    } catch {
      return [];
    }
  });
  const isBelow = (pid: number, depth = 0): boolean => pid === of || (depth < 20 && found.some((one) => one.pid === pid && isBelow(one.parent, depth + 1)));
  return found.filter(({ pid, state, argv }) => pid !== of && state !== 'Z' && /(?:^|\/)codex$/.test(argv[0] ?? '') && isBelow(pid)).map(({ pid, argv, environment }) => ({ pid, argv, environment }));
}
