import { z } from 'zod';
import { multiply } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { adamOptions, adamScalars, adamState, adamUpdate } from './adam.ts';
import { weightDecay } from './options.ts';

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019). Two forms of "weight decay 0.01":
 * `learningRateCoupled` (PyTorch) shrinks weights by rate * weightDecay in each step; `scheduleOnly` (the paper) by
 * weightDecay times what the schedule makes of the rate, so that rate and decay can be tuned apart; usual there: 1e-5 to 1e-3.
 */
export const adamW = defineUpdateOptimizer({
  kind: 'update',
  name: 'adamW',
  summary:
    'Adam whose weight decay shrinks all weights alike, whatever their gradients: the best all-round choice.',
  formula: 'w = (1 - rate * weightDecay) * w, scheduleOnly: rate / base for rate;  then as adam',
  options: z.strictObject({
    ...adamOptions,
    weightDecay: weightDecay(1e-2),
    decayForm: z
      .enum(['learningRateCoupled', 'scheduleOnly'])
      .default('learningRateCoupled')
      .describe(
        'What the decay is multiplied by: the learning rate (PyTorch), or only its schedule (the paper).',
      ),
  }),
  state: adamState,
  scalars: (options, step) => ({
    ...adamScalars(options, step),
    kept:
      1 -
      options.weightDecay * (options.decayForm === 'scheduleOnly' ? step.scheduleFactor : step.learningRate),
  }),
  update(tensors, options, decayed) {
    const { parameter, gradient, scalar } = tensors;
    return adamUpdate(tensors, decayed ? multiply(scalar.kept, parameter) : parameter, gradient, options);
  },
});
