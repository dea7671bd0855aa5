import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { noWireUsage as none, type WireUsage } from '../../src/llm/usage.js';
import { openModelServer, pieces, Refusal, reply, stream } from './model-server.js';

/**
 * The Messages API on a loopback port, on the wire: it refuses what the provider refuses, streams as it streams, caches
 * prefixes, and bills by a plain rule, so that a ledger can be compared with its bill to the token. What it answers is up to
 * a scripted brain.
 */

export interface TextContent { readonly type: 'text'; readonly text: string }
export interface ThinkingContent { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
/** `json`: sent as the arguments instead of `input`, for arguments that are no JSON. */
export interface ToolUseContent { readonly type: 'tool_use'; readonly name: string; readonly input: unknown; readonly json?: string }
export type Content = TextContent | ThinkingContent | ToolUseContent;

export const text = (words: string): TextContent => ({ type: 'text', text: words });
export const thinking = (words: string): ThinkingContent => ({ type: 'thinking', thinking: words, signature: createHash('sha256').update(words).digest('base64') });
export const toolUse = (name: string, input: unknown, json?: string): ToolUseContent => ({ type: 'tool_use', name, input, ...(json === undefined ? {} : { json }) });

interface Common {
  /** Before the headers. */
  readonly delayMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MessageReply extends Common {
  readonly content: readonly Content[];
  /** Left out: `tool_use` with a call in it, else `end_turn`. */
  readonly stopReason?: string;
  /** Left out: by the length of the content. */
  readonly outputTokens?: number;
  /** After this many events: the connection is reset, ends as if complete, falls silent, or brings an error event. */
  readonly breaks?: { readonly after: number; readonly by: 'reset' | 'end' | 'silence' | { readonly type: string; readonly message: string } };
}

export type Fault = Common & (
  | { readonly fault: 'status'; readonly status: number; readonly body: unknown }
  /** The connection is closed after the request was read; not a byte comes back. */
  | { readonly fault: 'reset' }
  | { readonly fault: 'silence' }
  | { readonly fault: 'garbage'; readonly contentType: string; readonly body: string }
);

export type Reply = MessageReply | Fault;

export const say = (...content: Content[]): MessageReply => ({ content });
export const status = (code: number, type: string, message: string, headers: Readonly<Record<string, string>> = {}): Fault => ({ fault: 'status', status: code, body: { type: 'error', error: { type, message } }, headers });

type Fields = Readonly<Record<string, unknown>>;

export interface ReceivedMessage {
  readonly role: string;
  readonly content: readonly (Fields & { readonly type: string })[];
}

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly raw: string;
  readonly model: string;
  readonly maxTokens: number;
  readonly system: string;
  readonly tools: readonly { readonly name: string }[];
  readonly messages: readonly ReceivedMessage[];
  readonly body: Fields;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it was billed; null: it was refused, or is still under way. */
  usage: WireUsage | null;
  status: number;
}

/** `n`: how many requests came before this one. */
export type Brain = (request: ReceivedRequest, n: number) => Reply | Promise<Reply>;

/** A fake of a model's API, whatever it speaks: requests are shown in the shape of the Messages API. */
export interface MessagesApi {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Sum of all bills. */
  readonly billed: () => WireUsage;
  /** What was wrong with requests, in words; a test expects none. */
  readonly violations: readonly string[];
  /** Most requests that were under way at once. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

export interface MessagesApiOptions {
  readonly brain: Brain;
  /** Left out: a few that the price table knows. */
  readonly models?: readonly string[];
  readonly key?: string;
  /** Before the headers of each answer. */
  readonly latencyMs?: number;
  /** Who serves it: a gateway and Vertex AI have addresses, credentials and names of models of their own. */
  readonly host?: 'anthropic' | 'gateway' | 'vertex';
  /** Whether a bearer token is a credential, beside the key. */
  readonly accepts?: (bearer: string) => boolean;
  /** Answers requests that are none to a model, e.g. for tokens; true: it did. */
  readonly also?: (incoming: IncomingMessage, raw: string, response: ServerResponse) => boolean;
  /** Serves https. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

export const fakeKey = 'sk-ant-api03-a-key-of-the-fake-1234567890';
export const fakeModels = ['claude-opus-4-8', 'claude-sonnet-4-6', 'claude-haiku-4-5'] as const;
export const gatewayModels = ['anthropic/claude-opus-4.8', 'anthropic/claude-sonnet-4.6', 'anthropic/claude-haiku-4.5'] as const;
/** Of the project and location that the fake of Vertex AI serves. */
export const fakeGoogle = { project: 'shop-data', location: 'europe-west1' } as const;

const bytesPerToken = 3.7;
export const plus = (a: WireUsage, b: WireUsage): WireUsage => ({
  uncachedInputTokens: a.uncachedInputTokens + b.uncachedInputTokens, cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens, cacheWrite5mTokens: a.cacheWrite5mTokens + b.cacheWrite5mTokens,
  cacheWrite1hTokens: a.cacheWrite1hTokens + b.cacheWrite1hTokens, outputTokens: a.outputTokens + b.outputTokens,
});

/** Sends each unit to its own script: by the first of the texts that its first message holds. The script gets how many requests of the same unit came before. */
export function byUnit(scripts: Readonly<Record<string, Brain>>, otherwise: Brain = () => say(text('Nothing to do.'))): Brain {
  const counts = new Map<string, number>();
  return (request, n) => {
    const first = request.messages[0]?.content.map((block) => String(block['text'] ?? '')).join('\n') ?? '';
    const unit = Object.keys(scripts).find((words) => first.includes(words));
    const before = counts.get(unit ?? '') ?? 0;
    counts.set(unit ?? '', before + 1);
    return unit === undefined ? otherwise(request, n) : scripts[unit]!(request, before);
  };
}

/** One reply after the other, the last one again and again. */
export function inTurn(...replies: readonly Reply[]): Brain {
  return (_, n) => replies[Math.min(n, replies.length - 1)]!;
}

/** A loopback address that refuses connections. */
export async function closedAddress(): Promise<string> {
  const server = createSocketServer();
  server.unref();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  return `http://127.0.0.1:${port}`;
}

const refuse = (message: string): never => { throw new Refusal(400, 'invalid_request_error', message); };

export async function startMessagesApi({ brain, host = 'anthropic', models = host === 'gateway' ? gatewayModels : fakeModels, key = fakeKey, accepts = () => false, also = () => false, latencyMs = 0, certificate }: MessagesApiOptions): Promise<MessagesApi> {
  const requests: ReceivedRequest[] = [];
  const violations: string[] = [];
  const thoughts = new Map<string, string>();
  const cache = new Set<string>();
  let messageCount = 0;

  async function handle(incoming: IncomingMessage, raw: string, response: ServerResponse): Promise<void> {
    if (also(incoming, raw, response)) return;
    const request = received(incoming, raw);
    requests.push(request);
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
    await deliver(request, answer, request.usage, response);
  }

  function received({ headers, url = '/' }: IncomingMessage, raw: string): ReceivedRequest {
    let body: Fields = {};
    try {
      body = JSON.parse(raw) as Fields;
    } catch {
      // check() says so.
    }
    const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value as readonly Fields[] : []);
    const blocks = (content: unknown): ReceivedMessage['content'] => (typeof content === 'string' ? [{ type: 'text', text: content }] : list(content) as ReceivedMessage['content']);
    return {
      path: url, headers, raw, body, model: host === 'vertex' ? vertexModel(url) : String(body['model'] ?? ''), maxTokens: Number(body['max_tokens'] ?? 0), system: blocks(body['system']).map((block) => String(block['text'])).join('\n'),
      tools: list(body['tools']).map((tool) => ({ ...tool, name: String(tool['name']) })), messages: list(body['messages']).map((message) => ({ role: String(message['role']), content: blocks(message['content']) })),
      at: Date.now(), usage: null, status: 0,
    };
  }

