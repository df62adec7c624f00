import { nameIn } from '../../../controls/nameIn.ts';
import { wholeRecipe } from '../../../state/editScenario.ts';
import { readPath } from '../../../state/path.ts';
import { same } from '../../../state/same.ts';
import type { Scenario } from '../../../state/scenario.ts';

/** A learning rate that was chosen for one optimizer, when another took its place. */
export interface ReplacedRate {
  readonly rate: number;
  /** The optimizer that had it. */
  readonly of: string;
  /** What the recipe says of the optimizer that came. */
  readonly by: unknown;
}

const optimizerOf = (scenario: Scenario): string | undefined => nameIn(wholeRecipe(scenario)['optimizer']);
const rateOf = ({ recipe }: Scenario): unknown => readPath(recipe, ['optimizer', 'learningRate']);
const beside = ({ recipe }: Scenario) => ({ ...recipe, optimizer: undefined });

/** What a change of the scenario replaced; null where the optimizer stayed, no rate was chosen before, or more than that changed. */
export function replacedRate(before: Scenario, now: Scenario): ReplacedRate | null {
  const [rate, of] = [rateOf(before), optimizerOf(before)];
  if (typeof rate !== 'number' || of === undefined || of === optimizerOf(now)) return null;
  if (rateOf(now) !== undefined || before.data !== now.data || !same(beside(before), beside(now)))
    return null;
  return { rate, of, by: now.recipe['optimizer'] };
}
