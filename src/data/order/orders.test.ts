import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderContext } from './define.ts';
import { balanced } from './balanced.ts';
import { custom } from './custom.ts';
import { hardFirst, pressureAt, rankSampler } from './hardFirst.ts';
import { orders } from './index.ts';
import { classSequence, interleaved } from './interleaved.ts';
import { outlierWarning } from './outlierWarning.ts';

const labels = Int32Array.from({ length: 60 }, (_, row) => (row < 40 ? 0 : row < 54 ? 1 : 2));
const context: OrderContext = { seed: 7, rows: 60, epochs: 5, labels };
const sorted = (order: Int32Array) => [...order].sort((a, b) => a - b);
const counts = (order: Int32Array) =>
  [0, 1, 2].map((label) => order.filter((row) => labels[row] === label).length);

describe('every order', () => {
  const all = Object.values(orders).filter(({ name }) => name !== 'custom');

  test.each(all.map((order) => [order.name, order] as const))(
    '%s gives the same rows again, and only rows there are',
    (_name, order) => {
      const start = () => order.start(order.options.parse({}) as never, context);
      const losses = Float64Array.from(labels, (_, row) => (row * 37) % 60);
      for (const epoch of [0, 3]) {
        const made = start().order(epoch, losses);
        expect(start().order(epoch, losses)).toEqual(made);
        expect(made).toHaveLength(60);
        expect(made.every((row) => row >= 0 && row < 60)).toBe(true);
      }
    },
  );

  test.each(['shuffled', 'sequential', 'interleaved'] as const)('%s visits each row once', (name) => {
    const made = orders[name].start({}, context).order(2);
    expect(sorted(made)).toEqual(sorted(Int32Array.from({ length: 60 }, (_, row) => row)));
  });

  test.each(['shuffled', 'interleaved', 'balanced'] as const)('%s differs from epoch to epoch', (name) => {
    const { order } = orders[name].start({}, context);
    expect(order(1)).not.toEqual(order(2));
  });
});

describe('interleaved', () => {
  test('no class twice in a row where none has more than half of the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 8 }), (drawn) => {
        const total = drawn.reduce((a, b) => a + b);
        fc.pre(Math.max(...drawn) <= Math.ceil(total / 2));
        const sequence = classSequence(drawn);
        expect(sequence.findIndex((at, place) => place > 0 && sequence[place - 1] === at)).toBe(-1);
        expect(drawn.map((_, at) => sequence.filter((each) => each === at).length)).toEqual(drawn);
      }),
    );
  });

  test('a large class is spread, not left over for the end', () => {
    const sequence = classSequence([95, 9]);
    const gaps = [...sequence]
      .map(String)
      .join('')
      .split('1')
      .map((run) => run.length);
    expect(gaps).toHaveLength(10);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(11);
  });

  test('needs classes', () => {
    expect(() => interleaved.start({}, { ...context, labels: undefined })).toThrow(
      "The order 'interleaved' goes by classes",
    );
  });
});

test('balanced visits all classes equally often, and a small class wholly before any of its rows twice', () => {
  const made = balanced.start({}, context).order(0);
  expect(counts(made)).toEqual([20, 20, 20]);
  expect(new Set(made.filter((row) => labels[row] === 2)).size).toBe(6);
});

describe('hardFirst', () => {
  const options = hardFirst.options.parse({});

  test('draws ranks with chances that fall exponentially', () => {
    const draw = rankSampler(100, 10);
    const drawn = new Float64Array(10);
    for (let i = 0; i < 10000; i++) drawn[draw((i + 0.5) / 10000)]++;
    const decay = 100 ** (-1 / 10);
    const total = (1 - decay ** 10) / (1 - decay);
    drawn.forEach((count, rank) =>
      expect(Math.abs(count - (10000 * decay ** rank) / total)).toBeLessThan(1.01),
    );
    expect(rankSampler(100, 10)(1 - 2 ** -53)).toBe(9);
  });

  test('prefers large losses, less so as epochs go by', () => {
    const losses = Float64Array.from(labels, (_, row) => row);
    const epochOrder = hardFirst.start(options, { ...context, epochs: 100 });
    const mean = (epoch: number) => epochOrder.order(epoch, losses).reduce((a, b) => a + b) / 60;
    expect(mean(1)).toBeGreaterThan(40);
    expect(mean(1)).toBeGreaterThan(mean(99) + 5);
    expect(
      [pressureAt(options, 0, 5), pressureAt(options, 2, 5), pressureAt(options, 4, 5)].map(Math.round),
    ).toEqual([100, 10, 1]);
  });

  test('rows whose loss is not known come first; without losses it shuffles', () => {
    const epochOrder = hardFirst.start({ ...options, pressure: 1e30, finalPressure: 1e30 }, context);
    const losses = new Float64Array(60).fill(1);
    losses[17] = NaN;
    const visits = epochOrder.order(1, losses).filter((row) => row === 17).length;
    expect(visits).toBeGreaterThan(30);
    expect(sorted(epochOrder.order(1))).toEqual(sorted(orders.shuffled.start({}, context).order(1)));
  });

  test('warns of a few rows that hold most of the loss, and of nothing else', () => {
    const even = Float64Array.from(labels, (_, row) => 0.1 + row / 60);
    expect(outlierWarning(even)).toEqual([]);
    even[3] = 1e6;
    expect(outlierWarning(even)[0].text).toMatch(/^One row holds 100 % of the training loss/);
    expect(outlierWarning(new Float64Array(0))).toEqual([]);
  });
});

test('custom takes permutations alone, and begins again', () => {
  const small = { ...context, rows: 3 };
  const { order } = custom.start(
    {
      orders: [
        [2, 0, 1],
        [0, 1, 2],
      ],
    },
    small,
  );
  expect([0, 1, 2].map((epoch) => [...order(epoch)])).toEqual([
    [2, 0, 1],
    [0, 1, 2],
    [2, 0, 1],
  ]);
  expect(() =>
    custom.start(
      {
        orders: [
          [2, 0, 1],
          [0, 1, 1],
        ],
      },
      small,
    ),
  ).toThrow('batches.order.orders[1] holds 3 numbers, 2 of them different rows');
  expect(() => custom.start({ orders: [] }, small)).toThrow('at least one order');
});
