import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { annealByLine } from './anneal.ts';
import { defineSchedule } from './defineSchedule.ts';
import { cycleMomentum, maximumLearningRate, momentumBound } from './options.ts';

/** PyTorch's CyclicLR (Smith 2017). */
export const cyclic = defineSchedule({
  name: 'cyclic',
  summary: 'The rate goes up and down between two bounds in straight lines, for as long as the run lasts.',
  formula:
    'rate = lowest + (highest - lowest) * triangle(count) * scale; scale: 1, 1/2^(cycle - 1) or gamma^count',
  unit: 'step',
  options: {
    baseLearningRate: z
      .number()
      .positive()
      .nullable()
      .default(null)
      .describe('The lowest rate; null: a tenth of the highest.'),
    maximumLearningRate,
    stepSizeUp: z.int().positive().default(2000).describe('Counts from the lowest to the highest rate.'),
    stepSizeDown: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe('Counts back down; null: as many as up.'),
    mode: z
      .enum(['triangular', 'triangular2', 'exponentialRange'])
      .default('triangular')
      .describe('Height of the peaks: all the same, halved each cycle, or shrinking by gamma each count.'),
    gamma: z
      .number()
      .positive()
      .max(1)
      .default(1)
      .describe('For exponentialRange: factor of each count; usual: 0.9994 to 1.'),
    cycleMomentum,
    baseMomentum: momentumBound(0.8, 'lowest'),
    maximumMomentum: momentumBound(0.9, 'highest'),
  },
  at(options, context) {
    const highest = options.maximumLearningRate ?? context.baseLearningRate;
    const height = heightAt(options, context.count);
    const learningRate = annealByLine(options.baseLearningRate ?? highest / 10, highest, height);
    if (!options.cycleMomentum || context.baseMomentum === undefined) return { learningRate };
    return { learningRate, momentum: annealByLine(options.maximumMomentum, options.baseMomentum, height) };
  },
});

interface CycleOptions {
  readonly stepSizeUp: number;
  readonly stepSizeDown: number | null;
  readonly mode: 'triangular' | 'triangular2' | 'exponentialRange';
  readonly gamma: number;
}

/** How far up, 0 to 1, the triangle wave is at a count. */
function heightAt({ stepSizeUp, stepSizeDown, mode, gamma }: CycleOptions, count: number): number {
  const down = stepSizeDown ?? stepSizeUp;
  const cycle = Math.floor(count / (stepSizeUp + down));
  const within = count - cycle * (stepSizeUp + down);
  const triangle = within <= stepSizeUp ? within / stepSizeUp : 1 - (within - stepSizeUp) / down;
  if (mode === 'triangular') return triangle;
  return triangle * (mode === 'triangular2' ? pow(0.5, cycle) : pow(gamma, count));
}
