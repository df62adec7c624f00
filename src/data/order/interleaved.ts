import { z } from 'zod';
import { permutation } from '../../numeric/index.ts';
import { defineOrder } from './define.ts';
import { rowsByClass } from './rowsByClass.ts';

/**
 * LeCun, Bottou, Orr and Müller, "Efficient BackProp" (1998), section 4.2: choose rows so that successive ones rarely
 * belong to the same class. Rows are shuffled within each class in each epoch.
 */
export const interleaved = defineOrder({
  name: 'interleaved',
  summary:
    'Consecutive rows come from different classes wherever their numbers allow it, each row once an epoch.',
  options: z.strictObject({}),
  start(_options, context) {
    rowsByClass(context, 'interleaved', new Int32Array(0));
    return {
      needsLosses: false,
      order(epoch) {
        const visit = permutation(context.seed, 'order', epoch, context.rows);
        const queues = rowsByClass(context, 'interleaved', visit);
        const next = new Int32Array(queues.length);
        return classSequence(queues.map((queue) => queue.length)).map((at) => queues[at][next[at]++]);
      },
    };
  },
});

/**
 * Spreads classes evenly over an epoch: each place goes to the class furthest behind its share. Where no class has more
 * than half of the rows, never the same class twice in a row; otherwise the rows of the large class stand together as
 * rarely as can be, all through the epoch.
 */
export function classSequence(counts: readonly number[]): Int32Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const left = Int32Array.from(counts);
  const apart = Math.max(...counts) <= Math.ceil(total / 2);
  const sequence = new Int32Array(total);
  let previous = -1;
  for (let place = 0; place < total; place++) {
    const behind = (at: number) => (counts[at] * (place + 1)) / total - (counts[at] - left[at]);
    let chosen = -1;
    for (let at = 0; at < counts.length; at++) {
      if (left[at] === 0 || (apart && at === previous)) continue;
      // A class that fills more than half of what is left has to come now, or it will meet itself at the end.
      if (apart && 2 * left[at] > total - place) {
        chosen = at;
        break;
      }
      if (chosen < 0 || behind(at) > behind(chosen)) chosen = at;
    }
    left[chosen]--;
    sequence[place] = previous = chosen;
  }
  return sequence;
}
