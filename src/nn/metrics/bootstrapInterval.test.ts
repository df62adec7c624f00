import { expect, test } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import type { RegressionInput } from '../define.ts';
import { bootstrapComparison, bootstrapInterval, metrics } from './index.ts';

/** 200 rows whose prediction is off by a standard normal. */
function noisy(seed: number): RegressionInput {
  const random = randomStream(seed, 'rows');
  const truth = Float64Array.from({ length: 200 }, (_, i) => i / 10);
  return { task: 'regression', truth, prediction: truth.map((value, i) => value + random.normal(i)) };
}

test('the same seed gives the same interval, another seed nearly the same', () => {
  const at = (seed: number) => bootstrapInterval(metrics.mse, noisy(1), { seed, resamples: 400 })!;
  expect(at(7)).toEqual(at(7));
  expect(at(8)).not.toEqual(at(7));
  expect(at(8).low).toBeCloseTo(at(7).low, 0);
});

test('it holds the true value about as often as it says', () => {
  let held = 0;
  for (let run = 0; run < 60; run++) {
    const { low, high } = bootstrapInterval(metrics.mse, noisy(run), { seed: run, resamples: 200 })!;
    held += Number(low <= 1 && 1 <= high);
  }
  expect(held).toBeGreaterThanOrEqual(50);
});

test('its width is that of the normal approximation', () => {
  const { low, high } = bootstrapInterval(metrics.mse, noisy(3), { seed: 0 })!;
  const squares = noisy(3).truth.map((value, i) => (value - noisy(3).prediction[i]) ** 2);
  const mean = squares.reduce((sum, value) => sum + value, 0) / 200;
  const spread = Math.sqrt(squares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199 / 200);
  expect(Math.abs((high - low) / (2 * 1.96 * spread) - 1)).toBeLessThan(0.1);
});

test('rows keep their probabilities and weights when drawn', () => {
  const interval = bootstrapInterval(
    metrics.accuracy,
    {
      task: 'classification',
      truth: Int32Array.of(0, 1, 2),
      probabilities: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
      classes: 3,
      weights: Float64Array.of(1, 2, 3),
    },
    { seed: 0, resamples: 50 },
  );
  expect(interval).toEqual({ low: 1, high: 1 });
});

test('the rows are drawn fewer times where there are many rows or classes', () => {
  const drawnWith = (rows: number, classes: number) => {
    let draws = 0;
    const counting = { ...metrics.accuracy, compute: () => ++draws };
    const truth = new Int32Array(rows);
    const probabilities = new Float64Array(rows * classes);
    bootstrapInterval(counting, { task: 'classification', truth, probabilities, classes }, { seed: 0 });
    return draws;
  };
  expect(drawnWith(10, 2)).toBe(1000);
  expect(drawnWith(4000, 2)).toBe(500);
  expect(drawnWith(200, 250)).toBe(400);
});

test('no interval where the metric is not defined', () => {
  const oneClass = { truth: Int32Array.of(1, 1), probabilities: Float64Array.of(0, 1, 0, 1), classes: 2 };
  expect(
    bootstrapInterval(metrics.auc, { task: 'classification', ...oneClass }, { seed: 0, resamples: 20 }),
  ).toBeUndefined();
});

test('the difference of two models is told more surely than each alone', () => {
  const model = noisy(1);
  const worse = {
    ...model,
    prediction: model.prediction.map((value, i) => value + (value - model.truth[i]) / 5),
  };
  const alone = bootstrapInterval(metrics.mae, model, { seed: 0 })!;
  const against = (other: RegressionInput) =>
    bootstrapComparison([metrics.rmse, metrics.mae], model, { by: metrics.mae, other }, { seed: 0 });
  const { intervals, gain } = against(worse);
  expect(intervals.mae).toEqual(alone);
  expect(gain!.low).toBeGreaterThan(0);
  expect(gain!.high).toBeCloseTo(alone.high / 5, 12);
  expect(Math.abs(against(model).gain!.high)).toBe(0);
});
