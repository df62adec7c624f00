import { describe, expect, it } from 'vitest';
import { histogram } from '../input/numberReport.ts';
import type { ClassReport, NumberReport, Ranking } from '../input/types.ts';
import { calibration } from './calibration.ts';
import { columnImportance } from './columnImportance.ts';
import { predictedAgainstTrue } from './predictedAgainstTrue.ts';
import { precisionRecallCurve, rocCurve } from './rankingCurves.ts';
import { residuals } from './residuals.ts';
import { scoreComparison } from './scoreComparison.ts';
import { splitBar } from './splitBar.ts';

const circles = (picture: string, className: string) =>
  [
    ...picture.matchAll(
      new RegExp(`<circle class="${className}" cx="([-\\d.]+)" cy="([-\\d.]+)" r="([\\d.]+)"`, 'g'),
    ),
  ].map(([, ...numbers]) => numbers.map(Number));
const pathsOf = (picture: string, className: string) =>
  [...picture.matchAll(new RegExp(`<path class="${className}" d="([^"]*)"`, 'g'))].map(([, d]) => d);

describe('calibration', () => {
  const report: ClassReport = {
    task: 'classification',
    target: 't',
    classes: ['no', 'yes'],
    confusion: new Float64Array(4),
    part: 'test',
    learnedFrom: false,
    rows: 100,
    calibration: [
      { rows: 20, stated: 0.25, found: 0.25 },
      { rows: 80, stated: 0.75, found: 0.5 },
    ],
    calibrationError: 0.2,
    worst: [],
  };

  it('puts a bin on the diagonal where found is as stated, and below where too much is claimed', () => {
    const [first, second] = circles(calibration(report).picture.text, 'fill blue bar');
    const [left, right, top, bottom] = [54, 446, 36, 302];
    expect((first[0] - left) / (right - left)).toBeCloseTo((bottom - first[1]) / (bottom - top), 3);
    expect((bottom - second[1]) / (bottom - top)).toBeCloseTo(0.5, 3);
    expect(second[2]).toBeGreaterThan(first[2]);
  });
});

describe('ranking', () => {
  const ranking: Ranking = {
    roc: [
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    precisionRecall: [
      [0.5, 1],
      [1, 0.5],
    ],
    auc: 1,
    averagePrecision: 0.75,
    prevalence: 0.5,
  };

  it('draws a perfect ROC curve up and then across', () => {
    expect(pathsOf(rocCurve(ranking, 'yes').picture.text, 'line blue')).toEqual(['M54 302L54 36L446 36']);
  });

  it('draws precision in steps, and guessing at the share of the class', () => {
    const picture = precisionRecallCurve(ranking, 'yes').picture.text;
    expect(pathsOf(picture, 'line blue')).toEqual(['M54 36V36H250V169H446']);
    expect(pathsOf(picture, 'line grey dashed')).toEqual(['M54 169H446']);
  });
});

describe('a number', () => {
  const pairs = Array.from({ length: 40 }, (_, i) => [i, i + (i % 3) - 1] as const);
  const report: NumberReport = {
    task: 'regression',
    target: 'size',
    part: 'test',
    learnedFrom: false,
    rows: 40,
    pairs,
    tenths: [
      [5, 5],
      [30, 30],
    ],
    residuals: histogram(pairs.map(([predicted, truth]) => truth - predicted)),
    meanResidual: 0,
    mae: 0.66,
    worst: [],
  };

  it('draws each row once, and means that agree on the diagonal', () => {
    const picture = predictedAgainstTrue(report).picture.text;
    const dots = pathsOf(picture, 'dots blue').join('');
    expect(dots.match(/M/g)).toHaveLength(40);
    const [, x0, y0, x1, y1] = /^M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)$/
      .exec(pathsOf(picture, 'line grey dashed')[0])!
      .map(Number);
    for (const [x, y] of circles(picture, 'best orange'))
      expect((x - x0) / (x1 - x0)).toBeCloseTo((y - y0) / (y1 - y0), 2);
  });

  it('draws bars whose areas are the counts', () => {
    const picture = residuals(report).picture.text;
    const heights = [...picture.matchAll(/<rect class="fill blue bar"[^>]* height="([\d.]+)"/g)].map(
      ([, height]) => Number(height),
    );
    const counts = report.residuals.counts.filter((count) => count > 0);
    expect(heights).toHaveLength(counts.length);
    heights.forEach((height, i) => expect(height / heights[0]).toBeCloseTo(counts[i] / counts[0], 1));
  });
});

describe('columns', () => {
  const measured = { part: 'test', learnedFrom: false, rows: 50, repeats: 2 } as const;
  const columns = [
    { column: 'a', losses: [0.2, 0.4], mean: 0.3 },
    { column: 'b', losses: [-0.1, 0.1], mean: 0 },
  ];

  it('draws a bar from 0 to the mean, and a dot for each repeat', () => {
    const chart = columnImportance(
      { ...measured, targets: [] },
      { target: 't', metric: 'accuracy', score: 0.9, columns },
    );
    const dots = circles(chart.picture.text, 'repeat');
    expect(dots).toHaveLength(4);
    const [, x, width] = /<rect class="fill bar" x="([\d.]+)"[^>]* width="([\d.]+)"/
      .exec(chart.picture.text)!
      .map(Number);
    expect(x + width).toBeCloseTo((dots[0][0] + dots[1][0]) / 2, 0);
    expect(x).toBeCloseTo((dots[2][0] + dots[3][0]) / 2, 0);
    expect(chart.reading).toContain('50 test rows');
  });

  it('draws the first ones of very many, and says how many more there are', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ ...columns[0], column: `c${i}` }));
    const chart = columnImportance(
      { ...measured, targets: [] },
      { target: 't', metric: 'r2', score: 0.9, columns: many },
    );
    expect(circles(chart.picture.text, 'repeat')).toHaveLength(25 * 2);
    expect(chart.reading).toContain('275 more columns');
  });
});

it('scores are placed by value, the interval around its own', () => {
  const chart = scoreComparison(
    'accuracy',
    [
      { label: 'this model', value: 0.9, interval: { low: 0.8, high: 1 }, color: 'blue' },
      { label: 'guess', value: 0.5, color: 'grey', hollow: true },
    ],
    'test',
  );
  const [[own]] = circles(chart.picture.text, 'fill');
  const [[guess]] = circles(chart.picture.text, 'ring');
  const [, low, high] = /class="whisker" d="M([\d.]+) [\d.]+H([\d.]+)/.exec(chart.picture.text)!.map(Number);
  expect(own).toBeCloseTo((low + high) / 2, 0);
  expect((own - guess) / (high - own)).toBeCloseTo(4, 0);
});

it('the split bar is as long as its rows, without parts that there are not', () => {
  const bar = splitBar({ train: 60, validation: 0, test: 40 }).text;
  const widths = [...bar.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width) + 2);
  expect(widths).toEqual([276, 184]);
  expect(bar).not.toContain('validation');
});
