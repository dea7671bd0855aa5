import { CallRunner, said } from './agent-loop.js';
import type { Task, ToolAnswer } from './backend.js';
import type { Amount } from './ledger.js';

/**
 * A task whose loop is driven by a program of its own: its calls are run and counted here, it is told when the end is near,
 * and it gets no further request once the end has come.
 */
export class AgentSession {
  readonly #task: Task;
  readonly #runner: CallRunner;
  readonly #hinted = new Set<string>();
  /** Actions that are accounted for: what ran here, and what the agent reported. */
  #known = 0;
  #calls = 0;
  #reported = 0;
  #ended = false;
  #closed = false;
  #lastRequest = false;
  #bug: { readonly error: unknown } | undefined;

  constructor(task: Task) {
    this.#task = task;
    this.#runner = new CallRunner(task);
  }

  /** The model said that it is done. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Actions so far, executed or not. */
  get actions(): number {
    return this.#known;
  }

  /** What a tool threw; undefined: none did. */
  get bug(): { readonly error: unknown } | undefined {
    return this.#bug;
  }

  /** Runs a call. Calls come one after the other. */
  async call(name: string, input: unknown): Promise<ToolAnswer> {
    const { account, signal } = this.#task;
    this.#known += 1;
    this.#calls += 1;
    if (signal.aborted || this.#bug) return { text: 'Not executed: the task is over.', isError: true };
    if (account.stepStop()) return { text: said.notExecuted, isError: true };
    try {
      const answer = await this.#runner.run({ id: '', name, input: input ?? {}, ...(isObject(input) ? {} : { broken: JSON.stringify(input) }) });
      this.#ended ||= answer.ends === true;
      return { ...answer, text: [answer.text, ...this.#hints()].join('\n\n') };
    } catch (error) {
      this.#bug = { error };
      return { text: 'The tool failed.', isError: true };
    }
  }

  /** The agent reported a call of one of our tools: it counts here only where it never came here. */
  reportCall(): void {
    this.#reported += 1;
    if (this.#reported > this.#calls) {
      this.#calls += 1;
      this.action();
    }
  }

  /** An action of the agent that is none of our tools. */
  action(): void {
    this.#known += 1;
    this.#step();
  }

  /** `calls`: actions that the model has taken so far, as the agent's request shows them. Those that nobody has reported count too. */
  reconcile(calls: number): void {
    while (this.#known < calls) this.action();
  }

  /** Null: the next request may leave, reserved at this amount. Else why not. */
  refuses({ usd, tokens }: Amount): string | null {
    const { account } = this.#task;
    if (this.#ended || this.#bug) return 'the task is over';
    if (account.stepStop()) {
      // one more, for its closing words
      if (this.#closed) return 'the step budget is spent';
      this.#closed = true;
    }
    // this one, the one that would hold the hint, and the one after it
    this.#lastRequest = !account.fits({ usd: usd * 3, tokens: tokens * 3 });
    return null;
  }

  /** The turn is over. One without any action is a step. */
  turnEnded(): void {
    if (this.#known === 0) this.action();
  }

  #step(): void {
    if (this.#task.account.stepStop()) return;
    this.#task.account.step();
    this.#task.onStep();
  }

  #hints(): string[] {
    const { account } = this.#task;
    const closing = this.#hinted.has('closing') ? null : this.#task.closing();
    const due: readonly (readonly [string, string | null])[] = [
      ['spent', account.stepStop() === null || this.#ended ? null : spent], ['last step', account.stepsLeft() === 1 ? said.lastStep : null], ['last request', this.#lastRequest ? said.lastRequest : null], ['closing', closing],
    ];
    return due.flatMap(([key, words]) => {
      if (words === null || this.#hinted.has(key)) return [];
      this.#hinted.add(key);
      return [words];
    });
  }
}

const spent = 'The step budget is spent: end your turn now with a closing sentence.';

const isObject = (value: unknown): boolean => value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
