import type { Warning } from '../table.ts';

const GREATEST_FLOAT32 = 3.4028234663852886e38;

/** What a person should know about a column of numbers: values beyond float32, whole numbers that lost their last digits. */
export function numberWarnings(name: string, values: Float64Array, longIntegers = 0): Warning[] {
  const warnings: Warning[] = [];
  let beyond = 0;
  for (const value of values) if (Math.abs(value) > GREATEST_FLOAT32) beyond++;
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
