import {
  type ElementwiseName,
  elementwiseOps,
  read,
  type Tensor,
  topologicalOrder,
} from '../../tensor/index.ts';

/** A function of one number x, as a tree; a part that is used twice is the same object. */
export type Scalar =
  { readonly kind: 'x' } | { readonly kind: 'number'; readonly value: number } | ScalarCall;

export interface ScalarCall {
  readonly kind: 'call';
  readonly name: ScalarName;
  readonly inputs: readonly Scalar[];
}

/** The elementwise operations of the engine, less those that mean nothing once training is over. */
export type ScalarName = Exclude<ElementwiseName, 'stopGradient' | 'cast'>;

const X: Scalar = { kind: 'x' };
const number = (value: number): Scalar => ({ kind: 'number', value });

/**
 * What `apply` does to a single number, found by tracing it; undefined where it does more than that, as softmax does. So
 * every activation has one meaning, the one it was trained with, a person's own too.
 */
export function scalarOf(apply: (x: Tensor) => Tensor): Scalar | undefined {
  const shape = [1, 2];
  const output = apply(read({ block: 'x', name: 'x', offset: 0, shape, dtype: 'f32' }));
  const known = new Map<Tensor, Scalar>();
  for (const node of topologicalOrder([output])) {
    const scalar = scalarOfNode(
      node,
      node.inputs.map((input) => known.get(input)!),
    );
    if (!scalar) return undefined;
    known.set(node, scalar);
  }
  return known.get(output);
}

function scalarOfNode(node: Tensor, inputs: readonly Scalar[]): Scalar | undefined {
  if (node.op === 'read') return X;
  if (node.op === 'constant') return number(Number(node.attributes.value));
  if (node.op === 'broadcast' || node.op === 'stopGradient') return inputs[0];
  if (node.op === 'cast' || !Object.hasOwn(elementwiseOps, node.op)) return undefined;
  return simplified({ kind: 'call', name: node.op as ScalarName, inputs });
}

/** Takes away the 0 that `withGradient` adds: (x - x) * slope. */
function simplified(call: ScalarCall): Scalar {
  const [a, b] = call.inputs;
  const isZero = (scalar: Scalar) => scalar.kind === 'number' && scalar.value === 0;
  if (call.name === 'subtract' && a === b) return number(0);
  if (call.name === 'multiply' && (isZero(a) || isZero(b))) return number(0);
  if (call.name === 'add' && isZero(b)) return a;
  return call;
}
