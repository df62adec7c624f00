import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Frame, Wants } from '../run/contract.ts';
import { NOTHING } from '../run/wants.ts';
import { loadModel, writeModel } from '../../../../src/train/model/index.ts';
import { train } from '../../../../src/train/train.ts';
import { jobOf, LanePage } from './lanePage.forTest.ts';
import { recipeInput } from './openRun.ts';

let page = new LanePage();
afterEach(() => {
  vi.restoreAllMocks();
  page.host.close();
  page = new LanePage();
});

test('a job is planned: the net as it is drawn, the points, the scaling', async () => {
  const opened = await page.open(jobOf({ model: { dropout: 0.5, normalisation: 'batch' } }));
  expect(opened).toMatchObject({
    task: 'classification',
    classes: ['lower', 'upper'],
    stepsPerEpoch: 6,
    rows: { train: 60, validation: 30, test: 30 },
    metrics: ['loss', 'accuracy'],
    bounds: { x: [-6, 6], y: [-6, 6] },
  });
  const { layers, neurons } = opened.network;
  expect(layers.map(({ kind, label, units, firstNeuron }) => [kind, label, units, firstNeuron])).toEqual([
    ['input', '', 3, 0],
    ['hidden', 'dense1', 4, 3],
    ['hidden', 'dense2', 2, 7],
    ['output', 'target', 2, 9],
  ]);
  expect(neurons).toBe(11);
  expect(layers[1]).toMatchObject({
    activation: 'tanh',
    normalisation: 'batchNorm',
    dropout: 0.5,
    weights: { offset: 0 },
  });
  expect(layers[0].names).toEqual(['x', 'y', 'xy']);
  expect(layers[3].names).toEqual(['lower', 'upper']);
  expect(opened.inputs.map(({ name, scaler, scale }) => [name, scaler, typeof scale])).toEqual([
    ['x', 'standardise', 'number'],
    ['y', 'standardise', 'number'],
    ['xy', 'standardise', 'number'],
  ]);
  expect([...opened.points.part].filter((part) => part === 2)).toHaveLength(30);
});

