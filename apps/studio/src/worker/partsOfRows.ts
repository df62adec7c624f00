import { dealPoints } from '../data/dealPoints.ts';
import { featuresNamed } from '../data/features.ts';
import { makePoints, type PlanePoints } from '../data/makePoints.ts';
import { tableOf } from '../data/makeTable.ts';
import type { DataSettings } from '../state/scenario.ts';
import type { Part } from '../../../../src/data/split/index.ts';
import type { Recipe } from '../../../../src/train/recipe/index.ts';
import { divide } from '../../../../src/train/run/division.ts';
import { readProblem } from '../../../../src/train/setup/problem.ts';

/**
 * Each row's part where points are drawn by hand: rows of the dataset have the part that they have without those points, and each point
 * has its own from when it was drawn. `recipe` is the one that divides by chance.
 */
export function partsOfRows(recipe: Recipe, data: DataSettings, { target, classes }: PlanePoints): Part[] {
  const own = target.length - data.points.length;
  const drawn = target.subarray(own);
  const groups = classes === null ? new Float64Array(drawn.length) : drawn;
  return [...datasetParts(recipe, data, own), ...dealPoints(groups, recipe.split)];
}

function datasetParts(recipe: Recipe, data: DataSettings, rows: number): Part[] {
  if (rows === 0) return [];
  const points = makePoints({ ...data, outlier: 0, points: [] });
  const table = tableOf(points, featuresNamed(data.features));
  const { validation, test } = divide(recipe, readProblem(recipe, table));
  const parts = Array.from({ length: rows }, (): Part => 'train');
  for (const row of validation) parts[row] = 'validation';
  for (const row of test) parts[row] = 'test';
  return parts;
}
