import { afterEach, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolationOf } from '../../src/llm/isolation.js';
import { runStep, type Step, type StepResult } from '../fakes/runner.js';
import { shopConfig, workspace, type Workspace } from '../fakes/workspace.js';

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

function shop(files: Readonly<Record<string, string>> = {}, options: Parameters<typeof workspace>[1] = {}): Workspace {
  const made = workspace({ 'ktx.yaml': shopConfig, ...files }, options);
  open.push(made);
  return made;
}

async function step(given: Omit<Step, 'workspace'> & { readonly at?: Workspace }): Promise<StepResult> {
  const { at = shop(), ...rest } = given;
  const result = await runStep({ ...rest, inputs: { artifact: 'false', ...rest.inputs }, workspace: at.path });
  open.push(result);
  return result;
}

const annotations = (result: StepResult, kind: string) => result.commands.filter((command) => command.name === kind);

describe('ingest', () => {
  test('writes a patch that git takes, outputs and a summary', async () => {
    const at = shop();
    const result = await step({ at });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'status': 'complete', 'changed': 'true', 'cost-usd': '0.0000', 'input-tokens': '0', 'failure-code': '', 'pull-request-operation': 'none', 'artifact-id': '' });
    expect(result.outputs['patch-path']?.startsWith(result.temp)).toBe(true);
    execFileSync('git', ['apply', '--check', result.outputs['patch-path']!], { cwd: at.path });
    const report = JSON.parse(readFileSync(result.outputs['report-path']!, 'utf8')) as { headline: string };
    expect(result.outputs['headline']).toBe(report.headline);
    expect(result.summary).toContain(report.headline);
    expect(existsSync(`${at.path}/.ktx`)).toBe(false);
  });

  test('has every output that action.yml declares', async () => {
    const { outputs } = await step({});
    const declared = [...readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8').matchAll(/^ {2}([a-z-]+):\n/gm)].map(([, name = '']) => name);
    for (const name of Object.keys(outputs)) expect(declared).toContain(name);
    expect(Object.keys(outputs)).toHaveLength(14);
  });

  test('a second step after applying the patch has nothing to do', async () => {
    const at = shop();
    const first = await step({ at });
    execFileSync('git', ['apply', first.outputs['patch-path']!], { cwd: at.path });
    const second = await step({ at });
    expect(second.outputs).toMatchObject({ status: 'nothing-to-do', changed: 'false' });
    expect(second.exitCode).toBe(0);
  });

  test('no ktx.yaml: exit 2, the reason as annotation, output and summary', async () => {
    const at = workspace({ 'README.md': 'nothing' });
    open.push(at);
    const result = await step({ at });
    expect(result.exitCode).toBe(2);
    expect(result.outputs).toMatchObject({ 'status': 'failed', 'failure-code': 'no-project', 'changed': 'false', 'patch-path': '' });
    expect(annotations(result, 'error')).toHaveLength(1);
    expect(result.summary).toContain('no ktx.yaml');
  });

  test('a project in a subfolder: annotations name files as the repository does', async () => {
    const at = shop({ 'ktx.yaml': '# not this one\n', 'analytics/ktx.yaml': `${shopConfig}connectoins: 3\n` }, { folder: 'analytics' });
    const result = await step({ at, inputs: { 'project-dir': 'analytics' } });
    const [warning] = annotations(result, 'warning');
    expect(warning?.properties).toMatchObject({ file: 'analytics/ktx.yaml', line: '8' });
  });

  test('a secret in the data or in a file reaches no log, output, summary or file', async () => {
    const secret = 'kx-7f3a9c1e5b2d';
    const at = shop({}, { sql: `CREATE TABLE "t_${secret}" (id INTEGER PRIMARY KEY, "${secret}" TEXT);` });
    const result = await step({ at, inputs: { secrets: `WAREHOUSE=${secret}` } });
    expect(result.masks).toContain(secret);
    expect(result.log).not.toContain(secret);
    expect(spawnSync('grep', ['-rlF', secret, result.temp], { encoding: 'utf8' }).stdout).toBe('');
    expect(spawnSync('find', [result.temp, '-name', `*${secret}*`], { encoding: 'utf8' }).stdout).toBe('');
  });
});

