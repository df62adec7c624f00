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
  const arrived = new Map<Tensor, Tensor>([[loss, constant(1)]]);
  for (const node of order.reverse()) {
    const gradient = arrived.get(node);
    if (gradient && relevant.has(node)) handOn(node, labelled(node, gradient, arrived), relevant, arrived);
  }
  return wrt.map((tensor) => arrived.get(tensor) ?? constant(0, tensor.shape));
}

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

function handOn(node: Tensor, gradient: Tensor, relevant: Set<Tensor>, arrived: Map<Tensor, Tensor>): void {
  const rule = opOf(node).gradient;
  if (typeof rule === 'string' || !node.inputs.some((input) => relevant.has(input))) return;
  rule(node, gradient).forEach((share, i) => {
    const input = node.inputs[i];
    if (!share || !relevant.has(input)) return;
    const present = arrived.get(input);
    arrived.set(input, present ? add(present, share) : share);
  });
}

/** Lets the gradient of a labelled node be found in print by its name. */
function labelled(node: Tensor, gradient: Tensor, arrived: Map<Tensor, Tensor>): Tensor {
  if (!node.label || gradient.label) return gradient;
  const named = withLabel(gradient, `gradient of ${node.label}`);
  arrived.set(node, named);
  return named;
}
