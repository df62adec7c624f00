/** Imported before the command: says on standard error when the first step has been done, of any model and of the net itself. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tell } from './tell.js';

enableCompileCache();
const stepper = join(process.env.NEUMANN_BENCH_ROOT, 'dist/train/loop/stepper.js');
const { Stepper } = await import(pathToFileURL(stepper).href);
const { step } = Stepper.prototype;
const told = new Set();

function tellOnce(what) {
  if (!told.has(what)) tell(what);
  told.add(what);
}

Stepper.prototype.step = function (scalars) {
  const outcome = step.call(this, scalars);
  tellOnce('first step');
  // The linear model is fitted by a minimizer, the net learns by updates.
  if (this.minimizer) return outcome;
  tellOnce("net's first step");
  Stepper.prototype.step = step;
  return outcome;
};
