import type { Value } from '../graph/graphBuilder.ts';
import type { Arithmetic } from './arithmetic.ts';

/** A ratio of two polynomials, from the constant term up. */
interface Ratio {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** Wichura's AS 241 (see `normalQuantile`). Shares nearer to 0 or 1 than 1e-7 count as that near, so its far tail is never met. */
const central: Ratio = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};
const tail: Ratio = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const NEAREST = 1e-7 - 2 ** -52;

/** The standard normal's quantile of a share, within ±5.2. */
export function normalQuantileGraph(math: Arithmetic, share: Value): Value {
  const bounded = math.clip(share, NEAREST, 1 - NEAREST);
  const q = math.subtract(bounded, 0.5);
  const size = math.apply('Abs', q);
  const middle = math.multiply(q, ratio(math, math.subtract(0.180625, math.multiply(q, q)), central));
  const outside = math.subtract(0.5, size);
  const root = math.apply('Sqrt', math.multiply(math.apply('Log', outside), -1));
  const far = math.multiply(math.apply('Sign', q), ratio(math, math.subtract(root, 1.6), tail));
  return math.select(math.compare('LessOrEqual', size, 0.425), middle, far);
}

function ratio(math: Arithmetic, x: Value, { above, below }: Ratio): Value {
  return math.divide(polynomial(math, x, above), polynomial(math, x, below));
}

/** By Horner's scheme. */
function polynomial(math: Arithmetic, x: Value, factors: readonly number[]): Value {
  const [highest, ...others] = factors.toReversed();
  return others.reduce<Value>((sum, factor) => math.add(math.multiply(sum, x), factor), math.number(highest));
}
