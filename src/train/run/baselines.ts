import type { MetricInput } from '../../nn/define.ts';
import type { Part } from '../loop/index.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Fitted } from '../setup/fit.ts';
import type { Setting } from '../setup/trainerSetup.ts';
import { NetEvaluator, type PartEvaluation } from './evaluateNets.ts';
import { fitLinear, linearSetting } from './linearFit.ts';

/**
 * A model that knows nothing of the columns: the training rows' class shares, or their mean. Its most probable class is the
 * majority's.
 */
export function constantBaseline(train: Part, test: PartEvaluation): PartEvaluation['inputs'] {
  return test.inputs.map(({ target, input }) => ({
    target,
    input:
      input.task === 'classification'
        ? sameShares(train.labels[target], input)
        : sameValue(train.values[target], input),
  }));
}

function sameShares(
  labels: Int32Array,
  input: Extract<MetricInput, { task: 'classification' }>,
): MetricInput {
  const shares = new Float64Array(input.classes);
  for (const label of labels) shares[label] += 1 / labels.length;
  return { ...input, probabilities: input.probabilities.map((_, at) => shares[at % input.classes]) };
}

function sameValue(values: Float64Array, input: Extract<MetricInput, { task: 'regression' }>): MetricInput {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { ...input, prediction: input.prediction.map(() => mean) };
}

/** The linear model of the same inputs, on the test part. */
export async function linearBaseline(
  setting: Setting,
  fitted: Fitted,
  partsOf: (recipe: ResolvedRecipe) => { readonly train: Part; readonly test: Part },
): Promise<PartEvaluation> {
  const linear = linearSetting(setting, usualLosses(setting));
  const { train, test } = partsOf(linear.recipe);
  const { snapshot } = await fitLinear(linear, train);
  const evaluator = new NetEvaluator(linear, fitted, [snapshot]);
  const evaluation = evaluator.evaluate(test);
  evaluator.close();
  return evaluation;
}

function usualLosses({ targets }: Setting): ResolvedRecipe['losses'] {
  return targets.map(({ name, task }) => ({
    name: task === 'classification' ? 'crossEntropy' : 'meanSquaredError',
    target: name,
    weight: 1,
  }));
}
