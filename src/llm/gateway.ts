import { messagesApi } from './anthropic-wire.js';
import { apiBackend, relayTo, transportOf, type ApiOptions } from './api-backend.js';
import type { Backend } from './backend.js';
import { keyWire } from './bearer-wire.js';
import type { CachingSettings } from './caching.js';
import { openMessagesClient } from './messages-client.js';
import { checkRoute } from './route.js';

export const gatewayHost = 'ai-gateway.vercel.sh';

export interface GatewayOptions extends ApiOptions {
  /** With or without a trailing `/vN/ai`, which ktx's own client wants; has passed checkRoute. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly caching: CachingSettings;
}

/** As the gateway names them, `anthropic/claude-…`: what else it serves takes no markers. */
const isClaude = (model: string): boolean => /(?:^|\/)claude-/.test(model);

/** The AI gateway of Vercel, which speaks the Messages API for models of many. Throws where the route was not checked. */
export async function openGateway(options: GatewayOptions): Promise<Backend> {
  const { baseUrl, apiKey, allowedHosts, caching } = options;
  const route = checkRoute(baseUrl, allowedHosts, gatewayHost);
  if (!route.ok) throw new Error(route.why);
  const transport = transportOf(options);
  const client = await openMessagesClient({
    baseUrl: route.url.href.replace(/\/+(?:v\d+\/ai\/*|v1\/*)?$/, ''), relay: relayTo(route.url, keyWire(apiKey, messagesApi), transport, options), cachingOf: (model) => (isClaude(model) ? caching : { enabled: false }),
  });
  return apiBackend({ id: 'gateway', host: route.host, client, close: () => transport.close() });
}
