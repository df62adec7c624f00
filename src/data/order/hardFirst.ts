import { z } from 'zod';
import { exp, log, permutation, randomStream } from '../../numeric/index.ts';
import { defineOrder, type RowLosses } from './define.ts';
import { outlierWarning } from './outlierWarning.ts';

/**
 * Loshchilov and Hutter, "Online batch selection for faster training of neural networks" (2015), section 3: rows are
 * ranked by their loss after the epoch before, and each place of the epoch draws the row of rank i (0 is the largest loss) with a chance
 * that falls exponentially, so that the first is `pressure` times as likely as the last. The pressure itself falls
 * exponentially from epoch to epoch.
 *
 * The gradient is not reweighted, as in the paper: what is learnt is a distribution with more of the hard rows.
 * @see https://arxiv.org/abs/1511.06343
 */
export const hardFirst = defineOrder({
  name: 'hardFirst',
  summary:
    'Rows with a large loss are visited more often (online batch selection); harmful where they are mistakes.',
  formula:
    'P(rank i of n) = s^(-i/n) / sum_j s^(-j/n),  s = pressure * (finalPressure / pressure)^(epoch / (epochs - 1))',
  options: z.strictObject({
    pressure: z
      .number()
      .min(1)
      .default(100)
      .describe(
        'How much likelier the hardest row is than the easiest in the first epoch; usually 2 to 100.',
      ),
    finalPressure: z
      .number()
      .min(1)
      .default(1)
      .describe('The same in the last epoch planned; 1 is no preference.'),
  }),
  start(options, { seed, rows, epochs }) {
    return {
      warnings: outlierWarning,
      order(epoch, losses) {
        const visit = permutation(seed, 'order', epoch, rows);
        if (!losses || epoch === 0) return visit;
        const ranked = rankByLoss(visit, losses);
        const draw = rankSampler(pressureAt(options, epoch, epochs), rows);
        const random = randomStream(seed, 'hardFirst', String(epoch));
        return visit.map((_, place) => ranked[draw(random.uniform(place))]);
      },
    };
  },
});

export function pressureAt(
  options: { pressure: number; finalPressure: number },
  epoch: number,
  epochs: number,
): number {
  const share = epochs > 1 ? Math.min(epoch / (epochs - 1), 1) : 0;
  return exp(log(options.pressure) * (1 - share) + log(options.finalPressure) * share);
}

/** Rows from the largest loss to the smallest; those never computed count as largest, and ties stay in the order of `visit`. */
function rankByLoss(visit: Int32Array, losses: RowLosses): Int32Array {
  const loss = (row: number) => (Number.isNaN(losses[row]) ? Infinity : losses[row]);
  return visit.toSorted((a, b) => (loss(a) === loss(b) ? 0 : loss(a) < loss(b) ? 1 : -1));
}

/** Turns a uniform number into a rank: the inverse of the geometric distribution's cumulative sum, cut off at `rows`. */
export function rankSampler(pressure: number, rows: number): (uniform: number) => number {
  const decay = log(pressure) / rows;
  const covered = 1 - 1 / pressure;
  if (decay === 0) return (uniform) => Math.floor(uniform * rows);
  return (uniform) => Math.min(Math.floor(-log(1 - uniform * covered) / decay), rows - 1);
}
