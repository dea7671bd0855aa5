import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { plainEnvironment, removeFolder, temporaryFolder } from '../temporary-folder.js';

/** Runs an action as GitHub's runner does: node on `runs.main`, inputs and files in the environment, commands in the log. */

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The bundle of the sources as they are; scripts/bundle-for-tests.mjs makes it. */
export const bundleFolder = join(root, 'lib', 'dist');

export interface Step {
  /** Under `with:`; what action.yml gives a default for is added, as the runner does. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  /** Written as it is where it is a string. */
  readonly payload?: unknown;
  readonly ref?: string;
  readonly workspace: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Sent to the process when the log holds this text. */
  readonly signalAt?: { readonly text: string; readonly signal: NodeJS.Signals };
}

export interface LogCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepResult {
  readonly exitCode: number;
  /** As a person would see it: masked, in the order of arrival. */
  readonly log: string;
  /** Everything that the process wrote, before masking and with the commands. */
  readonly raw: string;
  readonly commands: readonly LogCommand[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** RUNNER_TEMP of the step; removed by `dispose`. */
  readonly temp: string;
  dispose(): void;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string } | null>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function readActionFile(): ActionFile {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;
}

export async function runStep(step: Step): Promise<StepResult> {
  const action = readActionFile();
  if (action.runs.using !== 'node24') throw new Error(`the runner has no ${action.runs.using}`);
  const temp = temporaryFolder('runner');
  const at = (name: string): string => join(temp, name);
  mkdirSync(at('files'));
  const files = { GITHUB_OUTPUT: at('files/output'), GITHUB_STEP_SUMMARY: at('files/summary.md'), GITHUB_STATE: at('files/state'), GITHUB_ENV: at('files/env'), GITHUB_PATH: at('files/path') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  writeFileSync(at('files/event.json'), typeof step.payload === 'string' ? step.payload : JSON.stringify(step.payload ?? {}));
  const inputs = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input?.default ?? ''])), ...step.inputs };
  const main = join(bundleFolder, action.runs.main.replace(/^dist\//, ''));
  const child = spawn(process.execPath, [main], {
    cwd: step.workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...plainEnvironment(), HOME: process.env['HOME'], ...files, GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_EVENT_PATH: at('files/event.json'),
      GITHUB_EVENT_NAME: step.event ?? 'workflow_dispatch', GITHUB_REF: step.ref ?? 'refs/heads/main', GITHUB_REPOSITORY: 'acme/analytics', GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: step.workspace, GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'context', GITHUB_ACTION: '__self', RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])), ...step.environment,
    },
  });
  let raw = '';
  let signalled = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      raw += text;
      if (step.signalAt !== undefined && !signalled && raw.includes(step.signalAt.text)) {
        signalled = true;
        child.kill(step.signalAt.signal);
      }
    });
  }
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => { resolve(code ?? -1); });
  });
  const { log, commands, masks } = readLog(raw);
  return {
    exitCode, log, raw, commands, masks, outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')), summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), temp,
    dispose: () => { removeFolder(temp); },
  };
}

/** Commands as the runner parses them: `::name key=value::message` at the start of a line, and the older `##[name]` anywhere. */
function readLog(raw: string): { log: string; commands: LogCommand[]; masks: string[] } {
  const commands: LogCommand[] = [];
  const masks: string[] = [];
  const shown: string[] = [];
  for (const line of raw.split(/\r?\n/)) {
    const [, name = '', list = '', data = ''] = /^\s*::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/i.exec(line) ?? /##\[([a-z-]+)( [^\]]*)?\](.*)$/i.exec(line) ?? [];
    if (name === '') {
      shown.push(masks.reduce((text, mask) => text.replaceAll(mask, '***'), line));
      continue;
    }
    const properties = Object.fromEntries(list.split(',').filter((part) => part !== '').map((part) => [part.slice(0, part.indexOf('=')).trim(), decode(part.slice(part.indexOf('=') + 1))]));
    const message = decode(data);
    commands.push({ name: name.toLowerCase(), properties, message });
    if (name === 'add-mask') masks.push(...[message, ...message.split(/\r?\n/)].filter((mask) => mask.trim() !== ''));
  }
  return { log: shown.join('\n'), commands, masks };
}

function decode(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

/** `name=value` lines and `name<<END` blocks. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, end] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name !== undefined) {
      const close = lines.indexOf(end ?? '', at + 1);
      outputs[name] = lines.slice(at + 1, close).join('\n');
      at = close;
    } else if ((lines[at] ?? '').includes('=')) {
      const [key = '', ...rest] = (lines[at] ?? '').split('=');
      outputs[key] = rest.join('=');
    }
  }
  return outputs;
}
