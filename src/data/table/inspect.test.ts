import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeTable } from './describeTable.ts';
import { firstEqualRows } from './equalRows.ts';
import { inferKinds } from './inferKinds.ts';
import { inspectTable, type InspectOptions } from './inspect.ts';
import { tableFromColumns, type ColumnValues } from './tableFromColumns.ts';

const each = <T>(rows: number, make: (row: number) => T): T[] =>
  Array.from({ length: rows }, (_, row) => make(row));
/** Numbers without a pattern, but the same at each run. */
const noise = (row: number): number => ((row * 7919) % 104729) / 1000;

function inspect(columns: Record<string, ColumnValues>, target: string, options: InspectOptions = {}) {
  const table = tableFromColumns(columns);
  return inspectTable(table, inferKinds(table, {}, [target]).kinds, { targets: [target], ...options });
}

describe('leakage', () => {
  const price = each(200, noise);
  const species = each(200, (row) => ['a', 'b', 'c'][(row * 7) % 3]);

  test('a column that is the target in another unit', () => {
    const warnings = inspect(
      { cents: price.map((value) => 100 * value + 3), area: each(200, (row) => noise(row * row)), price },
      'price',
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ code: 'leakage', column: 'cents' });
    expect(warnings[0].text).toContain("all but equals the target 'price' (correlation 1.00000)");
  });
  test('huge numbers do not overflow the correlation', () => {
    const huge = price.map((value) => value * 1e200);
    expect(inspect({ huge, price }, 'price')).toMatchObject([{ code: 'leakage', column: 'huge' }]);
  });
  test('a column that goes with the classes one to one, as words or as numbers', () => {
    const code = species.map((word) => word.charCodeAt(0));
    const latin = species.map((word) => `iris ${word}`);
    expect(inspect({ code, latin, x: price, species }, 'species').map(({ column }) => column)).toEqual([
      'code',
      'latin',
    ]);
  });
  test('one exception in a thousand rows hides nothing; one in a hundred is no leak', () => {
    const target = each(4000, (row) => (row % 2 === 0 ? 'yes' : 'no'));
    const copy = (every: number) =>
      target.map((word, row) => (row % every === 1 ? 'ja' : word === 'yes' ? 'ja' : 'nein'));
    const x = each(4000, noise);
    expect(inspect({ copy: copy(2000), x, target }, 'target').map(({ column }) => column)).toEqual(['copy']);
    expect(inspect({ copy: copy(100), x, target }, 'target')).toEqual([]);
  });
  test('what is ignored or left out is not looked at', () => {
    expect(
      inspect({ copy: price, x: each(200, (row) => noise(row * row)), price }, 'price', { ignore: ['copy'] }),
    ).toEqual([]);
  });
  test('it is found in a table longer than the sample that is looked at first', () => {
    const y = each(50_000, noise);
    expect(inspect({ copy: y.map((value) => -value), y }, 'y').map(({ code }) => code)).toEqual(['leakage']);
  });
});

test('rows that come again are counted over the columns in use', () => {
  const table = {
    id: each(30, (row) => `r${row}`),
    x: each(30, (row) => row % 20),
    y: each(30, (row) => (row % 20) * noise(row % 20)),
  };
  expect(inspect(table, 'y').map(({ text }) => text)).toContain(
    '10 of 30 rows repeat an earlier row in every column that is used; drop them if they are not separate observations.',
  );
});

test('classes of hardly any rows are named', () => {
  const kind = each(50, (row) => (row < 3 ? 'rare' : row % 2 === 0 ? 'a' : 'b'));
  expect(inspect({ x: each(50, noise), kind }, 'kind')).toMatchObject([
    { code: 'small-class', column: 'kind' },
  ]);
  const grade = each(50, (row) => (row === 0 ? 9 : row % 2));
  expect(inspect({ x: each(50, noise), grade }, 'grade')).toEqual([]);
  expect(inspect({ x: each(50, noise), grade }, 'grade', { classTargets: ['grade'] })[0].text).toContain(
    "'9' (1)",
  );
});

test('equal rows are found as by comparing their spelling', () => {
  const number = fc.constantFrom(0, -0, 1, NaN, 1e300, 0.1);
  const word = fc.constantFrom('a', 'b', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(number, word), { minLength: 1, maxLength: 40 }), (rows) => {
      const table = tableFromColumns({ n: Float64Array.from(rows, ([n]) => n), w: rows.map(([, w]) => w) });
      const spelt = rows.map(([n, w]) => `${n} ${w}`);
      expect([...firstEqualRows(table.columns, rows.length)]).toEqual(
        spelt.map((text) => spelt.indexOf(text)),
      );
    }),
  );
});

test('a table is described column by column', () => {
  const table = tableFromColumns({
    n: [3, 1, null, 2, 10],
    w: ['b', 'a', 'b', null, 'c'],
    d: ['2024-01-01', '2024-01-03', null, null, '2024-01-02'],
    e: [null, null, null, null, null],
  });
  expect(describeTable(table, inferKinds(table).kinds)).toEqual([
    // statistics.stdev([3, 1, 2, 10]) of Python is 4.08248290463863
    {
      name: 'n',
      type: 'number',
      kind: 'number',
      count: 4,
      missing: 1,
      distinct: 4,
      min: 1,
      mean: 4,
      median: 2.5,
      max: 10,
      standardDeviation: expect.closeTo(4.08248290463863, 12),
    },
    {
      name: 'w',
      type: 'text',
      kind: 'category',
      count: 4,
      missing: 1,
      distinct: 3,
      top: [
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
        { value: 'c', count: 1 },
      ],
    },
    {
      name: 'd',
      type: 'date',
      kind: 'date',
      count: 3,
      missing: 2,
      distinct: 3,
      min: '2024-01-01T00:00:00.000Z',
      mean: '2024-01-02T00:00:00.000Z',
      median: '2024-01-02T00:00:00.000Z',
      max: '2024-01-03T00:00:00.000Z',
      standardDeviation: 1,
    },
    { name: 'e', type: 'number', kind: 'constant', count: 0, missing: 5, distinct: 0 },
  ]);
});

test('a description of numbers near the end of float64 holds no infinity', () => {
  const [description] = describeTable(tableFromColumns({ x: [1e308, -1e308, 1.5e308] }), { x: 'number' });
  expect(Number.isFinite(description.mean)).toBe(true);
  expect(Number.isFinite(description.standardDeviation)).toBe(true);
});
