/**
 * Elementary functions on whole numbers of 2^-1300, by their defining series: slow, short and right to some 1250 binary places, so that
 * float64 implementations can be measured in ulp against something that shares nothing with them.
 */
const BITS = 1300n;
export type Fixed = bigint;
export const one: Fixed = 1n << BITS;

const multiply = (a: Fixed, b: Fixed): Fixed => (a * b) >> BITS;
const divide = (a: Fixed, b: Fixed): Fixed => (a << BITS) / b;
const magnitude = (a: Fixed): Fixed => (a < 0n ? -a : a);

/** Exact: every float64 is a whole number of 2^-1074. */
export function fromNumber(x: number): Fixed {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = (bits & 0xfffffffffffffn) | (exponent === 0n ? 0n : 1n << 52n);
  const size = fraction << (BITS - 1074n + (exponent === 0n ? 0n : exponent - 1n));
  return x < 0 ? -size : size;
}

/** How far `actual` is from the true value, in units of the last place of the float64 next to it. */
export function ulpError(actual: number, expected: Fixed): number {
  const difference = magnitude(fromNumber(actual) - expected);
  const lowest = BITS - 1074n;
  const exponent = BigInt(magnitude(expected).toString(2).length) - 53n;
  const ulp = 1n << (exponent < lowest ? lowest : exponent);
  return Number((difference << 30n) / ulp) / 2 ** 30;
}

/** The sum of terms, each made from the one before, until they vanish. */
function series(first: Fixed, next: (term: Fixed, index: bigint) => Fixed): Fixed {
  let total = first;
  let term = first;
  for (let i = 1n; term !== 0n && term !== -1n; i++) {
    term = next(term, i);
    total += term;
  }
  return total;
}

/** ln 2 = 2 atanh(1/3). */
const ln2 = (() => {
  let power = one / 3n;
  let total = 0n;
  for (let i = 1n; power !== 0n; i += 2n, power /= 9n) total += power / i;
  return 2n * total;
})();
/** π = 16 atan(1/5) - 4 atan(1/239) (Machin). */
const pi = (() => {
  const atan = (n: bigint) => {
    let power = one / n;
    let total = 0n;
    for (let i = 1n, sign = 1n; power !== 0n; i += 2n, sign = -sign, power /= n * n)
      total += (sign * power) / i;
    return total;
  };
  return 16n * atan(5n) - 4n * atan(239n);
})();

export function exp(x: Fixed): Fixed {
  const k = x / ln2;
  const r = x - k * ln2;
  const value = series(one, (term, i) => multiply(term, r) / i);
  return k >= 0n ? value << k : value >> -k;
}

/** By halving or doubling to [1/2, 1], then 2 atanh((x - 1)/(x + 1)). */
export function log(x: Fixed): Fixed {
  const k = BigInt(x.toString(2).length) - 1n - BITS;
  const m = k >= 0n ? x >> k : x << -k;
  const s = divide(m - one, m + one);
  const square = multiply(s, s);
  let power = s;
  return 2n * series(s, (_, i) => (power = multiply(power, square)) / (2n * i + 1n)) + k * ln2;
}

export function sin(x: Fixed): Fixed {
  const r = x % (2n * pi);
  return series(r, (term, i) => -multiply(multiply(term, r), r) / (2n * i * (2n * i + 1n)));
}

export function cos(x: Fixed): Fixed {
  return sin(x + pi / 2n);
}

export function squareRoot(x: Fixed): Fixed {
  let root = one;
  for (let previous = 0n; magnitude(root - previous) > 1n;) {
    previous = root;
    root = (root + divide(x, root)) / 2n;
  }
  return root;
}

/** Its power series at 0; cancellation costs x² log2(e) bits on the way. */
export function erf(x: Fixed): Fixed {
  let power = x;
  const square = multiply(x, x);
  const sum = series(x, (_, i) => (power = -multiply(power, square) / i) / (2n * i + 1n));
  return divide(2n * sum, squareRoot(pi));
}

export const expm1 = (x: Fixed): Fixed => exp(x) - one;
export const log1p = (x: Fixed): Fixed => log(one + x);
export const tanh = (x: Fixed): Fixed => one - divide(2n * one, exp(2n * x) + one);
export const sigmoid = (x: Fixed): Fixed => divide(one, one + exp(-x));
export const softplus = (x: Fixed): Fixed => log(one + exp(x));
export const erfc = (x: Fixed): Fixed => one - erf(x);
export const pow = (x: Fixed, y: Fixed): Fixed => exp(multiply(y, log(x)));
