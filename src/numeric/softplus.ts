import { exp } from './exp.ts';
import { log1p } from './log1p.ts';

/** log(1 + e^x), without overflow for large x and without loss for very negative ones. Error below 3 ulp. */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
}
