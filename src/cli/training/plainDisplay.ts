import type { TrainEvent } from '../../train/index.ts';
import type { Effects } from '../effects/effects.ts';
import { durationText } from '../format/duration.ts';
import { scoreText } from '../format/score.ts';
import type { Display } from './display.ts';
import { plannedText } from './plannedText.ts';
import { ProgressTracker } from './progress.ts';

/** Milliseconds between two lines about epochs. */
const LINE_EVERY = 10_000;

/** In a log: a plain line now and then. */
export function plainDisplay({ stderr, now }: Pick<Effects, 'stderr' | 'now'>): Display {
  const tracker = new ProgressTracker();
  const began = now();
  let said = began;
  return {
    show(event: TrainEvent) {
      tracker.see(event);
      if (event.type === 'planned') stderr.write(plannedText(event));
      if (event.type === 'warning') stderr.write(`warning: ${event.text}\n`);
      if (event.type === 'stage') stderr.write(`${event.text}\n`);
      if (event.type === 'epoch' && now() - said >= LINE_EVERY) {
        said = now();
        stderr.write(`${epochText(tracker, (said - began) / 1000)}\n`);
      }
    },
    end() {},
  };
}

function epochText({ progress }: ProgressTracker, seconds: number): string {
  const { stage, epoch, train, validation, done, left } = progress;
  const losses = [`train ${scoreText(train.at(-1))}`];
  if (validation.length > 0) losses.push(`validation ${scoreText(validation.at(-1))}`);
  const time = done > 0 ? `, at most ${durationText((seconds / done) * left)} left` : '';
  return `epoch ${epoch}${stage ? ` of ${stage.epochs}` : ''}: loss ${losses.join(', ')}${time}`;
}
