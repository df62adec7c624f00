import { NeumannError } from '../../../../src/errors.ts';
import type { Column, Table } from '../../../../src/data/table/index.ts';
import type { DataSettings } from '../state/scenario.ts';
import { featuresNamed, type Feature } from './features.ts';
import { makePoints, type PlanePoints } from './makePoints.ts';

/** The column that is predicted. */
const TARGET = 'target';

/** Where points are drawn by hand: the column that says each row's part. */
export const PART = 'part';

/** The table that a run learns from: a column for each chosen feature, and the target. */
export function makeTable(settings: DataSettings, outlierRow?: number): Table {
  return tableOf(makePoints(settings, outlierRow), featuresNamed(settings.features));
}

export function tableOf(
  { x, y, target, classes }: PlanePoints,
  features: readonly Feature[],
  parts?: readonly string[],
): Table {
  if (features.length === 0)
    throw new NeumannError('no-features', 'The net has no inputs; choose at least one, such as x.');
  const inputs = featureColumns(features, x, y);
  const columns = [...inputs, targetColumn(target, classes)];
  return { rows: x.length, columns: parts ? [...columns, textColumn(PART, parts)] : columns };
}

export function featureColumns(
  features: readonly Feature[],
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Column[] {
  return features.map(({ name, of }) => ({
    name,
    type: 'number',
    // Adding 0 makes a negative zero an ordinary one, as a table file has it.
    values: Float64Array.from(x, (own, row) => of(own, y[row]) + 0),
  }));
}

function targetColumn(target: Float64Array, classes: readonly string[] | null): Column {
  if (classes === null) return { name: TARGET, type: 'number', values: target.map((value) => value + 0) };
  return textColumn(
    TARGET,
    Array.from(target, (number) => classes[number]),
  );
}

/** Words stand in the dictionary as they first appear: that is how a table file with these rows is read. */
function textColumn(name: string, words: readonly string[]): Column {
  const dictionary = [...new Set(words)];
  const codes = new Map(dictionary.map((word, code) => [word, code]));
  return { name, type: 'text', codes: Int32Array.from(words, (word) => codes.get(word)!), dictionary };
}
