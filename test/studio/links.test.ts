import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;
const many = (count: number, item: string) => Array.from({ length: count }, () => item).join(',');

describe.skipIf(executablePath === undefined)(
  'broken and hostile links (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);
    let page: Page;

    beforeEach(async () => {
      page = await site.newPage();
    });

    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const epoch = () => page.locator('dl > div', { hasText: 'Epoch' }).first().locator('dd').textContent();

    async function trains(): Promise<void> {
      await button('neuron 1 of layer 1').waitFor();
      await button('One epoch').click();
      await expect.poll(epoch, { timeout: 30_000 }).toBe('1');
    }

    test.each([
      ['a neuron too many', '#recipe.model.hidden=1000000', 'recipe.model.hidden.'],
      [
        'no numbers',
        '#recipe.optimizer.learningRate=NaN&data.noise=NaN',
        'recipe.optimizer.learningRate, data.noise.',
      ],
      [
        'names that nobody has',
        '#recipe.optimizer.name=foo&recipe.model.activation.name=bar',
        'recipe.optimizer',
      ],
      ['no such dataset', '#data.dataset=nothing', 'data.dataset.'],
      ['no such input', '#data.features=x,foo', 'data.features.'],
      ['points beyond the plane', '#data.points=((1e9,1e9,0))', 'data.points.'],
      ['points of no class', '#data.points=((1,2,99))', 'data.points.'],
      ['no such division', '#recipe.split.kind=group', 'recipe.split.kind.'],
      ['a stretch of nothing', '#data.stretch.x=0', 'data.stretch.'],
      ['a side that cannot be', '#other.model.hidden=1000000', 'other.model.hidden.'],
    ])('%s: said by name, and the rest trains', async (_, hash, named) => {
      await page.goto(`${site.address}/${hash}&defaults=1`);
      await page.getByText(`Some of this could not be read and is as at the start: ${named}`).waitFor();
      await trains();
    });

    test('a name alone stands for a thing without options', async () => {
      await page.goto(`${site.address}/#recipe.schedule=cosine&recipe.batches.order=sequential&defaults=1`);
      await trains();
      expect(await page.locator('.notices .bad').count()).toBe(0);
    });

    test('a room that is not there', async () => {
      await page.goto(`${site.address}/#room=nowhere&defaults=1`);
      await page.getByText('This studio has no room named nowhere').waitFor();
      await trains();
    });

    test('100 kB of nonsense', async () => {
      await page.goto(`${site.address}/#${'&a=b(('.repeat(17_000)}`);
      await page.getByText('The end of this link is missing.').waitFor();
      await trains();
    });

    test('fifty layers', async () => {
      await page.goto(`${site.address}/#recipe.model.hidden=${many(50, '16')}&defaults=1`);
      await trains();
    });

    test.each([
      [
        'a net too large to draw',
        'recipe.model=(kind:layers,layers:((name:dense,units:100000)))',
        'the studio draws at most',
      ],
      [
        'a net that fits nowhere',
        'recipe.model.hidden=100000,100000',
        'use smaller batches or a smaller model',
      ],
      [
        'nothing to learn from',
        'recipe.split.train=0&recipe.split.validation=0.5&recipe.split.test=0.5',
        'rows to learn from',
      ],
    ])('%s: refused in a sentence, and an undone edit later trains', async (_, hash, sentence) => {
      await page.goto(`${site.address}/#${hash}&defaults=1`);
      await page.locator('.notices .bad', { hasText: sentence }).waitFor();
      await page.evaluate(() => void (location.hash = '#defaults=1'));
      await trains();
    });

    test('a formula that divides by nothing stops at once and says what to do', async () => {
      await page.goto(`${site.address}/#recipe.model.activation=(name:custom,formula:'1/0*x')&defaults=1`);
      await button('Play').click();
      await page
        .locator('.notices .bad', { hasText: 'Stopped: the loss is no longer a finite number.' })
        .waitFor();
    });

    test('a learning rate of a million: the page says that it diverges, and what to do', async () => {
      await page.goto(`${site.address}/#data.dataset=plane&recipe.optimizer.learningRate=1e6&defaults=1`);
      await button('Play').click();
      await page.locator('.notices .bad', { hasText: 'Try a smaller learning rate' }).waitFor();
    });

    test('a browser without SIMD is told so', async () => {
      await page.route(`**${site.worker}`, async (route) => {
        const response = await route.fetch();
        const body = `WebAssembly.validate = () => false;\n${await response.text()}`;
        await route.fulfill({ response, body });
      });
      await page.goto(site.address);
      await page.locator('.notices .bad', { hasText: 'This browser lacks WebAssembly SIMD' }).waitFor();
    });
  },
);
