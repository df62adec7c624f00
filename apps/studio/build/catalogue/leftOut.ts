/**
 * What no panel of the studio shows, because a table of numbers made on the spot cannot have it: columns to name, categories, dates,
 * missing values, parts by a column, layers for codes or images. Nor what trains several nets: a run to watch trains one. By the keys
 * of `fieldKey`, or the name of a thing.
 */
export const leftOutFields: ReadonlySet<string> = new Set([
  'recipe.task',
  'recipe.data',
  'recipe.split.column',
  'recipe.preparation.missing',
  'recipe.preparation.missingConstant',
  'recipe.preparation.missingIndicator',
  'recipe.preparation.categories',
  'recipe.preparation.embeddingAbove',
  'recipe.preparation.rareBelow',
  'recipe.preparation.unknown',
  'recipe.preparation.dates',
  'recipe.preparation.columns',
  'recipe.model.members',
  'recipe.stopping.folds',
  'losses.target',
  'losses.classWeights',
  'losses.ignoreIndex',
  'layers.label',
  'layers.axes',
  'activations.axis',
]);

export const leftOutWords: Readonly<Record<string, readonly string[]>> = {
  'recipe.split.kind': ['group', 'time', 'column'],
};

export const leftOutThings: ReadonlySet<string> = new Set(['layers(embedding)', 'layers(flatten)']);
