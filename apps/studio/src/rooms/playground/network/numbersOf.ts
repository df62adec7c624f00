import type { NetworkShape } from '../../../run/contract.ts';

/** A weight or bias of a neuron: its place among the parameters, and the unit at its other end. */
export interface NeuronNumber {
  readonly index: number;
  readonly unit: number;
}
export interface NeuronNumbers {
  readonly column: number;
  readonly unit: number;
  readonly bias: NeuronNumber | null;
  readonly incoming: readonly NeuronNumber[];
  readonly outgoing: readonly NeuronNumber[];
}

/** Where a neuron's own numbers lie. */
export function numbersOf({ layers }: NetworkShape, neuron: number): NeuronNumbers {
  const column = layers.findLastIndex(({ firstNeuron }) => firstNeuron <= neuron);
  const own = layers[column];
  const next = layers[column + 1];
  const unit = neuron - own.firstNeuron;
  return {
    column,
    unit,
    bias: own.biases && { index: own.biases.offset + unit, unit },
    incoming: own.weights ? numbered(layers[column - 1].units, own.weights.offset + unit, own.units) : [],
    outgoing: next?.weights ? numbered(next.units, next.weights.offset + unit * next.units, 1) : [],
  };
}

function numbered(count: number, first: number, step: number): NeuronNumber[] {
  return Array.from({ length: count }, (_, unit) => ({ index: first + unit * step, unit }));
}
