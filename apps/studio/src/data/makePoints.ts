import { NeumannError } from '../../../../src/errors.ts';
import { syntheticTables } from '../../../../src/data/synthetic/index.ts';
import type { Column, TextColumn } from '../../../../src/data/table/index.ts';
import { randomStream, type RandomStream } from '../../../../src/numeric/index.ts';
import type { DataSettings } from '../state/scenario.ts';

/** Rows of the table before features are made of them. */
export interface PlanePoints {
  /** Raw coordinates, stretched and shifted. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The class's number in `classes`, or the value. */
  readonly target: Float64Array;
  /** In the order in which a run counts them; null where the target is a number. */
  readonly classes: readonly string[] | null;
}

interface Row {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

interface Source {
  readonly rows: readonly Row[];
  readonly classes: readonly string[] | null;
}

/** Most classes of points drawn by hand. */
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/**
 * The points that the settings mean: a plain function of them, with the same bits everywhere. `outlierRow`: which row is put far away,
 * where there is to be one; the worker takes the first training row, so that the scaler sees it.
 */
export function makePoints(settings: DataSettings, outlierRow = 0): PlanePoints {
  const source = sourceOf(settings);
  const rows = [...changedLabels(source, settings), ...drawnRows(settings, source.classes)];
  if (rows.length === 0)
    throw new NeumannError(
      'no-points',
      source.classes === null
        ? 'There are no points yet; draw a few on the picture.'
        : 'There are no points yet; draw a few on the picture, of at least two classes.',
    );
  const { stretch, shift } = settings;
  const moved = withOutlier(rows, settings.outlier, outlierRow);
  return {
    x: Float64Array.from(moved, ({ x }) => x * stretch.x + shift.x),
    y: Float64Array.from(moved, ({ y }) => y * stretch.y + shift.y),
    target: Float64Array.from(moved, ({ target }) => target),
    classes: source.classes,
  };
}

function sourceOf({ dataset, rows, noise, seed, classes }: DataSettings): Source {
  if (dataset === 'drawn') return { rows: [], classes: LETTERS };
  if (dataset === 'drawnNumbers') return { rows: [], classes: null };
  const table = syntheticTables.find(({ name }) => name === dataset);
  if (!table) {
    const names = syntheticTables.map(({ name }) => name).join(', ');
    throw new NeumannError('dataset', `There is no dataset "${dataset}"; there are ${names} and drawn.`);
  }
  const [x, y, target] = table.make({ rows, noise, seed, ...(classes > 0 && { classes }) }).columns;
  return readSource(numbersOf(x), numbersOf(y), target);
}

const numbersOf = (column: Column): Float64Array => (column as Exclude<Column, TextColumn>).values;

/** Classes are counted as a run counts them: in the order of the alphabet. */
function readSource(x: Float64Array, y: Float64Array, target: Column): Source {
  if (target.type !== 'text') {
    const values = numbersOf(target);
    return { rows: Array.from(x, (own, row) => ({ x: own, y: y[row], target: values[row] })), classes: null };
  }
  const classes = [...target.dictionary].sort();
  const numbers = target.dictionary.map((name) => classes.indexOf(name));
  const rows = Array.from(x, (own, row) => ({ x: own, y: y[row], target: numbers[target.codes[row]] }));
  return { rows, classes };
}

/** Thinned classes, then wrong labels. What happens to a row does not depend on the others, so a slider moves points one by one. */
function changedLabels(
  { rows, classes }: Source,
  { seed, balance, mislabelled }: DataSettings,
): readonly Row[] {
  if (classes === null) return rows;
  const thinning = randomStream(seed, 'studio', 'balance');
  const labels = randomStream(seed, 'studio', 'mislabelled');
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ row, index }) => row.target === 0 || thinning.uniform(index) < balance)
    .map(({ row, index }) =>
      labels.uniform(2 * index) < mislabelled
        ? { ...row, target: otherClass(row.target, classes.length, labels, 2 * index + 1) }
        : row,
    );
}

function otherClass(own: number, classes: number, stream: RandomStream, index: number): number {
  return (own + 1 + Math.floor(stream.uniform(index) * (classes - 1))) % classes;
}

function drawnRows({ points }: DataSettings, classes: readonly string[] | null): Row[] {
  const most = classes === null ? Infinity : classes.length - 1;
  return points.map(([x, y, target]) => ({
    x,
    y,
    target: classes === null ? target : Math.min(Math.max(0, Math.round(target)), most),
  }));
}

function withOutlier(rows: readonly Row[], outlier: number, at: number): readonly Row[] {
  if (outlier === 0 || at >= rows.length) return rows;
  return rows.with(at, { ...rows[at], x: outlier, y: outlier });
}
