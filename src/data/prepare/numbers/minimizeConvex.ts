const GOLDEN = 0.3819660112501051;
const GROWTH = 1.618033988749895;
const TOLERANCE = 1.5e-8;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a convex function of one number is smallest: steps downhill from [low, high], growing until it rises again, then
 * Brent's method (1973): parabolas through the best three points, golden sections where those lead nowhere. Infinity as a
 * value means "not here".
 */
export function minimizeConvex(f: (x: number) => number, low: number, high: number): number {
  const at = (x: number): Point => ({ x, y: f(x) });
  const [left, middle, right] = bracket(at, at(low), at(high));
  return brent(at, Math.min(left.x, right.x), middle, Math.max(left.x, right.x));
}

/** Three points of which the middle one is lowest. */
function bracket(at: (x: number) => Point, first: Point, second: Point): readonly [Point, Point, Point] {
  let [a, b] = second.y > first.y ? [second, first] : [first, second];
  for (let tries = 0; ; tries++) {
    const c = at(b.x + GROWTH * (b.x - a.x));
    if (!(c.y < b.y) || tries === 50) return [a, b, c];
    [a, b] = [b, c];
  }
}

function brent(at: (x: number) => Point, low: number, start: Point, high: number): number {
  let [best, second, third] = [start, start, start];
  let step = 0;
  let stepBefore = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    const tolerance = TOLERANCE * Math.abs(best.x) + 1e-11;
    if (Math.abs(best.x - middle) <= 2 * tolerance - (high - low) / 2) break;
    const parabolic = Math.abs(stepBefore) > tolerance ? parabolaStep(best, second, third) : NaN;
    const target = best.x + parabolic;
    const useful = Math.abs(parabolic) < Math.abs(stepBefore / 2) && target > low && target < high;
    const section = (best.x >= middle ? low : high) - best.x;
    stepBefore = useful ? step : section;
    step = useful ? parabolic : GOLDEN * section;
    const next = at(best.x + (Math.abs(step) >= tolerance ? step : tolerance * (Math.sign(step) || 1)));
    if (next.y <= best.y) {
      if (next.x >= best.x) low = best.x;
      else high = best.x;
      [best, second, third] = [next, best, second];
    } else {
      if (next.x < best.x) low = next.x;
      else high = next.x;
      if (next.y <= second.y || second.x === best.x) [second, third] = [next, second];
      else if (next.y <= third.y || third.x === best.x || third.x === second.x) third = next;
    }
  }
  return best.x;
}

/** From the best point to the lowest point of the parabola through all three; NaN where they lie on a line. */
function parabolaStep(best: Point, second: Point, third: Point): number {
  const r = (best.x - second.x) * (best.y - third.y);
  const q = (best.x - third.x) * (best.y - second.y);
  const numerator = (best.x - third.x) * q - (best.x - second.x) * r;
  const denominator = 2 * (q - r);
  return denominator === 0 ? NaN : -numerator / denominator;
}
