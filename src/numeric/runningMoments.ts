/** Count, mean and sum of squared deviations of numbers seen one at a time (Welford 1962) or in parts (Chan 1979). */
export interface RunningMoments {
  readonly count: number;
  readonly mean: number;
  /** With `lessDegrees` 0 the population's variance, with 1 the sample's; NaN where count <= lessDegrees. */
  variance(lessDegrees?: 0 | 1): number;
  add(value: number): void;
  /** Takes in all that `other` has seen. */
  merge(other: RunningMoments): void;
}

export function runningMoments(): RunningMoments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    get count() {
      return count;
    },
    get mean() {
      return count === 0 ? NaN : mean;
    },
    variance(lessDegrees = 0) {
      return count > lessDegrees ? squares / (count - lessDegrees) : NaN;
    },
    add(value) {
      count++;
      const before = value - mean;
      mean += before / count;
      squares += before * (value - mean);
    },
    merge(other) {
      if (other.count === 0) return;
      const difference = other.mean - mean;
      const total = count + other.count;
      squares += other.variance() * other.count + difference * difference * ((count * other.count) / total);
      mean += (difference * other.count) / total;
      count = total;
    },
  };
}
