import type { Choice } from '../../nn/define.ts';
import { numbers, renamed, type Renaming } from './cases.ts';
import type { OracleTensor } from './evaluateGraph.ts';

interface KnownLoss {
  readonly name: string;
  readonly options?: Renaming;
  /** Options of ours that make it what PyTorch has. */
  readonly fixed?: Readonly<Record<string, unknown>>;
}

/** What says how a case is reduced or made, not what the loss is. */
const described = ['reduction', 'note', 'targets', 'class_weights', 'pos_weight'];

const known: Readonly<Record<string, KnownLoss>> = {
  mse: { name: 'meanSquaredError' },
  mae: { name: 'meanAbsoluteError' },
  smooth_l1: { name: 'smoothL1', options: { beta: 'beta' } },
  huber: { name: 'huber', options: { delta: 'delta' } },
  poisson_nll: { name: 'poisson', options: { log_input: 'logInput', full: 'full', eps: 'epsilon' } },
  gaussian_nll: { name: 'gaussian', options: { full: 'full', eps: 'epsilon' }, fixed: { variance: 'given' } },
  bce_with_logits: { name: 'binaryCrossEntropy' },
  bce: { name: 'binaryCrossEntropyOfProbabilities' },
  cross_entropy: {
    name: 'crossEntropy',
    options: { label_smoothing: 'labelSmoothing', ignore_index: 'ignoreIndex' },
    fixed: { ignoreIndex: -100 },
  },
  nll: {
    name: 'negativeLogLikelihood',
    options: { ignore_index: 'ignoreIndex' },
    fixed: { ignoreIndex: -100 },
  },
  multi_margin: { name: 'multiMargin', options: { margin: 'margin', p: 'power' } },
  kl_div: {
    name: 'kullbackLeibler',
    options: { log_target: 'logTarget' },
    fixed: { input: 'logProbabilities' },
  },
  hinge: { name: 'hinge' },
  squared_hinge: { name: 'squaredHinge' },
  hinge_embedding: { name: 'hingeEmbedding', options: { margin: 'margin' } },
  soft_margin: { name: 'softMargin' },
  cosine_embedding: { name: 'cosineEmbedding', options: { margin: 'margin' } },
  one_minus_cosine: { name: 'cosineDistance', options: { eps: 'epsilon' } },
};

const softTargets: KnownLoss = { name: 'softCrossEntropy', options: { label_smoothing: 'labelSmoothing' } };

/** A PyTorch loss as a loss of ours; undefined where we have none, or not that option. */
export function lossFromTorch(
  loss: string,
  options: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, OracleTensor>>,
): Choice | undefined {
  const entry = loss === 'cross_entropy' && options.targets === 'probabilities' ? softTargets : known[loss];
  const stated = Object.fromEntries(Object.entries(options).filter(([name]) => !described.includes(name)));
  const own = entry && renamed(stated, entry.options ?? {});
  if (!own) return undefined;
  return {
    name: entry.name,
    ...entry.fixed,
    ...own,
    ...(given.weight ? { classWeights: [...numbers(given.weight.data)] } : {}),
    ...(given.pos_weight ? { positiveWeight: [...numbers(given.pos_weight.data)] } : {}),
  };
}
