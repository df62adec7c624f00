import { expect, test } from 'vitest';
import picocolors from 'picocolors';
import type { Stage, TrainEvent } from '../../train/index.ts';
import { liveLine } from './liveLine.ts';
import { ProgressTracker } from './progress.ts';

const plain = picocolors.createColors(false);
const planned = {
  type: 'planned',
  recipe: { stopping: { folds: 3, epochs: 100 }, model: { members: 2 } },
} as unknown as TrainEvent;
const stageOf = (kind: Stage['kind'], index: number, epochs: number): Stage => ({
  kind,
  index,
  of: kind === 'fold' ? 3 : 2,
  epochs,
});
const epoch = (stage: Stage, number: number, train: number, validation?: number) =>
  ({
    type: 'epoch',
    epoch: number,
    stage,
    train: { loss: train },
    ...(validation !== undefined && { validation: { loss: validation } }),
  }) as unknown as TrainEvent;

function after(...events: TrainEvent[]) {
  const tracker = new ProgressTracker();
  [planned, ...events].forEach((event) => tracker.see(event));
  return tracker.progress;
}

const fold = stageOf('fold', 1, 100);

test('epochs that may still come are counted over folds and members', () => {
  expect(after(epoch(fold, 10, 1, 1))).toMatchObject({ done: 10, left: 90 + 2 * 100 + 2 * 100 });
  expect(after(epoch(fold, 40, 1), epoch(stageOf('fold', 3, 100), 5, 1))).toMatchObject({
    done: 45,
    left: 95 + 2 * 100,
  });
  const member = stageOf('member', 1, 30);
  expect(after(epoch(member, 10, 1))).toMatchObject({ done: 10, left: 20 + 30 });
  expect(after(epoch(member, 30, 1), epoch(stageOf('member', 2, 30), 30, 1)).left).toBe(0);
});

test('a net that begins forgets the losses of the one before', () => {
  const { train, epoch: at } = after(epoch(fold, 1, 5), epoch(stageOf('fold', 2, 100), 0, 7));
  expect([train, at]).toEqual([[7], 0]);
});

const losses = Array.from({ length: 20 }, (_, i) => epoch(fold, i + 1, 1 / (i + 1), 1 / (i + 2)));

test('the live line shows where it is, both losses as curves, and the time left', () => {
  const line = liveLine(after(...losses), 4, 100, plain);
  expect(line).toMatch(
    /^fold 1\/3  epoch 20\/100  train 0\.050 █[▁-█]+▁  validation 0\.048 █[▁-█]+▁  at most 1:36 min$/,
  );
});

test.each([[20], [30], [40], [55], [70], [200]])('in %i characters', (width) => {
  const line = liveLine(after(...losses), 4, width, plain);
  expect(line.length).toBeLessThanOrEqual(width);
  expect(line).toContain('fold 1/3');
});
