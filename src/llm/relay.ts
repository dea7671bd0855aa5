import { randomBytes } from 'node:crypto';
import { redactKnown } from '../text/redact.js';
import { classifyAnswer, classifyEvent, modelFailure } from './classify.js';
import { inputEstimate, reservationOf, type Observed, type RequestSize } from './estimate.js';
import type { ModelFailure } from './failure.js';
import type { Account, Amount, Reservation } from './ledger.js';
import type { Meter } from './meter.js';
import { classifyThrown, mayHaveReached, mayPass, type Way } from './network-error.js';
import { outboundOf, returnedHeaders, type Outbound } from './outbound.js';
import type { Pacing } from './pacing.js';
import { PrefixLead } from './prefix-lead.js';
import { costOf, type Price } from './prices.js';
import type { Exchange } from './recording.js';
import { BudgetError, RelayError } from './relay-error.js';
import type { Transport } from './transport.js';
import { inputTokensOf } from './usage.js';
import type { Wire } from './wire.js';

export interface RelayOptions {
  /** A base URL that checkRoute let through: requests go to its origin and nowhere else. */
  readonly base: URL;
  /** How the provider is spoken to; holds the real credential, which nobody else needs to have. */
  readonly wire: Wire;
  readonly transport: Transport;
  readonly pacing: Pacing;
  readonly priceOf: (model: string) => Price | undefined;
  readonly recorder?: ((exchange: Exchange) => void) | undefined;
}

export interface RequestHooks {
  /** Names the long prefix that the request shares with others: the first one with it goes alone. */
  readonly prefixKey?: string | undefined;
  /** Before each time that the request leaves: bytes of its body. */
  readonly onSend?: ((bytes: number) => void) | undefined;
  /** Each failure that was met, also those after which the request was sent again. */
  readonly onFailure?: ((failure: ModelFailure) => void) | undefined;
  /** An answer says why the model stopped; before the client can read it. */
  readonly onStopReason?: ((reason: string) => void) | undefined;
}

/** Sends requests of others with the real credential, in their turn, within their budget. */
export interface Relay {
  /** Secret of this run, which a client has to send as its credential. */
  readonly token: string;
  /** What a request with this body would be reserved at. */
  amountOf(account: Account, body: string, model: string): Amount;
  /** A fetch whose requests are booked in the account. */
  fetchFor(account: Account, hooks?: RequestHooks): typeof fetch;
}

