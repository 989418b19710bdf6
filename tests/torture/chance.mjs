// Chance that can be repeated: the same seed and number give the same throws, whatever came before.

/** Throws of their own for one moment of a run. */
export function chance(seed, number) {
  // Neighbouring numbers must not begin alike, so the two are stirred before they begin (mulberry32).
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  return {
    below,
    pick: (list) => list[below(list.length)],
    /** One of the keys of `weights`, each as often as its weight says. */
    weigh(weights) {
      let left = below(Object.values(weights).reduce((sum, weight) => sum + weight, 0));
      return Object.keys(weights).find((key) => (left -= weights[key]) < 0);
    },
  };
}
