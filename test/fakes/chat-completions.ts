import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { noWireUsage, type WireUsage } from '../../src/llm/usage.js';
import { plus, type Brain, type MessageReply, type MessagesApi, type ReceivedMessage, type ReceivedRequest } from './messages-api.js';
import { openModelServer, pieces, Refusal, reply, stream } from './model-server.js';

/**
 * A server of chat completions on a loopback port, on the wire: it refuses what OpenAI's API refuses, streams as it streams,
 * and bills by a plain rule. Requests are shown to the brain in the shape of the Messages API, so that one script runs over both.
 */

export interface ChatApiOptions {
  readonly brain: Brain;
  readonly models?: readonly string[];
  /** Null: it wants no key. */
  readonly key?: string | null;
  /** Where the key is looked for: `api-key` as Azure has it. */
  readonly header?: 'authorization' | 'api-key';
  /** What this server does otherwise than OpenAI's. */
  readonly quirks?: readonly Quirk[];
  readonly latencyMs?: number;
}

export type Quirk =
  /** Refuses `stream_options`, or one of the two names of the output limit. */
  | 'no stream_options' | 'no max_tokens' | 'no max_completion_tokens'
  | 'no response_format' | 'no usage'
  /** Calls come without ids, with one and the same, or all under the index 0. */
  | 'no ids' | 'same ids' | 'one index' | 'no index'
  /** Arguments come as an object instead of a text, calls in one piece. */
  | 'arguments as objects'
  /** Closes the stream after the last chunk, without [DONE]. */
  | 'no done'
  /** Answers with one JSON document, whatever was asked for. */
  | 'no stream';

export const chatKey = 'sk-a-key-of-the-chat-fake-1234567890';
export const chatModels = ['claude-sonnet-4-6', 'local-model'] as const;

type Fields = Readonly<Record<string, unknown>>;

const bytesPerToken = 3.7;
/** A shorter beginning is not cached. */
const shortestPrefix = 1024;
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value as readonly Fields[] : []);
const refuse = (message: string): never => { throw new Refusal(400, 'invalid_request_error', message); };

