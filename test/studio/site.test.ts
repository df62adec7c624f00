import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../../src/cli/effects/files.ts';
import { writeSite } from '../../src/cli/studio/writeSite.ts';
import { buildStudio } from './support/buildStudio.ts';
import { executablePath, launchBrowser } from './support/useStudio.ts';

const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  'the studio written down (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    let folder: string;
    let browser: Browser;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'neumann-site-'));
      await buildStudio(join(folder, 'built'));
      await buildStudio(join(folder, 'single'), { single: true });
      writeSite(
        {
          from: join(folder, 'built'),
          to: join(folder, 'site'),
          named: 'site',
          publicAddress: 'https://example.org/',
        },
        nodeFiles,
      );
      renameSync(join(folder, 'single/index.html'), join(folder, 'studio.html'));
      browser = await launchBrowser();
    }, patience);
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    async function openedAt(address: string, own: RegExp, complaints: string[]): Promise<Page> {
      const page = await browser.newPage({ locale: 'en-GB' });
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('request', (request) => own.test(request.url()) || complaints.push(request.url()));
      await page.goto(address);
      return page;
    }

    /** An epoch further than it is, as a page that is opened again goes on where it was. */
    async function trains(page: Page, from = 0): Promise<void> {
      await page.getByRole('button', { name: 'neuron 1 of layer 1', exact: true }).waitFor();
      const epoch = page.locator('dl > div', { hasText: 'Epoch' }).first().locator('dd');
      const isAt = (number: number) =>
        expect.poll(() => epoch.textContent(), { timeout: 30_000 }).toBe(String(number));
      await isAt(from);
      await page.getByRole('button', { name: 'One epoch', exact: true }).click();
      await isAt(from + 1);
    }

    test('one file trains from disk, asks for nothing, and keeps its policy', async () => {
      const complaints: string[] = [];
      const page = await openedAt(
        pathToFileURL(join(folder, 'studio.html')).href,
        /^(file|data|blob):/,
        complaints,
      );
      await trains(page);
      expect(await page.evaluate(() => document.fonts.size)).toBeGreaterThan(0);
      await page
        .getByRole('button', { name: 'What is “Momentum”?' })
        .or(page.getByRole('button', { name: 'What is “Learning rate”?' }))
        .first()
        .click();
      await page.getByRole('button', { name: 'Formula', exact: true }).click();
      await page.locator('[role="math"] .katex').waitFor();
      expect(
        await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px KaTeX_Math'))),
      ).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('hu');
      await page.getByRole('button', { name: 'Négy paraméter', exact: true }).click();
      await page.getByRole('article').getByText('Mit nézzen', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Megosztás', exact: true }).click();
      await page.getByText('Ez a cím csak az Ön gépén működik.').waitFor();
      await page
        .getByRole('textbox', { name: 'A stúdió címe a hivatkozásokban' })
        .fill('https://example.org/');
      await page.keyboard.press('Tab');
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Hivatkozás', exact: true }).inputValue())
        .toMatch(/^https:\/\/example\.org\/#/);
      expect(await page.getByText('Ez a cím csak az Ön gépén működik.').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    });

    test('a site on a host without our headers trains, links to its public address, and opens again without a network', async () => {
      const files = sirv(join(folder, 'site'));
      const server: Server = createServer((request, response) => files(request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const complaints: string[] = [];
      const page = await openedAt(address, new RegExp(`^(${address}|data:|blob:)`), complaints);
      await trains(page);
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      const link = page.getByRole('textbox', { name: 'Link', exact: true });
      expect(await link.inputValue()).toBe('https://example.org/#defaults=1');
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      server.close();
      server.closeAllConnections();
      await page.reload();
      await trains(page, 1);
      await page.getByRole('button', { name: 'Four parameters', exact: true }).click();
      await page.getByRole('article').getByText('Look at', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'What is “Learning rate”?' }).click();
      await page.getByRole('button', { name: 'Formula', exact: true }).waitFor();
      // The browser says itself that the page was asked for in vain.
      expect(complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
      await page.close();
    });

    test('sites on one host keep their own files, and a page its version’s until it is closed', async () => {
      write('a', 'built', 'https://example.org/a/');
      write('b', 'built', 'https://example.org/b/');
      copyWithOtherDialog(join(folder, 'built'), join(folder, 'built2'));
      write('a2', 'built2', 'https://example.org/a/');
      const sites = { a: sirv(join(folder, 'a')), b: sirv(join(folder, 'b')) };
      const server = createServer((request, response) => {
        const [, name, path] = /^\/(\w)(\/.*)$/.exec(request.url!)!;
        request.url = path;
        sites[name as 'a' | 'b'](request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const context = await browser.newContext({ locale: 'en-GB' });
      const complaints: string[] = [];
      const opened = async (path: string): Promise<Page> => {
        const page = await context.newPage();
        page.on('pageerror', ({ message }) => complaints.push(message));
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        await page.goto(address + path);
        await page.evaluate(async () => void (await navigator.serviceWorker.ready));
        return page;
      };
      const keptIn = (page: Page, path: string) =>
        page.evaluate(
          async (scope) => (await caches.keys()).filter((name) => name.includes(scope)).length,
          `/${path}#`,
        );

      const older = await opened('a/');
      const other = await opened('b/');
      expect(await keptIn(other, 'a/')).toBe(1);
      expect(await keptIn(other, 'b/')).toBe(1);

      sites.a = sirv(join(folder, 'a2'));
      const newer = await opened('a/');
      await expect.poll(() => keptIn(newer, 'a/'), { timeout: 30_000 }).toBe(2);
      await expect
        .poll(
          () =>
            newer.evaluate(async () => {
              const registration = await navigator.serviceWorker.getRegistration();
              const { content } = document.querySelector<HTMLMetaElement>('meta[name="neumann-offline"]')!;
              return [registration?.waiting, registration?.active].some((worker) =>
                worker?.scriptURL.endsWith(content),
              );
            }),
          { timeout: 30_000 },
        )
        .toBe(true);
      await older.getByRole('button', { name: 'Share', exact: true }).click();
      await older.getByRole('dialog').waitFor();
      await newer.getByRole('button', { name: 'Share', exact: true }).click();
      await newer.getByRole('dialog').waitFor();

      await older.close();
      await newer.close();
      // Told by a page of the other site: one of this would still be the older version's, if it came too early.
      await expect.poll(() => keptIn(other, 'a/'), { timeout: 30_000 }).toBe(1);
      await opened('a/');
      expect(complaints).toEqual([]);
      await context.close();
      server.close();
      server.closeAllConnections();
    });

    function write(name: string, from: string, publicAddress: string): void {
      writeSite({ from: join(folder, from), to: join(folder, name), named: name, publicAddress }, nodeFiles);
    }
  },
);

/** The studio as of another day: the dialog's code has another name, and the one it had is gone. */
function copyWithOtherDialog(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const assets = join(to, 'assets');
  const dialog = readdirSync(assets).find((name) => /^ShareDialog.*\.js$/.test(name))!;
  const renamed = 'ShareDialog-another.js';
  renameSync(join(assets, dialog), join(assets, renamed));
  for (const name of readdirSync(assets).filter((each) => each.endsWith('.js'))) {
    const path = join(assets, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(dialog, renamed));
  }
}