  function check({ method, url, headers }: IncomingMessage, { body, model, maxTokens, tools, messages, raw }: ReceivedRequest): void {
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    const isKnown = host === 'vertex' ? accepts(bearer ?? '') : bearer === key || (bearer !== undefined && accepts(bearer)) || (host === 'anthropic' && headers['x-api-key'] === key);
    if (!isKnown) throw new Refusal(401, 'authentication_error', headers['x-api-key'] === undefined && bearer === undefined ? 'x-api-key header is required' : 'invalid x-api-key');
    if (method !== 'POST' || (host === 'vertex' ? model === '' : url !== '/v1/messages' && !(isAgent(headers) && url === '/v1/messages?beta=true'))) throw new Refusal(404, 'not_found_error', 'Not Found');
    if (host === 'vertex') {
      if (body['anthropic_version'] !== 'vertex-2023-10-16') refuse('anthropic_version: Input should be \'vertex-2023-10-16\'');
      if (body['model'] !== undefined) refuse('model: Extra inputs are not permitted');
      if (headers['x-api-key'] !== undefined || headers['anthropic-version'] !== undefined) refuse('a header of the provider was sent to Google');
      if ((body['stream'] === true) !== String(url).endsWith(':streamRawPredict')) refuse('stream: does not fit the method');
    } else if (headers['anthropic-version'] === undefined) {
      refuse('anthropic-version: header is required');
    }
    if (raw === '' || Object.keys(body).length === 0) refuse('The request body is not valid JSON');
    if (model === '') refuse('model: Field required');
    if (!models.includes(model)) throw new Refusal(404, 'not_found_error', `model: ${model}`);
    if (!Number.isInteger(maxTokens) || maxTokens < 1) refuse('max_tokens: Field required');
    checkTools(tools as readonly Fields[]);
    checkMarkers(body);
    checkMessages(isAgent(headers) ? messages.filter(({ role }) => role !== 'system') : messages);
    for (const { content } of messages) {
      for (const block of content) {
        if (block.type === 'thinking' && thoughts.get(String(block['signature'])) !== block['thinking']) refuse('messages: Invalid `signature` in `thinking` block');
      }
    }
  }

