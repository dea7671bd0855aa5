import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AgentTools } from '../../src/llm/agent-tools.js';

/** In the place of the binary: a program that says what it is told to, for what the real one cannot be brought to do. The SDK is the real one. */
export interface CodexScript {
  /** Requests that it makes first, one after the other. */
  readonly requests?: readonly unknown[];
  /** Lines that it prints then. */
  readonly events?: readonly unknown[];
  readonly stderr?: string;
  /** Left out: 0. `hang`: it ignores SIGTERM and stays. */
  readonly exit?: number | 'hang';
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export function scriptedCodex(folder: string, script: CodexScript): AgentTools {
  const bin = join(folder, 'node_modules', '@openai', 'codex-scripted', 'vendor', 'any', 'bin');
  mkdirSync(bin, { recursive: true });
  const program = `#!${process.execPath}
const script = ${JSON.stringify(script)};
if (process.argv[2] === 'debug') {
  console.log(JSON.stringify({ models: [{ slug: 'gpt-5.5' }] }));
} else {
  const base = /base_url="([^"]+)"/.exec(process.argv.join(' '))[1];
  if (script.exit === 'hang') process.on('SIGTERM', () => undefined);
  for (const body of script.requests ?? []) {
    const answer = await fetch(base + '/responses', { method: 'POST', headers: { 'content-type': 'application/json', 'authorization': 'Bearer ' + process.env.KTX_RELAY_TOKEN }, body: JSON.stringify(body) });
    await answer.text();
  }
  for (const event of script.events ?? []) console.log(JSON.stringify(event));
  if (script.exit === 'hang') setInterval(() => undefined, 1000);
  else { process.stderr.write(script.stderr ?? ''); process.exitCode = script.exit ?? 0; }
}
`;
  writeFileSync(join(bin, 'codex'), program);
  // top-level await wants a module
  writeFileSync(join(bin, 'package.json'), '{"type":"module"}');
  chmodSync(join(bin, 'codex'), 0o755);
  return agentsIn(folder);
}

/** The real binary behind a line of shell: `line` gets its arguments, and `$CODEX` is its path. */
export function wrappedCodex(folder: string, real: string, line: string): AgentTools {
  const bin = join(folder, 'node_modules', '@openai', 'codex-wrapped', 'vendor', 'any', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'codex'), `#!/bin/sh\nCODEX='${real}'\n${line}\n`);
  chmodSync(join(bin, 'codex'), 0o755);
  return agentsIn(folder);
}

function agentsIn(folder: string): AgentTools {
  return { folder, load: () => import(join(root, 'tools', 'agents', 'node_modules', '@openai', 'codex-sdk', 'dist', 'index.js')) };
}
