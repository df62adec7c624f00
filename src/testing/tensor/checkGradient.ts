import {
  createReferenceExecutor,
  gradients,
  multiply,
  sizeOf,
  sum,
  type Tensor,
  type View,
} from '../../tensor/index.ts';
import type { Sample, SampleInput } from '../../tensor/ops/define.ts';
import { evaluate } from './evaluate.ts';
import { scattered } from '../../tensor/ops/samples.ts';
import { literal } from '../../tensor/index.ts';

const NUDGE = 2 ** -17;

/**
 * Largest difference, over all elements of all f32 inputs, between the gradient that the graph computes and central
 * differences in float64, relative to the larger of 1 and the gradient. The result is weighed with fixed numbers first, so
 * that gradients that cancel in a plain sum are seen.
 */
export function checkGradient(sample: Pick<Sample, 'inputs' | 'build'>): number {
  const executor = createReferenceExecutor();
  const loss = (...inputs: Tensor[]): Tensor => weighed(sample.build(...inputs));
  const floats = sample.inputs.flatMap((input, i) => (input.dtype === 'f32' ? [i] : []));
  const computed = evaluate(executor, sample.inputs, (...inputs) =>
    gradients(
      loss(...inputs),
      floats.map((i) => inputs[i]),
    ),
  );
  let worst = 0;
  floats.forEach((i, position) => {
    for (let element = 0; element < sizeOf(sample.inputs[i].shape); element++) {
      const at = (nudge: number): number =>
        value(evaluate(executor, nudged(sample.inputs, i, element, nudge), (...x) => [loss(...x)]));
      const expected = (at(NUDGE) - at(-NUDGE)) / (2 * NUDGE);
      const error = Math.abs(computed[position][element] - expected) / Math.max(1, Math.abs(expected));
      worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    }
  });
  return worst;
}

function weighed(result: Tensor): Tensor {
  return sum(multiply(result, literal(scattered(result.shape, 5).values, result.shape)));
}

function value([loss]: readonly View[]): number {
  return loss[0];
}

function nudged(inputs: readonly SampleInput[], at: number, element: number, nudge: number): SampleInput[] {
  return inputs.map((input, i) =>
    i === at ? { ...input, values: input.values.map((x, j) => (j === element ? x + nudge : x)) } : input,
  );
}
