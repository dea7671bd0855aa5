import { afterEach, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Report } from '../../src/report.js';
import { fakeKey, say, startMessagesApi, text, toolUse, type Brain, type MessagesApi } from '../fakes/messages-api.js';
import { artifactFiles } from '../../src/publish/artifact.js';
import { runStep, type StepResult } from '../fakes/runner.js';
import { shopConfig, workspace, type Workspace } from '../fakes/workspace.js';
import { turnOf, unitOf } from '../run/judged-project.js';

/** The action as it is bundled, with a model on the other side of the wire. */

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

const judge: Brain = (request) => {
  if (unitOf(request) === undefined) return say(text('OK'));
  if (turnOf(request) > 0) return say(toolUse('finish', {}));
  return say(toolUse('propose_edits', { edits: [{ kind: 'measure', name: 'revenue', expr: 'sum(amount)', text: 'Money of all orders.' }, { kind: 'page', name: 'orders', summary: 'What an order is', text: 'One row an order, see `orders`.', sl_refs: ['shop/orders.revenue'] }] }), toolUse('finish', {}));
};

async function step(brain: Brain, use: (result: StepResult, api: MessagesApi, at: Workspace) => void | Promise<void>, inputs: Readonly<Record<string, string>> = {}, model = 'claude-sonnet-4-6'): Promise<void> {
  const api = await startMessagesApi({ brain });
  const at = workspace({ 'ktx.yaml': shopConfig.replace('backend: none\n', `backend: anthropic\n    anthropic: {base_url: "${api.url}"}\n  models:\n    default: ${model}\n`) });
  open.push(at);
  try {
    const result = await runStep({ workspace: at.path, inputs: { 'artifact': 'false', 'anthropic-api-key': fakeKey, 'allowed-hosts': '127.0.0.1', ...inputs } });
    open.push(result);
    await use(result, api, at);
    expect(api.violations).toEqual([]);
  } finally {
    await api.close();
  }
}

describe('a judged night in a workflow', () => {
  test('the patch holds what the model wrote, the outputs what it cost, the log is folded, and the key is nowhere', async () => {
    await step(judge, (result, api, at) => {
      expect(result.exitCode).toBe(0);
      const report = JSON.parse(readFileSync(result.outputs['report-path']!, 'utf8')) as Report;
      expect(result.outputs['cost-usd']).toBe(report.budget.spent.usd.toFixed(4));
      expect(Number(result.outputs['input-tokens'])).toBeGreaterThan(0);
      execFileSync('git', ['apply', result.outputs['patch-path']!], { cwd: at.path });
      expect(readFileSync(`${at.path}/semantic-layer/shop/orders.yaml`, 'utf8')).toContain('expr: sum(amount)');
      expect(readFileSync(`${at.path}/wiki/global/orders.md`, 'utf8')).toContain('sl_refs:\n  - shop/orders.revenue\n');
      expect(result.commands.map((command) => command.name)).toEqual(expect.arrayContaining(['group', 'endgroup']));
      expect(result.log).not.toContain(fakeKey);
      expect(spawnSync('grep', ['-rlF', fakeKey, result.temp, at.path], { encoding: 'utf8' }).stdout).toBe('');
      const folder = result.outputs['report-path']!.replace('/report.json', '');
      expect(artifactFiles(folder).filter((path) => /transcript|recording/.test(path))).toEqual([]);
      expect(spawnSync('find', [folder, '-name', 'transcript.jsonl'], { encoding: 'utf8' }).stdout).not.toBe('');
      expect(api.requests.length).toBeGreaterThan(1);
    });
  });

  test('a misspelled model: exit 3, annotated on its line of ktx.yaml, nothing asked of it', async () => {
    await step(judge, (result) => {
      expect(result.exitCode).toBe(3);
      expect(result.outputs).toMatchObject({ 'status': 'failed', 'failure-code': 'model-access', 'cost-usd': '0.0000', 'changed': 'false' });
      const [error] = result.commands.filter((command) => command.name === 'error');
      expect(error?.properties).toMatchObject({ file: 'ktx.yaml', line: '10' });
      expect(error?.message).toContain('claude-sonnet-4-6');
      expect(result.summary).toContain('probe failed');
    }, {}, 'claude-sonet-4-6');
  });

  test('a limit of the step is the limit of the run', async () => {
    await step(judge, (result, api) => {
      expect(result.exitCode).toBe(0);
      expect(result.outputs['status']).toBe('incomplete');
      expect(api.requests.filter((request) => unitOf(request) !== undefined)).toEqual([]);
    }, { 'max-tokens': '3000' });
  });
});
