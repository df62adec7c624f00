import { z } from 'zod';
import { add, divide, log, maximum, multiply, negate, subtract, type Tensor } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { withGradient } from '../withGradient.ts';

/** Least log that counts, and least p (1 - p) that the gradient divides by: PyTorch's constants (the second is a float32). */
const LEAST_LOG = -100;
const LEAST_VARIANCE = Math.fround(1e-12);

/** PyTorch's BCELoss. Its gradient is given outright, since that of a clamped log would be 0 where it is needed most. */
export const binaryCrossEntropyOfProbabilities = defineLoss({
  name: 'binaryCrossEntropyOfProbabilities',
  summary:
    'For yes/no targets where the output is a probability already; binaryCrossEntropy keeps more digits.',
  formula: '-t log(p) - (1 - t) log(1 - p), each log at least -100',
  options: z.strictObject({}),
  target: 'binary',
  each(prediction, target) {
    const ifYes = multiply(target, clampedLog(prediction));
    const ifNo = multiply(subtract(1, target), clampedLog(subtract(1, prediction)));
    const variance = maximum(multiply(prediction, subtract(1, prediction)), LEAST_VARIANCE);
    return withGradient(negate(add(ifYes, ifNo)), prediction, divide(subtract(prediction, target), variance));
  },
});

function clampedLog(x: Tensor): Tensor {
  return maximum(log(x), LEAST_LOG);
}
