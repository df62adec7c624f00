import type { Executor } from '../../tensor/index.ts';
import { checkInitialisers } from './initialisers.ts';
import { checkLayers } from './layers.ts';
import { checkLosses } from './losses.ts';
import { checkMetrics } from './metrics.ts';
import { checkOptimizers } from './optimizers.ts';
import type { ConformanceOutcome, ReadOracle } from './outcome.ts';
import { checkPreprocessing } from './preprocessing.ts';
import { checkSchedules } from './schedules.ts';
import { checkSplits } from './splits.ts';
import { checkTraining } from './training.ts';

export type ConformanceCheck = (
  read: ReadOracle,
  executors?: readonly Executor[],
) => AsyncGenerator<ConformanceOutcome>;

/** The check of each folder of reference numbers; those that run nothing on an executor leave the executors unread. */
export const conformanceChecks: Readonly<Record<string, ConformanceCheck>> = {
  initialisers: checkInitialisers,
  layers: checkLayers,
  losses: checkLosses,
  metrics: checkMetrics,
  optimizers: checkOptimizers,
  preprocessing: checkPreprocessing,
  schedules: checkSchedules,
  splits: checkSplits,
  training: checkTraining,
};

export type { ConformanceOutcome, ReadOracle } from './outcome.ts';
