import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import {
  add,
  divide,
  exp,
  log,
  maximum,
  multiply,
  softplus,
  stopGradient,
  subtract,
  type Tensor,
} from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { halves } from './halves.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * PyTorch's GaussianNLLLoss. The output has twice the target's columns: the means, then what the variances come from. Where a
 * variance is raised to epsilon its gradient still flows, as in PyTorch.
 */
export const gaussian = defineLoss({
  name: 'gaussian',
  summary: 'Predicts a mean and a variance: negative log-likelihood of a normal distribution.',
  formula: '(log(v) + (y - t)^2 / v) / 2',
  options: z.strictObject({
    variance: z
      .enum(['softplus', 'exp', 'given'])
      .default('softplus')
      .describe('How an output becomes a variance; given: it is one already.'),
    full: z.boolean().default(false).describe('Whether the constant log(2 pi) / 2 is added.'),
    epsilon: z.number().positive().default(1e-6).describe('Least variance.'),
  }),
  target: 'number',
  targetWidth(units) {
    if (units % 2 === 0) return units / 2;
    throw new NeumannError(
      'shape',
      `gaussian: takes an even number of units (means, then variances), not ${units}`,
    );
  },
  each(prediction, target, { variance: form, full, epsilon }) {
    const [mean, raw] = halves(prediction);
    const variance = atLeast(form === 'given' ? raw : form === 'exp' ? exp(raw) : softplus(raw), epsilon);
    const error = subtract(mean, target);
    const loss = multiply(add(log(variance), divide(multiply(error, error), variance)), 0.5);
    return full ? add(loss, HALF_LOG_TWO_PI) : loss;
  },
});

/** max(x, least), with the derivative 1 everywhere. */
function atLeast(x: Tensor, least: number): Tensor {
  return add(x, stopGradient(maximum(subtract(least, x), 0)));
}
