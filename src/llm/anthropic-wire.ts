import { refuseUnsendable, renewedWire, type Rest } from './bearer-wire.js';
import { sizeOf } from './estimate.js';
import { meterFor } from './meter.js';
import type { RenewedToken } from './renewed-token.js';
import type { Wire } from './wire.js';

/** https://platform.claude.com/docs/en/api: a sign-in's token is taken only with this beta. */
const signInBeta = 'oauth-2025-04-20';

/** What a client of the Messages API may say to the provider, and how its requests and answers are read. */
export const messagesApi: Rest = { forwarded: ['accept', 'anthropic-beta', 'anthropic-version', 'content-type', 'user-agent'], sizeOf: (_, body) => sizeOf(body), meterFor };

/** The Messages API with a key, or with the token of a sign-in. */
export function anthropicWire(credential: string): Wire {
  // A line break at the end of a stored secret is a slip of a paste.
  const secret = credential.trim();
  return {
    ...messagesApi, secrets: () => [secret],
    authorize(headers) {
      refuseUnsendable(secret);
      if (secret.startsWith('sk-ant-oat')) {
        headers.set('authorization', `Bearer ${secret}`);
        headers.append('anthropic-beta', signInBeta);
      } else {
        headers.set('x-api-key', secret);
      }
    },
  };
}

/** The Messages API with tokens that are had for the runner's own identity; they are taken as those of a sign-in are. */
export function federatedWire(token: RenewedToken): Wire {
  const bearer = renewedWire(token, messagesApi);
  return {
    ...bearer,
    async authorize(headers, signal) {
      await bearer.authorize(headers, signal);
      headers.append('anthropic-beta', signInBeta);
    },
  };
}
