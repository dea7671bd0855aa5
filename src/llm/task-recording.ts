import { canonicalJson, sha256 } from '../text/canonical.js';
import { issuesOf, jsonSchemaOf } from './agent-loop.js';
import type { Backend, Task, TaskResult, Tool, ToolAnswer, TranscriptEntry } from './backend.js';
import { modelFailure } from './classify.js';
import type { Account } from './ledger.js';
import { noUsage, type Usage } from './usage.js';

/**
 * What a model did in a task, seen from our side of the backend: what it was shown, what it called, what it was told. A task
 * changes nothing but through its tools, so the same calls give the same edits, whichever backend made them.
 */
export type TaskEvent =
  | { readonly kind: 'request'; readonly bytes: number }
  | { readonly kind: 'step' }
  | { readonly kind: 'call'; readonly name: string; readonly input: unknown; readonly answer: string; readonly isError: boolean }
  | { readonly kind: 'entry'; readonly entry: TranscriptEntry };

export interface RecordedTask {
  /** Of its account: the unit. */
  readonly id: string;
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  /** Name → hash of description and schema. */
  readonly tools: Readonly<Record<string, string>>;
  readonly events: readonly TaskEvent[];
  readonly usage: Usage;
  readonly requests: number;
  readonly result: TaskResult;
}

/** Where a task that is run again is not what was recorded. */
export interface Departure {
  readonly id: string;
  /** `instructions`, `prompt`, `tools`, or a call of a tool, e.g. `answer 3 (read_context)`. */
  readonly at: string;
  /** The first line that differs; empty where it is missing. */
  readonly was: string;
  readonly is: string;
}

function toolHashes(tools: readonly Tool[]): Record<string, string> {
  return Object.fromEntries(tools.map((tool) => [tool.name, sha256(canonicalJson({ description: tool.description, schema: jsonSchemaOf(tool.input) }))]));
}

/** The backend, with each task kept as it ends. */
export function recordedBackend(backend: Backend, keep: (task: RecordedTask) => void): Backend {
  return {
    id: backend.id, host: backend.host,
    probe: (model, account, signal) => backend.probe(model, account, signal),
    generate: (ask) => backend.generate(ask),
    close: () => backend.close(),
    async run(task) {
      const events: TaskEvent[] = [];
      const { usage: before, requests } = task.account;
      const result = await backend.run({
        ...task,
        tools: task.tools.map((tool) => ({
          ...tool,
          async execute(input) {
            const answer = await tool.execute(input);
            events.push({ kind: 'call', name: tool.name, input, answer: answer.text, isError: answer.isError === true });
            return answer;
          },
        })),
        onStep() {
          events.push({ kind: 'step' });
          task.onStep();
        },
        onRequest(bytes) {
          events.push({ kind: 'request', bytes });
          task.onRequest(bytes);
        },
        record(entry) {
          events.push({ kind: 'entry', entry });
          task.record(entry);
        },
      });
      const { usage } = task.account;
      keep({
        id: task.account.id, model: task.model, system: task.system, prompt: task.prompt, tools: toolHashes(task.tools), events, result, requests: task.account.requests - requests,
        usage: { inputTokens: usage.inputTokens - before.inputTokens, cachedInputTokens: usage.cachedInputTokens - before.cachedInputTokens, outputTokens: usage.outputTokens - before.outputTokens, usd: usage.usd - before.usd, estimated: usage.estimated },
      });
      return result;
    },
  };
}

/** A backend that asks nobody: each task makes the calls that were recorded of it. `left` is told the first difference of each. */
export function replayBackend({ id, host, tasks, left }: { readonly id: string; readonly host: string; readonly tasks: ReadonlyMap<string, RecordedTask>; readonly left: (departure: Departure) => void }): Backend {
  const unable = modelFailure('invalid-request', 'A replay answers only what was recorded.');
  return {
    id, host,
    probe: () => Promise.resolve({ category: 'ok', milliseconds: 0 }),
    generate: () => Promise.resolve({ ok: false, failure: unable }),
    close: () => Promise.resolve(),
    async run(task) {
      const recorded = tasks.get(task.account.id);
      if (!recorded) return { stopReason: 'error', failure: unable, text: '' };
      await again(task, recorded, left);
      return recorded.result;
    },
  };
}

async function again(task: Task, recorded: RecordedTask, left: (departure: Departure) => void): Promise<void> {
  let told = false;
  const tell = (departure: Omit<Departure, 'id'> | undefined): void => {
    if (departure && !told) left({ id: recorded.id, ...departure });
    told ||= departure !== undefined;
  };
  tell(departureOf('instructions', recorded.system, task.system));
  tell(departureOf('tools', toolLines(recorded.tools), toolLines(toolHashes(task.tools))));
  tell(departureOf('prompt', recorded.prompt, task.prompt));
  book(task.account, recorded);
  const byName = new Map(task.tools.map((tool) => [tool.name, tool]));
  let calls = 0;
  let last: { readonly name: string; readonly answer: ToolAnswer } | undefined;
  for (const event of recorded.events) {
    switch (event.kind) {
      case 'request': task.onRequest(event.bytes); break;
      case 'step':
        task.account.step();
        task.onStep();
        break;
      case 'call': {
        calls += 1;
        const answer = await answerOf(byName.get(event.name), event);
        last = { name: event.name, answer };
        tell(departureOf(`answer ${calls} (${event.name})`, event.answer, answer.text));
        break;
      }
      case 'entry': {
        const { entry } = event;
        task.record(entry.kind === 'tool' && last?.name === entry.name ? { ...entry, answer: last.answer.text, isError: last.answer.isError === true } : entry);
      }
    }
  }
}

async function answerOf(tool: Tool | undefined, { name, input }: { readonly name: string; readonly input: unknown }): Promise<ToolAnswer> {
  if (!tool) return { text: `There is no tool ${name} any more.`, isError: true };
  const parsed = tool.input.safeParse(input);
  return parsed.success ? tool.execute(parsed.data) : { text: `The arguments of ${name} do not fit its schema: ${issuesOf(parsed.error)}`, isError: true };
}

/** Charges what was paid then. */
function book(account: Account, { usage, requests }: RecordedTask): void {
  for (let request = 0; request < Math.max(requests, usage === noUsage ? 0 : 1); request += 1) {
    const reserved = account.reserve({ usd: 0, tokens: 0 });
    if (reserved.ok) reserved.reservation.charge(request === 0 ? usage : noUsage);
  }
}

const toolLines = (tools: Readonly<Record<string, string>>): string => Object.entries(tools).map(([name, hash]) => `${name} ${hash.slice(0, 12)}`).sort().join('\n');

function departureOf(at: string, was: string, is: string): Omit<Departure, 'id'> | undefined {
  if (was === is) return undefined;
  const [before, after] = [was.split('\n'), is.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const index = line === -1 ? before.length : line;
  const shown = (lines: readonly string[]): string => (lines[index] ?? '').slice(0, 120);
  return { at: before.length > 1 || after.length > 1 ? `${at}, line ${index + 1}` : at, was: shown(before), is: shown(after) };
}
