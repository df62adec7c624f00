/**
 * What no panel of the studio shows, because a table of numbers made on the spot cannot have it: columns to name, categories, dates,
 * missing values, parts by a column, layers for codes or images. By the keys of `fieldKey`, or the name of a thing.
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
  'losses.target',
  'losses.classWeights',
  'losses.ignoreIndex',
  'layers.label',
  'layers.axes',
]);

export const leftOutWords: Readonly<Record<string, readonly string[]>> = {
  'recipe.split.kind': ['group', 'time', 'column'],
};

export const leftOutThings: ReadonlySet<string> = new Set(['layers(embedding)', 'layers(flatten)']);
