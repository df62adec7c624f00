import type { Table, Warning } from '../../data/table/index.ts';
import { NeumannError } from '../../errors.ts';
import { planModel } from '../../nn/trace/index.ts';
import type { Executor, Host } from '../../tensor/index.ts';
import { chooseEngine, rowsOfStep, stepOperations } from '../engine/index.ts';
import type { PlannedEvent } from '../events.ts';
import { executorNamed, type ExecutorName } from '../executors.ts';
import { Trainer, type Snapshot } from '../loop/index.ts';
import { builtIn, recipeOf, withOwn, type OwnThings, type RecipeOptions } from '../recipe/index.ts';
import { divide, type Division } from '../run/division.ts';
import type { Job } from '../run/job.ts';
import { netOptions } from '../run/netOptions.ts';
import { plannedEvent } from '../run/plannedEvent.ts';
import { isSaid, resolveFor, settingFor } from '../run/settle.ts';
import type { StoredTensor } from '../safetensors/index.ts';
import { fitOn, type Fitted } from '../setup/fit.ts';
import { outputWarnings } from '../setup/outputRange.ts';
import { prepareRows, type PreparedRows } from '../setup/preparedRows.ts';
import { readProblem, type Problem } from '../setup/problem.ts';
import { modelSettings, type Setting } from '../setup/trainerSetup.ts';
import { tableSha256 } from '../tableSha256.ts';
import { TrainingClock } from './trainingClock.ts';

export interface LiveOptions extends RecipeOptions {
  readonly table: Table;
  /** What the model file says of the table it was trained on; of the table's values when left out. */
  readonly dataSha256?: string;
  /** `wasm` in exact mode when left out. */
  readonly executor?: ExecutorName | Executor;
  /** What the machine has, for a run whose steps are long enough to be shared; asked for that alone, and not where an executor is given. */
  readonly host?: () => Promise<Host>;
  readonly own?: OwnThings;
  readonly initialWeights?: Readonly<Record<string, StoredTensor>>;
  readonly batchOrders?: readonly (readonly number[])[];
  /** Whether the test part is scored after each epoch as well, for a person to see. */
  readonly watchTest?: boolean;
  /** Told after each epoch, with the weights as they were judged: a live window, before the best are taken back. */
  readonly onEpoch?: (epoch: number, weights: Snapshot) => void;
}

/** A run that is planned and has not begun. */
export interface Opened {
  readonly job: Job;
  readonly problem: Problem;
  readonly division: Division;
  readonly fitted: Fitted;
  readonly prepared: PreparedRows;
  readonly setting: Setting;
  readonly planned: PlannedEvent;
  readonly warnings: readonly Warning[];
  readonly clock: TrainingClock;
  readonly trainer: Trainer;
  readonly onEpoch: LiveOptions['onEpoch'];
}

/** From table and recipe to a trainer, by the same steps as any run. */
export async function openLive(options: LiveOptions): Promise<Opened> {
  const job = jobOf(options);
  const { recipe, things, table } = job;
  const problem = readProblem(recipe, table);
  const division = divide(recipe, problem);
  const fitted = fitOn(recipe, things, problem, division.train);
  const resolved = resolveFor(job, problem, division, fitted);
  refuseSeveral(resolved.stopping.folds, resolved.model.members);
  const alone = settingFor(job, problem, resolved, fitted);
  const plan = planModel({ ...modelSettings(alone), rows: 1 });
  const operations = stepOperations(plan, rowsOfStep(resolved, division.train.length));
  const setting = { ...alone, executor: await executorFor(options, alone, operations) };
  const prepared = prepareRows(fitted, problem, [division.train, division.validation, division.test]);
  const clock = new TrainingClock();
  const trainer = new Trainer(
    await netOptions(job, problem, { ...netOf(options, division, setting, clock), fitted, prepared }),
  );
  const said = [
    ...problem.warnings,
    ...division.warnings,
    ...fitted.warnings,
    ...outputWarnings(resolved, things, problem),
  ];
  return {
    job,
    problem,
    division,
    fitted,
    prepared,
    setting,
    clock,
    trainer,
    onEpoch: options.onEpoch,
    planned: plannedEvent(setting, problem, division, plan.parameterCount),
    warnings: said.filter((warning, index) => !isSaid(said.slice(0, index), warning)),
  };
}

function jobOf({
  table,
  dataSha256,
  executor,
  own,
  initialWeights,
  batchOrders,
  ...recipe
}: LiveOptions): Job {
  const things = own ? withOwn(own) : builtIn;
  return {
    table,
    dataSha256: dataSha256 ?? tableSha256(table),
    warnings: [],
    recipe: recipeOf(recipe, things),
    things,
    executor: executorNamed(executor),
    initialWeights,
    batchOrders,
  };
}

async function executorFor(
  { executor, host }: LiveOptions,
  usual: Setting,
  operations: number,
): Promise<Executor> {
  if (executor !== undefined || host === undefined) return usual.executor;
  return (await chooseEngine({ mode: 'exact', host }, operations, undefined)).executor;
}

function refuseSeveral(folds: number, members: number): void {
  const what = folds > 0 ? `stopping.folds is ${folds}` : `model.members is ${members}`;
  if (folds === 0 && members === 1) return;
  throw new NeumannError(
    'live',
    `A run to watch trains one net, but ${what}; set stopping.folds=0 and model.members=1.`,
  );
}

function netOf(
  { watchTest = false }: LiveOptions,
  { train, validation, test }: Division,
  setting: Setting,
  clock: TrainingClock,
) {
  const { minutes } = setting.recipe.stopping;
  return {
    setting,
    train,
    validation: validation.length === 0 ? undefined : validation,
    test: watchTest && test.length > 0 ? test : undefined,
    member: 0,
    epochs: setting.recipe.stopping.epochs,
    deadline: minutes === null ? undefined : minutes * 60_000,
    clock: () => clock.now(),
  };
}
