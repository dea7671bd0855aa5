import { describe, expect, test } from '@jest/globals';
import type { Backend } from '../../src/llm/backend.js';
import { endsTheRun, failureCategories, type ModelFailure } from '../../src/llm/failure.js';
import { probeModels } from '../../src/llm/probe.js';
import { closedAddress, fakeModels, inTurn, say, text } from '../fakes/messages-api.js';
import { startProxy } from '../fakes/proxy.js';
import { faults, type WireFault } from './faults.js';
import { accountOf, closing, model, openAt, startApi, swift, taskOf } from './opened.js';

const swiftly = { silenceMs: 50, rateLimit: { ...swift, retry: { ...swift.retry, maxAttempts: 2 } } };

async function backendAt({ wire }: WireFault): Promise<Backend> {
  if (wire === 'nothing listens') return openAt(await closedAddress(), swiftly);
  if (wire === 'no such host') return openAt('https://nobody.invalid', { ...swiftly, allowedHosts: ['nobody.invalid'] });
  if (wire === 'the proxy refuses') return openAt('https://model.example', { ...swiftly, allowedHosts: ['model.example'], environment: { HTTPS_PROXY: closing(await startProxy({ refusal: 407 })).address } });
  return openAt((await startApi(inTurn(...wire))).url, swiftly);
}

const place = (path: readonly string[]): { file: string; line: number } => ({ file: `ktx.yaml:${path.join('.')}`, line: 1 });
const probing = { place, timeoutMs: 45_000, signal: new AbortController().signal };

describe.each(faults)('$name: $does', (fault) => {
  test(`the probe finds ${fault.category}`, async () => {
    const backend = await backendAt(fault);
    const { results, findings } = await probeModels({ ...probing, backend, models: [{ role: 'default', model }, { role: 'curator', model }], account: accountOf().account });
    expect(results).toMatchObject([{ model, roles: ['default', 'curator'], result: { category: fault.category } }]);
    expect(findings.map(({ code }) => code)).toEqual(fault.category === 'ok' ? [] : [fault.category]);
    expect(fault.exit.probe).toBe(findings.length === 0 ? 0 : 3);
    for (const finding of findings) {
      expect(finding.fix).not.toBe('');
      expect(finding.message).toMatch(/^\S+ does not serve claude-sonnet-4-6 \(default, curator\): /);
    }
  });

  test('a loop ends with the same failure', async () => {
    const { task, entries } = taskOf(accountOf().account, []);
    const { stopReason, failure } = await (await backendAt(fault)).run(task);
    expect(entries.filter(({ kind }) => kind === 'failure').at(-1)).toEqual(failure ? { kind: 'failure', failure } : entries.find(({ kind }) => kind === 'failure'));
    expect([stopReason, failure?.category]).toEqual(fault.category === 'ok' ? ['natural', undefined] : ['error', fault.category]);
    expect(fault.next).toBe(failure && endsTheRun(failure) ? 'not started' : 'started');
    expect(fault.unit).toBe(!failure ? 'judged' : failure.ours ? 'failed' : 'deferred');
  });
});

const failing = (failures: Readonly<Record<string, Pick<ModelFailure, 'category' | 'message'>>>): Pick<Backend, 'id' | 'host' | 'probe'> => ({
  id: 'anthropic', host: 'api.anthropic.com',
  probe: (name) => {
    const failure = failures[name];
    return Promise.resolve(failure ? { category: failure.category, milliseconds: 1, failure: { ...failure, ours: false } } : { category: 'ok', milliseconds: 1 });
  },
});

