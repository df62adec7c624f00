import type { TrainerOptions } from '../loop/index.ts';
import { snapshotOf } from '../model/parameterTensors.ts';
import { classWeightsOf } from '../setup/classWeights.ts';
import type { Fitted } from '../setup/fit.ts';
import { partOf } from '../setup/partOf.ts';
import { epochScores } from '../setup/partScores.ts';
import type { PreparedRows } from '../setup/preparedRows.ts';
import type { Problem } from '../setup/problem.ts';
import { trainerOptions, type Setting } from '../setup/trainerSetup.ts';
import type { Job } from './job.ts';
import { linearStart } from './linearStart.ts';

/** One net of a run, about to be trained. */
export interface PlannedNet {
  readonly setting: Setting;
  readonly fitted: Fitted;
  /** Its rows are among them. */
  readonly prepared: PreparedRows;
  /** Row numbers of the table. */
  readonly train: Int32Array;
  readonly validation: Int32Array | undefined;
  /** Scored after each epoch, for a person to see. */
  readonly test?: Int32Array;
  /** Which member of the model, from 0; none for a fold. */
  readonly member?: number;
  /** The recipe's, unless the folds chose. */
  readonly epochs?: number;
  readonly deadline: number | undefined;
  readonly clock?: () => number;
}

/** Seeds of the members of a model lie this far apart. */
const MEMBER_STRIDE = 1_000_003;

/** Its rows prepared, its start decided. What a person gave (weights, orders) is for the model's first net. */
export async function netOptions(job: Job, problem: Problem, net: PlannedNet): Promise<TrainerOptions> {
  const { setting, fitted, prepared, member, epochs, deadline, clock } = net;
  const { recipe, things } = setting;
  const classWeights = classWeightsOf(recipe, problem, fitted, net.train);
  const part = (rows: Int32Array) =>
    partOf(prepared, fitted, problem, rows, recipe.losses, things, classWeights);
  const seed = recipe.seed + (member ?? 0) * MEMBER_STRIDE;
  const given = member === 0 ? job.initialWeights : undefined;
  const startsLinear = !given && recipe.model.kind === 'mlp' && recipe.model.linearPath === 'fitted';
  const train = part(net.train);
  return trainerOptions(
    setting,
    { train, validation: net.validation && part(net.validation), test: net.test && part(net.test) },
    {
      seed,
      epochs,
      deadline,
      clock,
      signal: job.signal,
      watchStart: startsLinear,
      score: epochScores(setting, fitted),
      batchOrders: member === 0 ? job.batchOrders : undefined,
      initialParameters: given
        ? (plan) => snapshotOf(plan, given).parameters
        : startsLinear
          ? await linearStart(setting, train, seed)
          : undefined,
    },
  );
}
