import type { Browser, Page } from 'playwright-core';
import { answered, loading, spyOn } from './spy.ts';

const TIMES = 9;

/** How long a change of a control takes to show, in milliseconds. */
export interface Answer {
  readonly control: string;
  readonly median: number;
  readonly longest: number;
}

/** Each makes another run: table, plan and start anew, and the first picture of it. */
const controls: readonly (readonly [control: string, act: (page: Page, time: number) => Promise<void>])[] = [
  ['noise of the data', (page) => page.getByRole('slider', { name: 'Noise' }).press('ArrowRight')],
  ['learning rate', (page) => page.getByRole('slider', { name: 'Learning rate' }).press('ArrowRight')],
  [
    'a neuron more or less',
    (page, time) =>
      page
        .getByRole('button', {
          name: `${time % 2 === 0 ? 'Add a neuron to' : 'Remove a neuron from'} hidden layer 2`,
        })
        .click(),
  ],
  ['new points', (page) => page.getByRole('button', { name: 'New points' }).click()],
];

/** In the first room as it opens, not training. */
export async function answers(browser: Browser, address: string): Promise<Answer[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await spyOn(page, { recipe: {} });
  await page.goto(address);
  await loading(page);
  const all: Answer[] = [];
  for (const [control, act] of controls) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      await page.waitForTimeout(300);
      await act(page, time);
      times.push(await answered(page));
    }
    const sorted = times.toSorted((a, b) => a - b);
    all.push({ control, median: sorted[Math.floor(TIMES / 2)], longest: sorted.at(-1)! });
  }
  await page.close();
  return all;
}
