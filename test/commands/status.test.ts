import { describe, expect, test } from '@jest/globals';
import { say, startMessagesApi, text } from '../fakes/messages-api.js';
import { judgedConfig, judgedProject } from '../run/judged-project.js';

describe('status', () => {
  test('says with what the model is asked, what leaves and where to, what has no effect, and never a value', async () => {
    const api = await startMessagesApi({ brain: () => say(text('OK')) });
    using folder = judgedProject(api);
    folder.write('ktx.yaml', judgedConfig(api).replace('  models:\n', '    gateway: {api_key: env:NOBODY}\n  promptCaching: {vertexFallbackTo5m: true}\n  models:\n    curator: claude-haiku-4-5\n'));
    const { code, out } = await folder.ktx('status', '--hosts', '--no-color');
    await api.close();
    expect(code).toBe(0);
    expect(out).toMatch(/ok {7}model {6}claude-sonnet-4-6 \(default\) \d\.\d s, claude-haiku-4-5 \(curator\) \d\.\d s; key from env:SHOP_KEY\n/);
    expect(out).toContain('skipped  model      llm.provider.gateway, llm.promptCaching.vertexFallbackTo5m: no effect with anthropic\n');
    const host = new URL(api.url).host;
    expect(out).toContain(`sends      names, types, comments, SQL, page text to ${host}; shapes of values, no rows\n`);
    expect(out).toContain(`host       ${host}  anthropic: names, types, comments`);
    expect(out).toContain('values     1 of 2 references have one; without: env:NOBODY\n');
    expect(out).not.toContain(folder.environment['SHOP_KEY']);
    expect(api.requests).toHaveLength(2);
  });

  test('--fast sends nothing', async () => {
    const api = await startMessagesApi({ brain: () => say(text('OK')) });
    using folder = judgedProject(api, { 'ktx-ci.yaml': 'samples: none\nbudget: {usdPerMonth: 10}\n' });
    const { code, out } = await folder.ktx('status', '--fast', '--no-color');
    await api.close();
    expect([code, api.requests]).toEqual([0, []]);
    expect(out).toContain('model      claude-sonnet-4-6, not asked; key from env:SHOP_KEY\n');
    expect(out).toContain('; no rows    status --hosts\n');
    expect(out).toContain('$0.00 so far at list price, lasts the month at this pace\n');
  });

  test('a key that is written into ktx.yaml is not shown', async () => {
    const api = await startMessagesApi({ brain: () => say(text('OK')) });
    using folder = judgedProject(api);
    folder.write('ktx.yaml', judgedConfig(api).replace('env:SHOP_KEY', folder.environment['SHOP_KEY'] ?? ''));
    const { out } = await folder.ktx('status', '--fast', '--no-color');
    await api.close();
    expect(out).toContain('key written in ktx.yaml');
    expect(out).not.toContain(folder.environment['SHOP_KEY']);
  });

  test('how long the month lasts', async () => {
    const api = await startMessagesApi({ brain: () => say(text('OK')) });
    const month = new Date().toISOString().slice(0, 7);
    using folder = judgedProject(api, { 'ktx-ci.yaml': 'budget: {usdPerMonth: 10}\n', 'ktx.lock': `{"t":"spent","id":"${month}","tokens":5,"usd":10}\n` });
    const { out } = await folder.ktx('status', '--fast', '--no-color');
    await api.close();
    expect(out).toContain('$10.00 so far at list price, all of it\n');
  });
});
