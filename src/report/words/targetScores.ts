import type { Interval } from '../../nn/metrics/index.ts';
import type { Result } from '../../train/index.ts';

type Numbers = Readonly<Record<string, number>> | null;

/** What a result says of one target: of the first under plain names, of others under `target.metric`. */
export interface TargetScores {
  readonly metrics: readonly string[];
  readonly train: Numbers;
  readonly validation: Numbers;
  readonly test: Numbers;
  readonly constant: Numbers;
  readonly linear: Numbers;
  /** Known of the first target alone. */
  readonly intervals: Readonly<Record<string, Interval>>;
}

export function targetScores(result: Result, target: string): TargetScores {
  const isLone = typeof result.target === 'string';
  const isFirst = isLone || result.target[0] === target;
  const own = (scores: Numbers) => (isLone ? scores : scores && ofTarget(scores, target));
  const train = own(result.train);
  return {
    metrics: Object.keys(own(result.test) ?? train ?? {}),
    train,
    validation: own(result.validation),
    test: own(result.test),
    constant: own(result.baselines.constant),
    linear: own(result.baselines.linear),
    intervals: isFirst ? result.testIntervals : {},
  };
}

function ofTarget(
  scores: Readonly<Record<string, number>>,
  target: string,
): Readonly<Record<string, number>> {
  const prefix = `${target}.`;
  const named = Object.entries(scores).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}
