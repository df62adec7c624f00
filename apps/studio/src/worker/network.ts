import { features } from '../data/features.ts';
import type { LayerShape, NetworkShape } from '../run/contract.ts';
import type { ModelPlan } from '../../../../src/nn/trace/index.ts';
import type { FittedPreparation, FittedTarget } from '../../../../src/data/prepare/index.ts';
import { groupsOf, type LayerGroup } from './groupsOf.ts';
import type { HiddenTap } from './hiddenTaps.ts';

/** The net as it is drawn. */
export function networkShape(
  plan: ModelPlan,
  preparation: FittedPreparation,
  target: FittedTarget,
  hidden: readonly HiddenTap[],
): NetworkShape {
  const { trunk, outputs } = plan.settings.model;
  const { inputs } = groupsOf(trunk);
  const [output] = outputs;
  const columns: Omit<LayerShape, 'firstNeuron'>[] = [
    {
      ...plainColumn('input', '', preparation.width),
      names: preparation.features.map(({ name }) => symbolOf(name)),
      dropout: dropoutOf(inputs),
    },
    ...hidden.map(({ group, units }) => hiddenColumn(plan, group, units)),
    {
      ...plainColumn('output', output.name, output.units),
      ...parametersOf(plan, `output.${output.name}`),
      names: outputNames(target, output.units),
      activation: output.activation?.name ?? null,
    },
  ];
  let neurons = 0;
  const layers = columns.map((column) => {
    const firstNeuron = neurons;
    neurons += column.units;
    return { ...column, firstNeuron };
  });
  return { layers, neurons };
}

/** How an input is written in the picture: a feature's symbol, else the column's name. */
const symbolOf = (name: string): string => features.find((feature) => feature.name === name)?.symbol ?? name;

function plainColumn(kind: LayerShape['kind'], label: string, units: number) {
  return {
    kind,
    label,
    units,
    names: [],
    activation: null,
    normalisation: null,
    dropout: 0,
    weights: null,
    biases: null,
  };
}

function hiddenColumn(plan: ModelPlan, group: LayerGroup, units: number): Omit<LayerShape, 'firstNeuron'> {
  const named = (names: readonly string[]) => group.specs.find(({ name }) => names.includes(name));
  const bent = named(['activation', 'prelu']);
  const activation =
    bent?.name === 'activation' ? (bent.activation as { name: string } | undefined)?.name : bent?.name;
  return {
    ...plainColumn('hidden', group.labels[0], units),
    ...parametersOf(plan, group.labels[0]),
    activation: activation ?? null,
    normalisation: named(['batchNorm', 'layerNorm', 'groupNorm'])?.name ?? null,
    dropout: dropoutOf(group),
  };
}

const dropoutOf = ({ specs }: LayerGroup): number =>
  Number(specs.find(({ name }) => name === 'dropout')?.rate ?? 0);

function parametersOf(plan: ModelPlan, scope: string): Pick<LayerShape, 'weights' | 'biases'> {
  const at = (name: string) => {
    const found = plan.parameters.find((parameter) => parameter.name === `${scope}.${name}`);
    return found ? { offset: found.slot.offset } : null;
  };
  return { weights: at('weight'), biases: at('bias') };
}

/** A single unit tells the second class from the first. */
function outputNames(target: FittedTarget, units: number): readonly string[] {
  if (target.kind === 'number')
    return units === 1 ? [target.name] : [target.name, ...Array.from({ length: units - 1 }, () => '')];
  return units === 1 ? [target.classes[1]] : target.classes;
}