  /** The provider's rule: the longest known prefix is read, what reaches a further marker is written, the rest is plain; below the model's minimum nothing is cached. */
  function bill({ body, model }: ReceivedRequest, answer: MessageReply): WireUsage {
    const parts = partsOf(body);
    const least = model.includes('sonnet') ? 2048 : 4096;
    const hash = createHash('sha256').update(model);
    let bytes = 0;
    const points = parts.map(({ bare, ttl }) => {
      bytes += Buffer.byteLength(bare);
      hash.update(`${bare}\u0000`);
      return { tokens: Math.ceil(bytes / bytesPerToken), prefix: hash.copy().digest('hex'), ttl };
    });
    const total = Math.ceil(bytes / bytesPerToken);
    const usage = { ...none, outputTokens: answer.outputTokens ?? Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(answer.content)) / bytesPerToken)) };
    const marked = points.map((point, index) => ({ ...point, index })).filter((point) => point.ttl !== null && point.tokens >= least);
    const read = Math.max(0, ...marked.flatMap(({ index }) => points.slice(Math.max(0, index - 20), index + 1)).filter(({ prefix }) => cache.has(prefix)).map(({ tokens }) => tokens));
    let at = read;
    let [write5m, write1h] = [0, 0];
    for (const { tokens, ttl, prefix } of marked) {
      cache.add(prefix);
      if (tokens <= at) continue;
      if (ttl === '1h') write1h += tokens - at;
      else write5m += tokens - at;
      at = tokens;
    }
    return { ...usage, cacheReadTokens: read, cacheWrite5mTokens: write5m, cacheWrite1hTokens: write1h, uncachedInputTokens: total - at };
  }

  async function deliver({ body, model, tools }: ReceivedRequest, { content, stopReason, headers = {}, breaks }: MessageReply, usage: WireUsage, response: ServerResponse): Promise<void> {
    const id = `msg_${String(messageCount += 1).padStart(6, '0')}`;
    // Scripts name tools as tasks do.
    const named = (name: string): string => tools.find((tool) => tool.name === `mcp__ktx__${name}`)?.name ?? name;
    const blocks = content.map((block, index) => (block.type === 'tool_use' ? { ...block, id: `toolu_${id}_${index}`, name: named(block.name) } : block));
    for (const block of content) if (block.type === 'thinking') thoughts.set(block.signature, block.thinking);
    const reason = stopReason ?? (content.some(({ type }) => type === 'tool_use') ? 'tool_use' : 'end_turn');
    const input = {
      input_tokens: usage.uncachedInputTokens, cache_creation_input_tokens: usage.cacheWrite5mTokens + usage.cacheWrite1hTokens, cache_read_input_tokens: usage.cacheReadTokens,
      cache_creation: { ephemeral_5m_input_tokens: usage.cacheWrite5mTokens, ephemeral_1h_input_tokens: usage.cacheWrite1hTokens },
    };
    const message = { id, type: 'message', role: 'assistant', model, content: [] as unknown[], stop_reason: null, stop_sequence: null, usage: { ...input, output_tokens: 1 } };
    const limits = {
      'anthropic-ratelimit-requests-limit': '1000', 'anthropic-ratelimit-requests-remaining': '990', 'anthropic-ratelimit-requests-reset': new Date(Date.now() + 60_000).toISOString(),
      'anthropic-ratelimit-tokens-limit': '1000000', 'anthropic-ratelimit-tokens-remaining': '900000', 'anthropic-ratelimit-tokens-reset': new Date(Date.now() + 60_000).toISOString(), 'request-id': `req_${id}`,
    };
    if (body['stream'] !== true) {
      const whole = { ...message, content: blocks.map((block) => (block.type === 'tool_use' ? { type: block.type, id: block.id, name: block.name, input: block.input } : block)), stop_reason: reason, usage: { ...input, output_tokens: usage.outputTokens } };
      return reply(response, 200, whole, { ...limits, ...headers });
    }
    const events: Fields[] = [{ type: 'message_start', message }, { type: 'ping' }];
    for (const [index, block] of blocks.entries()) {
      const delta = (fields: Fields): void => { events.push({ type: 'content_block_delta', index, delta: fields }); };
      if (block.type === 'text') {
        events.push({ type: 'content_block_start', index, content_block: { type: 'text', text: '' } });
        for (const piece of pieces(block.text)) delta({ type: 'text_delta', text: piece });
      } else if (block.type === 'thinking') {
        events.push({ type: 'content_block_start', index, content_block: { type: 'thinking', thinking: '', signature: '' } });
        for (const piece of pieces(block.thinking)) delta({ type: 'thinking_delta', thinking: piece });
        delta({ type: 'signature_delta', signature: block.signature });
      } else {
        events.push({ type: 'content_block_start', index, content_block: { type: 'tool_use', id: block.id, name: block.name, input: {} } });
        for (const piece of ['', ...pieces(block.json ?? JSON.stringify(block.input))]) delta({ type: 'input_json_delta', partial_json: piece });
      }
      events.push({ type: 'content_block_stop', index });
    }
    events.push({ type: 'message_delta', delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: usage.outputTokens } }, { type: 'message_stop' });
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache', ...limits, ...headers });
    response.flushHeaders();
    const by = breaks?.by;
    await stream(server, response, events.map(eventText), breaks && { after: breaks.after, by: typeof by === 'object' ? { event: eventText({ type: 'error', error: by }) } : by ?? 'end' });
  }

  const server = await openModelServer({
    certificate, handle, refusal: ({ type, message }) => ({ type: 'error', error: { type, message } }), broken: (error) => { violations.push(`the fake failed: ${String(error)}`); },
  });
  return {
    url: server.url, requests, violations,
    billed: () => requests.reduce((sum, { usage }) => (usage ? plus(sum, usage) : sum), none),
    mostAtOnce: server.mostAtOnce, close: () => server.close(),
  };
}

