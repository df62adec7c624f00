import { expect, test } from 'vitest';
import type { NetworkShape } from '../../../run/contract.ts';
import { numbersOf } from './numbersOf.ts';

const layer = { label: '', names: [], activation: null, normalisation: null, dropout: 0 };
/** Two inputs, three neurons, one output. */
const network: NetworkShape = {
  neurons: 6,
  layers: [
    { ...layer, kind: 'input', units: 2, weights: null, biases: null, firstNeuron: 0 },
    { ...layer, kind: 'hidden', units: 3, weights: { offset: 0 }, biases: { offset: 6 }, firstNeuron: 2 },
    { ...layer, kind: 'output', units: 1, weights: { offset: 9 }, biases: { offset: 12 }, firstNeuron: 5 },
  ],
};
const indices = (numbers: readonly { index: number }[]) => numbers.map(({ index }) => index);

test('a hidden neuron has a column of the weights before it and a row of those behind', () => {
  const { column, unit, bias, incoming, outgoing } = numbersOf(network, 3);
  expect([column, unit, bias?.index]).toEqual([1, 1, 7]);
  expect(indices(incoming)).toEqual([1, 4]);
  expect(indices(outgoing)).toEqual([10]);
});

test('an input has weights out alone, an output weights in', () => {
  expect(numbersOf(network, 1)).toMatchObject({ bias: null, incoming: [] });
  expect(indices(numbersOf(network, 1).outgoing)).toEqual([3, 4, 5]);
  expect(indices(numbersOf(network, 5).incoming)).toEqual([9, 10, 11]);
  expect(numbersOf(network, 5).outgoing).toEqual([]);
});
