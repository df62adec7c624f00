import type { Frame } from './contract.ts';

/** The epoch whose weights the run has now: the last one, or the one that was taken back at its end. */
export const presentEpoch = ({ stopped, epoch }: Frame): number => stopped?.restoredEpoch ?? epoch;

/** The pictures show another epoch than the present one. */
export const isLookingBack = (frame: Frame | null): boolean =>
  frame !== null && frame.shownEpoch !== presentEpoch(frame);
