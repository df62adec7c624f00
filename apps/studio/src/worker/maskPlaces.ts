import type { LayerSpec } from '../../../../src/nn/define.ts';
import { groupsOf, type LayerGroup } from './groupsOf.ts';

/** Which column of the picture a dropout layer's mask is about. */
export interface MaskPlace {
  /** Name of its random numbers. */
  readonly stream: string;
  /** Index in `NetworkShape.layers`. */
  readonly layer: number;
}

export function maskPlaces(trunk: readonly LayerSpec[]): MaskPlace[] {
  const { inputs, hidden } = groupsOf(trunk);
  return [inputs, ...hidden].flatMap((group, layer) => masksOf(group).map((stream) => ({ stream, layer })));
}

const masksOf = ({ labels, specs }: LayerGroup): string[] =>
  labels.filter((_, index) => specs[index].name === 'dropout').map((label) => `${label}.mask`);
