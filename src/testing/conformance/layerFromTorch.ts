import type { LayerSpec } from '../../nn/define.ts';
import { renamed, type Renaming } from './cases.ts';

/** What only describes the case. */
const described: Renaming = { input_shape: () => ['', undefined], input: () => ['', undefined] };

const activations: Readonly<Record<string, { name: string; options?: Renaming }>> = {
  relu: { name: 'relu' },
  relu6: { name: 'relu6' },
  leaky_relu: { name: 'leakyRelu', options: { negative_slope: 'negativeSlope' } },
  elu: { name: 'elu', options: { alpha: 'alpha' } },
  selu: { name: 'selu' },
  gelu: { name: 'gelu', options: { approximate: 'approximate' } },
  silu: { name: 'silu' },
  mish: { name: 'mish' },
  softplus: { name: 'softplus', options: { beta: 'beta', threshold: 'threshold' } },
  softsign: { name: 'softsign' },
  tanh: { name: 'tanh' },
  sigmoid: { name: 'sigmoid' },
  log_sigmoid: { name: 'logSigmoid' },
  hardtanh: { name: 'hardTanh', options: { min: 'minimum', max: 'maximum' } },
  hardsigmoid: { name: 'hardSigmoid' },
  softmax: { name: 'softmax', options: { dim: 'axis' } },
  log_softmax: { name: 'logSoftmax', options: { dim: 'axis' } },
};

const batchNorm = {
  name: 'batchNorm',
  options: {
    features: () => ['', undefined],
    momentum: 'momentum',
    eps: 'epsilon',
    affine: 'affine',
    track_running_stats: 'trackStatistics',
  },
} satisfies { name: string; options: Renaming };

const layers: Readonly<Record<string, { name: string; options: Renaming }>> = {
  linear: { name: 'dense', options: { in: () => ['', undefined], out: 'units', bias: 'bias' } },
  embedding: {
    name: 'embedding',
    options: { rows: 'size', width: 'dimension', padding_idx: 'paddingIndex' },
  },
  dropout: { name: 'dropout', options: { p: 'rate' } },
  batch_norm_1d: batchNorm,
  batch_norm_2d: batchNorm,
  batch_norm_3d: batchNorm,
  layer_norm: {
    name: 'layerNorm',
    options: {
      normalized_shape: (shape) => ['axes', (shape as number[]).length],
      eps: 'epsilon',
      elementwise_affine: 'affine',
    },
  },
  group_norm: {
    name: 'groupNorm',
    options: { groups: 'groups', channels: () => ['', undefined], eps: 'epsilon', affine: 'affine' },
  },
  prelu: {
    name: 'prelu',
    options: { num_parameters: (count) => ['perChannel', (count as number) > 1], init: 'initial' },
  },
};

/** A PyTorch layer or activation as a layer of ours; undefined where we have none, or not that option. */
export function layerFromTorch(
  layer: string,
  options: Readonly<Record<string, unknown>>,
): LayerSpec | undefined {
  const activation = activations[layer];
  if (activation) {
    const own = renamed(options, { ...described, ...activation.options });
    return own && { name: 'activation', activation: { name: activation.name, ...kept(own) } };
  }
  const known = layers[layer];
  const own = known && renamed(options, { ...described, ...known.options });
  return own && { name: known.name, ...kept(own) };
}

/** Without what was renamed to nothing. */
function kept(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== ''));
}
