import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { panelControls, type PanelControl } from './support/panelControls.ts';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 600_000;

describe.skipIf(executablePath === undefined)(
  'every control of every panel, by the keyboard alone (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);
    let page: Page;

    beforeEach(async () => {
      page = await site.newPage({ reducedMotion: 'reduce' });
    });

    async function open(hash: string): Promise<void> {
      await page.goto(`${site.address}/${hash}`);
      await page.getByRole('button', { name: 'neuron 1 of layer 1', exact: true }).waitFor();
      const closed = page.locator('.panels h2 button[aria-expanded="false"]');
      for (let left = await closed.count(); left > 0; left--) {
        await closed.first().focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => closed.count()).toBe(left - 1);
      }
    }

    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const canUndo = () => button('Undo').isEnabled();

    /** A control may have been taken away and made anew by what was undone. */
    async function focusOn(key: string): Promise<void> {
      const found = async () => (await panelControls(page)).some((control) => control.key === key);
      await expect.poll(found, { message: `${key} is there` }).toBe(true);
      await page.locator(`[data-control="${key.replaceAll(/["\\]/g, '\\$&')}"]`).focus();
    }

    /** Keys that change a control; the first that does something is enough. */
    function keysOf({ kind, state }: PanelControl): readonly string[] {
      if (kind === 'choice') return ['ArrowDown', 'ArrowUp'];
      if (kind === 'switch') return [' '];
      if (kind === 'option') return [state === 'true' ? 'ArrowRight' : ' '];
      if (kind === 'slider') return ['ArrowRight', 'ArrowLeft'];
      return kind === 'text' ? ['ArrowUp', 'ArrowDown'] : ['Enter'];
    }

    async function changes(control: PanelControl): Promise<boolean> {
      for (const key of keysOf(control)) {
        await focusOn(control.key);
        await page.keyboard.press(key);
        if (await canUndo()) return true;
      }
      return false;
    }

    /** Complaints about the run with the changed recipe, once it has taken a step. */
    async function refusals(): Promise<string[]> {
      const step = page.locator('dl > div', { hasText: 'Step' }).first().locator('dd');
      const bad = page.locator('.notices .bad');
      // Points by hand are first to be drawn.
      const unfinished = page.getByText('There are no points yet;').first();
      for (const [name, steps] of [
        ['Rewind to the same start', '0'],
        ['One step', '1'],
      ] as const) {
        await button(name).evaluate((element) => (element as HTMLElement).click());
        const answered = async () =>
          (await step.textContent()) === steps || (await bad.count()) > 0 || (await unfinished.isVisible());
        await expect.poll(answered, { timeout: 30_000 }).toBe(true);
      }
      return bad.allTextContents();
    }

    const hasFocus = () => page.evaluate(() => document.activeElement !== document.body);
    const statesNow = async () =>
      (await panelControls(page)).map(
        ({ key, state, disabled }) => `${key}: ${state}${disabled ? ' -' : ''}`,
      );

    /** What is wrong with one control; nothing, if all is well. */
    async function faultsOf(control: PanelControl, before: readonly string[]): Promise<string[]> {
      if (!(await changes(control))) return [`${control.key}: no key changes it`];
      const faults = (await refusals()).map((text) => `${control.key}: ${text.trim()}`);
      if (!(await hasFocus())) faults.push(`${control.key}: the focus is lost`);
      await page.keyboard.press('Control+z');
      if (await canUndo()) faults.push(`${control.key}: is not undone by one press`);
      await expect.poll(statesNow, { message: control.key }).toEqual(before);
      return faults;
    }

    /** Of the look of the panels, not of what is run: nothing to undo. */
    const ofTheLook = 'switch Each layer for itself';

    test.each([
      ['the start', '#defaults=1'],
      [
        'a regression with penalties, momentum, a schedule, two losses',
        '#data.dataset=plane&recipe.penalties=((name:l1),(name:l2))&recipe.optimizer.name=adamW&recipe.schedule.name=cosine&recipe.losses=((name:meanSquaredError,target:target,weight:0.5),(name:huber,target:target,weight:0.5))&defaults=1',
      ],
    ])('%s', async (_, hash) => {
      await open(hash);
      const controls = await panelControls(page);
      expect(controls.filter(({ name }) => name === '')).toEqual([]);
      const before = await statesNow();
      const faults: string[] = [];
      for (const control of controls)
        if (!control.disabled && !['help', 'group'].includes(control.kind) && control.key !== ofTheLook)
          faults.push(...(await faultsOf(control, before)));
      expect(faults).toEqual([]);
    });

    test('the tabulator key comes by every one of them', async () => {
      await open('#defaults=1');
      const controls = await panelControls(page);
      // Of options that exclude each other, the chosen one is enough: arrows lead to the others.
      const wanted = controls.filter(
        ({ kind, state, disabled }) => !disabled && (kind !== 'option' || state === 'true'),
      );
      const reached = new Set<string>();
      await page.evaluate(() => document.body.focus());
      for (let press = 0; press < 3 * controls.length; press++) {
        await page.keyboard.press('Tab');
        const key = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['control']);
        if (key !== undefined) reached.add(key);
      }
      expect(wanted.map(({ key }) => key).filter((key) => !reached.has(key))).toEqual([]);
    });

    test('every choice of every list is one that can be run', async () => {
      await open('#defaults=1');
      const lists = (await panelControls(page)).filter(({ kind }) => kind === 'choice');
      const faults: string[] = [];
      for (const { key, options } of lists) {
        await focusOn(key);
        await page.keyboard.press('Home');
        for (let index = 0; index < options; index++) {
          if (index > 0) await page.keyboard.press('ArrowDown');
          const chosen = (await panelControls(page)).find((control) => control.key === key);
          faults.push(...(await refusals()).map((text) => `${key}, ${chosen?.state}: ${text.trim()}`));
        }
        for (let press = 0; press <= options && (await canUndo()); press++)
          await page.keyboard.press('Control+z');
        expect(await canUndo(), key).toBe(false);
      }
      expect(faults).toEqual([]);
    });
  },
);
