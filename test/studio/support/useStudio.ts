import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from '../../../scripts/support/findChromium.ts';
import { studioSite, type StudioSite } from './studioSite.ts';

/** Where there is none, tests in a browser are skipped (`npm run setup` installs one). */
export const executablePath = findChromium();

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-background-networking'],
  });

export interface Studio extends Pick<StudioSite, 'address' | 'worker'> {
  /** A page of its own, 1280 x 800 unless told otherwise. What goes wrong on it, but what is `expected` to, fails the test at its end. */
  newPage(options?: BrowserContextOptions, expected?: RegExp): Promise<Page>;
  /** More that the test is to fail for. */
  complain(text: string): void;
}

/** The studio served and a browser, for the tests of the group in which it is called; their pages are closed behind each. */
export function useStudio(patience: number): Studio {
  let site: StudioSite;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    site = await studioSite();
    browser = await launchBrowser();
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });

  return {
    get address() {
      return site.address;
    },
    get worker() {
      return site.worker;
    },
    complain: (text) => void complaints.push(text),
    async newPage(options, expected) {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        ...options,
      });
      page.setDefaultTimeout(60_000);
      const hear = (text: string) => expected?.test(text) || complaints.push(text);
      page.on('pageerror', ({ message }) => hear(message));
      page.on('console', (message) => message.type() === 'error' && hear(message.text()));
      await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
      return page;
    },
  };
}
