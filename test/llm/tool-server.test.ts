import { describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AgentSession } from '../../src/llm/agent-session.js';
import type { Task, ToolAnswer } from '../../src/llm/backend.js';
import type { Limits } from '../../src/llm/ledger.js';
import { openToolServer, type ToolServer } from '../../src/llm/tool-server.js';
import { accountOf, closing, taskOf, tool } from './opened.js';
import { raw, type RawAnswer, type RawOptions } from './raw-http.js';

interface Opened {
  readonly server: ToolServer;
  readonly session: AgentSession;
  readonly noted: ReturnType<typeof taskOf>;
  readonly post: (message: unknown, more?: RawOptions, path?: string) => Promise<RawAnswer>;
  readonly call: (name: string, input?: unknown) => Promise<{ text: string; isError: boolean }>;
}

const read = (): ReturnType<typeof tool> => tool('read', ({ of }) => `content of ${String(of)}`);
const finish = tool('finish', (): ToolAnswer => ({ text: 'Done.', ends: true }), z.object({}));
const small = { usd: 0, tokens: 10 };

async function start(tools = [read(), finish], limits: Partial<Limits> = {}, more: Partial<Task> = {}): Promise<Opened> {
  const { account } = accountOf(limits);
  const noted = taskOf(account, tools, more);
  const session = new AgentSession(noted.task);
  const server = closing(await openToolServer({ tools, call: (name, input) => session.call(name, input) }));
  const post: Opened['post'] = (message, given = {}, path = '/mcp') =>
    raw(new URL(path, server.url).href, { body: typeof message === 'string' ? message : JSON.stringify(message), ...given, headers: { 'content-type': 'application/json', 'authorization': `Bearer ${server.token}`, ...given.headers } });
  return {
    server, session, noted, post,
    call: async (name, input) => {
      const { body } = await post({ jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name, ...(input === undefined ? {} : { arguments: input }) } });
      const { result } = JSON.parse(body) as { result: { content: { text: string }[]; isError: boolean } };
      return { text: result.content[0]?.text ?? '', isError: result.isError };
    },
  };
}

const ask = (method: string, params?: unknown): object => ({ jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) });

