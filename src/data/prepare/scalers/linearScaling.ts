import { z } from 'zod';
import { readable } from '../readable.ts';

/** `(x - center) / scale`. */
export const linearScaling = z.strictObject({
  form: z.literal('linear'),
  center: z.number(),
  scale: z.number().refine((scale) => scale !== 0, 'a scale is not 0'),
});
export type LinearScaling = z.output<typeof linearScaling>;

export function linear(center: number, scale: number): LinearScaling {
  return { form: 'linear', center, scale };
}

export function applyLinear({ center, scale }: LinearScaling, value: number): number {
  return (value - center) / scale;
}

export function invertLinear({ center, scale }: LinearScaling, value: number): number {
  return value * scale + center;
}

export function describeLinear({ center, scale }: LinearScaling): string {
  const shifted = center === 0 ? 'x' : `(x ${center < 0 ? '+' : '−'} ${readable(Math.abs(center))})`;
  return scale === 1 ? shifted : `${shifted} / ${readable(scale)}`;
}
