import type { ThingKind } from '../catalogue/index.ts';

/** What a thing cannot do without, where the schema has no default for it: to begin from. */
const needed: Partial<
  Readonly<Record<ThingKind, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
> = {
  activations: { custom: { formula: 'x / (1 + exp(-x))' } },
};

/** A thing newly chosen, as a recipe accepts it: its name, with what it needs beside it. */
export const newThing = (list: ThingKind, name: string): { readonly name: string } => ({
  name,
  ...needed[list]?.[name],
});

export const needsOptions = (list: ThingKind, name: string): boolean => needed[list]?.[name] !== undefined;
