import type { EnvHttpProxyAgent } from 'undici';
import { BadProxyError } from './network-error.js';

/** The one way out to a model's host. */
export interface Transport {
  /** Follows no redirect and buffers nothing. */
  readonly fetch: (url: URL, request: { readonly method: string; readonly headers: Headers; readonly body?: string; readonly signal: AbortSignal }) => Promise<Response>;
  /** `host:port` of the proxy that requests to this address take, or null. */
  proxyOf(url: URL): string | null;
  /** Milliseconds that the other end may be silent. */
  readonly silenceMs: number;
  close(): Promise<void>;
}

/**
 * Honours HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the given environment in both spellings, and the CAs that Node was started
 * with (NODE_EXTRA_CA_CERTS). `silenceMs`: how long the other end may be silent before headers and between chunks.
 */
export function openTransport({ environment, silenceMs }: { readonly environment: Readonly<Record<string, string | undefined>>; readonly silenceMs: number }): Transport {
  // Lower case first, as everywhere where both are read.
  const variable = (name: string): string => [environment[name.toLowerCase()], environment[name]].map((value) => value?.trim() ?? '').find((value) => value !== '') ?? '';
  const proxies = { 'http:': proxyAddress('HTTP_PROXY', variable('HTTP_PROXY')), 'https:': proxyAddress('HTTPS_PROXY', variable('HTTPS_PROXY')) };
  const noProxy = variable('NO_PROXY');
  const agents = new Map<string, Promise<EnvHttpProxyAgent>>();
  const agentFor = (protocol: 'http:' | 'https:'): Promise<EnvHttpProxyAgent> => {
    const proxy = proxies[protocol];
    if (proxy instanceof BadProxyError) return Promise.reject(proxy);
    let agent = agents.get(protocol);
    if (!agent) {
      // One agent a protocol: a single one would send https over HTTP_PROXY where HTTPS_PROXY is not set, which nothing else does.
      agent = import('undici').then(({ EnvHttpProxyAgent: ProxyAgent }) =>
        new ProxyAgent({ httpProxy: proxy?.href ?? '', httpsProxy: proxy?.href ?? '', noProxy, headersTimeout: silenceMs, bodyTimeout: silenceMs }));
      agents.set(protocol, agent);
    }
    return agent;
  };
  const protocolOf = (url: URL): 'http:' | 'https:' => (url.protocol === 'http:' ? 'http:' : 'https:');
  return {
    silenceMs,
    async fetch(url, { method, headers, body, signal }) {
      const dispatcher = await agentFor(protocolOf(url));
      const { fetch } = await import('undici');
      return await fetch(url, { method, headers: [...headers], ...(body === undefined ? {} : { body }), signal, redirect: 'manual', dispatcher }) as unknown as Response;
    },
    proxyOf(url) {
      const proxy = proxies[protocolOf(url)];
      return proxy === null || proxy instanceof BadProxyError || isDirect(url, noProxy) ? null : `${proxy.hostname}:${proxy.port || (proxy.protocol === 'https:' ? '443' : '80')}`;
    },
    async close() {
      const open = await Promise.allSettled(agents.values());
      agents.clear();
      await Promise.all(open.flatMap((one) => (one.status === 'fulfilled' ? [one.value.destroy()] : [])));
    },
  };
}

function proxyAddress(name: string, value: string): URL | BadProxyError | null {
  if (value === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (URL.canParse(address)) {
    const url = new URL(address);
    if ((url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return url;
  }
  return new BadProxyError(`${name} is not the address of an HTTP proxy.`);
}

/** As undici reads NO_PROXY: names, their subdomains, an optional port, `*`. */
function isDirect(url: URL, noProxy: string): boolean {
  if (noProxy === '*') return true;
  const host = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy.split(/[,\s]+/).filter((entry) => entry !== '').some((entry) => {
    const [, name = entry, only] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
    const plain = name.replace(/^\*?\./, '').toLowerCase();
    return (only === undefined || only === port) && (host === plain || host.endsWith(`.${plain}`));
  });
}
