import type { Choice } from '../../../../../src/nn/define.ts';
import type { ModelPlan } from '../../../../../src/nn/trace/index.ts';

/** The layer that meets the inputs: where its weights [inputs, units] and biases [units] lie, and what bends its sums. */
export interface FirstLayer {
  readonly inputs: number;
  readonly units: number;
  readonly weights: number;
  readonly biases: number;
  /** Null where it is the output, or where something stands between. */
  readonly activation: Choice | null;
}

/** Undefined where the net does not begin with a dense layer. */
export function firstLayerOf({ parameters, settings: { model } }: ModelPlan): FirstLayer | undefined {
  const output = `output.${model.outputs[0].name}`;
  const scope = parameters.some(({ name }) => name === 'dense1.weight') ? 'dense1' : output;
  const weight = parameters.find(({ name }) => name === `${scope}.weight`);
  const bias = parameters.find(({ name }) => name === `${scope}.bias`);
  if (!weight || !bias || weight.slot.shape[0] !== model.input.width) return undefined;
  const behind = model.trunk[model.trunk.findIndex(({ name }) => name === 'dense') + 1];
  const { activation } = (behind ?? {}) as { activation?: Choice };
  const [inputs, units] = weight.slot.shape;
  return {
    inputs,
    units,
    weights: weight.slot.offset,
    biases: bias.slot.offset,
    activation: scope === 'dense1' && behind?.name === 'activation' ? (activation ?? null) : null,
  };
}
