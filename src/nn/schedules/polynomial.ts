import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { defineSchedule } from './defineSchedule.ts';

/** PyTorch's PolynomialLR, which ends at 0. */
export const polynomial = defineSchedule({
  name: 'polynomial',
  summary: 'Lowers the rate to 0 along a power curve: power 1 is a straight line, 2 slows towards the end.',
  formula: 'rate = base * (1 - min(count, length) / length)^power',
  unit: 'epoch',
  options: {
    length: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe('Counts until 0; null: the whole run (PyTorch: 5).'),
    power: z.number().positive().default(1).describe('Shape of the curve; usual: 0.9 to 2.'),
  },
  at({ length, power }, { baseLearningRate, count, total }) {
    const left = Math.max(1 - count / (length ?? total), 0);
    return { learningRate: baseLearningRate * pow(left, power) };
  },
});
