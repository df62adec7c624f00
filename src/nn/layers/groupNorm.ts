import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import { reshape, showShape } from '../../tensor/index.ts';
import { defineLayer } from '../define.ts';
import { affine } from './affine.ts';
import { alongChannels } from './alongChannels.ts';
import { moments, normalise } from './moments.ts';

/** Wu and He, 2018. Input [n, channels, ...]; as many groups as channels is instance norm, one group is layer norm. */
export const groupNorm = defineLayer({
  name: 'groupNorm',
  summary: 'Brings groups of channels to mean 0 and variance 1 within each row, whatever the batch.',
  formula: 'y = (x - mean) / sqrt(variance + epsilon) weight + bias',
  options: z.strictObject({
    groups: z.int().positive().describe('Number of groups; divides the number of channels.'),
    epsilon: z.number().positive().default(1e-5).describe('Added to the variance.'),
    affine: z.boolean().default(true).describe('Whether a scale and a shift are learned for each channel.'),
  }),
  apply(context, input, options) {
    const [rows, channels] = input.shape;
    if (input.shape.length < 2 || channels % options.groups !== 0) {
      throw new NeumannError(
        'shape',
        `groupNorm: the channels of ${showShape(input.shape)} don't make ${options.groups} groups`,
      );
    }
    const grouped = reshape(input, [rows, options.groups, -1]);
    const { mean, variance } = moments(grouped, [2]);
    const normalised = reshape(normalise(grouped, mean, variance, options.epsilon), input.shape);
    if (!options.affine) return normalised;
    return affine(context, normalised, [channels], (vector) => alongChannels(vector, input.shape));
  },
});
