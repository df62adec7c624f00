import { expect, it } from 'vitest';
import { z } from 'zod';
import { multiply, square, subtract } from '../../tensor/index.ts';
import { sessionForTest } from '../../testing/nn/sessionForTest.ts';
import { defineActivation, defineLayer, defineLoss } from '../define.ts';
import { evaluateProgram } from './evaluateProgram.ts';
import { builtInLibrary, extendLibrary } from './library.ts';
import { planModel } from './planModel.ts';

const halve = defineLayer({
  name: 'halve',
  summary: 'Times a learned half.',
  options: z.strictObject({ from: z.number().default(0.5) }),
  apply(context, input, { from }) {
    const factor = context.parameter('factor', [], {
      initial: { name: 'constant', value: from },
      decay: false,
    });
    return multiply(input, factor);
  },
});
const squared = defineActivation({
  name: 'squared',
  summary: 'Its square.',
  options: z.strictObject({}),
  apply: (x) => square(x),
});
const fourth = defineLoss({
  name: 'fourth',
  summary: 'The fourth power of the error.',
  options: z.strictObject({}),
  target: 'number',
  each: (prediction, target) => square(square(subtract(prediction, target))),
});

it("a person's own layer, activation and loss work like ours", () => {
  const library = extendLibrary(builtInLibrary, {
    layers: { halve },
    activations: { squared },
    losses: { fourth },
  });
  const trunk = [{ name: 'halve' }, { name: 'activation', activation: { name: 'squared' } }];
  const initializer = { name: 'identity' };
  const model = {
    input: { width: 1, embeddings: [] },
    trunk,
    outputs: [{ name: 'y', units: 1, initializer }],
  };
  const plan = planModel({ model, rows: 2, losses: [{ output: 'y', name: 'fourth' }], library });
  const test = sessionForTest(plan);
  test.write(plan.batch(2).features, [2, 6]);
  test.write(plan.batch(2).targets.y, [0, 11]);
  test.write(plan.slots.normalisers[0], [1 / 2]);
  test.run(evaluateProgram(plan, { rows: 2 }));
  expect(test.read(plan.batch(2).predictions.y)).toEqual([1, 9]);
  expect(test.read(plan.slots.lossParts[0])).toEqual([(1 + 16) / 2]);
  expect(test.read(plan.batch(2).rowLosses[0])).toEqual([1, 16]);
});

it('the built-in library stays as it is', () => {
  extendLibrary(builtInLibrary, { activations: { relu: squared } });
  expect(builtInLibrary.activations.relu.name).toBe('relu');
});
