import type { MetricInput } from '../../nn/define.ts';
import { Trainer, type Part } from '../loop/index.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Fitted } from '../setup/fit.ts';
import { trainerOptions, type Setting } from '../setup/trainerSetup.ts';
import { NetEvaluator, type PartEvaluation } from './evaluateNets.ts';

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

/** The linear model of the same inputs: logistic or ridge regression with scikit-learn's default strength, by L-BFGS. */
export async function linearBaseline(
  setting: Setting,
  fitted: Fitted,
  partsOf: (recipe: ResolvedRecipe) => { readonly train: Part; readonly test: Part },
): Promise<PartEvaluation> {
  const recipe = linearRecipe(setting);
  const linear = { ...setting, recipe };
  const { train, test } = partsOf(recipe);
  const trainer = new Trainer(trainerOptions(linear, { train }, { seed: recipe.seed }));
  const events = trainer.run();
  while (!(await events.next()).done);
  const evaluator = new NetEvaluator(linear, fitted, [trainer.net.snapshot()]);
  const evaluation = evaluator.evaluate(test);
  trainer.net.close();
  evaluator.close();
  return evaluation;
}

function linearRecipe({ recipe, targets, things }: Setting): ResolvedRecipe {
  const losses = targets.map(({ name, task }) => ({
    name: task === 'classification' ? 'crossEntropy' : 'meanSquaredError',
    target: name,
    weight: 1,
  }));
  const constant = things.schedules.constant.options.parse({});
  return {
    ...recipe,
    model: { kind: 'linear', members: 1 },
    losses,
    optimizer: { name: 'lbfgs', learningRate: 1, lineSearch: 'strongWolfe', decayBiases: false },
    schedule: { name: 'constant', ...constant },
    clip: { norm: null, value: null },
    batches: { size: Number.MAX_SAFE_INTEGER, order: { name: 'sequential' }, dropLast: false },
    stopping: { ...recipe.stopping, epochs: 10, patience: null, monitor: 'train.loss', restoreBest: false },
  };
}
