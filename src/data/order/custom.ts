import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import { defineOrder } from './define.ts';

/** For comparing runs with another library, or for an order worked out elsewhere. */
export const custom = defineOrder({
  name: 'custom',
  summary:
    'Orders of your own: a list of permutations of the training rows, one an epoch, begun again when used up.',
  options: z.strictObject({
    orders: z
      .array(z.array(z.int().min(0)))
      .default([])
      .describe('For each epoch, the training rows (counted from 0) in the order to visit them.'),
  }),
  start({ orders }, { rows }) {
    if (orders.length === 0)
      throw new NeumannError('order', 'The order custom needs at least one order in batches.order.orders.');
    orders.forEach((order, epoch) => checkPermutation(order, epoch, rows));
    return { needsLosses: false, order: (epoch) => Int32Array.from(orders[epoch % orders.length]) };
  },
});

function checkPermutation(order: readonly number[], epoch: number, rows: number): void {
  const distinct = new Set(order.filter((row) => row < rows));
  if (order.length === rows && distinct.size === rows) return;
  throw new NeumannError(
    'order',
    `batches.order.orders[${epoch}] holds ${order.length} numbers, ${distinct.size} of them different rows; it has to hold each of the ${rows} training rows (0 to ${rows - 1}) once.`,
  );
}
