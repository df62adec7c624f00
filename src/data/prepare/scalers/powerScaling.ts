import { z } from 'zod';
import { exp, expm1, log, log1p } from '../../../numeric/index.ts';
import { readable } from '../readable.ts';

/** A power of x that makes a skewed column symmetric, then `(y - center) / scale`. */
export const powerScaling = z.strictObject({
  form: z.literal('power'),
  method: z.enum(['yeoJohnson', 'boxCox']),
  lambda: z.number(),
  center: z.number(),
  scale: z.number().refine((scale) => scale !== 0, 'a scale is not 0'),
});
export type PowerScaling = z.output<typeof powerScaling>;

/**
 * `(e^(power * logarithm) - 1) / power`, and its limit at 0: Box and Cox (1964) of the number whose logarithm is given, in
 * the form that keeps all digits near 0.
 */
export function powerOfLog(logarithm: number, power: number): number {
  return Math.abs(power) < 1e-16 ? logarithm : expm1(power * logarithm) / power;
}

/** Back from `powerOfLog` to the number less 1. A value that no number leads to gives the nearest end of the range. */
function numberOfPower(value: number, power: number): number {
  if (Math.abs(power) < 1e-16) return expm1(value);
  const base = Math.max(value * power, -1);
  if (base === -1) return power > 0 ? -1 : Number.MAX_VALUE;
  return expm1(log1p(base) / power);
}

/**
 * Box-Cox for positive numbers; Yeo and Johnson (2000) for all: the same of x + 1 for x >= 0, and mirrored with 2 - lambda
 * below. A number that Box-Cox is not made for (0 or less) counts as the smallest positive one.
 */
export function powered({ method, lambda }: Pick<PowerScaling, 'method' | 'lambda'>, value: number): number {
  if (method === 'boxCox') return powerOfLog(log(Math.max(value, Number.MIN_VALUE)), lambda);
  return value < 0 ? -powerOfLog(log1p(-value), 2 - lambda) : powerOfLog(log1p(value), lambda);
}

export function applyPower(scaling: PowerScaling, value: number): number {
  if (Number.isNaN(value)) return NaN;
  return (powered(scaling, value) - scaling.center) / scaling.scale;
}

export function invertPower({ method, lambda, center, scale }: PowerScaling, value: number): number {
  if (Number.isNaN(value)) return NaN;
  const power = value * scale + center;
  if (method === 'boxCox') {
    if (Math.abs(lambda) < 1e-16) return exp(power);
    const base = Math.max(power * lambda + 1, 0);
    return base === 0 ? (lambda > 0 ? 0 : Number.MAX_VALUE) : exp(log(base) / lambda);
  }
  return power < 0 ? -numberOfPower(-power, 2 - lambda) : numberOfPower(power, lambda);
}

export function describePower({ method, lambda, center, scale }: PowerScaling): string {
  const name = method === 'boxCox' ? 'Box-Cox' : 'Yeo-Johnson';
  const scaled = center === 0 && scale === 1 ? '' : `, then (y − ${readable(center)}) / ${readable(scale)}`;
  return `${name} power with lambda ${readable(lambda)}${scaled}`;
}
