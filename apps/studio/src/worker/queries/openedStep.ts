import { NeumannError } from '../../../../../src/errors.ts';
import type { Query } from './define.ts';
import { reportStep, type StepReport } from './stepReport.ts';

/** The step that the run would take next, taken by a copy of it. */
export const openedStep: Query<null, StepReport> = async (_, { run: { live }, openRun }) => {
  if (live.outcome)
    throw new NeumannError('ended', 'The run has ended, so there is no next step; rewind it first.');
  const copy = await openRun();
  try {
    copy.trainer.resume(live.trainer.checkpoint());
    return reportStep(copy);
  } finally {
    copy.close();
  }
};
