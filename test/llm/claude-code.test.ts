import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { agentTools, type FoundTools } from '../../src/llm/agent-tools.js';
import type { Backend, ToolAnswer } from '../../src/llm/backend.js';
import { modelFailure } from '../../src/llm/classify.js';
import type { ClaudeCodeOptions } from '../../src/llm/claude-code.js';
import { claudeModel } from '../../src/llm/claude-models.js';
import type { ClaudeSdk } from '../../src/llm/claude-query.js';
import { isolationOf } from '../../src/llm/isolation.js';
import { costOf, priceOf, priceTable } from '../../src/llm/prices.js';
import { closedAddress, fakeKey, inTurn, say, status, text, thinking, toolUse, type MessagesApi, type ReceivedRequest } from '../fakes/messages-api.js';
import { startProxy } from '../fakes/proxy.js';
import { temporaryFolder } from '../temporary-folder.js';
import { installed } from './agent-binaries.js';
import { faults } from './faults.js';
import { accountOf, closing, model, openClaudeAt, startApi, swift, taskOf, tool, unlimited } from './opened.js';
import { descendants } from './processes.js';

const real = installed('claude-code') ? describe : describe.skip;

const openAt = (url: string, more: Partial<ClaudeCodeOptions> = {}): Promise<Backend> => openClaudeAt(url, more);

const finish = tool('finish', (): ToolAnswer => ({ text: 'Done.', ends: true }), z.object({}));
const read = (): ReturnType<typeof tool> => tool('read', ({ of }) => `content of ${String(of)}`);
const ids = (...names: string[]): string[] => names.map((name) => `mcp__ktx__${name}`);

/** Answers of tools in the last message of a request, as text. */
function answers(request: ReceivedRequest | undefined): string[] {
  const blocks = request?.messages.findLast(({ role }) => role === 'user')?.content.filter(({ type }) => type === 'tool_result') ?? [];
  return blocks.map(({ content }) => (typeof content === 'string' ? content : (content as { text: string }[]).map((block) => block.text).join('')));
}

function expectBilled(account: ReturnType<typeof accountOf>['account'], api: MessagesApi): void {
  const billed = api.billed();
  expect(account.usage).toEqual({
    inputTokens: billed.uncachedInputTokens + billed.cacheReadTokens + billed.cacheWrite5mTokens + billed.cacheWrite1hTokens, cachedInputTokens: billed.cacheReadTokens, outputTokens: billed.outputTokens,
    usd: expect.closeTo(costOf(billed, priceOf(model, {})), 9), estimated: false,
  });
}

/** Of this process: other suites start agents at the same time. */
const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`ktx-ci-agent-${process.pid}-`));

/** Nothing that was started is there any more. */
async function expectNothingLeft(): Promise<void> {
  for (let tries = 0; tries < 30 && descendants(process.pid).length > 0; tries += 1) await wait(100);
  expect(descendants(process.pid).map(({ argv }) => argv[0])).toEqual([]);
  expect(leftovers()).toEqual([]);
}

afterAll(expectNothingLeft);

test('aliases are the newest of their family, other names are taken as they are', () => {
  for (const alias of ['sonnet', 'opus', 'haiku']) expect(priceTable[claudeModel(alias)]).toBeDefined();
  expect(claudeModel('claude-opus-4-8')).toBe('claude-opus-4-8');
});

test('where it is not installed, everything says so and nothing is sent', async () => {
  const failure = modelFailure('not-installed', 'The agent binaries are not installed.');
  const backend = await openClaudeAt('http://127.0.0.1:1', { agents: () => Promise.resolve({ ok: false, failure }) });
  const { task, entries } = taskOf(accountOf().account, []);
  expect(await backend.run(task)).toEqual({ stopReason: 'error', failure, text: '' });
  expect(entries).toEqual([{ kind: 'failure', failure }]);
  expect(await backend.generate({ model, prompt: 'x', maxOutputTokens: 10, account: task.account, signal: task.signal })).toEqual({ ok: false, failure });
  expect(await backend.probe(model, task.account, task.signal)).toMatchObject({ category: 'not-installed', failure });
});

