import { z } from 'zod';
import { absolute, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** The gradient of an exact hit is 0. */
export const meanAbsoluteError = defineLoss({
  name: 'meanAbsoluteError',
  summary: 'Estimates the median; outliers pull no harder than other rows.',
  formula: '|y - t|',
  options: z.strictObject({}),
  target: 'number',
  each: (prediction, target) => absolute(subtract(prediction, target)),
});
