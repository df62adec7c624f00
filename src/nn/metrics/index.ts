import type { MetricDefinition } from '../define.ts';
import { accuracy } from './accuracy.ts';
import { auc, oneVsOneAuc, weightedAuc, weightedOneVsOneAuc } from './auc.ts';
import { averagePrecision, precisionRecallArea } from './averagePrecision.ts';
import { balancedAccuracy } from './balancedAccuracy.ts';
import { brierScore } from './brierScore.ts';
import { calibrationError } from './calibrationError.ts';
import { cohenKappa } from './cohenKappa.ts';
import { explainedVariance, r2 } from './r2.ts';
import { macroF1, microF1, weightedF1 } from './f1.ts';
import { logLoss } from './logLoss.ts';
import { mae, mape } from './meanAbsoluteError.ts';
import { matthews } from './matthews.ts';
import { maxError } from './maxError.ts';
import { medianAbsoluteError } from './medianAbsoluteError.ts';
import { macroPrecision, microPrecision, weightedPrecision } from './precision.ts';
import { macroRecall, microRecall, weightedRecall } from './recall.ts';
import { mse, rmse } from './meanSquaredError.ts';
import { top3Accuracy, top5Accuracy } from './topAccuracy.ts';

/** Every metric by name, the ones people look at first first. */
export const metrics = {
  accuracy,
  macroF1,
  logLoss,
  auc,
  balancedAccuracy,
  macroPrecision,
  macroRecall,
  weightedPrecision,
  weightedRecall,
  weightedF1,
  microPrecision,
  microRecall,
  microF1,
  matthews,
  cohenKappa,
  top3Accuracy,
  top5Accuracy,
  weightedAuc,
  oneVsOneAuc,
  weightedOneVsOneAuc,
  averagePrecision,
  precisionRecallArea,
  brierScore,
  calibrationError,
  r2,
  rmse,
  mae,
  mse,
  medianAbsoluteError,
  mape,
  explainedVariance,
  maxError,
} satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metrics;

export {
  bootstrapComparison,
  bootstrapInterval,
  bootstrapIntervals,
  type Interval,
} from './bootstrapInterval.ts';
export {
  calibrationBins,
  calibrationErrorOf,
  calibrationErrorOfClass,
  type CalibrationBin,
} from './calibrationError.ts';
export { classScores, type ClassScores } from './classScores.ts';
export { confusionMatrix } from './confusionMatrix.ts';
export { rankingCurve, type RankingCurve } from './rankingCurve.ts';
export { summedBrierScore } from './brierScore.ts';
export { topAccuracy } from './topAccuracy.ts';
