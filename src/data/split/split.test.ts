import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../table/table.ts';
import { split } from './split.ts';
import { splitInput } from './splitInput.ts';
import { partNames, type Split, type SplitSettings } from './settings.ts';

const shares = { train: 0.6, validation: 0.2, test: 0.2 };
const rowNumbers = (n: number) => Int32Array.from({ length: n }, (_, i) => i);
const together = (made: Split) => partNames.flatMap((part) => [...made[part]]).sort((a, b) => a - b);
const messageOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('every kind of split', () => {
  const inputs = fc.record({
    n: fc.integer({ min: 12, max: 80 }),
    classes: fc.integer({ min: 1, max: 6 }),
    seed: fc.integer({ min: 0, max: 1000 }),
    kind: fc.constantFrom('random', 'stratified', 'group', 'time' as const),
    validation: fc.constantFrom(0, 0.15, 0.3),
    test: fc.constantFrom(0, 0.1, 0.25),
  });

  test('puts each row in one part, and gives the same parts again', () => {
    fc.assert(
      fc.property(inputs, ({ n, classes, seed, kind, validation, test: testShare }) => {
        // The rows of the table need not all take part: every third is left out.
        const rows = rowNumbers(n * 3).filter((row) => row % 3 !== 0);
        const labels = rowNumbers(n * 3).map((row) => row % (classes + 4));
        const settings = { kind, train: 1 - validation - testShare, validation, test: testShare };
        const input = { rows, seed, labels, groups: labels, times: Float64Array.from(labels) };
        const made = split(settings as SplitSettings, input);
        expect(together(made)).toEqual([...rows]);
        expect(split(settings as SplitSettings, input)).toEqual(made);
      }),
    );
  });

  test('another seed divides differently, except by time', () => {
    const input = {
      rows: rowNumbers(50),
      labels: rowNumbers(50).map((row) => row % 3),
      groups: rowNumbers(50),
      times: new Float64Array(50),
    };
    for (const kind of ['random', 'stratified', 'group'] as const)
      expect(split({ kind, ...shares }, { ...input, seed: 1 }).test).not.toEqual(
        split({ kind, ...shares }, { ...input, seed: 2 }).test,
      );
    expect(split({ kind: 'time', ...shares }, { ...input, seed: 1 })).toEqual(
      split({ kind: 'time', ...shares }, { ...input, seed: 2 }),
    );
  });
});

test('test and validation are rounded up, training gets the rest', () => {
  const made = split({ kind: 'random', ...shares }, { rows: rowNumbers(57), seed: 0 });
  expect(partNames.map((part) => made[part].length)).toEqual([33, 12, 12]);
});

test('too few rows, and shares that are none, are refused', () => {
  const few = () => split({ kind: 'random', ...shares }, { rows: rowNumbers(3), seed: 0 });
  expect(messageOf(few)).toBe(
    '3 rows are too few to divide into train 0.6, validation 0.2 and test 0.2; add rows, or set a share to 0.',
  );
  const over = () => split({ kind: 'random', ...shares, test: 0.3 }, { rows: rowNumbers(30), seed: 0 });
  expect(messageOf(over)).toContain('sum to 1.1; set split.train, split.validation and split.test together');
});

describe('stratified', () => {
  test('does not depend on what the classes are called', () => {
    const rows = rowNumbers(90);
    const labels = rows.map((row) => (row * 7) % 4);
    const renamed = labels.map((label) => 900 - 13 * label);
    const settings: SplitSettings = { kind: 'stratified', ...shares };
    expect(split(settings, { rows, seed: 3, labels: renamed })).toEqual(
      split(settings, { rows, seed: 3, labels }),
    );
  });

  test('each class has its share of every part, within one row', () => {
    const labels = rowNumbers(100).map((row) => (row < 60 ? 0 : row < 90 ? 1 : 2));
    const made = split({ kind: 'stratified', ...shares }, { rows: rowNumbers(100), seed: 5, labels });
    const counts = partNames.map((part) =>
      [0, 1, 2].map((label) => made[part].filter((row) => labels[row] === label).length),
    );
    expect(counts).toEqual([
      [36, 18, 6],
      [12, 6, 2],
      [12, 6, 2],
    ]);
  });

  test('a class of two rows is learnt from, and that is said', () => {
    const labels = rowNumbers(40).map((row) => (row < 2 ? 7 : row % 2));
    const made = split({ kind: 'stratified', ...shares }, { rows: rowNumbers(40), seed: 0, labels });
    expect([...made.train]).toEqual(expect.arrayContaining([0, 1]));
    expect(made.warnings.map(({ text }) => text)).toEqual([
      'One class has fewer than 3 rows, too few to be in every part: their rows are all in the training part, and no score speaks of them.',
    ]);
  });

  test('where nearly every row is its own class, the split is random, and that is said', () => {
    const rows = rowNumbers(30);
    const made = split({ kind: 'stratified', ...shares }, { rows, seed: 1, labels: rows });
    expect(made.test).toEqual(split({ kind: 'random', ...shares }, { rows, seed: 1 }).test);
    expect(made.warnings.map(({ code }) => code)).toEqual(['not-stratified']);
  });
});

