import { z } from 'zod';
import { exp, less, log, logSoftmax, multiply, select, subtract, type Tensor } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** PyTorch's KLDivLoss with its 'batchmean': the mean is over rows, as the mathematics has it. 0 log 0 is 0. */
export const kullbackLeibler = defineLoss({
  name: 'kullbackLeibler',
  summary: 'How far the predicted distribution is from the target distribution.',
  formula: 't (log(t) - log(softmax(y)))',
  options: z.strictObject({
    input: z
      .enum(['logits', 'logProbabilities'])
      .default('logits')
      .describe('What the output is; PyTorch takes logProbabilities.'),
    logTarget: z.boolean().default(false).describe('Whether the target is log-probabilities too.'),
  }),
  target: 'probabilities',
  mean: 'rows',
  link: ({ input }) => (input === 'logits' ? 'softmax' : 'exp'),
  each(prediction, target, { input, logTarget }) {
    const logProbabilities = input === 'logits' ? logSoftmax(prediction, 1) : prediction;
    if (logTarget) return multiply(exp(target), subtract(target, logProbabilities));
    return subtract(timesLog(target), multiply(target, logProbabilities));
  },
});

/** x log x, with 0 at 0. */
function timesLog(x: Tensor): Tensor {
  const positive = less(0, x);
  return select(positive, multiply(x, log(select(positive, x, 1))), 0);
}
