import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Change } from '../../src/context/apply.js';
import { entityId } from '../../src/context/edit.js';
import { writeLock } from '../../src/context/lock.js';
import { editReports } from '../../src/publish/build-report.js';
import { actionOf, countByKind, groupOf, linesOf } from '../../src/publish/wording.js';
import type { Verdict } from '../../src/report.js';
import { ContextProject, measure, page, table, text, withdraw } from '../context/project.js';

function nights(): { first: readonly Change[]; second: readonly Change[]; third: readonly Change[]; locks: string[] } {
  const project = new ContextProject();
  const applied = [
    project.night([...table(), text('One row an order.'), text('Euros.', 'amount'), measure('revenue', 'sum(amount)'), page('refunds')]),
    project.night([...table(), text('An order.'), measure('revenue', 'avg(amount)'), page('refunds', { summary: 'New' })]),
  ];
  const locks = [writeLock(project.lock)];
  applied.push(project.night(table(), { withdrawn: [text(''), measure('revenue', ''), page('refunds')].map(withdraw) }));
  const [first, second, third] = applied.map((one) => one.changes);
  return { first: first ?? [], second: second ?? [], third: third ?? [], locks };
}

const words = (changes: readonly Change[]): string[] => linesOf(changes).map(({ what, detail, changes: [change] }) => `${change ? `${groupOf(change)} ${actionOf(change)}` : ''}: ${what}: ${detail}`);

describe('what a model writes', () => {
  const { first, second, third, locks } = nights();

  test('is named and grouped for a reviewer', () => {
    expect(words(first)).toEqual([
      'new source_created: source orders: 2 columns',
      'new wiki_written: page refunds: How refunds are counted',
      'new source_updated: text of orders: One row an order.',
      'new source_updated: text of orders.amount: Euros.',
      'new measure_added: measure orders.revenue: sum(amount)',
    ]);
    expect(words(second)).toEqual([
      'text wiki_written: page refunds: New',
      'text source_updated: text of orders: An order.',
      'number measure_added: measure orders.revenue: avg(amount)',
    ]);
    expect(words(third)).toEqual(['removed removed: page refunds: removed', 'removed removed: text of orders: removed', 'removed removed: measure orders.revenue: removed']);
    expect(countByKind(first.map((change) => change.edit))).toBe('1 source, 2 descriptions, 1 measure, 1 page');
  });

  test('has the verdict that its checks gave, and never one that nobody earned', () => {
    const verdicts = new Map<string, Verdict>([['measure:w/orders.revenue', 'proved'], ['page:refunds', 'unproved'], ['source:w/orders', 'dropped']]);
    const said = (given: ReadonlyMap<string, Verdict>): string[] => editReports(first, (connection) => connection === 'w', new Set(), given).map((edit) => `${edit.entity} ${edit.verdict}`);
    expect(said(verdicts)).toEqual(['page:refunds unproved', 'source:w/orders proved', 'description:w/orders#ai parsed', 'description:w/orders.amount#ai parsed', 'measure:w/orders.revenue proved']);
    expect(said(new Map())).toEqual(['page:refunds parsed', 'source:w/orders proved', 'description:w/orders#ai parsed', 'description:w/orders.amount#ai parsed', 'measure:w/orders.revenue unproved']);
  });

  test('fits the schemas', () => {
    const validator = (name: string) => new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(fileURLToPath(new URL(`../../../docs/schemas/${name}.schema.json`, import.meta.url)), 'utf8')) as object);
    const edits = validator('edits');
    for (const change of [...first, ...second, ...third]) {
      const line: unknown = JSON.parse(JSON.stringify({ entity: entityId(change.edit), file: change.file, verdict: 'parsed', before: change.before, edit: change.edit }));
      expect([edits(line), edits.errors]).toEqual([true, null]);
    }
    const lock = validator('lock');
    for (const line of locks.join('').split('\n').filter((one) => one !== '')) expect([lock(JSON.parse(line)), lock.errors]).toEqual([true, null]);
    expect(edits({ entity: 'page:x', file: 'wiki/global/x.md', verdict: 'parsed', edit: { ...page('Upper') } })).toBe(false);
    expect(edits({ entity: 'page:x', file: 'wiki/user/ana/x.md', verdict: 'parsed', edit: page('x') })).toBe(false);
  });
});
