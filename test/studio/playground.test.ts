import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.skipIf(executablePath === undefined)(
  'the playground, used as a person would (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);
    let page: Page;

    beforeEach(() => open(desktop));

    /** A fresh page, once the net is drawn. */
    async function open(options: BrowserContextOptions): Promise<void> {
      await page?.context().close();
      page = await site.newPage(options);
      await page.goto(site.address);
      await page.getByRole('button', { name: 'neuron 1 of layer 1', exact: true }).waitFor();
    }

    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const counter = async (name: string): Promise<number> => {
      const text = await page.locator('dl > div', { hasText: name }).first().locator('dd').textContent();
      return Number(text!.replaceAll(',', ''));
    };
    const score = async (part: string, column: number): Promise<number> => {
      const row = page.getByRole('row', { name: new RegExp(`^${part}`, 'u') });
      return Number.parseFloat((await row.getByRole('cell').nth(column).textContent())!.replace('−', '-'));
    };
    const until = (check: () => Promise<boolean>) => expect.poll(check, { timeout: 30_000 }).toBe(true);

    async function trainEpochs(count: number): Promise<void> {
      const from = await counter('Epoch');
      for (let epoch = 1; epoch <= count; epoch++) {
        await button('One epoch').click();
        await until(async () => (await counter('Epoch')) === from + epoch);
      }
    }

    /** The picture's pixels, to see that it changed. */
    const picture = (label: RegExp) =>
      page
        .getByRole('img', { name: label })
        .first()
        .evaluate((element) => element.querySelector('canvas')!.toDataURL());

    test('plays until paused, while the loss falls and the pictures change', async () => {
      await trainEpochs(1);
      const [first, before] = [await score('Training', 0), await picture(/^Decision surface/u)];
      await button('Play').click();
      await until(async () => (await counter('Epoch')) > 60);
      await button('Pause').click();
      await button('Play').waitFor();
      expect(await score('Training', 0)).toBeLessThan(first);
      expect(await picture(/^Decision surface/u)).not.toBe(before);
      // What was on its way when the button was pressed may still come.
      await until(async () => {
        const paused = await counter('Step');
        await page.waitForTimeout(300);
        return (await counter('Step')) === paused;
      });
      expect(
        await page
          .getByRole('img', { name: /^Decision surface at epoch \d+;.*validation accuracy/u })
          .count(),
      ).toBe(1);
    });

    test('rewinds to the same start: the same steps give the same numbers again', async () => {
      const start = await picture(/^The network/u);
      await trainEpochs(3);
      const scores = await Promise.all([score('Training', 0), score('Validation', 0), score('Test', 1)]);
      await button('Rewind to the same start').click();
      await until(async () => (await counter('Step')) === 0);
      await expect.poll(() => picture(/^The network/u)).toBe(start);
      await trainEpochs(3);
      expect(await Promise.all([score('Training', 0), score('Validation', 0), score('Test', 1)])).toEqual(
        scores,
      );
    });

    test('looks at an earlier epoch and comes back, saying so', async () => {
      await trainEpochs(4);
      const now = await score('Training', 0);
      const scrubber = page.getByRole('slider', { name: 'Epoch to look at' });
      await scrubber.focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
      await page.getByText('Shown: epoch 1 of 4 (looking back)').waitFor();
      expect(await score('Training', 0)).not.toBe(now);
      expect(await counter('Epoch')).toBe(4);
      await button('Back to now').click();
      await page.getByText('Epoch 4 of 4').waitFor();
      expect(await score('Training', 0)).toBe(now);
    });

    test('a weight is set at its link, a bias at its square, and both in the neuron’s card', async () => {
      const view = page.getByRole('group', { name: 'Network', exact: true });
      const box = (await view.boundingBox())!;
      const tile = (await button('neuron 1 of layer 1').boundingBox())!;
      const input = (await button('input x').boundingBox())!;
      // The link leaves its input at the middle of the right edge.
      const place = { x: input.x + input.width + 6 - box.x, y: input.y + input.height / 2 - box.y };
      await view.hover({ position: place });
      await page.getByText(/^Weight from input x to neuron \d of layer 1: −?\d/u).waitFor();
      await view.click({ position: place });
      const field = page.getByRole('textbox', { name: /^Weight from input x to/u });
      await field.fill('-2,5');
      await field.press('Enter');
      await page.getByText('A weight was set by hand').waitFor();
      expect(tile.width).toBeGreaterThan(20);

      await button('Bias of neuron 1 of layer 1').click();
      const bias = page.getByRole('textbox', { name: 'Bias of neuron 1 of layer 1' });
      await bias.fill('much');
      await bias.press('Enter');
      await page.getByText('Write a number').waitFor();
      await bias.fill('0.75');
      await bias.press('Enter');

      await button('neuron 1 of layer 1').click();
      const card = page.getByRole('group', { name: 'neuron 1 of layer 1' });
      await expect.poll(() => card.getByRole('textbox', { name: /^Bias/u }).inputValue()).toBe('0.75');
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
    });

    test('weights set by hand are undone one by one until the next step, by key and by button', async () => {
      const byHand = page.getByText('A weight was set by hand');
      await trainEpochs(1);
      const loss = await score('Training', 0);
      await button('neuron 1 of layer 1').click();
      const card = page.getByRole('group', { name: 'neuron 1 of layer 1', exact: true });
      const bias = card.getByRole('textbox', { name: /^Bias/u });
      const before = await bias.inputValue();
      for (const value of ['3', '5']) {
        await bias.fill(value);
        await bias.press('Enter');
      }
      await card.getByRole('heading').first().focus();
      await until(async () => (await score('Training', 0)) !== loss);
      await page.keyboard.press('Control+z');
      await expect.poll(() => bias.inputValue()).toBe('3');
      await byHand.waitFor();
      await button('Undo').click();
      await expect.poll(() => bias.inputValue()).toBe(before);
      await byHand.waitFor({ state: 'detached' });
      expect([await score('Training', 0), await button('Undo').isDisabled()]).toEqual([loss, true]);
    });

    test('to look at a weight changes nothing, and of an earlier epoch it cannot be set', async () => {
      const biasOf = page.getByRole('textbox', { name: 'Bias of neuron 1 of layer 1' });
      const byHand = page.getByText('A weight was set by hand');
      await trainEpochs(3);
      await button('Bias of neuron 1 of layer 1').click();
      await biasOf.waitFor();
      const shown = await biasOf.inputValue();
      await biasOf.blur();
      await biasOf.waitFor({ state: 'detached' });
      await trainEpochs(1);
      expect(await byHand.count()).toBe(0);

      await page.getByRole('slider', { name: 'Epoch to look at' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.getByText('Shown: epoch 3 of 4 (looking back)').waitFor();
      await button('Bias of neuron 1 of layer 1').click();
      expect([await biasOf.inputValue(), await biasOf.isEditable()]).toEqual([shown, false]);
      await page.getByText('go back to now to set one').waitFor();
      await biasOf.press('Enter');
      await button('neuron 1 of layer 1').click();
      const card = page.getByRole('group', { name: 'neuron 1 of layer 1' });
      expect(await card.getByRole('textbox', { name: /^Bias/u }).isEditable()).toBe(false);
      await button('Back to now').click();
      await until(() => card.getByRole('textbox', { name: /^Bias/u }).isEditable());
      expect(await byHand.count()).toBe(0);
    });

    test('a number is written while the net trains', async () => {
      await button('Play').click();
      await until(async () => (await counter('Epoch')) > 1);
      await button('Bias of neuron 1 of layer 1').click();
      const field = page.getByRole('textbox', { name: 'Bias of neuron 1 of layer 1' });
      await field.pressSequentially('12.75', { delay: 80 });
      expect(await field.inputValue()).toBe('12.75');
      await field.press('Enter');
      await page.getByText('A weight was set by hand').waitFor();
      await button('Pause').click();
    });

    test('layers and neurons are added and taken away above the picture', async () => {
      await button('Add a neuron to hidden layer 2').click();
      await button('neuron 3 of layer 2').waitFor();
      await button('Add a hidden layer').click();
      await button('neuron 1 of layer 3').waitFor();
      await button('Remove the last hidden layer').click();
      await button('neuron 1 of layer 3').waitFor({ state: 'detached' });
    });

    /** All of the net is above the card, and all of the card on the screen. */
    async function expectNoneCovered(card: Locator): Promise<void> {
      const { y, height } = (await card.boundingBox())!;
      const bottoms = await page
        .locator('button.neuron')
        .evaluateAll((neurons) => neurons.map((neuron) => neuron.getBoundingClientRect().bottom));
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(y);
      expect(y + height).toBeLessThanOrEqual(page.viewportSize()!.height);
    }

    test('a neuron’s card covers no neuron, and goes by Escape from anywhere or a click beside the net', async () => {
      const card = page.getByRole('group', { name: 'neuron 2 of layer 1', exact: true });
      const { y } = (await button('neuron 2 of layer 1').boundingBox())!;
      await button('neuron 2 of layer 1').click();
      await expectNoneCovered(card);
      expect((await button('neuron 2 of layer 1').boundingBox())!.y).toBe(y);
      await button('Play').focus();
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      await button('neuron 2 of layer 1').click();
      await page.getByRole('group', { name: 'Network', exact: true }).click({ position: { x: 4, y: 4 } });
      await card.waitFor({ state: 'detached' });
    });

    test('below the picture it is told what its colours mean, of the output and of a neuron', async () => {
      const scale = page.getByRole('group', { name: /^What the colours mean/u });
      expect(await scale.textContent()).toMatch(/inside 100 %\s*50 %\s*outside 100 %/u);
      await button('neuron 2 of layer 1').hover();
      await expect.poll(() => scale.textContent()).toMatch(/^\s*−[\d.]+\s*0\s*[\d.]+\s*$/u);
    });

    test('points are drawn by mouse, erased, and undone at once', async () => {
      await button('Draw points').click();
      const plane = page.getByRole('application');
      const { width, height } = (await plane.boundingBox())!;
      await plane.click({ position: { x: width / 2, y: height / 2 } });
      await page.getByText('1 point drawn').waitFor();
      // None of them vanishes for the part that it is in, neither now nor when drawing ends.
      const test = page.getByRole('checkbox', { name: 'Test', exact: true });
      expect([await test.isChecked(), await test.isDisabled()]).toEqual([true, true]);
      await page.mouse.move(0, 0);
      await plane.click({ position: { x: width / 2 + 40, y: height / 2 } });
      await page.getByText('2 points drawn').waitFor();
      await button('Erase').click();
      await plane.click({ position: { x: width / 2 + 40, y: height / 2 } });
      await page.getByText('1 point drawn').waitFor();
      await button('Remove all drawn points').click();
      await button('Done').click();
      await plane.waitFor({ state: 'detached' });
      expect([await test.isChecked(), await test.isDisabled()]).toEqual([true, false]);
    });

    test('each stroke is one step of undo, and a letter keeps its number where one before it has no points', async () => {
      const choose = async (name: string) => {
        await page.getByRole('radio', { name, exact: true }).focus();
        await page.keyboard.press(' ');
      };
      await choose('Drawn by hand: classes');
      const plane = page.getByRole('application');
      const { x, y } = (await plane.boundingBox())!;
      const strokeAt = async (down: number) => {
        await page.mouse.move(x + 80, y + down);
        await page.mouse.down();
        await page.mouse.move(x + 140, y + down, { steps: 6 });
        // Whoever thinks in the middle of a stroke still draws one.
        await page.waitForTimeout(1200);
        await page.mouse.move(x + 200, y + down, { steps: 6 });
        await page.mouse.up();
      };
      const drawn = async () =>
        Number.parseInt((await page.getByText(/^\d+ points drawn$/).textContent())!, 10);
      await strokeAt(60);
      const first = await drawn();
      await choose('B');
      await strokeAt(120);
      await choose('C');
      await strokeAt(180);
      const all = await drawn();
      await page.keyboard.press('Control+z');
      expect(await drawn()).toBeLessThan(all);
      await page.keyboard.press('Control+z');
      expect(await drawn()).toBe(first);
      await page.keyboard.press('Control+y');
      await page.keyboard.press('Control+y');
      expect(await drawn()).toBe(all);
      // Without the stroke of B, C is a C: in the link, and where the pointer is told what lies there.
      await button('Erase').click();
      await strokeAt(120);
      await button('Done').click();
      await expect.poll(() => new URL(page.url()).hash).toMatch(/data\.points=(?!.*,1\)).*,2\)/);
      await button('output C').waitFor();
      expect(await button('output B').count()).toBe(0);
    });

    test('everything is within reach of the keyboard alone', async () => {
      const play = button('Play');
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press('Tab');
        if (await play.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await until(async () => (await counter('Epoch')) > 2);
      await page.keyboard.press('Enter');
      await button('Play').waitFor();

      await button('input x').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await expect
        .poll(() => page.evaluate(() => document.activeElement!.getAttribute('aria-label')))
        .toBe('neuron 2 of layer 1');
      await page.getByRole('img', { name: 'What neuron 2 of layer 1 says over the plane' }).waitFor();
      await page.keyboard.press('Enter');
      const weight = page.getByRole('textbox', { name: 'Weight from input y to neuron 2 of layer 1' });
      await weight.focus();
      await weight.fill('1.5');
      await page.keyboard.press('Enter');
      await page.getByText('A weight was set by hand').waitFor();
      await page.keyboard.press('Escape');

      await button('Draw points').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('application').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByText('1 point drawn').waitFor();
      await page.keyboard.press('Delete');
      await page.getByText('1 point drawn').waitFor({ state: 'detached' });
    });

    test('on a phone there is one column, no wider than the screen, and fingers find what they touch', async () => {
      await open(phone);
      await page.getByText(/^Tap a neuron/u).waitFor();
      await button('Add a neuron to hidden layer 2').tap();
      await button('neuron 3 of layer 2').tap();
      const card = page.getByRole('group', { name: 'neuron 3 of layer 2', exact: true });
      await expectNoneCovered(card);
      await card.getByRole('textbox', { name: /^Bias/u }).fill('3');
      await page.keyboard.press('Enter');
      // The buttons leave it just enough beside them here to be squeezed in.
      await page.setViewportSize({ width: 390, height: 740 });
      const notice = page.getByText('A weight was set by hand');
      await expect.poll(async () => (await notice.boundingBox())!.width).toBeGreaterThan(300);
      await page.setViewportSize(phone.viewport);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
      const small = await page.locator('.room button:visible, .room select:visible').evaluateAll((elements) =>
        elements
          .filter((element) => !element.matches('.neuron, .bias'))
          .filter((element) => element.getBoundingClientRect().height < 40)
          .map((element) => element.outerHTML),
      );
      expect(small).toEqual([]);
      await button('Play').tap();
      await until(async () => (await counter('Epoch')) > 5);
      await page.evaluate(() => scrollTo(0, 600));
      const bar = (await button('Pause').boundingBox())!;
      expect(bar.y).toBeLessThan(120);
      await button('Pause').tap();
    });
  },
);
