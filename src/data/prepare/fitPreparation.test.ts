import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableFromObjects } from '../table/tableFromObjects.ts';
import type { ColumnKind, Table } from '../table/table.ts';
import { fitPreparation } from './fitPreparation.ts';
import { restorePreparation } from './fittedPreparation.ts';
import type { PreparationSettings } from './settings.ts';

const rowsFrom = (start: number, end: number) =>
  Int32Array.from({ length: end - start }, (_, i) => start + i);
const tableOf = (rows: Record<string, unknown>[]): Table => tableFromObjects(rows).table;
const messageOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

const people = tableOf([
  { age: 20, city: 'Pécs', member: 'yes', joined: '2024-01-31', id: 'a1' },
  { age: 40, city: 'Győr', member: 'no', joined: '2024-03-01', id: 'a2' },
  { age: null, city: 'Pécs', member: 'yes', joined: '2024-02-10', id: 'a3' },
  { age: 60, city: 'Győr', member: 'no', joined: '2024-06-15', id: 'a4' },
  { age: 1e6, city: 'Eger', member: 'maybe', joined: null, id: 'a5' },
]);
const kinds: Record<string, ColumnKind> = {
  age: 'number',
  city: 'category',
  member: 'boolean',
  joined: 'date',
  id: 'identifier',
};
const train = rowsFrom(0, 4);
const fit = (settings: PreparationSettings = {}, table = people, own = kinds, rows = train) =>
  fitPreparation(settings, table, own, rows);
const only = (...names: string[]) => Object.fromEntries(names.map((name) => [name, kinds[name]]));
const matrix = (fitted: ReturnType<typeof fit>, table = people, rows?: Int32Array) => {
  const { features, width } = fitted.apply(table, rows);
  return Array.from({ length: features.length / width }, (_, row) => [
    ...features.subarray(row * width, (row + 1) * width),
  ]);
};

test('each column becomes features of its own, all named', () => {
  const fitted = fit();
  expect(fitted.features.map(({ name }) => name)).toEqual([
    'age',
    'age is missing',
    'city = Győr',
    'city = Pécs',
    'member',
    'joined: days',
    'joined: month (sine)',
    'joined: month (cosine)',
    'joined: day of the month',
    'joined: weekday (sine)',
    'joined: weekday (cosine)',
  ]);
  expect(fitted.width).toBe(11);
  expect(fitted.warnings.map(({ text }) => text)).toEqual([
    "Column 'id' is left out: its kind is identifier.",
  ]);
  expect(fitted.inputs.map(({ column, type }) => `${column}: ${type}`)).toEqual([
    'age: number',
    'city: text',
    'member: text',
    'joined: date',
  ]);
  expect(fitted.describe().map(({ text }) => text)).toEqual([
    'Scaled to (x − 40) / 16.33; a missing value becomes 40, and a column of 0 and 1 says where.',
    'Becomes a column of 0 and 1 for each of Győr, Pécs; an unknown one is 0 in all.',
    'Becomes 0 for no and 1 for yes, 0.5 where it is neither.',
    'Taken apart into days, month (sine), month (cosine), day of the month, weekday (sine), weekday (cosine); a missing date becomes 2024-02-20.',
    'Left out: its kind is identifier.',
  ]);
});

test('values outside the training rows never change what is fitted', () => {
  const cell = fc.record({
    age: fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
    city: fc.option(fc.constantFrom('Pécs', 'Eger', 'Szeged', '12')),
    member: fc.option(fc.constantFrom('yes', 'no', 'maybe')),
    joined: fc.option(fc.constantFrom('2024-05-05', '1999-12-31T23:00')),
    id: fc.constant('b'),
  });
  const settings: PreparationSettings[] = (
    ['standardise', 'minMax', 'robust', 'maxAbs', 'quantile', 'power'] as const
  ).map((numbers) => ({ numbers, columns: { city: { categories: 'ordinal' } } }));
  const given = people.columns.map((column) => column.name);
  const firstRows = tableRows(people).slice(0, 4);
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...settings),
      (others, setting) => {
        const types = { age: 'number', city: 'text', member: 'text', joined: 'date', id: 'text' } as const;
        const { table } = tableFromObjects([...firstRows, ...others], { types });
        expect(table.columns.map(({ name }) => name)).toEqual(given);
        expect(fit(setting, table).toJSON()).toEqual(fit(setting).toJSON());
      },
    ),
  );
});

