import type { Network, NetworkValue } from '../../network/network.ts';
import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';
import { operationGraph } from './operationGraph.ts';

/** What the preparation hands to a net. */
export interface NetworkInputs {
  readonly features: Value | undefined;
  readonly codes: readonly Value[];
}

/** One net's part of the graph: the raw output of each target, float [rows, units]. */
export function networkGraph(
  graph: GraphBuilder,
  network: Network,
  weights: Readonly<Record<string, ArrayLike<number>>>,
  inputs: NetworkInputs,
): Readonly<Record<string, Value>> {
  const values = new Map<NetworkValue, Value>();
  for (const { operation, output } of network.steps) {
    const own = graph.scope(output.name, (scope) =>
      operationGraph(
        {
          graph: scope,
          ...inputs,
          weight: ({ name, shape }) => scope.numbers('float', weights[name], shape),
          value: (value) => values.get(value)!,
        },
        operation,
      ),
    );
    values.set(output, own);
  }
  return Object.fromEntries(
    Object.entries(network.outputs).map(([target, value]) => [target, values.get(value)!]),
  );
}
