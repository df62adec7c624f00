import {
  type FunctionBuilder,
  type FunctionHandle,
  f32x4,
  i32x4,
  i64x2,
  type ModuleBuilder,
  type V128,
  v128,
} from '../../emit/index.ts';

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
const rounds = 10;

/** What every round adds to the key, and the factors of the two halves. */
const keyStep = i32x4.const([KEY_STEP_0, KEY_STEP_1, KEY_STEP_0, KEY_STEP_1]);
const multipliers = i32x4.const([MULTIPLIER_0, MULTIPLIER_1, MULTIPLIER_0, MULTIPLIER_1]);

/** The upper 24 bits of each word, as a number in [0, 1). */
function uniform(words: V128): V128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(words, 8)), f32x4.const(2 ** -24));
}

/**
 * The same numbers as `addPhilox`, for four neighbours beginning at a multiple of 4: they are the four words of one counter, so
 * that one vector holds both halves of a round. Takes the same parameters.
 */
export function addPhiloxBlock(module: ModuleBuilder): FunctionHandle<'v128'> {
  return module.function(['v128', 'v128', 'v128', 'v128', 'v128', 'v128'], 'v128', (f) => {
    const [index, stream, step, slice, seedLow, seedHigh] = [0, 1, 2, 3, 4, 5].map((i) =>
      f.parameter(i, 'v128'),
    );
    // Only the two lower lanes count; this order of the others is one instruction.
    const firstOfBoth = (a: V128, b: V128): V128 => i32x4.shuffle([0, 4, 1, 5], a, b);
    const even = f.let(firstOfBoth(i32x4.shr_u(index, 2), step));
    const odd = f.let(firstOfBoth(stream, slice));
    const key = f.let(firstOfBoth(seedLow, seedHigh));
    for (let round = 0; round < rounds; round++) {
      const product = f.let(i64x2.extmul_low_i32x4_u(even, multipliers));
      f.set(even, v128.xor(v128.xor(i32x4.shuffle([3, 1, 3, 1], product, product), odd), key));
      f.set(odd, i32x4.shuffle([2, 0, 2, 0], product, product));
      f.set(key, i32x4.add(key, keyStep));
    }
    return uniform(i32x4.shuffle([0, 4, 1, 5], even, odd));
  });
}

/**
 * The same numbers, for eight neighbours beginning at a multiple of 4: two counters go through the rounds in one vector, one in
 * its lower half and one in its upper. `index`: those of the first four; all others as `addPhilox` takes them.
 */
export function writePhiloxPair(
  f: FunctionBuilder,
  [index, stream, step, slice, seedLow, seedHigh]: readonly V128[],
): readonly [V128, V128] {
  const inTurn = (a: V128, b: V128): V128 => i32x4.shuffle([0, 4, 1, 5], a, b);
  const counters = i32x4.add(i32x4.shr_u(index, 2), i32x4.const([0, 1, 0, 0]));
  const even = f.let(inTurn(counters, step));
  const odd = f.let(inTurn(stream, slice));
  const key = f.let(inTurn(seedLow, seedHigh));
  for (let round = 0; round < rounds; round++) {
    const first = f.let(i64x2.extmul_low_i32x4_u(even, multipliers));
    const second = f.let(i64x2.extmul_high_i32x4_u(even, multipliers));
    f.set(even, v128.xor(v128.xor(i32x4.shuffle([3, 1, 7, 5], first, second), odd), key));
    f.set(odd, i32x4.shuffle([2, 0, 6, 4], first, second));
    f.set(key, i32x4.add(key, keyStep));
  }
  return [uniform(i32x4.shuffle([0, 4, 1, 5], even, odd)), uniform(i32x4.shuffle([2, 6, 3, 7], even, odd))];
}

/**
 * Uniform numbers in [0, 1): elements `index` (four of them, in any order) of the stream. Parameters, all vectors: index, stream,
 * step, slice, seedLow, seedHigh. The bits are those of `numeric/philox4x32`.
 */
export function addPhilox(module: ModuleBuilder): FunctionHandle<'v128'> {
  return module.function(['v128', 'v128', 'v128', 'v128', 'v128', 'v128'], 'v128', (f) => {
    const [index, stream, step, slice, seedLow, seedHigh] = [0, 1, 2, 3, 4, 5].map((i) =>
      f.parameter(i, 'v128'),
    );
    let counter: readonly V128[] = [f.let(i32x4.shr_u(index, 2)), stream, step, slice];
    let key: readonly [V128, V128] = [seedLow, seedHigh];
    for (let round = 0; round < rounds; round++) {
      const first = product(counter[0], MULTIPLIER_0);
      const second = product(counter[2], MULTIPLIER_1);
      counter = [
        f.let(v128.xor(v128.xor(second.high, counter[1]), key[0])),
        f.let(second.low),
        f.let(v128.xor(v128.xor(first.high, counter[3]), key[1])),
        f.let(first.low),
      ];
      key = [
        f.let(i32x4.add(key[0], i32x4.const(KEY_STEP_0))),
        f.let(i32x4.add(key[1], i32x4.const(KEY_STEP_1))),
      ];
    }
    const word = f.let(v128.and(index, i32x4.const(3)));
    const chosen = [1, 2, 3].reduce(
      (other, at) => v128.bitselect(counter[at], other, i32x4.eq(word, i32x4.const(at))),
      counter[0],
    );
    return uniform(chosen);

    /** Both halves of four 64-bit products. */
    function product(a: V128, multiplier: number): { low: V128; high: V128 } {
      const even = f.let(i64x2.extmul_low_i32x4_u(a, i32x4.const(multiplier)));
      const odd = f.let(i64x2.extmul_high_i32x4_u(a, i32x4.const(multiplier)));
      return { low: i32x4.shuffle([0, 2, 4, 6], even, odd), high: i32x4.shuffle([1, 3, 5, 7], even, odd) };
    }
  });
}
