import { modelFailure } from './classify.js';
import { RelayError } from './relay-error.js';
import type { RenewedToken } from './renewed-token.js';
import type { Wire } from './wire.js';

/** What is left of a wire without its credential. */
export type Rest = Pick<Wire, 'forwarded' | 'sizeOf' | 'meterFor'>;

/** Throws where no header can hold it: a key with a line break or a quote from a word processor in it, or none at all. */
export function refuseUnsendable(secret: string): void {
  // before a header is made of it: what refuses to make one quotes the value
  if (secret === '') throw new RelayError(modelFailure('missing-credential', 'The credential is empty.'));
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new RelayError(modelFailure('auth', 'The credential holds a space, a line break or another character that no key has.'));
}

/** A key that does not change, as a bearer token or in a header of its own; null: the server wants none. */
export function keyWire(key: string | null, rest: Rest, header?: string): Wire {
  // A line break at the end of a stored secret is a slip of a paste.
  const secret = key?.trim() ?? null;
  return {
    ...rest, secrets: () => (secret === null ? [] : [secret]),
    authorize(headers) {
      if (secret === null) return;
      refuseUnsendable(secret);
      if (header === undefined) headers.set('authorization', `Bearer ${secret}`);
      else headers.set(header, secret);
    },
  };
}

/** Bearer tokens that end, and are had anew. */
export function renewedWire(token: RenewedToken, rest: Rest): Wire {
  return {
    ...rest, secrets: () => token.known(),
    async authorize(headers, signal) {
      headers.set('authorization', `Bearer ${await token.get(signal)}`);
    },
    renew(refused) {
      token.drop(refused.get('authorization')?.replace(/^Bearer /, '') ?? '');
      return true;
    },
  };
}
