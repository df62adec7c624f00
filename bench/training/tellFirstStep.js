/** Imported before the command: says on standard error when the first training step has been done. */
import { enableCompileCache } from 'node:module';
import { tell } from './tell.js';

enableCompileCache();
const { Stepper } = await import('../../dist/train/loop/stepper.js');
const { step } = Stepper.prototype;

Stepper.prototype.step = function (scalars) {
  const outcome = step.call(this, scalars);
  Stepper.prototype.step = step;
  tell('first step');
  return outcome;
};
