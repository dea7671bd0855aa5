import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireUsage } from '../../src/llm/usage.js';
import type { Brain, Content, MessageReply, MessagesApi, ReceivedMessage, ReceivedRequest } from './messages-api.js';
import { openModelServer, pieces, Refusal, reply, stream } from './model-server.js';

/**
 * OpenAI's Responses API on a loopback port, as far as codex speaks it: it refuses what the provider refuses, streams as it
 * streams, caches prefixes and bills by a plain rule. It shows requests in the shape of the Messages API, so that one script
 * runs over both, with the tools of a server alone; `raw`, `body` and `offered` are as they came.
 */

export const openAiKey = 'sk-proj-a-key-of-the-fake-1234567890abcdef';
export const openAiModels = ['gpt-5.5', 'gpt-6-sol', 'gpt-5.6-luna'] as const;

export interface ResponsesApi extends MessagesApi {
  /** Names of the tools that each request offered, namespaces as `mcp__server.tool`. */
  readonly offered: readonly (readonly string[])[];
  /** Paths of what codex asks for beside answers, with `signIn`. */
  readonly beside: readonly string[];
}

export interface ResponsesApiOptions {
  readonly brain: Brain;
  readonly models?: readonly string[];
  readonly key?: string;
  readonly latencyMs?: number;
  /** What a request with tools may offer, sorted; a request without any is fine too. Left out: anything. */
  readonly tools?: readonly string[];
  /** codex comes with a sign-in: it also asks who it is, which nobody here knows. */
  readonly signIn?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const bytesPerToken = 3.7;
const none: WireUsage = { uncachedInputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: 0 };
/** Prefixes shorter than this are not cached: https://developers.openai.com/api/docs/guides/prompt-caching */
const leastCached = 1024;

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value as readonly Fields[] : []);
const refuse = (message: string): never => { throw new Refusal(400, 'invalid_request_error', message); };

/** A line of text with a call that no tool of ours takes, as a model makes them up. */
export const strayCall = (name: string, input: unknown): Content => ({ type: 'tool_use', name: `stray:${name}`, input });

