import { polynomial } from './polynomial.ts';
import { reduceQuarterTurns, type QuarterTurns } from './reduceQuarterTurns.ts';

/** (sin(x) - x)/x³ on |x| <= π/4, off by less than 2^-58 (coefficients of fdlibm's k_sin.c); the first stands alone. */
const sineFirst = -1.66666666666666324348e-1;
const sineRest = [
  8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6,
  -2.50507602534068634195e-8, 1.58969099521155010221e-10,
];
/** (cos(x) - 1 + x²/2)/x⁴ on |x| <= π/4, off by less than 2^-58 (coefficients of fdlibm's k_cos.c). */
const cosine = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
];
const turns: QuarterTurns = { quarters: 0, remainder: 0, low: 0 };

/** The sine of an angle in radians, of any size. Error below 1 ulp; NaN at infinities. */
export function sin(x: number): number {
  return x === 0 ? x : atQuarter(x, 0);
}

/** The cosine of an angle in radians, of any size. Error below 1 ulp; NaN at infinities. */
export function cos(x: number): number {
  return atQuarter(x, 1);
}

/** sin(x + shift π/2). */
function atQuarter(x: number, shift: number): number {
  if (!Number.isFinite(x)) return NaN;
  reduceQuarterTurns(x, turns);
  const quarter = (turns.quarters + shift) & 3;
  const value = quarter & 1 ? kernelCos(turns.remainder, turns.low) : kernelSin(turns.remainder, turns.low);
  return quarter & 2 ? -value : value;
}

/** sin(x + low) for |x| <= π/4: sin(x) + low cos(x), with cos(x) = 1 - x²/2. */
function kernelSin(x: number, low: number): number {
  const square = x * x;
  const cube = square * x;
  const rest = polynomial(square, sineRest);
  return x - (square * (0.5 * low - cube * rest) - low - cube * sineFirst);
}

/** cos(x + low) for |x| <= π/4: cos(x) - low x; 1 - x²/2 is rounded and its rounding carried on. */
function kernelCos(x: number, low: number): number {
  const square = x * x;
  const rest = square * polynomial(square, cosine);
  const half = 0.5 * square;
  const near = 1 - half;
  return near + (1 - near - half + (square * rest - x * low));
}
