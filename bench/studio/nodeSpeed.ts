import { laneTable, openRun, recipeInput } from '../../apps/studio/src/worker/openRun.ts';
import type { LaneJob } from '../../apps/studio/src/run/contract.ts';

/** Steps a second of the same job in this process, with nothing to show; `own`: a second of this thread's processor time. */
export async function nodeSpeed(
  job: LaneJob,
  milliseconds: number,
): Promise<{ readonly clock: number; readonly own: number }> {
  const run = await openRun(laneTable(job), recipeInput(job), { watchTest: true });
  run.advance({ until: performance.now() + milliseconds / 3 });
  const [from, started, before] = [run.steps, performance.now(), process.threadCpuUsage()];
  run.advance({ until: started + milliseconds });
  const steps = run.steps - from;
  const { user, system } = process.threadCpuUsage(before);
  run.close();
  return { clock: steps / ((performance.now() - started) / 1000), own: steps / ((user + system) / 1e6) };
}