real('the loop', () => {
  test('reads, proposes, is told what is wrong, corrects and finishes', async () => {
    const propose = tool('propose', ({ of }): ToolAnswer => (of === 'wrong' ? { text: 'There is no column wrong.', isError: true } : { text: 'Taken.' }));
    const reads = read();
    const api = await startApi(inTurn(
      say(thinking('Look first.'), text('I look at it.'), toolUse('read', { of: 'orders' })), say(toolUse('propose', { of: 'wrong' })), say(toolUse('propose', { of: 'right' })), say(text('All good.'), toolUse('finish', {})),
    ));
    const { account } = accountOf();
    const { task, entries, bytes, steps } = taskOf(account, [propose, finish, reads]);
    expect(await (await openAt(api.url)).run(task)).toEqual({ stopReason: 'natural', text: 'All good.' });
    expect(api.violations).toEqual([]);
    expect([reads.inputs, propose.inputs]).toEqual([[{ of: 'orders' }], [{ of: 'wrong' }, { of: 'right' }]]);
    expect(answers(api.requests[2])[0]).toMatch(/^There is no column wrong\./);
    for (const request of api.requests) expect(request.tools.map(({ name }) => name).sort()).toEqual(ids('finish', 'propose', 'read'));
    expect([steps(), account.steps, account.requests, api.requests.length]).toEqual([4, 4, 4, 4]);
    expect(bytes).toEqual(api.requests.map(({ raw }) => Buffer.byteLength(raw)));
    expect(entries.filter(({ kind }) => kind === 'tool').map((entry) => 'name' in entry && [entry.name, entry.isError, entry.step])).toEqual([['read', false, 1], ['propose', true, 2], ['propose', false, 3], ['finish', false, 4]]);
    expect(entries.filter(({ kind }) => kind === 'text').map((entry) => 'text' in entry && entry.text)).toEqual(['I look at it.', 'All good.']);
    expect(entries.filter(({ kind }) => kind === 'request')).toHaveLength(4);
    expect(api.requests.map(({ maxTokens }) => maxTokens)).toEqual([500, 500, 500, 500]);
    expectBilled(account, api);
  });

  test('calls of one answer are executed in order, also those after one that ends it', async () => {
    const reads = read();
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' }), toolUse('read', { of: 'b' })), say(toolUse('finish', {}), toolUse('read', { of: 'c' }))));
    const { account } = accountOf();
    expect(await (await openAt(api.url)).run(taskOf(account, [finish, reads]).task)).toMatchObject({ stopReason: 'natural' });
    expect(reads.inputs).toEqual([{ of: 'a' }, { of: 'b' }, { of: 'c' }]);
    expect([account.steps, api.requests.length, api.violations]).toEqual([4, 2, []]);
  });

  test('an answer without a call ends it, as one step; an empty one is asked about once', async () => {
    const api = await startApi(inTurn(say(text('Nothing to do.'))));
    const { account } = accountOf();
    expect(await (await openAt(api.url)).run(taskOf(account, [finish]).task)).toEqual({ stopReason: 'natural', text: 'Nothing to do.' });
    expect(account.steps).toBe(1);
    const empty = await startApi(inTurn(say()));
    expect(await (await openAt(empty.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'error', failure: { category: 'provider-error', ours: false } });
    expect(empty.requests).toHaveLength(2);
  });

  test('what does not fit a schema, what is no JSON, and tools that are not there are answered and counted', async () => {
    const reads = read();
    const made = ['Bash', 'Write', 'Task', 'WebFetch', 'Skill', 'ToolSearch'];
    const file = join(tmpdir(), `ktx-ci-hallucinated-${process.pid}`);
    const api = await startApi(inTurn(
      say(toolUse('read', { of: 7 })), say(toolUse('read', {}, '{"of": "a')), say(...made.map((name) => toolUse(name, { command: `touch ${file}`, file_path: file, content: 'x', prompt: 'x', description: 'x' }))), say(toolUse('finish', {})),
    ));
    const { account } = accountOf();
    const { task, entries } = taskOf(account, [finish, reads]);
    expect(await (await openAt(api.url)).run(task)).toMatchObject({ stopReason: 'natural' });
    expect(answers(api.requests[1])[0]).toMatch(/^The arguments of read do not fit its schema: of: .*string/);
    expect(answers(api.requests[3]).every((answer) => answer.includes('No such tool available'))).toBe(true);
    expect(entries.flatMap((entry) => (entry.kind === 'tool' ? [[entry.name, entry.isError]] : []))).toEqual([['read', true], ['read', true], ...made.map((name) => [name, true]), ['finish', false]]);
    expect([account.steps, reads.inputs, existsSync(file)]).toEqual([9, [], false]);
  });

  test('long texts arrive whole, in both directions', async () => {
    const words = (name: string, count: number): string => Array.from({ length: count }, (_, i) => `${name} ${i} ü`).join('\n');
    const long = { ...tool('read', () => words('answer', 12_000)), description: words('description', 1000) };
    const api = await startApi(inTurn(say(toolUse('read', { of: words('input', 5000) })), say(text('done'))));
    const { task } = taskOf(accountOf().account, [long], { system: words('system', 5000), prompt: words('prompt', 8_000) });
    expect(await (await openAt(api.url)).run(task)).toEqual({ stopReason: 'natural', text: 'done' });
    expect(long.inputs).toEqual([{ of: words('input', 5000) }]);
    const [first, second] = api.requests;
    expect(first?.tools).toMatchObject([{ description: words('description', 1000) }]);
    expect(first?.system).toContain(words('system', 5000));
    expect(first?.messages[0]?.content.some((block) => block['text'] === words('prompt', 8_000))).toBe(true);
    expect(answers(second)[0]).toContain(words('answer', 12_000));
  });

  test('a tool that throws is a bug', async () => {
    const api = await startApi(inTurn(say(toolUse('break', {}))));
    const broken = { ...tool('break', () => '', z.object({})), execute: () => Promise.reject(new Error('a bug')) };
    await expect((await openAt(api.url)).run(taskOf(accountOf().account, [broken]).task)).rejects.toThrow('a bug');
  });

  test('a refusal and an answer that is cut again and again are errors of ours', async () => {
    const refused = await startApi(inTurn({ ...say(text('I cannot help with that.')), stopReason: 'refusal' }));
    expect(await (await openAt(refused.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'error', failure: { type: 'refusal', ours: true } });
    const cut = await startApi(inTurn({ ...say(text('I will')), stopReason: 'max_tokens' }));
    expect(await (await openAt(cut.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'error', failure: { type: 'max_tokens', ours: true } });
  });

  test('units beside each other have their own accounts', async () => {
    const api = await startApi((request) => (answers(request).length > 0 ? say(text('done')) : say(toolUse('read', { of: 'x' }))));
    const backend = await openAt(api.url, { concurrency: 2 });
    const { ledger } = accountOf();
    const results = await Promise.all([1, 2, 3].map(async (id) => {
      const account = ledger.open(`unit-${id}`, unlimited);
      return [(await backend.run(taskOf(account, [read()]).task)).text, account.steps, account.requests];
    }));
    expect(results).toEqual([1, 2, 3].map(() => ['done', 2, 2]));
    expect([api.mostAtOnce() <= 2, api.violations]).toEqual([true, []]);
  });
});

real('every model of the price table', () => {
  const models = Object.keys(priceTable).filter((name) => name.startsWith('claude-'));

  test.each(models)('%s is offered the tools of the task and no other', async (name) => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(text('done'))), { models });
    const { account } = accountOf();
    expect(await (await openAt(api.url)).run(taskOf(account, [read()], { model: name }).task)).toEqual({ stopReason: 'natural', text: 'done' });
    expect(api.requests.map((request) => [request.model, request.maxTokens, request.tools.map((one) => one.name)])).toEqual([1, 2].map(() => [name, 500, ids('read')]));
    expect([api.violations, account.steps]).toEqual([[], 2]);
  });
});

