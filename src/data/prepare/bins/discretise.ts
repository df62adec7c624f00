import { z } from 'zod';
import { percentile } from '../numbers/percentile.ts';
import { kMeansCenters } from './kMeansCenters.ts';

export const discretiseOptions = z.strictObject({
  bins: z.int().min(2).default(5).describe('How many bins at most.'),
  strategy: z
    .enum(['uniform', 'quantile', 'kMeans'])
    .default('quantile')
    .describe('Bins of one width, of equally many rows, or around the centres that k-means finds.'),
});

/** Bins of a column of numbers: bin i goes from edges[i] to edges[i + 1]; the first and last also take what lies beyond. */
export interface FittedBins {
  readonly edges: Float64Array;
  /** The bin of a number; NaN of NaN. */
  apply(this: void, value: number): number;
  /** The middle of a bin. */
  invert(this: void, bin: number): number;
  toJSON(this: void): { edges: number[] };
}

/** Narrower bins are rounding, and join the one before (scikit-learn's bound). */
const NARROW = 1e-8;

/** scikit-learn's KBinsDiscretizer for one column. A constant column has one bin. */
export function fitBins(options: z.output<typeof discretiseOptions>, values: Float64Array): FittedBins {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const [smallest, largest] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
  if (smallest === largest) return restoreBins({ edges: [smallest, largest] });
  const even = evenly(smallest, largest, options.bins);
  if (options.strategy === 'uniform') return restoreBins({ edges: even });
  const edges =
    options.strategy === 'quantile'
      ? evenly(0, 100, options.bins).map((percent) => percentile(sorted, percent / 100))
      : betweenCenters(sorted, even);
  return restoreBins({ edges: edges.filter((edge, i) => i === 0 || edge - edges[i - 1] > NARROW) });
}

export function restoreBins(json: { readonly edges: readonly number[] }): FittedBins {
  const edges = Float64Array.from(json.edges);
  const last = edges.length - 2;
  return {
    edges,
    apply(value) {
      if (Number.isNaN(value)) return NaN;
      let bin = 0;
      while (bin < last && value >= edges[bin + 1]) bin++;
      return bin;
    },
    invert: (bin) => (Number.isNaN(bin) ? NaN : (edges[bin] + edges[bin + 1]) * 0.5),
    toJSON: () => ({ edges: [...edges] }),
  };
}

/** `count` + 1 numbers from `low` to `high`, as NumPy's linspace rounds them. */
function evenly(low: number, high: number, count: number): number[] {
  const step = (high - low) / count;
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? high : i * step + low));
}

function betweenCenters(sorted: Float64Array, even: readonly number[]): number[] {
  const middles = even.slice(1).map((edge, i) => (edge + even[i]) * 0.5);
  const centers = kMeansCenters(sorted, Float64Array.from(middles)).sort();
  const between = Array.from(centers.subarray(1), (center, i) => (center + centers[i]) * 0.5);
  return [sorted[0], ...between, sorted[sorted.length - 1]];
}
