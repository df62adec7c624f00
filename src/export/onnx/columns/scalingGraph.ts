import type { Scaling } from '../../../data/prepare/index.ts';
import type { Value } from '../graph/graphBuilder.ts';
import type { Arithmetic, Operand } from './arithmetic.ts';
import { normalQuantileGraph } from './normalQuantileGraph.ts';
import { shareGraph } from './shareGraph.ts';

type Form = Scaling['form'];
type ScalingOf<Own extends Form> = Extract<Scaling, { readonly form: Own }>;
type ScalingGraph<Own extends Form> = (math: Arithmetic, scaling: ScalingOf<Own>, x: Value) => Value;

/** Every form that a fitted scaling has, in float64. */
const graphs: { readonly [Own in Form]: ScalingGraph<Own> } = {
  linear: (math, { center, scale }, x) => linear(math, x, center, scale),

  affine(math, { factor, offset, clip }, x) {
    const scaled = math.add(math.multiply(x, factor), offset);
    return clip ? math.clip(scaled, clip[0], clip[1]) : scaled;
  },

  quantile(math, { quantiles, output }, x) {
    const share = shareGraph(math, x, quantiles, output === 'normal' ? 1e-7 : 0);
    return output === 'normal' ? normalQuantileGraph(math, share) : share;
  },

  power: (math, { method, lambda, center, scale }, x) =>
    linear(math, (method === 'boxCox' ? boxCox : yeoJohnson)(math, x, lambda), center, scale),
};

export function scaledGraph<Own extends Form>(math: Arithmetic, scaling: ScalingOf<Own>, x: Value): Value {
  return (graphs[scaling.form as Own] as ScalingGraph<Own>)(math, scaling, x);
}

/** Back to the column's own unit. The scalings of targets are of two forms alone. */
export function unscaledGraph(math: Arithmetic, scaling: Scaling, value: Value): Value {
  if (scaling.form === 'linear') return math.add(math.multiply(value, scaling.scale), scaling.center);
  if (scaling.form === 'affine') return math.divide(math.subtract(value, scaling.offset), scaling.factor);
  throw new Error(`no target is scaled by ${scaling.form}`);
}

function linear(math: Arithmetic, x: Value, center: number, scale: number): Value {
  const shifted = center === 0 ? x : math.subtract(x, center);
  return scale === 1 ? shifted : math.divide(shifted, scale);
}

/** (e^(power logarithm) - 1) / power, and its limit at 0. */
function powerOfLog(math: Arithmetic, logarithm: Value, power: number): Value {
  if (Math.abs(power) < 1e-16) return logarithm;
  const powered = math.apply('Exp', math.multiply(logarithm, power));
  return math.divide(math.subtract(powered, 1), power);
}

/** Both sides of 0 are worked out for every number, so each sees only what it can take. */
function yeoJohnson(math: Arithmetic, x: Value, lambda: number): Value {
  const size = math.apply('Abs', x);
  const logarithm = math.apply('Log', math.add(size, 1));
  const below: Operand = math.multiply(powerOfLog(math, logarithm, 2 - lambda), -1);
  return math.select(math.compare('Less', x, 0), below, powerOfLog(math, logarithm, lambda));
}

function boxCox(math: Arithmetic, x: Value, lambda: number): Value {
  const positive = math.clip(x, Number.MIN_VALUE, Number.MAX_VALUE);
  return powerOfLog(math, math.apply('Log', positive), lambda);
}
