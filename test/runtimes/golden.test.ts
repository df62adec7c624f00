import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../scripts/support/findChromium.ts';
import { bundleGolden } from './bundle.ts';

/** Written by `npm run golden`, on purpose only: a change of these is a change of everyone's results. */
const expected: unknown = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'));
const bin = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
const browser = findChromium();
/** Milliseconds for a runtime to start and to do what takes it a second or two, on a machine that has much else to do. */
const patience = 180_000;
let folder: string;
let script: string;

beforeAll(async () => {
  ({ folder, file: script } = await bundleGolden());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the bundle by a command that takes a script's path, in a process of its own. */
function runBy(command: string): unknown {
  const wrapper = join(folder, 'print.mjs');
  writeFileSync(
    wrapper,
    "await import('./golden.js'); console.log(JSON.stringify(await globalThis.golden));\n",
  );
  return JSON.parse(execFileSync(command, [wrapper], { encoding: 'utf8', timeout: patience }));
}

it(
  'Node has the golden bits',
  () => {
    expect(runBy(process.execPath)).toEqual(expected);
  },
  patience,
);

it(
  'Bun has the golden bits',
  () => {
    expect(runBy(join(bin, process.platform === 'win32' ? 'bun.exe' : 'bun'))).toEqual(expected);
  },
  patience,
);

it.skipIf(browser === undefined)(
  'Chromium has the golden bits (skipped where none is installed: npm run setup)',
  async () => {
    const instance = await chromium.launch({
      executablePath: browser,
      args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const page = await instance.newPage();
      await page.addScriptTag({ path: script });
      expect(await page.evaluate('globalThis.golden')).toEqual(expected);
    } finally {
      await instance.close();
    }
  },
  patience,
);
