import { afterEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readZip, startResultsService, type Fault, type ResultsService } from '../fakes/results-service.js';
import { runStep, type StepResult } from '../fakes/runner.js';
import { shopConfig, workspace } from '../fakes/workspace.js';

const open: { dispose?(): void; close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) {
    one.dispose?.();
    await one.close?.();
  }
});

async function upload(fault?: Fault, given: { inputs?: Record<string, string>; environment?: Record<string, string>; files?: Record<string, string> } = {}): Promise<{ result: StepResult; service: ResultsService }> {
  const service = await startResultsService(fault);
  const at = workspace(given.files ?? { 'ktx.yaml': shopConfig });
  open.push(service, at);
  const result = await runStep({ workspace: at.path, inputs: given.inputs ?? {}, environment: { ...service.environment, ...given.environment } });
  open.push(result);
  return { result, service };
}

const warnings = (result: StepResult) => result.commands.filter((command) => command.name === 'warning').map((command) => command.message);

test('one artifact with the whole output folder, its size and hash right, its id an output', async () => {
  const { result, service } = await upload();
  expect(result.exitCode).toBe(0);
  expect(service.violations).toEqual([]);
  expect(service.artifacts).toHaveLength(1);
  const [artifact] = service.artifacts;
  expect(result.outputs['artifact-id']).toBe(String(artifact!.id));
  expect(artifact!.name).toMatch(/^ktx-ci-4711-context-1-[0-9a-f]{8}$/);
  expect(artifact!.sha256).toBe(createHash('sha256').update(artifact!.zip).digest('hex'));
  const files = await readZip(artifact!.zip);
  for (const name of ['report.json', 'context.patch', 'edits.jsonl', 'base.json', 'catalog.jsonl', 'summary.md', 'report.html']) expect([...files.keys()]).toContain(name);
  expect([...files.keys()].filter((name) => /transcript|recording|\.partial/.test(name))).toEqual([]);
  expect(files.get('context.patch')).toEqual(readFileSync(result.outputs['patch-path']!));
  expect(result.log).not.toContain('signature-of-the-blob');
});

test('two attempts, two names', async () => {
  const names = await Promise.all(['1', '2'].map(async (attempt) => (await upload(undefined, { environment: { GITHUB_RUN_ATTEMPT: attempt } })).service.artifacts[0]?.name));
  expect(new Set(names).size).toBe(2);
});

test('artifact: false uploads nothing', async () => {
  const { result, service } = await upload(undefined, { inputs: { artifact: 'false' } });
  expect(service.requests).toEqual([]);
  expect(result.outputs['artifact-id']).toBe('');
  expect(result.exitCode).toBe(0);
});

test('a run that ends before it starts has nothing to upload', async () => {
  const { result, service } = await upload(undefined, { files: { 'ktx.yaml': 'connections: [' } });
  expect(result.exitCode).toBe(2);
  expect(service.requests).toEqual([]);
});

describe('a failing service is a finding, not a lost run', () => {
  test.each<[Fault, RegExp]>([
    ['create-409', /already exists|Conflict/],
    ['create-403', /403|Forbidden/],
    ['create-refused', /not ok/],
    ['blob-403', /could not be uploaded/],
    ['finalize-409', /finalized before|Conflict/],
  ])('%s', async (fault, says) => {
    const { result } = await upload(fault);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'status': 'complete', 'artifact-id': '', 'failure-code': '' });
    expect(warnings(result)).toEqual([expect.stringMatching(says)]);
    expect(warnings(result)[0]).toContain(result.temp);
    expect(readFileSync(result.outputs['patch-path']!, 'utf8')).not.toBe('');
  });

  test.each<Fault>(['create-500-once', 'finalize-500-once'])('%s is tried again', async (fault) => {
    const { result, service } = await upload(fault);
    expect(service.artifacts).toHaveLength(1);
    expect(warnings(result)).toEqual([]);
  });

  test('no runtime token (outside GitHub)', async () => {
    const { result } = await upload(undefined, { environment: { ACTIONS_RUNTIME_TOKEN: '' } });
    expect(result.exitCode).toBe(0);
    expect(warnings(result)).toEqual([expect.stringContaining('ACTIONS_RUNTIME_TOKEN')]);
  });

  test('a service that never answers holds the step only so long', async () => {
    const { result, service } = await upload('create-hangs', { environment: { KTX_CI_ARTIFACT_SECONDS: '2' } });
    expect(service.requests).toHaveLength(1);
    expect(result.exitCode).toBe(0);
    expect(warnings(result)).toEqual([expect.stringContaining('no answer')]);
  });

  test('GitHub Enterprise Server: a notice, and nothing is sent', async () => {
    const { result, service } = await upload(undefined, { environment: { GITHUB_SERVER_URL: 'https://github.acme.example' } });
    expect(service.requests).toEqual([]);
    expect(warnings(result)).toEqual([]);
    expect(result.commands.filter((command) => command.name === 'notice').map((command) => command.message)).toEqual([expect.stringContaining('artifact: false')]);
  });
});