describe('findings of the probe', () => {
  test('distinct models are asked once, and one that is wrong beside one that answers is a matter of its name', async () => {
    const api = await startApi(inTurn(say(text('OK'))), { models: fakeModels });
    const backend = await openAt(api.url, swiftly);
    const models = [{ role: 'default', model }, { role: 'curator', model: 'claude-opus-4-9' }, { role: 'repair', model }];
    const { results, findings } = await probeModels({ ...probing, backend, models, account: accountOf().account });
    expect(results.map(({ model: name, roles, result }) => [name, roles, result.category])).toEqual([[model, ['default', 'repair'], 'ok'], ['claude-opus-4-9', ['curator'], 'model-access']]);
    expect(api.requests.map(({ maxTokens }) => maxTokens)).toEqual([16, 16]);
    expect(findings).toEqual([{
      severity: 'error', code: 'model-access', ...place(['llm', 'models', 'curator']), message: expect.stringContaining('it said: model: claude-opus-4-9'),
      fix: expect.stringMatching(/^the credential works \(claude-sonnet-4-6 answered\), so it is this name: set llm\.models\.curator to claude-opus-4-\d/),
    }]);
  });

  test.each([
    ['auth', 'llm.provider.anthropic.api_key'], ['permission', 'llm.provider.anthropic.api_key'], ['missing-credential', 'llm.provider.anthropic.api_key'], ['quota', 'llm.provider.anthropic.api_key'], ['rate-limit', 'llm.provider.anthropic.api_key'],
    ['network', 'llm.provider.anthropic.base_url'], ['timeout', 'llm.provider.anthropic.base_url'], ['invalid-request', 'llm.provider.anthropic.base_url'], ['provider-error', 'llm.provider.anthropic.base_url'],
    ['model-access', 'llm.models.default'], ['not-installed', 'llm.provider.backend'], ['isolation', 'llm.provider.backend'],
  ] as const)('%s points at %s', async (category, path) => {
    const { findings } = await probeModels({ ...probing, backend: failing({ [model]: { category, message: 'words' } }), models: [{ role: 'default', model }], account: accountOf().account });
    expect(findings).toMatchObject([{ code: category, file: `ktx.yaml:${path}` }]);
  });

  test.each([
    ['gateway', 'auth', 'llm.provider.gateway.api_key', /secret behind llm\.provider\.gateway\.api_key/], ['gateway', 'missing-credential', 'llm.provider.gateway.api_key', /AI_GATEWAY_API_KEY/],
    ['openai-compatible', 'auth', 'llm.provider.openaiCompatible.api_key', /openaiCompatible\.api_key/], ['openai-compatible', 'network', 'llm.provider.openaiCompatible.base_url', /base_url/], ['openai-compatible', 'invalid-request', 'llm.provider.openaiCompatible.base_url', /chat\/completions/],
    ['vertex', 'missing-credential', 'llm.provider.vertex', /google-github-actions\/auth/], ['vertex', 'permission', 'llm.provider.vertex', /Vertex AI User/], ['vertex', 'network', 'llm.provider.vertex.location', /location/], ['vertex', 'model-access', 'llm.models.default', /llm\.models\.default/],
  ] as const)('of %s: %s points at %s', async (id, category, path, fix) => {
    const backend = { ...failing({ [model]: { category, message: 'words' } }), id };
    const { findings } = await probeModels({ ...probing, backend, models: [{ role: 'default', model }], account: accountOf().account });
    expect(findings).toMatchObject([{ code: category, file: `ktx.yaml:${path}`, fix: expect.stringMatching(fix) }]);
  });

  test('a refusal of who gives out tokens is no matter of a key, and a name of a gateway is proposed as gateways write it', async () => {
    const refused = { ...failing({}), probe: () => Promise.resolve({ category: 'auth' as const, milliseconds: 1, failure: { category: 'auth' as const, message: 'sts.example gave no token', ours: false, of: 'token' as const } }) };
    expect((await probeModels({ ...probing, backend: refused, models: [{ role: 'default', model }], account: accountOf().account })).findings[0]?.fix).toMatch(/federation rule/);
    const name = 'anthropic/claude-sonet-4.6';
    expect((await probeModels({ ...probing, backend: { ...failing({ [name]: { category: 'model-access', message: 'no' } }), id: 'gateway' }, models: [{ role: 'default', model: name }], account: accountOf().account })).findings[0]?.fix).toContain('anthropic/claude-sonnet-4.6');
  });

  test('what is a matter of this machine is not said of the provider, and a fix of its own is the one that is given', async () => {
    const backend = { ...failing({}), id: 'codex', host: 'api.openai.com', probe: () => Promise.resolve({ category: 'not-installed' as const, milliseconds: 1, failure: { category: 'not-installed' as const, message: 'it is gone', ours: false, fix: 'npm ci' } }) };
    const { findings } = await probeModels({ ...probing, backend, models: [{ role: 'default', model: 'gpt-5.5' }], account: accountOf().account });
    expect(findings).toMatchObject([{ message: 'codex cannot ask gpt-5.5 (default): its program does not run here: it is gone', fix: 'npm ci' }]);
  });

  test('no two categories have the same fix', async () => {
    const fixes = await Promise.all(failureCategories.map(async (category) => (await probeModels({ ...probing, backend: failing({ [model]: { category, message: 'words' } }), models: [{ role: 'default', model }], account: accountOf().account })).findings[0]?.fix));
    expect(new Set(fixes).size).toBe(failureCategories.length);
  });

  test('a model that never answers is a timeout, with what kept it waiting if that is known', async () => {
    const deaf = { id: 'anthropic', host: 'h', probe: () => new Promise<never>(() => undefined) };
    expect((await probeModels({ ...probing, timeoutMs: 20, backend: deaf, models: [{ role: 'default', model }], account: accountOf().account })).findings).toMatchObject([{ code: 'timeout' }]);
    const silent = await startApi(inTurn({ fault: 'silence' }));
    expect((await probeModels({ ...probing, timeoutMs: 50, backend: await openAt(silent.url), models: [{ role: 'default', model }], account: accountOf().account })).findings).toMatchObject([{ code: 'timeout' }]);
    const busy = await startApi(inTurn({ fault: 'status', status: 429, body: { error: 'busy' }, headers: { 'retry-after': '60' } }));
    const backend = await openAt(busy.url, { rateLimit: { ...swift, maxWaitMs: 60_000 } });
    expect((await probeModels({ ...probing, timeoutMs: 300, backend, models: [{ role: 'default', model }], account: accountOf().account })).findings).toMatchObject([{ code: 'rate-limit', message: expect.stringContaining('busy') }]);
  });

  test('a cancelled probe throws', async () => {
    await expect(probeModels({ ...probing, signal: AbortSignal.abort(new Error('stopped')), backend: failing({}), models: [{ role: 'default', model }], account: accountOf().account })).rejects.toThrow('stopped');
  });
});
