/** Why a model request failed, in the words that every backend shares. */

export const failureCategories = [
  'missing-credential', 'auth', 'permission', 'model-access', 'quota', 'rate-limit', 'network', 'timeout', 'not-installed', 'isolation', 'invalid-request', 'provider-error',
] as const;

export type FailureCategory = (typeof failureCategories)[number];

export interface ModelFailure {
  readonly category: FailureCategory;
  /** What the provider or the network said, unwrapped from its envelope, without credentials, as one line of at most 500 characters. */
  readonly message: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The provider's own name of the error, e.g. `overloaded_error`. */
  readonly type?: string;
  /** Set where it was not the provider that failed or refused, but who gives out the tokens for it. */
  readonly of?: 'token';
  /** What to do about it, where its category alone does not say. */
  readonly fix?: string;
  /** Whether the request as such is at fault, so that sending it again gives the same answer. */
  readonly ours: boolean;
}

/** Failures that every further request would meet too: no unit is started after one. */
export function endsTheRun({ category }: ModelFailure): boolean {
  return category === 'missing-credential' || category === 'auth' || category === 'permission' || category === 'model-access' || category === 'quota' || category === 'not-installed' || category === 'isolation';
}
