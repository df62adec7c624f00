import { planModel, predictProgram, withKept, type ModelSettings } from '../../../../src/nn/trace/index.ts';
import type { Tensor } from '../../../../src/tensor/index.ts';
import { groupsOf, type LayerGroup } from './groupsOf.ts';

/** Where a hidden column of a net can be seen: labels of nodes. */
export interface HiddenTap {
  /** What the next column takes, dropout off. */
  readonly values: string;
  /** Right behind the activation; the same where nothing follows it. */
  readonly activation: string;
  readonly units: number;
  readonly group: LayerGroup;
}

/**
 * The hidden columns of a net. A layer that changes nothing (dropout when predicting, an activation that is the identity) has no node
 * of its own, so the last label of the column that is there counts.
 */
export function hiddenTaps(model: Omit<ModelSettings, 'rows' | 'optimizer'>): HiddenTap[] {
  const plan = planModel({ ...model, rows: 2 });
  const nodes = withKept(predictProgram(plan, { rows: 2 }), ({ label }) => label !== undefined).kept;
  const widths = new Map(nodes.map(({ node }) => [node.label!, node.shape.at(-1) ?? 1]));
  return groupsOf(model.model.trunk).hidden.flatMap((group) => {
    const there = group.labels.filter((label) => widths.has(label));
    const values = there.at(-1);
    if (values === undefined) return [];
    const bent = group.labels.find((label, index) => isActivation(group, index) && widths.has(label));
    return { values, activation: bent ?? values, units: widths.get(values)!, group };
  });
}

const isActivation = ({ specs }: LayerGroup, index: number): boolean =>
  ['activation', 'prelu'].includes(specs[index].name);

/** Names nodes by their label, where it is one of these. */
export function labelled(labels: readonly string[]): (node: Tensor) => string | undefined {
  const all = new Set(labels);
  return ({ label }) => (label !== undefined && all.has(label) ? label : undefined);
}
