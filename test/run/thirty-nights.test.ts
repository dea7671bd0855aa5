import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { simulate } from '../../bench/thirty-nights.js';
import { cli } from './process.js';

test('thirty nights: units are due only where a change was planted, and the report says why', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const nights = simulate(cli, join(root, 'examples', 'shop'), 30);
  const eventful = nights.filter((night) => night.status !== 'nothing-to-do');
  expect(eventful.map((night) => [night.night, night.status, night.due.length])).toEqual([[1, 'complete', 38], [20, 'complete', 1], [25, 'incomplete', 0]]);
  expect(nights.filter((night) => night.due.length > 0).flatMap((night) => (night.night === 1 ? [] : night.due))).toEqual([{ id: 'dbt:shop/model.fct_refunds', why: 'changed dbt:shop/model.fct_refunds' }]);
  expect(nights[19]?.edits).toEqual(['description:warehouse/fct_refunds#dbt']);
  expect(nights[24]?.findings).toEqual(['source-unreadable']);
}, 600_000);
