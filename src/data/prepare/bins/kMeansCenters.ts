import { sum } from '../../../numeric/index.ts';
import { moments } from '../numbers/moments.ts';

const ROUNDS = 300;
/** The search ends where centres move by less than this, relative to the variance (scikit-learn's `tol`). */
const TOLERANCE = 1e-4;

/**
 * Lloyd's k-means (1957) of numbers on a line, from the given starts, until no number changes its centre or all centres
 * hardly move. A centre that loses all its numbers takes over the one that lies furthest from its own.
 */
export function kMeansCenters(values: Float64Array, starts: Float64Array): Float64Array {
  const { mean, deviation } = moments(values);
  const centred = values.map((value) => value - mean);
  let centers: Float64Array = starts.map((start) => start - mean);
  let nearest: Int32Array = new Int32Array(values.length).fill(-1);
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = assigned(centred, centers);
    const before = centers;
    const moved = meansOf(centred, chosen, centers);
    const shift = sum(moved.map((center, i) => (center - before[i]) * (center - before[i])));
    const settled = chosen.every((center, i) => center === nearest[i]);
    [centers, nearest] = [moved, chosen];
    if (settled || shift <= TOLERANCE * deviation * deviation) break;
  }
  return centers.map((center) => center + mean);
}

function assigned(values: Float64Array, centers: Float64Array): Int32Array {
  return Int32Array.from(values, (value) => nearestCenter(value, centers));
}

/** The nearest centre, by (value - center)² less value²: in scikit-learn's terms, so that near ties fall alike. */
function nearestCenter(value: number, centers: Float64Array): number {
  const cost = (i: number) => centers[i] * centers[i] - 2 * value * centers[i];
  let best = 0;
  for (let i = 1; i < centers.length; i++) if (cost(i) < cost(best)) best = i;
  return best;
}

function meansOf(values: Float64Array, nearest: Int32Array, centers: Float64Array): Float64Array {
  const sums = new Float64Array(centers.length);
  const counts = new Int32Array(centers.length);
  values.forEach((value, i) => {
    sums[nearest[i]] += value;
    counts[nearest[i]]++;
  });
  const distance = (i: number) => Math.abs(values[i] - centers[nearest[i]]);
  const furthest = [...values.keys()].sort((a, b) => distance(b) - distance(a));
  let taken = 0;
  counts.forEach((count, center) => {
    if (count > 0) return;
    const moved = furthest[taken++];
    sums[nearest[moved]] -= values[moved];
    counts[nearest[moved]]--;
    sums[center] = values[moved];
    counts[center] = 1;
  });
  return sums.map((total, i) => total / counts[i]);
}
