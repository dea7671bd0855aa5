import type { StopReason } from '../llm/backend.js';
import { endsTheRun, type ModelFailure } from '../llm/failure.js';

/** What ends the conversations of a run before all have started: its time, a cancellation, a failure that the others would meet too. */

/** Why something did not start. */
export type WaitingReason = 'step-budget' | 'token-budget' | 'cost-budget' | 'time-budget' | 'cancelled' | 'error';

export interface ClosingInput {
  /** What a failure does to what did not start; `ignore`: nothing, in a replay of units that all did start. */
  readonly failureMode: 'abort' | 'continue' | 'ignore';
  readonly signal: AbortSignal;
  /** Monotonic milliseconds. */
  now(): number;
  /** When the time of the run is over, by `now`; Infinity: never. */
  readonly deadline: number;
}

/** Conversations in a row that may fail before it is the provider. */
const mostFailures = 3;

/** The last minute, or the last tenth of a short run, is for coming to an end. */
const closingMilliseconds = 60_000;

export class Closing implements Disposable {
  /** Its reason is `time-budget` where the run's time is over. */
  readonly signal: AbortSignal;
  readonly #input: ClosingInput;
  readonly #closingAt: number;
  readonly #timer: NodeJS.Timeout | undefined;
  #inARow = 0;
  #failure: ModelFailure | undefined;

  constructor(input: ClosingInput) {
    const left = input.deadline - input.now();
    const clock = new AbortController();
    this.#input = input;
    this.#closingAt = input.deadline - Math.min(closingMilliseconds, left / 10);
    this.#timer = Number.isFinite(input.deadline) ? setTimeout(() => clock.abort('time-budget'), Math.max(0, left)) : undefined;
    this.signal = AbortSignal.any([input.signal, clock.signal]);
  }

  /** The failure that keeps the others from starting. */
  get failure(): ModelFailure | undefined {
    return this.#failure;
  }

  /** Why nothing more starts; null: it does. */
  reason(): WaitingReason | null {
    const { signal, failureMode } = this.#input;
    return signal.aborted ? 'cancelled' : this.#isLate() ? 'time-budget' : this.#failure && failureMode !== 'ignore' ? 'error' : null;
  }

  /** What a model is told when the time is nearly up; null: there is time. */
  words(): string | null {
    return this.#isLate() ? 'The time of this run is nearly over: propose what you are sure of and finish now.' : null;
  }

  /** A conversation has ended so. */
  ended({ stopReason, failure }: { readonly stopReason: StopReason; readonly failure?: ModelFailure }): void {
    this.#inARow = stopReason === 'error' && failure?.ours !== true ? this.#inARow + 1 : stopReason === 'natural' ? 0 : this.#inARow;
    if (failure && (endsTheRun(failure) || this.#inARow >= mostFailures || this.#input.failureMode === 'abort')) this.#failure ??= failure;
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }

  #isLate(): boolean {
    return this.#input.now() >= this.#closingAt;
  }
}