/** The table's rows as objects again. */
function tableRows(table: Table): Record<string, unknown>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        if (column.type === 'text') return [column.name, column.dictionary[column.codes[row]] ?? null];
        const value = column.values[row];
        return [column.name, Number.isNaN(value) ? null : column.type === 'date' ? new Date(value) : value];
      }),
    ),
  );
}

test('one raw row gets the very bits that it gets in a table', () => {
  const fitted = fit({ numbers: 'power', rareBelow: 0, columns: { city: { categories: 'embedding' } } });
  const whole = fitted.apply(people);
  tableRows(people).forEach((row, i) => {
    const one = fitted.applyRow(row);
    expect(one.features).toEqual(whole.features.slice(i * fitted.width, (i + 1) * fitted.width));
    expect(one.codes).toEqual(whole.codes.slice(i, i + 1));
  });
});

test('a preparation written and read again is the same; an altered one is refused', () => {
  const fitted = fit({ categories: 'ordinal', numbers: 'quantile' });
  const json = JSON.parse(JSON.stringify(fitted)) as { steps: Record<string, unknown>[]; limit: number };
  expect(restorePreparation(json).toJSON()).toEqual(fitted.toJSON());
  expect(matrix(restorePreparation(json) as ReturnType<typeof fit>)).toEqual(matrix(fitted));
  const altered: unknown[] = [
    { ...json, steps: [{ ...json.steps[0], fill: 'much' }] },
    { ...json, steps: [json.steps[0], json.steps[0]] },
    { ...json, steps: [{ ...json.steps[0], scaling: { form: 'linear', center: 0, scale: 0 } }] },
    { ...json, steps: [{ ...json.steps[0], extra: 1 }] },
    { ...json, limit: 5 },
    null,
  ];
  for (const each of altered)
    expect(messageOf(() => restorePreparation(each))).toMatch(
      /^The model's preparation is not as it was written/,
    );
});

describe('numbers', () => {
  test('missing ones become the fill, with an indicator where training misses values', () => {
    const rows = matrix(fit({ missing: 'mean', columns: { age: { numbers: 'none' } } }, people, only('age')));
    expect(rows).toEqual([
      [20, 0],
      [40, 0],
      [40, 1],
      [60, 0],
      [1e6, 0],
    ]);
    const without = fit(
      { missing: 'constant', missingConstant: -1, missingIndicator: false, numbers: 'none' },
      people,
      only('age'),
    );
    expect(matrix(without)[2]).toEqual([-1]);
  });

  test('each scaling by name, with options where wanted', () => {
    const scaled = (numbers: PreparationSettings['numbers']) =>
      matrix(fit({ numbers, missingIndicator: false }, people, only('age')))[3][0];
    expect(scaled('standardise')).toBeCloseTo(Math.sqrt(1.5), 6);
    expect(scaled('minMax')).toBe(1);
    expect(scaled({ name: 'minMax', range: [-1, 3] })).toBe(3);
    expect(scaled('robust')).toBe(1);
    expect(scaled('maxAbs')).toBe(1);
    expect(scaled({ name: 'quantile', output: 'uniform' })).toBe(1);
    expect(messageOf(() => scaled({ name: 'robust', rnage: [10, 90] }))).toContain(
      "Column 'age': The scaling 'robust' does not take these options",
    );
  });

  test('values beyond what a net can hold are cut, and that is said', () => {
    const table = tableOf([{ x: 1 }, { x: 2 }, { x: 1e300 }]);
    const fitted = fit({ numbers: 'none' }, table, { x: 'number' }, rowsFrom(0, 2));
    const { features, warnings } = fitted.apply(table);
    expect([...features]).toEqual([1, 2, Math.fround(1e18)]);
    expect(warnings.map(({ text }) => text)).toEqual([
      "Column 'x' has one value too large for a net even when scaled, the first in row 3: cut to ±1000000000000000000.",
    ]);
  });

  test('a column that is constant or empty in the training rows is left out, whatever comes later', () => {
    const table = tableOf([
      { x: 1, y: 3, z: null },
      { x: 2, y: 3, z: null },
      { x: 3, y: 9, z: 1 },
    ]);
    const fitted = fit({}, table, { x: 'number', y: 'number', z: 'number' }, rowsFrom(0, 2));
    expect(fitted.leftOut).toEqual([
      { column: 'y', reason: 'it is 3 in all training rows' },
      { column: 'z', reason: 'it has no number in the training rows' },
    ]);
    const none = () => fit({}, table, { y: 'number', z: 'number' }, rowsFrom(0, 2));
    expect(messageOf(none)).toBe(
      "No column is left to learn from ('y': it is 3 in all training rows; 'z': it has no number in the training rows); give a table with more columns, or say what kind they are.",
    );
  });
});

