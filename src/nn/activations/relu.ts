import { z } from 'zod';
import { relu as rectify } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

/** Derivative at 0 is 0, as in PyTorch. */
export const relu = defineActivation({
  name: 'relu',
  summary: 'Rectified linear unit: cuts negative values off. Cheap, and the usual choice for hidden layers.',
  formula: 'max(x, 0)',
  options: z.strictObject({}),
  apply: (x) => rectify(x),
  floor: () => 0,
  sharp: true,
});
