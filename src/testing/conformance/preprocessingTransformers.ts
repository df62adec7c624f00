import {
  discretiseOptions,
  fitBins,
  fitScaler,
  normaliseRow,
  polynomialRow,
  polynomialTerms,
  type FittedScaler,
  type ScalerChoice,
} from '../../data/prepare/index.ts';
import { numbers, renamed, type Renaming } from './cases.ts';
import {
  compareColumns,
  matrixOf,
  matrixOfRows,
  rowsOf,
  verdictOf,
  type Comparison,
  type Matrix,
  type TensorJson,
  type Verdict,
} from './preprocessingMatrix.ts';

export interface TransformerCase {
  readonly transformer: string;
  readonly options: Record<string, unknown>;
  readonly fitted: Record<string, unknown>;
  readonly train: TensorJson;
  readonly test: TensorJson;
  readonly inverse_of_test?: TensorJson;
  readonly tol64?: number;
  readonly tol64_by_column?: readonly number[];
}

/** A scikit-learn transformer made of ours: matrices in, matrices out, and what was fitted under scikit-learn's names. */
interface Transformer {
  apply(matrix: Matrix): Matrix;
  invert?(matrix: Matrix): Matrix;
  readonly fitted: Record<string, readonly ArrayLike<number>[]>;
}
type Build = (options: Record<string, unknown>, train: Matrix) => Transformer | undefined;

/** Options that change how scikit-learn computes, not what. */
const indifferent = ['copy', 'subsample', 'random_state', 'dtype', 'order', 'ignore_implicit_zeros'];

const builders: Record<string, Build> = {
  StandardScaler: scaler(
    'standardise',
    { with_mean: 'center', with_std: 'scale' },
    (scalers, { center, scale }) => ({
      ...(center !== false && { mean_: scalers.map((each) => [linearOf(each).center]) }),
      ...(scale !== false && { scale_: scalers.map((each) => [linearOf(each).scale]) }),
    }),
  ),
  MinMaxScaler: scaler('minMax', { feature_range: 'range', clip: 'clip' }, (scalers) => ({
    scale_: scalers.map((each) => [partOf(each, 'affine').factor]),
    min_: scalers.map((each) => [partOf(each, 'affine').offset]),
  })),
  MaxAbsScaler: scaler('maxAbs', {}, (scalers) => ({
    scale_: scalers.map((each) => [linearOf(each).scale]),
  })),
  RobustScaler: scaler(
    'robust',
    {
      with_centering: 'center',
      with_scaling: 'scale',
      quantile_range: 'range',
      unit_variance: 'unitVariance',
    },
    (scalers, { center, scale }) => ({
      ...(center !== false && { center_: scalers.map((each) => [linearOf(each).center]) }),
      ...(scale !== false && { scale_: scalers.map((each) => [linearOf(each).scale]) }),
    }),
  ),
  QuantileTransformer: scaler(
    'quantile',
    { n_quantiles: 'quantiles', output_distribution: 'output' },
    (scalers) => ({ quantiles_: scalers.map((each) => partOf(each, 'quantile').quantiles) }),
    { quantiles: 1000, output: 'uniform' },
  ),
  PowerTransformer: scaler(
    'power',
    {
      method: (value) => ['method', value === 'box-cox' ? 'boxCox' : 'yeoJohnson'],
      standardize: 'standardise',
    },
    (scalers) => ({ lambdas_: scalers.map((each) => [partOf(each, 'power').lambda]) }),
  ),
  Normalizer: ({ norm = 'l2', ...rest }) =>
    isNothing(rest) && (norm === 'l1' || norm === 'l2' || norm === 'max')
      ? {
          fitted: {},
          apply: (matrix) =>
            matrixOfRows(
              rowsOf(matrix).map((row) => normaliseRow(norm, row)),
              matrix.length,
            ),
        }
      : undefined,
  PolynomialFeatures: polynomial,
  KBinsDiscretizer: bins,
};

export function checkTransformer(each: TransformerCase, train: Matrix, test: Matrix): Verdict {
  const options = Object.fromEntries(
    Object.entries(each.options).filter(([name]) => !indifferent.includes(name)),
  );
  const transformer = builders[each.transformer]?.(options, train);
  if (!transformer)
    return { status: 'unsupported', detail: `${each.transformer} with ${JSON.stringify(options)}` };
  const { apply, invert, fitted } = transformer;
  const tolerance = (column: number) => each.tol64_by_column?.[column] ?? each.tol64 ?? 1e-10;
  const comparisons = [
    ...compareFitted(each.fitted, fitted, tolerance),
    ...compareColumns('train', apply(train), matrixOf(each.train), tolerance, 1e-12),
    ...compareColumns('test', apply(test), matrixOf(each.test), tolerance, 1e-12),
  ];
  if (each.inverse_of_test && invert)
    comparisons.push(
      ...compareColumns('inverse', invert(apply(test)), matrixOf(each.inverse_of_test), tolerance, 0),
    );
  return verdictOf(comparisons);
}