describe('group', () => {
  test('no group is in two parts, and every part has rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 60 }),
        fc.nat(99),
        (drawn, seed) => {
          const groups = Int32Array.from([0, 1, 2, ...drawn]);
          const made = split({ kind: 'group', ...shares }, { rows: rowNumbers(groups.length), seed, groups });
          const sets = partNames.map((part) => new Set(Array.from(made[part], (row) => groups[row])));
          expect(sets[0].size + sets[1].size + sets[2].size).toBe(new Set(groups).size);
          expect(sets.every((set) => set.size > 0)).toBe(true);
        },
      ),
    );
  });

  test('many small groups come near the shares of rows', () => {
    const groups = rowNumbers(200).map((row) => Math.floor(row / 4));
    const made = split({ kind: 'group', ...shares }, { rows: rowNumbers(200), seed: 0, groups });
    expect(partNames.map((part) => made[part].length)).toEqual([120, 40, 40]);
  });

  test('fewer groups than parts are refused', () => {
    const groups = rowNumbers(20).map((row) => row % 2);
    const few = () =>
      split({ kind: 'group', column: 'patient', ...shares }, { rows: rowNumbers(20), seed: 0, groups });
    expect(messageOf(few)).toContain("Column 'patient' has only 2 groups, too few for 3 parts");
  });
});

test('by time, the latest rows are tested on; rows without a time are the earliest', () => {
  const times = Float64Array.from([5, 9, NaN, 1, 7, 3, 8, 2, 6, 4]);
  const made = split({ kind: 'time', column: 'day', ...shares }, { rows: rowNumbers(10), seed: 0, times });
  expect([made.train, made.validation, made.test].map((rows) => [...rows])).toEqual([
    [2, 3, 7, 5, 9, 0],
    [8, 4],
    [6, 1],
  ]);
  expect(made.warnings[0].text).toBe(
    "1 rows have no value in 'day', the column of time: they are taken as the earliest.",
  );
});

describe('by a column', () => {
  const table = (words: readonly (string | null)[]): Table => {
    const dictionary = [...new Set(words.filter((word) => word !== null))];
    const codes = Int32Array.from(words, (word) => (word === null ? -1 : dictionary.indexOf(word)));
    return { rows: words.length, columns: [{ name: 'part', type: 'text', codes, dictionary }] };
  };
  const settings: SplitSettings = { kind: 'column', column: 'part', ...shares };
  const splitBy = (words: readonly (string | null)[]) => {
    const basis = { rows: rowNumbers(words.length), seed: 0, target: 'y', task: 'regression' } as const;
    return split(settings, splitInput(settings, table(words), basis));
  };

  test('takes all usual words in any case', () => {
    const made = splitBy(['Train', 'val', 'TEST', 'train ', 'valid', 'dev', 'validation', 'training']);
    expect([made.train, made.validation, made.test].map((rows) => [...rows])).toEqual([
      [0, 3, 7],
      [1, 4, 5, 6],
      [2],
    ]);
  });

  test('refuses anything else with the value and the row', () => {
    expect(messageOf(() => splitBy(['train', 'train', 'tset']))).toBe(
      "Column 'part' says 'tset' in row 3; a split column says train, validation or test in every row.",
    );
    expect(messageOf(() => splitBy(['train', null, 'test']))).toContain("Column 'part' is empty in row 2");
    expect(messageOf(() => splitBy(['test', 'test']))).toContain('says train in no row');
  });
});

test('what a split goes by is looked up in the table', () => {
  const table: Table = {
    rows: 4,
    columns: [{ name: 'y', type: 'number', values: Float64Array.from([3, 1, 3, NaN]) }],
  };
  const basis = { rows: rowNumbers(3), seed: 0, target: 'y', task: 'classification' } as const;
  expect(splitInput({ kind: 'stratified', ...shares }, table, basis).labels).toEqual(
    Int32Array.from([0, 1, 0, -1]),
  );
  expect(messageOf(() => splitInput({ kind: 'group', column: 'x', ...shares }, table, basis))).toBe(
    "There is no column called 'x'; did you mean 'y'?",
  );
});

test('a few numbers are put into bins that every part can have rows of', () => {
  const table: Table = {
    rows: 15,
    columns: [{ name: 'y', type: 'number', values: Float64Array.from({ length: 15 }, (_, i) => i * i) }],
  };
  const basis = { rows: rowNumbers(15), seed: 0, target: 'y', task: 'regression' } as const;
  const input = splitInput({ kind: 'stratified', ...shares }, table, basis);
  expect([...input.labels!]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  expect(split({ kind: 'stratified', ...shares }, input).warnings).toEqual([]);
});
