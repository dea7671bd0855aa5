/**
 * Requests that share a long prefix and leave together would each write it to the cache. So the first of them goes alone,
 * and the others follow when its answer begins, from when on the provider reads the prefix from the cache.
 */
export class PrefixLead {
  readonly #written = new Set<string>();
  readonly #leading = new Map<string, Promise<null>>();

  /** Waits while another request with this key leads. Answers how to report the outcome, to be called once. Rejects with the signal's reason. */
  async enter(key: string, signal: AbortSignal): Promise<(written: boolean) => void> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#written.has(key)) return () => undefined;
      const leader = this.#leading.get(key);
      if (!leader) break;
      await untilAborted(leader, signal);
    }
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#leading.set(key, promise);
    return (written) => {
      if (written) this.#written.add(key);
      this.#leading.delete(key);
      resolve(null);
    };
  }
}

async function untilAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