function compareFitted(
  expected: Record<string, unknown>,
  fitted: Transformer['fitted'],
  tolerance: (column: number) => number,
): Comparison[] {
  return Object.entries(fitted).flatMap(([name, columns]) => {
    const reference = expected[name];
    if (!Array.isArray(reference) || reference.length === 0) return [];
    const byColumn =
      name === 'quantiles_'
        ? matrixOfRows(reference.map(numbers))
        : reference.map((each) => numbers([each].flat()));
    return columns.map((actual, i) => ({
      what: `${name}, column ${i}`,
      actual,
      expected: byColumn[i],
      tolerance: tolerance(i),
      slack: 0,
    }));
  });
}

type FittedNames = (
  scalers: readonly FittedScaler[],
  options: Record<string, unknown>,
) => Transformer['fitted'];

function scaler(
  name: string,
  names: Renaming,
  fitted: FittedNames,
  defaults: Record<string, unknown> = {},
): Build {
  return (given, train) => {
    const options = renamed(given, names);
    if (!options) return undefined;
    const scalers = train.map((column) =>
      fitScaler({ name, ...defaults, ...options } as ScalerChoice, column),
    );
    return {
      fitted: fitted(scalers, options),
      apply: (matrix) => matrix.map((column, i) => column.map(scalers[i].apply)),
      invert: (matrix) => matrix.map((column, i) => column.map(scalers[i].invert)),
    };
  };
}

function partOf<Form extends 'linear' | 'affine' | 'quantile' | 'power'>(fitted: FittedScaler, form: Form) {
  const scaling = fitted.toJSON();
  if (scaling.form !== form) throw new TypeError(`a ${scaling.form} scaling where ${form} was expected`);
  return scaling as Extract<typeof scaling, { form: Form }>;
}

const linearOf = (fitted: FittedScaler) => partOf(fitted, 'linear');

function isNothing(rest: Record<string, unknown>): boolean {
  return Object.keys(rest).length === 0;
}

function polynomial(given: Record<string, unknown>, train: Matrix): Transformer | undefined {
  const { degree = 2, interaction_only: interactionOnly = false, include_bias: bias = true, ...rest } = given;
  if (!isNothing(rest)) return undefined;
  const range = typeof degree === 'number' ? ([0, degree] as const) : (degree as readonly [number, number]);
  const terms = polynomialTerms(
    { degree: range, interactionOnly: interactionOnly === true, bias: bias === true },
    train.length,
  );
  return {
    fitted: {},
    apply: (matrix) =>
      matrixOfRows(
        rowsOf(matrix).map((row) => polynomialRow(terms, row)),
        terms.length,
      ),
  };
}

function bins(given: Record<string, unknown>, train: Matrix): Transformer | undefined {
  const { encode = 'onehot', ...rest } = given;
  const options = renamed(rest, {
    n_bins: 'bins',
    strategy: (value) => ['strategy', value === 'kmeans' ? 'kMeans' : value],
  });
  if (!options || typeof options.bins === 'object') return undefined;
  const fitted = train.map((column) => fitBins(discretiseOptions.parse(options), column));
  const ordinal = (matrix: Matrix) => matrix.map((column, i) => column.map(fitted[i].apply));
  const centers = (matrix: Matrix) => matrix.map((column, i) => column.map(fitted[i].invert));
  const found = {
    bin_edges_: fitted.map(({ edges }) => edges),
    n_bins_: fitted.map(({ edges }) => [edges.length - 1]),
  };
  if (encode === 'ordinal') return { fitted: found, apply: ordinal, invert: centers };
  const counts = fitted.map(({ edges }) => edges.length - 1);
  return {
    fitted: found,
    apply: (matrix) => ordinal(matrix).flatMap((column, i) => indicators(column, counts[i])),
    invert: (matrix) => centers(codesOf(matrix, counts)),
  };
}

function indicators(codes: Float64Array, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, bin) => codes.map((code) => (code === bin ? 1 : 0)));
}

function codesOf(matrix: Matrix, counts: readonly number[]): Matrix {
  let start = 0;
  return counts.map((count) => {
    const columns = matrix.slice(start, (start += count));
    return columns[0].map((_, row) => columns.findIndex((column) => column[row] === 1));
  });
}
