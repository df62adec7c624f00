import type { Browser } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { loading, spyOn } from './spy.ts';

/** Kilobytes (1000 bytes), each file gzipped by itself at level 9. */
export interface FirstRoom {
  readonly files: number;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** The scripts of the worker that trains. */
  readonly worker: number;
  readonly other: number;
}

/** Everything that the browser fetches until the first room shows its net, and for a second more. */
export async function firstRoom(browser: Browser, address: string): Promise<FirstRoom> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  context.on('response', (response) => {
    if (response.ok()) bodies.set(response.url(), response.body());
  });
  await spyOn(page, { recipe: {} });
  await page.goto(address);
  await loading(page);
  await page.waitForTimeout(1000);
  const own = new Set(
    await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  );
  const sizes = { files: bodies.size, html: 0, css: 0, js: 0, worker: 0, other: 0 };
  for (const [url, body] of bodies) {
    const { length } = gzipSync(await body, { level: 9 });
    sizes[kindOf(new URL(url).pathname, own.has(url))] += length / 1000;
  }
  await context.close();
  return sizes;
}

/** Scripts that the page itself did not fetch, its worker did. */
function kindOf(path: string, isOwn: boolean): Exclude<keyof FirstRoom, 'files'> {
  if (path.endsWith('/') || path.endsWith('.html')) return 'html';
  if (path.endsWith('.js')) return path.includes('.worker') || !isOwn ? 'worker' : 'js';
  return path.endsWith('.css') ? 'css' : 'other';
}
