import type { View } from '../../tensor/index.ts';

/** How far a result may be from the reference, which is rounded to float32 first when the result is float32. */
export interface Tolerance {
  /** Of each expected element's own size. */
  readonly relative: number;
  /** Of the largest expected element: what cancels in a sum. */
  readonly ofLargest?: number;
}

export const exactly: Tolerance = { relative: 0 };
/** 16 units in the last place: what is asked of exp, log, tanh... in float32. */
export const closely: Tolerance = { relative: 16 * 2 ** -24 };

/** Below this float32 numbers lose their precision one by one; an executor may take them for 0. */
const SMALLEST_NORMAL = 2 ** -126;

/** Throws at the first element that is too far off. NaN must meet NaN, an infinity the same one; the sign of 0 is free. */
export function compare(actual: View, expected: View, tolerance: Tolerance): void {
  const rounded = actual instanceof Float32Array ? Float32Array.from(expected) : expected;
  if (actual.length !== rounded.length)
    throw new Error(`${actual.length} elements instead of ${rounded.length}`);
  const bound = boundOf(rounded, tolerance);
  for (let i = 0; i < actual.length; i++) {
    if (Object.is(actual[i], rounded[i]) || actual[i] === rounded[i]) continue;
    if (!(Math.abs(actual[i] - rounded[i]) <= bound(rounded[i])))
      throw new Error(`element ${i} is ${actual[i]} instead of ${rounded[i]}`);
  }
}

function boundOf(expected: View, { relative, ofLargest = 0 }: Tolerance): (x: number) => number {
  if (relative === 0 && ofLargest === 0) return () => 0;
  const sizes = Array.from(expected, Math.abs).filter(Number.isFinite);
  const floor = ofLargest * sizes.reduce((largest, size) => Math.max(largest, size), 0) + SMALLEST_NORMAL;
  return (x) => (Number.isFinite(x) ? relative * Math.abs(x) + floor : 0);
}
