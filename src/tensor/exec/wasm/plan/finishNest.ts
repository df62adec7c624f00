import type { DraftNest, Loops } from './draft.ts';
import type { Affine } from './loopSpace.ts';
import { type Level, type NestAxis, type NestCall, placeOfStep, type Step, type Store } from './plan.ts';

/** Reductions shorter than this run element by element, with the lanes over their neighbours; longer ones use the lanes. */
const shortestAlongLanes = 16;

/** Joins loops that together run straight through memory, and chooses the axis for the lanes. */
export function finishNest(draft: DraftNest): NestCall {
  const nest = joinLoops(draft);
  return { kernel: 'nest', ...nest, laneAxis: laneAxisOf(nest.axes, draft) };
}

type Joined = Pick<NestCall, 'axes' | 'steps' | 'reductions' | 'levels'>;

function joinLoops(loops: Loops): Joined {
  const places = [...loops.steps.map(placeOfStep), ...storesIn(loops.levels).map(({ place }) => place)];
  const used = places.filter((place) => place !== undefined);
  let axes: readonly NestAxis[] = loops.space;
  let kept = axes.map((_, axis) => axis);
  for (let inner = axes.length - 1; inner > 0; inner--) {
    const outer = inner - 1;
    const straight = used.every(
      ({ coefficients }) => coefficients[kept[outer]] === coefficients[kept[inner]] * axes[inner].size,
    );
    if (!straight || axes[outer].reduced !== axes[inner].reduced) continue;
    const joined = { size: axes[outer].size * axes[inner].size, reduced: axes[inner].reduced };
    axes = [...axes.slice(0, outer), joined, ...axes.slice(inner + 1)];
    kept = kept.filter((_, axis) => axis !== outer);
  }
  const move = ({ offset, coefficients }: Affine): Affine => ({
    offset,
    coefficients: kept.map((axis) => coefficients[axis]),
  });
  return {
    axes: axes.map(({ size, reduced }) => ({ size, reduced })),
    steps: loops.steps.map((step) => moveStep(step, move)),
    reductions: loops.reductions,
    levels: loops.levels.map((level) => moveLevel(level, move)),
  };
}

export function storesIn(levels: readonly Level[]): readonly Store[] {
  return levels.flatMap(({ pointStores, elementStores }) => [...pointStores, ...elementStores]);
}

/** The step with its place rewritten. */
export function moveStep(step: Step, move: (place: Affine) => Affine): Step {
  return 'place' in step ? { ...step, place: move(step.place) } : step;
}

export function moveStore(store: Store, move: (place: Affine) => Affine): Store {
  return { ...store, place: move(store.place) };
}

function moveLevel(level: Level, move: (place: Affine) => Affine): Level {
  return {
    pointStores: level.pointStores.map((store) => moveStore(store, move)),
    reductions: level.reductions,
    elementStores: level.elementStores.map((store) => moveStore(store, move)),
  };
}

/**
 * With reductions along rows the choice depends on the reduced length alone, so that a row's sums have the same bits
 * whatever number of rows there are.
 */
function laneAxisOf(
  axes: readonly NestAxis[],
  { alongRows, reductions, space }: DraftNest,
): number | undefined {
  const lastPoint = axes.findLastIndex((axis) => !axis.reduced);
  const points = lastPoint < 0 ? undefined : lastPoint;
  if (reductions.length === 0) return axes.length === 0 ? undefined : axes.length - 1;
  const length = space.reduce((product, axis) => (axis.reduced ? product * axis.size : product), 1);
  if (!alongRows || length < shortestAlongLanes) return points;
  const isOrdered = reductions.some(({ op }) => op === 'argmax');
  return isOrdered ? axes.length - 1 : longestReduced(axes);
}

/** The last reduced axis if it fills the lanes, else the longest; then elements are no longer met in ascending order. */
function longestReduced(axes: readonly NestAxis[]): number {
  const last = axes.length - 1;
  if (axes[last].size >= shortestAlongLanes) return last;
  const longest = Math.max(...axes.map((axis) => (axis.reduced ? axis.size : 0)));
  return axes.findLastIndex((axis) => axis.reduced && axis.size === longest);
}
