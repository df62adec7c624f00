import { splitNearOne } from './bits.ts';
import { add, divide, multiply, twoProduct, twoSum, type DoubleDouble } from './doubleDouble.ts';
import { expOfSum } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** 1/5, 1/7, 1/9 ...: the tail of atanh(s)/s = 1 + s²/3 + s⁴/5 + ..., to below 2^-70 for s <= 0.1716. */
const tail = [1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13, 1 / 15, 1 / 17, 1 / 19, 1 / 21, 1 / 23, 1 / 25];
const third: DoubleDouble = { high: 1 / 3, low: 1.850371707708594e-17 };
const ln2: DoubleDouble = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };
const parts = { fraction: 0, exponent: 0 };

/**
 * base^exponent, with the special cases of JavaScript's `**` (so 1^Infinity and (-1)^Infinity are NaN, x^0 is 1).
 * Error below 1 ulp: the logarithm is carried with some 64 bits.
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  const size = Math.abs(base);
  if (!Number.isFinite(exponent)) return size === 1 ? NaN : size > 1 === exponent > 0 ? Infinity : 0;
  const negative = base < 0 || Object.is(base, -0);
  if (negative && base !== 0 && base !== -Infinity && !Number.isInteger(exponent)) return NaN;
  const value = powerOfSize(size, exponent);
  return negative && Math.abs(exponent % 2) === 1 ? -value : value;
}

function powerOfSize(size: number, exponent: number): number {
  if (size === 1) return 1;
  if (size === 0 || size === Infinity) return (size === 0) === exponent > 0 ? 0 : Infinity;
  // Beyond 2^65 any size but 1 overflows or vanishes; below 2^-65 any result rounds to 1. Both are out of the splitter's range.
  if (Math.abs(exponent) > 3.7e19) return size > 1 === exponent > 0 ? Infinity : 0;
  if (Math.abs(exponent) < 2.7e-20) return 1;
  const logarithm = logarithmOf(size);
  const product = twoProduct(exponent, logarithm.high);
  return expOfSum(product.high, product.low + exponent * logarithm.low);
}

/** Optimizers raise the same two or three bases to another power in every step: the logarithms of a few are kept. */
const kept = new Map<number, DoubleDouble>();
const MOST_KEPT = 8;

function logarithmOf(size: number): DoubleDouble {
  const known = kept.get(size);
  if (known) return known;
  if (kept.size === MOST_KEPT) kept.clear();
  const logarithm = preciseLog(size);
  kept.set(size, logarithm);
  return logarithm;
}

/** log(x) = k ln 2 + 2 atanh((m - 1)/(m + 1)) to about 2^-64, for finite positive x. */
function preciseLog(x: number): DoubleDouble {
  splitNearOne(x, parts);
  const { fraction: m, exponent: k } = parts;
  const s = divide({ high: m - 1, low: 0 }, twoSum(m, 1));
  const square = multiply(s, s);
  const series = add(third, { high: square.high * polynomial(square.high, tail), low: 0 });
  const factor = add({ high: 1, low: 0 }, multiply(square, series));
  const log = multiply({ high: 2 * s.high, low: 2 * s.low }, factor);
  return add(multiply({ high: k, low: 0 }, ln2), log);
}
