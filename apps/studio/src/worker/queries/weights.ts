import { writeModel } from '../../../../../src/train/model/modelFile.ts';
import type { Query } from './define.ts';

/**
 * The model as the bytes of a file: once the run has ended, the very bytes that `neumann train` writes; before that, with the weights as
 * they are.
 */
export const weights: Query<null, Uint8Array<ArrayBuffer>> = async (_, { run: { live } }) => {
  if (!live.outcome) return writeModel(live.model());
  return writeModel((await live.finish()).model);
};
