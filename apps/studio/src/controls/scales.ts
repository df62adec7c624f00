import { keysToTry } from '../catalogue/index.ts';

/** How a number is set by a slider. The schema says what may be; this says what is worth trying. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Linear scales: the smallest move. Logarithmic ones move through numbers of two digits. */
  readonly step?: number;
  readonly logarithmic?: true;
  /** A logarithmic scale of the distance from 1, for shares that are remembered: 0.9, 0.99, 0.999. */
  readonly memory?: true;
  /** A logarithmic scale whose first place is 0: off. */
  readonly fromZero?: true;
  /** What is usual; drawn on the slider and said in the help. */
  readonly usual?: readonly [number, number];
  /** Shown in percent. */
  readonly percent?: true;
}

const linear = (low: number, high: number, step: number, usual?: readonly [number, number]): Scale => ({
  low,
  high,
  step,
  usual,
});
const share = (usual?: readonly [number, number], high = 1, low = 0): Scale => ({
  low,
  high,
  step: 0.01,
  usual,
  percent: true,
});
const logarithmic = (low: number, high: number, usual?: readonly [number, number]): Scale => ({
  low,
  high,
  logarithmic: true,
  usual,
});
const memory = (low: number, high: number, usual: readonly [number, number]): Scale => ({
  low,
  high,
  memory: true,
  usual,
});
const fromZero = (low: number, high: number, usual?: readonly [number, number]): Scale => ({
  low,
  high,
  logarithmic: true,
  fromZero: true,
  usual,
});

