/** Days are counted from the day that the shop opened. Texts are UTC. */

const opened = Date.UTC(2023, 0, 2);
const dayMs = 86_400_000;

/** 30 September 2025, the last day that the committed warehouse knows. */
export const lastDay = (Date.UTC(2025, 8, 30) - opened) / dayMs;

/**
 * The day of the row with this index out of `base` rows: more of them every month until the last day, and one more day
 * for each further hundredth of `base`, so that a night adds a day.
 */
export function dayOf(index, base) {
  if (index >= base) return lastDay + 1 + Math.floor((index - base) / (base / 100));
  const share = (index + 1) / base;
  return Math.min(lastDay, Math.floor(lastDay * (0.35 * share + 0.65 * Math.sqrt(share))));
}

/** Milliseconds since 1970 of a second of a day. */
export const epochMs = (day, second) => opened + day * dayMs + second * 1000;

/** `2025-09-30` */
export const dateText = (day) => new Date(opened + day * dayMs).toISOString().slice(0, 10);

/** `2025-09-30 14:03:22` */
export const timeText = (day, second) => new Date(epochMs(day, second)).toISOString().slice(0, 19).replace('T', ' ');

/** `30.09.2025`, as the people in the stores write it. */
export const germanDate = (day) => dateText(day).split('-').reverse().join('.');
