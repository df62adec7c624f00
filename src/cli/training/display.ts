import type { TrainEvent } from '../../train/index.ts';

/** Shows a person how a training goes on. */
export interface Display {
  show(event: TrainEvent): void;
  /** Takes away what is there for the moment only. */
  end(): void;
}

export const silentDisplay: Display = { show: () => {}, end: () => {} };
