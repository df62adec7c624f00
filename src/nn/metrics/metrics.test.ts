import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClassificationInput, MetricDefinition, RegressionInput } from '../define.ts';
import { metrics } from './index.ts';

const all: [string, MetricDefinition][] = Object.entries(metrics);
const ofClasses = all.filter(([, metric]) => metric.task === 'classification');
const ofNumbers = all.filter(([, metric]) => metric.task === 'regression');

function classification(truth: number[], probabilities: number[], weights?: number[]): ClassificationInput {
  return {
    task: 'classification',
    truth: Int32Array.from(truth),
    probabilities: Float64Array.from(probabilities),
    classes: probabilities.length / truth.length,
    weights: weights && Float64Array.from(weights),
  };
}

function regression(truth: number[], prediction: number[], weights?: number[]): RegressionInput {
  return {
    task: 'regression',
    truth: Float64Array.from(truth),
    prediction: Float64Array.from(prediction),
    weights: weights && Float64Array.from(weights),
  };
}

/** Rows of three classes, each class there at least once. */
const threeClasses = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((rows) => {
    const labelled = [...rows, ...[0, 1, 2].map((k) => [k, [0.2, 0.3, 0.5]] as const)];
    const shares = labelled.flatMap(([, row]) => row.map((value) => value / (row[0] + row[1] + row[2])));
    return classification(
      labelled.map(([label]) => label),
      shares,
    );
  });

describe.each(all)('%s', (name, metric) => {
  test('is listed under its own name, with a sentence', () => {
    expect(metric.name).toBe(name);
    expect(metric.summary).toMatch(/\.$/);
  });
});

describe.each(ofClasses)('%s of classes', (name, metric) => {
  test('is best for perfect predictions', () => {
    fc.assert(
      fc.property(threeClasses, (input) => {
        const perfect = input.probabilities.map((_, i) => Number(input.truth[Math.floor(i / 3)] === i % 3));
        const best = metric.compute({ ...input, probabilities: perfect });
        expect(best).toBeCloseTo(metric.better === 'higher' ? 1 : 0, 12);
        const some = metric.compute(input);
        if (metric.better === 'higher') expect(some).toBeLessThanOrEqual(1 + 1e-12);
        else expect(some).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });

  test('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(threeClasses, (input) => {
        const rows = [...input.truth.keys()].reverse();
        const reversed = classification(
          rows.map((row) => input.truth[row]),
          rows.flatMap((row) => Array.from(input.probabilities.slice(row * 3, row * 3 + 3))),
        );
        expect(metric.compute(reversed)).toBeCloseTo(metric.compute(input), 10);
      }),
      { numRuns: 30 },
    );
  });

  // scikit-learn takes no weights for one against one.
  test.skipIf(/OneVsOne|oneVsOne/.test(name) && name.startsWith('weighted'))(
    'a weight of 2 is the row twice',
    () => {
      const once = classification(
        [0, 1, 0, 1, 1],
        [0.8, 0.2, 0.4, 0.6, 0.3, 0.7, 0.55, 0.45, 0.1, 0.9],
        [1, 2, 1, 1, 2],
      );
      const twice = classification(
        [0, 1, 1, 0, 1, 1, 1],
        [0.8, 0.2, 0.4, 0.6, 0.4, 0.6, 0.3, 0.7, 0.55, 0.45, 0.1, 0.9, 0.1, 0.9],
      );
      expect(metric.compute(once)).toBeCloseTo(metric.compute(twice), 12);
    },
  );

  test('refuses what does not fit, in one sentence', () => {
    expect(() => metric.compute(regression([1], [1]))).toThrow(/metric of classes/);
    expect(() => metric.compute(classification([], []))).toThrow(/at least one row|probabilities/);
    expect(() => metric.compute(classification([2], [0.5, 0.5]))).toThrow(/labels from 0 to 1/);
    expect(() => metric.compute(classification([0], [0.5, 0.5], [1, 1]))).toThrow(/2 weights for 1 rows/);
    expect(() => metric.compute(classification([0], [0.5, 0.5], [-1]))).toThrow(/weights of 0 or more/);
  });
});

describe.each(ofNumbers)('%s of numbers', (_, metric) => {
  test('is best for perfect predictions', () => {
    const perfect = metric.compute(regression([1, -2, 5], [1, -2, 5]));
    expect(perfect).toBe(metric.better === 'higher' ? 1 : 0);
    const worse = metric.compute(regression([1, -2, 5], [1.5, -2, 4]));
    expect(metric.better === 'higher' ? worse < perfect : worse > perfect).toBe(true);
  });

  test('refuses what does not fit, in one sentence', () => {
    expect(() => metric.compute(classification([0], [1]))).toThrow(/metric of numbers/);
    expect(() => metric.compute(regression([], []))).toThrow(/at least one row/);
    expect(() => metric.compute(regression([1, 2], [1]))).toThrow(/1 predictions for 2 true values/);
  });
});

test('what the rows do not define is NaN, not a number', () => {
  const oneClass = classification([1, 1], [0.4, 0.6, 0.2, 0.8]);
  expect(metrics.auc.compute(oneClass)).toBeNaN();
  expect(metrics.averagePrecision.compute(oneClass)).toBeNaN();
  expect(metrics.cohenKappa.compute(classification([1, 1], [0, 1, 0, 1]))).toBeNaN();
  expect(metrics.r2.compute(regression([3], [3]))).toBeNaN();
});

test('a class without rows is left out of an average over classes, one against the rest', () => {
  const two = classification([0, 1, 1], [0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.3, 0.6, 0.1]);
  expect(metrics.auc.compute(two)).toBe(1);
});

test('R² of a constant target is 0 unless met exactly, even where its mean is not exact', () => {
  const constant = Array.from({ length: 10 }, () => 0.1);
  expect(
    metrics.r2.compute(
      regression(
        constant,
        constant.map((value, i) => value + i),
      ),
    ),
  ).toBe(0);
  expect(metrics.r2.compute(regression(constant, constant))).toBe(1);
});

test('of classes equally probable the first is predicted', () => {
  expect(metrics.accuracy.compute(classification([0, 1], [0.5, 0.5, 0.5, 0.5]))).toBe(0.5);
});

test('one sure mistake costs 36, not infinity', () => {
  expect(metrics.logLoss.compute(classification([0], [0, 1]))).toBeCloseTo(36.04, 2);
});

test('the weighted median is an error that occurs', () => {
  const errors = regression([0, 0, 0, 0], [1, 2, 3, 10]);
  expect(metrics.medianAbsoluteError.compute(errors)).toBe(2.5);
  expect(metrics.medianAbsoluteError.compute({ ...errors, weights: Float64Array.of(1, 1, 1, 1) })).toBe(2);
  expect(metrics.medianAbsoluteError.compute({ ...errors, weights: Float64Array.of(0, 0, 1, 5) })).toBe(10);
});
