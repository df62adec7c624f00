import {
  type Executor,
  elementwiseOps,
  gradients,
  matmul,
  ops,
  sizeOf,
  sum,
  type Tensor,
  type View,
} from '../../tensor/index.ts';
import * as tensor from '../../tensor/index.ts';
import type { Sample } from '../../tensor/ops/define.ts';
import { sampleInput, scattered } from '../../tensor/ops/samples.ts';
import { compositeSamples } from '../tensor/compositeSamples.ts';
import { evaluate } from '../tensor/evaluate.ts';
import { digest } from './digest.ts';
import { wideRange } from './wideRange.ts';

/** What an executor makes of every operation's samples, of compositions with their gradients, and of products of many shapes. */
export function* programGolden(executor: Executor): Generator<readonly [name: string, hash: string]> {
  const own = (name: string) => `${executor.name} ${name}`;
  for (const [op, { samples }] of Object.entries(ops)) {
    for (const sample of samples) yield [own(`${op}: ${sample.name}`), digest([forward(executor, sample)])];
  }
  for (const [name, hash] of wideElementwise(executor)) yield [own(`${name}: wide`), hash];
  for (const sample of compositeSamples) {
    const results = [forward(executor, sample), ...backward(executor, sample)];
    yield [own(`composite: ${sample.name}`), digest(results)];
  }
  yield [own('products'), digest(products(executor))];
}

function forward(executor: Executor, { inputs, build }: Sample): View {
  return evaluate(executor, inputs, (...values) => [build(...values)])[0];
}

/** Gradients of the sum of the sample's result by its inputs of type f32. */
function backward(executor: Executor, { inputs, build }: Sample): View[] {
  return evaluate(executor, inputs, (...values) =>
    gradients(
      sum(build(...values)),
      values.filter(({ dtype }) => dtype === 'f32'),
    ),
  );
}

/** Functions of one number over all sizes of float32, subnormal ones left out. */
function* wideElementwise(executor: Executor): Generator<readonly [string, string]> {
  const input = sampleInput(wideRange(125, 8).map(Math.fround));
  const builders = tensor as unknown as Record<string, (x: Tensor) => Tensor>;
  for (const [name, { arity }] of Object.entries(elementwiseOps)) {
    if (arity === 1 && name !== 'cast')
      yield [name, digest(evaluate(executor, [input], (x) => [builders[name](x)]))];
  }
}

const sizes = [1, 2, 3, 5, 7, 8, 9, 16, 17, 33, 64, 65];

/** Every way to transpose, at sizes that do and don't fill a tile. */
function* products(executor: Executor): Generator<View> {
  for (const [i, rows] of sizes.entries()) {
    const columns = sizes[(i * 5 + 3) % sizes.length];
    const inner = sizes[(i * 7 + 2) % sizes.length] * 3;
    for (const [transposeA, transposeB] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]) {
      const a = thirds(transposeA ? [inner, rows] : [rows, inner]);
      const b = thirds(transposeB ? [columns, inner] : [inner, columns]);
      yield evaluate(executor, [a, b], (x, y) => [matmul(x, y, { transposeA, transposeB })])[0];
    }
  }
}

/** Numbers whose products and sums all round. */
function thirds(shape: readonly number[]) {
  const { values } = scattered(shape, sizeOf(shape));
  return sampleInput(
    values.map((value) => Math.fround(value / 3)),
    shape,
  );
}
