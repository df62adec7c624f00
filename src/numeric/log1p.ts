import { log } from './log.ts';

/**
 * log(1 + x), exact to the last bits near 0 too. Error below 2 ulp.
 *
 * With u = 1 + x as it rounds, log(1 + x) = log(u) + (x - (u - 1))/u up to the square of the rounding.
 */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (!(u > 0) || u === Infinity) return log(u);
  // Whichever of the two is the larger is taken away first, so that nothing is lost.
  const lost = x < 1 ? x - (u - 1) : 1 - (u - x);
  return log(u) + lost / u;
}
