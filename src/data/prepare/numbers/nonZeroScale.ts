/**
 * A range to divide by: 1 where it is 0, or so small that it is taken for rounding, in scikit-learn's bound of 10 eps. So
 * a column whose values all lie within 2.2e-15 of each other stays as it is; standardising has a bound relative to the values.
 */
export function nonZeroScale(range: number): number {
  return range < 10 * 2 ** -52 ? 1 : range;
}
