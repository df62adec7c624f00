import type { Story } from './story.ts';

/** All stories, in the order of the menu. */
export const stories: readonly Story[] = [
  {
    name: 'overfitting',
    load: () => import('./Overfitting.svelte'),
    setting: {
      data: { dataset: 'moons', rows: 120, noise: 1.3, seed: 5 },
      recipe: {
        split: { train: 0.4, validation: 0.4, test: 0.2 },
        model: { hidden: [24, 24], activation: { name: 'relu' } },
        optimizer: { name: 'adam', learningRate: 0.01 },
        stopping: { epochs: 400, patience: 60 },
      },
    },
  },
  {
    name: 'scaling',
    load: () => import('./Scaling.svelte'),
    setting: {
      data: {
        dataset: 'gaussians',
        rows: 200,
        mislabelled: 0.08,
        stretch: { x: 1, y: 8 },
        shift: { x: 4, y: 40 },
        outlier: 40,
      },
      recipe: { model: { hidden: [2] }, optimizer: { name: 'sgd', learningRate: 0.5 } },
    },
  },
  {
    name: 'committee',
    load: () => import('./Committee.svelte'),
    setting: {
      data: { dataset: 'moons', rows: 300, noise: 0.8 },
      recipe: {
        model: { hidden: [24, 12], activation: { name: 'relu' }, dropout: 0.4 },
        optimizer: { name: 'adam', learningRate: 0.01 },
      },
    },
  },
  {
    name: 'penalties',
    load: () => import('./Penalties.svelte'),
    setting: {
      data: { dataset: 'circle', rows: 300, noise: 0.5 },
      recipe: { model: { hidden: [12, 6] }, optimizer: { name: 'sgd', learningRate: 0.3 } },
    },
  },
  {
    name: 'order',
    load: () => import('./Order.svelte'),
    setting: {
      data: { dataset: 'moons', rows: 200, noise: 0.6 },
      recipe: {
        model: { hidden: [8] },
        optimizer: { name: 'sgd', learningRate: 0.3 },
        batches: { size: 10 },
      },
    },
  },
  {
    name: 'twoLosses',
    load: () => import('./TwoLosses.svelte'),
    setting: {
      data: { dataset: 'hills', rows: 300, noise: 0.2 },
      recipe: {
        model: { hidden: [16, 8] },
        optimizer: { name: 'adam', learningRate: 0.01 },
        losses: [
          { target: 'target', name: 'meanSquaredError', weight: 0.5 },
          { target: 'target', name: 'meanAbsoluteError', weight: 0.5 },
        ],
      },
    },
  },
  { name: 'sideBySide', load: () => import('./SideBySide.svelte') },
  {
    name: 'trick',
    load: () => import('./Trick.svelte'),
    setting: {
      data: { dataset: 'moons', rows: 120, noise: 1.1 },
      recipe: {
        split: { train: 0.4, validation: 0.4, test: 0.2 },
        model: { hidden: [32, 16], activation: { name: 'relu' }, dropout: 0.4 },
        optimizer: { name: 'adam', learningRate: 0.01 },
        stopping: { epochs: 150, patience: null },
      },
      view: { story: 'trick:recipe.model.dropout' },
    },
  },
  {
    name: 'step',
    load: () => import('./Step.svelte'),
    setting: {
      data: { dataset: 'moons', rows: 100, noise: 0.4 },
      recipe: {
        model: { hidden: [3] },
        optimizer: { name: 'momentum', learningRate: 0.1 },
        batches: { size: 4 },
      },
    },
  },
  { name: 'elephant', load: () => import('./Elephant.svelte') },
];

/** `trick:recipe.model.dropout` is the story `trick` with a detail. */
export function storyOf(open: string | null): { readonly story: Story; readonly detail: string } | null {
  const [name, detail = ''] = (open ?? '').split(/:(.*)/s);
  const story = stories.find((candidate) => candidate.name === name);
  return story ? { story, detail } : null;
}
