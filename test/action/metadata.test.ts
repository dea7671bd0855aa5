import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { inputNames } from '../../src/action/inputs.js';
import { outputsOf } from '../../src/action/outputs.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly required?: boolean; readonly default?: unknown }>>;
  readonly outputs: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs: Readonly<Record<string, unknown>>;
}

const action = parse(read('action.yml'), { uniqueKeys: true }) as Metadata;

describe('action.yml', () => {
  test('has exactly the inputs that the code reads, none required, each described', () => {
    expect(Object.keys(action.inputs)).toEqual([...inputNames]);
    for (const [name, input] of Object.entries(action.inputs)) {
      expect([name, Object.keys(input).filter((key) => !['description', 'default'].includes(key))]).toEqual([name, []]);
      expect(input.description).toMatch(/\S\.$/);
      expect([name, typeof (input.default ?? '')]).toEqual([name, 'string']);
    }
  });

  test('has exactly the outputs that the code sets, each described', () => {
    const set = [...Object.keys(outputsOf({ exitCode: 0, headline: '', findings: [] })), 'artifact-id'];
    expect(Object.keys(action.outputs).sort()).toEqual(set.sort());
    for (const output of Object.values(action.outputs)) expect(output.description).toMatch(/\S\.$/);
  });

  test('runs on node24, from a file that the build writes', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  });

  test('can be listed: a short name and description, an icon and colour that GitHub has', () => {
    expect(Object.keys(action).sort()).toEqual(['author', 'branding', 'description', 'inputs', 'name', 'outputs', 'runs']);
    expect(action.name.length).toBeLessThan(40);
    expect(action.description.length).toBeLessThan(125);
    expect(action.branding.icon).toMatch(/^[a-z-]+$/);
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(action.branding.color);
  });

  test('no default is a secret or an expression', () => {
    for (const input of Object.values(action.inputs)) expect(String(input.default ?? '')).not.toContain('${{');
  });
});

test('the tables of the pages are what action.yml says (npm run docs)', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'generate-docs.mjs'), '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const page = read('docs/action.md');
  for (const name of [...inputNames, ...Object.keys(action.outputs)]) expect(page).toContain(`| \`${name}\` |`);
});

test('package.json publishes what the command line needs, and its version is the tool’s', async () => {
  const manifest = JSON.parse(read('package.json')) as { version: string; bin: Record<string, string>; files: string[]; dependencies?: unknown };
  const { version } = await import('../../src/version.js');
  expect(manifest.version).toBe(version);
  expect(manifest.dependencies).toBeUndefined();
  expect(existsSync(join(root, manifest.bin['ktx-ci']!))).toBe(true);
});
