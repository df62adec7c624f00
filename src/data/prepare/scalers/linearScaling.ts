import { z } from 'zod';
import { readable } from '../readable.ts';

/** `(x - center) / scale`, then cut to `clip` if given. */
export const linearScaling = z.strictObject({
  form: z.literal('linear'),
  center: z.number(),
  scale: z.number().refine((scale) => scale !== 0, 'a scale is not 0'),
  clip: z.tuple([z.number(), z.number()]).optional(),
});
export type LinearScaling = z.output<typeof linearScaling>;

export function linear(center: number, scale: number, clip?: readonly [number, number]): LinearScaling {
  return { form: 'linear', center, scale, ...(clip && { clip: [clip[0], clip[1]] }) };
}

export function applyLinear({ center, scale, clip }: LinearScaling, value: number): number {
  const scaled = (value - center) / scale;
  return clip ? Math.min(Math.max(scaled, clip[0]), clip[1]) : scaled;
}

export function invertLinear({ center, scale }: LinearScaling, value: number): number {
  return value * scale + center;
}

export function describeLinear({ center, scale, clip }: LinearScaling): string {
  const shifted = center === 0 ? 'x' : `(x ${center < 0 ? '+' : '−'} ${readable(Math.abs(center))})`;
  const scaled = scale === 1 ? shifted : `${shifted} / ${readable(scale)}`;
  return clip ? `${scaled}, cut to ${readable(clip[0])} to ${readable(clip[1])}` : scaled;
}
