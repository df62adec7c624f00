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
export type { PartMatrix } from './partMatrix.ts';
export { fitPreparation } from './fitPreparation.ts';
export { preparationJson, restorePreparation } from './fittedPreparation.ts';
export type { FittedPreparation, Prepared, PreparationJson } from './fittedPreparation.ts';
export { preparationSettings, type ColumnSettings, type PreparationSettings } from './settings.ts';
export { dateParts, type DatePart } from './steps/dateParts.ts';
export type { ColumnStep } from './steps/steps.ts';
export type { CategoryStep } from './steps/categoryStep.ts';
export type { DateStep } from './steps/dateStep.ts';
export type { NumberStep } from './steps/numberStep.ts';
export type { Embedding, Feature, LeftOut } from './steps/step.ts';
export { balancedClassWeights } from './target/balancedClassWeights.ts';
export type { ClassTarget, ClassTargetJson } from './target/classTarget.ts';
export { fitTarget, restoreTarget, type FittedTarget } from './target/fitTarget.ts';
export type { NumberTarget, NumberTargetJson, NumberTargetSettings } from './target/numberTarget.ts';
export { rowsWithTarget } from './target/rowsWithTarget.ts';
