import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/finding.js';
import { annotationsOf } from '../../src/publish/annotations.js';

const finding = fc.record({
  severity: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const, 'question' as const),
  code: fc.constant('context-schema' as const), message: fc.string({ unit: 'binary', maxLength: 60 }), fix: fc.string({ maxLength: 20 }),
  file: fc.constantFrom('ktx.yaml', 'wiki/global/a.md', '../dbt/x.yml', '../../../etc/passwd'), line: fc.integer({ min: 1, max: 99 }),
});

test('at most ten of a kind, nothing lost without being counted, and no file outside the repository', () => {
  fc.assert(fc.property(fc.array(finding, { maxLength: 60 }), (findings: Finding[]) => {
    const { shown, more } = annotationsOf(findings, 'analytics/');
    for (const kind of ['error', 'warning', 'notice']) expect(shown.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(10);
    const left = [...(more ?? '').matchAll(/(\d+) more/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(shown.length + left).toBe(findings.length);
    for (const one of shown) expect(one.file ?? 'analytics/').not.toMatch(/^(\.\.|\/)/);
    // eslint-disable-next-line no-control-regex
    for (const one of shown) expect(one.message).not.toMatch(/[\u0000-\u001f]/);
  }));
});

test('a file beside the project is named as the repository names it', () => {
  const [shown] = annotationsOf([{ severity: 'question', code: 'term-contradiction', message: 'm', fix: 'f', file: '../dbt/models/x.yml', line: 3, column: 2 }], 'analytics/').shown;
  expect(shown).toMatchObject({ kind: 'warning', file: 'dbt/models/x.yml', line: 3, column: 2, message: 'm. f' });
});

test('a message that the runner would cut is cut whole', () => {
  const [shown] = annotationsOf([{ severity: 'error', code: 'internal', message: '😀'.repeat(4_000), fix: '' }], '').shown;
  expect(shown!.message.length).toBeLessThan(4_000);
  expect(shown!.message.isWellFormed()).toBe(true);
});
