import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/support/findChromium.ts';

const executablePath = findChromium();
const patience = 180_000;

interface Trained {
  readonly model: readonly number[];
  readonly threads: number;
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-threads-'));
  const input = fileURLToPath(new URL('threadsEntry.ts', import.meta.url));
  const made = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const file = join(folder, 'entry.js');
  await made.write({ file, format: 'iife' });
  await made.close();
  const script = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}

/** An empty page and the script; `/isolated/` may share memory between threads. */
function serve(script: string): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    if (url.startsWith('/isolated/')) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    const isScript = url.endsWith('.js');
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html>');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe.skipIf(executablePath === undefined)(
  'threads of a browser (skipped where no Chromium is installed: npm run setup)',
  () => {
    let server: Server;
    let browser: Browser;

    beforeAll(async () => {
      server = await serve(await bundle());
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-background-networking'],
      });
    }, patience);
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    /** Trains in a worker of a page at this path; `threads`: as many as may be when left out. */
    async function trainAt(path: string, threads?: number): Promise<Trained> {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      const answer = await page.evaluate(
        ({ threads }) =>
          new Promise<Trained | string>((resolve) => {
            const worker = new Worker('entry.js', { name: 'train' });
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => resolve(message);
            worker.postMessage(threads);
          }),
        { threads },
      );
      await page.close();
      if (typeof answer === 'string') throw new Error(answer);
      return answer;
    }

    it(
      'share a large step, and change no bit of an exact run',
      async () => {
        const alone = await trainAt('/isolated/', 1);
        const both = await trainAt('/isolated/');
        expect([alone.threads, both.threads]).toEqual([1, 2]);
        expect(both.model).toEqual(alone.model);
      },
      patience,
    );

    it(
      'are left out, without a word, where a page may not share memory',
      async () => {
        expect((await trainAt('/plain/')).threads).toBe(1);
      },
      patience,
    );
  },
);
