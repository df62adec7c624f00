import type { Scale } from './scales.ts';

/** The values that a slider goes through, in order: its range input counts them from 0. */
export function sliderValues(scale: Scale, isWhole = false): readonly number[] {
  const values = unroundedValues(scale);
  return isWhole ? [...new Set(values.map(Math.round))] : values;
}

/** The place nearest to a value, by ratio on a logarithmic scale; values beyond the ends are at the ends. */
export function placeOf(values: readonly number[], value: number, { logarithmic }: Scale): number {
  const above = values.findIndex((one) => one >= value);
  if (above <= 0) return above === 0 ? 0 : values.length - 1;
  const [before, after] = [values[above - 1], values[above]];
  const middle = logarithmic && before > 0 ? Math.sqrt(before * after) : (before + after) / 2;
  return value < middle ? above - 1 : above;
}

function unroundedValues(scale: Scale): number[] {
  if (scale.memory) return memoryValues(scale);
  return scale.logarithmic ? logarithmicValues(scale) : linearValues(scale);
}

/** What is forgotten, from the most to the least, taken from 1. */
function memoryValues({ low, high }: Scale): number[] {
  const forgotten = logarithmicValues({ low: Number((1 - high).toPrecision(6)), high: 1 - low });
  return forgotten.reverse().map((share) => Number((1 - share).toFixed(8)));
}

function linearValues({ low, high, step = 1 }: Scale): number[] {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  return Array.from({ length: count }, (_, place) => Number((low + place * step).toFixed(digits)));
}

/** The steps of one decade that people write. */
const DECADE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

function logarithmicValues({ low, high, fromZero }: Scale): number[] {
  const [first, last] = [low, high].map((end) => Math.floor(Math.log10(end) + 1e-9));
  const exponents = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const all = exponents.flatMap((exponent) => DECADE.map((digit) => Number(`${digit}e${exponent}`)));
  return [...(fromZero ? [0] : []), ...all.filter((value) => value >= low && value <= high)];
}

/** The next value of a scale, up or down, from any value; itself at the ends. */
export function neighbour(scale: Scale, value: number, direction: 1 | -1, isWhole = false): number {
  const values = sliderValues(scale, isWhole);
  const next = direction === 1 ? values.find((one) => one > value) : values.findLast((one) => one < value);
  return next ?? value;
}
