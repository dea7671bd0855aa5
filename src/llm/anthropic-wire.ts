import { modelFailure } from './classify.js';
import { sizeOf } from './estimate.js';
import { meterFor } from './meter.js';
import { RelayError } from './relay-error.js';
import type { Wire } from './wire.js';

/** https://platform.claude.com/docs/en/api: a sign-in's token is taken only with this beta. */
const signInBeta = 'oauth-2025-04-20';

/** Whether a header can hold it: a key with a line break or a quote from a word processor in it cannot be sent. */
export const isSendable = (credential: string): boolean => /^[\x21-\x7e]+$/.test(credential);

/** The Messages API with a key, or with the token of a sign-in. */
export function anthropicWire(credential: string): Wire {
  // A line break at the end of a stored secret is a slip of a paste.
  const secret = credential.trim();
  return {
    forwarded: messagesHeaders, sizeOf: (_, body) => sizeOf(body), meterFor, secrets: () => [secret],
    authorize(headers) {
      // before a header is made of it: what refuses to make one quotes the value
      if (secret === '') throw new RelayError(modelFailure('missing-credential', 'The credential is empty.'));
      if (!isSendable(secret)) throw new RelayError(modelFailure('auth', 'The credential holds a space, a line break or another character that no key has.'));
      if (secret.startsWith('sk-ant-oat')) {
        headers.set('authorization', `Bearer ${secret}`);
        headers.append('anthropic-beta', signInBeta);
      } else {
        headers.set('x-api-key', secret);
      }
    },
  };
}

/** What a client of the Messages API may say to the provider. */
export const messagesHeaders: readonly string[] = ['accept', 'anthropic-beta', 'anthropic-version', 'content-type', 'user-agent'];
