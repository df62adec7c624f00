/** A seed (a whole number from 0 to 2^53 - 1) as the two words of a Philox key, the lower one first. */
export function seedWords(seed: number): readonly [low: number, high: number] {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`A seed is a whole number from 0 to 2^53 - 1, not ${seed}.`);
  }
  return [seed >>> 0, Math.floor(seed / 4294967296)];
}

/**
 * The last word of the counter keeps apart who draws: programs of the engine put a slice's number there, so the host's
 * streams and permutations stand at the other end.
 */
export const STREAM_DOMAIN = 0xffffffff;
export const PERMUTATION_DOMAIN = 0xfffffffe;
