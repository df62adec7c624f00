import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScheduleContext, ScheduleDefinition, ScheduleOptions } from '../define.ts';
import { schedules } from './index.ts';

const all = Object.entries(schedules) as unknown as [string, ScheduleDefinition][];
const context: ScheduleContext = { baseLearningRate: 0.1, count: 0, total: 50, history: [] };
const history = Array.from({ length: 200 }, () => 1);

describe.each(all)('%s', (name, schedule) => {
  test('is listed under its own name, with a sentence and defaults for all options', () => {
    expect(schedule.name).toBe(name);
    expect(schedule.summary).toMatch(/\.$/);
    expect(schedule.options.parse({})).toMatchObject({ warmUp: 0 });
    expect(() => schedule.options.parse({ gama: 1 })).toThrow(/gama/);
  });

  test('gives a finite rate between 0 and the base at any count, past the planned total too', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 100 }), (count, total) => {
        const { learningRate } = schedule.at(schedule.options.parse({}), {
          ...context,
          count,
          total,
          history,
        });
        expect(learningRate).toBeGreaterThanOrEqual(0);
        expect(learningRate).toBeLessThanOrEqual(0.1 * (1 + 1e-12));
      }),
    );
  });

  test('warm-up climbs in a straight line to where the schedule starts, then follows it', () => {
    const cold = schedule.options.parse({});
    const warm = schedule.options.parse({ warmUp: 4, warmUpFactor: 0.2 });
    const rates = (parsed: ScheduleOptions, total: number) =>
      Array.from(
        { length: 30 },
        (_, count) => schedule.at(parsed, { ...context, count, total, history }).learningRate,
      );
    const plain = rates(cold, 46);
    const climb = [0.2, 0.4, 0.6, 0.8].map((share) => share * plain[0]);
    rates(warm, 50).forEach((rate, count) => expect(rate).toBeCloseTo([...climb, ...plain][count], 14));
  });

  test('moves momentum only where there is one', () => {
    const without = schedule.at(schedule.options.parse({}), { ...context, history });
    const { momentum = 0.9 } = schedule.at(schedule.options.parse({}), {
      ...context,
      baseMomentum: 0.9,
      history,
    });
    expect(without.momentum).toBeUndefined();
    expect(momentum).toBeGreaterThan(0.7);
  });
});

test('one cycle touches its top and ends far below its start', () => {
  const options = schedules.oneCycle.options.parse({});
  const rates = Array.from({ length: 50 }, (_, count) =>
    schedules.oneCycle.at(options, { ...context, count }),
  );
  expect(Math.max(...rates.map(({ learningRate }) => learningRate))).toBeCloseTo(0.1, 12);
  expect(rates[0].learningRate).toBeCloseTo(0.1 / 25, 12);
  expect(rates[49].learningRate).toBeCloseTo(0.1 / 25e4, 12);
});

test('a cycle of one or two counts divides nothing by zero', () => {
  for (const [total, riseShare] of [
    [1, 0],
    [1, 1],
    [2, 0.5],
    [3, 1 / 3],
  ]) {
    const options = schedules.oneCycle.options.parse({ riseShare, threePhases: riseShare < 0.5 });
    for (let count = 0; count <= total; count++) {
      expect(schedules.oneCycle.at(options, { ...context, count, total }).learningRate).toBeGreaterThan(0);
    }
  }
});

test('cyclic with exponentialRange shrinks its peaks by gamma each count', () => {
  const options = schedules.cyclic.options.parse({ stepSizeUp: 2, mode: 'exponentialRange', gamma: 0.5 });
  const { learningRate } = schedules.cyclic.at(options, { ...context, count: 2 });
  expect(learningRate).toBeCloseTo(0.01 + 0.09 * 0.25, 14);
});

test('plateau bears NaN as no improvement', () => {
  const options = schedules.plateau.options.parse({ patience: 1 });
  const values = [1, Number.NaN, Number.NaN];
  expect(schedules.plateau.at(options, { ...context, count: 3, history: values }).learningRate).toBeCloseTo(
    0.01,
    14,
  );
});

test('custom follows its formula, in its own unit', () => {
  const options = schedules.custom.options.parse({ formula: 'base * (1 - step / total)', unit: 'step' });
  expect(schedules.custom.at(options, { ...context, count: 25 }).learningRate).toBe(0.05);
  const wrongUnit = { ...options, unit: 'epoch' as const };
  expect(() => schedules.custom.at(wrongUnit, context)).toThrow(/no name 'step'/);
});

test('custom refuses a rate below 0, in one sentence', () => {
  const options = schedules.custom.options.parse({ formula: 'base - epoch' });
  expect(() => schedules.custom.at(options, { ...context, count: 1 })).toThrow(
    "the schedule 'base - epoch' gives -0.9 at epoch 1; a learning rate is a number from 0 up",
  );
});
