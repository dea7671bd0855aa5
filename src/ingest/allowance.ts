import type { Ledger, Limits } from '../llm/ledger.js';
import { cacheWritePrice, type Price } from '../llm/prices.js';
import { tokensOf } from '../llm/usage.js';
import { shownOfEvidence } from './judging/unit-prompt.js';
import type { PlannedUnit } from './plan.js';

/** How much one conversation about a unit may take. */

/** In whole prompts, whole answers and steps. */
export interface Size {
  readonly prompts: number;
  readonly answers: number;
  readonly steps: number;
}

export interface AllowanceInput {
  readonly size: Size;
  readonly maxOutputTokens: number;
  /** Undefined: not known, so that tokens are the cap. */
  readonly price: Price | undefined;
  /** Never more than the run has. */
  readonly most: Limits;
}

/** What a run has left when judging begins: the probe has cost a little. */
export function leftOf({ limits, spent, steps }: Ledger): Limits {
  const left = (limit: number, used: number): number => (limit === 0 ? 0 : Math.max(limit - used, Number.MIN_VALUE));
  return { usd: left(limits.usd, spent.usd), tokens: left(limits.tokens, tokensOf(spent)), steps: left(limits.steps, steps) };
}

/** Requests of the fixed part, neighbours and context, in bytes; three bytes are at least a token. */
const fixedBytes = 16_000;

/** From the unit's evidence alone, so that it is the same in every run. */
export function allowanceOf(unit: PlannedUnit, { size, maxOutputTokens, price, most }: AllowanceInput): Limits {
  const prompt = Math.ceil((unit.evidence.reduce((sum, one) => sum + Math.min(one.text.length, shownOfEvidence), 0) + fixedBytes) / 3);
  const [inputTokens, outputTokens] = [size.prompts * prompt, size.answers * maxOutputTokens];
  const within = (wanted: number, limit: number): number => (limit === 0 ? wanted : Math.min(wanted, limit));
  return {
    steps: within(size.steps, most.steps), tokens: within(inputTokens + outputTokens, most.tokens),
    usd: price ? within((inputTokens * cacheWritePrice(price, '5m') + outputTokens * price.output) / 1_000_000, most.usd) : 0,
  };
}
