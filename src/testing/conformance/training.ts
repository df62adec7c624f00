import type { UpdateOptimizer } from '../../nn/define.ts';
import type { Executor } from '../../tensor/index.ts';
import { allExecutors } from '../executors.ts';
import { Trainer } from '../../train/loop/trainer.ts';
import type { EpochEvent } from '../../train/loop/trainerEvents.ts';
import type { TrainerOptions } from '../../train/loop/trainerOptions.ts';
import { readCases } from './cases.ts';
import { relativeError, type ConformanceOutcome, type ReadOracle } from './outcome.ts';
import {
  torchOrder,
  trainingOptions,
  transposed,
  type TrainingCase,
  type TrainingData,
  type TrainingHeader,
} from './trainingOptions.ts';

/** Whole training runs: losses of every epoch, rates, final weights and the test score, through the trainer of real runs. */
export async function* checkTraining(
  read: ReadOracle,
  executors: readonly Executor[] = allExecutors(),
): AsyncGenerator<ConformanceOutcome> {
  for (const { file, header, cases } of await readCases<TrainingCase>(read, 'training')) {
    const set = header as unknown as TrainingHeader;
    const data = (await read(`training/${set.data}`)) as TrainingData;
    for (const run of cases) {
      for (const executor of executors) {
        yield { file, case: run.run, executor: executor.name, ...(await checkRun(set, data, run, executor)) };
      }
    }
  }
}

type Verdict = Pick<ConformanceOutcome, 'status' | 'detail'>;

async function checkRun(
  set: TrainingHeader,
  data: TrainingData,
  run: TrainingCase,
  executor: Executor,
): Promise<Verdict> {
  const options = trainingOptions(set, data, run, executor);
  if (typeof options === 'string') return { status: 'unsupported', detail: options };
  const recorded = recordRates(options);
  const trainer = new Trainer(recorded.options);
  const epochs: EpochEvent[] = [];
  for await (const event of trainer.run()) if (event.type === 'epoch') epochs.push(event);
  const losses = lossErrors(run, epochs);
  const checks = [
    ...Object.entries(losses).map(([name, error]) => ({
      name,
      error,
      allowed: toleranceOf(run, executor).loss,
    })),
    ...rateErrors(run, recorded, trainer.stepsPerEpoch).map((check) => ({ ...check, allowed: 1e-10 })),
    ...weightErrors(run, trainer).map((check) => ({ ...check, allowed: toleranceOf(run, executor).weights })),
    scoreCheck(run, data.kind, epochs.at(-1), executor),
  ];
  trainer.net.close();
  return judge(checks);
}

interface Check {
  readonly name: string;
  readonly error: number;
  readonly allowed: number;
}

function judge(checks: readonly Check[]): Verdict {
  const worst = checks.reduce((a, b) => (a.error / a.allowed >= b.error / b.allowed ? a : b));
  const detail = `${worst.name} off by ${worst.error.toExponential(1)}, allowed ${worst.allowed.toExponential(1)}`;
  return { status: checks.every(({ error, allowed }) => error <= allowed) ? 'passed' : 'failed', detail };
}

const toleranceOf = (run: TrainingCase, { name }: Executor) => (name === 'wasm' ? run.tol32 : run.tol64);

function lossErrors(run: TrainingCase, epochs: readonly EpochEvent[]): Record<string, number> {
  const { train_loss, end_loss, test_loss } = run;
  return {
    'loss while learning': relativeError(
      epochs.map((epoch) => epoch.trainLossWhileLearning),
      train_loss,
    ),
    'train loss': relativeError(
      epochs.map((epoch) => epoch.train.plainLoss),
      end_loss,
    ),
    'test loss': relativeError(
      epochs.map((epoch) => epoch.validation?.plainLoss ?? NaN),
      test_loss,
    ),
  };
}

interface Recorded {
  readonly options: TrainerOptions;
  readonly rates: number[];
  readonly momenta: number[];
}

/** The same options with an optimizer that also writes down what rate and momentum it is given. */
function recordRates(options: TrainerOptions): Recorded {
  const rates: number[] = [];
  const momenta: number[] = [];
  const inner = options.optimizer.definition as UpdateOptimizer<unknown>;
  const definition: UpdateOptimizer<unknown> = {
    ...inner,
    scalars(own, step, memory) {
      rates.push(step.learningRate);
      momenta.push(step.momentum ?? NaN);
      return inner.scalars(own, step, memory);
    },
  };
  return { options: { ...options, optimizer: { ...options.optimizer, definition } }, rates, momenta };
}

/** Rates are given per step where the schedule goes by steps, else as in force at the end of each epoch. */
function rateErrors(run: TrainingCase, { rates, momenta }: Recorded, steps: number) {
  const perStep = run.lr.length > run.train_loss.length;
  // Planning the programs asks for the names of the scalars, before any step.
  const own = rates.slice(rates.length - steps * run.train_loss.length);
  const ofEpochs = run.train_loss.map((_, epoch) => own[(epoch + 1) * steps - 1]);
  const checks = [{ name: 'learning rate', error: relativeError(perStep ? own : ofEpochs, run.lr) }];
  if (!run.momentum) return checks;
  return [
    ...checks,
    { name: 'momentum', error: relativeError(momenta.slice(-run.momentum.length), run.momentum) },
  ];
}

/** Our dense weights are [in, out], PyTorch's [out, in]. */
function weightErrors(run: TrainingCase, { net }: Trainer) {
  return torchOrder(net.plan).map((parameter, index) => {
    const { offset, shape } = parameter.slot;
    const size = shape.reduce((product, axis) => product * axis, 1);
    const own = net.parameters.slice(offset, offset + size);
    return { name: parameter.name, error: relativeError(transposed(own, shape), run.final[index].data) };
  });
}

/**
 * The score after the last epoch: accuracy exactly as one of PyTorch's two. R² has no tolerance of its own, and near 0 no
 * scale: what it leaves unexplained, 1 - R², is compared at the loss's.
 */
function scoreCheck(
  run: TrainingCase,
  kind: TrainingData['kind'],
  last: EpochEvent | undefined,
  executor: Executor,
): Check {
  const score = last?.validation?.score ?? NaN;
  const { test_score, test_score_float32 } = run;
  const allowed = toleranceOf(run, executor).loss;
  if (kind === 'regression')
    return { name: 'test R²', error: relativeError([1 - score], [1 - test_score]), allowed };
  const expected = executor.name === 'wasm' ? [test_score, test_score_float32] : [test_score];
  return {
    name: 'test accuracy',
    error: expected.includes(score) ? 0 : Math.abs(score - test_score),
    allowed,
  };
}
