import type { RandomStream } from '../define.ts';

/** Uniform in [-bound, bound). */
export function fillUniform(values: Float64Array, bound: number, random: RandomStream): void {
  for (let i = 0; i < values.length; i++) values[i] = (2 * random.uniform(i) - 1) * bound;
}

/** Normal with mean 0. */
export function fillNormal(values: Float64Array, deviation: number, random: RandomStream): void {
  for (let i = 0; i < values.length; i++) values[i] = random.normal(i) * deviation;
}
