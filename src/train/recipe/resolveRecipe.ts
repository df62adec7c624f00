import { builtInDefaults, type TableDefaults, type TableFacts } from './tableDefaults.ts';
import { linearPenalty } from './linearPenalty.ts';
import type { Recipe } from './schema.ts';
import type { Things } from './things.ts';

/** A recipe in which `auto` stands nowhere any more. */
export type ResolvedRecipe = Omit<
  Recipe,
  'task' | 'split' | 'model' | 'optimizer' | 'averaging' | 'batches' | 'stopping'
> & {
  task: 'classification' | 'regression';
  split: Omit<Recipe['split'], 'kind'> & { kind: Exclude<Recipe['split']['kind'], 'auto'> };
  model: ResolvedModel;
  optimizer: Recipe['optimizer'] & { learningRate: number; decayBiases: boolean };
  averaging: { decay: number | null };
  batches: Omit<Recipe['batches'], 'size'> & { size: number | 'all' };
  stopping: Omit<Recipe['stopping'], 'epochs' | 'patience' | 'folds'> & {
    epochs: number;
    patience: number | null;
    folds: number;
  };
};

type Kind<Name extends string> = Extract<Recipe['model'], { kind: Name }>;
export type ResolvedModel =
  | (Omit<Kind<'mlp'>, 'hidden' | 'dropout' | 'linearPath' | 'members'> & {
      hidden: number[];
      linearPath: TableDefaults['linearPath'];
      dropout: number;
      members: number;
    })
  | Kind<'linear'>
  | (Omit<Kind<'layers'>, 'members'> & { members: number });

/** The value itself, or what the table's facts say where it is `auto`. */
const or = <Value>(value: Value | 'auto', fallback: Value): Value => (value === 'auto' ? fallback : value);

/**
 * Writes out every `auto`, from the task and the table's size alone, so that the recipe in a run folder says everything and
 * running it again gives the same run.
 */
export function resolveRecipe(recipe: Recipe, facts: TableFacts, things: Things): ResolvedRecipe {
  const defaults = builtInDefaults(facts, recipe.model.kind);
  const { stopping, batches } = recipe;
  return {
    ...recipe,
    task: or(recipe.task, facts.task),
    split: {
      ...recipe.split,
      kind: or(recipe.split.kind, 'stratified'),
    },
    model: resolveModel(recipe.model, defaults),
    losses: resolveLosses(recipe, facts, things),
    penalties: resolvePenalties(recipe, facts),
    optimizer: resolveOptimizer(recipe.optimizer, defaults, things),
    averaging: { decay: or(recipe.averaging.decay, averagingDecay(recipe, defaults, things)) },
    batches: { ...batches, size: or(batches.size, Math.min(defaults.batchSize, facts.rows)) },
    stopping: {
      ...stopping,
      epochs: or(stopping.epochs, recipe.model.kind === 'linear' ? LINEAR_EPOCHS : defaults.epochs),
      patience: or(stopping.patience, defaults.patience),
      folds: or(stopping.folds, foldsFor(defaults.folds, facts)),
    },
  };
}

/** Each is up to twenty moves of L-BFGS; it stops where it has converged. */
const LINEAR_EPOCHS = 10;

/** At least two rows in each fold, or none. */
function foldsFor(usual: number, { rows, validationRows }: TableFacts): number {
  const most = Math.min(usual, Math.floor((rows + validationRows) / 2));
  return most < 2 ? 0 : most;
}

/** A linear model without a penalty has no best weights where it can part the classes; say strength 0 to have none. */
function resolvePenalties({ model, penalties }: Recipe, facts: TableFacts): Recipe['penalties'] {
  return model.kind === 'linear' && penalties.length === 0
    ? [linearPenalty(facts.task, facts.rows)]
    : penalties;
}

/**
 * Only with a net by AdamW, our default: who chooses another optimizer wants to see what that one does. And never where a penalty makes
 * exact zeros, or a minimizer takes few large steps, which averaging would undo.
 */
function averagingDecay(recipe: Recipe, defaults: TableDefaults, things: Things): number | null {
  const projects = recipe.penalties.some(({ name }) => things.penalties[name].project);
  const isDefault = recipe.model.kind !== 'linear' && recipe.optimizer.name === 'adamW';
  return isDefault && !projects ? defaults.averagingDecay : null;
}

function resolveModel(model: Recipe['model'], defaults: TableDefaults): ResolvedModel {
  if (model.kind === 'linear') return model;
  const members = or(model.members, defaults.members);
  if (model.kind === 'layers') return { ...model, members };
  return {
    ...model,
    members,
    hidden: or(model.hidden, defaults.hidden),
    dropout: or(model.dropout, defaults.dropout),
    linearPath: or(model.linearPath, defaults.linearPath),
  };
}

/** A target without a loss of its own gets the task's usual one. */
function resolveLosses({ data, losses }: Recipe, facts: TableFacts, things: Things): Recipe['losses'] {
  const missing = data.targets.filter((target) => !losses.some((loss) => loss.target === target));
  const usual = (target: string) => {
    const task = facts.tasks?.[target] ?? facts.task;
    const name = task === 'classification' ? 'crossEntropy' : 'meanSquaredError';
    return { name, target, weight: 1, ...(things.losses[name].options.parse({}) as object) };
  };
  return [...losses, ...missing.map(usual)];
}

function resolveOptimizer(
  optimizer: Recipe['optimizer'],
  defaults: TableDefaults,
  things: Things,
): ResolvedRecipe['optimizer'] {
  const definition = things.optimizers[optimizer.name];
  const own = definition.options.safeParse({}).data as Record<string, unknown> | undefined;
  const isDefault = optimizer.name === 'adamW';
  const learningRate = isDefault ? defaults.learningRate : (own?.learningRate as number);
  const resolved: Recipe['optimizer'] = {
    ...optimizer,
    learningRate: or(optimizer.learningRate as number | 'auto', learningRate),
  };
  if (optimizer.weightDecay === 'auto')
    resolved.weightDecay = isDefault ? defaults.weightDecay : (own?.weightDecay ?? 0);
  return resolved as ResolvedRecipe['optimizer'];
}