/** By the same keys as the dictionaries. A number without a scale is typed. */
const scales: Readonly<Record<string, Scale>> = {
  'data.rows': linear(20, 2000, 10, [200, 1000]),
  'data.classes': linear(2, 6, 1),
  'data.noise': linear(0, 3, 0.05, [0, 1]),
  'data.balance': share(undefined, 1, 0.02),
  'data.mislabelled': share([0, 0.1], 0.5),
  'data.stretch.x': logarithmic(0.01, 1000, [0.1, 10]),
  'data.stretch.y': logarithmic(0.01, 1000, [0.1, 10]),
  'data.shift.x': linear(-100, 100, 1, [-5, 5]),
  'data.shift.y': linear(-100, 100, 1, [-5, 5]),
  'data.outlier': linear(0, 200, 1),
  'recipe.model.dropout': share([0.3, 0.5], 0.9),
  'recipe.model.inputDropout': share([0, 0.2], 0.9),
  'recipe.clip.norm': logarithmic(0.01, 100, [0.5, 5]),
  'recipe.clip.value': logarithmic(0.001, 10, [0.1, 1]),
  'recipe.averaging.decay': memory(0.5, 0.999, [0.99, 0.999]),
  'recipe.batches.size': logarithmic(1, 500, [10, 60]),
  'recipe.stopping.epochs': logarithmic(1, 10_000, [100, 1000]),
  'recipe.stopping.patience': logarithmic(1, 500, [10, 50]),
  'recipe.stopping.minimumDelta': fromZero(1e-6, 0.1, [0, 1e-3]),
  'recipe.stopping.minutes': logarithmic(0.1, 60),
  'layers.units': linear(1, 32, 1, [2, 8]),
  'layers.rate': share([0.3, 0.5], 0.9),
  'layers.momentum': share([0.01, 0.1]),
  'layers.epsilon': logarithmic(1e-8, 0.1, [1e-6, 1e-3]),
  'layers.groups': linear(1, 8, 1),
  'layers.initial': linear(-1, 1, 0.01, [0, 0.3]),
  'activations.negativeSlope': linear(0, 1, 0.01, [0.01, 0.3]),
  'activations.alpha': linear(0.1, 3, 0.1, [0.5, 1]),
  'activations.beta': linear(0.1, 10, 0.1, [1, 5]),
  'activations.minimum': linear(-5, 0, 0.1),
  'activations.maximum': linear(0, 5, 0.1),
  'losses.weight': logarithmic(0.01, 100, [0.1, 10]),
  'losses.delta': logarithmic(0.01, 10, [0.5, 2]),
  'losses.beta': logarithmic(0.01, 10, [0.5, 2]),
  'losses.labelSmoothing': share([0, 0.2]),
  'losses.positiveWeight': logarithmic(0.01, 100, [0.2, 5]),
  'losses.margin': linear(0, 5, 0.1, [0.5, 2]),
  'losses(cosineEmbedding).margin': linear(-1, 1, 0.05, [0, 0.5]),
  'initializers.negativeSlope': linear(0, 1, 0.01, [0.01, 0.3]),
  'initializers.gain': linear(0.1, 5, 0.1, [1, 2]),
  'initializers.low': linear(-3, 3, 0.01, [-0.5, 0]),
  'initializers.high': linear(-3, 3, 0.01, [0, 0.5]),
  'initializers.mean': linear(-3, 3, 0.05),
  'initializers.deviation': fromZero(0.001, 10, [0.01, 1]),
  'initializers.sparsity': share([0.5, 0.9]),
  'initializers.value': linear(-2, 2, 0.05),
  'penalties.strength': fromZero(1e-6, 1, [1e-5, 1e-2]),
  'penalties.mix': share(),
  'penalties.limit': linear(0.1, 10, 0.1, [1, 4]),
  'optimizers.learningRate': logarithmic(1e-5, 10, [1e-3, 0.1]),
  'optimizers.momentum': memory(0, 0.995, [0.5, 0.99]),
  'optimizers.dampening': share(undefined, 0.99),
  'optimizers.weightDecay': fromZero(1e-6, 1, [1e-4, 0.1]),
  'optimizers.shrinkage': linear(0.05, 0.95, 0.05, [0.5, 0.5]),
  'optimizers.growth': linear(1.05, 3, 0.05, [1.1, 1.5]),
  'optimizers.learningRateDecay': fromZero(1e-6, 1),
  'optimizers.initialAccumulator': fromZero(1e-6, 10, [0, 0.1]),
  'optimizers.epsilon': fromZero(1e-12, 0.1, [1e-10, 1e-6]),
  'optimizers(rmsprop).alpha': memory(0, 0.999, [0.9, 0.99]),
  'optimizers(asgd).alpha': linear(0, 2, 0.05, [0.5, 1]),
  'optimizers.rho': memory(0, 0.999, [0.9, 0.95]),
  'optimizers.beta1': memory(0, 0.995, [0.8, 0.95]),
  'optimizers.beta2': memory(0, 0.9999, [0.95, 0.999]),
  'optimizers.momentumDecay': fromZero(1e-4, 0.1),
  'optimizers.lambda': fromZero(1e-6, 0.1),
  'optimizers.historySize': linear(1, 100, 1, [5, 100]),
  'optimizers.maximumIterations': linear(1, 100, 1, [10, 20]),
  'schedules.warmUp': fromZero(1, 1000, [5, 100]),
  'schedules.warmUpFactor': share([0.01, 0.3]),
  'schedules.minimumLearningRate': fromZero(1e-7, 0.1),
  'schedules.periodFactor': linear(1, 5, 1, [1, 2]),
  'schedules.gamma': linear(0.01, 1, 0.01, [0.1, 0.5]),
  'schedules(exponential).gamma': memory(0.5, 0.9999, [0.9, 0.999]),
  'schedules(cyclic).gamma': memory(0.5, 0.9999, [0.999, 0.9999]),
  'schedules.startFactor': linear(0, 2, 0.01),
  'schedules.endFactor': linear(0, 2, 0.01),
  'schedules.power': linear(0.1, 4, 0.1, [0.9, 2]),
  'schedules.riseShare': share([0.1, 0.4]),
  'schedules.baseMomentum': memory(0, 0.995, [0.8, 0.9]),
  'schedules.maximumMomentum': memory(0, 0.995, [0.9, 0.99]),
  'schedules.maximumLearningRate': logarithmic(1e-5, 10, [1e-3, 1]),
  'schedules.baseLearningRate': logarithmic(1e-6, 1),
  'schedules.factor': linear(0.01, 0.99, 0.01, [0.1, 0.5]),
  'schedules.patience': linear(0, 100, 1, [5, 20]),
  'orders.pressure': logarithmic(1, 1000, [2, 100]),
  'orders.finalPressure': logarithmic(1, 1000, [1, 10]),
};

/** The scale of a field: its own, or that of its like; undefined where it is typed. */
export function scaleOf(key: string): Scale | undefined {
  return keysToTry(key)
    .map((one) => scales[one])
    .find((scale) => scale !== undefined);
}

/** Keys that have a scale, for the test that none stands for a field there is not. */
export const scaledKeys: readonly string[] = Object.keys(scales);
