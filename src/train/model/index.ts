export {
  Model,
  type ColumnFacts,
  type ModelParts,
  type Prediction,
  type Row,
  type TablePredictions,
} from './model.ts';
export { loadModel, writeModel, type LoadOptions } from './modelFile.ts';
export { NUMERICS_VERSION } from './numericsVersion.ts';
export { tensorsOf } from './parameterTensors.ts';
export type { ClassPredictions, NumberPredictions, TargetPrediction } from './predictions.ts';
