import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineActivation } from '../../nn/define.ts';
import { adamW } from '../../nn/optimizers/adamW.ts';
import { lbfgs } from '../../nn/optimizers/lbfgs.ts';
import { sgd } from '../../nn/optimizers/sgd.ts';
import { schedules } from '../../nn/schedules/index.ts';
import { penalties } from '../../nn/penalties/index.ts';
import { builtInLibrary, extendLibrary, type ModelSpec, type PenaltySetting } from '../../nn/trace/index.ts';
import { randomStream } from '../../numeric/index.ts';
import { createReferenceExecutor, multiply } from '../../tensor/index.ts';
import type { Part } from './part.ts';
import type { ScheduleChoice } from './rateClock.ts';
import { Trainer } from './trainer.ts';
import type { EpochEvent, TrainerEvent, TrainerOutcome } from './trainerEvents.ts';
import type { TrainerOptions } from './trainerOptions.ts';

const executor = createReferenceExecutor();

/** Rows of three numbers; the target is the sign of a curved function of them. */
function part(rows: number, seed: number): Part {
  const stream = randomStream(seed, 'test', 'rows');
  const features = Float32Array.from({ length: rows * 3 }, (_, i) => stream.normal(i));
  const y = Int32Array.from({ length: rows }, (_, i) => (features[3 * i] * features[3 * i + 1] > 0 ? 1 : 0));
  return {
    rows,
    features,
    width: 3,
    codes: new Int32Array(0),
    codesWidth: 0,
    targets: { y },
    labels: {},
    values: {},
    weights: [undefined],
  };
}

const model = (trunk: ModelSpec['trunk']): ModelSpec => ({
  input: { width: 3, embeddings: [] },
  trunk,
  outputs: [{ name: 'y', units: 2 }],
});
const hidden = model([
  { name: 'dense', units: 8 },
  { name: 'activation', activation: { name: 'tanh' } },
]);

const constant: ScheduleChoice = {
  definition: schedules.constant as ScheduleChoice['definition'],
  options: schedules.constant.options.parse({}),
};

const inOrder = (rows: number) => () => Int32Array.from({ length: rows }, (_, i) => i);

function options(changes: Partial<TrainerOptions> = {}): TrainerOptions {
  const train = changes.train ?? part(50, 1);
  return {
    executor,
    model: { model: hidden, losses: [{ name: 'crossEntropy', output: 'y' }] },
    optimizer: {
      definition: adamW,
      options: adamW.options.parse({ learningRate: 0.05 }),
      learningRate: 0.05,
    },
    schedule: constant,
    batches: { size: 16, dropLast: false, order: inOrder(train.rows) },
    stopping: {
      epochs: 6,
      patience: null,
      minimumDelta: 0,
      monitor: 'validation.loss',
      better: 'lower',
      restoreBest: true,
    },
    seed: 7,
    train,
    validation: part(30, 2),
    ...changes,
  };
}

interface Finished {
  readonly events: TrainerEvent[];
  readonly epochs: EpochEvent[];
  readonly outcome: TrainerOutcome;
}

async function finish(trainer: Trainer): Promise<Finished> {
  const events: TrainerEvent[] = [];
  const run = trainer.run();
  for (let next = await run.next(); ; next = await run.next()) {
    if (next.done) {
      return { events, epochs: events.filter((event) => event.type === 'epoch'), outcome: next.value };
    }
    events.push(next.value);
  }
}

test('learns, and ends with the weights of the best epoch', async () => {
  const stopping = { ...options().stopping, epochs: 60, patience: 5 };
  const trainer = new Trainer(options({ stopping, train: part(200, 1) }));
  const { epochs, outcome } = await finish(trainer);
  const best = epochs.reduce((a, b) => (b.validation!.loss < a.validation!.loss ? b : a));
  expect(best.validation!.loss).toBeLessThan(0.4);
  expect(outcome.restoredEpoch).toBe(best.epoch);
  expect(trainer.net.evaluate(part(30, 2)).loss).toBe(best.validation!.loss);
});

test('a batch larger than a slice, worked through slice by slice, gives the gradient of the whole', async () => {
  const rows = part(2500, 3);
  const whole = { size: rows.rows, dropLast: false, order: inOrder(rows.rows) };
  const gradient = definitionThatSteps(1);
  const trainer = new Trainer(options({ train: rows, validation: undefined, batches: whole, ...gradient }));
  const before = trainer.net.snapshot();
  await finish(trainer);
  const move = trainer.net.parameters.map((value, i) => before.parameters[i] - value);
  const slices = [0, 1, 2].map(async (slice) => {
    const [from, to] = [Math.floor((2500 * slice) / 3), Math.floor((2500 * (slice + 1)) / 3)];
    const order = () => Int32Array.from({ length: to - from }, (_, i) => from + i);
    const own = new Trainer(
      options({
        train: { ...rows, rows: to - from },
        validation: undefined,
        batches: { size: to - from, dropLast: false, order },
        ...gradient,
      }),
    );
    await finish(own);
    return { rows: to - from, move: own.net.parameters.map((value, i) => before.parameters[i] - value) };
  });
  const parts = await Promise.all(slices);
  move.forEach((value, i) => {
    const mean = parts.reduce((sum, slice) => sum + (slice.move[i] * slice.rows) / 2500, 0);
    expect(value).toBeCloseTo(mean, 12);
  });
});

