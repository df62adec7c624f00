/** The worker of a lane, as a file of its own. */
export function createLaneWorker(): Worker {
  return new Worker(new URL('../worker/lane.worker.ts', import.meta.url), { type: 'module', name: 'lane' });
}
