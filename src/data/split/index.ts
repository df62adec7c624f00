export { duplicatesAcrossParts } from './duplicatesAcrossParts.ts';
export type { Fold } from './fold.ts';
export { folds, type FoldSettings } from './folds.ts';
export { quantileBins } from './quantileBins.ts';
export { partNames, partSizes, splitKinds } from './settings.ts';
export type { Part, Shares, Split, SplitInput, SplitKind, SplitSettings } from './settings.ts';
export { split } from './split.ts';
export { codesOf, splitInput, type SplitBasis } from './splitInput.ts';
