import type Anthropic from '@anthropic-ai/sdk';
import { callOf, type ModelAnswer, type ToolCall } from './answer.js';
import { chatUsage, finishReasonOf, isChatError } from './chat-meter.js';
import { noWireUsage, type WireUsage } from './usage.js';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value as Fields : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Draft {
  id: string;
  /** The id that the server gave it, or none. */
  given: string;
  name: string;
  json: string;
}

const stopReasons: Readonly<Record<string, Anthropic.StopReason>> = { stop: 'end_turn', tool_calls: 'tool_use', function_call: 'tool_use', length: 'max_tokens', content_filter: 'refusal' };

/** Puts a completion together from its chunks; a whole one is a single chunk. */
export class ChatAnswer {
  readonly #turn: number;
  readonly #drafts: Draft[] = [];
  readonly #byIndex = new Map<number, Draft>();
  #text = '';
  #refusal = '';
  #reason: string | null = null;
  #usage: WireUsage = noWireUsage;
  #whole = false;

  /** `turn`: how many messages came before, for the ids of calls that have none. */
  constructor(turn: number) {
    this.#turn = turn;
  }

  /** False: the chunk is an error, and nothing comes after it. */
  take(chunk: Fields): boolean {
    if (isChatError(chunk)) return false;
    this.#usage = chatUsage(chunk['usage']) ?? this.#usage;
    this.#reason = finishReasonOf(chunk) ?? this.#reason;
    const choice = fieldsOf(listOf(chunk['choices'])[0]);
    const delta = fieldsOf(choice['delta'] ?? choice['message']);
    this.#text += textOf(delta['content']);
    this.#refusal += textOf(delta['refusal']);
    for (const call of listOf(delta['tool_calls'])) this.#takeCall(fieldsOf(call));
    return true;
  }

  /** The stream said that it is over. */
  end(): void {
    this.#whole = true;
  }

  /** Null where it ended before the answer did. */
  answer(): ModelAnswer | null {
    if (this.#reason === null && !this.#whole) return null;
    const refused = this.#refusal !== '';
    const stopReason = refused ? 'refusal' : stopReasons[this.#reason ?? 'stop'] ?? 'end_turn';
    const text = refused ? this.#refusal : withoutThoughts(this.#text);
    const cut = stopReason === 'max_tokens' ? this.#drafts.at(-1) : undefined;
    const calls: ToolCall[] = this.#drafts.filter((draft) => draft !== cut).map(({ id, name, json }) => callOf({ id, name, input: {} }, json));
    const content: Anthropic.ContentBlockParam[] = [...(text.trim() === '' ? [] : [{ type: 'text' as const, text }]), ...calls.map(({ id, name, input }) => ({ type: 'tool_use' as const, id, name, input }))];
    return { content, text: text.trim() === '' ? '' : text, calls, cutCall: cut?.name ?? null, stopReason, usage: this.#usage };
  }

  /** Pieces of one call have its index; some servers leave it out, or give all calls the same one. */
  #takeCall(call: Fields): void {
    const { name, arguments: given } = fieldsOf(call['function']);
    const [id, index] = [textOf(call['id']), typeof call['index'] === 'number' ? call['index'] : undefined];
    const known = index === undefined ? this.#drafts.at(-1) : this.#byIndex.get(index);
    const isNew = known === undefined || (textOf(name) !== '' && known.name !== '' && (index === undefined ? true : id !== '' && known.given !== id));
    const draft = isNew ? this.#open(index) : known;
    if (isNew) draft.given = id;
    if (id !== '' && isNew && !this.#drafts.some((other) => other !== draft && other.id === id)) draft.id = id;
    draft.name ||= textOf(name);
    draft.json += typeof given === 'object' && given !== null ? JSON.stringify(given) : textOf(given);
  }

  #open(index: number | undefined): Draft {
    // Nine letters and digits are what the strictest template takes.
    const draft: Draft = { id: `c${String(this.#turn).padStart(4, '0')}${String(this.#drafts.length).padStart(4, '0')}`, given: '', name: '', json: '' };
    this.#drafts.push(draft);
    if (index !== undefined) this.#byIndex.set(index, draft);
    return draft;
  }
}

/** A server without a parser for it hands on what the model thought. */
function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?<\/think>\s*/, '');
}