describe('a table for prediction', () => {
  const fitted = fit();

  test('may have its columns in another order, others among them, and numbers as words', () => {
    const other = tableOf([
      { extra: 5, joined: '2024-03-01', member: 'No', id: 'x', city: 'Győr', age: 'n/a' },
      { extra: 6, joined: '2024-03-01', member: true, id: 'y', city: 'Győr', age: '40' },
      { extra: 7, joined: 'soon', member: 'no', id: 'z', city: 'Győr', age: 'forty' },
    ]);
    const { warnings } = fitted.apply(other);
    const rows = matrix(fitted, other);
    expect(rows[0].slice(0, 5)).toEqual([0, 1, 1, 0, 0]);
    expect(rows[1].slice(0, 5)).toEqual([0, 0, 1, 0, 1]);
    expect(rows[2].slice(0, 5)).toEqual([0, 1, 1, 0, 0]);
    expect(warnings.map(({ text }) => text)).toEqual([
      "Column 'age' holds one value that can't be read, the first 'forty' in row 3: counted as missing.",
      "Column 'joined' holds one value that can't be read, the first 'soon' in row 3: counted as missing.",
    ]);
  });

  test('has all its missing columns named', () => {
    const poor = tableOf([{ city: 'Pécs', joined: '2024-03-01' }]);
    expect(messageOf(() => fitted.apply(poor))).toBe(
      "The table lacks the columns 'age', 'member', which the model learnt from; add them, and leave cells empty where a value is not known.",
    );
    expect(messageOf(() => fitted.applyRow({ age: 1, city: 'x', member: 'no' }))).toContain(
      "The row lacks the column 'joined'",
    );
  });
});

