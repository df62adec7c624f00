/**
 * The studio as a person meets it, in Chromium: how long until it shows, how smooth it is while it trains, and what the pictures cost the
 * training. Run it on a quiet machine.
 *
 *     npx node bench/studio/bench.ts [--write]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startScenario } from '../../apps/studio/src/state/startScenario.ts';
import { findChromium } from '../../scripts/support/findChromium.ts';
import { firstRoom } from '../../test/studio/support/firstRoom.ts';
import { studioSite } from '../../test/studio/support/studioSite.ts';
import { answers } from './answers.ts';
import { nodeSpeed } from './nodeSpeed.ts';
import { markdownOf, type NetReport, type Speed, type StudioReport } from './report.ts';
import { loading, spyOn, watch } from './spy.ts';
import { workerTime } from './workerTime.ts';

const LOADS = 5;
const SECONDS = 4;
const endless = { stopping: { epochs: 100_000_000, patience: null, folds: 0 } };
const nets = [
  { name: '4, 2', recipe: endless },
  { name: '8, 8, 8', recipe: { ...endless, model: { hidden: [8, 8, 8] } } },
  { name: '64, 64', recipe: { ...endless, model: { hidden: [64, 64] }, batches: { size: 32 } } },
];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function loads(browser: Browser, address: string): Promise<{ paint: number; interactive: number }> {
  const each = [];
  for (let index = 0; index < LOADS; index++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await spyOn(page, { recipe: {} });
    await page.goto(address);
    each.push(await loading(page));
    await context.close();
  }
  return {
    paint: median(each.map(({ paint }) => paint)),
    interactive: median(each.map(({ interactive }) => interactive)),
  };
}

async function setPace(page: Page, pace: string): Promise<void> {
  await page.locator('select:has(option[value="full"])').selectOption(pace);
}

async function measure(
  browser: Browser,
  address: string,
  { name, recipe }: (typeof nets)[number],
): Promise<NetReport> {
  const { data, defaults } = startScenario();
  const node = await nodeSpeed({ data, defaults, recipe }, 1000 * SECONDS);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await spyOn(page, { recipe });
  await page.goto(address);
  await loading(page);
  const paces = [];
  let worker: Speed = { clock: 0, own: undefined };
  await page.locator('button.play').click();
  for (const pace of ['fast', 'full']) {
    await setPace(page, pace);
    await watch(page, 1500);
    const before = workerTime();
    const { milliseconds, drawn, frames, gap, steps } = await watch(page, 1000 * SECONDS);
    const own = workerTime();
    const seconds = milliseconds / 1000;
    paces.push({ pace, drawn: drawn / seconds, frames: frames / seconds, gap });
    worker = {
      clock: steps / seconds,
      own: before === undefined || own === undefined ? undefined : steps / (own - before),
    };
  }
  await page.close();
  return { name, node, worker, paces };
}

const executablePath = findChromium();
if (!executablePath) throw new Error('There is no Chromium on this machine; npm run setup installs one.');
const load = loadavg()[0].toFixed(1);
const site = await studioSite();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-background-networking'],
});
const { paint, interactive } = await loads(browser, site.address);
const firstPage = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const size = await firstRoom(firstPage, site.address);
await firstPage.close();
const changes = await answers(browser, site.address);
const reports: NetReport[] = [];
for (const net of nets) reports.push(await measure(browser, site.address, net));
const report: StudioReport = {
  machine: `${cpus().length} x ${cpus()[0].model}`,
  load,
  browser: `Chromium ${browser.version()}`,
  loads: LOADS,
  paint,
  interactive,
  size,
  answers: changes,
  nets: reports,
};
await browser.close();
await site.close();
console.log(markdownOf(report));
if (process.argv.includes('--write')) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('studio.json', folder), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(new URL('studio.md', folder), markdownOf(report));
}
