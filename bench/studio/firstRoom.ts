import type { Browser } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { loading, spyOn } from './spy.ts';

/** Kilobytes (1000 bytes), each file gzipped by itself at level 9. */
export interface FirstRoom {
  readonly files: number;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** The script of the worker that trains. */
  readonly worker: number;
  readonly other: number;
}

/** Everything that the browser fetches until the first room shows its net, and for a second more. */
export async function firstRoom(browser: Browser, address: string): Promise<FirstRoom> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const sizes = { files: 0, html: 0, css: 0, js: 0, worker: 0, other: 0 };
  const counted: Promise<void>[] = [];
  const count = async (path: string, body: Promise<Buffer>) => {
    const { length } = gzipSync(await body, { level: 9 });
    sizes[kindOf(path)] += length / 1000;
    sizes.files++;
  };
  context.on('response', (response) => {
    if (response.ok()) counted.push(count(new URL(response.url()).pathname, response.body()));
  });
  await spyOn(page, { recipe: {} });
  await page.goto(address);
  await loading(page);
  await page.waitForTimeout(1000);
  await Promise.all(counted);
  await context.close();
  return sizes;
}

function kindOf(path: string): Exclude<keyof FirstRoom, 'files'> {
  if (path.endsWith('/') || path.endsWith('.html')) return 'html';
  if (path.includes('worker')) return 'worker';
  if (path.endsWith('.js')) return 'js';
  return path.endsWith('.css') ? 'css' : 'other';
}
