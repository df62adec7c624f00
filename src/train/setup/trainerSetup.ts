import { orders } from '../../data/order/index.ts';
import type { EpochOrder, OrderDefinition } from '../../data/order/index.ts';
import type { FittedPreparation } from '../../data/prepare/index.ts';
import type { InputSpec, LossSetting, ModelSettings, PenaltySetting } from '../../nn/trace/index.ts';
import type { Executor } from '../../tensor/index.ts';
import type { BatchOptions, Part, TrainerOptions } from '../loop/index.ts';
import type { Choice, ResolvedRecipe, Things } from '../recipe/index.ts';
import { modelSpec } from './modelSpec.ts';
import { outputUnits, type TargetFacts } from './outputShape.ts';
import { monitorOf } from './scoring.ts';

/** What a recipe meets: a table's inputs and targets, and what runs it. */
export interface Setting {
  readonly recipe: ResolvedRecipe;
  readonly things: Things;
  readonly executor: Executor;
  readonly input: InputSpec;
  readonly targets: readonly TargetFacts[];
  /** For each loss of the recipe, whether rows have weights. */
  readonly weighted: boolean;
}

/** What a net takes from a preparation. */
export function inputSpec({ width, embeddings }: FittedPreparation): InputSpec {
  return { width, embeddings: embeddings.map(({ name, size, dimension }) => ({ name, size, dimension })) };
}

/** The model a recipe means, with its losses: all that planning it needs. */
export function modelSettings({
  recipe,
  things,
  input,
  targets,
  weighted,
}: Setting): Omit<ModelSettings, 'rows' | 'optimizer'> {
  const outputs = targets.map((target) => {
    const loss = recipe.losses.find((candidate) => candidate.target === target.name)!;
    return { name: target.name, units: outputUnits(things.losses[loss.name], target) };
  });
  return {
    model: modelSpec(recipe.model, input, outputs),
    losses: recipe.losses.map((loss) => lossSetting(loss, weighted)),
    penalties: recipe.penalties.map((penalty) => penaltySetting(penalty, things)),
    clip: recipe.clip,
    decayBiases: recipe.optimizer.decayBiases,
    library: things,
  };
}

function lossSetting({ target, ...loss }: Choice, weighted: boolean): LossSetting {
  return { ...loss, output: String(target), weighted };
}

function penaltySetting({ name, ...options }: Choice, things: Things): PenaltySetting {
  const definition = things.penalties[name];
  return { definition, options: definition.options.parse(options) };
}

/** A training of the recipe on these parts. */
export function trainerOptions(
  setting: Setting,
  parts: { readonly train: Part; readonly validation?: Part; readonly test?: Part },
  changes: Pick<TrainerOptions, 'score' | 'signal' | 'deadline' | 'clock' | 'initialParameters'> & {
    readonly seed: number;
    readonly epochs?: number;
    readonly watchStart?: boolean;
    readonly batchOrders?: readonly (readonly number[])[];
  },
): TrainerOptions {
  const { recipe, executor } = setting;
  const { epochs = recipe.stopping.epochs, watchStart, batchOrders, ...rest } = changes;
  return {
    ...rest,
    ...parts,
    executor,
    model: modelSettings(setting),
    optimizer: optimizerSetup(setting),
    schedule: scheduleSetup(setting),
    averaging: recipe.averaging.decay,
    batches: batchSetup(setting, parts.train, changes.seed, batchOrders),
    stopping: { ...stopSetup(recipe, parts.validation !== undefined, epochs), watchStart },
  };
}

function optimizerSetup({ recipe, things }: Setting): TrainerOptions['optimizer'] {
  const { name, decayBiases: _, ...given } = recipe.optimizer;
  const definition = things.optimizers[name];
  const options = definition.options.parse(given) as Record<string, unknown>;
  const momentum = options.momentum ?? options.beta1;
  return {
    definition,
    options,
    learningRate: recipe.optimizer.learningRate,
    momentum: momentum as number | undefined,
  };
}

function scheduleSetup({ recipe, things }: Setting): TrainerOptions['schedule'] {
  const { name, ...given } = recipe.schedule;
  const definition = things.schedules[name];
  return { definition, options: definition.options.parse(given) };
}

function batchSetup(
  { recipe, things, targets }: Setting,
  train: Part,
  seed: number,
  batchOrders?: readonly (readonly number[])[],
): BatchOptions {
  const { size, dropLast, order } = recipe.batches;
  const { name, ...given } = batchOrders ? { name: orders.custom.name, orders: batchOrders } : order;
  const definition = things.orders[name] as OrderDefinition<unknown>;
  const labels = labelsOf(train, targets);
  const context = { seed, rows: train.rows, epochs: recipe.stopping.epochs, labels };
  const started: EpochOrder = definition.start(definition.options.parse(given), context);
  return {
    size: size === 'all' ? train.rows : Math.min(size, train.rows),
    dropLast,
    needsLosses: started.needsLosses,
    order: (epoch, losses) => started.order(epoch, losses),
    warnings: (losses) => started.warnings?.(losses) ?? [],
  };
}

function labelsOf(train: Part, targets: readonly TargetFacts[]): Int32Array | undefined {
  return targets.map(({ name }) => train.labels[name]).find((labels) => labels !== undefined);
}

function stopSetup(
  { stopping, task }: ResolvedRecipe,
  hasValidation: boolean,
  epochs: number,
): TrainerOptions['stopping'] {
  const { patience, minimumDelta, restoreBest } = stopping;
  const { better } = monitorOf(stopping.monitor, task);
  const watches = hasValidation || stopping.monitor.startsWith('train.');
  const monitor = watches ? stopping.monitor : null;
  return { epochs, plannedEpochs: stopping.epochs, patience, minimumDelta, monitor, better, restoreBest };
}
