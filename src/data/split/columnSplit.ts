import { NeumannError } from '../../errors.ts';
import { partNames, type Part, type Split, type SplitInput, type SplitSettings } from './settings.ts';

const spellings: Readonly<Record<Part, readonly string[]>> = {
  train: ['train', 'training'],
  validation: ['validation', 'val', 'valid', 'dev'],
  test: ['test', 'testing'],
};
const partOfWord = new Map(partNames.flatMap((part) => spellings[part].map((word) => [word, part] as const)));

/**
 * Takes each row's part from a column that says train, validation (val, valid, dev) or test, in any case. Shares don't
 * count here; a part may be empty, except training.
 * @throws NeumannError for any other word, or none, with the row (counted from 1)
 */
export function columnSplit(settings: SplitSettings, { rows, parts }: SplitInput): Split {
  const name = settings.column ?? 'split';
  if (!parts) throw new NeumannError('split', 'A split by a column needs to know which; set split.column.');
  const partOfCode = parts.dictionary.map((word) => partOfWord.get(word.trim().toLowerCase()));
  const found: Record<Part, number[]> = { train: [], validation: [], test: [] };
  for (const row of rows) {
    const part = partOfCode[parts.codes[row]];
    if (!part) throw notAPart(name, parts.dictionary[parts.codes[row]], row);
    found[part].push(row);
  }
  if (found.train.length < 2) throw noTraining(name, found.train.length);
  const rowsOf = (part: Part) => Int32Array.from(found[part]);
  return { train: rowsOf('train'), validation: rowsOf('validation'), test: rowsOf('test'), warnings: [] };
}

function notAPart(name: string, word: string | undefined, row: number): NeumannError {
  const what = word === undefined ? 'is empty' : `says '${word}'`;
  return new NeumannError(
    'split-column',
    `Column '${name}' ${what} in row ${row + 1}; a split column says train, validation or test in every row.`,
  );
}

function noTraining(name: string, rows: number): NeumannError {
  const count = rows === 0 ? 'no row' : 'only one row';
  return new NeumannError(
    'split-column',
    `Column '${name}' says train in ${count}; training needs at least two.`,
  );
}
