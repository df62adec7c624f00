import { expect, test } from 'vitest';
import type { EpochRow, LayerShape, Opened } from '../run/contract.ts';
import { checkGoal, firstMet, type RunNumbers } from './goal.ts';

const layer = (kind: LayerShape['kind'], units: number) => ({ kind, units }) as LayerShape;
const opened = {
  parameters: 25,
  metrics: ['loss', 'accuracy'],
  network: { layers: [layer('input', 2), layer('hidden', 4), layer('hidden', 3), layer('output', 1)] },
} as unknown as Opened;
const row = {
  epoch: 10,
  step: 200,
  train: [0.1, 0.97],
  validation: [0.2, 0.95],
  test: null,
} as unknown as EpochRow;
const run: RunNumbers = { opened, row };

const check = (quantity: string, relation: 'atLeast' | 'atMost', value: number, numbers = run) =>
  checkGoal({ conditions: [{ quantity, relation, value }] }, numbers).conditions[0];

test.each([
  ['validation.accuracy', 'atLeast', 0.95, 0.95, true],
  ['validation.accuracy', 'atLeast', 0.96, 0.95, false],
  ['train.loss', 'atMost', 0.1, 0.1, true],
  ['neurons', 'atMost', 7, 7, true],
  ['neurons', 'atMost', 6, 7, false],
  ['parameters', 'atMost', 25, 25, true],
  ['epochs', 'atMost', 9, 10, false],
  ['steps', 'atLeast', 200, 200, true],
] as const)('%s %s %d', (quantity, relation, value, now, met) => {
  expect(check(quantity, relation, value)).toMatchObject({ now, met });
});

test('what there is no number for is not met', () => {
  for (const quantity of ['test.accuracy', 'validation.r2', 'warp', 'constructor', 'toString.accuracy'])
    expect(check(quantity, 'atMost', 1e9)).toMatchObject({ now: null, met: false });
  expect(check('neurons', 'atMost', 9, { opened: null, row: undefined }).met).toBe(false);
  const lost = { ...row, validation: [Number.NaN, Number.NaN] };
  expect(check('validation.loss', 'atMost', 9, { ...run, row: lost })).toMatchObject({
    now: null,
    met: false,
  });
});

test('all conditions at once; none is no goal', () => {
  const [accurate, small] = [
    { quantity: 'validation.accuracy', relation: 'atLeast', value: 0.95 },
    { quantity: 'neurons', relation: 'atMost', value: 6 },
  ] as const;
  expect(checkGoal({ conditions: [accurate, small] }, run).met).toBe(false);
  expect(checkGoal({ conditions: [accurate, { ...small, value: 8 }] }, run).met).toBe(true);
  expect(checkGoal({ conditions: [] }, run).met).toBe(false);
});

test('finds the epoch at which it was met first', () => {
  const rows = [0.5, 0.96, 0.9, 0.97].map((accuracy, index) => ({
    ...row,
    epoch: index + 1,
    validation: [0.1, accuracy],
  }));
  const goal = {
    conditions: [{ quantity: 'validation.accuracy', relation: 'atLeast', value: 0.95 }],
  } as const;
  expect(firstMet(goal, opened, rows)).toBe(2);
  expect(firstMet(goal, opened, rows, 2)).toBe(4);
  expect(firstMet(goal, opened, rows, 4)).toBe(null);
});
