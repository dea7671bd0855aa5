/**
 * A stream of numbers in [0, 1) that depends on its seed alone, so that a row stays what it is when other rows are added.
 * Mulberry32 over an FNV-1a hash: integer arithmetic only, the same on every machine.
 */
export function stream(...seed) {
  let state = 0x811c9dc5;
  for (const character of seed.join('/')) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
  return {
    /** Whole number from `least` to `most`, both included. */
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    /** One of the values; a value given several times is that much likelier. */
    pick: (values) => values[Math.floor(next() * values.length)],
  };
}
