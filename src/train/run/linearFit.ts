import { l2 } from '../../nn/penalties/l2.ts';
import { planModel, type ModelPlan } from '../../nn/trace/index.ts';
import { Trainer, type Part, type Snapshot } from '../loop/index.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import { modelSettings, trainerOptions, type Setting } from '../setup/trainerSetup.ts';

/** What of a setting a linear model shares, and these losses. */
export function linearSetting(setting: Setting, losses: ResolvedRecipe['losses']): Setting {
  const { recipe, things } = setting;
  const constant = things.schedules.constant.options.parse({});
  const linear: ResolvedRecipe = {
    ...recipe,
    model: { kind: 'linear', members: 1 },
    losses,
    penalties: [],
    optimizer: { name: 'lbfgs', learningRate: 1, lineSearch: 'strongWolfe', decayBiases: false },
    averaging: { decay: null },
    schedule: { name: 'constant', ...constant },
    clip: { norm: null, value: null },
    batches: { size: 'all', order: { name: 'sequential' }, dropLast: false },
    stopping: { ...recipe.stopping, epochs: 10, patience: null, monitor: 'train.loss', restoreBest: false },
  };
  return { ...setting, recipe: linear };
}

interface LinearFit {
  readonly plan: ModelPlan;
  readonly snapshot: Snapshot;
}

/** By the rows' inputs, and by the recipe: a net that starts from its linear model is compared to the same one in the end. */
const fits = new WeakMap<Float32Array, Map<string, Promise<LinearFit>>>();

/** As `fit`, but what was fitted before on these rows is not fitted again. */
export function fitLinear(setting: Setting, train: Part): Promise<LinearFit> {
  const known = fits.get(train.features) ?? new Map<string, Promise<LinearFit>>();
  fits.set(train.features, known);
  const key = JSON.stringify({ ...setting.recipe, losses: setting.recipe.losses.map(whole(setting)) });
  const fitted = known.get(key) ?? fit(setting, train);
  known.set(key, fitted);
  return fitted;
}

/** A loss with all its options, in one order. */
const whole =
  ({ things }: Setting) =>
  ({ name, target, weight, ...options }: ResolvedRecipe['losses'][number]) => [
    name,
    target,
    weight,
    things.losses[name].options.parse(options),
  ];

/**
 * Logistic or ridge regression by L-BFGS, with scikit-learn's default strength (C = 1, alpha = 1): in the mean over rows that
 * is an L2 penalty of 1 / (2 n) for classes and 1 / n for numbers.
 */
async function fit(setting: Setting, train: Part): Promise<LinearFit> {
  const { recipe } = setting;
  const strength = (recipe.task === 'classification' ? 0.5 : 1) / train.rows;
  const optimizer = { ...recipe.optimizer, historySize: historySize(setting) };
  const penalised = {
    ...setting,
    recipe: { ...recipe, optimizer, penalties: [{ name: l2.name, strength }] },
  };
  const trainer = new Trainer(trainerOptions(penalised, { train }, { seed: recipe.seed }));
  const events = trainer.run();
  while (!(await events.next()).done);
  const { plan } = trainer.net;
  const snapshot = trainer.net.snapshot();
  trainer.net.close();
  return { plan, snapshot };
}

/** Numbers that L-BFGS may remember of its moves; learned vectors for very many categories would else fill the memory. */
const REMEMBERED = 1_000_000;

/** L-BFGS's usual 100 moves, and fewer where weights are many. */
function historySize(setting: Setting): number {
  const { parameterCount } = planModel({ ...modelSettings(setting), rows: 1 });
  return Math.max(5, Math.min(100, Math.floor(REMEMBERED / parameterCount)));
}
