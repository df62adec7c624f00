import { expect, test } from 'vitest';
import { readTable } from '../../../../src/data/read/index.ts';
import { syntheticTables } from '../../../../src/data/synthetic/index.ts';
import type { NumberColumn, TextColumn } from '../../../../src/data/table/index.ts';
import type { DataSettings } from '../state/scenario.ts';
import { features, featuresNamed } from './features.ts';
import { makePoints } from './makePoints.ts';
import { makeTable, tableOf } from './makeTable.ts';
import { writeCsv } from './writeCsv.ts';

const plain: DataSettings = {
  dataset: 'moons',
  classes: 0,
  rows: 200,
  noise: 0.3,
  seed: 4,
  balance: 1,
  mislabelled: 0,
  stretch: { x: 1, y: 1 },
  shift: { x: 0, y: 0 },
  outlier: 0,
  features: ['x', 'y'],
  points: [],
};
const labels = (settings: DataSettings): number[] => [...makePoints(settings).target];

test.each([
  ...syntheticTables.map(({ name }) => [name, { dataset: name }] as const),
  ['every feature', { features: features.map(({ name }) => name) }],
  [
    'what sets it off',
    { stretch: { x: 1000, y: 0 }, shift: { x: -7, y: 0 }, features: ['x', 'xy', 'ySquared'] },
  ],
  ['wrong labels', { mislabelled: 0.4, balance: 0.2, dataset: 'rings', classes: 5 }],
  [
    'drawn points',
    {
      dataset: 'drawn',
      points: [
        [0, -0, 2],
        [1e-9, 5, 0],
        [1, 2.5, 0],
      ],
    },
  ],
  [
    'drawn numbers',
    {
      dataset: 'drawnNumbers',
      points: [
        [0, -1, -0],
        [1e-9, 5, 0.1],
        [1, 2.5, 1e21],
      ],
    },
  ],
] as const)('a file of the table (%s) is read with the same bits', async (_, changes) => {
  const table = makeTable({ ...plain, ...(changes as Partial<DataSettings>) });
  const bytes = new TextEncoder().encode(writeCsv(table));
  const { table: read } = await readTable(new Blob([bytes]).stream());
  expect(read).toEqual(table);
});

test('a file of a table with parts is read with the same bits', async () => {
  const settings = { ...plain, rows: 20 };
  const parts = Array.from({ length: 20 }, (_, row) => ['train', 'test', 'validation'][row % 3]);
  const table = tableOf(makePoints(settings), featuresNamed(settings.features), parts);
  expect(table.columns.map(({ name }) => name)).toEqual(['x', 'y', 'target', 'part']);
  const bytes = new TextEncoder().encode(writeCsv(table));
  expect((await readTable(new Blob([bytes]).stream())).table).toEqual(table);
});

test('a thinned class keeps its share, the first one everything', () => {
  const all = labels({ ...plain, rows: 2000 });
  const thinned = labels({ ...plain, rows: 2000, balance: 0.25 });
  const count = (rows: number[], label: number) => rows.filter((own) => own === label).length;
  expect(count(thinned, 0)).toBe(count(all, 0));
  expect(count(thinned, 1) / count(all, 1)).toBeCloseTo(0.25, 1);
});

test('wrong labels are as many as asked for, and another class each', () => {
  const settings = { ...plain, dataset: 'gaussians', classes: 4, rows: 2000 };
  const right = labels(settings);
  const wrong = labels({ ...settings, mislabelled: 0.3 }).filter((label, row) => label !== right[row]);
  expect(wrong.length / right.length).toBeCloseTo(0.3, 1);
  expect(new Set(wrong).size).toBe(4);
});

test('one row is put far away, before everything is stretched and shifted', () => {
  const points = makePoints({ ...plain, outlier: 50, stretch: { x: 2, y: 1 }, shift: { x: 1, y: 0 } }, 7);
  expect([points.x[7], points.y[7]]).toEqual([101, 50]);
  expect(Math.max(...points.x.filter((_, row) => row !== 7).map(Math.abs))).toBeLessThan(20);
});

test('points drawn by hand join those of the dataset, under its classes', () => {
  const { columns, rows } = makeTable({ ...plain, points: [[1, 2, 1]] });
  const target = columns.at(-1) as TextColumn;
  expect(rows).toBe(201);
  expect((columns[0] as NumberColumn).values[200]).toBe(1);
  expect(target.dictionary[target.codes[200]]).toBe('upper');
});

test('says what is missing', () => {
  expect(() => makeTable({ ...plain, dataset: 'drawn' })).toThrow('no points yet');
  expect(() => makeTable({ ...plain, features: [] })).toThrow('no inputs');
  expect(() => makeTable({ ...plain, dataset: 'sprial' })).toThrow('no dataset "sprial"');
  expect(() => makeTable({ ...plain, dataset: 'rings', classes: 9 })).toThrow('2 to 6 classes, not 9');
});
