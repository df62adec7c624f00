import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LaneJob } from '../../apps/studio/src/run/contract.ts';
import type { DataSettings, RecipeEdits } from '../../apps/studio/src/state/scenario.ts';
import { loadModel } from '../../src/train/index.ts';
import { start } from '../cli/support/command.ts';
import { trainInPage } from './support/laneInPage.ts';
import { studioSite, type StudioSite } from './support/studioSite.ts';
import { executablePath, launchBrowser } from './support/useStudio.ts';

const patience = 180_000;

const data: DataSettings = {
  dataset: 'moons',
  classes: 0,
  rows: 300,
  noise: 0.5,
  seed: 7,
  balance: 1,
  mislabelled: 0,
  stretch: { x: 1, y: 1 },
  shift: { x: 0, y: 0 },
  outlier: 0,
  features: ['x', 'y'],
  points: [],
};
/** Its steps are long enough for threads, which the worker starts in workers of its own. */
const largeNet = 'a large net, shared between threads';
const jobs: readonly (readonly [string, RecipeEdits, Partial<DataSettings>])[] = [
  ['the studio’s start', { stopping: { epochs: 60 } }, {}],
  [
    'dropout, batch norm, early stopping; badly scaled, with an outlier and sines',
    {
      model: { hidden: [16, 8], activation: { name: 'relu' }, dropout: 0.3, normalisation: 'batch' },
      optimizer: { name: 'adamW', learningRate: 0.02 },
      stopping: { epochs: 300, patience: 10 },
    },
    { dataset: 'spiral', features: ['x', 'y', 'sinX', 'sinY'], stretch: { x: 1000, y: 0.01 }, outlier: 60 },
  ],
  [
    'five classes, an average of weights, a schedule, wrong labels',
    {
      seed: 11,
      averaging: { decay: 0.95 },
      optimizer: { name: 'sgd', learningRate: 0.1, momentum: 0.9 },
      schedule: { name: 'cosine' },
      penalties: [{ name: 'l1', strength: 0.002 }],
      stopping: { epochs: 40 },
    },
    { dataset: 'rings', classes: 5, mislabelled: 0.1, balance: 0.5 },
  ],
  [
    'points drawn over a dataset, each with its part in a column',
    { stopping: { epochs: 30 } },
    {
      points: [
        [1, 2, 0],
        [1.5, -2.25, 1],
        [2, 2, 0],
        [-3, 0.5, 0],
        [4, 4, 1],
      ],
    },
  ],
  [
    largeNet,
    {
      model: { hidden: [512, 512], dropout: 0.5 },
      batches: { size: 128 },
      stopping: { epochs: 2 },
    },
    { noise: 0.2 },
  ],
  [
    'a regression by L-BFGS on all rows at once',
    { optimizer: { name: 'lbfgs' }, batches: { size: 'all' }, stopping: { epochs: 30 } },
    { dataset: 'hills', noise: 0.1 },
  ],
];

describe.skipIf(executablePath === undefined)(
  'a run in the studio and on the command line (skipped where no Chromium is installed: npm run setup)',
  () => {
    let site: StudioSite;
    let browser: Browser;
    let page: Page;
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'neumann-same-bits-'));
      site = await studioSite();
      browser = await launchBrowser();
      page = await browser.newPage();
      // Any address of the site will do, such as the script itself, which shows as text.
      await page.goto(site.address + site.worker);
    }, patience);
    afterAll(async () => {
      await browser?.close();
      await site?.close();
      rmSync(folder, { recursive: true });
    });

    test.each(jobs)(
      'has the same bytes: %s',
      async (name, recipe, changes) => {
        const job: LaneJob = { data: { ...data, ...changes }, defaults: 1, recipe };
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        const trained = await trainInPage(page, site.worker, job);
        page.removeAllListeners('request');
        if (name === largeNet) expect(asked.join(' ')).toContain('thread.worker');
        else expect(asked.join(' ')).not.toContain('thread');
        const own = join(folder, name.replaceAll(/\W/g, ''));
        writeFileSync(`${own}.csv`, trained.csv);
        writeFileSync(`${own}.json`, JSON.stringify(trained.recipe));
        const command = [
          'train',
          `${own}.csv`,
          '--recipe',
          `${own}.json`,
          '--exact',
          '--out',
          own,
          '--quiet',
        ];
        const ended = await start(folder, command).ended;
        expect(ended).toMatchObject({ code: 0 });
        const bytes = readFileSync(join(own, 'model.safetensors'));
        expect(Buffer.compare(bytes, trained.model)).toBe(0);
        // Not the same by being nothing.
        const { parameters } = loadModel(trained.model).parts.nets[0];
        expect(parameters.some((weight) => weight !== 0) && parameters.every(Number.isFinite)).toBe(true);
      },
      patience,
    );
  },
);
