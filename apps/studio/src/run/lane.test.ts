import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startScenario } from '../state/startScenario.ts';
import type { RecipeEdits } from '../state/scenario.ts';
import type { LaneJob, Request } from './contract.ts';
import { Lane } from './lane.svelte.ts';
import { LaneError } from './client.ts';
import { LocalWorker } from './localWorker.forTest.ts';

const create = () => new LocalWorker() as unknown as Worker;
const jobOf = (recipe: RecipeEdits = {}): LaneJob => ({ ...startScenario(), recipe });
const heard = (type: Request['type']) =>
  LocalWorker.made.flatMap(({ heard }) => heard).filter((request) => request.type === type);

let lane: Lane;
beforeEach(() => {
  LocalWorker.made = [];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 4));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  lane = new Lane(create);
});
afterEach(() => {
  lane.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const until = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 5 });

test('opens, trains to the end, and keeps every epoch once, in order', async () => {
  lane.want({ grid: 10, parameters: true });
  lane.setPace('full');
  lane.open(jobOf({ stopping: { epochs: 150 } }));
  lane.play();
  await until(() => lane.frame?.stopped !== null && lane.frame !== null);
  expect(lane.epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 151 }, (_, index) => index));
  expect(lane.playing).toBe(false);
  expect(lane.frame!.surfaces).toHaveLength(2 * 100);
  const frames = heard('frame').length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(heard('frame').length).toBe(frames);
});

test('arrays of frames that are over go back to the worker', async () => {
  lane.want({ grid: 10, neurons: true, parameters: true });
  lane.open(jobOf());
  lane.play();
  await until(() => heard('frame').length > 6);
  expect(LocalWorker.made[0].returned.at(-1)).toEqual([10 * 100, lane.opened!.parameters]);
  expect(lane.frame!.surfaces).toHaveLength(10 * 100);
});

test('what is newly wanted is asked for at once, though the worker still waits with a frame asked for before', async () => {
  lane.setPace('step');
  lane.open(jobOf());
  await until(() => lane.frame !== null);
  // The clock stands still: after the first step there is no other.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  lane.play();
  await until(() => lane.frame!.step === 1);
  // By then the next frame has been asked for.
  await new Promise((resolve) => setTimeout(resolve, 60));
  lane.want({ grid: 10 });
  await until(() => lane.frame!.grid === 10);
  expect(lane.frame!.step).toBe(1);
});

test('a slider that is drawn sends its last place, not every one that it passed', async () => {
  lane.open(jobOf({ seed: 1 }));
  for (let seed = 2; seed < 40; seed++) lane.open(jobOf({ seed }));
  await until(() => lane.opened !== null && !lane.opening);
  expect(heard('open')).toHaveLength(2);
  expect(lane.opened!.recipe.seed).toBe(39);
});

test('goes on playing over an edit; a step asked for while it opens is taken', async () => {
  lane.open(jobOf());
  lane.play();
  await until(() => (lane.frame?.epoch ?? 0) > 2);
  lane.open(jobOf({ seed: 9 }));
  await until(() => lane.opened?.recipe.seed === 9 && (lane.frame?.generation ?? 0) > 1);
  expect(lane.playing).toBe(true);
  lane.pause();
  lane.open(jobOf({ seed: 10 }));
  lane.step(3);
  await until(() => lane.frame?.step === 3);
  expect(lane.playing).toBe(false);
});

test('begins with the untrained net, and going back forgets all but that', async () => {
  lane.open(jobOf());
  await until(() => lane.epochs.length === 1);
  const [start] = lane.epochs;
  lane.epoch(3);
  await until(() => lane.epochs.length === 4);
  lane.rewind();
  await until(() => lane.frame?.step === 0 && lane.epochs.length === 1);
  expect(lane.epochs[0]).toEqual(start);
  lane.epoch();
  await until(() => lane.epochs.length === 2);
});

test('what is refused is said, the picture stays, and the next edit may be right', async () => {
  lane.open(jobOf());
  await until(() => lane.frame !== null);
  lane.open(jobOf({ stopping: { folds: 4 } }));
  lane.play();
  await until(() => lane.problem !== null);
  expect(lane.problem!.text).toContain('stopping.folds is 4');
  expect([lane.playing, lane.opened !== null]).toEqual([false, true]);
  expect(lane.job!.recipe).toEqual({});
  lane.open(jobOf({ seed: 3 }));
  await until(() => lane.problem === null && lane.opened?.recipe.seed === 3);
});

test('a worker that dies is replaced by the next command', async () => {
  lane.open(jobOf());
  await until(() => lane.frame !== null);
  const asked = lane.query('table', null);
  LocalWorker.made[0].onerror!({ message: 'out of memory' } as ErrorEvent);
  await expect(asked).rejects.toThrow(LaneError);
  await until(() => lane.problem?.code === 'workerDied');
  lane.play();
  await until(() => LocalWorker.made.length === 2 && (lane.frame?.epoch ?? 0) > 0 && lane.problem === null);
});

test('asks its worker, and hears sentences', async () => {
  lane.open(jobOf());
  await until(() => lane.opened !== null);
  expect(await lane.query('table', null)).toMatch(/^x,y,target\n/);
  await expect(lane.query('surface', { epoch: 9, grid: 4, neurons: false })).rejects.toThrow(
    'epoch 9 are not kept',
  );
});

test('a frame that fails is said, and frames go on', async () => {
  lane.open(jobOf());
  await until(() => lane.frame !== null);
  const unwant = lane.want({ grid: 1e7 });
  await until(() => lane.problem !== null);
  unwant();
  lane.epoch();
  await until(() => lane.frame!.epoch === 1);
  expect(lane.epochs.map(({ epoch }) => epoch)).toEqual([0, 1]);
});

test('what is done to a net while another one opens is not done to that one; the rest is', async () => {
  lane.want({ parameters: true });
  lane.open(jobOf());
  lane.epoch(2);
  await until(() => lane.frame?.epoch === 2);
  lane.open(jobOf({ model: { hidden: [5] } }));
  lane.setParameter(1, 50);
  lane.look(0);
  lane.epoch();
  await until(() => lane.opened!.network.layers[1].units === 5 && lane.frame!.epoch === 1);
  expect(lane.frame).toMatchObject({ edited: false, shownEpoch: 1 });
  lane.open(jobOf({ model: { hidden: [6] } }));
  lane.setParameter(1, 50);
  lane.play();
  await until(() => lane.opened!.network.layers[1].units === 6 && lane.frame!.epoch > 1);
  expect([lane.frame!.edited, lane.playing]).toEqual([false, true]);
});

test('a closed lane listens to the page no more', () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const [adds, removes] = [vi.spyOn(page, 'addEventListener'), vi.spyOn(page, 'removeEventListener')];
  vi.stubGlobal('document', page);
  new Lane(create).close();
  expect(adds).toHaveBeenCalledOnce();
  expect(removes.mock.calls).toEqual(adds.mock.calls);
});

test('what is asked for while a led lane waits to be shown is not seen before', async () => {
  lane.open(jobOf());
  await until(() => lane.frame !== null);
  expect(await lane.advanceTo(45)).toBe(true);
  const frames = heard('frame').length;
  lane.refresh();
  await until(() => heard('frame').length > frames);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(lane.frame!.step).toBe(0);
  lane.show();
  expect(lane.frame!.step).toBe(45);
  expect(lane.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
});
