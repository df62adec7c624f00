import { z } from 'zod';
import { defineLoss } from '../define.ts';
import { classWeightsOption, perClass } from './classTargets.ts';
import { labelSmoothingOption, smooth, softmaxCrossEntropy } from './softmaxCrossEntropy.ts';

/** PyTorch's CrossEntropyLoss on class probabilities: the mean divides by the number of rows, weights or not. */
export const softCrossEntropy = defineLoss({
  name: 'softCrossEntropy',
  summary: 'Cross-entropy, from logits, where the target is a probability for each class.',
  formula: '-sum(t log(softmax(y)))',
  options: z.strictObject({ labelSmoothing: labelSmoothingOption, classWeights: classWeightsOption }),
  target: 'probabilities',
  link: () => 'softmax',
  each: (prediction, target, { labelSmoothing, classWeights }) =>
    softmaxCrossEntropy(prediction, perClass(smooth(target, labelSmoothing), classWeights)),
});
