import { activation } from './activation.ts';
import { batchNorm } from './batchNorm.ts';
import { dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { embedding } from './embedding.ts';
import { flatten } from './flatten.ts';
import { groupNorm } from './groupNorm.ts';
import { layerNorm } from './layerNorm.ts';
import { prelu } from './prelu.ts';
import { residual } from './residual.ts';

/** Every layer, by the name it has in a model. */
export const layers = {
  dense,
  activation,
  dropout,
  batchNorm,
  layerNorm,
  groupNorm,
  residual,
  embedding,
  prelu,
  flatten,
};

export type LayerName = keyof typeof layers;
