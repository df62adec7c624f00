import { expect, it } from 'vitest';
import type { ClassReport } from '../input/types.ts';
import { confusionMatrix } from './confusionMatrix.ts';
import { worstConfusions } from './worstConfusions.ts';

function report(classes: readonly string[], confusion: readonly number[]): ClassReport {
  return {
    task: 'classification',
    target: 'kind',
    classes,
    confusion: Float64Array.from(confusion),
    part: 'test',
    learnedFrom: false,
    rows: confusion.reduce((sum, count) => sum + count, 0),
    calibration: [],
    calibrationError: 0,
    worst: [],
  };
}

const rectangles = (picture: string) =>
  [
    ...picture.matchAll(
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill-opacity="([\d.]+)"/g,
    ),
  ].map(([, ...numbers]) => numbers.map(Number));

it('shades each cell by its share of the row: truth down, prediction across', () => {
  const picture = confusionMatrix(report(['a', 'b'], [9, 1, 0, 5])).picture.text;
  const [right, wrong, other] = rectangles(picture);
  expect(rectangles(picture)).toHaveLength(3);
  expect(right[1]).toBe(wrong[1]);
  expect(wrong[0]).toBe(other[0]);
  expect(other[1]).toBeGreaterThan(wrong[1]);
  expect(right[4]).toBeGreaterThan(wrong[4]);
  expect(other[4]).toBe(0.78);
  expect(picture).toContain('a taken for b: 1 (10\u2009%)');
  expect(picture).toContain('14 of 15 rows are right');
});

it('stays inside its picture for thirty classes with long names, and writes no counts there', () => {
  const classes = Array.from({ length: 30 }, (_, k) => `class number ${k} of a long name`);
  const picture = confusionMatrix(
    report(
      classes,
      Array.from({ length: 900 }, () => 1),
    ),
  ).picture.text;
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture)!.map(Number);
  for (const [x, y, w, h] of rectangles(picture)) {
    expect(x + w).toBeLessThanOrEqual(width);
    expect(y + h).toBeLessThanOrEqual(height);
  }
  expect(rectangles(picture)).toHaveLength(900);
  expect(picture).toContain('class number…');
  expect(picture).not.toMatch(/<text class="middle/);
});

it('tells recall and precision of each class, and none where there is none', () => {
  const numbers = confusionMatrix(report(['a', 'b', 'c'], [8, 2, 0, 0, 0, 0, 0, 2, 2])).numbers!.text;
  const cells = [...numbers.matchAll(/<td class="number">([^<]*)<\/td>/g)].map(([, cell]) => cell);
  expect(cells).toEqual(['10', '0.800', '1.000', '0', '–', '0.000', '4', '0.500', '1.000']);
});

it('lists the worst confusions of very many classes, most frequent first, and no class with itself', () => {
  const list = worstConfusions(report(['a', 'b', 'c'], [50, 1, 0, 4, 40, 0, 0, 0, 9])).text;
  const rows = [...list.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].slice(1).map(([, row]) =>
    row
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/ +/),
  );
  expect(rows).toEqual([
    ['b', 'a', '4', '9.1\u2009%'],
    ['a', 'b', '1', '2\u2009%'],
  ]);
  expect(worstConfusions(report(['a', 'b'], [1, 0, 0, 1])).text).toContain('No class was taken for another');
});
