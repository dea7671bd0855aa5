import { afterAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Backend, Task, ToolAnswer } from '../../src/llm/backend.js';
import { codexBinary } from '../../src/llm/codex-child.js';
import { openCodex, type CodexOptions } from '../../src/llm/codex.js';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { noUsage } from '../../src/llm/usage.js';
import { inTurn, say, text, toolUse, type Brain } from '../fakes/messages-api.js';
import { startResponsesApi, type ResponsesApi } from '../fakes/responses-api.js';
import { temporaryFolder } from '../temporary-folder.js';
import { installed, leftovers } from './agent-binaries.js';
import { accountOf, closing, swift, taskOf, tool } from './opened.js';
import { wrappedCodex } from './scripted-codex.js';
import { accessToken, signInFile, type FakeSignIn } from './sign-in.js';

/** The real codex with a sign-in, past the relay, in front of a fake of its provider. */

const model = 'gpt-5.5';
const realCodex = codexBinary(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'tools', 'agents')) ?? '';
const withCodex = installed('codex') ? describe : describe.skip;
const task = (...[account, tools, more]: Parameters<typeof taskOf>): ReturnType<typeof taskOf> => taskOf(account, tools, { model, ...more } as Partial<Task>);
const finish = tool('finish', (): ToolAnswer => ({ text: 'Done.', ends: true }), z.object({}));
const read = (): ReturnType<typeof tool> => tool('read', ({ of }) => `content of ${String(of)}`);

async function start(brain: Brain, { signIn = signInFile(), key = accessToken, ...options }: Partial<Omit<CodexOptions, 'signIn'>> & { readonly signIn?: FakeSignIn; readonly key?: string } = {}): Promise<{ api: ResponsesApi; backend: Backend }> {
  const api = closing(await startResponsesApi({ brain, key, signIn: true, tools: ['list_mcp_resource_templates', 'list_mcp_resources', 'read_mcp_resource', 'mcp__ktx.finish', 'mcp__ktx.read'] }));
  const backend = await openCodex({ baseUrl: `${api.url}/v1`, apiKey: '', signIn: signIn.file, allowedHosts: ['127.0.0.1'], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, ...options });
  return { api, backend: closing(backend) };
}

afterAll(() => expect(leftovers()).toEqual([]));

