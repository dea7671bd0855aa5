/** List prices in USD per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** The model that an estimate names where none is configured. Source: Anthropic's public price list, read 2026-11. */
export const referenceModel = 'claude-sonnet-4-6';

const prices: Readonly<Record<string, Price>> = { [referenceModel]: { input: 3, output: 15 } };

/** Own prices of ktx-ci.yaml come first; undefined: the price of this model is not known. */
export function priceOf(model: string, own: Readonly<Record<string, Price>>): Price | undefined {
  return own[model] ?? prices[model];
}
