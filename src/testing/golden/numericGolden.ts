import * as numeric from '../../numeric/index.ts';
import { digest } from './digest.ts';
import { wideRange } from './wideRange.ts';

const functions: Readonly<Record<string, (x: number) => number>> = {
  erf: numeric.erf,
  erfc: numeric.erfc,
  exp: numeric.exp,
  expm1: numeric.expm1,
  log: numeric.log,
  log1p: numeric.log1p,
  sigmoid: numeric.sigmoid,
  softplus: numeric.softplus,
  tanh: numeric.tanh,
  sin: numeric.sin,
  cos: numeric.cos,
};

/** Results of src/numeric in float64, one hash a function. */
export function* numericGolden(): Generator<readonly [name: string, hash: string]> {
  const numbers = wideRange(1000, 4);
  for (const [name, apply] of Object.entries(functions)) {
    yield [`numeric ${name}`, digest([Float64Array.from(numbers, apply)])];
  }
  const some = wideRange(60, 2);
  yield ['numeric pow', digest(some.map((x) => Float64Array.from(some, (y) => numeric.pow(Math.abs(x), y))))];
  const shares = Float64Array.from({ length: 4097 }, (_, i) => numeric.normalQuantile(i / 4096));
  yield ['numeric normalQuantile', digest([shares])];
  yield [
    'numeric sum and dot',
    digest([Float64Array.of(numeric.sum(shares.subarray(1, -1)), numeric.dot(some.slice(7), some.slice(7)))]),
  ];
  yield ['random streams', digest(streams())];
  yield ['random permutation', digest([numeric.permutation(7, 'golden', 3, 10_000)])];
}

function* streams(): Generator<Float64Array> {
  const stream = numeric.randomStream(2 ** 40 + 7, 'golden', 'weights');
  yield Float64Array.from({ length: 2000 }, (_, i) => stream.uniform(i));
  yield Float64Array.from({ length: 2000 }, (_, i) => stream.normal(i));
}
