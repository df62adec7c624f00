import { z } from 'zod';
import { multiply, relu, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

export const hinge = defineLoss({
  name: 'hinge',
  summary: 'For two classes written -1 and 1, as a support vector machine: no loss beyond the margin.',
  formula: 'max(0, 1 - t y)',
  options: z.strictObject({}),
  target: 'signs',
  each: (prediction, target) => relu(subtract(1, multiply(target, prediction))),
});
