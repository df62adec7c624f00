import { z } from 'zod';
import { absolute, multiply, sum } from '../../tensor/index.ts';
import { definePenalty } from '../define.ts';
import { strength } from './options.ts';

/** By its sub-gradient, strength * sign(w) with sign(0) = 0, as PyTorch does it: weights come near 0, but not to it. */
export const l1 = definePenalty({
  name: 'l1',
  summary:
    'Pulls all weights towards 0 equally hard, so that unneeded ones become tiny; l1Proximal makes them exactly 0.',
  formula: 'loss + strength * sum(|w|)',
  options: z.strictObject({ strength }),
  value: (parameter, options) => multiply(options.strength, sum(absolute(parameter))),
});
