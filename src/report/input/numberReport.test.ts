import fc from 'fast-check';
import { expect, it } from 'vitest';
import { histogram, numberReport } from './numberReport.ts';

const measured = (rows: number) =>
  ({ part: 'test', learnedFrom: false, rows: Int32Array.from({ length: rows }, (_, i) => i * 2) }) as const;

it('counts every value once, with an edge at 0', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 500 }),
      (values) => {
        const { start, step, counts, below, above } = histogram(values);
        expect(counts.reduce((sum, count) => sum + count, below + above)).toBe(values.length);
        expect(Math.abs(start / step - Math.round(start / step))).toBeLessThan(1e-9);
        expect(counts.length).toBeLessThan(70);
      },
    ),
  );
});

it('keeps a lone far value from squeezing the rest', () => {
  const values = [...Array.from({ length: 400 }, (_, i) => Math.sin(i)), 1e9];
  const { counts, above, step } = histogram(values);
  expect(step * counts.length).toBeLessThan(10);
  expect(above).toBeGreaterThanOrEqual(1);
});

it('tells errors, means of tenths and the furthest rows by their number in the table', () => {
  const truth = Float64Array.from({ length: 100 }, (_, i) => i);
  const prediction = truth.map((value, i) => value + (i === 30 ? 50 : 1));
  const report = numberReport('t', { task: 'regression', truth, prediction }, measured(100));
  expect(report.tenths).toHaveLength(10);
  expect(report.meanResidual).toBeCloseTo(-1.49);
  expect(report.mae).toBeCloseTo(1.49);
  expect(report.worst[0]).toEqual({ row: 61, truth: 30, predicted: 80 });
  expect(report.pairs).toHaveLength(100);
});

it('draws lots where there are very many rows, each at most once', () => {
  const truth = Float64Array.from({ length: 5000 }, (_, i) => i);
  const { pairs } = numberReport('t', { task: 'regression', truth, prediction: truth }, measured(5000));
  expect(pairs.length).toBe(1200);
  expect(new Set(pairs.map(([value]) => value)).size).toBe(1200);
});
