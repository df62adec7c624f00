import { NeumannError } from '../../errors.ts';
import type { LayerDefinition } from '../../nn/define.ts';
import { layers, type LayerName } from '../../nn/layers/index.ts';
import type { Affine, NetworkValue } from './network.ts';
import type { NetworkBuilder } from './networkBuilder.ts';

type OptionsOf<Name extends LayerName> =
  (typeof layers)[Name] extends LayerDefinition<infer Options> ? Options : never;

type Lowering<Options> = (builder: NetworkBuilder, input: NetworkValue, options: Options) => NetworkValue;

/**
 * What each layer is once training is over, as operations on rows. A new layer gets a line here, and is then exported
 * everywhere; the type keeps this list as long as that of the layers.
 */
const lowerings: { readonly [Name in LayerName]: Lowering<OptionsOf<Name>> } = {
  dense: (builder, input, { units, bias }) => dense(builder, input, units, bias),
  activation: (builder, input, { activation }) => builder.activate(activation, input),
  dropout: (_builder, input) => input,
  flatten: (_builder, input) => input,

  batchNorm(builder, input, { epsilon, affine, trackStatistics }) {
    if (!trackStatistics) throw refuseBatchStatistics();
    const statistics = {
      mean: builder.tensor('runningMean'),
      variance: builder.tensor('runningVariance'),
      epsilon,
    };
    return builder.add(
      { kind: 'batchNorm', input, ...statistics, affine: affine ? affineOf(builder) : null },
      input.width,
    );
  },
  layerNorm: (builder, input, { epsilon, affine }) => groupNorm(builder, input, 1, epsilon, affine),
  groupNorm: (builder, input, { groups, epsilon, affine }) =>
    groupNorm(builder, input, groups, epsilon, affine),

  residual(builder, input, { layers: inner }) {
    const made = builder.sequence(inner, input);
    const around =
      made.width === input.width
        ? input
        : builder.scope('projection', (scope) => dense(scope, input, made.width, false));
    return builder.add({ kind: 'add', inputs: [around, made] }, made.width);
  },

  prelu: (builder, input) =>
    builder.add({ kind: 'prelu', input, slope: builder.tensor('weight') }, input.width),

  embedding() {
    throw new NeumannError(
      'export',
      'A layer "embedding" among others takes codes, but the net hands it numbers; let the preparation embed the column instead (preparation.columns).',
    );
  },
};

export const isLayerName = (name: string): name is LayerName => Object.hasOwn(lowerings, name);

export function lowerLayer(
  name: LayerName,
  builder: NetworkBuilder,
  input: NetworkValue,
  options: unknown,
): NetworkValue {
  return (lowerings[name] as Lowering<unknown>)(builder, input, options);
}

/** x W, plus a bias where there is one. */
export function dense(
  builder: NetworkBuilder,
  input: NetworkValue,
  units: number,
  bias: boolean,
): NetworkValue {
  const weight = builder.tensor('weight');
  return builder.add({ kind: 'dense', input, weight, bias: bias ? builder.tensor('bias') : null }, units);
}

function groupNorm(
  builder: NetworkBuilder,
  input: NetworkValue,
  groups: number,
  epsilon: number,
  affine: boolean,
): NetworkValue {
  return builder.add(
    { kind: 'groupNorm', input, groups, epsilon, affine: affine ? affineOf(builder) : null },
    input.width,
  );
}

function affineOf(builder: NetworkBuilder): Affine {
  return { weight: builder.tensor('weight'), bias: builder.tensor('bias') };
}

function refuseBatchStatistics(): NeumannError {
  return new NeumannError(
    'export',
    'A batchNorm with trackStatistics=false takes the statistics of the rows beside it, so one row alone has no prediction; train with trackStatistics=true.',
  );
}
