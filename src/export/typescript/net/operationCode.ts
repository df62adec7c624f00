import type {
  Affine,
  NetworkTensor,
  NetworkValue,
  OperationKind,
  OperationOf,
} from '../../network/network.ts';
import { memberText, numberText } from '../code/literals.ts';
import type { Source } from '../code/source.ts';
import { printScalar } from './printScalar.ts';

/** What an operation's code may name. */
export interface OperationScope {
  readonly source: Source;
  /** The constant that holds a value computed before. */
  value(value: NetworkValue): string;
}

type OperationCode<Kind extends OperationKind> = (
  scope: OperationScope,
  operation: OperationOf<Kind>,
  output: NetworkValue,
) => string;

/** The expression of every operation of a net. */
const codes: { readonly [Kind in OperationKind]: OperationCode<Kind> } = {
  features: () => 'features',

  embedding: ({ source }, { column, table }) =>
    `${source.helper('vector')}(${weight(table)}, ${table.shape[1]}, codes[${column}]!)`,

  concatenate: ({ source, value }, { inputs }) =>
    `${source.helper('concatenate')}(${inputs.map((input) => value(input)).join(', ')})`,

  dense: ({ source, value }, { input, weight: own, bias }, { width }) =>
    `${source.helper('dense')}(${value(input)}, ${weight(own)}, ${bias ? weight(bias) : `new Vector(${width})`})`,

  elementwise({ source, value }, { input, activation: { name, formula } }) {
    const own = source.scalarFunction(name, printScalar(source, formula));
    return `${value(input)}.map(${own})`;
  },

  softmax: ({ source, value }, { input }) => `Vector.from(${source.helper('softmax')}(${value(input)}))`,
  logSoftmax: ({ source, value }, { input }) => `${source.helper('logSoftmax')}(${value(input)})`,

  batchNorm({ source, value }, { input, mean, variance, epsilon, affine }) {
    const statistics = `${weight(mean)}, ${weight(variance)}, ${numberText(epsilon)}`;
    return withAffine(source, affine, `${source.helper('batchNorm')}(${value(input)}, ${statistics})`);
  },

  groupNorm: ({ source, value }, { input, groups, epsilon, affine }) =>
    withAffine(
      source,
      affine,
      `${source.helper('groupNorm')}(${value(input)}, ${groups}, ${numberText(epsilon)})`,
    ),

  prelu: ({ source, value }, { input, slope }) =>
    `${source.helper('prelu')}(${value(input)}, ${weight(slope)})`,

  add: ({ source, value }, { inputs: [a, b] }) => `${source.helper('add')}(${value(a)}, ${value(b)})`,
};

const weight = ({ name }: NetworkTensor): string => memberText('weights', name);

function withAffine(source: Source, affine: Affine | null, normalised: string): string {
  if (!affine) return normalised;
  return `${source.helper('affine')}(${normalised}, ${weight(affine.weight)}, ${weight(affine.bias)})`;
}

export function operationCode<Kind extends OperationKind>(
  scope: OperationScope,
  operation: OperationOf<Kind>,
  output: NetworkValue,
): string {
  return (codes[operation.kind as Kind] as OperationCode<Kind>)(scope, operation, output);
}
