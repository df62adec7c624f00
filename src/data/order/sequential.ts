import { z } from 'zod';
import { defineOrder } from './define.ts';

export const sequential = defineOrder({
  name: 'sequential',
  summary:
    "The table's own order in every epoch; on a sorted table it learns one class, then forgets it for the next.",
  options: z.strictObject({}),
  start: (_options, { rows }) => ({ needsLosses: false, order: () => countingUp(rows) }),
});

function countingUp(rows: number): Int32Array {
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}
