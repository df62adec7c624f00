import {
  add,
  dot,
  literal,
  logSoftmax,
  matmul,
  mean,
  multiply,
  negate,
  reshape,
  slice,
  square,
  subtract,
  sum,
  tanh,
  type Tensor,
} from '../../tensor/index.ts';
import type { FlatProblem } from './followOptimizer.ts';

/** A matrix or vector, row-major. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** 0.5 (x - c)' A (x - c) */
export function quadratic(start: Float64Array, a: Values, c: ArrayLike<number>): FlatProblem {
  const n = start.length;
  return {
    start,
    loss(parameters) {
      const z = subtract(parameters, literal(c));
      const az = reshape(matmul(literal(a.data, [n, n]), reshape(z, [n, 1])), [n]);
      return multiply(0.5, dot(z, az));
    },
  };
}

/** (1 - x)^2 + 100 (y - x^2)^2: a curved valley, its minimum at (1, 1). */
export function rosenbrock(start: Float64Array): FlatProblem {
  return {
    start,
    loss(parameters) {
      const [x, y] = [element(parameters, 0), element(parameters, 1)];
      return add(square(subtract(1, x)), multiply(100, square(subtract(y, square(x)))));
    },
  };
}

/** The sum over i = 1, 2, 3 of (k_i - x + x y^i)^2: flat, with its minimum at (3, 0.5). */
export function beale(start: Float64Array): FlatProblem {
  return {
    start,
    loss(parameters) {
      const [x, y] = [element(parameters, 0), element(parameters, 1)];
      const powers = [y, square(y), multiply(square(y), y)];
      const parts = [1.5, 2.25, 2.625].map((k, i) => square(add(subtract(k, x), multiply(x, powers[i]))));
      return add(add(parts[0], parts[1]), parts[2]);
    },
  };
}

/** What a small tanh network learns from. */
export interface Batches {
  /** [rows, inputs] */
  readonly x: Values;
  readonly classOf: ArrayLike<number>;
  /** Row numbers of each step, [steps, batch]. */
  readonly batches: Values;
}

/** Softmax cross-entropy of W2 tanh(W1 x + b1) + b2, the mean over a batch; parameters W1 [hidden, inputs], b1, W2, b2. */
export function tanhNetwork(starts: readonly Values[], { x, classOf, batches }: Batches): FlatProblem {
  const [hidden, inputs] = starts[0].shape;
  const outputs = starts[2].shape[0];
  const [steps, batch] = batches.shape;
  return {
    start: Float64Array.from(starts.flatMap(({ data }) => Array.from(data))),
    loss(parameters, input) {
      const part = (at: number, shape: readonly [number, number]) =>
        reshape(slice(parameters, [at], [shape[0] * shape[1]]), shape);
      const atBias = hidden * inputs;
      const atOutput = atBias + hidden;
      const dense = (values: Tensor, weight: Tensor, bias: Tensor) =>
        add(matmul(values, weight, { transposeB: true }), bias);
      const first = dense(input('x', [batch, inputs]), part(0, [hidden, inputs]), part(atBias, [1, hidden]));
      const atLast = atOutput + outputs * hidden;
      const logits = dense(tanh(first), part(atOutput, [outputs, hidden]), part(atLast, [1, outputs]));
      return negate(mean(sum(multiply(input('truth', [batch, outputs]), logSoftmax(logits, 1)), [1])));
    },
    feed(step) {
      const rows = Array.from({ length: batch }, (_, i) => batches.data[(step % steps) * batch + i]);
      const features = rows.flatMap((row) =>
        Array.from({ length: inputs }, (_, j) => x.data[row * inputs + j]),
      );
      const truth = rows.flatMap((row) =>
        Array.from({ length: outputs }, (_, k) => Number(classOf[row] === k)),
      );
      return { x: features, truth };
    },
  };
}

function element(vector: Tensor, index: number): Tensor {
  return reshape(slice(vector, [index], [1]), []);
}
