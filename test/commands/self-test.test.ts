import { describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/commands/main.js';
import { runSelfTest, type SelfTestInput, type SelfTestOutcome } from '../../src/commands/self-test.js';
import { isolationOf } from '../../src/llm/isolation.js';
import { ProjectFolder } from '../project-folder.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A place with nothing in it but what a test puts there. */
const root = temporaryFolder('self-test');
const [home, temporary, workspace] = ['home', 'temporary', 'workspace'].map((name) => join(root, name)) as [string, string, string];
for (const folder of [home, temporary, workspace]) mkdirSync(folder);

const isolation = await isolationOf();
if (!isolation.pidNamespace) process.stderr.write(`Some checks of the self-test are skipped: ${isolation.why ?? ''}.\n`);
const separate = isolation.pidNamespace ? test : test.skip;
const onLinux = process.platform === 'linux' ? test : test.skip;
/** Whether the account that runs the tests keeps credentials of tools, which the self-test then finds with good reason. */
const look = (more: Partial<SelfTestInput> = {}): Promise<SelfTestOutcome> => runSelfTest({ cwd: workspace, environment: {}, home, temporary, ...more });
const leaks = ({ checks }: SelfTestOutcome): string[] => checks.filter(({ state, id }) => state === 'leak' && id !== 'configuration').map(({ id }) => id);

separate('nothing is seen where an agent has a namespace of its own', async () => {
  const outcome = await look();
  expect(leaks(outcome)).toEqual([]);
  expect(outcome).toMatchObject({ backend: 'none', startsAgents: false, pidNamespace: true });
  expect(outcome.checks.map(({ id }) => id)).toEqual([
    'backend', 'namespace', 'environment', 'arguments', 'proxy', 'files:agent', 'files:home', 'files:temporary', 'files:workspace', 'configuration',
    'process:environ', 'process:cmdline', 'process:fd', 'process:mem', 'relay:token', 'relay:answer', 'relay:credential', 'sqlite',
  ]);
  expect(outcome.checks.filter(({ state }) => state === 'unknown')).toEqual([]);
});

describe('a planted leak is found', () => {
  test.each<[string, SelfTestInput['carelessly']]>([
    ['environment', { environment: (credential) => ({ SOMETHING: credential }) }],
    ['environment', { environment: () => ({ GITHUB_TOKEN: 'of-somebody' }) }],
    ['arguments', { args: (credential) => ['--key', credential] }],
    ['proxy', { environment: () => ({ HTTPS_PROXY: 'http://user:password@proxy.example:3128' }) }],
    ['files:home', { before: (credential) => { mkdirSync(join(home, '.config', 'tool'), { recursive: true }); writeFileSync(join(home, '.config', 'tool', 'auth'), `key=${credential}\n`); } }],
    ['files:temporary', { before: (credential) => { writeFileSync(join(temporary, 'log'), `x${credential}x`); } }],
    ['files:workspace', { before: (credential) => { mkdirSync(join(workspace, 'a'), { recursive: true }); writeFileSync(join(workspace, 'a', 'b'), credential); } }],
  ])('%s', async (id, carelessly) => {
    const outcome = await look({ carelessly });
    for (const folder of [home, temporary, workspace]) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    }
    expect(leaks(outcome)).toContain(id);
    expect(outcome.exitCode).toBe(5);
    const found = outcome.checks.find((check) => check.id === id);
    expect(found?.fix).toBeDefined();
    // It says where, and not what.
    expect(JSON.stringify(outcome)).not.toMatch(/canary-[0-9a-f]{8}|of-somebody|user:password/);
  });

  test('a credential that the checkout left in the workspace', async () => {
    mkdirSync(join(workspace, '.git'));
    writeFileSync(join(workspace, '.git', 'config'), '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eDp5\n');
    const outcome = await look();
    rmSync(join(workspace, '.git'), { recursive: true });
    expect(outcome.checks.find(({ id }) => id === 'configuration')).toMatchObject({ state: 'leak', detail: expect.stringContaining(join(workspace, '.git', 'config')), fix: expect.stringContaining('persist-credentials: false') });
  });

  onLinux('the environment and the memory of this process, where an agent shares its namespace', async () => {
    const outcome = await look({ isolation: { pidNamespace: false, why: 'a test wants it so', before: [] } });
    expect(leaks(outcome)).toContain('process:environ');
    expect(outcome.checks.find(({ id }) => id === 'process:environ')?.detail).toContain('the one that holds the credential');
    // Only the superuser may read the memory of a process that is none of its children.
    if (process.getuid?.() === 0) expect(outcome.checks.find(({ id }) => id === 'process:mem')).toMatchObject({ state: 'leak', detail: 'it read the credential in the memory of the process that holds it' });
    expect(outcome.checks.find(({ id }) => id === 'namespace')).toMatchObject({ state: 'unknown', fix: expect.stringContaining('util-linux') });
    expect(outcome.exitCode).toBe(5);
  });
});

onLinux('what cannot be checked is a warning, and an error where it must be', async () => {
  const without = { isolation: { pidNamespace: false, why: 'a test wants it so', before: [] } };
  for (const strict of [false, true]) {
    const { findings, checks, headline } = await look({ ...without, strict });
    expect(findings).toContainEqual({ severity: strict ? 'error' : 'warning', code: 'credential-unchecked', message: 'namespace cannot be checked here: agents run in the PID namespace of everything else: a test wants it so', fix: expect.stringContaining('util-linux') });
    const seen = checks.filter(({ state }) => state === 'leak');
    expect(findings.filter(({ code }) => code === 'credential-visible').map(({ message }) => message)).toEqual(seen.map(({ id, detail }) => `${id}: ${detail}`).sort());
    expect(headline).toBe(`an agent could see a credential in ${seen.length} of ${checks.length} places`);
  }
});

describe('the command', () => {
  async function said(folder: ProjectFolder, ...args: string[]): Promise<{ readonly code: number; readonly out: string }> {
    let out = '';
    const code = await main(['self-test', '--project-dir', folder.root, ...args], { cwd: folder.root, environment: { HOME: home, RUNNER_TEMP: temporary }, stdout: { write: (text) => { out += text; } }, stderr: { write: () => true } });
    return { code, out };
  }

  test('one line a check, what the backend starts, and the same as JSON', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'connections: {}\nllm:\n  provider: {backend: claude-code}\n  models: {default: sonnet}\n' });
    const { out } = await said(folder);
    expect(out).toMatch(/^backend: +ok {4}claude-code starts a program for each unit/);
    expect(out).toMatch(/^environment: +ok {4}its environment has \d+ variables, none of them a credential$/m);
    expect(out).toMatch(/an agent (?:sees no|could see a) credential in \d+/);
    const { out: json, code } = await said(folder, '--json', '--strict');
    const outcome = JSON.parse(json) as SelfTestOutcome;
    expect(outcome).toMatchObject({ exitCode: code, backend: 'claude-code', startsAgents: true });
    const unknown = outcome.checks.some(({ state }) => state === 'unknown');
    const leak = outcome.checks.some(({ state }) => state === 'leak');
    expect(code).toBe(leak ? 5 : unknown ? 2 : 0);
    if (!leak && homedir() !== home && isolation.pidNamespace) expect(code).toBe(0);
  });
});
