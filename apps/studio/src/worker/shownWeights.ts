import type { Snapshot } from '../../../../src/train/loop/index.ts';
import type { LaneRun } from './laneRun.ts';

export type Look = number | 'now' | 'best';

/** The weights that a look means: those of an epoch, where they are kept, else the present ones. */
export function shownWeights(
  { live, history }: LaneRun,
  look: Look,
): { readonly weights: Snapshot; readonly epoch: number } {
  const epoch = look === 'best' ? live.trainer.progress.stopping.best?.epoch : look;
  const kept = typeof epoch === 'number' ? history.at(epoch) : undefined;
  if (kept && typeof epoch === 'number') return { weights: kept, epoch };
  return { weights: live.weights, epoch: live.outcome?.restoredEpoch ?? live.epochs };
}
