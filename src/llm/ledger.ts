import { addUsage, noUsage, tokensOf, type Usage } from './usage.js';

/**
 * Reserve, then charge. A request is reserved at the most that it can cost before it leaves, and charged at what it did
 * cost when it is over; it leaves only if charged and reserved together fit the limits of its unit and of the run. So no
 * number of requests in flight can get past a limit by more than the error of their input estimates.
 */

/** 0: no limit. */
export interface Limits {
  readonly usd: number;
  readonly tokens: number;
  readonly steps: number;
}

export interface Amount {
  readonly usd: number;
  readonly tokens: number;
}

/** Which limit a request did not fit, and whose: the unit's own, or the run's. */
export interface BudgetStop {
  readonly reason: 'token-budget' | 'cost-budget' | 'step-budget';
  readonly of: 'unit' | 'run';
}

export interface Reservation {
  /** Ends it: what the wire said that the request used. */
  charge(usage: Usage): void;
  /** Ends it: the request ended without usage, so that its reservation stands as what it cost. */
  chargeReserved(inputTokens: number, outputTokens: number): void;
  /** Ends it: nothing was used, since the provider refused the request or it never left. */
  release(): void;
}

/** The books of one unit (or of the probe). */
export interface Account {
  readonly id: string;
  reserve(amount: Amount): { readonly ok: true; readonly reservation: Reservation } | { readonly ok: false; readonly stop: BudgetStop };
  /** Whether this much would fit now, beside what is reserved. */
  fits(amount: Amount): boolean;
  /** Counts one completed agent action. */
  step(): void;
  /** Steps that the unit may still take; Infinity without a limit. */
  stepsLeft(): number;
  /** The limit of steps that is spent, or null. */
  stepStop(): BudgetStop | null;
  readonly steps: number;
  readonly usage: Usage;
  readonly requests: number;
  /** The unit is over: its allowance no longer counts, only what was charged. */
  close(): void;
}

interface Book {
  readonly limits: Limits;
  charged: Usage;
  steps: number;
  reservedUsd: number;
  reservedTokens: number;
}

const newBook = (limits: Limits): Book => ({ limits, charged: noUsage, steps: 0, reservedUsd: 0, reservedTokens: 0 });

/** Sums of dollars differ in the last digits by the order of adding. */
const epsilon = 1e-9;

export class Ledger {
  readonly #run: Book;
  readonly #open = new Map<Account, { readonly book: Book; readonly allowance: Limits }>();

  constructor(limits: Limits) {
    this.#run = newBook(limits);
  }

  get limits(): Limits {
    return this.#run.limits;
  }

  /** What all accounts were charged. */
  get spent(): Usage {
    return this.#run.charged;
  }

  get steps(): number {
    return this.#run.steps;
  }

  /**
   * Whether a unit with this allowance may start: what was charged, the allowances of those that are open and its own fit
   * the limits of the run. Answers the limit that stands in the way, or null.
   */
  blocks(allowance: Limits): BudgetStop['reason'] | null {
    const open = [...this.#open.values()];
    const fits = (limit: number, charged: number, of: (limits: Limits) => number, own: (book: Book) => number): boolean => {
      if (limit === 0) return true;
      const ours = open.reduce((sum, one) => sum + Math.max(0, of(one.allowance) - own(one.book)), 0);
      return charged + ours + of(allowance) <= limit + epsilon;
    };
    const { limits, charged, steps } = this.#run;
    if (!fits(limits.steps, steps, (one) => one.steps, (book) => book.steps)) return 'step-budget';
    if (!fits(limits.tokens, tokensOf(charged), (one) => one.tokens, (book) => tokensOf(book.charged))) return 'token-budget';
    if (!fits(limits.usd, charged.usd, (one) => one.usd, (book) => book.charged.usd)) return 'cost-budget';
    return null;
  }

  /** `allowance`: the limits of the unit, which it also holds of the run's until it is closed. */
  open(id: string, allowance: Limits): Account {
    const run = this.#run;
    const open = this.#open;
    const book = newBook(allowance);
    let requests = 0;
    const account: Account = {
      id,
      reserve(amount) {
        const stop = stopOf(book, amount, 'unit') ?? stopOf(run, amount, 'run');
        if (stop) return { ok: false, stop };
        return { ok: true, reservation: reserveIn([book, run], amount, () => { requests += 1; }) };
      },
      fits: (amount) => stopOf(book, amount, 'unit') === null && stopOf(run, amount, 'run') === null,
      step() {
        book.steps += 1;
        run.steps += 1;
      },
      stepsLeft: () => Math.min(...[book, run].map(({ limits, steps }) => (limits.steps === 0 ? Infinity : limits.steps - steps))),
      stepStop() {
        const spent = ({ limits, steps }: Book): boolean => limits.steps > 0 && steps >= limits.steps;
        return spent(book) ? { reason: 'step-budget', of: 'unit' } : spent(run) ? { reason: 'step-budget', of: 'run' } : null;
      },
      get steps() { return book.steps; },
      get usage() { return book.charged; },
      get requests() { return requests; },
      close() { open.delete(account); },
    };
    open.set(account, { book, allowance });
    return account;
  }
}

function stopOf(book: Book, amount: Amount, of: BudgetStop['of']): BudgetStop | null {
  const { limits, charged } = book;
  if (limits.tokens > 0 && tokensOf(charged) + book.reservedTokens + amount.tokens > limits.tokens) return { reason: 'token-budget', of };
  if (limits.usd > 0 && charged.usd + book.reservedUsd + amount.usd > limits.usd + epsilon) return { reason: 'cost-budget', of };
  return null;
}

function reserveIn(books: readonly Book[], amount: Amount, ended: () => void): Reservation {
  for (const book of books) {
    book.reservedTokens += amount.tokens;
    book.reservedUsd += amount.usd;
  }
  let over = false;
  const end = (usage: Usage | null): void => {
    if (over) return;
    over = true;
    for (const book of books) {
      book.reservedTokens -= amount.tokens;
      book.reservedUsd -= amount.usd;
      if (usage) book.charged = addUsage(book.charged, usage);
    }
    if (usage) ended();
  };
  return {
    charge: end,
    chargeReserved: (inputTokens, outputTokens) => end({ inputTokens, cachedInputTokens: 0, outputTokens, usd: amount.usd, estimated: true }),
    release: () => end(null),
  };
}
