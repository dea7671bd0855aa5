import type { Backend } from '../llm/backend.js';
import type { Ledger, Limits } from '../llm/ledger.js';
import type { Price } from '../llm/prices.js';
import type { Usage } from '../llm/usage.js';
import { admit } from './admission.js';
import { allowanceOf, type Size } from './allowance.js';
import type { Closing, WaitingReason } from './closing.js';
import type { Asking, JudgedUnit } from './judge-unit.js';
import type { PlannedUnit } from './plan.js';

/** One kind of work on units, in plan order, inside the budget and the time of the run. */

/** `repair`: the round of a unit after it was judged, or on a later night. */
export type Work = 'judge' | 'repair';

export type JudgeEvent =
  | { readonly kind: 'started'; readonly work: Work; readonly unit: string; readonly of: number }
  | { readonly kind: 'step'; readonly work: Work; readonly unit: string; readonly steps: number; readonly stepBudget: number; readonly usage: Usage }
  | { readonly kind: 'ended'; readonly work: Work; readonly unit: string; readonly ended: Ended; readonly of: number };

/** How one conversation about a unit ended, and what it alone took. */
export interface Ended extends Pick<JudgedUnit, 'outcome' | 'stopReason' | 'usage' | 'requests' | 'milliseconds'> {
  /** What was written or taken back; of a repair round what is settled by it. */
  readonly changes: number;
}

export interface InOrderInput {
  readonly backend: Backend;
  modelOf(work: Work, unit: PlannedUnit): string;
  /** Undefined: not known, so that tokens are the cap. */
  priceOf(model: string): Price | undefined;
  readonly ledger: Ledger;
  /** No allowance is larger. */
  readonly most: Limits;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  readonly closing: Closing;
  /** Monotonic milliseconds. */
  now(): number;
  progress(event: JudgeEvent): void;
}

export interface Workload<T> {
  readonly work: Work;
  readonly size: Size;
  readonly items: readonly T[];
  readonly unitOf: (item: T) => PlannedUnit;
  readonly does: (item: T, asking: Asking, index: number) => Promise<Ended>;
}

/** The name of a conversation in the books and in a recording. */
export const taskName = (work: Work, unitId: string): string => (work === 'judge' ? unitId : `${work}:${unitId}`);

/** Answers what did not start, and why. */
export async function inOrder<T>({ work, size, items, unitOf, does }: Workload<T>, input: InOrderInput): Promise<{ readonly items: readonly T[]; readonly why: WaitingReason | null }> {
  const { backend, ledger, most, maxOutputTokens, closing } = input;
  const of = items.length;
  const allowance = (unit: PlannedUnit): Limits => allowanceOf(unit, { size, maxOutputTokens, price: input.priceOf(input.modelOf(work, unit)), most });
  const { items: left, why } = await admit<T>({
    items, limit: input.concurrency, closed: () => closing.reason(), blocks: (item) => ledger.blocks(allowance(unitOf(item))),
    start: async (item, index) => {
      const unit = unitOf(item);
      const account = ledger.open(taskName(work, unit.id), allowance(unit));
      input.progress({ kind: 'started', work, unit: unit.id, of });
      const ended = await does(item, {
        backend, model: input.modelOf(work, unit), account, maxOutputTokens, signal: closing.signal, closing: () => closing.words(), now: () => input.now(),
        onStep: (steps, usage) => input.progress({ kind: 'step', work, unit: unit.id, steps, stepBudget: size.steps, usage }),
      }, index);
      input.progress({ kind: 'ended', work, unit: unit.id, ended, of });
    },
  });
  return { items: left, why: why as WaitingReason | null };
}
