import { hash32 } from './hash32.ts';
import { normalQuantile } from './normalQuantile.ts';
import { philox4x32 } from './philox4x32.ts';
import { seedWords, STREAM_DOMAIN } from './seedWords.ts';

/** Random numbers by index: the i-th is the same whatever was asked before it. */
export interface RandomStream {
  /** Uniform in [0, 1): a multiple of 2^-53. */
  uniform(index: number): number;
  /** Fills `into` with whole numbers below `bound`, each as likely: number i is `uniform(i)` times `bound`, rounded down. */
  fillBelow(bound: number, into: Int32Array): void;
  /** Standard normal, the quantile of an odd multiple of 2^-53: its own number for every index, |x| <= 8.21. */
  normal(index: number): number;
}

/**
 * The stream of one purpose ('initial', 'dropout'...) and name (a parameter's) under a seed. Indices: whole numbers below 2^33.
 *
 * Number i takes half of Philox block [i >>> 1, hash32(purpose), hash32(name), STREAM_DOMAIN].
 */
export function randomStream(seed: number, purpose: string, name = ''): RandomStream {
  const [key0, key1] = seedWords(seed);
  const purposeHash = hash32(purpose);
  const nameHash = hash32(name);
  const words = new Uint32Array(4);
  let held = -1;

  /** Where in `words` the two words of number `index` begin. */
  function draw(index: number): 0 | 2 {
    const block = Math.floor(index / 2);
    if (block !== held) philox4x32(block, purposeHash, nameHash, STREAM_DOMAIN, key0, key1, words);
    held = block;
    return index % 2 === 0 ? 0 : 2;
  }

  return {
    uniform(index) {
      const at = draw(index);
      return ((words[at] >>> 5) * 67108864 + (words[at + 1] >>> 6)) / 9007199254740992;
    },
    fillBelow(bound, into) {
      for (let i = 0; i < into.length; i++) {
        const at = draw(i);
        const uniform = ((words[at] >>> 5) * 67108864 + (words[at + 1] >>> 6)) / 9007199254740992;
        into[i] = Math.floor(uniform * bound);
      }
    },
    normal(index) {
      const at = draw(index);
      // 52 bits and a half: exact in float64, never 0 or 1, and symmetric about 1/2.
      return normalQuantile(((words[at] >>> 6) * 67108864 + (words[at + 1] >>> 6) + 0.5) / 4503599627370496);
    },
  };
}
