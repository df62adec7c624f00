import { hash32 } from './hash32.ts';
import { multiplyHigh, philox4x32 } from './philox4x32.ts';
import { PERMUTATION_DOMAIN, seedWords } from './seedWords.ts';

/**
 * The numbers 0 to n - 1 in random order, every order equally likely: Fisher and Yates from the end (Durstenfeld 1964).
 * A pure function of its arguments; `counter` tells epochs apart.
 */
export function permutation(seed: number, purpose: string, counter: number, n: number): Int32Array {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  const below = integers(seed, purpose, counter);
  for (let i = n - 1; i > 0; i--) {
    const j = below(i + 1);
    const held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
  return order;
}

/** Gives whole numbers from 0 to bound - 1, each equally likely: Lemire's multiplication with rejection (2019). */
function integers(seed: number, purpose: string, counter: number): (bound: number) => number {
  const [key0, key1] = seedWords(seed);
  const purposeHash = hash32(purpose);
  const words = new Uint32Array(4);
  let block = 0;
  let used = 4;

  function nextWord(): number {
    if (used === 4) {
      philox4x32(block++, purposeHash, counter, PERMUTATION_DOMAIN, key0, key1, words);
      used = 0;
    }
    return words[used++];
  }

  return function below(bound) {
    let word = nextWord();
    // The product's lower half falls short of 2^32 mod bound where one word too many leads to the same number.
    if (Math.imul(word, bound) >>> 0 < bound) {
      const surplus = 4294967296 % bound;
      while (Math.imul(word, bound) >>> 0 < surplus) word = nextWord();
    }
    return multiplyHigh(word, bound);
  };
}
