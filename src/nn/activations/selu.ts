import { z } from 'zod';
import { multiply } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';
import { elu } from './elu.ts';

const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

/** Klambauer and others, 2017. Wants the initializer lecunNormal. */
export const selu = defineActivation({
  name: 'selu',
  summary: 'Scaled exponential linear unit: keeps mean 0 and variance 1 from layer to layer by itself.',
  formula: '1.0507 (x > 0 ? x : 1.67326 (exp(x) - 1))',
  options: z.strictObject({}),
  apply: (x) => multiply(elu.apply(x, { alpha: ALPHA }), SCALE),
  floor: () => -SCALE * ALPHA,
});
