import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  'the stories, each opened and used (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);
    let page: Page;

    beforeEach(async () => {
      page = await site.newPage();
      await page.goto(site.address);
    });

    const story = () => page.getByRole('article');
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    async function open(title: string): Promise<void> {
      await button(title).click();
      await story().getByText('Look at', { exact: true }).waitFor();
      const setUp = story().getByRole('button', { name: 'Set it up for me' });
      if (await setUp.count()) await setUp.click();
    }
    const picture = (name: RegExp) => story().getByRole('img', { name }).first().waitFor();

    test('overfitting shows both curves and both surfaces', async () => {
      await open('Overfitting happening');
      await button('Play').click();
      await picture(/^Training and validation loss/u);
      await picture(/^Decision surface at epoch/u);
    });

    test('scaling shows three columns, and folds the scaler into the weights', async () => {
      await open('Why inputs are scaled');
      for (const name of ['Raw', 'Standardised', 'Min-max']) await picture(new RegExp(`^${name}: loss`, 'u'));
      await button('Fold the scaler into the weights').click();
      await story()
        .getByText(/Largest difference of any prediction over 200 rows/u)
        .waitFor();
    });

    test('the committee has sixteen members, their mean and the full net', async () => {
      await open('Dropout as a committee');
      await picture(/^Thinned net 16: \d+ of 36 neurons on/u);
      await picture(/^Full net/u);
    });

    test('penalties count exact zeros, and only the proximal step makes them', async () => {
      await open('L1 against L2');
      await picture(/^Contours of the loss/u);
      const zeros = await story()
        .getByText(/of 108 weights are exactly 0/u)
        .allTextContents();
      expect(zeros.map((text) => Number.parseInt(text, 10) > 0)).toEqual([false, false, true, false]);
    });

    test('orders have ribbons and curves', async () => {
      await open('The order of samples');
      const alike = async (order: string): Promise<number> => {
        const ribbon = story().getByRole('img', { name: new RegExp(`in the order ${order}:`, 'u') });
        return Number.parseFloat(/: ([\d.]+) rows/u.exec((await ribbon.getAttribute('aria-label'))!)![1]);
      };
      expect(await alike('interleaved by class')).toBeLessThan(await alike('shuffled'));
      expect(await alike('as the table has them, sorted')).toBeGreaterThan(20);
      await picture(/^Validation loss by epoch/u);
    });

    test('two losses move between their shares', async () => {
      await open('Two losses at once');
      await story().getByRole('slider').fill('0.8');
      await story().getByText('0.2 : 0.8').waitFor();
    });

    test('side by side runs a ready pair, and tells where both stand', async () => {
      await open('Side by side');
      await story().getByLabel('Ready pairs').selectOption({ label: 'momentum 0.9, none' });
      await button('One epoch').click();
      await story()
        .getByRole('row', { name: /validation: loss/u })
        .waitFor();
    });

    test('a trick is asked about over five seeds', async () => {
      await open('What does this trick do here?');
      await picture(/^5 pairs of runs; mean difference/u);
    });

    test('a step is opened, explained by the keyboard alone, and taken', async () => {
      await open('A step, opened');
      await story().getByText('Step 1, 4 rows').waitFor();
      await story()
        .getByRole('table', { name: 'z, the weighted sums' })
        .first()
        .getByRole('button')
        .first()
        .focus();
      await page.keyboard.press('ArrowDown');
      await story()
        .getByText(/z₂ = b₂/u)
        .waitFor();
      await button('Take this step').click();
      await story().getByText('Step 2, 4 rows').waitFor();
    });

    test('four parameters draw an elephant', async () => {
      await open('Four parameters');
      await picture(/^The outline/u);
    });
  },
);
