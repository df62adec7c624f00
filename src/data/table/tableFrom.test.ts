import { describe, expect, test } from 'vitest';
import { tableFromColumns } from './tableFromColumns.ts';
import { tableFromObjects } from './tableFromObjects.ts';

describe('tableFromObjects', () => {
  test('types columns by their values; absent, null and NaN are missing', () => {
    const { table, warnings } = tableFromObjects([
      { age: 31, town: 'Pécs', member: true, since: new Date('2024-01-31'), zip: '7621' },
      { age: null, town: 'Győr', member: false, since: '2024-02-01', zip: '09022' },
      { age: Infinity, town: 'Pécs', late: 5n },
    ]);
    expect(table.rows).toBe(3);
    expect(table.columns).toEqual([
      { name: 'age', type: 'number', values: Float64Array.of(31, NaN, NaN) },
      { name: 'town', type: 'text', codes: Int32Array.of(0, 1, 0), dictionary: ['Pécs', 'Győr'] },
      { name: 'member', type: 'text', codes: Int32Array.of(0, 1, -1), dictionary: ['true', 'false'] },
      {
        name: 'since',
        type: 'date',
        values: Float64Array.of(Date.UTC(2024, 0, 31), Date.UTC(2024, 1, 1), NaN),
      },
      { name: 'zip', type: 'text', codes: Int32Array.of(0, 1, -1), dictionary: ['7621', '09022'] },
      { name: 'late', type: 'number', values: Float64Array.of(NaN, NaN, 5) },
    ]);
    expect(warnings.map(({ text }) => text)).toEqual([
      "Column 'age' holds 1 infinite value(s): read as missing.",
    ]);
  });

  test('numbers among words are as in a CSV file', () => {
    const { table } = tableFromObjects([
      { x: 1, y: 'a' },
      { x: 'n/a', y: 2 },
      { x: 2.5, y: 2 },
    ]);
    expect(table.columns).toEqual([
      { name: 'x', type: 'number', values: Float64Array.of(1, NaN, 2.5) },
      { name: 'y', type: 'text', codes: Int32Array.of(0, 1, 1), dictionary: ['a', '2'] },
    ]);
  });

  test('dates among numbers, and whole numbers beyond 2^53, keep their spelling', () => {
    const { table } = tableFromObjects([
      { x: 5, id: 9007199254740993n },
      { x: new Date(0), id: 1n },
    ]);
    expect(table.columns[0]).toMatchObject({ type: 'text', dictionary: ['1970-01-01T00:00:00.000Z', '5'] });
    expect(table.columns[1]).toMatchObject({ type: 'text', dictionary: ['9007199254740993', '1'] });
  });

  test('a type that is asked for', () => {
    const rows = [
      { x: '1', y: 2 },
      { x: 'b', y: 3 },
    ];
    expect(tableFromObjects(rows, { types: { x: 'number', y: 'text' } }).table.columns).toEqual([
      { name: 'x', type: 'number', values: Float64Array.of(1, NaN) },
      { name: 'y', type: 'text', codes: Int32Array.of(0, 1), dictionary: ['2', '3'] },
    ]);
  });

  test('refuses what is no row', () => {
    expect(() => tableFromObjects([])).toThrow('The table has no rows; give it at least one.');
    expect(() => tableFromObjects([{}])).toThrow('rows but no columns');
    expect(() => tableFromObjects([{ a: 1 }, null as never])).toThrow('There is null in row 2');
    expect(() => tableFromObjects([{ a: { b: 1 } }])).toThrow("Column 'a' holds a nested object in row 1");
    expect(() => tableFromObjects([{ a: new Float32Array(2) }])).toThrow('a list in row 1');
  });
});

describe('tableFromColumns', () => {
  test('keeps a Float64Array, copies others, types plain arrays', () => {
    const kept = Float64Array.of(1, NaN);
    const { columns } = tableFromColumns({
      kept,
      single: Float32Array.of(0.5, Infinity),
      words: ['a', null],
    });
    expect((columns[0] as { values: Float64Array }).values).toBe(kept);
    expect(columns[1]).toEqual({ name: 'single', type: 'number', values: Float64Array.of(0.5, NaN) });
    expect(columns[2]).toEqual({
      name: 'words',
      type: 'text',
      codes: Int32Array.of(0, -1),
      dictionary: ['a'],
    });
  });
  test('refuses columns of different lengths', () => {
    expect(() => tableFromColumns({ a: [1, 2], b: [1] })).toThrow("Column 'b' has 1 values where 'a' has 2");
    expect(() => tableFromColumns({})).toThrow('no columns');
  });
});
