import { expect, it } from 'vitest';
import type { TrainEvent } from '../../train/index.ts';
import { netHistories } from './netHistories.ts';

const stage = (kind: 'fold' | 'member', index: number) => ({ kind, index, of: 2, epochs: 9 });
const epoch = (kind: 'fold' | 'member', index: number, number: number, loss: number): TrainEvent => ({
  type: 'epoch',
  stage: stage(kind, index),
  epoch: number,
  step: number,
  learningRate: 0.1,
  train: { loss },
  trainLossWhileLearning: loss,
  losses: [],
  penalty: 0,
  zeros: 0,
  seconds: 0,
});

it('gathers nets in order, and takes the later word where a resumed run repeats an epoch', () => {
  const nets = netHistories([
    epoch('fold', 1, 1, 9),
    epoch('fold', 1, 2, 8),
    epoch('fold', 1, 2, 7),
    { type: 'stopped', stage: stage('fold', 1), reason: 'patience', text: '', restoredEpoch: 1 },
    epoch('member', 1, 1, 5),
  ]);
  expect(nets.map(({ stage: { kind }, points }) => [kind, points.map(({ train }) => train.loss)])).toEqual([
    ['fold', [9, 7]],
    ['member', [5]],
  ]);
  expect(nets.map(({ restoredEpoch, reason }) => [restoredEpoch, reason])).toEqual([
    [1, 'patience'],
    [null, null],
  ]);
});
