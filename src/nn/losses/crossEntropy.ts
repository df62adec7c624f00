import { z } from 'zod';
import { multiply, notEqual, oneHot } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { classRowWeight, classWeightsOption, ignoreIndexOption, perClass } from './classTargets.ts';
import { labelSmoothingOption, smooth, softmaxCrossEntropy } from './softmaxCrossEntropy.ts';

/**
 * PyTorch's CrossEntropyLoss on class numbers: labels are smoothed first, then weighted by class, and the mean divides by the sum of
 * the targets' class weights. (Keras divides by the number of rows.)
 */
export const crossEntropy = defineLoss({
  name: 'crossEntropy',
  summary:
    'The usual loss for classes, from logits: minus the log of the probability given to the right one.',
  formula: 'log(sum(exp(y))) - y[t]',
  options: z.strictObject({
    labelSmoothing: labelSmoothingOption,
    classWeights: classWeightsOption,
    ignoreIndex: ignoreIndexOption,
  }),
  target: 'classes',
  link: () => 'softmax',
  rowWeight: classRowWeight,
  each(prediction, target, { labelSmoothing, classWeights, ignoreIndex }) {
    const hot = oneHot(target, prediction.shape[1]);
    const plain = labelSmoothing === 0 && !classWeights;
    const wanted = perClass(smooth(hot, labelSmoothing), classWeights);
    const loss = softmaxCrossEntropy(prediction, wanted, plain ? 1 : undefined);
    return ignoreIndex === null ? loss : multiply(loss, notEqual(target, ignoreIndex));
  },
});
