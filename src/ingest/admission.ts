/**
 * Starts units in plan order, at most `limit` at once. A unit that may not start yet holds back all after it: none
 * overtakes, so that for limits in steps and tokens the set of started units is the same at any concurrency.
 */
export interface AdmissionInput<T> {
  readonly items: readonly T[];
  /** In flight at once. */
  readonly limit: number;
  /** Why the item may not start now; null: it may. Asked again whenever a running one has ended. */
  blocks(item: T): string | null;
  /** Why nothing more starts at all; null: it does. */
  closed(): string | null;
  /** Books the item's allowance at once; what it gives is over when the item has ended. */
  start(item: T, index: number): Promise<void>;
}

/** Items that did not start, with the reason. */
export async function admit<T>(input: AdmissionInput<T>): Promise<{ readonly items: readonly T[]; readonly why: string | null }> {
  const running = new Set<Promise<void>>();
  let failure: unknown;
  let next = 0;
  let why: string | null = null;
  for (; next < input.items.length; next += 1) {
    const item = input.items[next] as T;
    for (;;) {
      why = input.closed();
      if (why !== null || failure !== undefined) break;
      const blocked = running.size >= input.limit ? 'busy' : input.blocks(item);
      if (blocked === null) break;
      if (running.size === 0) {
        why = blocked;
        break;
      }
      await Promise.race(running);
    }
    if (why !== null || failure !== undefined) break;
    const work = input.start(item, next).catch((error: unknown) => { failure ??= error; }).finally(() => { running.delete(work); });
    running.add(work);
  }
  await Promise.all(running);
  if (failure !== undefined) throw failure instanceof Error ? failure : new Error('a unit failed unexpectedly', { cause: failure });
  return { items: input.items.slice(next), why };
}
