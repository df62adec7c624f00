import { laneTable, openRun, recipeInput } from '../../apps/studio/src/worker/openRun.ts';
import type { LaneJob } from '../../apps/studio/src/run/contract.ts';

/** Steps a second of the same job in this process, with nothing to show. */
export async function nodeSpeed(job: LaneJob, milliseconds: number): Promise<number> {
  const run = await openRun(laneTable(job), recipeInput(job), { watchTest: true });
  run.advance({ until: performance.now() + milliseconds / 3 });
  const [from, started] = [run.steps, performance.now()];
  run.advance({ until: started + milliseconds });
  const speed = (run.steps - from) / ((performance.now() - started) / 1000);
  run.close();
  return speed;
}
