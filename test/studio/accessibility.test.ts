import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studioSite, type StudioSite } from './support/studioSite.ts';
import { executablePath, launchBrowser } from './support/useStudio.ts';

const patience = 300_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}
interface Look {
  readonly language: 'en' | 'hu';
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

describe.skipIf(executablePath === undefined)(
  'the studio is for everybody (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    let site: StudioSite;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      site = await studioSite();
      browser = await launchBrowser();
    }, patience);
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    async function open({ language, ...look }: Look, hash = ''): Promise<void> {
      page = await browser.newPage({
        ...look,
        // The page's policy lets no script of others in, axe neither.
        bypassCSP: true,
        locale: language === 'hu' ? 'hu-HU' : 'en-GB',
        reducedMotion: 'reduce',
      });
      await page.goto(`${site.address}/#${hash}&defaults=1`);
      await page.locator('.neuron').first().waitFor();
    }

    async function violations(where: string): Promise<string[]> {
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
        return (await axe.run()).violations;
      });
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${where}: ${id}: ${html} ${failureSummary}`),
        );
    }

    const looks = [
      { language: 'en', colorScheme: 'light', viewport: desktop },
      { language: 'hu', colorScheme: 'dark', viewport: desktop },
      { language: 'hu', colorScheme: 'light', viewport: phone },
      { language: 'en', colorScheme: 'dark', viewport: phone },
    ] as const;
    const lesson = 'lesson.title=Small&lesson.goal.conditions=((quantity:epochs,relation:atLeast,value:2))';

    test.each(looks)('axe finds nothing serious: $language, $colorScheme, $viewport.width', async (look) => {
      await open(look, `recipe.penalties=((name:l1))&recipe.schedule.name=cosine&${lesson}`);
      const words = (await import(`../../apps/studio/src/words/${look.language}/index.ts`))[look.language];
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const closed = page.locator('.panels h2 button[aria-expanded="false"]');
      for (let left = await closed.count(); left > 0; left--) await closed.first().click();
      const found = await violations('panels');

      await page.locator('.help').first().click();
      await page.locator('.card h3').waitFor();
      found.push(...(await violations('a help card')));
      await page.keyboard.press('Escape');

      const menu = button(words.shell.more);
      const entries = [words.shell.share, words.shell.export, words.shell.lesson];
      for (const name of entries) {
        if (!(await button(name).first().isVisible())) {
          await menu.click();
          found.push(...(await violations('the menu')));
        }
        await button(name).last().click();
        await page.getByRole('dialog').waitFor();
        found.push(...(await violations(name)));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await button(words.storyList.titles.overfitting).click();
      await page.getByRole('article').locator('dl').first().waitFor();
      found.push(...(await violations('a story')));
      expect(found).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(look.viewport.width);
      await page.close();
    });

    test.each(looks.filter(({ viewport }) => viewport === phone))(
      'on a phone no choice is cut off, in $language',
      async (look) => {
        await open(look, 'recipe.penalties=((name:l1))&recipe.schedule.name=cosine');
        const closed = page.locator('.panels h2 button[aria-expanded="false"]');
        for (let left = await closed.count(); left > 0; left--) await closed.first().click();
        const cut = await page.locator('.room select:visible').evaluateAll((selects) =>
          (selects as HTMLSelectElement[]).flatMap((select) => {
            const style = getComputedStyle(select);
            const drawing = document.createElement('canvas').getContext('2d')!;
            drawing.font = style.font;
            const text = select.selectedOptions[0].text;
            const room =
              select.clientWidth -
              Number.parseFloat(style.paddingLeft) -
              Number.parseFloat(style.paddingRight);
            return drawing.measureText(text).width > room + 1 ? [text] : [];
          }),
        );
        expect(cut).toEqual([]);
        await page.close();
      },
    );

    test('whatever the keyboard comes by shows that it has the focus', async () => {
      await open({ language: 'en', colorScheme: 'light', viewport: desktop });
      const unseen = new Set<string>();
      for (let press = 0; press < 150; press++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() => {
          const own = document.activeElement as HTMLElement;
          if (own === document.body) return null;
          const shows = (element: Element | null) => {
            if (!element) return false;
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
            return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
          };
          const holders = [own, own.parentElement, own.closest('label')];
          return holders.some(shows) ? null : own.outerHTML.slice(0, 200);
        });
        if (name !== null) unseen.add(name);
      }
      expect([...unseen]).toEqual([]);
      await page.close();
    });

    test('the focus goes back to where a dialog or a card was opened', async () => {
      await open({ language: 'en', colorScheme: 'light', viewport: desktop });
      const focused = () =>
        page.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim(),
        );
      for (const name of ['Share', 'Export', 'Lesson']) {
        await page.getByRole('button', { name, exact: true }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        expect(await focused()).toBe(name);
      }
      const help = page.getByRole('button', { name: 'What is “Learning rate”?' });
      await help.focus();
      await page.keyboard.press('Enter');
      await page.locator('.card h3').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.card').waitFor({ state: 'detached' });
      expect(await focused()).toBe('What is “Learning rate”?');
      await page.close();
    });

    test('starts, stops and goals are told to who does not see them', async () => {
      await open(
        { language: 'en', colorScheme: 'light', viewport: desktop },
        `recipe.stopping.epochs=120&${lesson}`,
      );
      const told = page.locator('[role="status"], [aria-live="polite"]');
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await expect.poll(async () => (await told.allTextContents()).join(' ')).toContain('Training.');
      await expect
        .poll(async () => (await told.allTextContents()).join(' '))
        .toContain('Goal reached at epoch 2!');
      await expect
        .poll(async () => (await told.allTextContents()).join(' '), { timeout: 30_000 })
        .toContain('Finished: all epochs are done.');
      expect(await page.locator('.sky').isVisible()).toBe(false);
      await page.close();
    });

    test('neurons, weights and biases have names', async () => {
      await open({ language: 'en', colorScheme: 'light', viewport: desktop });
      for (const name of ['input x', 'neuron 4 of layer 1', 'Bias of neuron 4 of layer 1'])
        expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(1);
      await page.getByRole('button', { name: 'neuron 1 of layer 2', exact: true }).click();
      const card = page.getByRole('group', { name: 'neuron 1 of layer 2' });
      for (const from of [1, 2, 3, 4])
        await card
          .getByRole('textbox', { name: `Weight from neuron ${from} of layer 1 to neuron 1 of layer 2` })
          .waitFor();
      await page.close();
    });
  },
);
