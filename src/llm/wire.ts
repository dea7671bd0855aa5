import type { RequestSize } from './estimate.js';
import type { Meter } from './meter.js';

/** How one provider is spoken to: all that a relay has to know of it. */
export interface Wire {
  /** Headers of a client that reach the provider, in lower case; every other stays here. */
  readonly forwarded: readonly string[];
  /**
   * Puts the real credential on a request, and renews it where it is near its end. Throws a RelayError where there is none to
   * be had; then nothing is sent.
   */
  authorize(headers: Headers, signal: AbortSignal): Promise<void> | void;
  /** The provider refused the credential of these headers (401). True: another can be had, so that the request is sent once more. */
  renew?(refused: Headers): boolean;
  /** Every value that has been a credential in this run: it may appear nowhere. */
  secrets(): readonly string[];
  /** What a request may cost, out of its address and body. */
  sizeOf(url: URL, body: string): RequestSize;
  /** Reads usage out of an answer as it passes. */
  meterFor(contentType: string | null): Meter;
}
