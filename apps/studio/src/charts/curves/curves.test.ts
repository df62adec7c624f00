import { expect, test } from 'vitest';
import type { EpochRow } from '../../run/contract.ts';
import { drawLine, plotOf } from './drawPlot.ts';
import { CurveBuckets } from './CurveBuckets.ts';
import { nearestRow, valueOf } from './series.ts';
import { valueDomain } from './valueDomain.ts';

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

const loss = { metric: 0, penalty: false };

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
  const curves = [new CurveBuckets().update(rows, loss)];
  const [low, high] = valueDomain(curves, 0, false);
  expect(low).toBe(0);
  expect(high).toBeGreaterThan(0.9);
  expect(valueDomain(curves, 0, true)[0]).toBeGreaterThan(0.1);
  expect(valueDomain([new CurveBuckets()], 0, false)).toEqual([0, 1]);
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

test('curves of any length are a thousand stretches at most, and lose no peak; new rows are added to them', () => {
  const rows = Array.from({ length: 5000 }, (_, epoch) =>
    row(epoch, epoch === 4567 ? 9 : 1, epoch % 2 ? 0.5 : 2),
  );
  const curves = new CurveBuckets();
  for (let length = 1; length <= rows.length; length += 7) curves.update(rows.slice(0, length), loss);
  curves.update(rows, loss);
  expect(curves.count).toBeLessThanOrEqual(1024);
  const [train, validation, none] = curves.curves;
  const used = (numbers: Float64Array) => [...numbers.subarray(0, curves.count)];
  expect(used(train.high).filter((value) => value === 9)).toHaveLength(1);
  expect(new Set(used(validation.low).slice(0, -1))).toEqual(new Set([0.5]));
  expect(new Set(used(validation.high))).toEqual(new Set([2]));
  expect(used(none.low).every(Number.isNaN)).toBe(true);
  const once = new CurveBuckets().update(rows, loss);
  expect(used(once.curves[0].high)).toEqual(used(train.high));
  expect([...once.epochs]).toEqual([...curves.epochs]);
});

test('another run, another metric, or going back begins anew', () => {
  const rows = [row(0, 0.8), row(1, 0.4)];
  const curves = new CurveBuckets().update(rows, loss);
  expect(curves.update(rows, { metric: 1, penalty: false }).curves[0].low[0]).toBeCloseTo(0.2);
  expect(curves.update(rows, { metric: 0, penalty: true }).curves[0].low[0]).toBeCloseTo(1.05);
  expect(curves.update([rows[0]], { metric: 0, penalty: true }).count).toBe(1);
  expect(curves.update([row(0, 0.3)], loss).curves[0].low[0]).toBe(0.3);
});
