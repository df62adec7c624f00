import type { LiveOptions, LiveRun } from '../../../../../src/train/live/index.ts';
import type { LaneJob } from '../../run/contract.ts';

/** What a question that takes a while may use. */
export interface Desk {
  /** A run of its own for the question, to be closed by it. */
  open(job: LaneJob, more?: Pick<LiveOptions, 'batchOrders'>): Promise<LiveRun>;
  /** Tells the page which share of the work is done. */
  progress(share: number): void;
}
