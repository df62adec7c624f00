import { polynomial } from './polynomial.ts';
import { reduceQuarterTurns, type QuarterTurns } from './reduceQuarterTurns.ts';

/** (sin(x) - x)/x³ on |x| <= π/4, off by less than 2^-58 (coefficients of fdlibm's k_sin.c); the first stands alone. */
const sineFirst = -0.16666666666666632;
const sineRest = [
  0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6, -2.5050760253406863e-8,
  1.58969099521155e-10,
];
/** (cos(x) - 1 + x²/2)/x⁴ on |x| <= π/4, off by less than 2^-58 (coefficients of fdlibm's k_cos.c). */
const cosine = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7,
  2.087572321298175e-9, -1.1359647557788195e-11,
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
