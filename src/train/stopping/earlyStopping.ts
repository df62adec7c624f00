/**
 * Early stopping by patience, as Keras does it:
 * - an epoch is an improvement when its value beats the best one by *more* than `minimumDelta`;
 * - only an improvement becomes the best epoch, whose weights are kept;
 * - training stops when `patience` epochs in a row brought none.
 * scikit-learn tracks the best value without its tolerance, Lightning counts validation checks, skorch's threshold is
 * relative: on one curve they stop at other epochs. A value that is not a number stops at once.
 */
export interface EarlyStoppingSettings {
  /** Epochs without an improvement before stopping; null never stops. */
  readonly patience: number | null;
  readonly minimumDelta: number;
  readonly better: 'higher' | 'lower';
  /** What is watched, for messages: `validation.loss`. */
  readonly monitor: string;
}

export interface Best {
  readonly epoch: number;
  readonly value: number;
}

/** Plain data, saved in checkpoints. */
export interface StoppingState {
  readonly best: Best | null;
  readonly waited: number;
}

export interface Observation {
  readonly state: StoppingState;
  readonly improved: boolean;
  /** Why to stop, in plain words. */
  readonly stop?: { readonly reason: 'patience' | 'notFinite'; readonly text: string };
}

export const startStopping: StoppingState = { best: null, waited: 0 };

/** What the value of `epoch` (from 1) means. A pure function, so that a resumed run decides alike. */
export function observe(
  settings: EarlyStoppingSettings,
  state: StoppingState,
  epoch: number,
  value: number,
): Observation {
  if (Number.isNaN(value)) return { state, improved: false, stop: notFinite(settings, epoch) };
  if (isImprovement(settings, state.best, value)) {
    return { state: { best: { epoch, value }, waited: 0 }, improved: true };
  }
  const next = { best: state.best, waited: state.waited + 1 };
  const patient = settings.patience === null || next.waited < settings.patience;
  return patient
    ? { state: next, improved: false }
    : { state: next, improved: false, stop: outOfPatience(settings, next) };
}

function isImprovement(
  { better, minimumDelta }: EarlyStoppingSettings,
  best: Best | null,
  value: number,
): boolean {
  if (best === null) return true;
  return better === 'lower' ? value < best.value - minimumDelta : value > best.value + minimumDelta;
}

function outOfPatience({ monitor, minimumDelta }: EarlyStoppingSettings, { best, waited }: StoppingState) {
  const by = minimumDelta > 0 ? ` by more than ${minimumDelta}` : '';
  const since = best === null ? '' : ` since epoch ${best.epoch} (${best.value.toPrecision(4)})`;
  const text = `${monitor} did not improve${by} for ${waited} epochs${since}.`;
  return { reason: 'patience', text } as const;
}

function notFinite({ monitor }: EarlyStoppingSettings, epoch: number) {
  return { reason: 'notFinite', text: `${monitor} was not a number after epoch ${epoch}.` } as const;
}
