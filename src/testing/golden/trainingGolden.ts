import { randomStream } from '../../numeric/index.ts';
import type { Executor } from '../../tensor/index.ts';
import { readSafetensors, train, writeModel, type RecipeInput, type Row } from '../../train/index.ts';
import { digest } from './digest.ts';

const split = { kind: 'random', train: 0.6, validation: 0.2, test: 0.2 } as const;
const stopping = { epochs: 6, patience: null, folds: 0, restoreBest: true } as const;

/** Recipes that between them use every kind of part that a bit may depend on; nothing in them is left to defaults that might move. */
const recipes: Readonly<Record<string, RecipeInput>> = {
  'dropout, batch norm, AdamW, clipping': {
    data: { targets: ['kind'], ignore: ['price'] },
    split,
    model: {
      kind: 'mlp',
      hidden: [12, 9],
      activation: { name: 'gelu' },
      dropout: 0.2,
      normalisation: 'batch',
      members: 1,
    },
    optimizer: { name: 'adamW', learningRate: 0.01, weightDecay: 0.01 },
    schedule: { name: 'cosine' },
    clip: { norm: 1 },
    batches: { size: 16, order: { name: 'shuffled' } },
    stopping,
  },
  'tanh, layer norm, momentum, penalties': {
    data: { targets: ['price'], ignore: ['kind'] },
    split,
    model: {
      kind: 'mlp',
      hidden: [10],
      activation: { name: 'tanh' },
      dropout: 0,
      normalisation: 'layer',
      members: 2,
    },
    optimizer: { name: 'momentum', learningRate: 0.01 },
    penalties: [
      { name: 'l1', strength: 0.001 },
      { name: 'maxNorm', limit: 2 },
    ],
    batches: { size: 25, order: { name: 'sequential' } },
    stopping,
  },
  'linear, whole batches, L-BFGS': {
    data: { targets: ['kind'], ignore: ['price'] },
    split,
    model: { kind: 'linear' },
    optimizer: { name: 'lbfgs', learningRate: 1 },
    batches: { size: 'all' },
    stopping,
  },
};

/** What an executor makes of whole runs from table to predictions: one hash of the trained weights and one of predictions for each. */
export async function* trainingGolden(
  executor: Executor,
): AsyncGenerator<readonly [name: string, hash: string]> {
  const rows = table(150);
  for (const [name, recipe] of Object.entries(recipes)) {
    const { model } = await train({ data: rows, recipe, seed: 3, executor });
    const { tensors } = readSafetensors(writeModel(model), name);
    yield [`${executor.name} weights: ${name}`, digest(Object.values(tensors).map(({ data }) => data))];
    const predicted = model
      .predict(rows)
      .map((each) => (each.task === 'regression' ? each.value : each.probabilities.up));
    yield [`${executor.name} predictions: ${name}`, digest([Float64Array.from(predicted)])];
  }
}

/** Numbers, a word, a date and missing cells, with a class and a price that depend on them. */
function table(count: number): Row[] {
  const stream = randomStream(5, 'golden', 'table');
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [stream.normal(2 * i), stream.normal(2 * i + 1)];
    const colour = ['red', 'green', 'blue'][i % 3];
    const score = x * y + (colour === 'red' ? 0.5 : 0);
    const day = `2024-03-${String((i % 28) + 1).padStart(2, '0')}`;
    return {
      x,
      y: i % 17 === 0 ? null : y,
      colour,
      day,
      kind: score > 0.2 ? 'up' : 'down',
      price: 100 + 20 * score + x,
    };
  });
}
