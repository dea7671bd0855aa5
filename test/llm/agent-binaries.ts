import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What tests of agents need to know of the machine. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Whether tools/agents holds the binary; says so once where it does not. */
export function installed(name: 'codex' | 'claude-code'): boolean {
  const sdk = name === 'codex' ? '@openai/codex-sdk' : '@anthropic-ai/claude-agent-sdk';
  const there = existsSync(join(root, 'tools', 'agents', 'node_modules', sdk, 'package.json'));
  if (!there) process.stderr.write(`skipped: ${name} is not installed; npm ci --prefix tools/agents installs it\n`);
  return there;
}

/** From now on the temporary folder of this process is one of its own, so that what is left in it was left by it. */
export function ownTemporaryFolder(): string {
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'ktx-test-'));
  return process.env['TMPDIR'];
}

/** Folders of ours in the temporary folder, and processes of codex that know one of them. */
export function leftovers(): string[] {
  return [...readdirSync(tmpdir()).filter((name) => /^(?:ktx-ci-codex-|codex-output-schema-)/.test(name)), ...codexProcesses().map(({ pid }) => `process ${pid}`)];
}

export interface AgentProcess {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Living processes of codex whose home is in our temporary folder, whoever their parent is; elsewhere than on Linux none. */
export function codexProcesses(): AgentProcess[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
      const lines = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').filter((line) => line !== '');
      const environment = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
      return environment['CODEX_HOME']?.startsWith(tmpdir()) === true ? [{ pid: Number(pid), argv, environment }] : [];
    } catch {
      // it has ended meanwhile
      return [];
    }
  });
}
