import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { definePenalty, defineUpdateOptimizer } from '../nn/define.ts';
import { multiply, subtract } from '../tensor/index.ts';
import { randomStream } from '../numeric/index.ts';
import type { TrainEvent } from './events.ts';
import { loadModel, writeModel } from './model/index.ts';
import { train, type TrainOptions } from './train.ts';

/** Rows of two numbers and a word; the class is told by all three, the price by a formula. */
function rowsOf(count: number): Record<string, unknown>[] {
  const stream = randomStream(5, 'test', 'table');
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [stream.normal(2 * i), stream.normal(2 * i + 1)];
    const colour = ['red', 'green', 'blue'][i % 3];
    const score = x * y + (colour === 'red' ? 0.5 : 0);
    return {
      x,
      y: i % 17 === 0 ? null : y,
      colour,
      kind: score > 0.2 ? 'up' : 'down',
      price: 100 + 20 * score + x,
    };
  });
}

const quick = [
  'model.hidden=8',
  'model.members=1',
  'stopping.epochs=8',
  'batches.size=16',
  'stopping.folds=0',
];

const options = (changes: Partial<TrainOptions> = {}): TrainOptions => ({
  data: rowsOf(120),
  target: 'kind',
  recipe: { data: { ignore: ['price'] } },
  set: quick,
  executor: 'reference',
  ...changes,
});

async function eventsOf(run: AsyncIterable<TrainEvent>): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of run) events.push(event);
  return events;
}

test('a run is a promise of its end and a stream of its events', async () => {
  const run = train(options());
  const events = await eventsOf(run);
  const { result, model, recipe } = await run;
  expect(events.map(({ type }) => type).filter((type) => type !== 'best' && type !== 'warning')).toEqual([
    'planned',
    // Epoch 0 is the linear start.
    ...Array(9).fill('epoch'),
    'stopped',
    'result',
  ]);
  expect(await eventsOf(run)).toEqual(events);
  expect(result).toMatchObject({
    task: 'classification',
    target: 'kind',
    rows: { train: 72, validation: 24, test: 24 },
    epochs: 8,
  });
  expect(JSON.stringify(recipe)).not.toContain('auto');
  expect(model.predict({ x: 1, y: 1, colour: 'red' })).toMatchObject({
    task: 'classification',
    target: 'kind',
  });
  expect(result.baselines.linear?.accuracy).toBeGreaterThan(0.4);
  expect(result.testIntervals.accuracy.low).toBeLessThanOrEqual(result.test!.accuracy);
});

describe.each(['reference', 'wasm'] as const)('on %s', (executor) => {
  test('the same recipe, seed and table give the same bytes; another seed gives others', async () => {
    const [first, second, other] = await Promise.all([
      train(options({ executor })),
      train(options({ executor })),
      train(options({ executor, seed: 1 })),
    ]);
    expect(writeModel(second.model)).toEqual(writeModel(first.model));
    expect(writeModel(other.model)).not.toEqual(writeModel(first.model));
  });

  test('a model file predicts what the model did, bit for bit, alone or beside other rows', async () => {
    const { model } = await train(
      options({ executor, target: 'price', recipe: { data: { ignore: ['kind'] } } }),
    );
    const loaded = loadModel(writeModel(model));
    const rows = rowsOf(300);
    const predictions = model.predict(rows);
    expect(loaded.predict(rows)).toEqual(predictions);
    expect(rows.slice(0, 9).map((row) => loaded.predict(row))).toEqual(predictions.slice(0, 9));
    expect(loaded.predict(rows.slice(0, 37))).toEqual(predictions.slice(0, 37));
    expect(writeModel(loaded)).toEqual(writeModel(model));
  });

  const folded = {
    executor,
    set: [...quick.slice(0, 4), 'stopping.folds=2', 'model.members=2', 'stopping.epochs=4'],
  };
  test.each([3, 9, 16])('resuming after event %i ends with the same bytes', async (stopAfter) => {
    const whole = await train(options(folded));
    const run = train(options(folded));
    let checkpoint: Uint8Array | undefined;
    let seen = 0;
    for await (const _ of run) if (++seen === stopAfter) checkpoint = run.checkpoint();
    const resumed = await train(options({ ...folded, resume: checkpoint }));
    expect(writeModel(resumed.model)).toEqual(writeModel(whole.model));
  });
});

test.each([
  ['table', { data: rowsOf(121) }],
  ['recipe', { seed: 3 }],
])('resuming with another %s is refused', async (what, changes) => {
  const run = train(options());
  await run;
  const resume = run.checkpoint();
  await expect(async () => train(options({ ...changes, resume }))).rejects.toThrow(
    `The ${what} is not the one`,
  );
});

test('an interrupted run says so, and its checkpoint goes on', async () => {
  const whole = await train(options());
  const stop = new AbortController();
  const run = train(options({ signal: stop.signal }));
  const listening = (async () => {
    for await (const event of run) if (event.type === 'epoch' && event.epoch === 2) stop.abort();
  })();
  await expect(listening).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 });
  await expect(async () => run).rejects.toMatchObject({ code: 'interrupted' });
  const resumed = await train(options({ resume: run.checkpoint() }));
  expect(writeModel(resumed.model)).toEqual(writeModel(whole.model));
});

