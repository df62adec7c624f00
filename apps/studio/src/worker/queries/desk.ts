import type { LiveOptions, LiveRun } from '../../../../../src/train/live/index.ts';
import type { RecipeEdits } from '../../state/scenario.ts';

/** What an experiment may use: runs of its own beside the lane's. */
export interface Desk {
  /** Another run on the lane's table, with these edits upon its recipe; to be closed by who asked. */
  openRun(edits?: RecipeEdits, more?: Pick<LiveOptions, 'batchOrders'>): Promise<LiveRun>;
  /** Tells the page which share of the work is done. */
  progress(share: number): void;
}

/** The same desk for a part of the work, from one share of it to another. */
export function partOfDesk(desk: Desk, from: number, to: number): Desk {
  return { openRun: desk.openRun, progress: (share) => desk.progress(from + (to - from) * share) };
}
