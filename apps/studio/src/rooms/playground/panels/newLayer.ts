import type { Choice } from './modelView.ts';

/** What a layer cannot do without, where the schema has no default for it. */
const needed: Readonly<Record<string, Record<string, unknown>>> = {
  dense: { units: 4 },
  groupNorm: { groups: 1 },
  residual: { layers: [{ name: 'dense', units: 4 }] },
};

/** A layer of this kind that a recipe accepts as it is. */
export const newLayer = (name: string): Choice => ({ name, ...needed[name] });

/** A layer with another value for one of its options; null takes it away. */
export function withOption(layer: Choice, option: string, value: unknown): Choice {
  const { [option]: _, ...others } = layer;
  return { ...others, name: layer.name, ...(value !== null && { [option]: value }) };
}
