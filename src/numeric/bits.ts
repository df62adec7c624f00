/** The two 32-bit halves of a float64, the same on machines of either byte order. */
const view = new DataView(new ArrayBuffer(8));

/** `x` with the lower 32 bits of its fraction cleared: squares of the result are exact to the last bit but a few. */
export function withoutLowWord(x: number): number {
  view.setFloat64(0, x);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

const smallestNormalExponent = -1022;
const largestExponent = 1023;

/** Exactly 2^exponent, for exponents of normal numbers (-1022 to 1023). */
export function powerOfTwo(exponent: number): number {
  view.setInt32(0, (exponent + 1023) << 20);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

/** x * 2^exponent, rounded at most once, also where the result overflows or is subnormal. */
export function scaleByPowerOfTwo(x: number, exponent: number): number {
  if (exponent > largestExponent)
    return x * powerOfTwo(largestExponent) * powerOfTwo(exponent - largestExponent);
  if (exponent >= smallestNormalExponent) return x * powerOfTwo(exponent);
  return x * powerOfTwo(exponent + 100) * powerOfTwo(-100);
}

/** `x = fraction * 2^exponent` with fraction in [sqrt(1/2), sqrt(2)), for finite positive x. */
export function splitNearOne(x: number, into: { fraction: number; exponent: number }): void {
  const subnormal = x < 2.2250738585072014e-308;
  view.setFloat64(0, subnormal ? x * 18014398509481984 : x);
  const high = view.getInt32(0);
  const fractionHigh = high & 0xfffff;
  // 0x6a09e is where the fraction 1.f passes sqrt(2): from there on take half of it and one more in the exponent.
  const halved = fractionHigh >= 0x6a09f ? 1 : 0;
  view.setInt32(0, fractionHigh | ((1023 - halved) << 20));
  into.fraction = view.getFloat64(0);
  into.exponent = (high >>> 20) - 1023 + halved - (subnormal ? 54 : 0);
}
