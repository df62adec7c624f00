import { NeumannError } from '../../errors.ts';
import {
  castTable,
  findColumn,
  inferKinds,
  inspectTable,
  type Column,
  type ColumnKind,
  type Table,
  type Warning,
} from '../../data/table/index.ts';
import type { Recipe } from '../recipe/index.ts';

export type Task = 'classification' | 'regression';

/** What is to be learned from a table: which columns, which rows, which task. */
export interface Problem {
  readonly table: Table;
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  readonly targets: readonly string[];
  readonly tasks: Readonly<Record<string, Task>>;
  /** Columns a model may look at. */
  readonly features: readonly string[];
  /** Rows that have every target (and a weight, where there is a weight column), ascending. */
  readonly rows: Int32Array;
  /** By row of the table; undefined where every row counts 1. */
  readonly weights?: Float64Array;
  readonly warnings: readonly Warning[];
}

/** Reads the recipe's `data` section against the table. Throws a NeumannError for what is not there or cannot be learned. */
export function readProblem(recipe: Recipe, given: Table): Problem {
  const { targets, ignore, types, weightColumn } = recipe.data;
  if (targets.length === 0)
    throw new NeumannError(
      'target',
      'There is no target; say which column is to be predicted, such as --target price.',
    );
  if (given.rows === 0)
    throw new NeumannError('noRows', 'The table has no rows; there is nothing to learn from.');
  for (const name of [...targets, ...ignore, ...(weightColumn === null ? [] : [weightColumn])])
    findColumn(given, name);
  const { table, warnings: castWarnings } = castTable(given, types);
  const { kinds, warnings } = inferKinds(table, types, targets);
  const tasks = Object.fromEntries(
    targets.map((name) => [name, decideTask(recipe, findColumn(table, name), kinds[name])]),
  );
  const weights = weightColumn === null ? undefined : readWeights(findColumn(table, weightColumn));
  const rows = rowsWithTargets(
    targets.map((name) => findColumn(table, name)),
    weights,
    table.rows,
  );
  targets.forEach((name) => checkTarget(findColumn(table, name), rows));
  const features = featureColumns(recipe, table);
  const classTargets = targets.filter((name) => tasks[name] === 'classification');
  const left = table.columns
    .map(({ name }) => name)
    .filter((name) => !features.includes(name) && !targets.includes(name));
  const noted = [
    ...castWarnings,
    ...warnings,
    ...inspectTable(table, kinds, { targets, classTargets, ignore: left }),
  ];
  const own = noted.filter(({ column }) => column === undefined || features.includes(column));
  return {
    table,
    kinds,
    targets,
    tasks,
    features,
    rows,
    weights,
    warnings: [...own, ...leftOut(table.rows - rows.length)],
  };
}

const isNumeric = (column: Column): boolean => column.type !== 'text';

/** A number with few whole values is taken as classes where there are many rows of each. */
const FEW_VALUES = 20;
const ROWS_PER_VALUE = 5;

/** The recipe's task holds for the first target, and for others that can be that. */
function decideTask({ task, data }: Recipe, column: Column, kind: ColumnKind): Task {
  const own = kind === 'category' || kind === 'boolean' || !isNumeric(column) || looksLikeClasses(column);
  const asked = column.name === data.targets[0] ? task : 'auto';
  if (asked === 'regression' && !isNumeric(column)) {
    throw new NeumannError(
      'task',
      `The target "${column.name}" holds words, so it cannot be a regression; leave task out, or choose another target.`,
    );
  }
  if (asked !== 'auto') return asked;
  if (data.types[column.name] === 'number') return 'regression';
  return own ? 'classification' : 'regression';
}

function looksLikeClasses(column: Column): boolean {
  if (column.type !== 'number') return false;
  const values = new Set<number>();
  let rows = 0;
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    rows++;
    if (!Number.isSafeInteger(value) || values.add(value).size > FEW_VALUES) return false;
  }
  return rows >= ROWS_PER_VALUE * values.size;
}

export function isMissing(column: Column, row: number): boolean {
  return column.type === 'text' ? column.codes[row] < 0 : Number.isNaN(column.values[row]);
}

function readWeights(column: Column): Float64Array {
  if (column.type !== 'number') {
    throw new NeumannError(
      'weights',
      `The weight column "${column.name}" holds no numbers; choose another, or leave data.weightColumn out.`,
    );
  }
  const row = column.values.findIndex((value) => value < 0);
  if (row >= 0)
    throw new NeumannError(
      'weights',
      `The weight column "${column.name}" holds ${column.values[row]} in row ${row + 1}; weights are at least 0.`,
    );
  return column.values;
}

function rowsWithTargets(
  targets: readonly Column[],
  weights: Float64Array | undefined,
  count: number,
): Int32Array {
  const isLeftOut = new Uint8Array(count);
  for (const column of targets) markMissing(column, isLeftOut);
  if (weights) for (let row = 0; row < count; row++) if (!(weights[row] > 0)) isLeftOut[row] = 1;
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (isLeftOut[row] === 0) rows[kept++] = row;
  return rows.slice(0, kept);
}

function markMissing(column: Column, marks: Uint8Array): void {
  const values = column.type === 'text' ? column.codes : column.values;
  for (let row = 0; row < marks.length; row++)
    if (column.type === 'text' ? values[row] < 0 : Number.isNaN(values[row])) marks[row] = 1;
}

function checkTarget(column: Column, rows: Int32Array): void {
  if (rows.length === 0)
    throw new NeumannError(
      'target',
      `The target "${column.name}" is missing in every row; there is nothing to learn from.`,
    );
  const values = column.type === 'text' ? column.codes : column.values;
  const first = values[rows[0]];
  const differs = rows.some((row) => values[row] !== first);
  if (differs) return;
  const value = column.type === 'text' ? column.dictionary[first] : first;
  throw new NeumannError(
    'target',
    `The target "${column.name}" is ${value} in every row; there is nothing to learn from.`,
  );
}

/** All but targets, ignored ones, the weights and what the split goes by (an order in time may still be a reason). */
function featureColumns({ data, split }: Recipe, table: Table): string[] {
  const splitColumn = split.kind === 'column' || split.kind === 'group' ? split.column : null;
  const out = new Set([...data.targets, ...data.ignore, data.weightColumn, splitColumn]);
  const names = table.columns.map(({ name }) => name).filter((name) => !out.has(name));
  if (names.length > 0) return names;
  throw new NeumannError(
    'features',
    'No column is left to learn from: every one is a target, ignored, or what the split or the weights go by.',
  );
}

function leftOut(count: number): Warning[] {
  if (count === 0) return [];
  const rows =
    count === 1
      ? 'One row has no target or no weight and is'
      : `${count} rows have no target or no weight and are`;
  return [{ code: 'rows-without-target', text: `${rows} left out.` }];
}
