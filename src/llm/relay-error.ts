import type { ModelFailure } from './failure.js';
import type { BudgetStop } from './ledger.js';

/** Thrown where a request did not fit its budget: nothing was sent. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
  readonly stop: BudgetStop;
  constructor(stop: BudgetStop) {
    super(`The request does not fit the ${stop.reason} of the ${stop.of}.`);
    this.stop = stop;
  }
}

/** Thrown where no answer came, or not all of it. */
export class RelayError extends Error {
  override readonly name = 'RelayError';
  readonly failure: ModelFailure;
  constructor(failure: ModelFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
