/** Numbers as unevaluated sums `high + low` of two float64: about 106 bits (Dekker 1971, Knuth, TAOCP 4.2.2). */
export interface DoubleDouble {
  high: number;
  low: number;
}

/** Splits into two halves of 26 bits whose products are exact; for |x| < 2^996. */
const splitter = 134217729; // 2^27 + 1

/** a + b exactly. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const bPart = high - a;
  return { high, low: a - (high - bPart) + (b - bPart) };
}

/** a * b exactly (barring underflow of the low part). */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const aScaled = splitter * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = splitter * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = twoSum(a.high, b.high);
  return twoSum(sum.high, sum.low + a.low + b.low);
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const back = multiply(b, { high: first, low: 0 });
  const second = (a.high - back.high + (a.low - back.low)) / b.high;
  return twoSum(first, second);
}
