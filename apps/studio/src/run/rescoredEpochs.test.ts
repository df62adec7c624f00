import { expect, test } from 'vitest';
import { CurveBuckets } from '../charts/curves/CurveBuckets.ts';
import type { EpochRow } from './contract.ts';
import { rescoredEpochs } from './rescoredEpochs.ts';

const row = (epoch: number, loss: number): EpochRow => ({
  epoch,
  step: 10 * epoch,
  learningRate: 0.1 * epoch,
  train: [loss],
  validation: [loss],
  test: null,
  trainLossWhileLearning: 7,
  penalty: loss / 10,
  zeros: 0,
  losses: [{ name: 'crossEntropy', value: loss, gradientShare: 1 }],
});
const rows = [row(0, 3), row(1, 2), row(2, 1)];

test('an epoch has its new scores, and is else as it was learned', () => {
  const again = { ...row(1, 9), step: 12, learningRate: 0, trainLossWhileLearning: 9 };
  const all = rescoredEpochs(rows, [again]);
  expect(all[1]).toEqual({ ...row(1, 9), trainLossWhileLearning: 7 });
  expect([all[0], all[2]]).toEqual([rows[0], rows[2]]);
  expect(rescoredEpochs(rows, [row(5, 9)])).toBe(rows);
});

test('curves that were drawn before are drawn anew', () => {
  const loss = { metric: 0, penalty: false };
  const curves = new CurveBuckets().update(rows, loss);
  curves.update(rescoredEpochs(rows, [row(1, 9)]), loss);
  expect(curves.curves[0].high.slice(0, 3)).toEqual(Float64Array.of(3, 9, 1));
});
