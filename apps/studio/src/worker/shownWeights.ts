import type { LiveRun } from '../../../../src/train/live/index.ts';
import type { Snapshot } from '../../../../src/train/loop/index.ts';
import type { LaneRun } from './laneRun.ts';

export type Look = number | 'now' | 'best';

/** The weights that a look means: those of an epoch or of the nearest that is kept, or the present ones. */
export function shownWeights(
  { live, history }: LaneRun,
  look: Look,
): { readonly weights: Snapshot; readonly epoch: number } {
  const epoch = look === 'best' ? live.trainer.progress.stopping.best?.epoch : look;
  if (epoch !== undefined && epoch !== 'now') {
    const nearest = history.nearest(epoch);
    return { weights: history.at(nearest)!, epoch: nearest };
  }
  return { weights: live.weights, epoch: presentEpochOf(live) };
}

/** The epoch whose weights the run has now: the last one, or the one that was taken back at its end. */
export const presentEpochOf = ({ outcome, epochs }: LiveRun): number => outcome?.restoredEpoch ?? epochs;
