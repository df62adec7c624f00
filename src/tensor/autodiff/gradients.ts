import { NeumannError } from '../../errors.ts';
import { topologicalOrder } from '../graph/topologicalOrder.ts';
import type { Tensor } from '../graph/tensor.ts';
import { add, constant } from '../ops/build/index.ts';
import { withLabel } from '../ops/node.ts';
import { showType } from '../ops/refuse.ts';
import { opOf } from '../ops/table.ts';

/**
 * Gradients of a scalar loss by each tensor of `wrt`, as further nodes of the graph (so they can be differentiated again).
 * Reverse mode: from the loss backwards, each node hands its gradient on to its inputs, and what arrives at a node from
 * several sides is added up. Where the loss does not depend on a tensor, the gradient is zeros.
 */
export function gradients(loss: Tensor, wrt: readonly Tensor[]): Tensor[] {
  requireDifferentiable(loss, wrt);
  const order = topologicalOrder([loss]);
  const relevant = dependents(order, wrt);
  const arrived: Arrived = new Map([[loss, { gradient: constant(1), shared: false }]]);
  for (const node of order.reverse()) {
    const { gradient } = settled(node, arrived) ?? {};
    if (gradient && node.inputs.some((input) => relevant.has(input)))
      handOn(node, gradient, relevant, arrived);
  }
  return wrt.map((tensor) => arrived.get(tensor)?.gradient ?? constant(0, tensor.shape));
}

/** What has arrived so far; `shared` if the same node is also the gradient of another tensor. */
type Arrived = Map<Tensor, { readonly gradient: Tensor; readonly shared: boolean }>;

function requireDifferentiable(loss: Tensor, wrt: readonly Tensor[]): void {
  if (loss.dtype !== 'f32' || loss.shape.length > 0)
    throw new NeumannError(
      'shape',
      `gradients: the loss must be f32[], but is ${showType(loss)}; sum or average it`,
    );
  const integer = wrt.find((tensor) => tensor.dtype !== 'f32');
  if (integer)
    throw new NeumannError('dtype', `gradients: ${showType(integer)} has no gradient, only f32 tensors do`);
}

/** The nodes that `wrt` reaches through f32 tensors: the only ones worth a gradient. */
function dependents(order: readonly Tensor[], wrt: readonly Tensor[]): Set<Tensor> {
  const relevant = new Set(wrt);
  for (const node of order)
    if (node.dtype === 'f32' && node.inputs.some((input) => relevant.has(input))) relevant.add(node);
  return relevant;
}

function handOn(node: Tensor, gradient: Tensor, relevant: Set<Tensor>, arrived: Arrived): void {
  const rule = opOf(node).gradient;
  if (typeof rule === 'string') return;
  rule(node, gradient).forEach((share, i) => {
    const input = node.inputs[i];
    if (!share || !relevant.has(input)) return;
    const present = arrived.get(input);
    const total = present ? add(present.gradient, share) : share;
    arrived.set(input, { gradient: total, shared: total === gradient });
  });
}

/** The gradient once all of it has arrived, named after its tensor (unless that would copy a node that others use). */
function settled(node: Tensor, arrived: Arrived): { readonly gradient: Tensor } | undefined {
  const found = arrived.get(node);
  if (!found || found.shared || node.label === undefined) return found;
  const named = { gradient: withLabel(found.gradient, `gradient of ${node.label}`), shared: false };
  arrived.set(node, named);
  return named;
}
