import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import { log, log1p, sum } from '../../../numeric/index.ts';
import { minimizeConvex } from '../numbers/minimizeConvex.ts';
import { deviationScale, moments } from '../numbers/moments.ts';
import { defineScaler } from './define.ts';
import { powered, powerOfLog, type PowerScaling } from './powerScaling.ts';

/**
 * scikit-learn's PowerTransformer: lambda is where the transformed column is most likely normal. A constant column keeps
 * lambda 1. Lambda is the result of a search and agrees to some seven digits.
 */
export const power = defineScaler({
  name: 'power',
  summary:
    'A power of x, found from the data, that makes a skewed column nearly normal; then mean 0 and deviation 1.',
  formula: 'x >= 0: ((x + 1)^lambda - 1) / lambda;  x < 0: -((1 - x)^(2 - lambda) - 1) / (2 - lambda)',
  options: z.strictObject({
    method: z
      .enum(['yeoJohnson', 'boxCox'])
      .default('yeoJohnson')
      .describe('Yeo-Johnson takes all numbers, Box-Cox positive ones alone.'),
    standardise: z.boolean().default(true).describe('Whether to give the result mean 0 and deviation 1.'),
  }),
  scaling({ method, standardise }, values): PowerScaling {
    if (method === 'boxCox' && values.some((value) => value <= 0))
      throw new NeumannError(
        'preparation',
        'Box-Cox takes positive numbers alone, and the column has others; choose the method yeoJohnson.',
      );
    const lambda = bestLambda(method, values);
    const transformed = values.map((value) => powered({ method, lambda }, value));
    const found = moments(transformed);
    const [center, scale] = standardise ? [found.mean, deviationScale(found, values.length)] : [0, 1];
    return { form: 'power', method, lambda, center, scale };
  },
});

function bestLambda(method: PowerScaling['method'], values: Float64Array): number {
  const found = moments(values);
  if (deviationScale(found, values.length) !== found.deviation) return 1;
  return minimizeConvex(method === 'boxCox' ? boxCoxCost(values) : yeoJohnsonCost(values), 0, 1);
}

/** Minus the log-likelihood of lambda under normality, up to a constant: n/2 log variance(y) - log Jacobian. */
function boxCoxCost(values: Float64Array): (lambda: number) => number {
  const logs = values.map(log);
  const jacobian = sum(logs);
  return (lambda) => halfLogVariance(logs.map((each) => powerOfLog(each, lambda))) - (lambda - 1) * jacobian;
}

function yeoJohnsonCost(values: Float64Array): (lambda: number) => number {
  const logs = values.map((value) => log1p(Math.abs(value)));
  const jacobian = sum(logs.map((each, i) => (values[i] < 0 ? -each : each)));
  const transform = (lambda: number) =>
    logs.map((each, i) => (values[i] < 0 ? -powerOfLog(each, 2 - lambda) : powerOfLog(each, lambda)));
  return (lambda) => halfLogVariance(transform(lambda)) - (lambda - 1) * jacobian;
}

/** Infinity where the transform leaves float64, or makes all values one. */
function halfLogVariance(values: Float64Array): number {
  const { deviation } = moments(values);
  return deviation > 0 && Number.isFinite(deviation) ? values.length * log(deviation) : Infinity;
}
