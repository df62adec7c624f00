import type { Warning } from '../table.ts';

const GREATEST_FLOAT32 = 3.4028234663852886e38;

export const isBeyondFloat32 = (value: number): boolean =>
  value > GREATEST_FLOAT32 || value < -GREATEST_FLOAT32;

/** How many numbers are beyond float32. */
export function countBeyondFloat32(values: Float64Array): number {
  let beyond = 0;
  for (let row = 0; row < values.length; row++) if (isBeyondFloat32(values[row])) beyond++;
  return beyond;
}

/** What a person should know about a column of numbers: how many are beyond float32, and whole ones that lost their last digits. */
export function numberWarnings(name: string, beyond: number, longIntegers = 0): Warning[] {
  const warnings: Warning[] = [];
  if (beyond > 0) {
    const text = `Column '${name}' holds ${beyond} value(s) beyond ${GREATEST_FLOAT32.toPrecision(3)}, more than float32 can hold; scale the column or use its logarithm.`;
    warnings.push({ code: 'beyond-float32', column: name, text });
  }
  if (longIntegers > 0) {
    const text = `Column '${name}' holds ${longIntegers} whole number(s) beyond 2^53, rounded to the nearest float64; pass --type ${name}=identifier if they are names.`;
    warnings.push({ code: 'rounded-integers', column: name, text });
  }
  return warnings;
}
