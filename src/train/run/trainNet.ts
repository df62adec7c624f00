import { NeumannError } from '../../errors.ts';
import type { Stage, StoppedEvent, TrainEvent } from '../events.ts';
import {
  Trainer,
  type TrainerCheckpoint,
  type TrainerEvent,
  type TrainerOptions,
  type TrainerOutcome,
} from '../loop/index.ts';
import type { ScorePart } from '../setup/partScores.ts';
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
  { resume, finalScores }: { readonly resume?: TrainerCheckpoint; readonly finalScores?: ScorePart } = {},
): AsyncGenerator<TrainEvent, FinishedNet> {
  const trainer = new Trainer(options);
  if (resume) trainer.resume(resume);
  current.trainer = trainer;
  const events = trainer.run();
  let next = await events.next();
  for (; !next.done; next = await events.next()) {
    yield inStage(next.value, stage);
  }
  const outcome = next.value;
  yield stoppedEvent(outcome, stage);
  refuseWithoutWeights(outcome);
  const snapshot = stage.kind === 'member' ? trainer.net.snapshot() : undefined;
  const scores = finalScores ? scoresAtEnd(trainer, options, outcome, finalScores) : outcome.scores;
  current.trainer = undefined;
  trainer.net.close();
  return { outcome: { ...outcome, scores }, snapshot };
}

export const inStage = (event: TrainerEvent, stage: Stage): TrainEvent =>
  event.type === 'warning' ? event : { ...event, stage };

export function stoppedEvent({ reason, text, restoredEpoch }: TrainerOutcome, stage: Stage): StoppedEvent {
  return { type: 'stopped', stage, reason, text, restoredEpoch };
}

/** A training that was interrupted, or ran off without a good epoch before, has no weights worth keeping. */
export function refuseWithoutWeights({ reason, text, restoredEpoch }: TrainerOutcome): void {
  if (reason === 'interrupted')
    throw new NeumannError('interrupted', 'The run was interrupted.', { exitCode: 130 });
  if (reason === 'notFinite' && restoredEpoch === 0) throw new NeumannError('notFinite', text);
}

/** On the validation rows, with the weights it ended with. */
function scoresAtEnd(
  { net }: Trainer,
  { validation }: TrainerOptions,
  { scores }: TrainerOutcome,
  finalScores: ScorePart,
): TrainerOutcome['scores'] {
  if (!validation || !scores) return scores;
  const evaluation = net.evaluate(validation);
  return { ...scores, validation: { loss: evaluation.loss, ...finalScores(validation, evaluation) } };
}
