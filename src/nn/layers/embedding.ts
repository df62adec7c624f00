import { z } from 'zod';
import { equal, gather, literal, select, stopGradient } from '../../tensor/index.ts';
import { defineLayer } from '../define.ts';
import { choiceOption } from './choiceOption.ts';

/**
 * Input i32 [...], output [..., dimension]; `weight` is [size, dimension]. Codes outside 0 to size - 1 are the caller's
 * mistake. The row of `paddingIndex` is used as it is and never learns (PyTorch's padding_idx).
 */
export const embedding = defineLayer({
  name: 'embedding',
  summary: 'A vector for each category, learned like any weight.',
  formula: 'y = W[code]',
  options: z.strictObject({
    size: z.int().positive().describe('Number of categories.'),
    dimension: z.int().positive().describe('Length of a vector, usually 2 to 50.'),
    paddingIndex: z
      .int()
      .nonnegative()
      .nullable()
      .default(null)
      .describe('A code whose vector never changes.'),
    initializer: choiceOption.default({ name: 'normal' }).describe('Start of the vectors.'),
  }),
  apply(context, input, { size, dimension, paddingIndex, initializer }) {
    const table = context.parameter('weight', [size, dimension], {
      initial: initializer,
      decay: true,
      fan: { in: size, out: dimension },
    });
    if (paddingIndex === null) return gather(table, input);
    const rows = literal(
      Array.from({ length: size }, (_, row) => row),
      [size, 1],
    );
    return gather(select(equal(rows, paddingIndex), stopGradient(table), table), input);
  },
});