/** Plain gradient descent with rate 1 for so many epochs: a weight's move is its gradient. */
function definitionThatSteps(epochs: number): Partial<TrainerOptions> {
  return {
    optimizer: { definition: sgd, options: sgd.options.parse({ learningRate: 1 }), learningRate: 1 },
    stopping: { ...options().stopping, epochs, monitor: null },
  };
}

describe('resuming', () => {
  const setUps: Record<string, () => Partial<TrainerOptions>> = {
    adamW: () => ({
      model: {
        model: model([
          { name: 'dense', units: 8 },
          { name: 'batchNorm' },
          { name: 'activation' },
          { name: 'dropout', rate: 0.3 },
        ]),
        losses: [{ name: 'crossEntropy', output: 'y' }],
      },
    }),
    lbfgs: () => ({
      optimizer: {
        definition: lbfgs,
        options: lbfgs.options.parse({ maximumIterations: 3 }),
        learningRate: 1,
      },
      batches: { size: 50, dropLast: false, order: inOrder(50) },
    }),
  };
  test.each(Object.keys(setUps))('from any event or step of %s ends with the same bytes', async (name) => {
    const whole = new Trainer(options(setUps[name]()));
    const end = await finish(whole);
    for (const stopAfter of [1, 2, 5]) {
      const first = new Trainer(options(setUps[name]()));
      const run = first.run();
      for (let i = 0; i < stopAfter; i++) await run.next();
      const second = new Trainer(options(setUps[name]()));
      second.resume(first.checkpoint());
      const rest = await finish(second);
      expect(rest.outcome).toEqual(end.outcome);
      expect(second.net.snapshot()).toEqual(whole.net.snapshot());
    }
  });

  test('in the middle of an epoch', async () => {
    const batches = { ...options().batches, size: 1 };
    const whole = new Trainer(options({ batches }));
    const end = await finish(whole);
    let reads = 0;
    const signal = {
      get aborted() {
        return ++reads > 77;
      },
    } as AbortSignal;
    const first = new Trainer(options({ batches, signal }));
    const stopped = await finish(first);
    expect(stopped.outcome).toMatchObject({ reason: 'interrupted', epochs: 1, restoredEpoch: 1 });
    const second = new Trainer(options({ batches }));
    second.resume(first.checkpoint());
    expect((await finish(second)).outcome).toEqual(end.outcome);
    expect(second.net.snapshot()).toEqual(whole.net.snapshot());
  });
});

/** Past all numbers where its input is large. */
const ninthPower = defineActivation({
  name: 'ninthPower',
  summary: 'x to the ninth.',
  options: z.strictObject({}),
  apply: (x) => [1, 2, 3, 4, 5, 6, 7, 8].reduce((product) => multiply(product, x), x),
});
const library = extendLibrary(builtInLibrary, { activations: { ninthPower } });

test('a number that is none stops the run before the update and names where it arose', async () => {
  const rows = part(50, 1);
  rows.features[40 * 3] = 1e38;
  rows.features[40 * 3 + 1] = 1e38;
  const trainer = new Trainer(
    options({
      train: rows,
      validation: undefined,
      model: {
        model: model([{ name: 'activation', activation: { name: 'ninthPower' } }]),
        library,
        losses: [{ name: 'crossEntropy', output: 'y' }],
      },
      stopping: { ...options().stopping, monitor: null },
    }),
  );
  const { outcome, epochs } = await finish(trainer);
  expect(epochs).toEqual([]);
  expect(outcome.reason).toBe('notFinite');
  expect(outcome.text).toContain('In step 3 (epoch 1)');
  expect(outcome.text).toContain('multiply');
  expect(trainer.net.parameters.every(Number.isFinite)).toBe(true);
});

test('a last batch of one row is skipped under batch norm, and said', async () => {
  const normalised = {
    model: model([{ name: 'dense', units: 4 }, { name: 'batchNorm' }]),
    losses: [{ name: 'crossEntropy', output: 'y' }],
  };
  const trainer = new Trainer(options({ train: part(33, 1), model: normalised }));
  const { events, epochs } = await finish(trainer);
  expect(events[0]).toMatchObject({ type: 'warning', code: 'single-row-batch' });
  expect(epochs[0].step).toBe(2);
});

