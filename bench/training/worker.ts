/**
 * One contestant at one work, in a process of its own: `worker.ts <contestant> <work>`. It opens, says so, and then does what each
 * message asks for; between messages it sleeps.
 */
import { contestants } from './contestant.ts';
import { works } from './works.ts';

/** `steps`: so many. `milliseconds`: as many as it takes to fill the time. `parameters`: as they are now. */
export type Request =
  { readonly steps: number } | { readonly milliseconds: number } | { readonly parameters: true };

/** Time is in microseconds: on the clock, and of the processor. */
export interface Timing {
  readonly steps: number;
  readonly wall: number;
  readonly processor: number;
}

const [name, workName] = process.argv.slice(2);
const work = works.find((candidate) => candidate.name === workName)!;
const open = await contestants.find((candidate) => candidate.name === name)!.load();
const contestant = await open(work);
let stepsPerMillisecond = 0;

async function time(steps: number): Promise<Timing> {
  const usage = process.cpuUsage();
  const begin = performance.now();
  const running = contestant.run(steps);
  if (running) await running;
  const wall = 1000 * (performance.now() - begin);
  const { user, system } = process.cpuUsage(usage);
  return { steps, wall, processor: user + system };
}

/** The first call feels its way by doubling; later ones know how many steps fill the time. */
async function fill(milliseconds: number): Promise<Timing> {
  if (stepsPerMillisecond > 0) return time(Math.max(1, Math.round(milliseconds * stepsPerMillisecond)));
  for (let steps = 1, spent = 0; ; steps *= 2) {
    const timing = await time(steps);
    spent += timing.wall / 1000;
    if (spent < milliseconds) continue;
    stepsPerMillisecond = (1000 * steps) / timing.processor;
    return timing;
  }
}

async function answer(request: Request): Promise<Timing | Float32Array> {
  if ('parameters' in request) return contestant.parameters();
  return 'steps' in request ? time(request.steps) : fill(request.milliseconds);
}

process.on('message', (request: Request) => {
  void answer(request).then((reply) => process.send!(reply));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
