import type { Vector } from '../define.ts';
import { cubicMinimum, type CubicPoint } from './cubicMinimum.ts';

/** A point on the line through the parameters along the direction, `t` directions away. */
export interface LinePoint extends CubicPoint {
  readonly gradient: Vector;
}

export interface LineSearch {
  /** Loss, gradient and slope `t` directions away. */
  readonly evaluateAt: (t: number) => LinePoint;
  /** Where the line begins, t = 0. */
  readonly start: LinePoint;
  /** The largest element of the direction. */
  readonly directionSize: number;
  /** Brackets that move no parameter by this much are narrow enough. */
  readonly toleranceChange: number;
}

type Pair = readonly [LinePoint, LinePoint];
type Found = { readonly point: LinePoint; readonly evaluations: number };

const sufficientDecrease = 1e-4;
const curvature = 0.9;
const mostSteps = 25;

/**
 * Looks along a line for a point that satisfies the strong Wolfe conditions: enough decrease, and a slope flat enough
 * (Nocedal and Wright 2006, algorithms 3.5 and 3.6; step by step as PyTorch and minFunc do it).
 */
export function strongWolfe(search: LineSearch, firstT: number): Found {
  const found = bracket(search, firstT);
  return 'point' in found ? found : zoom(search, found.points, found.evaluations);
}

function failsDecrease({ start }: LineSearch, { loss, t }: LinePoint): boolean {
  return loss > start.loss + sufficientDecrease * t * start.slope;
}

function isFlat({ start }: LineSearch, { slope }: LinePoint): boolean {
  return Math.abs(slope) <= -curvature * start.slope;
}

/** Goes further and further until a point will do, or two have one between them that will. */
function bracket(search: LineSearch, firstT: number): Found | { points: Pair; evaluations: number } {
  let previous = search.start;
  let point = search.evaluateAt(firstT);
  for (let step = 0; step < mostSteps; step++) {
    const evaluations = step + 1;
    if (failsDecrease(search, point) || (step > 1 && point.loss >= previous.loss))
      return { points: [previous, point], evaluations };
    if (isFlat(search, point)) return { point, evaluations };
    if (point.slope >= 0) return { points: [previous, point], evaluations };
    const next = cubicMinimum(previous, point, point.t + 0.01 * (point.t - previous.t), point.t * 10);
    previous = point;
    point = search.evaluateAt(next);
  }
  return { points: [search.start, point], evaluations: mostSteps + 1 };
}

/** Narrows a bracket until a point in it will do; of two equally low ends the first counts as the lower. */
function zoom(search: LineSearch, ends: Pair, evaluationsBefore: number): Found {
  const points: [LinePoint, LinePoint] = [...ends];
  const lowerEnd = () => (points[0].loss <= points[1].loss ? 0 : 1);
  let evaluations = evaluationsBefore;
  let low = lowerEnd();
  let slow = false;
  while (evaluations <= mostSteps && !isNarrow(search, points)) {
    const trial = insideBracket(points, slow);
    slow = trial.slow;
    const point = search.evaluateAt(trial.t);
    evaluations++;
    if (failsDecrease(search, point) || point.loss >= points[low].loss) {
      points[1 - low] = point;
      low = lowerEnd();
      continue;
    }
    if (isFlat(search, point)) return { point, evaluations };
    if (point.slope * (points[1 - low].t - points[low].t) >= 0) points[1 - low] = points[low];
    points[low] = point;
  }
  return { point: points[low], evaluations };
}

function isNarrow({ directionSize, toleranceChange }: LineSearch, [a, b]: Pair): boolean {
  return Math.abs(b.t - a.t) * directionSize < toleranceChange;
}

/** The cubic's minimum; moved a tenth of the bracket away from an end when twice in a row it lies closer than that. */
function insideBracket([a, b]: Pair, slow: boolean): { t: number; slow: boolean } {
  const [from, to] = a.t <= b.t ? [a.t, b.t] : [b.t, a.t];
  const t = cubicMinimum(a, b);
  const margin = 0.1 * (to - from);
  if (Math.min(to - t, t - from) >= margin) return { t, slow: false };
  if (!slow && t < to && t > from) return { t, slow: true };
  return { t: Math.abs(t - to) < Math.abs(t - from) ? to - margin : from + margin, slow: false };
}