test('folds choose the epochs, and the model then learns from validation rows too', async () => {
  const run = train(options({ set: [...quick, 'stopping.folds=3', 'stopping.patience=2'] }));
  const events = await eventsOf(run);
  const { result } = await run;
  const chosen = events.flatMap((event) =>
    event.type === 'stage' && event.stage.kind === 'member' ? [event.stage.epochs] : [],
  );
  expect(chosen).toEqual([result.epochs]);
  expect(result.stopped.text).toContain('3 folds were best after');
  expect(result.validation?.accuracy).toBeGreaterThan(0);
});

test('a linear model trains, predicts and is its own baseline', async () => {
  const { model, result } = await train(options({ set: ['model.kind=linear'] }));
  expect(model.plan.parameters.map(({ name }) => name)).toEqual(['output.kind.weight', 'output.kind.bias']);
  expect(result.test?.accuracy).toBe(result.baselines.linear?.accuracy);
  expect(result.verdict).toBeNull();
});

test('several targets, each with its own loss and share of the gradient', async () => {
  const run = train(options({ target: ['kind', 'price'], recipe: {} }));
  const epochs = (await eventsOf(run)).filter((event) => event.type === 'epoch');
  const shares = epochs[1].losses.map(({ gradientShare }) => gradientShare);
  expect(epochs[1].losses.map(({ name }) => name)).toEqual(['kind.crossEntropy', 'price.meanSquaredError']);
  expect(shares[0] + shares[1]).toBeCloseTo(1, 12);
  const { model, result } = await run;
  expect(Object.keys(model.predictEach([{ x: 0, y: 0, colour: 'red' }])[0])).toEqual(['kind', 'price']);
  expect(result.test).toHaveProperty(['price.r2']);
});

test.each(['binaryCrossEntropy', 'hinge', 'softCrossEntropy', 'multiMargin', 'squaredHinge'])(
  'classes can be learned by %s',
  async (name) => {
    const { result, model } = await train(
      options({ recipe: { data: { ignore: ['price'] }, losses: [{ name, target: 'kind' }] } }),
    );
    const prediction = model.predict({ x: 1, y: 1, colour: 'red' });
    expect(result.test?.accuracy).toBeGreaterThan(0.4);
    expect(prediction.task === 'classification' && Object.keys(prediction.probabilities)).toEqual([
      'down',
      'up',
    ]);
  },
);

test("a person's own optimizer and penalty are chosen by name like ours", async () => {
  const descent = defineUpdateOptimizer({
    kind: 'update',
    name: 'descent',
    summary: 'Plain descent.',
    options: z.strictObject({ learningRate: z.number().default(0.1).describe('Step size.') }),
    state: () => ({}),
    scalars: (_, { learningRate }) => ({ learningRate }),
    update: ({ parameter, gradient, scalar }) => ({
      parameter: subtract(parameter, multiply(scalar.learningRate, gradient)),
      state: {},
    }),
  });
  const shrink = definePenalty({
    name: 'shrink',
    summary: 'Shrinks weights.',
    options: z.strictObject({ by: z.number().default(0.5).describe('Factor.') }),
    project: (parameter, { by }) => multiply(by, parameter),
  });
  const run = train(
    options({
      own: { optimizers: [descent], penalties: [shrink] },
      recipe: {
        data: { ignore: ['price'] },
        optimizer: { name: 'descent' },
        penalties: [{ name: 'shrink' }],
      },
    }),
  );
  const { recipe } = await run;
  expect(recipe.optimizer).toEqual({ name: 'descent', learningRate: 0.1, decayBiases: false });
});

test('the run starts from given weights and visits rows in given orders', async () => {
  const { model } = await train(options({ set: [...quick, 'stopping.epochs=0'] }));
  const initialWeights = Object.fromEntries(
    model.plan.parameters.map(({ name, slot: { shape } }) => {
      const size = shape.reduce((product, axis) => product * axis, 1);
      return [name, { shape, data: new Float64Array(size).fill(0.1) }];
    }),
  );
  const started = await train(options({ set: [...quick, 'stopping.epochs=0'], initialWeights }));
  expect(new Set(started.model.parts.nets[0].parameters)).toEqual(new Set([0.1]));
  await expect(async () => train(options({ batchOrders: [[0, 1]] }))).rejects.toThrow(
    'orders[0] holds 2 numbers',
  );
});

test.each<[string, Partial<TrainOptions>, string]>([
  ['no target', { target: 'kond' }, "did you mean 'kind'?"],
  [
    'a target that is one class',
    { target: 'same', data: rowsOf(50).map((row) => ({ ...row, same: 'a' })) },
    'is a in every row',
  ],
  [
    'a target that is missing',
    { target: 'none', data: rowsOf(50).map((row) => ({ ...row, none: null })) },
    'missing in every row',
  ],
  ['a table without rows', { data: [] }, 'no rows'],
  ['words as a regression', { recipe: { task: 'regression' } }, 'holds words'],
  ['a metric there is not', { set: ['stopping.monitor=validation.acuracy'] }, 'Did you mean "accuracy"?'],
  [
    'a loss for the other task',
    { recipe: { losses: [{ name: 'meanSquaredError', target: 'kind' }] } },
    'is for numbers',
  ],
])('%s is refused', async (_, changes, message) => {
  await expect(async () => train(options(changes))).rejects.toThrow(message);
});
