import { z } from 'zod';
import { defineSchedule } from './defineSchedule.ts';

const factor = z.number().min(0);

/** PyTorch's LinearLR. */
export const linear = defineSchedule({
  name: 'linear',
  summary: 'Moves the rate in a straight line from one share of it to another, then stays there.',
  formula: 'rate = base * (startFactor + (endFactor - startFactor) * min(count, length) / length)',
  unit: 'epoch',
  options: {
    startFactor: factor.default(1 / 3).describe('Share of the rate at the start.'),
    endFactor: factor.default(1).describe('Share of the rate at the end.'),
    length: z
      .int()
      .positive()
      .nullable()
      .default(5)
      .describe('Counts from start to end; null: the whole run.'),
  },
  at({ startFactor, endFactor, length }, { baseLearningRate, count, total }) {
    const way = Math.min(count / (length ?? total), 1);
    return { learningRate: baseLearningRate * (startFactor + (endFactor - startFactor) * way) };
  },
});