export async function startChatCompletions({ brain, models = chatModels, key = chatKey, header = 'authorization', quirks = [], latencyMs = 0 }: ChatApiOptions): Promise<MessagesApi> {
  const requests: ReceivedRequest[] = [];
  const violations: string[] = [];
  const prefixes = new Set<string>();
  const has = (quirk: Quirk): boolean => quirks.includes(quirk);
  let count = 0;

  async function handle(incoming: IncomingMessage, raw: string, response: ServerResponse): Promise<void> {
    const request = received(incoming, raw);
    requests.push(request);
    try {
      checkQuirks(request.body);
      check(incoming, request);
    } catch (error) {
      if (error instanceof Refusal) {
        request.status = error.status;
        if (error.status === 400 && error.type !== 'quirk') violations.push(error.message);
      }
      throw error;
    }
    const answer = await brain(request, requests.indexOf(request));
    await server.wait(latencyMs + (answer.delayMs ?? 0));
    if ('fault' in answer) {
      switch (answer.fault) {
        case 'status':
          request.status = answer.status;
          return reply(response, answer.status, enveloped(answer.body), answer.headers);
        case 'reset': return void response.destroy();
        case 'silence': return;
        case 'garbage': return void response.writeHead(200, { 'content-type': answer.contentType, ...answer.headers }).end(answer.body);
        default: throw new Error('no such fault');
      }
    }
    request.status = 200;
    const usage = bill(request, answer);
    // What the server does not say cannot be compared with a ledger.
    request.usage = usage;
    await deliver(request, answer, usage, response);
  }

  function checkQuirks(body: Fields): void {
    const refused = (message: string): never => { throw new Refusal(400, 'quirk', message); };
    if (has('no stream_options') && body['stream_options'] !== undefined) refused('Unrecognized request argument supplied: stream_options');
    if (has('no max_tokens') && body['max_tokens'] !== undefined) refused('Unsupported parameter: \'max_tokens\' is not supported with this model. Use \'max_completion_tokens\' instead.');
    if (has('no max_completion_tokens') && body['max_completion_tokens'] !== undefined) refused('Unrecognized request argument supplied: max_completion_tokens');
    if (has('no response_format') && body['response_format'] !== undefined) refused('response_format: json_schema is not supported');
  }

  function check({ method, url, headers }: IncomingMessage, { body, model, maxTokens, tools, raw }: ReceivedRequest): void {
    const sent = header === 'authorization' ? /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] : headers[header];
    if (key !== null && sent !== key) throw new Refusal(401, 'invalid_request_error', 'Incorrect API key provided');
    if (key === null && headers.authorization !== undefined) refuse('a key was sent to a server that wants none');
    if (header === 'api-key' && headers.authorization !== undefined) refuse('authorization was sent beside api-key');
    if (url !== '/v1/chat/completions' || method !== 'POST') throw new Refusal(404, 'not_found_error', 'Not Found');
    if (Object.keys(headers).some((name) => name.startsWith('anthropic') || name === 'x-api-key')) refuse('a header of another provider was sent');
    if (raw === '' || Object.keys(body).length === 0) refuse('We could not parse the JSON body of your request.');
    const known = new Set(['model', 'max_tokens', 'max_completion_tokens', 'stream', 'stream_options', 'messages', 'tools', 'response_format']);
    for (const name of Object.keys(body)) if (!known.has(name)) refuse(`Unrecognized request argument supplied: ${name}`);
    if (model === '') refuse('you must provide a model parameter');
    if (!models.includes(model)) throw new Refusal(404, 'invalid_request_error', `The model \`${model}\` does not exist or you do not have access to it.`);
    if (!Number.isInteger(maxTokens) || maxTokens < 1) refuse('max_tokens: an integer above 0');
    if (body['max_tokens'] !== undefined && body['max_completion_tokens'] !== undefined) refuse('max_tokens and max_completion_tokens cannot both be set');
    if (body['stream'] !== true && body['stream_options'] !== undefined) refuse('stream_options is only allowed when stream is enabled');
    const names = new Set<string>();
    for (const { name, type, parameters } of tools as unknown as readonly { name: string; type: unknown; parameters?: Fields }[]) {
      if (type !== 'function' || !/^[a-zA-Z0-9_-]{1,64}$/.test(name) || names.has(name)) refuse(`tools: bad or repeated function ${name}`);
      if (parameters?.['type'] !== 'object') refuse(`tools: the parameters of ${name} are no object`);
      names.add(name);
    }
    const format = body['response_format'] as { type?: string; json_schema?: Fields } | undefined;
    if (format !== undefined && (format.type !== 'json_schema' || typeof format.json_schema?.['name'] !== 'string' || typeof format.json_schema['schema'] !== 'object')) refuse('response_format: bad json_schema');
    checkMessages(list(body['messages']));
  }

  /** The longest known beginning is read from the cache, by messages. */
  function bill({ body, model }: ReceivedRequest, answer: MessageReply): WireUsage {
    const hash = createHash('sha256').update(model);
    let bytes = 0;
    let cached = 0;
    for (const part of [body['tools'] ?? [], ...list(body['messages'])]) {
      const text = JSON.stringify(part);
      bytes += Buffer.byteLength(text);
      const prefix = hash.update(`${text}\u0000`).copy().digest('hex');
      const tokens = Math.ceil(bytes / bytesPerToken);
      if (prefixes.has(prefix) && tokens >= shortestPrefix) cached = tokens;
      prefixes.add(prefix);
    }
    const outputTokens = answer.outputTokens ?? Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(answer.content)) / bytesPerToken));
    return { ...noWireUsage, uncachedInputTokens: Math.ceil(bytes / bytesPerToken) - cached, cacheReadTokens: cached, outputTokens };
  }

  async function deliver({ body, model }: ReceivedRequest, { content, stopReason, headers = {}, breaks }: MessageReply, usage: WireUsage, response: ServerResponse): Promise<void> {
    const id = `chatcmpl-${String(count += 1).padStart(6, '0')}`;
    const told = {
      prompt_tokens: usage.uncachedInputTokens + usage.cacheReadTokens, completion_tokens: usage.outputTokens, total_tokens: usage.uncachedInputTokens + usage.cacheReadTokens + usage.outputTokens,
      prompt_tokens_details: { cached_tokens: usage.cacheReadTokens },
    };
    const reasons: Readonly<Record<string, string>> = { max_tokens: 'length', refusal: 'content_filter', tool_use: 'tool_calls', end_turn: 'stop' };
    const finish = stopReason === undefined ? (content.some(({ type }) => type === 'tool_use') ? 'tool_calls' : 'stop') : reasons[stopReason] ?? stopReason;
    const limits = { 'x-ratelimit-limit-requests': '1000', 'x-ratelimit-remaining-requests': '990', 'x-ratelimit-reset-requests': '60ms', 'x-ratelimit-limit-tokens': '1000000', 'x-ratelimit-remaining-tokens': '900000', 'x-ratelimit-reset-tokens': '6m0s' };
    const calls = content.flatMap((block) => (block.type === 'tool_use' ? [block] : [])).map((block, index) => ({
      ...(has('no index') ? {} : { index: has('one index') ? 0 : index }), ...(has('no ids') ? {} : { id: has('same ids') ? 'call_1' : `call_${id}_${index}` }), type: 'function',
      function: { name: block.name, arguments: has('arguments as objects') ? block.input : block.json ?? JSON.stringify(block.input) },
    }));
    const words = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
    if (body['stream'] !== true || has('no stream')) {
      const message = { role: 'assistant', content: words === '' ? null : words, ...(calls.length === 0 ? {} : { tool_calls: calls }) };
      return reply(response, 200, { id, object: 'chat.completion', model, choices: [{ index: 0, message, finish_reason: finish }], ...(has('no usage') ? {} : { usage: told }) }, { ...limits, ...headers });
    }
    const events: string[] = [];
    const say = (fields: Fields): void => { events.push(`data: ${JSON.stringify({ id, object: 'chat.completion.chunk', model, ...fields })}\n\n`); };
    const delta = (fields: Fields, reason: string | null = null): void => say({ choices: [{ index: 0, delta: fields, finish_reason: reason }], ...(has('no usage') ? {} : { usage: null }) });
    delta({ role: 'assistant', content: '' });
    for (const block of content) if (block.type === 'thinking') for (const piece of pieces(block.thinking)) delta({ reasoning_content: piece });
    for (const piece of pieces(words)) delta({ content: piece });
    for (const call of calls) {
      const { arguments: given, name } = call.function;
      if (typeof given !== 'string' || has('one index') || has('no index')) {
        delta({ tool_calls: [call] });
        continue;
      }
      delta({ tool_calls: [{ ...call, function: { name, arguments: '' } }] });
      for (const piece of pieces(given)) delta({ tool_calls: [{ index: call.index, function: { arguments: piece } }] });
    }
    delta({}, finish);
    if ((body['stream_options'] as Fields | undefined)?.['include_usage'] === true && !has('no usage')) say({ choices: [], usage: told });
    if (!has('no done')) events.push('data: [DONE]\n\n');
    response.writeHead(200, { 'content-type': 'text/event-stream', ...limits, ...headers });
    response.flushHeaders();
    const by = breaks?.by;
    await stream(server, response, events, breaks && { after: breaks.after, by: typeof by === 'object' ? { event: `data: ${JSON.stringify(enveloped({ error: by }))}\n\n` } : by ?? 'end' });
  }

  const server = await openModelServer({ handle, refusal: ({ type, message }) => enveloped({ error: { type: type === 'quirk' ? 'invalid_request_error' : type, message } }), broken: (error) => { violations.push(`the fake failed: ${String(error)}`); } });
  return {
    url: server.url, requests, violations, billed: () => requests.reduce((sum, { usage }) => (usage ? plus(sum, usage) : sum), noWireUsage), mostAtOnce: server.mostAtOnce, close: () => server.close(),
  };
}

