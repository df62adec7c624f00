import { z } from 'zod';
import { reshape } from '../../tensor/index.ts';
import { defineLayer } from '../define.ts';

export const flatten = defineLayer({
  name: 'flatten',
  summary: 'Lays all axes but the first in one row.',
  options: z.strictObject({}),
  apply: (_context, input) =>
    reshape(input, [input.shape[0], input.shape.slice(1).reduce((a, b) => a * b, 1)]),
});