test('a frame holds what was asked for, and nothing else', async () => {
  await page.open(jobOf());
  page.do({ type: 'advance', epochs: 2 });
  const full = await page.until(({ playing }) => !playing);
  expect(full).toMatchObject({
    epoch: 2,
    step: 12,
    shownEpoch: 2,
    history: [0, 1, 2],
    edited: false,
    stopped: null,
  });
  expect(full.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
  expect(full.epochs[1].test).toHaveLength(2);
  expect(full.surfaces).toHaveLength(11 * 400);
  expect(full.distributions!.map(({ label }) => label)).toEqual(['dense1', 'dense2', 'target']);
  expect(full.saturation).toHaveLength(4);
  const bare = await page.frame({
    grid: 0,
    neurons: false,
    parameters: false,
    distributions: false,
    saturation: false,
  });
  expect(bare).toMatchObject({
    surfaces: null,
    parameters: null,
    distributions: null,
    saturation: null,
    epochs: [],
  });
});

test('penalties go with batch normalisation', async () => {
  await page.open(jobOf({ model: { normalisation: 'batch' }, penalties: [{ name: 'l2', strength: 0.01 }] }));
  page.do({ type: 'advance', epochs: 1 });
  const frame = await page.until(({ playing }) => !playing);
  expect(frame.epochs.at(-1)!.penalty).toBeGreaterThan(0);
});

test('what is asked for while steps are on their way comes after them', async () => {
  await page.open(jobOf());
  page.do({ type: 'advance', steps: 2 });
  page.do({ type: 'advance', epochs: 1 });
  page.do({ type: 'advance', epochs: 1 });
  page.do({ type: 'advance', steps: 3 });
  page.do({ type: 'advance', steps: 1 });
  const frame = await page.until(({ playing }) => !playing);
  expect([frame.epoch, frame.step]).toEqual([2, 16]);
});

test('surfaces are what the model predicts, row 0 at the top, the middle of each cell', async () => {
  await page.open(
    jobOf({ model: { normalisation: 'batch' } }, { stretch: { x: 10, y: 1 }, shift: { x: 3, y: 0 } }),
  );
  page.do({ type: 'advance', epochs: 3 });
  const { surfaces, grid } = await page.until(({ playing }) => !playing);
  const model = loadModel((await page.query('weights')) as Uint8Array);
  const cell = (12 * 10) / grid;
  const [column, row] = [4, 17];
  const x = -60 + 3 + (column + 0.5) * cell;
  const y = 6 - (row + 0.5) * (12 / grid);
  const [[prediction]] = [model.predict([{ x, y, xy: x * y }])];
  const at = (neuron: number) => surfaces![neuron * grid * grid + row * grid + column];
  expect(prediction.task === 'classification' && prediction.probabilities).toMatchObject({
    lower: expect.closeTo(at(9), 6),
    upper: expect.closeTo(at(10), 6),
  });
  expect(Math.abs(at(5))).toBeLessThanOrEqual(1);
});

test('a regression is shown in the target’s own unit', async () => {
  const { network, task } = await page.open(jobOf({}, { dataset: 'plane', features: ['x', 'y'], rows: 300 }));
  expect([task, network.layers.at(-1)!.units]).toEqual(['regression', 1]);
  page.do({ type: 'advance', epochs: 60 });
  const { surfaces } = await page.until(({ playing }) => !playing);
  expect(surfaces![(network.neurons - 1) * 400]).toBeCloseTo(0, 0);
  expect(surfaces![(network.neurons - 1) * 400 + 19]).toBeCloseTo(1.14, 0);
});

describe('points drawn by hand', () => {
  const points = [
    [1, 2, 0],
    [1.5, -2, 1],
    [2, 2, 0],
    [-3, 0.5, 0],
    [4, 4, 1],
    [0, 0, 0],
  ] as const;

  test.each([
    ['over a dataset', [0, 1, 2, 5], { outlier: 40 }],
    ['over numbers', [0, 1, 5], { dataset: 'plane' }],
    ['alone', [2, 4], { dataset: 'drawn' }],
  ] as const)('move no other row to another part (%s)', async (_, counts, changes) => {
    const partsWith = async (count: number) => {
      const job = jobOf({}, { ...changes, points: points.slice(0, count) });
      const { part, x } = (await page.open(job)).points;
      // The outlier is one that is learned from, so that it is met.
      expect(part[x.findIndex((own) => own === 40)] ?? 0).toBe(0);
      return [...part];
    };
    const all = await partsWith(points.length);
    for (const count of counts) {
      const before = await partsWith(count);
      expect(all.slice(0, before.length)).toEqual(before);
    }
    expect(new Set(all.slice(-points.length))).toEqual(new Set([0, 1, 2]));
  });

  test('train alike from the exported table and recipe', async () => {
    await page.open(jobOf({ stopping: { epochs: 5 } }, { points }));
    page.do({ type: 'play', pace: 'full' });
    await page.until((frame) => frame.stopped !== null);
    const csv = new TextEncoder().encode((await page.query('table')) as string);
    const recipe = (await page.query('recipe')) as object;
    const again = await train({ data: new Blob([csv]).stream(), recipe });
    expect(writeModel(again.model)).toEqual(await page.query('weights'));
  });
});

describe('a whole run', () => {
  const recipe = { stopping: { epochs: 60, patience: 5 }, optimizer: { name: 'adamW', learningRate: 0.3 } };

  test('at full pace ends with the bytes of train, before and after going back', async () => {
    await page.open(jobOf(recipe));
    page.do({ type: 'play', pace: 'full' });
    const stopped = await page.until((frame) => frame.stopped !== null);
    expect(stopped.stopped).toMatchObject({ reason: 'patience', restoredEpoch: stopped.best!.epoch });
    const bytes = await page.query('weights');
    page.do({ type: 'rewind' });
    const start = await page.frame();
    expect(start).toMatchObject({
      epoch: 0,
      step: 0,
      history: [0],
      generation: stopped.generation + 1,
      batch: null,
    });
    page.do({ type: 'advance', steps: 5 });
    page.do({ type: 'play', pace: 'full' });
    await page.until((frame) => frame.stopped !== null);
    expect(await page.query('weights')).toEqual(bytes);
    const csv = new TextEncoder().encode((await page.query('table')) as string);
    const whole = await train({ data: new Blob([csv]).stream(), recipe: recipeInput(jobOf(recipe)) });
    expect(writeModel(whole.model)).toEqual(bytes);
    const again = await train({
      data: new Blob([csv]).stream(),
      recipe: (await page.query('recipe')) as object,
    });
    expect(writeModel(again.model)).toEqual(bytes);
  });

  test('its past can be looked at while it stays where it is', async () => {
    await page.open(jobOf(recipe));
    page.do({ type: 'advance', epochs: 4 });
    const now = await page.until(({ playing }) => !playing);
    page.do({ type: 'look', epoch: 2 });
    const then = await page.frame();
    expect([then.epoch, then.shownEpoch]).toEqual([4, 2]);
    expect(then.parameters).not.toEqual(now.parameters);
    expect(await page.query('surface', { epoch: 2, grid: 20, neurons: true })).toMatchObject({
      surfaces: then.surfaces,
    });
    page.do({ type: 'look', epoch: 'now' });
    expect((await page.frame()).parameters).toEqual(now.parameters);
    await expect(page.query('surface', { epoch: 77, grid: 5, neurons: false })).rejects.toThrow(
      'epoch 77 are not kept',
    );
  });
});

test('paces train by the clock', async () => {
  await page.open(jobOf({ stopping: { epochs: 10_000 } }));
  page.do({ type: 'play', pace: 'slow' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  page.do({ type: 'pause' });
  const { step, playing } = await page.frame();
  expect(playing).toBe(false);
  expect(step).toBeGreaterThan(8);
  expect(step).toBeLessThan(30);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await page.frame()).step).toBe(step);
});

test('while it trains, a frame comes once there is something new to see', async () => {
  await page.open(jobOf({ stopping: { epochs: 10_000 } }));
  page.do({ type: 'play', pace: 'slow' });
  const steps: number[] = [];
  while (steps.length < 6) steps.push((await page.frame()).step);
  expect(new Set(steps).size).toBe(6);
});

test('while it trains, a frame comes at once when something else is done or asked for', async () => {
  await page.open(jobOf({ stopping: { epochs: 10_000 } }));
  const ask = (wants: Wants) => page.do({ type: 'frame', id: 1, wants, spent: [] });
  // The clock stands still: after the first step there is no other.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  page.do({ type: 'play', pace: 'step' });
  expect((await page.frame(NOTHING)).step).toBe(1);
  ask(NOTHING);
  expect(page.unread).toBe(0);
  page.do({ type: 'look', epoch: 'best' });
  expect(page.unread).toBe(1);
  expect(await page.next()).toMatchObject({ frame: { step: 1, playing: true } });
  ask(NOTHING);
  expect(page.unread).toBe(0);
  ask({ ...NOTHING, grid: 4 });
  expect(page.unread).toBe(1);
  expect(await page.next()).toMatchObject({ frame: { grid: 4, playing: true } });
  ask({ ...NOTHING, grid: 4 });
  expect(page.unread).toBe(0);
  page.do({ type: 'pause' });
  expect(page.unread).toBe(1);
  expect(await page.next()).toMatchObject({ frame: { playing: false } });
  ask({ ...NOTHING, grid: 4 });
  expect(page.unread).toBe(1);
});

test('neurons that were switched off in the last step are those of its own random numbers', async () => {
  const { network } = await page.open(
    jobOf({ model: { hidden: [8, 4], dropout: 0.5, inputDropout: 0.2 }, batches: { size: 1 } }),
  );
  page.do({ type: 'advance', steps: 9 });
  const { batch } = await page.until(({ playing }) => !playing);
  expect(batch!.rows).toHaveLength(1);
  expect(batch!.dropped).toHaveLength(network.neurons);
  expect([...batch!.dropped!].every((share) => share === 0 || share === 1)).toBe(true);
  expect(batch!.dropped!.slice(3, 15).filter((share) => share === 1).length).toBeGreaterThan(1);
  expect(batch!.dropped!.slice(15)).toEqual(Float32Array.of(0, 0));
  page.do({ type: 'rewind' });
  page.do({ type: 'advance', steps: 9 });
  const again = await page.until(({ playing }) => !playing);
  expect(again.batch).toEqual(batch);
});

test('row losses are those of the step: their mean is what the epoch learned from', async () => {
  await page.open(jobOf({ batches: { size: 'all' } }));
  page.do({ type: 'advance', epochs: 1 });
  const { batch, epochs } = await page.until(({ playing }) => !playing);
  const mean = batch!.losses.reduce((sum, loss) => sum + loss, 0) / batch!.losses.length;
  expect(mean).toBeCloseTo(epochs[1].trainLossWhileLearning, 5);
});

test('epoch 0 is the untrained net: what the first step over all rows learns from', async () => {
  await page.open(jobOf({ batches: { size: 'all' } }));
  page.do({ type: 'advance', steps: 1 });
  const [start, first] = (await page.until(({ playing }) => !playing)).epochs;
  expect([start.epoch, start.step, first.epoch]).toEqual([0, 0, 1]);
  expect(start.train[0]).toBeCloseTo(first.trainLossWhileLearning, 5);
  page.do({ type: 'rewind' });
  expect((await page.frame()).epochs).toEqual([start]);
});

test('the penalty of an epoch is that of its own weights, from the untrained net on', async () => {
  const penalties = [{ name: 'l2', strength: 0.1 }];
  const { network } = await page.open(jobOf({ averaging: { decay: 0.99 }, penalties }));
  const penaltyOf = ({ parameters }: Frame) => {
    const weights = network.layers.flatMap(({ weights: own, units }, column) =>
      own ? [...parameters!.subarray(own.offset, own.offset + network.layers[column - 1].units * units)] : [],
    );
    return 0.1 * weights.reduce((sum, weight) => sum + weight ** 2, 0);
  };
  const start = await page.until(() => true);
  expect(start.epochs[0].penalty).toBeCloseTo(penaltyOf(start), 5);
  page.do({ type: 'advance', epochs: 3 });
  const trained = await page.until(({ playing }) => !playing);
  expect(trained.epochs.at(-1)!.penalty).toBeCloseTo(penaltyOf(trained), 5);
});

test.each([
  ['relu', {}, -1000, { dead: 1, saturated: 0 }],
  ['leakyRelu', {}, -1000, { dead: 0, saturated: 0 }],
  ['tanh', {}, 1000, { dead: 0, saturated: 1 }],
  ['sigmoid', {}, -1000, { dead: 0, saturated: 1 }],
  ['sigmoid', {}, 1000, { dead: 0, saturated: 1 }],
  ['hardTanh', { minimum: 0, maximum: 2 }, -1000, { dead: 0, saturated: 1 }],
  ['elu', {}, -1000, { dead: 0, saturated: 1 }],
] as const)('a neuron of %s %o with bias %d is %o', async (name, options, bias, state) => {
  const { network } = await page.open(jobOf({ model: { activation: { name, ...options } } }));
  page.do({ type: 'setParameter', index: network.layers[1].biases!.offset + 2, value: bias });
  expect((await page.frame()).saturation![2]).toEqual(state);
});

test('what cannot be is refused in a sentence, and the run before stays', async () => {
  await page.open(jobOf());
  page.do({ type: 'advance', epochs: 1 });
  await page.until(({ playing }) => !playing);
  await expect(page.open(jobOf({}, { features: [] }))).rejects.toThrow('The net has no inputs');
  await expect(page.open(jobOf({ stopping: { folds: 5 } }))).rejects.toThrow('stopping.folds is 5');
  expect((await page.frame()).epoch).toBe(1);
  await expect(page.query('nothing')).rejects.toThrow('no query "nothing"');
});

test('a run that runs off stops with the engine’s own sentence', async () => {
  await page.open(jobOf({ optimizer: { name: 'sgd', learningRate: 1e30 } }, { dataset: 'hills' }));
  page.do({ type: 'play', pace: 'fast' });
  const { stopped } = await page.until((frame) => frame.stopped !== null);
  expect(stopped!.text).toContain('no longer a finite number');
  await expect(page.query('weights')).rejects.toThrow('smaller optimizer.learningRate');
});

test('the outlier is a training row, whatever the split', async () => {
  for (const seed of [1, 2, 3]) {
    const { points } = await page.open(jobOf({ seed }, { outlier: 40 }));
    const at = points.x.indexOf(40);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(points.part[at]).toBe(0);
  }
});
