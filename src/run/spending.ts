import type { Lock } from '../context/lock.js';
import type { SpentRecord } from '../context/lock-records.js';
import { addUsage, noUsage, tokensOf, type Usage } from '../llm/usage.js';

/** What a month cost, as ktx.lock remembers it: its only record that depends on clock and price. */

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0);

/** Sums of dollars differ in the last digits by the order of adding; a millionth of a dollar is exact enough. */
const rounded = (usd: number): number => Math.round(usd * 1_000_000) / 1_000_000;

/** USD of a calendar month (`2026-11`, UTC) until now. */
export function monthUsd(lock: Lock, month: string): number {
  return number(lock.get('spent', month)?.['usd']);
}

export function spentRecord(month: string, usage: Usage): SpentRecord {
  return { t: 'spent', id: month, usd: rounded(usage.usd), tokens: tokensOf(usage) };
}

/** What units of an interrupted run cost. */
export function usageOf(record: SpentRecord | undefined): Usage {
  return record === undefined ? noUsage : { ...noUsage, inputTokens: number(record['tokens']), usd: number(record['usd']) };
}

/** The lock with this run's spending on its month. */
export function withSpending(lock: Lock, month: string, usage: Usage): Lock {
  if (tokensOf(usage) === 0) return lock;
  const before = lock.get('spent', month);
  const sum = addUsage(usage, usageOf(before));
  return lock.with([{ ...before, ...spentRecord(month, sum) }]);
}
