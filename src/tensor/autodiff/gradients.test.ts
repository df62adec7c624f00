import { describe, expect, it } from 'vitest';
import { checkGradient } from '../../testing/tensor/checkGradient.ts';
import { compositeSamples } from '../../testing/tensor/compositeSamples.ts';
import { evaluate } from '../../testing/tensor/evaluate.ts';
import {
  absolute,
  add,
  argmax,
  cast,
  clip,
  constant,
  createReferenceExecutor,
  gather,
  gradients,
  log,
  max,
  maximum,
  minimum,
  multiply,
  negate,
  power,
  read,
  relu,
  sigmoid,
  softplus,
  square,
  stopGradient,
  sum,
  type Tensor,
  tanh,
  topologicalOrder,
  withLabel,
} from '../index.ts';
import type { Sample } from '../ops/define.ts';
import { sampleInput } from '../ops/samples.ts';
import { ops } from '../ops/table.ts';

const reference = createReferenceExecutor();

function givesFloats({ inputs, build }: Sample): boolean {
  return evaluate(reference, inputs, (...x) => [build(...x)])[0] instanceof Float64Array;
}

/** Gradient of the sum of what `build` makes, by its only input. */
function gradientAt(values: readonly number[], build: (x: Tensor) => Tensor): number[] {
  const run = evaluate(reference, [sampleInput(values)], (x) => gradients(sum(build(x)), [x]));
  return Array.from(run[0]);
}

describe('gradients agree with central differences', () => {
  for (const [name, { gradient, samples }] of Object.entries(ops)) {
    if (gradient === 'notDifferentiable') continue;
    const differentiable = samples.filter(givesFloats).map((sample) => [sample.name, sample] as const);
    it(`${name} has samples`, () => expect(differentiable).not.toHaveLength(0));
    it.each(differentiable)(`${name}: %s`, (_, sample) => expect(checkGradient(sample)).toBeLessThan(1e-8));
  }
  it.each(compositeSamples.map((sample) => [sample.name, sample] as const))('%s', (_, sample) =>
    expect(checkGradient(sample)).toBeLessThan(1e-8),
  );

  it('a gradient that is wrong would be seen', () => {
    const [input] = [sampleInput([0.5, -1])];
    const wrong = (x: Tensor): Tensor => add(square(x), multiply(stopGradient(x), x));
    expect(checkGradient({ inputs: [input], build: wrong })).toBeGreaterThan(0.1);
  });
});

describe('second gradients', () => {
  const curves: Record<string, (x: Tensor) => Tensor> = {
    tanh,
    sigmoid,
    softplus,
    power: (x) => power(add(square(x), 1), 1.5),
    log: (x) => log(add(square(x), 2)),
  };
  it.each(Object.entries(curves))('of %s', (_, curve) => {
    const slope = (x: Tensor): Tensor => gradients(sum(curve(x)), [x])[0];
    expect(checkGradient({ inputs: [sampleInput([-1.5, 0.25, 0.75])], build: slope })).toBeLessThan(1e-8);
  });
});

describe('where there is a kink', () => {
  it('relu has slope 0 at 0', () => expect(gradientAt([-1, 0, -0, 2], relu)).toEqual([0, 0, 0, 1]));
  it('the absolute value has slope 0 at 0', () =>
    expect(gradientAt([-1, 0, 2], absolute)).toEqual([-1, 0, 1]));
  it('sigmoid and softplus are smooth at 0', () => {
    expect(gradientAt([0, -0], sigmoid)).toEqual([0.25, 0.25]);
    expect(gradientAt([0, -0], softplus)).toEqual([0.5, 0.5]);
  });
  it('sigmoid and softplus stay finite in the tails', () => {
    expect(gradientAt([-1000, 1000], sigmoid)).toEqual([0, 0]);
    expect(gradientAt([-1000, 1000], softplus)).toEqual([0, 1]);
  });
  it('clip passes the gradient at its bounds', () =>
    expect(gradientAt([-2, -1, 0, 1, 2], (x) => clip(x, -1, 1))).toEqual([0, 1, 1, 1, 0]));
  it('minimum and maximum give it to the first on a tie', () => {
    const both = (pick: typeof minimum) => (x: Tensor) => pick(multiply(x, 3), add(multiply(x, 2), 1));
    expect(gradientAt([1], both(minimum))).toEqual([3]);
    expect(gradientAt([1], both(maximum))).toEqual([3]);
  });
  it('tied maxima share it', () => expect(gradientAt([5, 1, 5], (x) => max(x))).toEqual([0.5, 0, 0.5]));
  it('a power of 0 has no NaN in its gradient', () => {
    expect(gradientAt([0, 2], (x) => power(x, 2))).toEqual([0, 4]);
    expect(gradientAt([0, 2], (x) => power(x, 0))).toEqual([0, 0]);
    expect(gradientAt([0, 1, 2], (x) => power(constant(0, [3]), x))).toEqual([0, 0, 0]);
  });
});

describe('what a gradient is asked for', () => {
  const slot = { block: 'b', offset: 0, shape: [2], dtype: 'f32', name: 'x' } as const;
  const x = read(slot);

  it('is zeros where the loss does not depend on it', () => {
    expect(gradients(constant(1), [x])[0]).toMatchObject({
      op: 'constant',
      shape: [2],
      attributes: { value: 0 },
    });
    expect(gradientAt([1, 2], (y) => stopGradient(y))).toEqual([0, 0]);
  });

  it('flows to what an index chooses, not to the index', () => {
    expect(gradientAt([1, 7, 3], (y) => gather(multiply(y, y), argmax(y, 0)))).toEqual([0, 14, 0]);
    expect(gradientAt([1, 7], (y) => cast(cast(y, 'i32'), 'f32'))).toEqual([0, 0]);
  });

  it('may be a tensor on the way, or the loss itself', () => {
    const middle = multiply(x, 2);
    const loss = sum(square(middle));
    const [byMiddle, byLoss] = gradients(loss, [middle, loss]);
    expect(byMiddle.shape).toEqual([2]);
    expect(byLoss.attributes).toMatchObject({ value: 1 });
  });

  it('carries the name of what it is the gradient of', () => {
    const named = withLabel(multiply(x, 3), 'scaled');
    expect(gradients(sum(square(named)), [named])[0].label).toBe('gradient of scaled');
  });

  it('needs a scalar loss of floats, and floats to differentiate by', () => {
    expect(() => gradients(x, [x])).toThrow('the loss must be f32[], but is f32[2]');
    expect(() => gradients(sum(cast(x, 'i32')), [x])).toThrow('the loss must be f32[], but is i32[]');
    expect(() => gradients(sum(x), [cast(x, 'i32')])).toThrow('i32[2] has no gradient');
  });

  it('is found through 10,000 nodes in a row', () => {
    let y: Tensor = x;
    for (let i = 0; i < 10_000; i++) y = negate(y);
    const [gradient] = gradients(sum(y), [x]);
    expect(topologicalOrder([gradient]).length).toBeGreaterThan(10_000);
  });

  it('computes what flows to a tensor from many sides once', () => {
    let y: Tensor = sum(x);
    for (let i = 0; i < 40; i++) y = add(y, y);
    expect(topologicalOrder(gradients(y, [x])).length).toBeLessThan(100);
  });
});
