import { describe, expect, it } from 'vitest';
import { signed, toBytes, unsigned } from './encode.ts';
import {
  call,
  choose,
  copyMemory,
  f32x4,
  f64,
  f64x2,
  type FunctionBuilder,
  i32,
  i32x4,
  i64,
  i8x16,
  ModuleBuilder,
  v128,
  zeroFill,
} from './index.ts';
import type { I32, V128, Value, ValueType } from './value.ts';

const memory = new WebAssembly.Memory({ initial: 1 });

/** Compiles one exported function. */
function compiled<Result extends ValueType>(
  parameters: readonly ValueType[],
  result: Result | undefined,
  write: (f: FunctionBuilder, module: ModuleBuilder) => Value<Result> | void,
): (...args: number[]) => number {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: false });
  module.export(
    'main',
    module.function(parameters, result, (f) => write(f, module)),
  );
  const bytes = module.bytes();
  expect(WebAssembly.validate(bytes)).toBe(true);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return instance.exports.main as (...args: number[]) => number;
}

describe('numbers in LEB128', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [624485, [0xe5, 0x8e, 0x26]],
    [4294967295, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('unsigned %i', (value, bytes) => expect([...toBytes(unsigned(value))]).toEqual(bytes));

  it.each([
    [0, [0]],
    [-1, [0x7f]],
    [63, [63]],
    [64, [0xc0, 0]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123456, [0xc0, 0xbb, 0x78]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('signed %i', (value, bytes) => expect([...toBytes(signed(value))]).toEqual(bytes));
});

describe('functions', () => {
  it('take parameters, keep locals and give a result', () => {
    const main = compiled(['i32', 'i32'], 'i32', (f) => {
      const sum = f.let(i32.add(f.parameter(0, 'i32'), f.parameter(1, 'i32')));
      return i32.mul(sum, sum);
    });
    expect(main(3, -5)).toBe(4);
  });

  it('branch out of loops and blocks', () => {
    const main = compiled(['i32'], 'i32', (f) => {
      const limit = f.parameter(0, 'i32');
      const [n, sum] = [f.local('i32'), f.local('i32')];
      f.block((end) =>
        f.loop((again) => {
          f.branchIf(end, i32.ge_s(n, limit));
          f.advance(n, 1);
          f.if(i32.and(n, i32.const(1)), () => f.set(sum, i32.add(sum, n)));
          f.branch(again);
        }),
      );
      return sum;
    });
    expect(main(10)).toBe(25);
    expect(main(0)).toBe(0);
  });

  it('count, return early and call one another', () => {
    const main = compiled(['i32'], 'i32', (f, module) => {
      const square = module.function(['i32'], 'i32', (inner) => {
        const x = inner.parameter(0, 'i32');
        inner.if(i32.lt_s(x, i32.const(0)), () => inner.return(i32.const(-1)));
        return i32.mul(x, x);
      });
      const sum = f.local('i32');
      const at = f.local('i32');
      f.count(at, 1, 6, 2, () => f.set(sum, i32.add(sum, call(square, at))));
      return i32.add(sum, call(square, f.parameter(0, 'i32')));
    });
    expect(main(2)).toBe(1 + 9 + 25 + 4);
    expect(main(-2)).toBe(1 + 9 + 25 - 1);
  });

  it('know scalars of 64 bits', () => {
    const main = compiled(['i32'], 'f64', (f) => {
      const wide = i64.mul(i64.extend_i32_u(f.parameter(0, 'i32')), i64.const(1n << 40n));
      const picked = choose(i32.eqz(f.parameter(0, 'i32')), i64.const(-3n), wide);
      return f64.mul(f64.convert_i64_s(picked), f64.const(0.5));
    });
    expect(main(3)).toBe(1.5 * 2 ** 40);
    expect(main(0)).toBe(-1.5);
  });

  it('read and write memory', () => {
    const numbers = new Float32Array(memory.buffer);
    numbers.set([1, 2, 3, 4, 5, 6, 7, 8]);
    const main = compiled([], undefined, (f) => {
      f.do(copyMemory(i32.const(64), i32.const(4), i32.const(16)));
      f.do(zeroFill(i32.const(80), i32.const(8)));
      f.do(v128.store32_lane(2, i32.const(0), v128.load(i32.const(0), 16), 84));
    });
    numbers.fill(9, 20, 24);
    main();
    expect([...numbers.subarray(16, 24)]).toEqual([2, 3, 4, 5, 0, 7, 9, 9]);
  });
});

describe('vectors', () => {
  const lanes = (write: (f: FunctionBuilder) => V128): number[] => {
    compiled([], undefined, (f) => f.do(v128.store(i32.const(0), write(f))))();
    return [...new Float32Array(memory.buffer, 0, 4)];
  };
  const integers = (write: () => V128): number[] => {
    lanes(write);
    return [...new Int32Array(memory.buffer, 0, 4)];
  };
  const abcd = f32x4.const([1, 2, 3, 4]);

  it('compute lane by lane', () => {
    expect(lanes(() => f32x4.add(f32x4.mul(abcd, abcd), f32x4.const(0.5)))).toEqual([1.5, 4.5, 9.5, 16.5]);
    expect(lanes(() => f32x4.div(f32x4.sqrt(f32x4.mul(abcd, abcd)), f32x4.neg(abcd)))).toEqual([
      -1, -1, -1, -1,
    ]);
  });

  it('choose, compare and shuffle', () => {
    const isLarge = f32x4.gt(abcd, f32x4.const(2));
    expect(lanes(() => v128.bitselect(abcd, f32x4.const(0), isLarge))).toEqual([0, 0, 3, 4]);
    expect(lanes(() => i32x4.shuffle([3, 0, 5, 6], abcd, f32x4.const([5, 6, 7, 8])))).toEqual([4, 1, 6, 7]);
    expect(
      integers(() => i8x16.shuffle([...Array(16).keys()].toReversed(), i32x4.const(1), i32x4.const(0))),
    ).toEqual([2 ** 24, 2 ** 24, 2 ** 24, 2 ** 24]);
  });

  it('work on integers', () => {
    const wide = i32x4.const([-1, 2, -3, 4]);
    expect(integers(() => i32x4.shr_u(wide, 30))).toEqual([3, 0, 3, 0]);
    expect(integers(() => i32x4.max_s(i32x4.mul(wide, wide), i32x4.const(3)))).toEqual([3, 4, 9, 16]);
    expect(integers(() => i32x4.trunc_sat_f32x4_s(f32x4.const([1.9, -1.9, NaN, 1e20])))).toEqual([
      1, -1, 0, 2147483647,
    ]);
  });

  it('go through float64 and back', () => {
    const third = (x: V128): V128 => f64x2.div(f64x2.promote_low_f32x4(x), f64x2.const(3));
    expect(lanes(() => f32x4.demote_f64x2_zero(third(abcd)))).toEqual([
      Math.fround(1 / 3),
      Math.fround(2 / 3),
      0,
      0,
    ]);
  });

  it('take and give single lanes', () => {
    expect(lanes(() => f32x4.replace_lane(1, abcd, f32x4.extract_lane(3, abcd)))).toEqual([1, 4, 3, 4]);
    const flags = (x: I32): I32 => i32.add(x, i32.const(1));
    expect(compiled([], 'i32', () => flags(v128.any_true(f32x4.lt(abcd, f32x4.const(0)))))()).toBe(1);
  });
});

it('imports shared memory only if told to', () => {
  for (const shared of [false, true]) {
    const module = new ModuleBuilder({ module: 'env', name: 'memory', shared });
    const wasm = new WebAssembly.Module(module.bytes());
    const given = (isShared: boolean) =>
      new WebAssembly.Instance(wasm, {
        env: { memory: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: isShared }) },
      });
    expect(() => given(shared)).not.toThrow();
    expect(() => given(!shared)).toThrow(WebAssembly.LinkError);
  }
});