/** Claude Code, which asks for the beta of the API and says things to the model in messages of the role system. */
const isAgent = (headers: IncomingHttpHeaders): boolean => headers['user-agent']?.startsWith('claude-cli/') === true;

const eventText = (event: Fields): string => `event: ${String(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`;

/** The model of an address of Vertex AI; empty for any other. */
function vertexModel(url: string): string {
  const { project, location } = fakeGoogle;
  return new RegExp(`^/v1/projects/${project}/locations/${location}/publishers/anthropic/models/([^/:]+):(?:streamR|r)awPredict$`).exec(decodeURIComponent(url))?.[1] ?? '';
}

interface Part {
  /** Without its marker. */
  readonly bare: string;
  readonly ttl: '5m' | '1h' | null;
}

/** What makes up the prefix, in its order. */
function partsOf(body: Fields): Part[] {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : typeof value === 'string' ? [{ type: 'text', text: value }] : []);
  const all = [...list(body['tools']), ...list(body['system']), ...list(body['messages']).flatMap((message) => list((message as Fields)['content']))];
  return all.map((block) => {
    const { cache_control: marker, ...bare } = block as Fields;
    const ttl = typeof marker === 'object' && marker !== null ? ((marker as Fields)['ttl'] === '1h' ? '1h' : '5m') : null;
    return { bare: JSON.stringify(bare), ttl };
  });
}

