import { z } from 'zod';
import { multiply, negate, notEqual, oneHot, sum } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { classRowWeight, classWeightsOption, ignoreIndexOption, perClass } from './classTargets.ts';

/** PyTorch's NLLLoss; the mean divides by the sum of the targets' class weights. */
export const negativeLogLikelihood = defineLoss({
  name: 'negativeLogLikelihood',
  summary: 'For classes where the output is log-probabilities already (logSoftmax); crossEntropy does both.',
  formula: '-y[t]',
  options: z.strictObject({ classWeights: classWeightsOption, ignoreIndex: ignoreIndexOption }),
  target: 'classes',
  link: () => 'exp',
  rowWeight: classRowWeight,
  each(prediction, target, { classWeights, ignoreIndex }) {
    const wanted = perClass(oneHot(target, prediction.shape[1]), classWeights);
    const loss = negate(sum(multiply(wanted, prediction), 1));
    return ignoreIndex === null ? loss : multiply(loss, notEqual(target, ignoreIndex));
  },
});
