import { trickPair, type TrickPair } from './counterValue.ts';

/** Fields that are most often asked about, in the order of a course. */
const PATHS = [
  'recipe.preparation.numbers',
  'recipe.model.hidden',
  'recipe.model.activation',
  'recipe.model.initializer',
  'recipe.model.normalisation',
  'recipe.model.dropout',
  'recipe.model.inputDropout',
  'recipe.model.linearPath',
  'recipe.losses.0.labelSmoothing',
  'recipe.classWeights',
  'recipe.penalties',
  'recipe.optimizer',
  'recipe.optimizer.learningRate',
  'recipe.optimizer.momentum',
  'recipe.optimizer.nesterov',
  'recipe.optimizer.weightDecay',
  'recipe.schedule',
  'recipe.clip.norm',
  'recipe.averaging.decay',
  'recipe.batches.size',
  'recipe.batches.order',
  'recipe.stopping.patience',
];

/** Those that the present recipe has. */
export const fieldChoices = (valueOf: (path: string) => unknown): TrickPair[] =>
  PATHS.flatMap((path) => trickPair(path, valueOf) ?? []);
