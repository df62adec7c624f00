import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import type { Scaler } from './define.ts';
import { maxAbs } from './maxAbs.ts';
import { minMax } from './minMax.ts';
import { none } from './none.ts';
import { power } from './power.ts';
import { quantile } from './quantile.ts';
import { robust } from './robust.ts';
import type { FittedScaler } from './scaling.ts';
import { skewAware } from './skewAware.ts';
import { standardise } from './standardise.ts';

/** Every way to scale a column of numbers, by name. */
export const scalers = { skewAware, standardise, minMax, robust, maxAbs, quantile, power, none };
export type ScalerName = keyof typeof scalers;

/** A scaler by name, with options where the defaults don't suit: `'robust'`, or `{ name: 'robust', range: [10, 90] }`. */
export type ScalerChoice = ScalerName | { readonly name: ScalerName; readonly [option: string]: unknown };

/**
 * Fits the chosen scaler on a column's training values.
 * @throws NeumannError for options that it has not
 */
export function fitScaler(choice: ScalerChoice, values: Float64Array): FittedScaler {
  const { name, ...given } = typeof choice === 'string' ? { name: choice } : choice;
  const scaler = scalers[name] as unknown as Scaler<unknown>;
  const options = scaler.options.safeParse(given);
  if (options.success) return scaler.fit(options.data, values);
  throw new NeumannError(
    'preparation',
    `The scaling '${name}' does not take these options: ${z.prettifyError(options.error)}`,
  );
}

export { restoreScaler, scalerOf, scalingSchema } from './scaling.ts';
export type { FittedScaler, Scaling } from './scaling.ts';
export type { Scaler } from './define.ts';
