import { sum } from '../../numeric/index.ts';
import type { Warning } from '../table/table.ts';
import type { RowLosses } from './define.ts';

/** A loss is extreme where it is this many times the mean of all. */
const EXTREME = 20;
/** Few rows hold much of the loss where one in a hundred holds over half of it. */
const FEW = 0.01;
const MUCH = 0.5;

/**
 * Warns where a few rows hold most of the loss and theirs is extreme: an order that prefers hard rows then learns mostly
 * from what may be mistakes in the data (LeCun et al. 1998: emphasising schemes are "disastrous" with outliers).
 */
export function outlierWarning(losses: RowLosses): Warning[] {
  const known = losses.filter((loss) => Number.isFinite(loss)).sort();
  const few = Math.ceil(known.length * FEW);
  const total = sum(known);
  const share = sum(known, known.length - few) / total;
  const largest = known[known.length - 1];
  if (!(total > 0) || share <= MUCH || largest < (EXTREME * total) / known.length) return [];
  const rows = few === 1 ? 'One row holds' : `${few} of ${known.length} rows hold`;
  return [
    {
      code: 'outliers',
      text: `${rows} ${Math.round(share * 100)} % of the training loss, and learning from hard rows first dwells on them; look whether they are mistakes, or choose another batches.order.`,
    },
  ];
}
