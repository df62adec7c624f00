import type { Pace } from '../state/scenario.ts';

/** Steps a second at each pace that is measured by the clock; `full` is not. */
export const stepsASecond: Readonly<Record<Exclude<Pace, 'full'>, (stepsPerEpoch: number) => number>> = {
  step: () => 4,
  slow: () => 40,
  epoch: (stepsPerEpoch) => 8 * stepsPerEpoch,
  fast: (stepsPerEpoch) => 60 * stepsPerEpoch,
};
