import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codexBinary } from '../../src/llm/codex-child.js';
import { removeFolder, temporaryFolder } from '../temporary-folder.js';
import type { Agent } from './fault-table.js';
import { programFolder } from './process.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const installed = join(root, 'tools', 'agents', 'node_modules');

/** Puts something at the path of an agent's program, where nothing is; `real` is the program. */
export type Replacement = (path: string, real: string) => void;

/** A script of the shell; `$REAL` is the program. */
export function script(...lines: readonly string[]): Replacement {
  return (path, real) => {
    writeFileSync(path, ['#!/bin/sh', `REAL='${real}'`, ...lines, ''].join('\n'));
    chmodSync(path, 0o755);
  };
}

/** The program as it is. */
export const asItIs = script('exec "$REAL" "$@"');

/** ktx-ci as npm installs it: a copy in a folder of its own, without agents until they are installed. Dispose of it with `using`. */
export class Program implements Disposable {
  readonly root = temporaryFolder('program');
  readonly #at = join(this.root, 'node_modules', 'ktx-ci');
  /** To be started with Node. */
  readonly cli: string;
  readonly tools = join(this.#at, 'tools', 'agents');
  readonly #modules = join(this.tools, 'node_modules');

  /** `folder`: of the program, relative to the package. */
  constructor(folder = programFolder) {
    this.cli = join(this.#at, folder, 'cli.js');
    for (const path of ['package.json', folder, 'tools/agents/package.json', 'tools/agents/package-lock.json', 'tools/agents/.npmrc']) cpSync(join(root, path), join(this.#at, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.#at, 'node_modules'));
  }

  /** Installs the packages of both agents, without the program of this one. */
  install(agent: Agent): void {
    const packages = readdirSync(installed).flatMap((name) => (name.startsWith('@') ? readdirSync(join(installed, name)).map((inner) => join(name, inner)) : [name]));
    for (const name of packages.filter((one) => one !== packageOf(programOf(agent)))) {
      mkdirSync(dirname(join(this.#modules, name)), { recursive: true });
      // an SDK looks for the program beside itself, and through a link it would find the real one
      if (name.endsWith('-sdk')) cpSync(join(installed, name), join(this.#modules, name), { recursive: true });
      else symlinkSync(join(installed, name), join(this.#modules, name));
    }
  }

  /** Puts something in the place of an agent's program. */
  replace(agent: Agent, replacement: Replacement): void {
    const path = join(this.#modules, programOf(agent));
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    replacement(path, join(installed, programOf(agent)));
  }

  uninstall(name: string): void {
    rmSync(join(this.#modules, name), { recursive: true });
  }

  [Symbol.dispose](): void {
    removeFolder(this.root);
  }
}

const packageOf = (path: string): string => path.split(/[\\/]/).slice(0, 2).join('/');

/** The program of an agent, below node_modules. */
function programOf(agent: Agent): string {
  if (agent === 'codex') return relative(installed, codexBinary(dirname(installed)) ?? '');
  const name = readdirSync(join(installed, '@anthropic-ai')).find((folder) => existsSync(join(installed, '@anthropic-ai', folder, 'claude'))) ?? '';
  return join('@anthropic-ai', name, 'claude');
}
