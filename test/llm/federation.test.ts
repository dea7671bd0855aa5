import { describe, expect, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { federatedToken } from '../../src/llm/anthropic-federation.js';
import type { Backend } from '../../src/llm/backend.js';
import { systemClock } from '../../src/llm/pacing.js';
import { openTransport } from '../../src/llm/transport.js';
import { federationOf, type Federation } from '../../src/project/federation.js';
import { inTurn, say, text, type MessagesApi } from '../fakes/messages-api.js';
import { startWorkloadIdentity, type WorkloadIdentity } from '../fakes/workload-identity.js';
import { temporaryFolder } from '../temporary-folder.js';
import { accountOf, closing, model, openAt, startApi } from './opened.js';

function federation(environment: Readonly<Record<string, string>>): Federation {
  const found = federationOf(environment);
  if (found?.ok !== true) throw new Error(found?.why ?? 'no federation');
  return found.federation;
}

async function opened(identity: WorkloadIdentity, environment = identity.environment): Promise<{ readonly api: MessagesApi; readonly backend: Backend }> {
  const api = await startApi(inTurn(say(text('OK'))), { accepts: (bearer) => identity.accepts(bearer), also: (...request) => identity.exchange(...request) });
  return { api, backend: await openAt(api.url, { apiKey: federation(environment) }) };
}

const probe = (backend: Backend): ReturnType<Backend['probe']> => backend.probe(model, accountOf().account, new AbortController().signal);

describe('the identity of a job in the place of a key', () => {
  test('is exchanged once for all requests, and again when a token is refused', async () => {
    const identity = closing(await startWorkloadIdentity());
    const { api, backend } = await opened(identity);
    expect((await Promise.all([probe(backend), probe(backend)])).map(({ category }) => category)).toEqual(['ok', 'ok']);
    expect(identity.counts).toEqual({ minted: 1, exchanged: 1 });
    expect([api.requests[0]?.headers['anthropic-beta'], api.requests[0]?.headers['x-api-key']]).toEqual(['oauth-2025-04-20', undefined]);
    identity.revoke();
    expect(await probe(backend)).toMatchObject({ category: 'ok' });
    expect(identity.counts).toEqual({ minted: 2, exchanged: 2 });
    expect([identity.violations, api.violations]).toEqual([[], []]);
    for (const { raw } of api.requests) for (const secret of identity.secrets) expect(raw).not.toContain(secret);
  });

  test('a token is exchanged anew before it ends, each time with an identity token that was not used', async () => {
    const identity = closing(await startWorkloadIdentity({ lifetimeSeconds: 600 }));
    const { api } = await opened(identity);
    let now = Date.now();
    const token = federatedToken(federation(identity.environment), { baseUrl: api.url, transport: closing(openTransport({ environment: {}, silenceMs: 1000 })), clock: { ...systemClock, now: () => now } });
    const get = (): Promise<string> => token.get(new AbortController().signal);
    const first = await get();
    now += 470_000;
    expect(await get()).toBe(first);
    now += 11_000;
    expect(await get()).not.toBe(first);
    expect(identity.counts).toEqual({ minted: 2, exchanged: 2 });
  });

  test('of a file: read again each time, and never presented twice', async () => {
    const identity = closing(await startWorkloadIdentity());
    const folder = temporaryFolder('identity');
    try {
      const path = join(folder, 'token');
      writeFileSync(path, `${identity.mint()}\n`);
      const { backend } = await opened(identity, { ...identity.environment, ANTHROPIC_IDENTITY_TOKEN_FILE: path });
      expect(await probe(backend)).toMatchObject({ category: 'ok' });
      identity.revoke();
      expect(await probe(backend)).toMatchObject({ category: 'auth', failure: { message: expect.stringContaining('exchanged already') } });
      writeFileSync(path, identity.mint());
      expect(await probe(backend)).toMatchObject({ category: 'ok' });
      rmSync(path);
      identity.revoke();
      expect(await probe(backend)).toMatchObject({ category: 'missing-credential' });
      expect(identity.counts.exchanged).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a refusal says who refused, without the token', async () => {
    const identity = closing(await startWorkloadIdentity());
    const { api, backend } = await opened(identity, { ...identity.environment, ANTHROPIC_IDENTITY_TOKEN: 'eyJhbGciOiJSUzI1NiJ9.stale-token-of-a-file.signature' });
    const refused = await probe(backend);
    expect(refused).toMatchObject({ category: 'auth', failure: { message: expect.stringMatching(/gave no token, it answered 401: authentication_error: Authentication failed for \[redacted/) } });
    expect(api.requests).toEqual([]);
  });
});

describe('the environment', () => {
  const whole = { ANTHROPIC_FEDERATION_RULE_ID: 'fdrl_1', ANTHROPIC_ORGANIZATION_ID: 'o', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.actions.githubusercontent.com/?a=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
  test('names a rule, an organization and an identity, or says what is missing', () => {
    expect(federationOf({})).toBeUndefined();
    expect(federationOf({ ...whole, ANTHROPIC_FEDERATION_RULE_ID: ' ' })).toBeUndefined();
    expect(federationOf(whole)).toEqual({ ok: true, federation: { ruleId: 'fdrl_1', organizationId: 'o', identity: { kind: 'github', requestUrl: whole.ACTIONS_ID_TOKEN_REQUEST_URL, requestToken: 't', audience: 'https://api.anthropic.com' } } });
    expect(federationOf({ ...whole, ANTHROPIC_ORGANIZATION_ID: '' })).toMatchObject({ ok: false, why: expect.stringContaining('ANTHROPIC_ORGANIZATION_ID') });
    expect(federationOf({ ...whole, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' })).toMatchObject({ ok: false, fix: expect.stringContaining('id-token: write') });
    expect(federationOf({ ...whole, ANTHROPIC_WORKSPACE_ID: 'wrkspc_1', ANTHROPIC_IDENTITY_TOKEN: 'v' })).toMatchObject({ federation: { workspaceId: 'wrkspc_1', identity: { kind: 'value', token: 'v' } } });
  });
});
