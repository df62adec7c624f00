import type { Tensor } from './tensor.ts';

/**
 * Every node that the outputs need, once, after all its inputs; the first output's nodes come first. Iterative, since graphs
 * may be deeper than the call stack.
 */
export function topologicalOrder(outputs: readonly Tensor[]): Tensor[] {
  const order: Tensor[] = [];
  const seen = new Set<Tensor>();
  for (const output of outputs) visit(output, seen, order);
  return order;
}

function visit(output: Tensor, seen: Set<Tensor>, order: Tensor[]): void {
  if (seen.has(output)) return;
  seen.add(output);
  const path = [{ node: output, next: 0 }];
  while (path.length > 0) {
    const place = path[path.length - 1];
    if (place.next === place.node.inputs.length) {
      order.push(place.node);
      path.pop();
      continue;
    }
    const input = place.node.inputs[place.next++];
    if (!seen.has(input)) {
      seen.add(input);
      path.push({ node: input, next: 0 });
    }
  }
}
