import { trainingWorkload } from './training.ts';

/** A playground net: what counts is what a step costs that computes almost nothing. */
export const w1 = trainingWorkload(
  'W1',
  '2-4-2-1, tanh, mean squared error, SGD, batch of 10',
  {
    sizes: [2, 4, 2, 1],
    hidden: 'tanh',
    output: 'tanh',
    dropout: 0,
    loss: 'meanSquaredError',
    optimizer: 'sgd',
    learningRate: 0.01,
    momentum: 0,
    weightDecay: 0,
    rows: 10,
    batches: 20,
    comparedSteps: 20,
  },
  1e-4,
);
