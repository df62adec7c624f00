import {
  clip,
  concatenate,
  constant,
  divide,
  dot,
  gather,
  logSigmoid,
  logSoftmax,
  logSumExp,
  matmul,
  maximum,
  mean,
  min,
  minimum,
  multiply,
  negate,
  norm,
  oneHot,
  power,
  reciprocal,
  relu,
  reshape,
  select,
  sigmoid,
  slice,
  softmax,
  softplus,
  square,
  squareRoot,
  subtract,
  sum,
  tanh,
  add,
  less,
  variance,
  erf,
  literal,
} from '../../tensor/index.ts';
import type { Sample } from '../../tensor/ops/define.ts';
import { indices, sample, sampleInput, scattered } from '../../tensor/ops/samples.ts';

const matrix = scattered([4, 7]);
const other = scattered([4, 7], 3);
const huge = sampleInput([1e4, -1e4, 0, 3, -2e4, 2e4, 1, 1, 1], [3, 3]);

/** Compositions with the shapes that models have: what executors fuse, and what gradients go through. */
export const compositeSamples: readonly Sample[] = [
  sample('square', [matrix], square),
  sample('reciprocal', [sampleInput([0.5, -1.25, 3, 7.5])], reciprocal),
  sample('relu', [matrix], relu),
  sample('sigmoid', [matrix], sigmoid),
  sample('sigmoid in the tails', [sampleInput([-90, -40, 0, 40, 90])], sigmoid),
  sample('softplus', [matrix], softplus),
  sample('softplus in the tails', [sampleInput([-90, -40, 0, 40, 90])], softplus),
  sample('logSigmoid', [matrix], logSigmoid),
  sample('clip', [matrix], (x) => clip(x, -1.001, 0.501)),
  sample('mean of all', [matrix], (x) => mean(x)),
  sample('mean of rows, kept', [matrix], (x) => mean(x, 1, { keep: true })),
  sample('variance of columns', [matrix], (x) => variance(x, 0)),
  sample('variance of rows with correction', [matrix], (x) => variance(x, 1, { correction: 1 })),
  sample('min', [matrix], (x) => min(x, 1)),
  sample('dot', [matrix, other], (a, b) => dot(a, b)),
  sample('norm', [matrix], (x) => norm(x)),
  sample('logSumExp', [matrix], (x) => logSumExp(x, 1)),
  sample('logSumExp of all', [matrix], (x) => logSumExp(x)),
  sample('logSumExp, kept', [matrix], (x) => logSumExp(x, 0, { keep: true })),
  sample('softmax', [matrix], (x) => softmax(x)),
  sample('softmax of columns', [matrix], (x) => softmax(x, 0)),
  sample('softmax of huge logits', [huge], (x) => softmax(x)),
  sample('logSoftmax', [matrix], (x) => logSoftmax(x)),
  sample('logSoftmax of huge logits', [huge], (x) => logSoftmax(x)),
  sample('one input in many places', [matrix], (x) =>
    add(multiply(x, tanh(x)), divide(x, add(square(x), 1))),
  ),
  sample('an input that is not used', [matrix, other], (x) => square(x)),
  sample('cross-entropy by indices', [matrix, indices([2, 0, 6, 3])], (x, classes) =>
    negate(mean(sum(multiply(logSoftmax(x), oneHot(classes, 7)), 1))),
  ),
  sample(
    'dense layers',
    [scattered([5, 3]), scattered([3, 4], 1), scattered([1, 4], 2), scattered([4, 2], 3)],
    (x, w, b, v) => matmul(tanh(add(matmul(x, w), b)), v),
  ),
  sample('layer normalisation', [matrix, scattered([1, 7], 2), scattered([1, 7], 3)], (x, scale, shift) => {
    const centred = subtract(x, mean(x, 1, { keep: true }));
    const spread = squareRoot(add(variance(x, 1, { keep: true }), 1e-5));
    return add(multiply(divide(centred, spread), scale), shift);
  }),
  sample('batch normalisation', [matrix], (x) => {
    const centred = subtract(x, mean(x, 0, { keep: true }));
    return divide(centred, squareRoot(add(variance(x, 0, { keep: true }), 1e-5)));
  }),
  sample('gelu', [matrix], (x) => multiply(multiply(x, 0.5), add(erf(multiply(x, Math.SQRT1_2)), 1))),
  sample(
    'an embedding and numbers side by side',
    [scattered([3, 2]), scattered([4, 3], 1), indices([2, 0, 2, 1])],
    (table, x, at) => concatenate([gather(table, at), x], 1),
  ),
  sample(
    'attention',
    [scattered([2, 3, 4]), scattered([2, 3, 4], 1), scattered([2, 3, 4], 2)],
    (query, key, value) => matmul(softmax(multiply(matmul(query, key, { transposeB: true }), 0.5)), value),
  ),
  sample('differences of neighbours', [scattered([9])], (x) =>
    square(subtract(slice(x, [1], [8]), slice(x, [0], [8]))),
  ),
  sample('a power of a constant', [sampleInput([0.5, 1.5, 2.5])], (x) => add(power(x, 3), power(2, x))),
  sample('smooth L1', [matrix, other], (a, b) => {
    const difference = subtract(a, b);
    const size = maximum(difference, negate(difference));
    return select(less(size, 1.003), multiply(square(difference), 0.5), subtract(size, 0.5));
  }),
  sample(
    'a mixture of scalars, rows and columns',
    [scattered([]), scattered([1, 7], 1), scattered([4, 1], 2)],
    (a, row, column) => minimum(multiply(row, column), add(a, row)),
  ),
  sample('fixed weights', [matrix], (x) => multiply(x, reshape(literal([1, 2, 3, 4, 5, 6, 7]), [1, 7]))),
  sample('no axis left', [scattered([1, 1])], (x) => multiply(reshape(x, []), constant(2))),
];
