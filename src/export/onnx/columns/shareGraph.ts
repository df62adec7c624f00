import type { Value } from '../graph/graphBuilder.ts';
import type { Arithmetic } from './arithmetic.ts';

/**
 * The share of training values below x, from their quantiles (`applyQuantile`). The neighbours of x are found by counting:
 * `low` is the last quantile that is not above x, `high` the first that is not below; where x is equal to some, the share lies
 * midway between the first and the last of those.
 */
export function shareGraph(math: Arithmetic, x: Value, quantiles: readonly number[], margin: number): Value {
  const last = quantiles.length - 1;
  const known = math.row(quantiles);
  const low = at(math, math.subtract(count(math, math.compare('LessOrEqual', known, x)), 1), last);
  const high = at(math, math.subtract(last + 1, count(math, math.compare('GreaterOrEqual', known, x))), last);
  const column = math.graph.numbers('double', quantiles, [quantiles.length]);
  const [below, above] = [low, high].map((place) =>
    math.graph.node('Gather', [column, math.graph.cast(place, 'int64')]),
  );
  const width = math.subtract(above, below);
  const isBetween = math.compare('Greater', width, 0);
  const way = math.divide(math.subtract(x, below), math.select(isBetween, width, 1));
  const midway = math.divide(math.add(low, high), 2);
  const share = math.divide(math.select(isBetween, math.add(low, way), midway), Math.max(last, 1));
  return ended(math, x, share, quantiles[0], quantiles[last], margin);
}

/** Near the ends, and beyond them, the share is 0 or 1. */
function ended(math: Arithmetic, x: Value, share: Value, low: number, high: number, margin: number): Value {
  const isAbove =
    margin === 0
      ? math.compare('GreaterOrEqual', x, high)
      : math.compare('Greater', math.add(x, margin), high);
  const isBelow =
    margin === 0 ? math.compare('LessOrEqual', x, low) : math.compare('Less', math.subtract(x, margin), low);
  return math.select(isBelow, 0, math.select(isAbove, 1, share));
}

/** How many of a row hold, [rows, 1]. */
function count(math: Arithmetic, conditions: Value): Value {
  const axes = math.graph.numbers('int64', [1], [1]);
  return math.graph.node('ReduceSum', [math.graph.cast(conditions, 'double'), axes], { keepdims: { i: 1 } });
}

/** A place among the quantiles: the nearest end where it is none. */
const at = (math: Arithmetic, place: Value, last: number): Value => math.clip(place, 0, last);
