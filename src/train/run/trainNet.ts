import { NeumannError } from '../../errors.ts';
import type { Stage, TrainEvent } from '../events.ts';
import { Trainer, type TrainerCheckpoint, type TrainerOptions } from '../loop/index.ts';
import type { FinishedNet } from './runCheckpoint.ts';

/** Where the training in progress can be asked for its checkpoint. */
export interface Current {
  trainer: Trainer | undefined;
}

/** Trains one net of a run to its end; its events carry the stage. */
export async function* trainNet(
  options: TrainerOptions,
  stage: Stage,
  current: Current,
  resume?: TrainerCheckpoint,
): AsyncGenerator<TrainEvent, FinishedNet> {
  const trainer = new Trainer(options);
  if (resume) trainer.resume(resume);
  current.trainer = trainer;
  const events = trainer.run();
  let next = await events.next();
  for (; !next.done; next = await events.next()) {
    yield next.value.type === 'warning' ? next.value : { ...next.value, stage };
  }
  const outcome = next.value;
  yield {
    type: 'stopped',
    stage,
    reason: outcome.reason,
    text: outcome.text,
    restoredEpoch: outcome.restoredEpoch,
  };
  if (outcome.reason === 'interrupted')
    throw new NeumannError('interrupted', 'The run was interrupted.', { exitCode: 130 });
  if (outcome.reason === 'notFinite' && outcome.restoredEpoch === 0)
    throw new NeumannError('notFinite', outcome.text);
  const snapshot = stage.kind === 'member' ? trainer.net.snapshot() : undefined;
  current.trainer = undefined;
  trainer.net.close();
  return { outcome, snapshot };
}
