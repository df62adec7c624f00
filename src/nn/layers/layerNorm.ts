import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import { reshape, showShape } from '../../tensor/index.ts';
import { defineLayer } from '../define.ts';
import { affine } from './affine.ts';
import { moments, normalise } from './moments.ts';

/** Ba, Kiros and Hinton, 2016. Statistics of each row alone, so training and evaluation are the same. */
export const layerNorm = defineLayer({
  name: 'layerNorm',
  summary: 'Brings each row to mean 0 and variance 1 over its own numbers, then learns a scale and a shift.',
  formula: 'y = (x - mean) / sqrt(variance + epsilon) weight + bias',
  options: z.strictObject({
    axes: z.int().positive().default(1).describe('How many of the last axes are normalised together.'),
    epsilon: z.number().positive().default(1e-5).describe('Added to the variance.'),
    affine: z.boolean().default(true).describe('Whether a scale and a shift are learned.'),
  }),
  apply(context, input, options) {
    const rank = input.shape.length;
    if (options.axes >= rank) {
      throw new NeumannError(
        'shape',
        `layerNorm: ${showShape(input.shape)} has no ${options.axes} axes besides the batch`,
      );
    }
    const axes = Array.from({ length: options.axes }, (_, i) => rank - options.axes + i);
    const { mean, variance } = moments(input, axes);
    const normalised = normalise(input, mean, variance, options.epsilon);
    if (!options.affine) return normalised;
    const shape = input.shape.slice(-options.axes);
    const ones = Array.from({ length: rank - options.axes }, () => 1);
    return affine(context, normalised, shape, (tensor) => reshape(tensor, [...ones, ...shape]));
  },
});
