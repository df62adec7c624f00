import { NeumannError } from '../../errors.ts';
import type { Warning } from '../table/table.ts';
import { partSizes, type Split, type SplitInput, type SplitSettings } from './settings.ts';

/**
 * The latest rows are the test part, those before them validation, the earliest training: no chance, and nothing learnt
 * from the future. Rows of one time stay in the table's order; rows without a time count as the earliest. The rows of each
 * part are in order of time.
 */
export function timeSplit(settings: SplitSettings, { rows, times }: SplitInput): Split {
  if (!times)
    throw new NeumannError('split', 'A split by time needs to know the column of time; set split.column.');
  const { train, validation } = partSizes(rows.length, settings);
  const time = (row: number) => (Number.isNaN(times[row]) ? -Infinity : times[row]);
  const ordered = rows.toSorted((a, b) => (time(a) === time(b) ? a - b : time(a) < time(b) ? -1 : 1));
  return {
    train: ordered.slice(0, train),
    validation: ordered.slice(train, train + validation),
    test: ordered.slice(train + validation),
    warnings: missingTimes(rows, times, settings),
  };
}

function missingTimes(rows: Int32Array, times: Float64Array, { column }: SplitSettings): Warning[] {
  const missing = rows.reduce((count, row) => count + (Number.isNaN(times[row]) ? 1 : 0), 0);
  if (missing === 0) return [];
  const text = `${missing} rows have no value in '${column}', the column of time: they are taken as the earliest.`;
  return [{ code: 'missing-times', text, column: column ?? undefined }];
}
