import type { WireUsage } from './usage.js';

/** List prices in USD per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** Left out: 0.1 of the input price. */
  readonly cacheRead?: number | undefined;
  /** For five minutes; left out: 1.25 of the input price. For an hour it is 1.6 times that, as providers list it. */
  readonly cacheWrite?: number | undefined;
}

/** The model that an estimate names where none is configured. */
export const referenceModel = 'claude-sonnet-4-6';

/** Where the table below comes from. docs/cost.md is generated from both. */
export const priceSource = { page: 'https://platform.claude.com/docs/en/about-claude/pricing', read: '2026-11-26' } as const;
/** Of the models of OpenAI; as others quote the page, which was not read itself. */
export const openAiPriceSource = { page: 'https://developers.openai.com/api/docs/pricing', read: '2026-11-26' } as const;

/**
 * Anthropic's list prices. Dated ids (`…-20251001`) and aliases of the same model share a price. Prices of long prompts are
 * not listed apart: Haiku 5.5 is listed at what it costs over 100,000 tokens, which errs on the dear side.
 */
export const priceTable: Readonly<Record<string, Price>> = {
  'claude-fable-5-1': { input: 10, output: 50, cacheRead: 0.25 },
  'claude-fable-5': { input: 10, output: 50 },
  'claude-opus-5-5': { input: 4, output: 20, cacheRead: 0.2 },
  'claude-opus-5': { input: 5, output: 25 },
  'claude-opus-4-8': { input: 5, output: 25 },
  'claude-opus-4-7': { input: 5, output: 25 },
  'claude-opus-4-6': { input: 5, output: 25 },
  'claude-opus-4-5': { input: 5, output: 25 },
  'claude-sonnet-5-5': { input: 2, output: 10, cacheRead: 0.2 },
  'claude-sonnet-5': { input: 2, output: 10 },
  'claude-sonnet-4-6': { input: 3, output: 15 },
  'claude-sonnet-4-5': { input: 3, output: 15 },
  'claude-haiku-5-5': { input: 0.5, output: 2.5 },
  'claude-haiku-4-5': { input: 1, output: 5 },
  // OpenAI's, for prompts of up to 272,000 tokens; older models do not charge for writing the cache.
  'gpt-6-astra': { input: 10, output: 50 },
  'gpt-6.1-sol': { input: 2, output: 10, cacheRead: 0.1 },
  'gpt-6-sol': { input: 2, output: 10 },
  'gpt-6-luna': { input: 0.1, output: 0.5 },
  'gpt-5.6-sol': { input: 4, output: 20 },
  'gpt-5.6-terra': { input: 2, output: 12 },
  'gpt-5.6-luna': { input: 0.2, output: 1.2 },
  'gpt-5.5': { input: 5, output: 30, cacheWrite: 5 },
  'gpt-5.4': { input: 2.5, output: 15, cacheWrite: 2.5 },
  'gpt-5.4-mini': { input: 0.75, output: 4.5, cacheWrite: 0.75 },
};

/** The list's name of a model: without its date, without the provider before it (`anthropic/claude-sonnet-4.6`), with dashes for dots. */
export function listedName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1).replaceAll('.', '-').replace(/[-@]\d{8}$/, '');
}

/** Own prices of ktx-ci.yaml come first; undefined: the price of this model is not known. */
export function priceOf(model: string, own: Readonly<Record<string, Price>>): Price | undefined {
  if (Object.hasOwn(own, model)) return own[model];
  const dotted = model.slice(model.lastIndexOf('/') + 1).replace(/-\d{4}-\d{2}-\d{2}$/, '');
  if (Object.hasOwn(priceTable, dotted)) return priceTable[dotted];
  const name = listedName(model);
  return Object.hasOwn(priceTable, name) ? priceTable[name] : undefined;
}

const million = 1_000_000;

export const cacheReadPrice = (price: Price): number => price.cacheRead ?? price.input * 0.1;
export const cacheWritePrice = (price: Price, ttl: '5m' | '1h'): number => (price.cacheWrite ?? price.input * 1.25) * (ttl === '1h' ? 1.6 : 1);

/** USD of one answer; 0 for a model without a price. */
export function costOf(usage: WireUsage, price: Price | undefined): number {
  if (!price) return 0;
  return (
    usage.uncachedInputTokens * price.input + usage.cacheReadTokens * cacheReadPrice(price) + usage.cacheWrite5mTokens * cacheWritePrice(price, '5m')
    + usage.cacheWrite1hTokens * cacheWritePrice(price, '1h') + usage.outputTokens * price.output
  ) / million;
}
