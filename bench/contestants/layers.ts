import type { CaseFile } from '../harness/caseFile.ts';
import type { DenseLayer, Training } from '../workloads/training.ts';

/** The layers as every contestant starts from them. */
export function initialLayers({ arrays, settings }: CaseFile): DenseLayer[] {
  const { sizes } = settings as Training;
  return sizes.slice(1).map((units, index) => ({
    inputs: sizes[index],
    units,
    weights: arrays[`weights${index}`] as Float32Array<ArrayBuffer>,
    biases: arrays[`biases${index}`] as Float32Array<ArrayBuffer>,
  }));
}

export interface HostBatch {
  /** Row-major [rows, inputs]. */
  readonly x: Float32Array<ArrayBuffer>;
  /** Row-major [rows, units]: numbers, or class numbers as rows of zeros with a one. */
  readonly y: Float32Array<ArrayBuffer>;
}

export function hostBatches({ arrays, settings }: CaseFile): HostBatch[] {
  const { sizes, rows, batches, loss } = settings as Training;
  const features = arrays.features as Float32Array<ArrayBuffer>;
  const width = sizes[0];
  const units = sizes[sizes.length - 1];
  const wanted =
    loss === 'crossEntropy' ? oneHot(arrays.targets, units) : (arrays.targets as Float32Array<ArrayBuffer>);
  return Array.from({ length: batches }, (_, i) => ({
    x: features.slice(i * rows * width, (i + 1) * rows * width),
    y: wanted.slice(i * rows * units, (i + 1) * rows * units),
  }));
}

function oneHot(targets: ArrayLike<number>, classes: number): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(targets.length * classes);
  for (let row = 0; row < targets.length; row++) rows[row * classes + targets[row]] = 1;
  return rows;
}

/** Dropout's masks of a compared step, one [rows, units] for each hidden layer, of 0 and 1 / (1 - rate); none later or without dropout. */
export function givenMasks(
  { arrays, settings }: CaseFile,
  step: number,
): Float32Array<ArrayBuffer>[] | undefined {
  const { sizes, rows, dropout, comparedSteps } = settings as Training;
  if (dropout === 0 || step >= comparedSteps) return undefined;
  const hidden = sizes.slice(1, -1).map((units) => rows * units);
  let at = step * hidden.reduce((sum, length) => sum + length, 0);
  return hidden.map((length) => {
    const mask = Float32Array.from(arrays.masks.subarray(at, at + length), (kept) => kept / (1 - dropout));
    at += length;
    return mask;
  });
}

/** All numbers of the layers in one array: weights and biases of the first layer, of the second, ... */
export function flatten(arrays: readonly ArrayLike<number>[]): Float32Array {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  arrays.reduce((at, array) => (all.set(array, at), at + array.length), 0);
  return all;
}
