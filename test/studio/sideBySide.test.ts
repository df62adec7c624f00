import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  'two runs side by side (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);
    let page: Page;

    beforeEach(async () => {
      page = await site.newPage();
      // So long that no run comes to its end, where each goes back to its own best epoch.
      await page.goto(`${site.address}/#recipe.stopping.epochs=100000&defaults=1`);
      await setUp();
    });

    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const surface = (run: string) =>
      page.getByRole('img', { name: new RegExp(`^Run ${run}: Decision surface`, 'u') });
    const pixels = (run: string) =>
      surface(run).evaluate((element) => element.querySelector('canvas')!.toDataURL());
    const epochs = async (): Promise<number[]> =>
      Promise.all(
        ['A', 'B'].map(async (run) => {
          const label = await surface(run).getAttribute('aria-label');
          return Number(/at epoch (\d+)/u.exec(label!)![1]);
        }),
      );
    const bothAt = (epoch: number) => expect.poll(epochs, { timeout: 30_000 }).toEqual([epoch, epoch]);

    /** Two learning rates, on the batches that each chooses. */
    async function setUp(): Promise<void> {
      await button('Side by side').click();
      await page
        .getByRole('combobox', { name: 'Ready pairs' })
        .selectOption({ label: 'learning rate, ten times that' });
      await surface('B').waitFor();
      await surface('A').scrollIntoViewIfNeeded();
    }

    /** Every pair of epochs that was to be seen, frame by frame. */
    const watch = (milliseconds: number): Promise<number[][]> =>
      page.evaluate(async (milliseconds) => {
        const seen: number[][] = [];
        const end = performance.now() + milliseconds;
        while (performance.now() < end) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const labels = [...document.querySelectorAll('[aria-label^="Run "][role=img]')];
          seen.push(labels.map((element) => Number(/at epoch (\d+)/u.exec(element.ariaLabel!)![1])));
        }
        return seen;
      }, milliseconds);

    test('play together, at every pace: whenever one looks, both show the same epoch', async () => {
      expect(await page.getByText('Learning rate: 0.3', { exact: false }).count()).toBeGreaterThan(0);
      await button('Play').click();
      for (const pace of ['60 epochs/s', 'Full speed', '8 epochs/s']) {
        await page.getByRole('combobox', { name: 'Pace' }).selectOption({ label: pace });
        const seen = await watch(1500);
        expect(seen.filter(([a, b]) => a !== b)).toEqual([]);
        expect(seen.at(-1)![0]).toBeGreaterThan(seen[0][0]);
      }
      await button('Pause').click();
      const [a, b] = [await pixels('A'), await pixels('B')];
      expect(a).not.toBe(b);
    });

    test('step, take an epoch, look back and rewind together', async () => {
      await bothAt(0);
      const start = await pixels('A');
      await button('One epoch').click();
      await bothAt(1);
      await button('One step').click();
      await expect
        .poll(() => page.locator('dl > div', { hasText: 'Step' }).first().textContent())
        .toContain('21');
      for (const epoch of [2, 3]) {
        await button('One epoch').click();
        await bothAt(epoch);
      }
      const scrubber = page.getByRole('slider', { name: 'Epoch to look at' });
      await scrubber.focus();
      await page.keyboard.press('ArrowLeft');
      await bothAt(2);
      await page.keyboard.press('Home');
      await bothAt(0);
      expect(await pixels('A')).toBe(start);
      await button('Rewind to the same start').click();
      await expect
        .poll(() => page.locator('dl > div', { hasText: 'Epoch' }).first().textContent())
        .toContain('0');
      await expect.poll(() => pixels('A')).toBe(start);
      expect(await pixels('B')).toBe(start);
    });
  },
);
