/** What several paired runs say about a difference. */
export interface PairedDifference {
  readonly count: number;
  readonly mean: number;
  /** 95 % interval of the mean, by Student's t; null for fewer than two pairs. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Pairs whose difference has the sign of the mean. */
  readonly agreeing: number;
  /** Whether the interval leaves out 0, and so a difference is shown. */
  readonly shown: boolean;
}

export function pairedDifference(differences: readonly number[]): PairedDifference {
  const count = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const agreeing = differences.filter((value) => Math.sign(value) === Math.sign(mean)).length;
  if (count < 2) return { count, mean, interval: null, agreeing, shown: false };
  const squares = differences.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  const reach = studentQuantile(count - 1) * error;
  const interval = [mean - reach, mean + reach] as const;
  return { count, mean, interval, agreeing, shown: interval[0] > 0 || interval[1] < 0 };
}

/** 97.5 % quantiles of Student's t by degrees of freedom, 1 to 30. */
const QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Beyond the table by the first terms of its expansion around the normal quantile: right to three digits. */
export function studentQuantile(freedom: number): number {
  if (freedom <= QUANTILES.length) return QUANTILES[freedom - 1];
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * freedom);
}
