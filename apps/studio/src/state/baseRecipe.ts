import type { RecipeEdits } from './scenario.ts';

/** The version that new scenarios start from. */
export const DEFAULTS = 1;

/**
 * The recipe that a scenario's edits are a difference from, by version. A published version never changes: a link made with it must show
 * what its maker saw. A new one is added at the end.
 */
const versions: readonly RecipeEdits[] = [
  {
    seed: 1,
    data: { targets: ['target'] },
    split: { kind: 'stratified', train: 0.5, validation: 0.25, test: 0.25 },
    preparation: { numbers: 'standardise', target: 'standardise' },
    model: {
      kind: 'mlp',
      hidden: [4, 2],
      activation: { name: 'tanh' },
      dropout: 0,
      linearPath: 'none',
      members: 1,
    },
    optimizer: { name: 'sgd', learningRate: 0.03 },
    averaging: { decay: null },
    batches: { size: 10 },
    stopping: { epochs: 1000, patience: null, folds: 0 },
  },
];

export function baseRecipe(defaults: number): RecipeEdits {
  const recipe = versions[defaults - 1];
  if (!recipe) throw new RangeError(`there are no starting values of version ${defaults}`);
  return recipe;
}