export async function startResponsesApi({ brain, models = openAiModels, key = openAiKey, latencyMs = 0, tools, signIn = false }: ResponsesApiOptions): Promise<ResponsesApi> {
  const requests: ReceivedRequest[] = [];
  const offered: string[][] = [];
  const beside: string[] = [];
  const violations: string[] = [];
  const cache = new Set<string>();
  const answers = new Map<string, string>();
  let count = 0;

  const server = await openModelServer({
    handle,
    refusal: ({ type, message }) => ({ error: { message, type, param: null, code: type === 'invalid_request_error' ? null : type } }),
    broken: (error) => violations.push(`the fake failed: ${String(error)}`),
  });

  async function handle(incoming: IncomingMessage, raw: string, response: ServerResponse): Promise<void> {
    if (signIn && incoming.method === 'GET') {
      beside.push(incoming.url ?? '');
      throw new Refusal(404, 'not_found', 'Not Found');
    }
    const request = received(incoming, raw);
    requests.push(request);
    offered.push(toolNames(request.body));
    try {
      check(incoming, request);
    } catch (error) {
      if (error instanceof Refusal) {
        request.status = error.status;
        if (error.status === 400) violations.push(error.message);
      }
      throw error;
    }
    const answer = await brain(request, requests.indexOf(request));
    await server.wait(latencyMs + (answer.delayMs ?? 0));
    if ('fault' in answer) {
      switch (answer.fault) {
        case 'status':
          request.status = answer.status;
          return reply(response, answer.status, answer.body, answer.headers);
        case 'reset': return void response.destroy();
        case 'silence': return;
        case 'garbage': return void response.writeHead(200, { 'content-type': answer.contentType, ...answer.headers }).end(answer.body);
        default: throw new Error('no such fault');
      }
    }
    request.status = 200;
    request.usage = bill(request, answer);
    await deliver(answer, request, request.usage, response);
  }

  function received({ headers, url = '/' }: IncomingMessage, raw: string): ReceivedRequest {
    let body: Fields = {};
    try {
      body = JSON.parse(raw) as Fields;
    } catch {
      // check() says so.
    }
    return {
      path: url, headers, raw, body, model: String(body['model'] ?? ''), maxTokens: Number(body['max_output_tokens'] ?? 0), system: String(body['instructions'] ?? '') || developerText(body),
      tools: toolNames(body).filter((name) => name.startsWith('mcp__')).map((name) => ({ name: name.slice(name.indexOf('.') + 1) })), messages: messagesOf(list(body['input'])), at: Date.now(), usage: null, status: 0,
    };
  }

  /** Turns of the model are told apart by the answer that their calls came from. */
  function messagesOf(input: readonly Fields[]): ReceivedMessage[] {
    const messages: { role: string; content: (Fields & { type: string })[]; of?: string | undefined }[] = [];
    const add = (role: string, block: Fields & { type: string }, of?: string): void => {
      const last = messages.at(-1);
      const same = last?.role === role && (of === undefined || last.of === undefined || last.of === of);
      if (last && same) {
        last.content.push(block);
        last.of ??= of;
      } else {
        messages.push({ role, content: [block], of });
      }
    };
    const results: (Fields & { type: string })[] = [];
    const flush = (): void => {
      for (const result of results.splice(0)) add('user', result);
    };
    for (const item of input) {
      const id = String(item['call_id'] ?? '');
      const of = answers.get(id);
      switch (item['type']) {
        case 'function_call': case 'custom_tool_call':
          // codex writes call, output, call, output where one answer held both calls
          if (messages.at(-1)?.of !== of) flush();
          add('assistant', { type: 'tool_use', id, name: String(item['name']), input: item['arguments'] }, of);
          break;
        case 'function_call_output': case 'custom_tool_call_output':
          results.push({ type: 'tool_result', tool_use_id: id, content: outputText(item['output']) });
          break;
        case 'reasoning': break;
        case 'message': {
          flush();
          const role = String(item['role']);
          if (role !== 'developer') for (const part of list(item['content'])) add(role, { type: 'text', text: String(part['text'] ?? '') });
          break;
        }
        default:
      }
    }
    flush();
    return messages.map(({ role, content }) => ({ role, content }));
  }

  function check({ method, url, headers }: IncomingMessage, { body, model, maxTokens, raw }: ReceivedRequest): void {
    if (headers.authorization !== `Bearer ${key}`) throw new Refusal(401, 'invalid_api_key', headers.authorization === undefined ? 'Missing bearer authentication in header' : 'Incorrect API key provided: sk-proj-*****cdef.');
    if (url !== '/v1/responses' || method !== 'POST') throw new Refusal(404, 'not_found', `Invalid URL (${method ?? ''} ${url ?? ''})`);
    if (raw === '' || Object.keys(body).length === 0) refuse('We could not parse the JSON body of your request.');
    if (!models.includes(model)) throw new Refusal(404, 'model_not_found', `The model \`${model}\` does not exist or you do not have access to it.`);
    if (body['max_output_tokens'] !== undefined && (!Number.isInteger(maxTokens) || maxTokens < 16)) refuse(`Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got ${maxTokens} instead.`);
    if (body['stream'] !== true) refuse('the fake only streams');
    const names = toolNames(body);
    if (tools !== undefined && names.length > 0 && JSON.stringify(names) !== JSON.stringify([...tools].sort())) refuse(`the request offers the tools ${names.join(', ')}`);
    for (const tool of list(body['tools']).flatMap((one) => (one['type'] === 'namespace' ? list(one['tools']) : [one]))) {
      if (tool['type'] === 'function' && (tool['parameters'] as Fields | undefined)?.['type'] !== 'object') refuse(`Invalid schema for function '${String(tool['name'])}'`);
    }
    const input = list(body['input']);
    const calls = input.filter((item) => item['type'] === 'function_call').map((item) => item['call_id']);
    const outputs = input.filter((item) => item['type'] === 'function_call_output').map((item) => item['call_id']);
    const open = calls.find((id) => !outputs.includes(id));
    if (open !== undefined) refuse(`No tool output found for function call ${String(open)}.`);
    if (outputs.some((id) => !calls.includes(id))) refuse('No tool call found for function call output.');
  }

  /** Longest known prefix of whole items is read at the cached price, in steps of 128 tokens. */
  function bill({ body, model }: ReceivedRequest, answer: MessageReply): WireUsage {
    const parts = [body['instructions'] ?? '', body['tools'] ?? [], body['text'] ?? {}, ...list(body['input'])];
    const hash = createHash('sha256').update(model);
    let bytes = 0;
    const points = parts.map((part) => {
      const text = JSON.stringify(part);
      bytes += Buffer.byteLength(text);
      return { tokens: Math.ceil(bytes / bytesPerToken), prefix: hash.update(`${text}\0`).copy().digest('hex') };
    });
    const total = Math.ceil(bytes / bytesPerToken);
    const known = Math.max(0, ...points.filter(({ prefix, tokens }) => cache.has(prefix) && tokens >= leastCached).map(({ tokens }) => tokens));
    for (const { prefix } of points) cache.add(prefix);
    const read = Math.floor(known / 128) * 128;
    return { ...none, cacheReadTokens: read, uncachedInputTokens: total - read, outputTokens: answer.outputTokens ?? Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(answer.content)) / bytesPerToken)) };
  }

  async function deliver({ content, stopReason, headers = {}, breaks }: MessageReply, { model, body }: ReceivedRequest, usage: WireUsage, response: ServerResponse): Promise<void> {
    const id = `resp_${String(count += 1).padStart(6, '0')}`;
    const namespace = namespaceOf(body);
    const items = content.map((block, index): Fields => {
      const own = `${id}_${index}`;
      if (block.type === 'text') return { type: 'message', id: `msg_${own}`, status: 'completed', role: 'assistant', content: [{ type: 'output_text', text: block.text, annotations: [] }] };
      if (block.type === 'thinking') return { type: 'reasoning', id: `rs_${own}`, summary: [{ type: 'summary_text', text: block.thinking }], encrypted_content: block.signature };
      const stray = block.name.startsWith('stray:');
      answers.set(`call_${own}`, id);
      if (block.name === 'stray:web_search') return { type: 'web_search_call', id: `ws_${own}`, status: 'completed', action: { type: 'search', query: 'x' } };
      const resource = /^(?:list_mcp_resources|list_mcp_resource_templates|read_mcp_resource)$/.test(block.name);
      return { type: 'function_call', id: `fc_${own}`, status: 'completed', call_id: `call_${own}`, name: stray ? block.name.slice(6) : block.name, ...(stray || resource || namespace === undefined ? {} : { namespace }), arguments: block.json ?? JSON.stringify(block.input) };
    });
    const base = { id, object: 'response', created_at: 1_790_000_000, model, error: null, incomplete_details: null, parallel_tool_calls: true };
    const events: Fields[] = [{ type: 'response.created', response: { ...base, status: 'in_progress', output: [], usage: null } }];
    for (const [index, item] of items.entries()) {
      events.push({ type: 'response.output_item.added', output_index: index, item: { ...item, status: 'in_progress', ...('content' in item ? { content: [] } : {}), ...('arguments' in item ? { arguments: '' } : {}) } });
      if (item['type'] === 'message') {
        const words = (content[index] as { readonly text: string }).text;
        events.push({ type: 'response.content_part.added', item_id: item['id'], output_index: index, content_index: 0, part: { type: 'output_text', text: '', annotations: [] } });
        for (const piece of pieces(words)) events.push({ type: 'response.output_text.delta', item_id: item['id'], output_index: index, content_index: 0, delta: piece });
      }
      events.push({ type: 'response.output_item.done', output_index: index, item });
    }
    const billed = {
      input_tokens: usage.uncachedInputTokens + usage.cacheReadTokens, input_tokens_details: { cached_tokens: usage.cacheReadTokens }, output_tokens: usage.outputTokens,
      output_tokens_details: { reasoning_tokens: 0 }, total_tokens: usage.uncachedInputTokens + usage.cacheReadTokens + usage.outputTokens,
    };
    const cut = stopReason === 'max_tokens' ? 'max_output_tokens' : stopReason === 'refusal' ? 'content_filter' : undefined;
    events.push(cut === undefined
      ? { type: 'response.completed', response: { ...base, status: 'completed', output: items, usage: billed } }
      : { type: 'response.incomplete', response: { ...base, status: 'incomplete', incomplete_details: { reason: cut }, output: items, usage: billed } });
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8', 'x-request-id': `req_${id}`, 'x-ratelimit-limit-requests': '10000', 'x-ratelimit-remaining-requests': '9999', 'x-ratelimit-reset-requests': '6ms',
      'x-ratelimit-limit-tokens': '2000000', 'x-ratelimit-remaining-tokens': '1900000', 'x-ratelimit-reset-tokens': '1m2s', 'set-cookie': '__cf_bm=cookie; path=/', ...headers,
    });
    response.flushHeaders();
    const lines = events.map((event, index) => `event: ${String(event['type'])}\ndata: ${JSON.stringify({ ...event, sequence_number: index })}\n\n`);
    const error = typeof breaks?.by === 'object' ? { type: 'response.failed', response: { ...base, status: 'failed', error: { code: breaks.by.type, message: breaks.by.message }, output: [], usage: null } } : undefined;
    await stream(server, response, lines, breaks && { after: breaks.after, by: error ? { event: `event: response.failed\ndata: ${JSON.stringify(error)}\n\n` } : breaks.by as 'reset' | 'end' | 'silence' });
  }

  return {
    url: server.url, requests, offered, beside, violations, mostAtOnce: server.mostAtOnce, close: () => server.close(),
    billed: () => requests.reduce((sum, { usage }) => (usage ? { ...sum, uncachedInputTokens: sum.uncachedInputTokens + usage.uncachedInputTokens, cacheReadTokens: sum.cacheReadTokens + usage.cacheReadTokens, outputTokens: sum.outputTokens + usage.outputTokens } : sum), none),
  };
}