function checkMarkers(body: Fields): void {
  const markers = partsOf(body).map(({ ttl }) => ttl).filter((ttl) => ttl !== null);
  if (markers.length > 4) refuse(`A maximum of 4 blocks with cache_control may be provided. Found ${markers.length}.`);
  if (markers.some((ttl, index) => ttl === '1h' && markers.slice(0, index).includes('5m'))) refuse('cache_control.ttl: a ttl=\'1h\' cache_control block must not come after a ttl=\'5m\' cache_control block');
}

function checkTools(tools: readonly Fields[]): void {
  const names = new Set<unknown>();
  for (const [index, { name, input_schema: schema }] of tools.entries()) {
    if (!/^[a-zA-Z0-9_-]{1,128}$/.test(String(name))) refuse(`tools.${index}.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'`);
    if (names.has(name)) refuse('tools: Tool names must be unique.');
    names.add(name);
    if ((schema as Fields | undefined)?.['type'] !== 'object') refuse(`tools.${index}.input_schema.type: Field required`);
  }
}

function checkMessages(messages: readonly ReceivedMessage[]): void {
  if (messages.length === 0) refuse('messages: at least one message is required');
  if (messages[0]?.role !== 'user') refuse('messages: first message must use the "user" role');
  let open: readonly unknown[] = [];
  for (const [index, { role, content }] of messages.entries()) {
    if (role !== 'user' && role !== 'assistant') refuse(`messages.${index}.role: Input should be 'user' or 'assistant'`);
    if (role === messages[index - 1]?.role) refuse('messages: roles must alternate between "user" and "assistant"');
    if (content.length === 0) refuse(`messages.${index}: all messages must have non-empty content`);
    if (content.some((block) => block.type === 'text' && String(block['text'] ?? '').trim() === '')) refuse('messages: text content blocks must be non-empty');
    const results = content.filter(({ type }) => type === 'tool_result').map((block) => block['tool_use_id']);
    if (role === 'user') {
      if (open.some((id) => results.filter((result) => result === id).length !== 1)) refuse(`messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after, or with more than one`);
      if (results.some((result) => !open.includes(result))) refuse(`messages.${index}: unexpected \`tool_use_id\` found in \`tool_result\` blocks`);
      const firstOther = content.findIndex(({ type }) => type !== 'tool_result');
      if (results.length > 0 && firstOther >= 0 && firstOther < content.findLastIndex(({ type }) => type === 'tool_result')) refuse(`messages.${index}: tool_result blocks must come first`);
      open = [];
    } else {
      if (results.length > 0) refuse(`messages.${index}: tool_result in an assistant message`);
      open = content.filter(({ type }) => type === 'tool_use').map((block) => block['id']);
      if (content.some((block) => block.type === 'tool_use' && (typeof block['input'] !== 'object' || block['input'] === null || Array.isArray(block['input'])))) refuse(`messages.${index}: tool_use.input: Input should be a valid dictionary`);
    }
  }
  if (open.length > 0) refuse('messages: `tool_use` ids were found without `tool_result` blocks immediately after');
}