const retried = new Set([429, 500, 502, 503, 504, 529]);
/** More of an error is not read, in bytes. */
const longestError = 65_536;
export function openRelay({ base, wire, transport, pacing, priceOf, recorder }: RelayOptions): Relay {
  const token = `ktx-run-${randomBytes(24).toString('base64url')}`;
  // Gateways quote the key that they refuse, in shapes that nobody knows.
  const clean = (failure: ModelFailure): ModelFailure => ({ ...failure, message: redactKnown(failure.message, wire.secrets()) });
  const lead = new PrefixLead();
  const observed = new WeakMap<Account, Observed>();
  const way: Way = { host: base.host, proxy: transport.proxyOf(base), silenceMs: transport.silenceMs };

  const inputOf = (account: Account, size: RequestSize): number => inputEstimate(size.bytes, observed.get(account));

  async function send(request: Outbound, account: Account, hooks: RequestHooks): Promise<Response> {
    const { url, method, headers, body, size, signal } = request;
    for (let attempt = 1; ; attempt += 1) {
      const inputTokens = inputOf(account, size);
      const reserved = account.reserve(reservationOf(size, inputTokens, priceOf(size.model)));
      if (!reserved.ok) throw new BudgetError(reserved.stop);
      const { reservation } = reserved;
      let left: number;
      try {
        left = await pacing.enter(signal);
      } catch (error) {
        reservation.release();
        throw error;
      }
      const signed = new Headers(headers);
      try {
        await wire.authorize(signed, signal);
      } catch (error) {
        pacing.leave();
        // no credential could be had, so that nothing left
        reservation.release();
        if (error instanceof RelayError) hooks.onFailure?.(error.failure);
        throw error;
      }
      let response: Response;
      try {
        hooks.onSend?.(size.bytes);
        response = await transport.fetch(url, { method, headers: signed, body, signal });
      } catch (error) {
        pacing.leave();
        if (mayHaveReached(error)) reservation.chargeReserved(inputTokens, size.maxOutputTokens);
        else reservation.release();
        if (signal.aborted) throw error;
        const failure = classifyThrown(error, way);
        hooks.onFailure?.(failure);
        if (!mayPass(error) || attempt >= pacing.attempts) throw new RelayError(failure);
        await pacing.backoff(attempt, signal);
        continue;
      }
      if (response.ok) {
        pacing.observe(response.headers, response.status, left);
        return metered(response, request, { account, reservation, inputTokens, hooks });
      }
      const text = redactKnown(await beginning(response), wire.secrets());
      // A refused request is not billed.
      reservation.release();
      const failure = classifyAnswer({ status: response.status, headers: response.headers, body: text }, base.host);
      recorder?.({ method, path: url.pathname + url.search, request: body, status: response.status, headers: returnedHeaders(response.headers, wire.secrets()), body: text, cut: false });
      // Only what waiting helps makes the others wait; before the slot is free, so that none leaves in between.
      if (failure.category !== 'quota') pacing.observe(response.headers, response.status, left);
      pacing.leave();
      signal.throwIfAborted();
      hooks.onFailure?.(failure);
      if (response.status === 401 && attempt === 1 && wire.renew?.(signed) === true) continue;
      const again = retried.has(response.status) && failure.category !== 'quota' && response.headers.get('x-should-retry') !== 'false';
      if (!again || attempt >= pacing.attempts) return new Response(response.status === 304 ? null : text, { status: response.status, headers: returnedHeaders(response.headers, wire.secrets()) });
      if (!pacing.pausesAfter(response.status)) await pacing.backoff(attempt, signal);
    }
  }

  interface Booked {
    readonly account: Account;
    readonly reservation: Reservation;
    readonly inputTokens: number;
    readonly hooks: RequestHooks;
  }

  /** The answer as it comes, read along by the meter and charged when it is over. */
  function metered(response: Response, { url, method, body, size, signal }: Outbound, { account, reservation, inputTokens, hooks }: Booked): Response {
    const meter = wire.meterFor(response.headers.get('content-type'));
    const decoder = recorder ? new TextDecoder() : null;
    let text = '';
    let over = false;
    const settle = (whole: boolean): void => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', cut);
      if (whole) meter.end();
      charge(meter, size, { account, reservation, inputTokens });
      pacing.leave();
      recorder?.({ method, path: url.pathname + url.search, request: body, status: response.status, headers: returnedHeaders(response.headers, wire.secrets()), body: text + (decoder?.decode() ?? ''), cut: !whole || !meter.read().final });
    };
    const cut = (): void => settle(false);
    const fail = (met: ModelFailure): RelayError => {
      const failure = clean(met);
      hooks.onFailure?.(failure);
      return new RelayError(failure);
    };
    let told = false;
    const tellError = (): void => {
      const { error } = meter.read();
      if (told || error === undefined) return;
      told = true;
      hooks.onFailure?.(clean(classifyEvent(error)));
    };
    let stopped = false;
    const tellStop = (): void => {
      const { stopReason } = meter.read();
      if (stopped || stopReason === undefined) return;
      stopped = true;
      hooks.onStopReason?.(stopReason);
    };
    signal.addEventListener('abort', cut, { once: true });
    const reader = readerOf(response);
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            meter.feed(value);
            // Before the client reads it, because it reads no further then.
            tellError();
            tellStop();
            if (decoder) text += decoder.decode(value, { stream: true });
            controller.enqueue(value);
            return;
          }
        } catch (error) {
          settle(false);
          if (meter.read().final) controller.close();
          else controller.error(signal.aborted ? error : fail(classifyThrown(error, way)));
          return;
        }
        settle(true);
        tellError();
        const { error, final, started } = meter.read();
        if (signal.aborted) controller.error(signal.reason);
        else if (final || error !== undefined) controller.close();
        else if (started || /^(?:(?:event|data|id|retry)?:|$)/.test(meter.beginning())) controller.error(fail(modelFailure('network', `The connection to ${base.host} was closed before the answer was complete.`)));
        else controller.error(fail(classifyAnswer({ status: response.status, headers: response.headers, body: meter.beginning() }, base.host)));
      },
      async cancel(reason) {
        settle(false);
        await reader.cancel(reason);
      },
    }, { highWaterMark: 0 });
    // An answer without content may have no body either, not even an empty one.
    return new Response(stream, { status: response.status === 204 || response.status === 205 ? 200 : response.status, headers: returnedHeaders(response.headers, wire.secrets()) });
  }

  function charge(meter: Meter, size: RequestSize, { account, reservation, inputTokens }: Omit<Booked, 'hooks'>): void {
    const { started, final, usage } = meter.read();
    if (!started || usage === null) return reservation.chargeReserved(inputTokens, size.maxOutputTokens);
    // A cut answer may have gone on at the provider up to its limit.
    const spent = final ? usage : { ...usage, outputTokens: Math.max(usage.outputTokens, size.maxOutputTokens) };
    observed.set(account, { tokens: inputTokensOf(spent), bytes: size.bytes });
    reservation.charge({ inputTokens: inputTokensOf(spent), cachedInputTokens: spent.cacheReadTokens, outputTokens: spent.outputTokens, usd: costOf(spent, priceOf(size.model)), estimated: !final });
  }

  return {
    token,
    amountOf(account, body, model) {
      const size = { ...wire.sizeOf(base, body), model };
      return reservationOf(size, inputOf(account, size), priceOf(size.model));
    },
    fetchFor: (account, hooks = {}) => async (input, init = {}) => {
      const request = outboundOf(input, init, { base, token, wire });
      const report = hooks.prefixKey === undefined ? undefined : await lead.enter(hooks.prefixKey, request.signal);
      let written = false;
      try {
        const response = await send(request, account, hooks);
        written = response.ok;
        return response;
      } finally {
        report?.(written);
      }
    },
  };
}

/** An answer without a body has an empty one. */
function readerOf(response: Response): ReadableStreamDefaultReader<Uint8Array> {
  const body = response.body as ReadableStream<Uint8Array> | null;
  return (body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })).getReader();
}

/** The first bytes of an error's body as text; an error that cannot be read says nothing. */
async function beginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = readerOf(response);
  try {
    while (bytes < longestError) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch {
    // The status has said what matters.
  }
  return text + decoder.decode();
}
