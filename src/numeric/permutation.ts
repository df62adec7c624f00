import { hash32 } from './hash32.ts';
import { multiplyHigh, philox4x32 } from './philox4x32.ts';
import { PERMUTATION_DOMAIN, seedWords } from './seedWords.ts';

/** Partners are drawn so many at a time: then the swaps, far apart in a long order, can wait for memory together. */
const AT_ONCE = 256;

/**
 * The numbers 0 to n - 1 in random order, every order equally likely: Fisher and Yates from the end (Durstenfeld 1964).
 * A pure function of its arguments; `counter` tells epochs apart.
 */
export function permutation(seed: number, purpose: string, counter: number, n: number): Int32Array {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  const partners = new Partners(seed, purpose, counter);
  for (let last = n - 1; last > 0; last -= AT_ONCE) {
    const count = Math.min(AT_ONCE, last);
    const drawn = partners.below(last + 1, count);
    for (let k = 0; k < count; k++) swap(order, last - k, drawn[k]);
  }
  return order;
}

function swap(order: Int32Array, i: number, j: number): void {
  const held = order[i];
  order[i] = order[j];
  order[j] = held;
}

/** Whole numbers from 0 to bound - 1, each equally likely: Lemire's multiplication with rejection (2019). */
class Partners {
  readonly #key: readonly [number, number];
  readonly #purpose: number;
  readonly #counter: number;
  readonly #words = new Int32Array(4);
  readonly #drawn = new Int32Array(AT_ONCE);
  #block = 0;
  #used = 4;

  constructor(seed: number, purpose: string, counter: number) {
    this.#key = seedWords(seed);
    this.#purpose = hash32(purpose);
    this.#counter = counter;
  }

  /** One below each of `count` bounds that go down from `highest` by one; good until the next call. */
  below(highest: number, count: number): Int32Array {
    const [words, drawn] = [this.#words, this.#drawn];
    let used = this.#used;
    for (let k = 0; k < count; k++) {
      const bound = highest - k;
      let word: number;
      do {
        if (used === 4) used = this.#refill();
        word = words[used++];
      } while (isOneTooMany(word, bound));
      drawn[k] = multiplyHigh(word, bound);
    }
    this.#used = used;
    return drawn;
  }

  #refill(): number {
    const [key0, key1] = this.#key;
    philox4x32(this.#block++, this.#purpose, this.#counter, PERMUTATION_DOMAIN, key0, key1, this.#words);
    return 0;
  }
}

/** Whether the lower half of the product falls short of 2^32 mod bound: so many words more would lead to the same number. */
function isOneTooMany(word: number, bound: number): boolean {
  const low = Math.imul(word, bound) >>> 0;
  return low < bound && low < 4294967296 % bound;
}
