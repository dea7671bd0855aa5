import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases, type Case } from '../../bench/eval/case.js';
import { runCase } from '../../bench/eval/run-case.js';
import { differences, isAsExpected, scoreTable } from '../../bench/eval/table.js';

const cases = readCases(join('bench', 'cases'));
const caseNamed = (name: string): Case => cases.find((one) => one.name === name)!;

describe('the cases', () => {
  test('are ten', () => {
    expect(cases.map(({ name }) => name)).toEqual([
      'cents-and-cancelled', 'contradicted-person', 'derived-measure', 'descriptions', 'documents-contradict', 'handbook', 'injected-instructions', 'judged-again', 'nothing-to-add', 'segment-used-twice',
    ]);
  });

  test('are the ones that docs/evaluation.md explains', () => {
    const named = [...readFileSync(join('docs', 'evaluation.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name).sort();
    expect(named).toEqual(cases.map(({ name }) => name));
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s: a good model reaches its score, and costs something', async (_, one) => {
    const result = await runCase(one, { kind: 'scripted', which: 'good' });
    expect({ differences: differences(result), wrong: result.wrong, missing: result.missing, remarks: result.remarks.filter((line) => !line.startsWith('other')) }).toEqual({ differences: [], wrong: 0, missing: 0, remarks: [] });
    expect(result.inputTokens * result.outputTokens * result.steps * result.usd).toBeGreaterThan(0);
    expect(result.bytes).toBeGreaterThan(result.requests * 5000);
  });

  test.each(cases.filter(({ bad }) => bad !== undefined).map((one) => [one.name, one] as const))('%s: a bad model is caught', async (_, one) => {
    const result = await runCase(one, { kind: 'scripted', which: 'bad' });
    expect(differences(result)).toEqual([]);
    expect(result.wrong).toBeGreaterThan(1);
    expect(result.found).toBe(0);
    expect(result.remarks.filter((line) => line.startsWith('wrong'))).toHaveLength(result.wrong);
  });
});

describe('scoring', () => {
  test('another SQL and another name with the same number count', async () => {
    const one = caseNamed('cents-and-cancelled');
    const unit = 'dbt:shop/model.fct_orders';
    const edits = [
      { kind: 'measure', source: 'fct_orders', name: 'revenue_without_shipping', expr: "sum(case when status != 'cancelled' and is_test = 0 then total_cents - shipping_cents end) / 100.0" },
      { kind: 'measure', source: 'fct_orders', name: 'valid_orders', expr: 'count(*)', filter: "status in ('delivered', 'paid') and not is_test" },
    ];
    const result = await runCase({ ...one, nights: [{ answers: { [unit]: [[{ propose_edits: { edits } }, { finish: {} }]] } }] }, { kind: 'scripted', which: 'good' });
    expect([result.found, result.missing, result.wrong, result.other]).toEqual([2, 1, 0, 0]);
    expect(isAsExpected(result)).toBe(false);
    expect(scoreTable([result])).toContain('- cents-and-cancelled: **not as expected**: found 2, expected 3');
  });

  test('a name that says something else does not count', async () => {
    const one = caseNamed('derived-measure');
    const edits = [{ kind: 'measure', source: 'fct_visits', name: 'total_sessions', expr: 'sum(visits)' }];
    const result = await runCase({ ...one, nights: [{ answers: { 'dbt:shop/model.fct_visits': [[{ propose_edits: { edits } }, { finish: {} }]] } }] }, { kind: 'scripted', which: 'good' });
    expect([result.found, result.missing, result.other]).toEqual([0, 3, 1]);
    expect(result.remarks).toContain('other: measure:warehouse/fct_visits.total_sessions = 2050');
  });

  test('a night that ends badly is wrong', async () => {
    const one = caseNamed('nothing-to-add');
    const result = await runCase({ ...one, files: { ...one.files, 'ktx.yaml': one.files['ktx.yaml']!.replace('claude-sonnet-4-6', 'claude-unheard-of') } }, { kind: 'scripted', which: 'good' });
    expect(result.wrong).toBe(1);
    expect(result.remarks[0]).toContain('a night ended failed');
  });
});

test('a recording gives the same score without a model', async () => {
  const one = caseNamed('judged-again');
  const { recording, ...first } = await runCase(one, { kind: 'scripted', which: 'good' });
  const { recording: replayed, ...again } = await runCase(one, { kind: 'recording', recording: JSON.parse(JSON.stringify(recording)) as typeof recording });
  expect({ ...again, expected: first.expected }).toEqual(first);
  expect(replayed.exchanges.map(({ body }) => body)).toEqual(recording.exchanges.map(({ body }) => body));
  expect(JSON.stringify(recording)).not.toContain('sk-ant');
});

test('a recording of other instructions does not answer', async () => {
  const one = caseNamed('nothing-to-add');
  const { recording } = await runCase(one, { kind: 'scripted', which: 'good' });
  const other = { exchanges: recording.exchanges.map((exchange) => ({ ...exchange, request: exchange.request.replace('You keep the semantic layer', 'You guard the semantic layer') })) };
  const result = await runCase(one, { kind: 'recording', recording: other });
  expect(result.remarks[0]).toContain('a night ended failed');
});
