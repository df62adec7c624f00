import { z } from 'zod';
import { clip, less, multiply, select, sign, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { learningRate } from './options.ts';

/**
 * PyTorch's Rprop (Riedmiller and Braun 1993; without weight backtracking): on a change of sign the step shrinks, the
 * weight stays, and the remembered gradient becomes 0. The learning rate is the first step; schedules do not move it.
 */
export const rprop = defineUpdateOptimizer({
  kind: 'update',
  name: 'rprop',
  summary: 'Uses only the sign of each gradient; fast on whole-table batches, unfit for small ones.',
  formula:
    's = clip(s * (g * g_before > 0 ? growth : g * g_before < 0 ? shrinkage : 1));  w = w - sign(g) * s',
  options: z.strictObject({
    learningRate: learningRate(1e-2),
    shrinkage: z
      .number()
      .positive()
      .lt(1)
      .default(0.5)
      .describe("Factor of the step when the gradient's sign changes."),
    growth: z.number().gt(1).default(1.2).describe('Factor of the step while the sign stays.'),
    smallestStep: z.number().min(0).default(1e-6).describe('Steps never become smaller.'),
    largestStep: z.number().positive().default(50).describe('Steps never become larger.'),
  }),
  state: ({ learningRate }) => ({ step: learningRate, before: 0 }),
  scalars: () => ({}),
  update({ parameter, gradient, state }, { shrinkage, growth, smallestStep, largestStep }) {
    const turn = sign(multiply(gradient, state.before));
    const factor = select(less(0, turn), growth, select(less(turn, 0), shrinkage, 1));
    const step = clip(multiply(state.step, factor), smallestStep, largestStep);
    const before = select(less(turn, 0), 0, gradient);
    return { parameter: subtract(parameter, multiply(sign(before), step)), state: { step, before } };
  },
});
