import type Anthropic from '@anthropic-ai/sdk';
import { withUsage } from './meter.js';
import { noWireUsage, type WireUsage } from './usage.js';

/** One call of a tool in an answer. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** The arguments are no JSON object: what came instead. */
  readonly broken?: string;
}

/** An answer put together from its events. */
export interface ModelAnswer {
  /** As it goes back into the history: thinking untouched, no empty text, no call that was cut. */
  readonly content: readonly Anthropic.ContentBlockParam[];
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** A call that was cut at the output limit and left out. */
  readonly cutCall: string | null;
  readonly stopReason: Anthropic.StopReason | null;
  readonly usage: WireUsage;
}

interface Draft {
  readonly start: Anthropic.ContentBlock;
  text: string;
  json: string;
  thinking: string;
  signature: string;
}

/** Reads a stream to its end; null where it ended before the answer did. Throws what the stream throws. */
export async function readAnswer(events: AsyncIterable<Anthropic.RawMessageStreamEvent>): Promise<ModelAnswer | null> {
  const drafts = new Map<number, Draft>();
  let stopReason: Anthropic.StopReason | null = null;
  let usage = noWireUsage;
  let complete = false;
  for await (const event of events) {
    switch (event.type) {
      case 'message_start':
        usage = withUsage(usage, event.message.usage);
        break;
      case 'content_block_start': {
        const block = event.content_block;
        drafts.set(event.index, {
          start: block, text: block.type === 'text' ? block.text : '', json: '', thinking: block.type === 'thinking' ? block.thinking : '', signature: block.type === 'thinking' ? block.signature : '',
        });
        break;
      }
      case 'content_block_delta': {
        const draft = drafts.get(event.index);
        if (draft) append(draft, event.delta);
        break;
      }
      case 'message_delta':
        stopReason = event.delta.stop_reason ?? stopReason;
        usage = withUsage(usage, event.usage);
        complete = complete || stopReason !== null;
        break;
      case 'message_stop':
        complete = true;
        break;
      default:
    }
  }
  return complete ? finished([...drafts].sort(([a], [b]) => a - b).map(([, draft]) => draft), stopReason, usage) : null;
}

function append(draft: Draft, delta: Anthropic.RawContentBlockDelta): void {
  if (delta.type === 'text_delta') draft.text += delta.text;
  else if (delta.type === 'input_json_delta') draft.json += delta.partial_json;
  else if (delta.type === 'thinking_delta') draft.thinking += delta.thinking;
  else if (delta.type === 'signature_delta') draft.signature += delta.signature;
}

function finished(drafts: readonly Draft[], stopReason: Anthropic.StopReason | null, usage: WireUsage): ModelAnswer {
  const content: Anthropic.ContentBlockParam[] = [];
  const calls: ToolCall[] = [];
  let cutCall: string | null = null;
  for (const [index, draft] of drafts.entries()) {
    const { start } = draft;
    switch (start.type) {
      case 'text':
        // The provider takes no text back that is only space.
        if (draft.text.trim() !== '') content.push({ type: 'text', text: draft.text });
        break;
      case 'thinking':
        content.push({ type: 'thinking', thinking: draft.thinking, signature: draft.signature });
        break;
      case 'tool_use': {
        if (stopReason === 'max_tokens' && index === drafts.length - 1) {
          cutCall = start.name;
          break;
        }
        const call = callOf(start, draft.json);
        calls.push(call);
        content.push({ type: 'tool_use', id: call.id, name: call.name, input: call.input });
        break;
      }
      default:
        content.push(start as Anthropic.ContentBlockParam);
    }
  }
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
  // Thinking alone is no turn that the provider takes back.
  return { content: content.some(({ type }) => type !== 'thinking' && type !== 'redacted_thinking') ? content : [], text, calls, cutCall, stopReason, usage };
}

/** A call with these arguments, which are JSON or were to be; `input` where there are none. */
export function callOf({ id, name, input }: Pick<ToolCall, 'id' | 'name' | 'input'>, json: string): ToolCall {
  if (json === '') return { id, name, input: input ?? {} };
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { id, name, input: value };
  } catch {
    // As what is no object.
  }
  // The history takes only an object in its place.
  return { id, name, input: {}, broken: json };
}
