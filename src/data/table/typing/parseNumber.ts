const PLUS = 0x2b;
const MINUS = 0x2d;
const SPACE = 0x20;
const TAB = 0x09;

export const DOT = 0x2e;
export const COMMA = 0x2c;

/** 10^0 to 10^22: the powers of ten that float64 holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The number written in `bytes[start, end)`, or NaN where it is not one: optional spaces, a sign, digits with an optional
 * `decimal` mark (46 or 44), an optional exponent. Correctly rounded, like `Number`, but takes no hexadecimal, no
 * `Infinity` and no empty text. A value beyond float64 is an infinity.
 *
 * Up to 15 digits and a power of ten up to 22 both fit float64 exactly, so one division or product rounds once
 * (Clinger 1990); the rest goes through `Number`.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number, decimal: number): number {
  while (start < end && isSpace(bytes[start])) start++;
  while (end > start && isSpace(bytes[end - 1])) end--;
  let at = start;
  const negative = bytes[at] === MINUS;
  if (at < end && (negative || bytes[at] === PLUS)) at++;

  let mantissa = 0;
  let digits = 0;
  let scale = 0;
  let pointAt = -1;
  for (; at < end; at++) {
    const digit = bytes[at] - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (mantissa !== 0 || digit !== 0) digits++;
      if (digits <= 15) mantissa = mantissa * 10 + digit;
      if (pointAt >= 0) scale++;
    } else if (bytes[at] === decimal && pointAt < 0) pointAt = at;
    else break;
  }
  if (!hasDigit(bytes, start, at)) return NaN;

  let exponent = 0;
  if (at < end) {
    exponent = parseExponent(bytes, at, end);
    if (Number.isNaN(exponent)) return NaN;
  }
  const power = exponent - scale;
  if (digits > 15 || power < -22 || power > 22) return parseSlowly(bytes, start, end, pointAt);
  const magnitude = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
  return negative ? -magnitude : magnitude;
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/** Whether a digit is among the last two bytes before `end`: a mantissa is a sign, digits and at most one mark. */
function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = end - 1; at >= start && at >= end - 2; at--) {
    const digit = bytes[at] - 0x30;
    if (digit >= 0 && digit <= 9) return true;
  }
  return false;
}

/** The exponent at `bytes[at, end)`, which begins with its `e`; NaN where it is malformed. */
function parseExponent(bytes: Uint8Array, at: number, end: number): number {
  if ((bytes[at] | 0x20) !== 0x65) return NaN;
  at++;
  const negative = bytes[at] === MINUS;
  if (at < end && (negative || bytes[at] === PLUS)) at++;
  if (at === end) return NaN;
  let exponent = 0;
  for (; at < end; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    exponent = Math.min(exponent * 10 + digit, 100_000);
  }
  return negative ? -exponent : exponent;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number, pointAt: number): number {
  let text = '';
  for (let at = start; at < end; at++) text += at === pointAt ? '.' : String.fromCharCode(bytes[at]);
  return Number(text);
}
