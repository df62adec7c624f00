import { z } from 'zod';
import { multiply, square, sum } from '../../tensor/index.ts';
import { definePenalty } from '../define.ts';
import { strength } from './options.ts';

/**
 * Without a factor of 1/2, as Keras: the gradient is 2 * strength * w. Plain gradient descent with this strength is the
 * same as with weightDecay 2 * strength; scikit-learn's alpha is 2 * strength * (rows of the batch).
 */
export const l2 = definePenalty({
  name: 'l2',
  summary: 'Pulls weights towards 0, large ones hardest: smoother models. With adam, adamW does it better.',
  formula: 'loss + strength * sum(w^2)',
  options: z.strictObject({ strength }),
  value: (parameter, options) => multiply(options.strength, sum(square(parameter))),
});