/** Both places where codex offers tools. */
function offeredTools(body: Fields): readonly Fields[] {
  return [...list(body['tools']), ...list(body['input']).filter((item) => item['type'] === 'additional_tools').flatMap((item) => list(item['tools']))];
}

function toolNames(body: Fields): string[] {
  return offeredTools(body).flatMap((tool) => (tool['type'] === 'namespace' ? list(tool['tools']).map((one) => (tool['name'] === 'functions' ? String(one['name']) : `${String(tool['name'])}.${String(one['name'])}`)) : [String(tool['name'] ?? tool['type'])])).sort();
}

const namespaceOf = (body: Fields): string | undefined => {
  const found = offeredTools(body).find((tool) => tool['type'] === 'namespace' && String(tool['name']).startsWith('mcp__'));
  return found === undefined ? undefined : String(found['name']);
};

function developerText(body: Fields): string {
  return list(body['input']).filter((item) => item['role'] === 'developer').flatMap((item) => list(item['content'])).map((part) => String(part['text'] ?? '')).join('\n');
}

function outputText(output: unknown): string {
  if (typeof output === 'string') return output;
  // codex puts the time that a tool took before what it said
  return list(output).map((part) => String(part['text'] ?? '')).filter((text) => !text.startsWith('Wall time: ')).join('\n');
}
