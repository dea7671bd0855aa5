import type { z } from 'zod';
import type { FailureCategory, ModelFailure } from './failure.js';
import type { Account, BudgetStop } from './ledger.js';

/** A model behind whatever provider. Our agent loop, tools, budgets and error words are the same over all of them. */

export type StopReason = 'natural' | 'step-budget' | 'token-budget' | 'cost-budget' | 'time-budget' | 'cancelled' | 'error';

export interface ToolAnswer {
  /** What the model reads. */
  readonly text: string;
  readonly isError?: boolean;
  /** The model said that it is done: no further request is sent. */
  readonly ends?: boolean;
}

/** One thing that a model may do, defined once for every backend. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** The input has passed the schema. Never throws for what a model or a warehouse did wrong: the answer says it. */
  execute(input: unknown): Promise<ToolAnswer>;
}

/** What happened in a loop, in order, for the transcript. Not yet redacted. */
export type TranscriptEntry =
  | { readonly kind: 'text'; readonly step: number; readonly text: string }
  | { readonly kind: 'tool'; readonly step: number; readonly name: string; readonly input: unknown; readonly answer: string; readonly isError: boolean }
  | { readonly kind: 'request'; readonly inputTokens: number; readonly outputTokens: number; readonly milliseconds: number }
  | { readonly kind: 'failure'; readonly failure: ModelFailure };

export interface Task {
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  readonly tools: readonly Tool[];
  /** Output limit of one request, in tokens. */
  readonly maxOutputTokens: number;
  /** Where the task's requests and steps are booked; its limits are the task's. */
  readonly account: Account;
  /** Ends the loop at once: the request in flight is cut. */
  readonly signal: AbortSignal;
  /** Asked before each request: a text means that the time is nearly up, so that the model is told to finish with it. */
  closing(): string | null;
  /** After each completed agent action. */
  onStep(): void;
  /** Before each request leaves: the number of bytes of its body. */
  onRequest(bytes: number): void;
  record(entry: TranscriptEntry): void;
}

export interface TaskResult {
  readonly stopReason: StopReason;
  /** Set with the stop reasons of a budget. */
  readonly stop?: BudgetStop;
  /** Set with the stop reason `error`. */
  readonly failure?: ModelFailure;
  /** The last text of the model. */
  readonly text: string;
}

export interface Ask<T> {
  readonly model: string;
  readonly system?: string;
  readonly prompt: string;
  /** Wanted: an object of this schema. An answer that is none is sent back once with what is wrong with it. */
  readonly schema?: z.ZodType<T>;
  readonly maxOutputTokens: number;
  readonly account: Account;
  readonly signal: AbortSignal;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly stop: BudgetStop } | { readonly ok: false; readonly failure: ModelFailure };

export type ProbeResult = { readonly category: 'ok'; readonly milliseconds: number } | { readonly category: FailureCategory; readonly milliseconds: number; readonly failure: ModelFailure };

export interface Backend {
  readonly id: string;
  /** Host that model traffic goes to, as it is shown in `sent[]`. */
  readonly host: string;
  /** One tiny request that proves credential, model and way there. */
  probe(model: string, account: Account, signal: AbortSignal): Promise<ProbeResult>;
  /** One answer: a text, or with a schema an object. */
  generate<T = string>(ask: Ask<T>): Promise<Answer<T>>;
  /** An agent loop over tools, until the model is done or a budget is. */
  run(task: Task): Promise<TaskResult>;
  /** Lets go of connections. */
  close(): Promise<void>;
}
