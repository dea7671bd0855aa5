import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readDecisions, withAnswer, type Decisions } from '../../src/project/decisions.js';
import { globPattern } from '../../src/text/glob.js';

function decisions(text: string): Decisions {
  const read = readDecisions(text);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join());
  return read.decisions;
}

test('a glob matches ids as they are, whatever brackets they hold', () => {
  const join = 'join:warehouse/orders->customers[customers.id=orders.customer_id]';
  for (const glob of [join, 'join:warehouse/*', 'join:warehouse/orders->*', '**', 'join:*/orders->customers[*]']) expect([glob, globPattern(glob).test(join)]).toEqual([glob, true]);
  for (const glob of ['*', 'join:*', 'join:warehouse/order', 'join:warehouse/orders->customers', 'JOIN:**']) expect([glob, globPattern(glob).test(join)]).toEqual([glob, false]);
  fc.assert(fc.property(fc.string(), (id) => id.includes('*') || id.includes('?') || globPattern(id).test(id)));
  fc.assert(fc.property(fc.string(), fc.string(), (glob, id) => typeof globPattern(glob).test(id) === 'boolean'));
});

describe('ktx.decisions.yaml', () => {
  test('is read with its places; what is wrong stops, what is unknown is said', () => {
    expect(readDecisions(null)).toMatchObject({ ok: true, findings: [] });
    expect(readDecisions('# nothing yet\n')).toMatchObject({ ok: true, findings: [] });
    expect(readDecisions('refusals:\n  - reason: x\n')).toMatchObject({ ok: false, findings: [{ code: 'config-value', file: 'ktx.decisions.yaml', line: 2, message: 'refusals.0.entity is missing' }] });
    expect(readDecisions('rules:\n  - {about: "**", rule: x, rul: y}\n')).toMatchObject({ ok: true, findings: [{ severity: 'warning', code: 'config-unknown-key', line: 2, fix: 'did you mean rule?' }] });
    expect(readDecisions('answers: [\n')).toMatchObject({ ok: false, findings: [{ code: 'config-syntax', line: 2 }] });
  });

  test('tells those whom it concerns', () => {
    const made = decisions(`refusals:
  - {entity: "measure:warehouse/orders.revenue", reason: gross}
  - {entity: "page:*-runbook"}
pins: [{entity: "segment:warehouse/customers.*"}]
rules:
  - {about: "measure:warehouse/*", rule: Money is net.}
  - {about: "dbt:shop/model.*", rule: Marts are final.}
  - {about: "**", rule: Be kind.}
`);
    const of = (source: string, more: { pages?: readonly string[]; evidence?: readonly string[] } = {}): readonly string[] => made.about({ sources: [{ connection: 'warehouse', source }], pages: [], evidence: [], ...more });
    expect(of('orders')).toEqual(['refused: measure:warehouse/orders.revenue: gross', 'rule for **: Be kind.', 'rule for measure:warehouse/*: Money is net.']);
    expect(of('customers')).toEqual(['rule for **: Be kind.', 'rule for measure:warehouse/*: Money is net.', 'stays as it is: segment:warehouse/customers.*']);
    expect(made.about({ sources: [], pages: ['night-runbook'], evidence: ['dbt:shop/model.orders'] })).toEqual(['refused: page:*-runbook', 'rule for **: Be kind.', 'rule for dbt:shop/model.*: Marts are final.']);
    expect([made.refusal('measure:warehouse/orders.revenue')?.reason, made.refusal('measure:warehouse/orders.revenues'), made.pin('segment:warehouse/customers.churned') !== undefined]).toEqual(['gross', undefined, true]);
  });

  test('takes an answer, and leaves every other byte', () => {
    const before = '# ours\nrules: # of the house\n  - {about: "**", rule: x}\nanswers:\n- question: q-a   # why\n  option: b\n';
    const added = withAnswer(before, { question: 'q-b', option: 'leave', date: '2026-11-26' });
    expect(added).toEqual({ ok: true, text: `${before}- question: q-b\n  option: leave\n  date: "2026-11-26"\n` });
    const replaced = withAnswer(before, { question: 'q-a', option: 'c' });
    expect(replaced).toEqual({ ok: true, text: before.replace('option: b', 'option: c') });
  });

  test('any answers in any order are read back, the last of a question', () => {
    fc.assert(fc.property(fc.array(fc.record({ question: fc.stringMatching(/^q-[a-z]{1,2}$/), option: fc.string({ minLength: 1 }), reason: fc.string({ minLength: 1 }) }), { maxLength: 8 }), (answers) => {
      const text = answers.reduce<string | null>((at, answer) => {
        const added = withAnswer(at, answer);
        if (!added.ok) throw new Error(added.finding.message);
        return added.text;
      }, null);
      if (text === null) return;
      const read = decisions(text);
      for (const answer of new Map(answers.map((one) => [one.question, one])).values()) expect(read.answer(answer.question)).toEqual(answer);
      expect((parse(text) as { answers: unknown[] }).answers).toHaveLength(new Set(answers.map(({ question }) => question)).size);
    }), { numRuns: 60 });
  });
});
