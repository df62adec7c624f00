import { folds, split, type Fold, type FoldSettings } from '../../data/split/index.ts';
import type { ConformanceOutcome, ReadOracle } from './outcome.ts';
import { readCases } from './cases.ts';

interface SplitCase {
  readonly y: readonly number[];
  readonly test_size: number;
  readonly n_train: number;
  readonly n_test: number;
  readonly class_counts: readonly number[];
  readonly test_count_min: readonly number[];
  readonly test_count_max: readonly number[];
}
interface FoldCase {
  readonly y: readonly number[];
  readonly k: number;
  readonly kfold?: readonly number[];
  readonly stratified?: readonly number[];
  readonly stratified_class_counts_by_fold?: readonly (readonly number[])[];
  readonly time_series_test_fold?: readonly number[];
}
type Verdict = Pick<ConformanceOutcome, 'case' | 'status' | 'detail'>;

const seeds = [0, 1, 2, 3, 4, 5, 6, 7];

/** Sizes and class counts of stratified splits, and folds: exact without shuffling, their class counts with it. */
export async function* checkSplits(read: ReadOracle): AsyncGenerator<ConformanceOutcome> {
  for (const { file, cases } of await readCases<SplitCase | FoldCase>(read, 'splits')) {
    for (const [index, each] of cases.entries()) {
      for (const verdict of checkCase(each)) {
        yield { file, executor: 'none', ...verdict, case: `${index}: ${verdict.case}` };
      }
    }
  }
}

function checkCase(each: SplitCase | FoldCase): Verdict[] {
  if ('test_size' in each) return [checkSplit(each)];
  if ('k' in each) return checkFolds(each);
  return [{ case: Object.keys(each).join(', '), status: 'unsupported', detail: 'neither a split nor folds' }];
}

function checkSplit(each: SplitCase): Verdict {
  const labels = Int32Array.from(each.y);
  const rows = labels.map((_, row) => row);
  const shares = { train: 1 - each.test_size, validation: 0, test: each.test_size };
  const problems = seeds.flatMap((seed) => {
    const { train, test } = split({ kind: 'stratified', ...shares }, { rows, seed, labels });
    const counts = each.class_counts.map((_, label) => count(test, labels, label));
    const sized = train.length === each.n_train && test.length === each.n_test;
    const within = counts.every(
      (n, label) => n >= each.test_count_min[label] && n <= each.test_count_max[label],
    );
    return sized && within && isPartition([train, test], rows)
      ? []
      : [`seed ${seed}: ${test.length} test rows, ${counts.join(' ')} by class`];
  });
  return verdictOf(`stratified, test ${each.test_size} of ${rows.length}`, problems);
}

function checkFolds(each: FoldCase): Verdict[] {
  const { k, y } = each;
  const labels = Int32Array.from(y);
  const rows = labels.map((_, row) => row);
  const made = (settings: Omit<FoldSettings, 'folds'>, seed = 0) =>
    folds({ ...settings, folds: k, smallClasses: 'spread' }, { rows, seed, labels });
  const exact = (name: string, kind: FoldSettings['kind'], expected?: readonly number[]): Verdict[] => {
    if (!expected) return [];
    const actual = foldOf(made({ kind, shuffle: false }), rows.length);
    const wrong = expected.findIndex((fold, row) => fold !== actual[row]);
    return [
      verdictOf(
        `${name}, k ${k}`,
        wrong < 0 ? [] : [`row ${wrong} is in fold ${actual[wrong]}, expected ${expected[wrong]}`],
      ),
    ];
  };
  const byFold = each.stratified_class_counts_by_fold;
  const shuffled = seeds.filter((seed) => {
    const counts = made({ kind: 'stratified' }, seed).map((fold) =>
      byFold?.[0].map((_, label) => count(fold.validation, labels, label)),
    );
    return JSON.stringify(counts) !== JSON.stringify(byFold);
  });
  return [
    ...exact('KFold', 'plain', each.kfold),
    ...exact('StratifiedKFold', 'stratified', each.stratified),
    ...exact('TimeSeriesSplit', 'time', each.time_series_test_fold),
    ...(byFold
      ? [
          verdictOf(
            `StratifiedKFold shuffled, k ${k}`,
            shuffled.map((seed) => `class counts differ with seed ${seed}`),
          ),
        ]
      : []),
  ];
}

/** The fold in which each row is measured on; -1 where it never is. */
function foldOf(made: readonly Fold[], rows: number): Int32Array {
  const result = new Int32Array(rows).fill(-1);
  made.forEach(({ validation }, fold) => validation.forEach((row) => (result[row] = fold)));
  return result;
}

function count(rows: Int32Array, labels: Int32Array, label: number): number {
  return rows.filter((row) => labels[row] === label).length;
}

function isPartition(parts: readonly Int32Array[], rows: Int32Array): boolean {
  const together = Int32Array.from(parts.flatMap((part) => [...part])).sort();
  return together.length === rows.length && together.every((row, i) => row === rows[i]);
}

function verdictOf(name: string, problems: readonly string[]): Verdict {
  return problems.length === 0
    ? { case: name, status: 'passed' }
    : { case: name, status: 'failed', detail: problems[0] };
}
