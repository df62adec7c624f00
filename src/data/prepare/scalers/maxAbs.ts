import { z } from 'zod';
import { nonZeroScale } from '../numbers/nonZeroScale.ts';
import { defineScaler } from './define.ts';
import { linear } from './linearScaling.ts';

/** scikit-learn's MaxAbsScaler. */
export const maxAbs = defineScaler({
  name: 'maxAbs',
  summary: 'The largest size becomes 1 and 0 stays 0: for columns that are mostly 0.',
  formula: 'x / largest |x|',
  options: z.strictObject({}),
  scaling: (_options, values) =>
    linear(0, nonZeroScale(values.reduce((a, b) => Math.max(a, Math.abs(b)), 0))),
});
