/** A place along a line, with the function's value and slope there. */
export interface CubicPoint {
  readonly t: number;
  readonly loss: number;
  readonly slope: number;
}

/**
 * Where the cubic through two points (values and slopes) is least, kept within [from, to]; the middle of the bounds where
 * the cubic has no minimum, or rounding leaves none (minFunc's `polyinterp`, as in PyTorch).
 */
export function cubicMinimum(
  a: CubicPoint,
  b: CubicPoint,
  from = Math.min(a.t, b.t),
  to = Math.max(a.t, b.t),
): number {
  const [left, right] = a.t <= b.t ? [a, b] : [b, a];
  const d1 = a.slope + b.slope - (3 * (a.loss - b.loss)) / (a.t - b.t);
  const discriminant = d1 * d1 - a.slope * b.slope;
  const d2 = Math.sqrt(discriminant);
  const share = (right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2);
  const least = right.t - (right.t - left.t) * share;
  return Number.isNaN(least) ? (from + to) / 2 : Math.min(Math.max(least, from), to);
}
