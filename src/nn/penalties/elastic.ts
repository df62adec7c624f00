import { z } from 'zod';
import { absolute, add, multiply, square, sum } from '../../tensor/index.ts';
import { definePenalty } from '../define.ts';
import { strength } from './options.ts';

/** Zou and Hastie 2005; scikit-learn puts 1/2 before the squares. */
export const elastic = definePenalty({
  name: 'elastic',
  summary: 'A mixture of L1 and L2: few weights, but groups of similar columns are kept together.',
  formula: 'loss + strength * (mix * sum(|w|) + (1 - mix) * sum(w^2))',
  options: z.strictObject({
    strength,
    mix: z.number().min(0).max(1).default(0.5).describe('Share of L1: 1 is L1 alone, 0 is L2 alone.'),
  }),
  value: (parameter, { strength: factor, mix }) =>
    add(
      multiply(factor * mix, sum(absolute(parameter))),
      multiply(factor * (1 - mix), sum(square(parameter))),
    ),
});
