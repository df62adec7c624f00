import { NeumannError } from '../../errors.ts';

/**
 * The fold of each row so that no group is in two folds: groups from the largest to the smallest, each to the fold with
 * the fewest rows so far (scikit-learn's GroupKFold). Groups of one size come in the order of their first appearance, in
 * `order` if given.
 */
export function groupFolds(
  { classes: groups, counts }: { classes: Int32Array; counts: Int32Array },
  folds: number,
  order?: Int32Array,
): Int32Array {
  if (counts.length < folds)
    throw new NeumannError(
      'folds',
      `${counts.length} groups are too few for ${folds} folds; ask for fewer folds, or choose plain ones.`,
    );
  const appearance = [...new Set(order ? order.map((position) => groups[position]) : groups)];
  const foldOfGroup = new Int32Array(counts.length);
  const sizes = new Int32Array(folds);
  for (const group of appearance.toSorted((a, b) => counts[b] - counts[a])) {
    const lightest = sizes.indexOf(Math.min(...sizes));
    foldOfGroup[group] = lightest;
    sizes[lightest] += counts[group];
  }
  return groups.map((group) => foldOfGroup[group]);
}