describe('categories', () => {
  const fruit = (...words: (string | number | null)[]) => tableOf(words.map((kind) => ({ kind })));
  const known = fruit('fig', 'fig', 'fig', 'apple', 'apple', 'kiwi', 'lime', null);
  const fitWords = (settings: PreparationSettings, table = known, rows = rowsFrom(0, table.rows)) =>
    fitPreparation(settings, table, { kind: 'category' }, rows);
  const strange = fruit('melon', null, 'apple', 'lime');

  test('rare ones share a slot, unknown ones join them, missing ones have their own', () => {
    const fitted = fitWords({});
    expect(fitted.features.map(({ name }) => name)).toEqual([
      'kind = apple',
      'kind = fig',
      'kind = (rare)',
      'kind = (missing)',
    ]);
    expect(matrix(fitted, strange)).toEqual([
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [1, 0, 0, 0],
      [0, 0, 1, 0],
    ]);
    expect(fitted.describe()[0].text).toBe(
      'Becomes a column of 0 and 1 for each of apple, fig, (rare), (missing); 2 categories count as rare: kiwi, lime; so does an unknown one.',
    );
  });

  test('unknown ones are nothing, have a slot of their own, or are refused with value and row', () => {
    const full = fruit('fig', 'fig', 'apple', 'apple');
    expect(matrix(fitWords({}, full), strange)).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
    expect(matrix(fitWords({ unknown: 'own' }, full), strange)).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    const strict = fitWords({ unknown: 'error' }, full);
    expect(messageOf(() => strict.apply(strange))).toBe(
      "Column 'kind' holds 'melon' in row 1, which no training row has; it knows apple, fig. Set preparation.unknown=ignore to let it pass.",
    );
    expect(matrix(strict, strange, rowsFrom(1, 3))).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test('ordinal is the place in the alphabet, scaled; an unknown one lies at the mean', () => {
    const rows = matrix(
      fitWords({ categories: 'ordinal', rareBelow: 0 }, fruit('a', 'b', 'c', 'b')),
      fruit('a', 'b', 'c', 'z'),
    );
    expect(rows.map(([value]) => value)).toEqual([-Math.fround(Math.SQRT2), 0, Math.fround(Math.SQRT2), 0]);
  });

  test('many become codes, and an unknown one has a code too', () => {
    const many = fruit(...Array.from({ length: 120 }, (_, i) => `word ${i % 60}`));
    const fitted = fitWords({ embeddingAbove: 50 }, many);
    expect(fitted.width).toBe(0);
    expect(fitted.embeddings).toMatchObject([{ name: 'kind', size: 61, unknown: 60 }]);
    expect([...fitted.apply(fruit('word 1', 'nobody', null)).codes]).toEqual([1, 60, 60]);
    const withRare = fitWords({ categories: 'embedding' }, known);
    expect([...withRare.apply(strange).codes]).toEqual([2, 3, 0, 2]);
  });

  test('100,000 of them are grouped where rare, and leave the others alone', () => {
    const many = fruit(...Array.from({ length: 100_100 }, (_, i) => (i < 100 ? 'common' : `word ${i}`)));
    expect(fitWords({}, many).embeddings[0]).toMatchObject({ size: 2, categories: ['common', '(rare)'] });
  });

  test('numbers as categories are the same however they are written', () => {
    const numbers = fruit(1, 10, 2, 10, 1, 2);
    const fitted = fitWords({}, numbers);
    expect(fitted.features.map(({ name }) => name)).toEqual(['kind = 1', 'kind = 2', 'kind = 10']);
    const words = {
      rows: 3,
      columns: [
        {
          name: 'kind',
          type: 'text' as const,
          codes: Int32Array.from([0, 1, 2]),
          dictionary: ['10.0', ' 2', 'x'],
        },
      ],
    };
    expect(matrix(fitted, words)).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
});

test('settings of one column hold for it alone; those of no column are refused', () => {
  const table = tableOf([
    { a: 1, b: 1 },
    { a: 2, b: 2 },
    { a: 9, b: 9 },
  ]);
  const fitted = fit(
    { columns: { b: { numbers: 'minMax' } } },
    table,
    { a: 'number', b: 'number' },
    rowsFrom(0, 3),
  );
  expect(fitted.toJSON().steps.map((step) => (step.step === 'number' ? step.scaling.form : ''))).toEqual([
    'linear',
    'affine',
  ]);
  expect(messageOf(() => fit({ columns: { agee: {} } }))).toBe(
    "preparation.columns speaks of 'agee', which is no input column; did you mean 'age'?",
  );
  expect(messageOf(() => fit({ numbers: 'standardize' } as never))).toContain(
    'The settings of the preparation are not right',
  );
});

test('dates as days alone, missing ones at the median, and hours only where times differ', () => {
  const dates = tableOf([{ t: '2024-01-01T06:00' }, { t: '2024-01-02T18:00' }, { t: '2024-01-03T12:00' }]);
  const asDays = fit({ dates: 'number' }, dates, { t: 'date' }, rowsFrom(0, 3));
  expect(asDays.features.map(({ name }) => name)).toEqual(['t: days']);
  const parts = fit({}, dates, { t: 'date' }, rowsFrom(0, 3));
  expect(parts.features.map(({ name }) => name)).toEqual([
    't: days',
    't: day of the month',
    't: weekday (sine)',
    't: weekday (cosine)',
    't: hour (sine)',
    't: hour (cosine)',
  ]);
  const hours = matrix(parts, dates).map((row) => row.slice(-2).map((value) => Number(value.toFixed(6)) + 0));
  expect(hours).toEqual([
    [1, 0],
    [-1, 0],
    [0, -1],
  ]);
  const words = {
    rows: 2,
    columns: [
      { name: 't', type: 'text' as const, codes: Int32Array.from([0, -1]), dictionary: ['3 Jan 2024 12:00'] },
    ],
  };
  expect(matrix(asDays, words)[0]).toEqual(matrix(asDays, dates)[2]);
  // The median of the three is 2024-01-02T18:00.
  expect(matrix(asDays, words)[1]).toEqual(matrix(asDays, dates)[1]);
});
