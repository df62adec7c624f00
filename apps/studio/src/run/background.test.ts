import { expect, it } from 'vitest';
import { startScenario } from '../state/startScenario.ts';
import { Background } from './background.svelte.ts';
import type { Request } from './contract.ts';
import { jobsOf } from './jobs.ts';

/** A worker that keeps what it is sent, and answers when it is told to. */
class SlowWorker {
  readonly heard: Request[] = [];
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  postMessage(request: Request): void {
    this.heard.push(request);
  }
  terminate(): void {}
  say(data: unknown): void {
    this.onmessage?.({ data });
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

it('answers the second question where the first was still opening its run', async () => {
  const workers: SlowWorker[] = [];
  const background = new Background(() => {
    const worker = new SlowWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  const { a } = jobsOf(startScenario());
  const input = { scalers: ['none'], unit: 0, steps: 1, size: 3 } as const;
  const first = background.ask('scalingColumns', a, input);
  const second = background.ask('scalingColumns', { ...a, data: { ...a.data, seed: 2 } }, input);
  expect(await first).toBeUndefined();

  const [, worker] = workers;
  worker.say({ type: 'opened', id: (worker.heard[0] as { id: number }).id, opened: {} });
  await turn();
  worker.say({ type: 'answer', id: (worker.heard[1] as { id: number }).id, answer: ['columns'] });
  expect(await second).toEqual(['columns']);
  expect(background.busy).toBe(false);
});
