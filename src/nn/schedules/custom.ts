import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import { scalarFormula } from '../scalarFormula.ts';
import { defineSchedule } from './defineSchedule.ts';

/** The formula is parsed, never run as code. PyTorch's LambdaLR is `base * (...)`. */
export const custom = defineSchedule({
  name: 'custom',
  summary: 'A schedule of your own, as a formula of the base rate and the epoch or step.',
  formula: 'the option `formula`',
  unit: 'epoch',
  options: {
    formula: z
      .string()
      .min(1)
      .default('base')
      .describe(
        "A formula of base (the learning rate), total (the run's length) and epoch, or step where that is the unit, such as 'base / sqrt(1 + epoch)'.",
      ),
  },
  at({ formula, unit }, { baseLearningRate, count, total }) {
    const learningRate = scalarFormula(formula, ['base', 'total', unit])({
      base: baseLearningRate,
      total,
      [unit]: count,
    });
    if (Number.isFinite(learningRate) && learningRate >= 0) return { learningRate };
    throw new NeumannError(
      'schedule',
      `the schedule '${formula}' gives ${learningRate} at ${unit} ${count}; a learning rate is a number from 0 up`,
    );
  },
});
