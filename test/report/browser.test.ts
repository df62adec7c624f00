import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/support/findChromium.ts';
import { renderReport } from '../../src/report/index.ts';
import { sampleInput } from './finishedRun.ts';

const executablePath = findChromium();
/** Milliseconds for a browser to start, on a machine that has much else to do. */
const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  'a report in Chromium (skipped where none is installed: npm run setup)',
  () => {
    let folder: string;
    let browser: Browser;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'neumann-report-'));
      writeFileSync(
        join(folder, 'report.html'),
        renderReport(await sampleInput({ targets: ['third', 'size'] })),
      );
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    }, patience);
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    async function open(options: Parameters<Browser['newPage']>[0], problems: string[] = []): Promise<Page> {
      const page = await browser.newPage(options);
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => request.url().startsWith('file:') || problems.push(request.url()));
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
      return page;
    }

    it(
      'breaks none of its own rules, and asks for nothing',
      async () => {
        const problems: string[] = [];
        const page = await open({}, problems);
        expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
        expect(await page.evaluate(() => document.scripts.length)).toBe(0);
        expect(problems).toEqual([]);
        await page.close();
      },
      patience,
    );

    it.each([360, 768, 1280])(
      'fits %i pixels, and keeps the words of charts readable',
      async (width) => {
        const page = await open({ viewport: { width, height: 800 } });
        const found = await page.evaluate(() => ({
          overflow: document.documentElement.scrollWidth - innerWidth,
          smallest: Math.min(
            ...[...document.querySelectorAll<SVGTextElement>('svg text:not(.small)')].map((text) => {
              const scale = text.getScreenCTM()!.a;
              return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
            }),
          ),
        }));
        expect(found.overflow).toBeLessThanOrEqual(0);
        expect(found.smallest).toBeGreaterThanOrEqual(9);
        await page.close();
      },
      patience,
    );

    it(
      'follows the reader’s choice of light or dark',
      async () => {
        const colors = [];
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await open({ colorScheme });
          colors.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
          await page.close();
        }
        expect(new Set(colors).size).toBe(2);
      },
      patience,
    );
  },
);
