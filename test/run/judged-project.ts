import type { MessagesApi, ReceivedRequest } from '../fakes/messages-api.js';
import { fakeKey } from '../fakes/messages-api.js';
import { ProjectFolder } from '../project-folder.js';

/** Projects whose units a model judges: the fake Messages API in the place of the provider. */

export const schema = `
create table customers (id integer primary key, name text not null, region text);
create table orders (id integer primary key, customer_id integer references customers, status text, amount real);
create table visits (visit_id integer not null, customer_id integer, pages integer);
insert into customers values (1,'a','north'),(2,'b','south'),(3,'c','north');
insert into orders values (10,1,'paid',5),(11,1,'open',7),(12,2,'paid',9),(13,3,'paid',1);
insert into visits values (100,1,3),(101,2,4),(102,2,1),(103,3,9),(104,null,2);
`;

export function judgedConfig(api: Pick<MessagesApi, 'url'>, more = ''): string {
  return `connections:
  warehouse:
    driver: sqlite
    path: shop.sqlite
llm:
  provider:
    backend: anthropic
    anthropic:
      api_key: env:SHOP_KEY
      base_url: ${api.url}
  models:
    default: claude-sonnet-4-6
ingest:
  rateLimit:
    retry: {maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 5}
${more}`;
}

export function judgedProject(api: Pick<MessagesApi, 'url'>, files: Readonly<Record<string, string>> = {}, sql = schema): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': judgedConfig(api), ...files });
  folder.environment['SHOP_KEY'] = fakeKey;
  folder.environment['KTX_CI_ALLOWED_HOSTS'] = '127.0.0.1 localhost';
  if (sql !== '') folder.sql(sql);
  return folder;
}

/** The unit that a request is about; undefined for a probe. */
export function unitOf(request: ReceivedRequest): string | undefined {
  const first = request.messages[0]?.content.map((block) => String(block['text'] ?? '')).join('\n') ?? '';
  return /^# Unit (.+)$/m.exec(first)?.[1];
}

/** How often the model has answered in this conversation. */
export const turnOf = (request: ReceivedRequest): number => request.messages.filter((message) => message.role === 'assistant').length;

/** The answers of the tools in the last message. */
export function resultsOf(request: ReceivedRequest): string {
  const last = request.messages.at(-1)?.content ?? [];
  return last.filter((block) => block.type === 'tool_result').map((block) => (typeof block['content'] === 'string' ? block['content'] : (block['content'] as { text?: string }[]).map(({ text }) => text ?? '').join('\n'))).join('\n');
}

/** Requests that judged a unit. */
export const judging = (api: Pick<MessagesApi, 'requests'>): readonly ReceivedRequest[] => api.requests.filter((request) => unitOf(request) !== undefined);