withCodex('codex with a sign-in', () => {
  test('asks with its token and our tools alone; what it used is counted when the turn is over', async () => {
    const reads = read();
    const { api, backend } = await start(inTurn(say(text('I look.'), toolUse('read', { of: 'orders' })), say(toolUse('finish', {})), say(text('All good.'))));
    const { account } = accountOf();
    const noted = task(account, [reads, finish]);
    expect(await backend.run(noted.task)).toEqual({ stopReason: 'natural', text: 'All good.' });
    expect([api.violations, reads.inputs, account.steps, noted.steps()]).toEqual([[], [{ of: 'orders' }], 2, 2]);
    // whose sign-in it is, at the same address: no list of models, no telemetry
    expect([...new Set(api.beside)].sort()).toEqual(['/v1/api/codex/accounts/check', '/v1/api/codex/settings/user']);
    expect(api.requests).toHaveLength(3);
    expect(api.requests[0]?.headers['chatgpt-account-id']).toBe('account-of-the-fake');
    const billed = api.billed();
    expect(account.usage).toEqual({ inputTokens: billed.uncachedInputTokens + billed.cacheReadTokens, cachedInputTokens: billed.cacheReadTokens, outputTokens: billed.outputTokens, usd: expect.closeTo(costOf(billed, priceOf(model, {})), 9), estimated: false });
    expect(noted.entries.filter(({ kind }) => kind === 'request')).toHaveLength(1);
  });

  test('a probe, and a text', async () => {
    const { backend } = await start(() => say(text('OK')));
    expect(await backend.probe(model, accountOf().account, new AbortController().signal)).toMatchObject({ category: 'ok' });
    expect(await backend.generate({ model, prompt: 'x', maxOutputTokens: 16, signal: new AbortController().signal, account: accountOf().account })).toEqual({ ok: true, value: 'OK' });
  });

  test('steps are held: no tool runs beyond the last one, and one that goes on is ended', async () => {
    const reads = read();
    const { api, backend } = await start(() => say(toolUse('read', { of: 'more' })));
    const { account } = accountOf({ steps: 3 });
    expect(await backend.run(task(account, [reads, finish]).task)).toMatchObject({ stopReason: 'step-budget', stop: { reason: 'step-budget', of: 'unit' } });
    expect([reads.inputs.length, account.steps]).toEqual([3, 3]);
    // three steps, and as many answers as an answer may hold calls; the next one ends it
    expect(api.requests).toHaveLength(7);
    expect(account.usage.estimated).toBe(true);
  });

  test('one that finishes may say so, and not go on', async () => {
    const reads = read();
    const { backend } = await start((_, n) => say(n === 0 ? toolUse('finish', {}) : toolUse('read', { of: 'more' })));
    expect(await backend.run(task(accountOf().account, [reads, finish]).task)).toMatchObject({ stopReason: 'natural' });
  });

  test('a limit of tokens that is spent lets no further turn begin', async () => {
    const { api, backend } = await start(() => say(text('OK')));
    const { account } = accountOf({ tokens: 10 });
    const ask = (): ReturnType<Backend['generate']> => backend.generate({ model, prompt: 'x', maxOutputTokens: 16, signal: new AbortController().signal, account });
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toEqual({ ok: false, stop: { reason: 'token-budget', of: 'unit' } });
    expect(api.requests).toHaveLength(1);
  });

  test('a token that is over is renewed in the file that it came from', async () => {
    const renewed = `${accessToken}-renewed`;
    const signIn = signInFile();
    const asked: string[] = [];
    const issuer = closing(await startIssuer((body) => {
      asked.push(body);
      return { access_token: renewed, refresh_token: 'refresh-renewed' };
    }));
    const { api, backend } = await start(() => say(text('OK')), { signIn, key: renewed, agents: { ok: true, tools: wrappedCodex(temporaryFolder('renewing'), realCodex, `export CODEX_REFRESH_TOKEN_URL_OVERRIDE=${issuer.url}\nexec "$CODEX" "$@"`) } });
    expect(await backend.probe(model, accountOf().account, new AbortController().signal)).toMatchObject({ category: 'ok' });
    expect(asked).toEqual([expect.stringContaining(signIn.refreshToken)]);
    expect(JSON.parse(readFileSync(signIn.file, 'utf8'))).toMatchObject({ tokens: { access_token: renewed, refresh_token: 'refresh-renewed' } });
    expect(api.requests.map(({ status }) => status).at(-1)).toBe(200);
  });

  test('a sign-in that is worth nothing any more is a problem of the sign-in', async () => {
    const issuer = closing(await startIssuer(() => null));
    const { backend } = await start(() => say(text('OK')), { key: 'another', agents: { ok: true, tools: wrappedCodex(temporaryFolder('refused'), realCodex, `export CODEX_REFRESH_TOKEN_URL_OVERRIDE=${issuer.url}\nexec "$CODEX" "$@"`) } });
    const { account } = accountOf();
    const probed = await backend.probe(model, account, new AbortController().signal);
    // nobody answered, so nothing was used
    expect([account.usage, account.requests]).toEqual([noUsage, 0]);
    expect(probed).toMatchObject({ category: 'auth', failure: { fix: expect.stringContaining('codex login') } });
  });

  test('it is told of the proxy and the certificates, and of nothing else of the environment', async () => {
    const folder = temporaryFolder('told');
    const { backend } = await start(() => say(text('OK')), {
      environment: { HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'intern.example', SSL_CERT_FILE: '/etc/ssl/own.pem', OPENAI_API_KEY: '', AWS_SECRET_ACCESS_KEY: 'hidden' },
      agents: { ok: true, tools: wrappedCodex(temporaryFolder('seen'), realCodex, `[ "$1" = debug ] || env > ${folder}/environment\nunset HTTPS_PROXY SSL_CERT_FILE\nexec "$CODEX" "$@"`) },
    });
    expect(await backend.probe(model, accountOf().account, new AbortController().signal)).toMatchObject({ category: 'ok' });
    const told = Object.fromEntries(readFileSync(join(folder, 'environment'), 'utf8').split('\n').filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    expect(told).toMatchObject({ HTTPS_PROXY: 'http://proxy.example:3128', SSL_CERT_FILE: '/etc/ssl/own.pem', NO_PROXY: 'intern.example,127.0.0.1,localhost', no_proxy: 'intern.example,127.0.0.1,localhost' });
    const own = ['CODEX_EXEC_SERVER_URL', 'CODEX_HOME', 'CODEX_INTERNAL_ORIGINATOR_OVERRIDE', 'HOME', 'PATH', 'TEMP', 'TMP', 'TMPDIR', 'USERPROFILE'];
    const shell = ['PWD', 'OLDPWD', 'SHLVL', '_'];
    expect(Object.keys(told).filter((name) => !own.includes(name) && !shell.includes(name)).sort()).toEqual(['HTTPS_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'no_proxy']);
  });

  test('its token goes to its own host, or to an allowed one', async () => {
    await expect(openCodex({ baseUrl: 'https://chatgpt.com.example.net/backend-api/codex', apiKey: '', signIn: signInFile().file, allowedHosts: [], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 1, silenceMs: 1 })).rejects.toThrow('neither chatgpt.com nor an allowed host');
  });
});

/** Who renews tokens; null: refuses to. */
async function startIssuer(renew: (body: string) => object | null): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => {
      const answer = renew(body);
      response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? { error: { code: 'refresh_token_invalidated', message: 'Your refresh token was revoked.' } }));
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/token`,
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
