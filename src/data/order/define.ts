import type { z } from 'zod';
import type { Warning } from '../table/table.ts';

/** What an order of the training rows may depend on. Rows are counted from 0 within the training part. */
export interface OrderContext {
  readonly seed: number;
  /** Rows of the training part. */
  readonly rows: number;
  /** Epochs planned, for what is annealed over a run. */
  readonly epochs: number;
  /** Class of each training row, where there are classes. */
  readonly labels?: Int32Array;
}

/** The latest known loss of each training row, after the epoch before; NaN where it has never been computed. */
export type RowLosses = Float32Array | Float64Array;

/** An order with its options fixed: pure functions of the epoch and the losses, so that a resumed run continues exactly. */
export interface EpochOrder {
  /** False where no loss is looked at: they are then neither kept nor stored in checkpoints. */
  readonly needsLosses?: boolean;
  /**
   * Rows in the order in which the epoch (counted from 0) visits them; batches are consecutive slices. Most orders visit
   * each row once; `hardFirst` and `balanced` draw as many rows as there are, some of them several times.
   */
  order(epoch: number, losses?: RowLosses): Int32Array;
  /** What a person should know about learning in this order with these losses. */
  warnings?(losses: RowLosses): Warning[];
}

/** An order of the rows of an epoch, chosen by name in a recipe (`batches.order`). */
export interface OrderDefinition<Options> {
  readonly name: string;
  /** One sentence: what it does and when to use it. */
  readonly summary: string;
  readonly formula?: string;
  /** Always a z.strictObject, each field with a default and a sentence. */
  readonly options: z.ZodType<Options>;
  /** @throws NeumannError where the data has not what this order goes by */
  start(options: Options, context: OrderContext): EpochOrder;
}

/** Names an order; infers the type of its options from their schema. */
export function defineOrder<Schema extends z.ZodType>(
  definition: Omit<OrderDefinition<z.output<Schema>>, 'options'> & { readonly options: Schema },
) {
  return definition as OrderDefinition<z.output<Schema>>;
}
