import { NeumannError } from '../../errors.ts';
import type { OrderContext } from './define.ts';

/**
 * The rows of each class that occurs, in the order of `visit`.
 * @throws NeumannError where there are no classes
 */
export function rowsByClass({ labels }: OrderContext, order: string, visit: Int32Array): Int32Array[] {
  if (!labels)
    throw new NeumannError(
      'order',
      `The order '${order}' goes by classes, and a numeric target has none; choose shuffled.`,
    );
  const rows = new Map<number, number[]>();
  for (const row of visit) {
    const sameClass = rows.get(labels[row]);
    if (sameClass) sameClass.push(row);
    else rows.set(labels[row], [row]);
  }
  return [...rows.keys()].sort((a, b) => a - b).map((label) => Int32Array.from(rows.get(label)!));
}
