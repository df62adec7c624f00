import { mergeEdits } from '../../../../state/mergeEdits.ts';
import { baseRecipe } from '../../../../state/baseRecipe.ts';
import { differences } from '../../../../state/differences.ts';
import { wholeRecipe } from '../../../../state/editScenario.ts';
import { same } from '../../../../state/same.ts';
import type { RecipeEdits, Scenario } from '../../../../state/scenario.ts';
import type { LaterWords } from '../../../../words/index.ts';

export type PairName = keyof LaterWords['stories']['sideBySide']['pairs'];

/** What A is made to do, and what B does otherwise. */
interface ReadyPair {
  readonly name: PairName;
  readonly a: RecipeEdits;
  readonly b: RecipeEdits;
}

const pairs: readonly ReadyPair[] = [
  { name: 'trick', a: { model: { dropout: 0.4 } }, b: { model: { dropout: 0 } } },
  {
    name: 'momentum',
    a: { optimizer: { name: 'momentum', learningRate: 0.03, momentum: 0.9 } },
    b: { optimizer: { name: 'sgd', learningRate: 0.03 } },
  },
  {
    name: 'adam',
    a: { optimizer: { name: 'adam', learningRate: 0.01, weightDecay: 0.1 } },
    b: { optimizer: { name: 'adamW', learningRate: 0.01, weightDecay: 0.1 } },
  },
  {
    name: 'rate',
    a: { optimizer: { name: 'sgd', learningRate: 0.03 } },
    b: { optimizer: { learningRate: 0.3 } },
  },
  {
    name: 'scaling',
    a: { preparation: { numbers: 'standardise' } },
    b: { preparation: { numbers: 'none' } },
  },
  { name: 'batch', a: { batches: { size: 5 } }, b: { batches: { size: 'all' } } },
  {
    name: 'normalisation',
    a: { model: { normalisation: 'none' } },
    b: { model: { normalisation: 'batch' } },
  },
  {
    name: 'activation',
    a: { model: { activation: { name: 'tanh' } } },
    b: { model: { activation: { name: 'relu' } } },
  },
  { name: 'clip', a: { clip: { norm: null } }, b: { clip: { norm: 0.5 } } },
  {
    name: 'order',
    a: { batches: { order: { name: 'shuffled' } } },
    b: { batches: { order: { name: 'hardFirst' } } },
  },
];

export const pairNames: readonly PairName[] = pairs.map(({ name }) => name);

/** The ready pair that both sides are; undefined where they are none. */
export function pairIn(scenario: Scenario): PairName | undefined {
  return scenario.other === null
    ? undefined
    : pairNames.find((name) => {
        const { recipe, other } = withPair(scenario, name);
        return same({ recipe, other }, { recipe: scenario.recipe, other: scenario.other });
      });
}

/** The scenario with a ready pair in it: both sides on top of what is chosen now. */
export function withPair(scenario: Scenario, name: PairName): Scenario {
  const { a, b } = pairs.find((pair) => pair.name === name)!;
  const base = baseRecipe(scenario.defaults);
  const recipe = differences(base, mergeEdits(wholeRecipe(scenario), a));
  const whole = mergeEdits(base, recipe);
  return { ...scenario, recipe, other: differences(whole, mergeEdits(whole, b)) };
}
