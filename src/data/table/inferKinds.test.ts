import { describe, expect, test } from 'vitest';
import { inferKinds } from './inferKinds.ts';
import type { ColumnKind } from './table.ts';
import { tableFromColumns, type ColumnValues } from './tableFromColumns.ts';

const ROWS = 40;
const each = <T>(make: (row: number) => T): T[] => Array.from({ length: ROWS }, (_, row) => make(row));
const noise = (row: number): number => Math.sin(row * 12.9898) * 100;

/** Kind of the column `name` beside an ordinary one. */
function kindOf(name: string, values: ColumnValues, targets: string[] = []): ColumnKind {
  const table = tableFromColumns({ [name]: values, other: each(noise) });
  return inferKinds(table, {}, targets).kinds[name];
}

describe('inferKinds', () => {
  test.each<[ColumnKind, string, ColumnValues]>([
    ['number', 'width', each(noise)],
    ['number', 'rooms', each((row) => row % 4)],
    ['number', 'population', each((row) => (row * 7919) % 104729)],
    ['number', 'no_of_employees', each((row) => row * 3)],
    ['number', 'year', each((row) => row + 1)],
    ['number', 'store_id', each((row) => row % 5)],
    ['identifier', 'customer_id', each((row) => (row * 7919) % 104729)],
    ['identifier', 'customerId', each((row) => (row * 7919) % 104729)],
    ['identifier', 'Unnamed: 0', each((row) => row)],
    ['identifier', 'passenger', each((row) => row + 1)],
    ['identifier', 'token', each((row) => `a${row}f`)],
    ['category', 'city', each((row) => ['Pécs', 'Győr', 'Eger'][row % 3])],
    ['category', 'street', each((row) => `street ${row % 20}`)],
    ['boolean', 'smoker', each((row) => (row % 2 === 0 ? 'Yes' : 'No'))],
    ['boolean', 'flag', each((row) => row % 3 === 0)],
    ['text', 'comment', each((row) => `they said that number ${row} is a fine one`)],
    ['text', 'name', each((row) => (row < 38 ? `word${row}` : 'word1'))],
    ['date', 'born', each((row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')}`)],
    ['constant', 'same', each(() => 3)],
    ['constant', 'empty', each(() => null)],
    ['category', 'seldom', each((row) => (row === 3 ? 'seen' : null))],
  ])('says %s of %s', (kind, name, values) => {
    expect(kindOf(name, values)).toBe(kind);
  });

  test('a target is never left out for looking like an identifier or like text', () => {
    expect(
      kindOf(
        'id',
        each((row) => `a${row}`),
        ['id'],
      ),
    ).toBe('category');
    expect(
      kindOf(
        'id',
        each((row) => row * 3),
        ['id'],
      ),
    ).toBe('number');
    expect(
      kindOf(
        'id',
        each(() => 'a'),
        ['id'],
      ),
    ).toBe('constant');
  });

  test('says why a column is left out, and how to keep it', () => {
    const { warnings } = inferKinds(tableFromColumns({ user_id: each((row) => row * 3), x: each(noise) }));
    expect(warnings).toEqual([
      {
        code: 'kind-identifier',
        column: 'user_id',
        text: "Column 'user_id' looks like an identifier by its name and its 40 different values: it is left out; pass --type user_id=number to use it.",
      },
    ]);
  });

  test('keeps the one input there is, though it counts up', () => {
    const table = tableFromColumns({ input: each((row) => row), y: each(noise) });
    expect(inferKinds(table, {}, ['y'])).toEqual({ kinds: { input: 'number', y: 'number' }, warnings: [] });
  });

  test('a column may be called __proto__', () => {
    const table = tableFromColumns(Object.fromEntries([['__proto__', each(noise)]]));
    expect(Object.entries(inferKinds(table).kinds)).toEqual([['__proto__', 'number']]);
  });
});

describe('overrides', () => {
  const table = tableFromColumns({ species: each((row) => 'abc'[row % 3]), grade: each((row) => row % 4) });

  test('hold, and silence what would be said', () => {
    expect(inferKinds(table, { grade: 'category' }).kinds).toEqual({
      species: 'category',
      grade: 'category',
    });
    expect(inferKinds(table, { species: 'identifier' })).toMatchObject({
      kinds: { species: 'identifier' },
      warnings: [],
    });
  });

  test('are refused where the column or the kind is not there, with the nearest name', () => {
    expect(() => inferKinds(table, { speices: 'category' })).toThrow(
      "no column called 'speices'; did you mean 'species'?",
    );
    expect(() => inferKinds(table, { zzz: 'category' })).toThrow('the columns are species, grade');
    expect(() => inferKinds(table, { grade: 'categroy' as ColumnKind })).toThrow("did you mean 'category'?");
  });

  test('are refused where the cells cannot be that', () => {
    expect(() => inferKinds(table, { species: 'number' })).toThrow("holds words such as 'a'");
    expect(() => inferKinds(table, { grade: 'date' })).toThrow('is a column of numbers');
  });
});
