import type { FinishedRun, TrainEvent } from '../../train/index.ts';

/** The page that shows the run. */
export async function reportOf(_finished: FinishedRun, _events: readonly TrainEvent[]): Promise<string> {
  return '';
}
