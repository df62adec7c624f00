import type { TrainEvent } from '../../train/index.ts';
import { colorsFor } from '../effects/colors.ts';
import type { Effects } from '../effects/effects.ts';
import type { Display } from './display.ts';
import { liveLine } from './liveLine.ts';
import { plannedText } from './plannedText.ts';
import { ProgressTracker } from './progress.ts';

/** Milliseconds between two drawings: as often as an eye can follow. */
const REDRAW_EVERY = 80;
const CLEAR = '\r\u001b[2K';

/** On a terminal: one line that changes. */
export function liveDisplay(effects: Pick<Effects, 'stderr' | 'environment' | 'now'>): Display {
  const { stderr } = effects;
  const colors = colorsFor(stderr, effects);
  const tracker = new ProgressTracker();
  const began = effects.now();
  let drawn = -Infinity;
  return {
    show(event: TrainEvent) {
      tracker.see(event);
      if (event.type === 'planned') stderr.write(plannedText(event));
      const now = effects.now();
      if (event.type !== 'epoch' || now - drawn < REDRAW_EVERY) return;
      drawn = now;
      const line = liveLine(tracker.progress, (now - began) / 1000, stderr.columns - 3, colors);
      stderr.write(`${CLEAR}  ${line}`);
    },
    end() {
      if (drawn > -Infinity) stderr.write(CLEAR);
    },
  };
}
