import { describe, expect, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../../src/llm/backend.js';
import { googleToken, tokenRoutes } from '../../src/llm/google-identity.js';
import { systemClock } from '../../src/llm/pacing.js';
import { openTransport } from '../../src/llm/transport.js';
import { openVertex, vertexHost, type VertexOptions } from '../../src/llm/vertex.js';
import { googleCredential, type GoogleCredential, type GoogleIdentity } from '../../src/project/google-credential.js';
import { startGoogleIdentity, type GoogleIdentityFake, type GoogleIdentityOptions } from '../fakes/google-identity.js';
import { fakeGoogle, inTurn, say, startMessagesApi, status, text, type MessagesApi } from '../fakes/messages-api.js';
import { startProxy } from '../fakes/proxy.js';
import { temporaryFolder } from '../temporary-folder.js';
import { accountOf, closing, model, swift, taskOf, tool } from './opened.js';

/** A credential file as a run reads it. */
function fromFile(content: string, environment: Readonly<Record<string, string>> = {}): GoogleCredential {
  const folder = temporaryFolder('google');
  try {
    writeFileSync(join(folder, 'gha-creds.json'), content);
    return googleCredential(folder, { GOOGLE_APPLICATION_CREDENTIALS: 'gha-creds.json', ...environment });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function identityIn(content: string): GoogleIdentity {
  const credential = fromFile(content);
  if (!credential.ok) throw new Error(credential.why);
  return credential.identity;
}

const google = async (options: GoogleIdentityOptions = {}): Promise<GoogleIdentityFake> => closing(await startGoogleIdentity(options));

const loopback = { allowedHosts: ['127.0.0.1'], environment: {} };

async function vertexWith(identity: GoogleIdentity, fake: GoogleIdentityFake, more: Partial<VertexOptions> = {}, brain = inTurn(say(text('OK')))): Promise<{ readonly api: MessagesApi; readonly backend: Backend }> {
  const api = closing(await startMessagesApi({ brain, host: 'vertex', accepts: (bearer) => fake.accepts(bearer) }));
  return { api, backend: closing(await openVertex({ ...loopback, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, baseUrl: api.url, ...fakeGoogle, identity, caching: {}, fallbackTo5m: false, ...more })) };
}

const probe = (backend: Backend): ReturnType<Backend['probe']> => backend.probe(model, accountOf().account, new AbortController().signal);

describe('tokens of Google Cloud', () => {
  test.each([['serviceAccount', ['token']], ['external', ['subject', 'sts']], ['impersonating', ['subject', 'sts', 'impersonate']], ['user', ['token']]] as const)('of a file: %s', async (kind, asked) => {
    const fake = await google();
    const { api, backend } = await vertexWith(identityIn(fake.files[kind]), fake);
    const results = await Promise.all([probe(backend), probe(backend), probe(backend)]);
    expect(results.map(({ category }) => category)).toEqual(['ok', 'ok', 'ok']);
    expect([fake.asked, fake.violations, api.violations]).toEqual([asked, [], []]);
    expect(api.requests[0]?.path).toBe(`/v1/projects/shop-data/locations/europe-west1/publishers/anthropic/models/${model}:streamRawPredict`);
  });

  test('of the machine, past every proxy', async () => {
    const fake = await google();
    const proxy = closing(await startProxy());
    const { api, backend } = await vertexWith({ kind: 'metadata', host: fake.host }, fake, { environment: { HTTP_PROXY: proxy.address } });
    expect(await probe(backend)).toMatchObject({ category: 'ok' });
    expect([fake.asked, proxy.tunnels]).toEqual([['metadata'], [new URL(api.url).host]]);
  });

  test('a machine without a metadata server has no credential', async () => {
    const fake = await google();
    const transport = closing(openTransport({ environment: {}, silenceMs: 1000 }));
    const clock = { ...systemClock, sleep: () => Promise.resolve() };
    const token = googleToken({ kind: 'metadata', host: '127.0.0.1:1' }, { transport, direct: transport, clock });
    await expect(token.get(new AbortController().signal)).rejects.toMatchObject({ failure: { category: 'missing-credential', message: expect.stringContaining('GOOGLE_APPLICATION_CREDENTIALS is not set') } });
    expect(fake.asked).toEqual([]);
  });

  test('a token is had anew before it ends, and by one request for all', async () => {
    const fake = await google({ lifetimeSeconds: 100 });
    let now = Date.now();
    const clock = { ...systemClock, now: () => now };
    const transport = closing(openTransport({ environment: {}, silenceMs: 1000 }));
    const token = googleToken(identityIn(fake.files.impersonating), { transport, direct: transport, clock });
    const get = (): Promise<string> => token.get(new AbortController().signal);
    const first = await get();
    now += 70_000;
    expect(await get()).toBe(first);
    now += 6_000;
    const [second, third] = await Promise.all([get(), get()]);
    expect([second === third, second === first]).toEqual([true, false]);
    expect(fake.asked).toEqual(['subject', 'sts', 'impersonate', 'subject', 'sts', 'impersonate']);
    for (const secret of [first, second]) expect(token.known()).toContain(secret);
  });

  test('one that is refused is had anew, once for requests that it was refused to at the same time', async () => {
    const fake = await google();
    const { api, backend } = await vertexWith(identityIn(fake.files.serviceAccount), fake);
    await probe(backend);
    fake.revoke();
    expect((await Promise.all([probe(backend), probe(backend), probe(backend)])).map(({ category }) => category)).toEqual(['ok', 'ok', 'ok']);
    expect(fake.asked).toEqual(['token', 'token']);
    expect(api.requests.filter(({ status: code }) => code === 401)).toHaveLength(3);
  });

  test('a renewal goes on for others when the request that began it is cancelled, and nothing is charged', async () => {
    const fake = await google();
    const { backend } = await vertexWith(identityIn(fake.files.serviceAccount), fake);
    const stop = new AbortController();
    const { account } = accountOf();
    const cancelled = backend.run(taskOf(account, [], { signal: stop.signal }).task);
    const other = probe(backend);
    setImmediate(() => stop.abort());
    expect([(await cancelled).stopReason, (await other).category, account.usage.outputTokens, fake.asked]).toEqual(['cancelled', 'ok', 0, ['token']]);
  });

  test('what may pass is asked again, what is wrong is said without the secret', async () => {
    const busy = await google({ fails: { sts: { times: 2, status: 503, body: { error: 'busy' } } } });
    expect(await probe((await vertexWith(identityIn(busy.files.external), busy)).backend)).toMatchObject({ category: 'ok' });
    // a token of the job is used once
    expect(busy.asked).toEqual(['subject', 'sts', 'subject', 'sts', 'subject', 'sts']);
    const wrong = await google({ fails: { sts: { times: 9, status: 400, body: { error: 'invalid_grant', error_description: 'The audience does not match.' } } } });
    const refused = await probe((await vertexWith(identityIn(wrong.files.external), wrong)).backend);
    expect(refused).toMatchObject({ category: 'auth', failure: { message: `${wrong.host} gave no token, it answered 400: invalid_grant: The audience does not match.` } });
    expect(wrong.asked).toEqual(['subject', 'sts']);
    const denied = await google({ fails: { impersonate: { times: 9, status: 403, body: { error: { message: 'Permission denied on bot@shop-data', status: 'PERMISSION_DENIED' } } } } });
    expect(await probe((await vertexWith(identityIn(denied.files.impersonating), denied)).backend)).toMatchObject({ category: 'permission', failure: { message: expect.stringContaining('PERMISSION_DENIED: Permission denied') } });
    const { account } = accountOf();
    const { backend } = await vertexWith({ ...identityIn(denied.files.serviceAccount), privateKey: 'no key' } as GoogleIdentity, denied);
    expect(await backend.probe(model, account, new AbortController().signal)).toMatchObject({ category: 'auth', failure: { message: expect.stringContaining('private_key') } });
    expect(account.requests).toBe(0);
  });
});

describe('what a credential file may say', () => {
  const external = (more: object): string => JSON.stringify({
    type: 'external_account', audience: 'a', subject_token_type: 't', token_url: 'https://sts.googleapis.com/v1/token', credential_source: { url: 'https://run-1.actions.githubusercontent.com/x?api-version=2.0', headers: {} }, ...more,
  });

  test('its hosts are those of Google and GitHub, or allowed', () => {
    const refusals = (content: string, allowed: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): string[] => tokenRoutes(identityIn(content), allowed, environment).flatMap((route) => (route.ok ? [] : [route.why]));
    expect(refusals(external({}))).toEqual([]);
    expect(refusals(external({ service_account_impersonation_url: 'https://iamcredentials.googleapis.com/v1/x:generateAccessToken' }))).toEqual([]);
    expect(refusals(external({ token_url: 'https://sts.evil.example/v1/token' }))[0]).toContain('leads to sts.evil.example');
    expect(refusals(external({ service_account_impersonation_url: 'https://evil.example/x' }))[0]).toContain('evil.example');
    const source = { credential_source: { url: 'https://ghes.example/_services/token?x=1', headers: {} } };
    expect(refusals(external(source))[0]).toContain('ghes.example');
    expect(refusals(external(source), [], { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://ghes.example/_services/token?x=1' })).toEqual([]);
    expect(refusals(external(source), ['ghes.example'])).toEqual([]);
    expect(refusals(JSON.stringify({ type: 'service_account', client_email: 'e', private_key: 'k', token_uri: 'http://oauth2.googleapis.com/token' }))[0]).toContain('without encryption');
  });

  test('one that is none is named without what stands in it', () => {
    for (const [content, why] of [['{', /not JSON/], ['{"type":"aws","secret":"hunter2secret"}', /none that ktx-ci reads: type$/], ['{"type":"service_account","client_email":"e","private_key":7}', /: private_key$/]] as const) {
      const credential = fromFile(content);
      expect(credential).toMatchObject({ ok: false, why: expect.stringMatching(why) });
      expect(JSON.stringify(credential)).not.toContain('hunter2secret');
    }
    expect(googleCredential('/', { GOOGLE_APPLICATION_CREDENTIALS: 'no-such-file.json' })).toMatchObject({ ok: false, why: expect.stringContaining('cannot be read') });
  });

  test('its project comes before that of the environment', () => {
    expect(fromFile(JSON.stringify({ type: 'service_account', client_email: 'e', private_key: 'k', project_id: 'of-file' }), { GOOGLE_CLOUD_PROJECT: 'of-environment' })).toMatchObject({ projectId: 'of-file', secrets: ['k'] });
    expect(fromFile(external({}), { GOOGLE_CLOUD_PROJECT: 'of-environment' })).toMatchObject({ projectId: 'of-environment' });
  });
});

describe('Vertex AI', () => {
  test.each([['europe-west1', 'europe-west1-aiplatform.googleapis.com'], ['global', 'aiplatform.googleapis.com'], ['eu', 'aiplatform.eu.rep.googleapis.com'], ['evil.example/', null], ['x@evil.example', null], ['', null], ['-a', null]])('%j is served at %s', (location, host) => {
    expect(vertexHost(location)).toBe(host);
  });

  test('its markers are of five minutes where it knows no hour, and its errors are read', async () => {
    const fake = await google();
    const { api, backend } = await vertexWith(identityIn(fake.files.serviceAccount), fake, { fallbackTo5m: true });
    await backend.run(taskOf(accountOf().account, [tool('read', () => 'x')], { system: 'Be exact. '.repeat(2000) }).task);
    expect(api.requests[0]?.raw.match(/"ttl":"5m"/g)).toHaveLength(2);
    expect([api.requests[0]?.raw.includes('"ttl":"1h"'), api.violations]).toEqual([false, []]);
  });

  test.each([
    [404, { code: 404, message: `Publisher Model \`projects/shop-data/locations/europe-west1/publishers/anthropic/models/${model}\` was not found or your project does not have access to it.`, status: 'NOT_FOUND' }, 'model-access'],
    [403, { code: 403, message: 'Permission \'aiplatform.endpoints.predict\' denied on resource (or it may not exist).', status: 'PERMISSION_DENIED' }, 'permission'],
    [429, { code: 429, message: 'Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_base_model.', status: 'RESOURCE_EXHAUSTED' }, 'rate-limit'],
    [400, { code: 400, message: 'Request contains an invalid argument.', status: 'INVALID_ARGUMENT' }, 'invalid-request'],
  ] as const)('%d in the envelope of Google', async (code, error, category) => {
    const fake = await google();
    const { backend } = await vertexWith(identityIn(fake.files.serviceAccount), fake, {}, inTurn({ fault: 'status', status: code, body: [{ error }] }));
    expect(await probe(backend)).toMatchObject({ category });
  });

  test('401 after a renewal is the end of it', async () => {
    const fake = await google();
    const { api, backend } = await vertexWith(identityIn(fake.files.serviceAccount), fake, {}, inTurn(status(401, 'authentication_error', 'no')));
    expect(await probe(backend)).toMatchObject({ category: 'auth' });
    expect([api.requests.length, fake.asked.length]).toEqual([2, 2]);
  });

  test('a route that nobody allowed is not opened', async () => {
    const fake = await google();
    await expect(vertexWith(identityIn(fake.files.serviceAccount), fake, { allowedHosts: [] })).rejects.toThrow('leads to 127.0.0.1');
  });
});
