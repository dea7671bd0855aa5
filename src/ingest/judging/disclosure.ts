/** What leaves the house: every text that goes into a request is booked by the class of data that it is and where it is from. */

export type DataClass = 'names and types' | 'descriptions' | 'SQL' | 'documents' | 'value lists' | 'masked samples' | 'sample rows' | 'context' | 'decisions' | 'query results';

export interface Disclosed {
  readonly dataClass: DataClass;
  /** Connection, or `context` for what people and ktx-ci wrote. */
  readonly source: string;
  readonly bytes: number;
}

/** Counts what the conversations of one unit send: each request sends again all that was said before in its own. */
export class Disclosure {
  readonly #held = new Map<string, Disclosed>();
  readonly #sent = new Map<string, Disclosed>();

  /** A new conversation, to which nothing has been said. */
  begin(): void {
    this.#held.clear();
  }

  /** A text that is part of every request from now on. */
  hold(dataClass: DataClass, source: string, text: string): void {
    if (text !== '') add(this.#held, { dataClass, source, bytes: Buffer.byteLength(text) });
  }

  /** A request leaves with all that is held. */
  send(): void {
    for (const one of this.#held.values()) add(this.#sent, one);
  }

  sent(): Disclosed[] {
    return [...this.#sent.values()];
  }
}

function add(totals: Map<string, Disclosed>, one: Disclosed): void {
  const key = `${one.dataClass}\u0000${one.source}`;
  totals.set(key, { ...one, bytes: one.bytes + (totals.get(key)?.bytes ?? 0) });
}

/** Of all units of a run, sorted by source and class. */
export function totalSent(units: readonly (readonly Disclosed[])[]): Disclosed[] {
  const totals = new Map<string, Disclosed>();
  for (const unit of units) for (const one of unit) add(totals, one);
  return [...totals.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one).sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}
