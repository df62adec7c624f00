import { expect, test } from 'vitest';
import type { EpochRow } from '../../run/contract.ts';
import { drawLine, plotOf } from './drawPlot.ts';
import { nearestRow, valueDomain, valueOf } from './series.ts';

const row = (epoch: number, train: number, validation: number | null = null): EpochRow => ({
  epoch,
  step: epoch * 10,
  learningRate: 0.1,
  train: [train, 1 - train],
  validation: validation === null ? null : [validation, 1 - validation],
  test: null,
  trainLossWhileLearning: train,
  penalty: 0.25,
  zeros: 0,
  losses: [],
});

test('the penalty is added to the training loss alone', () => {
  const each = row(1, 0.5, 0.6);
  const withPenalty = { metric: 0, penalty: true };
  expect(valueOf(each, 'train', withPenalty)).toBe(0.75);
  expect(valueOf(each, 'validation', withPenalty)).toBe(0.6);
  expect(valueOf(each, 'train', { metric: 1, penalty: true })).toBe(0.5);
  expect(valueOf(each, 'test', withPenalty)).toBeNaN();
});

test('heights hold every finite value; losses stand on 0, logarithmic ones do not', () => {
  const rows = [row(0, 0.8, 0.9), row(1, 0.2, Number.NaN)];
  const choice = { metric: 0, penalty: false };
  const [low, high] = valueDomain([rows], choice, false);
  expect(low).toBe(0);
  expect(high).toBeGreaterThan(0.9);
  expect(valueDomain([rows], choice, true)[0]).toBeGreaterThan(0.1);
  expect(valueDomain([[]], choice, false)).toEqual([0, 1]);
});

test('the nearest epoch is found, whichever are kept', () => {
  const rows = [row(0, 1), row(4, 1), row(10, 1)];
  expect([-3, 1.9, 2.1, 6, 8, 99].map((epoch) => nearestRow(rows, epoch))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(nearestRow([], 3)).toBe(-1);
});

test('a long line has a few corners for each column of pixels, and keeps its highest and lowest', () => {
  const plot = plotOf(152, 100, [0, 10_000], [0, 1]);
  const corners: number[] = [];
  const drawing = {
    beginPath: () => {},
    stroke: () => {},
    moveTo: (_: number, y: number) => corners.push(y),
    lineTo: (_: number, y: number) => corners.push(y),
  };
  drawLine(
    drawing as never,
    plot,
    10_001,
    (index) => index,
    (index) => (index === 5003 ? 1 : 0.5 + 0.01 * Math.sin(index)),
  );
  expect(corners.length).toBeLessThan(1500);
  expect(Math.min(...corners)).toBe(plot.y.at(1));
});
