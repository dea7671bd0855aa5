import { apiBackend, relayTo, transportOf, type ApiOptions } from './api-backend.js';
import type { Backend } from './backend.js';
import { keyWire, type Rest } from './bearer-wire.js';
import { openChatClient } from './chat-client.js';
import { chatMeterFor } from './chat-meter.js';
import { sizeOf } from './estimate.js';
import { checkRoute } from './route.js';

export interface OpenAiCompatibleOptions extends ApiOptions {
  /** `/chat/completions` is added to it; has passed checkRoute without a public host. */
  readonly baseUrl: string;
  /** Null: the server wants none. */
  readonly apiKey: string | null;
}

const chatApi: Rest = { forwarded: ['accept', 'content-type', 'user-agent'], sizeOf: (_, body) => sizeOf(body), meterFor: chatMeterFor };

/** Azure wants its keys in a header of its own; what follows the resource's name is Azure's. */
const isAzure = (host: string): boolean => /\.openai\.azure\.com$|\.(?:cognitiveservices|services\.ai)\.azure\.com$/.test(host);

/** A server that speaks chat completions: OpenAI, Azure, vLLM, Ollama, LiteLLM and others. Throws where the route was not checked. */
export function openOpenAiCompatible(options: OpenAiCompatibleOptions): Backend {
  const { baseUrl, apiKey, allowedHosts } = options;
  const route = checkRoute(baseUrl, allowedHosts, null);
  if (!route.ok) throw new Error(route.why);
  const transport = transportOf(options);
  const wire = keyWire(apiKey, chatApi, isAzure(route.url.hostname) ? 'api-key' : undefined);
  const client = openChatClient({ baseUrl: route.url.href.replace(/\/+(?:chat\/completions\/*)?$/, ''), relay: relayTo(route.url, wire, transport, options) });
  return apiBackend({ id: 'openai-compatible', host: route.host, client, close: () => transport.close() });
}
