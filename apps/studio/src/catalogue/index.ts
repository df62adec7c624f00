export { catalogue } from 'virtual:catalogue';
export { dataFields } from './dataFields.ts';
export { datasetPoints, type PicturePoint } from './datasetPoints.ts';
export { fieldKey, keysToTry, type Owner } from './fieldKey.ts';
export { fieldsFor, findField, type FoundField } from './findField.ts';
export { taskOf } from './taskOf.ts';
export type {
  CatalogueTexts,
  Dataset,
  FieldSpec,
  Fields,
  Metric,
  Task,
  Thing,
  ThingKind,
  ThingText,
} from './types.ts';

/** The library's own sentences, a chunk of their own. */
export const loadTexts = async () => (await import('virtual:catalogue/texts')).texts;
