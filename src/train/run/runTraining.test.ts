import { describe, expect, test } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import { train, type TrainOptions } from '../train.ts';

const stream = randomStream(3, 'test', 'rows');
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const x = stream.normal(i);
    return { x, kind: x > 0.9 ? 'rare' : 'usual', count: Math.floor(Math.exp(1 + x)) };
  });
const quick = ['model.hidden=4', 'stopping.epochs=3', 'batches.size=4'];

test('what every net would warn of is kept in the result, once', async () => {
  const { result } = await train({
    data: rowsOf(66),
    target: 'kind',
    recipe: { data: { ignore: ['count'] } },
    // Each fold learns from 26 rows: a last batch of one row.
    set: [...quick, 'model.normalisation=batch', 'stopping.folds=2', 'batches.size=25'],
    executor: 'reference',
  });
  expect(result.warnings.filter(({ code }) => code === 'single-row-batch')).toHaveLength(1);
});

test('a metric that some folds do not define is left out of their mean', async () => {
  // Two rare rows among twelve: some of the folds' validation parts hold none.
  const data = Array.from({ length: 15 }, (_, i) => ({ x: i * i, kind: i < 3 ? 'rare' : 'usual' }));
  const { result } = await train({
    data,
    target: 'kind',
    set: [...quick, 'stopping.folds=5'],
    executor: 'reference',
  });
  expect(Object.values(result.validation!).every(Number.isFinite)).toBe(true);
  expect(result.validation).not.toHaveProperty('auc');
});

describe('a loss for counts', () => {
  const options = {
    target: 'count',
    recipe: { data: { ignore: ['kind'] }, losses: [{ target: 'count', name: 'poisson' }] },
    set: ['task=regression', 'model.hidden=4', 'stopping.epochs=3', 'stopping.folds=0'],
    executor: 'reference',
  } satisfies Omit<TrainOptions, 'data'>;

  test('takes them as they are, unscaled', async () => {
    const { result } = await train({ ...options, data: rowsOf(80) });
    // What the table's own rate, exp(1 + x), would reach is about 0.9.
    expect(result.test!.r2).toBeGreaterThan(0.7);
  });

  test('refuses numbers below 0', async () => {
    const data = [...rowsOf(40), { x: 0, kind: 'usual', count: -2 }];
    await expect(train({ ...options, data })).rejects.toThrow(
      'the loss poisson on "count" is for counts, and row 41 holds -2',
    );
  });
});
