import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../testing/tensor/evaluate.ts';
import { randomGraph } from '../../testing/tensor/randomGraph.ts';
import {
  add,
  broadcast,
  constant,
  createReferenceExecutor,
  divide,
  gradients,
  matmul,
  multiply,
  negate,
  read,
  reshape,
  select,
  slice,
  stopGradient,
  subtract,
  sum,
  tanh,
  type Tensor,
  transpose,
} from '../index.ts';
import { simplify } from './simplify.ts';
import type { Slot } from './tensor.ts';
import { topologicalOrder } from './topologicalOrder.ts';

const input: Slot = { block: 'b', offset: 0, shape: [2, 3], dtype: 'f32', name: 'x' };
const x = read(input);

function simplified(...values: Tensor[]): Tensor[] {
  const assignments = values.map((value, i) => ({
    slot: { ...input, offset: 10 * i, shape: value.shape },
    value,
  }));
  return simplify({ name: 'p', assignments }).assignments.map(({ value }) => value);
}

describe('simplify', () => {
  it.each<[string, Tensor, Tensor]>([
    ['x * 1', multiply(x, 1), x],
    ['1 * x', multiply(1, x), x],
    ['x / 1', divide(x, 1), x],
    ['x - 0', subtract(x, 0), x],
    ['x + -0', add(x, -0), x],
    ['-(-x)', negate(negate(x)), x],
    ['a choice that is settled', select(constant(1, [2, 3]), x, tanh(x)), x],
    ['stopGradient', stopGradient(x), x],
    ['a whole slice', slice(x, [0, 0], [2, 3]), x],
    ['reshapes there and back', reshape(reshape(x, [6]), [2, 3]), x],
    ['transpositions there and back', transpose(transpose(x)), x],
    ['a constant repeated', broadcast(reshape(constant(2), [1, 1]), [2, 3]), constant(2, [2, 3])],
    ['a product of a transposed factor', matmul(transpose(x), x), matmul(x, x, { transposeA: true })],
  ])('%s', (_, before, after) => {
    expect(simplified(before)).toEqual([after]);
  });

  it.each<[string, Tensor]>([
    ['x + 0, for -0 + 0 is 0', add(x, 0)],
    ['x - -0', subtract(x, -0)],
    ['0 - x', subtract(0, x)],
    ['x * 0, for x may be NaN', multiply(x, 0)],
    ['1 / x', divide(1, x)],
  ])('leaves %s', (_, value) => expect(simplified(value)).toEqual([value]));

  it('computes once what stands there twice', () => {
    const [a, b] = simplified(tanh(multiply(x, 2)), add(tanh(multiply(x, 2)), 1));
    expect(b.inputs[0]).toBe(a);
    expect(simplified(constant(0), constant(-0))[0]).not.toBe(simplified(constant(0), constant(-0))[1]);
  });

  it('keeps apart what differs in an attribute alone', () => {
    const [a, b] = simplified(sum(x, 0), sum(x, [0, 1]));
    const [zero, negativeZero] = simplified(constant(0), constant(-0));
    expect(a.attributes).not.toEqual(b.attributes);
    expect(zero).not.toBe(negativeZero);
  });

  it('goes through deep graphs', () => {
    let y: Tensor = x;
    for (let i = 0; i < 10_000; i++) y = tanh(y);
    expect(topologicalOrder(simplified(y))).toHaveLength(10_001);
  });
});

it('on random graphs and their gradients no bit changes, nothing is added, and a second time nothing is left to do', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { inputs, build } = randomGraph(seed, 25);
      const withGradients = (...leaves: Tensor[]): Tensor[] => {
        const values = build(...leaves);
        return [...values, ...gradients(values.map((value) => sum(value)).reduce(add), leaves)];
      };
      const before = evaluate(createReferenceExecutor(), inputs, withGradients);
      const after = evaluate(createReferenceExecutor(), inputs, (...leaves) => {
        const plain = withGradients(...leaves);
        const simple = simplified(...plain);
        expect(topologicalOrder(simple).length).toBeLessThanOrEqual(topologicalOrder(plain).length);
        expect(simplified(...simple)).toEqual(simple);
        return simple;
      });
      expect(after).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
