import type { Snapshot } from '../../../../../src/train/loop/index.ts';
import type { LaneRun } from '../laneRun.ts';
import type { Desk } from './desk.ts';

/** What a query may use. The lane's own run is to be looked at, not advanced. */
export interface QueryContext extends Desk {
  /** The lane's run: job, table, live run, history, surfaces, the last step. */
  readonly run: LaneRun;
  /** The weights after that epoch, as far as they are kept; `now` and `best` as in a frame. */
  weightsAt(epoch: number | 'now' | 'best'): { readonly weights: Snapshot; readonly epoch: number };
  /** Gives the page and the training their turn; call it every few milliseconds of work. */
  breathe(): Promise<void>;
}

/** A question the page may ask of a lane, with an answer that can be sent: plain values and typed arrays. */
export type Query<Input, Answer> = (input: Input, context: QueryContext) => Answer | Promise<Answer>;
