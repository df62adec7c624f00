import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';

/** A recipe with a name: only what differs from the default one. */
export interface Preset {
  readonly name: string;
  readonly summary: string;
  readonly recipe: Readonly<Record<string, unknown>>;
}

export const presets: readonly Preset[] = [
  {
    name: 'default',
    summary: 'A dense net with AdamW, early stopping and sizes that follow the table.',
    recipe: {},
  },
  {
    name: 'linear',
    summary: 'Logistic or linear regression by L-BFGS on all rows at once: the model to beat.',
    recipe: {
      model: { kind: 'linear' },
      optimizer: { name: 'lbfgs', lineSearch: 'strongWolfe' },
      batches: { size: 'all', order: { name: 'sequential' } },
      stopping: { patience: null, restoreBest: false, folds: 0 },
    },
  },
  {
    name: 'playground',
    summary: 'A tiny tanh net with plain gradient descent, to watch and to break.',
    recipe: {
      model: {
        kind: 'mlp',
        hidden: [4, 2],
        activation: { name: 'tanh' },
        dropout: 0,
        linearPath: 'none',
        members: 1,
      },
      optimizer: { name: 'sgd', learningRate: 0.03 },
      batches: { size: 10 },
      stopping: { folds: 0 },
    },
  },
  {
    name: 'sgd',
    summary: 'Stochastic gradient descent with Nesterov momentum and a cosine schedule: the classic.',
    recipe: {
      optimizer: { name: 'sgd', learningRate: 0.02, momentum: 0.9, nesterov: true, weightDecay: 0.0001 },
      schedule: { name: 'cosine' },
    },
  },
  {
    name: 'sparse',
    summary: 'L1 by soft thresholding: weights that are not needed become exactly 0, and are counted.',
    recipe: { penalties: [{ name: 'l1Proximal', strength: 0.1 }] },
  },
];

/** The recipe of a preset; a NeumannError names them all where there is none of that name. */
export function presetRecipe(name: string): Readonly<Record<string, unknown>> {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset) return preset.recipe;
  const names = presets.map((candidate) => candidate.name);
  const likely = didYouMean(name, names);
  const hint = likely ? ` Did you mean "${likely}"?` : '';
  throw new NeumannError(
    'recipe',
    `There is no recipe "${name}"; the named ones are ${names.join(', ')}.${hint}`,
  );
}
