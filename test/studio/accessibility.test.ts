import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/support/findChromium.ts';
import { studioSite, type StudioSite } from './support/studioSite.ts';

const patience = 180_000;
const executablePath = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe.skipIf(executablePath === undefined)(
  'axe finds nothing serious in the studio (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    let site: StudioSite;
    let browser: Browser;

    beforeAll(async () => {
      site = await studioSite();
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-background-networking'],
      });
    }, patience);
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    const desktop = { width: 1280, height: 800 };
    const phone = { width: 360, height: 740 };

    test.each([
      ['light', 'light', desktop, ''],
      ['dark', 'dark', desktop, ''],
      ['a phone', 'light', phone, ''],
      ['the menu', 'light', phone, 'More'],
      ['share', 'light', desktop, 'Share'],
      ['export, dark', 'dark', desktop, 'Export'],
      ['a lesson', 'light', desktop, 'Lesson'],
    ] as const)('%s', async (_, colorScheme, viewport, opened) => {
      // The page's policy lets no script of others in, axe neither.
      const page = await browser.newPage({
        colorScheme,
        viewport,
        bypassCSP: true,
        locale: 'en-GB',
        reducedMotion: 'reduce',
      });
      await page.goto(
        `${site.address}/#lesson.title=Small&lesson.goal.conditions=((quantity:epochs,relation:atLeast,value:2))&defaults=1`,
      );
      await page.getByRole('button', { name: 'neuron 1 of layer 1', exact: true }).waitFor();
      if (opened) await page.getByRole('button', { name: opened, exact: true }).click();
      if (opened && opened !== 'More') await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    async function violations(page: Page): Promise<string[]> {
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
        return (await axe.run()).violations;
      });
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        );
    }
  },
);
