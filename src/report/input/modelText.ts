import type { Model } from '../../train/index.ts';
import { counted, grouped, listed } from '../words/numbers.ts';

/** The model in a few words: `a net from 9 inputs over 128 and 64 hidden units to 3 outputs`. */
export function modelText(model: Model): string {
  const { recipe, settings, nets } = model.parts;
  const { input, outputs } = settings.model;
  const inputs = input.width + input.embeddings.reduce((sum, { dimension }) => sum + dimension, 0);
  const ends = `from ${counted(inputs, 'input')}${hidden(model)} to ${counted(
    outputs.reduce((sum, { units }) => sum + units, 0),
    'output',
  )}`;
  if (recipe.model.kind === 'linear') return `a linear model ${ends}`;
  return nets.length === 1 ? `a net ${ends}` : `the mean of ${nets.length} nets, each ${ends}`;
}

function hidden({ parts: { recipe } }: Model): string {
  if (recipe.model.kind === 'layers') return ` through ${counted(recipe.model.layers.length, 'layer')}`;
  if (recipe.model.kind === 'linear' || recipe.model.hidden.length === 0) return '';
  return ` over ${listed(recipe.model.hidden.map(grouped))} hidden units`;
}
