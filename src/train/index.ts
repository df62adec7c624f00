export type * from './events.ts';
export { type ExecutorName } from './executors.ts';
export type { Snapshot } from './loop/index.ts';
export * from './model/index.ts';
export * from './recipe/index.ts';
export type { Result, RowCounts, Verdict } from './result.ts';
export type { FinishedRun } from './run/runTraining.ts';
export { readSafetensors, sha256, writeSafetensors, type StoredTensor } from './safetensors/index.ts';
export { openTable, recipeOf, train, type Run, type TableData, type TrainOptions } from './train.ts';
