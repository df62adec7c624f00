import { tensorsOf, type Model } from '../../train/index.ts';
import type { Network } from './network.ts';

/** For each net of the model, what the network's operations read, in the order of `network.tensors`. */
export function weightsOf(
  { plan, parts }: Model,
  network: Network,
): Readonly<Record<string, ArrayLike<number>>>[] {
  return parts.nets.map((net) => {
    const own = tensorsOf(plan, net);
    return Object.fromEntries(network.tensors.map(({ name }) => [name, own[name].data]));
  });
}

/** Whether the nets were trained in float64 (by the reference executor), so that float32 would round their weights. */
export const isDouble = ({ parts }: Model): boolean =>
  parts.nets.some(({ parameters }) => parameters instanceof Float64Array);
