import { z } from 'zod';
import { defineSchedule } from './defineSchedule.ts';
import { minimumLearningRate } from './options.ts';

const options = {
  mode: z.enum(['min', 'max']).default('min').describe('Whether the monitored value is to fall or to rise.'),
  factor: z
    .number()
    .positive()
    .lt(1)
    .default(0.1)
    .describe('What the rate is multiplied by; usual: 0.1 to 0.5.'),
  patience: z
    .int()
    .min(0)
    .default(10)
    .describe('Epochs without improvement that are borne before the rate drops.'),
  threshold: z.number().min(0).default(1e-4).describe('What counts as an improvement.'),
  thresholdMode: z
    .enum(['relative', 'absolute'])
    .default('relative')
    .describe('Threshold as a share of the best value, or in its unit.'),
  cooldown: z.int().min(0).default(0).describe('Epochs after a drop in which nothing is counted.'),
  minimumLearningRate,
  epsilon: z.number().min(0).default(1e-8).describe('A drop smaller than this is not made.'),
};
type PlateauOptions = z.output<z.ZodObject<typeof options>>;

/** PyTorch's ReduceLROnPlateau, worked out anew from the whole history each time. */
export const plateau = defineSchedule({
  name: 'plateau',
  summary: 'Lowers the rate when the monitored value has stopped improving; needs no planned length.',
  formula: 'after patience + 1 epochs without improvement: rate = max(rate * factor, minimum)',
  unit: 'epoch',
  options,
  at(options, { baseLearningRate, history, count }) {
    let [rate, best, bad, cooling] = [baseLearningRate, options.mode === 'min' ? Infinity : -Infinity, 0, 0];
    for (const value of history.slice(0, count)) {
      const improved = isBetter(options, value, best);
      if (improved) best = value;
      bad = improved || cooling > 0 ? 0 : bad + 1;
      cooling = Math.max(cooling - 1, 0);
      if (bad <= options.patience) continue;
      rate = lowered(options, rate);
      cooling = options.cooldown;
      bad = 0;
    }
    return { learningRate: rate };
  },
});

function isBetter({ mode, threshold, thresholdMode }: PlateauOptions, value: number, best: number): boolean {
  const sign = mode === 'min' ? -1 : 1;
  // Relative in PyTorch's sense: a multiple of the best value, whatever its sign.
  const bar = thresholdMode === 'relative' ? best * (1 + sign * threshold) : best + sign * threshold;
  return mode === 'min' ? value < bar : value > bar;
}

function lowered({ factor, minimumLearningRate: minimum, epsilon }: PlateauOptions, rate: number): number {
  const next = Math.max(rate * factor, minimum);
  return rate - next > epsilon ? next : rate;
}
