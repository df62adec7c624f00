import type { Page } from 'playwright-core';
import type { LaneJob } from '../../../apps/studio/src/run/contract.ts';

export interface TrainedInPage {
  /** The model file that the worker wrote at the end. */
  readonly model: Uint8Array;
  readonly csv: string;
  readonly recipe: object;
}

/** The studio's worker in a page: trains the job to its end at full pace, with frames asked for meanwhile, and gives what it exports. */
export async function trainInPage(page: Page, worker: string, job: LaneJob): Promise<TrainedInPage> {
  const { model, csv, recipe } = await page.evaluate(
    async ({ worker, job }) => {
      const lane = new Worker(worker, { type: 'module' });
      let ids = 0;
      const ask = (request: object): Promise<Record<string, unknown>> =>
        new Promise((resolve, reject) => {
          lane.onerror = ({ message }) => reject(new Error(message));
          lane.onmessage = ({ data }) => {
            if (data.type === 'refused' || data.type === 'failed') reject(new Error(data.problem.text));
            else resolve(data);
          };
          lane.postMessage(request);
        });
      const query = async (name: string) =>
        (await ask({ type: 'query', id: ++ids, name, input: null })).answer;
      const wants = { grid: 30, neurons: true, parameters: true, distributions: true, saturation: true };
      await ask({ type: 'open', id: ++ids, job, wants });
      lane.postMessage({ type: 'advance', steps: 3 });
      lane.postMessage({ type: 'play', pace: 'full' });
      for (;;) {
        const { frame } = (await ask({ type: 'frame', id: ++ids, wants, spent: [] })) as {
          frame: { stopped: unknown };
        };
        if (frame.stopped) break;
      }
      const model = (await query('weights')) as Uint8Array;
      const answer = {
        model: Array.from(model),
        csv: (await query('table')) as string,
        recipe: (await query('recipe')) as object,
      };
      lane.terminate();
      return answer;
    },
    { worker, job },
  );
  return { model: Uint8Array.from(model), csv, recipe };
}