describe('masking', () => {
  test('is the first thing in the log, line by line, before any finding', async () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----';
    const result = await step({
      inputs: { 'secrets': `TOKEN=tok-12345\nKEY<<END\n${key}\nEND\nthis line makes no sense`, 'anthropic-api-key': 'sk-ant-abc', 'openai-api-key': 'sk-oai-def', 'github-token': 'ghs_xyz' },
    });
    for (const value of ['tok-12345', 'MIIEvQIBADANBg', 'kqhkiG9w0BAQEF', 'sk-ant-abc', 'sk-oai-def', 'ghs_xyz', 'this line makes no sense']) expect(result.masks).toContain(value);
    const first = result.raw.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
    expect(result.raw.split('\n').slice(first).join('\n')).not.toContain('::add-mask::');
    expect(result.raw.split('\n').slice(first).join('\n')).not.toMatch(/tok-12345|MIIEvQ|sk-ant|sk-oai|ghs_xyz|makes no sense/);
    expect(result.exitCode).toBe(2);
    expect(result.outputs['failure-code']).toBe('config-value');
  });

  test('secrets resolve env: references and are not passed on', async () => {
    const at = shop({ 'ktx.yaml': shopConfig.replace('path: shop.sqlite', 'path: env:SHOP_FILE') });
    const result = await step({ at, inputs: { secrets: 'SHOP_FILE=shop.sqlite' } });
    expect(result.outputs['status']).toBe('complete');
  });
});

describe('which event may do what', () => {
  const branch = { repository: { default_branch: 'main' } };
  test.each([
    ['schedule', {}, 'complete'],
    ['workflow_dispatch', {}, 'complete'],
    ['repository_dispatch', {}, 'complete'],
    ['push', branch, 'complete'],
  ])('%s ingests', async (event, payload, status) => {
    const result = await step({ event, payload, environment: { GITHUB_ACTOR: 'github-actions[bot]' } });
    expect(result.outputs['status']).toBe(status);
    expect(result.outputs['patch-path']).not.toBe('');
  });

  test.each(['pull_request', 'merge_group'])('%s checks, without any output folder', async (event) => {
    const result = await step({ event });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'status': 'complete', 'report-path': '' });
    expect(result.summary).toContain('nothing is broken');
  });

  test.each([['push', { repository: { default_branch: 'trunk' } }], ['issues', {}], ['workflow_run', {}]])('%s on its own is refused with the line to add', async (event, payload) => {
    const result = await step({ event, payload });
    expect(result.exitCode).toBe(2);
    expect(result.log).toContain('command: ');
    expect(result.outputs['failure-code']).toBe('event-refused');
  });

  test.each(['pull_request', 'pull_request_target', 'issue_comment', 'pull_request_review', 'pull_request_review_comment', 'workflow_run'])('%s never ingests', async (event) => {
    const payload = { workflow_run: { head_repository: { full_name: 'mallory/analytics' } } };
    const result = await step({ event, payload, inputs: { command: 'ingest' } });
    expect(result.exitCode).toBe(2);
    expect(result.outputs['failure-code']).toBe('event-refused');
  });

  test('workflow_run of this repository may ingest', async () => {
    const result = await step({ event: 'workflow_run', payload: { workflow_run: { head_repository: { full_name: 'Acme/Analytics' } } }, inputs: { command: 'ingest' } });
    expect(result.outputs['status']).toBe('complete');
  });

  test.each([
    ['no JSON', '{"workflow_run": '],
    ['an array', '[]'],
    ['null', 'null'],
    ['wrong types', '{"workflow_run":"x","repository":7}'],
    ['a prototype', '{"__proto__":{"workflow_run":{"head_repository":{"full_name":"acme/analytics"}}}}'],
    ['commands', '{"repository":{"default_branch":"main\\n::set-output name=status::pwned"}}'],
    ['depth', `${'{"workflow_run":'.repeat(2000)}1${'}'.repeat(2000)}`],
  ])('a payload that is %s decides nothing', async (_what, payload) => {
    for (const event of ['workflow_run', 'push']) {
      const result = await step({ event, payload, inputs: event === 'push' ? {} : { command: 'ingest' } });
      expect(result.exitCode).toBe(2);
      expect(result.outputs['failure-code']).toBe('event-refused');
      expect(result.raw).not.toMatch(/^::set-output/m);
    }
  });

  test('a branch name cannot be a command of the runner', async () => {
    const result = await step({ event: 'push', payload: branch, ref: 'refs/heads/x\n::add-mask::e\n##[set-output name=status]pwned' });
    expect(result.exitCode).toBe(2);
    expect(result.commands.filter((command) => command.name === 'set-output' || (command.name === 'add-mask'))).toEqual([]);
  });
});

