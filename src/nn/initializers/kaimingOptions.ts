import { z } from 'zod';
import { gain, negativeSlopeOption, nonlinearityOption } from './gain.ts';

export const kaimingOptions = z.strictObject({
  mode: z
    .enum(['fanIn', 'fanOut'])
    .default('fanIn')
    .describe('Whether the forward (fanIn) or the backward pass keeps its variance.'),
  nonlinearity: nonlinearityOption.default('relu'),
  negativeSlope: negativeSlopeOption,
});

/** Standard deviation: gain / sqrt(fan). */
export function kaimingDeviation(
  fan: { readonly in: number; readonly out: number },
  { mode, nonlinearity, negativeSlope }: z.output<typeof kaimingOptions>,
): number {
  return gain(nonlinearity, negativeSlope) / Math.sqrt(mode === 'fanIn' ? fan.in : fan.out);
}
