import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  'what is loaded when it is opened (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);

    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    const ready = (page: Page) => button(page, 'neuron 1 of layer 1').waitFor();

    /** Holds back files of this name until what it gives is called. */
    async function hold(page: Page, name: string): Promise<() => void> {
      let release!: () => void;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(`**/assets/${name}-*.js`, async (route) => {
        await held;
        await route.continue();
      });
      return release;
    }

    test('the bar of a lesson is there before the room below it', async () => {
      const page = await site.newPage();
      const release = await hold(page, 'LessonBar');
      await page.addInitScript(() => {
        const tops = new Set<number>();
        Object.assign(globalThis, { tops });
        const look = () => {
          const main = document.querySelector('main');
          if (main) tops.add(main.getBoundingClientRect().top);
          requestAnimationFrame(look);
        };
        look();
      });
      const asked = page.waitForRequest(/LessonBar-.*\.js/);
      await page.goto(`${site.address}/#lesson.title=Small&defaults=1`, { waitUntil: 'commit' });
      await asked;
      await page.waitForTimeout(500);
      release();
      const bar = page.getByRole('region', { name: 'Lesson' });
      await ready(page);
      const tops = await page.evaluate(() => [...(globalThis as unknown as { tops: Set<number> }).tops]);
      const { y, height } = (await bar.boundingBox())!;
      expect(tops).toEqual([y + height]);
    });

    test('a story has its title and room at once, and keeps what was done in it when the language changes', async () => {
      const page = await site.newPage();
      await page.goto(site.address);
      await ready(page);
      const story = page.getByRole('article');
      const release = await hold(page, 'stories');
      const opener = button(page, 'Four parameters');
      await opener.focus();
      await page.keyboard.press('Enter');
      await story.getByRole('heading', { name: 'Four parameters' }).waitFor();
      await story.getByText('Loading…').waitFor();
      const place = async () => (await opener.boundingBox())!.y;
      const before = await place();
      release();
      await story.getByText('Look at', { exact: true }).waitFor();
      expect(await place()).toBe(before);
      expect(await opener.evaluate((own) => own === document.activeElement)).toBe(true);

      const slider = story.getByRole('slider').last();
      await slider.fill('10');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('hu');
      await story.getByText('Mit nézzen', { exact: true }).waitFor();
      expect(await slider.inputValue()).toBe('10');
      await page.getByRole('combobox', { name: 'Nyelv' }).selectOption('en');
      await story.getByText('Look at', { exact: true }).waitFor();
    });

    test('a story that is opened while the language changes speaks the new one', async () => {
      const page = await site.newPage();
      await page.goto(site.address);
      await ready(page);
      const release = await hold(page, 'stories');
      await button(page, 'Four parameters').click();
      const story = page.getByRole('article');
      await story.getByText('Loading…').waitFor();
      await page.getByRole('combobox', { name: 'Language' }).selectOption('hu');
      release();
      await story.getByText('Mit nézzen', { exact: true }).waitFor();
      await story.getByRole('heading', { name: 'Négy paraméter' }).waitFor();
    });

    test('a help card has its title at once, and leaves the keyboard where it was', async () => {
      const page = await site.newPage();
      await page.goto(site.address);
      await ready(page);
      const release = await hold(page, 'HelpCard');
      const opener = button(page, 'What is “Learning rate”?');
      await opener.focus();
      await page.keyboard.press('Enter');
      const card = page.getByRole('dialog', { name: 'Learning rate' });
      await card.getByRole('heading', { name: 'Learning rate' }).waitFor();
      await card.getByText('One moment…').waitFor();
      release();
      await card.getByRole('button', { name: 'Formula', exact: true }).waitFor();
      await page.keyboard.press('Escape');
      expect(await opener.evaluate((own) => own === document.activeElement)).toBe(true);
    });

    test('what cannot be loaded is said, and the rest goes on', async () => {
      const page = await site.newPage({}, /ERR_FAILED|Failed to fetch/);
      await page.route('**/assets/{HelpCard,DrawTools}-*.js', (route) => route.abort());
      await page.goto(site.address);
      await ready(page);
      const said = /^A part of the page could not be loaded/u;
      await button(page, 'What is “Learning rate”?').click();
      await page.getByRole('dialog', { name: 'Learning rate' }).getByText(said).waitFor();
      await page.keyboard.press('Escape');
      await button(page, 'Draw points').click();
      await page.getByRole('region', { name: 'Notices' }).getByText(said).waitFor();
      await button(page, 'One epoch').click();
      await page.getByText('Epoch 1 of 1', { exact: true }).waitFor();
    });
  },
);
