import type { Scaling } from '../../../data/prepare/index.ts';
import { numberText, plus } from '../code/literals.ts';
import type { Source } from '../code/source.ts';

type Form = Scaling['form'];
type ScalingOf<Own extends Form> = Extract<Scaling, { readonly form: Own }>;

/** An expression of the scaled number; `x` is an expression that may stand before any operator. */
type ScalingCode<Own extends Form> = (source: Source, scaling: ScalingOf<Own>, x: string) => string;

/** Every form that a fitted scaling has. */
const codes: { readonly [Own in Form]: ScalingCode<Own> } = {
  linear: (_source, { center, scale }, x) => over(plus(x, -center), center !== 0, scale),

  affine(_source, { factor, offset, clip }, x) {
    const scaled = plus(factor === 1 ? x : `${x} * ${numberText(factor)}`, offset);
    return clip ? `Math.min(Math.max(${scaled}, ${numberText(clip[0])}), ${numberText(clip[1])})` : scaled;
  },

  quantile(source, { quantiles, output }, x) {
    const known = source.numbers('quantiles', quantiles);
    const margin = output === 'normal' ? 1e-7 : 0;
    const share = `${source.helper('share')}(${x}, ${known}, ${margin})`;
    return output === 'normal' ? `${source.helper('normalQuantile')}(${share})` : share;
  },

  power(source, { method, lambda, center, scale }, x) {
    const powered = `${source.helper(method)}(${x}, ${numberText(lambda)})`;
    return over(plus(powered, -center), center !== 0, scale);
  },
};

function over(expression: string, isSum: boolean, scale: number): string {
  if (scale === 1) return expression;
  return `${isSum ? `(${expression})` : expression} / ${numberText(scale)}`;
}

export function scaledCode<Own extends Form>(source: Source, scaling: ScalingOf<Own>, x: string): string {
  return (codes[scaling.form as Own] as ScalingCode<Own>)(source, scaling, x);
}

/** Back to the column's own unit. The scalings of targets are of two forms alone. */
export function unscaledCode(scaling: Scaling, value: string): string {
  if (scaling.form === 'linear')
    return plus(scaling.scale === 1 ? value : `${value} * ${numberText(scaling.scale)}`, scaling.center);
  if (scaling.form === 'affine')
    return over(plus(value, -scaling.offset), scaling.offset !== 0, scaling.factor);
  throw new Error(`no target is scaled by ${scaling.form}`);
}