describe('a server of tools', () => {
  test('answers what an agent asks, sorted and exact', async () => {
    const { post } = await start();
    const result = async (method: string, params?: unknown): Promise<unknown> => (JSON.parse((await post(ask(method, params))).body) as { result: unknown }).result;
    expect(await result('initialize', { protocolVersion: '2025-06-18' })).toMatchObject({ protocolVersion: '2025-06-18', capabilities: { tools: {} } });
    expect((await post({ jsonrpc: '2.0', method: 'notifications/initialized' })).status).toBe(202);
    expect(await result('tools/list')).toEqual({ tools: [
      { name: 'finish', description: 'finish something', inputSchema: { type: 'object', properties: {} } },
      { name: 'read', description: 'read something', inputSchema: { type: 'object', properties: { of: { type: 'string' } }, required: ['of'] } },
    ] });
    expect([await result('ping'), await result('resources/list'), await result('resources/templates/list')]).toEqual([{}, { resources: [] }, { resourceTemplates: [] }]);
    expect(JSON.parse((await post(ask('sampling/createMessage'))).body)).toMatchObject({ error: { code: -32601 } });
    expect((await post('{"a":')).status).toBe(400);
    expect((await post([ask('ping')])).status).toBe(400);
    expect((await post(ask('tools/call', {}))).body).toContain('-32602');
  });

  test('has no route without its token, and none for a page', async () => {
    const { server, post } = await start();
    const { port } = new URL(server.url);
    for (const path of ['/', '/mcp', '/health', '/sse']) for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) expect((await raw(new URL(path, server.url).href, { method })).status).toBe(401);
    for (const authorization of ['', 'Bearer x', `Bearer ${server.token}x`]) expect((await post(ask('ping'), { headers: { authorization } })).status).toBe(401);
    for (const given of [{ host: `localhost:${port}` }, { host: 'evil.example' }, { origin: 'null' }, { origin: server.url }]) expect((await post(ask('ping'), { headers: given })).status).toBe(403);
    expect([(await post(ask('ping'), {}, '/other')).status, (await post('', { method: 'GET' })).status, (await post('x'.repeat(5 * 1024 * 1024))).status]).toEqual([404, 405, 413]);
    await server.close();
    await expect(post(ask('ping'))).rejects.toThrow('ECONNREFUSED');
  });

  test('checks input, says what is wrong, and counts each call', async () => {
    const reads = read();
    const { call, noted } = await start([reads, finish]);
    expect(await call('read', { of: 'a' })).toEqual({ text: 'content of a', isError: false });
    expect(await call('read', { of: 7 })).toEqual({ text: expect.stringMatching(/^The arguments of read do not fit its schema: of:/), isError: true });
    expect(await call('read', ['a'])).toEqual({ text: expect.stringContaining('not one JSON object'), isError: true });
    expect(await call('read')).toMatchObject({ isError: true });
    expect(await call('raed', {})).toEqual({ text: 'There is no tool raed. The tools are: finish, read.', isError: true });
    expect([reads.inputs, noted.steps(), noted.task.account.steps]).toEqual([[{ of: 'a' }], 5, 5]);
    expect(noted.entries.map((entry) => entry.kind === 'tool' && entry.step)).toEqual([1, 2, 3, 4, 5]);
  });

  test('runs calls one after the other', async () => {
    const order: string[] = [];
    const slow = { ...read(), execute: async (input: unknown) => {
      order.push(`begin ${String((input as { of: unknown }).of)}`);
      await wait(20);
      order.push('end');
      return { text: 'x' };
    } };
    const { call } = await start([slow, finish]);
    await Promise.all([call('read', { of: 'a' }), call('read', { of: 'b' })]);
    expect(order).toEqual([expect.stringContaining('begin'), 'end', expect.stringContaining('begin'), 'end']);
  });

  test('announces the last step, executes none beyond it, and lets one closing request through', async () => {
    const reads = read();
    const { call, session } = await start([reads, finish], { steps: 2 });
    expect((await call('read', { of: 'a' })).text).toMatch(/last step/);
    expect((await call('read', { of: 'b' })).text).toMatch(/step budget is spent: end your turn/);
    expect(await call('read', { of: 'c' })).toEqual({ text: 'Not executed: the step budget is spent.', isError: true });
    expect(reads.inputs).toHaveLength(2);
    expect([session.refuses(small), session.refuses(small)]).toEqual([null, 'the step budget is spent']);
  });

  test('counts what nobody reports: calls that the agent refused by itself, and other actions', async () => {
    const { call, session, noted } = await start();
    await call('read', { of: 'a' });
    session.reportCall();
    session.reconcile(1);
    expect(noted.steps()).toBe(1);
    session.reconcile(3);
    session.action();
    session.reportCall();
    expect([noted.steps(), session.actions]).toEqual([5, 5]);
    session.turnEnded();
    expect(noted.steps()).toBe(5);
    const idle = await start();
    idle.session.turnEnded();
    expect(idle.noted.steps()).toBe(1);
  });

  test('lets nothing leave after the end, or after a bug', async () => {
    const { call, session } = await start();
    expect(session.refuses(small)).toBeNull();
    await call('finish', {});
    expect([session.ended, session.refuses(small)]).toEqual([true, 'the task is over']);
    const broken = await start([{ ...read(), execute: () => Promise.reject(new Error('a bug')) }, finish]);
    expect(await broken.call('read', { of: 'a' })).toEqual({ text: 'The tool failed.', isError: true });
    expect([broken.session.bug?.error, broken.session.refuses(small)]).toEqual([new Error('a bug'), 'the task is over']);
  });

  test('says once that the money or the time is nearly gone', async () => {
    const { call, session } = await start([read(), finish], { tokens: 25 }, { closing: () => '2 minutes are left.' });
    session.refuses(small);
    const texts = [(await call('read', { of: 'a' })).text, (await call('read', { of: 'b' })).text];
    expect(texts).toEqual(['content of a\n\nThe budget allows no further request after this one: finish now with what you have.\n\n2 minutes are left.', 'content of b']);
  });
});
