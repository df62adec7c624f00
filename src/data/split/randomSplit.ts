import { permutation } from '../../numeric/index.ts';
import { partSizes, type Split, type SplitInput, type SplitSettings } from './settings.ts';

/** Divides the rows by chance. The rows of each part stay in the table's order. */
export function randomSplit(settings: SplitSettings, { rows, seed }: SplitInput): Split {
  const sizes = partSizes(rows.length, settings);
  const order = permutation(seed, 'split', 0, rows.length);
  const part = (start: number, size: number) =>
    order
      .slice(start, start + size)
      .sort()
      .map((position) => rows[position]);
  return {
    test: part(0, sizes.test),
    validation: part(sizes.test, sizes.validation),
    train: part(sizes.test + sizes.validation, sizes.train),
    warnings: [],
  };
}
