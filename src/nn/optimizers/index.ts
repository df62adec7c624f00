import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamW } from './adamW.ts';
import { asgd } from './asgd.ts';
import { custom } from './custom.ts';
import { lbfgs } from './lbfgs.ts';
import { momentum, nesterov } from './momentum.ts';
import { nadam } from './nadam.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import { rprop } from './rprop.ts';
import { sgd } from './sgd.ts';

/** Every optimizer by name, in the order a course would tell of them. */
export const optimizers = {
  sgd,
  momentum,
  nesterov,
  rprop,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  adamW,
  adamax,
  nadam,
  radam,
  asgd,
  lbfgs,
  custom,
};

export type OptimizerName = keyof typeof optimizers;
