import { columnSplit } from './columnSplit.ts';
import { groupSplit } from './groupSplit.ts';
import { randomSplit } from './randomSplit.ts';
import type { Split, SplitInput, SplitKind, SplitSettings } from './settings.ts';
import { stratifiedSplit } from './stratifiedSplit.ts';
import { timeSplit } from './timeSplit.ts';

const splits: Record<SplitKind, (settings: SplitSettings, input: SplitInput) => Split> = {
  random: randomSplit,
  stratified: stratifiedSplit,
  group: groupSplit,
  time: timeSplit,
  column: columnSplit,
};

/**
 * Divides rows into training, validation and test: a pure function of its arguments. `splitInput` makes the input of a table.
 * @throws NeumannError for too few rows or groups, shares that don't sum to 1, and words that name no part
 */
export function split(settings: SplitSettings, input: SplitInput): Split {
  return splits[settings.kind](settings, input);
}
