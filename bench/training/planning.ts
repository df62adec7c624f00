/** From a description of 30-64-32-2 to programs that are ready to run, in a process that has planned nothing before. */
import { openNet, openStepper, partOf } from './contestants/neumann.ts';
import { works } from './works.ts';

export interface PlanningFigures {
  /** Milliseconds: the model's memory and its programs without the gradient; the gradient program, its first run included. */
  readonly net: number;
  readonly gradient: number;
}

const work = works[1];
const part = partOf(work);
const order = Int32Array.from({ length: work.rows }, (_, i) => i);
const begin = performance.now();
const net = openNet(work);
const stepper = openStepper(net, work);
const opened = performance.now();
stepper.load({ part, order, start: 0, end: work.rows }, 1);
stepper.gradient();
const figures: PlanningFigures = { net: opened - begin, gradient: performance.now() - opened };
process.send!(figures);
process.disconnect();
