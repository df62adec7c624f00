import type { DType } from '../../../graph/tensor.ts';
import { f32x4, type FunctionBuilder, i32x4, type Local, type V128, v128 } from '../emit/index.ts';
import type { Reduction } from '../plan/plan.ts';

/** The running state of a reduction in four lanes: one vector, or for argmax the value and its index. */
export type Accumulator = readonly Local<'v128'>[];

/** How a reduction runs. */
export interface Reducer {
  start(f: FunctionBuilder): Accumulator;
  /** Takes in one more element in each lane; only the lanes in the mask if there is one. */
  take(f: FunctionBuilder, into: Accumulator, x: V128, position: V128 | undefined, mask?: V128): void;
  /** Takes in what another accumulator holds. */
  merge(f: FunctionBuilder, into: Accumulator, other: Accumulator): void;
  /** The value, which `merge` of an accumulator's own lanes has made the same in all of them. */
  result(accumulator: Accumulator): Local<'v128'>;
}

export function reducerFor({ op, dtype }: Pick<Reduction, 'op' | 'dtype'>): Reducer {
  return op === 'argmax' ? argmaxOf(dtype) : folding(op, dtype);
}

/** Combines the four lanes, first those two apart, then neighbours: the same value in all. */
export function mergeLanes(f: FunctionBuilder, reducer: Reducer, accumulator: Accumulator): void {
  for (const lanes of [
    [2, 3, 0, 1],
    [1, 0, 3, 2],
  ] as const) {
    const moved = accumulator.map((local) => f.let(i32x4.shuffle([...lanes], local, local)));
    reducer.merge(f, accumulator, moved);
  }
}

function folding(op: 'sum' | 'max', dtype: DType): Reducer {
  const isFloat = dtype === 'f32';
  const combine = op === 'sum' ? (isFloat ? f32x4.add : i32x4.add) : isFloat ? f32x4.max : i32x4.max_s;
  const neutral = op === 'sum' ? i32x4.const(0) : lowest(dtype);
  return {
    start: (f) => [f.let(neutral)],
    take: (f, [into], x, _, mask) => f.set(into, combine(into, mask ? v128.bitselect(x, neutral, mask) : x)),
    merge: (f, [into], [other]) => f.set(into, combine(into, other)),
    result: ([accumulator]) => accumulator,
  };
}

function lowest(dtype: DType): V128 {
  return dtype === 'f32' ? f32x4.const(-Infinity) : i32x4.const(-(2 ** 31));
}

/** The first of the largest elements: each lane keeps its first, and of equal ones the lower index wins. */
function argmaxOf(dtype: DType): Reducer {
  const greater = dtype === 'f32' ? f32x4.gt : i32x4.gt_s;
  const equal = dtype === 'f32' ? f32x4.eq : i32x4.eq;
  const replace = (
    f: FunctionBuilder,
    [best, index]: Accumulator,
    x: V128,
    position: V128,
    where: V128,
  ): void => {
    f.set(best, v128.bitselect(x, best, where));
    f.set(index, v128.bitselect(position, index, where));
  };
  return {
    start: (f) => [f.let(lowest(dtype)), f.let(i32x4.const(0))],
    take: (f, into, x, position, mask) => {
      const better = greater(x, into[0]);
      replace(f, into, x, position as V128, f.let(mask ? v128.and(better, mask) : better));
    },
    merge: (f, into, [best, index]) => {
      const earlier = v128.and(equal(best, into[0]), i32x4.lt_s(index, into[1]));
      replace(f, into, best, index, f.let(v128.or(greater(best, into[0]), earlier)));
    },
    result: ([, index]) => index,
  };
}
