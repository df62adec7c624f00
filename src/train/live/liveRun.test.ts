import { describe, expect, test } from 'vitest';
import { syntheticTables } from '../../data/synthetic/index.ts';
import { writeModel } from '../model/index.ts';
import type { RecipeInput } from '../recipe/index.ts';
import { train } from '../train.ts';
import { LiveRun, type Portion } from './index.ts';

const named = (name: string) => syntheticTables.find((table) => table.name === name)!;
const table = named('moons').make({ rows: 150, noise: 0.4, seed: 2 });

const base: RecipeInput = {
  seed: 5,
  data: { targets: ['target'] },
  split: { kind: 'stratified', train: 0.5, validation: 0.25, test: 0.25 },
  model: { kind: 'mlp', hidden: [5, 3], linearPath: 'none', dropout: 0, members: 1 },
  averaging: { decay: null },
  batches: { size: 8 },
  stopping: { epochs: 12, patience: null, folds: 0 },
};
const mlp = base.model as object;

const recipes: readonly (readonly [string, RecipeInput])[] = [
  ['adamW', base],
  ['sgd with momentum, clipped', { ...base, optimizer: { name: 'sgd', momentum: 0.9 }, clip: { norm: 0.5 } }],
  ['rmsprop and a schedule', { ...base, optimizer: { name: 'rmsprop' }, schedule: { name: 'cosine' } }],
  ['lbfgs on all rows', { ...base, optimizer: { name: 'lbfgs' }, batches: { size: 'all' } }],
  ['dropout', { ...base, model: { ...mlp, dropout: 0.4, inputDropout: 0.1 } as RecipeInput['model'] }],
  ['batch norm', { ...base, model: { ...mlp, normalisation: 'batch' } as RecipeInput['model'] }],
  ['averaging', { ...base, averaging: { decay: 0.9 } }],
  ['hard rows first', { ...base, batches: { size: 8, order: { name: 'hardFirst' } } }],
  ['a linear path', { ...base, model: { ...mlp, linearPath: 'fitted' } as RecipeInput['model'] }],
  [
    'two losses and L1',
    {
      ...base,
      penalties: [{ name: 'l1', strength: 0.01 }],
      losses: [
        { name: 'crossEntropy', target: 'target' },
        { name: 'multiMargin', target: 'target', weight: 0.5 },
      ],
    },
  ],
  [
    'early stopping that takes the best back',
    {
      ...base,
      averaging: { decay: 0.8 },
      optimizer: { name: 'adamW', learningRate: 0.3 },
      stopping: { epochs: 200, patience: 4, folds: 0 },
    },
  ],
];

/** Portions as a person's clicks give them. */
const odd: readonly Portion[] = [
  { steps: 1 },
  { steps: 7 },
  { epochs: 1 },
  { steps: 2 },
  { epochs: 2 },
  { until: 0 },
];

async function inPortions(run: LiveRun): Promise<Uint8Array> {
  for (let index = 0; !run.outcome; index++) run.advance(odd[index % odd.length]);
  return writeModel((await run.finish()).model);
}

describe.each(recipes)('%s', (_, recipe) => {
  test('in odd portions, and again after going back, ends with the bytes of train', async () => {
    const whole = writeModel((await train({ data: table, recipe })).model);
    const run = await LiveRun.open({ table, recipe, watchTest: true });
    const start = run.look();
    run.advance({ epochs: 3 });
    run.advance({ steps: 3 });
    expect(run.look().train).not.toEqual(start.train);
    run.rewind();
    expect(run.look()).toEqual(start);
    expect(await inPortions(run)).toEqual(whole);
    run.rewind();
    run.advance();
    expect(writeModel((await run.finish()).model)).toEqual(whole);
    run.close();
  });
});

test('tells the events of train, and its result', async () => {
  const recipe = recipes.at(-1)![1];
  const events = [];
  const whole = train({ data: table, recipe });
  for await (const event of whole) events.push(event);
  const run = await LiveRun.open({ table, recipe });
  const own = [run.planned, ...run.advance({ steps: 5 }), ...run.advance({ epochs: 3 }), ...run.advance()];
  const timeless = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, own) => (key === 'seconds' ? undefined : own))) as unknown;
  const { result } = await run.finish();
  expect(timeless([...own, { type: 'result', result }])).toEqual(timeless(events));
  run.close();
});

test('portions end where they should', async () => {
  const run = await LiveRun.open({ table, recipe: base });
  const { stepsPerEpoch } = run.planned;
  run.advance({ steps: 1 });
  expect([run.steps, run.epochs]).toEqual([1, 0]);
  run.advance({ epochs: 1 });
  expect([run.steps, run.epochs]).toEqual([stepsPerEpoch, 1]);
  run.advance({ steps: 3, epochs: 5 });
  run.advance({ until: performance.now() });
  expect(run.steps).toBe(stepsPerEpoch + 4);
  run.advance({ epochs: 2 });
  expect([run.steps, run.epochs]).toEqual([3 * stepsPerEpoch, 3]);
  run.close();
});

