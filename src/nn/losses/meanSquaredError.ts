import { z } from 'zod';
import { multiply, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** Without the factor 1/2 that scikit-learn has. */
export const meanSquaredError = defineLoss({
  name: 'meanSquaredError',
  summary: 'The usual loss for numbers: estimates the mean; large errors count most.',
  formula: '(y - t)^2',
  options: z.strictObject({}),
  target: 'number',
  each(prediction, target) {
    const error = subtract(prediction, target);
    return multiply(error, error);
  },
});
