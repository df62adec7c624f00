import {
  add,
  argmax,
  type Executor,
  logSoftmax,
  matmul,
  max,
  multiply,
  relu,
  sigmoid,
  softmax,
  sum,
  tanh,
  type Tensor,
} from '../../tensor/index.ts';
import { sampleInput, scattered } from '../../tensor/ops/samples.ts';
import type { SampleInput } from '../../tensor/ops/define.ts';
import type { Check } from './check.ts';
import { evaluate } from './evaluate.ts';

const ROWS = 37;
const WIDTH = 11;
const batch = scattered([ROWS, WIDTH]);
const weights = [scattered([WIDTH, 19], 1), scattered([1, 19], 2), scattered([19, 5], 3)];

const models: Readonly<Record<string, (x: Tensor, w: Tensor, b: Tensor, v: Tensor) => Tensor>> = {
  'two dense layers and softmax': (x, w, b, v) => softmax(matmul(relu(add(matmul(x, w), b)), v)),
  'tanh and logSoftmax': (x, w, b, v) => logSoftmax(matmul(tanh(add(matmul(x, w), b)), v)),
  'sums of rows': (x) => sum(multiply(x, x), 1, { keep: true }),
  'largest of rows': (x) => add(max(x, 1, { keep: true }), sum(sigmoid(x), 1, { keep: true })),
  'choice of rows': (x, w) => argmax(matmul(x, w), 1),
};

/** A row's result has the same bits alone, in a short batch and in a long one, and wherever it stands in it. */
export function* rowChecks(executor: Executor): Generator<Check> {
  for (const [name, model] of Object.entries(models))
    for (const [first, rows] of [
      [0, 1],
      [5, 1],
      [36, 1],
      [3, 2],
      [7, 8],
      [20, 17],
    ])
      yield {
        name: `rows ${first}..${first + rows}, the same bits as in a batch of ${ROWS}: ${name}`,
        run: () => {
          const [whole] = evaluate(executor, [batch, ...weights], (...x) => [
            model(...(x as [Tensor, Tensor, Tensor, Tensor])),
          ]);
          const [part] = evaluate(executor, [rowsOf(first, rows), ...weights], (...x) => [
            model(...(x as [Tensor, Tensor, Tensor, Tensor])),
          ]);
          const width = whole.length / ROWS;
          part.forEach((x, i) => {
            const other = whole[first * width + i];
            if (!Object.is(x, other)) throw new Error(`element ${i} is ${x} alone and ${other} in the batch`);
          });
        },
      };
}

function rowsOf(first: number, rows: number): SampleInput {
  return sampleInput(batch.values.slice(first * WIDTH, (first + rows) * WIDTH), [rows, WIDTH]);
}
