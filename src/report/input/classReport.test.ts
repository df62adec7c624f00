import { expect, it } from 'vitest';
import { classReport } from './classReport.ts';
import { correct, predictedTotal, trueTotal } from './confusion.ts';

const measured = { part: 'test', learnedFrom: false, rows: Int32Array.of(10, 20, 30, 40) } as const;
const input = {
  task: 'classification',
  classes: 2,
  truth: Int32Array.of(0, 1, 1, 0),
  probabilities: Float64Array.of(0.9, 0.1, 0.2, 0.8, 0.95, 0.05, 0.4, 0.6),
} as const;

it('tells mistakes, the surest first, by the row in the table', () => {
  const report = classReport('t', ['no', 'yes'], input, measured);
  expect(report.worst.map(({ row }) => row)).toEqual([31, 41]);
  expect(report.worst[0]).toMatchObject({ truth: 'yes', predicted: 'no', stated: 0.95, ofTruth: 0.05 });
  expect([correct(report), trueTotal(report, 0), predictedTotal(report, 0)]).toEqual([2, 2, 2]);
});

it('goes from nothing to all in a ranking of two classes', () => {
  const { ranking } = classReport('t', ['no', 'yes'], input, measured);
  expect(ranking!.roc[0]).toEqual([0, 0]);
  expect(ranking!.roc.at(-1)).toEqual([1, 1]);
  expect(ranking!.precisionRecall.at(-1)).toEqual([1, 0.5]);
  expect(ranking!.auc).toBe(0.5);
});

it('has no ranking of one class alone, and no calibration bins without rows', () => {
  const alone = { ...input, truth: Int32Array.of(1, 1, 1, 1) };
  expect(classReport('t', ['no', 'yes'], alone, measured).ranking).toBeUndefined();
  const { calibration } = classReport('t', ['no', 'yes'], input, measured);
  expect(calibration.map(({ rows }) => rows)).toEqual([2, 1, 1]);
});
