import { NeumannError } from '../../errors.ts';

/**
 * The fold of each row so that every fold has nearly the same share of each class. As in scikit-learn, the rows sorted by
 * class are dealt to the folds in turn, which says how many of each class a fold gets; those are then taken in the table's
 * order (or in `order`, if given). Classes are numbered by first appearance, so their names change nothing.
 */
export function stratifiedFolds(
  { classes, counts }: { classes: Int32Array; counts: Int32Array },
  folds: number,
  order?: Int32Array,
  smallClasses: 'refuse' | 'spread' = 'refuse',
): Int32Array {
  const smallest = Math.min(...counts);
  if (smallest < folds && smallClasses === 'refuse') throw tooSmall(smallest, folds);
  const left = allocation(counts, folds);
  const current = new Int32Array(counts.length);
  const foldOf = new Int32Array(classes.length);
  for (let i = 0; i < classes.length; i++) {
    const position = order ? order[i] : i;
    const at = classes[position];
    while (left[at][current[at]] === 0) current[at]++;
    left[at][current[at]]--;
    foldOf[position] = current[at];
  }
  return foldOf;
}

/** How many rows of each class each fold gets: row i of the rows sorted by class goes to fold i mod k. */
function allocation(counts: Int32Array, folds: number): Int32Array[] {
  let start = 0;
  return Array.from(counts, (count) => {
    const perFold = new Int32Array(folds);
    for (let i = start; i < start + count; i++) perFold[i % folds]++;
    start += count;
    return perFold;
  });
}

function tooSmall(rows: number, folds: number): NeumannError {
  return new NeumannError(
    'folds',
    `The smallest class has ${rows} rows, too few for ${folds} stratified folds; ask for at most ${rows}, or choose plain folds.`,
  );
}
