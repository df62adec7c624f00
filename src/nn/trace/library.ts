import { activations } from '../activations/index.ts';
import type {
  ActivationDefinition,
  InitializerDefinition,
  LayerDefinition,
  LossDefinition,
} from '../define.ts';
import { initializers } from '../initializers/index.ts';
import { layers } from '../layers/index.ts';
import { losses } from '../losses/index.ts';

type ByName<Definition> = Readonly<Record<string, Definition>>;

/** Everything a model may name. */
export interface Library {
  readonly layers: ByName<LayerDefinition<unknown>>;
  readonly activations: ByName<ActivationDefinition<unknown>>;
  readonly losses: ByName<LossDefinition<unknown>>;
  readonly initializers: ByName<InitializerDefinition<unknown>>;
}

export const builtInLibrary: Library = { layers, activations, losses, initializers };

/** The library with a person's own definitions by name; one of the same name as ours replaces it. */
export function extendLibrary(library: Library, own: Partial<Library>): Library {
  return {
    layers: { ...library.layers, ...own.layers },
    activations: { ...library.activations, ...own.activations },
    losses: { ...library.losses, ...own.losses },
    initializers: { ...library.initializers, ...own.initializers },
  };
}
