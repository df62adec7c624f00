import type { ModelPlan } from '../../../../../src/nn/trace/index.ts';
import { tanh, sigmoid } from '../../../../../src/numeric/index.ts';

/** The layer that meets the inputs: where its weights [inputs, units] and biases [units] lie, and what bends its sums. */
export interface FirstLayer {
  readonly inputs: number;
  readonly units: number;
  readonly weights: number;
  readonly biases: number;
  /** Null where it is the output, or where something stands between. */
  readonly activation: string | null;
}

/** Undefined where the net does not begin with a dense layer. */
export function firstLayerOf({ parameters, settings: { model } }: ModelPlan): FirstLayer | undefined {
  const output = `output.${model.outputs[0].name}`;
  const scope = parameters.some(({ name }) => name === 'dense1.weight') ? 'dense1' : output;
  const weight = parameters.find(({ name }) => name === `${scope}.weight`);
  const bias = parameters.find(({ name }) => name === `${scope}.bias`);
  if (!weight || !bias || weight.slot.shape[0] !== model.input.width) return undefined;
  const behind = model.trunk[model.trunk.findIndex(({ name }) => name === 'dense') + 1];
  const { activation } = (behind ?? {}) as { activation?: { name: string } };
  const [inputs, units] = weight.slot.shape;
  return {
    inputs,
    units,
    weights: weight.slot.offset,
    biases: bias.slot.offset,
    activation: scope === 'dense1' && behind?.name === 'activation' ? (activation?.name ?? null) : null,
  };
}

/** Where a bounded activation has hardly any slope left: tanh beyond ± 0.95, sigmoid beyond 0.05 and 0.95. */
const NEARLY = 0.95;

/** Share of rows for which an activation of this name is saturated at the sum z; and whether it is off there. */
export function isSaturated(activation: string | null, z: number): boolean {
  if (activation === 'tanh') return Math.abs(tanh(z)) > NEARLY;
  if (activation === 'sigmoid') return Math.abs(2 * sigmoid(z) - 1) > NEARLY * 0.95;
  return activation === 'hardTanh' ? Math.abs(z) >= 1 : false;
}
export const isOff = (activation: string | null, z: number): boolean =>
  (activation === 'relu' || activation === 'relu6') && z <= 0;