test('shows the last step as it began, and the test part without choosing by it', async () => {
  const run = await LiveRun.open({ table, recipe: base, watchTest: true });
  expect(run.lastStep).toBeNull();
  run.advance({ steps: 4 });
  const before = run.net.parameters.slice();
  const [event] = run
    .advance({ steps: run.planned.stepsPerEpoch - 4 })
    .filter(({ type }) => type === 'epoch');
  expect(event).toMatchObject({ epoch: 1, test: { loss: expect.any(Number), accuracy: expect.any(Number) } });
  run.advance({ steps: 1 });
  const step = run.lastStep!;
  expect(step.number).toBe(run.steps);
  expect(step.rows).toHaveLength(8);
  expect(step.before.parameters).not.toEqual(before);
  expect(step.before.parameters).not.toEqual(run.net.parameters);
  run.close();
});

test('gives the weights of every epoch, before the best are taken back', async () => {
  const kept = new Map<number, Float32Array>();
  const recipe = { ...recipes.at(-1)![1], averaging: { decay: null } };
  const onEpoch = (epoch: number, { parameters }: { parameters: Float32Array | Float64Array }) =>
    void kept.set(epoch, Float32Array.from(parameters));
  const run = await LiveRun.open({ table, recipe, onEpoch });
  run.advance();
  const { epochs, restoredEpoch } = run.outcome!;
  expect([...kept.keys()]).toEqual(Array.from({ length: epochs }, (_, index) => index + 1));
  expect(restoredEpoch).toBeLessThan(epochs);
  expect(kept.get(restoredEpoch)).toEqual(run.weights.parameters);
  expect(kept.get(epochs)).not.toEqual(run.weights.parameters);
  run.close();
});

test('a weight set by hand is kept until it goes back to the start', async () => {
  const run = await LiveRun.open({ table, recipe: { ...base, averaging: { decay: 0.9 } } });
  const start = run.weights.parameters.slice();
  run.setParameter(2, 0.5);
  expect([run.edited, run.weights.parameters[2]]).toEqual([true, 0.5]);
  expect(() => run.setParameter(999, 1)).toThrow('no weight 999');
  expect(() => run.setParameter(1, NaN)).toThrow('could be set to NaN');
  run.rewind();
  expect(run.edited).toBe(false);
  expect(run.weights.parameters).toEqual(start);
  run.close();
});

test('weights set by hand are taken back one by one, and training goes on to the bits of a run without them', async () => {
  const recipe = { ...base, averaging: { decay: 0.9 } };
  const [run, untouched] = await Promise.all([1, 2].map(() => LiveRun.open({ table, recipe })));
  for (const each of [run, untouched]) each.advance({ steps: 5 });
  run.setParameter(2, 0.5);
  run.setParameter(2, 7);
  run.setParameter(3, 8);
  run.undoParameter();
  run.undoParameter();
  expect([run.weights.parameters[2], run.edited, run.undoable]).toEqual([0.5, true, true]);
  run.undoParameter();
  expect([run.edited, run.undoable]).toEqual([false, false]);
  for (const each of [run, untouched]) each.advance({ steps: 5 });
  expect(run.weights).toEqual(untouched.weights);
  expect(run.net.parameters).toEqual(untouched.net.parameters);
  run.setParameter(2, 0.5);
  run.advance({ steps: 1 });
  const trained = run.net.parameters.slice();
  run.undoParameter();
  expect([run.edited, run.undoable, run.net.parameters]).toEqual([true, false, trained]);
  run.rewind();
  run.setParameter(2, 0.5);
  run.rewind();
  expect(run.undoable).toBe(false);
  run.close();
  untouched.close();
});

test('minutes count the time of training alone', async () => {
  const recipe = { ...base, stopping: { ...base.stopping, epochs: 100_000, minutes: 1e-3 } };
  const run = await LiveRun.open({ table, recipe });
  run.advance({ steps: 1 });
  const spent = run.milliseconds;
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(run.milliseconds).toBe(spent);
  expect(run.outcome).toBeNull();
  run.advance();
  expect(run.outcome!.reason).toBe('minutes');
  run.close();
});

test('refuses what is not one net, and an end before the end', async () => {
  const open = (changes: object) => LiveRun.open({ table, recipe: { ...base, ...changes } });
  await expect(open({ stopping: { ...base.stopping, folds: 3 } })).rejects.toThrow('stopping.folds is 3');
  await expect(open({ model: { ...mlp, members: 4 } })).rejects.toThrow('model.members is 4');
  const run = await open({});
  await expect(run.finish()).rejects.toThrow('not ended yet');
  run.close();
});

test('a run that runs off says where, and has no model', async () => {
  const recipe = {
    ...base,
    optimizer: { name: 'sgd', learningRate: 1e30 },
    losses: [{ name: 'meanSquaredError', target: 'target' }],
  };
  const run = await LiveRun.open({
    table: named('hills').make({ rows: 100 }),
    recipe: recipe as RecipeInput,
  });
  const [stopped] = run.advance().slice(-1);
  expect(stopped).toMatchObject({
    type: 'stopped',
    reason: 'notFinite',
    text: expect.stringContaining('no longer a finite number'),
  });
  await expect(run.finish()).rejects.toThrow('smaller optimizer.learningRate');
  run.close();
});
