import { z } from 'zod';
import { defineUpdateOptimizer } from '../define.ts';
import { learningRate, share, weightDecay } from './options.ts';
import { sgd } from './sgd.ts';

/** The options of `sgd` that its two best-known forms leave open. */
const options = z.strictObject({
  learningRate: learningRate(1e-3),
  momentum: share
    .gt(0)
    .default(0.9)
    .describe('Share of the last step that is made again; usual: 0.8 to 0.99.'),
  weightDecay: weightDecay(0),
});

const classical = { dampening: 0, nesterov: false };
const lookingAhead = { dampening: 0, nesterov: true };

export const momentum = defineUpdateOptimizer({
  kind: 'update',
  name: 'momentum',
  summary: 'Gradient descent that keeps rolling: faster along valleys, steadier against noise (Polyak 1964).',
  formula: 'v = momentum * v + g;  w = w - rate * v',
  options,
  state: (own) => sgd.state({ ...own, ...classical }),
  scalars: (own, step, memory) => sgd.scalars({ ...own, ...classical }, step, memory),
  update: (tensors, own, decayed) => sgd.update(tensors, { ...own, ...classical }, decayed),
});

export const nesterov = defineUpdateOptimizer({
  kind: 'update',
  name: 'nesterov',
  summary:
    'Momentum that looks ahead before it steps, and so brakes in time (Nesterov 1983, Sutskever et al. 2013).',
  formula: 'v = momentum * v + g;  w = w - rate * (g + momentum * v)',
  options,
  state: (own) => sgd.state({ ...own, ...lookingAhead }),
  scalars: (own, step, memory) => sgd.scalars({ ...own, ...lookingAhead }, step, memory),
  update: (tensors, own, decayed) => sgd.update(tensors, { ...own, ...lookingAhead }, decayed),
});
