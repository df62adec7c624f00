import type { ModelSpec, ModelPlan, OutputSpec } from '../../nn/trace/index.ts';
import { dense } from './lowerings.ts';
import type { Network, NetworkValue } from './network.ts';
import { createBuilder, type Gathered } from './createBuilder.ts';
import type { NetworkBuilder } from './networkBuilder.ts';

/** A planned model as operations on rows: what `traceModel` is to training. */
export function lowerNetwork(plan: ModelPlan): Network {
  const gathered: Gathered = { steps: [], tensors: new Map() };
  const builder = createBuilder(plan, gathered, []);
  const { model } = plan.settings;
  const inputs = joinInputs(builder, model);
  const trunk = builder.sequence(model.trunk, inputs);
  const outputs = model.outputs.map(
    (output) =>
      [
        output.name,
        builder.scope(`output.${output.name}`, (scope) => head(scope, output, trunk, inputs)),
      ] as const,
  );
  return {
    steps: gathered.steps,
    outputs: Object.fromEntries(outputs),
    tensors: [...gathered.tensors.values()],
  };
}

function joinInputs(builder: NetworkBuilder, { input }: ModelSpec): NetworkValue {
  const features = input.width > 0 ? [builder.add({ kind: 'features' }, input.width)] : [];
  const vectors = input.embeddings.map(({ name, dimension }, column) =>
    builder.scope(`embedding.${name}`, (scope) =>
      scope.add({ kind: 'embedding', column, table: scope.tensor('weight') }, dimension),
    ),
  );
  const inputs = [...features, ...vectors];
  if (inputs.length === 1) return inputs[0];
  const width = inputs.reduce((sum, value) => sum + value.width, 0);
  return builder.scope('inputs', (scope) => scope.add({ kind: 'concatenate', inputs }, width));
}

function head(
  builder: NetworkBuilder,
  { layers = [], units, linearPath, activation }: OutputSpec,
  trunk: NetworkValue,
  inputs: NetworkValue,
): NetworkValue {
  const deep = dense(builder, builder.sequence(layers, trunk), units, true);
  const raw = linearPath ? add(builder, deep, straight(builder, inputs, units)) : deep;
  return activation ? builder.activate(activation, raw) : raw;
}

function straight(builder: NetworkBuilder, inputs: NetworkValue, units: number): NetworkValue {
  return builder.scope('linear', (scope) => dense(scope, inputs, units, false));
}

function add(builder: NetworkBuilder, a: NetworkValue, b: NetworkValue): NetworkValue {
  return builder.add({ kind: 'add', inputs: [a, b] }, a.width);
}