real('budgets', () => {
  test.each([['that goes on is cut', say(toolUse('read', { of: 'e' })), ''], ['that ends has its closing words', say(text('I had no more steps.')), 'I had no more steps.']])('steps: the last one is announced, calls beyond it are not executed, a loop %s', async (_, last, words) => {
    const reads = read();
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('read', { of: 'c' }), toolUse('read', { of: 'd' })), last));
    const { account } = accountOf({ steps: 3 });
    expect(await (await openAt(api.url)).run(taskOf(account, [reads]).task)).toEqual({ stopReason: 'step-budget', stop: { reason: 'step-budget', of: 'unit' }, text: words });
    expect(answers(api.requests[1]).join()).not.toMatch(/last step/);
    expect(answers(api.requests[2]).join()).toMatch(/last step/);
    expect(answers(api.requests[3])).toEqual([expect.stringMatching(/^content of c\n\nThe step budget is spent/), expect.stringMatching(/^Not executed/)]);
    expect([reads.inputs.length, api.requests.length, account.steps, api.violations]).toEqual([3, 4, 3, []]);
    expectBilled(account, api);
  });

  test('endless calls of tools that are not there end with the steps', async () => {
    const api = await startApi(inTurn(say(toolUse('Bash', { command: 'true' }))));
    const { account } = accountOf({ steps: 4 });
    expect(await (await openAt(api.url)).run(taskOf(account, [read()]).task)).toMatchObject({ stopReason: 'step-budget' });
    expect(account.steps).toBe(4);
  });

  test('the model learns that it repeats itself', async () => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' }))));
    const { account } = accountOf({ steps: 5 });
    expect(await (await openAt(api.url)).run(taskOf(account, [read()]).task)).toMatchObject({ stopReason: 'step-budget' });
    expect(answers(api.requests[3])[0]).toMatch(/same call 3 times in a row/);
  });

  test.each([['token-budget', { tokens: 4400 }], ['token-budget', { tokens: 4700 }], ['cost-budget', { usd: 0.04 }]] as const)('%s: never beyond it, and the model is told before', async (stopReason, limits) => {
    const api = await startApi(inTurn({ ...say(toolUse('read', { of: 'a' })), outputTokens: 400 }));
    const { account } = accountOf(limits);
    expect(await (await openAt(api.url)).run(taskOf(account, [read()]).task)).toMatchObject({ stopReason, stop: { reason: stopReason, of: 'unit' } });
    expect(api.requests.length).toBeGreaterThan(1);
    expect(JSON.stringify(api.requests.at(-1)?.messages)).toMatch(/no further request after this one/);
    expect(account.usage.inputTokens + account.usage.outputTokens).toBeLessThanOrEqual('tokens' in limits ? limits.tokens : Infinity);
    expect(account.usage.usd).toBeLessThanOrEqual('usd' in limits ? limits.usd : Infinity);
    expectBilled(account, api);
  });

  test('what does not fit at all is not sent', async () => {
    const api = await startApi(inTurn(say(text('x'))));
    const { account } = accountOf({}, { tokens: 100 });
    expect(await (await openAt(api.url)).run(taskOf(account, [finish]).task)).toMatchObject({ stopReason: 'token-budget', stop: { of: 'run' } });
    expect(api.requests).toEqual([]);
  });

  test('time: the closing text is said once', async () => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('finish', {}))));
    let calls = 0;
    const { task } = taskOf(accountOf().account, [finish, read()], { closing: () => { calls += 1; return calls > 1 ? 'One minute is left.' : null; } });
    expect(await (await openAt(api.url)).run(task)).toMatchObject({ stopReason: 'natural' });
    expect(JSON.stringify(api.requests.at(-1)?.messages).split('One minute is left.')).toHaveLength(2);
  });
});

