import { schedules, type ScheduleName } from '../../nn/schedules/index.ts';
import { relativeError, type ConformanceOutcome, type ReadOracle } from './outcome.ts';
import { readCases, renamed, verdict, type Renaming } from './cases.ts';

interface ScheduleCase {
  readonly schedule: string;
  readonly options: Record<string, unknown>;
  readonly base_lr: number;
  readonly base_momentum?: number;
  readonly lr: readonly number[];
  readonly momentum?: readonly number[];
  readonly metric?: readonly number[];
  readonly tol64: number;
}

/** PyTorch's schedulers and their options in our words. */
const torchSchedules: Record<string, { name: ScheduleName; options: Renaming }> = {
  StepLR: { name: 'step', options: { step_size: 'stepSize', gamma: 'gamma' } },
  MultiStepLR: { name: 'multiStep', options: { milestones: 'milestones', gamma: 'gamma' } },
  ExponentialLR: { name: 'exponential', options: { gamma: 'gamma' } },
  LinearLR: {
    name: 'linear',
    options: { start_factor: 'startFactor', end_factor: 'endFactor', total_iters: 'length' },
  },
  PolynomialLR: { name: 'polynomial', options: { total_iters: 'length', power: 'power' } },
  CosineAnnealingLR: { name: 'cosine', options: { T_max: 'period', eta_min: 'minimumLearningRate' } },
  CosineAnnealingWarmRestarts: {
    name: 'cosineWarmRestarts',
    options: { T_0: 'firstPeriod', T_mult: 'periodFactor', eta_min: 'minimumLearningRate' },
  },
  OneCycleLR: {
    name: 'oneCycle',
    options: {
      max_lr: 'maximumLearningRate',
      total_steps: 'length',
      pct_start: 'riseShare',
      anneal_strategy: (value) => ({ anneal: value === 'cos' ? 'cosine' : value }),
      cycle_momentum: 'cycleMomentum',
      base_momentum: 'baseMomentum',
      max_momentum: 'maximumMomentum',
      div_factor: 'startDivisor',
      final_div_factor: 'endDivisor',
      three_phase: 'threePhases',
    },
  },
  CyclicLR: {
    name: 'cyclic',
    options: {
      base_lr: 'baseLearningRate',
      max_lr: 'maximumLearningRate',
      step_size_up: 'stepSizeUp',
      step_size_down: 'stepSizeDown',
      mode: (value) => ({ mode: value === 'exp_range' ? 'exponentialRange' : value }),
      gamma: 'gamma',
      cycle_momentum: 'cycleMomentum',
      base_momentum: 'baseMomentum',
      max_momentum: 'maximumMomentum',
    },
  },
  ReduceLROnPlateau: {
    name: 'plateau',
    options: {
      mode: 'mode',
      factor: 'factor',
      patience: 'patience',
      threshold: 'threshold',
      threshold_mode: (value) => ({ thresholdMode: value === 'abs' ? 'absolute' : 'relative' }),
      cooldown: 'cooldown',
      min_lr: 'minimumLearningRate',
      eps: 'epsilon',
    },
  },
};

/** Defaults of PyTorch's that ours differ from, because there a length must be given and here it is the run's. */
const torchDefaults: Partial<Record<ScheduleName, Record<string, unknown>>> = { polynomial: { length: 5 } };

/** A PyTorch scheduler as a schedule of a recipe; undefined where we have none, or not that option. */
export function scheduleFromTorch(
  scheduler: string,
  options: Record<string, unknown>,
): { name: ScheduleName; options: Record<string, unknown> } | undefined {
  const known = torchSchedules[scheduler];
  const own = known && renamed(options, known.options);
  return own && { name: known.name, options: { ...torchDefaults[known.name], ...own } };
}

/** Learning rate and momentum of every schedule, count by count. */
export async function* checkSchedules(read: ReadOracle): AsyncGenerator<ConformanceOutcome> {
  for (const { file, cases } of await readCases<ScheduleCase>(read, 'schedules')) {
    for (const [index, each] of cases.entries()) {
      const label = `${each.schedule} ${index}`;
      yield { file, case: label, executor: 'none', ...checkSchedule(each) };
    }
  }
}

function checkSchedule(each: ScheduleCase): Pick<ConformanceOutcome, 'status' | 'detail'> {
  const schedule = scheduleFromTorch(each.schedule, each.options);
  if (!schedule)
    return { status: 'unsupported', detail: `${each.schedule} with ${Object.keys(each.options).join(', ')}` };
  const rates = each.lr.map((_, count) => ratesAt(schedule, each, count));
  const momenta = rates.map(({ momentum }) => momentum ?? Number.NaN);
  const offLearningRate = relativeError(
    rates.map(({ learningRate }) => learningRate),
    each.lr,
  );
  const offMomentum = each.momentum ? relativeError(momenta, each.momentum) : 0;
  return verdict({ 'learning rate': offLearningRate, momentum: offMomentum }, each.tol64);
}

function ratesAt(
  schedule: { name: ScheduleName; options: Record<string, unknown> },
  each: ScheduleCase,
  count: number,
) {
  const definition = schedules[schedule.name] as (typeof schedules)['constant'];
  return definition.at(definition.options.parse(schedule.options), {
    baseLearningRate: each.base_lr,
    baseMomentum: each.base_momentum,
    count,
    total: each.lr.length,
    history: each.metric?.slice(0, count) ?? [],
  });
}
