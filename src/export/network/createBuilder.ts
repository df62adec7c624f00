import { NeumannError } from '../../errors.ts';
import { activations } from '../../nn/activations/index.ts';
import type { Choice, LayerDefinition, LayerSpec } from '../../nn/define.ts';
import { layers } from '../../nn/layers/index.ts';
import { layerLabels } from '../../nn/trace/createContext.ts';
import { resolveChoice, type ModelPlan } from '../../nn/trace/index.ts';
import type { NetworkStep, NetworkTensor, NetworkValue } from './network.ts';
import type { NetworkBuilder } from './networkBuilder.ts';
import { isLayerName, lowerLayer } from './lowerings.ts';
import { scalarOf } from './scalar.ts';

/** What has been gathered so far, whatever the scope. */
export interface Gathered {
  readonly steps: NetworkStep[];
  readonly tensors: Map<string, NetworkTensor>;
}

export function createBuilder(plan: ModelPlan, gathered: Gathered, path: readonly string[]): NetworkBuilder {
  const builder: NetworkBuilder = {
    tensor(name) {
      const full = [...path, name].join('.');
      const { slot } = [...plan.parameters, ...plan.buffers].find((each) => each.name === full)!;
      const tensor = { name: full, shape: slot.shape };
      gathered.tensors.set(full, tensor);
      return tensor;
    },
    add(operation, width) {
      const output = { name: uniqueName(gathered.steps, path.join('.') || operation.kind), width };
      gathered.steps.push({ operation, output });
      return output;
    },
    scope: (name, body) => body(createBuilder(plan, gathered, [...path, name])),
    sequence(specs, input) {
      const labels = layerLabels(specs);
      return specs.reduce(
        (x, spec, i) => builder.scope(labels[i], (inner) => lower(plan, inner, spec, x)),
        input,
      );
    },
    activate: (choice, input) => activate(plan, builder, choice, input),
  };
  return builder;
}

function uniqueName(steps: readonly NetworkStep[], name: string): string {
  const same = steps.filter(({ output }) => output.name === name || output.name.startsWith(`${name}#`));
  return same.length === 0 ? name : `${name}#${same.length + 1}`;
}

function lower(
  plan: ModelPlan,
  builder: NetworkBuilder,
  { label: _label, ...choice }: LayerSpec,
  input: NetworkValue,
): NetworkValue {
  const { definition, options } = resolveChoice('layer', plan.library.layers, choice);
  const { name } = choice;
  if (isLayerName(name) && (layers[name] as LayerDefinition<never>) === definition)
    return lowerLayer(name, builder, input, options);
  throw new NeumannError(
    'export',
    `The layer "${name}" is one of your own, which an export cannot say; use Neumann's layers, or save the model file.`,
  );
}

/** Activations over the numbers of a row together; all others are functions of one number. */
const overRows = ['softmax', 'logSoftmax'] as const;

function activate(
  plan: ModelPlan,
  builder: NetworkBuilder,
  choice: Choice,
  input: NetworkValue,
): NetworkValue {
  const { name } = choice;
  const { definition, options } = resolveChoice('activation', plan.library.activations, choice);
  const isBuiltIn = definition === (activations as Readonly<Record<string, unknown>>)[name];
  const formula = scalarOf((x) => definition.apply(x, options));
  if (formula?.kind === 'x') return input;
  if (formula) {
    const activation = { name, isBuiltIn, options: options as Record<string, unknown>, formula };
    return builder.add({ kind: 'elementwise', input, activation }, input.width);
  }
  const kind = overRows.find((each) => isBuiltIn && each === name);
  if (kind && [-1, 1].includes((options as { axis: number }).axis))
    return builder.add({ kind, input }, input.width);
  throw new NeumannError(
    'export',
    `The activation "${name}" does more than change each number by itself, which an export cannot say; choose another, or save the model file.`,
  );
}
