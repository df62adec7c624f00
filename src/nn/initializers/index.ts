import { constant } from './constant.ts';
import { identity } from './identity.ts';
import { kaimingNormal } from './kaimingNormal.ts';
import { kaimingUniform } from './kaimingUniform.ts';
import { lecunNormal } from './lecunNormal.ts';
import { lecunUniform } from './lecunUniform.ts';
import { normal } from './normal.ts';
import { ones } from './ones.ts';
import { orthogonal } from './orthogonal.ts';
import { pytorchLinear } from './pytorchLinear.ts';
import { sparse } from './sparse.ts';
import { truncatedNormal } from './truncatedNormal.ts';
import { uniform } from './uniform.ts';
import { xavierNormal } from './xavierNormal.ts';
import { xavierUniform } from './xavierUniform.ts';
import { zeros } from './zeros.ts';

export { gain, type Nonlinearity } from './gain.ts';

/** Every initializer, by the name it has in a recipe. */
export const initializers = {
  pytorchLinear,
  kaimingUniform,
  kaimingNormal,
  xavierUniform,
  xavierNormal,
  lecunUniform,
  lecunNormal,
  uniform,
  normal,
  truncatedNormal,
  orthogonal,
  sparse,
  identity,
  constant,
  zeros,
  ones,
};

export type InitializerName = keyof typeof initializers;
