import { NeumannError } from '../../errors.ts';
import { randomStream } from '../../numeric/index.ts';
import type { Column, Table } from '../table/table.ts';

/** Random numbers of one row. */
export interface Draw {
  /** Uniform in [low, high). */
  uniform(low: number, high: number): number;
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number;
}

/** A point of the plane, which spans about -6 to 6 both ways, and what is to be told of it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly target: string | number;
}

export interface SyntheticSettings {
  /** 500 unless told otherwise. */
  readonly rows?: number;
  /** Standard deviation by which each point is moved after its target is set, in units of the plane. */
  readonly noise?: number;
  readonly seed?: number;
  /** Number of classes, where the table comes with any number of them. */
  readonly classes?: number;
}

/** How many classes a table may have. */
export interface ClassCount {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/** A table made up of points in the plane: columns `x`, `y` and `target`. */
export interface SyntheticTable {
  readonly name: string;
  readonly task: 'classification' | 'regression';
  /** One sentence: what it looks like and what it takes to learn it. */
  readonly about: string;
  /** Where it comes with any number of classes; null where it has its own. */
  readonly classes: ClassCount | null;
  make(settings?: SyntheticSettings): Table;
}

interface Definition {
  readonly name: string;
  readonly task: 'classification' | 'regression';
  readonly about: string;
  readonly classes?: ClassCount;
  /** Classes alternate with `row`, so that any number of first rows is balanced. */
  point(draw: Draw, row: number, classes: number): Point;
}

/** Numbers that a row may draw; its stream begins there, so a longer table begins with the rows of a shorter one. */
const DRAWS_PER_ROW = 8;

export function defineSynthetic(definition: Definition): SyntheticTable {
  const { name, task, about, classes = null } = definition;
  return { name, task, about, classes, make: (settings = {}) => makeTable(definition, settings) };
}

/** A class that has no name of its own: A, B, C... */
export const letter = (index: number): string => String.fromCharCode(65 + index);

function makeTable(definition: Definition, settings: SyntheticSettings): Table {
  const { name, point } = definition;
  const { rows = 500, noise = 0, seed = 0 } = settings;
  const classes = classCount(definition, settings);
  if (!Number.isInteger(rows) || rows < 1)
    throw new NeumannError('bad-rows', `A table has a whole number of rows from 1, not ${rows}.`);
  if (!(noise >= 0 && noise < Infinity))
    throw new NeumannError('bad-noise', `Noise is a number from 0, not ${noise}.`);
  const stream = randomStream(seed, 'synthetic', name);
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  const targets: (string | number)[] = [];
  for (let row = 0; row < rows; row++) {
    let index = row * DRAWS_PER_ROW;
    const draw: Draw = {
      uniform: (low, high) => low + (high - low) * stream.uniform(index++),
      normal: () => stream.normal(index++),
    };
    const place = point(draw, row, classes);
    x[row] = place.x + noise * draw.normal();
    y[row] = place.y + noise * draw.normal();
    targets.push(place.target);
  }
  return {
    rows,
    columns: [
      { name: 'x', type: 'number', values: x },
      { name: 'y', type: 'number', values: y },
      targetColumn(targets),
    ],
  };
}

function classCount({ name, classes }: Definition, { classes: asked }: SyntheticSettings): number {
  if (!classes || asked === undefined) return classes?.usual ?? 0;
  const { least, most } = classes;
  if (Number.isInteger(asked) && asked >= least && asked <= most) return asked;
  throw new NeumannError('bad-classes', `"${name}" comes with ${least} to ${most} classes, not ${asked}.`);
}

function targetColumn(targets: readonly (string | number)[]): Column {
  if (targets.every((target) => typeof target === 'number'))
    return { name: 'target', type: 'number', values: Float64Array.from(targets) };
  const dictionary = [...new Set(targets.map(String))];
  const codes = Int32Array.from(targets, (target) => dictionary.indexOf(String(target)));
  return { name: 'target', type: 'text', codes, dictionary };
}
