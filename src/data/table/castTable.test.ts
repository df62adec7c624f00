import { expect, test } from 'vitest';
import { castTable } from './castTable.ts';
import { inferKinds } from './inferKinds.ts';
import { tableFromColumns } from './tableFromColumns.ts';

const table = tableFromColumns({
  x: ['1', 'two', '3'],
  day: ['2024-01-31', 'soon', 'later'],
  town: ['a', 'b', 'a'],
  n: [1, 2, 3],
});

test('words are read as numbers or dates where that is asked for, the rest being missing and said', () => {
  const cast = castTable(table, { x: 'number', day: 'date', town: 'category', n: 'category' });
  expect(cast.table.columns.map(({ type }) => type)).toEqual(['number', 'date', 'text', 'number']);
  expect(cast.table.columns[0]).toMatchObject({ values: Float64Array.of(1, NaN, 3) });
  expect(cast.table.columns[1]).toMatchObject({ values: Float64Array.of(Date.UTC(2024, 0, 31), NaN, NaN) });
  expect(cast.warnings.map(({ code, column }) => [code, column])).toEqual([
    ['stray-words', 'x'],
    ['stray-words', 'day'],
  ]);
  expect(inferKinds(cast.table, { x: 'number' }).kinds.x).toBe('number');
});

test('a table of which nothing is asked is the same table', () => {
  expect(castTable(table, { n: 'number' })).toEqual({ table, warnings: [] });
});

test('refuses a column that is not there or holds nothing of the kind', () => {
  expect(() => castTable(table, { tonw: 'number' })).toThrow("did you mean 'town'?");
  expect(() => castTable(table, { town: 'number' })).toThrow(
    "Column 'town' cannot be of kind number, for it holds words such as 'a'",
  );
  expect(() => castTable(table, { town: 'date' })).toThrow("holds words such as 'a'");
});
