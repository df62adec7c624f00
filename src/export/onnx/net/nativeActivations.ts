import type { ActivationName } from '../../../nn/activations/index.ts';
import type { ScalarActivation } from '../../network/network.ts';
import type { AttributeValue } from '../graph/attributes.ts';

/** An operator of ONNX with its attributes. */
interface Native {
  readonly operator: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

type Options = Readonly<Record<string, unknown>>;

/** Activations that ONNX has an operator for; the others are written out from their formula. */
const natives: Readonly<Partial<Record<ActivationName, (options: Options) => Native | undefined>>> = {
  relu: () => ({ operator: 'Relu' }),
  leakyRelu: ({ negativeSlope }) => ({
    operator: 'LeakyRelu',
    attributes: { alpha: { f: Number(negativeSlope) } },
  }),
  elu: ({ alpha }) => ({ operator: 'Elu', attributes: { alpha: { f: Number(alpha) } } }),
  selu: () => ({ operator: 'Selu' }),
  tanh: () => ({ operator: 'Tanh' }),
  sigmoid: () => ({ operator: 'Sigmoid' }),
  softsign: () => ({ operator: 'Softsign' }),
  hardSigmoid: () => ({ operator: 'HardSigmoid', attributes: { alpha: { f: 1 / 6 }, beta: { f: 0.5 } } }),
  // ONNX has neither beta nor a threshold; beyond the usual one the two are the same in float32.
  softplus: ({ beta, threshold }) =>
    beta === 1 && Number(threshold) >= 20 ? { operator: 'Softplus' } : undefined,
};

export function nativeActivation({ name, isBuiltIn, options }: ScalarActivation): Native | undefined {
  return isBuiltIn ? natives[name as ActivationName]?.(options) : undefined;
}
