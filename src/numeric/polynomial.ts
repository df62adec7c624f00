/** c[0] + c[1] x + c[2] x² + ..., by Horner's rule: the highest power first, one multiplication and one addition each. */
export function polynomial(x: number, coefficients: readonly number[]): number {
  let value = coefficients[coefficients.length - 1];
  for (let i = coefficients.length - 2; i >= 0; i--) value = coefficients[i] + x * value;
  return value;
}