test('a row of weight 2 counts as two rows, one of weight 0 as none', async () => {
  const rows = part(40, 4);
  const weights = Float64Array.from({ length: 40 }, (_, row) => row % 3);
  const drawn = [...weights].flatMap((weight, row) => Array<number>(weight).fill(row));
  const copies: Part = {
    ...rows,
    rows: drawn.length,
    features: Float32Array.from(drawn.flatMap((row) => [...rows.features.subarray(3 * row, 3 * row + 3)])),
    targets: { y: Int32Array.from(drawn, (row) => rows.targets.y[row]) },
  };
  const whole = (own: Part) => ({ size: own.rows, dropLast: false, order: inOrder(own.rows) });
  const plain = { ...definitionThatSteps(3), validation: undefined };
  const losses = [{ name: 'crossEntropy', output: 'y', weighted: true }];
  const weighted = new Trainer(
    options({
      ...plain,
      train: { ...rows, weights: [weights] },
      batches: whole(rows),
      model: { model: hidden, losses },
    }),
  );
  const repeated = new Trainer(options({ ...plain, train: copies, batches: whole(copies) }));
  const [a, b] = [await finish(weighted), await finish(repeated)];
  expect(a.epochs[2].trainLossWhileLearning).toBeCloseTo(b.epochs[2].trainLossWhileLearning, 12);
  expect(a.epochs[2].train.loss).toBeCloseTo(b.epochs[2].train.loss, 12);
  weighted.net.parameters.forEach((value, i) => expect(value).toBeCloseTo(repeated.net.parameters[i], 12));
});

test('an order is told the loss of every row after each epoch, and may warn', async () => {
  const seen: (number | undefined)[] = [];
  const rows = part(50, 1);
  const order = (_: number, rowLosses: Float64Array | undefined) => {
    seen.push(rowLosses && rowLosses.reduce((sum, loss) => sum + loss, 0) / 50);
    return inOrder(50)();
  };
  const warnings = () => [{ code: 'odd', text: 'Odd.' }];
  const { events, epochs } = await finish(
    new Trainer(options({ train: rows, batches: { size: 16, dropLast: false, order, warnings } })),
  );
  expect(seen[0]).toBeUndefined();
  seen.slice(1).forEach((mean, epoch) => expect(mean).toBeCloseTo(epochs[epoch].train.loss, 12));
  expect(events.filter(({ type }) => type === 'warning')).toEqual([
    { type: 'warning', code: 'odd', text: 'Odd.' },
  ]);
});

test('plateau lowers the rate by what is monitored', async () => {
  const plateau = schedules.plateau as unknown as ScheduleChoice['definition'];
  const given = plateau.options.parse({
    patience: 0,
    threshold: 1e9,
    thresholdMode: 'absolute',
    factor: 0.5,
  });
  const { epochs } = await finish(
    new Trainer(options({ schedule: { definition: plateau, options: given } })),
  );
  expect(epochs.map(({ learningRate }) => learningRate)).toEqual([
    0.05, 0.05, 0.025, 0.0125, 0.00625, 0.003125,
  ]);
});

test('penalties are told apart from the loss, and exact zeros are counted', async () => {
  const penalty = (definition: PenaltySetting['definition'], strength: number) => ({
    definition,
    options: definition.options.parse({ strength }),
  });
  const run = (setting: PenaltySetting) =>
    finish(new Trainer(options({ model: { ...options().model, penalties: [setting] } })));
  const [added, projected] = await Promise.all([
    run(penalty(penalties.l2 as PenaltySetting['definition'], 0.1)),
    run(penalty(penalties.l1Proximal as PenaltySetting['definition'], 5)),
  ]);
  expect(added.epochs[0].penalty).toBeGreaterThan(0);
  expect(added.epochs[0].zeros).toBe(0);
  expect(projected.epochs[0].penalty).toBe(0);
  expect(projected.epochs.at(-1)!.zeros).toBeGreaterThan(10);
});

test('the penalty of an epoch is that of the weights it is scored with', async () => {
  const l2 = { definition: penalties.l2 as PenaltySetting['definition'], options: { strength: 0.1 } };
  const trainer = new Trainer(
    options({
      model: { ...options().model, penalties: [l2] },
      averaging: 0.9,
      stopping: { ...options().stopping, restoreBest: false },
    }),
  );
  const { epochs } = await finish(trainer);
  const { plan, parameters } = trainer.net;
  const squares = Array.from(parameters.subarray(0, plan.decayedCount), (weight) => weight ** 2);
  expect(epochs.at(-1)!.penalty).toBeCloseTo(0.1 * squares.reduce((a, b) => a + b), 12);
});

test('time that is over stops it before the next step', async () => {
  const { outcome, epochs } = await finish(new Trainer(options({ deadline: performance.now() - 1 })));
  expect(outcome.reason).toBe('minutes');
  expect(epochs).toEqual([]);
});
