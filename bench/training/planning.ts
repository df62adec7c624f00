/** From a description of 30-64-32-2 to programs that have run: in a process that has planned nothing before, and over and over in it. */
import { openNet, openStepper, partOf } from './contestants/neumann.ts';
import type { Elapsed } from './startUp.ts';
import { works } from './works.ts';

export interface PlanningFigures {
  readonly first: Elapsed<number>;
  /** The twentieth time in the same process. */
  readonly later: Elapsed<number>;
}

const work = works[1];
const part = partOf(work);
const order = Int32Array.from({ length: work.rows }, (_, i) => i);

/** Memory, gradient program, check and update, and one run of the gradient. */
function plan(): Elapsed<number> {
  const usage = process.cpuUsage();
  const begin = performance.now();
  const net = openNet(work);
  const stepper = openStepper(net, work);
  stepper.load({ part, order, start: 0, end: work.rows }, 1);
  stepper.gradient();
  const wall = performance.now() - begin;
  const { user, system } = process.cpuUsage(usage);
  net.close();
  return { processor: (user + system) / 1000, wall };
}

const times = Array.from({ length: 20 }, plan);
const figures: PlanningFigures = { first: times[0], later: times[times.length - 1] };
process.send!(figures);
process.disconnect();
