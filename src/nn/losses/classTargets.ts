import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import { literal, multiply, type Tensor } from '../../tensor/index.ts';

export const classWeightsOption = z
  .array(z.number().nonnegative())
  .nullable()
  .default(null)
  .describe('How much each class counts, in the order of the classes; null: all the same.');

export const ignoreIndexOption = z
  .int()
  .nullable()
  .default(null)
  .describe('A class number that marks rows to leave out (PyTorch has -100); null: none.');

export interface ClassOptions {
  readonly classWeights: readonly number[] | null;
  readonly ignoreIndex?: number | null;
}

/** What a row counts for in the divisor of `mean`: its class's weight, 0 where ignored or where there is no such class. */
export function classRowWeight(target: number, { classWeights, ignoreIndex = null }: ClassOptions): number {
  if (target === ignoreIndex) return 0;
  return classWeights ? (classWeights[target] ?? 0) : 1;
}

/** Each column of [n, classes] times its class's weight. */
export function perClass(x: Tensor, classWeights: readonly number[] | null): Tensor {
  if (!classWeights) return x;
  if (classWeights.length !== x.shape[1]) {
    throw new NeumannError(
      'shape',
      `${classWeights.length} class weights were given for ${x.shape[1]} classes`,
    );
  }
  return multiply(x, literal(classWeights, [1, classWeights.length]));
}
