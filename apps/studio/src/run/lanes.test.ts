import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startScenario } from '../state/startScenario.ts';
import type { RecipeEdits, Scenario } from '../state/scenario.ts';
import { Lanes } from './lanes.svelte.ts';
import { LocalWorker } from './localWorker.forTest.ts';

const scenarioOf = (other: RecipeEdits | null, recipe: RecipeEdits = {}): Scenario => ({
  ...startScenario(),
  recipe,
  other,
});

let lanes: Lanes;
beforeEach(() => {
  LocalWorker.made = [];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 4));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  lanes = new Lanes(() => new LocalWorker() as unknown as Worker);
});
afterEach(() => {
  lanes.close();
  vi.unstubAllGlobals();
});

const until = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 1 });
const steps = () => [lanes.a, lanes.b!].map(({ frame }) => frame?.step ?? -1);
const areOpen = () => lanes.a.frame !== null && (lanes.b?.frame ?? null) !== null;

test('play before both are open starts both together; they never show different steps', async () => {
  lanes.follow(scenarioOf({ optimizer: { learningRate: 0.3 } }));
  lanes.play();
  const seen: number[][] = [];
  await until(() => {
    if (areOpen()) seen.push(steps());
    return (lanes.b!.frame?.epoch ?? 0) > 20;
  });
  lanes.pause();
  expect(seen.filter(([a, b]) => a !== b)).toEqual([]);
  expect(lanes.playing).toBe(false);
});

test('the same recipe is the same run: scores, history and pictures agree to the bit', async () => {
  lanes.a.want({ parameters: true });
  lanes.follow(scenarioOf({}));
  lanes.b!.want({ parameters: true });
  await until(areOpen);
  lanes.epoch(3);
  await until(() => lanes.a.frame!.epoch === 3);
  expect(lanes.b!.frame).toMatchObject({ epoch: 3, history: [0, 1, 2, 3] });
  expect(lanes.b!.epochs).toEqual(lanes.a.epochs);
  expect(lanes.b!.frame!.parameters).toEqual(lanes.a.frame!.parameters);
  lanes.step();
  await until(() => lanes.a.frame!.step === 61);
  expect(steps()).toEqual([61, 61]);
});

test('an epoch that only one keeps is looked at where the other is nearest', async () => {
  lanes.follow(scenarioOf({ stopping: { epochs: 2 } }));
  await until(areOpen);
  lanes.epoch(6);
  await until(() => lanes.a.frame!.epoch === 6 && lanes.b!.frame!.epoch === 2);
  lanes.look(5);
  await until(() => lanes.a.frame!.shownEpoch === 5 && lanes.b!.frame!.shownEpoch === 2);
  lanes.look(0);
  await until(() => lanes.a.frame!.shownEpoch === 0 && lanes.b!.frame!.shownEpoch === 0);
});

test('goes back to one start, on rewind and where B is changed or comes', async () => {
  lanes.follow(scenarioOf(null));
  lanes.epoch(2);
  await until(() => lanes.a.frame?.epoch === 2);
  lanes.follow(scenarioOf({ seed: 2 }));
  await until(() => areOpen() && lanes.a.frame!.step === 0);
  lanes.play();
  await until(() => lanes.b!.frame!.epoch > 3);
  lanes.follow(scenarioOf({ seed: 3 }));
  await until(() => lanes.b!.opened?.recipe.seed === 3 && lanes.b!.epochs.length > 2);
  expect(lanes.playing).toBe(true);
  expect(lanes.a.epochs.map(({ epoch }) => epoch)).toEqual(lanes.b!.epochs.map(({ epoch }) => epoch));
  lanes.rewind();
  await until(() => steps().every((step) => step === 0));
  expect(lanes.playing).toBe(false);
});

test('who plays goes on alone when B goes', async () => {
  lanes.follow(scenarioOf({}));
  lanes.play();
  await until(() => areOpen() && lanes.a.frame!.epoch > 2);
  lanes.follow(scenarioOf(null));
  const { epoch } = lanes.a.frame!;
  await until(() => lanes.a.frame!.epoch > epoch + 3);
  expect(lanes.playing).toBe(true);
});
