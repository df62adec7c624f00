import { z } from 'zod';
import { readable } from '../readable.ts';

/** `x * factor + offset`, then cut to `clip` if given. */
export const affineScaling = z.strictObject({
  form: z.literal('affine'),
  factor: z.number().refine((factor) => factor !== 0, 'a factor is not 0'),
  offset: z.number(),
  clip: z.tuple([z.number(), z.number()]).optional(),
});
export type AffineScaling = z.output<typeof affineScaling>;

export function applyAffine({ factor, offset, clip }: AffineScaling, value: number): number {
  const scaled = value * factor + offset;
  return clip ? Math.min(Math.max(scaled, clip[0]), clip[1]) : scaled;
}

export function invertAffine({ factor, offset }: AffineScaling, value: number): number {
  return (value - offset) / factor;
}

export function describeAffine({ factor, offset, clip }: AffineScaling): string {
  const shift = offset === 0 ? '' : ` ${offset < 0 ? '−' : '+'} ${readable(Math.abs(offset))}`;
  const scaled = `x · ${readable(factor)}${shift}`;
  return clip ? `${scaled}, cut to ${readable(clip[0])} to ${readable(clip[1])}` : scaled;
}
