import { z } from 'zod';
import { multiply } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { hinge } from './hinge.ts';

export const squaredHinge = defineLoss({
  name: 'squaredHinge',
  summary: 'The hinge loss squared: smooth at the margin, harder on gross errors.',
  formula: 'max(0, 1 - t y)^2',
  options: z.strictObject({}),
  target: 'signs',
  each(prediction, target) {
    const short = hinge.each(prediction, target, {});
    return multiply(short, short);
  },
});
