import type { GoogleIdentity } from '../project/google-credential.js';
import { apiBackend, relayTo, transportOf, type ApiOptions } from './api-backend.js';
import type { Backend } from './backend.js';
import { renewedWire, type Rest } from './bearer-wire.js';
import type { CachingSettings } from './caching.js';
import { sizeOf } from './estimate.js';
import { googleToken, tokenRoutes } from './google-identity.js';
import { openMessagesClient } from './messages-client.js';
import { meterFor } from './meter.js';
import { checkRoute } from './route.js';
import { openTransport } from './transport.js';

export interface VertexOptions extends ApiOptions {
  /** Where it is served, e.g. `europe-west1` or `global`. */
  readonly location: string;
  /** The project of Google Cloud that is billed. */
  readonly project: string;
  readonly identity: GoogleIdentity;
  /** Another address than the location's own, e.g. of a gateway that hands it on; has passed checkRoute. */
  readonly baseUrl?: string | undefined;
  readonly caching: CachingSettings;
  /** Models there that know no cache of an hour. */
  readonly fallbackTo5m: boolean;
}

/** Null where it is no location: it becomes a part of a host name. https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude */
export function vertexHost(location: string): string | null {
  if (!/^[a-z](?:[a-z0-9-]{0,40}[a-z0-9])$/.test(location)) return null;
  if (location === 'global') return 'aiplatform.googleapis.com';
  return location === 'us' || location === 'eu' ? `aiplatform.${location}.rep.googleapis.com` : `${location}-aiplatform.googleapis.com`;
}

/** The model is in the address and not in the body. */
const vertexApi: Rest = {
  forwarded: ['accept', 'content-type', 'user-agent'], meterFor,
  sizeOf: (url, body) => ({ ...sizeOf(body), model: decodeURIComponent(/\/models\/([^/:]+):/.exec(url.pathname)?.[1] ?? '') }),
};

/** Claude on Vertex AI: the Messages API at an address of Google's, with its tokens. Throws where a route was not checked. */
export async function openVertex(options: VertexOptions): Promise<Backend> {
  const { location, project, identity, allowedHosts, environment, fallbackTo5m, clock } = options;
  const host = vertexHost(location);
  if (host === null) throw new Error('no location');
  const route = checkRoute(options.baseUrl ?? `https://${host}`, allowedHosts, host);
  for (const one of [route, ...tokenRoutes(identity, allowedHosts, environment)]) if (!one.ok) throw new Error(one.why);
  if (!route.ok) throw new Error(route.why);
  const transport = transportOf(options);
  const direct = openTransport({ environment: {}, silenceMs: Math.min(options.silenceMs, 5_000) });
  const wire = renewedWire(googleToken(identity, { transport, direct, clock }), vertexApi);
  const caching: CachingSettings = fallbackTo5m ? { ...options.caching, toolsTtl: '5m', systemTtl: '5m', historyTtl: '5m' } : options.caching;
  const models = `/v1/projects/${encodeURIComponent(project)}/locations/${location}/publishers/anthropic/models`;
  const client = await openMessagesClient({
    baseUrl: route.url.href.replace(/\/+(?:v1\/*)?$/, ''), relay: relayTo(route.url, wire, transport, options), cachingOf: () => caching,
    shape: ({ model, ...body }) => ({ path: `${models}/${encodeURIComponent(model).replaceAll('%40', '@')}:streamRawPredict`, body: { anthropic_version: 'vertex-2023-10-16', ...body } }),
  });
  return apiBackend({
    id: 'vertex', host: route.host, client,
    async close() {
      await Promise.all([transport.close(), direct.close()]);
    },
  });
}
