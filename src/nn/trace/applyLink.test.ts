import { expect, it } from 'vitest';
import { applyLink } from './applyLink.ts';

it('turns logits of classes into probabilities, however large', () => {
  const output = { name: 'y', units: 3, link: 'softmax', target: { kind: 'classes', width: 3 } } as const;
  const values = applyLink(output, [0, 0, 0, 1e4, 0, -1e4]);
  expect([...values]).toEqual([1 / 3, 1 / 3, 1 / 3, 1, 0, 0]);
});

it('gives the means of an output of means and variances', () => {
  const output = { name: 'y', units: 4, link: 'identity', target: { kind: 'number', width: 2 } } as const;
  expect([...applyLink(output, [1, 2, 9, 9, 3, 4, 9, 9])]).toEqual([1, 2, 3, 4]);
});

it('undoes logits and logs', () => {
  expect([...applyLink({ name: 'y', units: 1, link: 'sigmoid' }, [0, -1000, 1000])]).toEqual([0.5, 0, 1]);
  expect([...applyLink({ name: 'y', units: 1, link: 'exp' }, [0, -Infinity])]).toEqual([1, 0]);
});
