/**
 * The public door: train a model on a table, use it, save it, load it, and define one's own parts. Runs in Node, in a
 * browser and in a worker; whatever needs a file system lies behind the command line.
 *
 *     const { model, result } = await train({ data: rows, target: 'species' });
 *     model.predict({ sepalLength: 5.1, sepalWidth: 3.5, petalLength: 1.4, petalWidth: 0.2 });
 */
import { loadModel, type LoadOptions, type Model } from './train/index.ts';

export { NeumannError } from './errors.ts';
export {
  loadModel,
  Model,
  train,
  writeModel,
  type FinishedRun,
  type LoadOptions,
  type Prediction,
  type Recipe,
  type RecipeInput,
  type ResolvedRecipe,
  type Result,
  type Row,
  type Run,
  type TableData,
  type TrainEvent,
  type TrainOptions,
} from './train/index.ts';
export { serveWebThread } from './machine/threads/serveWebThread.ts';
export { webThreads } from './machine/threads/webThreads.ts';

/** Loads a model from the bytes of its file, however they come. */
export async function load(source: Uint8Array | Blob | URL, options?: LoadOptions): Promise<Model> {
  if (source instanceof Uint8Array) return loadModel(source, options);
  const body = source instanceof URL ? await fetch(source) : source;
  return loadModel(new Uint8Array(await body.arrayBuffer()), options);
}

export { defineOrder } from './data/order/index.ts';
export { readTable } from './data/read/index.ts';
export {
  tableFromColumns,
  tableFromObjects,
  type Column,
  type Table,
  type Warning,
} from './data/table/index.ts';
export {
  defineActivation,
  defineInitializer,
  defineLayer,
  defineLoss,
  defineMinimizerOptimizer,
  definePenalty,
  defineUpdateOptimizer,
} from './nn/define.ts';
export { defineSchedule } from './nn/schedules/defineSchedule.ts';
