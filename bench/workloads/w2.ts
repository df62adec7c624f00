import { trainingWorkload } from './training.ts';

/** The net of a usual table. The rate is small so that nothing is learned by heart, which would fill tensors with denormal numbers. */
export const w2 = trainingWorkload(
  'W2',
  '30-64-32-2, ReLU, cross-entropy, Adam, batch of 32',
  {
    sizes: [30, 64, 32, 2],
    hidden: 'relu',
    output: 'none',
    dropout: 0,
    loss: 'crossEntropy',
    optimizer: 'adam',
    learningRate: 1e-5,
    momentum: 0,
    weightDecay: 0,
    rows: 32,
    batches: 64,
    comparedSteps: 20,
  },
  1e-3,
);
