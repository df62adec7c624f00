import type {
  Affine,
  NetworkTensor,
  NetworkValue,
  OperationKind,
  OperationOf,
} from '../../network/network.ts';
import { arithmetic } from '../columns/arithmetic.ts';
import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';
import { nativeActivation } from './nativeActivations.ts';
import { scalarGraph } from './scalarGraph.ts';

/** What an operation's part of the graph is built from. */
export interface OperationScope {
  readonly graph: GraphBuilder;
  /** float [rows, width]; undefined where there are none. */
  readonly features: Value | undefined;
  /** int64 [rows, 1], one for each column with learned vectors. */
  readonly codes: readonly Value[];
  /** float, in the shape it has in the model file. */
  weight(tensor: NetworkTensor): Value;
  value(value: NetworkValue): Value;
}

type OperationGraph<Kind extends OperationKind> = (
  scope: OperationScope,
  operation: OperationOf<Kind>,
) => Value;

/** Every operation of a net, over tensors of [rows, width]. */
const graphs: { readonly [Kind in OperationKind]: OperationGraph<Kind> } = {
  features: ({ features }) => features!,

  embedding({ graph, codes, weight }, { column, table }) {
    const found = graph.node('Gather', [weight(table), codes[column]]);
    return graph.node('Reshape', [found, graph.numbers('int64', [-1, table.shape[1]], [2])]);
  },

  concatenate: ({ graph, value }, { inputs }) =>
    graph.node(
      'Concat',
      inputs.map((input) => value(input)),
      { axis: { i: 1 } },
    ),

  dense: ({ graph, value, weight }, { input, weight: own, bias }) =>
    bias
      ? graph.node('Gemm', [value(input), weight(own), weight(bias)])
      : graph.node('MatMul', [value(input), weight(own)]),

  elementwise({ graph, value }, { input, activation }) {
    const native = nativeActivation(activation);
    return native
      ? graph.node(native.operator, [value(input)], native.attributes)
      : scalarGraph(graph, activation.formula, value(input));
  },

  softmax: ({ graph, value }, { input }) => graph.node('Softmax', [value(input)], { axis: { i: 1 } }),
  logSoftmax: ({ graph, value }, { input }) => graph.node('LogSoftmax', [value(input)], { axis: { i: 1 } }),

  batchNorm(scope, { input, mean, variance, epsilon, affine }) {
    const { graph, value, weight } = scope;
    const [ones, zeros] = [1, 0].map((each) =>
      graph.numbers('float', Array<number>(input.width).fill(each), [input.width]),
    );
    const [scale, shift] = affine ? [weight(affine.weight), weight(affine.bias)] : [ones, zeros];
    return graph.node('BatchNormalization', [value(input), scale, shift, weight(mean), weight(variance)], {
      epsilon: { f: epsilon },
    });
  },

  groupNorm(scope, { input, groups, epsilon, affine }) {
    const { graph, value } = scope;
    const shape = (...axes: number[]) => graph.numbers('int64', axes, [axes.length]);
    const size = input.width / groups;
    const parts = graph.node('Reshape', [value(input), shape(-1, groups, size)]);
    const ones = graph.numbers('float', Array<number>(size).fill(1), [size]);
    const normalised = graph.node('LayerNormalization', [parts, ones], {
      axis: { i: -1 },
      epsilon: { f: epsilon },
    });
    return withAffine(scope, affine, graph.node('Reshape', [normalised, shape(-1, input.width)]));
  },

  prelu: ({ graph, value, weight }, { input, slope }) => graph.node('PRelu', [value(input), weight(slope)]),

  add: ({ graph, value }, { inputs: [a, b] }) => graph.node('Add', [value(a), value(b)]),
};

function withAffine({ graph, weight }: OperationScope, affine: Affine | null, normalised: Value): Value {
  if (!affine) return normalised;
  const math = arithmetic(graph, 'float');
  return math.add(math.multiply(normalised, weight(affine.weight)), weight(affine.bias));
}

export function operationGraph<Kind extends OperationKind>(
  scope: OperationScope,
  operation: OperationOf<Kind>,
): Value {
  return (graphs[operation.kind as Kind] as OperationGraph<Kind>)(scope, operation);
}
