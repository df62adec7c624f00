import { optimizers, type OptimizerName } from '../../nn/optimizers/index.ts';
import { renamed, type Renaming } from './cases.ts';

const betas: Renaming[string] = (value) => {
  const [beta1, beta2] = value as [number, number];
  return { beta1, beta2 };
};
const etas: Renaming[string] = (value) => {
  const [shrinkage, growth] = value as [number, number];
  return { shrinkage, growth };
};
const stepSizes: Renaming[string] = (value) => {
  const [smallestStep, largestStep] = value as [number, number];
  return { smallestStep, largestStep };
};
const lineSearch: Renaming[string] = (value) => ({
  lineSearch: value === 'strong_wolfe' ? 'strongWolfe' : 'none',
});

const rate = { lr: 'learningRate', weight_decay: 'weightDecay' };
const adamLike = { ...rate, betas, eps: 'epsilon' };

/** PyTorch's optimizers and their options in our words. */
const torchOptimizers: Record<string, { name: OptimizerName; options: Renaming }> = {
  SGD: {
    name: 'sgd',
    options: { ...rate, momentum: 'momentum', dampening: 'dampening', nesterov: 'nesterov' },
  },
  Adagrad: {
    name: 'adagrad',
    options: {
      ...rate,
      lr_decay: 'learningRateDecay',
      initial_accumulator_value: 'initialAccumulator',
      eps: 'epsilon',
    },
  },
  Adadelta: { name: 'adadelta', options: { ...rate, rho: 'rho', eps: 'epsilon' } },
  RMSprop: {
    name: 'rmsprop',
    options: { ...rate, alpha: 'alpha', eps: 'epsilon', centered: 'centred', momentum: 'momentum' },
  },
  Adam: { name: 'adam', options: { ...adamLike, amsgrad: 'amsgrad' } },
  AdamW: { name: 'adamW', options: { ...adamLike, amsgrad: 'amsgrad' } },
  NAdam: {
    name: 'nadam',
    options: { ...adamLike, momentum_decay: 'momentumDecay', decoupled_weight_decay: 'decoupledWeightDecay' },
  },
  RAdam: { name: 'radam', options: { ...adamLike, decoupled_weight_decay: 'decoupledWeightDecay' } },
  Adamax: { name: 'adamax', options: adamLike },
  Rprop: { name: 'rprop', options: { lr: 'learningRate', etas, step_sizes: stepSizes } },
  ASGD: {
    name: 'asgd',
    options: { ...rate, lambd: 'lambda', alpha: 'alpha', t0: 'averageFrom' },
  },
  LBFGS: {
    name: 'lbfgs',
    options: {
      lr: 'learningRate',
      max_iter: 'maximumIterations',
      max_eval: 'maximumEvaluations',
      tolerance_grad: 'toleranceGradient',
      tolerance_change: 'toleranceChange',
      history_size: 'historySize',
      line_search_fn: lineSearch,
    },
  },
};

/** A PyTorch optimizer as one of a recipe, options resolved; undefined where we have none, or not that option. */
export function optimizerFromTorch(
  kind: string,
  options: Readonly<Record<string, unknown>>,
): { name: OptimizerName; options: { readonly learningRate: number } } | undefined {
  const known = Object.hasOwn(torchOptimizers, kind) ? torchOptimizers[kind] : undefined;
  const own = known && renamed(options, known.options);
  return own && { name: known.name, options: optimizers[known.name].options.parse(own) };
}
