import { z } from 'zod';
import { add, multiply, oneHot, relu, reshape, subtract, sum } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { classWeightsOption, perClass } from './classTargets.ts';

/** PyTorch's MultiMarginLoss; the mean divides by the number of rows, weights or not. */
export const multiMargin = defineLoss({
  name: 'multiMargin',
  summary: 'For classes, as a support vector machine: the right one should lead every other by a margin.',
  formula: 'sum over j other than t of max(0, margin - y[t] + y[j])^power / classes',
  options: z.strictObject({
    margin: z.number().default(1).describe('By how much the right class should lead.'),
    power: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .describe('1, or 2 for the squared form.'),
    classWeights: classWeightsOption,
  }),
  target: 'classes',
  each(prediction, target, { margin, power, classWeights }) {
    const [rows, classes] = prediction.shape;
    const hot = oneHot(target, classes);
    const right = reshape(sum(multiply(hot, prediction), 1), [rows, 1]);
    const short = relu(add(subtract(prediction, right), margin));
    const others = multiply(subtract(1, hot), power === 2 ? multiply(short, short) : short);
    const loss = multiply(sum(others, 1), 1 / classes);
    return classWeights ? multiply(loss, sum(perClass(hot, classWeights), 1)) : loss;
  },
});
