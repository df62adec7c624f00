import { trainingWorkload } from './training.ts';

/** Digits, one hidden layer. */
export const w3 = trainingWorkload(
  'W3',
  '784-128-10, ReLU, cross-entropy, Adam, batch of 32',
  {
    sizes: [784, 128, 10],
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
