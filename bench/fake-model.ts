import { say, startMessagesApi, text, toolUse, type Brain, type Content, type ReceivedRequest } from '../test/fakes/messages-api.js';
import { unitOf } from './eval/scripted.js';

/**
 * The fake Messages API in a process of its own, so that its work does not count as that of what is measured. Started by
 * judged.ts; tells its address, and on request what it has seen since it was last asked.
 */

/** How a scripted model works through a unit: in one request, or by reading, a mistake and its correction. */
export type Manner = 'one' | 'three';

/** What is asked of the process: a manner begins a new count, `counts` ends it. */
export type Order = { readonly manner: Manner } | 'counts' | 'close';

export interface Counts {
  /** Requests that judged a unit. */
  readonly requests: number;
  readonly units: number;
  readonly bytes: number;
  /** System and tools in them. */
  readonly fixedBytes: number;
  /** Of one request of a unit with rows. */
  readonly systemBytes: number;
  readonly toolsBytes: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** Milliseconds from the first request to the answer of the last. */
  readonly milliseconds: number;
  readonly mostAtOnce: number;
  readonly violations: readonly string[];
}

const latencyMs = 200;
let manner: Manner = 'one';
let from = 0;

const finish = toolUse('finish', {});
const propose = (...edits: readonly unknown[]): Content => toolUse('propose_edits', { edits });
const measure = (source: string, name: string, expr: string) => ({ kind: 'measure', source, name, expr, text: 'Euros of all rows, whatever their state.' });
const page = { kind: 'page', name: 'handbook', summary: 'How amounts are counted', text: 'Amounts are in euros and are counted on the day of creation, whatever their state is.' };

const brain: Brain = (request) => {
  const unit = unitOf(request);
  if (unit === undefined) return say(text('OK'));
  const source = /\.(model_\d+)$/.exec(unit)?.[1];
  const right = source === undefined ? propose(page) : propose(measure(source, 'total_amount', 'sum(amount)'), measure(source, 'things', 'count(id)'));
  if (manner === 'one') return say(right, finish);
  switch (request.messages.filter((message) => message.role === 'assistant').length) {
    case 0: return say(source === undefined ? toolUse('search_context', { query: 'amount' }) : toolUse('read_context', { name: source }));
    case 1: return say(source === undefined ? propose({ ...page, summary: '' }) : propose(measure(source, 'total_amount', 'sum(amnt)'), measure(source, 'things', 'count(id)')), finish);
    default: return say(source === undefined ? right : propose(measure(source, 'total_amount', 'sum(amount)')), finish);
  }
};

const api = await startMessagesApi({ brain, latencyMs });

function counts(): Counts {
  const judging = api.requests.slice(from).filter((request) => unitOf(request) !== undefined);
  const size = (part: unknown): number => (part === undefined ? 0 : Buffer.byteLength(JSON.stringify(part)));
  const sum = (of: (request: ReceivedRequest) => number): number => judging.reduce((total, request) => total + of(request), 0);
  const largest = (part: 'system' | 'tools'): number => Math.max(0, ...judging.map(({ body }) => size(body[part])));
  return {
    requests: judging.length, units: new Set(judging.map(unitOf)).size, bytes: sum(({ raw }) => Buffer.byteLength(raw)), fixedBytes: sum(({ body }) => size(body['system']) + size(body['tools'])),
    systemBytes: largest('system'), toolsBytes: largest('tools'),
    inputTokens: sum(({ usage }) => (usage ? usage.uncachedInputTokens + usage.cacheReadTokens + usage.cacheWrite5mTokens + usage.cacheWrite1hTokens : 0)),
    cachedTokens: sum(({ usage }) => usage?.cacheReadTokens ?? 0), outputTokens: sum(({ usage }) => usage?.outputTokens ?? 0),
    milliseconds: judging.length === 0 ? 0 : Math.max(...judging.map(({ at }) => at)) + latencyMs - Math.min(...judging.map(({ at }) => at)), mostAtOnce: api.mostAtOnce(), violations: [...api.violations],
  };
}

process.on('message', (order: Order) => {
  if (order === 'close') {
    void api.close().then(() => process.disconnect());
  } else if (order === 'counts') process.send?.(counts());
  else {
    manner = order.manner;
    from = api.requests.length;
    process.send?.('ready');
  }
});
process.send?.({ url: api.url });