/** An error of the Messages API in the envelope of this one; anything else stays as it is. */
function enveloped(body: unknown): unknown {
  const error = typeof body === 'object' && body !== null ? (body as Fields)['error'] : undefined;
  return typeof error === 'object' && error !== null ? { error: { param: null, code: null, ...error } } : body;
}

function received({ headers, url = '/' }: IncomingMessage, raw: string): ReceivedRequest {
  let body: Fields = {};
  try {
    body = JSON.parse(raw) as Fields;
  } catch {
    // check() says so.
  }
  const all = list(body['messages']);
  return {
    path: url, headers, raw, body, model: String(body['model'] ?? ''), maxTokens: Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? 0),
    system: all.filter(({ role }) => role === 'system').map(({ content }) => String(content)).join('\n'),
    tools: list(body['tools']).map((tool) => ({ type: tool['type'], ...(tool['function'] as Fields), name: String((tool['function'] as Fields | undefined)?.['name']) })),
    messages: turnsOf(all), at: Date.now(), usage: null, status: 0,
  };
}

/** The JSON of a text; undefined for anything else. */
function valueIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

function turnsOf(messages: readonly Fields[]): ReceivedMessage[] {
  const turns: { role: string; content: (Fields & { readonly type: string })[] }[] = [];
  for (const { role, content, tool_calls: calls, tool_call_id: id } of messages) {
    if (role === 'system') continue;
    const blocks: (Fields & { readonly type: string })[] = role === 'tool' ? [{ type: 'tool_result', tool_use_id: id, content }]
      : [...(typeof content === 'string' && content !== '' ? [{ type: 'text', text: content }] : []), ...list(calls).map((call) => ({ type: 'tool_use', id: call['id'], name: (call['function'] as Fields)['name'], input: valueIn((call['function'] as Fields)['arguments']) }))];
    const as = role === 'tool' ? 'user' : String(role);
    const last = turns.at(-1);
    if (last?.role === as) last.content.push(...blocks);
    else turns.push({ role: as, content: blocks });
  }
  return turns;
}

