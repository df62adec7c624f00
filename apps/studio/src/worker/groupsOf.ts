import type { Choice, LayerSpec } from '../../../../src/nn/define.ts';
import { layerLabels } from '../../../../src/nn/trace/index.ts';

/** Layers of the trunk that are drawn as one column: a layer with neurons, and what bends, normalises and thins them. */
export interface LayerGroup {
  readonly labels: readonly string[];
  readonly specs: readonly LayerSpec[];
}

/** What bends a column's sums, where it is an activation; null where nothing does, or a layer that learns how. */
export function activationOf({ specs }: LayerGroup): Choice | null {
  const bent = specs.find(({ name }) => name === 'activation');
  return (bent?.activation as Choice | undefined) ?? null;
}

const beginsColumn = new Set(['dense', 'residual']);

/** The trunk by columns. What stands before the first neurons (dropout on inputs) is a group of its own, `inputs`. */
export function groupsOf(trunk: readonly LayerSpec[]): {
  readonly inputs: LayerGroup;
  readonly hidden: LayerGroup[];
} {
  const labels = layerLabels(trunk);
  const starts = trunk.flatMap(({ name }, index) => (beginsColumn.has(name) ? [index] : []));
  const group = (from: number, to: number): LayerGroup => ({
    labels: labels.slice(from, to),
    specs: trunk.slice(from, to),
  });
  return {
    inputs: group(0, starts[0] ?? trunk.length),
    hidden: starts.map((start, index) => group(start, starts[index + 1] ?? trunk.length)),
  };
}
