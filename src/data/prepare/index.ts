export { discretiseOptions, fitBins, restoreBins, type FittedBins } from './bins/discretise.ts';
export {
  categoriesSchema,
  fitCategories,
  MISSING,
  RARE,
  slotFinder,
  slotNames,
  UNKNOWN,
} from './encoders/categories.ts';
export type { Categories, CategorySettings, UnknownPolicy } from './encoders/categories.ts';
export { fitOneHot, restoreOneHot, type FittedOneHot, type OneHotSettings } from './encoders/oneHot.ts';
export { fitOrdinal, type FittedOrdinal, type OrdinalSettings } from './encoders/ordinal.ts';
export { fillStrategies, fitNumberImputer, restoreNumberImputer } from './imputers/imputeNumbers.ts';
export type { FillStrategy, FittedNumberImputer, NumberImputerSettings } from './imputers/imputeNumbers.ts';
export { fitWordImputer, restoreWordImputer } from './imputers/imputeWords.ts';
export type { FittedWordImputer, WordImputerSettings } from './imputers/imputeWords.ts';
export { normaliseRow, type Norm } from './rows/normaliseRow.ts';
export { polynomialRow, polynomialTerms, type PolynomialOptions } from './rows/polynomialTerms.ts';
export { fitScaler, restoreScaler, scalers, scalingSchema } from './scalers/index.ts';
export type { FittedScaler, Scaler, ScalerChoice, ScalerName, Scaling } from './scalers/index.ts';