function checkMessages(messages: readonly Fields[]): void {
  if (messages.length === 0) refuse('messages: [] is too short');
  let open = new Set<unknown>();
  for (const [index, { role, content, tool_calls: calls, tool_call_id: id }] of messages.entries()) {
    if (role !== 'tool' && open.size > 0) refuse(`messages.${index}: an assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'`);
    switch (role) {
      case 'system':
        if (index !== 0 || typeof content !== 'string' || content === '') refuse(`messages.${index}: system message`);
        break;
      case 'user':
        if (typeof content !== 'string' || content.trim() === '') refuse(`messages.${index}: user message without content`);
        if (messages[index - 1]?.['role'] === 'user') refuse(`messages.${index}: roles must alternate`);
        break;
      case 'assistant': {
        const made = list(calls);
        if (calls !== undefined && made.length === 0) refuse(`messages.${index}.tool_calls: [] is too short`);
        if (content === null ? made.length === 0 : typeof content !== 'string') refuse(`messages.${index}: assistant message without content`);
        open = new Set(made.map((call) => call['id']));
        if (open.size !== made.length) refuse(`messages.${index}: two calls with one id`);
        for (const call of made) {
          const { name, arguments: given } = call['function'] as Fields;
          if (typeof call['id'] !== 'string' || call['id'] === '' || call['type'] !== 'function' || typeof name !== 'string' || typeof given !== 'string') refuse(`messages.${index}: bad tool call`);
          const value = valueIn(given);
          if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(`messages.${index}: arguments of ${String(name)} are no object`);
        }
        break;
      }
      case 'tool':
        if (typeof content !== 'string' || !open.delete(id)) refuse(`messages.${index}: a tool message must respond to a preceding call`);
        break;
      default: refuse(`messages.${index}.role: ${String(role)}`);
    }
  }
  if (open.size > 0) refuse('messages: calls without their answers');
  if (messages.at(-1)?.['role'] === 'assistant') refuse('messages: the last one is of the assistant');
}
