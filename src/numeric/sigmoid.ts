import { exp } from './exp.ts';

/** 1/(1 + e^-x), from the side where the exponential does not overflow. Error below 3 ulp. */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}
