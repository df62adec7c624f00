import type { UpdateOptimizer } from '../../nn/define.ts';
import { metrics } from '../../nn/metrics/index.ts';
import { optimizers } from '../../nn/optimizers/index.ts';
import { penalties } from '../../nn/penalties/index.ts';
import { schedules } from '../../nn/schedules/index.ts';
import { applyLink, type ModelPlan, type ModelSpec, type PenaltySetting } from '../../nn/trace/index.ts';
import type { Executor } from '../../tensor/index.ts';
import type { Evaluation } from '../../train/loop/evaluator.ts';
import type { Part } from '../../train/loop/part.ts';
import type { ScheduleChoice } from '../../train/loop/rateClock.ts';
import type { TrainerOptions } from '../../train/loop/trainerOptions.ts';
import { scheduleFromTorch } from './schedules.ts';
import { optimizerFromTorch } from './torchOptimizers.ts';

interface OracleTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export interface TrainingHeader {
  readonly data: string;
  readonly sizes: readonly number[];
  readonly activation: string;
  readonly batch: number;
  readonly epochs: number;
  readonly init: readonly OracleTensor[];
}

export interface TrainingData {
  readonly kind: 'classes' | 'binary' | 'regression';
  readonly x: OracleTensor;
  readonly y: readonly number[];
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly perms: readonly (readonly number[])[];
}

export interface TrainingCase {
  readonly run: string;
  readonly settings: TrainingSettings;
  readonly train_loss: readonly number[];
  readonly end_loss: readonly number[];
  readonly test_loss: readonly number[];
  readonly lr: readonly number[];
  readonly momentum?: readonly number[];
  readonly final: readonly OracleTensor[];
  readonly test_score: number;
  readonly test_score_float32: number;
  readonly tol64: { readonly loss: number; readonly weights: number };
  readonly tol32: { readonly loss: number; readonly weights: number };
}

interface TrainingSettings {
  readonly optimizer: readonly [name: string, options: Record<string, unknown>];
  readonly schedule?: readonly [name: string, options: Record<string, unknown>, unit: 'epoch' | 'step'];
  readonly l1?: number;
  readonly l2?: number;
  readonly decay_biases?: boolean;
  readonly clip_norm?: number;
  readonly clip_value?: number;
  readonly max_norm?: number;
  readonly label_smoothing?: number;
}

const known = new Set(
  'optimizer schedule l1 l2 decay_biases clip_norm clip_value max_norm label_smoothing'.split(' '),
);

/** A case as the trainer takes it, or what of it we do not have. */
export function trainingOptions(
  set: TrainingHeader,
  data: TrainingData,
  { settings }: TrainingCase,
  executor: Executor,
): TrainerOptions | string {
  const strange = Object.keys(settings).find((key) => !known.has(key));
  if (strange) return `the setting ${strange}`;
  const chosen = optimizerFromTorch(...settings.optimizer);
  if (!chosen) return `the optimizer ${settings.optimizer[0]}`;
  const { weightDecay = 0 } = chosen.options as { weightDecay?: number };
  const penalised = penaltiesOf(settings);
  const decayBiases = settings.decay_biases ?? true;
  if (penalised.length > 0 && decayBiases && weightDecay > 0)
    return 'penalties on weights alone beside decay on everything';
  const steps = set.epochs * Math.ceil(data.train.length / set.batch);
  const schedule = scheduleOf(settings.schedule, steps);
  if (!schedule) return `the schedule ${settings.schedule?.[0]}`;
  return {
    executor,
    model: {
      model: modelOf(set),
      losses: [lossOf(data.kind, settings.label_smoothing ?? 0)],
      penalties: penalised,
      clip: { norm: settings.clip_norm, value: settings.clip_value },
      decayBiases: decayBiases && penalised.length === 0,
    },
    optimizer: {
      definition: optimizers[chosen.name] as unknown as UpdateOptimizer<unknown>,
      options: chosen.options,
      learningRate: chosen.options.learningRate,
      momentum: momentumOf(chosen.options),
    },
    schedule,
    batches: { size: set.batch, dropLast: false, order: (epoch) => Int32Array.from(data.perms[epoch]) },
    stopping: {
      epochs: set.epochs,
      patience: null,
      minimumDelta: 0,
      monitor: 'train.plainLoss',
      better: 'lower',
      restoreBest: false,
    },
    seed: 0,
    train: partOf(data, data.train),
    validation: partOf(data, data.test),
    score: (part, evaluation) => plainScores(data.kind, part, evaluation),
    initialParameters: (plan) => initialOf(plan, set.init),
  };
}

