import { createReferenceExecutor, type Executor, ops, type Tensor } from '../../tensor/index.ts';
import type { Sample, SampleInput } from '../../tensor/ops/define.ts';
import type { Check } from './check.ts';
import { closely, compare, exactly, type Tolerance } from './compare.ts';
import { compositeSamples } from './compositeSamples.ts';
import { evaluate } from './evaluate.ts';

const sums: Tolerance = { relative: 2e-6, ofLargest: 1e-6 };

/** Every operation on its own samples, and the compositions that models are made of, against the reference. */
export function* valueChecks(executor: Executor): Generator<Check> {
  for (const [op, { samples, exact, family }] of Object.entries(ops)) {
    const tolerance = exact ? exactly : family === 'elementwise' ? closely : sums;
    for (const sample of samples) yield sameAsReference(executor, `${op}: ${sample.name}`, sample, tolerance);
  }
  for (const sample of compositeSamples)
    yield sameAsReference(executor, `composite: ${sample.name}`, sample, sums);
}

export function sameAsReference(
  executor: Executor,
  name: string,
  sample: Pick<Sample, 'inputs' | 'build'>,
  tolerance: Tolerance,
): Check {
  return allSameAsReference(
    executor,
    name,
    sample.inputs,
    (...inputs) => [sample.build(...inputs)],
    tolerance,
  );
}

/** Several results of one program, so that they are also computed beside one another. */
export function allSameAsReference(
  executor: Executor,
  name: string,
  inputs: readonly SampleInput[],
  build: (...inputs: Tensor[]) => readonly Tensor[],
  tolerance: Tolerance,
): Check {
  return {
    name,
    run() {
      const expected = evaluate(createReferenceExecutor(), inputs, build);
      evaluate(executor, inputs, build).forEach((actual, i) => compare(actual, expected[i], tolerance));
    },
  };
}
