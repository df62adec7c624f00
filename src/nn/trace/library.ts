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

/** Everything a model may name. */
export interface Library {
  readonly layers: readonly LayerDefinition<unknown>[];
  readonly activations: readonly ActivationDefinition<unknown>[];
  readonly losses: readonly LossDefinition<unknown>[];
  readonly initializers: readonly InitializerDefinition<unknown>[];
}

export const builtInLibrary: Library = { layers, activations, losses, initializers };

/** The library with a person's own definitions, which come first: one of the same name replaces ours. */
export function extendLibrary(library: Library, own: Partial<Library>): Library {
  return {
    layers: [...(own.layers ?? []), ...library.layers],
    activations: [...(own.activations ?? []), ...library.activations],
    losses: [...(own.losses ?? []), ...library.losses],
    initializers: [...(own.initializers ?? []), ...library.initializers],
  };
}
