import type { Page } from 'playwright-core';

/** What the page was seen to do since `reset`. */
export interface Seen {
  readonly milliseconds: number;
  /** Frames that the browser drew, and how long after one the next came, 95 of 100 times. */
  readonly drawn: number;
  readonly gap: number;
  /** Frames that came from the worker. */
  readonly frames: number;
  readonly steps: number;
}

/** What the job of every lane is changed by, for runs that do not end while they are watched. */
export interface Changes {
  readonly recipe: object;
}

/** Watches what the page and its worker say to each other, from before the page begins. */
export async function spyOn(page: Page, changes: Changes): Promise<void> {
  await page.addInitScript(({ recipe }) => {
    const spy = { first: 0, frames: 0, step: 0, generation: 0, acted: 0, answered: 0, drawn: [] as number[] };
    Object.assign(globalThis, { spy });
    for (const type of ['input', 'click'])
      addEventListener(type, ({ timeStamp }) => (spy.acted = timeStamp), { capture: true });
    const hear = ({ data }: MessageEvent<{ type: string; frame: { step: number; generation: number } }>) => {
      if (data.type !== 'frame' && data.type !== 'opened') return;
      spy.frames++;
      spy.step = data.frame.step;
      if (spy.generation !== data.frame.generation)
        requestAnimationFrame(() => setTimeout(() => (spy.answered = performance.now())));
      spy.generation = data.frame.generation;
      // The picture stands when the page had its turn to draw it.
      if (spy.first === 0) requestAnimationFrame(() => setTimeout(() => (spy.first = performance.now())));
    };
    const { postMessage } = Worker.prototype;
    const listening = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (
      this: Worker,
      message: { job?: { recipe: object } },
      ...rest: []
    ) {
      if (!listening.has(this)) this.addEventListener('message', hear);
      listening.add(this);
      const { job } = message;
      const changed = job ? { ...message, job: { ...job, recipe: { ...job.recipe, ...recipe } } } : message;
      postMessage.call(this, changed, ...rest);
    };
    const draw = (now: number) => {
      spy.drawn.push(now);
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  }, changes);
}

/** Milliseconds from the navigation to the first paint, and to the first picture of the net, when everything can be used. */
export async function loading(page: Page): Promise<{ readonly paint: number; readonly interactive: number }> {
  // Nothing that Playwright would have to evaluate as text: the page's policy forbids it.
  return page.evaluate(async () => {
    const { spy } = globalThis as unknown as { spy: { first: number } };
    while (spy.first === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { paint: paint.startTime, interactive: spy.first };
  });
}

/** Milliseconds from the last thing that was done to a control until the picture of the run that it made stood. */
export function answered(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { spy } = globalThis as unknown as { spy: { acted: number; answered: number } };
    while (spy.answered < spy.acted) await new Promise((resolve) => setTimeout(resolve, 2));
    return spy.answered - spy.acted;
  });
}

/** Watches for so many milliseconds. */
export function watch(page: Page, milliseconds: number): Promise<Seen> {
  return page.evaluate(async (milliseconds) => {
    const { spy } = globalThis as unknown as {
      spy: { frames: number; step: number; drawn: number[] };
    };
    const before = { frames: spy.frames, step: spy.step, started: performance.now() };
    spy.drawn.length = 0;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const { drawn } = spy;
    const gaps = drawn
      .slice(1)
      .map((at, index) => at - drawn[index])
      .sort((a, b) => a - b);
    return {
      milliseconds: performance.now() - before.started,
      drawn: drawn.length,
      gap: gaps[Math.floor(0.95 * gaps.length)] ?? milliseconds,
      frames: spy.frames - before.frames,
      steps: spy.step - before.step,
    };
  }, milliseconds);
}
