import type { Evidence } from '../evidence/evidence.js';
import { priceOf, referenceModel, type Price } from '../llm/prices.js';
import type { ModelEstimate, UnitReport } from '../report.js';
import type { Remainder } from './remainder.js';

/** What a model will cost for what is left, before it is asked. */

/** Fixed part of each request (system and tools), the neighbours of a unit, and requests of a typical unit: two to three. */
const fixedTokens = 2000;
const neighbourTokens = 600;
const requests = 2.5;

/** Four characters are about one token of English or SQL; no unit is shown more than this of its evidence at once. */
const mostEvidenceTokens = 15_000;

/** What a report says about one unit: what is left, and the tokens that it will take. */
export function leftOf(evidence: readonly Evidence[], left: Remainder): NonNullable<UnitReport['left']> {
  const tokens = Math.min(mostEvidenceTokens, evidence.reduce((sum, one) => sum + one.text.length, 0) / 4);
  return { for: left.for, inputTokens: Math.round(requests * (fixedTokens + tokens + neighbourTokens)), outputTokens: left.outputTokens };
}

export interface EstimateInput {
  readonly units: readonly UnitReport[];
  /** Of `llm.models.default`; the estimate names it where its price is known, else the reference model. */
  readonly model: string | undefined;
  readonly ownPrices: Readonly<Record<string, Price>>;
  /** USD that one night may spend; 0: no limit. */
  readonly nightly: number;
}

/** What a model costs for all that is left, at list price; tokens are estimates, so the price is a range of half to one and a half. */
export function estimateOf(input: EstimateInput): ModelEstimate | null {
  const left = input.units.flatMap((unit) => unit.left ?? []);
  if (left.length === 0) return null;
  const named = input.model !== undefined && priceOf(input.model, input.ownPrices) !== undefined ? input.model : referenceModel;
  const price = priceOf(named, input.ownPrices) ?? { input: 0, output: 0 };
  const inputTokens = left.reduce((sum, one) => sum + one.inputTokens, 0);
  const outputTokens = left.reduce((sum, one) => sum + one.outputTokens, 0);
  const usd = (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
  const cents = (value: number): number => Math.round(value * 100) / 100;
  return {
    units: left.length, inputTokens, outputTokens, usd: { low: cents(usd * 0.5), high: cents(usd * 1.5) }, model: named,
    nights: input.nightly > 0 ? Math.max(1, Math.ceil(usd / input.nightly)) : 1,
  };
}
