import type { Call, LibraryCall, NestCall, ProductCall, Split, Step } from './plan.ts';
import { costOf } from './operations.ts';
import { tilesOf, widestVectors } from './tiles.ts';

/**
 * A program is shared if its calls of at least 40 microseconds take 200 together: to wake the other threads takes 40, and where something
 * else runs on their cores, each wait for one another may cost as much again. Else one thread does it all, with no waits.
 */
const longNanoseconds = 40_000;
const leastTogether = 200_000;
/** In a program that is shared, calls from here on are: with all threads awake, a wait takes a quarter of a microsecond. */
const leastNanoseconds = 10_000;
/** Where another program of the session is shared, threads are awake as a rule, and so much together is enough. */
const leastAwake = 20_000;
/** Tiles of a product, or vectors of a nest, that each thread should have. */
const fewest = 2;

/** About how fast one core is, in operations a nanosecond, on data that lie near. */
const speed = { kernel: 32, library: 100, elementwise: 40 } as const;

/**
 * For each call how it is split over so many threads; undefined where one thread does it alone. `awake`: whether the threads are at
 * work on another program of the session.
 */
export function splitCalls(
  calls: readonly Call[],
  threads: number,
  awake = false,
): readonly (Split | undefined)[] {
  const none = calls.map(() => undefined);
  if (threads === 1) return none;
  const splits = calls.map((call) => (timeOf(call) >= leastNanoseconds ? splitOf(call, threads) : undefined));
  const long = calls.map(timeOf).filter((time, at) => splits[at] && (awake || time >= longNanoseconds));
  const together = long.reduce((total, time) => total + time, 0);
  return together >= (awake ? leastAwake : leastTogether) ? splits : none;
}

function splitOf(call: Call, threads: number): Split | undefined {
  if (call.kernel === 'nest') return splitNest(call, threads);
  if (call.kernel === 'product') return splitProduct(call, threads);
  return call.kernel === 'library' ? splitLibrary(call, threads) : undefined;
}

/** The outermost axis that has enough to share, or else the one with the most. */
function splitNest({ axes, laneAxis }: NestCall, threads: number): Split | undefined {
  const points = axes.flatMap(({ size, reduced }, axis) =>
    reduced ? [] : [{ axis, units: size / (axis === laneAxis ? 16 : 1) }],
  );
  const inOrder = [
    ...points.filter(({ axis }) => axis !== laneAxis),
    ...points.filter(({ axis }) => axis === laneAxis),
  ];
  const enough = inOrder.find(({ units }) => units >= 8 * threads);
  const most = inOrder.toSorted((a, b) => b.units - a.units).at(0);
  const chosen = enough ?? most;
  return chosen && chosen.units >= fewest * threads ? { by: 'axis', axis: chosen.axis } : undefined;
}

/** By columns, panel by panel, unless there are too few or all rows are copied before: then by rows, tile by tile. */
function splitProduct({ m, n, packing }: ProductCall, threads: number): Split | undefined {
  const panels = Math.floor(n / (4 * widestVectors(m, n)));
  const tiles = tilesOf(m, n).reduce((total, { count }) => total + count, 0);
  if (packing.a === undefined && panels >= 2 * fewest * threads) return { by: 'columns' };
  if (tiles >= fewest * threads) return { by: 'rows' };
  return packing.a === undefined && panels >= fewest * threads ? { by: 'columns' } : undefined;
}

function splitLibrary({ m, n }: LibraryCall, threads: number): Split | undefined {
  if (Math.max(m, n) < 32 * threads) return undefined;
  return m >= n ? { by: 'rows' } : { by: 'columns' };
}

/** About how long one thread takes, in nanoseconds: by shapes alone, so that all machines split alike. */
function timeOf(call: Call): number {
  if (call.kernel === 'nest') {
    const elements = call.axes.reduce((product, { size }) => product * size, 1);
    return (elements * expressionCost(call.steps)) / speed.elementwise;
  }
  if (call.kernel !== 'product' && call.kernel !== 'library') return 0;
  const operations = 2 * call.batch * call.m * call.n * call.k;
  return operations / (call.kernel === 'library' ? speed.library : speed.kernel);
}

function expressionCost(steps: readonly Step[]): number {
  return steps.reduce((total, step) => total + stepCost(step), 1);
}

function stepCost(step: Step): number {
  if (step.kind === 'random') return costOf('random');
  return step.kind === 'apply' ? costOf(step.op) : step.kind === 'load' ? 1 : 0;
}
