import { train } from '../../train/index.ts';
import { availableMemory } from '../../machine/memory.node.ts';
import type { Effects } from '../effects/effects.ts';
import type { Display } from './display.ts';
import type { Finished, Interrupted, Order } from './order.ts';
import { Recorder } from './recorder.ts';

/** How often it is asked whether a checkpoint is due. */
const EVERY = 250;

const openHost = async () => (await import('../../machine/nodeHost.node.ts')).nodeHost;

/** Trains, shows and writes down what happens; on Ctrl-C leaves what is needed to go on. */
export async function conduct(
  order: Order,
  effects: Effects,
  display: Display,
): Promise<Finished | Interrupted> {
  const stop = new AbortController();
  const { recipe, opened, stopped, engine } = order;
  const resume = stopped?.checkpoint;
  const run = train({
    data: opened,
    recipe,
    resume,
    signal: stop.signal,
    memory: availableMemory(),
    host: openHost,
    ...engine,
  });
  const recorder = new Recorder(order, run, effects);
  const interrupted = Promise.withResolvers<Interrupted>();
  const endListening = effects.onSignal((signal) => {
    try {
      recorder.saveCheckpoint();
      interrupted.resolve({ run: recorder.folder?.path, signal });
    } catch (error) {
      interrupted.reject(error);
    }
  });
  const endTimer = effects.every(EVERY, () => recorder.saveCheckpointIfDue());
  try {
    return await Promise.race([recorder.follow(display), interrupted.promise]);
  } finally {
    stop.abort();
    endTimer();
    endListening();
    display.end();
  }
}
