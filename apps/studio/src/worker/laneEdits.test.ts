import { afterEach, expect, test } from 'vitest';
import { jobOf, LanePage } from './lanePage.forTest.ts';

let page = new LanePage();
afterEach(() => {
  page.host.close();
  page = new LanePage();
});

test('a weight set by hand shows at once', async () => {
  await page.open(jobOf());
  page.do({ type: 'setParameter', index: 1, value: 3 });
  const { parameters, edited } = await page.frame();
  expect([parameters![1], edited]).toEqual([3, true]);
});

test('scores, history and the end go by the net with a weight set by hand', async () => {
  const stopping = { epochs: 4, patience: null };
  const opened = await page.open(jobOf({ averaging: { decay: 0.9 }, stopping }));
  const index = opened.network.layers.at(-1)!.biases!.offset;
  page.do({ type: 'advance', epochs: 2 });
  const before = await page.until(({ playing }) => !playing);
  page.do({ type: 'setParameter', index, value: 50 });
  const after = await page.frame();
  const [row] = after.rescored;
  expect([row.epoch, after.epochs]).toEqual([2, []]);
  expect(row.train[0]).toBeGreaterThan(before.epochs[2].train[0] + 1);
  expect(row.train[1]).toBeCloseTo(0.5, 1);
  page.do({ type: 'advance', epochs: 1 });
  await page.until(({ playing }) => !playing);
  page.do({ type: 'look', epoch: 2 });
  expect((await page.frame()).parameters).toEqual(after.parameters);
});

test('the best weights come back as they were learned, whatever was set by hand after', async () => {
  const opened = await page.open(jobOf({ stopping: { epochs: 3, patience: 50, restoreBest: true } }));
  const index = opened.network.layers.at(-1)!.biases!.offset;
  page.do({ type: 'advance', epochs: 2 });
  const learned = await page.until(({ playing }) => !playing);
  page.do({ type: 'setParameter', index, value: 50 });
  expect((await page.frame()).rescored).toHaveLength(1);
  page.do({ type: 'advance', epochs: 1 });
  const { stopped, rescored, parameters } = await page.until((frame) => frame.stopped !== null);
  expect(stopped!.restoredEpoch).toBe(2);
  expect(parameters).toEqual(learned.parameters);
  expect(rescored.at(-1)!.train).toEqual(learned.epochs[2].train);
  page.do({ type: 'look', epoch: 2 });
  expect((await page.frame()).parameters).toEqual(learned.parameters);
});

test('with a weight taken back, the epoch has the scores and the net that it ended with, also some steps later', async () => {
  const opened = await page.open(jobOf({ stopping: { epochs: 4, patience: null } }));
  const index = opened.network.layers.at(-1)!.biases!.offset;
  page.do({ type: 'advance', epochs: 2 });
  const ended = await page.until(({ playing }) => !playing);
  page.do({ type: 'advance', steps: 2 });
  const before = await page.until(({ playing }) => !playing);
  page.do({ type: 'setParameter', index, value: 50 });
  page.do({ type: 'setParameter', index, value: 60 });
  expect(await page.frame()).toMatchObject({ edited: true, undoable: true });
  page.do({ type: 'undoParameter' });
  expect((await page.frame()).parameters![index]).toBe(50);
  page.do({ type: 'undoParameter' });
  const after = await page.frame();
  expect(after).toMatchObject({ edited: false, undoable: false, parameters: before.parameters });
  expect(after.rescored).toEqual([ended.epochs[2]]);
  page.do({ type: 'undoParameter' });
  expect((await page.frame()).rescored).toEqual([]);
  page.do({ type: 'advance', epochs: 1 });
  await page.until(({ playing }) => !playing);
  page.do({ type: 'look', epoch: 2 });
  expect((await page.frame()).parameters).toEqual(ended.parameters);
});

test('the net that a run ended with comes back too', async () => {
  const opened = await page.open(jobOf({ stopping: { epochs: 3, patience: 50, restoreBest: true } }));
  const index = opened.network.layers.at(-1)!.biases!.offset;
  page.do({ type: 'play', pace: 'full' });
  const ended = await page.until((frame) => frame.stopped !== null);
  page.do({ type: 'setParameter', index, value: 50 });
  page.do({ type: 'undoParameter' });
  const after = await page.frame();
  expect([after.edited, after.parameters]).toEqual([false, ended.parameters]);
  const { restoredEpoch } = ended.stopped!;
  expect(after.rescored.at(-1)!.train).toEqual(ended.epochs[restoredEpoch].train);
});
