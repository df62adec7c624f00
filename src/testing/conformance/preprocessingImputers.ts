import { fitNumberImputer, fitWordImputer, type FillStrategy } from '../../data/prepare/index.ts';
import { numbers } from './cases.ts';
import {
  compareColumns,
  matrixOf,
  verdictOf,
  type Matrix,
  type TensorJson,
  type Verdict,
} from './preprocessingMatrix.ts';

type Words = readonly (readonly (string | null)[])[];

export interface ImputerCase {
  readonly transformer: 'SimpleImputer';
  readonly options: {
    readonly strategy?: string;
    readonly fill_value?: number | string;
    readonly missing_values?: number | string | null;
    readonly add_indicator?: boolean;
    readonly keep_empty_features?: boolean;
    readonly [other: string]: unknown;
  };
  readonly given: TensorJson | Words;
  readonly given_test?: TensorJson | Words;
  readonly fitted: { readonly statistics_?: readonly (number | string | null)[] };
  readonly train: TensorJson | Words;
  readonly test?: TensorJson | Words;
  readonly tol64?: number;
}

const strategies: Record<string, FillStrategy> = {
  mean: 'mean',
  median: 'median',
  most_frequent: 'mostFrequent',
  constant: 'constant',
};
const known = [
  'strategy',
  'fill_value',
  'missing_values',
  'add_indicator',
  'keep_empty_features',
  'copy',
  'verbose',
];

export function checkImputer(each: ImputerCase): Verdict {
  const other = Object.keys(each.options).filter((name) => !known.includes(name));
  const strategy = strategies[each.options.strategy ?? 'mean'];
  if (other.length > 0 || !strategy)
    return { status: 'unsupported', detail: `SimpleImputer with ${JSON.stringify(each.options)}` };
  return Array.isArray(each.given) ? checkWords(each, strategy) : checkNumbers(each, strategy);
}

function checkNumbers(each: ImputerCase, strategy: FillStrategy): Verdict {
  const { options, fitted } = each;
  const read = (tensor: unknown) => withMissing(matrixOf(tensor as TensorJson), options.missing_values);
  const train = read(each.given);
  const imputers = train.map((column) =>
    fitNumberImputer({ strategy, constant: Number(options.fill_value ?? 0) }, column),
  );
  const fills = imputers.map(({ fill }) => fill ?? (options.keep_empty_features ? 0 : NaN));
  const lacking = train.map((column) => column.some(Number.isNaN));
  const apply = (matrix: Matrix): Matrix => [
    ...matrix
      .map((column, i) => column.map((value) => (Number.isNaN(value) ? fills[i] : value)))
      .filter((_, i) => !Number.isNaN(fills[i])),
    ...(options.add_indicator
      ? matrix
          .filter((_, i) => lacking[i])
          .map((column) => column.map((value) => (Number.isNaN(value) ? 1 : 0)))
      : []),
  ];
  const tolerance = () => each.tol64 ?? 1e-10;
  const statistics = fitted.statistics_?.map((value) => value ?? NaN);
  return verdictOf([
    ...(statistics
      ? [
          {
            what: 'statistics',
            actual: fills,
            expected: numbers(statistics),
            tolerance: tolerance(),
            slack: 0,
          },
        ]
      : []),
    ...compareColumns('train', apply(train), matrixOf(each.train as TensorJson), tolerance, 1e-12),
    ...(each.test
      ? compareColumns(
          'test',
          apply(read(each.given_test)),
          matrixOf(each.test as TensorJson),
          tolerance,
          1e-12,
        )
      : []),
  ]);
}

/** scikit-learn may be told that a number stands for a missing one. */
function withMissing(matrix: Matrix, missing: unknown): Matrix {
  if (typeof missing !== 'number') return matrix;
  return matrix.map((column) => column.map((value) => (value === missing ? NaN : value)));
}

function checkWords(each: ImputerCase, strategy: FillStrategy): Verdict {
  const { options, fitted } = each;
  if (strategy !== 'mostFrequent' && strategy !== 'constant')
    return { status: 'unsupported', detail: `the ${strategy} of words` };
  const given = each.given as Words;
  const read = (word: string | null) => (word === options.missing_values ? null : word);
  const imputers = given[0].map((_, i) =>
    fitWordImputer(
      { strategy, constant: String(options.fill_value ?? 'missing_value') },
      given.map((row) => read(row[i])),
    ),
  );
  const apply = (rows: Words) => rows.map((row) => row.map((word, i) => imputers[i].apply(read(word))));
  const pairs: [string, unknown, unknown][] = [
    ['statistics', imputers.map(({ fill }) => fill), fitted.statistics_],
    ['train', apply(given), each.train],
    ['test', each.given_test && apply(each.given_test as Words), each.test],
  ];
  const off = pairs.find(([, actual, expected]) => JSON.stringify(actual) !== JSON.stringify(expected));
  return off ? { status: 'failed', detail: `${off[0]}: ${JSON.stringify(off[1])}` } : { status: 'passed' };
}
