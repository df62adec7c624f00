import { initialParameters, type ModelPlan, type ParameterPlan } from '../../nn/trace/index.ts';
import { sizeOf } from '../../tensor/index.ts';
import type { Part, Snapshot } from '../loop/index.ts';
import type { Setting } from '../setup/trainerSetup.ts';
import { fitLinear, linearSetting } from './linearFit.ts';

/**
 * The weights a net with a fitted linear path starts from: drawn from `seed`, but on the path and the output's biases those of the linear
 * model of the same rows and losses, and 0 where the hidden layers reach the output. So the net starts as the linear model, its
 * first gradients say what that one gets wrong, and the best epoch may be epoch 0. Embeddings are drawn alike in both.
 */
export async function linearStart(
  setting: Setting,
  train: Part,
  seed: number,
): Promise<(plan: ModelPlan) => Float64Array> {
  const seeded = { ...setting, recipe: { ...setting.recipe, seed } };
  const { plan: linear, snapshot } = await fitLinear(linearSetting(seeded, setting.recipe.losses), train);
  return (plan) => {
    const values = initialParameters(plan, seed);
    for (const { name } of plan.outputs) startOutput(values, plan, name, linear, snapshot);
    for (const { name } of plan.settings.model.input.embeddings) {
      copy(values, plan, `embedding.${name}.weight`, linear, `embedding.${name}.weight`, snapshot);
    }
    return values;
  };
}

function startOutput(
  values: Float64Array,
  plan: ModelPlan,
  name: string,
  linear: ModelPlan,
  from: Snapshot,
): void {
  const output = `output.${name}`;
  window(values, find(plan, `${output}.weight`)).fill(0);
  copy(values, plan, `${output}.linear.weight`, linear, `${output}.weight`, from);
  copy(values, plan, `${output}.bias`, linear, `${output}.bias`, from);
}

function copy(
  values: Float64Array,
  plan: ModelPlan,
  to: string,
  linear: ModelPlan,
  source: string,
  { parameters }: Snapshot,
): void {
  const { slot } = find(linear, source);
  window(values, find(plan, to)).set(parameters.subarray(slot.offset, slot.offset + sizeOf(slot.shape)));
}

function window(values: Float64Array, { slot }: ParameterPlan): Float64Array {
  return values.subarray(slot.offset, slot.offset + sizeOf(slot.shape));
}

function find(plan: ModelPlan, name: string): ParameterPlan {
  return plan.parameters.find((parameter) => parameter.name === name)!;
}
