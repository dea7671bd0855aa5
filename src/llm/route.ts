/** Where model traffic may go. */
export type Route = { readonly ok: true; readonly url: URL; readonly host: string } | { readonly ok: false; readonly why: string; readonly fix: string };

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a base URL leads to the provider's public host or to one of `allowedHosts`: entries are `host`, `host:port` or
 * `*.host` for its subdomains. Without a port an entry stands for the protocol's own port, on loopback for any. `host` of
 * the answer is as URLs print it: lower case, punycode, with a port that is not the protocol's own. Without a public host
 * there is no address but the configured one: loopback needs no allowance then.
 */
export function checkRoute(baseUrl: string, allowedHosts: readonly string[], publicHost: string | null): Route {
  const text = baseUrl.trim();
  // Clients differ in where the host ends before one of these.
  if (/[\\\s\p{Cc}]/u.test(text)) return { ok: false, why: 'the base URL holds a backslash, a space or a control character', fix: 'leave it out' };
  if (!URL.canParse(text)) return { ok: false, why: 'the base URL is not an absolute URL', fix: `write it with its protocol, for example https://${publicHost ?? 'llm.example.com'}` };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, why: `the base URL has the protocol ${url.protocol.slice(0, -1)}`, fix: 'use https' };
  if (url.username !== '' || url.password !== '') {
    return { ok: false, why: `the base URL holds a user name or password before its host, which is ${url.host}`, fix: 'put only protocol, host and path into base_url, and the credential into api_key' };
  }
  if (url.search !== '' || url.hash !== '') return { ok: false, why: 'the base URL has a query or a fragment', fix: 'put only protocol, host and path into base_url' };
  const isLoopback = loopback.test(url.hostname);
  if (url.protocol === 'http:' && !isLoopback) return { ok: false, why: `the base URL sends the credential to ${url.host} without encryption`, fix: 'use https; plain http is for loopback addresses only' };
  // A trailing dot names the same host in DNS and another one in every list.
  if (url.hostname.endsWith('.')) return { ok: false, why: `the host ${url.host} ends with a dot`, fix: 'leave the dot out' };
  if (url.host === publicHost || (publicHost === null && isLoopback) || allowedHosts.some((entry) => matches(entry, url, isLoopback))) return { ok: true, url, host: url.host };
  const resembles = (publicHost !== null && url.hostname.includes(publicHost)) || url.hostname.split('.').some((label) => label.startsWith('xn--'));
  return {
    ok: false,
    why: `the base URL leads to ${url.host}, which is ${publicHost === null ? 'no' : `neither ${publicHost} nor an`} allowed host${resembles ? '; its name only resembles one' : ''}`,
    fix: `if model traffic and the credential may go to ${url.host}, add it to allowed-hosts; otherwise correct base_url`,
  };
}

function matches(entry: string, url: URL, isLoopback: boolean): boolean {
  const [, wildcard = '', name = '', port] = /^(\*\.)?(\[[0-9a-f:.]+\]|[^:/@?#*\s]+)(?::(\d{1,5}))?$/i.exec(entry.trim()) ?? [];
  if (name === '' || !URL.canParse(`https://${name}`)) return false;
  // The same spelling as the URL's: lower case and punycode.
  const { hostname } = new URL(`https://${name}`);
  const own = url.protocol === 'https:' ? '443' : '80';
  if (port !== undefined ? port !== (url.port || own) : url.port !== '' && !isLoopback) return false;
  return wildcard === '' ? url.hostname === hostname : url.hostname.endsWith(`.${hostname}`) && hostname.includes('.');
}
