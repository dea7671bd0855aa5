import { modelFailure } from './classify.js';
import type { FailureCategory } from './failure.js';
import { systemClock, type Clock } from './pacing.js';
import { RelayError } from './relay-error.js';
import { tokenError } from './token-request.js';

export interface Minted {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A token that is had anew before it ends, by one request at a time. */
export interface RenewedToken {
  /** Throws a RelayError where none can be had, and the signal's reason where nobody waits for it any more. */
  get(signal: AbortSignal): Promise<string>;
  /** This one was refused: it is not used again, where it is still the present one. */
  drop(token: string): void;
  /** Every value that was had, and every secret that it was had with. */
  known(): readonly string[];
}

export interface RenewedTokenOptions {
  /** Asks for one, from the start each time. Throws a RelayError. */
  readonly mint: (signal: AbortSignal) => Promise<Minted>;
  /** What `mint` sends that nobody may see, as far as it has it now. */
  readonly secrets: () => readonly string[];
  /** Whom it is asked for, in words of a failure. */
  readonly from: string;
  readonly clock?: Clock | undefined;
}

const passing: ReadonlySet<FailureCategory> = new Set(['network', 'timeout', 'provider-error', 'rate-limit']);
const attempts = 3;
const pauseMs = 500;
/** Milliseconds that one attempt may take. */
const patienceMs = 30_000;
/** A token is not used in the last two minutes of its time, or in the last quarter of a short one: a request takes a while to be taken. */
const marginOf = (lifetime: number): number => Math.min(120_000, lifetime / 4);

export function renewedToken({ mint, secrets, from, clock = systemClock }: RenewedTokenOptions): RenewedToken {
  let held: { readonly token: string; readonly until: number } | null = null;
  let renewal: Promise<string> | null = null;
  const had: string[] = [];

  const once = async (): Promise<Minted> => {
    const patience = AbortSignal.timeout(patienceMs);
    try {
      return await mint(patience);
    } catch (error) {
      if (patience.aborted) throw tokenError(modelFailure('timeout', `${from} gave no token within ${patienceMs / 1000} s.`));
      throw error;
    }
  };
  const renew = async (): Promise<string> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { token, expiresAt } = await once();
        had.push(token);
        held = { token, until: expiresAt - marginOf(expiresAt - clock.now()) };
        return token;
      } catch (error) {
        if (attempt >= attempts || !(error instanceof RelayError) || !passing.has(error.failure.category)) throw error;
        await clock.sleep(pauseMs * 2 ** (attempt - 1));
      }
    }
  };

  return {
    async get(signal) {
      signal.throwIfAborted();
      if (held && clock.now() < held.until) return held.token;
      renewal ??= renew().finally(() => { renewal = null; });
      return await unlessAborted(renewal, signal);
    },
    drop(token) {
      if (held?.token === token) held = null;
    },
    known: () => [...had, ...secrets()],
  };
}

/** The renewal goes on for others when one request no longer waits for it. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
