import { createHash } from 'node:crypto';
import { ChatAnswer } from './chat-answer.js';
import { modelFailure } from './classify.js';
import { causeOf, type Conversation, type ModelClient, type Sent } from './client.js';
import { eventReader } from './event-reader.js';
import type { ModelFailure } from './failure.js';
import { objectIn } from './meter.js';
import { BudgetError, RelayError } from './relay-error.js';
import type { Relay } from './relay.js';

/** Chat completions, as OpenAI defined them and many servers serve them: our conversations in that shape, over a relay. */

export interface ChatClientOptions {
  /** `/chat/completions` is added to it. */
  readonly baseUrl: string;
  readonly relay: Relay;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a server was found not to take. */
interface Quirks {
  readonly limitName: 'max_tokens' | 'max_completion_tokens';
  readonly saysUsage: boolean;
}

/** Servers that do not know a name of the limit may ignore it, and all but the newest models know the older one. */
const usual: Quirks = { limitName: 'max_tokens', saysUsage: true };

export function openChatClient({ baseUrl, relay }: ChatClientOptions): ModelClient {
  const url = `${baseUrl}/chat/completions`;
  const quirks = new Map<string, Quirks>();
  const quirksOf = (model: string): Quirks => quirks.get(model) ?? usual;
  /** Whether the refusal is about something that can be left out or named otherwise; it is remembered. */
  const learns = (model: string, used: Quirks, { category, message }: ModelFailure): boolean => {
    if (category !== 'invalid-request') return false;
    const isUnknown = /unsupported|not supported|unrecognized|unknown|unexpected|extra|not permitted|use '?max_completion_tokens/i.test(message);
    const better: Quirks = {
      saysUsage: used.saysUsage && !message.includes('stream_options') && !message.includes('include_usage'),
      // a limit that is only too large is refused under its name too
      limitName: isUnknown && message.includes('max_tokens') ? 'max_completion_tokens' : used.limitName,
    };
    if (better.saysUsage === used.saysUsage && better.limitName === used.limitName) return false;
    quirks.set(model, better);
    return true;
  };

  async function once(conversation: Conversation, used: Quirks, booking: Parameters<ModelClient['send']>[1]): Promise<Sent> {
    const { account, signal, onSend, onFailure } = booking;
    const body = bodyOf(conversation, used);
    let met: ModelFailure | undefined;
    const note = (failure: ModelFailure): void => {
      met = failure;
      onFailure?.(failure);
    };
    const own = (message: string): Sent => {
      const failure = modelFailure('provider-error', message);
      onFailure?.(failure);
      return { kind: 'failure', failure };
    };
    const fetch = relay.fetchFor(account, { prefixKey: prefixKeyOf(conversation), onSend, onFailure: note });
    const began = performance.now();
    try {
      const response = await fetch(url, { method: 'POST', headers: { 'authorization': `Bearer ${relay.token}`, 'content-type': 'application/json', 'accept': 'text/event-stream' }, body: JSON.stringify(body), signal });
      if (!response.ok) return met ? { kind: 'failure', failure: met } : own('The answer has no message.');
      const answer = await read(response, new ChatAnswer(conversation.messages.length));
      if (signal.aborted) return { kind: 'cancelled' };
      if (answer === 'error' && met) return { kind: 'failure', failure: met };
      if (answer === 'error' || answer === 'unreadable') return own('The answer is no stream of chat completions.');
      return answer ? { kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) } : own('The answer ended before it was complete.');
    } catch (error) {
      const stop = causeOf(error, BudgetError)?.stop;
      if (stop) return { kind: 'stop', stop };
      if (signal.aborted) return { kind: 'cancelled' };
      const failure = causeOf(error, RelayError)?.failure;
      if (failure) return { kind: 'failure', failure };
      throw error;
    }
  }

  return {
    amountOf: (conversation, account) => relay.amountOf(account, JSON.stringify(bodyOf(conversation, quirksOf(conversation.model))), conversation.model),
    async send(conversation, booking) {
      const { model } = conversation;
      // Once for each of the two things that a server may refuse.
      for (let round = 1; ; round += 1) {
        if (booking.signal.aborted) return { kind: 'cancelled' };
        const used = quirksOf(model);
        const sent = await once(conversation, used, { ...booking, onFailure: (failure) => { if (round > 2 || !learns(model, used, failure)) booking.onFailure?.(failure); } });
        if (sent.kind !== 'failure' || round > 2 || quirksOf(model) === used) return sent;
      }
    },
  };
}

/** Requests with the same beginning: servers cache it by themselves once one was answered. */
function prefixKeyOf({ model, tools, system, format }: Conversation): string | undefined {
  return tools.length === 0 ? undefined : createHash('sha256').update(JSON.stringify([model, tools, system, format])).digest('hex');
}

function bodyOf({ model, system, tools, messages, maxOutputTokens, format }: Conversation, { limitName, saysUsage }: Quirks): Fields {
  return {
    model, [limitName]: maxOutputTokens, stream: true, ...(saysUsage ? { stream_options: { include_usage: true } } : {}),
    messages: [...(system === '' ? [] : [{ role: 'system', content: system }]), ...messages.flatMap(messagesOf)],
    ...(tools.length === 0 ? {} : { tools: tools.map(({ name, description, input_schema: parameters }) => ({ type: 'function', function: { name, description, parameters } })) }),
    ...(format === undefined ? {} : { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: format } } }),
  };
}

/** One turn as messages: each result of a tool is one of its own, before what the user says. */
function messagesOf({ role, content }: Conversation['messages'][number]): Fields[] {
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n\n');
  if (role === 'assistant') {
    const calls = content.flatMap((block) => (block.type === 'tool_use' ? [{ id: block.id, type: 'function', function: { name: block.name, arguments: JSON.stringify(block.input) } }] : []));
    return [{ role, content: text === '' ? null : text, ...(calls.length === 0 ? {} : { tool_calls: calls }) }];
  }
  const results = content.flatMap((block) => (block.type === 'tool_result' ? [{ role: 'tool', tool_call_id: block.tool_use_id, content: block.content }] : []));
  return [...results, ...(text === '' ? [] : [{ role, content: text }])];
}

async function read(response: Response, answer: ChatAnswer): Promise<ReturnType<ChatAnswer['answer']> | 'error' | 'unreadable'> {
  let found: 'error' | 'unreadable' | undefined;
  const take = (data: string): void => {
    if (found !== undefined) return;
    const text = data.trim();
    if (text === '[DONE]') return answer.end();
    const chunk = objectIn(text);
    if (chunk === undefined) found = 'unreadable';
    else if (!answer.take(chunk)) found = 'error';
  };
  // What no server of this API sends fails in the relay, which knows the host.
  if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) {
    take(await response.text());
    return found ?? answer.answer();
  }
  const events = eventReader(take);
  const decoder = new TextDecoder();
  for await (const bytes of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    events.take(decoder.decode(bytes, { stream: true }));
    if (found !== undefined) return found;
  }
  return answer.answer();
}
