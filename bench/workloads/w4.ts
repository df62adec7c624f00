import { trainingWorkload } from './training.ts';

/** Digits, a net where the products are all that counts. */
export const w4 = trainingWorkload(
  'W4',
  '784-512-512-10, ReLU, dropout 0.5, cross-entropy, AdamW, batch of 128',
  {
    sizes: [784, 512, 512, 10],
    hidden: 'relu',
    output: 'none',
    dropout: 0.5,
    loss: 'crossEntropy',
    optimizer: 'adamW',
    learningRate: 1e-5,
    momentum: 0,
    weightDecay: 0.01,
    rows: 128,
    batches: 32,
    comparedSteps: 6,
  },
  1e-3,
);
