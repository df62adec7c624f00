import type {
  Described,
  MinimizerOptimizer,
  PenaltyDefinition,
  ScheduleDefinition,
  UpdateOptimizer,
} from '../../nn/define.ts';
import type { Library } from '../../nn/trace/index.ts';

export type ByName<Thing> = Readonly<Record<string, Thing>>;

/**
 * Everything a recipe can choose by name. The built-in ones are the `index.ts` lists of their folders; a person's own
 * join them with `withOwn`, and from there on the schema, the messages and the loop know them alike.
 */
export interface Things extends Library {
  readonly penalties: ByName<PenaltyDefinition<unknown>>;
  readonly optimizers: ByName<UpdateOptimizer<unknown> | MinimizerOptimizer<unknown>>;
  readonly schedules: ByName<ScheduleDefinition>;
  readonly orders: ByName<Described<unknown>>;
}

/** Own definitions, in any of the kinds; told apart by their names. */
export type OwnThings = { readonly [Kind in keyof Things]?: readonly Things[Kind][string][] };
