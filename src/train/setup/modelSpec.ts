import type { Choice, LayerSpec } from '../../nn/define.ts';
import type { InputSpec, ModelSpec, OutputSpec } from '../../nn/trace/index.ts';
import type { ResolvedModel } from '../recipe/index.ts';

type Mlp = Extract<ResolvedModel, { kind: 'mlp' }>;

/** The recipe's `model` section as layers, for inputs and outputs that the table decides. */
export function modelSpec(
  model: ResolvedModel,
  input: InputSpec,
  outputs: readonly Pick<OutputSpec, 'name' | 'units'>[],
): ModelSpec {
  const activation = model.kind === 'linear' ? null : model.outputActivation;
  const path = model.kind === 'mlp' && model.linearPath !== 'none' ? { linearPath: true } : {};
  const heads = outputs.map((output) => ({ ...output, ...path, ...(activation && { activation }) }));
  return { input, trunk: trunkOf(model), outputs: heads };
}

function trunkOf(model: ResolvedModel): LayerSpec[] {
  if (model.kind === 'linear') return [];
  return model.kind === 'layers' ? [...model.layers] : mlpTrunk(model);
}

const normalisers = { batch: 'batchNorm', layer: 'layerNorm' } as const;

/** Dense, normalisation, activation, dropout; for each hidden layer. */
function mlpTrunk(model: Mlp): LayerSpec[] {
  const { hidden, activation, dropout, inputDropout, normalisation, initializer } = model;
  const layers = hidden.flatMap((units): LayerSpec[] => [
    { name: 'dense', units, ...(initializer && { initializer: initializer as Choice }) },
    ...(normalisation === 'none' ? [] : [{ name: normalisers[normalisation] }]),
    { name: 'activation', activation },
    ...(dropout > 0 ? [{ name: 'dropout', rate: dropout }] : []),
  ]);
  return inputDropout > 0 ? [{ name: 'dropout', rate: inputDropout }, ...layers] : layers;
}
