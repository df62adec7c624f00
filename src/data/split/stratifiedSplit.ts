import { NeumannError } from '../../errors.ts';
import { permutation } from '../../numeric/index.ts';
import type { Warning } from '../table/table.ts';
import { classCounts } from './classCounts.ts';
import { largestRemainder } from './largestRemainder.ts';
import { randomSplit } from './randomSplit.ts';
import {
  partNames,
  partSizes,
  type Part,
  type Split,
  type SplitInput,
  type SplitSettings,
} from './settings.ts';

/**
 * Divides the rows by chance, with the share of each class in each part as near to its share in the whole as whole rows
 * allow (scikit-learn: `train_test_split(stratify)`, first the test part, then validation). Does not depend on how the
 * classes are named or numbered.
 *
 * A class with fewer rows than there are parts goes wholly to training, with a warning; where such rows are more than half
 * of the training part, the split is random, and that is said.
 */
export function stratifiedSplit(settings: SplitSettings, input: SplitInput): Split {
  const sizes = partSizes(input.rows.length, settings);
  const { classes, counts } = classesOf(input);
  const wanted = partNames.filter((part) => sizes[part] > 0).length;
  const small = counts.map((count) => (count < wanted ? count : 0));
  const smallRows = small.reduce((sum, count) => sum + count, 0);
  if (smallRows > sizes.train / 2) {
    return { ...randomSplit(settings, input), warnings: [notStratified(counts.length, wanted)] };
  }
  const shares = apportion(
    counts.map((count, i) => count - small[i]),
    { ...sizes, train: sizes.train - smallRows },
    input.seed,
  );
  small.forEach((count, i) => (shares.train[i] += count));
  const warnings = smallRows > 0 ? [tooSmall(small, wanted)] : [];
  return { ...deal(input, classes, shares), warnings };
}

function classesOf({ rows, labels }: SplitInput) {
  if (labels) return classCounts(rows, labels);
  throw new NeumannError(
    'split',
    'A stratified split goes by classes; give labels, or choose split.kind=random.',
  );
}

/** How many rows of each class go to each part: training and validation together against test first, then one from the other. */
function apportion(counts: Int32Array, sizes: Record<Part, number>, seed: number): Record<Part, Int32Array> {
  const ties = (step: number) => permutation(seed, 'split ties', step, counts.length);
  const rest = largestRemainder(counts, sizes.train + sizes.validation, ties(0));
  const train = largestRemainder(rest, sizes.train, ties(1));
  return {
    train,
    validation: rest.map((count, i) => count - train[i]),
    test: counts.map((count, i) => count - rest[i]),
  };
}

/** Goes through the rows in random order and gives each to the first part that still wants one of its class. */
function deal({ rows, seed }: SplitInput, classes: Int32Array, shares: Record<Part, Int32Array>) {
  const part = new Uint8Array(rows.length);
  for (const position of permutation(seed, 'split', 0, rows.length)) {
    const at = classes[position];
    const chosen = shares.test[at] > 0 ? 2 : shares.validation[at] > 0 ? 1 : 0;
    shares[partNames[chosen]][at]--;
    part[position] = chosen;
  }
  const rowsOf = (index: number) => rowsWhere(rows, part, index);
  return { train: rowsOf(0), validation: rowsOf(1), test: rowsOf(2) };
}

/** As `filter`, which takes several times as long on typed arrays. */
function rowsWhere(rows: Int32Array, part: Uint8Array, index: number): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (part[i] === index) kept[count++] = rows[i];
  return kept.slice(0, count);
}

function tooSmall(small: Int32Array, wanted: number): Warning {
  const count = small.filter((rows) => rows > 0).length;
  const which = count === 1 ? 'One class has' : `${count} classes have`;
  return {
    code: 'small-classes',
    text: `${which} fewer than ${wanted} rows, too few to be in every part: their rows are all in the training part, and no score speaks of them.`,
  };
}

function notStratified(classes: number, wanted: number): Warning {
  return {
    code: 'not-stratified',
    text: `Most of the ${classes} classes have fewer than ${wanted} rows, too few to stratify by: the rows are divided at random.`,
  };
}
