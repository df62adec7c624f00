import type { FieldSpec, Fields } from './types.ts';

/** Beyond it, neighbouring points of the plane would be one number to a float32. */
const LARGEST = 1e6;
const stretch: FieldSpec = { type: 'number', above: 0, maximum: LARGEST };
const shift: FieldSpec = { type: 'number', minimum: -LARGEST, maximum: LARGEST };

/** `data` of a scenario, which is the studio's own and so has no schema in the library. Choices (dataset, features) have panels of their own. */
export const dataFields: Fields = {
  classes: { type: 'integer', minimum: 2, maximum: 8 },
  rows: { type: 'integer', minimum: 10, maximum: 5000 },
  noise: { type: 'number', minimum: 0, maximum: 5 },
  seed: { type: 'integer', minimum: 0 },
  balance: { type: 'number', above: 0, maximum: 1 },
  mislabelled: { type: 'number', minimum: 0, maximum: 1 },
  stretch: { type: 'section', fields: { x: stretch, y: stretch } },
  shift: { type: 'section', fields: { x: shift, y: shift } },
  outlier: { type: 'number', minimum: 0, maximum: LARGEST },
};
