import type { Table, Warning } from '../../data/table/index.ts';
import type { ChosenEngine } from '../engine/index.ts';
import type { Executor } from '../../tensor/index.ts';
import type { Recipe, Things } from '../recipe/index.ts';
import type { StoredTensor } from '../safetensors/index.ts';
import type { RunCheckpoint } from './runCheckpoint.ts';

/** A run to be done: all that decides about it. */
export interface Job {
  readonly table: Table;
  readonly dataSha256: string;
  /** What reading the table had to say. */
  readonly warnings: readonly Warning[];
  readonly recipe: Recipe;
  readonly things: Things;
  readonly executor: Executor;
  /** Gives another one, for a run whose steps take so many operations. */
  readonly chooseEngine?: (operations: number) => Promise<ChosenEngine>;
  readonly signal?: AbortSignal;
  /** Bytes that may be taken; unknown when left out. */
  readonly memory?: number;
  /** Start the (first) net from these weights instead of drawing them. */
  readonly initialWeights?: Readonly<Record<string, StoredTensor>>;
  /** Visit the training rows of the (first) net in these orders, one an epoch. */
  readonly batchOrders?: readonly (readonly number[])[];
  readonly resume?: RunCheckpoint;
}
