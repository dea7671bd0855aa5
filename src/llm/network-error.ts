import { modelFailure } from './classify.js';
import type { ModelFailure } from './failure.js';

/** The way that a request took, for the words of its failure. */
export interface Way {
  readonly host: string;
  /** `host:port` of the proxy, without credentials. */
  readonly proxy: string | null;
  /** How long the other end may be silent, in milliseconds. */
  readonly silenceMs: number;
}

/** A proxy variable that is no address. */
export class BadProxyError extends Error {
  override readonly name = 'BadProxyError';
}

interface Thrown {
  readonly code: string;
  readonly message: string;
  readonly syscall: string;
}

/** From the outside in: what fetch throws is wrapped, and several addresses of a host fail as one AggregateError. */
function causes(error: unknown): Thrown[] {
  const found: Thrown[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < 12) {
    const one = queue.shift();
    if (typeof one !== 'object' || one === null) continue;
    const { code, message, syscall, cause, errors, name } = one as Readonly<Record<string, unknown>>;
    found.push({ code: typeof code === 'string' ? code : name === 'BadProxyError' ? 'BAD_PROXY' : '', message: typeof message === 'string' ? message : '', syscall: typeof syscall === 'string' ? syscall : '' });
    queue.push(cause, ...(Array.isArray(errors) ? errors as readonly unknown[] : []));
  }
  return found;
}

const untrusted = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED', 'CERT_SIGNATURE_FAILURE', 'CERT_REVOKED', 'INVALID_CA',
]);
const wrongCertificate = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UND_ERR_PRX_TLS']);
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'BAD_PROXY', ...untrusted, ...wrongCertificate]);

const isTls = (code: string): boolean => code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_');
const proxyAnswer = (thrown: readonly Thrown[]): string | undefined => thrown.map(({ message }) => /Proxy response \((\d{3})\)/.exec(message)?.[1]).find((status) => status !== undefined);

/** Whether the provider may have got the request, so that it may be billed although no answer came. */
export function mayHaveReached(error: unknown): boolean {
  const thrown = causes(error);
  // fetch itself refuses some ports.
  return proxyAnswer(thrown) === undefined && !thrown.some(({ code, syscall, message }) => message === 'bad port' || neverSent.has(code) || isTls(code) || syscall === 'connect' || syscall === 'getaddrinfo');
}

/** Whether the same request may do better: not where a certificate, a name of a proxy or its sign-in is wrong. */
export function mayPass(error: unknown): boolean {
  const thrown = causes(error);
  return proxyAnswer(thrown) === undefined && !thrown.some(({ code, message }) => message === 'bad port' || untrusted.has(code) || wrongCertificate.has(code) || isTls(code) || code === 'BAD_PROXY');
}

/** The failure that an error without an HTTP answer stands for, in a plain sentence. */
export function classifyThrown(error: unknown, { host, proxy, silenceMs }: Way): ModelFailure {
  const thrown = causes(error);
  const has = (...codes: string[]): boolean => thrown.some(({ code }) => codes.includes(code));
  const via = proxy === null ? host : `${host} over the proxy ${proxy}`;
  const network = (message: string): ModelFailure => modelFailure('network', message, { type: thrown.find(({ code }) => code !== '')?.code });
  const bad = thrown.find(({ code }) => code === 'BAD_PROXY');
  if (bad) return network(bad.message);
  if (thrown.some(({ message }) => message === 'bad port')) return network(`${host} has a port that belongs to another protocol, so no HTTP client uses it.`);
  const refused = proxyAnswer(thrown);
  if (refused !== undefined) return network(`The proxy ${proxy ?? ''} did not let the request to ${host} through: it answered ${refused}${refused === '407' ? ', so it wants a sign-in' : ''}.`);
  if (has('UND_ERR_HEADERS_TIMEOUT')) return modelFailure('timeout', `${host} sent no answer for ${Math.round(silenceMs / 1000)} s.`, { type: 'UND_ERR_HEADERS_TIMEOUT' });
  if (has('UND_ERR_BODY_TIMEOUT')) return modelFailure('timeout', `${host} stopped in the middle of an answer and was silent for ${Math.round(silenceMs / 1000)} s.`, { type: 'UND_ERR_BODY_TIMEOUT' });
  if (thrown.some(({ code }) => untrusted.has(code))) return network(`The certificate of ${via} is not trusted here. Behind a company's proxy, name its CA in NODE_EXTRA_CA_CERTS.`);
  if (has('ERR_TLS_CERT_ALTNAME_INVALID', 'UND_ERR_PRX_TLS')) return network(`The certificate of ${via} was made for another host.`);
  if (has('CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID')) return network(`The certificate of ${via} is not valid at this time.`);
  if (thrown.some(({ code }) => isTls(code))) return network(`No encrypted connection to ${via} could be made.`);
  const to = proxy === null ? host : `The proxy ${proxy}`;
  if (has('ECONNREFUSED')) return network(proxy === null ? `${to} refuses connections.` : `${to}, which is to lead to ${host}, refuses connections.`);
  if (has('ENOTFOUND', 'EAI_AGAIN')) return network(proxy === null ? `The name ${host} could not be resolved.` : `The name of the proxy ${proxy} could not be resolved.`);
  if (has('EHOSTUNREACH', 'ENETUNREACH')) return network(`${to} cannot be reached from here.`);
  if (has('UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT')) return network(`${to} did not accept a connection in time.`);
  if (has('ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED')) return network(`The connection to ${via} was closed before the answer was complete.`);
  return network(`The request to ${via} failed: ${thrown.at(-1)?.message ?? String(error)}`);
}
