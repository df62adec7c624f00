import { z } from 'zod';
import { add, exp, less, log, maximum, multiply, select, subtract, type Tensor } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** PyTorch's PoissonNLLLoss. */
export const poisson = defineLoss({
  name: 'poisson',
  summary:
    'For counts: negative log-likelihood of a Poisson distribution, whose rate (or its log) is predicted.',
  formula: 'exp(y) - t y, or y - t log(y + epsilon) where logInput is false',
  options: z.strictObject({
    logInput: z.boolean().default(true).describe('Whether the output is the log of the rate.'),
    full: z
      .boolean()
      .default(false)
      .describe("Whether Stirling's term of the target is added (moves no gradient)."),
    epsilon: z
      .number()
      .positive()
      .default(1e-8)
      .describe('Keeps the logarithm finite where logInput is false.'),
  }),
  target: 'number',
  counts: true,
  link: ({ logInput }) => (logInput ? 'exp' : 'identity'),
  each(prediction, target, { logInput, full, epsilon }) {
    const loss = logInput
      ? subtract(exp(prediction), multiply(target, prediction))
      : subtract(prediction, multiply(target, log(add(prediction, epsilon))));
    return full ? add(loss, stirling(target)) : loss;
  },
});

/** log(t!) by Stirling: t log t - t + log(2 pi t) / 2 where t > 1, else 0. */
function stirling(target: Tensor): Tensor {
  const safe = maximum(target, 1);
  const term = add(
    subtract(multiply(safe, log(safe)), safe),
    multiply(log(multiply(safe, 2 * Math.PI)), 0.5),
  );
  return select(less(1, target), term, 0);
}
