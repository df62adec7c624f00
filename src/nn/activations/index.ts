import { custom } from './custom.ts';
import { elu } from './elu.ts';
import { gelu } from './gelu.ts';
import { hardSigmoid } from './hardSigmoid.ts';
import { hardTanh } from './hardTanh.ts';
import { identity } from './identity.ts';
import { leakyRelu } from './leakyRelu.ts';
import { logSigmoid } from './logSigmoid.ts';
import { logSoftmax } from './logSoftmax.ts';
import { mish } from './mish.ts';
import { relu } from './relu.ts';
import { relu6 } from './relu6.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { softsign } from './softsign.ts';
import { tanh } from './tanh.ts';

/** Every activation, by the name it has in a recipe. */
export const activations = {
  relu,
  leakyRelu,
  relu6,
  elu,
  selu,
  gelu,
  silu,
  mish,
  tanh,
  sigmoid,
  softplus,
  softsign,
  logSigmoid,
  hardTanh,
  hardSigmoid,
  softmax,
  logSoftmax,
  identity,
  custom,
};

export type ActivationName = keyof typeof activations;
