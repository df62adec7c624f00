import type { Fields } from './types.ts';

/** `data` of a scenario, which is the studio's own and so has no schema in the library. Choices (dataset, features) have panels of their own. */
export const dataFields: Fields = {
  classes: { type: 'integer', minimum: 2, maximum: 8 },
  rows: { type: 'integer', minimum: 10, maximum: 5000 },
  noise: { type: 'number', minimum: 0, maximum: 5 },
  seed: { type: 'integer', minimum: 0 },
  balance: { type: 'number', above: 0, maximum: 1 },
  mislabelled: { type: 'number', minimum: 0, maximum: 1 },
  stretch: { type: 'section', fields: { x: { type: 'number', above: 0 }, y: { type: 'number', above: 0 } } },
  shift: { type: 'section', fields: { x: { type: 'number' }, y: { type: 'number' } } },
  outlier: { type: 'number', minimum: 0 },
};
