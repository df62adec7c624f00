import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash32 } from './hash32.ts';
import { permutation } from './permutation.ts';
import { multiplyHigh, philox4x32 } from './philox4x32.ts';
import { randomStream } from './randomStream.ts';
import { seedWords } from './seedWords.ts';

const words = (text: string) => text.split(' ').map((word) => parseInt(word, 16));

describe('philox4x32', () => {
  // Random123, tests/kat_vectors: philox 4x32 10, counter, key and result.
  it.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('gives the known answer for counter %s, key %s', (counter, key, result) => {
    const [c0, c1, c2, c3] = words(counter);
    const [k0, k1] = words(key);
    const out = new Uint32Array(4);
    philox4x32(c0, c1, c2, c3, k0, k1, out);
    expect([...out]).toEqual(words(result));
  });
  it('multiplies words as 64-bit integers do', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(multiplyHigh(a, b) >>> 0).toBe(Number((BigInt(a) * BigInt(b)) >> 32n));
      }),
    );
  });
});

describe('hash32', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
    ['Pécs', 0x9d15169d],
  ])('is FNV-1a of %j', (text, hash) => {
    expect(hash32(text)).toBe(hash);
  });
});

describe('seedWords', () => {
  it('splits a seed', () => {
    expect(seedWords(2 ** 53 - 1)).toEqual([0xffffffff, 0x1fffff]);
  });
  it.each([-1, 0.5, NaN, 2 ** 53])('refuses %s', (seed) => {
    expect(() => seedWords(seed)).toThrow(/whole number from 0/);
  });
});

describe('randomStream', () => {
  it('gives the same number at an index whatever was asked before', () => {
    const forward = randomStream(5, 'initial', 'dense1.weight');
    const numbers = Array.from({ length: 9 }, (_, i) => forward.normal(i));
    const backward = randomStream(5, 'initial', 'dense1.weight');
    for (let i = 8; i >= 0; i--) expect(backward.normal(i)).toBe(numbers[i]);
  });
  it('keeps its numbers for ever', () => {
    const stream = randomStream(0, 'initial', 'dense1.weight');
    expect([0, 1, 2, 2 ** 32].map((i) => stream.uniform(i))).toEqual([
      0.5061260051126221, 0.5646522439743022, 0.09340917111332614, 0.44936933566662507,
    ]);
    expect([0, 1, 2, 2 ** 32].map((i) => stream.normal(i))).toEqual([
      0.015356230252220401, 0.16277508927230228, -1.3200499157123022, -0.12725489269040924,
    ]);
  });
  it('differs by seed, purpose and name', () => {
    const firsts = [
      randomStream(0, 'a', 'b'),
      randomStream(1, 'a', 'b'),
      randomStream(2 ** 32, 'a', 'b'),
      randomStream(0, 'b', 'b'),
      randomStream(0, 'a', 'a'),
    ].map((stream) => stream.uniform(0));
    expect(new Set(firsts).size).toBe(firsts.length);
  });
  it('has the moments and the shares of its distributions', () => {
    const stream = randomStream(11, 'moments');
    const n = 100_000;
    const powers = [0, 0, 0, 0];
    const tenths = new Int32Array(10);
    for (let i = 0; i < n; i++) {
      tenths[Math.floor(stream.uniform(i) * 10)]++;
      for (let p = 0; p < 4; p++) powers[p] += stream.normal(i) ** (p + 1) / n;
    }
    // Four standard errors each: of the mean of x, x², x³, x⁴ (variances 1, 2, 15, 96), and chi-squared with 9 degrees.
    [0, 1, 0, 3].forEach((moment, p) => {
      expect(Math.abs(powers[p] - moment)).toBeLessThan(4 * Math.sqrt([1, 2, 15, 96][p] / n));
    });
    const chiSquared = tenths.reduce((total, count) => total + (count - n / 10) ** 2 / (n / 10), 0);
    expect(chiSquared).toBeLessThan(30);
  });
});

describe('permutation', () => {
  it('holds every number once', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(500), (seed, n) => {
        expect([...permutation(seed, 'order', 3, n)].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
      }),
    );
  });
  it('keeps its numbers for ever', () => {
    expect([...permutation(0, 'order', 0, 10)]).toEqual([7, 8, 3, 6, 2, 4, 5, 0, 1, 9]);
    const long = permutation(7, 'order', 3, 100_000);
    expect(long.reduce((hash, row) => (Math.imul(hash, 31) + row) | 0, 0)).toBe(-379585072);
  });
  it('differs by seed, purpose and counter', () => {
    const orders = [
      permutation(0, 'a', 0, 50),
      permutation(1, 'a', 0, 50),
      permutation(0, 'b', 0, 50),
      permutation(0, 'a', 1, 50),
    ];
    expect(new Set(orders.map(String)).size).toBe(4);
  });
  it('makes every order of four equally often', () => {
    const counts = new Map<string, number>();
    const n = 24_000;
    for (let i = 0; i < n; i++) {
      const order = String(permutation(1, 'order', i, 4));
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // Chi-squared with 23 degrees of freedom exceeds 50 once in a thousand; the seed is fixed.
    expect([...counts.values()].reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(
      50,
    );
  });
});