function modelOf({ sizes, activation }: TrainingHeader): ModelSpec {
  const hidden = sizes.slice(1, -1);
  return {
    input: { width: sizes[0], embeddings: [] },
    trunk: hidden.flatMap((units) => [
      { name: 'dense', units },
      { name: 'activation', activation: { name: activation } },
    ]),
    outputs: [{ name: 'y', units: sizes.at(-1)! }],
  };
}

const lossNames = { classes: 'crossEntropy', binary: 'binaryCrossEntropy', regression: 'meanSquaredError' };

function lossOf(kind: TrainingData['kind'], labelSmoothing: number) {
  const smoothing = labelSmoothing > 0 ? { labelSmoothing } : {};
  return { name: lossNames[kind], output: 'y', ...smoothing };
}

/** They act on what decays; in the reference on weights alone. */
function penaltiesOf({ l1, l2, max_norm }: TrainingSettings): PenaltySetting[] {
  const setting = (name: keyof typeof penalties, given: Record<string, unknown>): PenaltySetting => ({
    definition: penalties[name] as PenaltySetting['definition'],
    options: penalties[name].options.parse(given),
  });
  return [
    ...(l1 ? [setting('l1', { strength: l1 })] : []),
    ...(l2 ? [setting('l2', { strength: l2 })] : []),
    ...(max_norm ? [setting('maxNorm', { limit: max_norm })] : []),
  ];
}

function scheduleOf(schedule: TrainingSettings['schedule'], steps: number): ScheduleChoice | undefined {
  const [name, given, unit] = schedule ?? ['ConstantLR', {}, 'epoch'];
  const own = schedule ? scheduleFromTorch(name, given) : { name: 'constant' as const, options: {} };
  if (!own) return undefined;
  const length = name === 'OneCycleLR' ? { length: steps + 1 } : {};
  const definition = schedules[own.name] as unknown as ScheduleChoice['definition'];
  return { definition, options: definition.options.parse({ unit, ...own.options, ...length }) };
}

function momentumOf(options: object): number | undefined {
  const { momentum, beta1 } = options as { momentum?: number; beta1?: number };
  return momentum ?? beta1;
}

function partOf(data: TrainingData, rows: readonly number[]): Part {
  const width = data.x.shape[1];
  const features = Float32Array.from(
    rows.flatMap((row) => data.x.data.slice(row * width, (row + 1) * width)),
  );
  const targets = rows.map((row) => data.y[row]);
  const y = data.kind === 'classes' ? Int32Array.from(targets) : Float32Array.from(targets);
  return {
    rows: rows.length,
    features,
    width,
    codes: new Int32Array(0),
    codesWidth: 0,
    targets: { y },
    labels: {},
    values: {},
    weights: [undefined],
  };
}

/** The loss without label smoothing, and accuracy or R². */
function plainScores(kind: TrainingData['kind'], { targets }: Part, { loss, predictions }: Evaluation) {
  const raw = predictions.y;
  if (kind === 'regression') {
    const score = metrics.r2.compute({
      task: 'regression',
      truth: Float64Array.from(targets.y),
      prediction: raw,
    });
    return { plainLoss: loss, score };
  }
  if (kind === 'binary') {
    const right = raw.filter((logit, row) => (logit > 0 ? 1 : 0) === targets.y[row]).length;
    return { plainLoss: loss, score: right / raw.length };
  }
  const classes = raw.length / targets.y.length;
  const output = { name: 'y', units: classes, link: 'softmax' as const };
  const input = {
    task: 'classification' as const,
    truth: Int32Array.from(targets.y),
    probabilities: applyLink(output, raw),
    classes,
  };
  return { plainLoss: metrics.logLoss.compute(input), score: metrics.accuracy.compute(input) };
}

function initialOf(plan: ModelPlan, init: readonly OracleTensor[]): Float64Array {
  const values = new Float64Array(plan.parameterCount);
  torchOrder(plan).forEach(({ slot }, index) => {
    const { shape, data } = init[index];
    values.set(transposed(data, shape), slot.offset);
  });
  return values;
}

/** W1, b1, W2, b2, ... */
export function torchOrder({ parameters }: ModelPlan) {
  const weights = parameters.filter(({ slot }) => slot.shape.length === 2);
  const biases = parameters.filter(({ slot }) => slot.shape.length === 1);
  return weights.flatMap((weight, layer) => [weight, biases[layer]]);
}

export function transposed(values: ArrayLike<number>, shape: readonly number[]): ArrayLike<number> {
  if (shape.length !== 2) return values;
  const [rows, columns] = shape;
  return Float64Array.from(
    { length: rows * columns },
    (_, i) => values[(i % rows) * columns + Math.floor(i / rows)],
  );
}
