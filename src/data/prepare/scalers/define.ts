import type { z } from 'zod';
import { release } from '../../table/paged/release.ts';
import { present } from '../numbers/present.ts';
import { scalerOf, type FittedScaler, type Scaling } from './scaling.ts';

/** A way to scale a column of numbers, chosen by name. */
export interface Scaler<Options = never> {
  readonly name: string;
  /** One sentence: what it does and when to use it. */
  readonly summary: string;
  readonly formula: string;
  readonly options: z.ZodType<Options>;
  /** Fits it on a column's training values; missing ones (NaN) are passed over. No value at all gives one that changes nothing. */
  fit(options: Options, values: Float64Array): FittedScaler;
}

/**
 * `scaling` is given the values that are there, at least one, with the number of rows they are from, and returns what is to
 * be remembered of them.
 */
export function defineScaler<Schema extends z.ZodType>(
  definition: Omit<Scaler, 'options' | 'fit'> & {
    readonly options: Schema;
    scaling(options: z.output<Schema>, values: Float64Array, rows: number): Scaling;
  },
): Scaler<z.output<Schema>> {
  const { name, summary, formula, options, scaling } = definition;
  return {
    name,
    summary,
    formula,
    options: options as unknown as z.ZodType<z.output<Schema>>,
    fit(chosen, values) {
      const known = present(values);
      for (let i = 0; i < known.length; i++) known[i] = Math.min(Math.max(known[i], -REACH), REACH);
      const nothing: Scaling = { form: 'linear', center: 0, scale: 1 };
      const found = known.length === 0 ? nothing : scaling(chosen, known, values.length);
      release(known);
      return scalerOf(found);
    },
  };
}

/** Ranges of numbers up to this size are still numbers. */
const REACH = 2 ** 1022;
