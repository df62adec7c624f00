import type { Histogram } from '../run/contract.ts';

const BINS = 32;

/** Counts of the finite ones among `values`, in equal bins from the least to the greatest. */
export function histogram(values: ArrayLike<number>, bins = BINS): Histogram {
  const { low, high, mean, deviation } = momentsOf(values);
  const counts = Array.from({ length: bins }, () => 0);
  const width = (high - low) / bins;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!Number.isFinite(value)) continue;
    counts[width > 0 ? Math.min(bins - 1, Math.floor((value - low) / width)) : 0]++;
  }
  return { low, high, counts, mean, deviation };
}

function momentsOf(values: ArrayLike<number>): Omit<Histogram, 'counts'> {
  let low = Infinity;
  let high = -Infinity;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!Number.isFinite(value)) continue;
    count++;
    sum += value;
    squares += value * value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (count === 0) return { low: 0, high: 0, mean: 0, deviation: 0 };
  const mean = sum / count;
  return { low, high, mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}
