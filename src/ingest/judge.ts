import type { PutEdit } from '../context/edit.js';
import type { Backend } from '../llm/backend.js';
import { endsTheRun, type ModelFailure } from '../llm/failure.js';
import type { Ledger, Limits } from '../llm/ledger.js';
import { cacheWritePrice, type Price } from '../llm/prices.js';
import { tokensOf, type Usage } from '../llm/usage.js';
import { admit } from './admission.js';
import { judgeUnit, type JudgedUnit } from './judge-unit.js';
import { shownOfEvidence } from './judging/unit-prompt.js';
import type { JudgeWorld } from './judging/world.js';
import type { PlannedUnit } from './plan.js';

/** What parsing could not settle, judged by a model, unit by unit, inside the budget. */

export type JudgeEvent =
  | { readonly kind: 'started'; readonly unit: string; readonly index: number; readonly of: number }
  | { readonly kind: 'step'; readonly unit: string; readonly steps: number; readonly stepBudget: number; readonly usage: Usage }
  | { readonly kind: 'ended'; readonly unit: string; readonly judged: JudgedUnit; readonly index: number; readonly of: number };

export interface JudgeInput {
  /** In plan order. */
  readonly units: readonly PlannedUnit[];
  readonly world: JudgeWorld;
  readonly backend: Backend;
  modelOf(unit: PlannedUnit): string;
  /** Undefined: not known, so that tokens are the cap. */
  priceOf(model: string): Price | undefined;
  readonly ledger: Ledger;
  readonly stepBudget: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  /** What a failure does to the units that did not start; `ignore`: nothing, in a replay of units that all did start. */
  readonly failureMode: 'abort' | 'continue' | 'ignore';
  readonly signal: AbortSignal;
  /** Monotonic milliseconds. */
  now(): number;
  /** When the time of the run is over, by `now`; Infinity: never. */
  readonly deadline: number;
  /** What an interrupted run left of a unit with its present key. */
  earlier(unit: PlannedUnit): { readonly edits: readonly PutEdit[]; readonly tries: number } | undefined;
  /** As each unit ends: whatever must survive is written now. */
  ended(judged: JudgedUnit): void;
  progress(event: JudgeEvent): void;
}

export interface Judged {
  /** In plan order. */
  readonly units: readonly JudgedUnit[];
  /** Units that did not start, and why. */
  readonly waiting: readonly PlannedUnit[];
  readonly why: WaitingReason | null;
  /** The failure that kept the others from starting. */
  readonly failure?: ModelFailure;
}

export type WaitingReason = 'step-budget' | 'token-budget' | 'cost-budget' | 'time-budget' | 'cancelled' | 'error';

/** Units in a row that may fail before it is the provider. */
const mostFailures = 3;

/** The last minute, or the last tenth of a short run, is for coming to an end. */
const closingMilliseconds = 60_000;

export async function judge(input: JudgeInput): Promise<Judged> {
  const done = new Map<number, JudgedUnit>();
  let inARow = 0;
  let ending: ModelFailure | undefined;
  const most = leftOf(input.ledger);
  const left = input.deadline - input.now();
  const closingAt = input.deadline - Math.min(closingMilliseconds, left / 10);
  const clock = new AbortController();
  const timer = Number.isFinite(input.deadline) ? setTimeout(() => clock.abort('time-budget'), Math.max(0, left)) : undefined;
  const signal = AbortSignal.any([input.signal, clock.signal]);
  try {
    const waiting = await admit<PlannedUnit>({
      items: input.units, limit: input.concurrency,
      blocks: (unit) => input.ledger.blocks(allowanceOf(unit, input, most)),
      closed: () => (input.signal.aborted ? 'cancelled' : input.now() >= closingAt ? 'time-budget' : ending && input.failureMode !== 'ignore' ? 'error' : null),
      start: async (unit, index) => {
        const account = input.ledger.open(unit.id, allowanceOf(unit, input, most));
        input.progress({ kind: 'started', unit: unit.id, index, of: input.units.length });
        const earlier = input.earlier(unit);
        const judged = await judgeUnit({
          unit, world: input.world, backend: input.backend, model: input.modelOf(unit), account, stepBudget: input.stepBudget, maxOutputTokens: input.maxOutputTokens, signal,
          closing: () => (input.now() >= closingAt ? 'The time of this run is nearly over: propose what you are sure of and finish now.' : null),
          earlier: earlier?.edits ?? [], tries: earlier?.tries ?? unit.tries, now: () => input.now(),
          onStep: (steps, usage) => input.progress({ kind: 'step', unit: unit.id, steps, stepBudget: input.stepBudget, usage }),
        });
        const { failure } = judged;
        inARow = judged.stopReason === 'error' && failure?.ours !== true ? inARow + 1 : judged.stopReason === 'natural' ? 0 : inARow;
        if (failure && (endsTheRun(failure) || inARow >= mostFailures || input.failureMode === 'abort')) ending ??= failure;
        if (wasStarted(judged)) input.ended(judged);
        // conversations are on disk by now; thousands of them would fill the memory
        done.set(index, { ...judged, transcript: [] });
        input.progress({ kind: 'ended', unit: unit.id, judged, index, of: input.units.length });
      },
    });
    const all = [...done.entries()].sort(([a], [b]) => a - b).map(([, judged]) => judged);
    const unstarted = all.filter((judged) => !wasStarted(judged));
    const why = (waiting.why ?? unstarted[0]?.stopReason ?? null) as WaitingReason | null;
    return { units: all.filter(wasStarted), waiting: [...unstarted.map((judged) => judged.unit), ...waiting.items], why, ...(ending ? { failure: ending } : {}) };
  } finally {
    clearTimeout(timer);
  }
}

/** A unit whose very first request did not fit the budget, or that was cancelled before it, has not started. */
function wasStarted(judged: JudgedUnit): boolean {
  return judged.requests > 0 || judged.failure !== undefined || judged.stopReason === 'natural';
}

/** What the run has left when judging begins: the probe has cost a little. */
function leftOf({ limits, spent, steps }: Ledger): Limits {
  const left = (limit: number, used: number): number => (limit === 0 ? 0 : Math.max(limit - used, Number.MIN_VALUE));
  return { usd: left(limits.usd, spent.usd), tokens: left(limits.tokens, tokensOf(spent)), steps: left(limits.steps, steps) };
}

/** Requests of the fixed part, neighbours and context, in bytes; three bytes are at least a token. */
const fixedBytes = 16_000;

/**
 * How much one unit may take: enough for twice what a typical one needs, and not more than the run has (`most`). From its
 * evidence alone, so that it is the same in every run.
 */
function allowanceOf(unit: PlannedUnit, input: JudgeInput, most: Limits): Limits {
  const prompt = Math.ceil((unit.evidence.reduce((sum, one) => sum + Math.min(one.text.length, shownOfEvidence), 0) + fixedBytes) / 3);
  const [inputTokens, outputTokens] = [6 * prompt, 3 * input.maxOutputTokens];
  const price = input.priceOf(input.modelOf(unit));
  const within = (wanted: number, limit: number): number => (limit === 0 ? wanted : Math.min(wanted, limit));
  return {
    steps: within(input.stepBudget, most.steps), tokens: within(inputTokens + outputTokens, most.tokens),
    usd: price ? within((inputTokens * cacheWritePrice(price, '5m') + outputTokens * price.output) / 1_000_000, most.usd) : 0,
  };
}