describe('inputs', () => {
  test.each([
    [{ 'command': 'ingst' }, 'usage', 'did you mean ingest?'],
    [{ 'command': 'respond' }, 'not-implemented', 'not part of this version'],
    [{ 'command': 'replay' }, 'usage', 'npx ktx-ci replay'],
    [{ 'command': 'selftest' }, 'usage', 'did you mean self-test?'],
    [{ 'max-usd': 'ten' }, 'config-value', 'max-usd takes a number'],
    [{ 'max-steps': '1.5' }, 'config-value', 'whole number'],
    [{ 'artifact': 'maybe' }, 'config-value', 'true, false'],
    [{ 'publish': 'yes' }, 'config-value', 'none, auto, pull-request'],
    [{ 'fail-on': 'always' }, 'config-value', 'failed, incomplete, findings, never'],
    [{ 'config': 'nowhere.yaml' }, 'config-syntax', 'nowhere.yaml'],
    [{ 'project-dir': 'nowhere' }, 'no-project', 'nowhere'],
  ])('%j is refused', async (inputs, code, says) => {
    const result = await step({ inputs });
    expect(result.exitCode).toBe(2);
    expect(result.outputs['failure-code']).toBe(code);
    expect(result.log).toContain(says);
  });

  test('an unknown input is a warning with the nearest name', async () => {
    const result = await step({ inputs: { 'max-usdd': '3' } });
    expect(result.exitCode).toBe(0);
    expect(annotations(result, 'warning').map((one) => one.message)).toEqual([expect.stringContaining('did you mean max-usd?')]);
  });

  test('config names the settings file, and an input beats it', async () => {
    const at = shop({ 'ci/settings.yaml': 'budget:\n  usd: 3\n  steps: 7\n' });
    const result = await step({ at, inputs: { 'config': 'ci/settings.yaml', 'max-usd': '1.5' } });
    const report = JSON.parse(readFileSync(result.outputs['report-path']!, 'utf8')) as { budget: { limits: Record<string, number> } };
    expect(report.budget.limits).toMatchObject({ usd: 1.5, steps: 7 });
  });

  test('publish: pull-request is not there yet, and says so', async () => {
    const result = await step({ inputs: { publish: 'pull-request' } });
    expect(result.exitCode).toBe(0);
    expect(annotations(result, 'warning').map((one) => one.properties['title'])).toEqual(['ktx-ci: publish-unavailable']);
  });
});

