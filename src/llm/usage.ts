/** What one or more model requests used, in tokens as the provider bills them, and what that costs at list price. */
export interface Usage {
  /** All input tokens: read from the cache, written to it, and neither. */
  readonly inputTokens: number;
  /** Of them, those that were read from the cache. */
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  /** 0 where the price of the model is not known. */
  readonly usd: number;
  /** Some request ended without usage and was charged at its reservation. */
  readonly estimated: boolean;
}

export const noUsage: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, usd: 0, estimated: false };

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens, cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens, outputTokens: a.outputTokens + b.outputTokens,
    usd: a.usd + b.usd, estimated: a.estimated || b.estimated,
  };
}

/** Tokens that count against a token limit: input and output, cached or not, so that a cache changes nothing about a cap. */
export function tokensOf(usage: Pick<Usage, 'inputTokens' | 'outputTokens'>): number {
  return usage.inputTokens + usage.outputTokens;
}

/** Tokens of one answer by what they cost. */
export interface WireUsage {
  readonly uncachedInputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWrite5mTokens: number;
  readonly cacheWrite1hTokens: number;
  readonly outputTokens: number;
}

/** All input tokens of an answer, however they are billed. */
export const inputTokensOf = (usage: WireUsage): number => usage.uncachedInputTokens + usage.cacheReadTokens + usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;

export const noWireUsage: WireUsage = { uncachedInputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: 0 };
