import { expect, test } from 'vitest';
import { createReferenceExecutor } from '../../../../../src/tensor/index.ts';
import { activationValues } from './activationValues.ts';

const executor = createReferenceExecutor();

test('gives what the activation makes of sums, its options minded', () => {
  const sums = Float32Array.of(-3, -0.5, 0.5, 3);
  const valuesOf = (choice: Parameters<typeof activationValues>[1]) =>
    Array.from(activationValues(executor, choice, sums, 2));
  expect(valuesOf({ name: 'hardTanh', maximum: 2 })).toEqual([-1, -0.5, 0.5, 2]);
  expect(valuesOf({ name: 'identity' })).toEqual([...sums]);
  expect(valuesOf(null)).toEqual([...sums]);
  const [first, second] = valuesOf({ name: 'softmax' });
  expect(first + second).toBeCloseTo(1, 12);
});
