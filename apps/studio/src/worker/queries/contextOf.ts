import { NeumannError } from '../../../../../src/errors.ts';
import type { LaneRun } from '../laneRun.ts';
import { openRun, recipeInput } from '../openRun.ts';
import { shownWeights } from '../shownWeights.ts';
import type { QueryContext } from './define.ts';

export function contextOf(run: LaneRun, progress: (share: number) => void): QueryContext {
  return {
    run,
    weightsAt(epoch) {
      const shown = shownWeights(run, epoch);
      if (typeof epoch !== 'number' || shown.epoch === epoch) return shown;
      throw new NeumannError(
        'epoch',
        `The weights of epoch ${epoch} are not kept any more; choose one of those on the slider.`,
      );
    },
    openRun: (edits = {}, more = {}) => openRun(run.table, recipeInput(run.job, edits), more),
    progress,
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}
