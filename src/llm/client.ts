import type Anthropic from '@anthropic-ai/sdk';
import type { ModelAnswer } from './answer.js';
import type { Turn } from './caching.js';
import type { ModelFailure } from './failure.js';
import type { Account, Amount, BudgetStop } from './ledger.js';

/**
 * One request to a model, whatever its provider speaks. Tools and turns have the shape of the Messages API, of which other
 * clients know text, tool_use and tool_result.
 */
export interface Conversation {
  readonly model: string;
  readonly system: string;
  readonly tools: readonly Anthropic.Tool[];
  readonly messages: readonly Turn[];
  readonly maxOutputTokens: number;
  /** JSON schema that the provider is to hold the answer to, as far as it can. */
  readonly format?: Readonly<Record<string, unknown>> | undefined;
}

export interface Booking {
  readonly account: Account;
  readonly signal: AbortSignal;
  readonly onSend?: (bytes: number) => void;
  readonly onFailure?: (failure: ModelFailure) => void;
}

export type Sent =
  | { readonly kind: 'answer'; readonly answer: ModelAnswer; readonly milliseconds: number }
  | { readonly kind: 'stop'; readonly stop: BudgetStop }
  | { readonly kind: 'failure'; readonly failure: ModelFailure }
  | { readonly kind: 'cancelled' };

/** Sends conversations over a relay. */
export interface ModelClient {
  send(conversation: Conversation, booking: Booking): Promise<Sent>;
  /** What the conversation would be reserved at as it is. */
  amountOf(conversation: Conversation, account: Account): Amount;
}

/** An error of this kind in what was thrown: clients wrap what fetch throws. */
export function causeOf<T extends Error>(error: unknown, kind: new (...parts: never[]) => T): T | undefined {
  for (let one = error; one instanceof Object; one = (one as Error).cause) {
    if (one instanceof kind) return one;
  }
  return undefined;
}
