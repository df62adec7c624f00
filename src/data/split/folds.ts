import { NeumannError } from '../../errors.ts';
import { permutation } from '../../numeric/index.ts';
import { classCounts } from './classCounts.ts';
import type { Fold } from './fold.ts';
import { groupFolds } from './groupFolds.ts';
import { plainFolds } from './plainFolds.ts';
import type { SplitInput } from './settings.ts';
import { stratifiedFolds } from './stratifiedFolds.ts';
import { timeFolds } from './timeFolds.ts';

export interface FoldSettings {
  /** `stratified` keeps the shares of the classes, `group` keeps groups together, `time` never learns from the future. */
  readonly kind: 'plain' | 'stratified' | 'group' | 'time';
  /** How many folds: 2 or more. */
  readonly folds: number;
  /** False keeps the table's order (scikit-learn's default); true, the default, deals rows by chance. Time is never shuffled. */
  readonly shuffle?: boolean;
  /** All folds anew so many times, each time shuffled differently; 1 when left out. */
  readonly repeats?: number;
  /** Classes with fewer rows than folds: refused, or spread over as many folds as they have rows. */
  readonly smallClasses?: 'refuse' | 'spread';
}

/**
 * Cuts rows into folds, each of which is the validation part once: a pure function of its arguments, with scikit-learn's
 * allocation (KFold, StratifiedKFold, GroupKFold, TimeSeriesSplit).
 * @throws NeumannError for fewer rows, groups or rows of a class than folds
 */
export function folds(settings: FoldSettings, input: SplitInput): Fold[] {
  const { folds: count, repeats = 1, kind, shuffle = true } = settings;
  const { rows } = input;
  if (!Number.isInteger(count) || count < 2 || rows.length < count + (kind === 'time' ? 1 : 0))
    throw new NeumannError(
      'folds',
      `${rows.length} rows can't be cut into ${count} folds; ask for 2 or more, and fewer than there are rows.`,
    );
  if (kind === 'time') return timeFolds(inOrderOfTime(input), count);
  return Array.from({ length: repeats }, (_, repeat) => {
    const order = shuffle ? permutation(input.seed, 'folds', repeat, rows.length) : undefined;
    return foldsOf(rows, count, assignment(settings, input, order));
  }).flat();
}

/** The fold in which each of `rows` is the validation part. */
function assignment(
  settings: FoldSettings,
  { rows, labels, groups }: SplitInput,
  order?: Int32Array,
): Int32Array {
  switch (settings.kind) {
    case 'stratified':
      return stratifiedFolds(
        classCounts(rows, given(labels, 'classes')),
        settings.folds,
        order,
        settings.smallClasses,
      );
    case 'group':
      return groupFolds(classCounts(rows, given(groups, 'groups')), settings.folds, order);
    default:
      return plainFolds(rows.length, settings.folds, order);
  }
}

function given(values: Int32Array | undefined, what: string): Int32Array {
  if (values) return values;
  throw new NeumannError('folds', `Folds by ${what} need to know them; give ${what}, or choose plain folds.`);
}

function inOrderOfTime({ rows, times }: SplitInput): Int32Array {
  if (!times) return rows;
  const time = (row: number) => (Number.isNaN(times[row]) ? -Infinity : times[row]);
  return rows.toSorted((a, b) => (time(a) === time(b) ? a - b : time(a) < time(b) ? -1 : 1));
}

function foldsOf(rows: Int32Array, count: number, foldOf: Int32Array): Fold[] {
  return Array.from({ length: count }, (_, fold) => ({
    train: rows.filter((_row, position) => foldOf[position] !== fold),
    validation: rows.filter((_row, position) => foldOf[position] === fold),
  }));
}
