import { anthropicWire, federatedWire } from './anthropic-wire.js';
import { federatedToken, type Federation } from './anthropic-federation.js';
import { apiBackend, relayTo, transportOf, type ApiOptions } from './api-backend.js';
import type { Backend } from './backend.js';
import type { CachingSettings } from './caching.js';
import { openMessagesClient } from './messages-client.js';
import { checkRoute } from './route.js';

export const anthropicHost = 'api.anthropic.com';

export interface AnthropicOptions extends ApiOptions {
  /** With or without `/v1`; has passed checkRoute. */
  readonly baseUrl: string;
  /** A key, the token of a sign-in, or what stands for them on a runner that proves who it is. */
  readonly apiKey: string | Federation;
  readonly caching: CachingSettings;
}

/** The Messages API of Anthropic, or of whoever speaks it at the base URL. Throws where the route was not checked. */
export async function openAnthropic(options: AnthropicOptions): Promise<Backend> {
  const { baseUrl, apiKey, allowedHosts, caching } = options;
  const route = checkRoute(baseUrl, allowedHosts, anthropicHost);
  if (!route.ok) throw new Error(route.why);
  const transport = transportOf(options);
  // ktx's own client wants the version in the base URL, the SDK adds it.
  const base = route.url.href.replace(/\/+(?:v1\/*)?$/, '');
  const wire = typeof apiKey === 'string' ? anthropicWire(apiKey) : federatedWire(federatedToken(apiKey, { baseUrl: base, transport, clock: options.clock }));
  const client = await openMessagesClient({ baseUrl: base, relay: relayTo(route.url, wire, transport, options), cachingOf: () => caching });
  return apiBackend({ id: 'anthropic', host: route.host, client, close: () => transport.close() });
}
