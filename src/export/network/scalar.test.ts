import { expect, it } from 'vitest';
import { activations } from '../../nn/activations/index.ts';
import { add, multiply, reshape, softmax, sum } from '../../tensor/index.ts';
import { scalarOf } from './scalar.ts';

it('sees through what is only there for gradients', () => {
  const formula = scalarOf((x) => activations.hardSigmoid.apply(x, {}));
  expect(JSON.stringify(formula)).not.toContain('subtract');
  expect(formula).toMatchObject({ kind: 'call', name: 'divide' });
});

it('shares what is computed once', () => {
  const formula = scalarOf((x) => {
    const doubled = add(x, x);
    return multiply(doubled, doubled);
  });
  expect(formula?.kind === 'call' && formula.inputs[0]).toBe(formula?.kind === 'call' && formula.inputs[1]);
});

it('says where a function is of more than single numbers', () => {
  expect(scalarOf((x) => softmax(x))).toBeUndefined();
  expect(scalarOf((x) => multiply(x, sum(x, 1, { keep: true })))).toBeUndefined();
  expect(scalarOf((x) => reshape(x, [2, 1]))).toBeUndefined();
});