describe('what fails a step', () => {
  const broken = { 'wiki/global/page.md': '---\nsummary: x\n---\nSee [[no-such-page]].\n', 'semantic-layer/shop/orders.yaml': 'name: orders\nmeasures: 7\n' };

  test('check fails on what is broken, and fail-on lets it pass', async () => {
    const at = shop(broken);
    const red = await step({ at, event: 'pull_request' });
    expect(red.exitCode).toBe(5);
    expect(annotations(red, 'error').length).toBeGreaterThan(0);
    expect(annotations(red, 'error')[0]?.properties).toMatchObject({ file: expect.stringMatching(/^(semantic-layer|wiki)\//) as unknown as string });
    const green = await step({ at, event: 'pull_request', inputs: { 'fail-on': 'never' } });
    expect(green.exitCode).toBe(0);
    expect(green.outputs['failure-code']).toBe(red.outputs['failure-code']);
    const failed = await step({ at, event: 'pull_request', inputs: { 'fail-on': 'failed' } });
    expect(failed.exitCode).toBe(0);
  });

  test('a pull request that renames a dbt column: an error on the changed line, and the patch that follows it', async () => {
    const at = shop({
      'ktx.yaml': `connections:\n  warehouse:\n    driver: snowflake\n  shop:\n    driver: dbt\n    source_dir: dbt\n`, 'dbt/dbt_project.yml': 'name: shop\nversion: "1.0"\n', 'dbt/models/orders.sql': 'select\n  id,\n  amount\nfrom raw_orders\n',
      'semantic-layer/warehouse/_schema/main.yaml': 'tables:\n  orders:\n    table: orders\n    columns:\n      - {name: id, type: number}\n      - {name: amount, type: number}\n',
      'semantic-layer/warehouse/orders.yaml': 'name: orders\nmeasures:\n  - name: revenue\n    expr: sum(amount)\n',
    });
    const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], { cwd: at.path, encoding: 'utf8' });
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    writeFileSync(join(at.path, 'dbt/models/orders.sql'), 'select\n  id,\n  amount as net_amount\nfrom raw_orders\n');
    git('commit', '--quiet', '--all', '--message', 'rename');
    const result = await step({ at, event: 'pull_request', environment: { GITHUB_BASE_REF: 'main' } });
    expect([result.exitCode, result.outputs['failure-code'], result.outputs['changed'], result.outputs['report-path']]).toEqual([5, 'broken-column', 'true', '']);
    expect(annotations(result, 'error').map(({ properties }) => `${properties['file'] ?? ''}:${properties['line'] ?? ''}`)).toEqual(['dbt/models/orders.sql:3']);
    execFileSync('git', ['apply', '--check', result.outputs['patch-path']!], { cwd: at.path });
  });

  test('more than ten of a kind: ten are annotated, the rest is counted', async () => {
    const links = Array.from({ length: 30 }, (_, index) => `See [[missing-${index}]].`).join('\n\n');
    const result = await step({ at: shop({ 'wiki/global/page.md': `---\nsummary: x\n---\n${links}\n` }), event: 'pull_request' });
    expect(annotations(result, 'error')).toHaveLength(10);
    expect(result.log).toContain('20 more errors in the report');
  });
});

test('status looks at everything and spends nothing', async () => {
  const result = await step({ inputs: { command: 'status' } });
  expect(result.exitCode).toBe(0);
  expect(result.log).toContain('0 blocking');
});

describe('self-test', () => {
  async function tested(inputs: Readonly<Record<string, string>> = {}, at = shop(), event = 'workflow_dispatch'): Promise<StepResult> {
    const home = join(at.path, 'home');
    mkdirSync(home);
    return step({ at, event, inputs: { command: 'self-test', ...inputs }, environment: { HOME: home } });
  }

  test('in the log and in the summary: each place, and what was seen there', async () => {
    const result = await tested({ secrets: 'WAREHOUSE=kx-7f3a9c1e5b2d' });
    expect(result.log).toMatch(/^environment: +ok /m);
    expect(result.summary).toMatch(/^\| environment \| ok \| its environment has /m);
    expect(result.summary).toContain(result.outputs['headline']);
    expect(result.raw.replaceAll('::add-mask::kx-7f3a9c1e5b2d', '')).not.toContain('kx-7f3a9c1e5b2d');
    const { pidNamespace } = await isolationOf();
    // the account that runs the tests may keep credentials of tools
    if (!pidNamespace || result.summary.includes('| configuration | **LEAK**')) return;
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'status': 'complete', 'failure-code': '', 'report-path': '', 'artifact-id': '' });
    expect([...annotations(result, 'error'), ...annotations(result, 'warning')]).toEqual([]);
  });

  test('a credential that can be seen fails the step, whatever fail-on says but never', async () => {
    for (const [failOn, exitCode] of [['', 5], ['failed', 5], ['incomplete', 5], ['never', 0]] as const) {
      const at = shop();
      writeFileSync(join(at.path, '.git', 'config'), '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eDp5\n');
      const result = await tested({ 'fail-on': failOn }, at);
      expect([failOn, result.exitCode]).toEqual([failOn, exitCode]);
      expect(result.outputs).toMatchObject({ 'status': 'failed', 'failure-code': 'credential-visible' });
      expect(annotations(result, 'error').map(({ message }) => message)).toContainEqual(expect.stringContaining('persist-credentials: false'));
      expect(result.summary).toMatch(/^\| configuration \| \*\*LEAK\*\* \| .*persist-credentials: false/m);
    }
  });

  test('on an event that a stranger can cause too', async () => {
    expect((await tested({}, shop(), 'pull_request')).log).toMatch(/^relay:credential: +ok /m);
  });
});

test('cancelled: exit 130, and patch, report, outputs and summary are there', async () => {
  const result = await step({ signalAt: { text: '\nread ', signal: 'SIGINT' } });
  expect(result.exitCode).toBe(130);
  expect(result.outputs['status']).toBe('cancelled');
  for (const name of ['report-path', 'patch-path']) expect(existsSync(result.outputs[name]!)).toBe(true);
  expect(result.summary).not.toBe('');
});
