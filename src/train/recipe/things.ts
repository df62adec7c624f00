import type { z } from 'zod';
import type {
  ActivationDefinition,
  Described,
  InitializerDefinition,
  LayerDefinition,
  LossDefinition,
  MinimizerOptimizer,
  PenaltyDefinition,
  ScheduleDefinition,
  UpdateOptimizer,
} from '../../nn/define.ts';

/** All of one kind of thing; names are unique within it. */
export type List<Thing> = readonly Thing[];

/**
 * Everything a recipe can choose by name. The built-in ones are the `index.ts` lists of their folders; a person's own
 * join them with `withOwn`, and from there on the schema, the messages and the loop know them alike.
 */
export interface Things {
  readonly layers: List<LayerDefinition<unknown>>;
  readonly activations: List<ActivationDefinition<unknown>>;
  readonly initializers: List<InitializerDefinition<unknown>>;
  readonly losses: List<LossDefinition<unknown>>;
  readonly penalties: List<PenaltyDefinition<unknown>>;
  readonly optimizers: List<UpdateOptimizer<unknown> | MinimizerOptimizer<unknown>>;
  readonly schedules: List<ScheduleDefinition>;
  readonly orders: List<Described<unknown>>;
}

/** A definition whatever its options are. */
export type AnyDefinition = Omit<Described<unknown>, 'options'> & { readonly options: z.ZodType };
