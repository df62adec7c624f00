import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  "the studio's shell in Chromium (skipped where none is installed: npm run setup)",
  { timeout: patience },
  () => {
    const site = useStudio(patience);
    let page: Page;

    beforeEach(async () => {
      page = await site.newPage();
      page.on('request', (request) => {
        if (!request.url().startsWith(site.address) && !/^(data|blob):/.test(request.url()))
          site.complain(request.url());
      });
    });

    const ready = () => page.getByRole('button', { name: 'neuron 1 of layer 1', exact: true }).waitFor();
    const open = async (hash = '') => {
      await page.goto(`${site.address}/${hash}`);
      await ready();
    };
    const hash = () => new URL(page.url()).hash;
    const layers = () => page.getByText(/^\d hidden layers?$/).textContent();
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    test('an edit is in the address, is undone by button and keys, and outlives a reload', async () => {
      await open();
      await page.getByRole('checkbox', { name: 'Validation', exact: true }).check();
      await expect.poll(hash).toBe('#view.parts.validation=true&defaults=1');
      await page.reload();
      await ready();
      expect(await page.getByRole('checkbox', { name: 'Validation', exact: true }).isChecked()).toBe(true);
      await page.getByRole('checkbox', { name: 'Validation', exact: true }).uncheck();
      await expect.poll(hash).toBe('#defaults=1');
      await button('Undo').click();
      await expect.poll(hash).toBe('#view.parts.validation=true&defaults=1');
      await page.keyboard.press('Control+y');
      await expect.poll(hash).toBe('#defaults=1');
      await page.keyboard.press('Control+z');
      await expect.poll(hash).toBe('#view.parts.validation=true&defaults=1');
      await page.goto(site.address);
      await expect.poll(hash).toBe('#view.parts.validation=true&defaults=1');
    });

    test('a reload brings the run back to where it was, to the same bits, and forgets it when it is rewound', async () => {
      await open();
      const table = () => page.locator('.output table').first().textContent();
      const epoch = () => page.locator('dl > div', { hasText: 'Epoch' }).first().locator('dd').textContent();
      const step = () => page.locator('dl > div', { hasText: 'Step' }).first().locator('dd').textContent();
      for (const press of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight'])
        await page.keyboard.press(press);
      await expect.poll(epoch).toBe('2');
      await expect.poll(step).toBe('41');
      const trained = await table();
      await page.reload();
      await expect.poll(step, { timeout: 30_000 }).toBe('41');
      expect(await table()).toBe(trained);
      await page.goto('about:blank');
      await page.goto(site.address);
      await expect.poll(step, { timeout: 30_000 }).toBe('41');
      await page.keyboard.press('r');
      await expect.poll(step).toBe('0');
      await page.reload();
      await ready();
      await page.keyboard.press('ArrowRight');
      await expect.poll(step).toBe('1');
    });

    test('what takes longer to train again is offered in a line', async () => {
      await open('#recipe.stopping.epochs=1000000&defaults=1');
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(() => page.evaluate(() => sessionStorage.getItem('neumann.reached')))
        .toContain(':1}');
      await page.evaluate(() => {
        const reached = JSON.parse(sessionStorage.getItem('neumann.reached')!) as { steps: number };
        // Leaving the page would note the one step again.
        addEventListener('pagehide', () =>
          sessionStorage.setItem('neumann.reached', JSON.stringify({ ...reached, steps: 18_000_000 })),
        );
      });
      await page.reload();
      await page.getByText('this run was at epoch 900,000.').waitFor();
      const offer = button('Train up to there again');
      await offer.click();
      await expect.poll(() => offer.count()).toBe(0);
    });

    test('a link of others and a lesson leave own work where it was', async () => {
      await open();
      await page.getByRole('checkbox', { name: 'Validation', exact: true }).check();
      const own = '#view.parts.validation=true&defaults=1';
      await expect.poll(hash).toBe(own);
      await page.goto('about:blank');
      await open('#data.noise=2&defaults=1');
      await page.goto('about:blank');
      await open('#data.noise=2&lesson.title=Theirs&lesson.locked=(data)&defaults=1');
      await page.getByRole('checkbox', { name: 'Test', exact: true }).check();
      await expect.poll(hash).toContain('view.parts.test=true');
      await button('End the lesson').click();
      await expect.poll(hash).not.toContain('lesson');
      // A settled address is a settled storage.
      await page.goto('about:blank');
      await page.goto(site.address);
      await expect.poll(hash).toBe(own);
    });

    test('a link put into a running studio is opened, and can be undone', async () => {
      await open();
      expect(await layers()).toBe('2 hidden layers');
      await page.evaluate(() => void (location.hash = '#recipe.model.hidden=3,3,3&defaults=1'));
      await expect.poll(layers).toBe('3 hidden layers');
      await page.keyboard.press('Control+z');
      await expect.poll(layers).toBe('2 hidden layers');
    });

    test('of a hostile link the page says what it could not read, and shows the rest', async () => {
      await open('#recipe.model.hidden=5,5,5&data.rows=1e99&__proto__.x=1&defaults=1');
      expect(await layers()).toBe('3 hidden layers');
      await page
        .getByText('Some of this could not be read and is as at the start: __proto__.x, data.rows.')
        .waitFor();
    });

    test('speaks Hungarian and goes dark, and does so the next time', async () => {
      await open();
      await page.getByRole('combobox', { name: 'Language' }).selectOption('hu');
      await button('Megosztás').waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('hu');
      const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await button('Továbbiak').click();
      await page.getByRole('radio', { name: 'Sötét' }).check();
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(light);
      await page.reload();
      await button('Megosztás').waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    });

    test('keys play, step, rewind and list themselves; inputs and dialogs keep theirs', async () => {
      await open();
      const epoch = async () =>
        Number(await page.locator('dl > div', { hasText: 'Epoch' }).first().locator('dd').textContent());
      await page.keyboard.press('Shift+ArrowRight');
      await expect.poll(epoch).toBe(1);
      await page.keyboard.press('r');
      await expect.poll(epoch).toBe(0);
      await page.keyboard.press(' ');
      await button('Pause').waitFor();
      await page.keyboard.press(' ');
      await button('Play').waitFor();
      await page.keyboard.press('s');
      const link = page.getByRole('textbox', { name: 'Link', exact: true });
      expect(await link.inputValue()).toBe(`${site.address}/#defaults=1`);
      await link.focus();
      await page.keyboard.press('r');
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
      await page.getByRole('checkbox', { name: 'Single keys are shortcuts' }).uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press(' ');
      expect(await button('Play').count()).toBe(1);
    });

    test('a lesson locks, states its goal and tells when it is met', async () => {
      await open(
        '#lesson.title=Small&lesson.locked=(view.pace)&lesson.goal.conditions=((quantity:epochs,relation:atLeast,value:2),(quantity:neurons,relation:atMost,value:6))&defaults=1',
      );
      const lesson = page.getByRole('region', { name: 'Lesson' });
      expect(await lesson.textContent()).toContain('hidden neurons at most 6');
      expect(await page.getByRole('combobox', { name: 'Pace' }).isDisabled()).toBe(true);
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await lesson.getByText('Goal reached at epoch 2!').waitFor();
      await button('End the lesson').click();
      expect(await page.getByRole('combobox', { name: 'Pace' }).isDisabled()).toBe(false);
    });

    test('what a lesson locks is seen to be locked, group and controls, and a goal is said as the table says it', async () => {
      await open(
        '#lesson.title=Locked&lesson.locked=(data)&lesson.goal.conditions=((quantity:train.accuracy,relation:atLeast,value:0.95))&defaults=1',
      );
      const note = 'The lesson keeps this as it is.';
      for (const [group, locked] of [
        ['Data', 1],
        ['Inputs', 1],
        ['Training', 0],
      ] as const)
        expect(
          await page
            .getByRole('heading', { name: new RegExp(`^${group}`) })
            .getByText(note)
            .count(),
        ).toBe(locked);
      const borderOf = (label: string) =>
        page
          .getByTitle(label, { exact: true })
          .evaluate((element) => getComputedStyle(element).borderTopStyle);
      for (const label of ['x', 'Circle']) expect(await borderOf(label)).toBe('dashed');
      await page.keyboard.press('Shift+ArrowRight');
      const goal = page.getByRole('region', { name: 'Lesson' }).getByRole('listitem');
      await expect
        .poll(() => goal.textContent())
        .toMatch(/training accuracy at least 95\.0 %\s*now \d+\.\d %/);
    });

    test('with a weight set by hand neither Share nor Export promises the same bits', async () => {
      await open();
      await button('Share').click();
      await page.getByText('the same run, bit for bit').waitFor();
      await page.keyboard.press('Escape');
      await button('Bias of neuron 1 of layer 1').click();
      const bias = page.getByRole('textbox', { name: 'Bias of neuron 1 of layer 1' });
      await bias.fill('0.75');
      await bias.press('Enter');
      await page.getByText('A weight was set by hand').waitFor();
      await button('Share').click();
      await page.getByText('A weight was set by hand, and this is not in the link').waitFor();
      expect(await page.getByText('bit for bit').count()).toBe(0);
      await page.keyboard.press('Escape');
      await button('Export').click();
      await page.getByText('A weight was set by hand: recipe, table').waitFor();
    });

    test('a formula is drawn in its own fonts, as the policy of the page allows', async () => {
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ blockedURI }) =>
          console.error(`policy: ${blockedURI.slice(0, 60)}`),
        );
      });
      await open();
      await button('What is “Optimizer”?').click();
      await button('Formula').click();
      await page.locator('[role="math"] .katex').waitFor();
      const loaded = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].filter(({ status }) => status === 'loaded').length;
      });
      expect(loaded).toBeGreaterThan(0);
    });

    test('the language is chosen in one place, on a desktop and on a phone', async () => {
      await open();
      const language = page.getByRole('combobox', { name: 'Language' });
      await button('More').click();
      expect(await language.count()).toBe(1);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await language.count()).toBe(1);
    });

    test('exports pictures and files', async () => {
      await open();
      await button('Export').click();
      const saved = async (name: string): Promise<Buffer> => {
        const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
        const chunks: Buffer[] = [];
        for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      };
      expect((await saved('All that is seen, as one picture: PNG')).subarray(1, 4).toString()).toBe('PNG');
      expect((await saved('All that is seen, as one picture: SVG')).toString()).toMatch(/^<svg [^]*<\/svg>$/);
      expect(JSON.parse((await saved('recipe.json')).toString())).toMatchObject({
        recipe: 1,
        optimizer: { name: 'sgd' },
      });
      expect((await saved('table.csv')).toString()).toMatch(/^x,y,target\n/);
      expect((await saved('model.safetensors')).readBigUInt64LE()).toBeGreaterThan(0n);
      expect(JSON.parse((await saved('scenario.neumann.json')).toString())).toMatchObject({
        neumann: 'scenario',
      });
    });
  },
);
