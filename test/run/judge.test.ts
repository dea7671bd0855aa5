import { describe, expect, test } from '@jest/globals';
import { say, startMessagesApi, text, toolUse, type Brain } from '../fakes/messages-api.js';
import { judgedProject, judging, resultsOf, turnOf, unitOf } from './judged-project.js';

const finish = toolUse('finish', {});
const propose = (...edits: unknown[]) => toolUse('propose_edits', { edits });

/** Reads, proposes something wrong, is told, corrects, finishes. */
const careful: Brain = (request) => {
  if (unitOf(request) !== 'table:warehouse/main.orders') return say(unitOf(request) === undefined ? text('OK') : finish);
  switch (turnOf(request)) {
    case 0: return say(toolUse('read_context', { name: 'orders' }));
    case 1: return say(propose({ kind: 'measure', source: 'orders', name: 'paid_amount', expr: 'sum(amnt)', filter: "status = 'paid'" }, { kind: 'segment', source: 'orders', name: 'paid', expr: "status = 'paid'" }), finish);
    default: return say(propose({ kind: 'measure', source: 'orders', name: 'paid_amount', expr: 'sum(amount)', segments: ['paid'], text: 'Euros of orders that were paid.' }), finish);
  }
};

describe('a judged unit', () => {
  test('reads, proposes, is told what is wrong, corrects, finishes; what it wrote is proved and in the patch', async () => {
    const api = await startMessagesApi({ brain: careful });
    using folder = judgedProject(api);
    const report = await folder.ingest('--apply', '--out', 'out');
    await api.close();
    expect(api.violations).toEqual([]);
    expect([report.status, report.exitCode]).toEqual(['complete', 0]);
    expect(report.probe).toEqual([{ backend: 'anthropic', model: 'claude-sonnet-4-6', category: 'ok' }]);
    const last = judging(api).filter((request) => unitOf(request) === 'table:warehouse/main.orders').at(-1)!;
    expect(resultsOf(last)).toContain('column amnt does not exist in orders; did you mean amount?');
    expect(resultsOf(last)).toContain('taken (1): segment orders.paid');
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain("segments:\n  - name: paid\n    expr: status = 'paid'\n");
    expect(report.edits.find((edit) => edit.entity === 'measure:warehouse/orders.paid_amount')).toMatchObject({ action: 'measure_added', author: 'model', verdict: 'proved' });
    const unit = report.units.find((one) => one.id === 'table:warehouse/main.orders')!;
    expect(unit).toMatchObject({ status: 'written', stopReason: 'natural', steps: 5, tries: 0 });
    const bill = api.billed();
    expect(report.budget.spent.tokens).toBe(bill.uncachedInputTokens + bill.cacheReadTokens + bill.cacheWrite1hTokens + bill.cacheWrite5mTokens + bill.outputTokens);
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });
});
