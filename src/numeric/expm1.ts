import { powerOfTwo, scaleByPowerOfTwo } from './bits.ts';
import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** Beyond this, e^x - 1 is -1 (below) or e^x (above) to the last bit. */
const far = 38.81624211135693;
const halfLn2 = 0.34657359027997264;

/** (6/r) ((e^r + 1)/(e^r - 1) - 2/r) as a polynomial in r²/2, off by less than 2^-61 (coefficients of fdlibm's s_expm1.c). */
const coefficients = [
  1, -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6,
  -2.0109921818362437e-7,
];

/** e^x - 1, exact to the last bits near 0 too, where `exp(x) - 1` has none left. Error below 1 ulp. */
export function expm1(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (x < -far) return -1;
  if (x > 709.782712893384) return Infinity;
  const k = Math.abs(x) > halfLn2 ? Math.floor(INVERSE_LN2 * x + 0.5) : 0;
  const high = x - k * LN2_HIGH;
  const rest = k * LN2_LOW;
  const r = high - rest;
  return assemble(r, high - r - rest, k);
}

/** e^(r + correction) 2^k - 1, where e^r - 1 = r - (r error - r²/2); each range of k rounds in the order that loses least. */
function assemble(r: number, correction: number, k: number): number {
  const half = 0.5 * r;
  const square = r * half;
  const reduced = polynomial(square, coefficients);
  const t = 3 - reduced * half;
  const error = square * ((reduced - t) / (6 - r * t));
  if (k === 0) return r - (r * error - square);
  const e = r * (error - correction) - correction - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - r), k) - 1;
  if (k < 20) return scaleByPowerOfTwo(1 - powerOfTwo(-k) - (e - r), k);
  return scaleByPowerOfTwo(r - (e + powerOfTwo(-k)) + 1, k);
}
