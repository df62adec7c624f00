import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { cosineWarmRestarts } from './cosineWarmRestarts.ts';
import { custom } from './custom.ts';
import { cyclic } from './cyclic.ts';
import { exponential } from './exponential.ts';
import { linear } from './linear.ts';
import { multiStep } from './multiStep.ts';
import { oneCycle } from './oneCycle.ts';
import { plateau } from './plateau.ts';
import { polynomial } from './polynomial.ts';
import { step } from './step.ts';

/** Every schedule by name. */
export const schedules = {
  constant,
  cosine,
  cosineWarmRestarts,
  step,
  multiStep,
  exponential,
  linear,
  polynomial,
  oneCycle,
  cyclic,
  plateau,
  custom,
};

export type ScheduleName = keyof typeof schedules;
