import { expm1 } from './expm1.ts';

/** The hyperbolic tangent, by expm1 so that small arguments keep their bits. Error below 3 ulp. */
export function tanh(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const size = Math.abs(x);
  const value = size >= 22 ? 1 : size >= 1 ? 1 - 2 / (expm1(2 * size) + 2) : below(size);
  return x < 0 ? -value : value;
}

function below(size: number): number {
  const t = expm1(-2 * size);
  return -t / (t + 2);
}