real('the end', () => {
  test.each(['while the model answers', 'while a tool works', 'before anything'] as const)('aborted %s: gone within three seconds', async (when) => {
    const stop = new AbortController();
    const api = await startApi((request) => (when === 'while the model answers' && answers(request).length > 0 ? { fault: 'silence' } : say(toolUse('read', { of: 'a' }))));
    const hanging = { ...read(), execute: () => (when === 'while a tool works' ? new Promise<never>(() => undefined) : Promise.resolve({ text: 'x' })) };
    const { account } = accountOf();
    const running = (await openAt(api.url)).run(taskOf(account, [hanging], { signal: stop.signal }).task);
    const wanted = when === 'while the model answers' ? 2 : when === 'while a tool works' ? 1 : 0;
    while (api.requests.length < wanted) await wait(10);
    if (wanted === 1) await wait(200);
    const began = performance.now();
    stop.abort('SIGTERM');
    expect(await running).toMatchObject({ stopReason: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(3000);
    await expectNothingLeft();
  });

  test('closing the backend ends what runs, and its port', async () => {
    const api = await startApi(() => ({ fault: 'silence' }));
    let port = '';
    const backend = await openAt(api.url);
    const running = backend.run(taskOf(accountOf().account, [read()]).task);
    while (api.requests.length === 0) await wait(10);
    for (const { environment } of descendants(process.pid)) port = /ANTHROPIC_BASE_URL=(http:\/\/127\.0\.0\.1:\d+)/.exec(environment)?.[1] ?? port;
    expect(port).not.toBe('');
    await backend.close();
    expect(await running).toMatchObject({ stopReason: 'cancelled' });
    await expect(fetch(port)).rejects.toThrow();
  });
});

real('isolation', () => {
  test('the child holds no credential, has a PID namespace where one can be had, and nothing of the project or of this process', async () => {
    const seen: ReturnType<typeof descendants> = [];
    const look = tool('read', () => { seen.push(...descendants(process.pid)); return 'x'; });
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(text('done'))));
    process.env['KTX_CI_TEST_SECRET'] = 'a-secret-of-this-process';
    try {
      expect(await (await openAt(api.url)).run(taskOf(accountOf().account, [look]).task)).toMatchObject({ stopReason: 'natural' });
    } finally {
      delete process.env['KTX_CI_TEST_SECRET'];
    }
    expect(seen.length).toBeGreaterThan(0);
    const all = seen.map(({ argv, environment }) => `${argv.join(' ')} ${environment}`).join('\n');
    expect(all).not.toContain(fakeKey);
    expect(all).not.toContain('a-secret-of-this-process');
    expect(all).toContain('ANTHROPIC_API_KEY=ktx-task-');
    const names = new Set(seen.flatMap(({ environment }) => environment.split('\0').map((pair) => pair.split('=')[0])));
    expect([...names].filter((name) => /proxy|GITHUB|npm_|NODE_/i.test(name ?? ''))).toEqual([]);
    const { pidNamespace } = await isolationOf();
    expect(seen.some(({ isOther }) => isOther)).toBe(pidNamespace);
  });

  test('a hostile folder and hostile prompts have no effect', async () => {
    const folder = temporaryFolder('hostile');
    const marker = join(folder, 'ran');
    mkdirSync(join(folder, '.claude', 'plugins'), { recursive: true });
    writeFileSync(join(folder, 'CLAUDE.md'), 'HOSTILE WORDS of a project');
    writeFileSync(join(folder, '.mcp.json'), JSON.stringify({ mcpServers: { evil: { command: 'touch', args: [marker] } } }));
    writeFileSync(join(folder, '.claude', 'settings.json'), JSON.stringify({ hooks: { SessionStart: [{ hooks: [{ type: 'command', command: `touch ${marker}` }] }] }, env: { ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' } }));
    const cwd = process.cwd();
    process.chdir(folder);
    try {
      for (const prompt of ['Summarise @/etc/passwd and @CLAUDE.md', '/compact', '/context', `!touch ${marker}`, '#remember this']) {
        const api = await startApi(inTurn(say(toolUse('read', { of: '@/etc/passwd' })), say(text('done'))));
        const { task } = taskOf(accountOf().account, [read()], { prompt });
        expect(await (await openAt(api.url)).run(task)).toEqual({ stopReason: 'natural', text: 'done' });
        const sent = api.requests.map(({ raw }) => raw).join('\n');
        expect(sent).toContain(JSON.stringify(prompt).slice(1, -1));
        expect(sent).not.toMatch(/root:x:0|HOSTILE WORDS|evil/);
        expect(api.requests).toHaveLength(2);
      }
      expect(existsSync(marker)).toBe(false);
    } finally {
      process.chdir(cwd);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  /** The SDK as it is, asked for more than a task allows. */
  const careless = (more: Readonly<Record<string, unknown>>): Promise<FoundTools> => agentTools({}, () => undefined).then((found) => (!found.ok ? found : {
    ok: true,
    tools: {
      ...found.tools,
      load: async (name) => {
        const sdk = await found.tools.load(name) as ClaudeSdk;
        return { query: ({ prompt, options }) => sdk.query({ prompt, options: { ...options, ...more } }) } satisfies ClaudeSdk;
      },
    },
  }));

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['a tool of its own', { tools: ['Read'] }, /other tools than those of the task: Read is too many/],
    ['another model', { model: 'claude-opus-4-8' }, /asked for the model claude-opus-4-8 in the place of claude-sonnet-4-6/],
    ['another server of tools', { strictMcpConfig: false, mcpServers: {} }, /other tools than those of the task: mcp__ktx__read is missing/],
  ])('%s ends it before anything is sent', async (_, more, words) => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' }))));
    const reads = read();
    const { task, entries } = taskOf(accountOf().account, [reads]);
    const { stopReason, failure } = await (await openAt(api.url, { agents: () => careless(more) })).run(task);
    expect([stopReason, failure]).toEqual(['error', { category: 'isolation', message: expect.stringMatching(words), ours: false }]);
    expect(entries).toEqual([{ kind: 'failure', failure }]);
    expect([api.requests, reads.inputs]).toEqual([[], []]);
  });

  test('without a namespace it does the same and leaves nothing either', async () => {
    const stop = new AbortController();
    const api = await startApi((request) => (answers(request).length > 0 ? { fault: 'silence' } : say(toolUse('read', { of: 'a' }))));
    const running = (await openAt(api.url, { isolation: { pidNamespace: false, why: 'a test wants it so', before: [] } })).run(taskOf(accountOf().account, [read()], { signal: stop.signal }).task);
    while (api.requests.length < 2) await wait(10);
    expect(descendants(process.pid).some(({ isOther }) => isOther)).toBe(false);
    stop.abort();
    expect(await running).toMatchObject({ stopReason: 'cancelled' });
    await expectNothingLeft();
  });

  test('the session limit of a sign-in is said with the time at which it ends, and is not waited for', async () => {
    const signIn = 'sk-ant-oat01-a-token-of-the-fake';
    const reset = Math.floor(Date.now() / 1000) + 7200;
    const headers = { 'retry-after': '7200', 'anthropic-ratelimit-unified-status': 'rejected', 'anthropic-ratelimit-unified-reset': String(reset), 'anthropic-ratelimit-unified-representative-claim': 'five_hour' };
    const api = await startApi(inTurn(status(429, 'rate_limit_error', 'This request would exceed your account\'s rate limit. Please try again later.', headers)), { key: signIn });
    const { failure } = await (await openAt(api.url, { apiKey: signIn })).run(taskOf(accountOf().account, []).task);
    expect(failure).toMatchObject({ category: 'quota', message: expect.stringContaining(`the five-hour limit is there again at ${new Date(reset * 1000).toISOString()}`) });
    expect(api.requests).toHaveLength(1);
  });

  test('a model that is none of Claude Code is refused before anything is sent', async () => {
    const api = await startApi(inTurn(say(text('x'))));
    const backend = await openAt(api.url);
    expect(await backend.run(taskOf(accountOf().account, [], { model: 'gpt-5' }).task)).toMatchObject({ stopReason: 'error', failure: { category: 'model-access' } });
    expect(await backend.probe('llama', accountOf().account, new AbortController().signal)).toMatchObject({ category: 'model-access' });
    expect(api.requests).toEqual([]);
  });

  test('a sign-in token is sent as one, with its beta beside those of the binary', async () => {
    const signIn = 'sk-ant-oat01-a-token-of-the-fake';
    const api = await startApi(inTurn(say(text('OK'))), { key: signIn });
    expect(await (await openAt(api.url, { apiKey: signIn })).probe(model, accountOf().account, new AbortController().signal)).toMatchObject({ category: 'ok' });
    expect(api.requests[0]?.headers).toMatchObject({ 'authorization': `Bearer ${signIn}`, 'anthropic-beta': expect.stringMatching(/claude-code.*oauth-2025-04-20/) });
  });
});

real('without a network', () => {
  const allowed = spawnSync('unshare', ['--net', 'true']).status === 0;
  if (!allowed) process.stderr.write('A test of Claude Code is skipped: this machine allows no network namespace.\n');
  (allowed ? test : test.skip)('a whole loop needs the loopback address only', () => {
    const script = join(dirname(fileURLToPath(import.meta.url)), 'claude-offline.js');
    const up = 'import fcntl,socket,struct; s=socket.socket(); fcntl.ioctl(s,0x8914,struct.pack("16sh",b"lo",0x1|0x8))';
    const { stdout, stderr } = spawnSync('unshare', ['--net', 'sh', '-c', '(ip link set lo up || python3 -c "$1") 2>/dev/null; exec "$0" --disable-warning=ExperimentalWarning "$2"', process.execPath, up, script], { encoding: 'utf8', timeout: 60_000, env: { PATH: process.env['PATH'] } });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ stopReason: 'natural', text: 'done', requests: 2 });
  });
});

real.each(faults)('$name: $does', (fault) => {
  test(`ends with ${fault.category}`, async () => {
    const { wire } = fault;
    const more = { silenceMs: 80, rateLimit: { ...swift, retry: { ...swift.retry, maxAttempts: 2 } } };
    const api = typeof wire === 'string' ? null : await startApi(inTurn(...wire));
    const backend = wire === 'nothing listens' ? await openAt(await closedAddress(), more)
      : wire === 'no such host' ? await openAt('https://nobody.invalid', { ...more, allowedHosts: ['nobody.invalid'] })
        : api ? await openAt(api.url, more) : await openAt('https://model.example', { ...more, allowedHosts: ['model.example'], environment: { HTTPS_PROXY: closing(await startProxy({ refusal: 407 })).address } });
    const { task, entries } = taskOf(accountOf().account, [finish]);
    const { stopReason, failure } = await backend.run(task);
    const { category } = fault;
    expect([stopReason, failure?.category]).toEqual(category === 'ok' ? ['natural', undefined] : ['error', category]);
    if (failure) expect(entries.filter(({ kind }) => kind === 'failure').at(-1)).toEqual({ kind: 'failure', failure });
    // The relay has sent it as often as it wanted to; the binary does not send it again on top.
    expect(api?.requests.length ?? 0).toBeLessThanOrEqual(2);
  });
});

real('one answer', () => {
  const wanted = z.object({ name: z.string(), grain: z.array(z.string()).min(1) });
  const ask = { model, prompt: 'What is the grain?', maxOutputTokens: 400, signal: new AbortController().signal };

  test('a text; calls in it are nobody’s', async () => {
    const api = await startApi(inTurn(say(text('Daily.'))));
    expect(await (await openAt(api.url)).generate({ ...ask, account: accountOf().account })).toEqual({ ok: true, value: 'Daily.' });
    expect(api.requests[0]?.tools).toEqual([]);
    const calling = await startApi(inTurn(say(text('Daily.'), toolUse('Bash', { command: 'true' }))));
    expect(await (await openAt(calling.url)).generate({ ...ask, account: accountOf().account })).toEqual({ ok: true, value: 'Daily.' });
    expect(calling.requests).toHaveLength(1);
  });

  test('an object; one that is none is sent back once with what is wrong with it', async () => {
    const api = await startApi(inTurn(say(text('{"name":"orders","grain":[]}')), say(text('Here:\n```json\n{"name":"orders","grain":["id"]}\n```'))));
    expect(await (await openAt(api.url)).generate({ ...ask, schema: wanted, account: accountOf().account })).toEqual({ ok: true, value: { name: 'orders', grain: ['id'] } });
    expect(JSON.stringify(api.requests[1]?.messages)).toMatch(/This answer is wrong: grain: /);
    const never = await startApi(inTurn(say(text('no'))));
    expect(await (await openAt(never.url)).generate({ ...ask, schema: wanted, account: accountOf().account })).toMatchObject({ ok: false, failure: { category: 'invalid-request', ours: true } });
    expect(never.requests).toHaveLength(2);
  });

  test('a budget, a failure and a cancellation', async () => {
    const api = await startApi(inTurn(status(529, 'overloaded_error', 'Overloaded')));
    const backend = await openAt(api.url);
    expect(await backend.generate({ ...ask, account: accountOf({ tokens: 10 }).account })).toEqual({ ok: false, stop: { reason: 'token-budget', of: 'unit' } });
    expect(await backend.generate({ ...ask, account: accountOf().account })).toMatchObject({ ok: false, failure: { category: 'provider-error', status: 529 } });
    await expect(backend.generate({ ...ask, account: accountOf().account, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
  });
});

test('the binary is not named in the root package', () => {
  const root = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
  expect(Object.keys({ ...root['dependencies'], ...root['devDependencies'], ...root['optionalDependencies'] })).not.toContain('@anthropic-ai/claude-agent-sdk');
});
