import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Where the folders of codex begin that this process makes; a run of its own has a temporary folder of its own. */
const ours = join(tmpdir(), `ktx-ci-agent-${process.pid}-codex-`);

/** Folders of codex, and living processes that know one of them: of this process, or of whoever has the temporary folder. */
export function leftovers(temporary?: string): string[] {
  const folders = readdirSync(temporary ?? tmpdir()).filter((name) => (temporary === undefined ? join(tmpdir(), name).startsWith(ours) : /^(?:ktx-ci-agent-|codex-output-schema-)/.test(name)));
  return [...folders, ...codexProcesses(temporary).map(({ pid }) => `process ${pid}`)];
}

export interface AgentProcess {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Living processes of codex, whoever their parent is; elsewhere than on Linux none. */
export function codexProcesses(temporary = ours): AgentProcess[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
      const lines = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').filter((line) => line !== '');
      const environment = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
      return environment['CODEX_HOME']?.startsWith(temporary) === true ? [{ pid: Number(pid), argv, environment }] : [];
    } catch {
      // it has ended meanwhile
      return [];
    }
  });
}
