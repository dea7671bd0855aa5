import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import { admit } from '../../src/ingest/admission.js';

/** Units as plain numbers: what one may take, and what it takes. */
interface Unit {
  readonly allowance: number;
  readonly takes: number;
  readonly milliseconds: number;
}

async function started(units: readonly Unit[], limit: number, concurrency: number): Promise<{ order: number[]; most: number; why: string | null; over: boolean }> {
  let [charged, open, atOnce, most, over] = [0, 0, 0, 0, false];
  const order: number[] = [];
  const left = await admit({
    items: units, limit: concurrency, closed: () => null,
    blocks: (unit) => (charged + open + unit.allowance <= limit ? null : 'spent'),
    start: async (unit, index) => {
      order.push(index);
      open += unit.allowance;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await wait(unit.milliseconds);
      atOnce -= 1;
      open -= unit.allowance;
      charged += unit.takes;
      over ||= charged > limit;
    },
  });
  expect(order.length + left.items.length).toBe(units.length);
  return { order, most, why: left.why, over };
}

const unit = fc.integer({ min: 1, max: 20 }).chain((allowance) => fc.record({ allowance: fc.constant(allowance), takes: fc.integer({ min: 0, max: allowance }), milliseconds: fc.integer({ min: 0, max: 3 }) }));

describe('admission', () => {
  test('none overtakes, no limit is passed, and the same units start at any concurrency', async () => {
    await fc.assert(fc.asyncProperty(fc.array(unit, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), async (units, limit) => {
      const [one, four, many] = await Promise.all([started(units, limit, 1), started(units, limit, 4), started(units, limit, 16)]);
      for (const run of [one, four, many]) {
        expect(run.order).toEqual(run.order.map((_, index) => index));
        expect(run.over).toBe(false);
      }
      expect(one.most).toBeLessThanOrEqual(1);
      expect(four.most).toBeLessThanOrEqual(4);
      expect([four.order, many.order]).toEqual([one.order, one.order]);
      expect([four.why, many.why]).toEqual([one.why, one.why]);
    }), { numRuns: 60 });
  });

  test('what a unit throws ends it after those that run', async () => {
    const ended: number[] = [];
    const work = admit({
      items: [0, 1, 2, 3], limit: 2, closed: () => null, blocks: () => null,
      start: async (item) => {
        await wait(item === 0 ? 1 : 10);
        if (item === 0) throw new Error('a bug');
        ended.push(item);
      },
    });
    await expect(work).rejects.toThrow('a bug');
    expect(ended).toContain(1);
    expect(ended).not.toContain(3);
  });
});
