import type { QueryValue } from '../../evidence/warehouse/warehouse.js';

/** A shorter one is a word like any other. */
const shortest = 8;

/** Values of rows that a conversation was shown as they are (`samples: raw`): they help to judge, and do not belong into a text. */
export class ShownValues {
  readonly #values = new Set<string>();

  add(cells: readonly QueryValue[]): void {
    for (const cell of cells) if (typeof cell === 'string' && cell.trim().length >= shortest) this.#values.add(cell.trim());
  }

  /** Whether the text quotes one that the evidence does not say itself. */
  quotedIn(text: string, evidence: string): boolean {
    return [...this.#values].some((value) => text.includes(value) && !evidence.includes(value));
  }
}
