import { trainingWorkload } from './training.ts';

/** A deep narrow net: many small products in a row, and a tanh at each. */
export const w5 = trainingWorkload(
  'W5',
  '16, eight hidden layers of 64, 1; tanh, mean squared error, SGD with momentum 0.9, batch of 64',
  {
    sizes: [16, 64, 64, 64, 64, 64, 64, 64, 64, 1],
    hidden: 'tanh',
    output: 'none',
    dropout: 0,
    loss: 'meanSquaredError',
    optimizer: 'sgd',
    learningRate: 0.001,
    momentum: 0.9,
    weightDecay: 0,
    rows: 64,
    batches: 64,
    comparedSteps: 20,
  },
  1e-3,
);
